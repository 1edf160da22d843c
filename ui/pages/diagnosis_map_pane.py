"""The map with what a person needs to read it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.diagnosis_map import Bubble, DemandSupplyMap
from ui.pages.diagnosis_words import DiagnosisWords
from ui.widgets.labels import Label


class MapPane(QWidget):
    """The map, and below it what its circles stand for and what is not drawn."""

    chosen = Signal(str)

    def __init__(self, *, parent: QWidget) -> None:
        """Begin hidden."""
        super().__init__(parent)
        self.setObjectName("needMapPane")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.map = DemandSupplyMap("needMap", parent=self)
        column.addWidget(self.map, 1)
        self.legend = Label("secondary", wrap=True, parent=self)
        self.legend.setObjectName("needMapLegend")
        column.addWidget(self.legend)
        self.map.chosen.connect(self.chosen)
        self._left_out = 0
        self.hide()

    def show_bubbles(self, bubbles: Sequence[Bubble], *, line: int, left_out: int) -> None:
        """Show circles; ``left_out`` more stand in the list only."""
        self.map.show_bubbles(bubbles, line=line)
        self._left_out = left_out
        self._say_legend()

    def retranslate(self) -> None:
        """Set the texts."""
        self.map.setAccessibleName(self.tr("Demand and supply: one circle for each verdict"))
        self.map.set_titles(
            {
                "high_low": self.tr("Many need it, little is there: shortage"),
                "high_high": self.tr("Many need it; what is there does not fit or is not used"),
                "low_low": self.tr("Few need it, little is there: future gap"),
                "low_high": self.tr("Few need it, people have it: unused"),
                "unknown": self.tr("No sign of supply yet: ask"),
                "demand": self.tr("Firms that need it →"),
                "supply": self.tr("Signs of supply →"),
            }
        )
        self._say_legend()

    def _say_legend(self) -> None:
        words = self.tr("Large: many people short in 12 months. Solid: well supported; pale: indicative; dotted: thin.")
        if self._left_out:
            words = f"{words} {DiagnosisWords().not_drawn(self._left_out)}"
        self.legend.setText(words)
