"""Texts to clear on the page *Report*: each free text with a box to tick before anonymous editions may show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fastmap.model.privacy import FreeText
from ui.pages.page import quiet
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, clear, scrolling
from ui.widgets.check_box import CheckBox
from ui.widgets.labels import Label
from ui.widgets.marked_text import MarkedText

if TYPE_CHECKING:
    from fastmap.tasks.clearing import TextToClear
    from ui.session import Session, SessionState

_AT_ONCE = 50
"""Texts shown before a person asks for more: a remark of every member of a large cluster is a long list."""


class TextRow(Card):
    """One text: what it is, its words with the names in it marked, and the box."""

    wanted = Signal(bool)

    def __init__(self, one: TextToClear, place: int, what: str, *, can_edit: bool, parent: QWidget) -> None:
        """Show ``one``, the text number ``place``; ``what`` says what it is."""
        super().__init__(f"textRow_{place}", parent=parent)
        self.body.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(Label("key", what, wrap=True, parent=self), 1)
        self.box = CheckBox(f"clearText_{place}", parent=self)
        self.box.setText(self.tr("May be shown"))
        self.box.setAccessibleName(self.tr("Show this text in anonymous editions: {text}").replace("{text}", one.text))
        self.box.setChecked(one.is_cleared)
        self.box.setEnabled(can_edit and (one.is_cleared or not one.names))
        head.addWidget(self.box)
        self.body.addLayout(head)
        self.words = MarkedText(f"textWords_{place}", parent=self)
        self.words.set_text(one.text, one.names)
        self.body.addWidget(self.words)
        self.hint = Label("secondary", _hint_of(one), wrap=True, parent=self)
        self.hint.setObjectName(f"textHint_{place}")
        self.hint.setVisible(bool(self.hint.text()))
        self.body.addWidget(self.hint)
        self.box.toggled.connect(self.wanted)

    def show_cleared(self, one: TextToClear) -> None:
        """Show whether the same text is cleared by now; announces nothing."""
        with quiet(self.box):
            self.box.setChecked(one.is_cleared)
        self.hint.setText(_hint_of(one))
        self.hint.setVisible(bool(self.hint.text()))


class TextsView(QWidget):
    """The list, and what clearing means."""

    def __init__(self, session: Session, *, parent: QWidget) -> None:
        """Show the texts of what ``session`` has open."""
        super().__init__(parent)
        self.setObjectName("textsView")
        self._session = session
        self._texts: tuple[TextToClear, ...] = ()
        self._rows: list[TextRow] = []
        self._made_of: tuple[object, ...] = ()
        self._shown = _AT_ONCE
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.meaning = Label("body", wrap=True, parent=self)
        self.count = Label("secondary", wrap=True, parent=self)
        self.count.setObjectName("textsCount")
        column.addWidget(self.meaning)
        column.addWidget(self.count)
        inside = QWidget(self)
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 0, 10, 4)
        self._list.setSpacing(8)
        self._rows_column = QVBoxLayout()
        self._rows_column.setSpacing(8)
        self.more = Button("moreTexts", parent=inside)
        self.more.clicked.connect(self._show_more)
        self._list.addLayout(self._rows_column)
        self._list.addWidget(self.more)
        self._list.addStretch(1)
        column.addWidget(scrolling(inside, name="textsList", parent=self), 1)

    def show_state(self, state: SessionState) -> None:
        """Show the texts of the file; rows stay where only their boxes change, so that the keyboard stays in them."""
        from fastmap.tasks.clearing import texts_to_clear

        contacts = self._session.assessment.contacts()
        self._texts = texts_to_clear(state.snapshot, contacts)
        made_of = (state.can_edit, *((one.kind, one.key, one.text, one.about, one.names) for one in self._texts))
        if made_of != self._made_of:
            self._made_of = made_of
            self._make_rows()
        else:
            for row, one in zip(self._rows, self._texts, strict=False):
                row.show_cleared(one)
        self._count()

    def retranslate(self) -> None:
        """Set every text."""
        self.meaning.setText(
            self.tr(
                "Anonymous editions show no remark, note or reason unless you cleared it here. Read each one: "
                "can anybody tell from it who wrote it? Words that name a member, a partner or a contact person "
                "are marked; such a text cannot be cleared."
            )
        )
        self.more.setText(self.tr("Show more"))
        self._make_rows()
        self._count()

    def _make_rows(self) -> None:
        if not self._session.is_open:
            return
        clear(self._rows_column)
        state = self._session.state
        self._rows = []
        for place, one in enumerate(self._texts[: self._shown], start=1):
            row = TextRow(one, place, self._what(one), can_edit=state.can_edit, parent=self)
            row.wanted.connect(lambda cleared, place=place: self._settle(place - 1, cleared))
            self._rows.append(row)
            self._rows_column.addWidget(row)
        self.more.setVisible(len(self._texts) > self._shown)

    def _what(self, one: TextToClear) -> str:
        match one.kind:
            case FreeText.REMARK:
                return self.tr("Remark of a member")
            case FreeText.ACTION_NOTE:
                return self.tr("Note to “{action}”").replace("{action}", one.about)
            case FreeText.VERDICT_REASON:
                return self.tr("Reason for the conclusion on “{skill}”").replace("{skill}", one.about)
            case _:
                title = self._session.state.texts.term(f"action.{one.about}.title")
                return self.tr("Reason for the decision on “{title}”").replace("{title}", title)

    def _settle(self, place: int, cleared: bool) -> None:  # noqa: FBT001 - as the box tells it
        from fastmap.errors import FastmapError
        from fastmap.tasks.clearing import clear_texts, withdraw_texts

        one, state = self._texts[place], self._session.state
        wanted = [(one.kind, one.key)]
        if not cleared:
            self._session.apply(withdraw_texts(wanted))
            return
        try:
            change = clear_texts(state.snapshot, self._session.assessment.contacts(), wanted)
        except FastmapError as error:
            self._rows[place].show_cleared(one)
            self._session.failed.emit(error)
            return
        self._session.apply(change)

    def _show_more(self) -> None:
        self._shown += _AT_ONCE
        self._make_rows()

    def _count(self) -> None:
        if not self._texts:
            self.count.setText(self.tr("There are no remarks, notes or reasons in this assessment yet."))
            return
        cleared = sum(one.is_cleared for one in self._texts)
        words = self.tr("{cleared} of {all} may be shown.")
        self.count.setText(words.replace("{cleared}", str(cleared)).replace("{all}", str(len(self._texts))))


def _hint_of(one: TextToClear) -> str:
    if one.names:
        return QCoreApplication.translate("TextRow", "Names somebody: it stays out of anonymous editions.")
    if one.was_changed:
        return QCoreApplication.translate("TextRow", "It was cleared once and reads otherwise now. Read it again.")
    return ""
