"""The definition sheet: how an indicator is counted, in words, with every version it ever had."""

from collections.abc import Iterator
from dataclasses import dataclass

from monitoring.models import DefinitionVersion, Indicator
from monitoring.progress import RollUp
from pvi.lib.formatting import date_short, number, percent, plural
from pvi.organisation.models import Unit

EVERY = {
    "month": "elke maand",
    "quarter": "elk kwartaal",
    "four_months": "elk tertaal (vier maanden)",
    "half_year": "elk halfjaar",
    "year": "elk jaar",
    "two_years": "elke twee jaar",
    "rare": "elke drie tot vijf jaar",
}
DIRECTIONS = {
    "higher": "hoger is beter",
    "lower": "lager is beter",
    "hold": "gelijk houden is het doel",
    "context": "context: nooit groen of rood",
}
LEVELS = (("korps", "sensitivity_korps"), ("eenheid", "sensitivity_unit"), ("team", "sensitivity_team"))
RULE = {"public": "openbaar", "internal": "intern"}


@dataclass(frozen=True)
class Line:
    """One line of the sheet."""

    term: str
    text: str


@dataclass(frozen=True)
class Version:
    """One version of the definition, with since when and why."""

    number: int
    since: str
    until: str
    text: str
    change: str
    is_break: bool
    is_shown: bool


@dataclass(frozen=True)
class Sheet:
    """The definition in force, line by line, and all versions, the newest first."""

    heading: str
    lines: tuple[Line, ...]
    versions: tuple[Version, ...]


def sheet_of(
    indicator: Indicator, shown: DefinitionVersion, versions: tuple[DefinitionVersion, ...], units: list[Unit]
) -> Sheet:
    """The sheet with this version on top."""
    until = f" tot en met {date_short(shown.effective_until)}" if shown.effective_until else ""
    return Sheet(
        heading=f"versie {shown.number}, vanaf {date_short(shown.effective_from)}{until}",
        lines=tuple(line for line in _lines(indicator, shown, units) if line.text),
        versions=tuple(_version(version, shown) for version in reversed(versions)),
    )


def _lines(indicator: Indicator, shown: DefinitionVersion, units: list[Unit]) -> Iterator[Line]:
    yield Line("Telt", shown.text)
    yield Line("Meeteenheid", shown.scale_label)
    yield Line("Richting", DIRECTIONS[shown.direction])
    yield Line("Teller", shown.numerator_meaning)
    yield Line("Noemer", shown.denominator_meaning)
    yield Line("Optellen", _roll_up(shown))
    yield Line("Tijdregel", shown.get_time_rule_display())
    yield Line("Uitsplitsing", indicator.disaggregation)
    yield Line("Bron", indicator.instrument)
    yield Line("Ritme", EVERY[shown.frequency])
    yield Line("Vertraging", f"verschijnt uiterlijk {plural(shown.lag_months, 'maand', 'maanden')} later")
    yield Line("Aanleverder", _supplier(indicator, shown))
    yield _for_whom(shown, units)
    yield Line("Afscherming", _protection(shown))
    yield Line("Marge", _margin(shown))


def _roll_up(shown: DefinitionVersion) -> str:
    if not shown.per_unit:
        return "bestaat alleen voor het korps"
    rule = shown.get_roll_up_display()
    whole = "; een landelijk geleverd cijfer gaat voor" if shown.roll_up != RollUp.NONE else ""
    return f"{rule}{whole}"


def _supplier(indicator: Indicator, shown: DefinitionVersion) -> str:
    owner = f" ({indicator.owner_role})" if indicator.owner_role else ""
    return f"{shown.get_supplier_display()}{owner}"


def _for_whom(shown: DefinitionVersion, units: list[Unit]) -> Line:
    """The eenheden that have no such figure, or those that have one: the shorter list of the two."""
    with_one = [unit.short_name for unit in units if shown.applies_to(unit)]
    without = [unit.short_name for unit in units if not shown.applies_to(unit)]
    if not shown.per_unit or not with_one or not without:
        return Line("Niet voor", "")
    if len(with_one) < len(without):
        return Line("Alleen voor", ", ".join(with_one))
    return Line("Niet voor", ", ".join(without))


def _protection(shown: DefinitionVersion) -> str:
    """Per level who may see what; equal levels together."""
    rules: dict[str, list[str]] = {}
    for name, field in LEVELS:
        small = f"afgeschermd bij minder dan {shown.threshold}"
        rules.setdefault(RULE.get(getattr(shown, field), small), []).append(name)
    if len(rules) == 1:
        return next(iter(rules))
    return "; ".join(f"{' en '.join(names)}: {rule}" for rule, names in rules.items())


def _margin(shown: DefinitionVersion) -> str:
    if shown.direction == "context":
        return ""
    if shown.tolerance is not None:
        return f"tolerantie {number(shown.tolerance)} meer of minder"
    return f"{percent(100 * shown.margin, None)} van het stuk van het pad"


def _version(version: DefinitionVersion, shown: DefinitionVersion) -> Version:
    return Version(
        number=version.number,
        since=date_short(version.effective_from),
        until=date_short(version.effective_until) if version.effective_until else "",
        text=version.text,
        change=version.change_note,
        is_break=version.breaks_series and version.number > 1,
        is_shown=version.pk == shown.pk,
    )
