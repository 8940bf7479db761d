"""One figure of one unit over one period, with the parts that it follows from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from monitoring.demo.chance import dice
from monitoring.demo.days import years_since_start
from monitoring.demo.figures import levels
from monitoring.demo.figures.recipes import ADDED_UP, Kind, Recipe, recipes
from monitoring.demo.profiles import Profile, profiles
from monitoring.models import DefinitionVersion
from pvi.lib.periods import Period

ZERO = Decimal(0)
MONTHS_IN_YEAR = 12
# Sizes that are a number in a year, and those of them that differ from one period to the next.
FLOWING = {"instroom", "aspiranten", "uitstroom", "controles", "klachten", "incidenten", "overleggen"}
SHIFTING = FLOWING - {"incidenten", "overleggen"}
RESPONSE_SHIFT = 0.07


@dataclass(frozen=True)
class Draw:
    """A figure: its published value and, where it has them, its numerator and denominator."""

    value: Decimal
    numerator: Decimal | None = None
    denominator: Decimal | None = None


@dataclass(frozen=True)
class Subject:
    """What a figure is about: an indicator with the definition in force, a unit and a period."""

    recipe: Recipe
    definition: DefinitionVersion
    profile: Profile
    period: Period

    @property
    def unit(self) -> str:
        return self.profile.code

    @property
    def parts_of_year(self) -> float:
        """How many of these periods go into a year."""
        return MONTHS_IN_YEAR / self.period.months

    def rounded(self, number: float | Decimal) -> Decimal:
        """A value with the decimals that the definition shows."""
        places = Decimal(1).scaleb(-self.definition.decimals)
        return Decimal(number).quantize(places, rounding=ROUND_HALF_UP)

    def below(self) -> Decimal:
        """The denominator: whole, at least 1, and the same for every indicator that is counted over it."""
        name = self.recipe.base.partition("*")[0]
        amount = self.profile.amount(self.recipe.base)
        if name in FLOWING:
            amount /= self.parts_of_year
        if name in SHIFTING:
            shift = dice("base", name, self.unit, self.period.code).uniform(-RESPONSE_SHIFT, RESPONSE_SHIFT)
            amount *= 1 + shift
        return Decimal(max(round(amount), 1))


def draw(subject: Subject) -> Draw:
    """The figure of a subject."""
    return DRAWN[subject.recipe.kind](subject)


def combined(whole: Subject, parts: Sequence[Draw]) -> Draw:
    """The figure of the korps from those of its parts: sums, and ratios of sums."""
    kind = whole.recipe.kind
    if kind in ADDED_UP:
        return Draw(sum((part.value for part in parts), ZERO))
    below = sum((part.denominator or ZERO for part in parts), ZERO)
    if kind is Kind.SCORE:
        weighed = sum((part.value * (part.denominator or ZERO) for part in parts), ZERO)
        return Draw(whole.rounded(weighed / below), None, below)
    above = sum((part.numerator or ZERO for part in parts), ZERO)
    return _ratio(whole, above, below)


def _ratio(subject: Subject, above: Decimal, below: Decimal) -> Draw:
    return Draw(subject.rounded(subject.definition.scale_factor * above / below), above, below)


def _share(subject: Subject) -> Draw:
    below = subject.below()
    percentage = levels.share(subject.recipe, subject.unit, subject.period)
    return _ratio(subject, Decimal(round(float(below) * percentage / 100)), below)


def _part(subject: Subject) -> Draw:
    """The count that is the numerator of a share with the same key."""
    percentage = levels.share(subject.recipe, subject.unit, subject.period)
    return Draw(Decimal(round(float(subject.below()) * percentage / 100)))


def _per_thousand(subject: Subject) -> Draw:
    return _ratio(subject, Decimal(subject.profile.sizes["incidenten"]), subject.below())


def _count(subject: Subject) -> Draw:
    base = subject.profile.amount(subject.recipe.base)
    yearly = levels.count(subject.recipe, subject.unit, base, subject.period, is_steady=False)
    return Draw(Decimal(round(yearly / subject.parts_of_year)))


def _stock(subject: Subject) -> Draw:
    base = subject.profile.amount(subject.recipe.base)
    return Draw(
        Decimal(round(levels.count(subject.recipe, subject.unit, base, subject.period, is_steady=True)))
    )


def _flag(subject: Subject) -> Draw:
    """1 for a unit that has it, 0 for one that has not; one unit after the other gets it."""
    recipe = subject.recipe
    first = [code for code in recipe.key.split(";") if code != recipe.indicator]
    peers = [p.code for p in profiles() if p.code not in first and _has_flag(subject.definition, p)]
    order = [*first, *dice("order", recipe.indicator).sample(peers, len(peers))]
    reached = recipe.level + recipe.step * years_since_start(subject.period.end)
    return Draw(Decimal(int(order.index(subject.unit) < round(reached))))


def _has_flag(definition: DefinitionVersion, profile: Profile) -> bool:
    return (
        profile.code not in definition.not_applicable_to and profile.kind not in definition.not_applicable_to
    )


def _score(subject: Subject) -> Draw:
    number = levels.value(subject.recipe, subject.unit, subject.period)
    return Draw(subject.rounded(number), None, subject.below())


def _average(subject: Subject) -> Draw:
    below = subject.below()
    number = max(levels.value(subject.recipe, subject.unit, subject.period), 0.1)
    return _ratio(subject, Decimal(round(number * float(below))), below)


def _loose(subject: Subject) -> Draw:
    return Draw(subject.rounded(levels.value(subject.recipe, subject.unit, subject.period)))


def _sum(subject: Subject) -> Draw:
    """The sum of other indicators of the same unit and period."""
    others = [recipes()[code] for code in subject.recipe.base.split(";")]
    drawn = [draw(Subject(other, subject.definition, subject.profile, subject.period)) for other in others]
    return Draw(sum((one.value for one in drawn), ZERO))


DRAWN: dict[Kind, Callable[[Subject], Draw]] = {
    Kind.SHARE: _share,
    Kind.PART: _part,
    Kind.PER_THOUSAND: _per_thousand,
    Kind.COUNT: _count,
    Kind.STOCK: _stock,
    Kind.RUNNING: _stock,
    Kind.FLAG: _flag,
    Kind.SCORE: _score,
    Kind.AVERAGE: _average,
    Kind.LOOSE: _loose,
    Kind.SUM: _sum,
}
