"""One figure of the whole korps per theme, in words."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse

from monitoring.dashboards.korps import Definitions, path_text
from monitoring.dashboards.wording import is_percentage, standing
from monitoring.models import DefinitionVersion, Indicator, IndicatorSnapshot
from monitoring.progress import Direction
from monitoring.reference import Reference
from pvi.lib.marks import Mark


@dataclass(frozen=True)
class Wording:
    """How a headline indicator is said: what stands before and after its value, and what to know about it."""

    code: str
    before: str
    after: str
    remark: str = ""
    group: str = ""


# The figure that says most of a theme first; another one of the theme when it has no value.
WORDINGS: Mapping[str, tuple[Wording, ...]] = {
    "VIT": (Wording("I-VIT-12", "Reflectiekamer ingericht in", "onderdelen"),),
    "DI": (
        Wording("I-DI-04", "Cultureel diverse instroom in de vier randstedelijke eenheden:", "", group="R4"),
    ),
    "AD": (
        Wording(
            "I-AD-01",
            "",
            "geregistreerde incidenten van discriminatie",
            "Meer registraties kan ook betere registratie zijn: geen oordeel.",
        ),
    ),
    "PC": (Wording("I-PC-14", "Ambassadeurs professioneel controleren per basisteam:", ""),),
    "NDVB": (Wording("I-NDV-01", "Het netwerk heeft", "leden"),),
}


@dataclass(frozen=True)
class Headline:
    """A sentence around one value, or around a kind of nothing."""

    before: str
    value: str
    after: str
    tail: str
    parts: str
    nothing: Mark | None
    url: str
    code: str


def headlines(
    rows: Sequence[IndicatorSnapshot], definitions: Definitions, reference: Reference
) -> dict[str, Headline]:
    """One headline per theme code; none for a theme without any indicator that this user may see."""
    found = {}
    for code, wordings in WORDINGS.items():
        row = _best(
            [row for row in rows if row.indicator.theme and row.indicator.theme.code == code], wordings
        )
        if row:
            found[code] = _headline(row, definitions, wordings, reference)
    return found


def _best(rows: Sequence[IndicatorSnapshot], wordings: Sequence[Wording]) -> IndicatorSnapshot | None:
    """The chosen indicator if it has a value; else the newest figure of the korps; else what is missing."""
    chosen = [row for w in wordings for row in rows if (row.indicator.code, _group(row)) == (w.code, w.group)]
    of_korps = [row for row in rows if row.group is None]
    valued = sorted((row for row in of_korps if row.value is not None), key=_freshness, reverse=True)
    return next(iter([*(row for row in chosen if row.value is not None), *valued, *chosen, *of_korps]), None)


def _group(row: IndicatorSnapshot) -> str:
    return row.group.code if row.group else ""


def _freshness(row: IndicatorSnapshot) -> tuple[bool, bool, dt.date]:
    """Sort by this to have what is due and complete last, and then the newest."""
    is_whole = row.parts is None or row.parts == row.expected_parts
    return (not row.is_old, is_whole, row.period_end or dt.date.min)


def _headline(
    row: IndicatorSnapshot, definitions: Definitions, wordings: Sequence[Wording], reference: Reference
) -> Headline:
    indicator = row.indicator
    definition = definitions[(row.indicator_id, row.definition_number)]
    said = next((w for w in wordings if w.code == indicator.code), _plain(indicator, definition))
    now = standing(row, definition)
    when = f" ({now.period}{', voorlopig' if row.certainty == 'provisional' else ''})" if now.period else ""
    return Headline(
        before=said.before,
        value=now.value,
        after=f"{' ' + said.after if said.after else ''}{when}.",
        tail=said.remark or path_text(row, definition),
        parts=f"Uit {now.parts}." if now.parts else "",
        nothing=now.nothing,
        url=reverse("indicator", args=[indicator.slug]) + reference.query,
        code=indicator.code,
    )


def _plain(indicator: Indicator, definition: DefinitionVersion) -> Wording:
    after = "" if is_percentage(definition) else definition.scale_label
    remark = "Context: geen oordeel." if definition.direction == Direction.CONTEXT else ""
    return Wording(indicator.code, f"{indicator.name}:", after, remark)
