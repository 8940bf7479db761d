"""One of every kind of chart with rows."""

from datetime import date
from decimal import Decimal
from typing import Any

from monitoring import charts
from monitoring.charts import (
    BarRow,
    Certainty,
    Group,
    Height,
    MeasureGroup,
    MeasureRow,
    MilestoneMark,
    MilestoneState,
    Nothing,
    Scale,
    StackRow,
    Tone,
    UnitValue,
)
from tests.monitoring.charts.samples.parts import REFERENCE, heading


def status_by_theme() -> charts.StackChart:
    groups = [
        Group("gereed", Tone.DONE),
        Group("op koers", Tone.GOOD),
        Group("aandacht nodig", Tone.WARN),
        Group("achter of te laat", Tone.BAD),
        Group("niet gestart", Tone.OPEN),
        Group("gestopt", Tone.QUIET),
    ]
    rows = [
        StackRow("1. Veilige en inclusieve teams", (3, 4, 2, 0, 1, 0)),
        StackRow("2. Diverse instroom", (1, 5, 3, 2, 0, 1)),
        StackRow("3. Aanpak discriminatie", (6, 7, 1, 1, 2, 0)),
        StackRow("4. Professioneel controleren", (0, 1, 0, 0, 0, 0)),
        StackRow("5. Netwerk Divers Vakmanschap & Bondgenoten", (0, 0, 0, 0, 0, 0)),
    ]
    return charts.status_by_theme(heading("c-status", "Maatregelen per thema", Height.LARGE), groups, rows)


def per_unit() -> charts.StripChart:
    names = (
        "Noord-Nederland",
        "Oost-Nederland",
        "Midden-Nederland",
        "Noord-Holland",
        "Amsterdam",
        "Den Haag",
        "Rotterdam",
        "Zeeland-West-Brabant",
        "Oost-Brabant",
        "Limburg",
        "Politiedienstencentrum",
        "Politieacademie",
        "Landelijke Meldkamer Samenwerking",
        "Landelijke Expertise en Operaties",
        "Landelijke Opsporing en Interventies",
    )
    nothing = {
        9: Nothing.SUPPRESSED,
        11: Nothing.NOT_APPLICABLE,
        12: Nothing.NOT_DELIVERED,
        13: Nothing.NOT_DUE,
    }
    rows = [
        UnitValue(
            name=name,
            value=None if index in nothing else Decimal(14) + Decimal(index * 7 % 20),
            nothing=nothing.get(index),
            certainty=Certainty.PROVISIONAL if index == 4 else Certainty.FINAL,
            context="36 van 182 nieuwe collega’s",
        )
        for index, name in enumerate(names)
    ]
    return charts.per_unit(
        heading("c-per", "Per onderdeel in 2022", Height.LARGE),
        rows,
        scale=Scale.PERCENT,
        decimals=1,
        korps=Decimal("25.3"),
    )


def bars() -> charts.BarList:
    rows = [
        BarRow("Korter dan 3 maanden", 8),
        BarRow("1 tot 2 jaar", 6),
        BarRow("Datum onbekend", 2, muted=True),
    ]
    return charts.bars(heading("c-age", "Hoe lang loopt wat open staat"), rows, name_word="Leeftijd")


def measure(number: int, name: str, status: str, status_word: str, **more: Any) -> MeasureRow:
    key = f"ROT-{number}"
    href = f"/maatregelen/rot-{number}"
    return MeasureRow(key=key, name=name, href=href, status=status, status_word=status_word, **more)


def timeline() -> charts.Timeline:
    done = MilestoneMark("Opdracht", date(2022, 9, 1), MilestoneState.DONE)
    planned = MilestoneMark("Evaluatie", date(2024, 3, 1), MilestoneState.PLANNED)
    late = MilestoneMark("Analyse", date(2023, 5, 31), MilestoneState.LATE)
    on_track = {"start": date(2022, 6, 1), "end": date(2024, 3, 1), "milestones": (done, planned)}
    overdue = {
        "start": date(2022, 2, 1),
        "end": date(2023, 5, 31),
        "milestones": (done, late),
        "overdue": True,
    }
    teams = (
        measure(1, "Reflectiekamer ingericht", "on_track", "Op koers", **on_track),
        measure(2, "Exitgesprekken en analyse", "overdue", "Te laat", **overdue),
    )
    intake = (
        measure(3, "Zonder periode", "unknown", "Stand onbekend"),
        measure(4, "Zonder einde", "in_progress", "Loopt", start=date(2023, 1, 1)),
    )
    groups = [MeasureGroup("1. Veilige en inclusieve teams", teams), MeasureGroup("2. Instroom", intake)]
    return charts.timeline(heading("c-tijd", "Maatregelen in de tijd"), groups, reference=REFERENCE)
