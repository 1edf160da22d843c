"""What an interview writes down, and what a member has told so far."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from ui.pages.needs_typed import figure
from ui.pages.needs_words import stays_words

if TYPE_CHECKING:
    from fastmap.changes.needs import FormAnswers
    from fastmap.model.ids import LanguageCode, MemberCode, SkillUri
    from fastmap.model.responses import Response
    from ui.pages.needs_vocabulary import VocabularyIndex
    from ui.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewDraft:
    """One need as it was typed. Figures are texts; choices are values or ``None``."""

    text: str = ""
    skill: SkillUri | None = None
    job: str = ""
    level: Any = None
    now: str = ""
    later: str = ""
    far: str = ""
    joint: str = ""
    consequence: Any = None
    hiring: Any = None
    reasons: tuple[Any, ...] = ()
    provision: Any = None


class InterviewPresenter:
    """Turns drafts into changes: one per need, one for the general answers."""

    def __init__(self, session: Session, vocabulary: VocabularyIndex) -> None:
        """Work on whatever ``session`` has open."""
        self._session = session
        self._vocabulary = vocabulary

    def answer_of(self, member: MemberCode, channel: str) -> Response | None:
        """Return the member's latest answer that counts and came in this way."""
        found = [
            response
            for response in self._session.state.snapshot.responses
            if response.member == member and response.channel.value == channel and response.state.value == "accepted"
        ]
        return found[-1] if found else None

    def other_answers(self, member: MemberCode, channel: str) -> int:
        """Return how many answers of the member came in otherwise: they count as well."""
        return sum(
            response.member == member and response.channel.value != channel and response.state.value == "accepted"
            for response in self._session.state.snapshot.responses
        )

    def name_of(self, member: MemberCode) -> str:
        """Return the name of a member."""
        members = self._session.state.snapshot.members
        return next((known.name for known in members if known.code == member), "")

    def stays(self, member: MemberCode, channel: str, draft: InterviewDraft) -> str:
        """Return what to say if the text of ``draft`` stays where it was placed before, else ""."""
        return stays_words(self._session.state, draft.text, self._language(member, channel), draft.skill)

    def _language(self, member: MemberCode, channel: str) -> LanguageCode:
        from fastmap.tasks.placing import language_of

        answer = self.answer_of(member, channel)
        return answer.language if answer is not None else language_of(self._session.state.snapshot, member)

    def add_need(self, member: MemberCode, channel: str, draft: InterviewDraft) -> bool:
        """Write a need down; says whether it went well."""
        from fastmap.model.choices import Channel
        from fastmap.model.responses import Need
        from fastmap.tasks.placing import added, picked

        snapshot, now = self._session.state.snapshot, datetime.now(UTC)
        need = Need(
            row=1,
            skill_text=draft.text,
            job=draft.job.strip() or None,
            level=draft.level,
            short_now=figure("now", draft.now)[0],
            short_12m=figure("later", draft.later)[0],
            short_36m=figure("far", draft.far)[0],
            joint_people=figure("joint", draft.joint)[0],
            consequence=draft.consequence,
            hiring=draft.hiring,
            hiring_reasons=draft.reasons,
            provision=draft.provision,
        )
        language = self._language(member, channel)
        meaning = picked(snapshot, self._vocabulary.index, draft.text, language, draft.skill, now)
        change = added(snapshot, member, need, meaning, response=_new_id(channel), at=now, channel=Channel(channel))
        return bool(self._session.apply(change))

    def add_answers(self, member: MemberCode, channel: str, answers: FormAnswers) -> bool:
        """Write the general answers down; says whether it went well."""
        from fastmap.changes.needs import AddFormAnswers
        from fastmap.model.choices import Channel
        from fastmap.tasks.placing import language_of

        snapshot = self._session.state.snapshot
        change = AddFormAnswers(
            member=member,
            answers=answers,
            response=_new_id(channel),  # type: ignore[arg-type]  # a new one
            language=language_of(snapshot, member),
            at=datetime.now(UTC),
            channel=Channel(channel),
        )
        return self._session.apply(change) is not None


def _new_id(channel: str) -> str:
    return f"{channel}-{secrets.token_hex(8)}"
