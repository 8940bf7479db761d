"""The first sentence of the start page: how many themes are on course, and which are not."""

from collections.abc import Sequence

from measures.status import MeasureStatus

NUMBERS = ("geen", "één", "twee", "drie", "vier", "vijf")
FIRST_WORDS = ("Geen", "Eén", "Twee", "Drie", "Vier", "Vijf")
ON_COURSE = {MeasureStatus.ON_TRACK, MeasureStatus.DONE}
AT_RISK = {MeasureStatus.AT_RISK}
BEHIND = {MeasureStatus.BEHIND, MeasureStatus.OVERDUE}


def lead(themes: Sequence[tuple[str, MeasureStatus | None]]) -> str:
    """Names of themes with their status as one or two sentences; a theme without a verdict is told apart."""
    on_course, at_risk, behind = (_of(themes, group) for group in (ON_COURSE, AT_RISK, BEHIND))
    said = len(on_course) + len(at_risk) + len(behind)
    if not said:
        return "Van geen van de vijf thema’s is al te zeggen of het op koers ligt."
    sentences = [_first(len(on_course), len(themes))]
    if at_risk:
        sentences.append(f"{_subject(at_risk)} {_verb(at_risk, 'vraagt', 'vragen')} aandacht.")
    if behind:
        sentences.append(f"{_subject(behind)} {_verb(behind, 'loopt', 'lopen')} achter op de planning.")
    if said < len(themes):
        sentences.append(f"Over {NUMBERS[len(themes) - said]} is nog geen oordeel.")
    return " ".join(sentences)


def _of(themes: Sequence[tuple[str, MeasureStatus | None]], group: set[MeasureStatus]) -> list[str]:
    return [name for name, status in themes if status in group]


def _first(count: int, total: int) -> str:
    if count == total:
        return f"Alle {NUMBERS[total]} thema’s lopen op koers."
    verb = "loopt" if count <= 1 else "lopen"
    return f"{FIRST_WORDS[count]} van de {NUMBERS[total]} thema’s {verb} op koers."


def _subject(names: Sequence[str]) -> str:
    """The names of one or two themes; of more only how many."""
    return " en ".join(names) if len(names) <= 2 else f"{FIRST_WORDS[len(names)]} thema’s"


def _verb(names: Sequence[str], one: str, many: str) -> str:
    return one if len(names) == 1 else many
