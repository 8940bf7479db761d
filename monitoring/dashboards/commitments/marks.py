"""The badges and words of commitments."""

import datetime as dt

from measures.deadlines import term_passed
from measures.models import CommitmentStatus
from pvi.lib.marks import Mark, Tone

COMMITMENT_MARKS = {
    CommitmentStatus.IN_PROGRESS: Mark("In uitvoering", "i-ok", Tone.INFO, "In uitvoering"),
    CommitmentStatus.UNDER_INVESTIGATION: Mark("In onderzoek", "i-todo", Tone.CALM, "In onderzoek"),
    CommitmentStatus.ONGOING: Mark("Doorlopend", "i-rev", Tone.CALM, "Doorlopend"),
    CommitmentStatus.SETTLED: Mark("Afgedaan", "i-done", Tone.OK, "Afgedaan"),
    CommitmentStatus.HISTORICAL: Mark("Historisch", "i-stop", Tone.CALM, "Historisch"),
}
LATE = Mark("Te laat", "i-late", Tone.BAD, "Te laat")
NOT_REPORTED = Mark("Stand onbekend", "i-unknown", Tone.CALM, "Onbekend")

CHAMBERS = {"TK": "Tweede Kamer", "EK": "Eerste Kamer"}


def chamber_text(chamber: str) -> str:
    """The chamber in full; another body as the source names it."""
    return CHAMBERS.get(chamber, chamber)


def commitment_mark(status: str | None, term_on: dt.date | None, day: dt.date) -> Mark:
    """The status as a badge; 'te laat' once the term has passed while it is still in hand."""
    if not status:
        return NOT_REPORTED
    return LATE if term_passed(term_on, status, day) else COMMITMENT_MARKS[CommitmentStatus(status)]
