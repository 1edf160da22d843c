"""Changes of single needs: writing one down in an interview, correcting one, removing one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import ClassVar

from fastmap.changes.base import Change
from fastmap.changes.members import set_status
from fastmap.changes.skills import save_mappings, save_skills
from fastmap.errors import FastmapError
from fastmap.model.choices import Channel, MemberStatus, ResponseState
from fastmap.model.ids import LanguageCode, MemberCode, ResponseId
from fastmap.model.organisations import Member
from fastmap.model.responses import Need, Response
from fastmap.model.skills import Mapping, Skill
from fastmap.store.records import Records


@dataclass(frozen=True, slots=True, kw_only=True)
class AddNeed(Change):
    """Write down a need that a member told: beside its answer that counts, or as the beginning of an interview."""

    name: ClassVar[str] = "add_need"
    member: MemberCode
    need: Need
    """Its row is chosen here: the next free one."""
    response: ResponseId
    """The id of the interview, if the member has no answer that counts yet."""
    language: LanguageCode
    """The language of the interview. An answer that is there keeps its own."""
    at: datetime
    skills: tuple[Skill, ...] = ()
    mappings: tuple[Mapping, ...] = ()
    """Where the text of the need was placed, if it was picked from the vocabulary."""

    def apply(self, records: Records) -> None:
        """Save skill and need; with a first answer the member has answered."""
        if records.get(Member, self.member) is None:
            raise FastmapError("member_not_in_file", member=self.member)
        save_skills(records, self.skills)
        save_mappings(records, self.mappings)
        known = _latest_accepted(records, self.member)
        if known is None:
            known = Response(
                id=self.response,
                member=self.member,
                channel=Channel.INTERVIEW,
                language=self.language,
                received_at=self.at,
                state=ResponseState.ACCEPTED,
            )
            set_status(records, self.member, MemberStatus.ANSWERED)
        need = replace(self.need, row=max((known_need.row for known_need in known.needs), default=0) + 1)
        # Only of an interview is what was typed the raw answer; a form stays as it was received.
        raw = {**known.raw, **_as_told(need)} if known.channel is Channel.INTERVIEW else known.raw
        records.save(replace(known, needs=(*known.needs, need), raw=raw))

    def facts(self) -> dict[str, str]:
        """Return whose need."""
        return {"member": self.member}


@dataclass(frozen=True, slots=True, kw_only=True)
class EditNeed(Change):
    """Correct one need, for example after a call. The raw answers stay as they were received."""

    name: ClassVar[str] = "edit_need"
    response: ResponseId
    need: Need
    """With the row that it has."""
    skills: tuple[Skill, ...] = ()
    mappings: tuple[Mapping, ...] = ()

    def apply(self, records: Records) -> None:
        """Save the need in place of the one in its row. Raises `FastmapError` if there is none."""
        known = _with_row(records, self.response, self.need.row)
        save_skills(records, self.skills)
        save_mappings(records, self.mappings)
        needs = tuple(self.need if need.row == self.need.row else need for need in known.needs)
        records.save(replace(known, needs=needs))

    def facts(self) -> dict[str, str]:
        """Return which answer."""
        return {"response": self.response}


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveNeed(Change):
    """Remove one need. Its raw answer stays in a form as received; an interview without any need left goes too."""

    name: ClassVar[str] = "remove_need"
    response: ResponseId
    row: int

    def apply(self, records: Records) -> None:
        """Remove the need. Raises `FastmapError` if there is none in this row."""
        known = _with_row(records, self.response, self.row)
        needs = tuple(need for need in known.needs if need.row != self.row)
        if known.channel is Channel.INTERVIEW and not needs and not (known.unused or known.links or known.remarks):
            records.remove(Response, known.id)
        else:
            records.save(replace(known, needs=needs))

    def facts(self) -> dict[str, str]:
        """Return which answer."""
        return {"response": self.response}


def _latest_accepted(records: Records, member: MemberCode) -> Response | None:
    accepted = [
        response for response in records.find(Response, member=member) if response.state is ResponseState.ACCEPTED
    ]
    return max(accepted, key=lambda response: (response.received_at, response.id), default=None)


def _with_row(records: Records, response: ResponseId, row: int) -> Response:
    known = records.get(Response, response)
    if known is None or all(need.row != row for need in known.needs):
        raise FastmapError("response_not_in_file", response=response)
    return known


def _as_told(need: Need) -> dict[str, str]:
    told = {"skill": need.skill_text, "short_now": need.short_now, "short_12m": need.short_12m}
    told |= {"consequence": need.consequence, "hiring": need.hiring, "provision": need.provision}
    return {f"need_{need.row}_{name}": str(value) for name, value in told.items() if value is not None}
