"""Grounds and heads: card, rule, the head of a page and the head of a section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from ui.theme.theme import current
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import IconLabel, Label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


_LEAST_WORDS = 260
"""So much room a page's title and sentence keep beside its buttons."""


class Card(QFrame):
    """A surface with a thin line and round corners; put things into `body`.

    ``kind``: ``true`` (plain), ``raised`` (action card), ``dashed`` (empty cell), ``drop`` (drop target).
    """

    def __init__(self, name: str = "", *, kind: str = "true", parent: QWidget | None = None) -> None:
        """Carry the object name ``name``."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("card", kind)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(18, 14, 18, 14)
        self.body.setSpacing(8)


class Rule(QFrame):
    """A hairline."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Lie across the layout."""
        super().__init__(parent)
        self.setProperty("rule", "true")


class SectionHeader(QWidget):
    """Title of a part of a page, a line below it, and buttons at the right."""

    def __init__(self, *, icon: str = "", role: str = "card", parent: QWidget | None = None) -> None:
        """Begin without words; `set_words` gives them."""
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        if icon:
            row.addWidget(IconLabel(icon, parent=self), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        self.title = Label(role, parent=self, wrap=True)
        self.subtitle = Label("secondary", parent=self, wrap=True)
        self.subtitle.hide()
        column.addWidget(self.title)
        column.addWidget(self.subtitle)
        row.addLayout(column, 1)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(12)
        row.addLayout(self._actions)
        row.setAlignment(self._actions, Qt.AlignmentFlag.AlignVCenter)

    def set_words(self, title: str, subtitle: str = "") -> None:
        """Show a title and perhaps a line below it."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))

    def add_action(self, widget: QWidget) -> None:
        """Put a button (or badge) at the right, after those already there."""
        self._actions.addWidget(widget)


class PageHeader(QWidget):
    """The page's title, one sentence on what to do here, and its buttons, the primary one last.

    Where they do not fit side by side (long language, large zoom), the buttons move below the words.
    """

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin without words; `set_words` gives them."""
        super().__init__(parent)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        column = QVBoxLayout()
        column.setSpacing(0)
        self.title = Label("title", parent=self, wrap=True)
        self.title.setObjectName("pageTitle")
        self.subtitle = Label("body", parent=self, wrap=True)
        self.subtitle.set_muted(True)
        column.addWidget(self.title)
        column.addWidget(self.subtitle)
        self._row.addLayout(column, 1)
        self._actions = QWidget(self)
        flow = FlowLayout(self._actions, spacing=12)
        self._flow = flow
        self._row.addWidget(self._actions, 0, Qt.AlignmentFlag.AlignBottom)
        self._actions.hide()

    def set_words(self, title: str, subtitle: str) -> None:
        """Show the title and the sentence below it."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))

    def add_action(self, widget: QWidget) -> None:
        """Put a button at the right, after those already there."""
        self._flow.addWidget(widget)
        self._actions.show()

    def show_actions(self, shown: bool) -> None:  # noqa: FBT001 - a setter
        """Show the buttons, or not: an empty page has its own, and one primary button is enough."""
        self._actions.setVisible(shown and self._flow.count() > 0)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set words and buttons side by side or one below the other."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        words = max(self.title.fontMetrics().horizontalAdvance(self.title.text()), current().px(_LEAST_WORDS))
        fits = words + self._flow.sizeHint().width() + self._row.spacing() <= self.width()
        direction = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if direction != self._row.direction():
            self._row.setDirection(direction)
            sides = Qt.AlignmentFlag.AlignBottom if fits else Qt.AlignmentFlag(0)
            self._row.setAlignment(self._actions, sides)


def scrolling(content: QWidget, *, name: str, parent: QWidget | None = None) -> QScrollArea:
    """Return an area that shows ``content`` at full width and scrolls it up and down."""
    area = QScrollArea(parent)
    area.setObjectName(name)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    content.setProperty("ground", "none")
    # Never wider than the area: one long button would push the ends of all other lines out of sight. It is cut itself instead.
    content.setMinimumWidth(1)
    area.setWidget(content)
    return area


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let the widgets go."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)
