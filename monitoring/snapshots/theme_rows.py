"""One theme of a unit in a month: its measures weighed together, its indicators counted, its parts added."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from measures.status import MeasureStatus, Weights, judge
from monitoring.models import ThemeSnapshot
from monitoring.snapshots.indicator_rows import TABLE as INDICATORS
from monitoring.snapshots.measure_rows import MeasureState
from monitoring.snapshots.versions import AMSTERDAM, Row, Table

TABLE = Table(
    ThemeSnapshot,
    key=("unit_id", "month", "theme_id"),
    columns=(
        "status", "planned", "actual", "planned_weight", "done_weight", "total_weight", "measures",
        "measure_counts", "overdue", "stale", "oldest_update_on",
        "latest_update_on", "indicator_counts", "nothing_counts",
        "figures", "figures_interpreted", "parts", "expected_parts",
    ),
)  # fmt: skip
TWO = Decimal("0.01")
SIX = Decimal("0.000001")
ZERO = Decimal(0)
STATUS = INDICATORS.columns.index("status")
NOTHING = INDICATORS.columns.index("nothing")
VALUE = INDICATORS.columns.index("value")
INTERPRETED = INDICATORS.columns.index("has_interpretation")


@dataclass(frozen=True, slots=True)
class Tally:
    """Measures added up: how much they weigh, how many stand how, and when they were last reported on."""

    weights: Weights
    counts: Mapping[str, int]
    stale: int
    oldest: dt.date | None
    latest: dt.date | None

    @property
    def measures(self) -> int:
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class PartTally:
    """The theme row of a unit below, and when it was the one that was known."""

    unit_id: int
    known_from: dt.date
    known_until: dt.date | None
    tally: Tally

    def is_known_on(self, day: dt.date) -> bool:
        return self.known_from <= day and (self.known_until is None or day < self.known_until)


def tally_of(states: Iterable[MeasureState]) -> Tally:
    """Add the measures of one unit up; stopped ones no longer weigh."""
    states = list(states)
    live = [s.assessment.weights for s in states if s.assessment.status is not MeasureStatus.STOPPED]
    reported = [s.last_update_on for s in states if s.last_update_on]
    return Tally(
        _total(live),
        Counter(s.assessment.status.value for s in states),
        sum(s.stale for s in states),
        min(reported, default=None),
        max(reported, default=None),
    )


def together(tallies: Sequence[Tally]) -> Tally:
    """Add the tallies of a unit and the units below it up."""
    counts: Counter[str] = Counter()
    for tally in tallies:
        counts.update(tally.counts)
    return Tally(
        _total([tally.weights for tally in tallies]),
        counts,
        sum(tally.stale for tally in tallies),
        min((t.oldest for t in tallies if t.oldest), default=None),
        max((t.latest for t in tallies if t.latest), default=None),
    )


def _total(weights: Sequence[Weights]) -> Weights:
    return Weights(
        sum((w.total for w in weights), ZERO),
        sum((w.planned for w in weights), ZERO),
        sum((w.done for w in weights), ZERO),
    )


def row_of(tally: Tally, indicators: Sequence[Row], parts: tuple[int, int] | None) -> Row:
    """The stored row of one theme; `parts` are the units below that reported, of those that exist."""
    weights = tally.weights
    status = judge(weights, {s: tally.counts.get(s.value, 0) for s in MeasureStatus})
    shown = [row for row in indicators if row[VALUE] is not None]
    return (
        status.value,
        _share(weights.planned_share),
        _share(weights.done_share),
        weights.planned.quantize(TWO),
        weights.done.quantize(TWO),
        weights.total.quantize(TWO),
        tally.measures,
        dict(sorted(tally.counts.items())),
        tally.counts.get(MeasureStatus.OVERDUE.value, 0),
        tally.stale,
        tally.oldest,
        tally.latest,
        _count(row[STATUS] for row in indicators),
        _count(row[NOTHING] for row in indicators),
        len(shown),
        sum(row[INTERPRETED] for row in shown),
        *(parts or (None, None)),
    )


def _count(words: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(word for word in words if word).items()))


def _share(value: Decimal | None) -> Decimal | None:
    return None if value is None else value.quantize(SIX)


PartKey = tuple[dt.date, int | None]


def read_parts(unit_id: int, first_month: dt.date) -> dict[PartKey, list[PartTally]]:
    """The theme rows of the units below, every version, by month and theme."""
    rows = ThemeSnapshot.objects.filter(unit__parent=unit_id, month__gte=first_month).values_list(
        "month", "theme_id", "unit_id", "known_from", "known_until", "planned_weight", "done_weight",
        "total_weight", "measure_counts", "stale", "oldest_update_on", "latest_update_on",
    )  # fmt: skip
    found: dict[PartKey, list[PartTally]] = defaultdict(list)
    for month, theme_id, *rest in rows:
        found[(month, theme_id)].append(_part(rest))
    return found


def _part(row: list[Any]) -> PartTally:
    unit_id, known_from, known_until, planned, done, total, counts, stale, oldest, latest = row
    tally = Tally(Weights(total, planned, done), counts, stale, oldest, latest)
    return PartTally(unit_id, _day(known_from), _day(known_until) if known_until else None, tally)


def _day(moment: dt.datetime) -> dt.date:
    return moment.astimezone(AMSTERDAM).date()
