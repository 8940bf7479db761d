"""The addresses of the product; each app lists its own."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("", include("monitoring.urls")),
    path("", include("measures.urls")),
    path("api/v1/", include("pvi.organisation.api.urls")),
    path("api/v1/", include("themes.api.urls")),
    path("api/v1/", include("measures.api.urls")),
    path("api/v1/", include("monitoring.api.urls")),
    path("beheer/", admin.site.urls),
]
handler400 = "monitoring.views.errors.bad_request"
handler403 = "monitoring.views.errors.forbidden"
handler404 = "monitoring.views.errors.not_found"
handler500 = "monitoring.views.errors.server_error"
