"""What somebody has to do now, the most urgent first, each with why and one button."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from django.urls import reverse

from measures.status import STATUS_MARKS, MeasureStatus
from monitoring.dashboards.commitments.marks import LATE as LATE_TERM
from monitoring.dashboards.wording import period_text
from monitoring.dashboards.work import duties
from monitoring.models import IndicatorSnapshot, MeasureSnapshot
from pvi.lib.formatting import date_short, plural, time_left
from pvi.lib.marks import Mark, Tone
from pvi.organisation.access import reach
from themes.models import Submission, SubmissionState

LATE = Mark("Te laat", "i-late", Tone.BAD, "Te laat")
STALE = Mark("Verouderd", "i-rev", Tone.CALM, "Verouderd")
NO_DUIDING = Mark("Duiding ontbreekt", "v-missing", Tone.WARN, "Duiding")
RETURNED = Mark("Teruggestuurd", "i-warn", Tone.WARN, "Teruggestuurd")
TO_SIGN = Mark("Wacht op u", "i-todo", Tone.INFO, "Wacht op u")


class Rank(IntEnum):
    """How urgent a kind of task is, the most urgent first."""

    LATE = 0
    RETURNED = 1
    TO_SIGN = 2
    AT_RISK = 3
    NO_DUIDING = 4
    STALE = 5


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do; the button has the primary colour only for what is too late."""

    rank: Rank
    since: dt.date
    mark: Mark
    title: str
    why: str
    url: str = ""
    action: str = ""

    @property
    def edge(self) -> str:
        """The colour of the edge: bad, warn or calm."""
        return self.mark.tone if self.mark.tone in {Tone.BAD, Tone.WARN} else Tone.CALM

    @property
    def is_late(self) -> bool:
        return self.rank is Rank.LATE


def tasks_of(user: Any, day: dt.date) -> list[Task]:
    """Everything to do now: four queries."""
    mine = reach(user)
    related = ("measure__theme", "measure__unit")
    found = [
        *_measures(duties.to_report(mine, day).select_related(*related), day),
        *_figures(duties.to_explain(mine, day).select_related("indicator__theme", "unit")),
        *_submissions(duties.to_handle(mine).select_related("round", "unit", "submitted_by")),
        *_commitments(duties.my_commitments(user, day).filter(term_on__lt=day), day),
    ]
    return sorted(found, key=lambda task: (task.rank, task.since, task.title))


def _measures(rows: Iterable[MeasureSnapshot], day: dt.date) -> Iterable[Task]:
    for row in rows:
        url = reverse("measure-update", args=[row.measure.slug])
        rank, mark, since, why = _urgency(row, day)
        about = f"Maatregel, {_place(row)}. {why} {_last(row)}"
        yield Task(rank, since, mark, row.measure.title, about, url, "Bijwerken")


def _urgency(row: MeasureSnapshot, day: dt.date) -> tuple[Rank, Mark, dt.date, str]:
    if row.overdue_since is not None:
        what = "De maatregel is" if row.status == MeasureStatus.OVERDUE else _steps(row.overdue_milestones)
        days = plural((day - row.overdue_since).days, "dag", "dagen")
        why = f"{what} te laat: termijn was {date_short(row.overdue_since)}, {days} geleden."
        return Rank.LATE, LATE, row.overdue_since, why
    last = row.last_update_on or dt.date.min
    if row.status in duties.NEEDS_CARE:
        mark = STATUS_MARKS[MeasureStatus(row.status)]
        return Rank.AT_RISK, mark, last, "Er is meer dan 30 dagen niets gemeld."
    return Rank.STALE, STALE, last, "Nog niet bijgewerkt in deze ronde, of ouder dan 120 dagen."


def _steps(count: int) -> str:
    return plural(count, "mijlpaal is", "mijlpalen zijn")


def _place(row: MeasureSnapshot) -> str:
    theme = row.measure.theme
    where = f"thema {theme.number}" if theme else "alle thema’s"
    return f"landelijk, {where}" if row.measure.is_national else f"{row.measure.unit.short_name}, {where}"


def _last(row: MeasureSnapshot) -> str:
    return f"Laatste melding {date_short(row.last_update_on)}." if row.last_update_on else "Nog nooit gemeld."


def _figures(rows: Iterable[IndicatorSnapshot]) -> Iterable[Task]:
    for row in rows:
        since = row.period_end or dt.date.min
        why = f"Cijfer over {_period(row)}. Zonder duiding telt het niet als gerapporteerd."
        url = f"{reverse('indicator', args=[row.indicator.slug])}?eenheid={row.unit.slug}" if row.unit else ""
        yield Task(Rank.NO_DUIDING, since, NO_DUIDING, row.indicator.name, why, url, "Bekijk het cijfer")


def _period(row: IndicatorSnapshot) -> str:
    return period_text(row.period_code) or "een onbekende periode"


def _submissions(rows: Iterable[Submission]) -> Iterable[Task]:
    for row in rows:
        what = f"{str(row.round).capitalize()}, {row.unit.short_name}"
        if row.state == SubmissionState.RETURNED:
            yield Task(Rank.RETURNED, row.round.due_on, RETURNED, what, f"Gevraagd: {row.returned_reason}")
        else:
            by = f" door {row.submitted_by}" if row.submitted_by else ""
            why = f"Ingediend{by}. Lees mee en bespreek het met de aanjager."
            yield Task(Rank.TO_SIGN, row.round.due_on, TO_SIGN, what, why)


def _commitments(rows: Iterable[Any], day: dt.date) -> Iterable[Task]:
    for row in rows:
        url = reverse("commitment", args=[row.slug])
        kind = row.get_kind_display().capitalize()
        why = f"{kind}. Termijn was {date_short(row.term_on)}: {time_left(row.term_on, day)}."
        yield Task(Rank.LATE, row.term_on, LATE_TERM, row.name, why, url, "Bekijken")
