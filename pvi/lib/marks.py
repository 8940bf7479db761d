"""What a badge shows: a word, the shape of its icon, and a tone; never a tone alone."""

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """The five tones of the style sheet."""

    OK = "ok"
    WARN = "warn"
    BAD = "bad"
    CALM = "calm"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Mark:
    """One badge: the Dutch word, the id of the icon's symbol, the tone, and the word for a narrow cell."""

    word: str
    icon: str
    tone: Tone
    short: str
