"""Making `requirements.lock` anew."""

from pathlib import Path

from tools.environment import MINIMUM_PYTHON, Environment
from tools.installing import explain_failure, run_quietly
from tools.lock_file import leaks_in, locked_names
from tools.one_process import GUARD, only_one_process
from tools.system_packages import require_venv_module
from tools.telling import SetupError, say

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

LOCKING_TOOL = "uv>=0.13,<1"


def make_lock(root: Path, args: "Sequence[str]") -> None:
    """Make the lock of a repository anew from its pyproject.toml, for all platforms and extras.

    Versions stay as they are unless pyproject.toml or `args` (`--upgrade`, `--upgrade-package NAME`) say otherwise.
    The lock notes neither registry addresses nor folders: everyone installs from the registry they are set up for.
    """
    import shutil
    import tempfile

    lock = root / "requirements.lock"
    require_venv_module()
    with only_one_process(root / GUARD) as guard, tempfile.TemporaryDirectory() as folder:
        draft = Path(folder, lock.name)
        if lock.exists():
            shutil.copyfile(lock, draft)
        tool = install_locking_tool(Environment(Path(folder, "tool"), lock), guard)
        say("dev.py: looking for versions that go together.")
        code, output = run_quietly([tool, *compile_arguments(root / "pyproject.toml", draft), *args], guard)
        if code != 0:
            raise SetupError(explain_failure("making the lock", output))
        text = draft.read_text(encoding="utf-8")
        leaks = leaks_in(text)
        if leaks:
            raise SetupError(f"the new lock holds addresses or folders and was not kept: {leaks[0].strip()}")
        unfinished = lock.with_suffix(".part")
        unfinished.write_text(text, encoding="utf-8", newline="\n")
        unfinished.replace(lock)
    say(f"dev.py: {lock.name} names {len(locked_names(text))} packages.")


def install_locking_tool(environment: Environment, guard: int) -> str:
    """Put uv into an environment of its own and return its path; the project itself does not need it."""
    environment.create(guard)
    command = [environment.python, "-m", "pip", "install", "--quiet", "--no-input", LOCKING_TOOL]
    code, output = run_quietly(command, guard)
    if code != 0:
        raise SetupError(explain_failure("installing uv", output))
    return str(Path(environment.python).with_name("uv"))


def compile_arguments(project: Path, target: Path) -> "list[str]":
    """Return uv's arguments for a lock that holds on every platform and says nothing about this machine."""
    return [
        *("--no-config", "pip", "compile", str(project), "--all-extras"),
        *("--universal", "--python-version", ".".join(map(str, MINIMUM_PYTHON))),
        # One version of each package for all Pythons, so that everybody sees the same results.
        *("--fork-strategy", "fewest"),
        *("--generate-hashes", "--no-header", "--no-annotate"),
        *("--no-emit-index-url", "--no-emit-find-links", "--output-file", str(target), "--quiet"),
    ]
