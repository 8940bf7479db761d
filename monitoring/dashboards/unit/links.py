"""Addresses on the page of a unit that keep the day and the choice of the reader."""

from urllib.parse import urlencode

from django.urls import reverse

from measures.models import Measure
from monitoring.dashboards.unit.subject import Subject
from monitoring.models import Indicator
from monitoring.reference import PARAMETER
from themes.models import Theme


def csv_url(subject: Subject, chart: str, chosen: str = "") -> str:
    """Where the figures of one chart are downloaded, with the filters that were chosen."""
    wanted = {"grafiek": chart, "formaat": "csv"}
    if not subject.reference.is_today:
        wanted[PARAMETER] = subject.reference.day.isoformat()
    return "?" + "&".join(part for part in (urlencode(wanted), chosen) if part)


def measure_url(subject: Subject, measure: Measure) -> str:
    return reverse("measure", args=[measure.slug]) + subject.reference.query


def theme_url(subject: Subject, theme: Theme) -> str:
    return reverse("theme", args=[theme.slug]) + subject.reference.query


def indicator_url(subject: Subject, indicator: Indicator) -> str:
    return reverse("indicator", args=[indicator.slug]) + subject.reference.query


def explain_url(subject: Subject, indicator: Indicator) -> str:
    """Where it says how the figure was computed."""
    return f"{indicator_url(subject, indicator)}#berekening"
