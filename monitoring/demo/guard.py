"""Whether the demo year may be loaded: only beside the register, and only once."""

from enum import StrEnum

from measures.models import Agreement, Measure, ProgressUpdate, Story
from monitoring.demo.world import PROGRAMME
from monitoring.models import Baseline, Observation
from pvi.organisation.models import User
from themes.models import Programme, Submission


class Found(StrEnum):
    """What the database holds."""

    NO_REGISTER = "no_register"
    REGISTER = "register"
    DEMO = "demo"
    REAL_WORK = "real_work"


def what_is_there() -> Found:
    """Look at the database; anything that is neither register nor demo year counts as real work."""
    programme = Programme.objects.filter(code=PROGRAMME).first()
    if programme is not None and programme.is_fictitious:
        return Found.DEMO
    if _has_real_work():
        return Found.REAL_WORK
    has_register = programme is not None and Measure.objects.exists() and Observation.objects.exists()
    return Found.REGISTER if has_register else Found.NO_REGISTER


def _has_real_work() -> bool:
    """Accounts, and whatever people enter: the register gives every row of these its source, or has none."""
    without_source = (Measure, ProgressUpdate, Observation)
    entered = (User, Submission, Story, Agreement, Baseline)
    return any(model._default_manager.filter(source=None).exists() for model in without_source) or any(
        model._default_manager.exists() for model in entered
    )
