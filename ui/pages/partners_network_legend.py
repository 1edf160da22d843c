"""How to read the map: every outline, letter and line that is on it, with its words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from fastmap.model.choices import PartnerType
from fastmap.report.network_figure import LegendEntry, line_legend, member_legend, partner_legend
from fastmap.report.network_look import Look
from fastmap.texts import Texts
from ui.theme.theme import current
from ui.widgets.cards import clear
from ui.widgets.labels import Label
from ui.widgets.network_shapes import path_of

_SIGN = 52


class NetworkLegend(QWidget):
    """A column of signs with their words."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin without entries."""
        super().__init__(parent)
        self.setObjectName("networkLegend")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 10, 16, 12)
        self._column.setSpacing(6)
        self._shown: object = None

    def show_types(self, types: Sequence[PartnerType], texts: Texts) -> None:
        """Explain these partner types, all members and all lines."""
        wanted = tuple(types), texts.language
        if wanted == self._shown:
            return
        self._shown = wanted
        clear(self._column)
        for entry in partner_legend(types, texts):
            self._add(entry)
        self._add_heading(texts.term("network.legend.members"))
        for entry in member_legend(texts):
            self._add(entry)
        self._add_note(texts.term("network.legend.also_partner"))
        self._add_heading(texts.term("network.legend.lines"))
        for entry in line_legend(texts):
            self._add(entry)
        self._column.addStretch(1)

    def _add(self, entry: LegendEntry) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(_Sign(entry, parent=self), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(Label("secondary", entry.words, wrap=True, parent=self), 1)
        self._column.addLayout(row)

    def _add_note(self, words: str) -> None:
        self._column.addWidget(Label("secondary", words, wrap=True, parent=self))

    def _add_heading(self, words: str) -> None:
        self._column.addSpacing(4)
        self._column.addWidget(Label("heading", words, wrap=True, parent=self))


class _Sign(QWidget):
    """One sign: outlines side by side, or a line. It decorates: the words beside it say what it is."""

    def __init__(self, entry: LegendEntry, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._entry = entry
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        current().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        high = max((look.size for look in self._entry.looks), default=12) + 4
        return QSize(current().px(_SIGN), current().px(high))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, entry = current(), self._entry
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if entry.line is not None:
            pen = QPen(theme.colour("line_strong"), entry.line.width * theme.zoom)
            if entry.line.dashed:
                pen.setDashPattern([4.0, 3.0])
            painter.setPen(pen)
            painter.drawLine(QPointF(2, self.height() / 2), QPointF(self.width() - 2, self.height() / 2))
        step = self.width() / (len(entry.looks) + 1)
        for place, look in enumerate(entry.looks, start=1):
            self._paint_look(painter, look, step * place)
        painter.end()

    def _paint_look(self, painter: QPainter, look: Look, x: float) -> None:
        theme = current()
        ink = theme.colour(f"tone.{look.tone}")
        painter.save()
        painter.translate(x, self.height() / 2)
        painter.setPen(QPen(ink, 1.4 * theme.zoom))
        pale = theme.soft(look.tone) if self._entry.code else theme.colour("surface")
        painter.setBrush(pale if self._entry.code or look.hollow else ink)
        painter.drawPath(path_of(look.shape, look.size * theme.zoom))
        if self._entry.code:
            painter.setFont(theme.font("badge"))
            size = look.size * theme.zoom
            painter.drawText(QRectF(-size, -size, 2 * size, 2 * size), Qt.AlignmentFlag.AlignCenter, self._entry.code)
        painter.restore()
