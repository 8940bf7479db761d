"""Loading measures with their budget lines, milestones and the stand of June 2023."""

from pathlib import Path

from measures.models import (
    BudgetLine,
    Decision,
    Dependency,
    Level,
    Measure,
    Milestone,
    Obligation,
    ProgressUpdate,
)
from measures.status import MeasureStatus
from pvi.lib.registers import Row, build, read
from pvi.organisation.models import Unit
from pvi.records.models import Source
from pvi.records.register import PRECISIONS, Changes, Values, append, known_from, sync
from themes.models import Programme, Theme

FILE = "maatregelen.csv"
LEVELS = {"landelijk": Level.NATIONAL, "eenheid": Level.UNIT}
OBLIGATIONS = {"": "", "verplicht": Obligation.MANDATORY, "optioneel": Obligation.OPTIONAL}
CROSS_THEME = "ALG"
COLUMNS = [
    "code", "thema", "titel", "omschrijving", "niveau", "eenheid_code", "uitvoerder_rol", "start", "eind",
    "periode_tekst", "verplichting", "budget_eur", "status_2023", "resultaatdoel", "programma", "focuspunt",
    "capaciteit", "budget_toelichting", "besluitpunt", "verplichting_bron", "bron_code", "vindplaats",
    "toegevoegd_sinds", "openbaar", "resultaatdoel_aantal", "resultaatdoel_eenheid",
    "stand_2023", "resultaat_2023",
]  # fmt: skip


def rows_of(folder: Path) -> list[Row]:
    """The rows of maatregelen.csv."""
    return read(folder / FILE, COLUMNS, ["code"])


def theme_of(row: Row, themes: dict[str, Theme]) -> Theme | None:
    """The theme of a row; ALG means across all themes and is none."""
    return None if row.cells["thema"] == CROSS_THEME else row.reference("thema", themes, "themas.csv")


def load_measures(
    folder: Path,
    *,
    themes: dict[str, Theme],
    units: dict[str, Unit],
    programmes: dict[str, Programme],
    sources: dict[str, Source],
    changes: Changes,
) -> dict[str, Measure]:
    """Load maatregelen.csv; returns the measures by code."""

    def values(row: Row) -> Values:
        source = row.reference("bron_code", sources, "bronnen.csv")
        start, end = row.day_or_none("start"), row.day_or_none("eind")
        if start and end and end < start:
            row.refuse("eind", "een dag na start")
        return {
            "code": row.required("code"),
            "programme": row.reference("programma", programmes, "programmas.csv"),
            "theme": theme_of(row, themes),
            "unit": row.reference("eenheid_code", units, "eenheden.csv"),
            "level": row.choice("niveau", LEVELS),
            "title": row.required("titel"),
            "starts_on": start,
            "ends_on": end,
            "obligation": row.choice("verplichting", OBLIGATIONS),
            "result_goal_count": row.number_or_none("resultaatdoel_aantal"),
            "added_since": row.day_or_none("toegevoegd_sinds"),
            "source": source,
            "is_public": row.yes_no("openbaar"),
            "known_from": known_from(source),
            **_texts(row),
        }

    rows = rows_of(folder)
    return sync(changes, Measure, ("code",), build(rows, values))


def _texts(row: Row) -> Values:
    return {
        "description": row.text("omschrijving"),
        "executor_role": row.text("uitvoerder_rol"),
        "period_text": row.text("periode_tekst"),
        "obliged_by": row.text("verplichting_bron"),
        "capacity": row.text("capaciteit"),
        "result_goal": row.text("resultaatdoel"),
        "result_goal_unit": row.text("resultaatdoel_eenheid"),
        "focus_point": row.text("focuspunt"),
        "budget_note": row.text("budget_toelichting"),
        "source_text": row.text("vindplaats"),
    }


def load_updates(
    folder: Path,
    measures: dict[str, Measure],
    sources: dict[str, Source],
    statuses: dict[str, str],
    changes: Changes,
) -> None:
    """The stand of 27 June 2023 as an update of each measure that the source says something about."""
    source = sources["S2"]

    def values(row: Row) -> Values:
        text = row.text("status_2023")
        measure = measures[row.cells["code"]]
        return {
            "measure": measure,
            "reported_on": source.published_on,
            "status": statuses.get(text, MeasureStatus.UNKNOWN.value),
            "text": row.text("stand_2023"),
            "result_count": row.number_or_none("resultaat_2023"),
            "author_role": "eerste halfjaarbericht politie 2023",
            "source": source,
            "is_public": measure.is_public,
            "known_from": known_from(source),
        }

    rows = [row for row in rows_of(folder) if row.cells["status_2023"]]
    append(changes, ProgressUpdate, ("measure", "reported_on", "source"), build(rows, values))


def load_milestones(
    folder: Path, measures: dict[str, Measure], sources: dict[str, Source], changes: Changes
) -> None:
    """Load mijlpalen.csv: the milestones that the sources name; what people did with them since is kept."""

    def values(row: Row) -> Values:
        source = row.reference("bron_code", sources, "bronnen.csv")
        done = row.day_or_none("gehaald_op")
        proof = row.reference("bron_gehaald", sources, "bronnen.csv") if done else None
        return {
            "measure": row.reference("maatregel_code", measures, FILE),
            "title": row.required("mijlpaal"),
            "due_on": row.day("termijn"),
            "due_precision": row.choice("termijn_precisie", PRECISIONS),
            "weight": row.number("gewicht"),
            "done_on": done,
            "done_known_from": known_from(proof) if proof else None,
            "note": row.text("toelichting"),
            "known_from": known_from(source),
        }

    columns = [
        "maatregel_code",
        "mijlpaal",
        "termijn",
        "termijn_precisie",
        "gewicht",
        "gehaald_op",
        "bron_gehaald",
    ]
    rows = read(
        folder / "mijlpalen.csv", [*columns, "toelichting", "bron_code"], ["maatregel_code", "mijlpaal"]
    )
    append(changes, Milestone, ("measure", "title"), build(rows, values))


def load_budget(
    folder: Path, measures: dict[str, Measure], sources: dict[str, Source], changes: Changes
) -> None:
    """The one figure of each measure row as its first version, and begroting.csv with further versions."""

    def first(row: Row) -> Values:
        return {
            "measure": measures[row.cells["code"]],
            "item": "",
            "version": 1,
            "amount": row.number("budget_eur"),
            "basis": "",
            "condition": "",
            "note": row.text("budget_toelichting"),
            "source": row.reference("bron_code", sources, "bronnen.csv"),
        }

    def further(row: Row) -> Values:
        return {
            "measure": row.reference("maatregel_code", measures, FILE),
            "item": row.required("post"),
            "version": row.whole("versie"),
            "amount": row.number("bedrag_eur"),
            "basis": row.text("grondslag"),
            "condition": row.text("voorwaarde"),
            "note": row.text("toelichting"),
            "source": row.reference("bron_code", sources, "bronnen.csv"),
        }

    with_budget = [row for row in rows_of(folder) if row.cells["budget_eur"]]
    columns = [
        "maatregel_code",
        "post",
        "versie",
        "bedrag_eur",
        "grondslag",
        "voorwaarde",
        "toelichting",
        "bron_code",
    ]
    more = read(folder / "begroting.csv", columns, ["maatregel_code", "post", "versie"])
    lines = build(with_budget, first) + build(more, further)
    sync(changes, BudgetLine, ("measure", "item", "version"), lines)


def load_dependencies(folder: Path, measures: dict[str, Measure], changes: Changes) -> None:
    """Load afhankelijkheden.csv: which measure waits for which."""

    def values(row: Row) -> Values:
        return {
            "measure": row.reference("maatregel_code", measures, FILE),
            "needs": row.reference("heeft_nodig_code", measures, FILE),
            "note": row.text("toelichting"),
        }

    columns = ["maatregel_code", "heeft_nodig_code"]
    rows = read(folder / "afhankelijkheden.csv", [*columns, "toelichting"], columns)
    sync(changes, Dependency, ("measure", "needs"), build(rows, values))


def load_decisions(folder: Path, measures: dict[str, Measure], changes: Changes) -> None:
    """Load besluiten.csv: what the plans ask their management to decide; answers given since are kept."""

    def values(row: Row) -> Values:
        return {
            "measure": row.reference("maatregel_code", measures, FILE),
            "question": row.required("gevraagd_besluit"),
            "asked_of": row.text("gevraagd_aan"),
            "asked_on": row.day_or_none("gevraagd_op"),
            "outcome": row.text("uitkomst"),
            "decided_on": row.day_or_none("besloten_op"),
        }

    key = ["maatregel_code", "gevraagd_besluit"]
    rows = read(
        folder / "besluiten.csv", [*key, "gevraagd_aan", "gevraagd_op", "uitkomst", "besloten_op"], key
    )
    append(changes, Decision, ("measure", "question"), build(rows, values))
