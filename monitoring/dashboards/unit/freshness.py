"""How fresh everything is, who supplies it and whether it has duiding; every kind of nothing in words."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from monitoring.dashboards.unit.choice import Followed
from monitoring.dashboards.unit.links import indicator_url
from monitoring.dashboards.unit.rows import IndicatorRows
from monitoring.dashboards.unit.subject import Subject
from monitoring.dashboards.wording import standing
from monitoring.models import IndicatorSnapshot
from monitoring.progress import NOTHING_MARKS, Nothing
from pvi.lib.formatting import date_short
from pvi.lib.marks import Mark

OF_EACH_NOTHING = 2
MOST_VALUES = 5


@dataclass(frozen=True)
class Fresh:
    """One indicator: its newest value or kind of nothing, who supplies it, and whether it has duiding."""

    name: str
    url: str
    theme: str
    value: str
    period: str
    nothing: Mark | None
    words: str
    supplier: str
    is_interpreted: bool
    kind: Nothing | None

    @property
    def has_value(self) -> bool:
        return bool(self.value)


@dataclass(frozen=True)
class Freshness:
    """A short table with an example of everything, and the whole one to fold open."""

    short: tuple[Fresh, ...]
    every: tuple[Fresh, ...]
    counts: tuple[tuple[str, int], ...]


def freshness(
    subject: Subject, known: Mapping[str, Followed], rows: IndicatorRows, charted: Iterable[int]
) -> Freshness:
    """Every indicator that this reader may see, in the order of the themes."""
    every = [_fresh(subject, one, rows.unit.get(one.version.indicator_id)) for one in known.values()]
    first = {
        known_one.version.indicator.name
        for known_one in known.values()
        if known_one.version.indicator_id in set(charted)
    }
    return Freshness(_short(every, first), tuple(every), _counts(every))


def _short(every: Sequence[Fresh], first: set[str]) -> tuple[Fresh, ...]:
    valued = sorted(
        (one for one in every if one.has_value and one.kind is None), key=lambda one: one.name not in first
    )
    kept = valued[:MOST_VALUES]
    for kind in Nothing:
        kept += [one for one in every if one.kind is kind][:OF_EACH_NOTHING]
    return tuple(kept)


def _counts(every: Iterable[Fresh]) -> tuple[tuple[str, int], ...]:
    """How many indicators have a value that holds, and how many have which kind of nothing."""
    found = Counter(one.kind for one in every)
    words = [("met een actueel cijfer", found[None])]
    words += [(mark.word, found[kind]) for kind, mark in NOTHING_MARKS.items()]
    return tuple((word, count) for word, count in words if count)


def _fresh(subject: Subject, one: Followed, row: IndicatorSnapshot | None) -> Fresh:
    version, indicator = one.version, one.version.indicator
    kind = _kind(one, row)
    held = standing(row, version) if row is not None else None
    return Fresh(
        name=indicator.name,
        url=indicator_url(subject, indicator),
        theme=str(indicator.theme.number) if indicator.theme else "",
        value=held.value if held else "",
        period=_period(held.period, held.certainty) if held and held.value else "",
        nothing=NOTHING_MARKS[kind] if kind else None,
        words=_words(kind, row),
        supplier=indicator.owner_role or version.get_supplier_display(),
        is_interpreted=row is not None and row.has_interpretation,
        kind=kind,
    )


def _kind(one: Followed, row: IndicatorSnapshot | None) -> Nothing | None:
    if not one.applies:
        return Nothing.NOT_APPLICABLE
    if row is None:
        return Nothing.NOT_DELIVERED
    return Nothing(row.nothing) if row.nothing else None


def _period(period: str, certainty: str) -> str:
    return f"{period}, {certainty}" if certainty and certainty != "definitief" else period


def _words(kind: Nothing | None, row: IndicatorSnapshot | None) -> str:
    """Why there is no value, and until when one may wait for it."""
    due = date_short(row.due_on) if row and row.due_on else ""
    match kind:
        case Nothing.NOT_DUE if due:
            return f"nog niet verwacht, uiterlijk {due}"
        case Nothing.NOT_DELIVERED if due:
            return f"niet geleverd sinds {due}"
        case Nothing.SUPPRESSED:
            return "afgeschermd, klein aantal"
        case _:
            return NOTHING_MARKS[kind].word if kind else ""
