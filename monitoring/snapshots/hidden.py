"""Figures of a part that must be hidden because its siblings and the whole would give them away."""

from collections import defaultdict
from collections.abc import Iterable

from monitoring.disclosure import Sensitivity, protect, protect_siblings
from monitoring.models import DefinitionVersion
from monitoring.progress import Figure, Nothing, RollUp, roll_up
from monitoring.snapshots.facts import Inputs, Observed, Rules, Subject, figure_of
from monitoring.snapshots.run import Followed
from monitoring.snapshots.series import best_per_unit
from pvi.lib.periods import Period

NONE: frozenset[Period] = frozenset()


class HiddenParts:
    """Which periods of each series of the run's unit are hidden for the sake of a sibling.

    It looks at the newest knowledge for the whole history: what must be hidden now is hidden everywhere.
    """

    def __init__(self, inputs: Inputs) -> None:
        self.inputs = inputs
        self.found: dict[tuple[int, str], frozenset[Period]] = {}

    def of(self, one: Followed) -> frozenset[Period]:
        """The periods to hide in this series, beyond those whose own numbers are small."""
        if one.subject.unit is None or not self.inputs.siblings:
            return NONE
        key = (one.series.rules.indicator_id, one.series.disaggregation)
        if key not in self.found:
            self.found[key] = self._find(one.subject, one.series.rules, self.inputs.observed.get(key, ()))
        return self.found[key]

    def _find(self, subject: Subject, rules: Rules, observed: Iterable[Observed]) -> frozenset[Period]:
        by_period: dict[Period, list[Observed]] = defaultdict(list)
        for row in observed:
            by_period[row.period].append(row)
        return frozenset(
            period
            for period, rows in by_period.items()
            if self._is_hidden(subject, rules, period, best_per_unit(rows))
        )

    def _is_hidden(self, subject: Subject, rules: Rules, period: Period, best: dict[int, Observed]) -> bool:
        stored, definition = rules.of_period(period)
        sensitivity, threshold = subject.protection(stored)
        if sensitivity is not Sensitivity.SMALL_NUMBERS or subject.unit_id not in best:
            return False
        siblings = [unit.pk for unit in self.inputs.siblings if unit.pk in best]
        parts = [figure_of(best[unit_id], rules) for unit_id in siblings]
        total = self._total(stored, rules, period, parts, best)
        shown = protect_siblings(parts, total, definition, sensitivity, threshold)
        mine = shown[siblings.index(subject.unit_id)]
        alone = protect(parts[siblings.index(subject.unit_id)], definition, sensitivity, threshold)
        return mine.nothing is Nothing.SUPPRESSED and alone.nothing is not Nothing.SUPPRESSED

    def _total(
        self,
        stored: DefinitionVersion,
        rules: Rules,
        period: Period,
        parts: list[Figure],
        best: dict[int, Observed],
    ) -> Figure | None:
        """The figure of the whole as readers see it: delivered, or else rolled up from these parts."""
        definition = rules.of_period(period)[1]
        whole = best.get(self.inputs.parent_id) if self.inputs.parent_id else None
        if whole is not None:
            figure = figure_of(whole, rules)
        elif definition.roll_up is RollUp.NONE:
            return None
        else:
            figure = roll_up(parts, definition, len(self.inputs.siblings), period=period)
        level = stored.sensitivity_unit if figure.parts == 1 else stored.sensitivity_korps
        return protect(figure, definition, Sensitivity(level))
