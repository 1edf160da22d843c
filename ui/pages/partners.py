"""Partners: who is around the cluster, who could teach what, and whom to introduce to whom."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Protocol, TypeVar

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from fastmap.model.erasure import ErasureKind
from ui.pages.erasing_work import ErasingWork
from ui.pages.page import Page, StepFact
from ui.pages.partners_commitments import CommitmentsView
from ui.pages.partners_coverage import CoverageView
from ui.pages.partners_directory import PartnersDirectory
from ui.pages.partners_exchange_desk import ExchangeDesk
from ui.pages.partners_fact import partners_fact
from ui.pages.partners_introductions import IntroductionsView
from ui.pages.partners_introductions_presenter import IntroductionsPresenter
from ui.pages.partners_names import NamesView
from ui.pages.partners_naming import NamingDesk
from ui.pages.partners_presenter import PartnersPresenter
from ui.pages.partners_strips import FindingsStrip, RepliesStrip
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.fields import SearchField
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from fastmap.model.results import Results
    from fastmap.model.snapshot import Snapshot
    from ui.pages.partners_network import NetworkView
    from ui.session import SessionState

VIEWS = ("table", "coverage", "introductions", "network", "commitments")


class _Worded(Protocol):
    """A part of the page that has words of its own."""

    def retranslate(self) -> None: ...


_Made = TypeVar("_Made", CoverageView, IntroductionsView, "NetworkView", CommitmentsView, NamesView)


class PartnersPage(Page):
    """Views on the partners: table, coverage matrix, introductions, network, commitments."""

    key = "partners"
    concerns: ClassVar[frozenset[str] | None] = frozenset(
        {"partners", "offers", "ties", "skills", "members", "actions", "responses", "commitments"}
    )
    takes: ClassVar[frozenset[str]] = frozenset({".xlsx", ".xls", ".ods", ".csv"})

    def build(self) -> None:
        """Make the widgets, in the order in which Tab walks them."""
        self.presenter = PartnersPresenter(self.session, self)
        self.desk = NamingDesk(self.session, self)
        self.erasing = ErasingWork(self.session, self)
        self.importing = Button("importPartners", "file-arrow-down", parent=self)
        self.adding = PrimaryButton("addPartner", "plus", parent=self)
        self.asking = Button("askProvidersButton", "paper-plane-tilt", parent=self)
        for button in (self.asking, self.importing, self.adding):
            self.header.add_action(button)
        self.files = ExchangeDesk(self.session, self.presenter.reading, self)
        self.body.addWidget(self.files.progress)
        head = QHBoxLayout()
        head.setSpacing(12)
        self.views = Segments("partnersView", VIEWS, parent=self)
        self.search = SearchField("partnersSearch", parent=self)
        head.addWidget(self.views)
        head.addStretch(1)
        head.addWidget(self.search)
        self.body.addLayout(head)
        # Above every view: the page opens on whichever was looked at last.
        self.replies_strip = RepliesStrip(parent=self)
        self.findings_strip = FindingsStrip(parent=self)
        for strip in (self.replies_strip, self.findings_strip):
            self.body.addWidget(strip)
        self.stack = QStackedWidget(self)
        self.directory = PartnersDirectory(self.session, self.presenter, self.files.exchange, parent=self)
        self.stack.addWidget(self.directory)
        self._parts: list[_Worded] = [self.directory, self.replies_strip, self.findings_strip]
        self.body.addWidget(self.stack, 1)
        self.empty_import = self.empty.add_other("emptyImportPartners", "file-arrow-down")
        self.empty_review = self.empty.add_other("emptyReviewNames", "checks")
        self.empty_replies = self.empty.add_other("emptyReviewReplies", "envelope-simple")
        self._is_adding = False
        self._is_reviewing = False
        self._connect()

    def _connect(self) -> None:
        self.adding.clicked.connect(lambda: self._begin_new(""))
        self.empty.primary.clicked.connect(lambda: self._begin_new(""))
        for button in (self.importing, self.empty_import):
            button.clicked.connect(self.files.ask_for_list)
        for button in (self.replies_strip.reviewing, self.empty_replies):
            button.clicked.connect(self.files.review_replies)
        for button in (self.directory.names_strip.reviewing, self.empty_review):
            button.clicked.connect(self._begin_names)
        self.asking.clicked.connect(self.files.ask_providers)
        self.findings_strip.reviewing.clicked.connect(self._show_findings)
        self.views.chosen.connect(self._choose_view)
        self.search.wanted.connect(self.directory.search)
        self.directory.said.connect(self.say)
        self.directory.new_wanted.connect(self._begin_new)
        self.directory.recorded.connect(self._end_adding)
        self.directory.left.connect(self._leave_panel)
        self.directory.panel.erase_wanted.connect(
            lambda partner: self.erasing.ask(ErasureKind.PARTNER_CONTACT, partner, self.window())
        )
        self.erasing.erased.connect(self.say)
        self.files.said.connect(self._say_of_files)
        self.desk.ready.connect(lambda: self._show_waiting(self.session.state))

    # --- the other views, made when they are first chosen: the step opens with the table --------------------------------

    @cached_property
    def coverage(self) -> CoverageView:
        """The coverage matrix."""
        return self._add(CoverageView(parent=self))

    @cached_property
    def introductions(self) -> IntroductionsView:
        """The introductions to make."""
        view = self._add(IntroductionsView(IntroductionsPresenter(self.session), parent=self))
        view.said.connect(self.say)
        return view

    @cached_property
    def network(self) -> NetworkView:
        """Who works with whom."""
        from ui.pages.partners_network import NetworkView  # late: what places the map costs, and few look at once

        view = self._add(NetworkView(self.session, parent=self))
        view.say.connect(self.say)
        view.step_wanted.connect(self.go_to)
        view.table_wanted.connect(lambda: self.show_view("table"))
        return view

    @cached_property
    def commitments(self) -> CommitmentsView:
        """What partners committed to."""
        view = self._add(CommitmentsView(self.session, parent=self))
        view.said.connect(self.say)
        return view

    @cached_property
    def names(self) -> NamesView:
        """The organisations that members named."""
        view = self._add(NamesView(self.desk, parent=self))
        view.left.connect(self._leave_names)
        view.say.connect(self.say)
        return view

    def _add(self, view: _Made) -> _Made:
        view.retranslate()
        self.stack.addWidget(view)
        self._parts.append(view)
        return view

    # --- showing ------------------------------------------------------------------------------------------------------

    def is_empty(self, state: SessionState) -> bool:
        """Whether no partner is recorded, and none is being recorded."""
        return not state.snapshot.partners and not self._is_adding and not self._is_reviewing

    def refresh(self, state: SessionState) -> None:
        """Show the state; what waits is said where there are no partners too."""
        super().refresh(state)
        self._show_waiting(state)

    def show_state(self, state: SessionState) -> None:
        """Fill the view in sight; the others are filled when they are chosen."""
        self._show_actions(state)
        view = self._view()
        view.show_state(state)
        self.stack.setCurrentWidget(view)

    def _view(self) -> PartnersDirectory | CoverageView | IntroductionsView | NetworkView | CommitmentsView | NamesView:
        if self._is_reviewing:
            return self.names
        match self.views.key:
            case "coverage":
                return self.coverage
            case "introductions":
                return self.introductions
            case "network":
                return self.network
            case "commitments":
                return self.commitments
        return self.directory

    def _show_actions(self, state: SessionState) -> None:
        """Show of the buttons around the view those that it needs."""
        if self._is_reviewing:
            for widget in (self.search, self.adding, self.importing, self.asking):
                widget.hide()  # the primary action is to decide about the name in sight
            return
        view = self.views.key
        self.search.setVisible(view == "table")
        self.importing.setVisible(state.can_edit)
        self.asking.setVisible(bool(state.snapshot.partners))
        self.asking.setEnabled(state.results is not None and state.results_are_current)
        # The primary action of the introductions is to plan one; the network needs the room.
        self.adding.setVisible(view in ("table", "coverage") and state.can_edit)

    def _show_waiting(self, state: SessionState) -> None:
        """Say how many named organisations and offer forms wait, on the page and where it is empty."""
        names = len(self.desk.open_groups(state.snapshot)) if state.can_edit else 0
        replies = len(self.files.exchange.waiting_replies()) if state.can_edit else 0
        self.directory.names_strip.show_count(names)
        self.replies_strip.show_count(replies)
        self.empty_replies.setText(self.tr("Decide about %n offer form(s)", "", replies))
        self.empty_replies.setVisible(replies > 0)
        self.empty_review.setText(self.tr("Review %n organisation(s) named in forms", "", names))
        self.empty_review.setVisible(names > 0)

    def _choose_view(self) -> None:
        self._is_reviewing = False
        self.show_state(self.session.state)

    def show_view(self, view: str) -> None:
        """Choose one of the views for the person."""
        self.views.choose(view)
        self._choose_view()

    # --- what a person does -------------------------------------------------------------------------------------------

    def _begin_names(self) -> None:
        self._is_reviewing = True
        self.refresh(self.session.state)
        self.names.table.setFocus()

    def _leave_names(self) -> None:
        self._is_reviewing = False
        self.refresh(self.session.state)
        self.directory.table.setFocus()

    def _begin_new(self, name: str) -> None:
        self._is_adding, self._is_reviewing = True, False
        self.refresh(self.session.state)
        self.show_view("table")
        self.directory.begin_new(name)

    def _end_adding(self) -> None:
        self._is_adding = False

    def _leave_panel(self) -> None:
        self._is_adding = False
        self.refresh(self.session.state)
        self.directory.table.setFocus()

    def take_files(self, paths: Sequence[Path]) -> None:
        """Take offer forms of providers and lists of partners, in any mix; answers of members among them go to Needs."""
        self.files.exchange.import_files(paths)

    def _say_of_files(self, tone: str, words: str) -> None:
        self.findings_strip.show_count(len(self.files.exchange.findings))
        self.say.emit(tone, words)

    def _show_findings(self) -> None:
        self.files.show_findings()
        self.findings_strip.hide()

    # --- words --------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Set every text."""
        self.header.set_words(
            self.title(), self.tr("Schools, universities, technology centres and others around your members.")
        )
        self.importing.setText(self.tr("Import list"))
        self.asking.setText(self.tr("Ask providers…"))
        self.adding.setText(self.tr("Add partner"))
        self.search.set_words(self.tr("Search partners and skills"))
        self.views.set_words(
            self.tr("View"),
            {
                "table": self.tr("Partners"),
                "coverage": self.tr("Who covers what"),
                "introductions": self.tr("Introductions"),
                "network": self.tr("Network"),
                "commitments": self.tr("Commitments"),
            },
        )
        for part in self._parts:
            part.retranslate()
        self.empty.set_words(
            self.tr("No partners recorded yet"),
            self.tr(
                "Partners show who could help with which need. Most clusters start with the two or three training "
                "centres and the university their members already work with."
            ),
        )
        self.empty.primary.setText(self.tr("Add first partner"))
        self.empty_import.setText(self.tr("Import from Excel"))

    @staticmethod
    def fact(snapshot: Snapshot, results: Results | None) -> StepFact:
        """Say how many partners and offers there are, and how many top skills nobody covers."""
        return partners_fact(snapshot, results)

    def help_text(self) -> str:
        """Explain the views, a paragraph each."""
        return "\n\n".join(
            (
                self.tr(
                    "The table lists everybody around the cluster. Type into a cell, paste rows from a spreadsheet, or "
                    "import a list. Enter on the number of offers, or a double click there, opens the partner with its "
                    "offers and links. The steps show how close it is: from unknown (0) to a standing alliance (5)."
                ),
                self.tr(
                    "“Who covers what” sets the top skills against the partners that offer them: the figure is places "
                    "a year, a question mark means that nobody has counted them, a cross that the content does not fit. "
                    "What is not recorded may exist all the same."
                ),
                self.tr(
                    "“Introductions” says which firms to bring together with which partner, best first, and who could "
                    "do it."
                ),
                self.tr(
                    "“Network” draws who works with whom. The wheel or + and − make it larger, dragging or the arrow "
                    "keys move it. Page Down walks from one organisation to the next; a click or Enter looks at one "
                    "alone, Esc at all again. Brokers, those whom most shortest ways between others lead through, have "
                    "a ring."
                ),
                self.tr(
                    "“Commitments” keeps what each partner promised under a pact for skills, by when, and how far it "
                    "is; a commitment whose date has passed is marked as late."
                ),
                self.tr(
                    "Organisations that firms named in their forms are reviewed one by one: the same as a partner, a "
                    "new one, or none. “Ask providers…” writes a demand sheet for each partner that names no firm; the "
                    "filled form is dropped on the window and becomes its offers."
                ),
            )
        )
