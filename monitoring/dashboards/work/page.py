"""The page of somebody's own work."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from measures.models import ProgressUpdate
from monitoring.dashboards.work.later import Coming, coming
from monitoring.dashboards.work.rounds import RoundState, round_state
from monitoring.dashboards.work.tasks import Rank, Task, tasks_of
from monitoring.models import Interpretation

WEEK = dt.timedelta(days=7)
# So many of each kind are listed, the rest is a number: the page stays a list to work through.
MOST_OF_A_KIND = 5
MOST_LATE = 20
MOST_COMING = 15
REST = {
    Rank.LATE: "ook te laat",
    Rank.RETURNED: "ook teruggestuurd",
    Rank.TO_SIGN: "wachten ook op u",
    Rank.AT_RISK: "vragen ook om een nieuwe stand",
    Rank.NO_DUIDING: "cijfers zonder duiding",
    Rank.STALE: "ook verouderd",
}


@dataclass(frozen=True, slots=True)
class Done:
    """Something that this person did lately."""

    day: dt.date
    title: str


@dataclass(frozen=True, slots=True)
class WorkPage:
    """What to do now and later, what was done, and how the round stands."""

    tasks: Sequence[Task]
    total: int
    rest: Sequence[str]
    coming: Sequence[Coming]
    done: Sequence[Done]
    round: RoundState | None


def for_person(user: Any, day: dt.date) -> WorkPage:
    """Everything for one person: a fixed number of queries, whatever there is to do."""
    tasks = tasks_of(user, day)
    kinds = {rank: [task for task in tasks if task.rank is rank] for rank in Rank}
    return WorkPage(
        tasks=[task for rank, kind in kinds.items() for task in kind[: _most(rank)]],
        total=len(tasks),
        rest=[_rest(rank, len(kind)) for rank, kind in kinds.items() if len(kind) > _most(rank)],
        coming=coming(user, day)[:MOST_COMING],
        done=_done(user, day),
        round=round_state(user, day),
    )


def _most(rank: Rank) -> int:
    return MOST_LATE if rank is Rank.LATE else MOST_OF_A_KIND


def _rest(rank: Rank, count: int) -> str:
    return f"En nog {count - _most(rank)}: {REST[rank]}."


def _done(user: Any, day: dt.date) -> list[Done]:
    """What this person reported and explained in the last week: two queries."""
    reported = ProgressUpdate.objects.filter(author=user, reported_on__gt=day - WEEK, reported_on__lte=day)
    explained = Interpretation.objects.filter(
        author=user, indicator__isnull=False, written_on__gt=day - WEEK, written_on__lte=day
    )
    found = [
        *(Done(one.reported_on, one.measure.title) for one in reported.select_related("measure")),
        *(
            Done(one.written_on, f"Duiding bij {one.indicator.name}")
            for one in explained.select_related("indicator")
            if one.indicator
        ),
    ]
    return sorted(found, key=lambda one: one.day, reverse=True)
