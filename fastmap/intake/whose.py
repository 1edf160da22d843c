"""Whose an answer is: a member's code and an organisation's name, which have to agree (decision record 0125)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from fastmap.model.normalise import text_key
from fastmap.model.organisations import Member


@dataclass(frozen=True, slots=True, kw_only=True)
class Whose:
    """A member, and what speaks against counting its answer at once or is to be noted: a code and its facts."""

    member: Member | None
    doubt: str | None = None
    note: str | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)


class MemberList:
    """Members by code and by name."""

    def __init__(self, members: Iterable[Member] = ()) -> None:
        """Begin with ``members``."""
        self._by_code: dict[str, Member] = {}
        self._by_name: dict[str, list[Member]] = {}
        for member in members:
            self.add(member)

    def add(self, member: Member) -> None:
        """Know one more member."""
        self._by_code[member.code.casefold()] = member
        self._by_name.setdefault(text_key(member.name), []).append(member)

    def with_code(self, code: str) -> Member | None:
        """Return the member with a code, however its letters are written."""
        return self._by_code.get(code.casefold())

    def named(self, name: str) -> tuple[Member, ...]:
        """Return the members with exactly this name: nobody for none, several where firms share it."""
        return tuple(self._by_name.get(text_key(name), ())) if name else ()

    def whose(self, code: str, organisation: str) -> Whose:
        """Return whose an answer is that states ``code`` and ``organisation``, either of which may be empty."""
        named = self.named(organisation)
        member = self.with_code(code) if code else None
        if member is None and not code and len(named) == 1:
            return Whose(member=named[0], note="member_by_name", facts={"found": organisation, "member": named[0].code})
        if member is None and not code and named:
            return Whose(member=None, doubt="several_members", facts={"found": organisation})
        if member is None:
            doubt = "member_unknown" if code else "member_missing"
            return Whose(member=None, doubt=doubt, facts={"found": code or organisation or None})
        facts = {"found": organisation or None, "member": member.code}
        if named and all(other.code != member.code for other in named):
            return Whose(member=member, doubt="name_of_other_member", facts={**facts, "other": named[0].code})
        if not named and not self._means(organisation, member):
            return Whose(
                member=member, doubt="organisation_differs" if organisation else "organisation_missing", facts=facts
            )
        return Whose(member=member)

    def _means(self, organisation: str, member: Member) -> bool:
        """Return whether what an answer says may be another way to write the member's name, and of no other's.

        An answer carries no signature: code and name have to agree, or anybody could answer for a member by its code.
        """
        stated = text_key(organisation)
        if _within(text_key(member.name), stated):
            return True
        meant = [one for name, holders in self._by_name.items() if _within(stated, name) for one in holders]
        return [one.code for one in meant] == [member.code]


def _within(part: str, whole: str) -> bool:
    """Return whether ``part`` stands in ``whole``, word by word; nothing stands nowhere."""
    return bool(part) and f" {part} " in f" {whole} "
