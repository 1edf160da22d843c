"""Changes of single needs: writing one down in an interview, correcting one, removing one."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import ClassVar, Final

from fastmap.changes.base import Change
from fastmap.changes.members import set_status
from fastmap.changes.skills import save_mappings, save_skills
from fastmap.errors import FastmapError
from fastmap.model.choices import Barrier, Channel, MemberStatus, ResponseState
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
    """The id of the new answer, if the need begins one."""
    language: LanguageCode
    """The language of a new answer. One that is there keeps its own."""
    at: datetime
    channel: Channel | None = None
    """``None``: the need joins the member's latest answer that counts, however it came in; only without one an interview
    begins. Else it joins, or begins, an answer that came in this way: a paper form is an answer of its own."""
    skills: tuple[Skill, ...] = ()
    mappings: tuple[Mapping, ...] = ()
    """Where the text of the need was placed, if it was picked from the vocabulary."""

    def apply(self, records: Records) -> None:
        """Save skill and need; with a first answer the member has answered."""
        if records.get(Member, self.member) is None:
            raise FastmapError("member_not_in_file", member=self.member)
        save_skills(records, self.skills)
        save_mappings(records, self.mappings)
        known = _answer_of(records, self.member, self.channel) or _begun(
            records, self.member, self.response, self.channel or Channel.INTERVIEW, self.language, self.at
        )
        need = replace(self.need, row=max((known_need.row for known_need in known.needs), default=0) + 1)
        # Only of what was typed here is that the raw answer; a form stays as it was received.
        raw = {**known.raw, **_as_told(need)} if known.channel in _TYPED else known.raw
        records.save(replace(known, needs=(*known.needs, need), raw=raw))

    def facts(self) -> dict[str, str]:
        """Return whose need."""
        return {"member": self.member}


@dataclass(frozen=True, slots=True, kw_only=True)
class FormAnswers:
    """What a form asks once, beside the needs. ``None``: not said."""

    respondent_role: str | None = None
    people_total: int | None = None
    paid_training: bool | None = None
    barrier: Barrier | None = None
    consent_contact: bool | None = None
    consent_naming: bool | None = None
    remarks: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddFormAnswers(Change):
    """Write down what a member told beside its needs. Also without a need it has answered then."""

    name: ClassVar[str] = "add_form_answers"
    member: MemberCode
    answers: FormAnswers
    """All of them as they are now: what is ``None`` is not said."""
    response: ResponseId
    """The id of the new answer, if they begin one."""
    language: LanguageCode
    at: datetime
    channel: Channel

    def apply(self, records: Records) -> None:
        """Save them in the member's latest answer that came in this way, else in a new one."""
        if records.get(Member, self.member) is None:
            raise FastmapError("member_not_in_file", member=self.member)
        known = _answer_of(records, self.member, self.channel) or _begun(
            records, self.member, self.response, self.channel, self.language, self.at
        )
        told = {name: getattr(self.answers, name) for name in _ONCE}
        raw = {name: text for name, text in known.raw.items() if name not in _ONCE}
        raw |= {name: _as_text(value) for name, value in told.items() if value is not None}
        records.save(replace(known, raw=raw if known.channel in _TYPED else known.raw, **told))

    def facts(self) -> dict[str, str]:
        """Return whose answers."""
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
        if known.channel in _TYPED and not needs and not _says_more(known):
            records.remove(Response, known.id)
        else:
            records.save(replace(known, needs=needs))

    def facts(self) -> dict[str, str]:
        """Return which answer."""
        return {"response": self.response}


_TYPED: Final = frozenset({Channel.INTERVIEW, Channel.PAPER})
"""Answers that somebody of the cluster team typed in."""


def _answer_of(records: Records, member: MemberCode, channel: Channel | None) -> Response | None:
    accepted = [
        response
        for response in records.find(Response, member=member)
        if response.state is ResponseState.ACCEPTED and channel in (None, response.channel)
    ]
    return max(accepted, key=lambda response: (response.received_at, response.id), default=None)


def _begun(
    records: Records,
    member: MemberCode,
    response: ResponseId,
    channel: Channel,
    language: LanguageCode,
    at: datetime,
) -> Response:
    """Return a new answer without needs; with a first answer the member has answered."""
    set_status(records, member, MemberStatus.ANSWERED)
    return Response(
        id=response,
        member=member,
        channel=channel,
        language=language,
        received_at=at,
        state=ResponseState.ACCEPTED,
    )


def _says_more(response: Response) -> bool:
    """Say whether an answer holds anything beside its needs."""
    kept = (response.unused, response.links, response.offers, response.remarks, response.respondent_role)
    told = (response.people_total, response.paid_training, response.barrier)
    consent = (response.consent_contact, response.consent_naming)
    return any(kept) or any(value is not None for value in (*told, *consent))


def _with_row(records: Records, response: ResponseId, row: int) -> Response:
    known = records.get(Response, response)
    if known is None or all(need.row != row for need in known.needs):
        raise FastmapError("response_not_in_file", response=response)
    return known


def _as_told(need: Need) -> dict[str, str]:
    told = {"skill": need.skill_text, "short_now": need.short_now, "short_12m": need.short_12m}
    told |= {"job": need.job, "level": need.level, "short_36m": need.short_36m, "joint_people": need.joint_people}
    told |= {"consequence": need.consequence, "hiring": need.hiring, "provision": need.provision}
    told |= {"hiring_reason": "; ".join(need.hiring_reasons) or None}
    return {f"need_{need.row}_{name}": str(value) for name, value in told.items() if value is not None}


_ONCE: Final = tuple(field.name for field in fields(FormAnswers))


def _as_text(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
