"""What changed in the file and when; values put back, and everything as it was at a moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from ui.frame.history import HistoryPresenter, HistoryRow
from ui.theme.theme import restyle
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.dialog_room import open_at
from ui.widgets.fields import ComboBox, SearchField
from ui.widgets.labels import FactLabel, Label
from ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from fastmap.errors import FastmapError
    from fastmap.tasks.history import ValueChange
    from ui.session import Session

_SHOWN_ROWS = 200
"""An import alters thousands of rows; so many can be read."""


class HistoryDialog(QDialog):
    """Two tables: the changes, and what the chosen one did."""

    go_to = Signal(str, str)
    """A page is wanted, and on it a thing: step and id."""

    def __init__(self, session: Session, *, parent: QWidget | None = None) -> None:
        """Show the history of what ``session`` has open."""
        super().__init__(parent)
        self.setObjectName("historyDialog")
        self._session = session
        self._presenter = HistoryPresenter(session)
        self._values: dict[str, ValueChange] = {}
        self._is_cut = False
        """Whether the chosen change did more than is shown."""
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        self._title = Label("card", wrap=True, parent=self)
        self._about = Label("body", wrap=True, parent=self)
        self._about.set_muted(True)
        column.addWidget(self._title)
        column.addWidget(self._about)
        column.addLayout(self._filters())
        column.addWidget(self._tables(), 1)
        self.outcome = Label("body", wrap=True, parent=self)
        self.outcome.setObjectName("historyOutcome")
        self.outcome.hide()
        column.addWidget(self.outcome)
        column.addLayout(self._buttons())
        self._connect()
        self._retranslate()
        open_at(self, 1140, 640)
        self._read()
        self.search.setFocus()

    # --- making -------------------------------------------------------------------------------------------------------

    def _filters(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.search = SearchField("historySearch", parent=self)
        self.kind = ComboBox("historyKind", parent=self)
        self.member = ComboBox("historyMember", parent=self)
        self.member.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.member.setMinimumContentsLength(18)
        row.addWidget(self.search, 1)
        row.addWidget(self.kind)
        row.addWidget(self.member)
        return row

    def _tables(self) -> QSplitter:
        halves = QSplitter(Qt.Orientation.Vertical, self)
        halves.setChildrenCollapsible(False)
        self.table: DataTable = DataTable(
            "historyTable", _CHANGE_COLUMNS, lambda row: row.key, select_rows=True, parent=halves
        )
        below = QWidget(halves)
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        self.chosen = FactLabel("heading", parent=below)
        self.chosen.setObjectName("historyChosen")
        self.values: DataTable = DataTable(
            "historyValues", _VALUE_COLUMNS, lambda value: value.key, select_rows=True, parent=below
        )
        self.more = Label("secondary", wrap=True, parent=below)
        column.addWidget(self.chosen)
        column.addWidget(self.values, 1)
        column.addWidget(self.more)
        for table in (self.table, self.values):
            table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        halves.addWidget(self.table)
        halves.addWidget(below)
        halves.setStretchFactor(0, 3)
        halves.setStretchFactor(1, 2)
        return halves

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.showing = Button("historyShow", "arrow-square-out", parent=self)
        self.taking_back = Button("historyTakeBack", "arrow-u-up-left", parent=self)
        self.going_back = Button("historyGoBack", "clock-counter-clockwise", parent=self)
        self.closing = Button("historyClose", parent=self)
        self.putting_back = PrimaryButton("historyPutBack", "arrow-u-up-left", parent=self)
        row.addWidget(self.showing)
        row.addStretch(1)
        for button in (self.closing, self.going_back, self.taking_back, self.putting_back):
            row.addWidget(button)
        return row

    def _connect(self) -> None:
        self.search.wanted.connect(self._filter)
        self.kind.activated.connect(self._filter)
        self.member.activated.connect(self._filter)
        self.table.row_chosen.connect(self._show_values)
        self.table.row_opened.connect(self._show_place)
        self.values.selectionModel().selectionChanged.connect(self._fit_buttons)
        self.showing.clicked.connect(self._show_place)
        self.putting_back.clicked.connect(self._put_back)
        self.taking_back.clicked.connect(self._take_back)
        self.going_back.clicked.connect(self._go_back)
        self.closing.clicked.connect(self.reject)
        self._session.touched.connect(self._read)
        self._session.failed.connect(self._complain)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("History"))
        self._title.setText(self.tr("What changed in this file"))
        self._about.setText(
            self.tr(
                "Every change keeps what was there before. Putting something back is a change like any other: undo takes "
                "it back too, and nothing of the history is lost."
            )
        )
        self.search.set_words(self.tr("Search changes"))
        self.kind.setAccessibleName(self.tr("What the change was about"))
        self.member.setAccessibleName(self.tr("Which member the change was about"))
        self.table.set_words(self.tr("Changes, newest first"))
        self.table.set_titles(
            {"when": self.tr("When"), "what": self.tr("What"), "about": self.tr("About"), "state": ""}
        )
        self.values.set_words(self.tr("What the chosen change did"))
        self.values.set_titles(
            {
                "about": self.tr("Of"),
                "field": self.tr("Value"),
                "before": self.tr("Before"),
                "after": self.tr("After"),
                "now": self.tr("Since then"),
            }
        )
        self.more.setText(self.tr("This change did more; only the first values are shown."))
        self.showing.setText(self.tr("Show on its page"))
        self.putting_back.setText(self.tr("Put value back"))
        self.taking_back.setText(self.tr("Take this change back"))
        self.going_back.setText(self.tr("Go back to here"))
        self.closing.setText(self.tr("Close"))

    # --- showing ------------------------------------------------------------------------------------------------------

    def _read(self) -> None:
        """Show the history as it is now; filter and place stay."""
        if not self._session.is_open:
            return
        rows, chosen = self._presenter.read(), self.table.chosen_row
        kind, member = self.kind.currentData(), self.member.currentData()
        self.kind.set_choices([(None, self.tr("About everything")), *self._presenter.kinds()], kind)
        self.member.set_choices([(None, self.tr("All members")), *self._presenter.members()], member)
        self.table.set_rows(rows)
        self._filter()
        self.table.choose(chosen if chosen in self._presenter.rows else rows[0].key if rows else "")
        self._show_values(self.table.chosen_row)

    def _filter(self) -> None:
        kind, member = self.kind.currentData(), self.member.currentData()

        words = self.search.text()

        def is_wanted(row: HistoryRow) -> bool:
            if (kind is not None and kind not in row.line.kinds) or (
                member is not None and member not in row.line.members
            ):
                return False
            return self._presenter.has_words(row.key, words)

        self.table.rows.set_predicate(is_wanted)
        if not self.table.chosen_row and self.table.rows.shown:
            self.table.choose(self.table.rows.shown[0].key)
        self._show_values(self.table.chosen_row)

    def _show_values(self, key: str) -> None:
        row = self._presenter.rows.get(key)
        self.values.clearSelection()
        values = self._presenter.values(key, _SHOWN_ROWS + 1) if row is not None else ()
        self._values = {value.key: value for value in values}
        self.values.set_rows(values)
        self._is_cut = len({value.edit.key for value in values}) > _SHOWN_ROWS
        self.more.setVisible(self._is_cut)
        if row is not None:
            self.chosen.set_fact(" · ".join(filter(None, (row.when, row.what, row.about))))
        elif not self._presenter.rows:
            self.chosen.set_fact(self.tr("Nothing was changed in this file yet."))
        else:
            self.chosen.set_fact(self.tr("No change fits."))
        self._fit_buttons()

    def _fit_buttons(self) -> None:
        row = self._presenter.rows.get(self.table.chosen_row)
        can_edit = self._session.is_open and self._session.state.can_edit
        stands = row is not None and not row.line.undone and can_edit
        chosen = [self._values[key] for key in self.values.selected_rows if key in self._values]
        self.putting_back.setEnabled(stands and any(value.can_go_back for value in chosen))
        self.taking_back.setEnabled(
            stands and (self._is_cut or any(value.can_go_back for value in self._values.values()))
        )
        self.going_back.setEnabled(stands and row is not None and not self._presenter.is_last(row.key))
        self.showing.setEnabled(row is not None and self._presenter.place_of(row.line.about) is not None)

    # --- doing --------------------------------------------------------------------------------------------------------

    def _show_place(self) -> None:
        row = self._presenter.rows.get(self.table.chosen_row)
        place = self._presenter.place_of(row.line.about) if row is not None else None
        chosen = [self._values[key].subject for key in self.values.selected_rows if key in self._values]
        if (place := self._presenter.place_of(chosen) or place) is not None:
            self.go_to.emit(*place)

    def _put_back(self) -> None:
        values = [self._values[key] for key in self.values.selected_rows]
        if self._presenter.put_back([value for value in values if value.can_go_back]):
            self._say(self.tr("Put back. Undo takes that back, too."))

    def _take_back(self) -> None:
        values = self._presenter.values(self.table.chosen_row)
        if self._presenter.put_back([value for value in values if value.can_go_back]):
            self._say(self.tr("That change is taken back; what was changed elsewhere since then stays."))

    def _go_back(self) -> None:
        row = self._presenter.rows[self.table.chosen_row]
        if self._presenter.go_back_to(row.key):
            words = self.tr("Everything is as it was on {moment}. One undo brings back what came after.")
            self._say(words.replace("{moment}", row.when))

    def _say(self, words: str) -> None:
        restyle(self.outcome, complaint="false")
        self._show_outcome(words)

    def _complain(self, error: FastmapError) -> None:
        restyle(self.outcome, complaint="true")
        self._show_outcome(self._session.texts.say(error.message))

    def _show_outcome(self, words: str) -> None:
        self.outcome.setText(words)
        self.outcome.show()


_CHANGE_COLUMNS: list[Column[HistoryRow]] = [
    Column(key="when", text=lambda row: row.when, sort=lambda row: row.line.sequence, role="secondary", width=160),
    Column(key="what", text=lambda row: row.what, role="key", tooltip=lambda row: row.what, width=250),
    Column(key="about", text=lambda row: row.about, tooltip=lambda row: row.about, stretch=True),
    Column(key="state", text=lambda row: row.state, tone=lambda row: "neutral" if row.state else None, width=110),
]
_VALUE_COLUMNS: list[Column[ValueChange]] = [
    # Before and after are what is looked for here; they get the room.
    Column(key="about", text=lambda value: value.about, role="key", tooltip=lambda value: value.about, width=170),
    Column(key="field", text=lambda value: value.field, width=130),
    Column(key="before", text=lambda value: value.before, tooltip=lambda value: value.before, stretch=True),
    Column(key="after", text=lambda value: value.after, tooltip=lambda value: value.after, stretch=True),
    Column(key="now", text=lambda value: value.now, role="secondary", width=115),
]
