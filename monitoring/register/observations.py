"""Loading observations, targets and the duiding that the sources give."""

import datetime as dt
from pathlib import Path

from monitoring.models import DefinitionVersion, Indicator, Interpretation, Observation, Target
from monitoring.register.indicators import FILE as INDICATORS
from pvi.lib.registers import Row, build, read
from pvi.organisation.models import Unit, UnitGroup
from pvi.records.models import Source
from pvi.records.register import Changes, Values, append, known_from, sync

UNITS = "eenheden.csv"
CERTAINTIES = {"definitief": "final", "voorlopig": "provisional", "schatting": "estimate"}
OPERATORS = {">=": "at_least", "<=": "at_most", "=": "equals"}
OBSERVATION_KEY = ("unit", "indicator", "period_code", "disaggregation", "certainty")


def load_observations(
    folder: Path,
    indicators: dict[str, Indicator],
    units: dict[str, Unit],
    sources: dict[str, Source],
    changes: Changes,
) -> None:
    """Load waarnemingen.csv; an observation that is there already is never overwritten."""
    averages = set(
        DefinitionVersion.objects.filter(is_average=True).values_list("indicator__code", flat=True)
    )

    def values(row: Row) -> Values:
        source = row.reference("bron_code", sources, "bronnen.csv")
        period = row.period("periode")
        return {
            "indicator": row.reference("indicator", indicators, INDICATORS),
            "unit": row.reference("eenheid_code", units, UNITS),
            "period_code": period.code,
            "period_start": period.start,
            "period_end": period.end,
            "disaggregation": row.text("uitsplitsing"),
            **_amounts(row, averages),
            "certainty": row.choice("status", CERTAINTIES),
            "source": source,
            "source_text": row.text("vindplaats"),
            "reference": row.text("bron_url_of_kamerstuk"),
            "remark": row.text("toelichting"),
            "known_from": known_from(source),
        }

    columns = ["indicator", "eenheid_code", "periode", "waarde", "teller", "noemer", "status", "bron"]
    more = ["bron_url_of_kamerstuk", "uitsplitsing", "toelichting", "bron_code", "vindplaats"]
    key = ["indicator", "eenheid_code", "periode", "uitsplitsing", "status"]
    rows = read(folder / "waarnemingen.csv", columns + more, key)
    append(changes, Observation, OBSERVATION_KEY, build(rows, values))


def _amounts(row: Row, averages: set[str]) -> Values:
    numerator, denominator = row.number_or_none("teller"), row.number_or_none("noemer")
    is_share = row.cells["indicator"] not in averages
    if is_share and numerator is not None and denominator is not None and numerator > denominator:
        row.refuse("teller", f"ten hoogste de noemer ({denominator})")
    if denominator is not None and denominator <= 0:
        row.refuse("noemer", "een getal boven nul")
    return {"value": row.number("waarde"), "numerator": numerator, "denominator": denominator}


def load_targets(
    folder: Path,
    *,
    indicators: dict[str, Indicator],
    units: dict[str, Unit],
    groups: dict[str, UnitGroup],
    sources: dict[str, Source],
    changes: Changes,
) -> None:
    """Load streefwaarden.csv; a target is of a unit or of a group, and may have no year."""
    known: dict[str, Unit | UnitGroup] = {**units, **groups}

    def values(row: Row) -> Values:
        source = row.reference("bron_code", sources, "bronnen.csv")
        aimed_at = row.reference("eenheid_code", known, "eenheden.csv of groepen.csv")
        return {
            "indicator": row.reference("indicator", indicators, INDICATORS),
            "unit": aimed_at if isinstance(aimed_at, Unit) else None,
            "group": aimed_at if isinstance(aimed_at, UnitGroup) else None,
            "day": dt.date(row.whole("jaar"), 12, 31) if row.text("jaar") else None,
            "version": 1,
            "value": row.number("waarde"),
            "operator": row.choice("operator", OPERATORS),
            "source": source,
            "source_text": row.text("vindplaats"),
            "note": row.text("toelichting"),
            "known_from": known_from(source),
        }

    columns = [
        "indicator",
        "eenheid_code",
        "jaar",
        "waarde",
        "operator",
        "toelichting",
        "bron_code",
        "vindplaats",
    ]
    rows = read(folder / "streefwaarden.csv", columns, ["indicator", "eenheid_code", "jaar"])
    sync(changes, Target, ("indicator", "unit", "group", "day", "version"), build(rows, values))


def load_interpretations(
    folder: Path,
    indicators: dict[str, Indicator],
    units: dict[str, Unit],
    sources: dict[str, Source],
    changes: Changes,
) -> None:
    """Load duiding.csv: what the sources themselves say that figures mean."""

    def values(row: Row) -> Values:
        source = row.reference("bron_code", sources, "bronnen.csv")
        return {
            "unit": row.reference("eenheid_code", units, UNITS),
            "indicator": row.reference("indicator_code", indicators, INDICATORS),
            "period_code": row.period("periode").code if row.text("periode") else "",
            "text": row.required("tekst"),
            "written_on": row.day("datum"),
            "author_role": row.required("rol"),
            "is_public": row.yes_no("openbaar"),
            "source": source,
            "known_from": known_from(source),
        }

    columns = [
        "code",
        "indicator_code",
        "eenheid_code",
        "periode",
        "datum",
        "tekst",
        "rol",
        "openbaar",
        "bron_code",
    ]
    rows = read(folder / "duiding.csv", columns, ["code"])
    append(
        changes, Interpretation, ("indicator", "unit", "period_code", "source", "text"), build(rows, values)
    )
