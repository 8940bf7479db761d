"""The register of commitments on a day: how each stands, how long it runs and whether its term has passed."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from measures.deadlines import (
    AGE_WORDS,
    IN_HAND,
    AgeBucket,
    Deadline,
    Urgency,
    age_bucket,
    order_key,
    term_passed,
    urgency,
)
from measures.models import Commitment, CommitmentStatus
from monitoring.charts import BarRow, BarTrack, Heading, Markup, bar_tracks, bars
from monitoring.dashboards.commitments.lifeline import Life, Years, axis, lifeline
from monitoring.dashboards.commitments.marks import chamber_text, commitment_mark
from monitoring.dashboards.precision import day_text
from pvi.lib.formatting import date_short, number, plural, time_left
from pvi.lib.marks import Mark
from pvi.records.models import DatePrecision

RUNNING = {CommitmentStatus.IN_PROGRESS, CommitmentStatus.UNDER_INVESTIGATION, CommitmentStatus.ONGOING}
CLOSED = {CommitmentStatus.SETTLED: "afgedaan", CommitmentStatus.HISTORICAL: "historisch"}
SOON_MONTHS = 4
ASK_FOR_TERM = "vraag een datum aan de verantwoordelijke"


@dataclass(frozen=True, slots=True)
class Row:
    """One commitment as the register shows it."""

    commitment: Commitment
    chamber: str
    status: str
    mark: Mark
    is_open: bool
    is_late: bool
    age: str
    left: str
    status_on: dt.date | None
    has_funding: bool
    line: Markup


@dataclass(frozen=True)
class Register:
    """All commitments that this reader may see on the day."""

    rows: Sequence[Row]
    day: dt.date
    years: str
    axis: Markup
    ages: Sequence[BarTrack]

    @property
    def open(self) -> list[Row]:
        return [row for row in self.rows if row.is_open]


def register(user: Any, day: dt.date) -> Register:
    """The commitments that had been given on the day, the most pressing first: two queries."""
    found = sorted(_known(user, day), key=lambda one: _order(one, day))
    lives = [_life(one, day) for one in found]
    years = Years(lives, day)
    rows = [_row(one, lifeline(life, years), day) for one, life in zip(found, lives, strict=True)]
    return Register(rows, day, years.text, axis(years), _ages(rows, day))


def _known(user: Any, day: dt.date) -> Iterable[Any]:
    given = Q(given_on__isnull=True) | Q(given_on__lte=day)
    commitments = Commitment.objects.visible_to(user).filter(given).as_known_on(day)
    return commitments.select_related("theme").prefetch_related("funding")


def _order(one: Any, day: dt.date) -> tuple[Any, ...]:
    """Late ones first, then by term, then without a term, and what is closed last."""
    is_open = one.status_now in RUNNING or one.status_now is None
    return (not is_open, *order_key(_deadline(one), day), one.code)


def _deadline(one: Any) -> Deadline:
    """Only what is in hand has a term to miss."""
    return Deadline(one.term_on, is_open=one.status_now in IN_HAND, warn_months=SOON_MONTHS)


def _life(one: Any, day: dt.date) -> Life:
    status = one.status_now or ""
    return Life(
        begun=one.given_on,
        term=one.term_on,
        ended=one.status_on if status == CommitmentStatus.SETTLED else None,
        is_late=term_passed(one.term_on, status, day),
        is_open=status in RUNNING,
    )


def _row(one: Any, line: Markup, day: dt.date) -> Row:
    status = one.status_now or ""
    is_open = status in RUNNING
    return Row(
        commitment=one,
        chamber=chamber_text(one.chamber),
        status=status,
        mark=commitment_mark(status, one.term_on, day),
        is_open=is_open,
        is_late=term_passed(one.term_on, status, day),
        age=CLOSED[CommitmentStatus(status)] if status in CLOSED else _age(one, day),
        left=time_left(one.term_on, day) if one.term_on and status and _deadline(one).is_open else "",
        status_on=one.status_on,
        has_funding=bool(one.funding.all()),
        line=line,
    )


def _age(one: Commitment, day: dt.date) -> str:
    """65 dagen; since a month or a year where the source knows no better; empty without a date."""
    if one.given_on is None:
        return ""
    if one.given_precision in {DatePrecision.DAY, DatePrecision.DERIVED}:
        return plural((day - one.given_on).days, "dag", "dagen")
    return f"sinds {day_text(one.given_on, one.given_precision)}"


def _ages(rows: Iterable[Row], day: dt.date) -> tuple[BarTrack, ...]:
    found = Counter(age_bucket(row.commitment.given_on, day) for row in rows if row.is_open)
    chart = bars(
        Heading(
            id="c-leeftijd",
            title="Hoe lang loopt wat open staat",
            unit_line="aantal open toezeggingen, moties en aanbevelingen",
            summary=", ".join(f"{AGE_WORDS[bucket].lower()}: {found[bucket]}" for bucket in AgeBucket),
            source=f"register, stand {date_short(day)}",
        ),
        [BarRow(AGE_WORDS[bucket], found[bucket], bucket is AgeBucket.UNKNOWN) for bucket in AgeBucket],
        name_word="Leeftijd",
    )
    return bar_tracks(chart)


@dataclass(frozen=True, slots=True)
class Fact:
    """One number above the register."""

    label: str
    value: str
    of: str = ""
    sub: str = ""
    url: str = ""


def facts(found: Register, late_url: str) -> list[Fact]:
    """What is open, late, due soon and without a term."""
    open_ones, day = found.open, found.day
    late = [row for row in open_ones if row.is_late]
    soon = [row for row in open_ones if urgency(_deadline(row.commitment), day) is Urgency.SOON]
    endless = [row for row in open_ones if row.commitment.term_on is None]
    closed = Counter(CLOSED[CommitmentStatus(row.status)] for row in found.rows if row.status in CLOSED)
    rest = ", ".join(f"{number(count)} {word}" for word, count in sorted(closed.items()))
    first = f"{late[0].commitment.name}, {late[0].left}" if late else "geen termijn is voorbij"
    return [
        Fact("Open", number(len(open_ones)), f"van {number(len(found.rows))}", rest),
        Fact("Te laat", number(len(late)), "", first, late_url if late else ""),
        Fact(f"Loopt af binnen {SOON_MONTHS} maanden", number(len(soon)), "", _first_term(soon)),
        Fact(
            "Zonder termijn",
            number(len(endless)),
            "",
            "vraag een datum aan de verantwoordelijke" if endless else "",
        ),
    ]


def _first_term(soon: Sequence[Row]) -> str:
    terms = [row.commitment.term_on for row in soon if row.commitment.term_on]
    return f"de eerste op {date_short(min(terms))}" if terms else ""
