"""What pasted partners and offers would add and change, asked before anything is recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractItemView, QDialog, QVBoxLayout, QWidget

from ui.pages.partners_reading import ChangeLine
from ui.theme.theme import current
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.cards import scrolling
from ui.widgets.dialog_foot import dialog_foot
from ui.widgets.dialog_room import open_at
from ui.widgets.labels import Label
from ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from fastmap.changes import SavePartners

_REMARKS_HEIGHT = 150


class PartnersPreview(QDialog):
    """Shows what would change; `accepted` says that it is to be recorded."""

    def __init__(
        self,
        change: SavePartners | None,
        lines: Sequence[ChangeLine],
        remarks: Sequence[str],
        titles: Mapping[str, str],
        *,
        parent: QWidget | None = None,
    ) -> None:
        """Show ``lines``, what ``change`` does, and ``remarks`` on what is left out; ``titles`` are those of the fields."""
        super().__init__(parent)
        self.setObjectName("partnersPreview")
        self._offers = 0 if change is None else len(change.offers)
        self._titles = titles
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        self.title = Label("card", wrap=True, parent=self)
        self.summary = Label("body", wrap=True, parent=self)
        self.summary.setObjectName("partnersPreviewSummary")
        self.table = DataTable(
            "partnersPreviewTable", self._columns(), lambda row: row.id, select_rows=True, parent=self
        )
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.set_rows(lines)
        self.table.setVisible(bool(lines))
        for widget in (self.title, self.summary):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        if remarks:
            column.addWidget(self._remarks(remarks), 0 if lines else 1)
        self.cancelling = Button("partnersPreviewCancel", parent=self)
        self.taking = PrimaryButton("partnersPreviewTake", "check", parent=self)
        column.addLayout(dialog_foot(self.cancelling, self.taking))
        self.taking.setEnabled(change is not None)
        self.taking.setDefault(change is not None)
        (self.taking if change is not None else self.cancelling).setFocus()
        self.cancelling.clicked.connect(self.reject)
        self.taking.clicked.connect(self.accept)
        self._retranslate(lines)
        open_at(self, 860, 540)

    def _columns(self) -> tuple[Column[ChangeLine], ...]:
        return (
            Column[ChangeLine](
                key="what",
                text=lambda row: self.tr("New") if row.is_new else self.tr("Changed"),
                tone=lambda row: "good" if row.is_new else "warn",
                width=104,
            ),
            Column[ChangeLine](key="name", text=lambda row: row.name, role="key", width=230),
            Column[ChangeLine](key="changes", text=self._what, stretch=True, tooltip=self._what),
        )

    def _what(self, line: ChangeLine) -> str:
        parts = [
            f"{self._titles[field]}: {after if line.is_new else f'{before} → {after}'}"
            for field, before, after in line.fields
        ]
        if line.skills:
            words = self.tr("%n offer(s): {skills}", "", len(line.skills))
            parts.insert(0, words.replace("{skills}", ", ".join(line.skills)))
        return "; ".join(parts)

    def _remarks(self, remarks: Sequence[str]) -> QWidget:
        content = QWidget()
        content.setObjectName("partnersPreviewRemarks")
        lines = QVBoxLayout(content)
        lines.setContentsMargins(0, 0, 6, 0)
        lines.setSpacing(4)
        lines.addWidget(Label("heading", self.tr("To look at"), parent=content))
        for words in remarks:
            lines.addWidget(Label("secondary", words, wrap=True, parent=content))
        lines.addStretch(1)
        area = scrolling(content, name="partnersPreviewScroll", parent=self)
        area.setMinimumHeight(current().px(min(_REMARKS_HEIGHT, 34 + 26 * len(remarks))))
        return area

    def _retranslate(self, lines: Sequence[ChangeLine]) -> None:
        new = sum(line.is_new for line in lines)
        self.setWindowTitle(self.tr("Take pasted partners"))
        self.title.setText(self.tr("This is what would change") if lines else self.tr("Nothing would change"))
        parts = [
            self.tr("%n partner(s) new", "", new),
            self.tr("%n changed", "", len(lines) - new),
            self.tr("%n offer(s) new or changed", "", self._offers),
        ]
        self.summary.setText(" · ".join(parts))
        self.table.set_words(self.tr("Partners that would be added or changed"))
        self.table.set_titles({"what": "", "name": self.tr("Name"), "changes": self.tr("What changes")})
        self.cancelling.setText(self.tr("Cancel"))
        self.taking.setText(self.tr("Take these changes"))
