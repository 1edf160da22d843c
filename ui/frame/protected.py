"""Opening a copy under a password: which copy, where the file goes, the password."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from fastmap.errors import FastmapError
from ui.frame import asking
from ui.pages.members_password import PasswordDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.session import Session


def open_protected(parent: QWidget, session: Session, folder: Path, opened: Callable[[Path], object]) -> None:
    """Ask for everything and hand the new file to ``opened``."""
    if (copy := asking.protected_to_open(parent, folder)) is not None:
        open_protected_copy(parent, session, copy, opened)


def open_protected_copy(parent: QWidget, session: Session, copy: Path, opened: Callable[[Path], object]) -> None:
    """Ask where ``copy`` goes and for its password, and hand the new file to ``opened``."""
    title = QCoreApplication.translate("Asking", "Where the opened file goes")
    name = copy.name.removesuffix(asking.PROTECTED_SUFFIX).removesuffix(asking.SUFFIX) + asking.SUFFIX
    target = asking.place_to_save(parent, title, copy.with_name(name))
    if target is None:
        return
    dialog = PasswordDialog(copy.name, is_new=False, parent=parent)

    def take(password: str) -> None:
        from fastmap.assessment import Assessment

        try:
            Assessment.open_protected_copy(copy, target, password)
        except FastmapError as error:
            dialog.show_complaint(session.texts.say(error.message))
            return
        dialog.accept()
        opened(target)

    dialog.entered.connect(take)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
