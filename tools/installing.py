"""Running pip and the like quietly: their progress, and one sentence where they fail."""

import os
import sys

from tools.telling import say

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

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


def explain_failure(doing: str, output: "list[str]") -> str:
    """Return one sentence on why a set-up step failed, after showing what the tool said if we do not know."""
    text = "\n".join(output)
    if "No space left on device" in text:
        return f"{doing} failed because the disk is full; make room and start again."
    if any(sign in text for sign in OFFLINE_SIGNS):
        return f"{doing} failed because the package index cannot be reached; connect to a network and start again."
    say("\n".join(output[-15:]))
    return f"{doing} failed; the last lines of its output stand above."
