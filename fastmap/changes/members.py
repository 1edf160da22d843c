"""Changes of the membership."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from fastmap.changes.base import Change
from fastmap.changes.kpis import keep_removed_member_by_name
from fastmap.errors import FastmapError
from fastmap.model.choices import MemberStatus
from fastmap.model.ids import MemberCode
from fastmap.model.organisations import Contact, Member, Registration, Tie
from fastmap.model.responses import Response
from fastmap.model.snapshot import AssessmentInfo
from fastmap.store.records import Records


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveMembers(Change):
    """Add members, or bring known ones (same code) up to date, with their contact persons and registrations."""

    name: ClassVar[str] = "save_members"
    members: tuple[Member, ...] = ()
    contacts: tuple[Contact, ...] = ()
    """A contact without any entry removes the one recorded."""
    registrations: tuple[Registration, ...] = ()
    """A registration without any entry removes the one recorded."""

    def apply(self, records: Records) -> None:
        """Save members first, then what belongs to them."""
        records.save(*self.members)
        for kept in self._kept:
            if kept == type(kept)(member=kept.member):
                records.remove(type(kept), kept.member)
            else:
                records.save(kept)

    @property
    def _kept(self) -> tuple[Contact | Registration, ...]:
        return (*self.contacts, *self.registrations)

    def facts(self) -> dict[str, int]:
        """Return how many members."""
        return {"count": len({*(member.code for member in self.members), *(one.member for one in self._kept)})}

    def needs_backup(self) -> bool:
        """Return whether this is a list rather than one entry."""
        return len(self.members) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveMembers(Change):
    """Remove members with their contact persons, registrations, answers and ties; the ledger keeps counting them by name."""

    name: ClassVar[str] = "remove_members"
    codes: tuple[MemberCode, ...]

    def apply(self, records: Records) -> None:
        """Remove what belongs to each member, then the member."""
        for code in self.codes:
            for response in records.find(Response, member=code):
                records.remove(Response, response.id)
            for tie in records.find(Tie, member=code):
                records.remove(Tie, tie.id)
            keep_removed_member_by_name(records, code)
            records.remove(Contact, code)
            records.remove(Registration, code)
            records.remove(Member, code)

    def facts(self) -> dict[str, int]:
        """Return how many members."""
        return {"count": len(self.codes)}


@dataclass(frozen=True, slots=True, kw_only=True)
class SetMemberStatus(Change):
    """Note where members stand in this round: asked, reminded, refused and so on."""

    name: ClassVar[str] = "set_member_status"
    codes: tuple[MemberCode, ...]
    status: MemberStatus

    def apply(self, records: Records) -> None:
        """Give each member the status."""
        for code in self.codes:
            set_status(records, code, self.status)

    def facts(self) -> dict[str, int]:
        """Return how many members."""
        return {"count": len(self.codes)}


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteFormsWritten(Change):
    """Note who is asked now that forms were written, and which file the needs of the last round came from."""

    name: ClassVar[str] = "note_forms_written"
    codes: tuple[MemberCode, ...]
    """Members who become *asked*."""
    previous_file: str | None = None
    """``None`` leaves what is noted."""

    def apply(self, records: Records) -> None:
        """Set the statuses, and the file where one was used."""
        for code in self.codes:
            set_status(records, code, MemberStatus.ASKED)
        if self.previous_file is not None:
            (info,) = records.find(AssessmentInfo)
            records.save(replace(info, previous_file=self.previous_file))

    def facts(self) -> dict[str, int]:
        """Return how many members."""
        return {"count": len(self.codes)}


def set_status(records: Records, code: MemberCode, status: MemberStatus) -> None:
    """Give a member a status. Raises `FastmapError` if there is no such member."""
    member = records.get(Member, code)
    if member is None:
        raise FastmapError("member_not_in_file", member=code)
    records.save(replace(member, status=status))
