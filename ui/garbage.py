"""Collecting garbage in the thread of the window only.

Python looks for unreachable cycles in whatever thread happens to allocate. If that is a worker and a cycle holds a
widget or another Qt object, Qt destroys it in the wrong thread, which it forbids. So the automatic collection is off,
and a timer of the window does the same work (decision 0083).
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 400


class GarbageCollector(QObject):
    """Does what Python's automatic collection would do, by the same thresholds."""

    def __init__(self, parent: QObject) -> None:
        """Switch the automatic collection off, and work until ``parent`` goes."""
        super().__init__(parent)
        gc.disable()
        # What start and imports made will stay; leaving it out keeps each look short.
        gc.freeze()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect the oldest generation that is due."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > thresholds[generation]:
                gc.collect(generation)
                return
