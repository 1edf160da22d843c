"""What the torture tests run: one durable edit after another until somebody kills it.

    python edit_loop_driver.py FILE            makes FILE if needed and prints ACK n after each saved edit
    python edit_loop_driver.py FILE --list     prints HAVE n for each edit in FILE

Besides the numbered edit, every seventh change saves or removes members, so that rows come and go and pages are freed.
"""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from fastmap.assessment import Assessment
from fastmap.changes import Change, RemoveMembers, SaveMembers
from fastmap.model.ids import MemberCode
from fastmap.model.organisations import Cluster, Contact, Member

CODES = tuple(MemberCode(f"M{number:03}") for number in range(1, 41))


def main() -> None:
    """Run the loop, or list what the file holds."""
    path = Path(sys.argv[1])
    if "--list" in sys.argv:
        with Assessment.open(path, read_only=True) as assessment:
            for n in assessment.edits():
                print("HAVE", n)
        return
    if not path.exists():
        Assessment.create(path, cluster=Cluster(name="Driver", country="ES"), round_label="1").close()
    with Assessment.open(path) as assessment:
        for n in itertools.count(max(assessment.edits(), default=0) + 1):
            if n % 7 == 0:
                assessment.apply(_other_change(n))
            assessment.record_edit(n)
            print("ACK", n, flush=True)


def _other_change(n: int) -> Change:
    if n % 14 == 0:
        return RemoveMembers(codes=CODES)
    return SaveMembers(
        members=tuple(Member(code=code, name=f"{code} of edit {n}", activity="x" * (n % 900)) for code in CODES),
        contacts=tuple(Contact(member=code, name=f"Person {n}") for code in CODES),
    )


if __name__ == "__main__":
    main()
