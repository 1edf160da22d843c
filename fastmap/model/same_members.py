"""Which member of one round is which of another: lists are numbered anew, and a firm's needs go to nobody else."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Protocol, TypeVar

from fastmap.model.ids import MemberCode
from fastmap.model.normalise import text_key


class Listed(Protocol):
    """A member on a list."""

    @property
    def code(self) -> MemberCode:
        """Its code there."""

    @property
    def name(self) -> str:
        """Its name there."""


Earlier = TypeVar("Earlier", bound=Listed)


def same_members(
    now: Iterable[Listed], earlier: Iterable[Earlier], *, codes_are_stable: bool = False
) -> Mapping[MemberCode, Earlier]:
    """Return, by the code a member has now, who it was on the earlier list; members not found beyond doubt are left out.

    Code and name have to agree, or the name is found once on each list: a code alone proves nothing. With
    ``codes_are_stable`` (the list was carried over) it does, for a firm that was renamed: as long as neither name stands
    on the other list, where it would be somebody else. Nobody of the earlier list is two members now.
    """
    now, earlier = tuple(now), tuple(earlier)
    names_now = Counter(text_key(member.name) for member in now)
    by_name: defaultdict[str, list[Earlier]] = defaultdict(list)
    for one in earlier:
        by_name[text_key(one.name)].append(one)
    by_code = {one.code: one for one in earlier}
    found: dict[MemberCode, Earlier] = {}
    for member in now:
        name = text_key(member.name)
        namesakes = by_name.get(name, [])
        same = next((one for one in namesakes if one.code == member.code), None)
        if same is None and len(namesakes) == 1 and names_now[name] == 1:
            same = namesakes[0]
        if same is None and codes_are_stable and not namesakes:
            renamed = by_code.get(member.code)
            same = renamed if renamed is not None and not names_now[text_key(renamed.name)] else None
        if same is not None:
            found[member.code] = same
    return found
