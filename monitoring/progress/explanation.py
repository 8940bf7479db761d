"""How a verdict was computed, in Dutch sentences for "Hoe is dit berekend?" (contract, point 8)."""

from collections.abc import Iterator
from decimal import Decimal

from monitoring.progress.comparison import way
from monitoring.progress.facts import Definition, Figure, Target
from monitoring.progress.verdict import Assessment, Reason
from monitoring.progress.vocabulary import NOTHING_MARKS, Direction, Operator
from pvi.lib.formatting import count_of, date_short, number

HUNDRED = Decimal(100)

REASON_TEXTS = {
    Reason.NO_VALUE: "Er is geen waarde, dus ook geen oordeel.",
    Reason.OLD: "Het volgende cijfer had er al moeten zijn. Over een oud cijfer geven we geen oordeel.",
    Reason.CONTEXT: "Dit cijfer geeft context: meer of minder is niet vanzelf beter of slechter.",
    Reason.NO_TARGET: "Voor dit cijfer is geen streefwaarde afgesproken.",
    Reason.INCOMPLETE: "Er ontbreken onderdelen of maanden. Die kunnen het oordeel nog veranderen.",
    Reason.SATISFIED: "De waarde voldoet aan de streefwaarde.",
    Reason.TARGET_PASSED: "De streefdatum is voorbij en de waarde voldoet niet.",
    Reason.TARGET_IS_BASELINE: "De streefwaarde is gelijk aan de nulmeting en de waarde voldoet niet.",
    Reason.YEAR_RUNNING: "Het jaar loopt nog en de laatste streefdatum is voorbij, dus er is geen pad.",
    Reason.NO_TARGET_DAY: "De streefwaarde heeft geen datum, dus er is geen pad ernaartoe.",
    Reason.NO_BASELINE: "Er is geen nulmeting, dus er is geen pad naar de streefwaarde.",
    Reason.OLDER_BASELINE: "De nulmeting is van een andere definitie, dus er is geen pad.",
    Reason.BEFORE_BASELINE: "Het cijfer is van voor de nulmeting, dus er is geen pad.",
    Reason.AT_EXPECTED: "De waarde is op of voorbij wat het pad vraagt.",
    Reason.WITHIN_MARGIN: "De waarde blijft achter bij het pad, maar niet meer dan de marge.",
    Reason.BEYOND_MARGIN: "De waarde blijft meer dan de marge achter bij het pad.",
}
OPERATOR_WORDS = {Operator.AT_LEAST: "ten minste ", Operator.AT_MOST: "ten hoogste ", Operator.EQUALS: ""}


def explain(assessment: Assessment, definition: Definition) -> tuple[str, ...]:
    """The steps from figure to verdict as whole sentences, in the order in which they were taken."""
    return tuple(_sentences(assessment, definition))


def _sentences(assessment: Assessment, definition: Definition) -> Iterator[str]:
    if assessment.figure is not None and assessment.value is not None:
        yield from _about_the_figure(assessment.figure, assessment.value, definition)
    elif assessment.nothing is not None:
        yield f"Dit cijfer is er niet: {NOTHING_MARKS[assessment.nothing].word}."
    if assessment.baseline is not None:
        start = assessment.baseline
        yield f"De nulmeting is {_write(start.value, definition)} op {date_short(start.day)}."
    if assessment.target is not None:
        yield _about_the_target(assessment.target, definition)
    yield from _about_the_path(assessment, definition)
    yield REASON_TEXTS[assessment.reason]


def _about_the_figure(figure: Figure, value: Decimal, definition: Definition) -> Iterator[str]:
    until = "" if figure.covers_period else f" tot en met {date_short(figure.last_day)}"
    yield f"De waarde is {_write(value, definition)} over {figure.period.label}{until}."
    if definition.is_ratio and figure.numerator is not None and figure.denominator is not None:
        factor = "" if definition.scale_factor == 1 else f"{number(definition.scale_factor)} × "
        yield f"Teller en noemer: {factor}{number(figure.numerator)} / {number(figure.denominator)}."
    if figure.parts is not None and figure.expected_parts is not None:
        yield f"Samengesteld uit {count_of(figure.parts, figure.expected_parts)} onderdelen."
    if figure.months is not None and figure.expected_months is not None:
        yield f"Opgeteld over {count_of(figure.months, figure.expected_months)} maanden."


def _about_the_target(target: Target, definition: Definition) -> str:
    when = f"uiterlijk op {date_short(target.day)}" if target.day else "zonder datum"
    aim = _write(target.value, definition)
    if way(target, definition) is Direction.HOLD:
        return f"De streefwaarde is {aim}, {number(definition.tolerance or 0)} meer of minder, {when}."
    return f"De streefwaarde is {OPERATOR_WORDS[target.operator]}{aim}, {when}."


def _about_the_path(assessment: Assessment, definition: Definition) -> Iterator[str]:
    figure, asked, gap = assessment.figure, assessment.expected, assessment.gap
    if figure is not None and asked is not None and gap is not None:
        day = date_short(figure.last_day)
        yield f"Het pad vraagt {_write(asked, definition)} op {day}."
        yield f"Het verschil is {_plain(gap, definition)}."
    if assessment.margin is not None:
        share = number(HUNDRED * definition.margin)
        yield f"De marge is {_plain(assessment.margin, definition)}: {share}% van dit stuk van het pad."
    if assessment.attainment is not None:
        done = number(HUNDRED * assessment.attainment, 0)
        yield f"Van de nulmeting naar de streefwaarde is {done}% bereikt."


def _write(value: Decimal, definition: Definition) -> str:
    return f"{_plain(value, definition)}{'%' if definition.scale_factor == HUNDRED else ''}"


def _plain(value: Decimal, definition: Definition) -> str:
    return number(value, definition.decimals)
