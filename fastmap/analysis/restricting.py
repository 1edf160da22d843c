"""A look at some of the members only: what the analysis would say if nobody else had been asked.

A view, never stored: reports are made from everybody. Partners and their offers stay, because places serve everybody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from fastmap.model.normalise import text_key
from fastmap.model.organisations import Member
from fastmap.model.snapshot import Snapshot


class Sort(StrEnum):
    """What a member is, its size aside."""

    FIRM = "firm"
    START_UP = "start_up"
    RTO = "rto"
    VET = "vet"
    UNIVERSITY = "university"
    PUBLIC = "public"
    OTHER = "other"


class Size(StrEnum):
    """Size class by people (European Union: under 10, 50, 250)."""

    MICRO = "micro"
    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


_UNDER = ((10, Size.MICRO), (50, Size.SMALL), (250, Size.MEDIUM))


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberFilter:
    """Which members are looked at; ``None`` and "" ask nothing."""

    sort: Sort | None = None
    size: Size | None = None
    activity: str = ""
    """Key of an activity, as `Choices` gives it."""
    place: str = ""
    """Beginning of a NUTS code."""

    def __bool__(self) -> bool:
        """Whether anything is asked."""
        return any((self.sort, self.size, self.activity, self.place))

    def passes(self, member: Member) -> bool:
        """Say whether ``member`` is looked at. What is not recorded of a member passes no question about it."""
        return (
            (self.sort is None or sort_of(member) is self.sort)
            and (self.size is None or size_of(member) is self.size)
            and (not self.activity or text_key(member.activity or "") == self.activity)
            and (member.nuts or "").upper().startswith(self.place)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What a filter can ask of the members of an assessment, with how many members each choice has."""

    sorts: tuple[tuple[Sort, int], ...]
    sizes: tuple[tuple[Size, int], ...]
    activities: tuple[tuple[str, str, int], ...]
    """Key, words as most members write them, members."""
    places: tuple[tuple[str, int], ...]
    """NUTS codes of every level that occur, large regions before the small ones inside them."""


def sort_of(member: Member) -> Sort | None:
    """Return what ``member`` is, or ``None`` while its kind is not recorded."""
    if member.kind is None:
        return None
    return Sort.FIRM if member.kind.value in set(Size) else Sort(member.kind.value)


def size_of(member: Member) -> Size | None:
    """Return the size class by headcount; of firms without one by their kind; else ``None``."""
    if member.headcount is not None:
        return next((size for under, size in _UNDER if member.headcount < under), Size.LARGE)
    if member.kind is not None and member.kind.value in set(Size):
        return Size(member.kind.value)
    return None


def choices_for(members: Iterable[Member]) -> Choices:
    """Return what can be asked of ``members``."""
    known = tuple(members)
    sorts = Counter(sort for member in known if (sort := sort_of(member)))
    sizes = Counter(size for member in known if (size := size_of(member)))
    written = Counter(member.activity for member in known if member.activity)
    activities: Counter[str] = Counter()
    words: dict[str, str] = {}
    for activity, count in sorted(written.items(), key=lambda entry: (-entry[1], entry[0])):
        activities[text_key(activity)] += count
        words.setdefault(text_key(activity), activity)
    places: Counter[str] = Counter()
    for member in known:
        code = (member.nuts or "").upper()
        places.update(code[:length] for length in range(2, len(code) + 1))
    return Choices(
        sorts=tuple((sort, sorts[sort]) for sort in Sort if sorts[sort]),
        sizes=tuple((size, sizes[size]) for size in Size if sizes[size]),
        activities=tuple(
            (key, words[key], count) for key, count in sorted(activities.items(), key=lambda entry: words[entry[0]])
        ),
        places=tuple(sorted(places.items())),
    )


def restricted(snapshot: Snapshot, wanted: MemberFilter) -> Snapshot:
    """Return ``snapshot`` as if only the members that pass ``wanted`` had been asked.

    Skills, their names and marks, partners, offers, verdicts set by hand and weights stay. The round before does not: it
    was asked of everybody.
    """
    if not wanted:
        return snapshot
    members = tuple(member for member in snapshot.members if wanted.passes(member))
    codes = {member.code for member in members}
    return replace(
        snapshot,
        members=members,
        responses=tuple(response for response in snapshot.responses if response.member in codes),
        ties=tuple(tie for tie in snapshot.ties if tie.member is None or tie.member in codes),
        earlier=None,
    )
