"""The update form: what it asks, what it refuses and in which words."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from measures.facts import stand_of
from measures.forms import UpdateForm
from measures.models import Measure
from measures.status import MeasureStatus as S
from tests.measures.conftest import TODAY, Small

FINE = {"computed": "behind", "status": "behind", "text": "Het besluit wacht op de begroting."}


def form(of: Measure, data: dict[str, Any] | None = None, *, has_previous: bool = False) -> UpdateForm:
    return UpdateForm(data, measure=of, stand=stand_of(of, TODAY), today=TODAY, has_previous=has_previous)


def errors(of: Measure, **data: Any) -> dict[str, list[str]]:
    filled_in = form(of, FINE | data)
    filled_in.is_valid()
    return {name: [str(error) for error in found] for name, found in filled_in.errors.items()}


def test_the_computed_status_is_chosen_and_marked(small: Small) -> None:
    options = form(small.with_milestones).status_options()
    assert [(o.value, o.is_checked) for o in options if o.is_computed] == [("behind", True)]
    assert sum(option.is_checked for option in options) == 1


def test_a_computed_status_outside_the_usual_choices_is_offered_too(small: Small) -> None:
    assert form(small.without).status_options()[0].value == "unknown"


def test_milestones_that_were_done_before_are_shown_but_not_offered(small: Small) -> None:
    shown = form(small.with_milestones)
    assert [option.milestone.title for option in shown.milestone_options()] == ["Voorstel", "Besluit"]
    done = small.with_milestones.milestones.get(title="Voorstel")
    assert errors(small.with_milestones, milestones=[str(done.pk)]) == {
        "milestones": ["Een gekozen mijlpaal hoort niet bij deze maatregel."]
    }


def test_a_plain_report_is_taken_over(small: Small) -> None:
    filled_in = form(small.with_milestones, FINE | {"next_step": "Besluit", "next_step_on": "1-12-2026"})
    assert filled_in.is_valid(), filled_in.errors
    found = filled_in.report()
    assert (found.status, found.text, found.next_step_on) == (S.BEHIND, FINE["text"], dt.date(2026, 12, 1))


def test_a_result_is_asked_only_where_there_is_a_goal(small: Small) -> None:
    assert "result_count" not in form(small.with_milestones).fields
    filled_in = form(small.without, FINE | {"status": "in_progress", "result_count": "12,5"})
    assert filled_in.is_valid(), filled_in.errors
    assert filled_in.report().result_count == Decimal("12.5")
    assert filled_in["result_count"].label == "Resultaat tot nu toe: gesprekken"


def test_a_deviation_asks_for_a_reason(small: Small) -> None:
    asked = errors(small.with_milestones, status="on_track")
    assert asked == {"reason": ["De berekende stand is ‘achter’. Schrijf op waarom u iets anders kiest."]}
    assert not errors(small.with_milestones, status="on_track", reason="Het besluit is genomen.")


def test_confirming_needs_no_text_but_needs_something_to_confirm(small: Small) -> None:
    again = FINE | {"text": "", "is_confirmation": "on"}
    assert form(small.with_milestones, again, has_previous=True).is_valid()
    refused = form(small.with_milestones, again)
    assert refused.errors["text"] == ["Schrijf in twee of drie zinnen hoe het ervoor staat."]


@pytest.mark.parametrize(
    ("field", "typed", "message"),
    [
        ("status", "", "Kies hoe het ervoor staat."),
        ("status", "geweldig", "Kies een van de standen hieronder."),
        ("text", "  ", "Schrijf in twee of drie zinnen hoe het ervoor staat."),
        ("text", "a" * 4001, "De tekst is te lang: 4001 tekens. Gebruik er ten hoogste 4000."),
        ("text", "a\x00b", "Null-tekens zijn niet toegestaan."),
        ("evidence", "a" * 1001, "De tekst is te lang: 1001 tekens. Gebruik er ten hoogste 1000."),
        ("next_step_on", "31-2-2027", "‘31-2-2027’ bestaat niet. Vul een datum in zoals 31-3-2026."),
        ("next_step_on", "morgen", "‘morgen’ is geen datum. Vul een datum in zoals 31-3-2026."),
        (
            "next_step_on",
            "19-11-2026",
            "Deze datum is al geweest. Vul vandaag of een latere datum in.",
        ),
    ],
)
def test_what_cannot_be_stored_is_refused_with_a_way_out(
    small: Small, field: str, typed: str, message: str
) -> None:
    assert errors(small.with_milestones, **{field: typed}) == {field: [message]}


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("-1", "Vul een aantal in van 0 tot 10 miljard, bijvoorbeeld 12."),
        ("10000000000", "Vul een aantal in van 0 tot 10 miljard, bijvoorbeeld 12."),
        ("1,23456", "Gebruik ten hoogste 4 cijfers achter de komma."),
        ("veel", "‘veel’ is geen getal. Vul een getal in zoals 1234, 12,5 of 1.234,5."),
    ],
)
def test_a_result_that_is_no_count_is_refused(small: Small, typed: str, message: str) -> None:
    found = errors(small.without, status="in_progress", result_count=typed)
    assert found == {"result_count": [message]}


def test_line_ends_are_the_same_whatever_the_browser(small: Small) -> None:
    filled_in = form(small.with_milestones, FINE | {"text": "Een.\r\nTwee."})
    assert filled_in.is_valid()
    assert filled_in.report().text == "Een.\nTwee."
