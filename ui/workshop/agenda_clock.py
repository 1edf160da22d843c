"""How much time is left for the item of the agenda that is on."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

_EVERY_MS = 1000


class AgendaClock(QObject):
    """Counts down for one item at a time; goes on below nought, so that everybody sees by how much it is over."""

    ticked = Signal()
    over = Signal()
    """The time of the item is up; sent once."""

    def __init__(self, *, now_s: Callable[[], float] = monotonic, parent: QObject | None = None) -> None:
        """Stand still; ``now_s`` tells seconds that never go back."""
        super().__init__(parent)
        self._now_s = now_s
        self._ends_at_s: float | None = None
        self._has_told = False
        self.item: tuple[str, str] | None = None
        """Workshop and item that is on; ``None``: none is."""
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.tick)

    def begin(self, workshop: str, item: str, minutes: int) -> None:
        """Give an item its time from now on."""
        self.item = (workshop, item)
        self._ends_at_s = self._now_s() + 60 * minutes
        self._has_told = False
        self._timer.start()
        self.tick()

    def stop(self) -> None:
        """Let no item be on."""
        self.item, self._ends_at_s = None, None
        self._timer.stop()
        self.ticked.emit()

    @property
    def left_s(self) -> int | None:
        """Seconds left, below 0 once the time is up; ``None`` while no item is on."""
        return None if self._ends_at_s is None else round(self._ends_at_s - self._now_s())

    def tick(self) -> None:
        """Tell how time goes by."""
        left = self.left_s
        if left is not None and left <= 0 and not self._has_told:
            self._has_told = True
            self.over.emit()
        self.ticked.emit()
