"""The table of partners, with the relationship stage drawn as steps, and the actor check above it as a filter."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from fastmap.model.choices import ActorState
from ui.pages.partners_rows import ActorView, PartnerRow
from ui.theme import icons
from ui.theme.theme import current
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import IconLabel, Label
from ui.widgets.table import Column, DataTable
from ui.widgets.table.delegate import CellDelegate, row_of

HIGHEST_STAGE = 5
STATE_ICONS = {
    ActorState.MEMBER: ("check-circle", "good"),
    ActorState.LINKED: ("link-simple", "regional"),
    ActorState.KNOWN: ("eye", "warn"),
    ActorState.NOT_RECORDED: ("circle-dashed", "neutral"),
}
Choices = Callable[[str], list[tuple[object, str]]]


def columns(choices: Choices) -> tuple[Column[PartnerRow], ...]:
    """Return the columns; ``choices`` gives the values of a column with their words."""
    return (
        Column[PartnerRow](key="name", text=lambda row: row.name, role="key", stretch=True, editable=True),
        Column[PartnerRow](
            key="type", text=lambda row: row.type_words, editable=True, choices=lambda _: choices("type"), width=166
        ),
        Column[PartnerRow](
            key="level",
            text=lambda row: row.level_words,
            sort=lambda row: row.level_words or None,
            editable=True,
            choices=lambda _: choices("level"),
            width=112,
        ),
        Column[PartnerRow](
            key="in_cluster",
            text=lambda row: row.in_cluster_words,
            sort=lambda row: row.in_cluster,
            editable=True,
            choices=lambda _: choices("in_cluster"),
            width=116,
        ),
        Column[PartnerRow](
            key="stage",
            text=lambda row: row.stage_words,
            sort=lambda row: row.stage,
            editable=True,
            choices=lambda _: choices("stage"),
            tooltip=lambda row: row.stage_words,
            width=112,
        ),
        Column[PartnerRow](
            key="offers", text=lambda row: str(row.offers), sort=lambda row: row.offers, numeric=True, width=76
        ),
        Column[PartnerRow](key="skills", text=lambda row: row.skills, role="secondary", stretch=True),
    )


class PartnerTable(DataTable):
    """Partners, edited in place."""

    def __init__(self, name: str, choices: Choices, *, parent: QWidget | None = None) -> None:
        """Carry the object name ``name``."""
        super().__init__(name, columns(choices), lambda row: row.id, parent=parent)
        keys = [column.key for column in self.rows.columns]
        self.setItemDelegateForColumn(keys.index("stage"), _StageDelegate(self))

    def leave_out(self, columns: Collection[str]) -> None:
        """Show all columns but these."""
        for place, column in enumerate(self.rows.columns):
            self.setColumnHidden(place, column.key in columns)


class _StageDelegate(CellDelegate):
    """Draws a stage as five small steps; the word is tooltip and accessible text."""

    def draw(self, painter: QPainter, rect: QRectF, index: QModelIndex | QPersistentModelIndex) -> None:
        row = row_of(index)
        if isinstance(row, PartnerRow) and row.stage is not None:
            side = current().px(10)
            paint_stage(painter, rect.adjusted(side, 0, -side, 0), row.stage)
        else:
            super().draw(painter, rect, index)


def paint_stage(painter: QPainter, rect: QRectF, stage: int) -> None:
    """Draw five steps at the left of ``rect``, ``stage`` of them filled, and the figure after them."""
    theme = current()
    width, gap, low, high = theme.px(7), theme.px(3), theme.px(5), theme.px(17)
    bottom = rect.center().y() + high / 2
    for step in range(1, HIGHEST_STAGE + 1):
        height = low + (high - low) * (step - 1) / (HIGHEST_STAGE - 1)
        bar = QRectF(rect.x() + (step - 1) * (width + gap), bottom - height, width, height)
        is_reached = step <= stage
        painter.setPen(QPen(theme.colour("primary" if is_reached else "line_strong"), 1))
        painter.setBrush(theme.colour("primary" if is_reached else "surface"))
        painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), 1.5, 1.5)
    left = rect.x() + HIGHEST_STAGE * (width + gap) + theme.px(6)
    painter.setFont(theme.font("body"))
    painter.setPen(theme.colour("text"))
    place = QRectF(left, rect.y(), max(rect.right() - left, 0), rect.height())
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, str(stage))


class ActorStrip(QWidget):
    """Who takes part: one chip per type of partner with its state; a chip filters the table."""

    type_chosen = Signal(object)
    """A `PartnerType`, or ``None`` for all."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin without chips."""
        super().__init__(parent)
        self.setObjectName("actorStrip")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(6)
        self.title = Label("heading", parent=self)
        head.addWidget(self.title)
        head.addSpacing(10)
        self._legend: dict[ActorState, Label] = {}
        for state, (icon, tone) in STATE_ICONS.items():
            head.addWidget(IconLabel(icon, 16, f"tone.{tone}", parent=self))
            self._legend[state] = Label("secondary", parent=self)
            head.addWidget(self._legend[state])
            head.addSpacing(6)
        head.addStretch(1)
        column.addLayout(head)
        chips = QWidget(self)
        self._flow = FlowLayout(chips, spacing=6)
        column.addWidget(chips)
        self._chips: list[ActorChip] = []

    def show_actors(self, actors: Sequence[ActorView], chosen: object) -> None:
        """Show the actor check; ``chosen`` is the type filtered by."""
        while len(self._chips) < len(actors):
            chip = ActorChip(f"actorChip{len(self._chips)}", parent=self)
            chip.clicked.connect(self._choose)
            self._flow.addWidget(chip)
            self._chips.append(chip)
        for chip, actor in zip(self._chips, actors, strict=False):
            chip.show_actor(actor)
            chip.setChecked(actor.type is chosen)
            self._legend[actor.state].setText(actor.state_words)

    def set_words(self, title: str, states: dict[ActorState, str]) -> None:
        """Name the strip, and the states in the legend."""
        self.title.setText(title)
        for state, words in states.items():
            self._legend[state].setText(words)

    def _choose(self) -> None:
        chosen = self.sender()
        for chip in self._chips:
            if chip is not chosen:
                chip.setChecked(False)
        kept = next((chip.actor.type for chip in self._chips if chip.isChecked() and chip.actor is not None), None)
        self.type_chosen.emit(kept)


class ActorChip(QAbstractButton):
    """A type of partner with the icon of its state."""

    def __init__(self, name: str, *, parent: QWidget) -> None:
        """Carry the object name ``name``."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.actor: ActorView | None = None
        current().changed.connect(self.updateGeometry)

    def show_actor(self, actor: ActorView) -> None:
        """Show another type."""
        self.actor = actor
        self.setText(actor.short)
        words = f"{actor.words}: {actor.state_words}"
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for icon and words."""
        theme = current()
        width = QFontMetrics(theme.font("secondary")).horizontalAdvance(self.text())
        return QSize(width + theme.px(38), theme.px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a pill with icon and words."""
        if self.actor is None:
            return
        theme = current()
        icon, tone = STATE_ICONS[self.actor.state]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = 2 if self.hasFocus() else 1
        edge = "focus" if self.hasFocus() else "primary" if self.isChecked() or self.underMouse() else "line"
        painter.setPen(QPen(theme.colour(edge), wide))
        painter.setBrush(theme.colour("primary_soft" if self.isChecked() else "surface"))
        frame = QRectF(self.rect()).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
        painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2)
        size = theme.px(16)
        place = QRectF(theme.px(9), (self.height() - size) / 2, size, size)
        icons.paint_icon(painter, place, icon, theme.colour(f"tone.{tone}"))
        painter.setFont(theme.font("secondary"))
        painter.setPen(theme.colour("text"))
        words = QRectF(theme.px(29), 0, self.width() - theme.px(31), self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()
