"""Asking for files: the system's own dialogs, in one place so that tests can answer in their stead."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

SUFFIX = ".fastmap"
PROTECTED_SUFFIX = ".age"
"""Of copies under a password."""


def documents_folder() -> Path:
    """Return where a person's own files usually go."""
    from PySide6.QtCore import QStandardPaths

    named = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    # A new computer names the folder before anybody has made it.
    return named if named.is_dir() else Path.home()


def beside(path: Path, addition: str) -> Path:
    """Return a name for another file beside ``path``."""
    return path.with_name(f"{path.stem} – {addition}{path.suffix}")


def as_assessment(path: Path) -> Path:
    """Return ``path`` with the ending of an assessment."""
    return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)


def not_taken(path: Path) -> Path:
    """Return ``path``, or the first one with a number behind its name that no file has."""
    free, number = path, 2
    while free.exists():
        free = path.with_name(f"{path.stem} {number}{path.suffix}")
        number += 1
    return free


def file_to_open(parent: QWidget, folder: Path) -> Path | None:
    """Ask which assessment to open; ``None`` if nobody chose."""
    from PySide6.QtWidgets import QFileDialog

    title = QCoreApplication.translate("Asking", "Open an assessment")
    kinds = QCoreApplication.translate("Asking", "Assessments (*.fastmap)")
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(folder), kinds)
    return Path(chosen) if chosen else None


def protected_to_open(parent: QWidget, folder: Path) -> Path | None:
    """Ask which copy under a password to open; ``None`` if nobody chose."""
    from PySide6.QtWidgets import QFileDialog

    title = QCoreApplication.translate("Asking", "Open a copy under a password")
    kinds = QCoreApplication.translate("Asking", "Copies under a password (*.age)")
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(folder), kinds)
    return Path(chosen) if chosen else None


def place_to_save(parent: QWidget, title: str, proposal: Path) -> Path | None:
    """Ask where an assessment should go; ``None`` if nobody chose. The dialog asks before it names an existing file."""
    from PySide6.QtWidgets import QFileDialog

    kinds = QCoreApplication.translate("Asking", "Assessments (*.fastmap)")
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(proposal), kinds)
    if not chosen:
        return None
    return as_assessment(Path(chosen))


def picture_to_read(parent: QWidget, title: str, folder: Path) -> Path | None:
    """Ask for a picture; ``None`` if nobody chose."""
    from PySide6.QtWidgets import QFileDialog

    kinds = QCoreApplication.translate("Asking", "Pictures (*.png *.jpg *.jpeg)")
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(folder), kinds)
    return Path(chosen) if chosen else None


def folder_to_read(parent: QWidget, title: str, folder: Path) -> Path | None:
    """Ask for a folder; ``None`` if nobody chose."""
    from PySide6.QtWidgets import QFileDialog

    chosen = QFileDialog.getExistingDirectory(parent, title, str(folder))
    return Path(chosen) if chosen else None
