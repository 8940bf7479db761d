from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from monitoring.register import load_register
from pvi.lib.registers import RegisterError


class Command(BaseCommand):
    help = "Laadt de registers uit een map met CSV-bestanden: alles of niets."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", nargs="?", type=Path, default=settings.BASE_DIR / "data", help="de map")

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        try:
            changes = load_register(folder)
        except RegisterError as error:
            raise CommandError(f"Er is niets geladen.\n{error}") from None
        for kind, total in changes.total.items():
            self.stdout.write(
                f"{kind}: {total} ({changes.added[kind]} nieuw, {changes.changed[kind]} gewijzigd)"
            )
        self.stdout.write(f"{changes.written} wijzigingen")
