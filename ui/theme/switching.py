"""Another style sheet at once where somebody looks, and a little later everywhere else.

Qt styles every widget of the program when the sheet of the application changes, twice, and lets each tell the layouts around it.
Of some 2,600 widgets that all pages have together about 150 are in sight. The others sit the switch out here: they look as if
they had not been styled yet, and are styled when they come into sight, or in short turns while nothing else is to do.
Measured: half a second became a sixth (decision record 0312).
"""

from __future__ import annotations

import time
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

_STYLED: Final = Qt.WidgetAttribute.WA_WState_Polished
_LEFT_ALONE: Final = Qt.WidgetAttribute.WA_SetStyle
"""Of a widget that is styled by itself: the application tells it nothing of a new style."""
_TURN_S: Final = 0.008
"""So long one turn styles what is out of sight: no frame is late for it."""


class Switching(QObject):
    """Switches the sheet, and styles afterwards what was out of sight."""

    def __init__(self, app: QApplication) -> None:
        """Belong to ``app``; nothing waits."""
        super().__init__(app)
        self._app = app
        self._waiting: dict[QWidget, None] = {}
        self._aside: list[QWidget] = []
        self._turns = QTimer(self, interval=0)
        self._turns.timeout.connect(self._take_turn)

    @property
    def waiting(self) -> int:
        """How many widgets out of sight are still to be styled."""
        return len(self._waiting)

    def begin(self) -> None:
        """Let everything out of sight sit out what comes until `end`."""
        hidden = [
            widget for widget in self._app.allWidgets() if widget.testAttribute(_STYLED) and not widget.isVisible()
        ]
        self._waiting = {widget: None for widget in (*self._waiting, *hidden) if isValid(widget)}
        self._aside = [widget for widget in self._waiting if not widget.testAttribute(_LEFT_ALONE)]
        for widget in hidden:
            widget.setAttribute(_STYLED, False)
        for widget in self._aside:
            widget.setAttribute(_LEFT_ALONE)

    def end(self) -> None:
        """The new sheet is in place: style what waits when it is shown, or when there is time."""
        for widget in self._aside:
            widget.setAttribute(_LEFT_ALONE, False)
        self._aside = []
        if self._waiting:
            self._app.installEventFilter(self)
            self._turns.start()

    def finish(self) -> None:
        """Style everything that waits now."""
        while self._waiting:
            self._style_next()
        self._rest()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Style what comes into sight before it is painted; never swallows an event."""
        if event.type() == QEvent.Type.Show and watched in self._waiting:
            assert isinstance(watched, QWidget)  # nothing else waits
            del self._waiting[watched]
            _style(watched)
        return False

    def _take_turn(self) -> None:
        end = time.monotonic() + _TURN_S
        while self._waiting and time.monotonic() < end:
            self._style_next()
        if not self._waiting:
            self._rest()

    def _style_next(self) -> None:
        widget, _ = self._waiting.popitem()
        if isValid(widget):
            _style(widget)

    def _rest(self) -> None:
        self._turns.stop()
        self._app.removeEventFilter(self)


def _style(widget: QWidget) -> None:
    """Do for one widget what Qt does for all: forget the sheet of before, take on the new one, tell the layouts."""
    style = widget.style()
    style.unpolish(widget)
    widget.setAttribute(_STYLED)
    style.polish(widget)
    QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))
