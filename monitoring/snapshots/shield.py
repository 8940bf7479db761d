"""Whether a figure may be shown: by its own numbers, by its siblings, and by the periods within it."""

from collections.abc import Iterable
from dataclasses import replace

from monitoring.disclosure import Sensitivity, protect
from monitoring.models import DefinitionVersion
from monitoring.progress import Baseline, Definition, Figure, Nothing
from monitoring.snapshots.facts import Subject
from pvi.lib.periods import Period

HiddenPeriods = frozenset[Period]


def shield(
    figure: Figure,
    subject: Subject,
    version: tuple[DefinitionVersion, Definition],
    others: Iterable[Figure],
    hidden: HiddenPeriods,
) -> Figure:
    """The figure as it may be shown; `others` are the raw figures of the same series.

    A total over time of which a part is hidden is hidden too: the rest would give that part away.
    """
    stored, definition = version
    sensitivity, threshold = subject.protection(stored, figure)
    shown = protect(figure, definition, sensitivity, threshold)
    if shown.nothing is not None or sensitivity is not Sensitivity.SMALL_NUMBERS:
        return shown
    inside = (one for one in others if one.period != figure.period and figure.period.contains(one.period))
    is_given_away = any(
        one.period in hidden or protect(one, definition, sensitivity, threshold).nothing is Nothing.SUPPRESSED
        for one in inside
    )
    return suppressed(shown) if figure.period in hidden or is_given_away else shown


def suppressed(figure: Figure) -> Figure:
    """The figure without any of its numbers."""
    return replace(figure, value=None, numerator=None, denominator=None, nothing=Nothing.SUPPRESSED)


def shield_baseline(
    baseline: Baseline | None,
    subject: Subject,
    version: tuple[DefinitionVersion, Definition],
    figures: Iterable[Figure],
    hidden: HiddenPeriods,
) -> Baseline | None:
    """No baseline when it is the value of a hidden figure: it and the path from it would tell that figure."""
    if baseline is None or subject.protection(version[0])[0] is not Sensitivity.SMALL_NUMBERS:
        return baseline
    figures = list(figures)
    own = [one for one in figures if one.period.end == baseline.day]
    known = [shield(one, subject, version, figures, hidden) for one in own]
    is_shown = bool(known) and all(one.nothing is not Nothing.SUPPRESSED for one in known)
    return baseline if is_shown else None
