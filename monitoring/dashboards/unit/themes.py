"""The status of each theme of a unit: the cards, and the measures per status."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from measures.status import STATUS_MARKS, MeasureStatus
from monitoring.charts import Group, Heading, Height, StackChart, StackRow, Tone, status_by_theme
from monitoring.dashboards.unit.links import theme_url
from monitoring.dashboards.unit.rows import ThemeRows, shares_of
from monitoring.dashboards.unit.subject import Subject
from monitoring.dashboards.unit.texts import Said
from monitoring.models import ThemeSnapshot
from pvi.lib.formatting import date_long, date_short, plural
from pvi.lib.marks import Mark
from pvi.lib.marks import Tone as MarkTone
from themes.models import Theme

# In this order in every bar, with the statuses that each group holds. Short words: all must fit on two lines.
GROUPS = (
    (Group("gereed", Tone.DONE), (MeasureStatus.DONE,)),
    (Group("op koers", Tone.GOOD), (MeasureStatus.ON_TRACK,)),
    (Group("loopt", Tone.RUNNING), (MeasureStatus.IN_PROGRESS,)),
    (Group("aandacht", Tone.WARN), (MeasureStatus.AT_RISK,)),
    (Group("achter", Tone.BAD), (MeasureStatus.BEHIND, MeasureStatus.OVERDUE)),
    (Group("niet gestart", Tone.OPEN), (MeasureStatus.NOT_STARTED,)),
    (Group("gestopt/onbekend", Tone.QUIET), (MeasureStatus.STOPPED, MeasureStatus.UNKNOWN)),
)
NO_MEASURES = Mark("Geen maatregelen", "v-na", MarkTone.CALM, "geen")
COUNT_WORDS = {
    MeasureStatus.DONE: "gereed",
    MeasureStatus.ON_TRACK: "op koers",
    MeasureStatus.IN_PROGRESS: "loopt",
    MeasureStatus.AT_RISK: "vraagt aandacht",
    MeasureStatus.BEHIND: "achter",
    MeasureStatus.OVERDUE: "te laat",
    MeasureStatus.NOT_STARTED: "niet gestart",
    MeasureStatus.STOPPED: "gestopt",
    MeasureStatus.UNKNOWN: "stand onbekend",
}


@dataclass(frozen=True)
class ThemeCard:
    """One theme as `_theme_card.html` shows it; `said` is the duiding about the theme."""

    number: int
    name: str
    url: str
    mark: Mark
    done: Decimal | None
    planned: Decimal | None
    note: str


def cards(subject: Subject, rows: ThemeRows, said: Mapping[int, Said]) -> tuple[ThemeCard, ...]:
    """The five themes in their own order, also those without measures."""
    return tuple(_card(subject, theme, rows.now.get(theme.pk), said.get(theme.pk)) for theme in rows.themes)


def _card(subject: Subject, theme: Theme, row: ThemeSnapshot | None, said: Said | None) -> ThemeCard:
    has_measures = row is not None and row.measures > 0
    shares = shares_of(row)
    return ThemeCard(
        number=theme.number,
        name=theme.name,
        url=theme_url(subject, theme),
        mark=STATUS_MARKS[MeasureStatus(row.status)] if row and has_measures else NO_MEASURES,
        done=shares.actual if shares else None,
        planned=shares.planned if shares else None,
        note=_note(row, said),
    )


def _note(row: ThemeSnapshot | None, said: Said | None) -> str:
    """What was said of the theme, or else how many measures stand how."""
    if row is None or not row.measures:
        return "Deze eenheid heeft hier geen maatregelen."
    counted = f"{plural(row.measures, 'maatregel', 'maatregelen')}: {counts_text(row.measure_counts)}."
    return f"{counted} {said.text}" if said else counted


def counts_text(counts: Mapping[str, int]) -> str:
    """'2 gereed, 6 op koers, 1 te laat', in the order of the statuses."""
    return ", ".join(
        f"{counts[status.value]} {word}" for status, word in COUNT_WORDS.items() if counts.get(status.value)
    )


def status_chart(subject: Subject, rows: ThemeRows) -> StackChart:
    """The number of measures per theme and status, with the totals in a sentence."""
    whole = rows.latest
    counts = whole.measure_counts if whole else {}
    day = subject.moment.day
    total = sum(counts.values())
    summary = f"Op {date_long(day)}: {plural(total, 'maatregel', 'maatregelen')}"
    return status_by_theme(
        Heading(
            id="c-status",
            title="Maatregelen per thema en status",
            unit_line="aantal maatregelen, status volgens de rekenregels; te laat telt hier als achter",
            summary=f"{summary}, waarvan {counts_text(counts)}." if total else f"{summary}.",
            source=f"momentopname {date_short(day)}",
            height=Height.LARGE,
        ),
        used_groups([_counts(row) for row in rows.now.values()]),
        [_stack(theme, rows.now.get(theme.pk), rows) for theme in rows.themes],
    )


def _counts(row: ThemeSnapshot) -> tuple[int, ...]:
    return tuple(sum(row.measure_counts.get(one.value, 0) for one in of) for _, of in GROUPS)


def used_groups(counts: Sequence[tuple[int, ...]]) -> list[Group]:
    """The groups of statuses that occur."""
    return [group for index, (group, _) in enumerate(GROUPS) if any(of[index] for of in counts)]


def _stack(theme: Theme, row: ThemeSnapshot | None, rows: ThemeRows) -> StackRow:
    used = {group.word for group in used_groups([_counts(one) for one in rows.now.values()])}
    counts = _counts(row) if row else (0,) * len(GROUPS)
    kept = tuple(n for n, (group, _) in zip(counts, GROUPS, strict=True) if group.word in used)
    return StackRow(f"{theme.number}. {theme.name}", kept)
