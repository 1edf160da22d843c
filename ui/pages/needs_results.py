"""What became of every file of an import: a list by kind, each file with its reasons and cells, and what to decide."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fastmap.texts import sentence_case
from ui.pages.needs_file import FileDetail, state_tone, state_words
from ui.pages.needs_importing import FileRow, file_rows
from ui.plain_text import literal
from ui.theme.theme import current
from ui.translating import locale
from ui.widgets.buttons import Button
from ui.widgets.cards import clear
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fastmap.model.choices import ImportState
    from fastmap.model.ids import MemberCode
    from fastmap.model.responses import FileOutcome
    from fastmap.texts import Texts
    from ui.session import SessionState
    from ui.widgets.completion import Suggestion

_MEMBER = 2


class ImportResults(QWidget):
    """The last import."""

    settle_wanted = Signal(object, str, object)
    """Response id, what to do with it (`fastmap.tasks.settling.Decision`), member or ``None``."""
    open_wanted = Signal(str)
    """SHA-256 of a kept scan or photo that somebody wants to see."""
    put_away_wanted = Signal(str)
    """SHA-256 of one that is typed in."""
    typing_wanted = Signal()
    partners_wanted = Signal()
    """Somebody wants to decide about an offer form."""
    members_wanted = Signal(int, str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin with nothing to show."""
        super().__init__(parent)
        self._state: SessionState | None = None
        self._rows: tuple[FileRow, ...] = ()
        self._row: FileRow | None = None
        self._texts: Texts | None = None
        self._chip_bar = QWidget(self)
        self._chips = FlowLayout(self._chip_bar, spacing=8)
        self._chosen_state: ImportState | None = None
        columns = (
            Column[FileRow](key="file", text=lambda row: row.name, role="key", stretch=True),
            Column[FileRow](key="state", text=self._state_words, tone=state_tone, width=168),
            Column[FileRow](key="member", text=lambda row: row.member, width=160),
            Column[FileRow](
                key="needs",
                text=lambda row: "" if row.needs is None else locale().toString(row.needs),
                sort=lambda row: row.needs,
                numeric=True,
                width=108,
            ),
        )
        self.table = DataTable("importTable", columns, lambda row: row.key, select_rows=True, parent=self)
        self.detail = FileDetail(parent=self)
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(self.table, 1)
        across.addWidget(self.detail)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(10)
        outer.addWidget(self._chip_bar)
        outer.addLayout(across, 1)
        self.table.row_chosen.connect(self._choose)
        self.detail.settle_wanted.connect(self._settle)
        self.detail.open_wanted.connect(self.open_wanted)
        self.detail.put_away_wanted.connect(self.put_away_wanted)
        self.detail.typing_wanted.connect(self.typing_wanted)
        self.detail.partners_wanted.connect(self.partners_wanted)
        self.detail.whose.wanted.connect(self.members_wanted)

    def show_outcomes(self, outcomes: Sequence[FileOutcome], state: SessionState, kept: frozenset[str]) -> None:
        """Show the outcomes of an import as they stand now; ``kept``: SHA-256 of the files still to be typed in."""
        self._state, self._texts = state, state.texts
        self._rows = file_rows(outcomes, state.snapshot, kept)
        self._show_chips()
        self.table.set_rows(self._rows)
        self._apply_chip()
        if self.table.chosen_row == "" and self.table.rows.shown:
            self.table.choose(self.table.rows.shown[0].key)
        self._choose(self.table.chosen_row)

    def retranslate(self) -> None:
        """Set every text."""
        self.table.set_titles(
            {
                "file": self.tr("File"),
                "state": self.tr("What became of it"),
                "member": self.tr("Sent by"),
                "needs": self.tr("Needs"),
            }
        )
        self.table.set_words(self.tr("Files of the last import"))
        self.detail.retranslate()

    def offer_members(self, number: int, suggestions: list[Suggestion]) -> None:
        """Answer `members_wanted`."""
        self.detail.whose.offer(number, suggestions)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the name of the file enough room: the member stands beside it as well."""
        super().resizeEvent(event)
        room = self.width() - self.detail.width() - current().px(12 + 168 + 160 + 108)
        self.table.setColumnHidden(_MEMBER, room < current().px(150))

    # --- inside -------------------------------------------------------------------------------------------------------

    def _state_words(self, row: FileRow) -> str:
        return sentence_case(state_words(row, self._texts)) if self._texts is not None else ""

    def _show_chips(self) -> None:
        clear(self._chips)
        counts = Counter(row.state for row in self._rows if not row.settled)
        if self._chosen_state not in counts:
            self._chosen_state = None
        all_words = self.tr("All: {count}").format(count=locale().toString(len(self._rows)))
        self._chips.addWidget(self._chip("all", None, all_words))
        for state in dict.fromkeys(row.state for row in self._rows if not row.settled):
            assert self._texts is not None  # set with the rows
            words = self._texts.term(f"import_state.{state.value}")
            words = f"{words[:1].upper()}{words[1:]}: {locale().toString(counts[state])}"
            self._chips.addWidget(self._chip(state.value, state, words))

    def _chip(self, name: str, state: ImportState | None, words: str) -> Button:
        chip = Button(f"importOnly_{name}", parent=self._chip_bar)
        chip.setCheckable(True)
        chip.setChecked(state is self._chosen_state)
        chip.setText(literal(words))
        chip.clicked.connect(lambda: self._only(state))
        return chip

    def _only(self, state: ImportState | None) -> None:
        self._chosen_state = state
        for place in range(self._chips.count()):
            item = self._chips.itemAt(place)
            chip = item.widget() if item is not None else None
            if isinstance(chip, Button):
                chip.setChecked(chip.objectName() == f"importOnly_{state.value if state is not None else 'all'}")
        self._apply_chip()

    def _apply_chip(self) -> None:
        state = self._chosen_state
        self.table.rows.set_predicate(None if state is None else lambda row: row.state is state and not row.settled)

    def _choose(self, key: str) -> None:
        self._row = next((row for row in self._rows if row.key == key), None)
        self.detail.setVisible(self._row is not None)
        if self._row is not None and self._state is not None:
            self.detail.show_file(self._row, self._state_words(self._row), self._state)

    def _settle(self, how: str, member: MemberCode | None) -> None:
        if self._row is not None and self._row.response is not None:
            self.settle_wanted.emit(self._row.response.id, how, member)
