"""The pages of the themes: five cards, and each theme with everything that belongs to it."""

from monitoring.dashboards.themes.cards import CROSS, Overview, overview
from monitoring.dashboards.themes.measures import BY_SLUG, NationalMeasures
from monitoring.dashboards.themes.page import ThemePage, theme_measures, theme_page

__all__ = [
    "BY_SLUG",
    "CROSS",
    "NationalMeasures",
    "Overview",
    "ThemePage",
    "overview",
    "theme_measures",
    "theme_page",
]
