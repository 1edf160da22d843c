"""The ranking as a list: rank with its interval, skill with its offers, priority as a bar, verdict with its evidence."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QWidget

from ui.pages.diagnosis_presenter import NeedRow
from ui.theme.theme import current
from ui.widgets.table import Column, DataTable
from ui.widgets.table.delegate import CellDelegate, paint_badge
from ui.widgets.table.model import RowsModel

ROW_HEIGHT = 54
_PADDING = 10
_LEFT_OUT_FIRST = ("people", "firms")
_LEAST_NAME = 136
"""So much room the names of skills get before figures do."""


def columns() -> tuple[Column[NeedRow], ...]:
    """Return the columns; texts are what is searched, copied and read aloud."""
    return (
        Column[NeedRow](
            key="rank",
            text=lambda row: f"{row.rank_text} ({row.interval})" if row.rank_text else "",
            sort=lambda row: row.rank,
            width=116,
        ),
        Column[NeedRow](
            key="label",
            text=lambda row: row.label,
            role="key",
            stretch=True,
            tooltip=lambda row: " · ".join(part for part in (row.label, row.coverage, row.marks) if part),
        ),
        Column[NeedRow](
            key="priority", text=lambda row: row.priority_text, sort=lambda row: row.priority, numeric=True, width=82
        ),
        Column[NeedRow](
            key="firms", text=lambda row: str(row.firms), sort=lambda row: row.firms, numeric=True, width=58
        ),
        Column[NeedRow](
            key="people", text=lambda row: row.people_text, sort=lambda row: row.people, numeric=True, width=84
        ),
        Column[NeedRow](
            key="verdict",
            text=lambda row: f"{row.verdict_words}, {row.evidence}",
            sort=lambda row: row.verdict_words,
            width=158,
        ),
    )


class NeedList(DataTable):
    """A table that is read: one row has the keyboard, and its details follow."""

    row_height = ROW_HEIGHT

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        """Carry the object name ``name``."""
        super().__init__(name, columns(), lambda row: row.uri, select_rows=True, parent=parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setItemDelegate(_NeedDelegate(self))

    def set_titles(self, titles: dict[str, str]) -> None:
        """Head the columns, by key; longer titles leave less room."""
        super().set_titles(titles)
        self._leave_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out figures that the details show too, where the names would find too little room."""
        super().resizeEvent(event)
        self._leave_out()

    def _leave_out(self) -> None:
        widths = {column.key: self.column_width(column) for column in self.rows.columns if not column.stretch}
        room = self.viewport().width() - sum(widths.values())
        for key in _LEFT_OUT_FIRST:
            is_left_out = room < current().px(_LEAST_NAME)
            room += widths[key] if is_left_out else 0
            place = next(place for place, column in enumerate(self.rows.columns) if column.key == key)
            self.setColumnHidden(place, is_left_out)


class _NeedDelegate(CellDelegate):
    """Two lines a row; only the verdict has colour weight."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), current().px(ROW_HEIGHT))

    has_ring = False

    def draw(self, painter: QPainter, rect: QRectF, index: QModelIndex | QPersistentModelIndex) -> None:
        model = index.model()
        assert isinstance(model, RowsModel)  # the only model of our tables
        row = model.row_at(index)
        if not isinstance(row, NeedRow):
            return
        theme = current()
        inner = rect.adjusted(theme.px(_PADDING), theme.px(5), -theme.px(_PADDING), -theme.px(5))
        match model.columns[index.column()].key:
            case "rank":
                _paint_rank(painter, inner, row)
            case "label":
                below = " · ".join(part for part in (row.coverage, row.marks) if part)
                _two_lines(painter, inner, row.label, below, theme.font("key"), dot=row.coverage_tone)
            case "priority":
                _paint_priority(painter, inner, row)
            case "verdict":
                upper = QRectF(inner.x(), inner.y(), inner.width(), inner.height() * 0.56)
                paint_badge(painter, upper, row.verdict_words, row.verdict_tone)
                lower = QRectF(inner.x(), upper.bottom(), inner.width(), inner.bottom() - upper.bottom())
                _line(painter, lower, row.evidence, theme.font("secondary"), "text2")
            case _:
                right = Qt.AlignmentFlag.AlignRight
                _line(painter, inner, str(index.data() or ""), theme.font("body"), "text", right)


def _two_lines(painter: QPainter, rect: QRectF, upper: str, lower: str, font: QFont, *, dot: str = "") -> None:
    theme = current()
    half = rect.height() / 2
    first = QRectF(rect.x(), rect.y(), rect.width(), half if lower else rect.height())
    _line(painter, first, upper, font, "text")
    if not lower:
        return
    second = QRectF(rect.x(), rect.y() + half, rect.width(), half)
    if dot:
        size = theme.px(7)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(f"tone.{dot}"))
        painter.drawEllipse(QRectF(second.x(), second.center().y() - size / 2, size, size))
        second.setLeft(second.left() + size + theme.px(6))
    _line(painter, second, lower, theme.font("secondary"), "text2")


def _line(
    painter: QPainter,
    rect: QRectF,
    text: str,
    font: QFont,
    colour: str,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    painter.setFont(font)
    painter.setPen(current().colour(colour))
    words = QFontMetrics(font).elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, int(rect.width()) + 1)
    painter.drawText(rect, int(side | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine), words)


def _paint_rank(painter: QPainter, rect: QRectF, row: NeedRow) -> None:
    """Draw the rank, and beside it between which ranks it would lie: short bars are firm, long ones are not."""
    theme = current()
    number = theme.px(28)
    _line(painter, rect, row.rank_text or "–", theme.font("heading"), "text")
    if row.rank_range is None or row.rank is None:
        return
    low, high, last = row.rank_range
    track = QRectF(rect.x() + number, rect.y() + rect.height() * 0.3, rect.width() - number, theme.px(5))
    step = track.width() / max(last, 1)
    radius = track.height() / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("line"))
    painter.drawRoundedRect(track, radius, radius)
    bar = QRectF(track.x() + (low - 1) * step, track.y(), max((high - low + 1) * step, track.height()), track.height())
    painter.setBrush(theme.colour("line_strong"))
    painter.drawRoundedRect(bar, radius, radius)
    tick = track.x() + (row.rank - 0.5) * step
    painter.setBrush(theme.colour("primary"))
    half = theme.px(1.5)
    painter.drawRect(QRectF(tick - half, track.y() - theme.px(4), 2 * half, track.height() + theme.px(8)))
    below = QRectF(track.x(), rect.y() + rect.height() / 2, track.width(), rect.height() / 2)
    _line(painter, below, row.interval, theme.font("secondary"), "text2")


def _paint_priority(painter: QPainter, rect: QRectF, row: NeedRow) -> None:
    theme = current()
    if row.priority is None:
        _line(painter, rect, "–", theme.font("body"), "text2", Qt.AlignmentFlag.AlignRight)
        return
    number = theme.px(28)
    _line(painter, rect, row.priority_text, theme.font("key"), "text", Qt.AlignmentFlag.AlignRight)
    bar = QRectF(rect.x(), rect.center().y() - theme.px(3), rect.width() - number, theme.px(6))
    paint_bar(painter, bar, row.priority / 100, "primary")


def paint_bar(painter: QPainter, rect: QRectF, share_0_1: float, tone: str) -> None:
    """Draw a thin bar, ``share_0_1`` of it filled in ``tone``."""
    theme = current()
    radius = rect.height() / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("line"))
    painter.drawRoundedRect(rect, radius, radius)
    if share_0_1 > 0:
        painter.setBrush(theme.colour(f"tone.{tone}"))
        filled = QRectF(rect.x(), rect.y(), max(rect.width() * min(share_0_1, 1.0), rect.height()), rect.height())
        painter.drawRoundedRect(filled, radius, radius)
