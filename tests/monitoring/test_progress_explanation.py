"""Every verdict can be explained in Dutch."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from monitoring.progress import (
    NOTHING_MARKS,
    REASON_TEXTS,
    STATUS_MARKS,
    Holding,
    Nothing,
    Operator,
    Reason,
    Status,
    assess,
    explain,
)
from tests.monitoring.rules import (
    AUGUST,
    END_2023,
    END_2025,
    MONTHLY_FLOW,
    PERCENT,
    PERCENT_HOLD,
    R4_START,
    R4_TARGET,
    baseline,
    figure,
    judge,
    target,
)

ONE_DECIMAL = replace(PERCENT, decimals=1)


def test_every_step_from_figure_to_verdict() -> None:
    shown = figure("2023-Q2", "26.1", 197, 755, parts=3, expected_parts=4)
    assert explain(judge(shown, ONE_DECIMAL, R4_START, R4_TARGET, on=date(2023, 9, 15)), ONE_DECIMAL) == (
        "De waarde is 26,1% over k2 2023.",
        "Teller en noemer: 100 × 197 / 755.",
        "Samengesteld uit 3 van 4 onderdelen.",
        "De nulmeting is 22,4% op 31-12-2021.",
        "De streefwaarde is ten minste 35,0%, uiterlijk op 31-12-2025.",
        "Het pad vraagt 27,1% op 30-6-2023.",
        "Het verschil is −1,0.",
        "De marge is 1,3: 10% van dit stuk van het pad.",
        "Van de nulmeting naar de streefwaarde is 29% bereikt.",
        "De waarde blijft achter bij het pad, maar niet meer dan de marge.",
    )


def test_a_running_year_says_how_far_it_got() -> None:
    months = [figure("2023-01", 30), figure("2023-03", 32)]
    lines = explain(
        judge(months, MONTHLY_FLOW, None, target(END_2023, 730), on=date(2023, 4, 10)), MONTHLY_FLOW
    )
    assert lines == (
        "De waarde is 62 over 2023 tot en met 31-3-2023.",
        "Opgeteld over 2 van 3 maanden.",
        "De streefwaarde is ten minste 730, uiterlijk op 31-12-2023.",
        "Er ontbreken onderdelen of maanden. Die kunnen het oordeel nog veranderen.",
    )


def test_targets_in_words() -> None:
    def words(aim: object, rule: object = PERCENT) -> str:
        return explain(judge(figure("2023-Q2", 30), rule, None, aim), rule)[1]  # type: ignore[arg-type]

    assert (
        words(target(END_2025, 5, Operator.AT_MOST))
        == "De streefwaarde is ten hoogste 5%, uiterlijk op 31-12-2025."
    )
    assert words(target(None, 40)) == "De streefwaarde is ten minste 40%, zonder datum."
    assert words(target(END_2025, 50, Operator.EQUALS)) == "De streefwaarde is 50%, uiterlijk op 31-12-2025."
    assert (
        words(target(END_2025, 50, Operator.EQUALS), PERCENT_HOLD)
        == "De streefwaarde is 50%, 2 meer of minder, uiterlijk op 31-12-2025."
    )


def test_nothing_is_explained_too() -> None:
    result = assess(Holding(None, Nothing.NOT_DUE), PERCENT, baseline=None, targets=[], on=AUGUST)
    assert explain(result, PERCENT) == (
        "Dit cijfer is er niet: nog niet verwacht.",
        "Er is geen waarde, dus ook geen oordeel.",
    )


def test_a_suppressed_figure_gives_nothing_away() -> None:
    hidden = figure("2023-Q2", nothing=Nothing.SUPPRESSED)
    lines = explain(judge(hidden, PERCENT, baseline(date(2021, 12, 31), 20), R4_TARGET), PERCENT)
    assert lines == ("Dit cijfer is er niet: afgeschermd.", "Er is geen waarde, dus ook geen oordeel.")


def test_every_reason_status_and_kind_of_nothing_has_its_words() -> None:
    assert set(REASON_TEXTS) == set(Reason)
    assert set(STATUS_MARKS) == set(Status)
    assert set(NOTHING_MARKS) == set(Nothing)
    marks = [*STATUS_MARKS.values(), *NOTHING_MARKS.values()]
    assert len({mark.icon for mark in marks}) == len({mark.word for mark in marks}) == len(marks)


def test_numbers_follow_the_decimals_of_the_definition() -> None:
    result = judge(figure("2023-Q2", "26.149"), ONE_DECIMAL, None, R4_TARGET)
    assert explain(result, ONE_DECIMAL)[0] == "De waarde is 26,1% over k2 2023."
    assert result.value == Decimal("26.149")
