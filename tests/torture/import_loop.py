"""What the import torture runs: one returned form after another, each by the real command, until somebody kills it.

    python import_loop.py FILE            makes FILE if needed and prints ACK n once the command that took form n is done
    python import_loop.py FILE --list     prints HAVE n for each form that FILE holds whole

Every command opens the file, makes a backup, reads the form in a process of its own, stores it as one change and closes
the file: the kills land in all of these.
"""

from __future__ import annotations

import itertools
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from fastmap.assessment import Assessment
from fastmap.changes import SaveMembers
from fastmap.model.organisations import Cluster, Member
from tests.support.many_forms import code_of, write_many
from tests.support.returned_forms import FULL

FORMS = 400
_NEEDS = sum(key.endswith("_skill") and key.startswith("need_") for key in FULL)


def main() -> None:
    """Run the loop, or list what the file holds."""
    path = Path(sys.argv[1])
    if "--list" in sys.argv:
        for n in taken(path):
            print("HAVE", n)
        return
    if not path.exists():
        make(path)
    from ui.cli.collect import import_command

    # The command's own words would stand between the lines that are counted.
    acknowledged = os.fdopen(os.dup(1), "w")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    folder = forms_of(path)
    for n in itertools.count(max(taken(path), default=0) + 1):
        form = folder / f"{code_of(n)}.xlsx"
        status = import_command.main([str(path), str(form)], standalone_mode=False)
        if status not in (None, 0):
            raise SystemExit(f"the import of form {n} ended with {status}")
        print("ACK", n, file=acknowledged, flush=True)


def taken(path: Path) -> list[int]:
    """Return the numbers of the forms that are in the file with all their needs; a part of one is a mistake."""
    with Assessment.open(path, read_only=True) as assessment:
        responses = assessment.snapshot().responses
    assert all(len(response.needs) == _NEEDS for response in responses), "a form was taken in part"
    return [int(str(response.member)[1:]) for response in responses]


def make(path: Path) -> None:
    """Make the file under another name first: a kill before the members are in would leave it without any."""
    draft = path.with_name(f"making-{os.getpid()}.fastmap")
    with Assessment.create(draft, cluster=Cluster(name="Import loop", country="ES"), round_label="1") as assessment:
        assessment.apply(
            # The forms say this name beside each code, and the two have to agree.
            SaveMembers(members=tuple(Member(code=code_of(n), name="Taller") for n in range(FORMS)))
        )
    draft.rename(path)


def forms_of(path: Path) -> Path:
    """Return the folder with the forms of this file's assessment, written once and kept outside the folder of the file."""
    with Assessment.open(path, read_only=True) as assessment:
        identity = assessment.snapshot().info.id
    folder = Path(os.environ["TORTURE_FORMS"]) / identity
    if not folder.exists():
        draft = folder.with_name(f"{identity}.{os.getpid()}")
        draft.mkdir(parents=True)
        write_many(draft, FORMS, assessment=identity)
        draft.rename(folder)
    return folder


if __name__ == "__main__":
    main()
