"""How much of the work was planned and how much was done, month by month."""

import datetime as dt
from collections.abc import Mapping

from monitoring.charts import Heading, Height, MonthShare, SeriesChart, planned_actual
from monitoring.dashboards.unit.rows import Shares, ThemeRows, shares_of
from monitoring.dashboards.unit.subject import Subject
from monitoring.dashboards.unit.texts import Said
from monitoring.models import ThemeSnapshot
from pvi.lib.formatting import date_long, date_short, number, percent
from pvi.lib.months import end_of_month
from pvi.lib.periods import month_of


def plan_chart(subject: Subject, rows: ThemeRows) -> SeriesChart:
    """The planned and the actual share of the milestones of the whole unit."""
    day = subject.moment.day
    months = [(row, shares) for row in rows.whole if (shares := shares_of(row))]
    first = next((place for place, (_, shares) in enumerate(months) if shares.planned or shares.actual), 0)
    return planned_actual(
        Heading(
            id="c-plan",
            title="Gepland en werkelijk gereed",
            unit_line="aandeel van de mijlpalen, gewogen, per maand",
            summary=_summary(rows, day),
            source=f"mijlpalen, stand {date_short(day)}",
            height=Height.MEDIUM,
        ),
        # One month at zero shows where the work began; more of them would only push the rest aside.
        [_month(row, shares, day) for row, shares in months[max(0, first - 1) :]],
        reference=day,
    )


def _month(row: ThemeSnapshot, shares: Shares, day: dt.date) -> MonthShare:
    return MonthShare(
        at=min(end_of_month(row.month), day),
        label=month_of(row.month).label,
        planned=shares.planned,
        actual=shares.actual,
    )


def _summary(rows: ThemeRows, day: dt.date) -> str:
    latest, earlier = shares_of(rows.latest), shares_of(rows.earlier)
    if latest is None:
        return "Er zijn nog geen mijlpalen, dus er is niets om te tellen."
    done, planned = percent(latest.actual, 0), percent(latest.planned, 0)
    now = f"Op {date_long(day)} was {done} gereed en {planned} gepland."
    if earlier is None or rows.earlier is None:
        return now
    return f"{now} {_course(earlier, latest, end_of_month(rows.earlier.month))}"


def _course(earlier: Shares, latest: Shares, since: dt.date) -> str:
    """How the distance between plan and work went since the round before, in points."""
    before, after = number(earlier.gap, 0), number(latest.gap, 0)
    if before == after:
        return f"Het verschil bleef {after} punten."
    return f"Sinds {date_long(since)} ging het verschil van {before} naar {after} punten."


def missing_text(subject: Subject, rows: ThemeRows) -> str:
    """What stands in the place of duiding that nobody wrote."""
    if shares_of(rows.latest) is None:
        return "Er zijn geen mijlpalen, dus er is nog niets om te duiden."
    if subject.public_only:
        return "Er is geen openbare duiding bij deze lijn."
    return "Bij deze lijn staat nog niet wat zij betekent."


def said_of_plan(rows: ThemeRows, whole: Said | None, themes: Mapping[int, Said]) -> Said | None:
    """The duiding of the unit as a whole; without it that of the theme that is furthest from its plan."""
    if whole is not None:
        return whole
    gaps = ((shares.gap, pk) for pk, row in rows.now.items() if (shares := shares_of(row)))
    behind = next((pk for _, pk in sorted(gaps, reverse=True) if pk in themes), None)
    if behind is None:
        return None
    theme = next(theme for theme in rows.themes if theme.pk == behind)
    said = themes[behind]
    return Said(f"Over thema {theme.number}, {theme.name}: {said.text}", said.by, said.date)
