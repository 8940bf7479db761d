"""The figures of one series through time: which figure of which period was known on which day."""

import datetime as dt
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from monitoring.progress import Certainty, Figure, RollUp, combine, roll_up
from monitoring.snapshots.facts import Observed, Rules, Subject, figure_of
from pvi.lib.periods import Period

FIRMNESS = {Certainty.ESTIMATE: 0, Certainty.PROVISIONAL: 1, Certainty.FINAL: 2}


@dataclass(frozen=True, slots=True)
class Known:
    """The raw figure of one period as it was known from a day on, with where it came from."""

    figure: Figure
    contradicts: bool = False
    is_revised: bool = False
    source: str = ""
    remark: str = ""


@dataclass
class Series:
    """All figures of one indicator and disaggregation of one subject."""

    rules: Rules
    disaggregation: str
    days: dict[Period, list[dt.date]] = field(default_factory=dict)
    states: dict[Period, list[Known]] = field(default_factory=dict)

    def at(self, day: dt.date) -> list[Figure]:
        """The raw figures that were known on this day."""
        found = []
        for period, days in self.days.items():
            position = bisect_right(days, day)
            if position:
                found.append(self.states[period][position - 1].figure)
        return found

    @property
    def last_day(self) -> dt.date:
        """The day on which the newest figure became known."""
        return max((days[-1] for days in self.days.values()), default=dt.date.min)

    def changes(self) -> Iterable[tuple[dt.date, dt.date]]:
        """The days on which a figure became known, each with the first day of its period."""
        for period, days in self.days.items():
            for day in days:
                yield day, period.start


def series_of(subject: Subject, rules: Rules, disaggregation: str, observed: Iterable[Observed]) -> Series:
    """The series of a subject: delivered figures, and roll-ups of its members where those are delivered."""
    by_period: dict[Period, list[Observed]] = defaultdict(list)
    members = {member.pk for member in subject.members}
    for row in observed:
        if row.unit_id == subject.unit_id or row.unit_id in members:
            by_period[row.period].append(row)
    series = Series(rules, disaggregation)
    for period in sorted(by_period):
        if subject.applies(rules.of_period(period)[0]) or subject.unit_id in {
            r.unit_id for r in by_period[period]
        }:
            _add_period(series, subject, period, by_period[period])
    return series


def _add_period(series: Series, subject: Subject, period: Period, rows: list[Observed]) -> None:
    stored, _ = series.rules.of_period(period)
    parts = subject.expected_parts(stored, period.end)
    days: list[dt.date] = []
    states: list[Known] = []
    for day in sorted({row.known for row in rows}):
        known = _known(series.rules, subject, period, parts, [row for row in rows if row.known <= day])
        if known is not None and (not states or states[-1] != known):
            days.append(day)
            states.append(known)
    if states:
        series.days[period], series.states[period] = days, states


def _known(
    rules: Rules, subject: Subject, period: Period, parts: list[int], rows: list[Observed]
) -> Known | None:
    best = best_per_unit(rows)
    own = best.get(subject.unit_id) if subject.unit_id else None
    delivered = figure_of(own, rules) if own else None
    figures = [figure_of(best[part], rules) for part in parts if part in best]
    if not figures:
        return _delivered(own, delivered)
    definition = rules.of_period(period)[1]
    if definition.roll_up is RollUp.NONE:
        return _delivered(own, delivered)
    rolled = roll_up(figures, definition, len(parts), period=period)
    combined = combine(delivered, rolled, definition)
    if delivered is not None and own is not None:
        return Known(delivered, combined.contradicts, own.revision > 1, own.source, own.remark)
    revised = any(row.revision > 1 for row in best.values())
    return Known(rolled, False, revised, f"{rolled.parts} van {rolled.expected_parts} onderdelen")


def _delivered(own: Observed | None, figure: Figure | None) -> Known | None:
    if own is None or figure is None:
        return None
    return Known(figure, False, own.revision > 1, own.source, own.remark)


def best_per_unit(rows: list[Observed]) -> dict[int, Observed]:
    """Per unit the firmest figure, and of that the newest revision."""
    best: dict[int, Observed] = {}
    for row in rows:
        found = best.get(row.unit_id)
        if found is None or (FIRMNESS[row.certainty], row.revision) > (
            FIRMNESS[found.certainty],
            found.revision,
        ):
            best[row.unit_id] = row
    return best
