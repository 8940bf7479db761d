"""The addresses of the API of this floor."""

from rest_framework.routers import SimpleRouter

from monitoring.api.figures import Figures
from monitoring.api.indicator_snapshots import IndicatorSnapshots
from monitoring.api.indicators import Indicators
from monitoring.api.measure_snapshots import MeasureSnapshots
from monitoring.api.theme_snapshots import ThemeSnapshots

router = SimpleRouter(trailing_slash=False)
router.register("indicatoren", Indicators, basename="api-indicator")
router.register("metingen", Figures, basename="api-figure")
router.register("momentopnamen", IndicatorSnapshots, basename="api-indicator-snapshot")
router.register("maatregel-momentopnamen", MeasureSnapshots, basename="api-measure-snapshot")
router.register("thema-momentopnamen", ThemeSnapshots, basename="api-theme-snapshot")

urlpatterns = router.urls
