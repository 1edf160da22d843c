"""What happens in quiet moments after a file was opened, so that no first visit of a page has to wait for it.

First the pages' modules are imported in a thread; then, once there are results, one hidden page after another is made
and filled, with pauses in which the window answers. A page that the person visits meanwhile is made at once as ever.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from ui.frame.workspace import Workspace
from ui.pages.registry import Step
from ui.session import Session

PAUSE_MS = 120
"""Between two steps of preparing: time for clicks and keys."""


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
        session.results_ready.connect(self._timer.start)
        session.closed.connect(self._timer.stop)

    def begin(self) -> None:
        """Import all pages in the background and show what they say of themselves."""
        steps = self._steps
        job = self._session.pool.start(lambda _: [step.load() for step in steps])
        job.done.connect(self._workspace.show_all_facts)

    def _prepare(self) -> None:
        if self._session.is_open and self._workspace.prepare_next():
            self._timer.start()
