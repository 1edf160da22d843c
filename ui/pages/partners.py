"""Partners: who is around the cluster, who could teach what, and whom to introduce to whom."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from fastmap.model.choices import ActorState, PartnerType
from fastmap.model.erasure import ErasureKind
from ui.pages.erasing_work import ErasingWork
from ui.pages.page import Page, StepFact, quiet
from ui.pages.partners_asking import AskDialog
from ui.pages.partners_commitments import CommitmentsView
from ui.pages.partners_coverage import CoverageView
from ui.pages.partners_exchange import PartnerExchange
from ui.pages.partners_findings import FindingsDialog
from ui.pages.partners_introductions import IntroductionsView
from ui.pages.partners_merging import MergeDialog
from ui.pages.partners_names import NamesView
from ui.pages.partners_naming import NamingDesk
from ui.pages.partners_panel import PartnerPanel
from ui.pages.partners_pasting import PartnersPasting
from ui.pages.partners_presenter import PartnersPresenter, partners_fact
from ui.pages.partners_replies import KEEP_OUT, ReplyDialog
from ui.pages.partners_strips import FindingsStrip, NamesStrip, RepliesStrip
from ui.pages.partners_table import ActorStrip, PartnerTable
from ui.theme.theme import current
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.fields import SearchField
from ui.widgets.labels import Label
from ui.widgets.progress_panel import ProgressPanel
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from fastmap.model.ids import PartnerId
    from fastmap.model.results import Results
    from fastmap.model.snapshot import Snapshot
    from fastmap.progress import Progress
    from ui.pages.partners_network import NetworkView
    from ui.session import SessionState
    from ui.widgets.table import Paste

VIEWS = ("table", "coverage", "introductions", "network", "commitments")
_NARROW = 960
"""Width of the page at 100 % below which the table leaves columns to the panel."""


class PartnersPage(Page):
    """Views on the partners: table, coverage matrix, introductions, network, commitments."""

    key = "partners"
    concerns: ClassVar[frozenset[str] | None] = frozenset(
        {"partners", "offers", "ties", "skills", "members", "actions", "responses", "commitments"}
    )
    takes: ClassVar[frozenset[str]] = frozenset({".xlsx", ".xls", ".ods", ".csv"})

    def build(self) -> None:
        """Make the widgets."""
        self.presenter = PartnersPresenter(self.session, self)
        self.desk = NamingDesk(self.session, self)
        self.exchange = PartnerExchange(self.session, self)
        self.erasing = ErasingWork(self.session, self)
        self.pasting = PartnersPasting(self.presenter, self.exchange, self)
        self.importing = Button("importPartners", "file-arrow-down", parent=self)
        self.adding = PrimaryButton("addPartner", "plus", parent=self)
        self.asking = Button("askProvidersButton", "paper-plane-tilt", parent=self)
        self.header.add_action(self.asking)
        self.header.add_action(self.importing)
        self.header.add_action(self.adding)
        self.progress = ProgressPanel("partnersProgress", parent=self)
        self.body.addWidget(self.progress)
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
        self.stack.addWidget(self._build_table())
        self._coverage: CoverageView | None = None
        self._introductions: IntroductionsView | None = None
        self._network: NetworkView | None = None
        self._commitments: CommitmentsView | None = None
        self._names: NamesView | None = None
        self._is_reviewing = False
        self.body.addWidget(self.stack, 1)
        self.empty_import = self.empty.add_other("emptyImportPartners", "file-arrow-down")
        self.empty_review = self.empty.add_other("emptyReviewNames", "checks")
        self.empty_replies = self.empty.add_other("emptyReviewReplies", "envelope-simple")
        self._type: PartnerType | None = None
        self._is_adding = False
        self._connect()

    def _build_table(self) -> QWidget:
        holder = QWidget(self)
        across = QHBoxLayout(holder)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        left = QVBoxLayout()
        left.setSpacing(12)
        self.names_strip = NamesStrip(parent=self)
        left.addWidget(self.names_strip)
        self.strip = ActorStrip(parent=self)
        left.addWidget(self.strip)
        self.shown = Label("secondary", parent=self)
        self.shown.setObjectName("partnersShown")
        left.addWidget(self.shown)
        self.table = PartnerTable("partnerTable", self.presenter.choices, parent=self)
        left.addWidget(self.table, 1)
        across.addLayout(left, 1)
        self.panel = PartnerPanel(self.presenter, parent=self)
        across.addWidget(self.panel)
        return holder

    def _connect(self) -> None:
        self.adding.clicked.connect(lambda: self._begin_new(""))
        self.empty.primary.clicked.connect(lambda: self._begin_new(""))
        self.importing.clicked.connect(self._ask_for_list)
        self.empty_import.clicked.connect(self._ask_for_list)
        self.empty_review.clicked.connect(self._begin_names)
        self.empty_replies.clicked.connect(self._review_replies)
        self.names_strip.reviewing.clicked.connect(self._begin_names)
        self.desk.ready.connect(self._count_names)
        self.asking.clicked.connect(self._ask)
        self.replies_strip.reviewing.clicked.connect(self._review_replies)
        self.findings_strip.reviewing.clicked.connect(self._show_findings)
        self.views.chosen.connect(self._choose_view)
        self.search.wanted.connect(self._search)
        self.strip.type_chosen.connect(self._filter_by_type)
        self.table.cell_edited.connect(self._edit)
        self.table.row_added.connect(self._begin_new)
        self.table.pasted.connect(self._paste)
        self.table.delete_wanted.connect(self._remove)
        self.table.cells_cleared.connect(self.presenter.clear_cells)
        self.table.row_opened.connect(self._open)
        self.table.row_chosen.connect(self._follow)
        self.panel.closed.connect(self._close_panel)
        self.panel.recorded.connect(self._show_new)
        self.panel.merge_wanted.connect(self._merge)
        self.panel.erase_wanted.connect(
            lambda partner: self.erasing.ask(ErasureKind.PARTNER_CONTACT, partner, self.window())
        )
        self.erasing.erased.connect(self.say)
        self.exchange.began.connect(lambda words: self.progress.begin(words, self.tr("Cancel")))
        self.exchange.progressed.connect(self._show_progress)
        self.exchange.idle.connect(self.progress.hide)
        self.exchange.ended.connect(self._say_ended)
        self.pasting.said.connect(self.say)
        self.progress.cancel_wanted.connect(self.exchange.cancel)

    # The other views are made when they are first chosen: the step opens with the table.

    @property
    def coverage(self) -> CoverageView:
        """The coverage matrix."""
        if self._coverage is None:
            self._coverage = CoverageView(parent=self)
            self._coverage.retranslate()
            self.stack.addWidget(self._coverage)
        return self._coverage

    @property
    def introductions(self) -> IntroductionsView:
        """The introductions to make."""
        if self._introductions is None:
            self._introductions = IntroductionsView(self.presenter, parent=self)
            self._introductions.retranslate()
            self._introductions.planned.connect(self._say_planned)
            self._introductions.copied.connect(self._say_copied)
            self.stack.addWidget(self._introductions)
        return self._introductions

    @property
    def network(self) -> NetworkView:
        """Who works with whom."""
        if self._network is None:
            from ui.pages.partners_network import NetworkView  # late: what places the map costs, and few look at once

            self._network = NetworkView(self.session, parent=self)
            self._network.retranslate()
            self._network.say.connect(self.say)
            self._network.step_wanted.connect(self.go_to)
            self._network.table_wanted.connect(self._show_table_view)
            self.stack.addWidget(self._network)
        return self._network

    @property
    def commitments(self) -> CommitmentsView:
        """What partners committed to."""
        if self._commitments is None:
            self._commitments = CommitmentsView(self.session, parent=self)
            self._commitments.retranslate()
            self._commitments.said.connect(self.say)
            self.stack.addWidget(self._commitments)
        return self._commitments

    @property
    def names(self) -> NamesView:
        """The organisations that members named."""
        if self._names is None:
            self._names = NamesView(self.desk, parent=self)
            self._names.retranslate()
            self._names.left.connect(self._leave_names)
            self._names.say.connect(self.say)
            self.stack.addWidget(self._names)
        return self._names

    # --- showing ------------------------------------------------------------------------------------------------------

    def is_empty(self, state: SessionState) -> bool:
        """Whether no partner is recorded, and none is being recorded."""
        return not state.snapshot.partners and not self._is_adding and not self._is_reviewing

    def refresh(self, state: SessionState) -> None:
        """Show the state; what waits is said where there are no partners too."""
        super().refresh(state)
        self._show_waiting(state)

    def show_state(self, _state: SessionState) -> None:
        """Fill the view in sight; the others are filled when they are chosen."""
        self._show_view(self.views.key)

    def _count_names(self) -> None:
        self._show_waiting(self.session.state)

    def _show_waiting(self, state: SessionState) -> None:
        """Say how many named organisations wait, on the page and where it is empty."""
        waiting = len(self.desk.open_groups(state.snapshot))
        self.names_strip.show_count(waiting if state.can_edit else 0)
        replies = len(self.exchange.waiting_replies()) if state.can_edit else 0
        self.replies_strip.show_count(replies)
        self.empty_replies.setText(self.tr("Decide about %n offer form(s)", "", replies))
        self.empty_replies.setVisible(replies > 0)
        self.empty_review.setText(self.tr("Review %n organisation(s) named in forms", "", waiting))
        self.empty_review.setVisible(waiting > 0 and state.can_edit)

    def _begin_names(self) -> None:
        self._is_reviewing = True
        self.refresh(self.session.state)
        self.names.table.setFocus()

    def _leave_names(self) -> None:
        self._is_reviewing = False
        self.refresh(self.session.state)
        self.table.setFocus()

    def _choose_view(self, view: str) -> None:
        self._is_reviewing = False
        self._show_view(view)

    def _show_view(self, view: str) -> None:
        state = self.session.state
        if self._is_reviewing:
            for widget in (self.search, self.adding, self.importing, self.asking):
                widget.hide()  # the primary action is to decide about the name in sight
            self.names.show_state(state)
            self.stack.setCurrentWidget(self.names)
            return
        self.search.setVisible(view == "table")
        self.importing.setVisible(state.can_edit)
        self.asking.setVisible(bool(state.snapshot.partners))
        self.asking.setEnabled(state.results is not None and state.results_are_current)
        # The primary action of the introductions is to plan one; the network needs the room.
        self.adding.setVisible(view in ("table", "coverage") and state.can_edit)
        match view:
            case "table":
                self._show_table(state)
                self.stack.setCurrentIndex(0)
            case "coverage":
                self.coverage.show_state(state)
                self.stack.setCurrentWidget(self.coverage)
            case "network":
                self.network.show_state(state)
                self.stack.setCurrentWidget(self.network)
            case "commitments":
                self.commitments.show_state(state)
                self.stack.setCurrentWidget(self.commitments)
            case _:
                self.introductions.show_rows(self.presenter.introductions(), is_waiting=state.results is None)
                self.stack.setCurrentWidget(self.introductions)

    def _show_table_view(self) -> None:
        self.views.choose("table")
        self._show_view("table")

    def _show_table(self, state: SessionState) -> None:
        with quiet(self.table, self.search):
            self.table.set_rows(self.presenter.rows())
            self.table.rows.set_adding("name", self.tr("Type a name to add a partner") if state.can_edit else "")
        actors = self.presenter.actors()
        self.strip.show_actors(actors, self._type)
        self._make_room()
        self._count_shown()
        if not self.panel.isHidden() and self.panel.partner:
            self.panel.show_partner(self.panel.partner)

    # --- what a person does -------------------------------------------------------------------------------------------

    def _begin_new(self, name: object) -> None:
        self._is_adding, self._is_reviewing = True, False
        self.refresh(self.session.state)
        self._show_table_view()
        self.panel.begin_new(str(name or ""), self.presenter.choices("type"))
        self._make_room()

    def _show_new(self, partner: str) -> None:
        self._is_adding = False
        new = self.presenter.partner(partner)
        if new is not None and self._type not in (None, new.type):
            self._filter_by_type(None)  # it would not be in the table that it was just put into
            self.strip.show_actors(self.presenter.actors(), None)
        self.table.choose(partner, "name")
        self._open(partner)

    def _open(self, partner: str) -> None:
        self.panel.show_partner(partner)
        self._make_room()

    def _follow(self, partner: str) -> None:
        if partner and not self.panel.isHidden() and self.panel.partner:
            self.panel.show_partner(partner)

    def _close_panel(self) -> None:
        self._is_adding = False
        self._make_room()
        self.refresh(self.session.state)
        self.table.setFocus()

    def _make_room(self) -> None:
        """Leave out what the panel shows too while it is open, and what finds no place in a narrow window."""
        is_open, is_narrow = not self.panel.isHidden(), self.width() < current().px(_NARROW)
        left_out = {"skills", "level", "in_cluster"} if is_open else set()
        if is_narrow:
            left_out |= {"type"} if is_open else {"skills"}  # what is typed into stays; a row opens on its skills
        self.table.leave_out(left_out)
        # While it filters the table it stays in sight: nobody could say why rows are missing.
        is_wanted = not is_open or self._type is not None
        self.strip.setVisible(is_wanted and self.session.is_open and self.session.state.results is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as there is room for."""
        super().resizeEvent(event)
        self._make_room()

    def _edit(self, row: str, column: str, value: object) -> None:
        if not self.presenter.edit_cell(row, column, value):
            self._show_table(self.session.state)

    def _paste(self, paste: Paste) -> None:
        if not self.session.state.can_edit:
            return
        if len(paste.grid) == 1 and len(paste.grid[0]) == 1 and paste.rows and paste.columns:
            self._edit(paste.rows[0], paste.columns[0], paste.grid[0][0])
        else:
            more = {"contact": self.tr("Contact"), "governance": self.tr("Seat in a body of the cluster")}
            self.pasting.take(paste, self._titles() | more)

    def _remove(self, partners: list[str]) -> None:
        if self.presenter.remove(partners):
            self.say.emit("good", self.tr("%n partner(s) removed. Undo brings them back.", "", len(partners)))

    def _merge(self, partner: str) -> None:
        dialog = MergeDialog(self.presenter, partner, parent=self)
        if dialog.exec() and dialog.kept is not None and dialog.gone is not None:
            self._take_merge(dialog.kept, dialog.gone)
        dialog.deleteLater()

    def _take_merge(self, kept: PartnerId, gone: PartnerId) -> None:
        if self.presenter.merge(kept, gone):
            self._open(kept)
            self.table.choose(kept, "name")
            self.say.emit("good", self.tr("Two partners are one now. Undo takes it back."))

    def _filter_by_type(self, type_: PartnerType | None) -> None:
        self._type = type_
        self.table.rows.set_predicate(None if type_ is None else lambda row: row.type is type_)
        self._make_room()
        self._count_shown()

    def _search(self, text: str) -> None:
        self.table.set_filter(text)
        self._count_shown()

    def _count_shown(self) -> None:
        """Say how many partners are in sight where some are not."""
        shown, total = len(self.table.rows.shown), len(self.session.state.snapshot.partners)
        words = self.tr("%n of {total} partners shown", "", shown)
        self.shown.setText(words.replace("{total}", self.session.state.texts.number(total)))
        self.shown.setVisible(shown < total)

    def _ask_for_list(self) -> None:
        kinds = self.tr("Spreadsheets ({patterns})").replace("{patterns}", "*.xlsx *.xls *.ods *.csv")
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a list of partners"), "", kinds)
        if chosen:
            self.take_files([Path(chosen)])

    def take_files(self, paths: Sequence[Path]) -> None:
        """Take offer forms of providers and lists of partners, in any mix; answers of members among them go to Needs."""
        self.exchange.import_files(paths)

    def _show_progress(self, progress: Progress) -> None:
        self.progress.show_step(self.session.state.texts.term(progress.stage), progress.done, progress.total)

    def _say_ended(self, tone: str, words: str) -> None:
        self.findings_strip.show_count(len(self.exchange.findings))
        self.say.emit(tone, words)

    def _show_findings(self) -> None:
        dialog = FindingsDialog(self.exchange.findings, self.session.state.texts, parent=self)
        dialog.exec()
        dialog.deleteLater()
        self.findings_strip.hide()

    # --- asking providers ---------------------------------------------------------------------------------------------

    def _ask(self) -> None:
        from fastmap.report.protection import k_in_force
        from fastmap.tasks.asking_providers import partners_to_ask

        snapshot = self.session.state.snapshot
        usual = [partner.id for partner in partners_to_ask(snapshot)]
        k = k_in_force(snapshot, self.session.state.catalogue.rules)
        texts = self.presenter.texts_of_file()
        dialog = AskDialog(snapshot.partners, usual, texts, least_members=k, parent=self)
        if dialog.exec():
            title = self.tr("Choose a folder for the sheets")
            folder = QFileDialog.getExistingDirectory(self, title, str(self.session.state.path.parent))
            if folder:
                self.write_sheets(dialog.chosen, str(dialog.language.currentData()), Path(folder), dialog.day)
        dialog.deleteLater()

    def write_sheets(
        self, partners: Sequence[PartnerId], language: str, folder: Path, reply_by: date | None = None
    ) -> None:
        """Write the demand sheets of ``partners``; answers are asked for by ``reply_by``, else by the usual day."""
        self.exchange.write_sheets(partners, language, folder, reply_by)

    def _review_replies(self) -> None:
        """Show the forms that wait, one after the other, until none is left or somebody wants to go on later."""
        for reply in self.exchange.waiting_replies():
            state = self.session.state
            types = self.presenter.choices("type")
            dialog = ReplyDialog(reply, state.snapshot.partners, types, state.texts, parent=self)
            decision, partner, new = dialog.exec(), dialog.partner, dialog.new_partner
            dialog.deleteLater()
            if not decision:
                return
            if new is not None and decision != KEEP_OUT:
                self.exchange.settle_as_new(reply.id, *new)
            else:
                self.exchange.settle_reply(reply.id, None if decision == KEEP_OUT else partner)

    def _say_planned(self, _partner: str) -> None:
        self.say.emit("good", self.tr("Planned. You find it among the actions; Undo takes it back."))

    def _say_copied(self) -> None:
        self.say.emit("good", self.tr("The mail is on the clipboard."))

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
        self.table.set_titles(self._titles())
        self.table.set_words(self.tr("Partners"))
        texts = self.session.texts
        self.strip.set_words(
            self.tr("Who takes part"), {state: texts.term(f"actor_state.{state}") for state in ActorState}
        )
        self.panel.retranslate()
        self.names_strip.retranslate()
        self.replies_strip.retranslate()
        self.findings_strip.retranslate()
        for view in (self._coverage, self._introductions, self._network, self._commitments, self._names):
            if view is not None:
                view.retranslate()
        self.empty.set_words(
            self.tr("No partners recorded yet"),
            self.tr(
                "Partners show who could help with which need. Most clusters start with the two or three training "
                "centres and the university their members already work with."
            ),
        )
        self.empty.primary.setText(self.tr("Add first partner"))
        self.empty_import.setText(self.tr("Import from Excel"))

    def _titles(self) -> dict[str, str]:
        return {
            "name": self.tr("Name"),
            "type": self.tr("Type"),
            "level": self.tr("Level"),
            "in_cluster": self.tr("In the cluster"),
            "stage": self.tr("How close"),
            "offers": self.tr("Offers"),
            "skills": self.tr("Skills"),
        }

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
