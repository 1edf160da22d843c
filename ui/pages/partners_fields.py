"""What a partner is, to be chosen: type, level, whether it is in the cluster, and how close it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.fields import ComboBox, Field

if TYPE_CHECKING:
    from fastmap.model.organisations import Partner
    from ui.pages.partners_presenter import PartnersPresenter

_LINES = (("type",), ("stage",), ("level", "in_cluster"), ("governance",))
"""Long words have a line of their own; the two short choices share one."""


class PartnerFields(QWidget):
    """The choices of one partner; each is recorded at once. The table has them too, where there is room."""

    def __init__(self, presenter: PartnersPresenter, *, parent: QWidget) -> None:
        """Begin without a partner."""
        super().__init__(parent)
        self.setObjectName("partnerFields")
        self._presenter = presenter
        self._reading = presenter.reading
        self._partner = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.boxes: dict[str, ComboBox] = {}
        self._fields: dict[str, Field] = {}
        for line in _LINES:
            row = QHBoxLayout()
            row.setSpacing(10)
            for key in line:
                box = ComboBox(f"partner_{key}", parent=self)
                box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
                box.activated.connect(lambda _place, known=key: self._choose(known))
                self.boxes[key], self._fields[key] = box, Field(box, parent=self)
                row.addWidget(self._fields[key], 1)
            column.addLayout(row)

    def retranslate(self) -> None:
        """Set the texts."""
        self._fields["type"].set_words(self.tr("Type"))
        self._fields["stage"].set_words(self.tr("How close"))
        self._fields["level"].set_words(self.tr("Level"))
        self._fields["in_cluster"].set_words(self.tr("In the cluster"))
        self._fields["governance"].set_words(self.tr("Has a seat in a body of the cluster"))

    def show_partner(self, partner: Partner, *, can_edit: bool) -> None:
        """Show what is known of ``partner``."""
        self._partner = partner.id
        for key, box in self.boxes.items():
            box.set_choices(self._reading.choices(key), getattr(partner, key))
            box.setEnabled(can_edit)

    def _choose(self, key: str) -> None:
        self._presenter.edit_cell(self._partner, key, self.boxes[key].currentData())
