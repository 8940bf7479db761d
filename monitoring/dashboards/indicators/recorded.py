"""What was written down with the figures: reasons of corrections and sources, never a value."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.utils import timezone

from monitoring.dashboards.indicators.facts import SUPPRESSED, Facts
from monitoring.models import Observation
from pvi.lib.formatting import date_short
from pvi.lib.periods import Period
from pvi.records.models import Source

# Addresses that become a link; those of newspapers and other sites are shown as text.
OFFICIAL = (
    "politie.nl",
    "rijksoverheid.nl",
    "overheid.nl",
    "officielebekendmakingen.nl",
    "tweedekamer.nl",
    "eerstekamer.nl",
    "cbs.nl",
    "discriminatie.nl",
    "mensenrechten.nl",
    "nationaleombudsman.nl",
)


@dataclass(frozen=True)
class Recorded:
    """One observation without its figure."""

    unit_id: int
    disaggregation: str
    period_code: str
    reason: str
    known: dt.date
    reference: str
    source: Source | None


@dataclass(frozen=True)
class SourceLine:
    """One source with where it can be read and which periods it covers."""

    title: str
    published: str
    address: str
    is_link: bool
    about: str


def recorded_for(facts: Facts) -> tuple[Recorded, ...]:
    """The observations behind the figures that this reader sees; those of a suppressed figure stay away."""
    shown = {
        (figure.unit_id, figure.disaggregation, figure.period_code)
        for figure in facts.figures
        if figure.nothing != SUPPRESSED
    }
    rows = Observation.objects.filter(indicator=facts.indicator).select_related("source")
    return tuple(
        Recorded(
            row.unit_id,
            row.disaggregation,
            row.period_code,
            row.reason,
            timezone.localdate(row.known_from),
            row.reference,
            row.source,
        )
        for row in rows.defer("value", "numerator", "denominator", "remark")
        if (row.unit_id, row.disaggregation, row.period_code) in shown
        and timezone.localdate(row.known_from) <= facts.sight.moments[row.unit_id].known
    )


def sources_of(facts: Facts, recorded: Sequence[Recorded]) -> tuple[SourceLine, ...]:
    """Every source once, the newest first, after the one that the indicator itself is from."""
    found: dict[tuple[str, str], tuple[Source, set[Period]]] = {}
    for one in recorded:
        if one.source is not None:
            address = one.reference or one.source.reference
            found.setdefault((one.source.title, address), (one.source, set()))[1].add(
                Period.parse(one.period_code)
            )
    lines = [
        (source.published_on, _line(source, address, _periods(periods)))
        for (_, address), (source, periods) in found.items()
    ]
    lines.sort(key=lambda pair: pair[0], reverse=True)
    return (*_of_the_indicator(facts), *(line for _, line in lines))


def _of_the_indicator(facts: Facts) -> Iterator[SourceLine]:
    source = facts.indicator.source
    if source is not None:
        place = facts.indicator.source_text
        yield _line(source, source.reference, f"de indicator zelf{', ' + place if place else ''}")


def _line(source: Source, address: str, about: str) -> SourceLine:
    return SourceLine(source.title, date_short(source.published_on), address, _is_official(address), about)


def _periods(periods: set[Period]) -> str:
    """The periods in words: a few by name, more by first and last."""
    in_order = sorted(periods)
    if len(in_order) <= 3:
        return "over " + " en ".join(period.label for period in in_order)
    return f"over {in_order[0].label} tot en met {in_order[-1].label}"


def _is_official(address: str) -> bool:
    parts = urlsplit(address)
    host = parts.hostname or ""
    return parts.scheme == "https" and any(host == name or host.endswith(f".{name}") for name in OFFICIAL)
