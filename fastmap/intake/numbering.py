"""New ids in the file's own series: P001, P002 … without using one twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count


def next_ids(letter: str, taken: Iterable[str]) -> Iterator[str]:
    """Yield free ids of the series ``letter``, lowest first.

    >>> ids = next_ids("P", ["P001", "P003"])
    >>> next(ids), next(ids)
    ('P002', 'P004')
    """
    used = {one.casefold() for one in taken}
    return (one for number in count(1) if (one := f"{letter}{number:03d}").casefold() not in used)
