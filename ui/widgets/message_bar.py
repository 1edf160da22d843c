"""A calm sentence below the page: something went wrong (and what was kept), or something longer is done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.theme.theme import current, restyle
from ui.widgets.buttons import Button, IconButton
from ui.widgets.labels import IconLabel, Label

_ICONS = {"good": "check-circle", "warn": "warning", "bad": "warning-circle", "neutral": "info", "primary": "info"}
GOOD_NEWS_MS = 6000


class MessageBar(QFrame):
    """One sentence at a time. Bad news stays until it is closed; good news leaves by itself."""

    dismissed = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin hidden."""
        super().__init__(parent)
        self.setObjectName("messageBar")
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 16, 8)
        row.setSpacing(10)
        self._icon = IconLabel("info", 20, "text", parent=self)
        self.sentence = Label("body", wrap=True, parent=self)
        self.sentence.setObjectName("messageBarSentence")
        self.action = Button("messageBarAction", parent=self)
        self.closing = IconButton("messageBarClose", "x", parent=self)
        row.addWidget(self._icon)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.action)
        row.addWidget(self.closing)
        self._on_action: Callable[[], None] | None = None
        self.action.clicked.connect(self._act)
        self.closing.clicked.connect(self.dismiss)
        self._timer = QTimer(self, singleShot=True, interval=GOOD_NEWS_MS)
        self._timer.timeout.connect(self.dismiss)
        self.hide()

    def show_message(
        self, sentence: str, tone: str = "neutral", *, action: str = "", on_action: Callable[[], None] | None = None
    ) -> None:
        """Show ``sentence`` in a tone (``good``, ``warn``, ``bad``, ``neutral``), perhaps with one button."""
        current().tokens.tone(tone)
        self.sentence.setText(sentence)
        self._icon.set_icon(_ICONS[tone], f"tone.{tone}")
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self._on_action = on_action
        restyle(self, band=tone)
        restyle(self.sentence, tone=tone)
        self.show()
        if tone == "good" and not action:
            self._timer.start()
        else:
            self._timer.stop()
        announcement = QAccessibleAnnouncementEvent(self, sentence)
        QAccessible.updateAccessibility(announcement)

    def dismiss(self) -> None:
        """Take the message away."""
        self._timer.stop()
        was_shown = not self.isHidden()
        # Hidden even where it is already: put into another layout it would come back by itself.
        self.hide()
        if was_shown:
            self.dismissed.emit()

    def _act(self) -> None:
        on_action = self._on_action
        self.dismiss()
        if on_action is not None:
            on_action()
