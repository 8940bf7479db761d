"""What stands in the database when the demo year is loaded: the register that it builds on."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from measures.models import Measure
from monitoring.models import DefinitionVersion, Indicator
from pvi.organisation.models import Unit, User
from pvi.records.models import DatePrecision, Source, SourceKind
from themes.models import Programme, Round, Theme

PROGRAMME = "PVI"
SOURCE = "DEMO"
KORPS = "KORPS"


@dataclass(frozen=True)
class World:
    """The rows of the register by code, and the rows of the demo year that later parts need."""

    programme: Programme
    source: Source
    units: Mapping[str, Unit]
    themes: Mapping[str, Theme]
    rounds: Mapping[str, Round]
    indicators: Mapping[str, Indicator]
    definitions: Mapping[str, DefinitionVersion]
    measures: dict[str, Measure] = field(default_factory=dict)
    users: dict[str, User] = field(default_factory=dict)


def read_world() -> World:
    """Read the register, and mark its programme as holding made-up data."""
    programme = Programme.objects.get(code=PROGRAMME)
    programme.is_fictitious = True
    programme.save(update_fields=["is_fictitious"])
    return World(
        programme=programme,
        source=_source(),
        units={unit.code: unit for unit in Unit.objects.all()},
        themes={theme.code: theme for theme in Theme.objects.all()},
        rounds={found.period_code: found for found in Round.objects.all()},
        indicators={indicator.code: indicator for indicator in Indicator.objects.all()},
        definitions=_in_force(),
        measures={m.code: m for m in Measure.objects.counted().select_related("theme", "unit")},
    )


def _source() -> Source:
    return Source.objects.create(
        code=SOURCE,
        title="Fictieve gegevens van het demojaar",
        kind=SourceKind.ENTRY,
        published_on=dt.date(2025, 1, 1),
        published_precision=DatePrecision.DAY,
    )


def _in_force() -> dict[str, DefinitionVersion]:
    """The version by which each indicator is counted in the demo year; none for one that has ended."""
    versions = DefinitionVersion.objects.filter(effective_until__isnull=True).order_by("effective_from")
    return {version.indicator.code: version for version in versions.select_related("indicator")}
