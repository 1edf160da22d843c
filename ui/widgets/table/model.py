"""Rows of values as a Qt model: filtered, sorted, and brought up to date without losing place or selection."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from ui.theme.theme import current
from ui.widgets.table.columns import Column, RowT

Index = QModelIndex | QPersistentModelIndex
TONE = Qt.ItemDataRole.UserRole + 1
DOT = Qt.ItemDataRole.UserRole + 2
ADDING = Qt.ItemDataRole.UserRole + 3
_LONG_TEXT = 24


class RowsModel(QAbstractTableModel, Generic[RowT]):
    """What `DataTable` shows. Never changes a row by itself: an edit is announced, the owner sets new rows."""

    edited = Signal(str, str, object)
    """Row key ("" in the adding row), column key, the value entered."""

    def __init__(self, columns: Sequence[Column[RowT]], row_key: Callable[[RowT], str]) -> None:
        """Show ``columns``; ``row_key`` tells rows apart."""
        super().__init__()
        self.columns = tuple(columns)
        self.row_key = row_key
        self._titles: dict[str, str] = {}
        self._all: tuple[RowT, ...] = ()
        self._shown: list[RowT] = []
        self._words: tuple[str, ...] = ()
        self._predicate: Callable[[RowT], bool] | None = None
        self._sorted_by: tuple[int, bool] | None = None
        self._adding: tuple[int, str] | None = None

    # --- filling ------------------------------------------------------------------------------------------------------

    @property
    def shown(self) -> tuple[RowT, ...]:
        """The rows that pass the filter, in order."""
        return tuple(self._shown)

    def set_titles(self, titles: dict[str, str]) -> None:
        """Head the columns, by key."""
        self._titles = titles
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def set_rows(self, rows: Sequence[RowT]) -> None:
        """Show other rows; those with the same key keep their place and selection."""
        self._all = tuple(rows)
        self._update()

    def set_filter(self, text: str) -> None:
        """Show only rows in which every word of ``text`` stands somewhere."""
        self._words = tuple(text.casefold().split())
        self._update()

    def set_predicate(self, predicate: Callable[[RowT], bool] | None) -> None:
        """Show only rows that ``predicate`` accepts, besides the text filter."""
        self._predicate = predicate
        self._update()

    def set_adding(self, column: str, words: str) -> None:
        """Show a last row that invites to add one: ``words`` in ``column``; no words, no such row."""
        place = next(number for number, known in enumerate(self.columns) if known.key == column)
        had, has = self._adding is not None, bool(words)
        last = len(self._shown)
        if has and not had:
            self.beginInsertRows(QModelIndex(), last, last)
            self._adding = (place, words)
            self.endInsertRows()
        elif had and not has:
            self.beginRemoveRows(QModelIndex(), last, last)
            self._adding = None
            self.endRemoveRows()
        elif has:
            self._adding = (place, words)
            self.dataChanged.emit(self.index(last, 0), self.index(last, len(self.columns) - 1))

    def row_at(self, index: Index) -> RowT | None:
        """Return the row of an index; ``None`` in the adding row."""
        return self._shown[index.row()] if index.isValid() and index.row() < len(self._shown) else None

    def index_of(self, key: str, column: int = 0) -> QModelIndex:
        """Return the index of a row by key, invalid where it is not shown."""
        for place, row in enumerate(self._shown):
            if self.row_key(row) == key:
                return self.index(place, column)
        return QModelIndex()

    # --- Qt -----------------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Return how many rows are shown, the adding row included."""
        return 0 if parent.isValid() else len(self._shown) + (self._adding is not None)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return title and alignment of a column."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles.get(column.key, "")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.numeric else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        column = self.columns[index.column()]
        row = self.row_at(index)
        if row is None:
            return self._adding_data(index.column(), role)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return column.text(row)
            case Qt.ItemDataRole.EditRole:
                return (column.edit_text or column.text)(row)
            case Qt.ItemDataRole.ToolTipRole:
                if column.tooltip is not None:
                    return column.tooltip(row)
                text = column.text(row)
                return text if len(text) > _LONG_TEXT else None
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column.numeric else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.FontRole:
                return current().font(column.role)
        if role == TONE:
            return column.tone(row) if column.tone is not None else None
        if role == DOT:
            return column.dot(row) if column.dot is not None else None
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say which cells can be edited."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        row = self.row_at(index)
        if row is None:
            is_editable = self._adding is not None and index.column() == self._adding[0]
        else:
            is_editable = self.columns[index.column()].can_edit(row)
        return flags | Qt.ItemFlag.ItemIsEditable if is_editable else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Announce an edit; the same value again is none."""
        row = self.row_at(index)
        if role != Qt.ItemDataRole.EditRole or (row is None and not value):
            return False
        if row is not None and isinstance(value, str) and value == self.data(index, Qt.ItemDataRole.EditRole):
            return False
        key = self.row_key(row) if row is not None else ""
        self.edited.emit(key, self.columns[index.column()].key, value)
        return True

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 brings back the order in which the rows were set."""
        self._sorted_by = (column, order == Qt.SortOrder.DescendingOrder) if column >= 0 else None
        self._update()

    # --- bringing up to date ------------------------------------------------------------------------------------------

    def _adding_data(self, column: int, role: int) -> Any:
        assert self._adding is not None  # the only row without a value
        if role == ADDING:
            return True
        if column == self._adding[0] and role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return self._adding[1]
        return None

    def _wanted(self) -> list[RowT]:
        rows = [row for row in self._all if self._passes(row)]
        if self._sorted_by is not None:
            column, downwards = self._sorted_by
            keys = [(self.columns[column].sort_key(row), row) for row in rows]
            known = [entry for entry in keys if not entry[0][0]]
            known.sort(key=lambda entry: entry[0][1], reverse=downwards)
            rows = [row for _, row in known] + [row for key, row in keys if key[0]]
        return rows

    def _passes(self, row: RowT) -> bool:
        if self._predicate is not None and not self._predicate(row):
            return False
        if not self._words:
            return True
        text = "\n".join(column.text(row) for column in self.columns).casefold()
        return all(word in text for word in self._words)

    def _update(self) -> None:
        wanted = self._wanted()
        keys = [self.row_key(row) for row in wanted]
        self._remove_others(set(keys))
        kept = {self.row_key(row) for row in self._shown}
        self._reorder([key for key in keys if key in kept])
        self._insert_missing(wanted)
        for place, row in enumerate(wanted):
            if self._shown[place] is not row:
                is_other = self._shown[place] != row
                self._shown[place] = row
                if is_other:
                    self.dataChanged.emit(self.index(place, 0), self.index(place, len(self.columns) - 1))

    def _remove_others(self, keys: set[str]) -> None:
        last = len(self._shown) - 1
        while last >= 0:
            if self.row_key(self._shown[last]) in keys:
                last -= 1
                continue
            first = last
            while first > 0 and self.row_key(self._shown[first - 1]) not in keys:
                first -= 1
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._shown[first : last + 1]
            self.endRemoveRows()
            last = first - 1

    def _reorder(self, keys: list[str]) -> None:
        before = [self.row_key(row) for row in self._shown]
        if before == keys:
            return
        self.layoutAboutToBeChanged.emit()
        by_key = {self.row_key(row): row for row in self._shown}
        self._shown = [by_key[key] for key in keys]
        places = {key: place for place, key in enumerate(keys)}
        old = self.persistentIndexList()
        new = [
            self.index(places[before[index.row()]], index.column()) if index.row() < len(before) else index
            for index in old
        ]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _insert_missing(self, wanted: list[RowT]) -> None:
        place = 0
        while place < len(wanted):
            if place < len(self._shown) and self.row_key(self._shown[place]) == self.row_key(wanted[place]):
                place += 1
                continue
            end = place
            known = self.row_key(self._shown[place]) if place < len(self._shown) else None
            while end < len(wanted) and self.row_key(wanted[end]) != known:
                end += 1
            self.beginInsertRows(QModelIndex(), place, end - 1)
            self._shown[place:place] = wanted[place:end]
            self.endInsertRows()
            place = end
