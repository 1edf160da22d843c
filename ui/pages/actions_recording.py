"""What happens when somebody records, changes or removes a practice of the cluster's own."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from fastmap.model.actions import Cell
from fastmap.model.choices import Complexity, Scope
from ui.pages.actions_practices import PracticeDraft, PracticesPanel
from ui.pages.actions_presenter import ActionsPresenter, cell_words
from ui.session import Session, SessionState

_CELLS = tuple(Cell(scope, complexity) for complexity in Complexity for scope in Scope)


class PracticeRecording(QObject):
    """Fills the panel of practices and listens to its form."""

    said = Signal(str, str)

    def __init__(
        self, panel: PracticesPanel, presenter: ActionsPresenter, session: Session, *, parent: QObject
    ) -> None:
        """Take what ``panel`` says to ``presenter``."""
        super().__init__(parent)
        self._panel, self._presenter, self._session = panel, presenter, session
        panel.edit_wanted.connect(self._edit)
        panel.form.saved.connect(self._save)
        panel.form.removed.connect(self._remove)

    def show_state(self, state: SessionState) -> None:
        """Show all practices, cell by cell."""
        parts = [(cell_words(cell, state.texts), self._presenter.practices(cell)) for cell in _CELLS]
        self._panel.show_all(parts, can_edit=state.can_edit)

    def _edit(self, practice: str) -> None:
        known = self._presenter.practice(practice) if practice else None
        self._panel.open_form(known, _CELLS, self._session.state.texts)

    def _save(self, draft: PracticeDraft) -> None:
        self._panel.close_form()
        if self._presenter.save_practice(draft):
            self.said.emit("good", self.tr("Recorded. It is suggested where its cell and a kind of partner fit."))

    def _remove(self, practice: str) -> None:
        self._panel.close_form()
        if self._presenter.remove_practice(practice):
            self.said.emit("good", self.tr("The practice was removed. Undo brings it back."))
