"""Notices that nobody sits at the kiosk any more, warns, and counts down."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

IDLE_MS: Final = 70_000
"""So long nobody touches anything until the warning."""
WARNING_S: Final = 20
"""So long the warning is shown: after 90 seconds in all the form is emptied."""
_SIGNS: Final = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.TouchBegin}
)


class Idleness(QObject):
    """Watches the keys and the mouse of the whole program while the kiosk is there."""

    warned = Signal()
    counted = Signal(int)
    """Seconds left."""
    expired = Signal()

    def __init__(self, kiosk: QWidget) -> None:
        """Watch for ``kiosk``, whose event filter passes on what it sees to `notice`."""
        super().__init__(kiosk)
        self._kiosk = kiosk
        self._left = 0
        self._quiet = QTimer(self, singleShot=True, interval=IDLE_MS)
        self._quiet.timeout.connect(self._warn)
        self._second = QTimer(self, interval=1_000)
        self._second.timeout.connect(self._count)
        QApplication.instance().installEventFilter(kiosk)  # type: ignore[union-attr]  # there is one: a widget is

    def restart(self) -> None:
        """Begin to wait anew, unless the warning is in sight."""
        if not self._second.isActive():
            self._quiet.start()

    def notice(self, event: QEvent) -> None:
        """Take a key or a click as a sign of somebody."""
        if event.type() in _SIGNS and not self._second.isActive():
            self._quiet.start()

    def somebody_is_there(self) -> None:
        """End the warning."""
        self._second.stop()
        self._quiet.start()

    def stop(self) -> None:
        """Watch no more."""
        self._quiet.stop()
        self._second.stop()
        QApplication.instance().removeEventFilter(self._kiosk)  # type: ignore[union-attr]  # as above

    def _warn(self) -> None:
        self._left = WARNING_S
        self._second.start()
        self.warned.emit()
        if self._second.isActive():  # nobody said that there is nothing to warn of
            self.counted.emit(self._left)

    def _count(self) -> None:
        self._left -= 1
        if self._left > 0:
            self.counted.emit(self._left)
            return
        self.somebody_is_there()
        self.expired.emit()
