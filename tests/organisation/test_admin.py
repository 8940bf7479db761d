"""Beheer: who gets in, what stands there, and that no figure is to be seen or guessed."""

import re
from html.parser import HTMLParser

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from monitoring.models import Observation
from pvi.organisation.models import Deputy, Role, RoleAssignment, User
from pvi.records.models import Job, JobState
from tests.organisation.conftest import FIGURE, REMARK, Open, account

pytestmark = pytest.mark.django_db
NEVER = r"61[.,]7|steward\."


def addresses() -> list[tuple[str, str]]:
    """The list of every registered kind of row."""
    found = []
    for model in admin.site._registry:
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        found.append((model._meta.label, reverse(f"{name}_changelist")))
    return found


class Inline(HTMLParser):
    """Collects what the content security policy would not run."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        self.found += [name for name in names if name == "style" or name.startswith("on")]
        if tag == "style" or (tag == "script" and "src" not in names):
            self.found.append(tag)


class TestTheDoor:
    @pytest.mark.parametrize("path", ["/beheer/", "/beheer/organisation/user/", "/beheer/login/"])
    def test_opens_for_a_beheerder_only(self, visit: Open, path: str) -> None:
        assert visit("bea", path).status_code in {200, 302}
        assert visit("anna", path).status_code == 403
        assert visit("super", path).status_code == 403

    @pytest.mark.parametrize("path", ["/beheer/", "/beheer/organisation/user/", "/beheer/nergens"])
    def test_sends_who_is_not_logged_in_to_the_one_log_in(self, visit: Open, path: str) -> None:
        assert visit("", path).headers["Location"] == f"/inloggen?next={path}"

    def test_has_no_log_in_of_its_own(self, visit: Open) -> None:
        assert visit("", "/beheer/login/").headers["Location"] == "/inloggen?next=/beheer/"
        assert visit("bea", "/beheer/login/").headers["Location"] == "/beheer/"

    def test_refuses_a_form_of_somebody_else(self, visit: Open) -> None:
        sent = {"username": "x", "display_name": "X", "password1": "p" * 14, "password2": "p" * 14}
        assert visit("super", "/beheer/organisation/user/add/", post=sent).status_code == 403
        assert not User.objects.filter(username="x").exists()

    def test_bears_its_own_name(self, visit: Open) -> None:
        assert "PVI-monitor beheer" in visit("bea", "/beheer/").text


def test_holds_what_a_beheerder_keeps_and_nothing_else() -> None:
    assert {label for label, _ in addresses()} == {
        "monitoring.Indicator",
        "monitoring.Observation",
        "monitoring.SnapshotRun",
        "organisation.Deputy",
        "organisation.RoleAssignment",
        "organisation.Unit",
        "organisation.UnitGroup",
        "organisation.User",
        "records.Job",
        "records.Source",
        "themes.Programme",
        "themes.Round",
        "themes.Theme",
    }


WATCHED = {"monitoring.Observation", "monitoring.SnapshotRun", "records.Job"}


@pytest.mark.parametrize(("label", "path"), [pytest.param(*found, id=found[0]) for found in addresses()])
def test_lists_and_forms_open_without_inline_script_or_style(visit: Open, label: str, path: str) -> None:
    listed, form = visit("bea", path), visit("bea", f"{path}add/")
    assert listed.status_code == 200
    assert form.status_code == (403 if label in WATCHED else 200)
    assert Inline(listed.text).found == Inline(form.text).found == []


def test_the_index_runs_under_the_policy(visit: Open) -> None:
    answer = visit("bea", "/beheer/")
    assert Inline(answer.text).found == []
    assert "unsafe-inline" not in answer.headers["Content-Security-Policy"]


class TestFigures:
    def test_stand_on_no_page(self, visit: Open, observation: Observation) -> None:
        assert re.search(NEVER, f"{FIGURE} {REMARK}")
        for path in ("/", f"/{observation.pk}/change/", f"/{observation.pk}/history/"):
            page = visit("bea", f"/beheer/monitoring/observation{path}")
            assert page.status_code == 200
            assert not re.search(NEVER, page.text)

    @pytest.mark.parametrize(
        "question",
        [
            "observation/?value__gte=60",
            "observation/?remark__contains=steward",
            "observation/?numerator__isnull=1",
            "observation/?unit__observations__value__gte=60",
            "indicator/?observations__value__gte=60",
            "snapshotrun/?unit__observations__value__gte=60",
        ],
    )
    def test_cannot_be_guessed_with_a_filter(self, visit: Open, question: str) -> None:
        assert visit("bea", f"/beheer/monitoring/{question}").status_code == 400

    @pytest.mark.parametrize("end", ["final", "provisional"])
    def test_may_be_filtered_by_what_is_shown(self, visit: Open, observation: Observation, end: str) -> None:
        path = f"/beheer/monitoring/observation/?unit__id__exact={observation.unit_id}"
        page = visit("bea", f"{path}&certainty__exact={end}").text
        assert ("Bejegening</a>" in page) == (end == "final")

    def test_stay_as_they_are(self, visit: Open, observation: Observation) -> None:
        path = f"/beheer/monitoring/observation/{observation.pk}/"
        assert visit("bea", f"{path}change/", post={"certainty": "estimate"}).status_code == 403
        assert visit("bea", f"{path}delete/", post={"post": "yes"}).status_code == 403

    def test_do_not_show_on_the_way_to_deleting(self, visit: Open, observation: Observation) -> None:
        path = f"/beheer/monitoring/indicator/{observation.indicator_id}/delete/"
        assert visit("bea", path).status_code == 403


class TestAccounts:
    def test_are_made_without_flags(self, visit: Open) -> None:
        password = "nog een lang wachtwoord"
        sent = {"username": "chris", "display_name": "Chris", "password1": password, "password2": password}
        sent |= {"email": "chris@politie.example", "is_superuser": "on", "is_staff": "on"}
        assert visit("bea", "/beheer/organisation/user/add/", post=sent).status_code == 302
        made = User.objects.get(username="chris")
        assert (made.is_superuser, made.is_staff) == (False, False)
        assert made.check_password(password)

    def test_show_no_flags_groups_or_permissions(self, visit: Open, people: dict[str, User]) -> None:
        page = visit("bea", f"/beheer/organisation/user/{people['anna'].pk}/change/").text
        names = set(re.findall(r'name="(\w+)"', page))
        assert {"username", "display_name", "email", "is_active"} <= names
        assert not {"is_superuser", "is_staff", "groups", "user_permissions"} & names

    def test_get_another_password(self, visit: Open, people: dict[str, User]) -> None:
        password = "weer een ander wachtwoord"
        path = f"/beheer/organisation/user/{people['anna'].pk}/password/"
        assert Inline(visit("bea", path).text).found == []
        sent = {"password1": password, "password2": password, "usable_password": "true", "set-password": "x"}
        assert visit("bea", path, post=sent).status_code == 302
        assert User.objects.get(username="anna").check_password(password)

    def test_are_closed_not_deleted(self, visit: Open, people: dict[str, User]) -> None:
        path = f"/beheer/organisation/user/{people['anna'].pk}/delete/"
        assert visit("bea", path, post={"post": "yes"}).status_code == 403


class TestRoles:
    PATH = "/beheer/organisation/roleassignment/"

    def send(self, visit: Open, person: User, **sent: object) -> str:
        answer = visit("bea", f"{self.PATH}add/", post={"user": person.pk, "valid_from": "1-9-2026", **sent})
        return "" if answer.status_code == 302 else str(answer.text)

    def test_are_given(self, visit: Open, people: dict[str, User]) -> None:
        assert self.send(visit, people["anna"], role=Role.AUDITOR) == ""
        assert RoleAssignment.objects.filter(user=people["anna"], role=Role.AUDITOR).exists()

    @pytest.mark.parametrize(
        ("role", "words"),
        [
            (Role.UNIT_LEAD, "Kies de eenheid bij deze rol."),
            (Role.THEME_LEAD, "Kies het thema bij deze rol."),
        ],
    )
    def test_tell_in_words_what_they_miss(
        self, visit: Open, people: dict[str, User], role: str, words: str
    ) -> None:
        assert words in self.send(visit, people["anna"], role=role)

    def test_are_held_once_at_a_time(
        self, visit: Open, people: dict[str, User], observation: Observation
    ) -> None:
        page = self.send(visit, people["anna"], role=Role.CHAMPION, unit=observation.unit_id)
        assert "Deze persoon heeft deze rol al vanaf 1 januari 2023." in page

    def test_that_were_a_mistake_can_be_taken_back(self, visit: Open, people: dict[str, User]) -> None:
        held = RoleAssignment.objects.get(user=people["anna"])
        Deputy.objects.create(
            assignment=held, user=people["super"], valid_from="2026-01-01", valid_until="2026-02-01"
        )
        assert visit("bea", f"{self.PATH}{held.pk}/delete/", post={"post": "yes"}).status_code == 302
        assert not RoleAssignment.objects.filter(pk=held.pk).exists()


class TestDeputies:
    PATH = "/beheer/organisation/deputy/"

    def test_name_the_person_they_stand_in_for(self, visit: Open, people: dict[str, User]) -> None:
        self.add(people["super"], people["anna"], 1)
        for path in (self.PATH, f"{self.PATH}add/"):
            assert "Anna: aanjager Rotterdam" in visit("bea", path).text

    @pytest.mark.parametrize("path", [PATH, f"{PATH}add/", TestRoles.PATH])
    def test_cost_no_query_each(self, visit: Open, people: dict[str, User], path: str) -> None:
        visit("bea", path)  # what is asked once in a process does not count
        counts = []
        for month in (1, 2):
            self.add(account(f"p{month}", Role.CHAMPION), people["anna"], month)
            with CaptureQueriesContext(connection) as queries:
                visit("bea", path)
            counts.append(len(queries))
        assert counts[0] == counts[1]

    def add(self, person: User, absent: User, month: int) -> None:
        held = RoleAssignment.objects.get(user=absent)
        Deputy.objects.create(
            assignment=held, user=person, valid_from=f"2026-{month:02}-01", valid_until=f"2026-{month:02}-20"
        )


class TestJobs:
    PATH = "/beheer/records/job/"

    @pytest.fixture
    def job(self) -> Job:
        error = repr(ValueError("refused\nDETAIL:  Failing row contains (61.7)."))
        return Job.objects.create(
            kind="unit_snapshot", key="ROT", since="2023-01-01", state=JobState.DEAD, attempts=5, error=error
        )

    def test_say_how_they_stand_without_quoting_a_row(self, visit: Open, job: Job) -> None:
        page = visit("bea", f"{self.PATH}?stand=dead").text
        assert "opgegeven" in page
        assert "refused" in page
        assert not re.search(NEVER, page)
        assert not re.search(NEVER, visit("bea", f"{self.PATH}{job.pk}/change/").text)

    def test_that_were_given_up_go_back_in_the_row(self, visit: Open, job: Job) -> None:
        done = Job.objects.create(kind="unit_snapshot", key="AMS", since="2023-01-01", state=JobState.DONE)
        sent = {"action": "put_back", "_selected_action": [job.pk, done.pk]}
        assert visit("bea", self.PATH, post=sent).status_code == 302
        job.refresh_from_db()
        done.refresh_from_db()
        assert (job.state, job.attempts, done.state) == (JobState.QUEUED, 0, JobState.DONE)
