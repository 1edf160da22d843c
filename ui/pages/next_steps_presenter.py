"""What the page of next steps shows, and what happens when somebody decides or records something."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from fastmap.model.actions import ChecklistAnswer, IndicatorAnswer, IndicatorTarget
from fastmap.model.choices import ChecklistState, RecommendationAnswer
from fastmap.model.planning import DecisionPlan
from fastmap.report.board_paper import board_paper
from fastmap.report.context import ReportContext
from fastmap.report.sections.decisions import decision_card
from ui.pages.next_steps_decisions import (
    card_view,
    changed_since,
    details_view,
    keep_view,
    other_view,
    plan_view,
)
from ui.pages.next_steps_plan import PlanView
from ui.pages.next_steps_standing import checklist_view, step_view
from ui.pages.next_steps_views import CardView, DetailsView, NextStepsView, OtherView
from ui.pages.next_steps_words import NextStepsWords
from ui.pages.page import StepFact, StepState

if TYPE_CHECKING:
    from fastmap.model.results import NearMiss, Recommendation, Results
    from fastmap.model.snapshot import Snapshot
    from ui.session import Session, SessionState


def next_steps_fact(snapshot: Snapshot, results: Results | None) -> StepFact:
    """Return what the step list says: decisions still to take, as many as there are cards, and decisions accepted."""
    from fastmap.catalogue.reading import load_catalogue
    from fastmap.tasks.deciding import decision_count

    if results is None or not results.recommendations:
        words = QCoreApplication.translate("NextStepsPage", "No suggestions yet")
        return StepFact(state=StepState.NOT_STARTED, sentence=words)
    count = decision_count(snapshot, results, load_catalogue().rules.cards)
    words = NextStepsWords().decisions_to_take(count.to_take, count.accepted)
    state = (
        StepState.COMPLETE if not count.to_take else StepState.BEGUN if snapshot.decisions else StepState.NOT_STARTED
    )
    return StepFact(
        state=state,
        sentence=words,
        share_0_1=1 - count.to_take / count.cards,
    )


class NextStepsPresenter:
    """Takes intentions of the page and makes one named change of each."""

    def __init__(self, session: Session) -> None:
        """Work on whatever ``session`` has open."""
        self._session = session

    # --- what to show -------------------------------------------------------------------------------------------------

    def why_nothing(self, state: SessionState) -> str:
        """Return why there is no suggestion; only once there are results."""
        from fastmap.advice.nothing_left import why_nothing

        assert state.results is not None  # the page asks only then
        return state.texts.say(why_nothing(state.results, state.catalogue))

    def view(self, state: SessionState) -> NextStepsView:
        """Return everything the page shows; only once there are results."""
        from fastmap.tasks.deciding import decided, presented

        results = state.results
        assert results is not None  # the page asks only then
        context = _context(state)
        groups = presented(results.recommendations, state.catalogue.rules.cards)
        return NextStepsView(
            steps=tuple(
                step_view(number, item, results, context, state.snapshot)
                for number, item in enumerate(results.steps, start=1)
            ),
            top=groups.top,
            best=groups.best,
            rest=groups.rest,
            aside=groups.aside,
            decided=decided(state.snapshot, results),
            others=results.near_misses,
            keep=tuple(keep_view(item, context) for item in results.keep_and_deepen),
            checklist=checklist_view(state),
        )

    def card(self, item: Recommendation) -> CardView:
        """Return a recommendation as it stands closed."""
        state = self._session.state
        decision = next((one for one in state.snapshot.decisions if one.recommendation == item.id), None)
        return card_view(self._as_filled_in(item), decision, changed_since(item, state), state.texts)

    def details(self, recommendation: str) -> DetailsView:
        """Return what an open card shows; empty for a recommendation that is gone."""
        item = self._recommendation(recommendation)
        if item is None:
            return DetailsView(reasons=(), parts=())
        return details_view(item, _context(self._session.state))

    def board_paper(self, recommendation: str) -> str:
        """Return a decision as text for a board paper, in the language of the screen; "" if it is gone."""
        state = self._session.state
        item = self._recommendation(recommendation)
        return "" if item is None else board_paper(decision_card(_context(state), 1, item))

    def _recommendation(self, recommendation: str) -> Recommendation | None:
        results = self._session.state.results
        found = results.recommendations if results is not None else ()
        item = next((item for item in found if item.id == recommendation), None)
        return None if item is None else self._as_filled_in(item)

    def _as_filled_in(self, item: Recommendation) -> Recommendation:
        """Return ``item`` with what is filled in now: results may be a moment older."""
        plans = self._session.state.snapshot.decision_plans
        return replace(item, plan=next((plan for plan in plans if plan.recommendation == item.id), None))

    def plan(self, recommendation: str) -> PlanView:
        """Return what is filled in on a decision."""
        item = self._recommendation(recommendation)
        return PlanView() if item is None else plan_view(item, self._session.state.texts)

    # --- what people do -----------------------------------------------------------------------------------------------

    def accept(self, recommendation: str) -> bool:
        """Accept a recommendation and plan its action; says whether it went well."""
        from fastmap.tasks.deciding import acceptance

        item = self._recommendation(recommendation)
        if item is None:
            return False
        change = acceptance(item, self._session.state.snapshot, datetime.now(UTC))
        return self._session.apply(change) is not None

    def kept_on_action(self, recommendation: str) -> tuple[str, ...]:
        """Return the names of what is filled in on a card and recorded otherwise on its action, which keeps it."""
        from fastmap.tasks.deciding import kept_entries

        item = self._recommendation(recommendation)
        names = {
            "owner": QCoreApplication.translate("NextStepsPage", "who"),
            "due": QCoreApplication.translate("NextStepsPage", "by when"),
            "days": QCoreApplication.translate("NextStepsPage", "staff days"),
            "money": QCoreApplication.translate("NextStepsPage", "money"),
        }
        return () if item is None else tuple(names[field] for field in kept_entries(item, self._session.state.snapshot))

    def answer(self, recommendation: str, answer: RecommendationAnswer, reason: str) -> bool:
        """Answer "later" or "no" with a reason; says whether it went well. Without a reason nothing happens."""
        from fastmap.changes import AnswerRecommendation
        from fastmap.tasks.deciding import answered

        words = " ".join(reason.split())
        item = self._recommendation(recommendation)
        if not words or item is None:
            return False
        decision = answered(item, answer, datetime.now(UTC), words)
        return self._session.apply(AnswerRecommendation(decision=decision)) is not None

    def fill(self, recommendation: str, field: str, typed: str) -> str:
        """Fill in who, by when, days or money; return what is wrong with it, or nothing. Blank makes it unknown."""
        from fastmap.changes import PlanDecision
        from fastmap.tasks.decision_plans import plan_with
        from fastmap.tasks.typed import NotUnderstoodError

        known = self._known_plan(recommendation)
        try:
            plan = plan_with(known, field, typed)
        except NotUnderstoodError:
            return self._complaint(field)
        if plan != known:
            self._session.apply(PlanDecision(plan=plan))
        return ""

    @staticmethod
    def _complaint(field: str) -> str:
        if field == "due":
            return QCoreApplication.translate("NextStepsPage", "Write a date such as 31/10/2026, or a month: 10/2026.")
        return QCoreApplication.translate("NextStepsPage", "Write a number such as 12, or leave it blank.")

    def put_on_paper(self, recommendation: str, *, chosen: bool) -> bool:
        """Choose a decision for the board paper, or no longer; says whether it went well."""
        from fastmap.changes import PlanDecision

        plan = replace(self._known_plan(recommendation), on_paper=chosen)
        return self._session.apply(PlanDecision(plan=plan)) is not None

    def _known_plan(self, recommendation: str) -> DecisionPlan:
        plans = self._session.state.snapshot.decision_plans
        found = next((plan for plan in plans if plan.recommendation == recommendation), None)
        return found or DecisionPlan(recommendation=recommendation)

    def others(self, found: tuple[NearMiss, ...]) -> tuple[OtherView, ...]:
        """Return why the other candidates stand where they do, in words."""
        return tuple(other_view(item, self._session.state.texts) for item in found)

    def reopen(self, recommendation: str) -> bool:
        """Make a recommendation undecided again; what was planned stays on the grid. Says whether it went well."""
        from fastmap.changes import ClearRecommendationAnswer

        return self._session.apply(ClearRecommendationAnswer(recommendation=recommendation)) is not None

    def record(self, indicator: str, value: float | None, note: str) -> bool:
        """Record an indicator that only a person can tell, or make it unknown; says whether anything was changed."""
        from fastmap.changes import AnswerIndicator, ClearIndicator

        known = {answer.key: answer for answer in self._session.state.snapshot.indicator_answers}.get(indicator)
        if value is None:
            return known is not None and self._session.apply(ClearIndicator(key=indicator)) is not None
        answer = IndicatorAnswer(key=indicator, value=value, note=" ".join(note.split()) or None)
        return answer != known and self._session.apply(AnswerIndicator(answer=answer)) is not None

    def set_target(self, indicator: str, target: float | None) -> bool:
        """Set the target of an indicator, or let the catalogue's hold again; says whether anything was changed."""
        from fastmap.changes import ResetIndicatorTargets, SetIndicatorTarget

        own = {item.key: item.target for item in self._session.state.snapshot.targets}.get(indicator)
        definition = next(item for item in self._session.state.catalogue.indicators if item.key == indicator)
        if target is None or target == definition.target:
            return own is not None and self._session.apply(ResetIndicatorTargets(indicators=(indicator,))) is not None
        if target == own or not definition.may_become(target):
            return False
        change = SetIndicatorTarget(target=IndicatorTarget(key=indicator, target=target))
        return self._session.apply(change) is not None

    def check(self, item: str, state: ChecklistState | None, evidence: str) -> bool:
        """Answer an item of the partnership checklist, or leave it open; says whether anything was changed."""
        from fastmap.changes import AnswerChecklist, ClearChecklistAnswer

        known = {answer.item: answer for answer in self._session.state.snapshot.checklist_answers}.get(item)
        if state is None:
            return known is not None and self._session.apply(ClearChecklistAnswer(item=item)) is not None
        answer = ChecklistAnswer(item=item, state=state, evidence=" ".join(evidence.split()) or None)
        return answer != known and self._session.apply(AnswerChecklist(answers=(answer,))) is not None


def _context(state: SessionState) -> ReportContext:
    assert state.results is not None  # callers ask only then
    return ReportContext(state.results, state.catalogue, state.texts, datetime.now().astimezone().date())
