"""The P&C overview of the korpsleiding as one value: one screen, one sheet of paper."""

from dataclasses import dataclass
from typing import Any

from monitoring.dashboards.commitments_due import DueSoon, due_soon
from monitoring.dashboards.hand_in import HandIn, hand_in
from monitoring.dashboards.matrix import Matrix, matrix
from monitoring.dashboards.pc.agreements import Agreements, agreements
from monitoring.dashboards.pc.exceptions import Exceptions, exceptions
from monitoring.dashboards.pc.figures import PathFigure, path_figures
from monitoring.reference import Reference, moments
from pvi.lib.formatting import count_of, date_long
from pvi.organisation.models import Unit, UnitKind

DUE_MONTHS = 4
MOST_DUE = 4


@dataclass(frozen=True)
class PcPage:
    """Everything that the overview shows."""

    round: HandIn
    shown_on: str
    in_order: str
    exceptions: Exceptions
    matrix: Matrix
    figures: tuple[PathFigure, ...]
    due: DueSoon
    agreements: Agreements


def pc_page(user: Any, reference: Reference) -> PcPage:
    """The whole korps for the talk; as many queries however much there is to show."""
    korps = Unit.objects.get(kind=UnitKind.KORPS)
    table = matrix(user, reference)
    parts = [row.unit for row in table.rows]
    shown = moments(user, [*parts, korps], reference.day)
    here = shown[korps.pk]
    return PcPage(
        round=hand_in(parts, reference.day),
        shown_on=date_long(here.day),
        in_order=count_of(table.in_order, len(table.statuses)),
        exceptions=exceptions(user, table, shown, reference),
        matrix=table,
        figures=path_figures(user, korps, here, reference),
        due=due_soon(user, reference, months=DUE_MONTHS, most=MOST_DUE),
        agreements=agreements(reference.day),
    )
