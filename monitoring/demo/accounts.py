"""The accounts of the demo year: the cast, and an aanjager and an EMT-lid of every unit."""

import datetime as dt
from dataclasses import dataclass

from django.contrib.auth.hashers import make_password

from monitoring.demo.days import FIRST
from monitoring.demo.profiles import profiles
from monitoring.demo.tables import rows_of, words
from monitoring.demo.world import World
from pvi.organisation.models import Deputy, Role, RoleAssignment, User

PASSWORD = "schijf-van-vijf"  # noqa: S105 - of the demo database alone, and named on its start page
KORPS_HANDS_IN = "dana"
KORPS_SIGNS = "els"
DEPUTY = "vervanger-rot"
DEPUTY_OF = "bram"
DEPUTY_DAYS = (dt.date(2026, 7, 1), dt.date(2027, 6, 30))


@dataclass(frozen=True)
class Person:
    """One account: a role and a first name or the name of the role, never a whole name."""

    username: str
    display_name: str
    roles: tuple[Role, ...]
    unit: str = ""
    theme: str = ""
    may_log_in: bool = False


def cast() -> tuple[Person, ...]:
    """The people who may log in."""
    columns = ("gebruiker", "naam", "rollen", "eenheid", "thema")
    return tuple(
        Person(
            row.required("gebruiker"),
            row.required("naam"),
            tuple(Role(word) for word in words(row.required("rollen"))),
            row.text("eenheid"),
            row.text("thema"),
            may_log_in=True,
        )
        for row in rows_of("accounts", columns, ("gebruiker",))
    )


def people() -> tuple[Person, ...]:
    """Everybody: the cast, and who is missing to give each unit an aanjager and an EMT-lid."""
    named = cast()
    held = {(role, person.unit) for person in named for role in person.roles}
    others = [
        Person(f"{word}-{profile.code.lower()}", f"{title} {profile.name}", (role,), profile.code)
        for profile in profiles()
        for role, word, title in ((Role.CHAMPION, "aanjager", "Aanjager"), (Role.UNIT_LEAD, "emt", "EMT-lid"))
        if (role, profile.code) not in held
    ]
    return (*named, *others)


def champion_of(unit: str) -> str:
    """The username of who reports for a unit; for the korps that is the programme team."""
    return _holder(Role.CHAMPION, unit) or KORPS_HANDS_IN


def lead_of(unit: str) -> str:
    """The username of who signs off for a unit; for the korps that is the mandated signer."""
    return _holder(Role.UNIT_LEAD, unit) or KORPS_SIGNS


def _holder(role: Role, unit: str) -> str:
    found = (person.username for person in people() if role in person.roles and person.unit == unit)
    return next(found, "")


def add_accounts(world: World) -> int:
    """Write the accounts with their roles from the first day of the demo year."""
    password = make_password(PASSWORD)
    everybody = people()
    made = [_user(person, password) for person in everybody]
    deputy = User(
        username=DEPUTY, display_name="Plaatsvervangend EMT-lid Rotterdam", password=make_password(None)
    )
    users = User.objects.bulk_create([*made, deputy])
    world.users.update({user.username: user for user in users})
    RoleAssignment.objects.bulk_create(
        RoleAssignment(
            user=world.users[person.username],
            role=role,
            unit=world.units[person.unit] if person.unit else None,
            theme_code=person.theme,
            valid_from=FIRST,
        )
        for person in everybody
        for role in person.roles
    )
    _add_deputy(world)
    return len(users)


def _user(person: Person, password: str) -> User:
    return User(
        username=person.username,
        display_name=person.display_name,
        password=password if person.may_log_in else make_password(None),
        is_staff=Role.ADMINISTRATOR in person.roles,
    )


def _add_deputy(world: World) -> None:
    first, last = DEPUTY_DAYS
    assignment = RoleAssignment.objects.get(user__username=DEPUTY_OF)
    Deputy.objects.create(assignment=assignment, user=world.users[DEPUTY], valid_from=first, valid_until=last)
