"""One indicator of a unit as a chart, of the kind that suits what it counts."""

from collections.abc import Sequence

from monitoring.charts import Heading, Height, Point, Scale, Series, SeriesChart, counts, membership, trend
from monitoring.dashboards.series import breaks_of, path_of
from monitoring.dashboards.unit.choice import Followed
from monitoring.dashboards.unit.subject import Subject
from monitoring.dashboards.wording import is_percentage, scale_of, value_text
from monitoring.models import IndicatorSnapshot
from pvi.lib.formatting import date_long, date_short


def heading_of(subject: Subject, one: Followed, summary: str, height: Height, unit_line: str = "") -> Heading:
    version, indicator = one.version, one.version.indicator
    return Heading(
        id=f"c-{indicator.slug}",
        title=indicator.name,
        unit_line=unit_line or _unit_line(one),
        summary=summary,
        source=(
            f"{indicator.instrument or version.get_supplier_display()}. Definitie {indicator.code}, "
            f"versie {version.number}, stand {date_short(subject.moment.day)}"
        ),
        height=height,
    )


def _unit_line(one: Followed) -> str:
    version = one.version
    if version.numerator_meaning and version.denominator_meaning and is_percentage(version):
        return f"{version.numerator_meaning}, aandeel van {version.denominator_meaning}"
    return f"aantal {version.scale_label}" if scale_of(version) is Scale.COUNT else version.scale_label


def chart_of(
    subject: Subject, one: Followed, row: IndicatorSnapshot | None, points: Sequence[Point]
) -> SeriesChart:
    """Counts over a year as bars, counts that last as a line, everything else as a trend with its path."""
    version = one.version
    scale = scale_of(version)
    heading = heading_of(subject, one, summary_of(one, row, points), Height.SMALL)
    if scale is Scale.COUNT and version.time_rule == "flow":
        breaks = breaks_of(one.versions, points)
        return counts(heading, points, unit_word=version.scale_label, breaks=breaks)
    if scale is Scale.COUNT and not (row and row.path):
        return membership(heading, points, unit_word=version.scale_label)
    return trend(
        heading,
        [Series(name=version.indicator.name, points=tuple(points))],
        scale=scale,
        decimals=version.decimals,
        target=path_of(row.path, has_baseline=row.baseline_value is not None) if row else (),
        breaks=breaks_of(one.versions, points),
    )


def summary_of(one: Followed, row: IndicatorSnapshot | None, points: Sequence[Point]) -> str:
    """From the first to the last value of the definition that counts now, and what the path asks."""
    valued = [point for point in points if point.value is not None]
    if not valued:
        return "Er zijn nog geen cijfers van deze eenheid."
    same = [point for point in valued if point.definition == valued[-1].definition]
    first, last = same[0], same[-1]
    now = f"{value_text(last.figure, one.version)} over {last.label}"
    course = (
        f"Van {value_text(first.figure, one.version)} over {first.label} naar {now}." if len(same) > 1 else ""
    )
    parts = [course or f"Het cijfer is {now}.", _path_text(one, row)]
    if len(same) < len(valued):
        parts.append("Eerdere cijfers hebben een andere definitie.")
    return " ".join(part for part in parts if part)


def _path_text(one: Followed, row: IndicatorSnapshot | None) -> str:
    if row is None or row.target_value is None:
        return ""
    aim = f"De streefwaarde is {value_text(row.target_value, one.version)}"
    aim += f" op {date_long(row.target_day)}" if row.target_day else ""
    asks = f"; het pad vraagt nu {value_text(row.expected, one.version)}" if row.expected is not None else ""
    return f"{aim}{asks}."
