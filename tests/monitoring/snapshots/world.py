"""A small police force to take snapshots of: a korps, three eenheden, one theme, and indicators on demand."""

import datetime as dt
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from measures.models import Measure, Milestone, ProgressUpdate
from monitoring.models import DefinitionVersion, Indicator, Observation
from pvi.lib.periods import Period
from pvi.organisation.models import Counted, Unit, UnitKind
from themes.models import Programme, Theme

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def moment(day: str) -> dt.datetime:
    """Noon of a day in Amsterdam."""
    return dt.datetime.combine(dt.date.fromisoformat(day), dt.time(12), tzinfo=AMSTERDAM)


def unit(code: str, kind: str = UnitKind.REGIONAL, parent: Unit | None = None, **more: Any) -> Unit:
    made: Unit = Unit.objects.create(
        code=code, name=code.title(), short_name=code.title(), kind=kind, parent=parent,
        counted_in_2023=Counted.YES, **{"valid_from": dt.date(2013, 1, 1), **more},
    )  # fmt: skip
    return made


class World:
    """Everything that most tests of snapshots need."""

    def __init__(self) -> None:
        self.korps = unit("KORPS", UnitKind.KORPS)
        self.units = [unit(code, parent=self.korps) for code in ("AAA", "BBB", "CCC")]
        self.theme = Theme.objects.create(
            code="DI",
            slug="diverse-instroom",
            number=2,
            name="Diverse instroom",
            aim="a",
            approach="b",
            slogan="c",
        )
        self.programme = Programme.objects.create(
            code="PVI", name="PVI", starts_on=dt.date(2021, 1, 1), is_history=False
        )

    def indicator(self, code: str = "I-1", **more: Any) -> Indicator:
        """A yearly share with a known definition; any field of the definition can be given."""
        indicator = Indicator.objects.create(
            code=code, theme=self.theme, name=code, perspective="realisation"
        )
        fields: dict[str, Any] = {
            "number": 1, "effective_from": dt.date(2015, 1, 1), "text": "Telt", "scale_label": "%",
            "scale_factor": Decimal(100), "decimals": 1, "direction": "higher", "frequency": "year",
            "lag_months": 6, "supplier": "unit", "time_rule": "stock", "roll_up": "ratio",
            "sensitivity_korps": "public", "sensitivity_unit": "public", "sensitivity_team": "public",
        }  # fmt: skip
        DefinitionVersion.objects.create(indicator=indicator, **{**fields, **more})
        return indicator

    def count(self, code: str = "I-C", **more: Any) -> Indicator:
        """A yearly count."""
        return self.indicator(
            code,
            **{"scale_label": "aantal", "scale_factor": Decimal(1), "decimals": 0, "roll_up": "sum", **more},
        )

    def observe(
        self,
        indicator: Indicator,
        of: Unit,
        period: str,
        value: Any = None,
        *,
        parts: tuple[int, int] | None = None,
        known: str = "2024-03-01",
        **more: Any,
    ) -> Observation:
        """One figure, known from a day."""
        found = Period.parse(period)
        return Observation.objects.create(
            indicator=indicator, unit=of, period_code=found.code, period_start=found.start,
            period_end=found.end,
            value=value, numerator=parts[0] if parts else None, denominator=parts[1] if parts else None,
            known_from=moment(known), **{"certainty": "final", **more},
        )  # fmt: skip

    def measure(self, of: Unit, code: str = "M-1", **more: Any) -> Measure:
        """A measure of a unit, known from 2023."""
        return Measure.objects.create(
            code=code, programme=self.programme, theme=self.theme, unit=of, level="unit", title=code,
            **{"known_from": moment("2023-01-01"), **more},
        )  # fmt: skip

    def milestone(self, measure: Measure, due: str, done: str = "", title: str = "") -> Milestone:
        """A step; what is done is known on the day itself."""
        return Milestone.objects.create(
            measure=measure, title=title or f"stap {due}", due_on=dt.date.fromisoformat(due),
            done_on=dt.date.fromisoformat(done) if done else None,
            done_known_from=moment(done) if done else None, known_from=measure.known_from,
        )  # fmt: skip

    def update(self, measure: Measure, day: str, status: str = "", **more: Any) -> ProgressUpdate:
        """An update reported and known on a day."""
        return ProgressUpdate.objects.create(
            measure=measure, reported_on=dt.date.fromisoformat(day), status=status, author_role="aanjager",
            text="Stand", known_from=moment(day), **more,
        )  # fmt: skip
