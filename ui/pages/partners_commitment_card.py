"""The chosen commitment in full, below the table that may have to cut its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.cards import Card
from ui.widgets.fields import Field
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from ui.pages.partners_commitments import CommitmentRow

_LONGEST = 1000


class CommitmentCard(Card):
    """What is promised, by whom and by when; where it can be seen is typed here too."""

    evidence_typed = Signal(str, str)
    """Id of the commitment, and the words."""

    def __init__(self, *, parent: QWidget) -> None:
        """Begin hidden."""
        super().__init__("commitmentCard", parent=parent)
        self.body.setContentsMargins(16, 12, 16, 12)
        self.body.setSpacing(6)
        self._row = ""
        self.what = Label("heading", wrap=True, parent=self)
        self.facts = Label("body", wrap=True, parent=self)
        self.evidence = QLineEdit(self)
        self.evidence.setObjectName("commitmentEvidence")
        self.evidence.setMaxLength(_LONGEST)
        self.evidence_field = Field(self.evidence, parent=self)
        for widget in (self.what, self.facts, self.evidence_field):
            self.body.addWidget(widget)
        self.evidence.editingFinished.connect(lambda: self.evidence_typed.emit(self._row, self.evidence.text()))
        self.hide()

    def retranslate(self) -> None:
        """Set the texts."""
        self.evidence_field.set_words(self.tr("Where it can be seen"))

    def show_row(self, row: CommitmentRow | None, *, can_edit: bool) -> None:
        """Show another commitment, or the same one anew: what is being typed stays; hidden without one."""
        self.setVisible(row is not None)
        if row is None:
            self._row = ""
            return
        is_other, self._row = row.id != self._row, row.id
        self.what.setText(row.what)
        due = self.tr("by {day}").replace("{day}", row.due_words) if row.due_words else self.tr("no date")
        who = row.who or self.tr("nobody named")
        kind = row.kind or self.tr("kind not said")
        self.facts.setText(" · ".join((who, kind, due, row.state)))
        if is_other or not self.evidence.hasFocus():
            self.evidence.setText(row.evidence)
        self.evidence.setEnabled(can_edit)
