"""The fields of one action: what the panel shows of it, what can be searched, and what was typed means."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from fastmap.model.actions import Action
from fastmap.model.ids import ActionId, PartnerId, SkillUri
from fastmap.model.normalise import clean_text, text_key
from fastmap.texts import sentence_case
from ui.pages.actions_editor import EditorView
from ui.pages.actions_presenter import ActionsPresenter
from ui.widgets.completion import Suggestion

if TYPE_CHECKING:
    from fastmap.model.skills import Skill
    from fastmap.vocabulary.index import SkillIndex
    from ui.session import Session

_MOST = 8
_TEXTS = frozenset({"title", "owner", "funding", "note"})


class ActionFields:
    """Reads and sets the fields of an action for the panel."""

    def __init__(self, session: Session, presenter: ActionsPresenter) -> None:
        """Work on whatever ``session`` has open; edits go through ``presenter``."""
        self._session = session
        self._presenter = presenter
        self._index: SkillIndex | None = None
        self._is_opening = False

    def view(self, action: Action) -> EditorView:
        """Return what the panel shows of ``action``."""
        state = self._session.state
        partners = {partner.id: partner.name for partner in state.snapshot.partners}
        skills = {skill.uri: skill.label(state.texts.language) for skill in state.snapshot.skills}
        card = self._presenter.card(action)
        return EditorView(
            action=action,
            warning=card.warning,
            odd=tuple(sentence for _, sentence in card.odd),
            partners=tuple((partner, partners.get(partner, partner)) for partner in action.partners),
            skills=tuple((skill, skills.get(skill, skill)) for skill in action.skills),
            references=self._presenter.references(None),
            practices=self._presenter.practices(action.cell),
            can_edit=state.can_edit,
        )

    # --- simple fields ------------------------------------------------------------------------------------------------

    def set_field(self, action: ActionId, field: str, value: object) -> str:
        """Set a field; return what is wrong with the value, or nothing."""
        if isinstance(value, str) and field in _TEXTS:
            text = clean_text(value)
            value = text if field == "note" else " ".join(text.split())
            value = value or None
        if field == "title" and value is None:
            return QCoreApplication.translate("ActionsPage", "An action needs a title.")
        changes: dict[str, Any] = {field: value}
        self._presenter.edit(action, **changes)
        return ""

    def set_day(self, action: ActionId, field: str, typed: str) -> str:
        """Set ``start`` or ``end`` to the day typed; return what is wrong with it, or nothing.

        Two days that contradict each other are taken: which of them is wrong only a person knows (`action_warnings`).
        """
        from fastmap.intake.table_values import understand_day

        day: date | None = understand_day(typed, last=field == "end") if typed else None
        if typed and day is None:
            return QCoreApplication.translate("ActionsPage", "Write a date such as 31/10/2026, or a month: 10/2026.")
        changes: dict[str, Any] = {field: day}
        self._presenter.edit(action, **changes)
        return ""

    def set_evidence(self, action: ActionId, typed: str) -> None:
        """Set the evidence to the lines typed; blank ones and repeated ones count for nothing."""
        lines = (" ".join(line.split()) for line in clean_text(typed).splitlines())
        self._presenter.edit(action, evidence=tuple(dict.fromkeys(line for line in lines if line)))

    def set_budget(self, action: ActionId, typed: str) -> str:
        """Set the budget to the amount typed; return what is wrong with it, or nothing."""
        from fastmap.intake.table_values import understand_amount

        amount = understand_amount(typed) if typed else None
        if typed and amount is None:
            return QCoreApplication.translate("ActionsPage", "Write an amount such as 12500.")
        self._presenter.edit(action, budget=amount)
        return ""

    # --- partners -----------------------------------------------------------------------------------------------------

    def find_partners(self, action: ActionId, typed: str) -> tuple[Suggestion, ...]:
        """Return partners of the file with ``typed`` in their names that the action does not have yet."""
        state, known = self._session.state, self._presenter.action(action)
        taken = set() if known is None else set(known.partners)
        wanted = text_key(typed)
        found = [one for one in state.snapshot.partners if one.id not in taken and wanted in text_key(one.name)]
        found.sort(key=lambda one: (not text_key(one.name).startswith(wanted), text_key(one.name)))
        return tuple(
            Suggestion(value=one.id, title=one.name, detail=sentence_case(state.texts.term(f"partner_type.{one.type}")))
            for one in found[:_MOST]
        )

    def add_partner(self, action: ActionId, partner: str) -> None:
        """Name one more partner."""
        known = self._presenter.action(action)
        if known is not None and partner not in known.partners:
            self._presenter.edit(action, partners=(*known.partners, PartnerId(partner)))

    def remove_partner(self, action: ActionId, partner: str) -> None:
        """Name a partner no longer."""
        known = self._presenter.action(action)
        if known is not None:
            self._presenter.edit(action, partners=tuple(one for one in known.partners if one != partner))

    # --- skills -------------------------------------------------------------------------------------------------------

    def prepare(self, then: Callable[[], None] | None = None) -> None:
        """Open the vocabulary in the background, once; until it is there only the file's skills are found."""
        if self._index is not None or self._is_opening:
            return
        self._is_opening = True

        def open_it(_progress: object) -> SkillIndex:
            from fastmap.places import vocabulary_folder
            from fastmap.vocabulary.index import open_index

            return open_index(vocabulary_folder())

        def take(index: SkillIndex) -> None:
            self._index = index
            if then is not None:
                then()

        job = self._session.pool.start(open_it)
        job.done.connect(take)
        job.failed.connect(self._session.failed)

    def find_skills(self, action: ActionId, typed: str) -> tuple[Suggestion, ...]:
        """Return skills like ``typed``: those of the file first, then of the vocabulary."""
        known = self._presenter.action(action)
        taken = set() if known is None else set(known.skills)
        found: dict[str, Suggestion] = {}
        for suggestion in (*self._skills_of_file(typed), *self._skills_of_vocabulary(typed)):
            if suggestion.value not in taken:
                found.setdefault(str(suggestion.value), suggestion)
        return tuple(found.values())[:_MOST]

    def _skills_of_file(self, typed: str) -> Iterator[Suggestion]:
        state, wanted = self._session.state, text_key(typed)
        language = state.texts.language
        labels = ((skill, skill.label(language)) for skill in state.snapshot.skills)
        inside = [(skill, label) for skill, label in labels if wanted in text_key(label)]
        inside.sort(key=lambda pair: (not text_key(pair[1]).startswith(wanted), text_key(pair[1])))
        detail = QCoreApplication.translate("ActionsPage", "In this assessment")
        for skill, label in inside:
            yield Suggestion(value=skill.uri, title=label, detail=detail)

    def _skills_of_vocabulary(self, typed: str) -> Iterator[Suggestion]:
        if self._index is None:
            return
        detail = QCoreApplication.translate("ActionsPage", "In the vocabulary")
        for candidate in self._index.complete(typed, self._session.state.texts.language, _MOST):
            yield Suggestion(value=candidate.uri, title=candidate.label, detail=detail)

    def add_skill(self, action: ActionId, suggestion: Suggestion) -> None:
        """Name one more skill; words that nobody has placed become a skill of the cluster's own."""
        known = self._presenter.action(action)
        skill = self._skill(suggestion)
        if known is None or skill is None:
            return
        uri, new = skill
        if uri not in known.skills:
            self._presenter.edit(action, skills=(*known.skills, uri), new_skills=new)

    def _skill(self, suggestion: Suggestion) -> tuple[SkillUri, tuple[Skill, ...]] | None:
        """Return the skill that is meant, and itself where the file does not hold it yet."""
        from fastmap.vocabulary.own import own_skill_among

        state = self._session.state
        held = {skill.uri for skill in state.snapshot.skills}
        if suggestion.value is None:
            if not text_key(suggestion.title):
                return None
            skill = own_skill_among(state.snapshot.skills, suggestion.title, state.texts.language)
        elif suggestion.value in held:
            return SkillUri(str(suggestion.value)), ()
        elif self._index is not None:
            skill = self._index.skill(SkillUri(str(suggestion.value)))
        else:
            return None
        return skill.uri, () if skill.uri in held else (skill,)

    def remove_skill(self, action: ActionId, skill: str) -> None:
        """Name a skill no longer."""
        known = self._presenter.action(action)
        if known is not None:
            self._presenter.edit(action, skills=tuple(one for one in known.skills if one != skill))
