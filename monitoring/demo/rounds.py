"""The submissions of every unit in every round."""

from monitoring.demo.accounts import champion_of, lead_of
from monitoring.demo.chance import dice
from monitoring.demo.days import moment
from monitoring.demo.handing_in import RETURNED_REASON, HandIn, hand_ins
from monitoring.demo.world import World
from themes.models import Submission, SubmissionState


def add_submissions(world: World) -> int:
    """Write the rounds as they stand; a signed row is written as signed, for it can not be changed later."""
    rows = [_submission(world, found) for found in hand_ins().values()]
    return len(Submission.objects.bulk_create(rows))


def _submission(world: World, found: HandIn) -> Submission:
    chance = dice("submission", found.unit, found.round.code)
    row = Submission(round=world.rounds[found.round.code], unit=world.units[found.unit], state=found.state)
    if found.submitted:
        row.submitted_by = world.users[champion_of(found.unit)]
        row.submitted_at = moment(chance, found.submitted)
    if found.signed:
        row.signed_by = world.users[lead_of(found.unit)]
        row.signed_at = moment(chance, found.signed)
    if found.state is SubmissionState.RETURNED:
        row.returned_reason = RETURNED_REASON
    return row
