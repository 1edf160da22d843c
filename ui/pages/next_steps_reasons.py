"""Why a recommendation is made, and why one that was answered is back."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.pages import registry
from ui.pages.next_steps_views import ReasonView
from ui.widgets.buttons import LinkButton
from ui.widgets.cards import clear
from ui.widgets.labels import IconLabel, Label


class ReasonBox(QFrame):
    """The tinted box "Why this is suggested": one line per reason, with the way to the pages that hold its figures."""

    page_wanted = Signal(str)
    step_wanted = Signal(object)
    """A `Step` whose indicators are asked for."""

    def __init__(self, name: str, *, parent: QWidget) -> None:
        """Carry object names that end in ``name``; begin empty."""
        super().__init__(parent)
        self._name = name
        self.setProperty("ground", "soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 11)
        column.setSpacing(6)
        self.heading = Label("key", parent=self)
        column.addWidget(self.heading)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(5)
        column.addLayout(self._rows)
        self._shown: tuple[object, ...] = ()

    def show_reasons(self, reasons: tuple[ReasonView, ...], most: int | None) -> None:
        """Show the first ``most`` reasons, or all."""
        heading, shown = self.tr("Why this is suggested"), reasons[:most]
        if (heading, shown) == self._shown:
            return
        self._shown = (heading, shown)
        self.heading.setText(heading)
        clear(self._rows)
        for place, reason in enumerate(shown, start=1):
            row = QHBoxLayout()
            row.setSpacing(9)
            icon = IconLabel(registry.step(reason.pages[0]).icon, 18, "text2", parent=self)
            words = Label("body", reason.sentence, wrap=True, parent=self)
            row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(words, 1)
            for link in self._links(reason, f"{self._name}_{place}"):
                row.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
            self._rows.addLayout(row)

    def _links(self, reason: ReasonView, ending: str) -> Iterator[LinkButton]:
        """Yield the ways to the figures of a reason: other pages, and the indicators of a step on this one."""
        for page in reason.pages:
            if page != "next_steps":
                link = self._link(f"reasonTo_{page}_{ending}", registry.step(page).title, reason)
                link.clicked.connect(partial(self.page_wanted.emit, page))
                yield link
        if reason.step is not None:
            link = self._link(f"reasonToStep_{reason.step}_{ending}", self.tr("Target"), reason)
            link.clicked.connect(partial(self.step_wanted.emit, reason.step))
            yield link

    def _link(self, name: str, words: str, reason: ReasonView) -> LinkButton:
        link = LinkButton(name, parent=self)
        link.setText(words)
        link.setAccessibleName(f"{words}: {reason.sentence}")
        return link


class ReturnBox(QFrame):
    """Says that a decision put off or refused is back, and what changed since; hidden without changes."""

    def __init__(self, *, parent: QWidget) -> None:
        """Begin hidden."""
        super().__init__(parent)
        self.setProperty("band", "warn")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 9, 14, 10)
        column.setSpacing(4)
        self.heading = Label("key", wrap=True, parent=self)
        column.addWidget(self.heading)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(3)
        column.addLayout(self._rows)
        self._shown: tuple[str, ...] = ()
        self.hide()

    def show_changes(self, changes: tuple[str, ...]) -> None:
        """Show one line per change."""
        self.setVisible(bool(changes))
        self.heading.setText(self.tr("Back on the table: its facts have changed since the answer"))
        if changes == self._shown:
            return
        self._shown = changes
        clear(self._rows)
        for line in changes:
            self._rows.addWidget(Label("body", line, wrap=True, parent=self))
