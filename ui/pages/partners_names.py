"""Organisations that members named in their forms: on the left those to decide about, on the right one of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QVBoxLayout, QWidget

from fastmap.model.ids import PartnerId
from ui.pages.partners_names_card import NameCard, sure_tone
from ui.plain_text import literal
from ui.translating import locale
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.labels import Label
from ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from fastmap.tasks.named_organisations import NamedGroup
    from ui.pages.partners_naming import NamingDesk
    from ui.session import SessionState

_KINDS = ("open", "decided")


class NamesView(QWidget):
    """Names to decide about and names decided; one key, one decision."""

    left = Signal()
    say = Signal(str, str)

    def __init__(self, desk: NamingDesk, *, parent: QWidget) -> None:
        """Decide at ``desk``."""
        super().__init__(parent)
        self.setObjectName("namesView")
        self._desk = desk
        self._state: SessionState | None = None
        self._kind = _KINDS[0]
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(10)
        bar = QHBoxLayout()
        bar.setSpacing(8)
        self.leaving = LinkButton("leaveNames", "arrow-left", parent=self)
        self.chips = {kind: Button(f"names_{kind}", parent=self) for kind in _KINDS}
        bar.addWidget(self.leaving)
        for chip in self.chips.values():
            chip.setCheckable(True)
            bar.addWidget(chip)
        bar.addStretch(1)
        outer.addLayout(bar)
        columns = (
            Column[Any](key="name", text=lambda group: group.name, role="key", stretch=True),
            Column[Any](key="proposal", text=self._proposal, role="secondary", stretch=True),
            Column[Any](key="sure", text=self._sure, tone=self._sure_tone, width=104),
            Column[Any](
                key="members",
                text=lambda group: locale().toString(len(group.members)),
                sort=lambda group: len(group.members),
                numeric=True,
                width=76,
            ),
        )
        self.table = DataTable("namesTable", columns, lambda group: group.key, select_rows=True, parent=self)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.done = Label("body", wrap=True, parent=self)
        self.done.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.done.set_muted(True)
        self.card = NameCard(parent=self)
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(self.table, 12)
        across.addWidget(self.done, 12)
        across.addWidget(self.card, 9)
        outer.addLayout(across, 1)
        self.keys = Label("secondary", wrap=True, parent=self)
        outer.addWidget(self.keys)
        self._connect()

    def _connect(self) -> None:
        self.leaving.clicked.connect(self.left)
        for kind, chip in self.chips.items():
            chip.clicked.connect(lambda _=False, kind=kind: self._show_kind(kind))
        self.table.row_chosen.connect(self._show_chosen)
        self.table.row_opened.connect(self._accept)
        self.card.accepted.connect(self._accept)
        self.card.meant.connect(self._same)
        self.card.new_wanted.connect(self._record)
        self.card.left_out.connect(self._leave_out)
        self.card.taken_back.connect(self._take_back)
        self._desk.ready.connect(self._show_again)
        acts: tuple[tuple[str, Callable[[], None]], ...] = (
            ("1", self._accept),
            ("S", self._begin_same),
            ("N", self._record),
            ("X", self._leave_out),
            ("T", self._take_back),
            ("Esc", self.left.emit),
        )
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for key, act in acts:
            QShortcut(QKeySequence(key), self, context=context).activated.connect(act)

    def retranslate(self) -> None:
        """Set every text."""
        self.leaving.setText(self.tr("Back to partners"))
        self.table.set_titles(
            {
                "name": self.tr("As firms wrote it"),
                "proposal": self.tr("Probably"),
                "sure": self.tr("How sure"),
                "members": self.tr("Firms"),
            }
        )
        self.table.set_words(self.tr("Organisations that firms named"))
        self.card.retranslate()

    # --- showing ------------------------------------------------------------------------------------------------------

    def show_state(self, state: SessionState) -> None:
        """Show the names of a state; the next one takes the place of one that is decided."""
        self._state = state
        snapshot, is_open = state.snapshot, self._kind == "open"
        waiting = self._desk.open_groups(snapshot)
        groups = waiting if is_open else self._desk.decided_groups(snapshot)
        counts = {"open": len(waiting), "decided": self._desk.count_decided(snapshot)}
        words = {"open": self.tr("To decide: {count}"), "decided": self.tr("Decided: {count}")}
        for kind, chip in self.chips.items():
            number = locale().toString(counts[kind])
            chip.setText(literal(words[kind].replace("{count}", number)))
            chip.setChecked(kind == self._kind)
        place, chosen = max(self.table.currentIndex().row(), 0), self.table.chosen_row
        self.table.set_rows(groups)
        shown = self.table.rows.shown
        if shown and chosen not in {group.key for group in shown}:
            self.table.choose(shown[min(place, len(shown) - 1)].key, "name")
        for widget in (self.table, self.card):
            widget.setVisible(bool(shown))
        self.done.setVisible(not shown)
        nothing = self.tr("Nothing is decided yet.")
        if is_open:
            nothing = self.tr("Every organisation that firms named is decided about.")
        elif self._desk.is_deciding:
            nothing = self.tr("The decisions are being put together…")
        self.done.setText(nothing)
        self.keys.setVisible(bool(shown) and state.can_edit)
        self.keys.setText(
            self.tr("Keys: Enter accept, S same as another partner, N new partner, X not a partner, Ctrl+Z undo")
            if self._kind == "open"
            else self.tr("Keys: T take back, Ctrl+Z undo")
        )
        self._show_chosen()

    def _show_again(self) -> None:
        if self._state is not None and self.isVisible():
            self.show_state(self._state)

    def _show_kind(self, kind: str) -> None:
        self._kind = kind
        if self._state is not None:
            self.show_state(self._state)
            self.table.setFocus()

    def _show_chosen(self, _row: str = "") -> None:
        group = self._chosen()
        if group is not None and self._state is not None:
            state = self._state
            self.card.show_group(group, state.snapshot, state.texts, can_edit=state.can_edit)

    def _chosen(self) -> NamedGroup | None:
        return next((group for group in self.table.rows.shown if group.key == self.table.chosen_row), None)

    def _proposal(self, group: NamedGroup) -> str:
        if self._state is None or group.state.value == "not_a_partner":
            return ""
        if group.partner is None:
            return self.tr("new partner")
        return next((one.name for one in self._state.snapshot.partners if one.id == group.partner), "")

    def _sure(self, group: NamedGroup) -> str:
        if self._state is None or group.state.value == "not_a_partner":
            return self.tr("not a partner")
        if group.state.value == "partner":
            return self.tr("partner")
        return self.tr("new") if group.partner is None else self._state.texts.percent(group.likeness)

    def _sure_tone(self, group: NamedGroup) -> str:
        if group.state.value != "open":
            return "neutral"
        return "primary" if group.partner is None else sure_tone(group)

    # --- decisions ----------------------------------------------------------------------------------------------------

    def _ready(self, kind: str) -> NamedGroup | None:
        """Return the group that a decision of ``kind`` may be about, or ``None``."""
        group = self._chosen()
        can_edit = self._state is not None and self._state.can_edit
        return group if group is not None and can_edit and self._kind == kind and self.card.chosen else None

    def _accept(self, _row: str = "") -> None:
        group = self._ready("open")
        if group is None:
            return
        if group.partner is None:
            self._record()
        else:
            self._same(group.partner)

    def _same(self, partner: str) -> None:
        if self._ready("open") is not None:
            self._after(self._desk.same_as(self.card.chosen, PartnerId(partner)))

    def _begin_same(self) -> None:
        if self._ready("open") is not None:
            self.card.begin_same()

    def _record(self) -> None:
        group = self._ready("open")
        if group is None:
            return
        if self.card.type is None:
            self.card.types.setFocus()
            self.say.emit("warn", self.tr("Choose first what kind of organisation it is: no firm said."))
            return
        self._after(self._desk.record(group, self.card.chosen, self.card.type))

    def _leave_out(self) -> None:
        if self._ready("open") is not None:
            self._after(self._desk.leave_out(self.card.chosen))

    def _take_back(self) -> None:
        if self._ready("decided") is not None:
            self._after(self._desk.take_back(self.card.chosen))

    def _after(self, made: bool) -> None:  # noqa: FBT001 - what a decision says
        if made:
            self.table.setFocus()
