"""What units say about how their themes go, with the measures in view."""

from monitoring.demo.accounts import lead_of
from monitoring.demo.chance import dice
from monitoring.demo.days import REPORTED_ROUNDS, RoundDays, between, moment
from monitoring.demo.handing_in import hand_ins
from monitoring.demo.interpretations import role_of
from monitoring.demo.plans import measure_plans
from monitoring.demo.profiles import Profile, profiles
from monitoring.demo.tables import rows_of
from monitoring.demo.wording import STUCK
from monitoring.demo.world import World
from monitoring.models import Interpretation

ROUNDS = REPORTED_ROUNDS[-2:]
WRITTEN_SHARE = 0.65


def add_theme_notes(world: World) -> int:
    """Write the duiding about themes in the last two rounds that were handed in."""
    rows = [
        _row(world, profile, theme, one)
        for one in ROUNDS
        for profile in profiles()
        for theme in world.themes
        if _is_written(profile, theme, one)
    ]
    return len(Interpretation.objects.bulk_create(rows))


def _is_written(profile: Profile, theme: str, one: RoundDays) -> bool:
    has_measures = any(plan.profile is profile and plan.theme == theme for plan in measure_plans())
    handed_in = hand_ins()[profile.code, one.code].submitted is not None
    return (
        has_measures and handed_in and dice("theme", profile.code, theme, one.code).random() < WRITTEN_SHARE
    )


def _row(world: World, profile: Profile, theme: str, one: RoundDays) -> Interpretation:
    chance = dice("theme note", profile.code, theme, one.code)
    hand_in = hand_ins()[profile.code, one.code]
    state = "krap" if _is_behind(profile, theme, one) else "goed"
    table = rows_of("themaduiding", ("thema", "stand", "tekst"), ("thema", "tekst"))
    texts = [r.cells["tekst"] for r in table if (r.cells["thema"], r.cells["stand"]) == (theme, state)]
    day = between(chance, one.opens, hand_in.closes)
    return Interpretation(
        unit=world.units[profile.code],
        theme=world.themes[theme],
        text=chance.choice(texts),
        written_on=day,
        author=world.users[lead_of(profile.code)],
        author_role=role_of(world, profile.code, by_lead=True),
        round=world.rounds[one.code],
        known_from=moment(chance, day),
    )


def _is_behind(profile: Profile, theme: str, one: RoundDays) -> bool:
    courses = [plan.course for plan in measure_plans() if plan.profile is profile and plan.theme == theme]
    return any(course.status(one.end) in STUCK for course in courses)
