"""How a measure and a theme stand: every rule and settled reading of point 7 of the calculation contract."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from measures.status import (
    STATUS_MARKS,
    MeasureAssessment,
    MeasureFacts,
    MeasureStatus,
    MilestoneFact,
    Weights,
    actual_share,
    assess,
    counts,
    is_stale,
    judge,
    planned_share,
    theme_status,
)

TODAY = date(2023, 8, 31)
PAST, FUTURE = date(2023, 5, 31), date(2024, 5, 31)
YESTERDAY, TOMORROW = date(2023, 8, 30), date(2023, 9, 1)

NOT_STARTED, IN_PROGRESS, ON_TRACK = (
    MeasureStatus.NOT_STARTED,
    MeasureStatus.IN_PROGRESS,
    MeasureStatus.ON_TRACK,
)
AT_RISK, BEHIND, OVERDUE = MeasureStatus.AT_RISK, MeasureStatus.BEHIND, MeasureStatus.OVERDUE
DONE, STOPPED, UNKNOWN = MeasureStatus.DONE, MeasureStatus.STOPPED, MeasureStatus.UNKNOWN


def step(weight: int, due: date = FUTURE, done_on: date | None = None) -> MilestoneFact:
    return MilestoneFact(due, Decimal(weight), done_on)


def facts(*milestones: MilestoneFact, **rest: object) -> MeasureFacts:
    return MeasureFacts(milestones=milestones, **rest)  # type: ignore[arg-type]


def planned_and_done(planned: int, done: int, **rest: object) -> MeasureFacts:
    """A measure of weight 100 with shares to order and nothing overdue: what is short is due today."""
    early = step(min(planned, done), PAST, PAST)
    short = step(max(planned - done, 0), TODAY)
    ahead = step(max(done - planned, 0), FUTURE, PAST)
    later = step(100 - max(planned, done), FUTURE)
    return facts(*(m for m in (early, short, ahead, later) if m.weight), **rest)


@pytest.mark.parametrize(
    ("planned", "done", "status"),
    [
        pytest.param(56, 60, ON_TRACK, id="ahead of the plan"),
        pytest.param(50, 50, ON_TRACK, id="on the plan"),
        pytest.param(55, 50, ON_TRACK, id="5 points short"),
        pytest.param(56, 50, AT_RISK, id="6 points short"),
        pytest.param(65, 50, AT_RISK, id="15 points short"),
        pytest.param(66, 50, BEHIND, id="16 points short"),
        pytest.param(0, 20, ON_TRACK, id="nothing planned yet, something done"),
        pytest.param(0, 0, NOT_STARTED, id="nothing planned, nothing done"),
        pytest.param(5, 0, ON_TRACK, id="something planned: it has started, if barely short"),
        pytest.param(16, 0, BEHIND, id="planned and nothing done is behind, not unstarted"),
        pytest.param(100, 100, DONE, id="all done"),
        pytest.param(60, 100, DONE, id="all done early"),
    ],
)
def test_status_by_milestones(planned: int, done: int, status: MeasureStatus) -> None:
    result = assess(planned_and_done(planned, done), TODAY)
    assert result.status is status
    assert (result.planned, result.actual) == (Decimal(planned) / 100, Decimal(done) / 100)


def test_thresholds_are_exact() -> None:
    """Of weight 60, 3 is exactly 5 points and 9 exactly 15."""
    assert assess(facts(step(3, TODAY), step(57)), TODAY).status is ON_TRACK
    assert assess(facts(step(9, TODAY), step(51)), TODAY).status is AT_RISK


@pytest.mark.parametrize(
    ("due", "late", "status"),
    [
        pytest.param(TODAY, 0, ON_TRACK, id="on its due day a milestone is planned, not late"),
        pytest.param(YESTERDAY, 1, AT_RISK, id="the day after, late: at least at risk"),
        pytest.param(TOMORROW, 0, ON_TRACK, id="not due yet"),
    ],
)
def test_an_overdue_milestone_makes_it_at_least_at_risk(due: date, late: int, status: MeasureStatus) -> None:
    result = assess(facts(step(50, PAST, PAST), step(5, due), step(45)), TODAY)
    assert (result.status, result.overdue_milestones, result.days_overdue) == (status, late, late)


def test_an_overdue_milestone_does_not_soften_behind() -> None:
    assert assess(facts(step(50, PAST), step(50)), TODAY).status is BEHIND


def test_a_milestone_done_after_the_day_was_not_done_on_it() -> None:
    result = assess(facts(step(1, PAST, TOMORROW)), TODAY)
    assert (result.actual, result.overdue_milestones, result.overdue_since) == (Decimal(0), 1, PAST)
    assert result.days_overdue == 92


@pytest.mark.parametrize(
    ("measure", "status"),
    [
        pytest.param(planned_and_done(100, 90, end=YESTERDAY), OVERDUE, id="its end passed and not done"),
        pytest.param(planned_and_done(100, 90, end=TODAY), AT_RISK, id="on its last day not yet"),
        pytest.param(planned_and_done(100, 100, end=PAST), DONE, id="done after all"),
        pytest.param(planned_and_done(20, 10, end=PAST, reported_status=STOPPED), STOPPED, id="stopped"),
        pytest.param(planned_and_done(0, 0, reported_status=ON_TRACK), ON_TRACK, id="reported as running"),
        pytest.param(
            planned_and_done(0, 0, reported_status=NOT_STARTED), NOT_STARTED, id="reported as not started"
        ),
        pytest.param(
            planned_and_done(50, 20, reported_status=DONE), BEHIND, id="milestones outweigh a report"
        ),
    ],
)
def test_status_beside_the_milestones(measure: MeasureFacts, status: MeasureStatus) -> None:
    assert assess(measure, TODAY).status is status


def test_days_overdue_count_from_its_own_end_once_that_has_passed() -> None:
    measure = facts(step(1, date(2023, 2, 28)), step(1, PAST, PAST), end=date(2023, 6, 30))
    result = assess(measure, TODAY)
    assert (result.status, result.overdue_since, result.days_overdue) == (OVERDUE, date(2023, 6, 30), 62)
    assert result.overdue_milestones == 1


@pytest.mark.parametrize("status", [DONE, STOPPED])
def test_what_is_done_or_stopped_is_not_late(status: MeasureStatus) -> None:
    measure = facts(reported_status=status, end=PAST)
    assert assess(measure, TODAY) == MeasureAssessment(status, None, None, Weights())
    late = facts(step(1, PAST), reported_status=STOPPED, end=PAST)
    assert assess(late, TODAY).days_overdue == 0


@pytest.mark.parametrize(
    ("measure", "status", "actual"),
    [
        pytest.param(facts(), UNKNOWN, None, id="nothing says anything"),
        pytest.param(facts(reported_status=UNKNOWN), UNKNOWN, None, id="an unmapped text"),
        pytest.param(facts(start=PAST), UNKNOWN, None, id="a start that passed does not say it runs"),
        pytest.param(facts(start=FUTURE), NOT_STARTED, None, id="it starts later"),
        pytest.param(facts(reported_status=NOT_STARTED), NOT_STARTED, None, id="reported as not started"),
        pytest.param(facts(reported_status=IN_PROGRESS), IN_PROGRESS, None, id="it runs, without a verdict"),
        pytest.param(
            facts(reported_status=BEHIND), IN_PROGRESS, None, id="a reported verdict is no computed one"
        ),
        pytest.param(facts(reported_status=DONE, end=PAST), DONE, None, id="done"),
        pytest.param(facts(reported_status=STOPPED), STOPPED, None, id="stopped"),
        pytest.param(facts(end=YESTERDAY), OVERDUE, None, id="its own end passed"),
        pytest.param(facts(end=TODAY, reported_status=IN_PROGRESS), IN_PROGRESS, None, id="on its last day"),
        pytest.param(
            facts(end=PAST, reported_status=IN_PROGRESS), OVERDUE, None, id="it still runs after its end"
        ),
        pytest.param(facts(result_count=3, result_goal=4), IN_PROGRESS, "0.75", id="result against goal"),
        pytest.param(facts(result_count=4, result_goal=4), DONE, 1, id="goal reached"),
        pytest.param(
            facts(result_count=6, result_goal=4, end=PAST), DONE, "1.5", id="shown as it is, above 1"
        ),
        pytest.param(
            facts(result_count=3, result_goal=4, end=PAST), OVERDUE, "0.75", id="end passed, goal not"
        ),
        pytest.param(facts(result_count=0, result_goal=4), UNKNOWN, 0, id="a count of nothing says nothing"),
        pytest.param(facts(result_count=3), UNKNOWN, None, id="a count without a goal"),
        pytest.param(facts(result_count=3, result_goal=0), UNKNOWN, None, id="a goal of nothing"),
    ],
)
def test_status_without_milestones(measure: MeasureFacts, status: MeasureStatus, actual: object) -> None:
    measure = MeasureFacts(
        start=measure.start,
        end=measure.end,
        result_count=None if measure.result_count is None else Decimal(measure.result_count),
        result_goal=None if measure.result_goal is None else Decimal(measure.result_goal),
        reported_status=measure.reported_status,
    )
    result = assess(measure, TODAY)
    assert (result.status, result.planned) == (status, None)
    assert result.actual == (None if actual is None else Decimal(str(actual)))


@pytest.mark.parametrize(
    ("reported", "is_manual", "shown"),
    [
        pytest.param(ON_TRACK, True, ON_TRACK, id="a deviating choice is shown beside the rules"),
        pytest.param(BEHIND, True, None, id="the same choice is no deviation"),
        pytest.param(ON_TRACK, False, None, id="an earlier computed status is no choice"),
        pytest.param(None, False, None, id="no update"),
    ],
)
def test_manual_status_stands_beside_the_computed_one(
    reported: MeasureStatus | None, is_manual: bool, shown: MeasureStatus | None
) -> None:
    result = assess(planned_and_done(66, 50, reported_status=reported, is_manual=is_manual), TODAY)
    assert (result.status, result.manual_status) == (BEHIND, shown)


def test_shares_on_their_own() -> None:
    milestones = (step(1, PAST, PAST), step(3, PAST), step(4))
    assert planned_share(milestones, TODAY) == Decimal("0.5")
    assert actual_share(facts(*milestones), TODAY) == Decimal("0.125")
    assert planned_share((), TODAY) is None
    assert actual_share(facts(result_count=Decimal(1), result_goal=Decimal(4)), TODAY) == Decimal("0.25")


def judged(planned: int, done: int, **rest: object) -> MeasureAssessment:
    return assess(planned_and_done(planned, done, **rest), TODAY)


def reported(status: MeasureStatus) -> MeasureAssessment:
    return assess(facts(reported_status=status), TODAY)


LATE = assess(facts(end=PAST), TODAY)


@pytest.mark.parametrize(
    ("measures", "status"),
    [
        pytest.param([judged(60, 64), judged(60, 60)], ON_TRACK, id="on track together"),
        pytest.param(
            [judged(100, 50), judged(20, 50)], AT_RISK, id="one ahead makes up for one behind, in part"
        ),
        pytest.param([judged(66, 38)], BEHIND, id="28 points short"),
        pytest.param([judged(60, 60), LATE], AT_RISK, id="an overdue measure: at least at risk"),
        pytest.param([judged(66, 38), LATE], BEHIND, id="behind stays behind"),
        pytest.param([reported(IN_PROGRESS), LATE], AT_RISK, id="overdue without any milestones"),
        pytest.param([LATE], AT_RISK, id="only overdue"),
        pytest.param([judged(100, 100), reported(DONE)], DONE, id="all done"),
        pytest.param([reported(DONE), reported(STOPPED)], DONE, id="stopped no longer counts"),
        pytest.param([judged(0, 0), reported(NOT_STARTED)], NOT_STARTED, id="nothing started"),
        pytest.param(
            [judged(50, 10, reported_status=STOPPED), judged(50, 50)], ON_TRACK, id="nor does it weigh"
        ),
        pytest.param([reported(IN_PROGRESS), reported(UNKNOWN)], IN_PROGRESS, id="no milestones: it runs"),
        pytest.param([reported(DONE), reported(NOT_STARTED)], IN_PROGRESS, id="some done, some to start"),
        pytest.param([reported(UNKNOWN), reported(NOT_STARTED)], UNKNOWN, id="unknown"),
        pytest.param([reported(STOPPED)], STOPPED, id="all stopped"),
        pytest.param([], UNKNOWN, id="no measures"),
    ],
)
def test_theme_of_a_unit(measures: list[MeasureAssessment], status: MeasureStatus) -> None:
    result = theme_status(measures)
    assert result.status is status
    assert sum(result.counts.values()) == len(measures)


def test_a_theme_is_judged_the_same_from_weights_and_counts_that_were_added_up_before() -> None:
    measures = [judged(60, 60), judged(100, 50), judged(50, 10, reported_status=STOPPED), LATE]
    together = theme_status(measures)
    assert judge(together.weights, together.counts) is together.status is BEHIND


def test_theme_adds_weights_not_shares() -> None:
    heavy = assess(facts(step(300, TODAY, TODAY)), TODAY)
    light = assess(facts(step(50, TODAY), step(50)), TODAY)
    result = theme_status([heavy, light, LATE])
    assert (result.planned, result.actual) == (Decimal("0.875"), Decimal("0.75"))
    assert result.weights == Weights(Decimal(400), Decimal(350), Decimal(300))
    assert result.counts[OVERDUE] == 1


def test_counts_have_every_status() -> None:
    tally = counts([DONE, DONE, AT_RISK])
    assert list(tally) == list(MeasureStatus)
    assert (tally[DONE], tally[AT_RISK], tally[BEHIND]) == (2, 1, 0)


@pytest.mark.parametrize(
    ("last_update_on", "round_opened", "stale"),
    [
        pytest.param(TODAY - timedelta(days=120), None, False, id="120 days"),
        pytest.param(TODAY - timedelta(days=121), None, True, id="older than 120 days"),
        pytest.param(date(2023, 8, 2), date(2023, 8, 3), True, id="before the round opened"),
        pytest.param(date(2023, 8, 3), date(2023, 8, 3), False, id="on the day it opened"),
        pytest.param(date(2023, 8, 3), date(2023, 9, 3), False, id="the round opens later"),
        pytest.param(None, date(2023, 8, 3), False, id="never updated: nothing to grow old"),
    ],
)
def test_stale(last_update_on: date | None, round_opened: date | None, stale: bool) -> None:
    assert is_stale(last_update_on, TODAY, round_opened) is stale


def test_every_status_has_its_own_word_and_icon() -> None:
    assert set(STATUS_MARKS) == set(MeasureStatus)
    assert len({mark.word for mark in STATUS_MARKS.values()}) == len(MeasureStatus)
    assert len({mark.icon for mark in STATUS_MARKS.values()}) == len(MeasureStatus)


DAYS = st.dates(date(2022, 1, 1), date(2025, 12, 31))
STEPS = st.builds(MilestoneFact, DAYS, st.integers(1, 50).map(Decimal), st.none() | DAYS)


@given(st.lists(STEPS, min_size=1, max_size=8), DAYS, st.randoms())
def test_order_does_not_matter_and_shares_stay_within_bounds(
    steps: list[MilestoneFact], on: date, chance: object
) -> None:
    result = assess(facts(*steps), on)
    assert result.planned is not None
    assert result.actual is not None
    assert 0 <= result.planned <= 1
    assert 0 <= result.actual <= 1
    chance.shuffle(steps)  # type: ignore[attr-defined]
    assert assess(facts(*steps), on) == result


@given(st.lists(STEPS, min_size=1, max_size=8), DAYS, DAYS)
def test_planned_and_actual_never_fall(steps: list[MilestoneFact], one: date, two: date) -> None:
    early, late = (assess(facts(*steps), day) for day in sorted((one, two)))
    assert early.planned is not None
    assert late.planned is not None
    assert early.planned <= late.planned
    assert early.weights.done <= late.weights.done


@given(st.lists(STEPS, min_size=1, max_size=8), DAYS)
def test_a_theme_of_one_measure_stands_as_that_measure(steps: list[MilestoneFact], on: date) -> None:
    measure = assess(facts(*steps), on)
    theme = theme_status([measure])
    assert (theme.planned, theme.actual) == (measure.planned, measure.actual)
    if not measure.overdue_milestones:
        assert theme.status is measure.status
