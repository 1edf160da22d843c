"""Files dropped on the window: an assessment is opened, everything else goes to the page that takes it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QDropEvent

from ui.frame.asking import PROTECTED_SUFFIX, SUFFIX

if TYPE_CHECKING:
    from ui.frame.window import MainWindow
    from ui.pages.page import Page
    from ui.pages.registry import Step


class FileDrops:
    """Knows who takes which files: the window, the page in sight before all others, or nobody."""

    def __init__(self, window: MainWindow, steps: tuple[Step, ...]) -> None:
        """Give to ``window`` or to the pages of ``steps``."""
        self._window = window
        self._steps = steps

    def is_welcome(self, event: QDropEvent) -> bool:
        """Whether somebody here takes what hangs on the pointer."""
        paths = _paths_of(event)
        return _is_assessment(paths) or self._step_for(paths) is not None

    def take(self, event: QDropEvent) -> None:
        """Give what was dropped to whoever takes it."""
        paths = _paths_of(event)
        if _is_assessment(paths):
            self._window.open_file(paths[0])
        elif (step := self._step_for(paths)) is not None:
            self._window.workspace.show_page(step).take_files(paths)

    def _step_for(self, paths: Sequence[Path]) -> str | None:
        """Return the key of the step whose page takes all of ``paths``."""
        if not paths or not self._window.session.is_open:
            return None
        suffixes = {"" if path.is_dir() else path.suffix.lower() for path in paths}
        workspace = self._window.workspace
        takers: list[Page | type[Page]] = [workspace.page_class(step) for step in self._steps]
        if workspace.page is not None:
            takers.insert(0, workspace.page)  # in sight it may take more than others of its class
        return next((taker.key for taker in takers if suffixes <= taker.takes), None)


def _is_assessment(paths: Sequence[Path]) -> bool:
    return len(paths) == 1 and paths[0].suffix.lower() in (SUFFIX, PROTECTED_SUFFIX)


def _paths_of(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
