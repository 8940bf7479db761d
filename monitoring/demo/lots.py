"""Which measures each unit translates, and how each of them fares."""

import random
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from measures.status import MeasureStatus
from monitoring.demo.catalogue import Item, items
from monitoring.demo.chance import dice
from monitoring.demo.profiles import Profile


class Lot(StrEnum):
    """How a measure fares in the demo year; named as in the registers of data/demo."""

    DONE = "gereed"
    ON_TRACK = "op_koers"
    AT_RISK = "aandacht"
    BEHIND = "achter"
    OVERDUE = "te_laat"
    RUNNING = "loopt"
    NOT_STARTED = "niet_gestart"
    STOPPED = "gestopt"
    UNKNOWN = "onbekend"
    OPEN = "open"


STATUS = {
    Lot.DONE: MeasureStatus.DONE,
    Lot.ON_TRACK: MeasureStatus.ON_TRACK,
    Lot.AT_RISK: MeasureStatus.AT_RISK,
    Lot.BEHIND: MeasureStatus.BEHIND,
    Lot.OVERDUE: MeasureStatus.OVERDUE,
    Lot.RUNNING: MeasureStatus.IN_PROGRESS,
    Lot.NOT_STARTED: MeasureStatus.NOT_STARTED,
    Lot.STOPPED: MeasureStatus.STOPPED,
    Lot.UNKNOWN: MeasureStatus.UNKNOWN,
}
NEVER_MANDATORY = (Lot.NOT_STARTED, Lot.STOPPED, Lot.UNKNOWN)
GOES_ON = (Lot.ON_TRACK, Lot.AT_RISK, Lot.BEHIND, Lot.RUNNING)


@dataclass(frozen=True)
class Assigned:
    """A measure of the catalogue that a unit took on, and what comes of it."""

    item: Item
    lot: Lot
    is_stale: bool = False


@lru_cache(maxsize=32)
def assigned_to(profile: Profile) -> tuple[Assigned, ...]:
    """The measures of one unit, spread over the themes, in the order of the catalogue."""
    chance = dice("lots", profile.code)
    chosen = _chosen(profile, chance)
    lots = _dealt(profile, chosen, chance)
    going_on = [item for item in chosen if lots[item.key] in GOES_ON]
    stale = {item.key for item in chance.sample(going_on, profile.stale)}
    order = {item.key: position for position, item in enumerate(items())}
    chosen.sort(key=lambda item: order[item.key])
    return tuple(Assigned(item, lots[item.key], item.key in stale) for item in chosen)


def _chosen(profile: Profile, chance: random.Random) -> list[Item]:
    """The fixed ones first, then one theme after the other until there are enough."""
    suitable = [item for item in items() if item.suits(profile)]
    chosen = [item for item in suitable if item.key in profile.fixed]
    rest: dict[str, list[Item]] = defaultdict(list)
    for item in chance.sample(suitable, len(suitable)):
        if item not in chosen:
            rest[item.theme].append(item)
    while len(chosen) < profile.measures:
        taken = {theme: sum(item.theme == theme for item in chosen) for theme in rest}
        theme = min((theme for theme in taken if rest[theme]), key=lambda theme: (taken[theme], theme))
        chosen.append(rest[theme].pop())
    return chosen


def _dealt(profile: Profile, chosen: list[Item], chance: random.Random) -> dict[str, Lot]:
    """The lots of the unit dealt over its measures; what is mandatory is always taken up."""
    deck = [Lot(name) for name, count in profile.lots.items() for _ in range(count)]
    chance.shuffle(deck)
    deck.sort(key=lambda lot: lot not in NEVER_MANDATORY)
    order = chance.sample(chosen, len(chosen))
    order.sort(key=lambda item: item.is_mandatory)
    return {item.key: lot for item, lot in zip(order, deck, strict=True)}
