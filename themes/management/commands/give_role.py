from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from pvi.lib.formatting import date_long
from pvi.organisation.models import Role, RoleAssignment, Unit, User
from themes.models import Theme
from themes.roles import faults, overlapping

ROLES = {word.casefold(): role for role in Role for word in (role.value, str(role.label))}


class Command(BaseCommand):
    help = "Geeft een account vanaf vandaag een rol, zoals: give_role anna aanjager --unit ROT."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("user", help="de gebruikersnaam")
        parser.add_argument("role", help="de rol: " + ", ".join(Role.labels))
        parser.add_argument("--unit", default="", help="code van de eenheid, zoals ROT")
        parser.add_argument("--theme", default="", help="code van het thema, zoals DI")

    def handle(self, *args: Any, user: str, role: str, unit: str, theme: str, **options: Any) -> None:
        wanted: dict[str, Any] = {
            "user": _user(user),
            "role": _role(role),
            "unit": _unit(unit) if unit else None,
            "theme_code": _theme_code(theme) if theme else "",
            "valid_from": timezone.localdate(),
        }
        _refuse_faults(wanted)
        held = overlapping(**wanted)
        given = held or RoleAssignment.objects.create(**wanted)
        since = f"{'had al' if held else 'heeft nu'} de rol {given} vanaf {date_long(given.valid_from)}"
        until = f" tot en met {date_long(given.valid_until)}" if given.valid_until else ""
        self.stdout.write(f"{user} {since}{until}.")


def _user(name: str) -> User:
    try:
        return User.objects.get(username=name)
    except User.DoesNotExist:
        raise CommandError(f"Er is geen account {name}.") from None


def _role(word: str) -> Role:
    try:
        return ROLES[word.casefold()]
    except KeyError:
        raise CommandError(f"Onbekende rol: {word}. Kies uit: {', '.join(Role.labels)}.") from None


def _unit(code: str) -> Unit:
    found: Unit | None = Unit.objects.by_code(code).first()
    if found is None:
        raise CommandError(f"Onbekende eenheid: {code}.")
    return found


def _theme_code(code: str) -> str:
    if not Theme.objects.filter(code=code.upper()).exists():
        raise CommandError(f"Onbekend thema: {code}.")
    return code.upper()


def _refuse_faults(wanted: dict[str, Any]) -> None:
    bound = {name: wanted[name] for name in ("role", "unit", "theme_code")}
    options = {"unit": "--unit", "theme_code": "--theme"}
    if wrong := faults(**bound):
        raise CommandError(" ".join(f"{options[field]}: {words}" for field, words in wrong.items()))
