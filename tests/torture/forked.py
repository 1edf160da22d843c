"""Running a step in a process of its own that may die there: at its k-th call of the system, say.

The child is a fork, so it begins within milliseconds, and what it does is seen by the parent only through the disk and
through the lines it tells – as with a program that a power switch ends.
"""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass

_FILE_EVENTS = ("open", "os.", "sqlite3.connect", "shutil.")


@dataclass(frozen=True, slots=True)
class Ended:
    """How a child ended: killed (by which signal), or by itself with a status; and the lines it told."""

    signal: int
    status: int
    told: tuple[str, ...]

    @property
    def was_killed(self) -> bool:
        return self.signal == signal.SIGKILL

    @property
    def crashed(self) -> bool:
        """Whether it died of something that nobody sent, or of a mistake of ours."""
        return self.signal not in (0, signal.SIGKILL) or (self.signal == 0 and self.status != 0)


def forked(step: Callable[[Callable[[object], None]], None]) -> Ended:
    """Run ``step(tell)`` in a fork and wait for its end."""
    inlet, outlet = os.pipe()
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        os.close(inlet)
        status = 1
        try:
            step(lambda line: os.write(outlet, f"{line}\n".encode()) and None)
            status = 0
        except BaseException:  # noqa: BLE001 - the child's last words; its status tells the parent
            traceback.print_exc()
        finally:
            os._exit(status)
    os.close(outlet)
    with os.fdopen(inlet, "rb") as pipe:
        told = tuple(pipe.read().decode().splitlines())
    _, code = os.waitpid(child, 0)
    return Ended(os.WTERMSIG(code) if os.WIFSIGNALED(code) else 0, os.WEXITSTATUS(code), told)


def die() -> None:
    """End this process as a power switch would: nothing is tidied up."""
    os.kill(os.getpid(), signal.SIGKILL)


def die_at_file_event(number: int) -> None:
    """Die just before the ``number``-th time from now on that Python touches a file, counted from 1."""
    left = number

    def watch(event: str, _: object) -> None:
        nonlocal left
        if event.startswith(_FILE_EVENTS):
            left -= 1
            if left == 0:
                die()

    sys.addaudithook(watch)
