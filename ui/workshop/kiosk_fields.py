"""The fields of a kiosk's screen as widgets, and what stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from fastmap.intake.phone_answers import LONGEST_TEXT
from ui.theme.theme import current
from ui.widgets.check_box import CheckBox
from ui.widgets.fields import ComboBox, Field
from ui.widgets.fold import Fold
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from ui.phone.screens import Group, Question

_LONGEST_LINE = 300
_REMARK_HEIGHT = 110


class KioskFields(QWidget):
    """One screen's questions, the rare ones folded away."""

    def __init__(self, groups: tuple[Group, ...], *, parent: QWidget | None = None) -> None:
        """Show ``groups`` with what was entered before."""
        super().__init__(parent)
        self._controls: dict[str, QWidget | tuple[CheckBox, ...]] = {}
        self._values: dict[CheckBox, str] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for group in groups:
            self._add(group, column)

    def add_line(self, name: str, label: str, hint: str, entry: str, mistake: str | None) -> QLineEdit:
        """Put one more field of a line above the others."""
        below = self._controls
        self._controls = {}
        line = self._line(name, entry)
        self._controls.update(below)
        field = Field(line, parent=self)
        if isinstance(after := next(iter(below.values()), None), QWidget):
            QWidget.setTabOrder(line, after)
        field.set_words(label, hint)
        if mistake:
            field.set_complaint(mistake)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)  # see `__init__`
        column.insertWidget(0, field)
        return line

    def entries(self) -> dict[str, tuple[str, ...]]:
        """Return what stands in the fields, those that are folded away too."""
        return {name: self._entered(control) for name, control in self._controls.items()}

    def focus_first(self) -> None:
        """Put the keyboard into the first field."""
        fields = (one for one in self._controls.values() if isinstance(one, QWidget))
        first = next((one for one in fields if one.isVisibleTo(self)), None)
        if first is not None:
            first.setFocus()

    def _add(self, group: Group, column: QVBoxLayout) -> None:
        if group.title is None:
            self._fill(group, column)
            return
        content = QWidget(self)
        inner = QVBoxLayout(content)
        inner.setContentsMargins(current().px(20), 0, 0, 0)
        inner.setSpacing(14)
        self._fill(group, inner)
        fold = Fold(f"kioskFold_{group.questions[0].name}", content, parent=self)
        fold.set_words(group.title)
        column.addWidget(fold)
        if group.is_open:
            fold.toggle.click()

    def _fill(self, group: Group, column: QVBoxLayout) -> None:
        for question in group.questions:
            column.addWidget(self._asked(question))
        if group.rest is not None:
            self._add(group.rest, column)

    def _asked(self, question: Question) -> QWidget:
        if question.kind == "some":
            return self._boxes(question)
        control: QWidget
        if question.kind == "one":
            control = ComboBox(f"kiosk_{question.name}")
            chosen = next((choice.value for choice in question.choices if choice.is_chosen), "")
            control.set_choices([("", ""), *((choice.value, choice.words) for choice in question.choices)], chosen)
            self._controls[question.name] = control
        elif question.kind == "long":
            control = QPlainTextEdit(question.entry)
            control.setObjectName(f"kiosk_{question.name}")
            control.setTabChangesFocus(True)
            control.setFixedHeight(current().px(_REMARK_HEIGHT))
            self._controls[question.name] = control
        else:
            control = self._line(question.name, question.entry)
        field = Field(control, parent=self)
        field.set_words(question.label)
        if question.mistake:
            field.set_complaint(question.mistake)
        return field

    def _line(self, name: str, entry: str) -> QLineEdit:
        line = QLineEdit(entry)
        line.setObjectName(f"kiosk_{name}")
        line.setMaxLength(_LONGEST_LINE)
        self._controls[name] = line
        return line

    def _boxes(self, question: Question) -> QWidget:
        area = QWidget(self)
        column = QVBoxLayout(area)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Label("key", question.label, wrap=True, parent=area))
        boxes = []
        for choice in question.choices:
            box = CheckBox(f"kiosk_{question.name}_{choice.value}", parent=area)
            box.setText(choice.words)
            box.setChecked(choice.is_chosen)
            self._values[box] = choice.value
            boxes.append(box)
            column.addWidget(box)
        self._controls[question.name] = tuple(boxes)
        return area

    def _entered(self, control: QWidget | tuple[CheckBox, ...]) -> tuple[str, ...]:
        if isinstance(control, tuple):
            return tuple(self._values[box] for box in control if box.isChecked())
        if isinstance(control, ComboBox):
            text = str(control.currentData() or "")
        elif isinstance(control, QPlainTextEdit):
            text = control.toPlainText()[:LONGEST_TEXT]
        else:
            assert isinstance(control, QLineEdit)  # nothing else is made above
            text = control.text()
        return (text,) if text else ()
