"""Why not the others: candidates that stand on no card, each with the one condition that keeps it down."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.next_steps_views import OtherView
from ui.widgets.buttons import LinkButton
from ui.widgets.cards import Card, Rule, clear
from ui.widgets.labels import Badge, Label


class OthersCard(Card):
    """Folded at first; the count stands on its button."""

    def __init__(self, *, parent: QWidget) -> None:
        """Begin folded and without candidates."""
        super().__init__("whyNotOthers", parent=parent)
        self._others: tuple[OtherView, ...] = ()
        self._shown: tuple[OtherView, ...] | None = None
        self.heading = Label("card", wrap=True, parent=self)
        self.help = Label("secondary", wrap=True, parent=self)
        self.toggle = LinkButton("showWhyNotOthers", "caret-right", parent=self)
        self.body.addWidget(self.heading)
        self.body.addWidget(self.help)
        self.body.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignLeft)
        self._list = QWidget(self)
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(8)
        self.body.addWidget(self._list)
        self._list.hide()
        self.toggle.clicked.connect(self._turn)

    def show_others(self, others: tuple[OtherView, ...]) -> None:
        """Show ``others``, hidden without any."""
        self._others = others
        self.setVisible(bool(others))
        self.retranslate()
        if not self._list.isHidden():
            self._fill()

    def retranslate(self) -> None:
        """Set every text."""
        self.heading.setText(self.tr("Why not the others"))
        self.help.setText(
            self.tr("Each condition is tried alone: what would lift the suggestion furthest, and to which place.")
        )
        count = len(self._others)
        is_open = not self._list.isHidden()
        self.toggle.set_icon("caret-down" if is_open else "caret-right")
        self.toggle.setText(
            self.tr("Hide %n suggestion(s)", "", count) if is_open else self.tr("Show %n suggestion(s)", "", count)
        )

    def _turn(self) -> None:
        self._list.setVisible(self._list.isHidden())
        if not self._list.isHidden():
            self._fill()
        self.retranslate()

    def _fill(self) -> None:
        if self._others == self._shown:
            return
        self._shown = self._others
        clear(self._rows)
        for item in self._others:
            self._rows.addWidget(Rule(parent=self._list))
            row = QHBoxLayout()
            row.setSpacing(14)
            words = QVBoxLayout()
            words.setSpacing(1)
            words.addWidget(Label("key", item.title, wrap=True, parent=self._list))
            words.addWidget(Label("body", item.condition, wrap=True, parent=self._list))
            if item.then:
                words.addWidget(Label("secondary", item.then, wrap=True, parent=self._list))
            row.addLayout(words, 1)
            badge = Badge(item.badge.text, item.badge.tone, parent=self._list)
            badge.set_badge(item.badge.text, item.badge.tone, item.badge.full)
            row.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
            self._rows.addLayout(row)
