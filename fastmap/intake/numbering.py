"""New ids in the file's own series: P001, P002 … without giving one twice (decision record 0277)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

from fastmap.model.snapshot import Snapshot


def next_ids(letter: str, taken: Iterable[str]) -> Iterator[str]:
    """Yield free ids of the series ``letter``, lowest first.

    >>> ids = next_ids("P", ["P001", "P003"])
    >>> next(ids), next(ids)
    ('P002', 'P004')
    """
    used = {one.casefold() for one in taken}
    return (one for number in count(1) if (one := f"{letter}{number:03d}").casefold() not in used)


def unused_ids(letter: str, snapshot: Snapshot) -> Iterator[str]:
    """Yield ids of the series ``letter`` that no member, partner or action has or had, in this file or the round before.

    Whoever got the number of one that left would be taken for it: its needs of the last round, its state, its place in
    a decision.
    """
    taken: list[str] = [*snapshot.used_ids, *(member.code for member in snapshot.members)]
    taken += [*(partner.id for partner in snapshot.partners), *(action.id for action in snapshot.actions)]
    if snapshot.earlier is not None:
        taken += [member.code for member in snapshot.earlier.members]
        taken += [action.id for action in snapshot.earlier.actions]
    return next_ids(letter, taken)
