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

Each command first makes sure that `.venv` holds exactly what `requirements.lock` says. The marker `.venv/ready` is
written last and names the lock and the Python it was made from. Whatever does not fit the marker is made anew, so a
set-up killed half-way heals at the next start; where it fits, nothing is done at all. Messages go to standard error:
standard output belongs to the program. To begin from nothing, delete the folder `.venv`.

Where to start reading: `main`, then `ready_environment`.
"""

# Only syntax of Python 3.6 in this file, and types in quotes: an older Python must get as far as the sentence that says
# what it lacks.
import json
import os
import sys
from contextlib import contextmanager
from pathlib import Path

# typing, subprocess, ctypes and others are imported where they are used: a start with nothing to set up stays short.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import Any, NoReturn

MINIMUM_PYTHON = (3, 11)
ROOT = Path(__file__).resolve().parent
LOCK_FILE = ROOT / "requirements.lock"
SOURCES = ("fastmap", "exports", "ui", "main.py", "dev.py", "tests")
LOCKING_TOOL = "uv>=0.13,<1"

# What Qt loads, and the Debian package that brings it. The first group is needed without a screen too, by the tests.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}

# Programs that can show the phone pages to the tests; the first is also the Debian package.
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

# Words in pip's or uv's output that mean "could not reach the package index".
OFFLINE_SIGNS = (
    "Failed to establish a new connection",
    "Temporary failure in name resolution",
    "Name or service not known",
    "Network is unreachable",
    "Connection refused",
    "ConnectTimeoutError",
    "ReadTimeoutError",
    "ProxyError",
    "getaddrinfo failed",
    "dns error",
    "error sending request",
)


class SetupError(Exception):
    """The environment cannot be made; the message is one sentence for the person at the keyboard."""


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


def say(message: str) -> None:
    """Tell the person something without touching standard output."""
    print(message, file=sys.stderr, flush=True)


def too_old_sentence() -> str:
    """Return what to tell someone whose Python is older than fastmap needs."""
    needed = ".".join(map(str, MINIMUM_PYTHON))
    found = ".".join(map(str, sys.version_info[:3]))
    return (
        f"dev.py: fastmap needs Python {needed} or newer, and this is Python {found}. "
        f"Install a newer one and start with it, for example: python{needed} dev.py run"
    )


# --- commands -------------------------------------------------------------------------------------------------------


def run(args: "list[str]") -> int:
    """Start the program in the folder the user is in, so that paths in ARGS mean what the user typed."""
    return hand_over([ready_environment().python, str(ROOT / "main.py"), *args])


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
    environment = Environment(ROOT / ".venv", LOCK_FILE)
    if environment.is_ready():
        environment.note_missing_libraries(provide_libraries())
    else:
        ready_environment()
    say(f"fastmap is set up in {environment.folder}.")
    return 0


def run_tools(commands: "Sequence[Sequence[str]]", environment: "Mapping[str, str] | None" = None) -> int:
    """Run the environment's Python at the repository with each of the commands; return the worst exit status."""
    import subprocess

    python = ready_environment().python
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


# --- the environment ------------------------------------------------------------------------------------------------


def ready_environment() -> "Environment":
    """Return the environment, made or repaired if need be; only one process at a time does that."""
    environment = Environment(ROOT / ".venv", LOCK_FILE)
    if environment.is_ready():
        environment.remind_of_missing_libraries()
        return environment
    with only_one_process(ROOT / ".dev.lock") as guard:
        # Whoever held the lock before us may have done the work.
        if not environment.is_ready():
            environment.make(guard)
    return environment


class Environment:
    """A virtual environment that holds what a lock file says, and the marker that vouches for it."""

    def __init__(self, folder: Path, lock: Path) -> None:
        """Describe the environment in `folder` for the lock file `lock`; nothing is made yet."""
        self.folder = folder
        self.lock = lock
        self.marker = folder / "ready"
        windows = os.name == "nt"
        self.python = str(folder / ("Scripts/python.exe" if windows else "bin/python"))
        version = "python{}.{}".format(*sys.version_info)
        self.packages = folder / ("Lib/site-packages" if windows else f"lib/{version}/site-packages")

    def is_ready(self) -> bool:
        """Say whether the marker fits this Python and this lock, and nothing it vouches for has gone."""
        noted = self.read_marker()
        return (
            noted.get("python") == python_signature()
            and noted.get("lock") == self.lock_signature()
            and self.is_whole(noted)
        )

    def is_whole(self, noted: "Mapping[str, Any]") -> bool:
        """Say whether the interpreter and all packages the marker lists are still there."""
        try:
            present = set(os.listdir(self.packages))  # noqa: PTH208 - half the time of iterdir, at every start
            return os.path.exists(self.python) and present.issuperset(noted["packages"])  # noqa: PTH110 - as above
        except (OSError, KeyError, TypeError):
            return False

    def make(self, guard: int) -> None:
        """Bring the environment in line with the lock: in place where only the lock changed, else from nothing.

        `guard` is the descriptor of the held process lock. pip inherits it, so that the lock stays held
        until pip is gone, even if this process is killed.
        """
        noted = self.read_marker()
        missing = provide_libraries()
        if noted.get("python") == python_signature() and self.is_whole(noted):
            say("dev.py: requirements.lock has changed; updating the environment.")
            self.marker.unlink()
            self.install(guard)
            self.remove_unlisted(guard)
        else:
            say("dev.py: setting up the environment (once, about a minute).")
            self.create(guard)
            self.install(guard)
        self.write_marker(missing)

    def create(self, guard: int) -> None:
        """Make an empty virtual environment where there may be half of one."""
        import shutil

        require_venv_module()
        # The marker goes first: a deletion that is interrupted must not leave something that looks ready.
        if self.marker.exists():
            self.marker.unlink()
        if self.folder.is_symlink() or self.folder.is_file():
            self.folder.unlink()
        elif self.folder.exists():
            try:
                shutil.rmtree(self.folder)
            except OSError as problem:
                raise SetupError(f"the old environment cannot be removed ({problem}); close what uses it.") from problem
        # When started by the environment's own Python, that one has just been deleted.
        python = getattr(sys, "_base_executable", "") or sys.executable
        code, output = run_quietly([python, "-m", "venv", str(self.folder)], guard)
        if code != 0:
            raise SetupError(explain_failure("making the virtual environment", output))

    def install(self, guard: int) -> None:
        """Install what the lock says, each file checked against its hash, nothing built from source."""
        command = [self.python, "-m", "pip", "install", "--no-input", "--disable-pip-version-check"]
        command += ["--require-hashes", "--only-binary", ":all:", "-r", str(self.lock)]
        progress = PipProgress(len(locked_names(self.lock.read_text(encoding="utf-8"))))
        code, output = run_quietly(command, guard, progress.take)
        progress.close()
        if code != 0:
            raise SetupError(explain_failure("installing the packages", output))

    def remove_unlisted(self, guard: int) -> None:
        """Uninstall what an earlier lock brought and this one no longer names."""
        listed = locked_names(self.lock.read_text(encoding="utf-8"))
        found = {normalised(path.name.split("-")[0]) for path in self.packages.glob("*.dist-info")}
        # setuptools may have come with the environment itself.
        surplus = sorted(found - listed - {"pip", "setuptools"})
        if surplus:
            run_quietly([self.python, "-m", "pip", "uninstall", "--yes", *surplus], guard)

    def lock_signature(self) -> str:
        """Return what identifies the lock file's content."""
        import hashlib

        try:
            return hashlib.sha256(self.lock.read_bytes()).hexdigest()
        except OSError as problem:
            raise SetupError(f"{self.lock.name} cannot be read ({problem.strerror}).") from problem

    def read_marker(self) -> "dict[str, Any]":
        """Return what the marker notes; nothing where there is none or it is damaged."""
        try:
            noted = json.loads(self.marker.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return noted if isinstance(noted, dict) else {}

    def write_marker(self, missing_libraries: "Iterable[str]") -> None:
        """Vouch for the environment as it is now; the last step of every set-up."""
        self.replace_marker(
            {
                "python": python_signature(),
                "lock": self.lock_signature(),
                "packages": sorted(path.name for path in self.packages.iterdir() if path.name != "__pycache__"),
                "missing_libraries": sorted(missing_libraries),
            }
        )

    def replace_marker(self, noted: "Mapping[str, Any]") -> None:
        """Write the marker in one step: it is there as a whole or not at all."""
        unfinished = self.marker.with_name("ready.part")
        unfinished.write_text(json.dumps(noted, indent=1), encoding="utf-8")
        unfinished.replace(self.marker)

    def note_missing_libraries(self, missing: "Iterable[str]") -> None:
        """Note which system libraries are missing, so that later starts look for these only."""
        noted = self.read_marker()
        if noted and sorted(missing) != noted.get("missing_libraries", []):
            # Only this one entry: vouching anew for the rest is for the process that holds the lock.
            self.replace_marker({**noted, "missing_libraries": sorted(missing)})

    def remind_of_missing_libraries(self) -> None:
        """Say what a window still lacks; the program goes on, since its command line needs none of it."""
        noted = self.read_marker().get("missing_libraries", [])
        if not noted:
            return
        missing = missing_libraries(noted)
        if missing:
            say(library_advice(missing))
        self.note_missing_libraries(missing)


def python_signature() -> str:
    """Return what identifies the Python an environment is made from.

    Without the third number: packages fit every 3.11, and two of them on one computer must not undo each other's work.
    """
    return f"{sys.implementation.cache_tag} {sys.platform}"


def require_venv_module() -> None:
    """Make sure that virtual environments can be made; Debian keeps the means in a package of its own."""
    import importlib.util

    def can_make() -> bool:
        importlib.invalidate_caches()
        return all(importlib.util.find_spec(name) for name in ("venv", "ensurepip"))

    if can_make():
        return
    if may_use_apt() and install_with_apt(["python3-venv"]) and can_make():
        return
    advice = f"type: {apt_line(['python3-venv'])}" if is_debian() else "install its venv and ensurepip modules."
    raise SetupError(f"this Python cannot make virtual environments; {advice}")


def locked_names(lock_text: str) -> "set[str]":
    """Return the normalised names of the packages in a lock file.

    >>> sorted(locked_names("Babel==2.18.0 \\\\\\n    --hash=sha256:00\\nsqlite_utils==4.2.1 ; os_name == 'nt'"))
    ['babel', 'sqlite-utils']
    """
    return {normalised(line.split("==")[0]) for line in lock_text.splitlines() if "==" in line and line[0].isalnum()}


def normalised(name: str) -> str:
    """Return a package name as the registry compares it.

    >>> normalised("Sqlite_Utils ")
    'sqlite-utils'
    """
    return name.strip().lower().replace("_", "-").replace(".", "-")


class PipProgress:
    """Counts the packages pip has found and shows the count on a terminal."""

    def __init__(self, total: int) -> None:
        """Expect `total` packages."""
        self.total = total
        self.found = 0
        self.shows = sys.stderr.isatty()

    def take(self, line: str) -> None:
        """Note one line of pip's output."""
        if line.startswith("Collecting "):
            self.found += 1
            self.show(f"{min(self.found, self.total)} of {self.total} packages")
        elif line.startswith("Installing collected packages"):
            self.show("unpacking …")

    def show(self, state: str) -> None:
        """Replace what the terminal shows."""
        if self.shows:
            print(f"\r  {state:<30}", end="", file=sys.stderr, flush=True)

    def close(self) -> None:
        """Leave the line of the count."""
        if self.shows:
            print(file=sys.stderr)


def run_quietly(
    command: "list[str]", guard: int, on_line: "Callable[[str], None] | None" = None
) -> "tuple[int, list[str]]":
    """Run a command without input; return its exit status and the last lines it wrote."""
    import collections
    import subprocess

    last_lines: "collections.deque[str]" = collections.deque(maxlen=40)
    # A user-wide "install into my home folder" makes pip refuse a virtual environment.
    environment = {**os.environ, "PIP_USER": "0", "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=environment,
        encoding="utf-8",
        errors="replace",
        pass_fds=(guard,) if os.name == "posix" else (),
    ) as process:
        assert process.stdout is not None  # asked for above
        for line in process.stdout:
            last_lines.append(line.rstrip())
            if on_line:
                on_line(line)
    return process.returncode, list(last_lines)


def explain_failure(doing: str, output: "list[str]") -> str:
    """Return one sentence on why a set-up step failed, after showing what the tool said if we do not know."""
    text = "\n".join(output)
    if "No space left on device" in text:
        return f"{doing} failed because the disk is full; make room and start again."
    if any(sign in text for sign in OFFLINE_SIGNS):
        return f"{doing} failed because the package index cannot be reached; connect to a network and start again."
    say("\n".join(output[-15:]))
    return f"{doing} failed; the last lines of its output stand above."


@contextmanager
def only_one_process(path: Path) -> "Iterator[int]":
    """Wait until no other process holds the lock at `path`, then hold it; gives the lock's file descriptor."""
    try:
        file = path.open("a+")
    except OSError as problem:
        raise SetupError(f"the repository folder cannot be written to ({problem.strerror}).") from problem
    with file:
        if not try_lock(file.fileno()):
            import time

            say("dev.py: another start is setting up the environment; waiting for it.")
            while not try_lock(file.fileno()):
                time.sleep(0.2)
        yield file.fileno()  # closing the file ends the lock, and so does the end of the process


def try_lock(descriptor: int) -> bool:
    """Take the lock on an open file if nobody else has it; say whether that went well."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


# --- system libraries -----------------------------------------------------------------------------------------------


def provide_libraries() -> "list[str]":
    """Install the libraries Qt lacks where we may, else say how to; return what is still missing."""
    missing = missing_libraries(QT_LIBRARIES)
    if missing and may_use_apt():
        install_with_apt([QT_LIBRARIES[name] for name in missing])
        missing = missing_libraries(missing)
    if missing:
        say(library_advice(missing))
    return missing


def provide_browser() -> None:
    """Install Chromium for the tests of the phone pages where we may; without it they are skipped and say so."""
    import shutil

    if not any(map(shutil.which, BROWSERS)) and may_use_apt():
        install_with_apt([BROWSERS[0]])


def missing_libraries(names: "Iterable[str]") -> "list[str]":
    """Return those of the shared libraries that the loader does not find; always none outside Linux."""
    if not sys.platform.startswith("linux"):
        return []
    return [name for name in names if not can_load(name)]


def can_load(library: str) -> bool:
    """Say whether the system's loader finds a shared library."""
    import ctypes

    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def library_advice(missing: "Sequence[str]") -> str:
    """Return what to tell someone whose system lacks libraries for Qt: on Debian the one line to type."""
    if is_debian():
        return f"dev.py: for a window, type: {apt_line([QT_LIBRARIES.get(name, name) for name in missing])}"
    return f"dev.py: for a window, install the packages that bring: {' '.join(missing)}"


def apt_line(packages: "Sequence[str]") -> str:
    """Return the command that installs Debian packages, to be typed as it is."""
    return f"sudo apt-get install -y {' '.join(packages)}"


def is_debian() -> bool:
    """Say whether this is Debian or one of its descendants, with apt-get at hand."""
    import platform
    import shutil

    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return False
    family = {release.get("ID", ""), *release.get("ID_LIKE", "").split()}
    return bool(family & {"debian", "ubuntu"}) and shutil.which("apt-get") is not None


def may_use_apt() -> bool:
    """Say whether we can install Debian packages without asking anyone."""
    return sys.platform.startswith("linux") and os.geteuid() == 0 and is_debian()


def install_with_apt(packages: "Sequence[str]") -> bool:
    """Install Debian packages; say whether that went well."""
    say(f"dev.py: installing system packages: {' '.join(packages)}")
    apt = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300", "-o", "Dpkg::Use-Pty=0"]
    install = [*apt, "install", "-y", "--no-install-recommends", *packages]
    # A new system knows no packages before its first update, and an update is slow where it is not needed.
    return run_detached(install) or (run_detached([*apt, "update"]) and run_detached(install))


def run_detached(command: "list[str]") -> bool:
    """Run a command whose output nobody needs; say whether it ended well.

    Its output goes nowhere rather than into a pipe: were this process killed, a broken pipe would stop dpkg
    half-way and leave the system's packages damaged.
    """
    import subprocess

    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    nowhere = subprocess.DEVNULL
    try:
        return subprocess.call(command, stdin=nowhere, stdout=nowhere, stderr=nowhere, env=environment) == 0
    except OSError:
        return False


# --- the lock -------------------------------------------------------------------------------------------------------


def lock(args: "list[str]") -> int:
    """Make requirements.lock anew from pyproject.toml, for all platforms and extras.

    Versions stay as they are unless pyproject.toml or ARGS (`--upgrade`, `--upgrade-package NAME`) say otherwise.
    The lock notes neither registry addresses nor folders: everyone installs from the registry they are set up for.
    """
    import shutil
    import tempfile

    require_venv_module()
    with only_one_process(ROOT / ".dev.lock") as guard, tempfile.TemporaryDirectory() as folder:
        draft = Path(folder, "requirements.lock")
        if LOCK_FILE.exists():
            shutil.copyfile(LOCK_FILE, draft)
        tool = install_locking_tool(Path(folder, "tool"), guard)
        say("dev.py: looking for versions that go together.")
        code, output = run_quietly([tool, *compile_arguments(draft), *args], guard)
        if code != 0:
            raise SetupError(explain_failure("making the lock", output))
        text = draft.read_text(encoding="utf-8")
        leaks = leaks_in(text)
        if leaks:
            raise SetupError(f"the new lock holds addresses or folders and was not kept: {leaks[0].strip()}")
        unfinished = LOCK_FILE.with_suffix(".part")
        unfinished.write_text(text, encoding="utf-8", newline="\n")
        unfinished.replace(LOCK_FILE)
    say(f"dev.py: {LOCK_FILE.name} names {len(locked_names(text))} packages.")
    return 0


def install_locking_tool(folder: Path, guard: int) -> str:
    """Put uv into an environment of its own and return its path; the project itself does not need it."""
    tool_environment = Environment(folder, LOCK_FILE)
    tool_environment.create(guard)
    command = [tool_environment.python, "-m", "pip", "install", "--quiet", "--no-input", LOCKING_TOOL]
    code, output = run_quietly(command, guard)
    if code != 0:
        raise SetupError(explain_failure("installing uv", output))
    return str(Path(tool_environment.python).with_name("uv"))


def compile_arguments(target: Path) -> "list[str]":
    """Return uv's arguments for a lock that holds on every platform and says nothing about this machine."""
    return [
        *("--no-config", "pip", "compile", str(ROOT / "pyproject.toml"), "--all-extras"),
        *("--universal", "--python-version", ".".join(map(str, MINIMUM_PYTHON))),
        # One version of each package for all Pythons, so that everybody sees the same results.
        *("--fork-strategy", "fewest"),
        *("--generate-hashes", "--no-header", "--no-annotate"),
        *("--no-emit-index-url", "--no-emit-find-links", "--output-file", str(target), "--quiet"),
    ]


def leaks_in(lock_text: str) -> "list[str]":
    """Return the lines of a lock that are neither a pinned version nor a hash."""
    return [line for line in lock_text.splitlines() if not is_pin(line) and not is_hash(line)]


def is_pin(line: str) -> bool:
    """Say whether a line of a lock names one version of one package and nothing else."""
    name, separator, _ = line.partition("==")
    return bool(separator) and name.replace("-", "").replace("_", "").replace(".", "").isalnum() and "/" not in line


def is_hash(line: str) -> bool:
    """Say whether a line of a lock is a file's hash."""
    return line.startswith("    --hash=sha256:") and line[18:].rstrip(" \\").isalnum()


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
