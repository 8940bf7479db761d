"""One of every kind of chart, close to the real series, for the tests of the renderings."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from xml.etree.ElementTree import Element, fromstring

from monitoring import charts
from monitoring.charts import (
    BarRow,
    Break,
    Certainty,
    Drawable,
    Gap,
    Group,
    Heading,
    Height,
    MeasureGroup,
    MeasureRow,
    MilestoneMark,
    MilestoneState,
    MonthShare,
    Nothing,
    Point,
    Scale,
    Series,
    SeriesChart,
    StackRow,
    TargetPoint,
    Tone,
    UnitValue,
)

Sample = Callable[[], Drawable]
SampleOfSeries = Callable[[], SeriesChart]
REFERENCE = date(2023, 8, 31)


def heading(chart_id: str, title: str, height: Height = Height.MEDIUM) -> Heading:
    return Heading(
        id=chart_id,
        title=title,
        unit_line="per jaar",
        summary=f"{title} in één zin.",
        source="HRM",
        height=height,
    )


def year(number: int, value: str | None = None, nothing: Nothing | None = None, **more: Any) -> Point:
    """A point in the middle of a year."""
    shown = None if value is None else Decimal(value)
    return Point(at=date(number, 7, 1), label=str(number), value=shown, nothing=nothing, **more)


def month_end(index: int) -> date:
    """The last day of the month so many months after December 2021."""
    first = date(2021 + (index + 12) // 12, (index + 12) % 12 + 1, 1)
    return date.fromordinal(first.toordinal() - 1)


def planned_actual() -> SeriesChart:
    planned = [0, 2, 4, 6, 9, 12, 15, 18, 20, 23, 26, 29, 32, 35, 38, 41, 44, 48, 52, 57, 60, 63, 66, 70]
    actual = [0, 1, 3, 5, 8, 11, 14, 16, 18, 21, 24, 26, 29, 32, 35, 37, 40, 43, 46, 49]
    months = [
        MonthShare(
            at=month_end(index),
            label=f"maand {index}",
            planned=Decimal(share),
            actual=Decimal(actual[index - 1]) if index <= len(actual) else None,
        )
        for index, share in enumerate(planned, start=1)
    ]
    return charts.planned_actual(
        heading("c-plan", "Gepland en werkelijk gereed"), months, reference=REFERENCE
    )


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


def trend() -> SeriesChart:
    """Instroom and its target path: an older definition, a gap, quarters with margins."""
    old = [year(n, v, definition="1") for n, v in ((2017, "22.1"), (2018, "21.4"), (2019, "19.0"))]
    values = ["22.4", "22.9", "23.8", "24.1", "24.9", "25.3", "26.1"]
    days = [date(2021, 12, 31), date(2022, 3, 31), date(2022, 6, 30), date(2022, 9, 30), date(2022, 12, 31)]
    days += [date(2023, 3, 31), date(2023, 6, 30)]
    new = [
        Point(
            at=day,
            label=f"k{(day.month - 1) // 3 + 1} {day.year}",
            value=Decimal(value),
            low=Decimal(value) - 3,
            high=Decimal(value) + 3,
            definition="2",
            context="van 757 nieuwe collega’s",
            note="marge 22,0% tot 27,8%",
            certainty=Certainty.PROVISIONAL if day is days[-1] else Certainty.FINAL,
        )
        for day, value in zip(days, values, strict=True)
    ]
    path = [
        TargetPoint(at=date(2021, 12, 31), label="eind 2021", value=Decimal("22.4"), is_target=False),
        TargetPoint(at=date(2025, 12, 31), label="eind 2025", value=Decimal(35)),
    ]
    gap = Gap(date(2020, 1, 1), date(2021, 11, 1), "Andere definitie: niet te vergelijken")
    return charts.trend(
        heading("c-in", "Cultureel diverse instroom", Height.LARGE),
        [Series(name="instroom", points=(*old, *new))],
        scale=Scale.PERCENT,
        decimals=1,
        target=path,
        gaps=[gap],
    )


def four_definitions() -> SeriesChart:
    """The four definitions of instroom of the register: four series, never one line."""
    series = [
        Series(
            name="Aspiranten met migratieachtergrond",
            points=(year(2013, "10.2"), year(2016, "19.5"), year(2022, "14.4")),
        ),
        Series(
            name="Nieuwe medewerkers (CBS)",
            points=tuple(year(n, v) for n, v in ((2017, "21"), (2018, "21"), (2019, "16"), (2020, "19"))),
        ),
        Series(name="Brede definitie", points=(year(2017, "29"), year(2018, "22.5"))),
        Series(name="Niet-westerse migratieachtergrond", points=(year(2013, "6.4"), year(2016, "10.6"))),
    ]
    return charts.trend(
        heading("c-def", "Vier definities van instroom", Height.LARGE),
        series,
        scale=Scale.PERCENT,
        decimals=1,
    )


def incidents() -> SeriesChart:
    """The MAR series: two breaks, years not delivered, a year to come."""
    points = [
        year(2014, "5721", definition="2014"),
        year(2015, nothing=Nothing.NOT_DELIVERED),
        year(2016, nothing=Nothing.NOT_DELIVERED),
        *(year(n, v, definition="2017") for n, v in ((2017, "3499"), (2018, "3299"))),
        *(
            year(n, v, definition="2019")
            for n, v in ((2019, "5487"), (2020, "6141"), (2021, "6580"), (2022, "6738"))
        ),
        year(2023, nothing=Nothing.NOT_DUE, definition="2019"),
    ]
    line = Series(name="incidenten", points=tuple(points), values_shown=True)
    return charts.trend(
        heading("c-ind", "Heel het korps, per jaar", Height.LARGE),
        [line],
        scale=Scale.COUNT,
        decimals=0,
        unit_word="incidenten",
        breaks=[Break(date(2019, 1, 1))],
        from_zero=True,
    )


def counts() -> SeriesChart:
    points = [
        *(year(n, v, definition="1") for n, v in ((2017, "446"), (2018, "523"))),
        year(2019, nothing=Nothing.NOT_DELIVERED, definition="2"),
        *(year(n, v, definition="2") for n, v in ((2020, "741"), (2021, "823"))),
        year(2022, "899", definition="2", certainty=Certainty.PROVISIONAL),
    ]
    return charts.counts(
        heading("c-mar", "Geregistreerde incidenten", Height.SMALL),
        points,
        unit_word="incidenten",
        breaks=[Break(date(2019, 1, 1))],
    )


def membership() -> SeriesChart:
    points = [year(2019 + index, value) for index, value in enumerate(("61", "66", "78", "97"))]
    last = Point(
        at=REFERENCE,
        label="2023",
        value=Decimal(112),
        certainty=Certainty.PROVISIONAL,
        note="stand 31-8-2023",
    )
    return charts.membership(heading("c-ndv", "Leden van het netwerk", Height.SMALL), [*points, last])


def sparkline() -> SeriesChart:
    points = [year(2016 + index, str(20 + index % 3 * 4)) for index in range(7)]
    return charts.sparkline(heading("c-spark", "Instroom"), points, scale=Scale.PERCENT, decimals=1)


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


DRAWN: tuple[Sample, ...] = (
    planned_actual,
    status_by_theme,
    trend,
    four_definitions,
    incidents,
    counts,
    membership,
    sparkline,
    per_unit,
)


def parsed(drawing: str) -> Element:
    """Our own SVG as XML."""
    return fromstring(drawing)  # noqa: S314 - written by the code under test, not by a user


def line(points: Sequence[Point], breaks: Sequence[Break] = ()) -> SeriesChart:
    """A single percentage, for tests that bring their own points."""
    series = [Series(name="aandeel", points=tuple(points))]
    return charts.trend(heading("c-lijn", "Lijn"), series, scale=Scale.PERCENT, decimals=1, breaks=breaks)


def empty() -> SeriesChart:
    return charts.trend(heading("c-leeg", "Leeg"), [], scale=Scale.PERCENT, decimals=1)


def one_point() -> SeriesChart:
    return line([year(2022, "14.4")])


def crowded() -> SeriesChart:
    """A hundred months with every value asked for."""
    points = tuple(
        Point(at=month_end(index), label=f"maand {index}", value=Decimal(20 + index % 13))
        for index in range(100)
    )
    series = [Series(name="aandeel", points=points, values_shown=True)]
    return charts.trend(
        heading("c-vol", "Vol"), series, scale=Scale.PERCENT, decimals=1, reference=date(2026, 3, 31)
    )


def all_suppressed() -> SeriesChart:
    return line([year(number, nothing=Nothing.SUPPRESSED) for number in range(2018, 2024)])


def all_kinds_of_nothing() -> SeriesChart:
    kinds = [Nothing.SUPPRESSED, Nothing.NOT_APPLICABLE, None, Nothing.NOT_DELIVERED, Nothing.NOT_DUE]
    points = [year(2018 + index, None if kind else "12", nothing=kind) for index, kind in enumerate(kinds)]
    return charts.counts(heading("c-niets", "Niets", Height.SMALL), points, unit_word="incidenten")


def long_names() -> SeriesChart:
    """Four series with very long names that end at almost the same place."""
    name = "Aandeel nieuwe medewerkers met een migratieachtergrond volgens de Barometer Culturele Diversiteit"
    ends = ("14", "14.2", "14.5", "14.9")
    series = [
        Series(name=f"{index} {name}", points=(year(2019, str(10 + 6 * index)), year(2022, end)))
        for index, end in enumerate(ends)
    ]
    return charts.trend(heading("c-lang", name, Height.LARGE), series, scale=Scale.PERCENT, decimals=1)


def below_zero() -> SeriesChart:
    points = [year(2015 + index, value) for index, value in enumerate(("-4", "2", "5", "-1", "3", "-7"))]
    return charts.counts(heading("c-neg", "Onder nul", Height.SMALL), points, unit_word="verschil")


def no_measures() -> charts.StackChart:
    return charts.status_by_theme(heading("c-geen", "Geen"), status_by_theme().groups, [])


def no_units() -> charts.StripChart:
    return charts.per_unit(heading("c-nul", "Geen"), [], scale=Scale.PERCENT, decimals=1)


EXTREME: tuple[Sample, ...] = (
    empty,
    one_point,
    crowded,
    all_suppressed,
    all_kinds_of_nothing,
    long_names,
    below_zero,
    no_measures,
    no_units,
)
