"""The offer forms that a partner sent: when, what was found in them, what was remarked, and all cells as they came in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fastmap.local_time import local_time
from fastmap.texts import sentence_case
from ui.pages.partners_findings import finding_lines
from ui.widgets.buttons import LinkButton
from ui.widgets.cards import Card, clear
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from fastmap.model.responses import ProviderReply
    from fastmap.texts import Texts


class SentForms(QWidget):
    """One card per form, the latest first; hidden where none has come in."""

    def __init__(self, *, parent: QWidget) -> None:
        """Begin hidden."""
        super().__init__(parent)
        self.setObjectName("sentForms")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.title = Label("heading", wrap=True, parent=self)
        column.addWidget(self.title)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(8)
        column.addLayout(self._cards)
        self._shown: tuple[tuple[ProviderReply, ...], str] | None = None
        self.hide()

    def retranslate(self) -> None:
        """Set the texts."""
        self.title.setText(self.tr("What it sent"))
        self._shown = None

    def show_replies(self, replies: tuple[ProviderReply, ...], texts: Texts) -> None:
        """Show the forms; the same ones anew leave what is open as it is."""
        if self._shown == (replies, texts.language):
            return
        self._shown = (replies, texts.language)
        clear(self._cards)
        for place, reply in enumerate(replies):
            self._cards.addWidget(_ReplyCard(place, reply, texts, parent=self))
        self.setVisible(bool(replies))


class _ReplyCard(Card):
    """One form."""

    def __init__(self, place: int, reply: ProviderReply, texts: Texts, *, parent: QWidget) -> None:
        super().__init__(f"sentForm{place}", kind="raised", parent=parent)
        self._reply, self._texts = reply, texts
        self.body.setContentsMargins(12, 8, 8, 8)
        self.body.setSpacing(4)
        self.body.addWidget(Label("key", reply.source_name or reply.organisation or reply.id, wrap=True, parent=self))
        parts = (
            texts.date(local_time(reply.received_at).date()),
            texts.term(f"response_state.{reply.state}"),
            reply.respondent_role or "",
        )
        self.body.addWidget(Label("secondary", " · ".join(part for part in parts if part), wrap=True, parent=self))
        if reply.remarks:
            self.body.addWidget(Label("body", reply.remarks, wrap=True, parent=self))
        for line in finding_lines(reply.problems, texts):
            self.body.addWidget(Label("secondary", line, wrap=True, parent=self))
        self.showing = LinkButton(f"sentForm{place}Cells", parent=self)
        self.showing.setCheckable(True)
        self.body.addWidget(self.showing, 0, Qt.AlignmentFlag.AlignLeft)
        self._cells = QVBoxLayout()
        self._cells.setSpacing(2)
        self.body.addLayout(self._cells)
        self.showing.setVisible(bool(reply.raw))
        self.showing.toggled.connect(self._show_cells)
        self._show_cells()

    def _show_cells(self) -> None:
        clear(self._cells)
        is_open = self.showing.isChecked()
        self.showing.setText(self.tr("Hide the cells") if is_open else self.tr("All cells as they came in"))
        if not is_open:
            return
        from fastmap.tasks.originals import sent_cells

        for cell in sent_cells(self._reply):
            asked = cell.place or ""
            if cell.question is not None:
                asked = sentence_case(self._texts.term(cell.question))
            if cell.row is not None:
                line = self.tr("Line {number}").replace("{number}", str(cell.row))
                asked = f"{line} · {asked}"
            self._cells.addWidget(Label("secondary", asked, wrap=True, parent=self))
            self._cells.addWidget(Label("body", cell.found, wrap=True, parent=self))
