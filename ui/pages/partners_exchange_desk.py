"""What a person sees of files that go out to partners and come back: what to choose, progress, and what was found."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.pages.partners_asking import AskDialog
from ui.pages.partners_exchange import PartnerExchange
from ui.pages.partners_findings import FindingsDialog
from ui.pages.partners_replies import KEEP_OUT, ReplyDialog
from ui.widgets.progress_panel import ProgressPanel

if TYPE_CHECKING:
    from fastmap.progress import Progress
    from ui.pages.partners_reading import PartnersReading
    from ui.session import Session


class ExchangeDesk(QObject):
    """Asks above one page; what reads and writes is `PartnerExchange`."""

    said = Signal(str, str)
    """What became of files: tone and sentence."""

    def __init__(self, session: Session, reading: PartnersReading, page: QWidget) -> None:
        """Make the progress panel, which ``page`` puts where it belongs."""
        super().__init__(page)
        self._session, self._reading, self._page = session, reading, page
        self.exchange = PartnerExchange(session, self)
        self.progress = ProgressPanel("partnersProgress", parent=page)
        self.exchange.began.connect(lambda words: self.progress.begin(words, self.tr("Cancel")))
        self.exchange.progressed.connect(self._show_progress)
        self.exchange.idle.connect(self.progress.hide)
        self.exchange.ended.connect(self.said)
        self.progress.cancel_wanted.connect(self.exchange.cancel)

    # --- out ----------------------------------------------------------------------------------------------------------

    def ask_providers(self) -> None:
        """Let the person choose whom to ask, and write their demand sheets."""
        from fastmap.report.protection import k_in_force
        from fastmap.tasks.asking_providers import partners_to_ask

        state = self._session.state
        usual = [partner.id for partner in partners_to_ask(state.snapshot)]
        k = k_in_force(state.snapshot, state.catalogue.rules)
        texts = self._reading.texts_of_file()
        dialog = AskDialog(state.snapshot.partners, usual, texts, least_members=k, parent=self._page)
        if dialog.exec():
            title = self.tr("Choose a folder for the sheets")
            folder = QFileDialog.getExistingDirectory(self._page, title, str(state.path.parent))
            if folder:
                language = str(dialog.language.currentData())
                self.exchange.write_sheets(dialog.chosen, language, Path(folder), dialog.day)
        dialog.deleteLater()

    # --- in -----------------------------------------------------------------------------------------------------------

    def ask_for_list(self) -> None:
        """Let the person choose a list of partners to import."""
        kinds = self.tr("Spreadsheets ({patterns})").replace("{patterns}", "*.xlsx *.xls *.ods *.csv")
        chosen, _ = QFileDialog.getOpenFileName(self._page, self.tr("Choose a list of partners"), "", kinds)
        if chosen:
            self.exchange.import_files([Path(chosen)])

    def review_replies(self) -> None:
        """Show the forms that wait, one after the other, until none is left or somebody wants to go on later."""
        for reply in self.exchange.waiting_replies():
            state = self._session.state
            types = self._reading.choices("type")
            dialog = ReplyDialog(reply, state.snapshot.partners, types, state.texts, parent=self._page)
            decision, partner, new = dialog.exec(), dialog.partner, dialog.new_partner
            dialog.deleteLater()
            if not decision:
                return
            if new is not None and decision != KEEP_OUT:
                self.exchange.settle_as_new(reply.id, *new)
            else:
                self.exchange.settle_reply(reply.id, None if decision == KEEP_OUT else partner)

    def show_findings(self) -> None:
        """Show what was found in the files that came in last."""
        dialog = FindingsDialog(self.exchange.findings, self._session.state.texts, parent=self._page)
        dialog.exec()
        dialog.deleteLater()

    def _show_progress(self, progress: Progress) -> None:
        self.progress.show_step(self._session.state.texts.term(progress.stage), progress.done, progress.total)
