"""A questionnaire of the team self-assessment on screen: digits answer, Enter goes to the next item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from fastmap.model.choices import PartnerType, ResponseState, TeamAnswer, TeamRole
from fastmap.model.team import HIGHEST_LEVEL
from fastmap.texts import sentence_case
from ui.pages.cluster_team_presenter import DIGITS, ItemRow, TeamPresenter, role_words, short_words
from ui.pages.page import quiet
from ui.widgets.buttons import Button
from ui.widgets.cards import Card
from ui.widgets.choice_line import ChoiceLine
from ui.widgets.fields import ComboBox, Field
from ui.widgets.labels import Label
from ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from fastmap.model.team import TeamQuestionnaire
    from ui.session import SessionState

_LONGEST_CODE = 40
_MOST_NOTES = 4
_PICK_KEYS = ("x", "X", "1", " ")


class AnswerTable(DataTable):
    """Items, one a row. A key answers the row it is on; nothing opens an editor."""

    answered = Signal(str, str)
    """Item, and the character typed: a digit, ``x``, a blank, or "" to take the answer back."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer with a digit or a cross, go on with Enter, take back with Delete."""
        key, typed, row = event.key(), event.text(), self.chosen_row
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_down()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and row:
            self.answered.emit(row, "")
        elif row and typed and (typed.isdecimal() or typed in _PICK_KEYS) and not event.modifiers() & ~_PLAIN_MODIFIERS:
            self.answered.emit(row, typed)
        else:
            super().keyPressEvent(event)


_PLAIN_MODIFIERS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class TeamForm(Card):
    """One respondent: who it is, the items, and what the keys do."""

    done = Signal()
    """The person goes back to the results."""

    def __init__(self, presenter: TeamPresenter, *, parent: QWidget | None = None) -> None:
        """Fill in what ``presenter`` has chosen."""
        super().__init__("teamForm", parent=parent)
        self._presenter = presenter
        self._state: SessionState | None = None
        self._shown = ""
        head = QHBoxLayout()
        head.setSpacing(12)
        self.title = Label("card", parent=self)
        self.title.setObjectName("teamFormTitle")
        self.counting = Button("teamCount", "check", parent=self)
        self.keeping_out = Button("teamKeepOut", parent=self)
        self.closing = Button("teamDone", "arrow-left", parent=self)
        head.addWidget(self.title, 1)
        for button in (self.counting, self.keeping_out, self.closing):
            head.addWidget(button)
        self.body.addLayout(head)
        self.body.addLayout(self._build_fields())
        self.table = AnswerTable("teamItems", self._columns(), lambda row: row.item, select_rows=True, parent=self)
        self.table.setSortingEnabled(False)
        self.body.addWidget(self.table, 1)
        self.words = Label("heading", wrap=True, parent=self)
        self.words.setObjectName("teamItemWords")
        self.words.setText(" ")  # keeps its line, so that the table does not shrink under the row it scrolled to
        self.body.addWidget(self.words)
        self.line = ChoiceLine("teamAnswer", parent=self)
        self.line.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(self.line)
        self.keys = Label("secondary", wrap=True, parent=self)
        self.body.addWidget(self.keys)
        self.notes = Label("secondary", wrap=True, parent=self)
        self.notes.setObjectName("teamNotes")
        self.body.addWidget(self.notes)
        self._connect()

    def _build_fields(self) -> QHBoxLayout:
        self.code = QLineEdit(self)
        self.code.setObjectName("teamCode")
        self.code.setMaxLength(_LONGEST_CODE)
        self.role = ComboBox("teamRole", parent=self)
        self.level = ComboBox("teamLevel", parent=self)
        self.organisation = ComboBox("teamOrganisation", parent=self)
        self.fields = {
            "respondent": Field(self.code, parent=self),
            "role": Field(self.role, parent=self),
            "digcomp": Field(self.level, parent=self),
            "organisation_kind": Field(self.organisation, parent=self),
        }
        row = QHBoxLayout()
        row.setSpacing(12)
        for field in self.fields.values():
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        return row

    def _columns(self) -> tuple[Column[ItemRow], ...]:
        return (
            Column[ItemRow](key="number", text=lambda row: str(row.number), role="secondary", numeric=True, width=44),
            Column[ItemRow](key="words", text=lambda row: row.words, role="key", stretch=True),
            Column[ItemRow](key="block", text=lambda row: row.block, role="secondary", width=210),
            Column[ItemRow](key="answer", text=lambda row: row.answer, tone=lambda row: row.tone, width=130),
        )

    def _connect(self) -> None:
        self.closing.clicked.connect(self.done)
        self.counting.clicked.connect(lambda: self._presenter.settle(counts=True))
        self.keeping_out.clicked.connect(lambda: self._presenter.settle(counts=False))
        self.table.answered.connect(self._take)
        self.table.row_chosen.connect(lambda _: self._show_line())
        self.line.changed.connect(self._take_line)
        self.code.editingFinished.connect(self._rename)
        self.role.activated.connect(lambda: self._presenter.set_detail("role", TeamRole(self.role.currentData())))
        self.level.activated.connect(lambda: self._presenter.set_detail("digcomp", self.level.currentData()))
        self.organisation.activated.connect(self._set_organisation)

    # --- showing ------------------------------------------------------------------------------------------------------

    def show_state(self, state: SessionState) -> None:
        """Show the questionnaire that is chosen; emits nothing."""
        self._state = state
        one = self._presenter.questionnaire
        if one is None:
            return
        waits = one.state in (ResponseState.NEW, ResponseState.TO_CHECK)
        self.counting.setVisible(state.can_edit and one.state is not ResponseState.ACCEPTED)
        self.keeping_out.setVisible(state.can_edit and waits)
        self.title.setText(f"{one.respondent} · {self._progress(state)}")
        if not (self.code.hasFocus() and self.code.isModified()):
            self.code.setText(one.respondent)
        with quiet(self.role, self.level, self.organisation):
            self.role.set_choices([(role, role_words(role)) for role in (TeamRole.MANAGER, TeamRole.STAFF)], one.role)
            levels: list[tuple[object, str]] = [(n, str(n)) for n in range(1, HIGHEST_LEVEL + 1)]
            self.level.set_choices([(None, self.tr("Not recorded")), *levels], one.digcomp)
            kinds = [(kind, sentence_case(state.texts.term(f"partner_type.{kind}"))) for kind in PartnerType]
            self.organisation.set_choices([(None, self.tr("Not recorded")), *kinds], one.organisation_kind)
        for name, field in self.fields.items():
            field.setVisible(name == "respondent" or (name == "organisation_kind") is not one.is_of_team)
            field.control.setEnabled(state.can_edit)
        self.table.set_rows(self._presenter.items(state))
        if self._shown != one.id:
            self._shown = one.id
            self.line.set_choices(self._choices(of_team=one.is_of_team))
            QTimer.singleShot(0, self._go_to_first_open)
        self.line.setEnabled(state.can_edit)
        self._show_keys()
        self._show_line()
        self._show_notes(one, state)

    def _show_notes(self, one: TeamQuestionnaire, state: SessionState) -> None:
        """Show what came with a form: words of the person's own, and findings with their cells."""
        from fastmap.report.team_words import remark_lines

        lines = [*remark_lines(state.texts, [one])]
        lines += [
            " · ".join(filter(None, (problem.cell, state.texts.say_kept(problem.facts))))
            for problem in one.problems
            if problem.facts is not None
        ]
        shown = lines[:_MOST_NOTES]
        if len(lines) > len(shown):
            shown.append(self.tr("%n more note(s) stand in the file.", "", len(lines) - len(shown)))
        self.notes.setText("\n".join(shown))
        self.notes.setVisible(bool(shown))

    def _progress(self, state: SessionState) -> str:
        one = self._presenter.questionnaire
        assert one is not None  # only shown then
        if not one.is_of_team:
            return self.tr("%n item(s) chosen", "", len(one.picks))
        words = self.tr("{count} of {items} items answered")
        return words.replace("{count}", str(one.answered)).replace("{items}", str(len(state.catalogue.team.items)))

    def _choices(self, *, of_team: bool) -> list[tuple[object, str]]:
        if of_team:
            return [(answer, short_words(answer)) for answer in TeamAnswer]
        return [(True, self.tr("choose for training"))]

    def _go_to_first_open(self) -> None:
        one, state = self._presenter.questionnaire, self._state
        if one is None or state is None:
            return
        items = state.catalogue.team.items
        done = set(one.answers) | set(one.picks)
        # Of a stakeholder's choices nobody can tell which are still open.
        first = next((item for item in items if item not in done), items[0]) if one.is_of_team else items[0]
        self.table.choose(first, "answer")
        self.table.setFocus()

    def _show_line(self) -> None:
        one, item = self._presenter.questionnaire, self.table.chosen_row
        if one is None:
            return
        given = one.answers.get(item) if one.is_of_team else (item in one.picks) or None
        self.line.choose(*(() if given is None else (given,)))
        if self._state is not None and item:
            words = self._state.texts.get(f"team_form.label.{item}")
            self.line.set_question(words)
            self.words.setText(words)
            self._show_keys()

    def _show_keys(self) -> None:
        one, state, item = self._presenter.questionnaire, self._state, self.table.chosen_row
        if one is None or state is None:
            return
        if one.is_of_team:
            self.keys.setText(
                self.tr("1 to 4 answer the item and go on · Enter goes on · Delete takes the answer back")
            )
            return
        words = self.tr("x or 1 chooses, again takes back · Enter goes on")
        if item:
            block = state.catalogue.team.block_of[item]
            chosen = len(set(one.picks) & set(block.items))
            more = self.tr("{block}: {count} chosen, {low} to {high} asked for")
            if block.picks_low == block.picks_high:
                more = self.tr("{block}: {count} chosen, {low} asked for")
            facts = {"count": str(chosen), "low": str(block.picks_low), "high": str(block.picks_high)}
            for name, fact in facts.items():
                more = more.replace(f"{{{name}}}", fact)
            words = f"{more.replace('{block}', state.texts.get(f'team_form.block.{block.key}'))} · {words}"
        self.keys.setText(words)

    # --- answering ----------------------------------------------------------------------------------------------------

    def _take(self, item: str, typed: str) -> None:
        one, state = self._presenter.questionnaire, self._state
        if one is None or state is None or not state.can_edit:
            return
        if not one.is_of_team:
            if not typed:
                self._presenter.pick(item, picked=False)
            elif typed in _PICK_KEYS:
                self._presenter.pick(item)
            return
        if not typed:
            self._presenter.answer(item, None)
        elif typed.isdecimal() and (answer := DIGITS.get(int(typed))) is not None:
            self._presenter.answer(item, answer)
            self.table._go_down()  # noqa: SLF001 - the way of the table itself

    def _set_organisation(self) -> None:
        chosen = self.organisation.currentData()  # Qt keeps the text of an enum, not the enum
        self._presenter.set_detail("organisation_kind", None if chosen is None else PartnerType(chosen))

    def _rename(self) -> None:
        if self.code.isModified():
            self.code.setModified(False)
            self._presenter.set_code(self.code.text())

    def _take_line(self) -> None:
        one, item = self._presenter.questionnaire, self.table.chosen_row
        if one is None or not item:
            return
        if one.is_of_team:
            self._presenter.answer(item, self.line.value)
        else:
            self._presenter.pick(item, picked=bool(self.line.value))
        self.table.setFocus()

    # --- words --------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Set every text."""
        self.counting.setText(self.tr("Let it count"))
        self.keeping_out.setText(self.tr("Keep it out"))
        self.closing.setText(self.tr("Back to results"))
        self.fields["respondent"].set_words(self.tr("Code (no name)"))
        self.fields["role"].set_words(self.tr("Role"))
        self.fields["digcomp"].set_words(self.tr("Digital level (DigComp 1–8)"))
        self.fields["organisation_kind"].set_words(self.tr("Works for"))
        self.table.set_titles(
            {"number": "", "words": self.tr("Item"), "block": self.tr("Block"), "answer": self.tr("Answer")}
        )
        self.table.set_words(self.tr("Items of the questionnaire"))
        self._shown = ""
