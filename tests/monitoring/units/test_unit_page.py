"""The page of one unit: who sees which situation, what stands on it, and what it costs."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from monitoring.models import Baseline, Target
from pvi.organisation.models import UnitGroup, UnitKind
from tests.monitoring.snapshots.world import moment, unit
from tests.monitoring.units.conftest import Force, Open

INFLOW = ("I-DI-01", "I-DI-02", "I-DI-03", "I-DI-05")


def board(answer: Any) -> Any:
    assert answer.status_code == 200
    return answer.context["board"]


def panel(answer: Any, code: str) -> Any:
    """The chart of one indicator."""
    return next(one for one in board(answer).panels.every if one.chart.id == f"c-{code.lower()}")


@pytest.fixture
def with_measures(force: Force) -> Force:
    """Unit AAA: one measure done, one on course, one too late, and one that nobody reports on."""
    a = force.units[0]
    done, course, late = (force.measure(a, code) for code in ("KLAAR", "KOERS", "LAAT"))
    force.milestone(done, "2024-03-01", done="2024-02-01")
    force.milestone(course, "2024-03-01", done="2024-02-01")
    force.milestone(course, "2025-03-01")
    force.milestone(late, "2024-06-01", title="Besluit genomen")
    late.ends_on = dt.date(2024, 6, 30)
    late.save()
    force.measure(a, "STIL")
    for one in (done, course):
        force.update(one, "2024-09-02")
    force.update(late, "2024-02-01", friction="Het besluit blijft liggen", lesson="Eerder vragen")
    force.round()
    return force


def test_the_lead_and_the_facts_count_the_measures(with_measures: Force, open_page: Open) -> None:
    with_measures.take(with_measures.units[0])
    shown = board(open_page("anna", "/eenheden/aaa"))
    text = shown.lead.before + shown.lead.strong + shown.lead.after
    assert text == "Van de 4 maatregelen is er 1 gereed en 1 op koers. Eén is te laat: LAAT."
    assert [(fact.value, fact.of) for fact in shown.facts[:4]] == [
        ("2", "van 4"),
        ("50%", "van 75% gepland"),
        ("1", "(vorige ronde 1)"),
        ("1", "van 3 lopende"),
    ]


def test_what_is_late_says_which_milestone_and_how_long(with_measures: Force, open_page: Open) -> None:
    with_measures.take(with_measures.units[0])
    late = board(open_page("anna", "/eenheden/aaa")).late
    assert [(one.name, one.days) for one in late] == [("LAAT", "77 dagen te laat")]


def test_what_does_not_work_is_shown_with_what_was_learnt(with_measures: Force, open_page: Open) -> None:
    with_measures.take(with_measures.units[0])
    friction = board(open_page("anna", "/eenheden/aaa")).friction
    assert [(one["what"], one["learned"]) for one in friction] == [
        ("Het besluit blijft liggen", "Eerder vragen")
    ]


def test_filters_swap_the_measures_alone(with_measures: Force, open_page: Open) -> None:
    with_measures.take(with_measures.units[0])
    answer = open_page("anna", "/eenheden/aaa", swap=True, te_laat="on")
    names = [one.name for group in answer.context["measures"].groups for one in group.tracks]
    assert names == ["LAAT"]
    assert b"<html" not in answer.content
    assert "1 van 4 maatregelen" in answer.content.decode()


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        ({"thema": "diverse-instroom"}, 4),
        ({"thema": "onbekend"}, 4),
        ({"status": "done"}, 1),
        ({"status": "stopped"}, 0),
    ],
)
def test_each_filter_keeps_what_it_names(
    with_measures: Force, open_page: Open, chosen: dict[str, str], found: int
) -> None:
    with_measures.take(with_measures.units[0])
    assert board(open_page("anna", "/eenheden/aaa", **chosen)).measures.found == found


def test_the_number_of_queries_is_fixed(with_measures: Force, open_page: Open) -> None:
    a, b = with_measures.units[:2]
    for code in (*INFLOW, "I-AD-01", "I-NDV-01"):
        with_measures.observe(with_measures.indicator(code), a, "2023", parts=(30, 120))
    with_measures.take(a, b)
    open_page("dana", "/eenheden")
    with CaptureQueriesContext(connection) as much:
        assert len(board(open_page("dana", "/eenheden/aaa")).panels.every) == 6
    with CaptureQueriesContext(connection) as little:
        open_page("dana", "/eenheden/bbb")
    assert len(much) == len(little) == 20


def test_another_unit_shows_what_is_signed_off(with_measures: Force, open_page: Open) -> None:
    a = with_measures.units[0]
    with_measures.sign(a, "2024-09-10")
    with_measures.take(a)
    answer = open_page("chris", "/eenheden/aaa")
    assert "U ziet wat is vastgesteld: stand 31 augustus 2024." in answer.content.decode()
    assert board(answer).round.state == "vastgesteld"
    assert "U ziet wat is vastgesteld" not in open_page("anna", "/eenheden/aaa").content.decode()


def test_internal_friction_stays_inside(with_measures: Force, open_page: Open) -> None:
    a = with_measures.units[0]
    measure = with_measures.measure(a, "M-INTERN")
    with_measures.update(measure, "2024-03-01", friction="Alleen voor ons", friction_is_internal=True)
    with_measures.sign(a, "2024-09-10")
    with_measures.take(a)
    assert "Alleen voor ons" in open_page("anna", "/eenheden/aaa").content.decode()
    assert "Alleen voor ons" not in open_page("chris", "/eenheden/aaa").content.decode()


def test_the_council_sees_what_is_public_only(with_measures: Force, open_page: Open) -> None:
    a = with_measures.units[0]
    for code in ("I-DI-01", "I-DI-02", "I-DI-03"):
        indicator = with_measures.indicator(
            code, **({"sensitivity_unit": "internal"} if code == "I-DI-02" else {})
        )
        indicator.is_public = code != "I-DI-03"
        indicator.save()
        with_measures.observe(indicator, a, "2023", parts=(30, 120))
    with_measures.sign(a, "2024-09-10")
    with_measures.take(a)
    shown = board(open_page("raad", "/eenheden/aaa"))
    assert [one.chart.id for one in shown.panels.every] == ["c-i-di-01"]
    assert shown.measures.total == 0


def test_a_figure_without_duiding_says_so(force: Force, open_page: Open) -> None:
    a = force.units[0]
    said, silent = force.indicator("I-DI-01"), force.indicator("I-DI-02")
    for one in (said, silent):
        force.observe(one, a, "2023", parts=(30, 120))
    force.interpret("Meer aspiranten door de avonden", a, "2024-04-01", indicator=said)
    force.take(a)
    answer = open_page("anna", "/eenheden/aaa")
    assert panel(answer, "I-DI-01").interpretation.text == "Meer aspiranten door de avonden"
    assert panel(answer, "I-DI-02").interpretation is None
    assert "Bij het cijfer over 2023 staat nog geen uitleg." in panel(answer, "I-DI-02").missing_text


def test_four_definitions_of_inflow_are_four_charts(force: Force, open_page: Open) -> None:
    a = force.units[0]
    for code in INFLOW:
        force.observe(force.indicator(code), a, "2023", parts=(30, 120))
    force.take(a)
    panels = board(open_page("anna", "/eenheden/aaa")).panels.inflow
    assert [one.chart.id for one in panels] == [f"c-{code.lower()}" for code in INFLOW]
    assert all(len(one.spec.series) == 1 for one in panels)


def test_the_target_of_a_group_gives_no_verdict_on_one_unit(force: Force, open_page: Open) -> None:
    a, b = force.units[:2]
    group = UnitGroup.objects.create(code="R4", name="Randstedelijke eenheden (R4)")
    group.members.set([a, b])
    indicator = force.indicator("I-DI-04")
    aim = {"indicator": indicator, "group": group, "known_from": moment("2022-03-01")}
    Target.objects.create(day=dt.date(2025, 12, 31), value=Decimal(35), operator="at_least", **aim)
    Baseline.objects.create(day=dt.date(2021, 12, 31), value=Decimal(20), **aim)
    for of, parts in ((a, (10, 100)), (b, (50, 100))):
        force.observe(indicator, of, "2023", parts=parts)
    force.take(a, b, force.units[2], force.korps)
    answer = open_page("dana", "/eenheden/aaa")
    shown = board(answer).panels.group_inflow
    assert [one.name for one in shown.spec.series] == ["Aaa", "R4 samen"]
    assert "van de vier randstedelijke eenheden samen" in shown.remark
    assert shown.mark.word == "Op koers"
    assert shown.chart.mark is None


def test_an_indicator_that_does_not_apply_is_named_and_replaced(force: Force, open_page: Open) -> None:
    service = unit("PDC", UnitKind.SUPPORT, force.korps)
    for code in INFLOW:
        force.indicator(code, not_applicable_to=["support"])
    other = force.indicator("I-DI-06")
    force.observe(other, service, "2023", parts=(30, 120))
    force.take(service)
    panels = board(open_page("dana", "/eenheden/pdc")).panels
    assert [one.name for one in panels.absent] == list(INFLOW)
    assert [one.chart.title for one in panels.inflow] == ["I-DI-06"]


def test_context_has_no_verdict(force: Force, open_page: Open) -> None:
    a = force.units[0]
    incidents = force.count("I-AD-01", direction="context", time_rule="flow")
    force.observe(incidents, a, "2023", 741)
    force.take(a)
    assert panel(open_page("anna", "/eenheden/aaa"), "I-AD-01").mark.word == "Context, geen oordeel"


def test_every_kind_of_nothing_has_its_words(force: Force, open_page: Open) -> None:
    a = force.units[0]
    force.indicator("I-1", effective_from=dt.date(2015, 1, 1))
    force.indicator("I-2", effective_from=dt.date(2024, 1, 1))
    force.indicator("I-3", not_applicable_to=["AAA"])
    small = force.indicator("I-4", sensitivity_unit="small_numbers", threshold=10)
    force.observe(small, a, "2023", parts=(3, 12))
    force.take(a)
    rows = {one.name: one.words for one in board(open_page("anna", "/eenheden/aaa")).freshness.every}
    assert rows == {
        "I-1": "niet geleverd sinds 30-6-2016",
        "I-2": "nog niet verwacht, uiterlijk 30-6-2025",
        "I-3": "niet van toepassing",
        "I-4": "afgeschermd, klein aantal",
    }


def test_a_chart_downloads_as_csv_with_its_source(force: Force, open_page: Open) -> None:
    a = force.units[0]
    force.observe(force.indicator("I-DI-01"), a, "2023", parts=(30, 120))
    force.take(a)
    answer = open_page("anna", "/eenheden/aaa", grafiek="c-i-di-01", formaat="csv")
    text = answer.content.decode()
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert text.startswith("\ufeffPeriode;")
    assert "2023;25" in text
    assert "Definitie I-DI-01, versie 1" in text
    assert open_page("anna", "/eenheden/aaa", grafiek="c-x", formaat="csv").status_code == 404


def test_a_unit_without_anything_says_so(force: Force, open_page: Open) -> None:
    answer = open_page("anna", "/eenheden/aaa")
    text = answer.content.decode()
    assert "nog geen maatregelen in dit programma" in text
    assert "Nog geen maatregelen" in text
    assert board(answer).facts == []


def test_a_unit_that_ended_shows_its_last_day_and_its_successors(force: Force, open_page: Open) -> None:
    ended = unit("LE", UnitKind.NATIONAL, force.korps, valid_until=dt.date(2023, 12, 31))
    unit("LX", UnitKind.NATIONAL, force.korps, valid_from=dt.date(2024, 1, 1), predecessor=ended)
    force.take(ended)
    answer = open_page("dana", "/eenheden/le")
    assert answer.context["subject"].moment.day == dt.date(2023, 12, 31)
    assert "Deze eenheid bestond tot en met 31 december 2023." in answer.content.decode()
    assert 'href="/eenheden/lx"' in answer.content.decode()


def test_a_unit_that_is_to_come_says_so(force: Force, open_page: Open) -> None:
    ended = unit("LE", UnitKind.NATIONAL, force.korps, valid_until=dt.date(2023, 12, 31))
    unit("LX", UnitKind.NATIONAL, force.korps, valid_from=dt.date(2024, 1, 1), predecessor=ended)
    text = open_page("dana", "/eenheden/lx", peildatum="2023-06-01").content.decode()
    assert "Op 1 juni 2023 bestond deze eenheid nog niet." in text
    assert 'href="/eenheden/le?peildatum=2023-06-01"' in text


def test_the_korps_counts_its_parts_and_shows_national_measures(
    with_measures: Force, open_page: Open
) -> None:
    national = with_measures.measure(with_measures.korps, "L-1")
    with_measures.milestone(national, "2025-01-01")
    with_measures.measure(with_measures.korps, "L-2")
    with_measures.take(*with_measures.units, with_measures.korps)
    shown = board(open_page("dana", "/eenheden/korps"))
    assert shown.lead.before.startswith("1 van 3 onderdelen meldden zich deze ronde.")
    assert [one.name for group in shown.measures.groups for one in group.tracks] == ["L-1"]


@pytest.mark.parametrize("code", ["xx", "sk"])
def test_an_unknown_or_uncertain_unit_does_not_exist(force: Force, open_page: Open, code: str) -> None:
    unit("SK", UnitKind.SUPPORT, force.korps, is_active=False)
    assert open_page("dana", f"/eenheden/{code}").status_code == 404
