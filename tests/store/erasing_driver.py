"""Begin an erasure and die in the middle of it: FILE, code, kill point; for `test_erasing_interrupted`."""

import os
import signal
import sys

from fastmap.assessment import Assessment
from fastmap.model.erasure import Erasure, ErasureKind
from fastmap.store import erasing, erasing_elsewhere, erasing_file
from fastmap.store.opening import OpenFile

# Place in the program → how many calls of it still end well.
KILL_POINTS = {
    "mark": (erasing_file, "refuse_without_room", 0),
    "transaction": (erasing, "erase_in", 0),
    "committed": (erasing_file, "_finish", 0),
    "first backup": (erasing_elsewhere, "place_over", 0),
    "second backup": (erasing_elsewhere, "place_over", 1),
    "remembered": (erasing_elsewhere, "_forget", 0),
    "rebuilding": (OpenFile, "rebuild", 0),
    "mark left": (erasing_file, "_remove_mark", 0),
}


def main(file: str, code: str, point: str) -> None:
    owner, name, calls = KILL_POINTS[point]
    real, left = getattr(owner, name), [calls]

    def deadly(*args, **kwargs):
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        left[0] -= 1
        return real(*args, **kwargs)

    with Assessment.open(file) as assessment:
        setattr(owner, name, deadly)
        assessment.erase(Erasure(kind=ErasureKind.CONTACT, key=code), placeholder="[erased]")


if __name__ == "__main__":
    main(*sys.argv[1:])
