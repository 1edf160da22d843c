"""The table as people use it: keys and clipboard of a spreadsheet, editing in place, sorting by a click."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QMimeData, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QLineEdit, QTableView, QWidget

from ui.theme.theme import current, restyle
from ui.widgets.completion import CompletionField, Suggestion
from ui.widgets.table.columns import Column
from ui.widgets.table.delegate import ROW_HEIGHT, CellDelegate
from ui.widgets.table.grid_text import Grid, format_grid, parse_grid
from ui.widgets.table.model import RowsModel


@dataclass(frozen=True, slots=True, kw_only=True)
class Paste:
    """Cells from a spreadsheet, and where they were dropped."""

    grid: Grid
    columns: tuple[str, ...]
    """Keys of the columns in sight, from the current one to the right; may be fewer or more than the grid is wide."""
    rows: tuple[str, ...]
    """Keys of the rows from the current one down; rows of the grid beyond them are new."""


class DataTable(QTableView):
    """Shows rows; every change comes out as an intention, and the owner answers with `set_rows`."""

    row_height: ClassVar[int] = ROW_HEIGHT
    head_margin: ClassVar[int] = 32
    """Beside a title stand its padding and, when it is sorted by, the arrow."""

    cell_edited = Signal(str, str, object)
    """Row key, column key, and the text, value of a choice, or `Suggestion` entered."""
    row_added = Signal(object)
    """What was entered in the adding row: a text, or a `Suggestion` where its column completes."""
    pasted = Signal(object)
    """A `Paste`."""
    delete_wanted = Signal(list)
    """Keys of the rows to remove: Delete on whole rows."""
    cells_cleared = Signal(list)
    """(row key, column key) of editable cells: Delete on single cells."""
    row_opened = Signal(str)
    """Enter or double click on a cell that is not edited: row key."""
    row_chosen = Signal(str)
    """Another row has the keyboard: its key, or ""."""
    completion_wanted = Signal(str, int, str)
    """Column key, number of the question, text typed: answer with `offer`, at once or later."""

    def __init__(
        self,
        name: str,
        columns: Sequence[Column[Any]],
        row_key: Callable[[Any], str],
        *,
        select_rows: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Carry the object name ``name``; ``select_rows`` for tables that are read rather than edited."""
        super().__init__(parent)
        self.setObjectName(name)
        self._cap = QFrame(self)
        self._cap.setProperty("headCap", "true")
        self.addScrollBarWidget(self._cap, Qt.AlignmentFlag.AlignTop)
        self.rows: RowsModel[Any] = RowsModel(columns, row_key)
        self.rows.setParent(self)
        self.setModel(self.rows)
        self._filling = False
        self._cells = CellDelegate(self)
        self.setItemDelegate(self._cells)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        if select_rows:
            self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        # An edit makes new rows; the editor must be gone before they come.
        self.rows.edited.connect(self._announce_edit, Qt.ConnectionType.QueuedConnection)
        self._cells.entered.connect(self._go_down)
        self._cells.completion_wanted.connect(self.completion_wanted)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentRowChanged.connect(self._announce_row)
        header.geometriesChanged.connect(self._fit_head)
        self.verticalScrollBar().rangeChanged.connect(self._fit_head)
        current().changed.connect(self._fit)
        self._fit()

    # --- filling ------------------------------------------------------------------------------------------------------

    def set_titles(self, titles: dict[str, str]) -> None:
        """Head the columns, by key; each is at least as wide as its title."""
        self.rows.set_titles(titles)
        self._fit()

    def set_words(self, accessible_name: str) -> None:
        """Name the table for screen readers."""
        self.setAccessibleName(accessible_name)

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show other rows; place and selection stay. Announces nothing."""
        self._filling = True
        try:
            self.rows.set_rows(rows)
        finally:
            self._filling = False

    def set_filter(self, text: str) -> None:
        """Show only rows with every word of ``text``."""
        self.rows.set_filter(text)

    def offer(self, number: int, suggestions: Sequence[Suggestion]) -> None:
        """Answer question ``number`` of `completion_wanted`; too late an answer is dropped."""
        if isinstance(self._cells.editor, CompletionField):
            self._cells.editor.offer(number, suggestions)

    def set_own_words(self, title: str, detail: str) -> None:
        """Word the last row of the completion: ``title`` with the place {text}, and a line below it."""
        self._cells.own_words = (title, detail)

    # --- choosing -----------------------------------------------------------------------------------------------------

    @property
    def chosen_row(self) -> str:
        """Key of the row with the keyboard, or ""."""
        row = self.rows.row_at(self.currentIndex())
        return self.rows.row_key(row) if row is not None else ""

    @property
    def selected_rows(self) -> list[str]:
        """Keys of all rows with a selected cell, from top to bottom."""
        places = sorted({index.row() for index in self.selectedIndexes()})
        shown = self.rows.shown
        return [self.rows.row_key(shown[place]) for place in places if place < len(shown)]

    def choose(self, key: str, column: str = "") -> None:
        """Put the keyboard on a row and scroll to it."""
        keys = [known.key for known in self.rows.columns]
        index = self.rows.index_of(key, keys.index(column) if column else max(self.currentIndex().column(), 0))
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def edit_cell(self, key: str, column: str) -> None:
        """Open the editor of a cell; ``key`` "" is the adding row."""
        columns = [known.key for known in self.rows.columns]
        place = columns.index(column)
        index = self.rows.index_of(key, place) if key else self.rows.index(self.rows.rowCount() - 1, place)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
            self.edit(index)

    # --- clipboard and keys -------------------------------------------------------------------------------------------

    def copy(self) -> None:
        """Put the selected cells on the clipboard as a spreadsheet would."""
        places = self.selectedIndexes()
        shown = self.rows.shown
        rows = sorted({index.row() for index in places if index.row() < len(shown)})
        columns = sorted({index.column() for index in places if not self.isColumnHidden(index.column())})
        if not rows or not columns:
            return
        marked = {(index.row(), index.column()) for index in places}
        grid = [
            [self.rows.columns[column].text(shown[row]) if (row, column) in marked else "" for column in columns]
            for row in rows
        ]
        data = QMimeData()
        data.setText(format_grid(grid) if len(rows) * len(columns) > 1 else grid[0][0])
        QGuiApplication.clipboard().setMimeData(data)

    def paste(self) -> None:
        """Hand the cells on the clipboard over, as plain text and nothing else."""
        grid = parse_grid(QGuiApplication.clipboard().text())
        if not grid:
            return
        place = self.currentIndex()
        row, column = max(place.row(), 0), max(place.column(), 0)
        self.pasted.emit(
            Paste(
                grid=grid,
                columns=tuple(
                    known.key
                    for place, known in enumerate(self.rows.columns)
                    if place >= column and not self.isColumnHidden(place)
                ),
                rows=tuple(self.rows.row_key(shown) for shown in self.rows.shown[row:]),
            )
        )

    def column_width(self, column: Column[Any]) -> int:
        """Return how wide a column begins: as it was made, or as its title needs."""
        title = str(self.rows.headerData(self.rows.columns.index(column), Qt.Orientation.Horizontal) or "")
        words = self.horizontalHeader().fontMetrics().horizontalAdvance(title)
        return max(current().px(column.width), words + current().px(self.head_margin))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, paste, delete, open: as people know it."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._delete()
        elif event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self._select_whole_rows()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            index = self.currentIndex()
            if self.rows.flags(index) & Qt.ItemFlag.ItemIsEditable:
                self.edit(index)
            else:
                self._open(index)
        else:
            super().keyPressEvent(event)
            if event.key() == Qt.Key.Key_F2 and isinstance(self._cells.editor, QLineEdit):
                # As in a spreadsheet: F2 goes on with what is there, any other key replaces it.
                self._cells.editor.end(False)

    # --- answering ----------------------------------------------------------------------------------------------------

    def _announce_edit(self, row: str, column: str, value: object) -> None:
        if row:
            self.cell_edited.emit(row, column, value)
        else:
            self.row_added.emit(value)

    def _announce_row(self, now: QModelIndex) -> None:
        if not self._filling:
            row = self.rows.row_at(now)
            self.row_chosen.emit(self.rows.row_key(row) if row is not None else "")

    def _open(self, index: QModelIndex) -> None:
        row = self.rows.row_at(index)
        if row is not None and not self.rows.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.row_opened.emit(self.rows.row_key(row))

    def _delete(self) -> None:
        by_row: dict[int, set[int]] = {}
        shown = self.rows.shown
        for index in self.selectedIndexes():
            if index.row() < len(shown):
                by_row.setdefault(index.row(), set()).add(index.column())
        if not by_row:
            return
        if all(len(columns) == len(self.rows.columns) for columns in by_row.values()):
            self.delete_wanted.emit([self.rows.row_key(shown[row]) for row in sorted(by_row)])
            return
        cells = [
            (self.rows.row_key(shown[row]), self.rows.columns[column].key)
            for row in sorted(by_row)
            for column in sorted(by_row[row])
            if self.rows.columns[column].can_edit(shown[row])
        ]
        if cells:
            self.cells_cleared.emit(cells)

    def _select_whole_rows(self) -> None:
        last = len(self.rows.columns) - 1
        selection = QItemSelection()
        for row in {index.row() for index in self.selectedIndexes()} | {self.currentIndex().row()}:
            selection.select(self.rows.index(row, 0), self.rows.index(row, last))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.Select)

    def _go_down(self) -> None:
        # After the new rows have come.
        QTimer.singleShot(0, self._choose_next_row)

    def _choose_next_row(self) -> None:
        place = self.currentIndex()
        below = self.rows.index(min(place.row() + 1, self.rows.rowCount() - 1), place.column())
        if below.isValid():
            self.setCurrentIndex(below)

    def _fit_head(self) -> None:
        """Let the head reach over the scroll bar."""
        header = self.horizontalHeader()
        self._cap.setFixedHeight(0 if header.isHidden() else header.height())
        capped = "true" if self.verticalScrollBar().maximum() > 0 else "false"
        if header.property("capped") != capped:
            restyle(header, capped=capped)

    def _fit(self) -> None:
        theme = current()
        self.verticalHeader().setDefaultSectionSize(theme.px(self.row_height))
        self.verticalHeader().setMinimumSectionSize(theme.px(self.row_height))
        header = self.horizontalHeader()
        header.setMinimumSectionSize(theme.px(48))
        for place, column in enumerate(self.rows.columns):
            header.setSectionResizeMode(
                place, QHeaderView.ResizeMode.Stretch if column.stretch else QHeaderView.ResizeMode.Interactive
            )
            if not column.stretch:
                self.setColumnWidth(place, self.column_width(column))
