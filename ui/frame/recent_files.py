"""The files opened last: kept in the settings, without those whose names an erasure takes away."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.session import Session
from ui.settings import Settings

if TYPE_CHECKING:
    from fastmap.store.erasing_elsewhere import Cleaned


class RecentFiles(QObject):
    """Remembers and forgets; whoever lists the files hears of it by `changed`."""

    changed = Signal()

    def __init__(self, settings: Settings, session: Session, *, parent: QObject) -> None:
        """Follow what ``session`` erases."""
        super().__init__(parent)
        self._settings = settings
        self._before_erasing: tuple[Path, ...] = ()
        session.erasing.connect(self._note)
        session.erased.connect(self._forget_erased)

    def listed(self) -> tuple[tuple[Path, bool], ...]:
        """Return the files, newest first, each with whether it is still there."""
        return tuple((path, path.exists()) for path in self._settings.recent)

    def has(self, path: Path) -> bool:
        """Whether a file was opened here lately."""
        return path in self._settings.recent

    def folder(self) -> Path | None:
        """Return where the file opened last lies."""
        recent = self._settings.recent
        return recent[0].parent if recent else None

    def remember(self, *paths: Path) -> None:
        """Put files first, the last of ``paths`` before all others."""
        for path in paths:
            self._settings.remember(path)
        self.changed.emit()

    def forget(self, path: Path) -> None:
        """Take a file off the list."""
        self._settings.forget(path)
        self.changed.emit()

    def _note(self) -> None:
        self._before_erasing = self._settings.recent

    def _forget_erased(self, cleaned: Cleaned) -> None:
        from fastmap.tasks.erasing import names_erased

        self._settings.take_out(lambda text: names_erased(cleaned, text), self._before_erasing)
        self._before_erasing = ()
        self.changed.emit()
