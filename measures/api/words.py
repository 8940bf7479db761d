"""The words of the API for what measures and commitments store."""

from measures.models import CommitmentKind, CommitmentStatus, Level, Obligation
from measures.status import MeasureStatus
from pvi.records.models import DatePrecision

MEASURE_STATUSES = {
    MeasureStatus.NOT_STARTED: "niet_gestart",
    MeasureStatus.IN_PROGRESS: "loopt",
    MeasureStatus.ON_TRACK: "op_koers",
    MeasureStatus.AT_RISK: "aandacht_nodig",
    MeasureStatus.BEHIND: "achter",
    MeasureStatus.OVERDUE: "te_laat",
    MeasureStatus.DONE: "gereed",
    MeasureStatus.STOPPED: "gestopt",
    MeasureStatus.UNKNOWN: "stand_onbekend",
}
LEVELS = {Level.NATIONAL: "landelijk", Level.UNIT: "eenheid"}
OBLIGATIONS = {Obligation.MANDATORY: "verplicht", Obligation.OPTIONAL: "optioneel"}
COMMITMENT_KINDS = {
    CommitmentKind.MOTION: "motie",
    CommitmentKind.COMMITMENT: "toezegging",
    CommitmentKind.RECOMMENDATION: "aanbeveling",
}
COMMITMENT_STATUSES = {
    CommitmentStatus.IN_PROGRESS: "in_uitvoering",
    CommitmentStatus.UNDER_INVESTIGATION: "in_onderzoek",
    CommitmentStatus.ONGOING: "doorlopend",
    CommitmentStatus.SETTLED: "afgedaan",
    CommitmentStatus.HISTORICAL: "historisch",
}
PRECISIONS = {
    DatePrecision.DAY: "dag",
    DatePrecision.MONTH: "maand",
    DatePrecision.QUARTER: "kwartaal",
    DatePrecision.YEAR: "jaar",
    DatePrecision.DERIVED: "afgeleid",
}
