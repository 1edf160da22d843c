"""What can be chosen for an anonymous edition, and what a person should know before one more is handed out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.buttons import LinkButton
from ui.widgets.fields import ComboBox
from ui.widgets.labels import Label


class AnonymousOptions(QWidget):
    """The smallest number of members behind a figure, the way to the texts to clear, and warnings."""

    k_chosen = Signal(int)
    texts_wanted = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin without words; `retranslate` gives them."""
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.label = Label("key", wrap=True, parent=self)
        self.k = ComboBox("reportK", parent=self)
        self.label.setBuddy(self.k)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.label, 1)
        row.addWidget(self.k)
        column.addLayout(row)
        self.link = LinkButton("reportToTexts", "arrow-right", parent=self)
        column.addWidget(self.link)
        self.warning = Label("secondary", wrap=True, parent=self)
        self.warning.setObjectName("editionWarning")
        self.warning.setProperty("complaint", "true")
        column.addWidget(self.warning)
        self.k.activated.connect(lambda: self.k_chosen.emit(int(self.k.currentData())))
        self.link.clicked.connect(self.texts_wanted)

    def show_choice(self, numbers: Sequence[int], k: int, warnings: Sequence[str], *, can_edit: bool) -> None:
        """Offer ``numbers``, show ``k`` as chosen, and say the ``warnings``; emits nothing."""
        self.k.set_choices([(number, str(number)) for number in numbers], k)
        self.k.setEnabled(can_edit)
        self.warning.setText("\n\n".join(warnings))
        self.warning.setVisible(bool(warnings))

    def retranslate(self) -> None:
        """Set every text."""
        self.label.setText(self.tr("Members behind a figure, at least"))
        self.k.setAccessibleName(self.tr("Members behind a figure, at least"))
        self.link.setText(self.tr("Texts to clear"))
