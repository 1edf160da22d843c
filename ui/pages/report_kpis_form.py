"""Entering one value: indicator, number, period, who stands behind it, and where it can be seen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from fastmap.model.ids import KpiKey
from fastmap.model.kpis import KpiUnit
from fastmap.tasks.kpis import Pick, number_of, picks_called, picks_of, with_organisations, with_words
from fastmap.tasks.typed import NotUnderstoodError
from ui.pages.report_kpis_words import KpiWords
from ui.widgets.buttons import Button, IconButton
from ui.widgets.cards import clear
from ui.widgets.completion import CompletionField, Suggestion
from ui.widgets.fields import ComboBox, Field
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from fastmap.model.kpi_results import KpiResult
    from fastmap.model.kpis import KpiEntry
    from fastmap.model.snapshot import Snapshot
    from fastmap.texts import Texts

_MOST_LETTERS = 500


class EntryForm(QWidget):
    """The fields of one entry; says what is saved and never saves itself."""

    saved = Signal(object)
    """The `KpiEntry` as a person entered it."""
    left = Signal()

    def __init__(self, *, parent: QWidget) -> None:
        """Begin blank."""
        super().__init__(parent)
        self._kpis: tuple[KpiResult, ...] = ()
        self._entry: KpiEntry | None = None
        self._snapshot: Snapshot | None = None
        self.picks: tuple[Pick, ...] = ()
        """The organisations chosen so far."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.indicator = ComboBox("kpiIndicator", parent=self)
        self.indicator.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.value = self._line("kpiValue")
        self.period = self._line("kpiPeriod")
        self.organisation = CompletionField("kpiOrganisation", parent=self)
        self.organisation.setMaxLength(_MOST_LETTERS)
        self.evidence = self._line("kpiEvidence")
        self.hours = self._line("kpiHours")
        self.note = self._line("kpiNote")
        fields = (self.indicator, self.value, self.period, self.organisation, self.evidence, self.hours, self.note)
        self.fields = {control.objectName(): Field(control, parent=self) for control in fields}
        for field in self.fields.values():
            column.addWidget(field)
            if field.control is self.organisation:
                self.counted = Label("secondary", wrap=True, parent=self)
                self.counted.setObjectName("kpiOrganisationsCounted")
                column.addWidget(self.counted)
                self._chosen = QVBoxLayout()
                self._chosen.setSpacing(2)
                column.addLayout(self._chosen)
        buttons = QWidget(self)
        flow = FlowLayout(buttons, spacing=8)
        self.saving = Button("kpiSave", "check", parent=buttons)
        self.leaving = Button("kpiLeave", parent=buttons)
        flow.addWidget(self.saving)
        flow.addWidget(self.leaving)
        column.addWidget(buttons)
        self.saving.clicked.connect(self._save)
        self.leaving.clicked.connect(self.left)
        self.indicator.currentIndexChanged.connect(self._show_unit)
        self.organisation.wanted.connect(self._suggest)
        self.organisation.chosen.connect(self._pick)
        for line in (self.value, self.period, self.evidence, self.hours, self.note):
            line.returnPressed.connect(self._save)

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setObjectName(name)
        line.setMaxLength(_MOST_LETTERS)
        return line

    # --- filling ------------------------------------------------------------------------------------------------------

    def begin(self, entry: KpiEntry, kpis: tuple[KpiResult, ...], snapshot: Snapshot, texts: Texts) -> None:
        """Show an entry to be changed, or a blank one; announces nothing."""
        self._entry, self._kpis, self._snapshot, self._texts = entry, kpis, snapshot, texts
        names = KpiWords()
        self.indicator.set_choices([(str(kpi.key), names.title(kpi, texts)) for kpi in kpis], str(entry.indicator))
        self.value.setText("" if entry.value is None else _plain(entry.value))
        self.period.setText(entry.period or "")
        self.evidence.setText(entry.evidence or "")
        self.hours.setText("" if entry.hours is None else _plain(entry.hours))
        self.note.setText(entry.note or "")
        self.picks = picks_of(snapshot, entry)
        self.organisation.begin_with("")
        self._show_unit()
        self._show_picks()
        for field in self.fields.values():
            field.set_complaint("")
        self.value.setFocus()

    def refresh(self, snapshot: Snapshot) -> None:
        """Know members and partners as they are now; what is typed stays."""
        self._snapshot = snapshot

    @property
    def _kpi(self) -> KpiResult | None:
        return next((kpi for kpi in self._kpis if kpi.key == self.indicator.currentData()), None)

    def _show_unit(self) -> None:
        kpi = self._kpi
        if kpi is not None:
            help_key = f"kpi.{kpi.key}.help"
            hint = self._texts.term(help_key) if help_key in self._texts else ""
            self.fields["kpiIndicator"].set_words(self.tr("Indicator"), hint)
            unit = self._texts.term(f"kpi_unit.{kpi.unit}")
            value = self.tr("In {unit}. Leave it empty while nobody knows it.").replace("{unit}", unit)
            self.fields["kpiValue"].set_words(self.tr("Value"), value)
            self._count()

    def _show_picks(self) -> None:
        clear(self._chosen)
        for place, pick in enumerate(self.picks):
            line = QWidget(self)
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(Label("body", pick.name, wrap=True, parent=line), 1)
            removing = IconButton(f"kpiPickRemove{place}", "x", parent=line)
            removing.set_words(self.tr("Leave {organisation} out").replace("{organisation}", pick.name))
            removing.clicked.connect(lambda _=False, known=pick: self._leave_out(known))
            row.addWidget(removing, 0, Qt.AlignmentFlag.AlignTop)
            self._chosen.addWidget(line)
        self._count()

    def _count(self) -> None:
        kpi = self._kpi
        words = self.tr("%n organisation(s) named", "", len(self.picks)) if self.picks else ""
        if kpi is not None and kpi.unit is KpiUnit.ORGANISATIONS and self.picks and kpi.adds_up:
            again = self._again()
            if again:
                more = self.tr("%n of them counted in another entry already", "", again)
                words = f"{words}. {more}"
        self.counted.setText(words)
        self.counted.setVisible(bool(words))

    def _again(self) -> int:
        """Return how many of those chosen another entry of the indicator counts already."""
        from fastmap.analysis.kpi_organisations import Organisations

        if self._snapshot is None or self._entry is None or self._kpi is None:
            return 0
        known = Organisations(self._snapshot)
        others = {one.key for entry in self._kpi.entries if entry.id != self._entry.id for one in known.behind(entry)}
        mine = known.behind(with_organisations(self._snapshot, self._entry, self.picks))
        return sum(one.key in others for one in mine)

    # --- organisations ------------------------------------------------------------------------------------------------

    def _suggest(self, number: int, typed: str) -> None:
        if self._snapshot is None:
            return
        kinds = {"member": self.tr("Member"), "partner": self.tr("Partner")}
        found = picks_called(self._snapshot, typed, without=self.picks)
        self.organisation.offer(
            number,
            [Suggestion(value=pick, title=pick.name, detail=f"{kinds[pick.kind]} · {pick.id}") for pick in found],
        )

    def _pick(self, taken: Suggestion) -> None:
        pick = taken.value if isinstance(taken.value, Pick) else Pick(kind="other", id=taken.title, name=taken.title)
        if pick.name.strip() and pick not in self.picks:
            self.picks = (*self.picks, pick)
            self._show_picks()
            self._offer_count()
        with QSignalBlocker(self.organisation):
            self.organisation.begin_with("")
        self.organisation.setFocus()

    def _leave_out(self, pick: Pick) -> None:
        self.picks = tuple(one for one in self.picks if one != pick)
        self._show_picks()
        self.organisation.setFocus()

    def _offer_count(self) -> None:
        """Where organisations are what is counted, and nobody typed another number: their number is the value."""
        kpi, typed = self._kpi, self.value.text().strip()
        if kpi is not None and kpi.unit is KpiUnit.ORGANISATIONS and typed in ("", str(len(self.picks) - 1)):
            self.value.setText(str(len(self.picks)))

    # --- saving -------------------------------------------------------------------------------------------------------

    def _save(self) -> None:
        kpi, entry, snapshot = self._kpi, self._entry, self._snapshot
        if kpi is None or entry is None or snapshot is None:
            self.fields["kpiIndicator"].set_complaint(self.tr("Choose what the value is about."))
            return
        try:
            value = number_of(self.value.text(), kpi.unit)
        except NotUnderstoodError:
            self.fields["kpiValue"].set_complaint(
                self.tr("This is no number from 0 up. Correct it, or leave it empty.")
            )
            self.value.setFocus()
            return
        try:
            hours = number_of(self.hours.text(), KpiUnit.NUMBER)
        except NotUnderstoodError:
            self.fields["kpiHours"].set_complaint(
                self.tr("This is no number from 0 up. Correct it, or leave it empty.")
            )
            self.hours.setFocus()
            return
        if (waiting := self.organisation.text().strip()) and self.organisation.taken is not None:
            self.picks = (*self.picks, Pick(kind="other", id=waiting, name=waiting))
        told = with_words(entry, period=self.period.text(), evidence=self.evidence.text(), note=self.note.text())
        told = replace(told, indicator=KpiKey(str(self.indicator.currentData())), value=value, hours=hours)
        self.saved.emit(with_organisations(snapshot, told, self.picks))

    # --- words --------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Set the texts."""
        self.fields["kpiIndicator"].set_words(self.tr("Indicator"))
        self.fields["kpiValue"].set_words(self.tr("Value"))
        self.fields["kpiPeriod"].set_words(
            self.tr("Period"), self.tr("A year, half-year, quarter or month: 2026, 2026-H1, 2026-Q2, 2026-05.")
        )
        self.fields["kpiOrganisation"].set_words(
            self.tr("Organisations behind it"), self.tr("Type a member, a partner or any other name, and press Enter.")
        )
        self.fields["kpiEvidence"].set_words(
            self.tr("Evidence"), self.tr("Where it can be seen: an attendance list, a signed plan, an invoice.")
        )
        self.fields["kpiHours"].set_words(
            self.tr("Hours of participation"),
            self.tr("Added over all who took part: 12 people for 8 hours are 96. For the annex for audit only."),
        )
        self.fields["kpiNote"].set_words(self.tr("Note"))
        self.organisation.set_own_words("{text}", self.tr("Neither member nor partner"))
        self.saving.setText(self.tr("Save value"))
        self.leaving.setText(self.tr("Cancel"))
        if self._entry is not None:
            self._show_unit()
            self._show_picks()


def _plain(value: float) -> str:
    """Return a number as one types it: 12, 12.5."""
    return str(int(value)) if value.is_integer() else repr(value)
