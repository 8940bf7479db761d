"""The pages of the themes: cards, a theme with everything that belongs to it, and one status at a time."""

import datetime as dt
from collections.abc import Callable
from contextlib import AbstractContextManager
from decimal import Decimal
from typing import Any

import pytest

from measures.models import Research
from measures.status import MeasureStatus
from monitoring.dashboards.themes import CROSS, theme_page
from monitoring.models import Baseline, Target
from monitoring.reference import Reference
from pvi.organisation.models import UnitGroup
from tests.monitoring.korps.conftest import Korps, Open
from tests.monitoring.snapshots.world import moment

TODAY = dt.date(2024, 9, 15)
THEME = "/themas/diverse-instroom"
Count = Callable[[int], AbstractContextManager[Any]]


def page(answer: Any) -> Any:
    assert answer.status_code == 200
    return answer.context["page"]


@pytest.fixture
def busy(korps: Korps) -> Korps:
    """A theme with measures of eenheden and of the korps, one of each kind of status."""
    a, b = korps.units[:2]
    for one, done in ((a, "2024-09-01"), (b, "")):
        measure = korps.measure(one, f"M-{one.code}")
        korps.milestone(measure, "2024-09-01", done=done)
        korps.milestone(measure, "2025-09-01")
        korps.update(measure, "2024-09-02")
    korps.update(korps.national("KLAAR"), "2024-09-02", "done")
    korps.national("STIL", executor_role="directeur HRM", period_text="2024 en later")
    korps.national("ELDERS", theme=korps.other)
    korps.national("OVERAL", theme=None)
    korps.take_all()
    return korps


def test_the_cards_say_how_each_theme_stands(busy: Korps, open_page: Open) -> None:
    shown = open_page("els", "/themas").context["themes"]
    inflow, other = shown.cards
    assert (inflow.number, inflow.name, inflow.done, inflow.planned) == (2, "Diverse instroom", 25, 50)
    assert inflow.note == "c. 4 maatregelen."
    assert other.note == "c. 1 maatregel."
    assert shown.cross_note == "1 maatregel en 0 indicatoren horen bij meer dan één thema."


def test_a_theme_shows_plan_and_work_of_the_korps_and_of_every_unit(busy: Korps, open_page: Open) -> None:
    shown = page(open_page("els", THEME))
    assert (shown.standing.done, shown.standing.planned) == (25, 50)
    assert {(count.mark.word, count.count) for count in shown.standing.counts} == {
        ("Gereed", 1), ("Stand onbekend", 1), ("Op koers", 1), ("Achter", 1),
    }  # fmt: skip
    assert [(row.unit.code, cell.mark.word) for row, cell in shown.units] == [
        ("AAA", "Op koers"),
        ("BBB", "Achter"),
        ("CCC", "niet geleverd"),
    ]
    assert [row.title for row in shown.measures.rows] == ["KLAAR", "STIL"]


def test_what_belongs_to_no_theme_has_a_page_too(busy: Korps, open_page: Open) -> None:
    shown = page(open_page("els", f"/themas/{CROSS}"))
    assert (shown.title, shown.units, shown.standing) == ("Over alle thema’s heen", (), None)
    assert [row.title for row in shown.measures.rows] == ["OVERAL"]


def test_an_unknown_theme_is_not_found(busy: Korps, open_page: Open) -> None:
    assert open_page("els", "/themas/bestaat-niet").status_code == 404


def test_one_status_can_be_chosen_with_and_without_htmx(busy: Korps, open_page: Open) -> None:
    whole = open_page("els", THEME, status="gereed")
    part = open_page("els", THEME, swap=True, status="gereed")
    assert [row.title for row in page(whole).measures.rows] == ["KLAAR"]
    assert [row.title for row in part.context["measures"].rows] == ["KLAAR"]
    assert ("<html" in whole.content.decode(), "<html" in part.content.decode()) == (True, False)
    assert [(chip.label, chip.count, chip.is_current) for chip in page(whole).measures.chips] == [
        ("Alle", 2, False),
        ("Gereed", 1, True),
        ("Stand onbekend", 1, False),
    ]


def test_a_choice_without_result_offers_the_way_back(busy: Korps, open_page: Open) -> None:
    text = open_page("els", THEME, status="te-laat", peildatum="2024-09-14").content.decode()
    assert "Geen resultaten" in text
    assert 'href="?peildatum=2024-09-14"' in text
    assert len(page(open_page("els", THEME, status="onzin")).measures.rows) == 2


def test_indicators_are_small_multiples_with_value_verdict_and_meaning(korps: Korps, open_page: Open) -> None:
    share = korps.indicator("I-DI-01")
    for year, parts in (("2022", (10, 100)), ("2023", (20, 100))):
        korps.observe(share, korps.korps, year, parts=parts, source_text="HRM")
    Baseline.objects.create(
        indicator=share, unit=korps.korps, value=Decimal(10), day=dt.date(2022, 12, 31),
        known_from=moment("2023-01-01"),
    )  # fmt: skip
    Target.objects.create(
        indicator=share, unit=korps.korps, value=Decimal(30), day=dt.date(2024, 12, 31), operator="at_least",
        known_from=moment("2023-01-01"),
    )  # fmt: skip
    korps.interpret("De instroom groeit.", korps.korps, "2024-03-02", indicator=share)
    korps.indicator("I-DI-02")
    korps.take_all()
    shown = page(open_page("els", THEME)).indicators
    (one,) = shown.shown
    assert (one.now.value, one.now.period, one.now.mark.word) == ("20,0%", "2023", "Op koers")
    assert one.path == "Het pad naar 30,0% op 31 december 2024 vraagt nu 20,0%."
    assert (one.duiding.text, str(one.spark)[:4]) == ("De instroom groeit.", "<svg")
    assert one.explain_url == "/indicatoren/i-di-01#berekening"
    assert [(absent.name, absent.nothing.word) for absent in shown.absent] == [("I-DI-02", "niet geleverd")]


def test_a_figure_without_duiding_says_that_it_is_missing(korps: Korps, open_page: Open) -> None:
    korps.observe(korps.count("I-DI-01"), korps.korps, "2023", 7)
    korps.take_all()
    text = open_page("els", THEME).content.decode()
    assert text.count("Duiding ontbreekt") == 2  # of the theme and of the figure
    assert "Nog te weinig cijfers voor een lijn." in text


def test_a_group_has_a_place_only_where_it_has_a_target(korps: Korps, open_page: Open) -> None:
    group = UnitGroup.objects.create(code="R4", name="Vier eenheden")
    group.members.set(korps.units[:2])
    for code in ("I-DI-04", "I-DI-05"):
        share = korps.indicator(code)
        for one in korps.units:
            korps.observe(share, one, "2023", parts=(1, 4))
    Target.objects.create(
        indicator=share, group=group, value=Decimal(35), day=dt.date(2025, 12, 31),
        operator="at_least", known_from=moment("2023-01-01"),
    )  # fmt: skip
    korps.take_all()
    shown = page(open_page("els", THEME)).indicators.shown
    assert [(one.name, one.scope) for one in shown] == [
        ("I-DI-04", "heel het korps"),
        ("I-DI-05", "heel het korps"),
        ("I-DI-05", "Vier eenheden"),
    ]


def test_commitments_research_friction_and_stories_of_the_theme(korps: Korps, open_page: Open) -> None:
    late = korps.commitment("TZ-1", "2024-09-05", theme=korps.theme)
    korps.commitment("TZ-2", theme=korps.other)
    korps.report(late, "2024-01-01", "in_progress")
    Research.objects.create(code="O-1", title="Onderzoek", summary="x", theme=korps.theme)
    korps.update(korps.national("M-1"), "2024-09-02", friction="Te weinig tijd")
    korps.story("verhaal")
    korps.take_all()
    shown = page(open_page("els", THEME))
    (term,) = shown.commitments
    assert (term.name, term.mark.word, term.late.short) == ("Motie TZ-1", "In uitvoering", "10 dagen te laat")
    assert [one.title for one in shown.research] == ["Onderzoek"]
    assert [one.what for one in shown.friction] == ["Te weinig tijd"]
    assert [one.title for one in shown.stories] == ["Verhaal"]


def test_the_council_sees_what_is_openbaar(busy: Korps, open_page: Open) -> None:
    Research.objects.create(code="O-1", title="Intern", summary="x", theme=busy.theme)
    busy.observe(busy.count("I-DI-01"), busy.korps, "2023", 7)
    public, internal = busy.count("I-DI-02"), busy.count("I-DI-03", sensitivity_korps="internal")
    for one in (public, internal):
        one.is_public = True
        one.save()
        busy.observe(one, busy.korps, "2023", 7)
    busy.take_all()
    shown = page(open_page("raad", THEME))
    assert [one.name for one in shown.indicators.shown] == ["I-DI-02"]
    assert (shown.research, shown.measures.total, shown.friction) == ((), 0, ())


def test_an_empty_theme_explains_what_is_not_there(korps: Korps, open_page: Open) -> None:
    text = open_page("els", "/themas/aanpak").content.decode()
    for words in ("Geen indicatoren", "Geen landelijke maatregelen", "Geen toezeggingen", "Geen onderzoek"):
        assert words in text


def test_a_theme_costs_as_many_queries_however_much_there_is(
    busy: Korps, django_assert_num_queries: Count
) -> None:
    for number in range(6):
        share = busy.indicator(f"I-DI-{number}")
        busy.observe(share, busy.korps, "2023", parts=(1, 2))
        busy.national(f"N-{number}")
    busy.take_all()
    status: MeasureStatus | None = None
    with django_assert_num_queries(18):
        theme_page(busy.people["els"], busy.theme, Reference(TODAY, TODAY), status)
