"""Loading indicators with their definition versions, and the links from measures."""

from decimal import Decimal
from pathlib import Path

from measures.models import Measure
from measures.register.measures import FILE as MEASURES
from measures.register.measures import theme_of
from monitoring.models import DefinitionVersion, Indicator, MeasureIndicatorLink, Perspective
from monitoring.models.choices import Supplier
from monitoring.models.indicator import Evidence
from pvi.lib.registers import Row, build, read
from pvi.organisation.models import Unit, UnitKind
from pvi.records.models import Source
from pvi.records.register import Changes, Values, sync
from themes.models import Theme

FILE = "indicatoren.csv"
PERSPECTIVES = {
    "burger": Perspective.CITIZEN,
    "medewerker": Perspective.EMPLOYEE,
    "realisatie": Perspective.REALISATION,
    "leren": Perspective.LEARNING,
}
DIRECTIONS = {"hoger": "higher", "lager": "lower", "gelijk": "hold", "context": "context"}
FREQUENCIES = {
    "maand": "month",
    "kwartaal": "quarter",
    "tertaal": "four_months",
    "halfjaar": "half_year",
    "jaar": "year",
    "tweejaar": "two_years",
    "3-5jaar": "rare",
}
SUPPLIERS = {"eenheid": Supplier.UNIT, "korps": Supplier.KORPS, "extern": Supplier.EXTERNAL}
TIME_RULES = {"stand": "stock", "stroom": "flow", "cumulatief": "cumulative"}
ROLL_UPS = {"som": "sum", "verhouding": "ratio", "gewogen": "weighted", "geen": "none"}
SENSITIVITIES = {"openbaar": "public", "intern": "internal", "klein-aantal": "small_numbers"}
UNIT_KINDS = {
    "korps": UnitKind.KORPS,
    "regionale eenheid": UnitKind.REGIONAL,
    "landelijke eenheid": UnitKind.NATIONAL,
    "ondersteunend": UnitKind.SUPPORT,
    "district": UnitKind.DISTRICT,
    "basisteam": UnitKind.TEAM,
}
EVIDENCE = {evidence.value: evidence for evidence in Evidence}
DEFAULT_MARGIN = Decimal("0.10")
DEFAULT_THRESHOLD = 10


def load_indicators(
    folder: Path, themes: dict[str, Theme], sources: dict[str, Source], changes: Changes
) -> dict[str, Indicator]:
    """Load indicatoren.csv; returns the indicators by code."""

    def values(row: Row) -> Values:
        return {
            "code": row.required("code"),
            "theme": theme_of(row, themes),
            "name": row.required("naam"),
            "perspective": row.choice("perspectief", PERSPECTIVES),
            "instrument": row.text("instrument_bron"),
            "disaggregation": row.text("uitsplitsing"),
            "target_text": row.text("streefwaarde_tekst"),
            "source_text": row.text("vindplaats"),
            "source": row.reference_or_none("bron_code", sources, "bronnen.csv"),
            "owner_role": row.text("eigenaar_rol"),
            "is_public": row.yes_no("openbaar"),
        }

    columns = [
        "code",
        "thema",
        "naam",
        "perspectief",
        "instrument_bron",
        "uitsplitsing",
        "streefwaarde_tekst",
    ]
    rows = read(folder / FILE, [*columns, "vindplaats", "bron_code", "openbaar", "eigenaar_rol"], ["code"])
    return sync(changes, Indicator, ("code",), build(rows, values))


DEFINITION_COLUMNS = [
    "indicator", "versie", "geldig_vanaf", "geldig_tot", "omschrijving", "reden", "reeksbreuk", "frequentie",
    "publicatievertraging_maanden", "aanleverder", "richting",
    "tolerantie", "marge", "eenheid_label",
    "schaalfactor",
    "decimalen", "tijdregel", "optelregel", "teller", "noemer", "per_eenheid", "niet_van_toepassing",
    "gevoeligheid_korps", "gevoeligheid_eenheid", "gevoeligheid_team", "drempel",
]  # fmt: skip


def load_definitions(
    folder: Path, indicators: dict[str, Indicator], units: dict[str, Unit], changes: Changes
) -> None:
    """Load definities.csv: every version of every definition."""
    exceptions = {**UNIT_KINDS, **{code: code for code in units}}

    def values(row: Row) -> Values:
        return {
            "indicator": row.reference("indicator", indicators, FILE),
            "number": row.whole("versie"),
            "effective_from": row.day("geldig_vanaf"),
            "effective_until": row.day_or_none("geldig_tot"),
            "text": row.required("omschrijving"),
            "change_note": row.text("reden"),
            "breaks_series": row.yes_no("reeksbreuk"),
            **_counting(row),
            **_protection(row),
            "per_unit": row.yes_no("per_eenheid"),
            "not_applicable_to": _exceptions(row, exceptions),
        }

    rows = read(folder / "definities.csv", DEFINITION_COLUMNS, ["indicator", "versie"])
    sync(changes, DefinitionVersion, ("indicator", "number"), build(rows, values))


def _counting(row: Row) -> Values:
    margin, tolerance = row.number_or_none("marge"), row.number_or_none("tolerantie")
    direction = row.choice("richting", DIRECTIONS)
    if direction == "hold" and tolerance is None:
        row.refuse("tolerantie", "een getal, omdat de richting gelijk is")
    return {
        "scale_label": row.required("eenheid_label"),
        "scale_factor": row.number("schaalfactor"),
        "is_average": row.text("optelregel") == "verhouding" and row.number("schaalfactor") == 1,
        "decimals": row.whole("decimalen"),
        "direction": direction,
        "tolerance": tolerance,
        "margin": DEFAULT_MARGIN if margin is None else margin,
        "frequency": row.choice("frequentie", FREQUENCIES),
        "lag_months": row.whole("publicatievertraging_maanden"),
        "supplier": row.choice("aanleverder", SUPPLIERS),
        "time_rule": row.choice("tijdregel", TIME_RULES),
        "roll_up": row.choice("optelregel", ROLL_UPS),
        "numerator_meaning": row.text("teller"),
        "denominator_meaning": row.text("noemer"),
    }


def _protection(row: Row) -> Values:
    return {
        "sensitivity_korps": row.choice("gevoeligheid_korps", SENSITIVITIES),
        "sensitivity_unit": row.choice("gevoeligheid_eenheid", SENSITIVITIES),
        "sensitivity_team": row.choice("gevoeligheid_team", SENSITIVITIES),
        "threshold": row.whole("drempel") if row.text("drempel") else DEFAULT_THRESHOLD,
    }


def _exceptions(row: Row, known: dict[str, str]) -> list[str]:
    words = [word.strip() for word in row.text("niet_van_toepassing").split(";") if word.strip()]
    for word in words:
        if word not in known:
            row.refuse("niet_van_toepassing", "codes uit eenheden.csv of soorten, gescheiden door ;")
    return [str(known[word]) for word in words]


def load_links(
    folder: Path, measures: dict[str, Measure], indicators: dict[str, Indicator], changes: Changes
) -> None:
    """Load koppelingen.csv: which measure is meant to move which indicator."""

    def values(row: Row) -> Values:
        return {
            "measure": row.reference("maatregel_code", measures, MEASURES),
            "indicator": row.reference("indicator_code", indicators, FILE),
            "mechanism": row.required("hoe"),
            "evidence": row.choice("bewijs", EVIDENCE),
        }

    rows = read(
        folder / "koppelingen.csv",
        ["maatregel_code", "indicator_code", "hoe", "bewijs"],
        ["maatregel_code", "indicator_code"],
    )
    sync(changes, MeasureIndicatorLink, ("measure", "indicator"), build(rows, values))
