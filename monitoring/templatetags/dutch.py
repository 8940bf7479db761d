"""Filters that write numbers and dates the Dutch way; loaded in every template."""

import datetime as dt
from decimal import Decimal

from django import template
from django.utils import timezone

from pvi.lib import formatting

register = template.Library()


@register.filter
def getal(value: Decimal | int | None) -> str:
    """1234.5 as 1.234,5; nothing stays nothing."""
    return "" if value is None else formatting.number(Decimal(value))


@register.filter
def procent(value: Decimal | int | None, decimals: int = 0) -> str:
    """A share that is already in per cent, as 61%."""
    return "" if value is None else formatting.percent(Decimal(value), decimals)


@register.filter
def euro(value: Decimal | int | None) -> str:
    """An amount as € 1.250,50."""
    return "" if value is None else formatting.euro(Decimal(value))


@register.filter
def datum(value: dt.date | dt.datetime | None) -> str:
    """A date as 31-3-2026, for tables."""
    return "" if value is None else formatting.date_short(_day(value))


@register.filter
def datum_lang(value: dt.date | dt.datetime | None) -> str:
    """A date as 31 maart 2026, for text."""
    return "" if value is None else formatting.date_long(_day(value))


def _day(value: dt.date | dt.datetime) -> dt.date:
    return timezone.localtime(value).date() if isinstance(value, dt.datetime) else value
