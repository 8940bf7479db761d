"""The words of the calculation contract: directions, rules, statuses and kinds of nothing, and marks."""

from enum import StrEnum

from pvi.lib.marks import Mark, Tone


class Direction(StrEnum):
    """Which way is better; `context` never gets a verdict."""

    HIGHER = "higher"
    LOWER = "lower"
    HOLD = "hold"
    CONTEXT = "context"


class Status(StrEnum):
    """What the rules say of a value against its target (calculation contract, point 4)."""

    MET = "met"
    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    BEHIND = "behind"
    NOT_MET = "not_met"
    CONTEXT = "context"
    NO_TARGET = "no_target"
    NO_PATH = "no_path"


class Nothing(StrEnum):
    """The four kinds of nothing; none is ever 0 (calculation contract, point 5)."""

    NOT_DUE = "not_due"
    NOT_DELIVERED = "not_delivered"
    NOT_APPLICABLE = "not_applicable"
    SUPPRESSED = "suppressed"


class TimeRule(StrEnum):
    """How figures hold through time: the last one, the sum of the calendar year, or a running total."""

    STOCK = "stock"
    FLOW = "flow"
    CUMULATIVE = "cumulative"


class RollUp(StrEnum):
    """How the figures of parts become one: sum, sum over sum, weighted by n, or not at all."""

    SUM = "sum"
    RATIO = "ratio"
    WEIGHTED = "weighted"
    NONE = "none"


class Frequency(StrEnum):
    """How often a figure comes; `rare` is the register's three to five years, counted as five."""

    MONTH = "month"
    QUARTER = "quarter"
    FOUR_MONTHS = "four_months"
    HALF_YEAR = "half_year"
    YEAR = "year"
    TWO_YEARS = "two_years"
    RARE = "rare"


class Operator(StrEnum):
    """How a value is compared with its target; `equals` means "get up to" (or down to, or hold)."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    EQUALS = "equals"


class Certainty(StrEnum):
    """How firm a figure is, the firmest first."""

    FINAL = "final"
    PROVISIONAL = "provisional"
    ESTIMATE = "estimate"


STATUS_MARKS = {
    Status.MET: Mark("Gehaald", "i-done", Tone.OK, "Gehaald"),
    Status.ON_TRACK: Mark("Op koers", "i-ok", Tone.OK, "Op koers"),
    Status.AT_RISK: Mark("Aandacht nodig", "i-warn", Tone.WARN, "Aandacht"),
    Status.BEHIND: Mark("Achter", "i-behind", Tone.BAD, "Achter"),
    Status.NOT_MET: Mark("Niet gehaald", "i-notmet", Tone.BAD, "Niet gehaald"),
    Status.CONTEXT: Mark("Context, geen oordeel", "i-context", Tone.INFO, "Context"),
    Status.NO_TARGET: Mark("Geen streefwaarde", "i-notarget", Tone.CALM, "Geen streefwaarde"),
    Status.NO_PATH: Mark("Nog geen oordeel", "i-nopath", Tone.CALM, "Geen oordeel"),
}

NOTHING_MARKS = {
    Nothing.NOT_DUE: Mark("nog niet verwacht", "v-notdue", Tone.CALM, "nog niet"),
    Nothing.NOT_DELIVERED: Mark("niet geleverd", "v-missing", Tone.WARN, "ontbreekt"),
    Nothing.NOT_APPLICABLE: Mark("niet van toepassing", "v-na", Tone.CALM, "n.v.t."),
    Nothing.SUPPRESSED: Mark("afgeschermd", "v-suppressed", Tone.CALM, "afgeschermd"),
}
