"""The commands that a start runs one after another, and what each of them reads."""

import sys
from dataclasses import dataclass

PACKAGES = ("requirements.txt",)
CODE = ("manage.py", "pvi/lib/**/*.py", "pvi/records/**/*.py", "pvi/organisation/**/*.py")
APPS = ("themes/**/*.py", "measures/**/*.py", "monitoring/**/*.py")
CONTENT = (*PACKAGES, *CODE, *APPS, "data/**/*")

PYTHON = sys.executable
ASSETS = (PYTHON, "-m", "pvi.assets")
WORKER = (
    *(PYTHON, "-m", "celery", "-A", "pvi.celery", "worker"),
    *("--loglevel=INFO", "--concurrency=2", "--without-mingle", "--without-gossip"),
)
BEAT = (
    *(PYTHON, "-m", "celery", "-A", "pvi.celery", "beat", "--loglevel=INFO", "--pidfile="),
    "--scheduler=django_celery_beat.schedulers:DatabaseScheduler",
)
WEB = (
    *(PYTHON, "-m", "gunicorn", "pvi.wsgi", "--worker-class=gthread", "--workers=2", "--threads=4"),
    # Loading the code once for both workers halves the time to the first page.
    *("--preload", "--graceful-timeout=5", "--access-logfile=-", "--no-control-socket"),
)


@dataclass(frozen=True)
class Step:
    """A management command that need not run again while the files it reads (patterns) stay the same."""

    title: str
    arguments: tuple[str, ...]
    reads: tuple[str, ...]

    @property
    def command(self) -> tuple[str, ...]:
        """The whole command line."""
        return (PYTHON, "manage.py", *self.arguments)


COLLECT = Step(
    "Bestanden voor de schermen verzamelen",
    ("collectstatic", "--clear", "--noinput", "--verbosity=0"),
    (*PACKAGES, "pvi/settings.py", "static/**/*"),
)
MIGRATE = Step(
    "Tabellen bijwerken",
    ("migrate", "--noinput", "--verbosity=0"),
    (*PACKAGES, "pvi/settings.py", "*/migrations/*.py", "pvi/*/migrations/*.py"),
)
REGISTER = Step("Register laden", ("load_register",), CONTENT)
DEMO_YEAR = Step("Demojaar laden", ("load_demo_year",), CONTENT)
SNAPSHOTS = Step("Momentopnamen berekenen", ("take_snapshots", "--wait"), CONTENT)
