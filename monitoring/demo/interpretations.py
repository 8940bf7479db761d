"""What units say that their figures and themes mean, round by round; some figures stay without it."""

import datetime as dt
import random
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from monitoring.demo.accounts import champion_of, lead_of
from monitoring.demo.chance import dice
from monitoring.demo.days import REPORTED_ROUNDS, between, moment
from monitoring.demo.figures.rows import FigureRow, figure_rows
from monitoring.demo.handing_in import HandIn, hand_ins
from monitoring.demo.meanings import meaning_of
from monitoring.demo.world import KORPS, World
from monitoring.models import DefinitionVersion, Interpretation

WRITTEN_SHARE, WRITTEN_SHARE_OF_FIRST_YEAR = 0.72, 0.35
CONFIRMED_SHARE = 0.3
LEAD_SHARE = 0.25
PUBLIC_SHARE = 0.6
NEVER = {("ROT", "I-NDV-01")}
SMALL = "small_numbers"


@dataclass(frozen=True)
class Note:
    """One duiding of a unit about a figure; `confirms` says that an earlier one still holds."""

    unit: str
    indicator: str
    period_code: str
    round_code: str
    day: dt.date
    text: str
    by_lead: bool
    is_public: bool
    confirms: "Note | None" = None


def notes(definitions: Mapping[str, DefinitionVersion]) -> list[Note]:
    """The duiding of every unit about its figures, the earliest round first."""
    series: dict[tuple[str, str], list[FigureRow]] = defaultdict(list)
    for row in figure_rows(definitions):
        if row.draw is not None and row.is_current:
            series[row.unit, row.indicator].append(row)
    found = [
        note
        for (unit, code), rows in series.items()
        if (unit, code) not in NEVER
        for note in _of_series(definitions[code], unit, rows)
    ]
    return sorted(
        found, key=lambda note: (note.round_code, note.unit, note.indicator, note.confirms is not None)
    )


def _of_series(definition: DefinitionVersion, unit: str, rows: list[FigureRow]) -> Iterator[Note]:
    """One note per round about the newest figure; a figure that was explained may be confirmed later."""
    last: Note | None = None
    for one in REPORTED_ROUNDS:
        hand_in = hand_ins()[unit, one.code]
        newest = _newest(rows, hand_in.closes)
        if newest is None:
            continue
        chance = dice("note", unit, newest.indicator, one.code)
        if last is not None and last.period_code == newest.period.code:
            if last.confirms is None and chance.random() < CONFIRMED_SHARE / 2:
                last = _confirming(chance, last, hand_in)
                yield last
        elif _is_explained(newest):
            last = _note(chance, definition, hand_in, newest, rows)
            yield last


def _newest(rows: list[FigureRow], day: dt.date) -> FigureRow | None:
    known = [row for row in rows if row.known <= day]
    return max(known, key=lambda row: row.period.end, default=None)


def _is_explained(newest: FigureRow) -> bool:
    """Whether this figure ever gets its duiding; some never do."""
    is_first_year = newest.period.start.year < REPORTED_ROUNDS[0].start.year
    share = WRITTEN_SHARE_OF_FIRST_YEAR if is_first_year else WRITTEN_SHARE
    return dice("explained", newest.unit, newest.indicator, newest.period.code).random() < share


def _note(
    chance: random.Random,
    definition: DefinitionVersion,
    hand_in: HandIn,
    newest: FigureRow,
    rows: list[FigureRow],
) -> Note:
    before = _newest([row for row in rows if row.period.end < newest.period.end], newest.known)
    is_small = SMALL in (definition.sensitivity_unit, definition.sensitivity_korps)
    return Note(
        unit=newest.unit,
        indicator=newest.indicator,
        period_code=newest.period.code,
        round_code=hand_in.round.code,
        day=between(chance, max(newest.known, hand_in.round.opens), hand_in.closes),
        text=meaning_of(chance, definition, newest, before, is_small=is_small),
        by_lead=chance.random() < LEAD_SHARE,
        is_public=_is_public_figure(definition, newest.unit) and chance.random() < PUBLIC_SHARE,
    )


def _is_public_figure(definition: DefinitionVersion, unit: str) -> bool:
    sensitivity = definition.sensitivity_korps if unit == KORPS else definition.sensitivity_unit
    return definition.indicator.is_public and sensitivity == "public"


def _confirming(chance: random.Random, last: Note, hand_in: HandIn) -> Note:
    day = between(chance, max(hand_in.round.opens, last.day + dt.timedelta(days=1)), hand_in.closes)
    return Note(
        last.unit, last.indicator, last.period_code, hand_in.round.code, day, last.text, last.by_lead,
        last.is_public, confirms=last,
    )  # fmt: skip


def add_interpretations(world: World) -> int:
    """Write the duiding about figures, what confirms it, and that about themes."""
    written: dict[Note, Interpretation] = {}
    found = notes(world.definitions)
    for is_confirming in (False, True):
        batch = {note: _row(world, note, written) for note in found if bool(note.confirms) is is_confirming}
        Interpretation.objects.bulk_create(batch.values())
        written |= batch
    return len(written)


def _row(world: World, note: Note, written: Mapping[Note, Interpretation]) -> Interpretation:
    chance = dice("written", note.unit, note.indicator, note.round_code)
    by_lead = note.by_lead and note.unit != KORPS
    username = lead_of(note.unit) if by_lead else champion_of(note.unit)
    return Interpretation(
        unit=world.units[note.unit],
        indicator=world.indicators[note.indicator],
        period_code=note.period_code,
        text=note.text,
        written_on=note.day,
        author=world.users[username],
        author_role=role_of(world, note.unit, by_lead=by_lead),
        round=world.rounds[note.round_code],
        confirms=written[note.confirms] if note.confirms else None,
        is_public=note.is_public,
        known_from=moment(chance, note.day),
    )


def role_of(world: World, unit: str, *, by_lead: bool) -> str:
    """The role that stands beside a duiding."""
    if unit == KORPS:
        return "programmateam"
    return f"{'EMT-lid' if by_lead else 'aanjager'} {world.units[unit].short_name}"
