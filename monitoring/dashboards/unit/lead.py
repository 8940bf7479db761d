"""The first sentence of the page and the five facts under it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.text import Truncator

from monitoring.dashboards.unit.late import Late
from monitoring.dashboards.unit.measures import CLOSED
from monitoring.dashboards.unit.rows import ThemeRows, shares_of
from monitoring.dashboards.unit.subject import Subject
from monitoring.dashboards.unit.themes import NO_MEASURES
from monitoring.models import MeasureSnapshot, ThemeSnapshot
from monitoring.progress import NOTHING_MARKS, Nothing
from pvi.lib.formatting import count_of, date_long, percent
from pvi.lib.marks import Mark, Tone
from pvi.lib.months import end_of_month
from themes.models import Round

NUMBERS = (
    "Geen",
    "Eén",
    "Twee",
    "Drie",
    "Vier",
    "Vijf",
    "Zes",
    "Zeven",
    "Acht",
    "Negen",
    "Tien",
    "Elf",
    "Twaalf",
)
NAME_LETTERS = 46
GOOD, STEPS, LATE, REPORTED = ABOUT_MEASURES = (
    "Maatregelen op koers of gereed",
    "Mijlpalen gereed",
    "Te laat",
    "Bijgewerkt in deze ronde",
)
NO_STEPS = Mark("geen mijlpalen", "v-na", Tone.CALM, "geen")
NO_FIGURES = Mark("nog geen cijfers", NOTHING_MARKS[Nothing.NOT_DELIVERED].icon, Tone.CALM, "geen")


@dataclass(frozen=True)
class Lead:
    """The sentence in three pieces, of which the middle one is bold."""

    before: str
    strong: str = ""
    after: str = ""


@dataclass(frozen=True)
class Fact:
    """One fact as `_facts.html` shows it."""

    label: str
    value: str = ""
    of: str = ""
    sub: str = ""
    url: str = ""
    nothing: Mark | None = None


def lead(subject: Subject, whole: ThemeSnapshot | None, late: Sequence[Late]) -> Lead:
    """How the measures stand, in one or two sentences without a verdict of its own."""
    if whole is None or not whole.measures:
        return Lead("Er zijn voor deze eenheid nog geen maatregelen in dit programma vastgelegd.")
    counts = whole.measure_counts
    before = f"{_opening(subject, whole)} {_sound(counts)}{_attention(counts)}"
    overdue = whole.overdue
    if not overdue:
        return Lead(f"{before} Geen enkele maatregel is te laat.")
    names = [one.name for one in late if one.mark.word == "Te laat"]
    after = f": {_names(names)}." if names and not subject.unit.is_korps else "."
    return Lead(f"{before} ", f"{_number(overdue)} {'is' if overdue == 1 else 'zijn'} te laat", after)


def _opening(subject: Subject, whole: ThemeSnapshot) -> str:
    if not subject.unit.is_korps or whole.expected_parts is None:
        return f"Van de {whole.measures} {'maatregel' if whole.measures == 1 else 'maatregelen'}"
    given = f"{count_of(whole.parts or 0, whole.expected_parts)} onderdelen meldden zich deze ronde."
    return f"{given} Van alle {whole.measures} maatregelen van het korps en de onderdelen"


def _sound(counts: Mapping[str, int]) -> str:
    """What is done, on course, or runs without milestones to judge by."""
    pieces = [
        f"{counts[status]} {words}"
        for status, words in (("done", "gereed"), ("on_track", "op koers"), ("in_progress", "in uitvoering"))
        if counts.get(status)
    ]
    if not pieces:
        return "is er nog geen op koers of gereed."
    first = counts.get("done") or counts.get("on_track") or counts.get("in_progress")
    return f"{'is' if first == 1 else 'zijn'} er {_joined(pieces)}."


def _attention(counts: Mapping[str, int]) -> str:
    asks = counts.get("at_risk", 0) + counts.get("behind", 0)
    if not asks:
        return ""
    behind = counts.get("behind", 0)
    tail = f", waarvan {_lower(behind)} achter" if 0 < behind < asks else ""
    return f" {_number(asks)} {'vraagt' if asks == 1 else 'vragen'} aandacht{tail}."


def _names(names: Sequence[str]) -> str:
    shown = [Truncator(name).chars(NAME_LETTERS) for name in names[:2]]
    more = len(names) - len(shown)
    return _joined([*shown, f"nog {more}"] if more else shown)


def _joined(pieces: Sequence[str]) -> str:
    return pieces[0] if len(pieces) == 1 else f"{', '.join(pieces[:-1])} en {pieces[-1]}"


def _number(count: int) -> str:
    return NUMBERS[count] if count < len(NUMBERS) else str(count)


def _lower(count: int) -> str:
    return "één" if count == 1 else _number(count).lower()


def facts(
    rows: ThemeRows, measures: Sequence[MeasureSnapshot], late: Sequence[Late], current: Round | None
) -> list[Fact]:
    """Five facts, each with the round before it where there was one."""
    now, before = rows.latest, rows.earlier
    if now is None:
        return []
    if not now.measures:
        return [*(Fact(label, nothing=NO_MEASURES) for label in ABOUT_MEASURES), _interpreted(now, before)]
    return [
        _good(now, before),
        _steps(now, before),
        _overdue(now, before, late),
        reported(now, measures, current),
        _interpreted(now, before),
    ]


def _good(now: ThemeSnapshot, before: ThemeSnapshot | None) -> Fact:
    def good(row: ThemeSnapshot) -> int:
        counts: Mapping[str, int] = row.measure_counts
        return counts.get("done", 0) + counts.get("on_track", 0)

    sub = f"vorige ronde {count_of(good(before), before.measures)}" if before and before.measures else ""
    return Fact(GOOD, str(good(now)), f"van {now.measures}", sub)


def _steps(now: ThemeSnapshot, before: ThemeSnapshot | None) -> Fact:
    shares, earlier = shares_of(now), shares_of(before)
    if shares is None:
        return Fact(STEPS, nothing=NO_STEPS)
    sub = ""
    if before is not None and earlier is not None:
        end = date_long(end_of_month(before.month))
        sub = f"{end}: {percent(earlier.actual, 0)}, toen {percent(earlier.planned, 0)} gepland"
    return Fact(STEPS, percent(shares.actual, 0), f"van {percent(shares.planned, 0)} gepland", sub)


def _overdue(now: ThemeSnapshot, before: ThemeSnapshot | None, late: Sequence[Late]) -> Fact:
    earlier = f"vorige ronde {before.overdue}" if before and before.measures else ""
    if not late:
        return Fact(LATE, str(now.overdue), sub=earlier)
    return Fact(LATE, str(now.overdue), earlier and f"({earlier})", "Te laat en verouderd", "#te-laat")


def reported(now: ThemeSnapshot, measures: Sequence[MeasureSnapshot], current: Round | None) -> Fact:
    """Of the korps the parts that reported in the round, of a unit its running measures."""
    if now.expected_parts is not None:
        return Fact(
            "Onderdelen met een melding in deze ronde", str(now.parts or 0), f"van {now.expected_parts}"
        )
    running = [row for row in measures if row.status not in CLOSED]
    start = current.period_start if current else dt.date.min
    heard = [row for row in running if row.last_update_on and row.last_update_on >= start]
    oldest = min((row.last_update_on for row in running if row.last_update_on), default=None)
    sub = f"oudste stand: {date_long(oldest)}" if oldest else "nog niets gemeld"
    return Fact(REPORTED, str(len(heard)), f"van {len(running)} lopende", sub)


def _interpreted(now: ThemeSnapshot, before: ThemeSnapshot | None) -> Fact:
    label = "Cijfers met duiding"
    if not now.figures:
        return Fact(label, nothing=NO_FIGURES)
    sub = (
        f"vorige ronde {count_of(before.figures_interpreted, before.figures)}"
        if before and before.figures
        else ""
    )
    return Fact(label, str(now.figures_interpreted), f"van {now.figures}", sub)
