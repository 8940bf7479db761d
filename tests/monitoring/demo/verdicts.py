"""What the rules say of the indicators of a unit, straight from the rows in the database."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator

from monitoring.models import Baseline, DefinitionVersion, Observation, Target
from monitoring.progress import Baseline as BaselineFact
from monitoring.progress import Certainty, Figure, Nothing, Operator, assess, current
from monitoring.progress import Target as TargetFact
from monitoring.snapshots.facts import Rules, rules_of
from pvi.lib.periods import Period
from pvi.organisation.models import Unit

Verdict = tuple[str, str]


def verdicts(codes: Iterable[str], on: dt.date) -> set[Verdict]:
    """Status and kind of nothing of every indicator of these units, raw and without disaggregation."""
    stored: dict[int, list[DefinitionVersion]] = defaultdict(list)
    for version in DefinitionVersion.objects.select_related("indicator").order_by("indicator", "number"):
        stored[version.indicator_id].append(version)
    rules = [rules_of(versions) for versions in stored.values()]
    units = Unit.objects.filter(code__in=list(codes))
    return {verdict for unit in units for verdict in _verdicts(unit, rules, on)}


def _verdicts(unit: Unit, rules: list[Rules], on: dt.date) -> Iterator[Verdict]:
    observed, targets = defaultdict(list), defaultdict(list)
    for row in Observation.objects.filter(unit=unit, disaggregation="", is_current=True):
        observed[row.indicator_id].append(row)
    for target in Target.objects.filter(unit=unit).order_by("version"):
        targets[target.indicator_id].append(TargetFact(target.day, target.value, Operator(target.operator)))
    baselines = {
        row.indicator_id: BaselineFact(row.day, row.value, row.definition_number)
        for row in Baseline.objects.filter(unit=unit)
    }
    for rule in rules:
        in_force, key = rule.in_force(on), rule.indicator_id
        if in_force is None or not in_force[0].applies_to(unit) or not in_force[0].per_unit:
            continue
        begun = [day for day in (in_force[1].effective_from, unit.valid_from) if day]
        figures = [_figure(row, rule) for row in observed[key]]
        holding = current(figures, in_force[1], on, expected_from=max(begun))
        found = assess(holding, in_force[1], baseline=baselines.get(key), targets=targets[key], on=on)
        yield found.status or "", found.nothing or ""


def _figure(row: Observation, rules: Rules) -> Figure:
    period = Period.parse(row.period_code)
    return Figure(
        period,
        row.value,
        row.numerator,
        row.denominator,
        Certainty(row.certainty),
        rules.series[rules.of_period(period)[1].number],
        Nothing(row.nothing) if row.nothing else None,
    )
