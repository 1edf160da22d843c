"""The step *Next steps*: how far the cluster is on the four steps, and decisions that its board can take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from fastmap.model.choices import RecommendationAnswer, Step
from ui.pages.next_steps_card import RecommendationCard
from ui.pages.next_steps_indicators import StepPanel
from ui.pages.next_steps_others import OthersCard
from ui.pages.next_steps_path import StepPath
from ui.pages.next_steps_presenter import NextStepsPresenter, next_steps_fact
from ui.pages.next_steps_roadmap import RoadmapView
from ui.pages.next_steps_views import KeepView, NextStepsView
from ui.pages.page import Page, StepFact
from ui.theme.theme import current
from ui.widgets.buttons import LinkButton
from ui.widgets.cards import Card, Rule, clear, scrolling
from ui.widgets.labels import Badge, Label

if TYPE_CHECKING:
    from fastmap.model.results import Recommendation, Results
    from fastmap.model.snapshot import Snapshot
    from ui.session import SessionState


DECISIONS, ROADMAP = range(2)
"""The tabs."""


class Column(QWidget):
    """What scrolls: as high as its words need at the width it has, not at the least width it could have."""

    def minimumSizeHint(self) -> QSize:
        """Leave the height to the width."""
        return QSize(current().px(320), 0)


class CardList(QWidget):
    """A heading and the decisions below it; hidden without any."""

    def __init__(self, *, parent: QWidget) -> None:
        """Begin empty."""
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.heading = Label("heading", wrap=True, parent=self)
        column.addWidget(self.heading)
        self.cards = QVBoxLayout()
        self.cards.setSpacing(10)
        column.addLayout(self.cards)


class NextStepsPage(Page):
    """Path, indicators of the chosen step, decisions, and what runs already."""

    key = "next_steps"
    concerns = frozenset(
        {
            "decisions",
            "indicator_answers",
            "indicator_targets",
            "practices",
            "checklist_answers",
            "actions",
            "roadmap",
            "info",
        }
    )

    def build(self) -> None:
        """Make the path, the panel of a step, three lists of cards and the list of what runs."""
        self.presenter = NextStepsPresenter(self.session)
        self._cards: dict[str, RecommendationCard] = {}
        self._view: NextStepsView | None = None
        self._shows_rest = False
        content = Column()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 12, 8)
        column.setSpacing(12)
        self.path = StepPath(parent=content)
        self.panel = StepPanel(parent=content)
        self.waiting = Label("body", wrap=True, parent=content)
        self.waiting.set_muted(True)
        self.top, self.best, self.rest, self.aside = (CardList(parent=content) for _ in range(4))
        self.others = OthersCard(parent=content)
        self.more = LinkButton("showOtherSuggestions", "caret-right", parent=content)
        self.keep = Card("keepAndDeepen", parent=content)
        self._build_keep()
        for widget in (self.path, self.panel, self.waiting, self.top, self.best):
            column.addWidget(widget)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.rest, self.aside, self.others, self.keep):
            column.addWidget(part)
        column.addStretch(1)
        self.area = scrolling(content, name="nextStepsScroll", parent=self)
        self.tabs = QTabBar(self)
        self.tabs.setObjectName("nextStepsTabs")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.views = QStackedWidget(self)
        self.roadmap = RoadmapView(self.session, parent=self)
        for view in (self.area, self.roadmap):
            self.tabs.addTab("")
            self.views.addWidget(view)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self.views, 1)
        self._connect()

    def _build_keep(self) -> None:
        self.keep_title = Label("card", wrap=True, parent=self.keep)
        self.keep_help = Label("secondary", wrap=True, parent=self.keep)
        self.keep.body.addWidget(self.keep_title)
        self.keep.body.addWidget(self.keep_help)
        self._keep_rows = QVBoxLayout()
        self._keep_rows.setSpacing(8)
        self.keep.body.addLayout(self._keep_rows)
        self.to_actions = LinkButton("keepToActions", "squares-four", parent=self.keep)
        self.keep.body.addWidget(self.to_actions, 0, Qt.AlignmentFlag.AlignLeft)
        self._kept: tuple[KeepView, ...] = ()

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._show_tab)
        self.roadmap.say.connect(self.say)
        self.roadmap.actions_wanted.connect(lambda: self.go_to.emit("actions"))
        self.path.chosen.connect(self._choose)
        self.panel.closed.connect(self._close_step)
        self.panel.page_wanted.connect(self.go_to)
        self.panel.recorded.connect(self.presenter.record)
        self.panel.checked.connect(self.presenter.check)
        self.panel.step_wanted.connect(self._open_step)
        self.panel.target_chosen.connect(self.presenter.set_target)
        self.more.clicked.connect(self._toggle_rest)
        self.to_actions.clicked.connect(lambda: self.go_to.emit("actions"))
        self.empty.primary.clicked.connect(lambda: self.go_to.emit("needs"))
        self.empty_other = self.empty.add_other("nextStepsToActions", "squares-four")
        self.empty_other.clicked.connect(lambda: self.go_to.emit("actions"))

    # --- showing ------------------------------------------------------------------------------------------------------

    def is_empty(self, state: SessionState) -> bool:
        """Say whether nothing is recorded that a suggestion could rest on."""
        snapshot = state.snapshot
        return not (snapshot.members or snapshot.responses or snapshot.partners or snapshot.actions)

    def show_state(self, state: SessionState) -> None:
        """Show path, panel and cards."""
        if self.tabs.currentIndex() == ROADMAP:
            self.roadmap.show_state(state)
            return
        self.path.setVisible(state.results is not None)
        self._view = None if state.results is None else self.presenter.view(state)
        self._show_waiting(state)
        if self._view is None:
            self._hide_all()
            return
        self.path.show_steps(self._view.steps)
        self._show_step(state)
        self._show_cards(state)
        self._show_keep(self._view.keep)

    def _hide_all(self) -> None:
        for widget in (self.panel, self.top, self.best, self.more, self.rest, self.aside, self.others, self.keep):
            widget.hide()

    def _show_waiting(self, state: SessionState) -> None:
        if self._view is None:
            sentence = self.tr("Suggestions are being worked out…")
        elif not self._view.all:
            sentence = self.presenter.why_nothing(state)
        else:
            sentence = ""
        self.waiting.setText(sentence)
        self.waiting.setVisible(bool(sentence))

    def _show_step(self, state: SessionState) -> None:
        assert self._view is not None  # there are results
        chosen = next((view for view in self._view.steps if view.step is self.path.step), None)
        if chosen is None:
            self.panel.hide()
        else:
            self.panel.show_step(chosen, self._view.checklist, can_edit=state.can_edit)

    def _show_cards(self, state: SessionState) -> None:
        assert self._view is not None  # there are results
        view, step = self._view, self.path.step
        if step is None:
            groups = (view.top, view.best, view.rest if self._shows_rest else (), view.aside)
        else:
            groups = (tuple(item for item in view.all if item.step is step), (), (), ())
        shown = [item.id for group in groups for item in group]
        first = next((one for one in shown if one not in view.decided), None)
        for gone in self._cards.keys() - {item.id for item in view.all}:
            self._cards.pop(gone).deleteLater()
        for key, card in self._cards.items():
            card.setVisible(key in shown)
        for part, items in zip((self.top, self.best, self.rest, self.aside), groups, strict=True):
            self._fill(part, items, first, can_edit=state.can_edit)
        self._show_headings(view, groups[0])
        self.others.show_others(self.presenter.others(view.others) if step is None else ())

    def _fill(self, part: CardList, items: tuple[Recommendation, ...], first: str | None, *, can_edit: bool) -> None:
        for place, item in enumerate(items):
            card = self._cards.get(item.id) or self._make_card(item.id, part)
            card.show_card(self.presenter.card(item), is_first=item.id == first, can_edit=can_edit)
            if part.cards.indexOf(card) != place:
                part.cards.insertWidget(place, card)
            card.show()
        part.setVisible(bool(items))

    def _make_card(self, recommendation: str, part: CardList) -> RecommendationCard:
        card = RecommendationCard(recommendation, self.presenter, parent=part)
        self._cards[recommendation] = card
        card.accepted.connect(self._accept)
        card.answered.connect(self._answer)
        card.reopened.connect(self._reopen)
        card.copied.connect(self._copy)
        card.paper_wanted.connect(self._choose_for_paper)
        card.grid_wanted.connect(lambda: self.go_to.emit("actions"))
        card.page_wanted.connect(self.go_to)
        card.step_wanted.connect(self._open_step)
        return card

    def _show_headings(self, view: NextStepsView, shown: tuple[Recommendation, ...]) -> None:
        step, others = self.path.step, len(view.rest)
        if step is None:
            open_ones = sum(item.id not in view.decided for item in shown)
            heading = self.tr("%n decision(s) for the board", "", open_ones) if open_ones else self.tr("Decided")
        else:
            heading = self.tr("%n suggestion(s) for this step", "", len(shown))
        self.top.heading.setText(heading)
        self.best.heading.setText(self.tr("Best of the other steps"))
        self.rest.heading.hide()
        self.aside.heading.setText(
            self.tr("Put aside: %n suggestion(s) that come back when their facts change", "", len(view.aside))
        )
        self.more.setVisible(step is None and others > 0)
        self.more.set_icon("caret-down" if self._shows_rest else "caret-right")
        self.more.setText(
            self.tr("Hide the other suggestions")
            if self._shows_rest
            else self.tr("Show %n other suggestion(s)", "", others)
        )

    def _show_keep(self, kept: tuple[KeepView, ...]) -> None:
        self.keep.setVisible(bool(kept) and self.path.step is None)
        if kept == self._kept:
            return
        self._kept = kept
        clear(self._keep_rows)
        for item in kept:
            self._keep_rows.addWidget(Rule(parent=self.keep))
            row = QHBoxLayout()
            row.setSpacing(14)
            words = QVBoxLayout()
            words.setSpacing(1)
            words.addWidget(Label("key", item.title, wrap=True, parent=self.keep))
            words.addWidget(Label("secondary", item.advice, wrap=True, parent=self.keep))
            row.addLayout(words, 1)
            badge = Badge(item.badge.text, item.badge.tone, parent=self.keep)
            badge.set_badge(item.badge.text, item.badge.tone, item.badge.full)
            row.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
            self._keep_rows.addLayout(row)

    # --- what people do -----------------------------------------------------------------------------------------------

    def _choose(self, _step: Step | None) -> None:
        self.show_state(self.session.state)

    def _open_step(self, step: Step) -> None:
        """Show the indicators of a step: where the target that a reason names is held."""
        self.path.choose(step)
        self.show_state(self.session.state)
        self.area.verticalScrollBar().setValue(0)
        self.path.chevrons[step].setFocus()

    def _close_step(self) -> None:
        step = self.path.step
        self.path.choose(None)
        self.show_state(self.session.state)
        if step is not None:
            self.path.chevrons[step].setFocus()

    def _toggle_rest(self) -> None:
        self._shows_rest = not self._shows_rest
        self.show_state(self.session.state)

    def _accept(self, recommendation: str) -> None:
        kept = self.presenter.kept_on_action(recommendation)
        if not self.presenter.accept(recommendation):
            return
        self._cards[recommendation].changing.setFocus()
        if kept:
            words = self.tr("Accepted. Its action says otherwise already, and that stays: {fields}.")
            self.say.emit("neutral", words.replace("{fields}", ", ".join(kept)))
        else:
            self.say.emit(
                "good", self.tr("Accepted. It stands on the grid of actions as planned; undo takes both back.")
            )

    def _answer(self, recommendation: str, answer: RecommendationAnswer, reason: str) -> None:
        if self.presenter.answer(recommendation, answer, reason):
            self._cards[recommendation].changing.setFocus()

    def _reopen(self, recommendation: str) -> None:
        card = self._cards[recommendation]
        was_accepted = card.view is not None and card.view.answer is RecommendationAnswer.ACCEPTED
        if self.presenter.reopen(recommendation):
            card.accepting.setFocus()
            if was_accepted:
                self.say.emit(
                    "neutral", self.tr("Open again. What was planned stays on the grid of actions; remove it there.")
                )

    def _choose_for_paper(self, recommendation: str, chosen: bool) -> None:  # noqa: FBT001 - a signal's argument
        if self.presenter.put_on_paper(recommendation, chosen=chosen) and chosen:
            self.say.emit("good", self.tr("It stands in the report's chapter “Board paper”, with what is filled in."))

    def _show_tab(self, _tab: int) -> None:
        self.views.setCurrentIndex(self.tabs.currentIndex())
        self.show_state(self.session.state)

    def _copy(self, recommendation: str) -> None:
        text = self.presenter.board_paper(recommendation)
        if text:
            QGuiApplication.clipboard().setText(text)
            self.say.emit("good", self.tr("Copied as text: paste it wherever it is needed."))

    # --- words --------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Set every text."""
        self.header.set_words(
            self.title(),
            self.tr("Each suggestion rests on what is recorded. You decide: accept it, keep it for later, or say no."),
        )
        self.tabs.setAccessibleName(self.tr("Decisions or roadmap"))
        self.tabs.setTabText(DECISIONS, self.tr("Decisions"))
        self.tabs.setTabText(ROADMAP, self.tr("Roadmap"))
        self.roadmap.retranslate()
        self.others.retranslate()
        self.keep_title.setText(self.tr("Keep and deepen"))
        self.keep_help.setText(self.tr("What runs already, and what more it could serve."))
        self.to_actions.setText(self.tr("Open the grid of actions"))
        self.empty.set_words(
            self.tr("No suggestions yet"),
            self.tr(
                "Suggestions follow from what members need, who could teach it and what the cluster does already. "
                "Begin with the first answers; a few are enough."
            ),
        )
        self.empty.primary.setText(self.tr("Go to Needs"))
        self.empty_other.setText(self.tr("Go to Actions"))
        self._kept = ()

    @staticmethod
    def fact(snapshot: Snapshot, results: Results | None) -> StepFact:
        """Say how many decisions wait and how many were accepted."""
        return next_steps_fact(snapshot, results)

    def help_text(self) -> str:
        """Return the help of F1."""
        return self.tr(
            "Three steps follow each other: broaden participation, develop services, engage regionally. The fourth, "
            "connect internationally, runs alongside. Choose a step to see what is in place, what is not yet, and "
            "what nobody recorded. What no data can tell you record there yourself.\n\n"
            "Each card is a decision that a board can take: what, why, what happens if not, the first small step, "
            "cost and who could pay. Who, by when, days and money can be filled in. The order is impact × feasibility "
            "× gap on the grid; all three are shown with the figures behind them. “Why not the others” names the one "
            "condition that keeps each other suggestion down.\n\n"
            "Accept puts the action on the grid as planned, with what was filled in. Later and No ask for a reason, "
            "and the suggestion stays quiet until its facts change: then it comes back and says what changed. Every "
            "answer can be changed, and undo takes it back. “Add to board paper” puts a decision into the report.\n\n"
            "The roadmap shows what is planned and running, by when and by whom, what waits for what, and the days "
            "that it takes. Nothing is corrected there: what is late, missing or in conflict is named."
        )
