"""The panel in which one action is read and changed: each field is saved when it is left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from fastmap.model.actions import Action
from fastmap.model.choices import ActionStatus, Timing
from fastmap.texts import Texts, sentence_case
from ui.pages.actions_chips import ChipField
from ui.pages.actions_choices import ChoiceLine
from ui.pages.actions_note import NoteField
from ui.pages.actions_panel import ActionPanel, OddBand, PracticeList, TimingHint
from ui.pages.actions_presenter import PracticeView, ReferenceChoice, cell_words
from ui.pages.page import quiet
from ui.theme.theme import current
from ui.widgets.buttons import DangerButton, LinkButton
from ui.widgets.cards import Rule, clear
from ui.widgets.fields import ComboBox, Field
from ui.widgets.labels import Label

_LONGEST = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorView:
    """Everything the panel shows of an action."""

    action: Action
    warning: str
    odd: tuple[str, ...]
    """What else is odd about it."""
    partners: tuple[tuple[str, str], ...]
    """Id and name of each."""
    skills: tuple[tuple[str, str], ...]
    """URI and label of each."""
    references: tuple[ReferenceChoice, ...]
    practices: tuple[PracticeView, ...]
    can_edit: bool


class EditPanel(ActionPanel):
    """Shows an `EditorView`; says which field of the action should become what."""

    edited = Signal(str, object)
    """Name of an `Action` field and its new value."""
    date_typed = Signal(str, str)
    """``start`` or ``end`` and what was typed."""
    budget_typed = Signal(str)
    partner_added = Signal(object)
    partner_removed = Signal(str)
    skill_added = Signal(object)
    skill_removed = Signal(str)
    remove_wanted = Signal()
    evidence_typed = Signal(str)
    """One entry a line."""
    link_wanted = Signal(str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin hidden."""
        super().__init__("editPanel", parent=parent)
        self.view: EditorView | None = None
        self._shown_links: tuple[str, ...] = ()
        self.where = Label("secondary", wrap=True, parent=self)
        self.hint = TimingHint("editHint", parent=self)
        self.name, self.name_field = self._line("actionTitle")
        self.status = ComboBox("actionStatus", parent=self)
        self.status_field = Field(self.status, parent=self)
        self.timing = {timing: ChoiceLine(f"actionTiming{timing}", parent=self) for timing in Timing}
        self.timing_label = Label("key", parent=self)
        self.reference = ComboBox("actionReference", parent=self)
        self.reference.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.reference.setMinimumContentsLength(10)
        self.reference_field = Field(self.reference, parent=self)
        self.owner, self.owner_field = self._line("actionOwner")
        self.partners = ChipField("actionPartners", parent=self)
        self.partners_field = Field(self.partners, parent=self)
        self.skills = ChipField("actionSkills", allows_own_words=True, parent=self)
        self.skills_field = Field(self.skills, parent=self)
        self.start, self.start_field = self._line("actionStart")
        self.end, self.end_field = self._line("actionEnd")
        self.budget, self.budget_field = self._line("actionBudget")
        self.budget.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.funding, self.funding_field = self._line("actionFunding")
        self.note = NoteField("actionNote", parent=self)
        self.note_field = Field(self.note, parent=self)
        self.odd = OddBand("editOdd", parent=self)
        self.evidence = NoteField("actionEvidence", lines=3, parent=self)
        self.evidence_field = Field(self.evidence, parent=self)
        self._links = QVBoxLayout()
        self._links.setSpacing(0)
        self.removing = DangerButton("removeAction", "trash", parent=self)
        self.practices = PracticeList(parent=self)
        self._lay_out()
        self._connect()

    def _line(self, name: str) -> tuple[QLineEdit, Field]:
        line = QLineEdit(self)
        line.setObjectName(name)
        line.setMaxLength(_LONGEST)
        return line, Field(line, parent=self)

    def _lay_out(self) -> None:
        times = QVBoxLayout()
        times.setSpacing(2)
        times.addWidget(self.timing_label)
        for box in self.timing.values():
            times.addWidget(box)
        self.body.setSpacing(14)
        self.body.addWidget(self.where)
        self.body.addWidget(self.hint)
        self.body.addWidget(self.odd)
        self.body.addWidget(self.name_field)
        self.body.addWidget(self.status_field)
        self.body.addLayout(times)
        self.body.addWidget(self.owner_field)
        self.body.addWidget(self.partners_field)
        self.body.addWidget(self.skills_field)
        self.body.addLayout(_side_by_side(self.start_field, self.end_field))
        self.body.addLayout(_side_by_side(self.budget_field, self.funding_field))
        self.body.addWidget(self.evidence_field)
        self.body.addLayout(self._links)
        self.body.addWidget(self.note_field)
        self.body.addWidget(self.reference_field)
        self.body.addWidget(self.removing, 0, Qt.AlignmentFlag.AlignLeft)
        self.rule = Rule(parent=self)
        self.body.addWidget(self.rule)
        self.body.addWidget(self.practices)

    def _connect(self) -> None:
        for line, field in ((self.name, "title"), (self.owner, "owner"), (self.funding, "funding")):
            line.editingFinished.connect(lambda line=line, field=field: self._finish_line(field, line))
        self.note.finished.connect(self._finish_note)
        self.evidence.finished.connect(self._finish_evidence)
        self.start.editingFinished.connect(lambda: self._finish_date("start"))
        self.end.editingFinished.connect(lambda: self._finish_date("end"))
        self.budget.editingFinished.connect(self._finish_budget)
        self.status.currentIndexChanged.connect(self._finish_status)
        self.reference.currentIndexChanged.connect(self._finish_reference)
        for box in self.timing.values():
            box.toggled.connect(self._finish_timing)
        self.partners.added.connect(self.partner_added)
        self.partners.removed.connect(self.partner_removed)
        self.skills.added.connect(self.skill_added)
        self.skills.removed.connect(self.skill_removed)
        self.removing.clicked.connect(self.remove_wanted)

    # --- showing ------------------------------------------------------------------------------------------------------

    def show_view(self, view: EditorView, texts: Texts) -> None:
        """Show an action; a field that is being typed in keeps what was typed unless the action is another one."""
        is_same = self.view is not None and self.view.action.id == view.action.id
        self.view = view
        action = view.action
        self.where.setText(cell_words(action.cell, texts))
        self.hint.show_sentence(view.warning, can_edit=view.can_edit)
        texts_of = {
            self.name: action.title,
            self.owner: action.owner or "",
            self.funding: action.funding or "",
            self.start: shown_day(action.start),
            self.end: shown_day(action.end),
            self.budget: shown_amount(action.budget),
        }
        for line, text in texts_of.items():
            if line.text() != text and not (is_same and line.hasFocus() and line.isModified()):
                with quiet(line):
                    line.setText(text)
                    line.setCursorPosition(0)
        if not is_same:
            for field in (self.name_field, self.start_field, self.end_field, self.budget_field):
                field.set_complaint("")
        is_typing = is_same and self.note.hasFocus() and self.note.document().isModified()
        if self.note.toPlainText() != (action.note or "") and not is_typing:
            self.note.setPlainText(action.note or "")
        self.odd.show_sentences(view.odd)
        self._show_evidence(action, is_same=is_same)
        self._show_choices(view, texts)
        self.partners.set_chips(view.partners)
        self.skills.set_chips(view.skills)
        self.practices.show_practices(self.tr("Inspiring practices"), view.practices)
        self.rule.setVisible(bool(view.practices))
        self._allow(can_edit=view.can_edit)

    def _show_evidence(self, action: Action, *, is_same: bool) -> None:
        text = "\n".join(action.evidence)
        is_typing = is_same and self.evidence.hasFocus() and self.evidence.document().isModified()
        if self.evidence.toPlainText() != text and not is_typing:
            self.evidence.setPlainText(text)
        links = tuple(entry for entry in action.evidence if is_link(entry))
        if links != self._shown_links:
            self._shown_links = links
            clear(self._links)
            for number, link in enumerate(links, start=1):
                way = LinkButton(f"openEvidence{number}", "arrow-square-out", parent=self)
                shown = self.fontMetrics().elidedText(link, Qt.TextElideMode.ElideMiddle, current().px(280))
                way.setText(shown.replace("&", "&&"))
                way.setToolTip(link)
                way.setAccessibleName(self.tr("Open {link}").replace("{link}", link))
                way.clicked.connect(partial(self.link_wanted.emit, link))
                self._links.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_choices(self, view: EditorView, texts: Texts) -> None:
        statuses = [(one.value, sentence_case(texts.term(f"action_status.{one}"))) for one in ActionStatus]
        self.status.set_choices(list(statuses), view.action.status.value)
        references: list[tuple[object, str]] = [("", self.tr("None: our own action"))]
        references += [(str(one.id), f"{one.id} · {one.title}") for one in view.references]
        self.reference.set_choices(references, str(view.action.reference or ""))
        for timing, box in self.timing.items():
            with quiet(box):
                box.setText(sentence_case(texts.term(f"timing.{timing}")))
                box.setChecked(timing in view.action.timing)

    def _allow(self, *, can_edit: bool) -> None:
        for line in (self.name, self.owner, self.funding, self.start, self.end, self.budget):
            line.setReadOnly(not can_edit)
        self.note.setReadOnly(not can_edit)
        self.evidence.setReadOnly(not can_edit)
        for widget in (self.status, self.reference, self.partners, self.skills, self.removing, *self.timing.values()):
            widget.setEnabled(can_edit)

    def complain(self, field: str, sentence: str) -> None:
        """Say what is wrong with ``title``, ``start``, ``end`` or ``budget``; nothing: it is fine."""
        fields = {
            "title": self.name_field,
            "start": self.start_field,
            "end": self.end_field,
            "budget": self.budget_field,
        }
        fields[field].set_complaint(sentence)

    def retranslate(self) -> None:
        """Set every text."""
        self.title.setText(self.tr("Action"))
        self.closing.set_words(self.tr("Close panel"))
        self.name_field.set_words(self.tr("Title"))
        self.status_field.set_words(self.tr("State"))
        self.timing_label.setText(self.tr("When it shows effect"))
        self.owner_field.set_words(self.tr("Who is in charge"))
        self.partners_field.set_words(self.tr("Partners"))
        self.partners.set_words(self.tr("Search partners"), self.tr("Remove {name}"))
        self.skills_field.set_words(self.tr("Skills it is about"))
        self.skills.set_words(self.tr("Search skills"), self.tr("Remove {name}"))
        self.skills.search.set_own_words(self.tr("Use “{text}”"), self.tr("In the cluster's own words"))
        self.start_field.set_words(self.tr("Start"))
        self.end_field.set_words(self.tr("End"))
        for line in (self.start, self.end):
            line.setPlaceholderText(self.tr("dd/mm/yyyy"))
        self.budget_field.set_words(self.tr("Budget (€)"))
        self.funding_field.set_words(self.tr("Funded by"))
        self.evidence_field.set_words(
            self.tr("Evidence"), self.tr("Links or words that show what was done, one a line.")
        )
        self.note_field.set_words(self.tr("Note"))
        self.reference_field.set_words(self.tr("Action of the framework it follows"))
        self.removing.setText(self.tr("Remove action"))
        self.hint.retranslate()

    # --- what people do -----------------------------------------------------------------------------------------------

    def _finish_line(self, field: str, line: QLineEdit) -> None:
        # A field cannot show every text as it is (line breaks); what nobody touched is left alone.
        if line.isModified():
            self._finish_text(field, line.text())

    def _finish_note(self) -> None:
        if self.note.document().isModified():
            self.note.document().setModified(False)
            self._finish_text("note", self.note.toPlainText())

    def _finish_evidence(self) -> None:
        if self.evidence.document().isModified():
            self.evidence.document().setModified(False)
            self.evidence_typed.emit(self.evidence.toPlainText())

    def _finish_text(self, field: str, typed: str) -> None:
        if self.view is None:
            return
        known = getattr(self.view.action, field) or ""
        if typed.strip() != known:
            self.edited.emit(field, typed)

    def _finish_date(self, field: str) -> None:
        line, known = (self.start, "start") if field == "start" else (self.end, "end")
        if self.view is not None:
            shown = shown_day(getattr(self.view.action, known))
            if line.text().strip() == shown:
                self.complain(field, "")
            else:
                self.date_typed.emit(field, line.text().strip())

    def _finish_budget(self) -> None:
        if self.view is not None:
            if self.budget.text().strip() == shown_amount(self.view.action.budget):
                self.complain("budget", "")
            else:
                self.budget_typed.emit(self.budget.text().strip())

    def _finish_status(self) -> None:
        self.edited.emit("status", ActionStatus(self.status.currentData()))

    def _finish_reference(self) -> None:
        self.edited.emit("reference", self.reference.currentData() or None)

    def _finish_timing(self) -> None:
        self.edited.emit("timing", tuple(timing for timing, box in self.timing.items() if box.isChecked()))


def is_link(entry: str) -> bool:
    """Say whether evidence is an address on the web, and nothing else.

    >>> is_link("https://example.org/a"), is_link("see https://example.org"), is_link("file:///etc")
    (True, False, False)
    """
    return entry.startswith(("https://", "http://")) and len(entry.split()) == 1


def shown_day(day: date | None) -> str:
    """Return a date as the fields show and read it: day, month, year."""
    return "" if day is None else f"{day:%d/%m/%Y}"


def shown_amount(amount: float | None) -> str:
    """Return an amount as the field shows and reads it: without grouping, which could be taken for a decimal point.

    >>> shown_amount(6500.0), shown_amount(12.5), shown_amount(None)
    ('6500', '12.50', '')
    """
    if amount is None:
        return ""
    return f"{amount:.0f}" if amount == int(amount) else f"{amount:.2f}"


def _side_by_side(*fields: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    for field in fields:
        row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    return row
