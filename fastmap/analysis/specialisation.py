"""Need by kind of skill, and by the smart-specialisation priority that a member's activity belongs to.

An activity says something about a priority only where that priority bears the name of a part of NACE (`codes.toml`,
``sector_parts``; decision record 0264). Horizontal priorities, such as key enabling technologies, are left open.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import pandas as pd

from fastmap.model.choices import SkillKind
from fastmap.model.ids import MemberCode, SkillUri
from fastmap.model.organisations import Member
from fastmap.model.results import SkillResult
from fastmap.model.snapshot import Snapshot
from fastmap.model.specialisation import NOT_RECORDED, OTHER, KindNeed, Part, PriorityNeed, Specialisation

LEADING: Final = 3
_NACE: Final = re.compile(r"[A-V](\d\d)(?:\.?(\d))?\d?\b|(\d\d)\.(\d)\d?\b|(\d\d)(\d)?\d?$")
"""A code at the beginning ("C25 Metal products", "25.6 Forging"), or nothing but digits: "25 years" is no code."""
_SECTIONS: Final = {"A": "01", "B": "05", "C": "10", "D": "35", "E": "36", "F": "41", "G": "46", "H": "49", "I": "55"}
"""A letter alone → a division of that section. From J on, letters mean other sections in NACE 2 than in NACE 2.1."""


def specialisation_of(
    snapshot: Snapshot,
    demand: pd.DataFrame,
    *,
    skills: Sequence[SkillResult],
    groups: Sequence[SkillResult],
    answered: Sequence[MemberCode],
    parts: Mapping[str, Sequence[str]],
) -> Specialisation:
    """Return the need by kind and by priority.

    ``demand``: `frames.DEMAND` of the skills; ``parts``: S3 priority → parts of NACE that bear its name.
    """
    priorities = [key for key in snapshot.cluster.sectors if parts.get(key)]
    return Specialisation(
        by_kind=needs_by_kind(skills, groups, answered=len(answered)),
        by_priority=tuple(
            _by_priority(snapshot, demand, skills, frozenset(answered), {key: parts[key] for key in priorities})
        ),
        untold=tuple(key for key in snapshot.cluster.sectors if key not in priorities),
    )


# --- kinds ----------------------------------------------------------------------------------------------------------------


def needs_by_kind(
    skills: Sequence[SkillResult], groups: Sequence[SkillResult], *, answered: int | None
) -> tuple[KindNeed, ...]:
    """Return the need by kind, made of nothing but the figures of ``skills`` and ``groups``.

    ``answered``: members that answered; ``None`` in an anonymous edition, which does not know who named what: firms are
    then not told, and people are the sum of the figures that the edition shows.
    """
    # Protected figures are ``None`` where they are withheld: such a skill was named, or it would not be shown.
    named = [item for item in skills if item.quantities.users != 0]
    every = _people(named)
    needs = [_kind(kind, named, groups, answered, every) for kind in (*SkillKind, None)]
    return tuple(
        sorted((need for need in needs if need.skills), key=lambda need: (need.kind is None, -(need.short_12m or 0)))
    )


def _kind(
    kind: SkillKind | None,
    named: Sequence[SkillResult],
    groups: Sequence[SkillResult],
    answered: int | None,
    every: int | None,
) -> KindNeed:
    inside = [item for item in named if item.kind is kind]
    ranked = [item for item in inside if item.ranking.rank is not None]
    uris = {item.uri for item in inside}
    whole = [
        group for group in groups if group.ranking.rank is not None and group.skills and uris.issuperset(group.skills)
    ]
    firms = None if answered is None else len({member for item in inside for member in item.members})
    people = _people(inside)
    return KindNeed(
        kind=kind,
        skills=len(inside),
        ranked=len(ranked),
        firms=firms,
        firms_share=firms / answered if firms is not None and answered else None,
        short_12m=people,
        people_share=people / every if people is not None and every else None,
        leading=tuple(item.uri for item in (ranked or whole)[:LEADING]),
    )


def _people(items: Iterable[SkillResult]) -> int | None:
    known = [item.quantities.short_12m for item in items if item.quantities.short_12m is not None]
    return sum(known) if known else None


# --- priorities -----------------------------------------------------------------------------------------------------------


def nace_digits(activity: str | None) -> str | None:
    """Return the digits of the NACE division or group that an activity begins with, ``None`` if it gives no code.

    >>> [nace_digits(text) for text in ("C25 Metal products", "30.30", "C", "K", "25 years of welding", None)]
    ['25', '303', '10', None, None, None]
    """
    text = (activity or "").strip()
    if match := _NACE.match(text):
        return "".join(part for part in match.groups() if part)
    return _SECTIONS.get(text)


def priorities_of(activity: str | None, parts: Mapping[str, Sequence[str]]) -> tuple[str, ...] | None:
    """Return the priorities that an activity belongs to; ``None`` if it gives no code.

    >>> priorities_of("C30.3 Aircraft", {"manufacturing": ["10-33"], "aeronautics_space": ["30.3", "51"]})
    ('manufacturing', 'aeronautics_space')
    """
    digits = nace_digits(activity)
    if digits is None:
        return None
    return tuple(key for key, found in parts.items() if any(_is_in(digits, part) for part in found))


def _is_in(digits: str, part: str) -> bool:
    first, _, last = part.partition("-")
    return first <= digits[:2] <= last if last else digits.startswith(part.replace(".", ""))


def _by_priority(
    snapshot: Snapshot,
    demand: pd.DataFrame,
    skills: Sequence[SkillResult],
    answered: frozenset[MemberCode],
    parts: Mapping[str, Sequence[str]],
) -> Iterator[PriorityNeed]:
    if not parts:
        return
    inside: dict[str, list[Member]] = {key: [] for key in (*parts, OTHER, NOT_RECORDED)}
    for member in snapshot.members:
        found = priorities_of(member.activity, parts)
        for key in (NOT_RECORDED,) if found is None else found or (OTHER,):
            inside[key].append(member)
    for key, members in inside.items():
        if members or key in parts:
            codes = frozenset(member.code for member in members)
            yield _priority(key, codes, codes & answered, demand[demand["member"].isin(list(codes))], skills)


def _priority(
    key: str,
    members: frozenset[MemberCode],
    answered: frozenset[MemberCode],
    rows: pd.DataFrame,
    skills: Sequence[SkillResult],
) -> PriorityNeed:
    kinds = {item.uri: item.kind for item in skills}
    places = {item.uri: place for place, item in enumerate(skills)}
    users = Counter(SkillUri(str(uri)) for uri in rows["skill"])
    order = sorted((uri for uri in users if uri in places), key=lambda uri: (-users[uri], places[uri]))
    of_kind = rows["skill"].map(kinds)
    return PriorityNeed(
        priority=key,
        members=len(members),
        answered=len(answered),
        every=_part(rows),
        digital=_part(rows[of_kind == SkillKind.DIGITAL]),
        green=_part(rows[of_kind == SkillKind.GREEN]),
        leading=tuple(order[:LEADING]),
    )


def _part(rows: pd.DataFrame) -> Part:
    known = rows["short_12m"].dropna()
    # Nobody named such a skill: then nobody is short. Somebody did, and nobody said how many: not known.
    is_known = len(known) > 0 or rows.empty
    return Part(firms=int(rows["member"].nunique()), short_12m=int(known.sum()) if is_known else None)
