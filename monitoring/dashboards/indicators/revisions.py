"""What changed about figures that were shown before: the old and the new protected value, when, and why."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Min
from django.utils import timezone

from monitoring.dashboards.indicators.facts import SUPPRESSED, Facts
from monitoring.dashboards.indicators.recorded import Recorded
from monitoring.dashboards.indicators.sight import Sight, Subject
from monitoring.dashboards.wording import CERTAINTY_WORDS, parts_text, value_text
from monitoring.models import FigureSnapshot
from monitoring.progress import NOTHING_MARKS, Nothing
from pvi.lib.marks import Mark
from pvi.lib.periods import Period
from themes.models import Submission, SubmissionState

FIRST_SHOWN = 5
Key = tuple[int | None, int | None, str, str]


@dataclass(frozen=True)
class Side:
    """A figure before or after: its value or its kind of nothing, and how firm it was."""

    value: str
    nothing: Mark | None
    certainty: str


@dataclass(frozen=True)
class Revision:
    """One change of one figure."""

    day: dt.date
    what: str
    old: Side
    new: Side
    reason: str

    @property
    def is_about_firmness(self) -> bool:
        """Whether only the firmness changed, such as from voorlopig to definitief."""
        return self.old.value == self.new.value and self.old.nothing == self.new.nothing


def revisions_of(facts: Facts, recorded: Sequence[Recorded]) -> tuple[Revision, ...]:
    """All changes that the reader may know of, the newest first; two queries at most."""
    closed = FigureSnapshot.objects.filter(indicator=facts.indicator, known_until__isnull=False)
    versions = {(_key(row), row.known_from): row for row in (*closed, *facts.figures)}
    subjects = {subject.key: subject for subject in facts.sight.subjects}
    hidden = {_key(figure) for figure in facts.figures if figure.nothing == SUPPRESSED}
    shown_days = ShownDays.of(facts.sight)
    found = []
    for (key, _), old in versions.items():
        new = versions.get((key, old.known_until)) if old.known_until else None
        subject = subjects.get(key[:2])
        if new is None or subject is None or key in hidden or not _is_seen(facts, subject, old, new):
            continue
        if shown_days.include(subject, old) and _differ(old, new):
            found.append(_revision(facts, subject, old, new, _reason(old, new, recorded)))
    return tuple(sorted(found, key=lambda one: (one.day, one.what), reverse=True))


@dataclass(frozen=True)
class ShownDays:
    """On which days the figures of other units were shown: before their rounds always, then when signed."""

    sight: Sight
    signed: Mapping[int, Sequence[dt.date]]
    first: Mapping[int, dt.date]

    @classmethod
    def of(cls, sight: Sight) -> "ShownDays":
        others = [unit_id for unit_id in sight.moments if unit_id not in sight.unsigned]
        signed: dict[int, list[dt.date]] = defaultdict(list)
        first: dict[int, dt.date] = {}
        if others:
            rows = Submission.objects.filter(unit__in=others)
            for unit_id, at in rows.filter(state=SubmissionState.SIGNED_OFF).values_list("unit", "signed_at"):
                signed[unit_id].append(timezone.localdate(at))
            first = dict(rows.values_list("unit").annotate(Min("round__period_start")).order_by())
        return cls(sight, signed, first)

    def include(self, subject: Subject, version: FigureSnapshot) -> bool:
        """Whether this version of a figure was ever shown to those outside the unit."""
        unit = subject.unit or self.sight.korps
        start = timezone.localdate(version.known_from)
        end = timezone.localdate(version.known_until) if version.known_until else dt.date.max
        if self.sight.sees_unsigned(subject) or unit.pk not in self.first or start < self.first[unit.pk]:
            return True
        return any(start <= day < end for day in self.signed.get(unit.pk, ()))


def _key(row: FigureSnapshot) -> Key:
    return (row.unit_id, row.group_id, row.disaggregation, row.period_code)


def _is_seen(facts: Facts, subject: Subject, old: FigureSnapshot, new: FigureSnapshot) -> bool:
    moment = facts.sight.moment(subject)
    stored = facts.rules.of_period(Period.parse(old.period_code))[0]
    in_time = timezone.localdate(new.known_from) <= moment.known
    closed = facts.sight.sees_unsigned(subject) or old.period_end <= moment.day
    return in_time and closed and not facts.sight.hides(stored, subject)


def _differ(old: FigureSnapshot, new: FigureSnapshot) -> bool:
    """Whether a reader sees a difference; a part that came in late is no revision."""
    if parts_text(old) or parts_text(new):
        return False
    return (old.value, old.nothing, old.certainty) != (new.value, new.nothing, new.certainty)


def _revision(
    facts: Facts, subject: Subject, old: FigureSnapshot, new: FigureSnapshot, reason: str
) -> Revision:
    split = f" ({old.disaggregation})" if old.disaggregation else ""
    name = "Korps" if subject.unit and subject.unit.is_korps else subject.name
    return Revision(
        day=timezone.localdate(new.known_from),
        what=f"{name}, {Period.parse(old.period_code).label}{split}",
        old=_side(facts, old),
        new=_side(facts, new),
        reason="" if SUPPRESSED in {old.nothing, new.nothing} else reason,
    )


def _side(facts: Facts, row: FigureSnapshot) -> Side:
    definition = facts.rules.of_period(Period.parse(row.period_code))[0]
    return Side(
        value=value_text(row.value, definition),
        nothing=NOTHING_MARKS[Nothing(row.nothing)] if row.nothing else None,
        certainty=CERTAINTY_WORDS[row.certainty],
    )


def _reason(old: FigureSnapshot, new: FigureSnapshot, recorded: Iterable[Recorded]) -> str:
    """The reason of the correction that this version follows from, when there is one."""
    first, last = timezone.localdate(old.known_from), timezone.localdate(new.known_from)
    reasons: list[Any] = [
        (one.known, one.reason)
        for one in recorded
        if one.reason
        and (one.unit_id, one.disaggregation, one.period_code)
        == (new.unit_id, new.disaggregation, new.period_code)
        and first <= one.known <= last
    ]
    return str(max(reasons)[1]) if reasons else ""
