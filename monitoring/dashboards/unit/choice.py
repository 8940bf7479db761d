"""Which indicators a unit gets as charts: the fixed ones, or others of the theme where they do not apply."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from monitoring.dashboards.unit.rows import IndicatorRows
from monitoring.dashboards.unit.subject import Subject
from monitoring.models import DefinitionVersion

# Four definitions of what came in; never one line (register of indicators, remark on I-DI-01 to 05).
INFLOW = ("I-DI-01", "I-DI-02", "I-DI-03", "I-DI-05")
GROUP_INFLOW = "I-DI-04"
INCIDENTS = "I-AD-01"
NETWORK = "I-NDV-01"
LEAST_INFLOW = 2
Versions = tuple[DefinitionVersion, ...]


@dataclass(frozen=True)
class Followed:
    """An indicator with the version of its definition that counts on the day."""

    versions: Versions
    version: DefinitionVersion
    applies: bool

    @property
    def code(self) -> str:
        return str(self.version.indicator.code)

    @property
    def theme_code(self) -> str:
        theme = self.version.indicator.theme
        return theme.code if theme else ""


def followed(subject: Subject, definitions: Mapping[int, Versions]) -> dict[str, Followed]:
    """Every indicator that still exists on the day, by code, with whether it applies to this unit."""
    found = (_followed(subject, versions) for versions in definitions.values())
    return {one.code: one for one in found if one is not None}


def _followed(subject: Subject, versions: Versions) -> Followed | None:
    day = subject.moment.day
    begun = [version for version in versions if version.effective_from <= day] or list(versions[:1])
    version = begun[-1]
    if version.effective_until is not None and version.effective_until < day:
        return None
    exists_here = version.per_unit or subject.unit.is_korps
    return Followed(versions, version, exists_here and version.applies_to(subject.unit))


@dataclass(frozen=True)
class Choice:
    """The indicators that are drawn, by place on the page, and those of the fixed ones that do not apply."""

    inflow: tuple[Followed, ...]
    group_inflow: Followed | None
    beside: tuple[Followed, ...]
    not_applicable: tuple[Followed, ...]

    @property
    def ids(self) -> list[int]:
        every = [*self.inflow, *self.beside, *([self.group_inflow] if self.group_inflow else [])]
        return [one.version.indicator_id for one in every]


def choose(subject: Subject, known: Mapping[str, Followed], rows: IndicatorRows) -> Choice:
    """Fixed indicators that apply; where too few do, others of that theme that have a value."""
    fixed = [known[code] for code in (*INFLOW, INCIDENTS, NETWORK) if code in known]
    taken = {one.code for one in fixed} | {GROUP_INFLOW}
    spare = [one for one in known.values() if one.code not in taken and one.applies and _has_value(one, rows)]
    inflow = [known[code] for code in INFLOW if code in known and known[code].applies]
    inflow += _of_theme(spare, "DI")[: max(0, LEAST_INFLOW - len(inflow))]
    beside = [*_one(known, INCIDENTS, spare, "AD"), *_one(known, NETWORK, spare, "NDVB")]
    group = known.get(GROUP_INFLOW) if subject.groups else None
    return Choice(tuple(inflow), group, tuple(beside), tuple(one for one in fixed if not one.applies))


def _one(
    known: Mapping[str, Followed], code: str, spare: Iterable[Followed], theme: str
) -> Sequence[Followed]:
    one = known.get(code)
    return [one] if one is not None and one.applies else _of_theme(spare, theme)[:1]


def _of_theme(spare: Iterable[Followed], theme: str) -> list[Followed]:
    return [one for one in spare if one.theme_code == theme]


def _has_value(one: Followed, rows: IndicatorRows) -> bool:
    row = rows.unit.get(one.version.indicator_id)
    return row is not None and row.value is not None
