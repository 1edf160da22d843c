"""The target of one indicator: shown, typed anew, and taken back to the catalogue's."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.pages.next_steps_standing import target_from
from ui.pages.next_steps_views import IndicatorView
from ui.pages.page import quiet
from ui.theme.theme import current, restyle
from ui.widgets.buttons import IconButton
from ui.widgets.labels import Label


class TargetEntry(QWidget):
    """A bound in words with its number in a field; a target of the cluster's own has a way back to the catalogue's."""

    chosen = Signal(str, object)
    """Indicator, and its new target or ``None``: the catalogue's again."""

    def __init__(self, key: str, *, parent: QWidget) -> None:
        """Hold the target of the indicator ``key``."""
        super().__init__(parent)
        self._key = key
        self._unit = "count"
        self._most: int | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        row = QHBoxLayout()
        column.addLayout(row)
        row.setSpacing(5)
        self.bound = Label("secondary", parent=self)
        self.line = QLineEdit(self)
        self.line.setObjectName(f"target_{key}")
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.resetting = IconButton(f"resetTarget_{key}", "arrow-counter-clockwise", parent=self)
        keep = self.resetting.sizePolicy()
        keep.setRetainSizeWhenHidden(True)  # the fields stay below each other
        self.resetting.setSizePolicy(keep)
        row.addWidget(self.bound)
        row.addWidget(self.line)
        row.addWidget(self.resetting)
        row.addStretch(1)
        self.complaint = Label("secondary", wrap=True, parent=self)
        self.complaint.setObjectName(f"targetComplaint_{key}")
        restyle(self.complaint, complaint="true")
        self.complaint.hide()
        column.addWidget(self.complaint)
        self.line.editingFinished.connect(self._choose)
        self.resetting.clicked.connect(lambda: self.chosen.emit(self._key, None))
        current().changed.connect(self._fit)
        self._fit()

    def show_target(self, view: IndicatorView, *, can_edit: bool) -> None:
        """Show the target that holds; emits nothing."""
        self._unit, self._most = view.unit, view.most
        self.bound.setText(view.bound)
        if not (self.line.hasFocus() and self.line.isModified()):
            with quiet(self.line):
                self.line.setText(view.target)
            self._complain("")
        self.line.setReadOnly(not can_edit)
        self.line.setAccessibleName(f"{self.tr('Target')}: {view.name}")
        self.resetting.setVisible(view.has_own_target)
        self.resetting.setEnabled(can_edit)
        words = self.tr("Take back to the catalogue's target: {target}").replace("{target}", view.usual_target)
        self.resetting.set_words(words)
        restyle(self.line, changed="true" if view.has_own_target else "false")

    def _choose(self) -> None:
        if not self.line.isModified():
            return
        target = target_from(self.line.text(), self._unit)
        if target is None:
            is_share = self._unit == "share"
            self._complain(
                self.tr("A percentage from 0 to 100, such as 60; below 1 with its sign: 0.5 %")
                if is_share
                else self.tr("A whole number from 0 on")
            )
            return
        if self._most is not None and target > self._most:
            self._complain(self.tr("At most {most}: there are no more of them").replace("{most}", str(self._most)))
            return
        self._complain("")
        self.line.setModified(False)
        self.chosen.emit(self._key, target)

    def _complain(self, sentence: str) -> None:
        restyle(self.line, wrong="true" if sentence else "false")
        self.line.setAccessibleDescription(sentence)
        self.line.setToolTip(sentence)
        self.complaint.setText(sentence)
        self.complaint.setVisible(bool(sentence))

    def _fit(self) -> None:
        self.line.setFixedWidth(current().px(64))
