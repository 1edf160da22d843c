"""The row above the member table: search and filters at the left, what is done with those chosen at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.members_rows import MemberRow
from ui.theme.theme import current
from ui.widgets.buttons import Button
from ui.widgets.fields import SearchField
from ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from fastmap.texts import Texts

_FILTERS: dict[str, Callable[[MemberRow], bool]] = {
    "all": lambda _: True,
    "not_asked": lambda row: not row.standing.asked,
    "asked": lambda row: row.standing.asked,
    "answered": lambda row: row.standing.answered,
    "to_call": lambda row: row.standing.to_call,
    "overdue": lambda row: row.standing.is_overdue,
}


class MemberFilters(QWidget):
    """Exclusive buttons that say how many members each would show."""

    wanted = Signal(object)
    """What says of a `MemberRow` whether it is wanted; ``None``: all are."""

    def __init__(self, *, parent: QWidget) -> None:
        """Begin with all members."""
        super().__init__(parent)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        left = QWidget(self)
        flow = FlowLayout(left, spacing=8)
        self.search = SearchField("memberSearch", parent=left)
        flow.addWidget(self.search)
        self._buttons: dict[str, Button] = {}
        for key in _FILTERS:
            button = Button(f"memberFilter_{key}", parent=left)
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, key=key: self._choose(key))
            self._buttons[key] = button
            flow.addWidget(button)
        self._buttons["all"].setChecked(True)
        across.addWidget(left, 1)
        self.details = Button("memberDetails", "identification-card", parent=self)
        self.statusing = Button("memberStatus", "tag", parent=self)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.statusing)
        buttons.addWidget(self.details)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(buttons)
        right.addStretch(1)
        across.addLayout(right)
        current().changed.connect(self._fit)
        self._fit()

    def show_rows(self, rows: Sequence[MemberRow], texts: Texts, *, can_edit: bool) -> None:
        """Say how many of ``rows`` each filter finds."""
        titles = self._titles()
        found = {key: sum(map(is_wanted, rows)) for key, is_wanted in _FILTERS.items()}
        for key, button in self._buttons.items():
            button.setText(f"{titles[key]} {texts.number(found[key])}")
        # A filter that finds nobody is in the way, unless it is the one that is on.
        late = self._buttons["overdue"]
        late.setVisible(late.isChecked() or bool(found["overdue"]))
        self.details.setEnabled(bool(rows))
        self.statusing.setEnabled(bool(rows) and can_edit)

    def show_all(self) -> None:
        """Search and filter for nothing."""
        self.search.clear()
        self._choose("all")

    def retranslate(self) -> None:
        """Set the texts that do not depend on the members."""
        self.search.set_words(self.tr("Search"))
        self.statusing.setText(self.tr("Set status…"))
        self.details.setText(self.tr("Details"))

    def _titles(self) -> dict[str, str]:
        return {
            "all": self.tr("All"),
            "not_asked": self.tr("Not asked"),
            "asked": self.tr("Asked"),
            "answered": self.tr("Answered"),
            "to_call": self.tr("To be called"),
            "overdue": self.tr("Overdue"),
        }

    def _choose(self, key: str) -> None:
        for other, button in self._buttons.items():
            button.setChecked(other == key)
        self.wanted.emit(None if key == "all" else _FILTERS[key])

    def _fit(self) -> None:
        self.search.setFixedWidth(current().px(150))
