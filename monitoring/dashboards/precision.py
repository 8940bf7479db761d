"""Days as precisely as the source gives them: a month stays a month, a year a year."""

import datetime as dt

from pvi.lib.formatting import date_short
from pvi.lib.months import NAMES
from pvi.records.models import DatePrecision

MONTHS_IN_QUARTER = 3


def day_text(day: dt.date | None, precision: str) -> str:
    """31-3-2026, maart 2026, kwartaal 1 2026 or 2026; empty without a day."""
    if day is None:
        return ""
    match precision:
        case DatePrecision.MONTH:
            return f"{NAMES[day.month - 1]} {day.year}"
        case DatePrecision.QUARTER:
            return f"kwartaal {(day.month - 1) // MONTHS_IN_QUARTER + 1} {day.year}"
        case DatePrecision.YEAR:
            return str(day.year)
        case _:
            return date_short(day)
