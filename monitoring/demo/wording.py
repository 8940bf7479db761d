"""Sentences for reports, out of data/demo; no report repeats another of its measure."""

import datetime as dt
import random
from collections.abc import Iterable
from dataclasses import dataclass, field

from measures.status import MeasureStatus
from monitoring.demo.lots import Lot
from monitoring.demo.tables import rows_of, words
from pvi.lib.registers import Row

ALL_THEMES = "ALG"
BEGIN, SLOT = 0.3, 0.75
STUCK = {MeasureStatus.AT_RISK, MeasureStatus.BEHIND, MeasureStatus.OVERDUE}
OWN_SHARE = 0.7
EVIDENCE_SHARE = 0.12
LAST_WORDS = ("klaar", "gestopt", "wacht")
DOCUMENTS = (
    "Verslag van het teamoverleg", "Overzicht in het teamplan", "Presentielijst zonder namen", "Evaluatie",
)  # fmt: skip


@dataclass
class Voice:
    """The sentences about one measure; a sentence is not used twice while there are others.

    `key` is that of the catalogue: some sentences fit only certain measures, and those are preferred.
    """

    chance: random.Random
    theme: str
    key: str = ""
    part: str = "onderdeel"
    used: set[str] = field(default_factory=set)

    def stand(self, phase: str) -> str:
        """A general sentence on how it goes; nothing when all have been said."""
        rows = rows_of("standen", ("thema", "fase", "tekst", "past_bij"), ("thema", "tekst"))
        known = len(self.used)
        text = self._pick(row for row in rows if row.cells["fase"] == phase)
        return text if len(self.used) > known or phase in LAST_WORDS else ""

    def of_theme(self, register: str) -> str:
        """A sentence of the theme: what does not work, what was learnt, or what comes next."""
        return self._pick(rows_of(register, ("thema", "tekst", "past_bij"), ("thema", "tekst")))

    def line(self, kind: str, **values: object) -> str:
        """A short sentence about a milestone or a count."""
        texts = [
            r.cells["tekst"]
            for r in rows_of("zinnen", ("soort", "tekst"), ("tekst",))
            if r.cells["soort"] == kind
        ]
        return self._fresh(texts).format(**values)

    def own(self, text: str) -> str:
        """The measure's own sentence of a phase, once; after that nothing."""
        if text in self.used:
            return ""
        self.used.add(text)
        return text

    def _pick(self, rows: Iterable[Row]) -> str:
        of_theme = [row for row in rows if row.cells["thema"] == self.theme]
        own = [row.cells["tekst"] for row in of_theme if self.key in words(row.cells["past_bij"])]
        general = [row.cells["tekst"] for row in of_theme if not row.cells["past_bij"]]
        unused = [text for text in own if text not in self.used]
        prefers_own = bool(unused) and (not general or self.chance.random() < OWN_SHARE)
        return self._fresh(unused if prefers_own else general or own).replace("{deel}", self.part)

    def _fresh(self, texts: list[str]) -> str:
        text = self.chance.choice([text for text in texts if text not in self.used] or texts)
        self.used.add(text)
        return text


def phase_of(share: float) -> str:
    """Which sentence of a measure of the catalogue fits how far it is."""
    if share < BEGIN:
        return "begin"
    return "slot" if share >= SLOT else "onderweg"


def general_phase(lot: Lot, status: MeasureStatus, share: float) -> str:
    """Which general sentences fit how it goes."""
    if status is MeasureStatus.DONE:
        return "klaar"
    if status is MeasureStatus.STOPPED:
        return "gestopt"
    if lot is Lot.NOT_STARTED:
        return "wacht"
    if status in STUCK:
        return "stokt"
    return {"begin": "begin", "onderweg": "loopt", "slot": "slot"}[phase_of(share)]


def evidence(chance: random.Random, day: dt.date) -> str:
    """A document that somebody could ask for; only now and then is one named."""
    return f"{chance.choice(DOCUMENTS)}, {day.month}-{day.year}" if chance.random() < EVIDENCE_SHARE else ""
