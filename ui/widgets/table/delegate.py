"""How cells are drawn and edited: hairline below, badge or dot before the words, editors by kind of column."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.theme.theme import current
from ui.widgets.completion import CompletionField, Suggestion
from ui.widgets.fields import ComboBox
from ui.widgets.table.model import ADDING, DOT, TONE, RowsModel

if TYPE_CHECKING:
    from ui.widgets.table.columns import Column

ROW_HEIGHT = 42
_PADDING = 10
_FILLED = "filled"
"""Property of an editor that has been given what its cell held."""


class CellDelegate(QStyledItemDelegate):
    """Draws and edits the cells of a `DataTable`."""

    entered = Signal()
    """Enter ended an edit: the next row is wanted."""
    completion_wanted = Signal(str, int, str)

    editor: QWidget | None = None
    """The editor that is open."""
    has_ring: ClassVar[bool] = True
    """Whether the cell with the keyboard is ringed; where rows are chosen as a whole their ground says enough."""
    own_words: tuple[str, str] = ("{text}", "")
    """Title and second line of the last row of a completion."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of a cell."""
        return QSize(super().sizeHint(option, index).width(), current().px(ROW_HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the cell between its ground and the ring of the keyboard."""
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option)
        self.draw(painter, rect, index)
        if self.has_ring and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(current().colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def draw(self, painter: QPainter, rect: QRectF, index: QModelIndex | QPersistentModelIndex) -> None:
        """Draw what stands in the cell: badge or dot, and words."""
        theme = current()
        inner = rect.adjusted(theme.px(_PADDING), 0, -theme.px(_PADDING), 0)
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "").replace("\n", " ")
        tone = index.data(TONE)
        if tone and text:
            paint_badge(painter, inner, text, tone)
        else:
            if (dot := index.data(DOT)) and text:
                size = theme.px(8)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(theme.tokens.tone(dot).ink))
                painter.drawEllipse(QRectF(inner.x(), inner.center().y() - size / 2, size, size))
                inner.setLeft(inner.left() + size + theme.px(7))
            font = index.data(Qt.ItemDataRole.FontRole) or theme.font("body")
            painter.setFont(font)
            painter.setPen(theme.colour("text2" if index.data(ADDING) else "text"))
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(inner.width()))
            side = index.data(Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag.AlignVCenter
            painter.drawText(inner, int(side) | int(Qt.TextFlag.TextSingleLine), shown)

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """Return the editor of the cell's column."""
        model = index.model()
        assert isinstance(model, RowsModel)  # the only model of our tables
        column = model.columns[index.column()]
        row = model.row_at(index)
        self.editor = self._editor_of(column, row, parent)
        self.editor.setAccessibleName(str(model.headerData(index.column(), Qt.Orientation.Horizontal)))
        return self.editor

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """Begin with what the cell holds; what is being typed stays when the row is shown anew."""
        if editor.property(_FILLED):
            return
        editor.setProperty(_FILLED, True)
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, ComboBox):
            place = editor.findText(str(index.data(Qt.ItemDataRole.DisplayRole) or ""))
            editor.setCurrentIndex(place)
        elif isinstance(editor, CompletionField):
            editor.begin_with(text)
        elif isinstance(editor, QLineEdit):
            editor.setText(text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: object, index: QModelIndex | QPersistentModelIndex) -> None:
        """Hand over what was entered."""
        assert isinstance(model, RowsModel)  # the only model of our tables
        if isinstance(editor, ComboBox):
            if editor.currentIndex() >= 0 and editor.currentText() != index.data(Qt.ItemDataRole.DisplayRole):
                model.setData(index, editor.currentData())
        elif isinstance(editor, CompletionField):
            chosen = editor.taken
            if chosen is not None and chosen.title != index.data(Qt.ItemDataRole.EditRole):
                model.setData(index, chosen)
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text().strip())

    def destroyEditor(  # noqa: N802 - Qt's name
        self, editor: QWidget, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Forget the editor."""
        if editor is self.editor:
            self.editor = None
        super().destroyEditor(editor, index)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """End an edit with Enter and go down, as spreadsheets do."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(editor, QWidget):
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if isinstance(editor, CompletionField) and editor.wants_key(event.key()):
                return False
            if is_enter and not isinstance(editor, ComboBox):
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
                self.entered.emit()
                return True
        return super().eventFilter(editor, event)

    def _editor_of(self, column: Column[object], row: object, parent: QWidget) -> QWidget:
        name = f"edit_{column.key}"
        if column.choices is not None and row is not None:
            box = ComboBox(name, parent=parent)
            box.set_choices(column.choices(row))
            box.activated.connect(self._end_choice)
            return box
        if column.completes:
            field = CompletionField(name, parent=parent)
            field.set_own_words(*self.own_words)
            field.wanted.connect(lambda number, text: self.completion_wanted.emit(column.key, number, text))
            field.chosen.connect(self._end_completion)
            return field
        line = QLineEdit(parent)
        line.setObjectName(name)
        return line

    def _end_choice(self) -> None:
        self._end()

    def _end_completion(self, _suggestion: Suggestion) -> None:
        self._end()
        self.entered.emit()

    def _end(self) -> None:
        if self.editor is not None:
            editor = self.editor
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)


def row_of(index: QModelIndex | QPersistentModelIndex) -> object:
    """Return the row that a cell belongs to; ``None`` for the last row, which invites to add one."""
    model = index.model()
    assert isinstance(model, RowsModel)  # the only model of our tables
    return model.row_at(index)


def paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Draw the ground of a cell that is selected, and the hairline below every cell."""
    rect = QRectF(option.rect)
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, current().colour("select"))
    paint_hairline(painter, rect)


def paint_hairline(painter: QPainter, rect: QRectF) -> None:
    """Draw a line along the lower edge of ``rect``: filled, as a drawn one would be smeared over two rows of pixels."""
    painter.fillRect(QRectF(rect.x(), rect.bottom() - 1, rect.width(), 1), current().colour("line"))


def paint_badge(painter: QPainter, rect: QRectF, text: str, tone: str) -> float:
    """Draw a badge at the left of ``rect``, in the middle of its height; return how wide it is."""
    theme = current()
    pair = theme.tokens.tone(tone)
    font = theme.font("badge")
    metrics = QFontMetrics(font)
    padding, height = theme.px(8), max(theme.px(20), metrics.height() + theme.px(4))
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(int(rect.width()) - 2 * padding, 1))
    width = metrics.horizontalAdvance(shown) + 2 * padding
    badge = QRectF(rect.x(), rect.center().y() - height / 2, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(pair.soft))
    painter.drawRoundedRect(badge, theme.px(5), theme.px(5))
    painter.setPen(QColor(pair.ink))
    painter.setFont(font)
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, shown)
    return float(width)
