"""The side panel of the ledger: one indicator with its goal, warnings and entries; values are entered here too."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from fastmap.model.kpis import KpiGoal, KpiObjective, OwnKpi
from fastmap.tasks.kpis import new_entry, new_own_key, number_of, picks_of
from fastmap.tasks.typed import NotUnderstoodError
from ui.pages.report_kpis_form import EntryForm
from ui.pages.report_kpis_own import OwnKpiForm
from ui.pages.report_kpis_words import KpiWords
from ui.widgets.buttons import Button, DangerButton, IconButton
from ui.widgets.cards import Card, clear
from ui.widgets.fields import Field
from ui.widgets.labels import IconLabel, Label
from ui.widgets.side_panel import SidePanel

if TYPE_CHECKING:
    from fastmap.changes import Change
    from fastmap.model.ids import KpiEntryId
    from fastmap.model.kpi_results import KpiResult
    from fastmap.model.kpis import KpiEntry
    from ui.session import Session

WIDTH = 348
_NAMES_SHOWN = 4


class KpiPanel(SidePanel):
    """Shows one indicator, a value that is being entered, or an own indicator that is being made."""

    said = Signal(str, str)
    """Tone and sentence for the page to say."""
    opened = Signal()
    """It shows something now."""

    def __init__(self, session: Session, *, parent: QWidget) -> None:
        """Begin hidden."""
        super().__init__("kpiPanel", width=WIDTH, parent=parent)
        self.setProperty("card", "true")
        self._session = session
        self._kpis: tuple[KpiResult, ...] = ()
        self.key = ""
        """The indicator shown; "" while none is."""
        self._refused: set[str] = set()
        """Goals whose field holds what is no number: the complaint stays until it is mended."""
        self.form = EntryForm(parent=self)
        self.own = OwnKpiForm(parent=self)
        self.shown = QWidget(self)
        self._build_indicator()
        for part in (self.shown, self.form, self.own):
            self.body.addWidget(part)
            part.hide()
        self.form.saved.connect(self._save_entry)
        self.form.left.connect(self._leave_form)
        self.own.saved.connect(self._save_own)
        self.own.left.connect(self._leave_form)

    def _build_indicator(self) -> None:
        column = QVBoxLayout(self.shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.about = Label("secondary", wrap=True, parent=self)
        self.standing = Label("body", wrap=True, parent=self)
        column.addWidget(self.about)
        column.addWidget(self.standing)
        self._warnings = QVBoxLayout()
        self._warnings.setSpacing(6)
        column.addLayout(self._warnings)
        self.baseline, self.target = (QLineEdit(self) for _ in range(2))
        self.goal_fields = {}
        for name, line in (("baseline", self.baseline), ("target", self.target)):
            line.setObjectName(f"kpiGoal_{name}")
            line.setMaxLength(20)
            self.goal_fields[name] = Field(line, parent=self)
            column.addWidget(self.goal_fields[name])
            line.editingFinished.connect(lambda part=name: self._save_goal(part))
        self.entries_title = Label("heading", wrap=True, parent=self)
        column.addWidget(self.entries_title)
        self._entries = QVBoxLayout()
        self._entries.setSpacing(8)
        column.addLayout(self._entries)
        self.adding = Button("addKpiEntry", "plus", parent=self)
        self.changing = Button("changeOwnKpi", "pencil-simple", parent=self)
        self.removing = DangerButton("removeOwnKpi", "trash", parent=self)
        for button in (self.adding, self.changing, self.removing):
            column.addWidget(button)
        self.adding.clicked.connect(lambda: self.enter_value(self.key))
        self.changing.clicked.connect(self._change_own)
        self.removing.clicked.connect(self._remove_own)

    # --- showing ------------------------------------------------------------------------------------------------------

    def show_kpis(self, kpis: tuple[KpiResult, ...]) -> None:
        """Know the ledger as it is now; what is being typed stays."""
        self._kpis = kpis
        if self.isHidden():
            return
        if self.key and self._kpi is None:
            self.close_panel()
        elif not self.shown.isHidden():
            self._show_indicator()
        else:
            self.form.refresh(self._session.state.snapshot)

    @property
    def _kpi(self) -> KpiResult | None:
        return next((kpi for kpi in self._kpis if kpi.key == self.key), None)

    def open_kpi(self, key: str) -> None:
        """Show an indicator."""
        self.key = key
        self._refused = set()
        self._show_part(self.shown)
        self._show_indicator()
        self.closing.setFocus()

    def enter_value(self, key: str = "") -> None:
        """Ask for a value of an indicator; without one, for the first that the funder asks everybody for."""
        if not self._kpis:
            return
        first = next((kpi for kpi in self._kpis if kpi.mandatory and not kpi.entries), self._kpis[0])
        self.key = key or str(first.key)
        kpi = self._kpi or first
        self._edit(new_entry(self._session.state.snapshot, kpi.key))
        self.title.setText(self.tr("Enter a value"))

    def open_entry(self, entry: KpiEntryId | str) -> None:
        """Show an entry to be changed."""
        known = next((one for one in self._session.state.snapshot.kpi_entries if one.id == entry), None)
        if known is not None:
            self.key = str(known.indicator)
            self._edit(known)
            self.title.setText(self.tr("Entry {id}").replace("{id}", known.id))

    def make_own(self) -> None:
        """Ask for a new own indicator."""
        self.key = ""
        self._show_part(self.own)
        self.title.setText(self.tr("New indicator"))
        self.own.begin(OwnKpi(key=new_own_key(self._session.state.snapshot), name=""), self._session.state.texts)

    def _edit(self, entry: KpiEntry) -> None:
        state = self._session.state
        if not state.can_edit:
            return
        self._show_part(self.form)
        self.form.begin(entry, self._kpis, state.snapshot, state.texts)

    def _show_part(self, part: QWidget) -> None:
        for one in (self.shown, self.form, self.own):
            one.setVisible(one is part)
        self.show()
        self.opened.emit()

    def _show_indicator(self) -> None:
        kpi = self._kpi
        if kpi is None:
            return
        texts, can_edit, words = self._session.state.texts, self._session.state.can_edit, KpiWords()
        self.title.setText(words.title(kpi, texts))
        help_key = f"kpi.{kpi.key}.help"
        self.about.setText(texts.term(help_key) if help_key in texts else self.tr("An indicator of your own."))
        self.standing.setText(words.standing(kpi, texts))
        self._show_warnings(kpi)
        goals = {goal.indicator: goal for goal in self._session.state.snapshot.kpi_goals}
        goal = goals.get(kpi.key, KpiGoal(indicator=kpi.key))
        goal_lines = (("baseline", self.baseline, goal.baseline), ("target", self.target, goal.target))
        for part, line, number in goal_lines:
            if not line.hasFocus() and part not in self._refused:
                line.setText("" if number is None else texts.number(number).replace("\u202f", " "))
            line.setEnabled(can_edit)
        self._word_goal(kpi)
        self._show_entries(kpi, can_edit=can_edit)
        self.adding.setVisible(can_edit)
        is_own = kpi.objective is KpiObjective.OWN
        self.changing.setVisible(can_edit and is_own)
        self.removing.setVisible(can_edit and is_own)

    def _word_goal(self, kpi: KpiResult) -> None:
        texts = self._session.state.texts
        unit = texts.term(f"kpi_unit.{kpi.unit}")
        beginning = self.tr("Where it stood at the beginning, in {unit}. Empty: not recorded.").replace("{unit}", unit)
        if "baseline" not in self._refused:
            self.goal_fields["baseline"].set_words(self.tr("Baseline"), beginning)
        if kpi.share_target is not None:
            hint = self.tr("Empty: the funder asks for {share} of all.").replace(
                "{share}", texts.percent(kpi.share_target)
            )
        elif kpi.target_is_the_funders and kpi.target is not None:
            hint = self.tr("Empty: the funder's threshold of {value} holds.").replace(
                "{value}", texts.number(kpi.target)
            )
        else:
            hint = self.tr("What you promised, in {unit}. Empty: none.").replace("{unit}", unit)
        if "target" not in self._refused:
            self.goal_fields["target"].set_words(self.tr("Target"), hint)

    def _show_warnings(self, kpi: KpiResult) -> None:
        clear(self._warnings)
        for place, warning in enumerate(kpi.warnings):
            line = QWidget(self)
            line.setObjectName(f"kpiWarning{place}")
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            row.addWidget(IconLabel("warning", 16, "tone.warn", parent=line), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Label("secondary", self._session.state.texts.say(warning), wrap=True, parent=line), 1)
            self._warnings.addWidget(line)

    def _show_entries(self, kpi: KpiResult, *, can_edit: bool) -> None:
        self.entries_title.setText(self.tr("Entries"))
        clear(self._entries)
        for entry in kpi.entries:
            self._entries.addWidget(self._entry_card(kpi, entry, can_edit=can_edit))
        if not kpi.entries:
            self._entries.addWidget(
                Label("secondary", self.tr("Nothing recorded. That is not zero."), wrap=True, parent=self)
            )

    def _entry_card(self, kpi: KpiResult, entry: KpiEntry, *, can_edit: bool) -> QWidget:
        texts = self._session.state.texts
        card = Card(f"kpiEntry_{entry.id}", kind="raised", parent=self)
        card.body.setContentsMargins(12, 8, 8, 8)
        card.body.setSpacing(3)
        head = QHBoxLayout()
        title = KpiWords().entered(entry.value, kpi, entry.period, texts)
        head.addWidget(Label("key", title, wrap=True, parent=card), 1)
        if can_edit:
            editing = IconButton(f"editKpiEntry_{entry.id}", "pencil-simple", parent=card)
            editing.set_words(self.tr("Change entry {id}").replace("{id}", entry.id))
            editing.clicked.connect(lambda _=False, known=entry.id: self.open_entry(known))
            removing = IconButton(f"removeKpiEntry_{entry.id}", "trash", parent=card)
            removing.set_words(self.tr("Remove entry {id}").replace("{id}", entry.id))
            removing.clicked.connect(lambda _=False, known=entry.id: self.remove_entries([known]))
            head.addWidget(editing)
            head.addWidget(removing)
        card.body.addLayout(head)
        for line in (self._who(entry), entry.evidence or self.tr("No evidence"), entry.note):
            if line:
                card.body.addWidget(Label("secondary", line, wrap=True, parent=card))
        return card

    def _who(self, entry: KpiEntry) -> str:
        names = [pick.name for pick in picks_of(self._session.state.snapshot, entry)]
        words = "; ".join(names[:_NAMES_SHOWN])
        if len(names) > _NAMES_SHOWN:
            more = self.tr("and %n more", "", len(names) - _NAMES_SHOWN)
            words = f"{words}; {more}"
        return words

    # --- what a person does -------------------------------------------------------------------------------------------

    def _apply(self, change: Change) -> bool:
        return self._session.apply(change) is not None

    def _save_entry(self, entry: KpiEntry) -> None:
        from fastmap.changes import AddKpiEntry, EditKpiEntry

        known = {one.id for one in self._session.state.snapshot.kpi_entries}
        if self._apply(EditKpiEntry(entry=entry) if entry.id in known else AddKpiEntry(entry=entry)):
            self.open_kpi(str(entry.indicator))

    def remove_entries(self, entries: list[KpiEntryId]) -> None:
        """Remove entries; undo brings them back."""
        from fastmap.changes import RemoveKpiEntries

        if entries and self._apply(RemoveKpiEntries(entries=tuple(entries))):
            self.said.emit("good", self.tr("%n entry(s) removed. Undo brings them back.", "", len(entries)))

    def _save_goal(self, part: str) -> None:
        from fastmap.changes import SetKpiGoal

        kpi = self._kpi
        if kpi is None:
            return
        line = self.baseline if part == "baseline" else self.target
        try:
            number = number_of(line.text(), kpi.unit)
        except NotUnderstoodError:
            self._refused.add(part)
            self.goal_fields[part].set_complaint(self.tr("This is no number from 0 up. Nothing was changed."))
            return
        self._refused.discard(part)
        goals = {goal.indicator: goal for goal in self._session.state.snapshot.kpi_goals}
        before = goals.get(kpi.key, KpiGoal(indicator=kpi.key))
        goal = replace(before, baseline=number) if part == "baseline" else replace(before, target=number)
        if goal != before:
            self._apply(SetKpiGoal(goal=goal))
        else:
            self._word_goal(kpi)

    def _change_own(self) -> None:
        known = next((own for own in self._session.state.snapshot.own_kpis if own.key == self.key), None)
        kpi = self._kpi
        if kpi is not None:
            self._show_part(self.own)
            own = known or OwnKpi(key=kpi.key, name=kpi.name or "", unit=kpi.unit, adds_up=kpi.adds_up)
            self.own.begin(own, self._session.state.texts)

    def _remove_own(self) -> None:
        from fastmap.changes import RemoveOwnKpi

        kpi = self._kpi
        if kpi is not None and self._apply(RemoveOwnKpi(key=kpi.key)):
            self.close_panel()
            self.said.emit("good", self.tr("Indicator removed with its entries. Undo brings them back."))

    def _save_own(self, own: OwnKpi) -> None:
        from fastmap.changes import SaveOwnKpi

        if self._apply(SaveOwnKpi(indicator=own)):
            self.open_kpi(str(own.key))

    def _leave_form(self) -> None:
        if self._kpi is not None:
            self.open_kpi(self.key)
        else:
            self.close_panel()

    # --- words --------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Set the texts."""
        self.closing.set_words(self.tr("Close"))
        self.adding.setText(self.tr("Enter a value"))
        self.changing.setText(self.tr("Change the indicator"))
        self.removing.setText(self.tr("Remove the indicator"))
        self.form.retranslate()
        self.own.retranslate()
        if not self.shown.isHidden() and self._session.is_open:
            self._show_indicator()
