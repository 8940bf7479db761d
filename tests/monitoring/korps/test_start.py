"""The start page: the korps in words, what changed both ways, and who sees what."""

import datetime as dt
from collections.abc import Callable
from contextlib import AbstractContextManager
from decimal import Decimal
from typing import Any

import pytest

from measures.status import STATUS_MARKS, MeasureStatus
from monitoring.dashboards.cells import MatrixTheme
from monitoring.dashboards.learning import Friction, one_per_theme
from monitoring.dashboards.start import start_page
from monitoring.dashboards.start.changes import Change, balanced
from monitoring.dashboards.start.lead import lead
from monitoring.dashboards.start.wheel import slice_of
from monitoring.models import Baseline, Target
from monitoring.reference import Reference
from pvi.organisation.models import UnitGroup
from tests.monitoring.korps.conftest import Korps, Open
from tests.monitoring.snapshots.world import moment

ON, RISK, BEHIND = MeasureStatus.ON_TRACK, MeasureStatus.AT_RISK, MeasureStatus.BEHIND
TODAY = dt.date(2024, 9, 15)
Count = Callable[[int], AbstractContextManager[Any]]


def page(answer: Any) -> Any:
    assert answer.status_code == 200
    return answer.context["start"]


@pytest.mark.parametrize(
    ("statuses", "text"),
    [
        ([ON] * 5, "Alle vijf thema’s lopen op koers."),
        (
            [ON, ON, RISK, RISK, BEHIND],
            "Twee van de vijf thema’s lopen op koers. C en D vragen aandacht. E loopt achter op de planning.",
        ),
        (
            [ON, BEHIND, BEHIND, BEHIND, None],
            (
                "Eén van de vijf thema’s loopt op koers. Drie thema’s lopen achter op de planning. "
                "Over één is nog geen oordeel."
            ),
        ),
        ([None] * 5, "Van geen van de vijf thema’s is al te zeggen of het op koers ligt."),
    ],
)
def test_the_lead_says_how_many_are_on_course(statuses: list[MeasureStatus | None], text: str) -> None:
    assert lead(list(zip("ABCDE", statuses, strict=True))) == text


def change(day: int, *, better: bool) -> Change:
    return Change(dt.date(2024, 9, day), f"d{day}", "/", None, STATUS_MARKS[ON], "", better)


def test_changes_are_shown_both_ways() -> None:
    good = [change(day, better=True) for day in range(10, 18)]
    bad = [change(day, better=False) for day in range(1, 5)]
    assert [one.is_better for one in balanced([*good, *bad], 6)] == [True] * 3 + [False] * 3
    assert sum(one.is_better for one in balanced([*good, *bad[:1]], 6)) == 5
    assert balanced([*good, *bad], 12)[0].day == dt.date(2024, 9, 17)


def test_friction_of_one_theme_does_not_hide_another() -> None:
    items = [Friction(str(n), "", "", "", "", theme) for n, theme in enumerate([1, 1, 1, 2])]
    assert [item.what for item in one_per_theme(items, 3)] == ["0", "3", "1"]


def test_a_slice_has_its_name_in_lines_and_its_status_under_it() -> None:
    theme = MatrixTheme(5, "NDVB", 5, "Netwerk Divers Vakmanschap & Bondgenoten", "Netwerk", "/themas/n")
    found = slice_of(theme, STATUS_MARKS[BEHIND])
    assert [line.text for line in found.lines] == ["Netwerk Divers", "Vakmanschap &", "Bondgenoten"]
    assert found.chip_at.endswith(" 221.7")


def test_a_new_korps_has_an_empty_page_that_explains_itself(korps: Korps, open_page: Open) -> None:
    text = open_page("els", "/").content.decode()
    for words in ("Geen veranderingen", "Nog geen schuring gemeld", "Nog geen verhalen", "0 van 3"):
        assert words in text


def test_the_figure_of_a_theme_is_the_one_that_was_agreed(korps: Korps, open_page: Open) -> None:
    group = UnitGroup.objects.create(code="R4", name="R4")
    group.members.set(korps.units[:2])
    r4 = korps.indicator("I-DI-04")
    for one, parts in zip(korps.units, [(20, 100), (30, 100), (90, 100)], strict=True):
        korps.observe(r4, one, "2023", parts=parts)
    Baseline.objects.create(
        indicator=r4,
        group=group,
        value=Decimal(20),
        day=dt.date(2022, 12, 31),
        known_from=moment("2023-01-01"),
    )
    Target.objects.create(
        indicator=r4, group=group, value=Decimal(35), day=dt.date(2025, 12, 31), operator="at_least",
        known_from=moment("2023-01-01"),
    )  # fmt: skip
    korps.take_all()
    figure = page(open_page("els", "/")).lines[0].headline
    assert (figure.before, figure.value, figure.after) == (
        "Cultureel diverse instroom in de vier randstedelijke eenheden:",
        "25,0%",
        " (2023).",
    )
    assert figure.tail == "Het pad naar 35,0% op 31 december 2025 vraagt nu 25,0%."


def test_without_that_figure_the_newest_complete_one_stands_in(korps: Korps, open_page: Open) -> None:
    partial, whole = korps.count("I-DI-01"), korps.count("I-DI-02")
    korps.observe(partial, korps.units[0], "2023", 12)
    korps.observe(whole, korps.korps, "2023", 40)
    korps.take_all()
    assert page(open_page("els", "/")).lines[0].headline.before == "I-DI-02:"


def test_a_figure_that_misses_parts_says_so(korps: Korps, open_page: Open) -> None:
    korps.observe(korps.count("I-DI-01"), korps.units[0], "2023", 12)
    korps.take_all()
    figure = page(open_page("els", "/")).lines[0].headline
    assert (figure.value, figure.parts) == ("12", "Uit 1 van 3 onderdelen: nog geen volledig totaal.")


def test_a_figure_that_nobody_delivered_says_so(korps: Korps, open_page: Open) -> None:
    korps.indicator("I-DI-04")
    korps.take_all()
    figure = page(open_page("els", "/")).lines[0].headline
    assert (figure.value, figure.nothing.word) == ("", "niet geleverd")
    assert page(open_page("els", "/")).lines[1].headline is None


def test_changes_since_the_round_before(korps: Korps, open_page: Open) -> None:
    a, b = korps.units[:2]
    for one, code in ((a, "EEN"), (b, "TWEE")):
        measure = korps.measure(one, code)
        korps.milestone(measure, "2024-12-01", done="2024-09-05")
        korps.update(measure, "2024-09-05")
    late = korps.national("LAAT", ends_on=dt.date(2024, 9, 3))
    korps.milestone(late, "2024-09-03")
    long_ago = korps.national("OUD", ends_on=dt.date(2024, 2, 1))
    korps.milestone(long_ago, "2024-02-01")
    settled, passed, open_yet = (
        korps.commitment(code, term)
        for code, term in (("TZ-1", ""), ("TZ-2", "2024-09-10"), ("TZ-3", "2025-01-01"))
    )
    korps.report(settled, "2024-09-12", "settled")
    for waiting in (passed, open_yet):
        korps.report(waiting, "2024-01-01", "in_progress")
    korps.take_all()
    told = {(one.subject, one.mark.word): one for one in page(open_page("els", "/")).changes}
    assert set(told) == {
        ("TWEE", "Gereed"),
        ("LAAT", "Te laat"),
        ("Motie TZ-1", "Afgedaan"),
        ("Motie TZ-2", "Termijn voorbij"),
    }
    assert told["TWEE", "Gereed"].tail == (
        "In Bbb. Dat geldt ook voor 1 andere maatregel, in 2 onderdelen bij elkaar."
    )
    assert told["TWEE", "Gereed"].day == dt.date(2024, 9, 5)
    assert told["LAAT", "Te laat"].day == dt.date(2024, 9, 4)
    assert told["Motie TZ-2", "Termijn voorbij"].tail == "Nu 5 dagen na de termijn."


def test_an_indicator_that_got_another_verdict_is_a_change(korps: Korps, open_page: Open) -> None:
    share = korps.indicator("I-DI-09", frequency="month", lag_months=1)
    Baseline.objects.create(
        indicator=share, unit=korps.korps, value=Decimal(10), day=dt.date(2023, 12, 31),
        known_from=moment("2024-01-01"),
    )  # fmt: skip
    Target.objects.create(
        indicator=share, unit=korps.korps, value=Decimal(22), day=dt.date(2024, 12, 31), operator="at_least",
        known_from=moment("2024-01-01"),
    )  # fmt: skip
    korps.observe(share, korps.korps, "2024-07", 18, known="2024-08-20")
    korps.observe(share, korps.korps, "2024-08", 11, known="2024-09-09")
    korps.take_all()
    (found,) = page(open_page("els", "/")).changes
    assert (found.before.word, found.mark.word, found.day) == ("Op koers", "Achter", dt.date(2024, 9, 9))
    assert (found.tail, found.is_better) == ("Nu 11,0% (augustus 2024).", False)


def test_all_changes_are_one_link_away(korps: Korps, open_page: Open) -> None:
    for number in range(8):
        korps.report(korps.commitment(f"TZ-{number}"), "2024-09-05", "settled")
    short, full = open_page("els", "/"), open_page("els", "/", veranderingen="alle")
    assert (len(page(short).changes), len(page(full).changes)) == (6, 8)
    assert "Alle 8 veranderingen" in short.content.decode()


def test_friction_and_stories_reach_only_who_may_see_them(korps: Korps, open_page: Open) -> None:
    a = korps.units[0]
    korps.update(korps.measure(a, "M-1"), "2024-09-02", friction="Alleen intern", friction_is_internal=True)
    korps.update(korps.measure(a, "M-2"), "2024-08-02", friction="Het rooster is vol", lesson="Vroeg plannen")
    korps.update(
        korps.measure(a, "M-3", is_public=True), "2024-08-01", friction="Voor iedereen", is_public=True
    )
    korps.story("binnen")
    korps.story("buiten", is_public=True)
    korps.sign(a, "2024-09-10")

    def seen(name: str) -> tuple[set[str], set[str]]:
        shown = page(open_page(name, "/"))
        return {one.what for one in shown.friction}, {one.title for one in shown.stories}

    everything = {"Alleen intern", "Het rooster is vol", "Voor iedereen"}
    assert seen("anna") == (everything, {"Binnen", "Buiten"})
    assert seen("els") == (everything, {"Binnen", "Buiten"})
    assert seen("chris") == ({"Het rooster is vol", "Voor iedereen"}, {"Binnen", "Buiten"})
    assert seen("raad") == ({"Voor iedereen"}, {"Buiten"})


def test_links_keep_the_reference_date_and_a_wrong_one_is_refused(korps: Korps, open_page: Open) -> None:
    korps.take_all()
    earlier = open_page("els", "/", peildatum="1-8-2024")
    assert page(earlier).shown_on == "1 augustus 2024"
    assert 'href="/themas/diverse-instroom?peildatum=2024-08-01"' in earlier.content.decode()
    wrong = open_page("els", "/", peildatum="31-2-2024")
    assert (page(wrong).shown_on, "bestaat niet" in wrong.content.decode()) == ("15 september 2024", True)


def test_of_the_korps_others_see_what_is_vastgesteld(korps: Korps, open_page: Open) -> None:
    korps.take_all()
    korps.sign(korps.korps, "2024-09-10")
    assert (
        "U ziet wat is vastgesteld: stand <b>31 augustus 2024</b>" in open_page("chris", "/").content.decode()
    )
    assert not page(open_page("dana", "/")).is_settled


def test_the_page_costs_as_many_queries_however_much_there_is(
    korps: Korps, django_assert_num_queries: Count
) -> None:
    share = korps.indicator("I-DI-01")
    for one in korps.units:
        korps.observe(share, one, "2023", parts=(1, 2))
        for number in range(3):
            measure = korps.measure(one, f"{one.code}-{number}")
            korps.milestone(measure, "2024-12-01", done="2024-09-05")
            korps.update(measure, "2024-09-05", friction="Het rooster is vol")
    korps.take_all()
    with django_assert_num_queries(15):
        start_page(korps.people["els"], Reference(TODAY, TODAY), all_changes=False)
