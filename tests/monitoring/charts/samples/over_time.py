"""One of every kind of chart over time, close to the real series."""

from datetime import date
from decimal import Decimal

from monitoring import charts
from monitoring.charts import (
    Break,
    Certainty,
    Gap,
    Height,
    MonthShare,
    Nothing,
    Point,
    Role,
    Scale,
    Series,
    SeriesChart,
    TargetPoint,
)
from tests.monitoring.charts.samples.parts import REFERENCE, heading, month_end, year


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


def forecast() -> SeriesChart:
    """The way to a target with what equal pace would bring."""
    known = [year(2019 + index, value) for index, value in enumerate(("24", "25.1", "26.6", "27.2", "27.9"))]
    ahead = [
        Point(
            at=date(number, 7, 1),
            label=str(number),
            value=Decimal(value),
            low=Decimal(value) - spread,
            high=Decimal(value) + spread,
        )
        for number, value, spread in ((2023, "27.9", 0), (2024, "30.1", 2), (2025, "34.4", 3))
    ]
    series = [
        Series(name="instroom", points=tuple(known)),
        Series(name="prognose", points=tuple(ahead), role=Role.FORECAST),
    ]
    path = [
        TargetPoint(at=date(2019, 7, 1), label="2019", value=Decimal(24), is_target=False),
        TargetPoint(at=date(2025, 12, 31), label="eind 2025", value=Decimal(35)),
    ]
    return charts.trend(
        heading("c-pad", "Instroom naar 35%", Height.PC), series, scale=Scale.PERCENT, decimals=1, target=path
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
