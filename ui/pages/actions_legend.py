"""The line above the grid: what ST, MT and LT mean, which cells are empty, and the way to the balance in words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fastmap.model.actions import ALL_CELLS
from fastmap.model.choices import Timing
from fastmap.texts import Texts, sentence_case
from ui.widgets.buttons import LinkButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Badge, Label


class GridLegend(QWidget):
    """Badges with their words at the left, what is said of the whole grid at the right."""

    balance_wanted = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin without words."""
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        keys = QWidget(self)
        flow = FlowLayout(keys, spacing=8)
        self.title = Label("secondary", parent=keys)
        flow.addWidget(self.title)
        self.words: dict[Timing, tuple[Badge, Label]] = {}
        for timing in Timing:
            pair = QWidget(keys)
            inside = QHBoxLayout(pair)
            inside.setContentsMargins(0, 0, 8, 0)
            inside.setSpacing(6)
            badge, words = Badge(str(timing), str(timing).lower(), parent=pair), Label("secondary", parent=pair)
            inside.addWidget(badge)
            inside.addWidget(words)
            self.words[timing] = (badge, words)
            flow.addWidget(pair)
        middle = QVBoxLayout()  # the badges stand on the line of the words beside them
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addStretch(1)
        middle.addWidget(keys)
        middle.addStretch(1)
        row.addLayout(middle, 1)
        self.empties = Label("secondary", wrap=True, parent=self)
        self.empties.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.empties, 1)
        self.balance = LinkButton("showBalance", "scales", parent=self)
        self.balance.clicked.connect(self.balance_wanted)
        row.addWidget(self.balance)

    def show_empty(self, empty: int) -> None:
        """Say how many cells hold no action."""
        words = self.tr("%n of {all} cells is empty. Empty cells feed the next steps.", "", empty)
        self.empties.setText(words.format(all=len(ALL_CELLS)) if empty else self.tr("Every cell holds an action."))

    def show_gaps(self, gaps: int | None) -> None:
        """Say how many gaps the balance of the grid has; ``None`` while that is being worked out."""
        self.balance.setEnabled(gaps is not None)
        self.balance.setText(self.tr("Balance: %n gap(s)", "", gaps) if gaps else self.tr("Balance"))

    def show_words(self, texts: Texts) -> None:
        """Set every text but what is said of the whole grid."""
        self.title.setText(self.tr("Timing"))
        short = {Timing.ST: self.tr("Short term"), Timing.MT: self.tr("Medium term"), Timing.LT: self.tr("Long term")}
        for timing, (badge, words) in self.words.items():
            full = sentence_case(texts.term(f"timing.{timing}"))
            badge.set_badge(str(timing), str(timing).lower(), full)
            words.setText(short[timing])
            words.setToolTip(full)
