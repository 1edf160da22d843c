"""Keeps the keyboard on the page when the control that had it goes away.

Qt then gives it to whatever comes next, and behind the page come undo and the choice of language: one more Enter or
arrow key would take back what was just done.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.frame.workspace import Workspace


class FocusKeeper(QObject):
    """Watches the bar of one workspace."""

    def __init__(self, bar: QWidget, workspace: Workspace) -> None:
        """Give the keyboard back to the page where it reached ``bar`` by itself."""
        super().__init__(workspace)
        self._bar = bar
        self._workspace = workspace
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # there is a window
        app.focusChanged.connect(self._look)

    def _look(self, old: QWidget | None, now: QWidget | None) -> None:
        if old is not None and now is not None and self._bar.isAncestorOf(now) and not self._bar.isAncestorOf(old):
            # Qt moves the keyboard just before the control is hidden or switched off.
            QTimer.singleShot(0, self, lambda: self._give_back(old, now))

    def _give_back(self, old: QWidget, now: QWidget) -> None:
        is_gone = not isValid(old) or not old.isVisible() or not old.isEnabled()
        page = self._workspace.page
        if is_gone and page is not None and isValid(now) and now.hasFocus():
            page.focus_first()
