"""Who is missing among the answers: sizes, activities and regions that answered less than their share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import pandas as pd

from fastmap.analysis.quality import UNKNOWN_STRATUM
from fastmap.catalogue.definitions import Rules
from fastmap.model.ids import MemberCode, SkillUri
from fastmap.model.organisations import Member
from fastmap.model.representation import MissingClass, ReachShift, Representation
from fastmap.model.results import Quality, SkillResult, Stratum


def representation_of(
    quality: Quality,
    members: Sequence[Member],
    demand: pd.DataFrame,
    *,
    skills: Sequence[SkillResult],
    answered: Sequence[MemberCode],
    rules: Rules,
) -> Representation:
    """Return the classes that are missing, and the skill at the top whose reach depends most on a missing size."""
    missing = missing_classes(quality, rules)
    top = [item for item in skills if item.ranking.rank is not None and item.ranking.rank <= rules.top_k]
    by_size = any(item.slicing == "size" for item in missing)
    return Representation(
        missing=missing,
        shift=_largest_shift(top, members, demand, frozenset(answered)) if by_size and top else None,
    )


def missing_classes(quality: Quality, rules: Rules, *, skipped: Iterable[str] = ()) -> tuple[MissingClass, ...]:
    """Return the slices of ``quality`` with at least ``warn_missing`` answers fewer than their share would give.

    Shares are those among members of a known slice. Made of nothing but the slices, so that an anonymous edition can use
    its own. ``skipped``: keys of slices that name nobody; they count, and are not told.
    """
    slicings = {"size": quality.by_size, "activity": quality.by_activity, "region": quality.by_region}
    return tuple(
        item
        for slicing, strata in slicings.items()
        for item in _missing(slicing, strata, frozenset(skipped), rules.warn_missing)
    )


def _missing(slicing: str, strata: Sequence[Stratum], skipped: frozenset[str], least: float) -> list[MissingClass]:
    known = [item for item in strata if item.key != UNKNOWN_STRATUM]
    members, answered = sum(item.members for item in known), sum(item.answered for item in known)
    if not answered:
        return []
    classes = (
        MissingClass(
            slicing=slicing,
            key=item.key,
            members=item.members,
            answered=item.answered,
            expected=item.members * answered / members,
        )
        for item in known
        if item.key not in skipped
    )
    found = [item for item in classes if item.expected - item.answered >= least]
    return sorted(found, key=lambda item: (item.answered - item.expected, item.key))


def _largest_shift(
    top: Sequence[SkillResult], members: Sequence[Member], demand: pd.DataFrame, answered: frozenset[MemberCode]
) -> ReachShift | None:
    sizes = {member.code: str(member.kind) for member in members if member.kind is not None}
    everybody, heard = Counter(sizes.values()), Counter(size for code, size in sizes.items() if code in answered)
    weights = {code: everybody[size] / heard[size] for code, size in sizes.items() if code in answered}
    if not weights:
        return None
    named: dict[str, frozenset[MemberCode]] = {
        str(uri): frozenset(rows["member"]) for uri, rows in demand.groupby("skill", sort=False)
    }
    shifts = list(_shifts([item.uri for item in top], named, weights))
    # Ties go to the better ranked one: the first.
    return max(shifts, key=lambda item: round(abs(item.weighted - item.reach), 6))


def _shifts(
    uris: Iterable[SkillUri], named: Mapping[str, frozenset[MemberCode]], weights: Mapping[MemberCode, float]
) -> Iterator[ReachShift]:
    """Yield reach and weighted reach over the members whose size is known."""
    whole = sum(weights.values())
    for uri in uris:
        users = [code for code in weights if code in named.get(uri, ())]
        yield ReachShift(
            skill=uri, reach=len(users) / len(weights), weighted=sum(weights[code] for code in users) / whole
        )
