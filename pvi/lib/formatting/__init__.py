"""Numbers, dates and counts as Dutch readers write them, and reading back what they type."""

from pvi.lib.formatting.dates import (
    DateError,
    date_long,
    date_short,
    days_ago,
    parse_date,
    time_left,
)
from pvi.lib.formatting.numbers import (
    NumberError,
    count_of,
    euro,
    field_number,
    number,
    parse_number,
    percent,
    plural,
)

__all__ = [
    "DateError",
    "NumberError",
    "count_of",
    "date_long",
    "date_short",
    "days_ago",
    "euro",
    "field_number",
    "number",
    "parse_date",
    "parse_number",
    "percent",
    "plural",
    "time_left",
]
