"""Loading ESCO from the page: what is loaded, which packages to take, how far it is and what it brought."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.pages.needs_cluster_words import language_name
from ui.pages.needs_vocabulary import VocabularyIndex
from ui.pages.needs_words import withdrawn_words
from ui.translating import locale
from ui.widgets.progress_panel import ProgressPanel

if TYPE_CHECKING:
    from fastmap.progress import Progress
    from fastmap.vocabulary.esco import ImportSummary
    from fastmap.vocabulary.versions import Withdrawn
    from ui.session import Session

_NAMED = 3
"""Skills that a message names; the others it counts."""
_SHORT_WORK = 1000
"""Skills whose meaning is read in seconds: no panel comes and goes for them."""


class VocabularyDesk(QObject):
    """Asks above one page and shows in ``panel`` how far the index is."""

    said = Signal(str, str)

    def __init__(self, session: Session, vocabulary: VocabularyIndex, panel: ProgressPanel, page: QWidget) -> None:
        """Begin with what this computer has loaded."""
        super().__init__(page)
        self._session, self._vocabulary, self._panel, self._page = session, vocabulary, panel, page
        panel.cancel_wanted.connect(vocabulary.cancel)
        vocabulary.progressed.connect(self._show_progress)
        vocabulary.work_ended.connect(panel.hide)
        vocabulary.loaded.connect(self._say_loaded)

    def show_vocabulary(self) -> None:
        """Show what is loaded, and the way to load more."""
        from ui.pages.needs_vocabulary_dialog import VocabularyDialog

        texts = self._session.state.texts
        dialog = VocabularyDialog(
            self._vocabulary.status, texts, lambda code: language_name(code, texts), parent=self._page
        )
        dialog.load_wanted.connect(self._ask_for_esco)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_for_esco(self) -> None:
        from ui.frame import asking
        from ui.pages.needs_asking import packages_to_load

        paths = packages_to_load(self._page, asking.documents_folder())
        if paths:
            self.said.emit("neutral", self.tr("ESCO is being loaded. You can go on working meanwhile."))
            self._vocabulary.load_packages(paths)

    def _show_progress(self, progress: Progress) -> None:
        total = progress.total or 0
        if total and total < _SHORT_WORK:
            return
        stage = self._session.state.texts.term(progress.stage)
        if self._panel.isHidden():
            self._panel.begin(stage, self.tr("Cancel"))
        number = locale().toString
        count = self.tr("{done} of {total}").format(done=number(progress.done), total=number(total))
        self._panel.show_step(stage, progress.done, progress.total, count if total else "")

    def _say_loaded(self, brought: ImportSummary, withdrawn: tuple[Withdrawn, ...]) -> None:
        if "labels" in brought.missing:
            self.said.emit(
                "warn", self.tr("This package has no table of skills. Load the classification in a language too.")
            )
            return
        words = self.tr("ESCO is loaded: %n skill(s).", "", brought.skills)
        if withdrawn:
            more = self.tr(
                "%n skill(s) of this file are not in it any more and keep their needs: {names}.", "", len(withdrawn)
            )
            words = f"{words} {more.replace('{names}', withdrawn_words(withdrawn, _NAMED))}"
        self.said.emit("warn" if withdrawn else "good", words)
