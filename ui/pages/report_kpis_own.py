"""Making or changing an indicator of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from fastmap.model.kpis import KpiUnit, OwnKpi, usually_adds_up
from fastmap.texts import sentence_case
from ui.widgets.buttons import Button
from ui.widgets.fields import ComboBox, Field
from ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from fastmap.model.ids import KpiKey
    from fastmap.texts import Texts

_MOST_LETTERS = 200


class OwnKpiForm(QWidget):
    """Name, unit and way of counting."""

    saved = Signal(object)
    """The `OwnKpi` as a person entered it."""
    left = Signal()

    def __init__(self, *, parent: QWidget) -> None:
        """Begin blank."""
        super().__init__(parent)
        self._key: KpiKey | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.name = QLineEdit(self)
        self.name.setObjectName("ownKpiName")
        self.name.setMaxLength(_MOST_LETTERS)
        self.unit = ComboBox("ownKpiUnit", parent=self)
        self.counting = ComboBox("ownKpiCounting", parent=self)
        for box in (self.unit, self.counting):
            box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.name_field = Field(self.name, parent=self)
        self.unit_field = Field(self.unit, parent=self)
        self.counting_field = Field(self.counting, parent=self)
        buttons = QWidget(self)
        flow = FlowLayout(buttons, spacing=8)
        self.saving = Button("ownKpiSave", "check", parent=buttons)
        self.leaving = Button("ownKpiLeave", parent=buttons)
        flow.addWidget(self.saving)
        flow.addWidget(self.leaving)
        for widget in (self.name_field, self.unit_field, self.counting_field, buttons):
            column.addWidget(widget)
        self.unit.activated.connect(self._propose_counting)
        self.saving.clicked.connect(self._save)
        self.name.returnPressed.connect(self._save)
        self.leaving.clicked.connect(self.left)

    def begin(self, own: OwnKpi, texts: Texts) -> None:
        """Show an indicator to be changed, or a blank one."""
        self._key = own.key
        self.name.setText(own.name)
        self.unit.set_choices(
            [(str(unit), sentence_case(texts.term(f"kpi_unit.{unit}"))) for unit in KpiUnit], str(own.unit)
        )
        self.counting.set_choices(
            [("sum", self.tr("Add up what each period brought")), ("level", self.tr("Take the last level reached"))],
            "sum" if own.adds_up else "level",
        )
        self.name_field.set_complaint("")
        self.name.setFocus()

    def _propose_counting(self) -> None:
        """Propose how values of the chosen unit go together; whoever knows better chooses the other way."""
        self.counting.choose("sum" if usually_adds_up(KpiUnit(str(self.unit.currentData()))) else "level")

    def _save(self) -> None:
        name = " ".join(self.name.text().split())
        if not name or self._key is None:
            self.name_field.set_complaint(self.tr("Say what the indicator counts."))
            self.name.setFocus()
            return
        unit = KpiUnit(str(self.unit.currentData()))
        self.saved.emit(OwnKpi(key=self._key, name=name, unit=unit, adds_up=self.counting.currentData() == "sum"))

    def retranslate(self) -> None:
        """Set the texts."""
        self.name_field.set_words(self.tr("Name"))
        self.unit_field.set_words(self.tr("Unit"))
        self.counting_field.set_words(
            self.tr("How periods go together"),
            self.tr("People trained add up; a membership or a share is a level."),
        )
        self.saving.setText(self.tr("Save indicator"))
        self.leaving.setText(self.tr("Cancel"))
