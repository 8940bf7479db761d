"""One of every kind of chart with rows."""

from datetime import date
from decimal import Decimal

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


def timeline() -> charts.Timeline:
    done = MilestoneMark("Opdracht", date(2022, 9, 1), MilestoneState.DONE)
    planned = MilestoneMark("Evaluatie", date(2024, 3, 1), MilestoneState.PLANNED)
    late = MilestoneMark("Analyse", date(2023, 5, 31), MilestoneState.LATE)
    rows = [
        MeasureRow(
            key="ROT-1",
            name="Reflectiekamer ingericht",
            href="/maatregelen/rot-1",
            status="on_track",
            status_word="Op koers",
            start=date(2022, 6, 1),
            end=date(2024, 3, 1),
            milestones=(done, planned),
        ),
        MeasureRow(
            key="ROT-2",
            name="Exitgesprekken en analyse",
            href="/maatregelen/rot-2",
            status="overdue",
            status_word="Te laat",
            start=date(2022, 2, 1),
            end=date(2023, 5, 31),
            overdue=True,
            milestones=(done, late),
        ),
        MeasureRow(
            key="ROT-3",
            name="Zonder periode",
            href="/maatregelen/rot-3",
            status="unknown",
            status_word="Stand onbekend",
        ),
        MeasureRow(
            key="ROT-4",
            name="Zonder einde",
            href="/maatregelen/rot-4",
            status="in_progress",
            status_word="Loopt",
            start=date(2023, 1, 1),
        ),
    ]
    groups = [
        MeasureGroup("1. Veilige en inclusieve teams", tuple(rows[:2])),
        MeasureGroup("2. Instroom", tuple(rows[2:])),
    ]
    return charts.timeline(heading("c-tijd", "Maatregelen in de tijd"), groups, reference=REFERENCE)
