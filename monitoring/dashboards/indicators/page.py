"""Everything on the page of one indicator, in a fixed number of queries."""

from dataclasses import dataclass
from typing import Any

from monitoring.dashboards.indicators.calculation import Calculation, calculation_of
from monitoring.dashboards.indicators.directions import DIRECTION_MARKS
from monitoring.dashboards.indicators.facts import Facts
from monitoring.dashboards.indicators.meaning import Aim, Duidingen, Link, aims_of, duiding_of, links_of
from monitoring.dashboards.indicators.parts import PartTable, part_table
from monitoring.dashboards.indicators.recorded import SourceLine, recorded_for, sources_of
from monitoring.dashboards.indicators.revisions import FIRST_SHOWN, Revision, revisions_of
from monitoring.dashboards.indicators.selection import Chosen, Selection, chosen
from monitoring.dashboards.indicators.sheet import Sheet, sheet_of
from monitoring.dashboards.indicators.trend import Trend, trend_of
from monitoring.dashboards.wording import Standing, standing
from monitoring.models import Indicator
from monitoring.progress import Direction
from monitoring.reference import Moment
from pvi.lib.marks import Mark


@dataclass(frozen=True)
class IndicatorPage:
    """What the page of an indicator shows of one subject."""

    indicator: Indicator
    choice: Chosen
    direction: Mark
    moment: Moment
    sees_unsigned: bool
    standing: Standing | None
    trend: Trend
    duiding: Duidingen
    sheet: Sheet
    parts: PartTable | None
    links: tuple[Link, ...]
    aims: tuple[Aim, ...]
    revisions: tuple[Revision, ...]
    sources: tuple[SourceLine, ...]
    calculation: Calculation | None

    @property
    def own_aims(self) -> tuple[Aim, ...]:
        """The targets of the shown subject."""
        return tuple(aim for aim in self.aims if aim.subject == self.choice.subject)

    @property
    def other_aims(self) -> tuple[Aim, ...]:
        return tuple(aim for aim in self.aims if aim.subject != self.choice.subject)

    @property
    def first_revisions(self) -> tuple[Revision, ...]:
        return self.revisions[:FIRST_SHOWN]

    @property
    def more_revisions(self) -> tuple[Revision, ...]:
        return self.revisions[FIRST_SHOWN:]


def indicator_page(user: Any, facts: Facts, selection: Selection, *, csv_url: str) -> IndicatorPage:
    """The page for this reader; `facts` were read for the same one."""
    choice = chosen(facts, selection)
    stored = facts.definition_on(choice.subject)[0]
    row = facts.row_of(choice.subject, choice.main)
    recorded = recorded_for(facts)
    units = [subject.unit for subject in facts.sight.subjects if subject.unit and not subject.unit.is_korps]
    return IndicatorPage(
        indicator=facts.indicator,
        choice=choice,
        direction=DIRECTION_MARKS[Direction(stored.direction)],
        moment=facts.sight.moment(choice.subject),
        sees_unsigned=facts.sight.sees_unsigned(choice.subject),
        standing=standing(row, stored) if row else None,
        trend=trend_of(facts, choice, csv_url=csv_url),
        duiding=duiding_of(user, facts, choice),
        sheet=sheet_of(facts.indicator, stored, facts.rules.stored, units),
        parts=part_table(facts, choice, selection.period),
        links=links_of(user, facts),
        aims=aims_of(facts),
        revisions=revisions_of(facts, recorded),
        sources=sources_of(facts, recorded),
        calculation=calculation_of(facts, choice),
    )
