"""The words of the API for what indicators, figures and snapshots store."""

from monitoring.models import Perspective
from monitoring.progress import (
    Certainty,
    Direction,
    Frequency,
    Nothing,
    Operator,
    RollUp,
    Status,
    TimeRule,
)

PERSPECTIVES = {
    Perspective.CITIZEN: "burger",
    Perspective.EMPLOYEE: "medewerker",
    Perspective.REALISATION: "realisatie",
    Perspective.LEARNING: "leren",
}
DIRECTIONS = {
    Direction.HIGHER: "hoger",
    Direction.LOWER: "lager",
    Direction.HOLD: "gelijk",
    Direction.CONTEXT: "context",
}
TIME_RULES = {
    TimeRule.STOCK: "stand",
    TimeRule.FLOW: "stroom",
    TimeRule.CUMULATIVE: "oplopend_totaal",
}
ROLL_UPS = {
    RollUp.SUM: "som",
    RollUp.RATIO: "verhouding",
    RollUp.WEIGHTED: "gewogen",
    RollUp.NONE: "niet_op_te_tellen",
}
FREQUENCIES = {
    Frequency.MONTH: "maand",
    Frequency.QUARTER: "kwartaal",
    Frequency.FOUR_MONTHS: "tertaal",
    Frequency.HALF_YEAR: "halfjaar",
    Frequency.YEAR: "jaar",
    Frequency.TWO_YEARS: "twee_jaar",
    Frequency.RARE: "drie_tot_vijf_jaar",
}
SUPPLIERS = {"unit": "eenheid", "korps": "korps", "external": "extern"}
OPERATORS = {
    Operator.AT_LEAST: "ten_minste",
    Operator.AT_MOST: "ten_hoogste",
    Operator.EQUALS: "toe_naar",
}
CERTAINTIES = {
    Certainty.FINAL: "definitief",
    Certainty.PROVISIONAL: "voorlopig",
    Certainty.ESTIMATE: "schatting",
}
NOTHINGS = {
    Nothing.NOT_DUE: "nog_niet_verwacht",
    Nothing.NOT_DELIVERED: "niet_geleverd",
    Nothing.NOT_APPLICABLE: "niet_van_toepassing",
    Nothing.SUPPRESSED: "afgeschermd",
}
STATUSES = {
    Status.MET: "gehaald",
    Status.ON_TRACK: "op_koers",
    Status.AT_RISK: "aandacht_nodig",
    Status.BEHIND: "achter",
    Status.NOT_MET: "niet_gehaald",
    Status.CONTEXT: "context",
    Status.NO_TARGET: "geen_streefwaarde",
    Status.NO_PATH: "nog_geen_oordeel",
}
