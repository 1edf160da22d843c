"""Parts of the detail panel: figures in a strip, how firm a verdict is, and what is folded away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.diagnosis_details_view import Fact
from ui.theme.theme import current
from ui.widgets.buttons import LinkButton
from ui.widgets.labels import IconLabel, Label


class FigureStrip(QFrame):
    """A few numbers side by side, each with what it counts below it."""

    def __init__(self, name: str, *, parent: QWidget) -> None:
        """Carry the object name ``name``."""
        super().__init__(parent)
        self.setObjectName(name)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 8, 12, 8)
        self._row.setSpacing(10)
        self._figures: list[tuple[Label, Label]] = []
        current().changed.connect(self._colour)
        self._colour()

    def show_figures(self, figures: Sequence[Fact]) -> None:
        """Show other figures."""
        while len(self._figures) < len(figures):
            column = QVBoxLayout()
            column.setSpacing(0)
            number, words = Label("card", parent=self), Label("secondary", wrap=True, parent=self)
            number.setObjectName(f"{self.objectName()}{len(self._figures)}")
            column.addWidget(number)
            column.addWidget(words, 0, Qt.AlignmentFlag.AlignTop)
            column.addStretch(1)
            self._row.addLayout(column, 1)
            self._figures.append((number, words))
        for (number, words), figure in zip(self._figures, figures, strict=False):
            number.setText(figure.value)
            words.setText(figure.label)
        self.setAccessibleName("; ".join(f"{figure.value} {figure.label}" for figure in figures))

    def _colour(self) -> None:
        tokens = current().tokens
        self.setStyleSheet(
            f"#{self.objectName()} {{ background: {tokens.sunken}; border-radius: {current().px(8)}px; }}"
        )


class Firmness(QWidget):
    """How easily the verdict would change; who decides it is told when asked, not before."""

    def __init__(self, *, parent: QWidget) -> None:
        """Begin without words."""
        super().__init__(parent)
        self.setObjectName("needFirm")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(8)
        self._firm = IconLabel("shield-check", 18, "tone.good", parent=self)
        self._shaky = IconLabel("warning", 18, "tone.warn", parent=self)
        for icon in (self._firm, self._shaky):
            row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        self.words = Label("body", wrap=True, parent=self)
        self.words.setObjectName("needFirmness")
        self.asking = LinkButton("flippingToggle", "caret-right", parent=self)
        self.asking.setCheckable(True)
        self.names = Label("body", wrap=True, parent=self)
        self.names.setObjectName("needFlipping")
        line = QHBoxLayout()
        line.addWidget(self.asking)
        line.addStretch(1)
        self.notes = Label("secondary", wrap=True, parent=self)
        column.addWidget(self.words)
        column.addLayout(line)
        column.addWidget(self.names)
        column.addWidget(self.notes)
        row.addLayout(column, 1)
        self.asking.clicked.connect(self._ask)
        self._names = ""

    def retranslate(self) -> None:
        """Set the texts that do not come with the details."""
        self.asking.setText(self.tr("Which firms?"))

    def show_firmness(self, is_firm: bool, sentences: Sequence[str], names: str) -> None:  # noqa: FBT001 - a setter
        """Show another verdict's; ``names`` are those on whom it hangs."""
        self.setVisible(bool(sentences))
        self._firm.setVisible(is_firm)
        self._shaky.setVisible(not is_firm)
        self.words.setText(sentences[0] if sentences else "")
        self.notes.setText("\n".join(sentences[1:]))
        self.notes.setVisible(len(sentences) > 1)
        self._names = names
        self.asking.setVisible(bool(names))
        self._ask()

    def _ask(self) -> None:
        is_open = self.asking.isChecked() and bool(self._names)
        self.asking.set_icon("caret-down" if self.asking.isChecked() else "caret-right")
        self.names.setText(self._names if is_open else "")
        self.names.setVisible(is_open)
