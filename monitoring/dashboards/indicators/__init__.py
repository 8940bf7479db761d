"""The register of indicators, and everything about one of them."""

from monitoring.dashboards.indicators.export import register_rows, series_rows
from monitoring.dashboards.indicators.facts import read
from monitoring.dashboards.indicators.page import IndicatorPage, indicator_page
from monitoring.dashboards.indicators.register import Criteria, Register, register
from monitoring.dashboards.indicators.selection import Selection, chosen
from monitoring.dashboards.indicators.sight import sight_of

__all__ = [
    "Criteria",
    "IndicatorPage",
    "Register",
    "Selection",
    "chosen",
    "indicator_page",
    "read",
    "register",
    "register_rows",
    "series_rows",
    "sight_of",
]
