"""Loading all registers, floor by floor, in one transaction."""

from pathlib import Path

from django.db import transaction

from measures.register import (
    load_budget,
    load_commitments,
    load_decisions,
    load_dependencies,
    load_funding,
    load_measures,
    load_milestones,
    load_research,
    load_statuses,
    load_updates,
)
from monitoring.register.indicators import load_definitions, load_indicators, load_links
from monitoring.register.observations import load_interpretations, load_observations, load_targets
from pvi.organisation.register import load_groups, load_units
from pvi.records.jobs import wake_on_commit
from pvi.records.register import Changes, load_sources
from themes.register import load_programmes, load_rounds, load_themes

__all__ = ["load_register"]


@transaction.atomic
def load_register(folder: Path) -> Changes:
    """Bring the database in line with the registers in this folder; all or nothing.

    Raises RegisterError, with every bad cell by file, line and column, before anything is kept.
    """
    changes = Changes()
    sources = load_sources(folder, changes)
    units = load_units(folder, changes)
    groups = load_groups(folder, units, changes)
    themes = load_themes(folder, changes)
    programmes = load_programmes(folder, changes)
    load_rounds(folder, changes)
    measures = load_measures(
        folder, themes=themes, units=units, programmes=programmes, sources=sources, changes=changes
    )
    load_updates(folder, measures, sources, load_statuses(folder), changes)
    load_milestones(folder, measures, sources, changes)
    load_budget(folder, measures, sources, changes)
    load_decisions(folder, measures, changes)
    load_dependencies(folder, measures, changes)
    load_research(folder, themes, measures, sources, changes)
    commitments = load_commitments(folder, themes=themes, measures=measures, sources=sources, changes=changes)
    load_funding(folder, themes=themes, commitments=commitments, sources=sources, changes=changes)
    indicators = load_indicators(folder, themes, sources, changes)
    load_definitions(folder, indicators, units, changes)
    load_links(folder, measures, indicators, changes)
    load_observations(folder, indicators, units, sources, changes)
    load_targets(folder, indicators=indicators, units=units, groups=groups, sources=sources, changes=changes)
    load_interpretations(folder, indicators, units, sources, changes)
    wake_on_commit()
    return changes
