"""The step Needs: receiving forms, the table of needs, and placing what firms wrote in shared skills."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from PySide6.QtWidgets import QStackedWidget, QTabBar

from ui.pages.needs_cluster_words import language_name
from ui.pages.needs_desk import PlacingDesk
from ui.pages.needs_importing import SUFFIXES, FormImport
from ui.pages.needs_interview import InterviewView
from ui.pages.needs_interview_presenter import InterviewPresenter
from ui.pages.needs_list import NeedsList
from ui.pages.needs_mapping_entry import SurveyImports
from ui.pages.needs_placing import PlacingView
from ui.pages.needs_presenter import NeedsPresenter, forget_overview, need_fact, overview
from ui.pages.needs_remembering import DecisionExchange
from ui.pages.needs_results import ImportResults
from ui.pages.needs_vocabulary import VocabularyIndex
from ui.pages.needs_words import withdrawn_words
from ui.pages.page import Page, StepFact, quiet
from ui.plain_text import isolated, literal
from ui.translating import locale
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.progress_panel import ProgressPanel

if TYPE_CHECKING:
    from fastmap.assessment import StoredAttachment
    from fastmap.model.ids import MemberCode, ResponseId
    from fastmap.model.responses import FileOutcome
    from fastmap.model.results import Results
    from fastmap.model.snapshot import Snapshot
    from fastmap.progress import Progress
    from fastmap.vocabulary.esco import ImportSummary
    from fastmap.vocabulary.versions import Withdrawn
    from ui.session import SessionState
    from ui.widgets.completion import CompletionField

NEEDS, TEXTS, LAST_IMPORT, INTERVIEW = range(4)
_NAMED = 3
"""Skills that a message names; the others it counts."""
_SHORT_WORK = 1000
"""Skills whose meaning is read in seconds: no panel comes and goes for them."""


class _Basis(NamedTuple):
    """What the list of the last import goes by."""

    snapshot: Snapshot
    outcomes: tuple[FileOutcome, ...]
    kept: tuple[StoredAttachment, ...]

    def is_same_as(self, other: _Basis) -> bool:
        return self.snapshot is other.snapshot and self.outcomes is other.outcomes and self.kept == other.kept


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
        self._known_outcomes: tuple[_Basis, tuple[FileOutcome, ...]] | None = None
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
        self.placing.foot.vocabulary.clicked.connect(self._show_vocabulary)
        self.placing.foot.exporting.clicked.connect(self._pass_decisions_on)
        self.placing.foot.importing.clicked.connect(self._take_decisions_over)
        self.placing.foot.recalling.clicked.connect(self.exchange.recall_previous)
        self.exchange.say.connect(self.say)
        self.exchange.recallable.connect(self.placing.foot.set_recallable)
        self.exchange.disagreed.connect(self.placing.show_conflicts)
        self.interview.say.connect(self.say)
        self.session.closed.connect(self.interview.forget)
        self.results.settle_wanted.connect(self._settle)
        self.results.open_wanted.connect(self._open_kept)
        self.results.put_away_wanted.connect(self.presenter.put_away)
        self.results.typing_wanted.connect(self._begin_adding)
        self.results.partners_wanted.connect(lambda: self.go_to.emit("partners"))
        self.results.members_wanted.connect(
            lambda number, typed: self.results.offer_members(number, self.presenter.members_like(typed))
        )
        self.forms.began.connect(self._show_began)
        self.forms.progressed.connect(self._show_progress)
        self.forms.storing.connect(self._show_storing)
        self.forms.ended.connect(self._show_ended)
        self.forms.dropped.connect(self._show_dropped)
        self.progress.cancel_wanted.connect(self.forms.cancel)
        self.vocabulary_progress.cancel_wanted.connect(self.vocabulary.cancel)
        self.vocabulary.progressed.connect(self._show_vocabulary_progress)
        self.vocabulary.work_ended.connect(self.vocabulary_progress.hide)
        self.vocabulary.loaded.connect(self._say_loaded)
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
        has_import = self.forms.is_storing or bool(self._outcomes(state))
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
                self.results.show_outcomes(self._outcomes(state), state, kept)

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

    def _outcomes(self, state: SessionState) -> tuple[FileOutcome, ...]:
        """Return the last import of this session, else what the file remembers of it, and all that waits."""
        from fastmap.tasks.last_import import as_it_stands

        basis = _Basis(state.snapshot, self.forms.outcomes, self.presenter.kept_files())
        if self._known_outcomes is None or not basis.is_same_as(self._known_outcomes[0]):
            self._known_outcomes = (basis, as_it_stands(basis.outcomes, basis.snapshot, basis.kept))
        return self._known_outcomes[1]

    def ask_for_files(self) -> None:
        """Ask for returned forms."""
        from ui.frame import asking
        from ui.pages.needs_asking import forms_to_import

        paths = forms_to_import(self, asking.documents_folder())
        if paths:
            self.take_files(paths)

    def _ask_for_esco(self) -> None:
        from ui.frame import asking
        from ui.pages.needs_asking import packages_to_load

        paths = packages_to_load(self, asking.documents_folder())
        if paths:
            self.say.emit("neutral", self.tr("ESCO is being loaded. You can go on working meanwhile."))
            self.vocabulary.load_packages(paths)

    def _show_vocabulary(self) -> None:
        from ui.pages.needs_vocabulary_dialog import VocabularyDialog

        texts = self.session.state.texts
        dialog = VocabularyDialog(self.vocabulary.status, texts, lambda code: language_name(code, texts), parent=self)
        dialog.load_wanted.connect(self._ask_for_esco)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _say_loaded(self, brought: ImportSummary, withdrawn: tuple[Withdrawn, ...]) -> None:
        if "labels" in brought.missing:
            self.say.emit(
                "warn", self.tr("This package has no table of skills. Load the classification in a language too.")
            )
            return
        words = self.tr("ESCO is loaded: %n skill(s).", "", brought.skills)
        if withdrawn:
            more = self.tr(
                "%n skill(s) of this file are not in it any more and keep their needs: {names}.", "", len(withdrawn)
            )
            words = f"{words} {more.replace('{names}', withdrawn_words(withdrawn, _NAMED))}"
        self.say.emit("warn" if withdrawn else "good", words)

    def _show_vocabulary_progress(self, progress: Progress) -> None:
        total = progress.total or 0
        if total and total < _SHORT_WORK:
            return
        stage = self.session.state.texts.term(progress.stage)
        if self.vocabulary_progress.isHidden():
            self.vocabulary_progress.begin(stage, self.tr("Cancel"))
        count = self.tr("{done} of {total}").format(
            done=locale().toString(progress.done), total=locale().toString(total)
        )
        self.vocabulary_progress.show_step(stage, progress.done, progress.total, count if total else "")

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

    def _show_began(self) -> None:
        self.progress.begin(self.tr("Looking for files…"), self.tr("Cancel"))
        self.refresh(self.session.state)

    def _show_progress(self, progress: Progress) -> None:
        count = ""
        if progress.total:
            count = self.tr("{done} of {total} files").format(
                done=locale().toString(progress.done), total=locale().toString(progress.total)
            )
        self.progress.show_step(self.session.state.texts.term(progress.stage), progress.done, progress.total, count)

    def _show_storing(self) -> None:
        self.progress.show_step(self.tr("Storing the answers…"), 0, None)
        self.progress.cancelling.setEnabled(False)

    def _show_ended(self, outcomes: tuple[FileOutcome, ...]) -> None:
        self.progress.hide()
        with quiet(self.tabs):
            self.tabs.setTabVisible(LAST_IMPORT, True)
            self.tabs.setCurrentIndex(LAST_IMPORT)
        self.views.setCurrentIndex(LAST_IMPORT)
        self.refresh(self.session.state)
        self.say.emit("good", self._summary(outcomes))

    def _show_dropped(self, was_cancelled: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.progress.hide()
        self.refresh(self.session.state)
        if was_cancelled:
            self.say.emit("neutral", self.tr("The import was cancelled. Nothing was kept."))

    def _summary(self, outcomes: tuple[FileOutcome, ...]) -> str:
        from fastmap.model.choices import ImportState

        counted = [outcome for outcome in outcomes if outcome.state in (ImportState.ACCEPTED, ImportState.PARTIAL)]
        waiting = sum(outcome.state is ImportState.TO_CHECK for outcome in outcomes)
        sentence = self.tr("{files}: {counted} count, {waiting} to check.")
        return sentence.format(
            files=self.tr("%n file(s)", "", len(outcomes)),
            counted=locale().toString(len(counted)),
            waiting=locale().toString(waiting),
        )

    def _settle(self, response: ResponseId, how: str, member: MemberCode | None) -> None:
        self.presenter.settle(response, how, member)

    def _open_kept(self, sha256: str) -> None:
        from ui.pages.needs_scans import open_scan

        scan = self.presenter.kept_file(sha256)
        if scan is not None and not open_scan(scan):
            self.say.emit(
                "warn", self.tr("No program of this computer opens {name}.").replace("{name}", isolated(scan.name))
            )
