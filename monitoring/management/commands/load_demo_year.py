from typing import Any

from django.core.management.base import BaseCommand, CommandError

from monitoring.demo import DemoRefused, load_demo_year


class Command(BaseCommand):
    help = "Laadt het fictieve demojaar 2025-2026 bij het register; weigert bij echte gegevens."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            counts = load_demo_year()
        except DemoRefused as refused:
            raise CommandError(str(refused)) from None
        if not counts:
            self.stdout.write("Het demojaar staat er al; er is niets gewijzigd.")
        for name, count in counts.items():
            self.stdout.write(f"{name}: {count}")
