"""One recommendation as a board decision: what, why, everything a board asks, and the three answers."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from fastmap.model.choices import RecommendationAnswer
from ui.pages.next_steps_details import Details
from ui.pages.next_steps_plan import PlanFields
from ui.pages.next_steps_presenter import NextStepsPresenter
from ui.pages.next_steps_reason_entry import ReasonEntry
from ui.pages.next_steps_reasons import ReasonBox, ReturnBox
from ui.pages.next_steps_views import BadgeView, CardView
from ui.theme import icons
from ui.theme.theme import restyle
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.cards import Card, clear
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Badge, Label

PEEK = 3
"""Reasons that the first open card shows before anybody asks for more."""


class RecommendationCard(Card):
    """A decision with its answer."""

    accepted = Signal(str)
    answered = Signal(str, object, str)
    reopened = Signal(str)
    copied = Signal(str)
    paper_wanted = Signal(str, bool)
    grid_wanted = Signal()
    page_wanted = Signal(str)
    step_wanted = Signal(object)
    """The `Step` whose indicators hold a target."""

    def __init__(self, recommendation: str, presenter: NextStepsPresenter, *, parent: QWidget) -> None:
        """Stand for a recommendation, closed; ``presenter`` is asked for details when they are to be shown."""
        super().__init__(f"recommendation_{recommendation}", parent=parent)
        self._id = recommendation
        self._presenter = presenter
        self._can_edit = False
        self.view: CardView | None = None
        self.is_open = False
        self._is_first = False
        self._asking: RecommendationAnswer | None = None
        self._build_head()
        self.back = ReturnBox(parent=self)
        self.body.addWidget(self.back)
        self.box = ReasonBox(recommendation, parent=self)
        self.box.page_wanted.connect(self.page_wanted)
        self.box.step_wanted.connect(self.step_wanted)
        self.body.addWidget(self.box)
        self.details: Details | None = None
        self.plan: PlanFields | None = None
        self._details_place = QVBoxLayout()
        self.body.addLayout(self._details_place)
        self._build_foot()
        self._build_answer()
        self.entry = ReasonEntry(recommendation, parent=self)
        self.body.addWidget(self.entry)
        self.entry.given.connect(self._give_reason)
        self.entry.dropped.connect(self._drop_reason)

    def _build_head(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        self.title = Label("card", wrap=True, parent=self)
        head.addWidget(self.title, 1)
        badges = QWidget(self)
        self._badges = QHBoxLayout(badges)
        self._badges.setContentsMargins(0, 2, 0, 0)
        self._badges.setSpacing(6)
        head.addWidget(badges, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self.decision = Label("body", wrap=True, parent=self)
        self.body.addWidget(self.decision)

    def _build_foot(self) -> None:
        self._foot = QWidget(self)
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(0, 2, 0, 0)
        row.setSpacing(12)
        links = QWidget(self._foot)
        flow = FlowLayout(links, spacing=4)
        self.toggle = LinkButton(f"showDecision_{self._id}", "caret-right", parent=links)
        self.copying = LinkButton(f"copyDecision_{self._id}", "copy", parent=links)
        flow.addWidget(self.toggle)
        flow.addWidget(self.copying)
        self.paper = LinkButton(f"boardPaper_{self._id}", "file-plus", parent=links)
        flow.addWidget(self.paper)
        row.addWidget(links, 1, Qt.AlignmentFlag.AlignVCenter)
        self._answers = QWidget(self._foot)
        answers = QHBoxLayout(self._answers)
        answers.setContentsMargins(0, 0, 0, 0)
        answers.setSpacing(8)
        self.no = Button(f"no_{self._id}", parent=self._answers)
        self.later = Button(f"later_{self._id}", parent=self._answers)
        self.accepting = Button(f"accept_{self._id}", parent=self._answers)
        for button in (self.no, self.later, self.accepting):
            answers.addWidget(button)
        row.addWidget(self._answers, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self._foot)
        self.toggle.clicked.connect(self._toggle)
        self.copying.clicked.connect(lambda: self.copied.emit(self._id))
        self.paper.clicked.connect(self._choose_paper)
        self.accepting.clicked.connect(lambda: self.accepted.emit(self._id))
        self.later.clicked.connect(lambda: self._ask(RecommendationAnswer.LATER))
        self.no.clicked.connect(lambda: self._ask(RecommendationAnswer.NO))

    def _build_answer(self) -> None:
        self._answer = QFrame(self)
        self._answer.setProperty("ground", "sunken")
        row = QHBoxLayout(self._answer)
        row.setContentsMargins(12, 7, 8, 7)
        row.setSpacing(10)
        self.answer_badge = Badge(parent=self._answer)
        self.answer_reason = Label("body", wrap=True, parent=self._answer)
        self.to_grid = LinkButton(f"toGrid_{self._id}", "squares-four", parent=self._answer)
        self.changing = Button(f"reopen_{self._id}", "arrow-counter-clockwise", parent=self._answer)
        row.addWidget(self.answer_badge)
        row.addWidget(self.answer_reason, 1)
        row.addWidget(self.to_grid)
        row.addWidget(self.changing)
        self.body.addWidget(self._answer)
        self.to_grid.clicked.connect(self.grid_wanted)
        self.changing.clicked.connect(lambda: self.reopened.emit(self._id))

    # --- showing ------------------------------------------------------------------------------------------------------

    def show_card(self, view: CardView, *, is_first: bool, can_edit: bool) -> None:
        """Show a decision; ``is_first``: the first open one, whose Accept is the page's primary button."""
        if self.view is not None and self.view.answer != view.answer:
            self._asking = None
        if self.view is None or self.view.badges != view.badges:
            _show_badges(self._badges, view.badges, self)
        self.view, self._is_first, self._can_edit = view, is_first, can_edit
        self.title.setText(view.title)
        self.decision.setText(view.decision)
        for button in (self.no, self.later, self.accepting, self.changing, self.paper):
            button.setEnabled(can_edit)
        restyle(self.accepting, look="primary" if is_first else "plain")
        self.accepting.setIcon(icons.icon("check", "on_primary" if is_first else "text"))
        self._show_answer(view)
        self._show_parts()
        self.retranslate()

    def _show_answer(self, view: CardView) -> None:
        self._answer.setVisible(view.answer_badge is not None)
        self._answers.setVisible(not view.is_decided and self._asking is None)
        self.changing.setVisible(view.is_decided)
        self.back.show_changes(view.changed)
        self.entry.setVisible(self._asking is not None)
        if view.answer_badge is not None:
            self.answer_badge.set_badge(view.answer_badge.text, view.answer_badge.tone)
            is_planned = view.answer is RecommendationAnswer.ACCEPTED
            self.to_grid.setVisible(is_planned)
            self.answer_reason.setText(
                view.answer_reason or (self.tr("Planned on the grid of actions.") if is_planned else "")
            )

    def _show_parts(self) -> None:
        assert self.view is not None  # shown first
        peeks = self._is_first and not self.view.is_decided
        details = self._presenter.details(self._id) if self.is_open or peeks else None
        self.box.setVisible(details is not None and bool(details.reasons))
        if details is not None:
            self.box.show_reasons(details.reasons, None if self.is_open else PEEK)
        if details is not None and self.is_open:
            if self.details is None:
                self.details = Details(parent=self)
                self._details_place.addWidget(self.details)
                self.plan = PlanFields(self._id, self._fill, parent=self)
                self._details_place.addWidget(self.plan)
            self.details.show_parts(details.parts)
            assert self.plan is not None  # made with the details
            self.plan.show_plan(self._presenter.plan(self._id), can_edit=self._can_edit)
        if self.details is not None and self.plan is not None:
            self.details.setVisible(self.is_open)
            self.plan.setVisible(self.is_open)

    def retranslate(self) -> None:
        """Set every text of the card itself."""
        self.toggle.set_icon("caret-down" if self.is_open else "caret-right")
        if self.is_open:
            self.toggle.setText(self.tr("Show less"))
        else:
            peeks = not self.box.isHidden()
            self.toggle.setText(self.tr("All reasons and the plan") if peeks else self.tr("Why this, and how?"))
        self.copying.setText(self.tr("Copy as text"))
        on_paper = self.view is not None and self.view.is_on_paper
        self.paper.setText(self.tr("Take out of the board paper") if on_paper else self.tr("Add to board paper"))
        self.paper.set_icon("file-minus" if on_paper else "file-plus")
        self.no.setText(self.tr("No"))
        self.later.setText(self.tr("Later"))
        self.accepting.setText(self.tr("Accept"))
        self.to_grid.setText(self.tr("Show on the grid"))
        self.changing.setText(self.tr("Change answer"))
        title = self.title.text()
        for button in (
            self.toggle,
            self.copying,
            self.paper,
            self.no,
            self.later,
            self.accepting,
            self.to_grid,
            self.changing,
        ):
            button.setAccessibleName(f"{button.text()}: {title}")

    # --- what people do -----------------------------------------------------------------------------------------------

    def _toggle(self) -> None:
        self.is_open = not self.is_open
        self._show_parts()
        self.retranslate()

    def _fill(self, field: str, typed: str) -> str:
        return self._presenter.fill(self._id, field, typed)

    def _choose_paper(self) -> None:
        if self.view is not None:
            self.paper_wanted.emit(self._id, not self.view.is_on_paper)

    def _ask(self, answer: RecommendationAnswer) -> None:
        self._asking = answer
        self._answers.hide()
        is_no = answer is RecommendationAnswer.NO
        self.entry.begin(self.tr("Why not?") if is_no else self.tr("Why later, and when?"))

    def _give_reason(self, reason: str) -> None:
        if self._asking is not None:
            self.answered.emit(self._id, self._asking, reason)

    def _drop_reason(self) -> None:
        asked, self._asking = self._asking, None
        self.entry.hide()
        self._answers.show()
        (self.no if asked is RecommendationAnswer.NO else self.later).setFocus()


def _show_badges(row: QHBoxLayout, badges: tuple[BadgeView, ...], parent: QWidget) -> None:
    """Fill a row with badges."""
    clear(row)
    for one in badges:
        badge = Badge(one.text, one.tone, parent=parent)
        badge.set_badge(one.text, one.tone, one.full)
        row.addWidget(badge)
