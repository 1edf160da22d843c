"""The step Needs: receiving forms, the table of needs, and placing what firms wrote in shared skills."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QStackedWidget, QTabBar

from ui.pages.needs_desk import PlacingDesk
from ui.pages.needs_fact import need_fact
from ui.pages.needs_import_desk import ImportDesk
from ui.pages.needs_importing import SUFFIXES, FormImport
from ui.pages.needs_interview import InterviewView
from ui.pages.needs_interview_presenter import InterviewPresenter
from ui.pages.needs_list import NeedsList
from ui.pages.needs_mapping_entry import SurveyImports
from ui.pages.needs_overview import forget_overview, overview
from ui.pages.needs_placing import PlacingView
from ui.pages.needs_presenter import NeedsPresenter
from ui.pages.needs_remembering import DecisionExchange
from ui.pages.needs_results import ImportResults
from ui.pages.needs_vocabulary import VocabularyIndex
from ui.pages.needs_vocabulary_desk import VocabularyDesk
from ui.pages.page import Page, StepFact, quiet
from ui.plain_text import isolated, literal
from ui.translating import locale
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.progress_panel import ProgressPanel

if TYPE_CHECKING:
    from fastmap.model.results import Results
    from fastmap.model.snapshot import Snapshot
    from ui.session import SessionState
    from ui.widgets.completion import CompletionField

NEEDS, TEXTS, LAST_IMPORT, INTERVIEW = range(4)


class NeedsPage(Page):
    """Four tabs over one toolbar: needs, texts to decide about, the last import, and the interview."""

    key = "needs"
    concerns = frozenset({"members", "responses", "needs", "skills", "mappings", "attachments", "offers"})
    takes: ClassVar[frozenset[str]] = SUFFIXES

    def build(self) -> None:
        """Make tabs and views."""
        self.vocabulary = VocabularyIndex(self.session, self)
        self.presenter = NeedsPresenter(self.session, self.vocabulary)
        self.forms = FormImport(self.session, self)
        self.desk = PlacingDesk(self.session, self.vocabulary, self)
        self._is_typing = False
        self.importing = Button("importForms", "file-arrow-down", parent=self)
        self.adding = PrimaryButton("addNeed", "plus", parent=self)
        self.header.add_action(self.importing)
        self.header.add_action(self.adding)
        self.progress = ProgressPanel("importProgress", parent=self)
        self.vocabulary_progress = ProgressPanel("vocabularyProgress", parent=self)
        self.tabs = QTabBar(self)
        self.tabs.setObjectName("needsTabs")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for _ in (NEEDS, TEXTS, LAST_IMPORT, INTERVIEW):
            self.tabs.addTab("")
        self.views = QStackedWidget(self)
        self.list = NeedsList(self.presenter, parent=self)
        self.placing = PlacingView(self.desk, self.vocabulary, parent=self)
        self.results = ImportResults(parent=self)
        self.interview = InterviewView(self.presenter, InterviewPresenter(self.session, self.vocabulary), parent=self)
        self.exchange = DecisionExchange(self.session, self.vocabulary, self)
        for view in (self.list, self.placing, self.results, self.interview):
            self.views.addWidget(view)
        self.body.addWidget(self.progress)
        self.body.addWidget(self.vocabulary_progress)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self.views, 1)
        self.typing = self.empty.add_other("typeFirstNeed", "pencil-simple")
        self.surveys = SurveyImports(self)
        self.imports = ImportDesk(self.session, self.forms, self.presenter, self.progress, self)
        self.loading = VocabularyDesk(self.session, self.vocabulary, self.vocabulary_progress, self)
        self._connect()

    def _connect(self) -> None:
        self.importing.clicked.connect(self.ask_for_files)
        self.adding.clicked.connect(self._begin_adding)
        self.empty.primary.clicked.connect(self.ask_for_files)
        self.typing.clicked.connect(self._begin_adding)
        self.tabs.currentChanged.connect(self._show_tab)
        self.list.say.connect(self.say)
        self.list.text_wanted.connect(self._place_text)
        self.list.take_back_wanted.connect(lambda text_id: self.desk.take_back([text_id]))
        self.placing.say.connect(self.say)
        self.placing.skills_wanted.connect(self._look_up_skill)
        self.placing.foot.vocabulary.clicked.connect(self.loading.show_vocabulary)
        self.placing.foot.exporting.clicked.connect(self._pass_decisions_on)
        self.placing.foot.importing.clicked.connect(self._take_decisions_over)
        self.placing.foot.recalling.clicked.connect(self.exchange.recall_previous)
        self.exchange.say.connect(self.say)
        self.exchange.recallable.connect(self.placing.foot.set_recallable)
        self.exchange.disagreed.connect(self.placing.show_conflicts)
        self.interview.say.connect(self.say)
        self.session.closed.connect(self.interview.forget)
        self.results.settle_wanted.connect(self.presenter.settle)
        self.results.open_wanted.connect(self._open_kept)
        self.results.put_away_wanted.connect(self.presenter.put_away)
        self.results.typing_wanted.connect(self._begin_adding)
        self.results.partners_wanted.connect(lambda: self.go_to.emit("partners"))
        self.results.members_wanted.connect(
            lambda number, typed: self.results.offer_members(number, self.presenter.members_like(typed))
        )
        self.imports.changed.connect(self._refresh)
        self.imports.taken.connect(self._show_import)
        self.imports.said.connect(self.say)
        self.loading.said.connect(self.say)
        self.session.closed.connect(forget_overview)

    # --- showing ------------------------------------------------------------------------------------------------------

    def is_empty(self, state: SessionState) -> bool:
        """Say whether no answer has come and nobody is about to enter one."""
        has_something = state.snapshot.responses or self._is_typing or self.forms.is_running or self.forms.outcomes
        return not (has_something or self.presenter.kept_files())

    def refresh(self, state: SessionState) -> None:
        """Show `state`, and what can be done now."""
        self.vocabulary.open()
        self._show_buttons(state)
        self.importing.setEnabled(state.can_edit and not self.forms.is_running)
        self.adding.setEnabled(state.can_edit)
        self.empty.primary.setEnabled(state.can_edit)
        self.typing.setEnabled(state.can_edit)
        self.surveys.show_state(state)
        super().refresh(state)

    def show_state(self, state: SessionState) -> None:
        """Show the tab in sight."""
        seen = overview(state.snapshot)
        number = locale().toString
        self.tabs.setTabText(NEEDS, literal(self.tr("Needs: {count}").format(count=number(len(seen.needs)))))
        self.tabs.setTabText(TEXTS, literal(self.tr("Texts to decide: {count}").format(count=number(len(seen.open)))))
        last = self.tr("Last import: {count} to check").format(count=number(seen.waiting))
        self.tabs.setTabText(LAST_IMPORT, literal(last if seen.waiting else self.tr("Last import")))
        has_import = self.forms.is_storing or bool(self.imports.outcomes(state.snapshot))
        with quiet(self.tabs):
            self.tabs.setTabVisible(LAST_IMPORT, has_import)
            if not has_import and self.views.currentIndex() == LAST_IMPORT:
                self.tabs.setCurrentIndex(NEEDS)
                self.views.setCurrentIndex(NEEDS)
        self._fill_view(state)

    def _fill_view(self, state: SessionState) -> None:
        if self.forms.is_storing:
            return  # what it shows then is shown right afterwards, on the tab of the result
        match self.views.currentIndex():
            case 0:
                self.list.show_state(state)
            case 1:
                self.placing.show_state(state)
                self.exchange.look_for_previous()
            case 3:
                self.interview.show_state(state)
            case _:
                kept = frozenset(stored.sha256 for stored in self.presenter.kept_files())
                self.results.show_outcomes(self.imports.outcomes(state.snapshot), state, kept)

    def retranslate(self) -> None:
        """Set every text."""
        self.header.set_words(
            self.title(),
            self.tr(
                "One row per skill that a member lacks. Type and pick from the vocabulary, or keep the firm's words."
            ),
        )
        self.importing.setText(self.tr("Import forms…"))
        self.adding.setText(self.tr("Add need"))
        self.empty.set_words(
            self.tr("No answers yet"),
            self.tr(
                "Drop the folder of returned forms on this window. Good cells are taken, doubtful ones are listed, "
                "nothing is thrown away."
            ),
        )
        self.empty.primary.setText(self.tr("Import forms…"))
        self.typing.setText(self.tr("Type a need by hand"))
        self.tabs.setAccessibleName(self.tr("Parts of the step Needs"))
        self.tabs.setTabText(INTERVIEW, self.tr("Interview"))
        for view in (self.list, self.placing, self.results, self.surveys, self.interview):
            view.retranslate()

    @staticmethod
    def fact(snapshot: Snapshot, results: Results | None) -> StepFact:  # noqa: ARG004 - the same for every step
        """Return what the step list says."""
        return need_fact(snapshot)

    def help_text(self) -> str:
        """Return the help of F1."""
        return self.tr(
            "Here the answers of the members come together, one row per skill that a firm lacks.\n\n"
            "Receiving: drop a folder or files of returned forms on the window, or choose Import forms. While files are "
            "read you can go on working or cancel; cancelling keeps nothing. Afterwards the tab Last import lists every "
            "file: taken, taken in part, to check, kept to be typed in, not readable, already there. What is to check "
            "counts once you have said whose answer it is.\n\n"
            "Typing: in the last row type a member, then the skill, then the figures, with Enter from field to field. "
            "Ctrl+Enter writes the need down at once, Esc begins anew. Cells of the table are edited by typing or with "
            "F2; Shift+Space and Delete removes a whole row. Enter on a member shows everything about a need, also what "
            "came in word for word. In the tab Interview one question follows the other, as fast as somebody talks: "
            "digits or first letters choose, Ctrl+Enter writes a need down. Paper forms are typed in the same way.\n\n"
            "Deciding about texts: what firms wrote counts from the first moment. In the tab Texts to decide, texts that "
            "may mean the same skill stand together, in whatever language. Enter or 1 to 5 accepts a skill for all of "
            "them, C searches another, O makes a skill of your own with the name beside, S splits a text that names "
            "several skills, X sets aside what names none, A accepts all that equal a name. Arrow right picks one text "
            "out, Shift+arrows choose several rows to be decided about as one. Every decision can be undone, and the "
            "firm's words are never changed."
        )

    def take_files(self, paths: Sequence[Path]) -> None:
        """Take files and folders that were dropped on the window."""
        if not self.session.state.can_edit:
            return
        if self.forms.is_running:
            self.say.emit("warn", self.tr("Forms are being read already. Drop these again when they are done."))
            return
        self.forms.start(list(paths))

    def focus_first(self) -> None:
        """Put the keyboard into the table."""
        if self.views.currentIndex() == NEEDS and self.list.table.isVisible():
            self.list.table.setFocus()
        elif self.views.currentIndex() == TEXTS and self.placing.table.isVisible():
            self.placing.table.setFocus()
        elif self.views.currentIndex() == INTERVIEW:
            self.interview.focus_first()
        else:
            super().focus_first()

    # --- tabs ---------------------------------------------------------------------------------------------------------

    def open_tab(self, tab: int) -> None:
        """Show one of the tabs."""
        self.tabs.setCurrentIndex(tab)

    def _show_tab(self, tab: int) -> None:
        self.views.setCurrentIndex(tab)
        if self.session.is_open:
            self._show_buttons(self.session.state)
            self._fill_view(self.session.state)
            if tab == INTERVIEW:
                self.interview.focus_first()

    def _show_buttons(self, state: SessionState) -> None:
        is_empty = self.is_empty(state)
        self.importing.setVisible(not is_empty)
        # Elsewhere another button is what one usually does.
        self.adding.setVisible(not is_empty and self.views.currentIndex() == NEEDS)

    def _begin_adding(self) -> None:
        self._is_typing = True
        self.refresh(self.session.state)
        self.open_tab(NEEDS)
        self.list.begin_adding()

    def _place_text(self, text_id: Any) -> None:
        self.open_tab(TEXTS)
        self.placing.choose(text_id)
        self.placing.table.setFocus()

    def _look_up_skill(self, field: CompletionField, number: int, typed: str) -> None:
        cluster = self.placing.current_cluster()
        language = cluster.texts[0].text_id[1] if cluster is not None else self.session.state.snapshot.info.language
        field.offer(number, self.presenter.skills_in(language, typed))

    # --- importing ----------------------------------------------------------------------------------------------------

    def ask_for_files(self) -> None:
        """Ask for returned forms."""
        from ui.frame import asking
        from ui.pages.needs_asking import forms_to_import

        paths = forms_to_import(self, asking.documents_folder())
        if paths:
            self.take_files(paths)

    def _pass_decisions_on(self) -> None:
        from ui.frame import asking
        from ui.pages.needs_asking import table_of_decisions

        target = table_of_decisions(self, asking.documents_folder())
        if target is not None:
            self.exchange.pass_on(target)

    def _take_decisions_over(self) -> None:
        from ui.frame import asking
        from ui.pages.needs_asking import decisions_to_take

        source = decisions_to_take(self, asking.documents_folder())
        if source is not None:
            self.exchange.take_over(source)

    def _show_import(self) -> None:
        with quiet(self.tabs):
            self.tabs.setTabVisible(LAST_IMPORT, True)
            self.tabs.setCurrentIndex(LAST_IMPORT)
        self.views.setCurrentIndex(LAST_IMPORT)
        self._refresh()

    def _refresh(self) -> None:
        self.refresh(self.session.state)

    def _open_kept(self, sha256: str) -> None:
        from ui.pages.needs_scans import open_scan

        scan = self.presenter.kept_file(sha256)
        if scan is not None and not open_scan(scan):
            self.say.emit(
                "warn", self.tr("No program of this computer opens {name}.").replace("{name}", isolated(scan.name))
            )
