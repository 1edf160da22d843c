"""What the table of needs shows, and what becomes of what people type into it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from ui.pages.needs_words import NeedWords, stays_words
from ui.pages.page import StepFact, StepState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fastmap.assessment import StoredAttachment
    from fastmap.changes.base import Change
    from fastmap.model.choices import Verdict
    from fastmap.model.ids import LanguageCode, MemberCode, ResponseId, SkillUri
    from fastmap.model.meanings import TextId
    from fastmap.model.responses import Attachment, Need
    from fastmap.model.results import Results, SkillResult
    from fastmap.model.skills import Skill
    from fastmap.model.snapshot import Snapshot
    from fastmap.tasks.placing import PlacedNeed
    from fastmap.texts import Texts
    from ui.pages.needs_vocabulary import VocabularyIndex
    from ui.session import Session, SessionState
    from ui.widgets.completion import Suggestion


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedRow:
    """One row of the table, in the language of the screen."""

    key: str
    member: str
    text: str
    """In the firm's own words."""
    label: str
    """The placed skill where it reads otherwise than the text, else ""."""
    is_placed: bool
    theme: str
    theme_tone: str
    now: int | None
    later: int | None
    consequence: str
    hiring: str
    provision: str
    verdict: Verdict | None
    source: PlacedNeed

    @property
    def words(self) -> str:
        """Everything the filter looks through."""
        return f"{self.member}\n{self.text}\n{self.label}\n{self.theme}".casefold()


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


_THEME_TONES = {
    "technical": "lt",
    "digital": "primary",
    "green": "good",
    "transversal": "international",
    "management": "warn",
    "language": "st",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What a snapshot says of needs; worked out once per snapshot."""

    snapshot: Snapshot
    needs: tuple[PlacedNeed, ...]
    open: tuple[TextId, ...]
    forms: int
    waiting: int
    """Answers to check."""
    named_by: Mapping[SkillUri, frozenset[MemberCode]]
    skills: Mapping[SkillUri, Skill]
    """Of the file."""


_latest: list[Overview] = []


def overview(snapshot: Snapshot) -> Overview:
    """Return what ``snapshot`` says of needs."""
    if not _latest or _latest[0].snapshot is not snapshot:
        _latest[:] = [_overview(snapshot)]
    return _latest[0]


def forget_overview() -> None:
    """Let the last snapshot go, when its file is closed."""
    _latest.clear()


def _overview(snapshot: Snapshot) -> Overview:
    from fastmap.model.choices import ResponseState
    from fastmap.tasks.placing import open_texts, placed_needs

    needs = placed_needs(snapshot)
    named: dict[SkillUri, set[MemberCode]] = {}
    for row in needs:
        for skill in row.skills:
            named.setdefault(skill.uri, set()).add(row.member.code)
    states = Counter(response.state for response in snapshot.responses)
    return Overview(
        snapshot=snapshot,
        needs=needs,
        open=open_texts(snapshot),
        forms=states[ResponseState.ACCEPTED],
        waiting=states[ResponseState.TO_CHECK],
        named_by={uri: frozenset(members) for uri, members in named.items()},
        skills={skill.uri: skill for skill in snapshot.skills},
    )


def need_fact(snapshot: Snapshot) -> StepFact:
    """Return what the step list says: "25 forms, 86 needs, 4 texts without a skill"."""
    if not snapshot.responses:
        sentence = QCoreApplication.translate("NeedsPage", "No answers yet")
        return StepFact(state=StepState.NOT_STARTED, sentence=sentence)
    seen, words = overview(snapshot), NeedWords()
    parts = [
        words.forms(seen.forms),
        words.needs(len(seen.needs)),
    ]
    if seen.open:
        parts.append(words.open_texts(len(seen.open)))
    if seen.waiting:
        parts.append(words.to_check(seen.waiting))
    is_done = not seen.open and not seen.waiting
    placed = sum(row.skill is not None or row.is_set_aside for row in seen.needs)
    return StepFact(
        state=StepState.COMPLETE if is_done else StepState.BEGUN,
        sentence=", ".join(parts),
        share_0_1=placed / len(seen.needs) if seen.needs else 0.0,
    )


def need_rows(state: SessionState) -> tuple[NeedRow, ...]:
    """Return the rows of the table."""
    texts = state.texts
    verdicts = _verdicts(state.results)
    words: dict[Any, str] = {}

    def word(family: str, value: Any) -> str:
        if value is None:
            return ""
        if value not in words:
            words[value] = texts.term(f"{family}.{value.value}")
        return words[value]

    labels: dict[tuple[str, str], str] = {}
    rows = []
    for entry in overview(state.snapshot).needs:
        need, skill = entry.need, entry.skill
        kind = skill.kind if skill is not None else None
        theme = word("skill_kind", kind)
        rows.append(
            NeedRow(
                key=f"{entry.response.id}/{need.row}",
                member=entry.member.name,
                text=" ".join(need.skill_text.split()),
                label=_label_beside(entry, texts, labels),
                is_placed=skill is not None or entry.is_set_aside,
                theme=theme[:1].upper() + theme[1:],
                theme_tone=_THEME_TONES.get(kind.value, "neutral") if kind is not None else "neutral",
                now=need.short_now,
                later=need.short_12m,
                consequence=word("consequence", need.consequence),
                hiring=word("hiring", need.hiring),
                provision=word("provision", need.provision),
                verdict=verdicts(entry),
                source=entry,
            )
        )
    return tuple(rows)


def _label_beside(entry: PlacedNeed, texts: Texts, known: dict[tuple[str, str], str]) -> str:
    """Return the skill's label (of a split text all of them), or "" where it says the same as the text."""
    from fastmap.model.normalise import text_key

    if entry.skill is None:
        return texts.term("decision_kind.set_aside") if entry.is_set_aside else ""
    if entry.further:
        return "; ".join(skill.label(texts.language) for skill in entry.skills)
    place = (entry.skill.uri, entry.text_id[0])
    if place not in known:
        label = entry.skill.label(texts.language)
        known[place] = "" if text_key(label) == entry.text_id[0] else label
    return known[place]


def _verdicts(results: Results | None) -> Any:
    """Return a function from a need to the verdict of its skill, ``None`` while there is none."""
    if results is None:
        return lambda _: None
    # pandas is loaded already, by whoever made the results.
    from fastmap.analysis.consolidation import provisional_uri

    by_uri = {result.uri: result for result in results.skills}

    def verdict(entry: PlacedNeed) -> Verdict | None:
        result = by_uri.get(entry.skill.uri if entry.skill is not None else provisional_uri(entry.text_id[0]))
        return result.imbalance.verdict if result is not None else None

    return verdict


def result_of(row: NeedRow, results: Results | None) -> SkillResult | None:
    """Return what was worked out about the skill of a row."""
    if results is None:
        return None
    from fastmap.analysis.consolidation import provisional_uri

    skill = row.source.skill
    uri = skill.uri if skill is not None else provisional_uri(row.source.text_id[0])
    return next((result for result in results.skills if result.uri == uri), None)


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
        before = {_key_of(row) for row in overview(snapshot).needs}
        if not self._session.apply(change):
            return ""
        after = [_key_of(row) for row in overview(self._session.state.snapshot).needs]
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


def choice(column: str, value: Any) -> Any:
    """Return the value of a closed choice, which a combo box hands over as plain text; ``None``: not said."""
    from fastmap.model.choices import Consequence, Hiring, Provision

    families: dict[str, Any] = {"consequence": Consequence, "hiring": Hiring, "provision": Provision}
    return families[column](value) if value else None


_FIGURES = {
    "now": "need_1_short_now",
    "later": "need_1_short_12m",
    "far": "need_1_short_36m",
    "joint": "need_1_joint_people",
    "people": "people_total",
}
"""What the screen calls a figure → its field on the form, which says how large it may be."""


def figure(key: str, typed: str) -> tuple[int | None, bool]:
    """Return the people that ``typed`` stands for as the figure ``key`` (blank: not known), and whether it is clear."""
    from fastmap.intake.form_definition import FIELD_BY_NAME
    from fastmap.intake.form_values import understood

    said = understood(FIELD_BY_NAME[_FIGURES[key]], typed)
    is_blank = said.finding is None or said.finding.code == "number_unknown"
    return said.value, said.value is not None or is_blank


def is_whole(typed: str) -> bool:
    """Say whether ``typed`` is a whole number: one that is not clear is too large."""
    return "".join(typed.split()).isdecimal()


def _with_figure(need: Need, column: str, number: int | None) -> Need:
    return replace(need, short_now=number) if column == "now" else replace(need, short_12m=number)


def _key_of(row: PlacedNeed) -> str:
    return f"{row.response.id}/{row.need.row}"
