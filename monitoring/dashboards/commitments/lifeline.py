"""The life of a commitment as a line: from its day to the reference date, its term, and what ran past it."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from monitoring.charts import Markup

MOST_YEARS = 8
MOST_LABELS = 6
YEARS_BACK = 5
GRID, INK, RUN, PAST, LATE, DONE, NAVY = (
    "#E6EBF1", "#0F1C2E", "#5F87B5", "#8FA3BA", "#98121E", "#0B5A2B", "#0C2A4D",
)  # fmt: skip
LABEL = 'y="14" font-size="11" fill="#3B4A5C"'
DIAMOND = '<path d="M0-6L6 0 0 6-6 0Z" stroke-width="1.6" '


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """What is known of the course of one commitment; `ended` is the day on which it was settled."""

    begun: dt.date | None
    term: dt.date | None
    ended: dt.date | None
    is_late: bool
    is_open: bool


class Years:
    """From days to percentages of the width, over the whole years that what is open spans."""

    def __init__(self, lives: Iterable[Life], day: dt.date) -> None:
        running = [life for life in lives if life.is_open]
        known = [found for life in running for found in (life.begun, life.term) if found] + [day]
        first = max(min(known).year, day.year - YEARS_BACK)
        last = min(max(known).year, first + MOST_YEARS - 1)
        self.day = day
        self.years = range(first, last + 1)
        self.start = dt.date(first, 1, 1).toordinal()
        self.days = dt.date(last, 12, 31).toordinal() + 1 - self.start

    @property
    def text(self) -> str:
        """2021 tot en met 2027."""
        return f"{self.years[0]} tot en met {self.years[-1]}"

    def share(self, day: dt.date) -> float:
        """Where a day lies, 0 to 100; what lies outside is kept at the edge."""
        return min(100.0, max(0.0, (day.toordinal() - self.start) / self.days * 100))

    def of_year(self, year: int) -> float:
        return self.share(dt.date(year, 1, 1))

    def holds(self, day: dt.date) -> bool:
        return self.start <= day.toordinal() < self.start + self.days


def axis(years: Years) -> Markup:
    """The years above the lines; every second one where there are many."""
    step = 1 if len(years.years) <= MOST_LABELS else 2
    labels = "".join(
        f'<svg x="{years.of_year(year):.2f}%" overflow="visible"><text x="3" {LABEL}>{year}</text></svg>'
        for year in years.years[::step]
    )
    return Markup(f'<svg class="pvi-age pvi-age--axis" aria-hidden="true" focusable="false">{labels}</svg>')


def lifeline(life: Life, years: Years) -> Markup:
    """The drawing of one commitment; the words beside it say the same."""
    grid = "".join(
        f'<rect x="{years.of_year(year):.2f}%" y="0" width="1" height="100%" fill="{GRID}"/>'
        for year in years.years
    )
    today = f'<rect x="{years.share(years.day):.2f}%" y="0" width="1.5" height="100%" fill="{INK}"/>'
    parts = "".join([grid, *_runs(life, years), today, *_term(life, years)])
    return Markup(f'<svg class="pvi-age" aria-hidden="true" focusable="false">{parts}</svg>')


def _runs(life: Life, years: Years) -> Iterator[str]:
    end = min(life.ended or years.day, years.day)
    if life.begun and (life.is_open or life.ended):
        yield _bar(life.begun, end, years, f'rx="2" fill="{RUN if life.is_open else PAST}"')
    if life.is_late and life.term:
        yield _bar(life.term, years.day, years, f'fill="{LATE}"')


def _bar(start: dt.date, end: dt.date, years: Years, paint: str) -> str:
    x, width = years.share(start), years.share(end) - years.share(start)
    return f'<rect x="{x:.2f}%" y="6" width="{width:.2f}%" height="8" {paint}/>' if width > 0 else ""


def _term(life: Life, years: Years) -> Iterator[str]:
    if life.term is None or not years.holds(life.term):
        return
    fill, line = (LATE, "#fff") if life.is_late else ("#fff", NAVY) if life.is_open else (DONE, "#fff")
    mark = f'{DIAMOND}fill="{fill}" stroke="{line}"/>'
    yield f'<svg x="{years.share(life.term):.2f}%" y="10" overflow="visible">{mark}</svg>'
