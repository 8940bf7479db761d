"""The addresses of the API of this floor."""

from rest_framework.routers import SimpleRouter

from measures.api.commitments import Commitments
from measures.api.measures import Measures

router = SimpleRouter(trailing_slash=False)
router.register("maatregelen", Measures, basename="api-measure")
router.register("toezeggingen", Commitments, basename="api-commitment")

urlpatterns = router.urls
