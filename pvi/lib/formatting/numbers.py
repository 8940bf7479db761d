"""Dutch numbers: 1.234,5 and 61,2%, rounded half up; and reading them back without ever guessing."""

import re
from decimal import ROUND_HALF_UP, Context, Decimal

NBSP = "\u00a0"
MINUS = "\u2212"
MOST_WHOLE_DIGITS = 15
MOST_DECIMALS = 10

_EXACT = Context(prec=80, rounding=ROUND_HALF_UP)
_TO_DUTCH = str.maketrans({",": ".", ".": ",", "-": MINUS})
_SPACES = str.maketrans(dict.fromkeys("\u00a0\u2009\u202f", " ") | {MINUS: "-"})
_NUMBER = re.compile(
    r"""
    (?P<sign> -? )
    (?: (?P<points> [1-9][0-9]{0,2} (?: \.[0-9]{3} )+ )    # 1.234, with or without a comma after it
      | (?P<spaces> [1-9][0-9]{0,2} (?: [ ][0-9]{3} )+ )   # 1 234
      | (?P<whole> [0-9]+ )
    )
    (?: , (?P<decimals> [0-9]+ ) | (?<= [0-9] ) \. (?P<after_point> [0-9]+ ) )?
    """,
    re.VERBOSE,
)


class NumberError(ValueError):
    """What was typed is no number, or could be two; the message is Dutch and says what to type instead."""


def number(value: Decimal | int, decimals: int | None = None) -> str:
    """1.234,5 with this many decimals, rounded half up; without `decimals` with those that it has."""
    return f"{_rounded(value, decimals):,f}".translate(_TO_DUTCH)


def field_number(value: Decimal | int) -> str:
    """1234,5 without points, as a form field holds it: `parse_number` always reads it back."""
    return number(value).replace(".", "")


def percent(value: Decimal | int, decimals: int | None = 1) -> str:
    """61,2% for 61.2, without a space."""
    return f"{number(value, decimals)}%"


def euro(value: Decimal | int, decimals: int = 2) -> str:
    """€ 1.250.400,50 with a space that never breaks."""
    return f"€{NBSP}{number(value, decimals)}"


def count_of(count: int, total: int) -> str:
    """11 van 14."""
    return f"{number(count)} van {number(total)}"


def plural(count: int, one: str, many: str) -> str:
    """The count with its word: 1 maatregel, 0 maatregelen, 1.234 maatregelen."""
    return f"{number(count)} {one if count == 1 else many}"


def parse_number(text: str) -> Decimal:
    """Read a number as Dutch readers type it: `1.234,5`, `12,5`, `-3`, `1 234`, and `12.5` too.

    Keeps the decimals that were typed. Never guesses: `1.234` may be 1234 or 1,234 and is refused. Neither
    NaN, infinity, exponents, digits of other scripts nor more than 15 digits and 10 decimals are read.
    Raises NumberError.
    """
    typed = text.translate(_SPACES).strip()
    if not typed:
        raise NumberError("Vul een getal in, bijvoorbeeld 12,5.")
    match = _NUMBER.fullmatch(typed)
    if match is None or (match["after_point"] and not match["whole"]):
        raise NumberError(f"‘{text}’ is geen getal. Vul een getal in zoals 1234, 12,5 of 1.234,5.")
    _refuse_ambiguous(match)
    whole = re.sub(r"[. ]", "", match["points"] or match["spaces"] or match["whole"])
    decimals = match["decimals"] or match["after_point"] or ""
    if len(whole.lstrip("0")) > MOST_WHOLE_DIGITS or len(decimals) > MOST_DECIMALS:
        raise NumberError(
            f"‘{text}’ is te lang. Een getal heeft ten hoogste {MOST_WHOLE_DIGITS} cijfers voor de komma "
            f"en {MOST_DECIMALS} erachter."
        )
    value = Decimal(f"{match['sign']}{whole}.{decimals}" if decimals else f"{match['sign']}{whole}")
    return value or abs(value)


def _refuse_ambiguous(match: re.Match[str]) -> None:
    """One point with three digits after it is a thousand to one reader and a decimal to another."""
    points = match["points"] or ""
    if points.count(".") == 1 and not match["decimals"]:
        typed = f"{match['sign']}{points}"
        as_whole, as_decimal = typed.replace(".", ""), typed.replace(".", ",")
        raise NumberError(
            f"‘{typed}’ kan {as_whole} of {as_decimal} betekenen. "
            f"Vul {as_whole} in zonder punt, of {as_decimal} met een komma."
        )


def _rounded(value: Decimal | int, decimals: int | None) -> Decimal:
    exact = Decimal(value)
    if decimals is None:
        exponent = exact.normalize(_EXACT).as_tuple().exponent
        decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    rounded = exact.quantize(Decimal(1).scaleb(-decimals), context=_EXACT)
    return abs(rounded) if rounded == 0 else rounded
