"""What a person sees of returned forms that are being read: how far that is, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from ui.pages.needs_importing import FormImport
from ui.translating import locale
from ui.widgets.progress_panel import ProgressPanel

if TYPE_CHECKING:
    from fastmap.assessment import StoredAttachment
    from fastmap.model.responses import FileOutcome
    from fastmap.model.snapshot import Snapshot
    from fastmap.progress import Progress
    from ui.pages.needs_presenter import NeedsPresenter
    from ui.session import Session


class _Basis(NamedTuple):
    """What the list of the last import goes by."""

    snapshot: Snapshot
    outcomes: tuple[FileOutcome, ...]
    kept: tuple[StoredAttachment, ...]

    def is_same_as(self, other: _Basis) -> bool:
        return self.snapshot is other.snapshot and self.outcomes is other.outcomes and self.kept == other.kept


class ImportDesk(QObject):
    """Follows the import, shows it in ``panel``, and knows what the last one left to do."""

    changed = Signal()
    """Reading has begun, or has ended with nothing taken."""
    taken = Signal()
    """What was read is in the file."""
    said = Signal(str, str)

    def __init__(
        self, session: Session, forms: FormImport, presenter: NeedsPresenter, panel: ProgressPanel, parent: QObject
    ) -> None:
        """Begin with nothing under way."""
        super().__init__(parent)
        self._session, self._forms, self._presenter, self._panel = session, forms, presenter, panel
        self._known: tuple[_Basis, tuple[FileOutcome, ...]] | None = None
        forms.began.connect(self._show_began)
        forms.progressed.connect(self._show_progress)
        forms.storing.connect(self._show_storing)
        forms.ended.connect(self._show_ended)
        forms.dropped.connect(self._show_dropped)
        panel.cancel_wanted.connect(forms.cancel)

    def outcomes(self, snapshot: Snapshot) -> tuple[FileOutcome, ...]:
        """Return the last import of this session, else what the file remembers of it, and all that waits."""
        from fastmap.tasks.last_import import as_it_stands

        basis = _Basis(snapshot, self._forms.outcomes, self._presenter.kept_files())
        if self._known is None or not basis.is_same_as(self._known[0]):
            self._known = (basis, as_it_stands(basis.outcomes, basis.snapshot, basis.kept))
        return self._known[1]

    def _show_began(self) -> None:
        self._panel.begin(self.tr("Looking for files…"), self.tr("Cancel"))
        self.changed.emit()

    def _show_progress(self, progress: Progress) -> None:
        count = ""
        if progress.total:
            number = locale().toString
            count = self.tr("{done} of {total} files").format(done=number(progress.done), total=number(progress.total))
        self._panel.show_step(self._session.state.texts.term(progress.stage), progress.done, progress.total, count)

    def _show_storing(self) -> None:
        self._panel.show_step(self.tr("Storing the answers…"), 0, None)
        self._panel.cancelling.setEnabled(False)

    def _show_ended(self, outcomes: tuple[FileOutcome, ...]) -> None:
        self._panel.hide()
        self.taken.emit()
        self.said.emit("good", self._summary(outcomes))

    def _show_dropped(self, was_cancelled: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._panel.hide()
        self.changed.emit()
        if was_cancelled:
            self.said.emit("neutral", self.tr("The import was cancelled. Nothing was kept."))

    def _summary(self, outcomes: tuple[FileOutcome, ...]) -> str:
        from fastmap.model.choices import ImportState

        counted = sum(outcome.state in (ImportState.ACCEPTED, ImportState.PARTIAL) for outcome in outcomes)
        waiting = sum(outcome.state is ImportState.TO_CHECK for outcome in outcomes)
        return self.tr("{files}: {counted} count, {waiting} to check.").format(
            files=self.tr("%n file(s)", "", len(outcomes)),
            counted=locale().toString(counted),
            waiting=locale().toString(waiting),
        )
