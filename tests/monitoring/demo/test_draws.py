"""The draws of the demo year without a database: the same every time, and true to their lots."""

import datetime as dt
import hashlib
import os
import subprocess
import sys
from collections import Counter

import pytest

from measures.status import MeasureStatus
from monitoring.demo import catalogue
from monitoring.demo.chance import dice
from monitoring.demo.counting import count_bounds, count_named
from monitoring.demo.courses import Course, Step
from monitoring.demo.days import LAST_KNOWN, REFERENCE, ROUNDS, between, working_day
from monitoring.demo.handing_in import hand_ins
from monitoring.demo.lots import STATUS, Lot, assigned_to
from monitoring.demo.nationals import national_plans, reports_on
from monitoring.demo.plans import measure_plans
from monitoring.demo.profiles import profiles
from monitoring.demo.reports import reports_of
from monitoring.demo.wording import Voice
from pvi.organisation.models import UnitKind
from themes.models import SubmissionState

DIGEST = """
import django; django.setup()
from tests.monitoring.demo.test_draws import digest
print(digest())
"""


def digest() -> str:
    """Everything that is drawn without the register, as one number."""
    plans = [(plan.code, plan.title, plan.goal, plan.course, reports_of(plan)) for plan in measure_plans()]
    nationals = [(plan.code, plan.course, reports_on(plan, is_public=True)) for plan in national_plans()]
    return hashlib.sha256(repr((plans, nationals, list(hand_ins().values()))).encode()).hexdigest()


def test_another_process_draws_the_same() -> None:
    environment = {**os.environ, "PYTHONHASHSEED": "7", "DJANGO_SETTINGS_MODULE": "pvi.settings"}
    other = subprocess.run(
        [sys.executable, "-c", DIGEST], env=environment, capture_output=True, text=True, check=True
    )
    assert other.stdout.strip() == digest()


def test_each_subject_has_dice_of_its_own() -> None:
    assert dice("a", 1).random() == dice("a", 1).random()
    assert dice("a", 1).random() != dice("a", 2).random()


def test_a_drawn_day_is_a_working_day_within_its_bounds() -> None:
    first, last = dt.date(2025, 12, 24), dt.date(2026, 1, 4)
    days = {between(dice("days", number), first, last) for number in range(60)}
    assert all(first <= day <= last and working_day(day) == day for day in days)
    assert dt.date(2025, 12, 25) not in days
    assert len(days) > 3


def test_there_is_a_day_where_there_is_no_room() -> None:
    assert between(dice("x"), dt.date(2026, 5, 20), dt.date(2026, 5, 1)) == dt.date(2026, 5, 20)


def test_each_measure_stands_where_its_lot_says() -> None:
    off = [
        plan.code
        for plan in measure_plans()
        if plan.course.steps
        and plan.course.status(REFERENCE, MeasureStatus.STOPPED if plan.assigned.lot is Lot.STOPPED else None)
        is not STATUS[plan.assigned.lot]
    ]
    assert off == []


@pytest.mark.parametrize("profile", profiles(), ids=lambda profile: profile.code)
def test_a_unit_has_a_believable_number_of_measures_over_the_themes(profile) -> None:  # type: ignore[no-untyped-def]
    assigned = assigned_to(profile)
    themes = Counter(one.item.theme for one in assigned)
    least, most = (12, 16) if profile.kind is UnitKind.REGIONAL else (7, 10)
    assert least <= len(assigned) <= most
    assert len({one.item.key for one in assigned}) == len(assigned)
    if profile.kind is UnitKind.REGIONAL:
        assert len(themes) == 5


@pytest.mark.parametrize("profile", profiles(), ids=lambda profile: profile.code)
def test_no_unit_fails_at_everything(profile) -> None:  # type: ignore[no-untyped-def]
    lots = Counter(one.lot for one in assigned_to(profile))
    well = lots[Lot.ON_TRACK] + lots[Lot.DONE]
    assert well >= 0.45 * len(assigned_to(profile))
    assert len(lots) >= 4


def test_who_does_not_control_on_the_street_has_no_measure_about_it() -> None:
    street = {item.key for item in catalogue.items() if item.theme == "PC"} - {"praktijkonderwijs"}
    support = [profile for profile in profiles() if profile.kind is UnitKind.SUPPORT]
    assert not [one.item.key for unit in support for one in assigned_to(unit) if one.item.key in street]


def test_what_is_mandatory_is_taken_up() -> None:
    left = [
        one.item.key
        for profile in profiles()
        for one in assigned_to(profile)
        if one.item.is_mandatory and one.lot in {Lot.STOPPED, Lot.NOT_STARTED, Lot.UNKNOWN}
    ]
    assert left == []


def test_reports_come_one_after_the_other_and_never_after_the_last_day() -> None:
    for plan in measure_plans():
        days = [report.day for report in reports_of(plan)]
        assert days == sorted(set(days))
        assert all(day <= LAST_KNOWN for day in days)


def test_a_count_grows_and_is_whole_only_when_the_measure_is_done() -> None:
    for plan in measure_plans():
        counts = [report.count for report in reports_of(plan) if report.count is not None]
        assert counts == sorted(counts)
        if plan.goal and counts and plan.assigned.lot is not Lot.DONE:
            assert counts[-1] < plan.goal


def test_a_milestone_that_names_a_count_bounds_it() -> None:
    done, coming = dt.date(2026, 3, 1), dt.date(2026, 9, 1)
    steps = (
        Step("Een derde van de teams bereikt", done, 1, done_on=done),
        Step("Helft van de teams bereikt", coming, 1),
    )
    course = Course(Lot.ON_TRACK, dt.date(2025, 1, 1), dt.date(2026, 12, 31), steps)
    assert count_bounds(course, 60, dt.date(2026, 5, 1)) == (20, 29)
    assert count_bounds(course, 60, dt.date(2026, 2, 1)) == (2, 19)
    assert count_named("Eerste twintig panden gescreend", 60) == 20
    assert count_named("Begeleiders opgeleid", 60) is None


def test_a_voice_does_not_repeat_itself() -> None:
    voice = Voice(dice("voice"), "AD", "intake")
    said = [voice.of_theme("schuring") for _ in range(6)]
    assert len(set(said)) == len(said)


def test_hand_ins_end_with_an_open_round() -> None:
    latest, coming = ROUNDS[-2].code, ROUNDS[-1].code
    states = Counter(found.state for found in hand_ins().values() if found.round.code == latest)
    assert states == {
        SubmissionState.SIGNED_OFF: 12,
        SubmissionState.SUBMITTED: 2,
        SubmissionState.RETURNED: 1,
        SubmissionState.OPEN: 1,
    }
    assert {found.state for found in hand_ins().values() if found.round.code == coming} == {
        SubmissionState.OPEN
    }
    earlier = [found for found in hand_ins().values() if found.round.code not in {latest, coming}]
    assert all(found.submitted < found.signed for found in earlier if found.submitted and found.signed)
    assert all(found.state is SubmissionState.SIGNED_OFF for found in earlier)
