"""The actions page: what the cluster does about skills, on the 3 × 2 grid of the framework."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fastmap.model.actions import Cell
from fastmap.model.choices import Timing
from fastmap.model.ids import ActionId, RefId
from fastmap.texts import sentence_case
from ui.pages.actions_adding import AddPanel
from ui.pages.actions_balance import BalancePanel
from ui.pages.actions_editing import ActionEditing
from ui.pages.actions_editor import EditPanel
from ui.pages.actions_fields import ActionFields
from ui.pages.actions_filter import FilterBar
from ui.pages.actions_grid import ActionGrid
from ui.pages.actions_legend import GridLegend
from ui.pages.actions_panel import ActionPanel, TimingHint
from ui.pages.actions_picture import GridPictureButton, GridPictures
from ui.pages.actions_practices import PracticesPanel
from ui.pages.actions_presenter import ActionsPresenter, actions_fact
from ui.pages.actions_recording import PracticeRecording
from ui.pages.page import Page, StepFact
from ui.pages.partners_network_asking import picture_to_write
from ui.plain_text import isolated
from ui.session import SessionState
from ui.theme.theme import current
from ui.widgets.buttons import Button, PrimaryButton

if TYPE_CHECKING:
    from fastmap.model.results import Results
    from fastmap.model.snapshot import Snapshot

_LEAST_GRID = 330
"""Where less than this is left beside a panel, the panel takes the whole room."""


class ActionsPage(Page):
    """Cards on a grid; adding and changing happen in a panel beside it."""

    key = "actions"
    concerns = frozenset({"actions", "partners", "skills", "info", "practices"})

    def build(self) -> None:
        """Make header, legend, grid and panels."""
        self.presenter = ActionsPresenter(self.session)
        self.fields = ActionFields(self.session, self.presenter)
        self._hinted: ActionId | None = None
        self.pictures = GridPictures(self.session, parent=self)
        self.filtering = Button("filterActions", "funnel", parent=self)
        self.filtering.setCheckable(True)
        self.picturing = GridPictureButton(parent=self)
        self.header.add_action(self.filtering)
        self.header.add_action(self.picturing)
        self.examples = Button("showPractices", "lightbulb", parent=self)
        self.adding = PrimaryButton("addAction", "plus", parent=self)
        self.header.add_action(self.examples)
        self.header.add_action(self.adding)
        self.hint = TimingHint("timingHint", parent=self)
        self.grid = ActionGrid(parent=self)
        self.editor = EditPanel(parent=self)
        self.adder = AddPanel(parent=self)
        self.practices = PracticesPanel(parent=self)
        self.balance = BalancePanel(parent=self)
        self.legend = GridLegend(parent=self)
        self.filter = FilterBar(parent=self)
        self._left = QWidget(self)
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.legend)
        column.addWidget(self.filter)
        column.addWidget(self.hint)
        column.addWidget(self.grid, 1)
        across = QHBoxLayout()
        across.setSpacing(14)
        across.addWidget(self._left, 1)
        for panel in self._panels:
            across.addWidget(panel)
        self.body.addLayout(across, 1)
        self._connect()

    @property
    def _panels(self) -> tuple[ActionPanel, ...]:
        return (self.editor, self.adder, self.practices, self.balance)

    def _connect(self) -> None:
        self.adding.clicked.connect(self._add_anywhere)
        self.examples.clicked.connect(self._show_practices)
        grid, editor = self.grid, self.editor
        grid.open_wanted.connect(self._open)
        grid.remove_wanted.connect(self._remove)
        grid.add_wanted.connect(self._add_to)
        grid.moved.connect(self._move)
        self.editing = ActionEditing(editor, self.fields, lambda: self.opened, parent=self)
        editor.remove_wanted.connect(self._remove_opened)
        editor.closed.connect(self._after_editor)
        editor.hint.medium_wanted.connect(self._take_medium_term)
        editor.hint.keep_wanted.connect(self._keep_timing)
        self.hint.medium_wanted.connect(self._take_medium_term)
        self.hint.keep_wanted.connect(self._keep_timing)
        self.adder.own_wanted.connect(self._add_own)
        self.adder.reference_wanted.connect(self._add_reference)
        self.adder.closed.connect(self._after_panel)
        self.practices.closed.connect(self._after_panel)
        self.recording = PracticeRecording(self.practices, self.presenter, self.session, parent=self)
        self.recording.said.connect(self.say)
        self.balance.closed.connect(self._after_panel)
        self.legend.balance_wanted.connect(self._show_balance)
        self.filtering.toggled.connect(self._show_filter)
        self.filter.changed.connect(self._filter)
        self.pictures.written.connect(self._say_written)
        self.picturing.named.triggered.connect(lambda: self._ask_for_picture(anonymous=False))
        self.picturing.anonymous.triggered.connect(lambda: self._ask_for_picture(anonymous=True))

    @property
    def opened(self) -> ActionId | None:
        """The action whose details are beside the grid."""
        return None if self.editor.isHidden() or self.editor.view is None else self.editor.view.action.id

    # --- showing ------------------------------------------------------------------------------------------------------

    def show_state(self, state: SessionState) -> None:
        """Show grid and panels."""
        if not self.filter.isHidden():
            self.filter.show_choices(state.snapshot, state.texts)
        views = self.presenter.cells(state, self.filter.asked)
        self.grid.show_cells(views, can_edit=state.can_edit)
        self.adding.setEnabled(state.can_edit)
        self.legend.show_empty(sum(not view.count for view in views))
        self.filter.show_count(sum(len(view.cards) for view in views), len(state.snapshot.actions))
        self.picturing.setEnabled(state.results is not None)
        self._fill_balance(state)
        self._show_editor(state)
        if not self.practices.isHidden():
            self.recording.show_state(state)
        if not self.adder.isHidden():
            self._show_adder()
        self._show_hint()

    def _show_editor(self, state: SessionState) -> None:
        if self.opened is None:
            return
        action = self.presenter.action(self.opened)
        if action is None:
            self.editor.close_panel()
        else:
            self.editor.show_view(self.fields.view(action), state.texts)

    def _show_adder(self) -> None:
        state = self.session.state
        practices = self.presenter.practices(self.adder.cell) if self.adder.cell is not None else ()
        references = self.presenter.references(self.adder.cell)
        self.adder.show_choices(state.texts, state.catalogue.placement, references, practices)

    def _show_hint(self) -> None:
        action = None if self._hinted is None else self.presenter.action(self._hinted)
        sentence = "" if action is None else self.presenter.card(action).warning
        if self._hinted == self.opened:
            sentence = ""  # the panel says it
        self.hint.show_sentence(sentence, can_edit=self.session.state.can_edit)

    def _show_panel(self, panel: ActionPanel) -> None:
        for other in self._panels:
            if other is not panel:
                other.finish_typing()
                other.hide()
        if panel is not self.editor:
            self.grid.mark_open(None)
        panel.show()
        self._share_room()

    def _share_room(self) -> None:
        shown = next((panel for panel in self._panels if not panel.isHidden()), None)
        is_tight = shown is not None and self.width() - 48 - shown.sizeHint().width() < current().px(_LEAST_GRID)
        self._left.setVisible(not is_tight)
        self.legend.empties.setVisible(shown is None)
        for panel in self._panels:
            panel.fill_room(is_tight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room between grid and panel."""
        super().resizeEvent(event)
        self._share_room()

    # --- opening and closing ------------------------------------------------------------------------------------------

    def _open(self, action: str) -> None:
        known = self.presenter.action(ActionId(action))
        if known is None:
            return
        self.editor.show_view(self.fields.view(known), self.session.state.texts)
        self._show_panel(self.editor)
        self.grid.mark_open(known.id)
        self._show_hint()
        self.fields.prepare()
        self.editor.name.setFocus()
        # Once the panel has taken its room.
        QTimer.singleShot(0, self, self._show_opened_card)

    def _show_opened_card(self) -> None:
        if self.opened is not None:
            self.grid.bring_into_sight(self.opened)

    def _after_editor(self) -> None:
        opened = None if self.editor.view is None else self.editor.view.action.id
        self._after_panel()
        self.grid.mark_open(None)
        if opened is not None:
            self.grid.focus_action(opened)
        self._show_hint()

    def _after_panel(self) -> None:
        self._share_room()
        if self.adder.cell is not None and self.sender() is self.adder:
            self.grid.cells[self.adder.cell].adding.setFocus()

    def _show_practices(self) -> None:
        self.recording.show_state(self.session.state)
        self._show_panel(self.practices)
        self.practices.closing.setFocus()

    def _show_balance(self) -> None:
        self._show_panel(self.balance)
        self._fill_balance(self.session.state)
        self.balance.closing.setFocus()

    def _fill_balance(self, state: SessionState) -> None:
        if state.results is None:
            self.legend.show_gaps(None)
            return
        self.legend.show_gaps(sum(note.is_gap for note in state.results.balance))
        if not self.balance.isHidden():
            notes, odd = self.presenter.balance(state)
            self.balance.show_notes(notes, odd, sentence_case(state.texts.term("report.balance.how")))

    def _show_filter(self, is_shown: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.filter.setVisible(is_shown)
        if is_shown:
            self.filter.show_choices(self.session.state.snapshot, self.session.state.texts)
            self.filter.boxes["timing"].setFocus()
        else:
            self.filter.clear()

    def _filter(self) -> None:
        self.show_state(self.session.state)

    # --- adding -------------------------------------------------------------------------------------------------------

    def _add_anywhere(self) -> None:
        self._begin_adding(None)

    def _add_to(self, cell: Cell) -> None:
        self._begin_adding(cell)

    def _begin_adding(self, cell: Cell | None) -> None:
        self.adder.begin(cell)
        self._show_adder()
        self._show_panel(self.adder)
        self.adder.own.setFocus()

    def _add_own(self, title: str, cell: Cell, timing: tuple[Timing, ...]) -> None:
        added = self.presenter.add_own(title, cell, timing, self.adder.chosen_status)
        self._after_change(None if added is None else added.id)

    def _add_reference(self, reference: str) -> None:
        added = self.presenter.add_reference(RefId(reference), self.adder.chosen_status)
        self._after_change(None if added is None else added.id)

    # --- moving, changing, removing -----------------------------------------------------------------------------------

    def _move(self, action: str, cell: Cell) -> None:
        moved = ActionId(action)
        if self.presenter.move(moved, cell):
            self._after_change(moved)
            self.grid.focus_action(moved)

    def _after_change(self, action: ActionId | None) -> None:
        """Explain the timing of what was just placed or changed, where it is unusual."""
        if action is not None:
            self._hinted = action
            self._show_hint()
            self.grid.bring_into_sight(action)

    def _remove(self, action: str) -> None:
        removed = ActionId(action)
        known, place = self.presenter.action(removed), self.grid.place_of(removed)
        if known is None or place is None or not self.presenter.remove(removed):
            return
        self.grid.focus_near(*place)
        sentence = self.tr("“{title}” was removed. Undo brings it back.")
        self.say.emit("good", sentence.replace("{title}", isolated(known.title)))

    def _remove_opened(self) -> None:
        if self.opened is not None:
            self._remove(self.opened)

    def _take_medium_term(self) -> None:
        action = self._warned()
        if action is not None:
            self.presenter.take_medium_term(action)

    def _keep_timing(self) -> None:
        action = self._warned()
        if action is not None:
            self.presenter.keep_timing(action)
            self.show_state(self.session.state)

    def _warned(self) -> ActionId | None:
        return self.opened if self.sender() is self.editor.hint else self._hinted

    # --- pictures ---------------------------------------------------------------------------------------------------

    def _ask_for_picture(self, *, anonymous: bool) -> None:
        target = picture_to_write(self, self.pictures.proposed_file(anonymous=anonymous))
        if target is not None:
            self.pictures.write(target, anonymous=anonymous)

    def _say_written(self, path: str) -> None:
        self.say.emit("good", self.tr("Picture saved: {path}").replace("{path}", isolated(path)))

    # --- words --------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Set every text."""
        self.header.set_words(
            self.title(),
            self.tr(
                "Place what the cluster does or plans. Drag a card to another cell, or press Alt and an arrow key."
            ),
        )
        self.examples.setText(self.tr("Examples"))
        self.adding.setText(self.tr("Add action"))
        self.filtering.setText(self.tr("Filter"))
        self.picturing.retranslate()
        self.filter.retranslate()
        self.legend.show_words(self.session.texts)
        self.hint.retranslate()
        for panel in (self.editor, self.adder, self.practices, self.balance):
            panel.retranslate()
        self.grid.retranslate()

    @staticmethod
    def fact(snapshot: Snapshot, results: Results | None) -> StepFact:  # noqa: ARG004 - the grid needs no results
        """Return how many actions stand in how many cells."""
        return actions_fact(snapshot)

    def focus_first(self) -> None:
        """Begin at the first card, or where the first one can be added."""
        first = next(iter(self.grid.cells.values()))
        cards = [card for frame in self.grid.cells.values() for card in frame.cards]
        (cards[0] if cards else first.adding).setFocus()

    def help_text(self) -> str:
        """Return what the grid means and how to work on it."""
        return "\n\n".join(
            (
                self.tr(
                    "The grid shows what your cluster does or plans for skills. Columns say who must act: the cluster "
                    "team alone, partners in the region or country, or partners abroad. Rows say whether an action "
                    "changes one element, such as a course, or the way the whole system works."
                ),
                self.tr(
                    "Add actions at the foot of a cell: one of the framework's, or your own. If you do not know where "
                    "an action belongs, press “Add action” above the grid and answer three questions."
                ),
                self.tr(
                    "With the mouse: drag a card to another cell, click it to see and change its details. With the "
                    "keyboard: arrow keys walk from card to card, Alt with an arrow key moves the card, Enter opens "
                    "it, Delete removes it. Every step can be undone."
                ),
                self.tr(
                    "ST, MT and LT say when an action shows effect: within 12 months, in one to three years, later. "
                    "Actions of high complexity usually need the medium or long term."
                ),
                self.tr(
                    "“Balance” says in sentences what the whole grid leaves open, and what is odd about single actions. "
                    "Filter shows some of the actions only. Examples lists what other clusters did; record practices "
                    "of your own there. Save picture gives the grid as PNG or SVG."
                ),
                self.tr(
                    "Empty cells are no mistake. The next steps propose actions for them where members' needs ask "
                    "for it."
                ),
            )
        )
