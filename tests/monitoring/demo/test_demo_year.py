"""The demo year as it stands in the database beside the register."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

import pytest
from django.conf import settings
from django.contrib.auth.hashers import check_password
from django.core.management import call_command
from django.db import transaction
from django.db.models import Count, F, Q

from measures.models import (
    Agreement,
    CommitmentStatusReport,
    Decision,
    Measure,
    Milestone,
    ProgressUpdate,
    Story,
)
from measures.status import MeasureFacts, MeasureStatus, MilestoneFact, assess
from monitoring.demo import load_demo_year
from monitoring.demo.accounts import PASSWORD, cast
from monitoring.demo.days import LAST_KNOWN, LAST_MEASURED, REFERENCE
from monitoring.demo.figures.rows import figure_rows
from monitoring.demo.interpretations import notes
from monitoring.demo.world import KORPS, SOURCE
from monitoring.models import Baseline, DefinitionVersion, Interpretation, Observation, Target
from monitoring.models.choices import Supplier
from monitoring.register import load_register
from pvi.organisation.access import reach
from pvi.organisation.models import RoleAssignment, Unit, User
from tests.monitoring.demo.verdicts import verdicts
from themes.models import Programme, Submission

pytestmark = pytest.mark.xdist_group("demo year")


@pytest.fixture(scope="module", autouse=True)
def counts(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[dict[str, int]]:
    """The register and the demo year, loaded once for this module and rolled back after it."""
    with django_db_blocker.unblock(), transaction.atomic():  # type: ignore[attr-defined]
        load_register(settings.BASE_DIR / "data")
        yield load_demo_year()
        transaction.set_rollback(True)


def of_demo() -> Q:
    return Q(source__code=SOURCE)


def definitions() -> dict[str, DefinitionVersion]:
    found = DefinitionVersion.objects.filter(effective_until=None).select_related("indicator")
    return {version.indicator.code: version for version in found.order_by("effective_from")}


def test_the_programme_is_marked_and_every_part_wrote_something(counts: dict[str, int]) -> None:
    assert Programme.objects.get(code="PVI").is_fictitious
    assert all(counts.values())


def test_loading_again_does_nothing() -> None:
    before = Observation.objects.count(), ProgressUpdate.objects.count(), User.objects.count()
    assert load_demo_year() == {}
    assert (Observation.objects.count(), ProgressUpdate.objects.count(), User.objects.count()) == before


def test_the_command_says_that_it_is_there_already(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("load_demo_year")
    assert "staat er al" in capsys.readouterr().out


def test_the_register_stays_as_it_was() -> None:
    assert load_register(settings.BASE_DIR / "data").written == 0


def test_the_cast_may_log_in_and_nobody_else() -> None:
    usable = {user.username for user in User.objects.all() if user.has_usable_password()}
    assert usable == {person.username for person in cast()}
    assert all(check_password(PASSWORD, user.password) for user in User.objects.filter(username__in=usable))
    assert list(User.objects.filter(is_staff=True).values_list("username", "is_superuser")) == [
        ("beheer", False)
    ]


def test_every_unit_has_an_aanjager_and_an_emt_lid() -> None:
    held = Counter(RoleAssignment.objects.exclude(unit=None).values_list("unit__code", "role"))
    active = Unit.objects.parts_on(REFERENCE).values_list("code", flat=True)
    assert held == {(code, role): 1 for code in active for role in ("champion", "unit_lead")}


def test_roles_reach_where_they_should() -> None:
    people = {
        user.username: reach(user) for user in User.objects.filter(username__in=["anna", "chris", "rik"])
    }
    rotterdam = Unit.objects.get(code="ROT").pk
    assert people["anna"].own_units == {rotterdam}
    assert rotterdam not in people["chris"].own_units
    assert people["rik"].reads_public_only


def test_only_units_that_exist_have_measures_of_their_own() -> None:
    own = Measure.objects.filter(of_demo())
    active = set(Unit.objects.parts_on(REFERENCE).values_list("code", flat=True))
    assert set(own.values_list("unit__code", flat=True)) == active
    assert not own.filter(Q(parent=None) | ~Q(parent__level="national")).exists()
    assert not own.filter(starts_on__gt=F("ends_on")).exists()


def status_of(measure: Measure) -> MeasureStatus:
    """What the rules say of a measure on the day that the demo year is first shown."""
    last = max(measure.updates.all(), key=lambda update: update.reported_on, default=None)
    steps = tuple(MilestoneFact(step.due_on, step.weight, step.done_on) for step in measure.milestones.all())
    facts = MeasureFacts(
        start=measure.starts_on,
        end=measure.ends_on,
        milestones=steps,
        result_count=last.result_count if last else None,
        result_goal=measure.result_goal_count,
        reported_status=MeasureStatus(last.status) if last and last.status else None,
    )
    return assess(facts, REFERENCE).status


def test_every_status_of_a_measure_occurs() -> None:
    measures = Measure.objects.counted().prefetch_related("updates", "milestones")
    unit = Counter(status_of(measure) for measure in measures if measure.level == "unit")
    national = Counter(status_of(measure) for measure in measures if measure.level == "national")
    assert set(unit) == set(MeasureStatus)
    assert national[MeasureStatus.UNKNOWN] + national[MeasureStatus.OVERDUE] < 20


def test_every_verdict_and_every_kind_of_nothing_occurs() -> None:
    found = verdicts(["ROT", "LIM", "LMS", "LX"], REFERENCE)
    assert {status for status, _ in found if status} == {
        "met", "on_track", "at_risk", "behind", "not_met", "context", "no_target", "no_path",
    }  # fmt: skip
    assert {nothing for _, nothing in found if nothing} == {
        "not_due", "not_delivered", "not_applicable", "suppressed",
    }  # fmt: skip


def test_figures_are_of_units_for_which_the_indicator_exists() -> None:
    known = definitions()
    rows = Observation.objects.filter(of_demo()).select_related("unit", "indicator")
    wrong = [
        str(row)
        for row in rows
        if not known[row.indicator.code].applies_to(row.unit)
        or not (known[row.indicator.code].per_unit or row.unit.is_korps)
    ]
    assert wrong == []


def test_figures_come_from_their_real_supplier() -> None:
    by_unit = [code for code, found in definitions().items() if found.supplier == Supplier.UNIT]
    rows = Observation.objects.filter(of_demo(), indicator__code__in=by_unit)
    assert not rows.filter(unit__code=KORPS).exists()
    champions = RoleAssignment.objects.filter(role="champion").values_list("unit_id", "user_id")
    assert set(rows.values_list("unit_id", "recorded_by_id")) <= set(champions)
    others = Observation.objects.filter(of_demo()).exclude(indicator__code__in=by_unit)
    assert set(others.values_list("recorded_by__username", flat=True)) == {"dana"}


def test_a_share_always_has_its_parts() -> None:
    shares = [
        code
        for code, found in definitions().items()
        if found.scale_factor == 100 and found.roll_up == "ratio"
    ]
    rows = Observation.objects.filter(of_demo(), indicator__code__in=shares, nothing="")
    assert not rows.filter(Q(numerator=None) | Q(denominator=None)).exists()


def test_a_figure_is_known_after_its_period_and_within_the_demo_year() -> None:
    rows = Observation.objects.filter(of_demo())
    assert not rows.filter(known_from__date__lte=F("period_end")).exists()
    assert not rows.filter(known_from__date__gt=LAST_KNOWN).exists()
    assert not rows.filter(period_end__gt=LAST_MEASURED).exists()


def test_a_correction_closes_the_row_before_it() -> None:
    old, new = Observation.objects.filter(
        indicator__code="I-AD-01", unit__code="ROT", period_code="2025"
    ).order_by("revision")
    assert (old.is_current, new.is_current) == (False, True)
    assert [old.value, new.value] == [Decimal(1297), Decimal(1341)]
    assert new.reason
    assert old.known_from < new.known_from


def test_the_korps_contradicts_its_parts_only_where_that_is_meant() -> None:
    rows = Observation.objects.filter(
        of_demo(), indicator__code="I-AD-01", period_code="2025", is_current=True
    )
    korps = rows.get(unit__code=KORPS).value
    parts = sum(row.value or 0 for row in rows.exclude(unit__code=KORPS))
    assert korps == 10131
    assert parts == 10103


def test_small_counts_occur_that_must_be_hidden() -> None:
    small = Observation.objects.filter(of_demo(), indicator__code="I-VIT-13", value__lt=10)
    assert small.exclude(unit__code=KORPS).count() > 10


def test_about_sixty_percent_of_what_can_be_judged_has_a_target() -> None:
    judged = [code for code, found in definitions().items() if found.direction != "context"]
    aimed = set(Target.objects.filter(of_demo()).values_list("indicator__code", flat=True))
    assert aimed <= set(judged)
    assert 0.55 < len(aimed) / len(judged) < 0.8
    assert Baseline.objects.filter(group__code="R4", indicator__code="I-DI-04").exists()
    assert Target.objects.filter(of_demo(), version=2).exclude(reason="").count() == 3


def test_most_figures_have_duiding_but_not_all() -> None:
    newest = (
        Observation.objects.filter(
            of_demo(), is_current=True, nothing="", period_start__gte=dt.date(2025, 1, 1)
        )
        .values_list("unit", "indicator", "period_code")
        .distinct()
    )
    written = set(Interpretation.objects.values_list("unit", "indicator", "period_code"))
    yearly = [row for row in newest if row[2] == "2025"]
    assert 0.6 < sum(row in written for row in yearly) / len(yearly) < 0.85
    assert not Interpretation.objects.filter(unit__code="ROT", indicator__code="I-NDV-01").exists()


def test_duiding_never_gives_small_numbers_away() -> None:
    small = [code for code, found in definitions().items() if found.sensitivity_unit == "small_numbers"]
    rows = Interpretation.objects.filter(author__isnull=False, indicator__code__in=small)
    assert rows.exists()
    assert not rows.filter(text__regex=r"\d").exists()
    assert not rows.exclude(unit__code=KORPS).filter(is_public=True).exists()


def test_reports_say_something_and_leave_no_gap() -> None:
    rows = ProgressUpdate.objects.exclude(author=None)
    assert not rows.filter(Q(text="") | Q(text__contains="{") | Q(text__contains="None")).exists()
    assert 0.1 < rows.exclude(friction="").count() / rows.count() < 0.3
    assert rows.filter(friction_is_internal=True).exists()
    assert rows.filter(is_manual=True).exists()
    assert rows.filter(is_confirmation=True).exists()
    assert not rows.filter(measure__is_public=False, is_public=True).exists()


def test_milestones_are_reported_after_they_were_done() -> None:
    rows = Milestone.objects.filter(measure__programme__is_history=False).exclude(done_on=None)
    assert not rows.filter(done_known_from__date__lt=F("done_on")).exists()
    assert not rows.filter(done_on__gt=LAST_KNOWN).exists()
    per_measure = Measure.objects.filter(of_demo()).annotate(steps=Count("milestones"))
    assert set(per_measure.values_list("steps", flat=True)) == {0, 4, 5, 6}


def test_decisions_stories_agreements_and_commitments_are_mixed() -> None:
    asked = Decision.objects.filter(measure__source__code=SOURCE)
    assert asked.filter(outcome="").exists()
    assert asked.exclude(outcome="").exists()
    assert set(Story.objects.values_list("works", flat=True)) == {True, False}
    assert Story.objects.filter(is_public=True).count() >= 3
    assert set(Agreement.objects.values_list("unit__code", flat=True)) == {"ROT", "AMS", "LIM", KORPS}
    reports = CommitmentStatusReport.objects.filter(of_demo())
    assert reports.values("commitment").distinct().count() >= 20
    assert not reports.filter(status="settled", answered_in="").exists()


def test_every_unit_has_a_submission_in_every_round() -> None:
    per_round = Counter(Submission.objects.values_list("round__period_code", flat=True))
    assert set(per_round.values()) == {16}
    assert len(per_round) == 6


def test_the_figures_are_what_is_drawn_again() -> None:
    drawn = {
        (row.indicator, row.unit, row.period.code, row.certainty, row.revision): row.draw.value
        if row.draw
        else None
        for row in figure_rows(definitions())
    }
    written = Observation.objects.filter(of_demo()).values_list(
        "indicator__code", "unit__code", "period_code", "certainty", "revision", "value"
    )
    assert all(drawn[row[:5]] == row[5] for row in written)


def test_the_duiding_is_what_is_drawn_again() -> None:
    drawn = {
        (note.unit, note.indicator, note.round_code, note.day, note.text) for note in notes(definitions())
    }
    written = Interpretation.objects.exclude(author=None).exclude(indicator=None)
    assert drawn == set(
        written.values_list("unit__code", "indicator__code", "round__period_code", "written_on", "text")
    )
