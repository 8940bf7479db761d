"""The words and marks for what is missing and for what is not yet certain."""

from monitoring.progress import NOTHING_MARKS, Certainty, Nothing

CERTAINTY_WORDS = {
    Certainty.FINAL: "definitief",
    Certainty.PROVISIONAL: "voorlopig",
    Certainty.ESTIMATE: "schatting",
}
GLYPHS = {
    Nothing.NOT_DUE: "…",
    Nothing.NOT_DELIVERED: "?",
    Nothing.NOT_APPLICABLE: "–",
    Nothing.SUPPRESSED: "×",
}


def unsure_word(certainty: Certainty) -> str:
    """The word for a figure that is not final, or nothing."""
    return "" if certainty is Certainty.FINAL else CERTAINTY_WORDS[certainty]


def nothing_words(nothing: Nothing) -> str:
    return NOTHING_MARKS[nothing].word
