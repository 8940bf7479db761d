"""The addresses of the API of this floor, and of the document that describes the whole API."""

from django.urls import path
from rest_framework.routers import SimpleRouter

from pvi.organisation.api.document import Document
from pvi.organisation.api.units import Units

router = SimpleRouter(trailing_slash=False)
router.register("eenheden", Units, basename="api-unit")

urlpatterns = [path("openapi.json", Document.as_view(), name="api-document"), *router.urls]
