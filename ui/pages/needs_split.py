"""A text that names several skills, cut into parts: each with its own skill, all of them one decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.theme.theme import current
from ui.widgets.buttons import Button, LinkButton, PrimaryButton
from ui.widgets.cards import clear
from ui.widgets.completion import CompletionField, Suggestion
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from fastmap.model.ids import SkillUri
    from fastmap.tasks.consolidating import PartProposal
    from fastmap.tasks.text_decisions import ChosenPart

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CLOSE_ENOUGH = 0.5
"""Below this likeness a part begins with its own words rather than with a skill nobody meant."""


class SplitPanel(QWidget):
    """Parts below each other: words on the left, skill on the right. Enter takes them, Esc leaves the text whole."""

    wanted = Signal(object)
    """A list of `ChosenPart`."""
    cancelled = Signal()
    skills_wanted = Signal(object, int, str)
    """The field that asks, number of the question, text."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin without parts."""
        super().__init__(parent)
        self._rows: list[tuple[QLineEdit, CompletionField]] = []
        self._text_has_parts = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.title = Label("heading", wrap=True, parent=self)
        self._parts = QVBoxLayout()
        self._parts.setSpacing(6)
        self.buttons = QWidget(self)
        flow = FlowLayout(self.buttons, spacing=8)
        self.taking = PrimaryButton("splitTake", "check", parent=self.buttons)
        self.more = Button("splitMore", "plus", parent=self.buttons)
        self.leaving = LinkButton("splitCancel", "x", parent=self.buttons)
        for button in (self.taking, self.more, self.leaving):
            flow.addWidget(button)
        column.addWidget(self.title)
        column.addLayout(self._parts)
        column.addWidget(self.buttons)
        self.taking.clicked.connect(self.take)
        self.more.clicked.connect(self._add_blank)
        self.leaving.clicked.connect(self.cancelled)
        for button in (self.taking, self.more, self.leaving):
            button.installEventFilter(self)
        self._words = ("", "")
        self._own = ("{text}", "")

    def retranslate(self) -> None:
        """Set every text."""
        self.title.setText(self.tr("It names several skills"))
        self.taking.setText(self.tr("Split into these (Enter)"))
        self.more.setText(self.tr("Add a part"))
        self.leaving.setText(self.tr("Leave it whole (Esc)"))
        self._words = (self.tr("Words of part {number}"), self.tr("Skill of part {number}"))
        self._own = (self.tr("Own skill “{text}”"), self.tr("Not in the vocabulary"))

    def begin(self, text: str, parts: tuple[PartProposal, ...], label: Callable[[SkillUri], str]) -> None:
        """Offer the parts of ``text``; without any, the text itself and a blank one to be typed."""
        self._text_has_parts = len(parts) > 1
        clear(self._parts)
        self._rows = []
        for part in parts:
            best = part.options[0] if part.options and part.options[0].score >= _CLOSE_ENOUGH else None
            self._add(part.text, Suggestion(value=best.uri, title=label(best.uri)) if best is not None else None)
        if len(parts) < 2:
            self._add(text, None)
            self._add("", None)

    def focus_first(self) -> None:
        """Put the keyboard where one goes on: on the button if the parts are there, else on the words of the first."""
        if self._text_has_parts:
            self.taking.setFocus()
        else:
            self._rows[0][0].setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on with Enter from field to field; the last one takes the parts. Esc leaves the text whole."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if isinstance(watched, CompletionField) and watched.wants_key(event.key()):
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
            return True
        if event.key() in _ENTER and isinstance(watched, QLineEdit):
            self._go_on(watched)
            return True
        return super().eventFilter(watched, event)

    def _add_blank(self) -> None:
        self._add("", None)
        self._rows[-1][0].setFocus()

    def _add(self, text: str, meaning: Suggestion | None) -> None:
        row = QWidget(self)
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        number = str(len(self._rows) + 1)
        words = QLineEdit(text, row)
        words.setObjectName(f"splitWords{number}")
        words.setAccessibleName(self._words[0].replace("{number}", number))
        words.setCursorPosition(0)
        skill = CompletionField(f"splitSkill{number}", parent=row)
        skill.setAccessibleName(self._words[1].replace("{number}", number))
        skill.setPlaceholderText(self._words[1].replace("{number}", number))
        skill.set_own_words(*self._own)
        if meaning is not None:
            skill.begin_with_choice(meaning)
        elif text:
            skill.begin_with(text)
        skill.setCursorPosition(0)
        skill.wanted.connect(lambda asked, typed: self.skills_wanted.emit(skill, asked, typed))
        skill.chosen.connect(lambda _: self._go_on(skill))
        for field in (words, skill):
            field.installEventFilter(self)
            across.addWidget(field, 1)
        row.setFixedHeight(current().px(38))
        self._parts.addWidget(row)
        row.show()
        self._rows.append((words, skill))

    def _go_on(self, field: QLineEdit) -> None:
        fields: list[QLineEdit] = [field for row in self._rows for field in row]
        place = fields.index(field)
        following: QWidget = fields[place + 1] if place + 1 < len(fields) else self.taking
        following.setFocus()

    def take(self) -> None:
        """Announce the parts as they stand."""
        from fastmap.tasks.text_decisions import ChosenPart

        chosen: list[ChosenPart] = []
        for words, skill in self._rows:
            meaning = skill.taken
            if meaning is None:
                continue
            uri: SkillUri | None = meaning.value  # type: ignore[assignment]  # put there by the presenter
            text = words.text().strip() if uri is not None else meaning.title
            chosen.append(ChosenPart(text=text or meaning.title, skill=uri))
        if chosen:
            self.wanted.emit(chosen)
