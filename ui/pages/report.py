"""The step *Report*: keep the funder's figures; choose who reads the report, look at its pages, write it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget

from ui.pages.page import Page, StepFact
from ui.pages.report_presenter import report_fact
from ui.pages.report_view import ReportView
from ui.widgets.buttons import PrimaryButton
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from fastmap.model.results import Results
    from fastmap.model.snapshot import Snapshot
    from ui.pages.report_kpis import FiguresView
    from ui.pages.report_texts import TextsView
    from ui.session import SessionState


class ReportPage(Page):
    """Three views: the report with its choices, the texts to clear for anonymous editions, and the funder's figures."""

    key = "report"

    def build(self) -> None:
        """Make the report; the other views are made when they are first looked at."""
        self.packing = PrimaryButton("writePack", "package", parent=self)
        self.entering = PrimaryButton("enterKpi", "plus", parent=self)
        self.header.add_action(self.entering)
        self.header.add_action(self.packing)
        self.views = Segments("reportViews", ("report", "texts", "figures"), parent=self)
        self.body.addWidget(self.views, 0, Qt.AlignmentFlag.AlignLeft)
        self._views = QStackedWidget(self)
        self.body.addWidget(self._views, 1)
        self.report = ReportView(self.session, self.packing, parent=self._views)
        self._views.addWidget(self.report)
        self._made: list[ReportView | TextsView | FiguresView] = [self.report]
        self.entering.clicked.connect(self._enter_value)
        self.views.chosen.connect(self._show_view)
        self.report.texts_wanted.connect(self._go_to_texts)
        self.report.step_wanted.connect(self.go_to)
        self.report.said.connect(self.say)
        self.report.written.connect(self.fact_changed)

    @cached_property
    def figures(self) -> FiguresView:
        """The ledger; what it needs takes time to load."""
        from ui.pages.report_kpis import FiguresView

        view = FiguresView(self.session, parent=self._views)
        view.said.connect(self.say)
        self._add(view)
        return view

    @cached_property
    def texts(self) -> TextsView:
        """The texts to clear."""
        from ui.pages.report_texts import TextsView

        view = TextsView(self.session, parent=self._views)
        self._add(view)
        return view

    def _add(self, view: TextsView | FiguresView) -> None:
        view.retranslate()
        self._views.addWidget(view)
        self._made.append(view)

    # --- showing ------------------------------------------------------------------------------------------------------

    def show_state(self, state: SessionState) -> None:
        """Show the view in sight, and the choices of the report whatever is in sight."""
        self.report.show_state(state)
        self.entering.setEnabled(state.can_edit)
        if self._view is not self.report:
            self._view.show_state(state)

    @property
    def _view(self) -> ReportView | TextsView | FiguresView:
        match self.views.key:
            case "figures":
                return self.figures
            case "texts":
                return self.texts
        return self.report

    def _enter_value(self) -> None:
        self.figures.enter_value()

    def _go_to_texts(self) -> None:
        self.views.choose("texts")
        self._show_view()

    def _show_view(self) -> None:
        self._view.show_state(self.session.state)
        self._views.setCurrentWidget(self._view)
        self._set_head()

    # --- words --------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Set every text."""
        self._set_head()
        self.entering.setText(self.tr("Enter a value"))
        self.views.set_words(
            self.tr("What the page shows"),
            {
                "report": self.tr("Report"),
                "texts": self.tr("Texts to clear"),
                "figures": self.tr("Funder figures"),
            },
        )
        for view in self._made:
            view.retranslate()

    def _set_head(self) -> None:
        """Say what the view in sight is for, and show its main action."""
        view = self.views.key
        self.packing.setVisible(view == "report")
        self.entering.setVisible(view == "figures")
        if view == "figures":
            words = self.tr("Keep targets, values and their evidence for your funder.")
        elif view == "texts":
            words = self.tr("Decide text by text what an anonymous edition may quote.")
        else:
            words = self.tr("Choose who reads it, look at its pages, and write everything for them in one go.")
        self.header.set_words(self.title(), words)

    @staticmethod
    def fact(snapshot: Snapshot, results: Results | None) -> StepFact:  # noqa: ARG004 - the same for all pages
        """Say when a report was last written."""
        return report_fact(snapshot)

    def help_text(self) -> str:
        """Return the help of F1."""
        return self.tr(
            "Who reads it proposes the edition and the chapters; you may choose others. The named edition names firms and "
            "quotes their answers. The anonymous one names no firm, shows no figure from too few of them, and leaves out "
            "what would give one away. How figures are worked out, their limits and sources are always in.\n\n"
            "A pack is one folder with the PDF, the workbook, pictures, open data, and a README that says what each file "
            "is and who may have it. It is written whole or not at all. An older pack of the same day gives way only if "
            "nobody changed it; else the new one gets a number.\n\n"
            "The language of the report is independent of the language of the screen. The pages at the right are those "
            "of the PDF; Page Up and Page Down turn them, + and − make them larger or smaller, 0 fits the width.\n\n"
            "“Write only these” writes the files that are ticked: if one is open elsewhere or the disk is full, the old "
            "one stays as it was and the others are written all the same. Publish one anonymous edition per round.\n\n"
            "The confidential annex is for whoever audits the project: participants with registration numbers and SME "
            "status, hours, evidence, consents and a list to sign. It has to be chosen each time, and it is never "
            "written together with an anonymous edition.\n\n"
            "Funder figures: open an indicator to say where it stood, what you promised and what each period brought. "
            "An organisation that comes again under the same indicator counts once, and what looks doubtful is said "
            "beside it. Nothing recorded is not zero."
        )
