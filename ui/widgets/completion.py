"""Search as you type: a field with suggestions below it, the last of which keeps the person's own words.

    field.wanted.connect(presenter.look_up)          # number of the question, text
    field.offer(number, [Suggestion(value=uri, title="industrial welding", detail="Technical · 2 others named it")])
    field.chosen.connect(presenter.take)             # a Suggestion; own words have the value None

Answers may come at once or from another thread's result, in any order: only those to the latest question are shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QHideEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.theme.theme import current

ASK_AFTER_MS = 60
_ROWS_SHOWN = 6
_ROW_HEIGHT = 46


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """One row below the field."""

    value: object
    """What is meant, for example a skill's URI; ``None``: the person's own words."""
    title: str
    """What is shown, and what stands in the field once it is chosen."""
    detail: str = ""
    """The second line: theme, how many others named it."""


class CompletionField(QLineEdit):
    """A line edit with suggestions below it."""

    wanted = Signal(int, str)
    """A question: its number and the text typed. Answer with `offer`."""
    chosen = Signal(object)
    """The `Suggestion` taken, by a click or Enter."""

    def __init__(self, name: str, *, allows_own_words: bool = True, parent: QWidget | None = None) -> None:
        """Carry the object name ``name``; without own words only suggestions can be taken."""
        super().__init__(parent)
        self.setObjectName(name)
        self._allows_own_words = allows_own_words
        self._own_title, self._own_detail = "{text}", ""
        self._number = 0
        self._taken: Suggestion | None = None
        self._popup: _Popup | None = None
        self._timer = QTimer(self, singleShot=True, interval=ASK_AFTER_MS)
        self._timer.timeout.connect(self._ask)
        self.textEdited.connect(self._begin_question)

    @property
    def taken(self) -> Suggestion | None:
        """What the field stands for now: the suggestion taken, or the words in it; ``None`` if empty or not allowed."""
        text = self.text().strip()
        if self._taken is not None and self._taken.title == text:
            return self._taken
        return Suggestion(value=None, title=text) if text and self._allows_own_words else None

    @property
    def is_taken(self) -> bool:
        """Whether a person has taken a row: a suggestion, or the last one with the words as they are."""
        return self._taken is not None and self._taken.title == self.text().strip()

    def begin_with(self, text: str) -> None:
        """Put text into the field without asking anything."""
        self._taken = None
        self.setText(text)
        self.selectAll()

    def begin_with_choice(self, suggestion: Suggestion) -> None:
        """Put a suggestion into the field as if it had been taken, without announcing it."""
        self.begin_with(suggestion.title)
        self._taken = suggestion

    def set_own_words(self, title: str, detail: str) -> None:
        """Word the last row: ``title`` with the place {text}, and the line below it."""
        self._own_title, self._own_detail = title, detail

    def offer(self, number: int, suggestions: Sequence[Suggestion]) -> None:
        """Show answers to question ``number``; those to an older one are dropped."""
        if number != self._number or not self.hasFocus():
            return
        rows = list(suggestions)
        text = self.text().strip()
        if text and self._allows_own_words:
            rows.append(Suggestion(value=None, title=text, detail=self._own_detail))
        self._show(rows, text)

    @property
    def is_open(self) -> bool:
        """Whether suggestions are in sight."""
        return self._popup is not None and self._popup.isVisible()

    def wants_key(self, key: int) -> bool:
        """Say whether the field itself answers a key now, so that a table around it must not."""
        walking = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Escape)
        return self.is_open and (key in walking or (key in _ENTER and self._highlighted() is not None))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the suggestions and take one."""
        if self._popup is not None and self.is_open:
            if event.key() in _STEPS:
                self._popup.walk(_STEPS[Qt.Key(event.key())])
                return
            if event.key() == Qt.Key.Key_Escape:
                self.close_suggestions()
                return
            highlighted = self._highlighted()
            if event.key() in _ENTER and highlighted is not None:
                self._take(highlighted)
                return
        elif event.key() == Qt.Key.Key_Down and self.text().strip():
            self._ask()
            return
        elif event.key() in _ENTER and self.taken is not None:
            self._take(self.taken)
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Put the suggestions away when the keyboard leaves."""
        super().focusOutEvent(event)
        self.close_suggestions()

    def hideEvent(self, event: QHideEvent) -> None:
        """Put the suggestions away with the field."""
        super().hideEvent(event)
        self.close_suggestions()

    def close_suggestions(self) -> None:
        """Put the suggestions away; answers under way are dropped."""
        self._timer.stop()
        self._number += 1
        if self._popup is not None:
            self._popup.hide()

    def _begin_question(self, text: str) -> None:
        self._taken = None
        self._number += 1
        if text.strip():
            self._timer.start()
        else:
            self.close_suggestions()

    def _ask(self) -> None:
        self._number += 1
        self.wanted.emit(self._number, self.text().strip())

    def _highlighted(self) -> Suggestion | None:
        return self._popup.highlighted if self._popup is not None else None

    def _show(self, rows: list[Suggestion], text: str) -> None:
        if not rows:
            self.close_suggestions()
            return
        if self._popup is None or self._popup.parentWidget() is not self.window():
            self._popup = _Popup(self.window())
            self._popup.picked.connect(self._take)
            self.destroyed.connect(self._popup.deleteLater)
        self._popup.show_rows(rows, text, self._own_title)
        self._popup.place_below(self)

    def _take(self, suggestion: Suggestion) -> None:
        self._taken = suggestion
        self.setText(suggestion.title)
        self.close_suggestions()
        self.chosen.emit(suggestion)


_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _ROWS_SHOWN,
    Qt.Key.Key_PageUp: -_ROWS_SHOWN,
}


class _Popup(QFrame):
    """The list below a field. A child of the window, so that it needs no place on the screen of its own."""

    picked = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("completionPopup")
        column = QVBoxLayout(self)
        column.setContentsMargins(5, 5, 5, 5)
        self._model = _SuggestionModel(self)
        self._list = QListView(self)
        self._list.setObjectName("completionList")
        self._list.setModel(self._model)
        self._list.setItemDelegate(_SuggestionDelegate(self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setUniformItemSizes(True)
        self._list.setMouseTracking(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.entered.connect(self._list.setCurrentIndex)
        self._list.clicked.connect(self._pick)
        column.addWidget(self._list)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def highlighted(self) -> Suggestion | None:
        return self._model.at(self._list.currentIndex())

    def show_rows(self, rows: list[Suggestion], text: str, own_title: str) -> None:
        self._model.fill(rows, text, own_title)
        self._list.setCurrentIndex(self._model.index(0))
        self._list.scrollToTop()

    def walk(self, places: int) -> None:
        last = self._model.rowCount() - 1
        place = min(max(self._list.currentIndex().row() + places, 0), last)
        self._list.setCurrentIndex(self._model.index(place))

    def place_below(self, field: QWidget) -> None:
        window = self.parentWidget()
        assert window is not None  # made for a window
        height = current().px(_ROW_HEIGHT) * min(self._model.rowCount(), _ROWS_SHOWN) + 12
        width = max(field.width(), current().px(420))
        corner = field.mapTo(window, QPoint(0, field.height()))
        above = field.mapTo(window, QPoint(0, 0)).y()
        if corner.y() + height > window.height() and above > window.height() - corner.y():
            height = min(height, above)
            corner.setY(above - height)
        else:
            height = min(height, window.height() - corner.y())
        left = max(0, min(corner.x(), window.width() - width))
        self.setGeometry(QRect(left, corner.y(), min(width, window.width()), height))
        self.show()
        self.raise_()

    def _pick(self, index: QModelIndex) -> None:
        suggestion = self._model.at(index)
        if suggestion is not None:
            self.picked.emit(suggestion)


class _SuggestionModel(QAbstractListModel):
    """The rows of the list."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[Suggestion] = []
        self.typed = ""
        self._own_title = "{text}"

    def fill(self, rows: list[Suggestion], typed: str, own_title: str) -> None:
        self.beginResetModel()
        self._rows, self.typed, self._own_title = rows, typed, own_title
        self.endResetModel()

    def at(self, index: QModelIndex | QPersistentModelIndex) -> Suggestion | None:
        return self._rows[index.row()] if index.isValid() else None

    def title(self, suggestion: Suggestion) -> str:
        if suggestion.value is None:
            return self._own_title.replace("{text}", suggestion.title)
        return suggestion.title

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        suggestion = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title(suggestion)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (self.title(suggestion), suggestion.detail) if part)
        return None


class _SuggestionDelegate(QStyledItemDelegate):
    """Two lines: the title with the letters typed in bold, and the detail."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, current().px(_ROW_HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model = index.model()
        assert isinstance(model, _SuggestionModel)  # the only model of this list
        suggestion = model.at(index)
        assert suggestion is not None  # there are no rows without one
        theme = current()
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("select"))
            painter.drawRoundedRect(rect, theme.px(5), theme.px(5))
        left = rect.x() + theme.px(8)
        width = rect.width() - 2 * theme.px(8)
        middle = rect.center().y() + (0 if suggestion.detail else theme.px(8))
        painter.setPen(theme.colour("text"))
        _paint_title(
            painter, QRectF(left, middle - theme.px(19), width, theme.px(20)), model.title(suggestion), model.typed
        )
        painter.setPen(theme.colour("text2"))
        font = theme.font("secondary")
        painter.setFont(font)
        detail = QFontMetrics(font).elidedText(suggestion.detail, Qt.TextElideMode.ElideRight, int(width))
        painter.drawText(QRectF(left, middle + 1, width, theme.px(18)), Qt.AlignmentFlag.AlignVCenter, detail)
        painter.restore()


def _paint_title(painter: QPainter, rect: QRectF, title: str, typed: str) -> None:
    plain, bold = current().font("body"), current().font("heading")
    x = rect.x()
    for text, is_match in matching_parts(title, typed):
        font: QFont = bold if is_match else plain
        metrics = QFontMetrics(font)
        room = rect.right() - x
        if room <= 0:
            return
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(room) + 1)
        painter.setFont(font)
        painter.drawText(QRectF(x, rect.y(), room, rect.height()), Qt.AlignmentFlag.AlignVCenter, shown)
        x += metrics.horizontalAdvance(shown)
        if shown != text:
            return


def matching_parts(title: str, typed: str) -> list[tuple[str, bool]]:
    """Cut ``title`` into parts that were typed and parts that were not.

    >>> matching_parts("predictive maintenance", "maint")
    [('predictive ', False), ('maint', True), ('enance', False)]
    """
    marks = [False] * len(title)
    folded = title.lower()
    if len(folded) == len(title):  # a few letters change their length in lower case; then nothing is marked
        for word in typed.lower().split():
            start = folded.find(word)
            while start >= 0:
                marks[start : start + len(word)] = [True] * len(word)
                start = folded.find(word, start + len(word))
    parts: list[tuple[str, bool]] = []
    for letter, mark in zip(title, marks, strict=True):
        if parts and parts[-1][1] == mark:
            parts[-1] = (parts[-1][0] + letter, mark)
        else:
            parts.append((letter, mark))
    return parts
