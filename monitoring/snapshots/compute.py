"""Computing all rows of a run, month by month; nothing is written here."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from functools import partial

from monitoring.snapshots import figure_rows, indicator_rows, measure_rows, theme_rows
from monitoring.snapshots.facts import MeasureInputs
from monitoring.snapshots.hidden import HiddenParts
from monitoring.snapshots.measure_rows import MeasureState
from monitoring.snapshots.months import Months, Through
from monitoring.snapshots.run import Followed, Run
from monitoring.snapshots.theme_rows import PartTally, tally_of, together
from monitoring.snapshots.versions import Key, Row, open_rows
from pvi.lib.months import end_of_month

# The main series of an indicator: only these count in a theme.
MAIN = {"", "totaal"}
WHOLE_UNIT = None
ByTheme = dict[int | None, list[Through[Row]]]


def compute(run: Run) -> None:
    """Gather all changes of a run."""
    hidden = HiddenParts(run.inputs)
    _figures(run, hidden)
    indicators = Months(run, indicator_rows.TABLE)
    measures = Months(run, measure_rows.TABLE)
    themes = Months(run, theme_rows.TABLE)
    for month in run.months():
        run.beat(month)
        judged = _indicators(run, month, indicators, hidden)
        states = _measures(run, month, measures)
        _themes(run, month, themes, judged, states)
    for table in (indicators, measures, themes):
        table.close_what_is_gone()


def _figures(run: Run, hidden: HiddenParts) -> None:
    changes = run.table(figure_rows.TABLE)
    opened: dict[Key, tuple[int, Row]] = {}
    for subject in run.inputs.subjects if run.covered_until else ():
        opened |= open_rows(figure_rows.TABLE, unit=subject.unit_id, group=subject.group_id)
    for series_id, one in run.series.items():
        concealed = hidden.of(one)
        for period in one.series.days:
            versions = figure_rows.versions_of(one.subject, one.series, period, concealed)
            key = (*series_id, period.code)
            if run.covered_until is None:
                changes.past(key, versions)
            else:
                changes.present(key, versions[-1][1], run.now, opened)


def _indicators(run: Run, month: dt.date, out: Months, hidden: HiddenParts) -> ByTheme:
    """Add the indicator rows of a month; returns those of the unit itself by theme."""
    by_theme: ByTheme = defaultdict(list)
    for (unit_id, group_id, indicator_id, disaggregation), one in run.series.items():
        state = partial(_indicator_on, one, hidden, end_of_month(month))
        days = indicator_rows.change_days(one.series, one.aims, month, run.today) if run.is_new(month) else ()
        through = out.add(month, (unit_id, group_id, month, indicator_id, disaggregation), days, state)
        if unit_id and disaggregation in MAIN:
            by_theme[one.series.rules.theme_id].append(through)
    return by_theme


def _indicator_on(one: Followed, hidden: HiddenParts, end: dt.date, day: dt.date) -> Row | None:
    return indicator_rows.state_of(one.subject, one.series, one.aims, hidden.of(one), min(day, end), day)


Measures = dict[int | None, list[Through[MeasureState]]]


def _measures(run: Run, month: dt.date, out: Months) -> Measures:
    """Add the measure rows of a month; returns their states by theme."""
    by_theme: Measures = defaultdict(list)
    for measure in run.inputs.measures:
        seen: dict[dt.date, MeasureState | None] = {}
        state = partial(_measure_on, run, measure, end_of_month(month), seen)
        days = (
            measure_rows.change_days(measure, run.inputs.rounds, month, run.today)
            if run.is_new(month)
            else ()
        )
        through = out.add(month, (run.unit.pk, month, measure.measure_id), days, state)
        by_theme[measure.theme_id].append(Through([(day, seen[day]) for day in through.days]))
    return by_theme


def _measure_on(
    run: Run, measure: MeasureInputs, end: dt.date, seen: dict[dt.date, MeasureState | None], day: dt.date
) -> Row | None:
    found = measure_rows.state_of(measure, run.inputs.rounds, min(day, end), day)
    seen[day] = found
    return found.row if found else None


def _themes(run: Run, month: dt.date, out: Months, judged: ByTheme, states: Measures) -> None:
    for theme_id in (*run.inputs.theme_ids, WHOLE_UNIT):
        whole = theme_id is WHOLE_UNIT
        rows = [r for of in judged.values() for r in of] if whole else judged.get(theme_id, [])
        measures = [m for of in states.values() for m in of] if whole else states.get(theme_id, [])
        parts = run.parts.get((month, theme_id), [])
        state = partial(_theme_on, run, month, rows, measures, parts)
        days = {
            month,
            *(day for row in rows for day in row.days),
            *(day for one in measures for day in one.days),
        }
        days |= {max(part.known_from, month) for part in parts}
        out.add(month, (run.unit.pk, month, theme_id), sorted(days), state)


def _theme_on(
    run: Run,
    month: dt.date,
    rows: Sequence[Through[Row]],
    measures: Sequence[Through[MeasureState]],
    parts: Sequence[PartTally],
    day: dt.date,
) -> Row:
    own = tally_of(state for through in measures if (state := through.on(day)))
    below = [part for part in parts if part.is_known_on(day)]
    tally = together([own, *(part.tally for part in below)]) if below else own
    shown = [row for through in rows if (row := through.on(day))]
    return theme_rows.row_of(tally, shown, _reporting(run, month, below))


def _reporting(run: Run, month: dt.date, below: Sequence[PartTally]) -> tuple[int, int] | None:
    """How many of the units below reported in the round of this month, of those that exist."""
    end = min(end_of_month(month), run.today)
    expected = {m.pk for m in run.inputs.subjects[0].members if m.is_active and m.is_valid_on(end)}
    if not expected:
        return None
    start = next((r.start for r in run.inputs.rounds if r.start <= end <= r.end), month)
    reported = {p.unit_id for p in below if p.tally.latest is not None and p.tally.latest >= start}
    return len(reported & expected), len(expected)
