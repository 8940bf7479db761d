"""What the samples are made of."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from xml.etree.ElementTree import Element, fromstring

from monitoring import charts
from monitoring.charts import Break, Drawable, Heading, Height, Nothing, Point, Scale, Series, SeriesChart

Sample = Callable[[], Drawable]
SampleOfSeries = Callable[[], SeriesChart]
REFERENCE = date(2023, 8, 31)


def heading(chart_id: str, title: str, height: Height = Height.MEDIUM) -> Heading:
    return Heading(
        id=chart_id,
        title=title,
        unit_line="per jaar",
        summary=f"{title} in één zin.",
        source="HRM",
        height=height,
    )


def year(number: int, value: str | None = None, nothing: Nothing | None = None, **more: Any) -> Point:
    """A point in the middle of a year."""
    shown = None if value is None else Decimal(value)
    return Point(at=date(number, 7, 1), label=str(number), value=shown, nothing=nothing, **more)


def month_end(index: int) -> date:
    """The last day of the month so many months after December 2021."""
    first = date(2021 + (index + 12) // 12, (index + 12) % 12 + 1, 1)
    return date.fromordinal(first.toordinal() - 1)


def parsed(drawing: str) -> Element:
    """Our own SVG as XML."""
    return fromstring(drawing)  # noqa: S314 - written by the code under test, not by a user


def line(points: Sequence[Point], breaks: Sequence[Break] = ()) -> SeriesChart:
    """A single percentage, for tests that bring their own points."""
    series = [Series(name="aandeel", points=tuple(points))]
    return charts.trend(heading("c-lijn", "Lijn"), series, scale=Scale.PERCENT, decimals=1, breaks=breaks)
