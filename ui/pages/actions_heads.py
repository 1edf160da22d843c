"""The heads of the grid: who must act above its columns, how much changes beside its rows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from fastmap.model.choices import Complexity, Scope
from ui.pages.actions_presenter import ICONS, TONES
from ui.theme.theme import current
from ui.widgets.labels import Badge, IconLabel, Label

ROW_HEAD = 112


class ColumnHead(QWidget):
    """Icon, name, plain words and the number of actions of one column."""

    def __init__(self, scope: Scope, *, parent: QWidget | None = None) -> None:
        """Head the column of ``scope``."""
        super().__init__(parent)
        self.setObjectName(f"columnHead_{scope}")
        self._scope = scope
        self._tone = TONES[scope]
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 6, 0)
        row.setSpacing(9)
        row.addWidget(IconLabel(ICONS[scope], 20, f"tone.{self._tone}", parent=self), 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.name = Label("heading", wrap=True, parent=self)
        self.subtitle = Label("secondary", wrap=True, parent=self)
        words.addStretch(1)
        words.addWidget(self.name)
        words.addWidget(self.subtitle)
        words.addStretch(1)
        row.addLayout(words, 1)
        self.count = Badge(parent=self)
        row.addWidget(self.count, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_count(self, count: int) -> None:
        """Show how many actions the column has."""
        self.count.set_badge(str(count), self._tone, self.tr("%n action(s)", "", count))

    def retranslate(self) -> None:
        """Set name and plain words."""
        names = {
            Scope.ALONE: self.tr("Acting alone"),
            Scope.REGIONAL: self.tr("Regional collaboration"),
            Scope.INTERNATIONAL: self.tr("International collaboration"),
        }
        subtitles = {
            Scope.ALONE: self.tr("Services for members"),
            Scope.REGIONAL: self.tr("Partners in the region or country"),
            Scope.INTERNATIONAL: self.tr("Clusters and universities abroad"),
        }
        self.name.setText(names[self._scope])
        self.subtitle.setText(subtitles[self._scope])


class RowHead(QWidget):
    """Name and explanation of one row."""

    def __init__(self, complexity: Complexity, *, parent: QWidget | None = None) -> None:
        """Head the row of ``complexity``."""
        super().__init__(parent)
        self.setObjectName(f"rowHead_{complexity}")
        self._complexity = complexity
        column = QVBoxLayout(self)
        column.setContentsMargins(0, current().px(8), 0, 0)
        column.setSpacing(3)
        self.name = Label("heading", wrap=True, parent=self)
        self.subtitle = Label("secondary", wrap=True, parent=self)
        column.addWidget(self.name)
        column.addWidget(self.subtitle)
        column.addStretch(1)

    def retranslate(self) -> None:
        """Set name and explanation."""
        names = {
            Complexity.LOW_MEDIUM: self.tr("Low–medium complexity"),
            Complexity.HIGH: self.tr("High complexity"),
        }
        subtitles = {
            Complexity.LOW_MEDIUM: self.tr("Changes one element of the skills ecosystem"),
            Complexity.HIGH: self.tr("Changes how the whole ecosystem works; medium to long term"),
        }
        self.name.setText(names[self._complexity])
        self.subtitle.setText(subtitles[self._complexity])

    @property
    def least_width(self) -> int:
        """The longest word must fit."""
        return max(current().px(ROW_HEAD), self.minimumSizeHint().width())
