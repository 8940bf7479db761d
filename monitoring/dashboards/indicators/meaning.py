"""Texts around an indicator: duiding, the measures that are meant to move it, and what is aimed at."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from measures.models import Measure
from monitoring.dashboards.indicators.facts import SUPPRESSED, Facts
from monitoring.dashboards.indicators.selection import Chosen
from monitoring.dashboards.indicators.sight import Subject
from monitoring.dashboards.wording import period_text, value_text
from monitoring.models import Interpretation, MeasureIndicatorLink, Target
from pvi.lib.formatting import date_short
from pvi.lib.periods import Period


@dataclass(frozen=True)
class Duiding:
    """One duiding as it is read."""

    text: str
    by: str
    date: dt.date


@dataclass(frozen=True)
class Duidingen:
    """The duiding of the shown figure, if it is there, and the earlier ones."""

    newest: Duiding | None
    earlier: tuple[Duiding, ...]
    missing: str


def duiding_of(user: Any, facts: Facts, choice: Chosen) -> Duidingen:
    """What was said about the figures of the chosen subject; not about those that are suppressed."""
    row = facts.row_of(choice.subject, choice.main)
    found = list(_interpretations(user, facts, choice))
    about = period_text(row.period_code) if row and row.value is not None else ""
    if found and (not about or (row and row.has_interpretation)):
        return Duidingen(found[0], tuple(found[1:]), "")
    words = f"Bij het cijfer over {about} staat nog niet wat het betekent." if about else ""
    return Duidingen(None, tuple(found), words)


def _interpretations(user: Any, facts: Facts, choice: Chosen) -> list[Duiding]:
    if choice.subject.unit is None:
        return []
    moment = facts.sight.moment(choice.subject)
    figures = facts.figures_of(choice.subject)
    hidden = {figure.period_code for figure in figures if figure.nothing == SUPPRESSED}
    rows = Interpretation.objects.visible_to(user).known_on(moment.known).select_related("author")
    rows = rows.filter(indicator=facts.indicator, unit=choice.subject.unit)
    return [
        Duiding(one.text, _by(one), one.written_on)
        for one in rows
        if one.period_code not in hidden and not (hidden and not one.period_code)
    ]


def _by(one: Interpretation) -> str:
    about = f", over {Period.parse(one.period_code).label}" if one.period_code else ""
    return f"{one.author_role}{about}"


@dataclass(frozen=True)
class Link:
    """One measure that is meant to move the indicator."""

    measure: Measure
    mechanism: str
    evidence: str


def links_of(user: Any, facts: Facts) -> tuple[Link, ...]:
    """The measures with how they should work and how strong the evidence is, national ones first."""
    rows = MeasureIndicatorLink.objects.filter(
        indicator=facts.indicator,
        measure__in=Measure.objects.visible_to(user).filter(known_from__date__lte=facts.sight.day),
    ).select_related("measure__unit", "measure__programme")
    links = [Link(row.measure, row.mechanism, row.get_evidence_display()) for row in rows]
    return tuple(sorted(links, key=lambda link: (not link.measure.unit.is_korps, link.measure.code)))


@dataclass(frozen=True)
class Aim:
    """One version of one target."""

    subject: Subject
    whose: str
    when: str
    value: str
    version: int
    holds: bool
    source: str
    note: str
    reason: str


def aims_of(facts: Facts) -> tuple[Aim, ...]:
    """All targets that the reader may see, per subject by day, older versions after the one that holds."""
    order = {subject.key: place for place, subject in enumerate(facts.sight.subjects)}
    newest: dict[Any, int] = defaultdict(int)
    for target in facts.targets:
        newest[_slot(target)] = max(newest[_slot(target)], target.version)
    shown = [target for target in facts.targets if not _is_internal(facts, target)]
    shown.sort(key=lambda t: (order[t.unit_id, t.group_id], t.day or dt.date.max, -t.version))
    return tuple(_aim(facts, target, holds=target.version == newest[_slot(target)]) for target in shown)


def _slot(target: Target) -> Any:
    return target.unit_id, target.group_id, target.day


def _is_internal(facts: Facts, target: Target) -> bool:
    subject = _subject(facts, target)
    return facts.sight.hides(facts.definition_on(subject)[0], subject)


def _subject(facts: Facts, target: Target) -> Subject:
    return next(one for one in facts.sight.subjects if one.key == (target.unit_id, target.group_id))


def _aim(facts: Facts, target: Target, *, holds: bool) -> Aim:
    definition = facts.rules.stored[-1]
    whose = target.unit or target.group
    source = str(target.source) if target.source else target.source_text
    return Aim(
        subject=_subject(facts, target),
        whose="Korps" if target.unit and target.unit.is_korps else str(whose),
        when=date_short(target.day) if target.day else "zonder datum",
        value=f"{target.get_operator_display()} {value_text(target.value, definition)}",
        version=target.version,
        holds=holds,
        source=source,
        note=target.note,
        reason=target.reason,
    )
