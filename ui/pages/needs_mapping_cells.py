"""The first rows of a sheet as they stand in the file, headers marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from ui.theme.theme import current

if TYPE_CHECKING:
    from fastmap.intake.safe_reading import SheetCells

Index = QModelIndex | QPersistentModelIndex
_MOST_ROWS = 50
_ROW_HEIGHT, _COLUMN_WIDTH = 28, 150


class _CellsModel(QAbstractTableModel):
    def __init__(self, parent: QTableView) -> None:
        super().__init__(parent)
        self._cells: SheetCells | None = None
        self._headers: frozenset[int] = frozenset()
        self._width = 0

    def show_cells(self, cells: SheetCells, header_rows: tuple[int, ...]) -> None:
        self.beginResetModel()
        self._cells, self._headers = cells, frozenset(row - 1 for row in header_rows)
        self._width = max((len(row) for row in cells.rows[:_MOST_ROWS]), default=0)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        if parent.isValid() or self._cells is None:
            return 0
        return min(len(self._cells.rows), _MOST_ROWS)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else self._width

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._cells is None or not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            from fastmap.intake.form_reading import raw_text

            text = " ".join(raw_text(self._cells.value(index.row(), index.column())).split())
            return text if role != Qt.ItemDataRole.ToolTipRole or len(text) > 20 else None
        if role == Qt.ItemDataRole.BackgroundRole and index.row() in self._headers:
            return current().colour("primary_soft")
        if role == Qt.ItemDataRole.FontRole:
            return current().font("key" if index.row() in self._headers else "secondary")
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1)
        from fastmap.intake.safe_reading import cell_name

        return cell_name(0, section)[:-1]


class CellsView(QTableView):
    """Shows; nothing can be edited."""

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        """Carry the object name ``name``; show nothing yet."""
        super().__init__(parent)
        self.setObjectName(name)
        self._model = _CellsModel(self)
        self.setModel(self._model)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        current().changed.connect(self._fit)
        self._fit()

    def show_cells(self, cells: SheetCells, header_rows: tuple[int, ...]) -> None:
        """Show the first rows of a sheet."""
        self._model.show_cells(cells, header_rows)

    def _fit(self) -> None:
        px = current().px
        self.verticalHeader().setDefaultSectionSize(px(_ROW_HEIGHT))
        self.horizontalHeader().setDefaultSectionSize(px(_COLUMN_WIDTH))
        self.verticalHeader().setMinimumWidth(px(40))
