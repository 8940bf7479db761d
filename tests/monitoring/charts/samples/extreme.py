"""Charts at the edges: empty, crowded, long, below zero, and nothing but nothing."""

from datetime import date
from decimal import Decimal

from monitoring import charts
from monitoring.charts import Height, Nothing, Point, Scale, Series, SeriesChart
from tests.monitoring.charts.samples.by_row import status_by_theme
from tests.monitoring.charts.samples.parts import heading, line, month_end, year


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
