"""Beside the list: who answered, what the parts of the priority weigh, and thresholds to discuss."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.diagnosis_bars import Bars
from ui.pages.diagnosis_details_view import Bar
from ui.pages.diagnosis_words import DiagnosisWords
from ui.pages.page import quiet
from ui.widgets.buttons import Button, IconButton
from ui.widgets.cards import scrolling
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Label
from ui.widgets.slider import Slider

_POINTS = 100
_MOVED = 10
"""Points by which a threshold may be moved for discussion, either way."""
_MOST_LINES = 12
PARTS = ("reach", "size", "severity", "urgency", "scarcity")


class Tool(QFrame):
    """A card with a title, a hint and a way back to the chosen skill; Esc goes back too."""

    left = Signal()

    def __init__(self, name: str, *, parent: QWidget) -> None:
        """Carry the object name ``name``."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("card", "true")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        content = QWidget()
        content.setObjectName(f"{name}Content")
        area = scrolling(content, name=f"{name}Scroll", parent=self)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        outer.addWidget(area)
        self.area = area
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(18, 12, 18, 18)
        self.column.setSpacing(8)
        head = QHBoxLayout()
        self.title = Label("card", wrap=True, parent=content)
        self.closing = IconButton(f"{name}Close", "x", parent=content)
        head.addWidget(self.title, 1)
        head.addWidget(self.closing, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)
        self.hint = Label("secondary", wrap=True, parent=content)
        self.column.addWidget(self.hint)
        self.closing.clicked.connect(self.left)

    def label(self, role: str, name: str = "") -> Label:
        """Return a new label below what is there."""
        label = Label(role, wrap=True, parent=self)
        label.setObjectName(name)
        self.column.addWidget(label)
        return label

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """Who answered and who did not, in words and bars."""

    summary: str
    by_size: tuple[Bar, ...]
    by_activity: tuple[Bar, ...]
    warnings: tuple[str, ...]


class AnsweredTool(Tool):
    """Who answered against who did not."""

    def __init__(self, *, parent: QWidget) -> None:
        """Begin without figures."""
        super().__init__("answeredTool", parent=parent)
        self.summary = self.label("body", "answeredSummary")
        self._heads = {}
        self._bars = {}
        for key in ("by_size", "by_activity"):
            self.column.addSpacing(4)
            self._heads[key] = self.label("heading")
            self._bars[key] = Bars(f"answered_{key}", parent=self)
            self.column.addWidget(self._bars[key])
        self.column.addSpacing(4)
        self._warnings_head = self.label("heading")
        self.warnings = self.label("body", "answeredWarnings")
        self.column.addStretch(1)

    def retranslate(self) -> None:
        """Set the texts."""
        self.title.setText(self.tr("Who answered, and who did not"))
        self.hint.setText(self.tr("Answers of those asked. Where a bar is short, the ranking hears less of them."))
        self._heads["by_size"].setText(self.tr("By size"))
        self._heads["by_activity"].setText(self.tr("By activity"))
        self._warnings_head.setText(self.tr("What to be careful about"))
        self.closing.set_words(self.tr("Back to the chosen skill"))

    def show_answered(self, answered: Answered) -> None:
        """Show other figures."""
        self.summary.setText(answered.summary)
        for key, bars in (("by_size", answered.by_size), ("by_activity", answered.by_activity)):
            self._bars[key].show_bars(bars)
            self._bars[key].setVisible(bool(bars))
            self._heads[key].setVisible(bool(bars))
        self.warnings.setText("\n".join(f"•  {sentence}" for sentence in answered.warnings))
        self.warnings.setVisible(bool(answered.warnings))
        self._warnings_head.setVisible(bool(answered.warnings))


class Effect(QWidget):
    """What a trial would change: how many, and which."""

    def __init__(self, name: str, *, parent: QWidget) -> None:
        """Carry the object name ``name``."""
        super().__init__(parent)
        self.setObjectName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.count = Label("heading", wrap=True, parent=self)
        self.count.setObjectName(f"{name}Count")
        self.lines = Label("body", wrap=True, parent=self)
        self.lines.setObjectName(f"{name}Lines")
        column.addWidget(self.count)
        column.addWidget(self.lines)

    def show_effect(self, count: str, lines: Sequence[str]) -> None:
        """Show ``count`` in words, and the first of ``lines``."""
        self.count.setText(count)
        shown = list(lines[:_MOST_LINES])
        if len(lines) > _MOST_LINES:
            shown.append(DiagnosisWords().more(len(lines) - _MOST_LINES))
        self.lines.setText("\n".join(shown))
        self.lines.setVisible(bool(shown))


class WeightsTool(Tool):
    """Points for the five parts; what they come to is their share of all points."""

    tried = Signal(object)
    """Points by part."""
    set_wanted = Signal(object)
    reset_wanted = Signal()

    def __init__(self, *, parent: QWidget) -> None:
        """Begin with no points."""
        super().__init__("weightsTool", parent=parent)
        self._names: dict[str, Label] = {}
        self.points: dict[str, Slider] = {}
        self.shares: dict[str, Label] = {}
        for part in PARTS:
            # Reach is the only part that is always known: without it some skills would have no priority.
            slider = Slider(f"weight_{part}", 1 if part == "reach" else 0, _POINTS, parent=self)
            slider.valueChanged.connect(self._try)
            self.points[part] = slider
            self._names[part] = Label("body", wrap=True, parent=self)
            self.shares[part] = Label("key", parent=self)
            self.shares[part].setObjectName(f"weightShare_{part}")
            line = QHBoxLayout()
            line.addWidget(self._names[part], 1)
            line.addWidget(self.shares[part])
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addLayout(line)
            column.addWidget(slider)
            self.column.addLayout(column)
        self._exact = {part: float(slider.value()) for part, slider in self.points.items()}
        """Points shown last: shares of a third have no whole number of points."""
        self.effect = Effect("weightsEffect", parent=self)
        self.column.addWidget(self.effect)
        buttons = QWidget(self)
        flow = FlowLayout(buttons, spacing=8)
        self.setting = Button("weightsSet", "check", parent=buttons)
        self.resetting = Button("weightsReset", "arrow-counter-clockwise", parent=buttons)
        flow.addWidget(self.setting)
        flow.addWidget(self.resetting)
        self.column.addWidget(buttons)
        self.now = self.label("secondary", "weightsNow")
        self.column.addStretch(1)
        self.setting.clicked.connect(lambda: self.set_wanted.emit(self.tried_points))
        self.resetting.clicked.connect(self.reset_wanted)

    @property
    def tried_points(self) -> dict[str, float]:
        """The points as they stand: a slider that nobody moved stands for what was shown, not for its whole number."""
        return {
            part: self._exact[part] if slider.value() == self._place_of(part) else float(slider.value())
            for part, slider in self.points.items()
        }

    def _place_of(self, part: str) -> int:
        return max(round(self._exact[part]), self.points[part].minimum())

    def retranslate(self) -> None:
        """Set the texts."""
        self.title.setText(self.tr("What counts in the ranking"))
        self.hint.setText(
            self.tr(
                "Move a slider: the shares of the others give way, so that all add up to 100 %. Reports say when weights were changed."
            )
        )
        self.setting.setText(self.tr("Use these weights"))
        self.resetting.setText(self.tr("Back to the usual weights"))
        self.closing.set_words(self.tr("Back to the chosen skill"))

    def set_part_words(self, words: dict[str, str]) -> None:
        """Say what the parts are called."""
        for part, text in words.items():
            self._names[part].setText(text)
            self.points[part].setAccessibleName(text)

    def show_points(self, points: dict[str, float]) -> None:
        """Show the weights that hold, in points of a hundred; announces nothing."""
        self._exact = dict(points)
        with quiet(*self.points.values()):
            for part, slider in self.points.items():
                slider.setValue(self._place_of(part))

    def _try(self) -> None:
        self.tried.emit(self.tried_points)


class ThresholdsTool(Tool):
    """Two thresholds, each ten points up or down, for discussion."""

    tried = Signal(float, float)
    """The share that is balanced, and the share of places that suffices, each moved by so much."""

    def __init__(self, *, parent: QWidget) -> None:
        """Begin in the middle."""
        super().__init__("thresholdsTool", parent=parent)
        self.sliders: dict[str, Slider] = {}
        self.words: dict[str, Label] = {}
        for key in ("balanced", "suffices"):
            self.words[key] = self.label("body", f"threshold_{key}Words")
            slider = Slider(f"threshold_{key}", -_MOVED, _MOVED, parent=self)
            slider.setTickPosition(Slider.TickPosition.TicksBelow)
            slider.setTickInterval(5)
            slider.valueChanged.connect(self._try)
            self.sliders[key] = slider
            self.column.addWidget(slider)
        self.effect = Effect("thresholdsEffect", parent=self)
        self.column.addWidget(self.effect)
        self.resetting = Button("thresholdsReset", "arrow-counter-clockwise", parent=self)
        row = QHBoxLayout()
        row.addWidget(self.resetting)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addStretch(1)
        self.resetting.clicked.connect(self.reset)

    def retranslate(self) -> None:
        """Set the texts."""
        self.title.setText(self.tr("Thresholds to discuss"))
        self.hint.setText(
            self.tr("Where would a verdict tip if the line were drawn elsewhere? Nothing here is stored or reported.")
        )
        self.resetting.setText(self.tr("Back to the usual thresholds"))
        self.closing.set_words(self.tr("Back to the chosen skill"))

    def show_shares(self, balanced: str, suffices: str) -> None:
        """Show the shares that the sliders stand for."""
        for key, words in {
            "balanced": self.tr("Balanced: under {share} short of people, and under {share} with trouble hiring"),
            "suffices": self.tr("Groups: places suffice from {share} of the people short"),
        }.items():
            share = balanced if key == "balanced" else suffices
            self.words[key].setText(words.replace("{share}", share))
            self.sliders[key].setAccessibleName(self.words[key].text())

    def reset(self) -> None:
        """Put both back to the middle."""
        for slider in self.sliders.values():
            slider.setValue(0)

    def moved(self) -> tuple[float, float]:
        """Return by how much each is moved, as a share."""
        return self.sliders["balanced"].value() / 100, self.sliders["suffices"].value() / 100

    def _try(self) -> None:
        self.tried.emit(*self.moved())
