"""What a board fills in on a decision: who, by when, staff days and money. Kept as it is typed, blank where unknown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.theme.theme import current
from ui.widgets.fields import Field
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Label

FIELDS = ("owner", "due", "days", "money")
_WIDTHS = {"owner": 230, "due": 150, "days": 130, "money": 150}
_MOST = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanView:
    """What is filled in, as it is shown, and what the catalogue says where nothing is."""

    owner: str = ""
    due: str = ""
    days: str = ""
    money: str = ""
    days_hint: str = ""
    money_hint: str = ""


class PlanFields(QWidget):
    """Four fields beside each other; each is saved when it is left or with Enter."""

    def __init__(self, name: str, fill: Callable[[str, str], str], *, parent: QWidget) -> None:
        """Carry object names that end in ``name``; ``fill`` takes a field and its text and says what is wrong."""
        super().__init__(parent)
        self._fill = fill
        self._shown = PlanView()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 4)
        column.setSpacing(6)
        self.heading = Label("key", wrap=True, parent=self)
        column.addWidget(self.heading)
        row = QWidget(self)
        flow = FlowLayout(row, spacing=12)
        self.lines: dict[str, QLineEdit] = {}
        self.fields: dict[str, Field] = {}
        for field in FIELDS:
            line = QLineEdit(row)
            line.setObjectName(f"{field}_{name}")
            line.setMaxLength(_MOST)
            self.lines[field] = line
            self.fields[field] = Field(line, parent=row)
            flow.addWidget(self.fields[field])
            line.editingFinished.connect(self._leave)
        column.addWidget(row)
        current().changed.connect(self._fit)
        self._fit()
        self.retranslate()

    def show_plan(self, view: PlanView, *, can_edit: bool) -> None:
        """Show what is filled in; a field that is being typed in keeps its text."""
        self._shown = view
        for field, line in self.lines.items():
            line.setEnabled(can_edit)
            if not (line.hasFocus() and line.isModified()):
                line.setText(getattr(view, field))
                self.fields[field].set_complaint("")
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text."""
        self.heading.setText(self.tr("The first step, and what the decision takes"))
        self.fields["owner"].set_words(self.tr("Who"))
        self.fields["due"].set_words(self.tr("By when"))
        self.fields["days"].set_words(self.tr("Staff days"))
        self.fields["money"].set_words(self.tr("Money in EUR"))
        self.lines["owner"].setPlaceholderText(self.tr("name or team"))
        self.lines["due"].setPlaceholderText(self.tr("such as 31/10/2026"))
        usual = self.tr("A first cycle usually takes {days} staff days.").replace("{days}", self._shown.days_hint)
        self.lines["days"].setToolTip(usual if self._shown.days_hint else "")
        self.lines["days"].setAccessibleDescription(usual if self._shown.days_hint else "")
        self.lines["money"].setPlaceholderText(self._shown.money_hint)

    def _leave(self) -> None:
        line = self.sender()
        field = next(field for field, known in self.lines.items() if known is line)
        known = self.lines[field]
        if not known.isModified():
            return
        wrong = self._fill(field, known.text())
        if not wrong:
            known.setModified(False)
        self.fields[field].set_complaint(wrong)

    def _fit(self) -> None:
        for field, line in self.lines.items():
            line.setFixedWidth(current().px(_WIDTHS[field]))
            self.fields[field].setFixedWidth(current().px(_WIDTHS[field]))
