"""What becomes of what people type into the table of needs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from ui.pages.needs_overview import overview
from ui.pages.needs_rows import NeedRow, key_of
from ui.pages.needs_typed import choice, figure, is_whole
from ui.pages.needs_words import NeedWords, stays_words

if TYPE_CHECKING:
    from fastmap.assessment import StoredAttachment
    from fastmap.changes.base import Change
    from fastmap.model.ids import LanguageCode, MemberCode, ResponseId, SkillUri
    from fastmap.model.responses import Attachment, Need
    from ui.pages.needs_vocabulary import VocabularyIndex
    from ui.session import Session
    from ui.widgets.completion import Suggestion


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What was typed into the row that adds a need."""

    member: MemberCode
    text: str
    skill: SkillUri | None = None
    """Picked from the vocabulary; ``None``: own words."""
    now: str = ""
    later: str = ""
    consequence: Any = None
    hiring: Any = None
    provision: Any = None


class NeedsPresenter:
    """Turns what people type into changes."""

    def __init__(self, session: Session, vocabulary: VocabularyIndex) -> None:
        """Work on whatever ``session`` has open."""
        self._session = session
        self._vocabulary = vocabulary

    # --- while one types ----------------------------------------------------------------------------------------------

    def members_like(self, typed: str) -> list[Suggestion]:
        """Return the members one may mean by ``typed``: by the beginning of a word of the name, or by code."""
        from fastmap.model.normalise import text_key
        from ui.widgets.completion import Suggestion

        key = text_key(typed)
        if not key:
            return []
        snapshot = self._session.state.snapshot
        needs = Counter(row.member.code for row in overview(snapshot).needs)
        answered = {response.member for response in snapshot.responses}
        found = []
        for member in snapshot.members:
            name = text_key(member.name)
            place = f" {name}".find(f" {key}")
            if place < 0 and not member.code.casefold().startswith(typed.strip().casefold()):
                continue
            if needs[member.code]:
                told = NeedWords().needs(needs[member.code])
            elif member.code in answered:
                told = QCoreApplication.translate("NeedsPage", "answered")
            else:
                told = QCoreApplication.translate("NeedsPage", "has not answered yet")
            entry = Suggestion(value=member.code, title=member.name, detail=f"{member.code} · {told}")
            found.append((place if place >= 0 else 999, name, member.code, entry))
        found.sort(key=lambda entry: entry[:3])
        return [entry for *_, entry in found[:12]]

    def skills_like(self, typed: str, member: MemberCode | None) -> list[Suggestion]:
        """Return the skills one may mean by ``typed`` in the language of the member's answer."""
        from fastmap.tasks.placing import language_of
        from ui.pages.needs_vocabulary import skill_suggestions

        state = self._session.state
        language = language_of(state.snapshot, member) if member is not None else state.snapshot.info.language
        others = {
            uri: len(members - {member} if member is not None else members)
            for uri, members in overview(state.snapshot).named_by.items()
        }
        return skill_suggestions(self._vocabulary.index, state.snapshot, state.texts, language, typed, others)

    def skills_in(self, language: LanguageCode, typed: str) -> list[Suggestion]:
        """Return the skills one may mean by ``typed`` in a language."""
        from ui.pages.needs_vocabulary import skill_suggestions

        state = self._session.state
        named = {uri: len(members) for uri, members in overview(state.snapshot).named_by.items()}
        return skill_suggestions(self._vocabulary.index, state.snapshot, state.texts, language, typed, named)

    # --- changes ------------------------------------------------------------------------------------------------------

    def add(self, draft: Draft) -> str:
        """Write a need down; return the key of its row, or "" where that failed."""
        import secrets

        from fastmap.model.responses import Need
        from fastmap.tasks.placing import added, language_of, picked

        snapshot = self._session.state.snapshot
        now = datetime.now(UTC)
        need = Need(
            row=1,
            skill_text=draft.text,
            short_now=figure("now", draft.now)[0],
            short_12m=figure("later", draft.later)[0],
            **{key: choice(key, getattr(draft, key)) for key in ("consequence", "hiring", "provision")},
        )
        language = language_of(snapshot, draft.member)
        meaning = picked(snapshot, self._vocabulary.index, draft.text, language, draft.skill, now)
        change = added(snapshot, draft.member, need, meaning, response=f"interview-{secrets.token_hex(8)}", at=now)
        before = {key_of(row) for row in overview(snapshot).needs}
        if not self._session.apply(change):
            return ""
        after = [key_of(row) for row in overview(self._session.state.snapshot).needs]
        return next((key for key in after if key not in before), "")

    def stays(self, draft: Draft) -> str:
        """Return what to say if the text of ``draft`` stays where it was placed before, else ""."""
        from fastmap.tasks.placing import language_of

        state = self._session.state
        return stays_words(state, draft.text, language_of(state.snapshot, draft.member), draft.skill)

    def edit(self, row: NeedRow, column: str, value: Any) -> str:
        """Correct one field of a need; return a complaint, or "" if all is well."""
        from fastmap.tasks.placing import edited

        need = row.source.need
        if column == "skill":
            return self._edit_skill(row, value)
        if column in ("now", "later"):
            number, is_clear = figure(column, str(value))
            if not is_clear and is_whole(str(value)):
                return QCoreApplication.translate(
                    "NeedsPage", "“{found}” is too large for a number of people. The figure stays as it was."
                ).replace("{found}", str(value))
            if not is_clear:
                return QCoreApplication.translate(
                    "NeedsPage", "“{found}” is not a whole number of people. The figure stays as it was."
                ).replace("{found}", str(value))
            need = _with_figure(need, column, number)
        else:
            chosen: dict[str, Any] = {column: choice(column, value)}
            need = replace(need, **chosen)
        if need != row.source.need:
            self._session.apply(edited(row.source, need))
        return ""

    def clear(self, row: NeedRow, columns: list[str]) -> None:
        """Empty fields of one need in one change; what it is about stays."""
        from fastmap.tasks.placing import edited

        fields = {"now": "short_now", "later": "short_12m"}
        kept = {"now", "later", "consequence", "hiring", "provision"}
        blank: dict[str, Any] = {fields.get(column, column): None for column in columns if column in kept}
        need = replace(row.source.need, **blank)
        if need != row.source.need:
            self._session.apply(edited(row.source, need))

    def remove(self, row: NeedRow) -> bool:
        """Remove a need; says whether it went well."""
        from fastmap.changes.needs import RemoveNeed

        return bool(self._session.apply(RemoveNeed(response=row.source.response.id, row=row.source.need.row)))

    def settle(self, response: ResponseId, how: str, member: MemberCode | None) -> bool:
        """Decide about an answer to check (`fastmap.tasks.settling.Decision`); says whether it went well."""
        from fastmap.tasks.settling import Decision, settled

        return bool(self._session.apply(settled(self._session.state.snapshot, response, Decision(how), member)))

    def kept_files(self) -> tuple[StoredAttachment, ...]:
        """Return the scans and photos that wait to be typed in."""
        return self._session.assessment.attachments()

    def kept_file(self, sha256: str) -> Attachment | None:
        """Return one scan or photo with its bytes."""
        return self._session.assessment.attachment(sha256)

    def put_away(self, sha256: str) -> bool:
        """Take a scan or photo off the list, once it is typed in; undo brings it back."""
        from fastmap.changes.responses import RemoveAttachments

        return bool(self._session.apply(RemoveAttachments(attachments=(sha256,))))

    def _edit_skill(self, row: NeedRow, chosen: Suggestion) -> str:
        from fastmap.model.ids import SkillUri
        from fastmap.tasks.placing import edited, picked

        snapshot = self._session.state.snapshot
        text = " ".join(chosen.title.split())
        if not text:
            return QCoreApplication.translate("NeedsPage", "A need without words says nothing. It stays as it was.")
        uri = SkillUri(str(chosen.value)) if chosen.value is not None else None
        language = row.source.response.language
        stays = stays_words(self._session.state, text, language, uri)
        meaning = picked(snapshot, self._vocabulary.index, text, language, uri, datetime.now(UTC))
        change: Change = edited(row.source, replace(row.source.need, skill_text=text), meaning)
        self._session.apply(change)
        return stays


def _with_figure(need: Need, column: str, number: int | None) -> Need:
    return replace(need, short_now=number) if column == "now" else replace(need, short_12m=number)
