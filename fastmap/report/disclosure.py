"""Counting rules of an anonymous edition: which counts may stand in a table, and which must be taken together.

A count may be told if it rests on nobody or on at least k members *and* the rest of its base does too: "22 of 25" also
tells about three. Instead of holes that a total would fill again, small classes are taken together until every count
in the table is large enough; nothing is then hidden that a margin could give away (decision record 0061).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from math import floor
from typing import Final

from fastmap.model.results import Stratum
from fastmap.report.strata import NOT_GIVEN_KEY, TAKEN_TOGETHER, TOGETHER


def is_small(count: int, k: int) -> bool:
    """Say whether ``count`` members are too few to be told of: more than none, fewer than k."""
    return 0 < count < k


def may_tell(count: int, base: int, k: int) -> bool:
    """Say whether "``count`` of ``base`` members" may be told: neither part is small.

    >>> may_tell(6, 25, 5), may_tell(3, 25, 5), may_tell(22, 25, 5), may_tell(25, 25, 5)
    (True, False, False, True)
    """
    return not is_small(count, k) and not is_small(base - count, k)


def sum_may_be_told(values: Iterable[float], k: int, within: float) -> bool:
    """Say whether a sum of figures, one per member, tells about no member: none is above 0, or enough are.

    Blanks (NaN) and zeros add nothing, so who gave them is no cover for the others. The second largest knows its own
    figure: what the others add must hide the largest one by more than ``within`` of it (the p% rule).

    >>> [sum_may_be_told(values, 5, 0.1) for values in ([0] * 5, [0] * 5 + [80], [80, 1, 1, 1, 1], [9, 4, 3, 2, 1])]
    [True, False, False, True]
    """
    given = sorted((value for value in values if value > 0), reverse=True)
    return not given or (not is_small(len(given), k) and sum(given[2:]) > within * given[0])


def coarse(value: float, base: int, k: int) -> float:
    """Return a mean or rate over ``base`` members so coarse that no count behind it can be read from it.

    Of 5 members "0.8" would be four, and so tell about the fifth. Steps are halves below 2 k members, quarters below
    4 k, tenths from there.

    >>> coarse(0.8, 5, 5), coarse(0.3, 12, 5), coarse(0.857, 35, 5)
    (1.0, 0.25, 0.9)
    """
    steps = 2 if base < 2 * k else 4 if base < 4 * k else 10
    # Halves go up: rounding to even would leave more values that only one count can give.
    return floor(value * steps + 0.5) / steps


def together(counts: Mapping[str, int], total: int, k: int) -> dict[str, int]:
    """Return ``counts`` of disjoint answers with small ones taken together under `TAKEN_TOGETHER`.

    ``total``: members asked; those in none of the classes count as a class of their own, which is left out of the
    result where it could be told (readers can subtract it), and taken together with others where not. Empty if
    everything would have to be taken together.

    >>> together({"time": 9, "cost": 6, "distance": 2, "offer": 3}, 25, 5)
    {'time': 9, 'cost': 6, 'taken_together': 5}
    """
    classes = {**counts, NOT_GIVEN_KEY: total - sum(counts.values())}
    small = {key for key, count in classes.items() if is_small(count, k)}
    absorbed: set[str] = {TAKEN_TOGETHER} - small if small and TAKEN_TOGETHER in classes else set()
    while _gives_away([classes[key] for key in small], [classes[key] for key in absorbed], k):
        rest = [key for key, count in classes.items() if key not in small | absorbed and count]
        if not rest:
            return {}
        absorbed.add(min(rest, key=lambda key: (classes[key], key)))
    merged = small | absorbed
    told = {key: count for key, count in classes.items() if key not in merged and key != NOT_GIVEN_KEY}
    if not merged:
        return told
    if not told and all(key in merged or not count for key, count in classes.items()):
        return {}
    return {**told, TAKEN_TOGETHER: sum(classes[key] for key in merged)}


def together_at_all(counts: Mapping[str, int], total: int, steps: Iterable[int]) -> dict[str, int]:
    """Return ``counts`` taken together for each k of ``steps`` in turn, so that tables of two editions never cross."""
    found = dict(counts)
    for k in steps:
        found = together(found, total, k)
    return found


def _gives_away(small: list[int], absorbed: list[int], k: int) -> bool:
    """Say whether the sum of classes tells about fewer than k members, or each of the small ones.

    Who knows the rule knows that every class that was taken in is at least k: of 6 = 1 + 5 nothing would be hidden.
    """
    total = sum(small) + sum(absorbed)
    return is_small(total, k) or (bool(small and absorbed) and total - k * len(absorbed) <= len(small))


def strata_together(strata: Iterable[Stratum], k: int, *, name_parts: bool) -> tuple[Stratum, ...]:
    """Return slices of the membership of which none tells about fewer than k members.

    In every slice members who answered and members who did not are nobody or at least k; slices that fail are taken
    together, and absorb the smallest of the others until they pass. ``name_parts``: the key lists what was taken
    together (sizes, which everybody knows) or does not (activities in somebody's words). Empty if only the total would
    be left. Headcounts are left out: one large firm can be most of a sum.
    """
    slices = list(strata)
    failing = [item for item in slices if not _tells_enough(item, k)]
    if failing:  # what was taken together before has no name to stand apart with
        failing = [item for item in slices if item in failing or item.key == TAKEN_TOGETHER]
    passing = sorted((item for item in slices if item not in failing), key=lambda item: (-item.members, item.key))
    while failing and not _tells_enough(_sum(failing, name_parts=name_parts), k):
        if not passing:
            return ()
        failing.append(passing.pop())
    if failing and not passing:
        return ()
    kept = [_bare(item) for item in slices if item in passing]
    ordered = [item for item in slices if item in failing]
    return (*kept, _sum(ordered, name_parts=name_parts)) if ordered else tuple(kept)


def strata_at_all(strata: Iterable[Stratum], steps: Iterable[int], *, name_parts: bool) -> tuple[Stratum, ...]:
    """Return slices taken together for each k of ``steps`` in turn, so that tables of two editions never cross."""
    found = tuple(strata)
    for k in steps:
        found = strata_together(found, k, name_parts=name_parts)
    return found


def regrouped(strata: Iterable[Stratum], key_of: Callable[[str], str]) -> tuple[Stratum, ...]:
    """Return slices joined where ``key_of`` gives them the same key, in the order in which the keys first come."""
    joined: dict[str, list[Stratum]] = {}
    for item in strata:
        joined.setdefault(key_of(item.key), []).append(item)
    return tuple(replace(_sum(items, name_parts=False), key=key) for key, items in joined.items())


def _tells_enough(item: Stratum, k: int) -> bool:
    return may_tell(item.answered, item.members, k)


def _sum(items: list[Stratum], *, name_parts: bool) -> Stratum:
    return _bare(
        Stratum(
            key=TOGETHER.join(item.key for item in items) if name_parts else TAKEN_TOGETHER,
            members=sum(item.members for item in items),
            asked=0,
            answered=sum(item.answered for item in items),
            headcount=None,
            headcount_answered=None,
        )
    )


def _bare(item: Stratum) -> Stratum:
    return replace(item, asked=NOT_TOLD, headcount=None, headcount_answered=None)


NOT_TOLD: Final[int] = None  # type: ignore[assignment]  # loud, not wrong: 0 would say "nobody", and arithmetic must fail
"""Stands in whole-number fields of anonymised results for a count that is withheld; JSON shows ``null``."""
