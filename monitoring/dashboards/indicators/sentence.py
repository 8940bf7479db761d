"""What a series says in one or two sentences; growth only inside one definition."""

from collections.abc import Sequence
from decimal import Decimal

from monitoring.charts import Certainty, Nothing, Point
from monitoring.dashboards.indicators.missing import Placed
from monitoring.dashboards.wording import is_percentage, value_text
from monitoring.models import DefinitionVersion
from pvi.lib.formatting import number, percent
from pvi.lib.periods import Period, PeriodKind

HUNDRED = Decimal(100)
WHOLE_YEARS = {PeriodKind.YEAR, PeriodKind.SPAN}
NO_FIGURE = "Er is nog geen cijfer om te tonen."
NO_TREND = "Over de breuken heen is geen trend te geven."


def sentence_of(series: Sequence[Placed], definition: DefinitionVersion, *, has_breaks: bool) -> str:
    """The newest value and how it got there, in words that do not judge."""
    valued = [(period, point) for period, point in series if point.value is not None]
    if not valued:
        hidden = any(point.nothing is Nothing.SUPPRESSED for _, point in series)
        return "De cijfers zijn afgeschermd: te klein om te tonen." if hidden else NO_FIGURE
    said = _about_the_newest(valued, definition)
    return f"{said} {NO_TREND}" if has_breaks else said


def _about_the_newest(valued: Sequence[Placed], definition: DefinitionVersion) -> str:
    period, newest = valued[-1]
    before = _compared_with(valued)
    what = "het aandeel" if is_percentage(definition) else "de waarde"
    if definition.decimals == 0 and definition.roll_up == "sum":
        what = "het aantal"
    value = value_text(newest.value, definition)
    if before is None:
        only = " Er is geen eerder cijfer volgens dezelfde definitie."
        return f"Over {period.label} is {what} {value}{_firmness(newest)}.{only}"
    then, earlier = before
    was = value_text(earlier.value, definition)
    change = _change(earlier.figure, newest.figure, definition)
    if earlier.figure == newest.figure:
        return f"In {period.label} is {what} {value}{_firmness(newest)}, gelijk aan {then.label}."
    verb = "stijgt" if newest.figure > earlier.figure else "daalt"
    path = f"van {was} naar {value} in {period.label}{_firmness(newest)}"
    return f"Sinds {then.label} {verb} {what} {path}: {change}."


def _compared_with(valued: Sequence[Placed]) -> Placed | None:
    """What the newest is held against: the first of its definition, or the same part of a year before."""
    period, newest = valued[-1]
    same = [
        (p, point)
        for p, point in valued[:-1]
        if point.definition == newest.definition and p.kind is period.kind
    ]
    if period.kind not in WHOLE_YEARS:
        same = [(p, point) for p, point in same if (p.number, p.end.year + 1) == _part_and_year(period)]
    return same[0] if same else None


def _part_and_year(period: Period) -> tuple[int, int]:
    return period.number, period.end.year


def _change(earlier: Decimal, newest: Decimal, definition: DefinitionVersion) -> str:
    gap = newest - earlier
    more = "meer" if gap > 0 else "minder"
    if is_percentage(definition):
        points = number(abs(gap), definition.decimals)
        return f"{points} procentpunt {more}"
    if not earlier:
        return f"{number(abs(gap), definition.decimals)} {more}"
    return f"{percent(abs(HUNDRED * gap / earlier), 1)} {more}"


def _firmness(point: Point) -> str:
    return {Certainty.PROVISIONAL: " (voorlopig)", Certainty.ESTIMATE: " (schatting)"}.get(
        point.certainty, ""
    )
