"""The environment in `.venv`, which holds exactly what `requirements.lock` says.

The marker `.venv/ready` is written last and names the lock and the Python it was made from. Whatever does not fit the
marker is made anew, so a set-up killed half-way heals at the next start; where it fits, nothing is done at all.
"""

import json
import os
import sys
from pathlib import Path

from tools.installing import PipProgress, explain_failure, run_quietly
from tools.lock_file import locked_names, normalised
from tools.one_process import GUARD, only_one_process
from tools.system_packages import library_advice, missing_libraries, provide_libraries, require_venv_module
from tools.telling import SetupError, say

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

MINIMUM_PYTHON = (3, 11)


def environment_of(root: Path) -> "Environment":
    """Return the environment of the repository at `root`, whether it is there or not."""
    return Environment(root / ".venv", root / "requirements.lock")


def ready_environment(root: Path) -> "Environment":
    """Return the environment of a repository, made or repaired if need be; only one process at a time does that."""
    environment = environment_of(root)
    if environment.is_ready():
        environment.remind_of_missing_libraries()
        return environment
    with only_one_process(root / GUARD) as guard:
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
