"""What happens in quiet moments after a file was opened, so that no first visit of a page has to wait for it.

First the pages' modules are imported in a thread; then, once there are results, one hidden page after another is made
and filled, with pauses in which the window answers. A page that the person visits meanwhile is made at once as ever.
"""

from __future__ import annotations

import time
from math import inf

from PySide6.QtCore import QObject, QTimer

from ui.frame.workspace import Workspace
from ui.pages.registry import Step
from ui.session import Session

PAUSE_MS = 120
"""Between two steps of preparing: time for clicks and keys."""
QUIET_MS = 1_000
"""So long nothing was edited before a page is prepared: while phones answer, each page would be filled again and again."""


class Preparer(QObject):
    """Prepares the pages of one workspace."""

    def __init__(self, session: Session, workspace: Workspace, steps: tuple[Step, ...]) -> None:
        """Wait for `begin`."""
        super().__init__(workspace)
        self._session = session
        self._workspace = workspace
        self._steps = steps
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self._prepare)
        self._edited_at = -inf
        self._is_held = False
        session.results_ready.connect(self._timer.start)
        session.touched.connect(self._note_edit)
        session.closed.connect(self._timer.stop)

    def begin(self) -> None:
        """Import all pages in the background and show what they say of themselves."""
        steps = self._steps
        job = self._session.pool.start(lambda _: [step.load() for step in steps])
        job.done.connect(self._workspace.show_all_facts)

    def hold(self, *, is_held: bool) -> None:
        """Prepare nothing for a while, or go on: making a page takes a tenth of a second, in which no phone is served."""
        if is_held != self._is_held:
            self._is_held = is_held
            self._timer.start()

    def _note_edit(self) -> None:
        self._edited_at = time.monotonic()

    def _prepare(self) -> None:
        if self._is_held:
            return
        is_quiet = time.monotonic() - self._edited_at >= QUIET_MS / 1000
        if self._session.is_open and (not is_quiet or self._workspace.prepare_next()):
            self._timer.start()
