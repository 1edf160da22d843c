"""Cells pasted on the partners: what only adds is taken at once, everything else is asked first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.pages.partners_findings import finding_lines
from ui.pages.partners_preview import PartnersPreview

if TYPE_CHECKING:
    from fastmap.changes import SavePartners
    from fastmap.intake.tables import PartnersOutcome
    from fastmap.tasks.partner_edits import PastedPartners
    from ui.pages.partners_exchange import PartnerExchange
    from ui.pages.partners_presenter import PartnersPresenter
    from ui.widgets.table import Paste

_NAMED = 3
"""Texts named in one sentence."""


class PartnersPasting(QObject):
    """Takes pasted cells, or shows what they would change and waits for a yes."""

    said = Signal(str, str)
    """What became of the cells: tone and sentence."""

    def __init__(self, presenter: PartnersPresenter, exchange: PartnerExchange, page: QWidget) -> None:
        """Ask above ``page``."""
        super().__init__(page)
        self._presenter, self._exchange, self._page = presenter, exchange, page
        self._reading = presenter.reading
        self._titles: Mapping[str, str] = {}
        exchange.cells_read.connect(self._ask_about_list)

    def take(self, paste: Paste, titles: Mapping[str, str]) -> None:
        """Take what only adds at once; ask first where recorded partners would change, and about a list of its own.

        ``titles`` are those of the fields of a partner.
        """
        from fastmap.intake.tables import is_partner_list

        self._titles = titles
        if is_partner_list(paste.grid, len(paste.columns)):
            self._exchange.read_cells(paste.grid)
            return
        pasted = self._presenter.pasted(paste)
        remarks = self._left_out(pasted)
        if pasted.updated and pasted.change is not None:
            self._ask(pasted.change, remarks)
        elif self._presenter.take(pasted.change):
            words = " ".join((self.tr("%n partner(s) pasted.", "", pasted.added), *remarks))
            self.said.emit("warn" if remarks else "good", words)

    def _left_out(self, pasted: PastedPartners) -> list[str]:
        found = []
        if pasted.without_type:
            words = self.tr(
                "%n new one(s) left out, because their type is missing: {names}.", "", len(pasted.without_type)
            )
            found.append(words.replace("{names}", ", ".join(pasted.without_type[:_NAMED])))
        if pasted.not_understood:
            words = self.tr("%n cell(s) not understood: {texts}.", "", len(pasted.not_understood))
            found.append(words.replace("{texts}", ", ".join(pasted.not_understood[:_NAMED])))
        if pasted.beyond:
            words = self.tr(
                "%n cell(s) stand in columns that are not typed here: {texts}. Offers are pasted with the headings of "
                "their columns.",
                "",
                len(pasted.beyond),
            )
            found.append(words.replace("{texts}", ", ".join(pasted.beyond[:_NAMED])))
        return found

    def _ask_about_list(self, outcome: PartnersOutcome) -> None:
        from fastmap.tasks.partner_edits import change_of_list

        remarks = finding_lines(outcome.problems, self._reading.state.texts)
        if outcome.other_columns:
            words = self.tr("Columns that were not read: {names}").replace("{names}", ", ".join(outcome.other_columns))
            remarks.insert(0, words)
        change = change_of_list(outcome)
        if change is None and not remarks:
            self.said.emit("neutral", self.tr("Everything in these cells is recorded already."))
        else:
            self._ask(change, remarks)

    def _ask(self, change: SavePartners | None, remarks: Sequence[str]) -> None:
        lines = () if change is None else self._reading.change_lines(change)
        dialog = PartnersPreview(change, lines, remarks, self._titles, parent=self._page)
        dialog.accepted.connect(lambda: self._take(change, len(lines)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take(self, change: SavePartners | None, count: int) -> None:
        if self._presenter.take(change):
            self.said.emit("good", self.tr("%n partner(s) pasted. Undo takes it back.", "", count))
