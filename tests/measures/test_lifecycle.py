"""Storing an update: the rules have the last word on the status, and all of it is stored or nothing."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks

from measures.facts import stand_of
from measures.lifecycle import DayIsLocked, Report, record_update, role_in_words, rule
from measures.models import Measure, Milestone, ProgressUpdate
from measures.status import MeasureStatus as S
from pvi.records.models import DueMark
from tests.measures.conftest import TODAY, Small, sign_off


def report(status: S = S.BEHIND, **more: Any) -> Report:
    return Report(**{"status": status, "computed": S.BEHIND, "text": "Loopt vast.", **more})


def store(small: Small, of: Measure, what: Report) -> ProgressUpdate:
    anna = small.people["anna"]
    return record_update(measure=of, author=anna, author_role="aanjager ROT", on=TODAY, report=what)


def open_milestone(of: Measure) -> Milestone:
    return of.milestones.get(done_on__isnull=True)


def test_who_keeps_the_computed_status_follows_the_rules(small: Small) -> None:
    ruling = rule(stand_of(small.with_milestones, TODAY), report())
    assert (ruling.status, ruling.is_manual) == (S.BEHIND, False)


def test_the_rules_count_the_milestones_that_are_reported_with_it(small: Small) -> None:
    done = frozenset({open_milestone(small.with_milestones).pk})
    ruling = rule(stand_of(small.with_milestones, TODAY), report(milestones_done=done))
    assert (ruling.status, ruling.is_manual) == (S.DONE, False)


def test_another_status_than_the_rules_give_is_a_deviation(small: Small) -> None:
    ruling = rule(stand_of(small.with_milestones, TODAY), report(S.ON_TRACK))
    assert (ruling.status, ruling.is_manual) == (S.ON_TRACK, True)


def test_stopping_a_measure_with_milestones_asks_for_a_reason(small: Small) -> None:
    assert rule(stand_of(small.with_milestones, TODAY), report(S.STOPPED)).is_manual


@pytest.mark.parametrize(
    ("told", "is_manual"),
    [(S.IN_PROGRESS, False), (S.DONE, False), (S.STOPPED, False), (S.ON_TRACK, True), (S.BEHIND, True)],
)
def test_without_milestones_the_rules_follow_the_report_except_for_a_verdict(
    small: Small, told: S, is_manual: bool
) -> None:
    ruling = rule(stand_of(small.without, TODAY), report(told, computed=S.UNKNOWN))
    assert (ruling.status, ruling.is_manual) == (told, is_manual)


def test_a_result_that_reaches_its_goal_is_done(small: Small) -> None:
    what = report(S.UNKNOWN, computed=S.UNKNOWN, result_count=Decimal(20))
    assert rule(stand_of(small.without, TODAY), what).status is S.DONE


def test_an_update_stores_what_was_reported_and_marks_its_milestones(small: Small) -> None:
    step = open_milestone(small.with_milestones)
    made = store(
        small, small.with_milestones, report(milestones_done=frozenset({step.pk}), friction="Te druk")
    )
    step.refresh_from_db()
    assert (made.status, made.friction, made.author) == ("done", "Te druk", small.people["anna"])
    assert (step.done_on, step.done_known_from) == (TODAY, made.known_from)


def test_the_reason_is_kept_only_for_a_deviation(small: Small) -> None:
    kept = store(small, small.with_milestones, report(S.ON_TRACK, reason="Besluit is genomen"))
    assert (kept.is_manual, kept.reason) == (True, "Besluit is genomen")
    assert store(small, small.with_milestones, report(reason="Overbodig")).reason == ""


def test_the_same_report_sent_twice_is_stored_once(small: Small) -> None:
    what = report(milestones_done=frozenset({open_milestone(small.with_milestones).pk}))
    assert store(small, small.with_milestones, what) == store(small, small.with_milestones, what)
    store(small, small.with_milestones, report(S.DONE, text="Nu iets anders."))
    assert ProgressUpdate.objects.count() == 2


def test_a_milestone_of_another_measure_stays_as_it_is(small: Small) -> None:
    step = open_milestone(small.with_milestones)
    store(small, small.without, report(S.IN_PROGRESS, milestones_done=frozenset({step.pk})))
    step.refresh_from_db()
    assert step.done_on is None


def test_a_day_that_is_vastgesteld_takes_nothing_more(small: Small) -> None:
    anna, bram = small.people["anna"], small.people["bram"]
    sign_off(small.rot, dt.date(2026, 9, 1), dt.date(2026, 12, 31), anna, bram)
    done = frozenset({open_milestone(small.with_milestones).pk})
    with pytest.raises(DayIsLocked, match="20 november 2026"):
        store(small, small.with_milestones, report(milestones_done=done))
    assert not ProgressUpdate.objects.exists()
    assert open_milestone(small.with_milestones).done_on is None


def test_an_update_asks_for_a_new_snapshot(
    small: Small, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    DueMark.objects.all().delete()
    with django_capture_on_commit_callbacks() as woken:
        store(small, small.with_milestones, report())
    assert set(DueMark.objects.values_list("key", flat=True)) == {"ROT", "KORPS"}
    assert len(woken) == 1


@pytest.mark.parametrize(
    ("name", "of", "words"),
    [
        ("anna", "with_milestones", "aanjager ROT"),
        ("tess", "national", "trekker DI"),
        ("dana", "national", "programmateam"),
    ],
)
def test_the_role_in_which_somebody_reports(small: Small, name: str, of: str, words: str) -> None:
    assert role_in_words(small.people[name], getattr(small, of)) == words
