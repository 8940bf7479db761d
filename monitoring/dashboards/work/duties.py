"""What somebody has to do, by role: asked alike for the list of /mijn-werk and for the count in the menu."""

import datetime as dt
from typing import Any

from django.db.models import F, Q, QuerySet, Value

from measures.deadlines import IN_HAND
from measures.models import Commitment, Level
from measures.status import MeasureStatus
from monitoring.models import IndicatorSnapshot, MeasureSnapshot
from pvi.organisation.access import Reach, reach
from pvi.organisation.models import Role
from themes.models import Submission, SubmissionState

# Who reported so short ago has done what can be done for now.
RECENT = dt.timedelta(days=30)
CLOSED = [MeasureStatus.DONE, MeasureStatus.STOPPED]
NEEDS_CARE = [MeasureStatus.AT_RISK, MeasureStatus.BEHIND]
MAIN_SERIES = ("", "totaal")
NATIONAL = Q(measure__level=Level.NATIONAL)


def my_measures(mine: Reach, day: dt.date) -> QuerySet[MeasureSnapshot]:
    """The running measures that this person reports on, as they stand today."""
    own = Q(unit__in=mine.champion_of) & ~NATIONAL
    if Role.PROGRAMME_TEAM in mine.roles:
        own |= NATIONAL
    elif mine.theme_codes:
        own |= NATIONAL & Q(measure__theme__code__in=mine.theme_codes)
    rows: QuerySet[MeasureSnapshot] = MeasureSnapshot.objects.of_day(day)
    return rows.filter(own).exclude(status__in=CLOSED)


def to_report(mine: Reach, day: dt.date) -> QuerySet[MeasureSnapshot]:
    """Measures that are too late, at risk or behind without a recent update, or of which it is stale."""
    silent = Q(last_update_on=None) | Q(last_update_on__lt=day - RECENT)
    since_late = Q(last_update_on__lt=F("overdue_since"))
    late = Q(overdue_since__isnull=False) & (silent | since_late)
    return my_measures(mine, day).filter(late | Q(status__in=NEEDS_CARE) & silent | Q(is_stale=True))


def to_explain(mine: Reach, day: dt.date) -> QuerySet[IndicatorSnapshot]:
    """Current figures of the own unit that nobody wrote duiding with."""
    rows: QuerySet[IndicatorSnapshot] = IndicatorSnapshot.objects.of_day(day)
    return rows.filter(
        unit__in=mine.champion_of,
        value__isnull=False,
        is_old=False,
        has_interpretation=False,
        disaggregation__in=MAIN_SERIES,
    )


def to_handle(mine: Reach) -> QuerySet[Submission]:
    """What came back to the aanjager, and what waits for the EMT-lid."""
    returned = Q(state=SubmissionState.RETURNED, unit__in=mine.champion_of)
    waiting = Q(state=SubmissionState.SUBMITTED, unit__in=mine.lead_of)
    return Submission.objects.filter(returned | waiting)


def my_commitments(user: Any, day: dt.date) -> QuerySet[Commitment]:
    """Commitments still in hand: all for the programme team, those of the theme for its trekker."""
    mine = reach(user)
    commitments = Commitment.objects.visible_to(user).as_known_on(day).filter(status_now__in=IN_HAND)
    if Role.PROGRAMME_TEAM in mine.roles:
        return commitments
    return commitments.filter(theme__code__in=mine.theme_codes)


def count(user: Any, day: dt.date) -> int:
    """How much there is to do now, for the menu: one query."""
    mine = reach(user)
    return (
        _ones(to_report(mine, day))
        .union(
            _ones(to_explain(mine, day)),
            _ones(to_handle(mine)),
            _ones(my_commitments(user, day).filter(term_on__lt=day)),
            all=True,
        )
        .count()
    )


def _ones(rows: QuerySet[Any]) -> QuerySet[Any]:
    ones: QuerySet[Any] = rows.order_by().annotate(one=Value(1)).values_list("one")
    return ones
