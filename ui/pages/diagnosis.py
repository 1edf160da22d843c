"""Diagnosis: which skills matter most, what is wrong with each, and how sure one can be."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fastmap.analysis.restricting import MemberFilter
from fastmap.model.choices import ResponseState, SkillKind, Verdict
from fastmap.model.ids import SkillUri
from fastmap.texts import sentence_case
from ui.pages import registry
from ui.pages.diagnosis_earlier import EarlierDesk
from ui.pages.diagnosis_filters import NeedFilters
from ui.pages.diagnosis_list import NeedList
from ui.pages.diagnosis_looking import Looking
from ui.pages.diagnosis_map import Bubble
from ui.pages.diagnosis_map_pane import MapPane
from ui.pages.diagnosis_members import FilteredBand, MemberQuestions
from ui.pages.diagnosis_presenter import DiagnosisPresenter, diagnosis_fact
from ui.pages.diagnosis_side import TOOLS, DiagnosisSide
from ui.pages.diagnosis_since import SinceView
from ui.pages.diagnosis_since_rows import since_rows
from ui.pages.diagnosis_warnings import Warnings
from ui.pages.page import Page, StepFact, quiet
from ui.theme.theme import current
from ui.widgets.buttons import Button, LinkButton, PrimaryButton
from ui.widgets.labels import Label
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from fastmap.model.results import Results
    from fastmap.model.snapshot import Snapshot
    from ui.session import SessionState

_NARROW = 960
"""Width of the page at 100 % below which the panel gets a larger part of it."""


class DiagnosisPage(Page):
    """The ranking at the left, the chosen skill at the right."""

    key = "diagnosis"
    concerns: ClassVar[frozenset[str] | None] = frozenset(
        {
            "members",
            "responses",
            "skills",
            "mappings",
            "overrides",
            "second_sources",
            "partners",
            "offers",
            "priority_weights",
            "earlier_round",
        }
    )

    def build(self) -> None:
        """Make the widgets."""
        self.looking = Looking(self.session, self)
        self.presenter = DiagnosisPresenter(self.session, self.looking)
        icons = {"answered": "users-three", "weights": "sliders-horizontal", "thresholds": "scales"}
        self.tools = {key: Button(f"tool_{key}", icons[key], parent=self) for key in TOOLS}
        for button in self.tools.values():
            button.setCheckable(True)
            self.header.add_action(button)
        self.planning = PrimaryButton("diagnosisNext", "arrow-right", parent=self)
        self.header.add_action(self.planning)
        self.part = Segments("diagnosisPart", ("now", "since"), parent=self)
        self.body.addWidget(self.part)
        self._now = QWidget(self)
        now = QVBoxLayout(self._now)
        now.setContentsMargins(0, 0, 0, 0)
        now.setSpacing(12)
        self.body.addWidget(self._now, 1)
        self.since = SinceView(parent=self)
        self.since.hide()
        self.body.addWidget(self.since, 1)
        self.earlier = EarlierDesk(self.session, self)
        self.warnings = Warnings(parent=self)
        now.addWidget(self.warnings)
        self.band = FilteredBand(parent=self)
        now.addWidget(self.band)
        self.filters = NeedFilters(parent=self)
        self.level, self.kind, self.search = self.filters.level, self.filters.kind, self.filters.search
        now.addWidget(self.filters)
        self.questions = MemberQuestions(parent=self)
        now.addWidget(self.questions)
        across = self._across = QHBoxLayout()
        across.setSpacing(12)
        across.addLayout(self._build_left(), 13)
        self.side = DiagnosisSide(self.presenter, self.looking, parent=self)
        self.details = self.side.details
        across.addWidget(self.side, 7)
        now.addLayout(across, 1)
        self._level = ""
        self._chosen = ""
        self._bubbles: tuple[Bubble, ...] = ()
        self._connect()

    def _build_left(self) -> QVBoxLayout:
        left = QVBoxLayout()
        left.setSpacing(10)
        self.waiting = Label("body", wrap=True, parent=self)
        self.waiting.set_muted(True)
        left.addWidget(self.waiting)
        self.map = MapPane(parent=self)
        left.addWidget(self.map, 3)
        self.ranking = NeedList("needRanking", parent=self)
        left.addWidget(self.ranking, 3)
        self.nothing = Label("body", wrap=True, parent=self)
        self.nothing.setObjectName("needNothing")
        self.nothing.set_muted(True)
        left.addWidget(self.nothing)
        self.few_toggle = LinkButton("fewToggle", "caret-right", parent=self)
        self.few_toggle.setCheckable(True)
        left.addWidget(self.few_toggle)
        self.few = NeedList("needFew", parent=self)
        self.few.horizontalHeader().hide()
        self.few.hide()
        left.addWidget(self.few, 2)
        self._room = QWidget(self)
        left.addWidget(self._room, 1)
        return left

    def _connect(self) -> None:
        self.part.chosen.connect(self._show_part)
        self.since.compare_wanted.connect(self.earlier.ask)
        self.since.forget_wanted.connect(self.earlier.forget)
        self.earlier.say.connect(self.say)
        self.filters.changed.connect(self._filter)
        self.filters.level_chosen.connect(self._show_level)
        for key, button in self.tools.items():
            button.clicked.connect(lambda _=False, key=key: self._show_tool(key))
        self.side.tool_left.connect(lambda: self._show_tool(""))
        self.filters.asking.clicked.connect(lambda: self.questions.setVisible(self.filters.asking.isChecked()))
        self.questions.wanted.connect(self.looking.look_at)
        self.band.everybody.clicked.connect(lambda: self.looking.look_at(MemberFilter()))
        self.looking.changed.connect(self._look)
        for part in (self.map, self.ranking, self.few):
            signal = part.chosen if isinstance(part, MapPane) else part.row_chosen
            signal.connect(self._choose)
        self.few_toggle.clicked.connect(self._show_few)
        self.planning.clicked.connect(lambda: self.go_to.emit(self._next_step()))
        self.empty.primary.clicked.connect(lambda: self.go_to.emit("needs"))
        self.details.verdict_set.connect(self.presenter.set_verdict)
        self.details.verdict_cleared.connect(self.presenter.clear_verdict)
        self.details.source_noted.connect(self.presenter.note_source)
        self.details.source_removed.connect(self.presenter.remove_source)
        self.details.strategic_marked.connect(self.presenter.mark_strategic)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the panel more where there is little room."""
        super().resizeEvent(event)
        narrow = self.width() < current().px(_NARROW)
        self._across.setStretch(0, 25 if narrow else 13)
        self._across.setStretch(1, 15 if narrow else 7)

    # --- showing ------------------------------------------------------------------------------------------------------

    def is_empty(self, state: SessionState) -> bool:
        """Nothing can be said before anybody has answered."""
        return not any(response.state is ResponseState.ACCEPTED for response in state.snapshot.responses)

    def show_state(self, state: SessionState) -> None:
        """Fill list, map and panel."""
        from fastmap.analysis.restricting import choices_for

        self.looking.follow()
        self.details.keep_to(state.snapshot.info.id)
        self.questions.show_choices(choices_for(state.snapshot.members), self.looking.filter)
        results = self.looking.results
        self.waiting.setVisible(results is None)
        self.planning.setVisible(bool(self._next_step()))
        self._show_band(state)
        if results is None:
            self._show_nothing()
            return
        if not self._level:
            self._level = results.lead_level
            self.level.choose(self._level)
        self._show_since(state)
        texts = state.texts
        words = {verdict: sentence_case(texts.term(f"verdict.{verdict}")) for verdict in Verdict}
        kinds = {kind: sentence_case(texts.term(f"skill_kind.{kind}")) for kind in SkillKind}
        self.filters.show_words(kinds, words)
        self.warnings.show_sentences(self.presenter.warnings(results))
        self.side.show_state(state, self._level, words)
        self._fill(state, results)

    def _show_since(self, state: SessionState) -> None:
        """Compare everybody, whoever is looked at: the round before knows no filter."""
        if self.part.key == "since" and state.results is not None:
            found = state.results.since_last_round
            names = {member.code: member.name for member in state.snapshot.members}
            rows = None if found is None else since_rows(found, names, state.texts)
            self.since.show_rows(rows, state.texts, can_edit=state.can_edit)

    def _show_part(self, part: str) -> None:
        is_now = part == "now"
        self._show_since(self.session.state)
        self._now.setVisible(is_now)
        self.since.setVisible(not is_now)
        for button in self.tools.values():
            button.setEnabled(is_now)

    def ask_for_files(self) -> None:
        """Ask for the file of an earlier round to compare with."""
        self.part.choose("since")
        self._show_part("since")
        self.earlier.ask()

    def _show_band(self, state: SessionState) -> None:
        results = self.looking.results
        self.band.setVisible(self.looking.is_filtered)
        if self.looking.is_filtered:
            quality = None if results is None else results.quality
            chosen = self.questions.words_for(self.looking.filter)
            self.band.show_look(chosen, quality, len(state.snapshot.members))
        asking = self.filters.asking
        asking.setChecked(asking.isChecked() or self.looking.is_filtered)
        self.questions.setVisible(asking.isChecked())

    def _show_nothing(self) -> None:
        """While a look is being worked out, nothing old is shown as if it were the answer."""
        if self.looking.is_filtered:
            with quiet(self.ranking, self.few):
                self.ranking.set_rows([])
                self.few.set_rows([])
            self._show_bubbles(())
            self.side.show_details_of(None, can_edit=False)

    def _look(self) -> None:
        if self.session.is_open:
            self.refresh(self.session.state)

    def _show_tool(self, key: str) -> None:
        key = key if key and self.tools[key].isChecked() else ""
        for known, button in self.tools.items():
            button.setChecked(known == key)
        was = self.side.tool
        self.side.show_tool(key)
        if was and not key:
            self.tools[was].setFocus()

    def _fill(self, state: SessionState, results: Results) -> None:
        rows = self.presenter.rows(results, self._level, state.texts)
        self.kind.setVisible(self._level == "skills")
        self._say_titles()
        first = [row for row in rows if row.rank is not None]
        few = [row for row in rows if row.rank is None]
        with quiet(self.ranking, self.few):
            self.ranking.set_rows(first)
            self.few.set_rows(few)
        self._bubbles = self.presenter.bubbles(results, self._level, state.texts)
        self._filter()

    def _filter(self) -> None:
        with quiet(self.ranking, self.few):
            for table in (self.ranking, self.few):
                table.rows.set_predicate(self.filters.passes if self.filters.chooses_rows else None)
                table.set_filter(self.filters.words)
        self._say_counts()
        self._keep_choice()

    def _say_counts(self) -> None:
        is_map = self.filters.is_map
        few, shown = len(self.few.rows.shown), len(self.ranking.rows.shown)
        self.few_toggle.setVisible(bool(few) and not is_map)
        self.few_toggle.setText(self.tr("Named by few: %n", "", few))
        self.few.setVisible(bool(few) and not is_map and self.few_toggle.isChecked())
        self.ranking.setVisible(bool(shown) and not is_map)
        self._show_bubbles(self._bubbles)
        has_some = bool(self.map.map.bubbles) if is_map else bool(shown)
        self.map.setVisible(is_map and has_some)
        self.nothing.setVisible(not has_some and self.looking.results is not None)
        self._room.setVisible(not has_some)
        self.nothing.setText(self.presenter.nothing_words(is_asking=self.filters.is_asking))

    def _show_bubbles(self, bubbles: tuple[Bubble, ...]) -> None:
        passing = {row.uri for table in (self.ranking, self.few) for row in table.rows.shown}
        shown = [bubble for bubble in bubbles if bubble.uri in passing]
        line = self.session.state.catalogue.rules.min_users
        self.map.show_bubbles(shown, line=line, left_out=len(passing) - len(shown))

    def _keep_choice(self) -> None:
        """Keep the chosen row while it is in sight; otherwise choose the first."""
        shown = [row.uri for table in (self.ranking, self.few) for row in table.rows.shown]
        if self._chosen not in shown:
            self._chosen = shown[0] if shown else ""
        self._show_choice()

    def _show_choice(self) -> None:
        for table in (self.ranking, self.few):
            with quiet(table):
                if any(row.uri == self._chosen for row in table.rows.shown):
                    if table.chosen_row != self._chosen or not table.selectedIndexes():
                        table.choose(self._chosen, "label")
                else:
                    table.clearSelection()
                    table.setCurrentIndex(table.rows.index(-1, -1))
        self.map.map.choose(self._chosen)
        uri = SkillUri(self._chosen) if self._chosen else None
        self.side.show_details_of(uri, can_edit=self.session.state.can_edit)

    # --- what a person does -------------------------------------------------------------------------------------------

    def _choose(self, uri: str) -> None:
        if uri and uri != self._chosen:
            self._chosen = uri
            self._show_choice()

    def _show_level(self, level: str) -> None:
        self._level = level
        if self.looking.results is not None:
            self.show_state(self.session.state)

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
        for key, words in {
            "answered": self.tr("Who answered"),
            "weights": self.tr("Weights"),
            "thresholds": self.tr("Thresholds"),
        }.items():
            self.tools[key].setText(words)
        self.part.set_words(self.tr("Round"), {"now": self.tr("This round"), "since": self.tr("Since last round")})
        for part in (self.filters, self.questions, self.band, self.map, self.since):
            part.retranslate()
        self._say_titles()
        self.ranking.set_words(self.tr("Ranking by priority"))
        self.few.set_words(self.tr("Named by few firms: no rank"))
        self.waiting.setText(self.tr("The figures are being worked out…"))
        self.side.retranslate()
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
            "The list ranks every skill that at least three firms named. The bar beside the rank says where it would "
            "lie if other members had answered: a short bar is a firm rank. The priority runs from 0 to 100.\n\n"
            "The verdict says what is wrong: too few people (shortage), people or courses that do not fit (mismatch), "
            "training that is there but not used (uptake gap) and others. Its evidence counts the firms behind it: "
            "well supported from five, indicative from three, thin below.\n\n"
            "The map shows the same verdicts between demand and supply: large circles for many people, solid ones for "
            "firm evidence. “Members” looks at some members only, “Weights” and “Thresholds” show what other choices "
            "would change.\n\n"
            "“Since last round” compares the firms that answered both rounds: needs that went, stayed or are new, and what "
            "else is different. A rank that moved inside both intervals is called noise.\n\n"
            "Arrow keys move through the list; the panel follows. There you can note a second source, mark a skill as "
            "strategic, or set another verdict by hand, always with a reason. Everything can be undone with Ctrl+Z."
        )
