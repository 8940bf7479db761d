import datetime as dt
import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from monitoring import snapshot_jobs
from pvi.lib.periods import Period, PeriodError
from pvi.organisation.due import UNIT_SNAPSHOT
from pvi.records import jobs

PATIENCE = 600
STEP = 0.3


class Command(BaseCommand):
    help = "Vraagt momentopnamen aan; met --wait wacht het tot ze klaar zijn."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--period", help="vanaf deze maand, zoals 2026-10; zonder maand alles")
        parser.add_argument("--unit", action="append", help="code van een eenheid; zonder eenheid allemaal")
        parser.add_argument("--wait", action="store_true", help="wacht tot de workers klaar zijn")
        parser.add_argument("--here", action="store_true", help="doe het werk in dit proces, zonder worker")

    def handle(self, *args: Any, **options: Any) -> None:
        units = [code.upper() for code in options["unit"]] if options["unit"] else None
        codes = snapshot_jobs.ask(units, since=_since(options["period"]))
        if missing := set(units or []) - set(codes):
            raise CommandError(f"Onbekende eenheid: {', '.join(sorted(missing))}.")
        if options["here"]:
            jobs.run_all_due()
        if options["wait"]:
            _wait(codes)
        self.stdout.write(f"{len(codes)} eenheden {'bijgewerkt' if options['wait'] else 'aangevraagd'}")


def _since(period: str | None) -> dt.date | None:
    try:
        return Period.parse(period).start if period else None
    except PeriodError as error:
        raise CommandError(f"--period: {error}") from None


def _wait(codes: list[str]) -> None:
    """Follow the ledger until all is done, with a bar."""
    until = time.monotonic() + PATIENCE
    with tqdm(total=len(codes), unit="eenheid", desc="momentopnamen") as bar:
        while left := jobs.unfinished(UNIT_SNAPSHOT, codes):
            bar.update(len(codes) - left - bar.n)
            if dead := jobs.dead(UNIT_SNAPSHOT, codes):
                raise CommandError(f"Niet gelukt voor {', '.join(dead)}; zie de taken in beheer.")
            if time.monotonic() > until:
                raise CommandError("Na tien minuten niet klaar. Draait er een worker?")
            time.sleep(STEP)
        bar.update(len(codes) - bar.n)
