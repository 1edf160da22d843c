"""New ids in the file's own series: P001, P002 … without giving one twice (decision record 0277)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, count

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
    earlier = snapshot.earlier
    members = (*snapshot.members, *(earlier.members if earlier else ()))
    others = (*snapshot.partners, *snapshot.actions, *(earlier.actions if earlier else ()))
    return next_ids(letter, chain(snapshot.used_ids, (one.code for one in members), (one.id for one in others)))
