"""Everybody around the cluster: the table of partners, who takes part above it, and the panel of one beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fastmap.model.choices import ActorState, PartnerType
from ui.pages.page import quiet
from ui.pages.partners_merging import MergeDialog
from ui.pages.partners_panel import PartnerPanel
from ui.pages.partners_pasting import PartnersPasting
from ui.pages.partners_presenter import PartnersPresenter
from ui.pages.partners_rows import actor_views, partner_rows
from ui.pages.partners_strips import NamesStrip
from ui.pages.partners_table import ActorStrip, PartnerTable
from ui.theme.theme import current
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from fastmap.model.ids import PartnerId
    from ui.pages.partners_exchange import PartnerExchange
    from ui.session import Session, SessionState
    from ui.widgets.table import Paste

_NARROW = 912
"""Width at 100 % below which the table leaves columns to the panel."""


class PartnersDirectory(QWidget):
    """Edits go to the presenter at once; what concerns the whole page is told by signals."""

    said = Signal(str, str)
    """What was done: tone and sentence."""
    new_wanted = Signal(str)
    """A partner that is not recorded yet: what its name may be."""
    recorded = Signal()
    """The new partner is there."""
    left = Signal()
    """The panel was closed."""

    def __init__(
        self, session: Session, presenter: PartnersPresenter, exchange: PartnerExchange, *, parent: QWidget
    ) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._session = session
        self._presenter = presenter
        self._reading = presenter.reading
        self._type: PartnerType | None = None
        """The type of partner that is filtered by."""
        self.pasting = PartnersPasting(presenter, exchange, self)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        left = QVBoxLayout()
        left.setSpacing(12)
        self.names_strip = NamesStrip(parent=self)
        left.addWidget(self.names_strip)
        self.strip = ActorStrip(parent=self)
        left.addWidget(self.strip)
        self.shown = Label("secondary", parent=self)
        self.shown.setObjectName("partnersShown")
        left.addWidget(self.shown)
        self.table = PartnerTable("partnerTable", self._reading.choices, parent=self)
        left.addWidget(self.table, 1)
        across.addLayout(left, 1)
        self.panel = PartnerPanel(presenter, parent=self)
        across.addWidget(self.panel)
        self._connect()

    def _connect(self) -> None:
        self.strip.type_chosen.connect(self._filter_by_type)
        self.table.cell_edited.connect(self._edit)
        self.table.row_added.connect(lambda name: self.new_wanted.emit(str(name or "")))
        self.table.pasted.connect(self._paste)
        self.table.delete_wanted.connect(self._remove)
        self.table.cells_cleared.connect(self._presenter.clear_cells)
        self.table.row_opened.connect(self.open)
        self.table.row_chosen.connect(self._follow)
        self.panel.closed.connect(self._make_room)
        self.panel.closed.connect(self.left)
        self.panel.recorded.connect(self._show_new)
        self.panel.merge_wanted.connect(self._merge)
        self.pasting.said.connect(self.said)

    # --- showing ------------------------------------------------------------------------------------------------------

    def show_state(self, state: SessionState) -> None:
        """Fill the table, and the panel where it is open."""
        with quiet(self.table):
            self.table.set_rows(partner_rows(state.snapshot, state.texts))
            self.table.rows.set_adding("name", self.tr("Type a name to add a partner") if state.can_edit else "")
        self._show_actors()
        self._make_room()
        self._count_shown()
        if self._shows_partner():
            self.panel.show_partner(self.panel.partner)

    def open(self, partner: str) -> None:
        """Show one partner beside the table."""
        self.panel.show_partner(partner)
        self._make_room()

    def begin_new(self, name: str) -> None:
        """Ask for a partner that is not recorded yet."""
        self.panel.begin_new(name, self._reading.choices("type"))
        self._make_room()

    def search(self, text: str) -> None:
        """Show those that have ``text`` somewhere in their line."""
        self.table.set_filter(text)
        self._count_shown()

    def _shows_partner(self) -> bool:
        return not self.panel.isHidden() and bool(self.panel.partner)

    def _show_new(self, partner: str) -> None:
        self.recorded.emit()
        new = self._reading.partner(partner)
        if new is not None and self._type not in (None, new.type):
            self._filter_by_type(None)  # it would not be in the table that it was just put into
            self._show_actors()
        self.table.choose(partner, "name")
        self.open(partner)

    def _show_actors(self) -> None:
        state = self._session.state
        self.strip.show_actors(actor_views(state.results, state.texts), self._type)

    def _follow(self, partner: str) -> None:
        if partner and self._shows_partner():
            self.panel.show_partner(partner)

    def _make_room(self) -> None:
        """Leave out what the panel shows too while it is open, and what finds no place in a narrow window."""
        is_open, is_narrow = not self.panel.isHidden(), self.width() < current().px(_NARROW)
        left_out = {"skills", "level", "in_cluster"} if is_open else set()
        if is_narrow:
            left_out |= {"type"} if is_open else {"skills"}  # what is typed into stays; a row opens on its skills
        self.table.leave_out(left_out)
        # While it filters the table it stays in sight: nobody could say why rows are missing.
        is_wanted = not is_open or self._type is not None
        self.strip.setVisible(is_wanted and self._session.is_open and self._session.state.results is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as there is room for."""
        super().resizeEvent(event)
        self._make_room()

    def _filter_by_type(self, type_: PartnerType | None) -> None:
        self._type = type_
        self.table.rows.set_predicate(None if type_ is None else lambda row: row.type is type_)
        self._make_room()
        self._count_shown()

    def _count_shown(self) -> None:
        """Say how many partners are in sight where some are not."""
        shown, total = len(self.table.rows.shown), len(self._session.state.snapshot.partners)
        words = self.tr("%n of {total} partners shown", "", shown)
        self.shown.setText(words.replace("{total}", self._session.state.texts.number(total)))
        self.shown.setVisible(shown < total)

    # --- what a person does -------------------------------------------------------------------------------------------

    def _edit(self, row: str, column: str, value: object) -> None:
        if not self._presenter.edit_cell(row, column, value):
            self.show_state(self._session.state)

    def _paste(self, paste: Paste) -> None:
        if not self._session.state.can_edit:
            return
        if len(paste.grid) == 1 and len(paste.grid[0]) == 1 and paste.rows and paste.columns:
            self._edit(paste.rows[0], paste.columns[0], paste.grid[0][0])
        else:
            more = {"contact": self.tr("Contact"), "governance": self.tr("Seat in a body of the cluster")}
            self.pasting.take(paste, self._titles() | more)

    def _remove(self, partners: list[str]) -> None:
        if self._presenter.remove(partners):
            self.said.emit("good", self.tr("%n partner(s) removed. Undo brings them back.", "", len(partners)))

    def _merge(self, partner: str) -> None:
        dialog = MergeDialog(self._presenter, partner, parent=self)
        if dialog.exec() and dialog.kept is not None and dialog.gone is not None:
            self._take_merge(dialog.kept, dialog.gone)
        dialog.deleteLater()

    def _take_merge(self, kept: PartnerId, gone: PartnerId) -> None:
        if self._presenter.merge(kept, gone):
            self.open(kept)
            self.table.choose(kept, "name")
            self.said.emit("good", self.tr("Two partners are one now. Undo takes it back."))

    # --- words --------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Set every text."""
        self.table.set_titles(self._titles())
        self.table.set_words(self.tr("Partners"))
        texts = self._session.texts
        self.strip.set_words(
            self.tr("Who takes part"), {state: texts.term(f"actor_state.{state}") for state in ActorState}
        )
        self.panel.retranslate()
        self.names_strip.retranslate()

    def _titles(self) -> dict[str, str]:
        return {
            "name": self.tr("Name"),
            "type": self.tr("Type"),
            "level": self.tr("Level"),
            "in_cluster": self.tr("In the cluster"),
            "stage": self.tr("How close"),
            "offers": self.tr("Offers"),
            "skills": self.tr("Skills"),
        }
