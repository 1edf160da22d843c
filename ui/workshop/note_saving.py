"""Saving what is typed about an item of the agenda, beside the agenda and in the manager's view alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPlainTextEdit

    from fastmap.model.ids import WorkshopId
    from ui.session import Session
    from ui.workshop.meeting import Meeting

_REST_MS = 2_000
"""So long nothing was typed before a note is saved: whoever writes minutes stays in the field for an hour."""


def at_rest(field: QPlainTextEdit, save: Callable[[], object]) -> QTimer:
    """Call ``save`` whenever nothing was typed into ``field`` for a moment."""
    rest = QTimer(field, singleShot=True, interval=_REST_MS)
    rest.setObjectName("noteRest")
    rest.timeout.connect(save)
    field.textChanged.connect(rest.start)
    return rest


def save_typed(
    session: Session,
    meeting: Meeting,
    about: tuple[WorkshopId, str],
    notes: QPlainTextEdit,
    decisions: QPlainTextEdit,
) -> None:
    """Save what was typed ``about`` an item of a workshop; where nothing is different, what could not be saved before.

    What the file cannot take is handed over all the same: the session holds it, and nobody shall hand it over again.
    """
    if not (notes.document().isModified() or decisions.document().isModified()):
        session.save_held()
        return
    typed = notes.toPlainText(), decisions.toPlainText()
    meeting.note(*about, *typed)
    for field, text in zip((notes, decisions), typed, strict=True):
        if field.toPlainText() == text:  # nothing was typed meanwhile
            field.document().setModified(False)
