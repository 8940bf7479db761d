"""`python -m pvi.local demo`, `run`, or `manage <command>` beside what runs."""

import io
import os
import signal
import sys

from pvi.local.console import Refused, say
from pvi.local.environment import remembered
from pvi.local.folders import CHECKOUT, alone_in, is_held, own_folder, state_folder
from pvi.local.launch import PLANS, Launch, Plan
from pvi.local.ports import wanted_port
from pvi.local.processes import die_with_parent
from pvi.local.supervisor import Interrupted, Supervisor


def main(arguments: list[str]) -> int:
    """Do what is asked; one line on the screen when that cannot be."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a screen that knows no check marks is no reason to stop
    try:
        match arguments:
            case ["manage", *command]:
                manage(command)
            case [name] if name in PLANS:
                launch(PLANS[name])
            case _:
                raise Refused("Kies `make demo` of `make run`; `make help` vertelt meer.")
    except Refused as refusal:
        print(refusal, file=sys.stderr, flush=True)
        return 1
    return 0


def launch(plan: Plan) -> None:
    """Run the monitor until somebody asks to stop."""
    if "MAKELEVEL" in os.environ:
        # make may be killed before it can pass a signal on
        die_with_parent(signal.SIGTERM)
    port = wanted_port(os.environ.get("PORT", "8000"))
    folder = own_folder(state_folder())
    with alone_in(folder):
        try:
            with Supervisor() as supervisor:
                Launch(plan, port, folder, supervisor).to_the_end()
        except Interrupted:
            say("\nPVI-monitor is gestopt.")


def manage(command: list[str]) -> None:
    """Become `manage.py` with the settings of what runs from this folder."""
    folder = state_folder()
    if not is_held(folder) or not (folder / "environment.json").exists():
        raise Refused("De monitor draait niet vanuit deze map. Start hem eerst met `make demo`.")
    os.chdir(CHECKOUT)
    os.execve(sys.executable, [sys.executable, "manage.py", *command], remembered(folder))  # noqa: S606


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
