"""Diagnosis: which skills matter most, what is wrong with each, and how sure one can be."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from fastmap.model.choices import ResponseState, SkillKind, Verdict
from fastmap.model.ids import SkillUri
from ui.pages import registry
from ui.pages.diagnosis_details import DiagnosisDetails
from ui.pages.diagnosis_details_view import details_of
from ui.pages.diagnosis_list import NeedList
from ui.pages.diagnosis_presenter import DiagnosisPresenter, NeedRow, diagnosis_fact, sentence_case
from ui.pages.page import Page, StepFact, quiet
from ui.theme.theme import current, restyle
from ui.widgets.buttons import LinkButton, PrimaryButton
from ui.widgets.fields import ComboBox, SearchField
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import IconLabel, Label
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from fastmap.model.results import Results
    from fastmap.model.snapshot import Snapshot
    from ui.session import SessionState

_WARNINGS_SHOWN = 2
_NARROW = 960
"""Width of the page at 100 % below which the list leaves figures to the panel."""


class DiagnosisPage(Page):
    """The ranking at the left, the chosen skill at the right."""

    key = "diagnosis"
    concerns: ClassVar[frozenset[str] | None] = frozenset(
        {"members", "responses", "skills", "mappings", "overrides", "second_sources", "partners", "offers"}
    )

    def build(self) -> None:
        """Make the widgets."""
        self.presenter = DiagnosisPresenter(self.session)
        self.planning = PrimaryButton("diagnosisNext", "arrow-right", parent=self)
        self.header.add_action(self.planning)
        self.warnings = Warnings(parent=self)
        self.body.addWidget(self.warnings)
        across = self._across = QHBoxLayout()
        across.setSpacing(12)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self._build_filters())
        self.waiting = Label("body", wrap=True, parent=self)
        self.waiting.set_muted(True)
        left.addWidget(self.waiting)
        self.ranking = NeedList("needRanking", parent=self)
        left.addWidget(self.ranking, 3)
        self.nothing = Label("body", wrap=True, parent=self)
        self.nothing.set_muted(True)
        left.addWidget(self.nothing)
        self.few_toggle = LinkButton("fewToggle", "caret-right", parent=self)
        self.few_toggle.setCheckable(True)
        left.addWidget(self.few_toggle)
        self.few = NeedList("needFew", parent=self)
        self.few.horizontalHeader().hide()
        self.few.hide()
        left.addWidget(self.few, 2)
        across.addLayout(left, 13)
        self.details = DiagnosisDetails(parent=self)
        self.details.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        across.addWidget(self.details, 7)
        self.body.addLayout(across, 1)
        self._level = ""
        self._chosen = ""
        self._connect()

    def _build_filters(self) -> QWidget:
        row = QWidget(self)
        flow = FlowLayout(row, spacing=8)
        self.level = Segments("needLevel", ("skills", "groups"), parent=row)
        self.kind = ComboBox("needKind", parent=row)
        self.verdict = ComboBox("needVerdict", parent=row)
        self.search = SearchField("needSearch", parent=row)
        for box in (self.kind, self.verdict):
            box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)
        for widget in (self.level, self.kind, self.verdict, self.search):
            flow.addWidget(widget)
        return row

    def _connect(self) -> None:
        self.level.chosen.connect(self._show_level)
        self.kind.activated.connect(self._filter)
        self.verdict.activated.connect(self._filter)
        self.search.wanted.connect(self._filter)
        self.ranking.row_chosen.connect(self._choose)
        self.few.row_chosen.connect(self._choose)
        self.few_toggle.clicked.connect(self._show_few)
        self.planning.clicked.connect(lambda: self.go_to.emit(self._next_step()))
        self.empty.primary.clicked.connect(lambda: self.go_to.emit("needs"))
        self.details.verdict_set.connect(self.presenter.set_verdict)
        self.details.verdict_cleared.connect(self.presenter.clear_verdict)
        self.details.source_noted.connect(self.presenter.note_source)
        self.details.source_removed.connect(self.presenter.remove_source)
        self.details.strategic_marked.connect(self.presenter.mark_strategic)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the panel more, and the list fewer columns, where there is little room."""
        super().resizeEvent(event)
        narrow = self.width() < current().px(_NARROW)
        for table in (self.ranking, self.few):
            table.set_narrow(narrow=narrow)
        self._across.setStretch(0, 25 if narrow else 13)
        self._across.setStretch(1, 15 if narrow else 7)

    # --- showing ------------------------------------------------------------------------------------------------------

    def is_empty(self, state: SessionState) -> bool:
        """Nothing can be said before anybody has answered."""
        return not any(response.state is ResponseState.ACCEPTED for response in state.snapshot.responses)

    def show_state(self, state: SessionState) -> None:
        """Fill list and panel."""
        results = state.results
        self.waiting.setVisible(results is None)
        self.planning.setVisible(bool(self._next_step()))
        if results is None:
            return
        if not self._level:
            self._level = results.lead_level
            self.level.choose(self._level)
        texts = state.texts
        words = {verdict: sentence_case(texts.term(f"verdict.{verdict}")) for verdict in Verdict}
        self.details.judgement.set_verdict_words(words)
        with quiet(self.kind, self.verdict):
            kinds = [(kind, sentence_case(texts.term(f"skill_kind.{kind}"))) for kind in SkillKind]
            self.kind.set_choices([(None, self.tr("All kinds")), *kinds], self.kind.currentData())
            self.verdict.set_choices([(None, self.tr("All verdicts")), *words.items()], self.verdict.currentData())
        self.warnings.show_sentences([texts.say(warning) for warning in results.quality.warnings])
        self._fill(state, results)

    def _fill(self, state: SessionState, results: Results) -> None:
        rows = self.presenter.rows(results, self._level, state.texts)
        self.kind.setVisible(self._level == "skills")
        self._say_titles()
        first = [row for row in rows if row.rank is not None]
        few = [row for row in rows if row.rank is None]
        with quiet(self.ranking, self.few):
            self.ranking.set_rows(first)
            self.few.set_rows(few)
        self._filter()

    def _filter(self, _: object = None) -> None:
        kind = self.kind.currentData() if self._level == "skills" else None
        verdict = self.verdict.currentData()

        def passes(row: NeedRow) -> bool:
            return (kind is None or row.kind == kind) and (verdict is None or row.verdict == verdict)

        with quiet(self.ranking, self.few):
            for table in (self.ranking, self.few):
                table.rows.set_predicate(None if kind is None and verdict is None else passes)
                table.set_filter(self.search.text().strip())
        self._say_counts()
        self._keep_choice()

    def _say_counts(self) -> None:
        few = len(self.few.rows.shown)
        self.few_toggle.setVisible(bool(few))
        self.few_toggle.setText(self.tr("Named by few: %n", "", few))
        self.few.setVisible(bool(few) and self.few_toggle.isChecked())
        shown = len(self.ranking.rows.shown)
        self.ranking.setVisible(bool(shown))
        self.nothing.setVisible(not shown)
        is_filtered = self.kind.currentData() or self.verdict.currentData() or self.search.text().strip()
        self.nothing.setText(
            self.tr("Nothing in the ranking passes this filter.")
            if is_filtered
            else self.tr("Nothing was named by enough firms to be ranked yet. Three firms make a rank.")
        )

    def _keep_choice(self) -> None:
        """Keep the chosen row while it is in sight; otherwise choose the first."""
        shown = [row.uri for table in (self.ranking, self.few) for row in table.rows.shown]
        if self._chosen not in shown:
            self._chosen = shown[0] if shown else ""
        for table in (self.ranking, self.few):
            with quiet(table):
                if any(row.uri == self._chosen for row in table.rows.shown):
                    if table.chosen_row != self._chosen or not table.selectedIndexes():
                        table.choose(self._chosen, "label")
                else:
                    table.clearSelection()
                    table.setCurrentIndex(table.rows.index(-1, -1))
        self._show_details()

    def _show_details(self) -> None:
        item = self.presenter.item(SkillUri(self._chosen)) if self._chosen else None
        self.details.setVisible(item is not None)
        if item is not None:
            details = details_of(item, self.presenter)
            self.details.show_details(details, can_edit=self.session.state.can_edit)

    # --- what a person does -------------------------------------------------------------------------------------------

    def _choose(self, uri: str) -> None:
        if uri and uri != self._chosen:
            self._chosen = uri
            other = self.few if self.sender() is self.ranking else self.ranking
            with quiet(other):
                other.clearSelection()
            self._show_details()

    def _show_level(self, level: str) -> None:
        self._level = level
        results = self.session.state.results
        if results is not None:
            self._fill(self.session.state, results)

    def _show_few(self) -> None:
        is_open = self.few_toggle.isChecked()
        self.few_toggle.set_icon("caret-down" if is_open else "caret-right")
        self.few.setVisible(is_open)
        if is_open:
            QTimer.singleShot(0, self.few.setFocus)

    def _next_step(self) -> str:
        known = {step.key for step in registry.steps()}
        return next((key for key in ("next_steps", "actions") if key in known), "")

    # --- words --------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Set every text."""
        self.header.set_words(
            self.title(), self.tr("Which skills matter most, what is wrong with each, and how sure one can be.")
        )
        self.planning.setText(self.tr("See what to do next"))
        self.level.set_words(self.tr("Level"), {"skills": self.tr("Skills"), "groups": self.tr("Groups")})
        self.kind.setAccessibleName(self.tr("Kind of skill"))
        self.verdict.setAccessibleName(self.tr("Verdict"))
        self.search.set_words(self.tr("Search"))
        self._say_titles()
        self.ranking.set_words(self.tr("Ranking by priority"))
        self.few.set_words(self.tr("Named by few firms: no rank"))
        self.waiting.setText(self.tr("The figures are being worked out…"))
        self.details.retranslate()
        self.warnings.retranslate()
        self.empty.set_words(
            self.tr("No answers to diagnose yet"),
            self.tr(
                "As soon as members answer, this page ranks the skills they lack, says what is wrong with each, "
                "and shows how sure one can be."
            ),
        )
        self.empty.primary.setText(self.tr("Collect answers"))

    def _say_titles(self) -> None:
        titles = {
            "rank": self.tr("Rank"),
            "label": self.tr("Group") if self._level == "groups" else self.tr("Skill"),
            "priority": self.tr("Priority"),
            "firms": self.tr("Firms"),
            "people": self.tr("12 months"),
            "verdict": self.tr("Verdict"),
        }
        self.ranking.set_titles(titles)
        self.few.set_titles(titles)

    @staticmethod
    def fact(snapshot: Snapshot, results: Results | None) -> StepFact:  # noqa: ARG004 - the results hold the snapshot
        """Say how many skills are ranked, and how many are out of balance."""
        return diagnosis_fact(results)

    def help_text(self) -> str:
        """Explain verdicts, evidence and what a person can add."""
        return self.tr(
            "The list ranks every skill that at least three firms named. The bar is its priority from 0 to 100; the "
            "small figures below the rank say where it would lie if other members had answered.\n\n"
            "The verdict says what is wrong: too few people (shortage), people or courses that do not fit (mismatch), "
            "training that is there but not used (uptake gap) and others. Its evidence counts the firms behind it: "
            "well supported from five, indicative from three, thin below.\n\n"
            "Arrow keys move through the list; the panel follows. There you can note a second source, mark a skill as "
            "strategic, or set another verdict by hand, always with a reason. Everything can be undone with Ctrl+Z."
        )


class Warnings(QFrame):
    """How far the answers carry, in words; longer lists are folded."""

    def __init__(self, *, parent: QWidget) -> None:
        """Begin hidden."""
        super().__init__(parent)
        self.setObjectName("qualityWarnings")
        restyle(self, band="warn")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 10, 8)
        row.setSpacing(10)
        row.addWidget(IconLabel("warning", 18, "tone.warn", parent=self))
        self.words = Label("body", wrap=True, parent=self)
        self.words.setObjectName("qualityWarningWords")
        row.addWidget(self.words, 1)
        self.toggle = LinkButton("qualityToggle", parent=self)
        self.toggle.setCheckable(True)
        row.addWidget(self.toggle)
        self._sentences: list[str] = []
        self.toggle.clicked.connect(self._show)
        self.hide()

    def show_sentences(self, sentences: list[str]) -> None:
        """Show warnings, or nothing."""
        self._sentences = sentences
        self._show()

    def retranslate(self) -> None:
        """Set the texts."""
        self._show()

    def _show(self) -> None:
        is_long = len(self._sentences) > _WARNINGS_SHOWN
        is_open = self.toggle.isChecked()
        shown = self._sentences if is_open else self._sentences[:_WARNINGS_SHOWN]
        self.words.setText("\n".join(shown))
        self.toggle.setVisible(is_long)
        more = len(self._sentences) - _WARNINGS_SHOWN
        self.toggle.setText(self.tr("Show fewer") if is_open else self.tr("Show %n more", "", max(more, 0)))
        self.setVisible(bool(self._sentences))
