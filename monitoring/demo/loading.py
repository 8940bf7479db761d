"""Loading the demo year, part by part, in one transaction."""

from collections.abc import Callable

from django.db import transaction
from tqdm import tqdm

from monitoring.demo.accounts import add_accounts
from monitoring.demo.figures.writing import add_figures
from monitoring.demo.guard import Found, what_is_there
from monitoring.demo.interpretations import add_interpretations
from monitoring.demo.rounds import add_submissions
from monitoring.demo.talks import add_agreements, add_commitment_reports, add_stories
from monitoring.demo.targets import add_targets
from monitoring.demo.theme_notes import add_theme_notes
from monitoring.demo.translations import add_budget, add_decisions, add_milestones, add_translations
from monitoring.demo.updates import add_national_milestones, add_updates
from monitoring.demo.world import World, read_world
from pvi.records.jobs import wake_on_commit

REFUSALS = {
    Found.NO_REGISTER: "Laad eerst de registers met load_register; het demojaar bouwt daarop voort.",
    Found.REAL_WORK: (
        "In deze database staan accounts of gegevens die niet uit het register komen. "
        "Het demojaar hoort in een database van zichzelf; er is niets geladen."
    ),
}
PARTS: tuple[tuple[str, Callable[[World], int]], ...] = (
    ("accounts", add_accounts),
    ("maatregelen van eenheden", add_translations),
    ("mijlpalen", add_milestones),
    ("begrotingsposten", add_budget),
    ("besluiten", add_decisions),
    ("mijlpalen van landelijke maatregelen", add_national_milestones),
    ("voortgangsmeldingen", add_updates),
    ("nulmetingen en streefwaarden", add_targets),
    ("cijfers", add_figures),
    ("duiding bij cijfers", add_interpretations),
    ("duiding bij thema's", add_theme_notes),
    ("inzendingen", add_submissions),
    ("verhalen", add_stories),
    ("afspraken", add_agreements),
    ("standen van toezeggingen", add_commitment_reports),
)


class DemoRefused(Exception):
    """The demo year does not belong in this database; nothing has been written."""


@transaction.atomic
def load_demo_year() -> dict[str, int]:
    """Load the demo year and mark the programme as fictitious; returns how many rows each part wrote.

    Writes nothing and returns nothing when the demo year is there already. Raises DemoRefused for a database
    that holds anything else than the register.
    """
    found = what_is_there()
    if found is Found.DEMO:
        return {}
    if found in REFUSALS:
        raise DemoRefused(REFUSALS[found])
    world = read_world()
    counts = {}
    # On a screen only: a log has no use for a bar.
    with tqdm(PARTS, disable=None, leave=False) as parts:
        for name, add in parts:
            parts.set_description(name)
            counts[name] = add(world)
    wake_on_commit()
    return counts
