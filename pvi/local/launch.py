"""From an empty folder to a running monitor: step by step, then watch over it."""

import os
import shutil
import signal
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import psycopg

from pvi.local import steps
from pvi.local.console import say, step
from pvi.local.environment import Addresses, as_owner, given_database, remember, settings_for
from pvi.local.folders import CHECKOUT
from pvi.local.ports import HERE
from pvi.local.postgres import STOP_PATIENCE, Postgres
from pvi.local.processes import start
from pvi.local.servers import Secrets, start_ready
from pvi.local.stamps import Stamps, fingerprint
from pvi.local.supervisor import Service, Supervisor
from pvi.local.valkey import Valkey

ACCOUNTS = """
  anna     aanjager Rotterdam       bram     EMT-lid Rotterdam
  chris    aanjager Amsterdam       dana     programmateam en data steward
  els      korpsleiding             fatih    auditor
  rik      raad                     tess     trekker diverse instroom
  beheer   beheerder

  Het wachtwoord is voor iedereen: schijf-van-vijf
"""
FIRST_ACCOUNT = """
  Het eerste account maakt u met: .venv/bin/python -m pvi.local manage createsuperuser
  Daarna krijgt het zijn rol met: .venv/bin/python -m pvi.local manage give_role NAAM beheerder
"""


Command = tuple[str, ...]


@dataclass(frozen=True)
class Plan:
    """What is asked: the register alone, or a demo year on top of it, each in a database of its own."""

    database: str
    demo: bool


PLANS = {"demo": Plan("pvi_demo", demo=True), "run": Plan("pvi", demo=False)}


class Launch:
    """One start of the monitor, in a folder that nobody else holds."""

    def __init__(self, plan: Plan, port: int, folder: Path, supervisor: Supervisor) -> None:
        self.plan, self.port, self.folder, self.supervisor = plan, port, folder, supervisor
        self.secrets = Secrets.of(folder)
        self.logs = folder / "logs"
        shutil.rmtree(self.logs, ignore_errors=True)
        self.logs.mkdir()

    def to_the_end(self) -> None:
        """Set everything up, start everything, and watch until somebody asks to stop."""
        addresses = self.find_servers()
        settings = settings_for(addresses, port=self.port, signing=self.secrets.signing, folder=self.folder)
        self.prepare(settings, addresses)
        self.start_apps(settings, addresses)
        remember(self.folder, settings)
        say(f"\nPVI-monitor draait op http://{HERE}:{self.port}")
        say(ACCOUNTS if self.plan.demo else FIRST_ACCOUNT)
        say("Stoppen: Ctrl-C. Een opdracht uitvoeren: .venv/bin/python -m pvi.local manage <opdracht>")
        self.supervisor.watch()

    def find_servers(self) -> Addresses:
        """The servers that the environment names, and embedded ones for what it does not name."""
        given = given_database(demo=self.plan.demo)
        owner_url, app_url, identity = (*given, None) if given else self.start_postgres()
        return Addresses(owner_url, app_url, os.environ.get("REDIS_URL") or self.start_valkey(), identity)

    def start_postgres(self) -> tuple[str, str, str]:
        """Start PostgreSQL; the owner's address, the application's, and which database this is."""
        server, log, name = (
            Postgres(self.folder, self.secrets.admin),
            self.logs / "postgres.log",
            self.plan.database,
        )
        with step("PostgreSQL 18 starten"):
            server.prepare()
            service = Service("PostgreSQL", lambda: server.start(log), signal.SIGINT, STOP_PATIENCE)
            self.supervisor.keep_server(service, start_ready(server, log))
            server.make_database(name, owner_password=self.secrets.owner, app_password=self.secrets.app)
            identity = _identity(server.url("postgres", self.secrets.admin, name))
        owner_url = server.url("pvi_owner", self.secrets.owner, name)
        return owner_url, server.url("pvi_app", self.secrets.app, name), identity

    def start_valkey(self) -> str:
        """Start Valkey and return its address."""
        server, log = Valkey(self.folder, self.secrets.valkey), self.logs / "valkey.log"
        with step("Valkey starten"):
            service = Service("Valkey", lambda: server.start(log))
            self.supervisor.keep_server(service, start_ready(server, log))
        return server.url

    def prepare(self, settings: Mapping[str, str], addresses: Addresses) -> None:
        """Build what the screens need, and bring tables, register and demo year up to date."""
        with step("Vormgeving en grafieken bouwen"):
            self.run(steps.ASSETS, settings)
        self.once(steps.COLLECT, settings, subject="static")
        self.once(steps.MIGRATE, as_owner(settings, addresses), subject=addresses.identity)
        self.once(steps.REGISTER, settings, subject=addresses.identity)
        if self.plan.demo:
            self.once(steps.DEMO_YEAR, settings, subject=addresses.identity)

    def start_apps(self, settings: Mapping[str, str], addresses: Addresses) -> None:
        """Start web server, worker and beat, and have them compute what there is to show."""
        with step("Webserver starten"):
            log = self.logs / "web.log"
            web = self.start_app("De webserver", (*steps.WEB, f"--bind={HERE}:{self.port}"), settings, log)
            self.supervisor.wait_until_healthy(web, self.port, log)
        # Not all at the same time: loading the code keeps the machine busy.
        with step("Achtergrondtaken starten"):
            self.start_app("De worker", steps.WORKER, settings, self.logs / "worker.log")
            self.start_app("De planner", steps.BEAT, settings, self.logs / "beat.log")
        self.once(steps.SNAPSHOTS, settings, subject=addresses.identity)

    def once(self, wanted: steps.Step, settings: Mapping[str, str], *, subject: str | None) -> None:
        """Run the step, unless it was done on exactly these files already."""
        done, mark = Stamps(self.folder / "stamps.json", subject), fingerprint(wanted.reads)
        name = wanted.arguments[0]
        if done.is_done(name, mark):
            say(f"  ✓ {wanted.title} (niets veranderd)")
            return
        done.forget(name)
        with step(wanted.title):
            self.run(wanted.command, settings)
        done.set_done(name, mark)

    def run(self, command: Command, settings: Mapping[str, str]) -> None:
        """Run one command to its end."""
        self.supervisor.run(command, env=settings, cwd=CHECKOUT, log=self.logs / "steps.log")

    def start_app(
        self, title: str, command: tuple[str, ...], settings: Mapping[str, str], log: Path
    ) -> Service:
        """Start one of the monitor's own processes, and keep it running."""

        def begin() -> subprocess.Popen[bytes]:
            with log.open("ab") as output:
                return start(command, env=settings, cwd=CHECKOUT, output=output)

        service = Service(title, begin)
        self.supervisor.start_app(service)
        return service


def _identity(admin_url: str) -> str:
    """Another cluster, or a database that was dropped and made again, is another database."""
    question = """
        SELECT system_identifier || '/' || (SELECT oid FROM pg_database WHERE datname = current_database())
        FROM pg_control_system()
    """
    with psycopg.connect(admin_url) as connection:
        row = connection.execute(question).fetchone()
    return str(row[0]) if row else ""
