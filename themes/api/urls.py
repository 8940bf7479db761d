"""The addresses of the API of this floor."""

from rest_framework.routers import SimpleRouter

from themes.api.themes import Themes

router = SimpleRouter(trailing_slash=False)
router.register("themas", Themes, basename="api-theme")

urlpatterns = router.urls
