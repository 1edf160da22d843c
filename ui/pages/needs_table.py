"""The table of needs: a row each, the firm's own words with the placed skill below them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from ui.pages.needs_rows import NeedRow
from ui.theme.theme import current
from ui.translating import locale
from ui.widgets.table import Column, DataTable
from ui.widgets.table.delegate import CellDelegate, paint_badge, row_of

if TYPE_CHECKING:
    Choices = Callable[[], list[tuple[object, str]]]

COLUMNS = ("member", "skill", "theme", "now", "later", "consequence", "hiring", "provision")
_GIVE_WAY = ("provision", "hiring", "consequence", "theme", "later")
"""Columns that hide where there is little room, first to last; the details beside the table show them all."""
_SKILL_WIDTH = 216


def _people(number: int | None) -> str:
    return "" if number is None else locale().toString(number)


class NeedsTable(DataTable):
    """Shows `NeedRow`s; columns that find no room give way."""

    head_margin = 24  # titles as short as these leave no more, or the last column would give way
    columns_fitted = Signal()
    """Columns have another place or width."""

    def __init__(self, choices: Callable[[str], list[tuple[object, str]]], *, parent: QWidget | None = None) -> None:
        """Offer ``choices(column)`` where a cell is edited by choosing."""
        self.can_edit = True
        columns = (
            Column[NeedRow](key="member", text=lambda row: row.member, tooltip=lambda row: row.member, width=164),
            Column[NeedRow](
                key="skill",
                text=lambda row: row.text,
                tooltip=lambda row: "\n".join(filter(None, (row.text, row.label))),
                role="key",
                stretch=True,
                editable=self._may_edit,
                completes=True,
            ),
            Column[NeedRow](
                key="theme",
                text=lambda row: row.theme,
                dot=lambda row: row.theme_tone if row.theme else None,
                width=104,
            ),
            _figure("now", lambda row: row.now, 56, self._may_edit),
            _figure("later", lambda row: row.later, 84, self._may_edit),
            _choice("consequence", lambda row: row.consequence, 108, self._may_edit, choices),
            _choice("hiring", lambda row: row.hiring, 140, self._may_edit, choices),
            _choice("provision", lambda row: row.provision, 172, self._may_edit, choices),
        )
        super().__init__("needsTable", columns, lambda row: row.key, parent=parent)
        self.badge_words = ""
        self._cells = _NeedCells(self)
        self.setItemDelegate(self._cells)
        self._cells.entered.connect(self._go_down)
        self._cells.completion_wanted.connect(self.completion_wanted)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QTableView, QTableView:focus { border: none; }")
        self.horizontalHeader().sectionResized.connect(lambda *_: self.columns_fitted.emit())

    def row(self, key: str) -> NeedRow | None:
        """Return a row in sight by its key."""
        return next((row for row in self.rows.shown if row.key == key), None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let columns give way, or come back."""
        super().resizeEvent(event)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Show as many columns as leave room for the skill."""
        theme = current()
        widths = {column.key: self.column_width(column) for column in self.rows.columns if not column.stretch}
        room = self.viewport().width() - theme.px(_SKILL_WIDTH)
        hidden: set[str] = set()
        for key in _GIVE_WAY:
            if sum(width for known, width in widths.items() if known not in hidden) <= room:
                break
            hidden.add(key)
        for place, column in enumerate(self.rows.columns):
            if self.isColumnHidden(place) != (column.key in hidden):
                self.setColumnHidden(place, column.key in hidden)
        self.columns_fitted.emit()

    def span(self, key: str) -> tuple[int, int] | None:
        """Return where a column begins and how wide it is; ``None`` while it is hidden."""
        place = COLUMNS.index(key)
        if self.isColumnHidden(place):
            return None
        header = self.horizontalHeader()
        return header.sectionViewportPosition(place), header.sectionSize(place)

    def _may_edit(self, _row: NeedRow) -> bool:
        return self.can_edit


def _figure(
    key: str, number: Callable[[NeedRow], int | None], width: int, editable: Callable[[NeedRow], bool]
) -> Column[NeedRow]:
    return Column[NeedRow](
        key=key,
        text=lambda row: _people(number(row)),
        edit_text=lambda row: "" if number(row) is None else str(number(row)),
        sort=number,
        numeric=True,
        width=width,
        editable=editable,
    )


def _choice(
    key: str,
    text: Callable[[NeedRow], str],
    width: int,
    editable: Callable[[NeedRow], bool],
    choices: Callable[[str], list[tuple[object, str]]],
) -> Column[NeedRow]:
    return Column[NeedRow](
        key=key, text=text, tooltip=text, width=width, editable=editable, choices=lambda _: choices(key)
    )


class _NeedCells(CellDelegate):
    """Draws the cell of the skill in two lines."""

    def draw(self, painter: QPainter, rect: QRectF, index: QModelIndex | QPersistentModelIndex) -> None:
        row: Any = row_of(index)
        if row is None or COLUMNS[index.column()] != "skill" or (row.is_placed and not row.label):
            super().draw(painter, rect, index)
            return
        theme = current()
        inner = rect.adjusted(theme.px(10), 0, -theme.px(10), 0)
        if row.is_placed:
            middle = inner.center().y()
            upper = QRectF(inner.x(), middle - theme.px(18), inner.width(), theme.px(19))
            lower = QRectF(inner.x(), middle, inner.width(), theme.px(17))
            _draw(painter, upper, row.text, "key", "text")
            _draw(painter, lower, row.label, "secondary", "text2")
        else:
            words = self._badge_words()
            badge = QFontMetrics(theme.font("badge")).horizontalAdvance(words) + theme.px(16)
            room = max(inner.width() - badge - theme.px(8), inner.width() / 3)
            used = _draw(painter, QRectF(inner.x(), inner.y(), room, inner.height()), row.text, "key", "text")
            place = inner.x() + used + theme.px(8)
            paint_badge(painter, QRectF(place, inner.y(), inner.right() - place, inner.height()), words, "warn")

    def _badge_words(self) -> str:
        table = self.parent()
        assert isinstance(table, NeedsTable)  # made by it
        return table.badge_words


def _draw(painter: QPainter, rect: QRectF, text: str, role: str, colour: str) -> int:
    font = current().font(role)
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()))
    painter.setFont(font)
    painter.setPen(current().colour(colour))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine), shown)
    return metrics.horizontalAdvance(shown)
