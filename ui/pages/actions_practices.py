"""The panel of inspiring practices, cell by cell, and the form in which a cluster records one of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from fastmap.model.actions import Cell
from fastmap.model.choices import PartnerType
from fastmap.model.practices import OwnPractice
from fastmap.texts import Texts, sentence_case
from ui.pages.actions_chips import ChipField
from ui.pages.actions_note import NoteField
from ui.pages.actions_panel import ActionPanel, PracticeList
from ui.pages.actions_presenter import PracticeView, cell_words
from ui.widgets.buttons import Button, DangerButton, PrimaryButton
from ui.widgets.cards import Rule
from ui.widgets.completion import Suggestion
from ui.widgets.fields import ComboBox, Field

_LONGEST = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeDraft:
    """A practice as it was typed, before it is one."""

    id: str | None
    """Of the practice that is changed; ``None``: a new one."""
    name: str
    what: str
    cell: Cell
    partner_types: tuple[PartnerType, ...]
    place: str
    source: str


class PracticeForm(QWidget):
    """Asks for a practice of the cluster's own."""

    saved = Signal(object)
    """A `PracticeDraft`."""
    removed = Signal(str)
    left = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin hidden and empty."""
        super().__init__(parent)
        self.setObjectName("practiceForm")
        self._id: str | None = None
        self._kinds: tuple[PartnerType, ...] = ()
        self._texts: Texts | None = None
        self._cells: tuple[Cell, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.name, self.name_field = self._line("practiceName")
        self.what = NoteField("practiceWhat", parent=self)
        self.what_field = Field(self.what, parent=self)
        self.cell = ComboBox("practiceCell", parent=self)
        self.cell.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.cell.setMinimumContentsLength(10)
        self.cell_field = Field(self.cell, parent=self)
        self.kinds = ChipField("practiceKinds", parent=self)
        self.kinds_field = Field(self.kinds, parent=self)
        self.place, self.place_field = self._line("practicePlace")
        self.source, self.source_field = self._line("practiceSource")
        self.saving = PrimaryButton("savePractice", "check", parent=self)
        self.leaving = Button("leavePractice", parent=self)
        self.removing = DangerButton("removePractice", "trash", parent=self)
        fields = (self.name_field, self.what_field, self.cell_field, self.kinds_field, self.place_field)
        for widget in (*fields, self.source_field):
            column.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.saving)
        buttons.addWidget(self.leaving)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addWidget(self.removing, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Rule(parent=self))
        self.kinds.search.wanted.connect(self._offer_kinds)
        self.kinds.added.connect(self._add_kind)
        self.kinds.removed.connect(self._remove_kind)
        self.saving.clicked.connect(self._save)
        self.leaving.clicked.connect(self.left)
        self.removing.clicked.connect(self._remove)
        self.hide()

    def _line(self, name: str) -> tuple[QLineEdit, Field]:
        line = QLineEdit(self)
        line.setObjectName(name)
        line.setMaxLength(_LONGEST)
        return line, Field(line, parent=self)

    def begin(self, practice: OwnPractice | None, cells: Sequence[Cell], texts: Texts) -> None:
        """Ask for a new practice, or show one to change."""
        self._id = None if practice is None else practice.id
        self._texts, self._cells = texts, tuple(cells)
        chosen = self._cells.index(practice.cell) if practice is not None else 0
        self.cell.set_choices([(place, cell_words(cell, texts)) for place, cell in enumerate(self._cells)], chosen)
        self.name.setText("" if practice is None else practice.name)
        self.what.setPlainText("" if practice is None else practice.what)
        self.place.setText("" if practice is None else practice.place or "")
        self.source.setText("" if practice is None else practice.source or "")
        self._kinds = () if practice is None else practice.partner_types
        self._show_kinds()
        for field in (self.name_field, self.what_field):
            field.set_complaint("")
        self.removing.setVisible(practice is not None)
        self.show()
        self.name.setFocus()

    def _show_kinds(self) -> None:
        self.kinds.set_chips([(kind.value, self._kind_words(kind)) for kind in self._kinds])

    def _kind_words(self, kind: PartnerType) -> str:
        assert self._texts is not None  # set by `begin`
        return sentence_case(self._texts.term(f"partner_type.{kind}"))

    def _offer_kinds(self, number: int, typed: str) -> None:
        wanted = typed.casefold().strip()
        left = [kind for kind in PartnerType if kind not in self._kinds]
        found = [(kind, self._kind_words(kind)) for kind in left if wanted in self._kind_words(kind).casefold()]
        self.kinds.search.offer(number, tuple(Suggestion(value=kind.value, title=words) for kind, words in found))

    def _add_kind(self, suggestion: Suggestion) -> None:
        if suggestion.value is not None:
            self._kinds = (*self._kinds, PartnerType(str(suggestion.value)))
            self._show_kinds()

    def _remove_kind(self, kind: str) -> None:
        self._kinds = tuple(one for one in self._kinds if one.value != kind)
        self._show_kinds()

    def _remove(self) -> None:
        if self._id is not None:
            self.removed.emit(self._id)

    def _save(self) -> None:
        name, what = " ".join(self.name.text().split()), " ".join(self.what.toPlainText().split())
        self.name_field.set_complaint("" if name else self.tr("Give it a name."))
        self.what_field.set_complaint("" if what else self.tr("Say in a sentence what was done."))
        if not name:
            self.name.setFocus()
        elif not what:
            self.what.setFocus()
        else:
            self.saved.emit(
                PracticeDraft(
                    id=self._id,
                    name=name,
                    what=what,
                    cell=self._cells[int(self.cell.currentData())],
                    partner_types=self._kinds,
                    place=" ".join(self.place.text().split()),
                    source=" ".join(self.source.text().split()),
                )
            )

    def retranslate(self) -> None:
        """Set every text."""
        self.name_field.set_words(self.tr("Name of the practice"))
        self.what_field.set_words(self.tr("What was done"))
        self.cell_field.set_words(self.tr("Where it belongs"))
        self.kinds_field.set_words(
            self.tr("Kinds of partner"), self.tr("It is suggested where its cell and a kind of partner fit.")
        )
        self.kinds.set_words(self.tr("Search kinds of partner"), self.tr("Remove {name}"))
        self.place_field.set_words(self.tr("Place"))
        self.source_field.set_words(self.tr("Known from (link or words)"))
        self.saving.setText(self.tr("Save practice"))
        self.leaving.setText(self.tr("Cancel"))
        self.removing.setText(self.tr("Remove practice"))


class PracticesPanel(ActionPanel):
    """All inspiring practices, cell by cell: those of the framework's paper, and the cluster's own."""

    edit_wanted = Signal(str)
    """Id of a practice of the cluster's own; "": a new one."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin hidden."""
        super().__init__("practicesPanel", parent=parent)
        self._lists: list[PracticeList] = []
        self.recording = Button("recordPractice", "plus", parent=self)
        self.recording.clicked.connect(lambda: self.edit_wanted.emit(""))
        self.form = PracticeForm(parent=self)
        self.form.left.connect(self.close_form)
        self.body.addWidget(self.recording, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.form)

    def show_all(self, parts: Sequence[tuple[str, Sequence[PracticeView]]], *, can_edit: bool) -> None:
        """Show heading and practices of each cell."""
        self.recording.setEnabled(can_edit)
        while len(self._lists) < len(parts):
            self._lists.append(PracticeList(parent=self))
            self._lists[-1].edit_wanted.connect(self.edit_wanted)
            self.body.addWidget(self._lists[-1])
        for shown, (heading, practices) in zip(self._lists, parts, strict=True):
            shown.show_practices(heading, practices, can_edit=can_edit)

    def open_form(self, practice: OwnPractice | None, cells: Sequence[Cell], texts: Texts) -> None:
        """Ask for a practice above the lists."""
        self.recording.hide()
        self.form.begin(practice, cells, texts)

    def close_form(self) -> None:
        """Put the form away."""
        had_keyboard = self.form.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self.form.hide()
        self.recording.show()
        if had_keyboard:
            self.recording.setFocus()

    def retranslate(self) -> None:
        """Set every text."""
        self.title.setText(self.tr("What other clusters did"))
        self.closing.set_words(self.tr("Close panel"))
        self.recording.setText(self.tr("Record a practice of your own"))
        self.form.retranslate()
