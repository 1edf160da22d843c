"""The coverage matrix: top skills in rows, partners that offer any of them in columns. Both heads stay in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from fastmap.model.ids import PartnerId, SkillUri
from ui.pages.partners_matrix_view import CellView, MatrixView
from ui.theme.theme import current
from ui.widgets.table.delegate import paint_badge, paint_hairline
from ui.widgets.wrapping import lines_of

if TYPE_CHECKING:
    Index = QModelIndex | QPersistentModelIndex

ROW_HEIGHT = 52
COLUMN_WIDTH = 88
HEAD_HEIGHT = 74
SKILL_WIDTH = 236
_CELL = Qt.ItemDataRole.UserRole + 1


class MatrixModel(QAbstractTableModel):
    """Cells of a `MatrixView`."""

    def __init__(self, parent: QWidget) -> None:
        """Begin without rows."""
        super().__init__(parent)
        self.view = MatrixView()

    def show_view(self, view: MatrixView) -> None:
        """Show another matrix."""
        if view == self.view:
            return
        self.beginResetModel()
        self.view = view
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Return how many skills there are."""
        return 0 if parent.isValid() else len(self.view.skills)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """Return how many partners there are."""
        return 0 if parent.isValid() else len(self.view.partners)

    def cell(self, index: Index) -> CellView | None:
        """Return a cell, ``None`` where no offer is recorded."""
        if not index.isValid():
            return None
        skill, partner = self.view.skills[index.row()], self.view.partners[index.column()]
        return self.view.cells.get((skill.uri, partner.id))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return symbol and words of a cell."""
        cell = self.cell(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.symbol if cell is not None else ""
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            skill, partner = self.view.skills[index.row()], self.view.partners[index.column()]
            words = cell.words if cell is not None else self.view.nothing
            return f"{skill.label}, {partner.name}: {words}"
        return cell if role == _CELL else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return names of partners and skills."""
        if orientation == Qt.Orientation.Horizontal:
            words = self.view.partners[section].name if section < len(self.view.partners) else ""
        else:
            skill = self.view.skills[section] if section < len(self.view.skills) else None
            words = "" if skill is None else f"{skill.label}: {skill.status_words}, {skill.people_words}"
            if role == Qt.ItemDataRole.DisplayRole and skill is not None:
                return skill.label
        wanted = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
        return words if role in wanted else None


class MatrixTable(QTableView):
    """The matrix; a cell that has the keyboard is explained beside it."""

    cell_chosen = Signal(str, str)
    """Skill and partner."""

    def __init__(self, *, parent: QWidget) -> None:
        """Begin without rows."""
        super().__init__(parent)
        self.setObjectName("coverageMatrix")
        self.cells = MatrixModel(self)
        self.setModel(self.cells)
        self.setItemDelegate(_MatrixDelegate(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.setHorizontalHeader(_PartnerHeads(self.cells, self))
        self.setVerticalHeader(_SkillHeads(self.cells, self))
        self.selectionModel().currentChanged.connect(self._announce)
        current().changed.connect(self._fit)
        self._fit()

    def show_view(self, view: MatrixView) -> None:
        """Show another matrix; the place stays where it still exists. Announces nothing."""
        at = self.currentIndex()
        before = self.place
        self.cells.show_view(view)
        places = [(skill.uri, partner.id) for skill in view.skills for partner in view.partners]
        if before in places:
            number = places.index(before)
            at = self.cells.index(number // len(view.partners), number % len(view.partners))
            blocked = self.blockSignals(True)
            self.setCurrentIndex(at)
            self.blockSignals(blocked)

    @property
    def place(self) -> tuple[str, str] | None:
        """Skill and partner of the current cell."""
        index, view = self.currentIndex(), self.cells.view
        if not index.isValid() or index.row() >= len(view.skills) or index.column() >= len(view.partners):
            return None
        return view.skills[index.row()].uri, view.partners[index.column()].id

    def choose(self, skill: SkillUri, partner: PartnerId) -> None:
        """Put the keyboard on a cell."""
        view = self.cells.view
        row = next(place for place, one in enumerate(view.skills) if one.uri == skill)
        column = next(place for place, one in enumerate(view.partners) if one.id == partner)
        self.setCurrentIndex(self.cells.index(row, column))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter tells about a cell again."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._announce()
            return
        super().keyPressEvent(event)

    def _announce(self, *_: object) -> None:
        if self.place is not None and not self.signalsBlocked():
            self.cell_chosen.emit(*self.place)

    def _fit(self) -> None:
        theme = current()
        for header, size in ((self.horizontalHeader(), COLUMN_WIDTH), (self.verticalHeader(), ROW_HEIGHT)):
            header.setMinimumSectionSize(theme.px(24))
            header.setDefaultSectionSize(theme.px(size))
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setFixedHeight(theme.px(HEAD_HEIGHT))
        self.verticalHeader().setFixedWidth(theme.px(SKILL_WIDTH))


class _Heads(QHeaderView):
    def __init__(self, orientation: Qt.Orientation, cells: MatrixModel, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self.cells = cells
        self.setHighlightSections(False)
        self.setSectionsClickable(False)


class _PartnerHeads(_Heads):
    """Partners' names over up to three lines."""

    def __init__(self, cells: MatrixModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, cells, parent)
        self.setObjectName("matrixPartners")

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802 - Qt's name
        """Draw one name."""
        if section >= len(self.cells.view.partners):
            return
        theme = current()
        painter.save()
        painter.fillRect(rect, theme.colour("sunken"))
        inner = QRect(rect).adjusted(theme.px(6), theme.px(6), -theme.px(4), -theme.px(6))
        painter.setFont(theme.font("badge"))
        painter.setPen(theme.colour("text2"))
        metrics = QFontMetrics(theme.font("badge"))
        lines = lines_of(self.cells.view.partners[section].name, metrics, inner.width(), 4)
        flags = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
        painter.drawText(inner, flags, "\n".join(lines))
        painter.restore()


class _SkillHeads(_Heads):
    """A skill, whether it is covered, and how many people are wanted."""

    def __init__(self, cells: MatrixModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, cells, parent)
        self.setObjectName("matrixSkills")

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802 - Qt's name
        """Draw skill and status."""
        if section >= len(self.cells.view.skills):
            return
        theme, skill = current(), self.cells.view.skills[section]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, theme.colour("surface"))
        paint_hairline(painter, QRectF(rect))
        painter.fillRect(QRectF(rect.x() + rect.width() - 1, rect.y(), 1, rect.height()), theme.colour("line"))
        inner = QRectF(rect).adjusted(theme.px(10), theme.px(4), -theme.px(8), -theme.px(4))
        upper = QRectF(inner.x(), inner.y(), inner.width(), inner.height() / 2)
        lower = QRectF(inner.x(), inner.center().y(), inner.width(), inner.height() / 2)
        painter.setFont(theme.font("key"))
        painter.setPen(theme.colour("text"))
        label = QFontMetrics(theme.font("key")).elidedText(skill.label, Qt.TextElideMode.ElideRight, int(inner.width()))
        painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter, label)
        metrics = QFontMetrics(theme.font("secondary"))
        width = paint_badge(painter, lower, skill.status_words, skill.status_tone)
        painter.setFont(theme.font("secondary"))
        painter.setPen(theme.colour("text2"))
        rest = lower.adjusted(width + theme.px(8), 0, 0, 0)
        shown = metrics.elidedText(skill.people_words, Qt.TextElideMode.ElideRight, int(rest.width()))
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()


class _MatrixDelegate(QStyledItemDelegate):
    """A tinted cell with figure, question mark or cross."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(current().px(COLUMN_WIDTH), current().px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = current()
        rect = QRectF(option.rect)
        cell = index.data(_CELL)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_hairline(painter, rect)
        inner = rect.adjusted(theme.px(3), theme.px(3), -theme.px(3), -theme.px(4))
        if isinstance(cell, CellView):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.soft(cell.tone))
            painter.drawRoundedRect(inner, theme.px(7), theme.px(7))
            painter.setPen(theme.colour(f"tone.{cell.tone}"))
            painter.setFont(theme.font("card"))
            middle = inner.adjusted(0, theme.px(3), 0, -inner.height() * 0.36)
            painter.drawText(middle, Qt.AlignmentFlag.AlignCenter, cell.symbol)
            painter.setFont(theme.font("badge"))
            below = inner.adjusted(theme.px(2), inner.height() * 0.56, -theme.px(2), -theme.px(3))
            words = QFontMetrics(theme.font("badge")).elidedText(
                cell.short, Qt.TextElideMode.ElideRight, int(below.width())
            )
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, words)
        if option.state & QStyle.StateFlag.State_Selected:
            has_focus = option.state & QStyle.StateFlag.State_HasFocus
            painter.setPen(QPen(theme.colour("focus" if has_focus else "line_strong"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inner, theme.px(7), theme.px(7))
        painter.restore()
