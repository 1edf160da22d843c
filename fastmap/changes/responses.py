"""Changes of the answers: importing them, settling those to check, correcting, removing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from fastmap.changes.base import Change
from fastmap.changes.members import set_status
from fastmap.changes.skills import save_mappings, save_skills
from fastmap.errors import FastmapError
from fastmap.model.choices import MemberStatus, ResponseState
from fastmap.model.ids import MemberCode, ReplyId, ResponseId
from fastmap.model.organisations import Member, Offer, Partner
from fastmap.model.responses import Attachment, ProviderReply, Response
from fastmap.model.skills import Mapping, Skill
from fastmap.model.team import TeamQuestionnaire
from fastmap.store.records import Records


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportResponses(Change):
    """Take returned answers: all of them, or none.

    A member whose answer is accepted has answered; `statuses` is for everything else.
    """

    name: ClassVar[str] = "import_responses"
    responses: tuple[Response, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    statuses: tuple[tuple[MemberCode, MemberStatus], ...] = ()
    skills: tuple[Skill, ...] = ()
    mappings: tuple[Mapping, ...] = ()
    members: tuple[Member, ...] = ()
    """Members made for the answers of another survey; their status may still be anything."""
    supersedes: tuple[ResponseId, ...] = ()
    """Earlier answers that these replace."""
    replies: tuple[ProviderReply, ...] = ()
    """Offer forms of providers."""
    offers: tuple[Offer, ...] = ()
    """What those that are accepted offer."""
    partners: tuple[Partner, ...] = ()
    """Partners of lists that came together with the forms."""
    team: tuple[TeamQuestionnaire, ...] = ()
    """Questionnaires of the team self-assessment."""

    def apply(self, records: Records) -> None:
        """Save everything, then the members' statuses."""
        records.save(*self.partners, *self.members)
        save_skills(records, self.skills)
        save_mappings(records, self.mappings)
        records.save(*self.responses, *self.attachments, *self.replies, *self.offers, *self.team)
        _supersede(records, self.supersedes)
        for response in self.responses:
            _note_answered(records, response)
        for code, status in self.statuses:
            set_status(records, code, status)

    def facts(self) -> dict[str, int]:
        """Return how many answers and files."""
        return {"count": len(self.responses) + len(self.attachments) + len(self.replies) + len(self.team)}

    def needs_backup(self) -> bool:
        """Return True: this is an import."""
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class TakePhoneAnswers(ImportResponses):
    """Take answers of phones, or of the kiosk. Not on the stack of undo: whoever sent them heard that they are saved.

    Without a backup of its own: one is made when the room opens, and a hundred of these would push all others out.
    """

    name: ClassVar[str] = "take_phone_answers"

    def apply(self, records: Records) -> None:
        """Save everything, and hold what is so already: undo of something before may not take it from an answer."""
        ImportResponses.apply(self, records)  # `super()` knows nothing of the class that slots make anew
        for response in self.responses:
            records.hold(Response, response.id)
            if response.state is ResponseState.ACCEPTED and response.member is not None:
                records.hold(Member, response.member)
        for older in self.supersedes:
            records.hold(Response, older)

    def needs_backup(self) -> bool:
        """Return False, although it is an import."""
        return False


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleReply(Change):
    """Decide about an offer form that waits: whose it is, and what follows for the partner's offers."""

    name: ClassVar[str] = "settle_reply"
    reply: ProviderReply
    """As it is from now on. Its raw answers stay as they were received."""
    partners: tuple[Partner, ...] = ()
    """The partner that sent it, where it was not recorded before."""
    offers: tuple[Offer, ...] = ()
    skills: tuple[Skill, ...] = ()
    supersedes: tuple[ReplyId, ...] = ()

    def apply(self, records: Records) -> None:
        """Save the form, its partner and offers, and the earlier forms that it replaces."""
        known = records.get(ProviderReply, self.reply.id)
        if known is None:
            raise FastmapError("reply_not_in_file", reply=self.reply.id)
        save_skills(records, self.skills)
        records.save(*self.partners, replace(self.reply, raw=known.raw), *self.offers)
        for earlier in self.supersedes:
            other = records.get(ProviderReply, earlier)
            if other is not None:
                records.save(replace(other, state=ResponseState.SUPERSEDED))

    def facts(self) -> dict[str, str]:
        """Return which form."""
        return {"reply": self.reply.id}


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleResponse(Change):
    """Decide about an answer that waits: whose it is, and whether it counts."""

    name: ClassVar[str] = "settle_response"
    response: ResponseId
    state: ResponseState
    member: MemberCode | None = None
    """Whose answer it is; ``None`` keeps what is recorded."""
    supersedes: tuple[ResponseId, ...] = ()

    def apply(self, records: Records) -> None:
        """Save state and member, and what follows for them."""
        known = _known(records, self.response)
        settled = replace(known, state=self.state, member=self.member or known.member)
        if settled.state is ResponseState.ACCEPTED and settled.member is None:
            raise FastmapError("response_without_member", response=self.response)
        records.save(settled)
        _supersede(records, self.supersedes)
        _note_answered(records, settled)

    def facts(self) -> dict[str, str]:
        """Return which answer."""
        return {"response": self.response}


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeResponses(Change):
    """Let one answer take in another of the same member, which does not count by itself any more."""

    name: ClassVar[str] = "merge_responses"
    response: Response
    """The answer that goes on counting, with what the other adds. Its raw answers stay as they were received."""
    merged: ResponseId

    def apply(self, records: Records) -> None:
        """Save the answer, and set the other one aside under the same member."""
        known = _known(records, self.response.id)
        other = _known(records, self.merged)
        records.save(replace(self.response, raw=known.raw))
        records.save(replace(other, state=ResponseState.SUPERSEDED, member=self.response.member))

    def facts(self) -> dict[str, str]:
        """Return which answers."""
        return {"response": self.response.id, "merged": self.merged}

    def needs_backup(self) -> bool:
        """Return True: this is a merge."""
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class EditResponse(Change):
    """Correct an answer, for example after a call. The raw answers stay as they were received."""

    name: ClassVar[str] = "edit_response"
    response: Response

    def apply(self, records: Records) -> None:
        """Save the answer with the raw texts that the file holds."""
        known = _known(records, self.response.id)
        records.save(replace(self.response, raw=known.raw))

    def facts(self) -> dict[str, str]:
        """Return which answer."""
        return {"response": self.response.id}


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveResponses(Change):
    """Remove answers with their needs. A member's status stays: whether it answered is for a person to say."""

    name: ClassVar[str] = "remove_responses"
    responses: tuple[ResponseId, ...]

    def apply(self, records: Records) -> None:
        """Remove each answer."""
        for response in self.responses:
            records.remove(Response, response)

    def facts(self) -> dict[str, int]:
        """Return how many answers."""
        return {"count": len(self.responses)}


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveAttachments(Change):
    """Remove kept scans and photos, for example once they are typed in."""

    name: ClassVar[str] = "remove_attachments"
    attachments: tuple[str, ...]
    """SHA-256 of each."""

    def apply(self, records: Records) -> None:
        """Remove each from the list; the bytes stay for as long as this can be undone."""
        for sha256 in self.attachments:
            records.remove(Attachment, sha256)

    def facts(self) -> dict[str, int]:
        """Return how many files."""
        return {"count": len(self.attachments)}


def _known(records: Records, response: ResponseId) -> Response:
    known = records.get(Response, response)
    if known is None:
        raise FastmapError("response_not_in_file", response=response)
    return known


def _supersede(records: Records, responses: tuple[ResponseId, ...]) -> None:
    for response in responses:
        records.save(replace(_known(records, response), state=ResponseState.SUPERSEDED))


def _note_answered(records: Records, response: Response) -> None:
    if response.state is ResponseState.ACCEPTED and response.member is not None:
        set_status(records, response.member, MemberStatus.ANSWERED)
