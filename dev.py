#!/usr/bin/env python3
"""Set fastmap up and start what a developer needs, with nothing but a Python.

    python3 dev.py run [ARGS...]    start the program; ARGS and the exit status are the program's
    python3 dev.py test [ARGS...]   run the tests; ARGS go to pytest, paths start at the repository
    python3 dev.py lint             check style and formatting (ruff)
    python3 dev.py types            check types (mypy)
    python3 dev.py layers           check who imports whom (import-linter)
    python3 dev.py bench [ARGS...]  run the benchmarks
    python3 dev.py torture [ARGS...]  kill it, cut its power, fill its disk, damage its files; --short, or names of parts
    python3 dev.py translations [SUBJECT...]  bring the files of screen texts up to date with the code
    python3 dev.py build            build the wheel into dist/
    python3 dev.py setup            only make or repair the environment
    python3 dev.py lock [ARGS...]   make requirements.lock anew; ARGS go to uv, e.g. --upgrade

Each command first makes sure that `.venv` holds exactly what `requirements.lock` says, and repairs what a set-up killed
half-way left. Messages go to standard error: standard output belongs to the program. To begin from nothing, delete the
folder `.venv`.

Where to start reading: `main`, then `tools.environment`.
"""

# Only syntax of Python 3.6 here and in tools/, and types in quotes: see there.
import os
import sys
from pathlib import Path

from tools.environment import MINIMUM_PYTHON, environment_of, ready_environment
from tools.system_packages import provide_browser, provide_libraries
from tools.telling import SetupError, say

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import NoReturn

ROOT = Path(__file__).resolve().parent
SOURCES = ("fastmap", "exports", "ui", "main.py", "dev.py", "tools", "tests")


def main(argv: "Sequence[str]") -> int:
    """Carry out one command and return its exit status; 2 when the environment could not be made."""
    if sys.version_info < MINIMUM_PYTHON:
        say(too_old_sentence())
        return 2
    if not argv or argv[0] in ("-h", "--help", "help"):
        print(__doc__)
        return 0 if argv else 2
    command, args = argv[0], list(argv[1:])
    if command not in COMMANDS:
        say(f"dev.py: there is no command {command!r}; one of: {', '.join(COMMANDS)}.")
        return 2
    try:
        return COMMANDS[command](args)
    except SetupError as problem:
        say(f"dev.py: {problem}")
        return 2
    except OSError as problem:
        say(f"dev.py: the environment cannot be made or used ({problem}).")
        return 2
    except KeyboardInterrupt:
        say("dev.py: stopped; the next start takes up what was left unfinished.")
        return 130


def too_old_sentence() -> str:
    """Return what to tell someone whose Python is older than fastmap needs."""
    needed = ".".join(map(str, MINIMUM_PYTHON))
    found = ".".join(map(str, sys.version_info[:3]))
    return (
        f"dev.py: fastmap needs Python {needed} or newer, and this is Python {found}. "
        f"Install a newer one and start with it, for example: python{needed} dev.py run"
    )


def run(args: "list[str]") -> int:
    """Start the program in the folder the user is in, so that paths in ARGS mean what the user typed."""
    return hand_over([ready_environment(ROOT).python, str(ROOT / "main.py"), *args])


def test(args: "list[str]") -> int:
    """Run pytest, without a screen unless the caller chose one; everything at once on all cores, a file per worker."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    # The benchmark plugin warns beside parallel workers, and benchmarks have a command of their own.
    # Files are handed out in the order that tests/conftest.py gives them, the longest first.
    if not args:
        provide_browser()
    everything = ["-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder", "-p", "no:benchmark"]
    return run_tools([["-m", "pytest", *(args or everything)]], environment)


def lint(args: "list[str]") -> int:
    """Check rules and formatting; both are always reported."""
    return run_tools([["-m", "ruff", "check", *(args or ["."])], ["-m", "ruff", "format", "--check", *(args or ["."])]])


def types(args: "list[str]") -> int:
    """Check the types of all our code."""
    targets = args or [name for name in SOURCES if (ROOT / name).exists()]
    return run_tools([["-m", "mypy", *targets]])


def layers(args: "list[str]") -> int:
    """Check the import contracts that stand in pyproject.toml."""
    # The tool has no `python -m`, and its start script breaks when the checkout is moved.
    start = "import sys; from importlinter.cli import lint_imports_command as check; sys.exit(check())"
    return run_tools([["-c", start, "--no-logo", *args]])


def bench(args: "list[str]") -> int:
    """Run the benchmarks, which the ordinary tests leave out."""
    folder = ROOT / "tests" / "benchmarks"
    if not folder.is_dir():
        say("dev.py: there are no benchmarks yet (tests/benchmarks).")
        return 0
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    # -s: they report by printing, also those that measure memory or a whole process and so need no fixture.
    return run_tools([["-m", "pytest", str(folder), "-s", *args]], environment)


def torture(args: "list[str]") -> int:
    """Prove that no saved edit is lost and no damaged file does harm; in full it takes hours."""
    return run_tools([[str(ROOT / "tests" / "torture" / "run.py"), *args]])


def translations(args: "list[str]") -> int:
    """Collect the window's texts into resources/translations; what is not translated yet is counted."""
    return run_tools([[str(ROOT / "tests" / "support" / "translations.py"), *args]])


def build(args: "list[str]") -> int:
    """Build the wheel with the locked build tools, so that it works offline too."""
    return run_tools([["-m", "build", "--wheel", "--no-isolation", "--outdir", str(ROOT / "dist"), *args]])


def setup(_args: "list[str]") -> int:
    """Make or repair the environment, and look once more for the libraries Qt needs."""
    environment = environment_of(ROOT)
    if environment.is_ready():
        environment.note_missing_libraries(provide_libraries())
    else:
        ready_environment(ROOT)
    say(f"fastmap is set up in {environment.folder}.")
    return 0


def lock(args: "list[str]") -> int:
    """Make requirements.lock anew; see `tools.locking.make_lock`."""
    from tools.locking import make_lock

    make_lock(ROOT, args)
    return 0


def run_tools(commands: "Sequence[Sequence[str]]", environment: "Mapping[str, str] | None" = None) -> int:
    """Run the environment's Python at the repository with each of the commands; return the worst exit status."""
    import subprocess

    python = ready_environment(ROOT).python
    return max(
        subprocess.call([python, *command], cwd=ROOT, env=None if environment is None else dict(environment))
        for command in commands
    )


def hand_over(command: "list[str]") -> int:
    """Let the program take this process's place, so that signals and the exit status are its own."""
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "posix":
        os.execv(command[0], command)  # noqa: S606 - no shell wanted
    import signal
    import subprocess

    # Windows has no such thing; there Ctrl+C reaches both processes, and the program's answer counts.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    return subprocess.call(command)


COMMANDS: "dict[str, Callable[[list[str]], int]]" = {
    "run": run,
    "test": test,
    "lint": lint,
    "types": types,
    "layers": layers,
    "bench": bench,
    "torture": torture,
    "translations": translations,
    "build": build,
    "setup": setup,
    "lock": lock,
}


def _start() -> "NoReturn":
    sys.exit(main(sys.argv[1:]))


if __name__ == "__main__":
    _start()
