"""What the page of next steps shows, and what happens when somebody decides or records something."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from fastmap.catalogue.definitions import MOST_COUNTED
from fastmap.model.actions import ChecklistAnswer, IndicatorAnswer, IndicatorTarget, RecommendationDecision
from fastmap.model.choices import ChecklistState, Complexity, RecommendationAnswer, Scope, Step
from fastmap.model.messages import Labels
from fastmap.model.planning import DecisionPlan
from fastmap.report.board_paper import board_paper
from fastmap.report.context import ReportContext
from fastmap.report.reasons import joined
from fastmap.report.sections.decisions import decision_card
from fastmap.report.sections.steps import found_words, step_words, value_words
from ui.pages.actions_editor import shown_day
from ui.pages.next_steps_plan import PlanView
from ui.pages.page import StepFact, StepState

if TYPE_CHECKING:
    from fastmap.catalogue.definitions import Catalogue, IndicatorDefinition
    from fastmap.model.actions import Cell
    from fastmap.model.messages import Message
    from fastmap.model.results import Indicator, KeepAndDeepen, NearMiss, Recommendation, Results, StepResult
    from fastmap.model.snapshot import Snapshot
    from fastmap.texts import Texts
    from ui.session import Session, SessionState

CHECKLIST_INDICATOR = "checklist_partly"
PAGE_OF_INDICATOR = {
    "education_types_inside": "partners",
    "education_linked_share": "partners",
    "response_rate": "members",
    "sme_share_gap": "members",
    "internship_tie_share": "partners",
    "alone_actions_running": "actions",
    "monitoring_running": "actions",
    "top10_served_share": "actions",
    "team_assessment": "cluster",
    "mapping_repeated": "diagnosis",
    "regional_actions_serving": "actions",
    "partner_types_formal": "partners",
    "regional_cluster_linked": "partners",
    "international_action_running": "actions",
    "international_partner_linked": "partners",
}
"""Where the data behind an indicator is recorded; those that only a person can tell stand on this page."""
_PAGE_OF_REASON = {
    "advice.why.coverage": "partners",
    "advice.why.actor": "partners",
    "advice.why.empty_cell": "actions",
}
"""Where the figures of a reason stand, by the beginning of its key; those of a skill stand in its diagnosis."""
_ANSWER_TONES = {
    RecommendationAnswer.ACCEPTED: "good",
    RecommendationAnswer.LATER: "warn",
    RecommendationAnswer.NO: "neutral",
}
_STATES = {
    True: ("met", "good", "check-circle"),
    False: ("not_met", "warn", "warning"),
    None: ("unknown", "neutral", "question"),
}
_LAID_OUT_ELSEWHERE = frozenset({"why", "who", "answer", "order", "changed"})


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgeView:
    """A word with a tone; ``full`` says what a short word stands for."""

    text: str
    tone: str
    full: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherView:
    """A candidate that stands on no card, in words."""

    id: str
    title: str
    condition: str
    then: str
    """Where it would stand with the condition; "" where no single one lifts it."""
    badge: BadgeView


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonView:
    """One line of "Why this is suggested", and the steps its data come from."""

    sentence: str
    pages: tuple[str, ...]
    """Steps of the window whose pages hold its figures, each once."""
    step: Step | None = None
    """The step of the path whose indicators hold its target; ``None`` for a reason without one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartView:
    """One labelled part of a decision."""

    key: str
    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailsView:
    """Why a recommendation is suggested, and everything else a board asks."""

    reasons: tuple[ReasonView, ...]
    parts: tuple[PartView, ...]
    """The last one says how its place in the order came about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """A recommendation as a board decision, as it stands closed."""

    id: str
    title: str
    decision: str
    badges: tuple[BadgeView, ...]
    answer: RecommendationAnswer | None
    answer_badge: BadgeView | None
    answer_reason: str
    changed: tuple[str, ...] = ()
    """What changed since the answer: not empty, the decision is open again."""
    is_on_paper: bool = False

    @property
    def is_decided(self) -> bool:
        """True if an answer holds."""
        return self.answer is not None and not self.changed


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorView:
    """One indicator of a step in words."""

    key: str
    name: str
    facts: str
    """What the value rests on; where it is not recorded yet, why and how to record it."""
    source: str
    """Which records it is counted from."""
    value: str
    bound: str
    """"at least" or "at most"; "" for yes or no."""
    target: str
    has_own_target: bool
    usual_target: str
    """The catalogue's target where the cluster chose another one, else ""."""
    can_change_target: bool
    state: str
    """``met``, ``not_met`` or ``unknown``."""
    state_words: str
    tone: str
    icon: str
    by_hand: bool
    """Whether a person may record it here: not while something recorded leads (the team self-assessment)."""
    unit: str
    recorded: float | None
    """What a person recorded, as it is in the file now."""
    note: str
    page: str
    """Where its data are recorded; "" if here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistView:
    """One question of the partnership checklist."""

    item: str
    question: str
    state: ChecklistState | None
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """One of the four steps."""

    step: Step
    number: int
    name: str
    meaning: str
    words: str
    suggestions: int
    note: str
    """The precondition in a few words, or nothing."""
    prepare: str
    """What to prepare first, each with its value and target; or nothing."""
    prepare_steps: Mapping[Step, str]
    """The steps in which to prepare it, with their names."""
    indicators: tuple[IndicatorView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepView:
    """An action that runs, and how to get more out of it."""

    title: str
    badge: BadgeView
    advice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStepsView:
    """Everything the page shows."""

    steps: tuple[StepView, ...]
    top: tuple[Recommendation, ...]
    best: tuple[Recommendation, ...]
    rest: tuple[Recommendation, ...]
    aside: tuple[Recommendation, ...]
    """Put off or refused, and quiet."""
    decided: frozenset[str]
    others: tuple[NearMiss, ...]
    keep: tuple[KeepView, ...]
    checklist: tuple[ChecklistView, ...]

    @property
    def all(self) -> tuple[Recommendation, ...]:
        """All recommendations in their order."""
        return (*self.top, *self.best, *self.rest, *self.aside)


class NextStepsWords(QObject):
    """Sentences with plural forms, which the collector of texts only finds in `tr`."""

    def decisions_to_take(self, count: int, accepted: int) -> str:
        """Return "3 decisions to take, 2 accepted"."""
        if not accepted:
            return self.tr("%n decision(s) to take", "", count)
        words = self.tr("%n decision(s) to take, {accepted} accepted", "", count)
        return words.replace("{accepted}", str(accepted))


def capital(words: str) -> str:
    """Return ``words`` with a capital letter at their beginning.

    >>> capital("welding: 8 firms need it.")
    'Welding: 8 firms need it.'
    """
    return words[:1].upper() + words[1:]


def next_steps_fact(snapshot: Snapshot, results: Results | None) -> StepFact:
    """Return what the step list says: decisions still to take, as many as there are cards, and decisions accepted."""
    from fastmap.catalogue.reading import load_catalogue

    accepted = sum(decision.answer is RecommendationAnswer.ACCEPTED for decision in snapshot.decisions)
    if results is None or not results.recommendations:
        words = QCoreApplication.translate("NextStepsPage", "No suggestions yet")
        return StepFact(state=StepState.NOT_STARTED, sentence=words)
    taken = decided(snapshot, results)
    cards = min(load_catalogue().rules.cards, len(results.recommendations))
    came_back = sum(bool(item.changed) and item.id not in taken for item in results.recommendations)
    open_ones = min(max(cards - len(taken), came_back), cards)
    words = NextStepsWords().decisions_to_take(open_ones, accepted)
    state = StepState.COMPLETE if not open_ones else StepState.BEGUN if snapshot.decisions else StepState.NOT_STARTED
    return StepFact(
        state=state,
        sentence=words,
        share_0_1=1 - open_ones / cards,
    )


def cell_badge(cell: Cell, texts: Texts) -> BadgeView:
    """Return the cell of the grid as a short badge; the full words stand in its tooltip."""
    scope = {
        Scope.ALONE: QCoreApplication.translate("NextStepsPage", "Alone"),
        Scope.REGIONAL: QCoreApplication.translate("NextStepsPage", "Regional"),
        Scope.INTERNATIONAL: QCoreApplication.translate("NextStepsPage", "International"),
    }[cell.scope]
    complexity = {
        Complexity.LOW_MEDIUM: QCoreApplication.translate("NextStepsPage", "low–medium"),
        Complexity.HIGH: QCoreApplication.translate("NextStepsPage", "high"),
    }[cell.complexity]
    full = f"{texts.term(f'scope.{cell.scope}')}, {texts.term(f'complexity.{cell.complexity}')}"
    return BadgeView(text=f"{scope} · {complexity}", tone=str(cell.scope), full=capital(full))


class NextStepsPresenter:
    """Takes intentions of the page and makes one named change of each."""

    def __init__(self, session: Session) -> None:
        """Work on whatever ``session`` has open."""
        self._session = session

    # --- what to show -------------------------------------------------------------------------------------------------

    def view(self, state: SessionState) -> NextStepsView:
        """Return everything the page shows; only once there are results."""
        from fastmap.tasks.deciding import presented

        results = state.results
        assert results is not None  # the page asks only then
        context = _context(state)
        groups = presented(results.recommendations, state.catalogue.rules.cards)
        return NextStepsView(
            steps=tuple(
                _step(number, item, results, context, state.snapshot)
                for number, item in enumerate(results.steps, start=1)
            ),
            top=groups.top,
            best=groups.best,
            rest=groups.rest,
            aside=groups.aside,
            decided=decided(state.snapshot, results),
            others=results.near_misses,
            keep=tuple(_keep(item, context) for item in results.keep_and_deepen),
            checklist=_checklist(state),
        )

    def card(self, item: Recommendation) -> CardView:
        """Return a recommendation as it stands closed."""
        state = self._session.state
        decision = next((one for one in state.snapshot.decisions if one.recommendation == item.id), None)
        return _card(self._as_filled_in(item), decision, _changed(item, state), state.texts)

    def details(self, recommendation: str) -> DetailsView:
        """Return what an open card shows; empty for a recommendation that is gone."""
        item = self._recommendation(recommendation)
        if item is None:
            return DetailsView(reasons=(), parts=())
        return _details(item, _context(self._session.state))

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
        return PlanView() if item is None else _plan(item, self._session.state.texts)

    # --- what people do -----------------------------------------------------------------------------------------------

    def accept(self, recommendation: str) -> bool:
        """Accept a recommendation and plan its action; says whether it went well."""
        from fastmap.tasks.deciding import acceptance

        item = self._recommendation(recommendation)
        if item is None:
            return False
        change = acceptance(item, self._session.state.snapshot, datetime.now(UTC))
        return self._session.apply(change) is not None

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
        from fastmap.tasks.decision_plans import NotUnderstoodError, plan_with

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
        return tuple(_other(item, self._session.state.texts) for item in found)

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


def share_from(typed: str) -> float | None:
    """Return a share (0–1) from a percentage that a person typed, or ``None`` if it is none.

    >>> share_from("60 %"), share_from("0,5 %"), share_from("160")
    (0.6, 0.005, None)
    """
    try:
        percent = float(typed.replace("%", "").replace(",", ".").strip())
    except ValueError:
        return None
    return percent / 100 if 0 <= percent <= 100 else None


def target_from(typed: str, unit: str) -> float | None:
    """Return a target that a person typed: a share (0–1) from a percentage, or a whole number; ``None`` if it is none.

    >>> target_from("45 %", "share"), target_from("4", "count"), target_from("4.5", "count"), target_from("-1", "count")
    (0.45, 4.0, None, None)
    """
    if unit == "share":
        return share_from(typed)
    text = typed.strip()
    return float(text) if text.isascii() and text.isdigit() and float(text) <= MOST_COUNTED else None


def _context(state: SessionState) -> ReportContext:
    assert state.results is not None  # callers ask only then
    return ReportContext(state.results, state.catalogue, state.texts, datetime.now().astimezone().date())


def decided(snapshot: Snapshot, results: Results) -> frozenset[str]:
    """Return the recommendations about which an answer holds: one whose facts changed since is open again."""
    back = {item.id for item in results.recommendations if item.changed}
    judged = {decision.recommendation: decision for decision in results.snapshot.decisions}
    return frozenset(
        decision.recommendation
        for decision in snapshot.decisions
        # What changed was found for the answer that the results know; a newer answer holds.
        if decision.recommendation not in back or judged.get(decision.recommendation) != decision
    )


def _changed(item: Recommendation, state: SessionState) -> tuple[str, ...]:
    assert state.results is not None  # there is a recommendation
    if item.id in decided(state.snapshot, state.results):
        return ()
    return tuple(capital(state.texts.say(line)) for line in item.changed)


def _plan(item: Recommendation, texts: Texts) -> PlanView:
    plan, cost = item.plan, item.cost
    days, money = (
        _range_hint(texts, *pair) for pair in ((cost.days_low, cost.days_high), (cost.money_low, cost.money_high))
    )
    if plan is None:
        return PlanView(days_hint=days, money_hint=money)
    return PlanView(
        owner=plan.owner or "",
        due=shown_day(plan.due),
        days="" if plan.days is None else f"{plan.days:g}",
        money="" if plan.money is None else f"{plan.money:.10g}",
        days_hint=days,
        money_hint=money,
    )


def _range_hint(texts: Texts, low: float, high: float) -> str:
    return texts.number(low) if low == high else f"{texts.number(low)}–{texts.number(high)}"


def _other(item: NearMiss, texts: Texts) -> OtherView:
    then = ""
    if item.place_then is not None:
        words = (
            QCoreApplication.translate("NextStepsPage", "With that alone: place {then} by score, now {now}.")
            if item.place is not None
            else QCoreApplication.translate("NextStepsPage", "With that: place {then} by score.")
        )
        then = words.replace("{then}", str(item.place_then)).replace("{now}", str(item.place))
    return OtherView(
        id=item.reference,
        title=texts.term(f"action.{item.reference}.title"),
        condition=capital(texts.say(item.condition)),
        then=then,
        badge=cell_badge(item.cell, texts),
    )


def _card(
    item: Recommendation, decision: RecommendationDecision | None, changed: tuple[str, ...], texts: Texts
) -> CardView:
    timing = tuple(
        BadgeView(text=str(one), tone=str(one).lower(), full=capital(texts.term(f"timing.{one}")))
        for one in item.timing
    )
    badges = (*timing, cell_badge(item.cell, texts))
    if item.prepare_first:
        badges = (BadgeView(text=capital(texts.term("report.decisions.prepare_first")), tone="warn"), *badges)
    return CardView(
        id=item.id,
        title=texts.term(f"action.{item.reference}.title"),
        decision=texts.say(item.decision),
        badges=badges,
        answer=decision.answer if decision else None,
        answer_badge=_answer_badge(decision, texts) if decision else None,
        answer_reason=(decision.reason or "") if decision else "",
        changed=changed,
        is_on_paper=item.plan is not None and item.plan.on_paper,
    )


def _details(item: Recommendation, context: ReportContext) -> DetailsView:
    card = decision_card(context, 1, item)
    parts = tuple(
        PartView(key=part.key, label=part.label, lines=tuple(map(capital, part.lines)))
        for part in card.lines
        if part.key not in _LAID_OUT_ELSEWHERE
    )
    lines = (_factors(item, context.texts), *context.sentences(item.working))
    order = PartView(key="order", label=context.say("card.order"), lines=lines)
    return DetailsView(reasons=tuple(_reasons(item.why, context)), parts=(*parts, order))


def _reasons(why: tuple[Message, ...], context: ReportContext) -> Iterator[ReasonView]:
    """Yield one line per skill, and one per other fact."""
    about: dict[str, list[Message]] = {}
    for place, line in enumerate(why):
        skill = line.facts.get("skill")
        name = context.texts.fact(skill) if isinstance(skill, Labels) else str(place)
        about.setdefault(name, []).append(line)
    for lines in about.values():
        pages = tuple(dict.fromkeys(map(page_of_reason, lines)))
        for sentence in joined(context, lines):
            yield ReasonView(sentence=capital(sentence), pages=pages, step=step_of_reason(lines[0], context.catalogue))


def page_of_reason(line: Message) -> str:
    """Return the step in which the data behind a reason are recorded."""
    if line.key.startswith("indicator."):
        return PAGE_OF_INDICATOR.get(line.key.split(".")[1], "next_steps")
    return next((page for prefix, page in _PAGE_OF_REASON.items() if line.key.startswith(prefix)), "diagnosis")


def step_of_reason(line: Message, catalogue: Catalogue) -> Step | None:
    """Return the step of the path whose indicators hold the target that a reason names, if it names one."""
    if not line.key.startswith("indicator."):
        return None
    key = line.key.split(".")[1]
    return next((item.step for item in catalogue.indicators if item.key == key), None)


def _factors(item: Recommendation, texts: Texts) -> str:
    parts = {"impact": item.factors.impact, "feasibility": item.factors.feasibility, "gap": item.factors.gap}
    product = " × ".join(
        f"{texts.term(f'factor.{key}')} {texts.number(value, decimals=2)}" for key, value in parts.items()
    )
    return QCoreApplication.translate("NextStepsPage", "Order: {factors}").replace("{factors}", product)


def _answer_badge(decision: RecommendationDecision, texts: Texts) -> BadgeView:
    words = capital(texts.term(f"recommendation_answer.{decision.answer}"))
    return BadgeView(text=words, tone=_ANSWER_TONES[decision.answer])


def _step(number: int, item: StepResult, results: Results, context: ReportContext, snapshot: Snapshot) -> StepView:
    texts = context.texts
    step_of = {one.key: step.step for step in results.steps for one in step.indicators}
    before = sorted({step_of[key] for key in item.prepare}, key=tuple(Step).index)
    return StepView(
        step=item.step,
        number=number,
        name=texts.term(f"step.{item.step}"),
        meaning=texts.term(f"step_meaning.{item.step}"),
        words=capital(step_words(context, item)),
        suggestions=sum(one.step is item.step for one in results.recommendations),
        note=_note(item, context.catalogue),
        prepare="; ".join(_to_prepare(item, results, context)) if item.prepare_first else "",
        prepare_steps={step: texts.term(f"step.{step}") for step in before} if item.prepare_first else {},
        indicators=tuple(_indicator(one, results, context, snapshot) for one in item.indicators),
    )


def _to_prepare(item: StepResult, results: Results, context: ReportContext) -> Iterator[str]:
    """Yield the indicators to prepare first, each with its value and the target that holds."""
    known = {one.key: one for step in results.steps for one in step.indicators}
    words = QCoreApplication.translate("NextStepsPage", "{name} (now {value}, target {target})")
    for key in item.prepare:
        yield words.format(
            name=context.texts.term(f"indicator.{key}.name"),
            value=value_words(context, known[key], known[key].value),
            target=value_words(context, known[key], known[key].target),
        )


def _note(item: StepResult, catalogue: Catalogue) -> str:
    if item.step is Step.CONNECT:
        return QCoreApplication.translate("NextStepsPage", "runs alongside the other three")
    if not item.prepare_first:
        return ""
    step_of = {entry.key: entry.step for entry in catalogue.indicators}
    order = tuple(Step)
    numbers = sorted({order.index(step_of[key]) + 1 for key in item.prepare})
    if len(numbers) == 1:
        return QCoreApplication.translate("NextStepsPage", "prepare first: step {number}").format(number=numbers[0])
    both = " + ".join(map(str, numbers))
    return QCoreApplication.translate("NextStepsPage", "prepare first: steps {numbers}").format(numbers=both)


def _indicator(item: Indicator, results: Results, context: ReportContext, snapshot: Snapshot) -> IndicatorView:
    texts = context.texts
    definition = next(entry for entry in context.catalogue.indicators if entry.key == item.key)
    leads = item.key == "team_assessment" and results.team.mastered is not None
    answers = () if leads else snapshot.indicator_answers
    answer = next((one for one in answers if one.key == item.key), None)
    state, tone, icon = _STATES[item.met]
    own = item.catalogue_target is not None
    return IndicatorView(
        key=item.key,
        name=texts.term(f"indicator.{item.key}.name"),
        facts=found_words(context, item) or "",
        source=texts.term(f"indicator.{item.key}.source"),
        value=value_words(context, item, item.value),
        bound=_bound(definition),
        target=value_words(context, item, item.target),
        has_own_target=own,
        usual_target=value_words(context, item, item.catalogue_target) if own else "",
        can_change_target=item.unit != "yes_no",
        state=state,
        state_words=capital(context.say(f"steps.{state}")),
        tone=tone,
        icon=icon,
        by_hand=definition.recorded_by_hand and not leads,
        unit=item.unit,
        recorded=answer.value if answer else None,
        note=(answer.note or "") if answer else "",
        page=PAGE_OF_INDICATOR.get(item.key, ""),
    )


def _bound(definition: IndicatorDefinition) -> str:
    if definition.unit == "yes_no":
        return ""
    if definition.lower_is_better:
        return QCoreApplication.translate("NextStepsPage", "at most")
    return QCoreApplication.translate("NextStepsPage", "at least")


def _keep(item: KeepAndDeepen, context: ReportContext) -> KeepView:
    return KeepView(
        title=context.action_title(item.title, item.reference),
        badge=cell_badge(item.cell, context.texts),
        advice=context.sentence(item.advice),
    )


def _checklist(state: SessionState) -> tuple[ChecklistView, ...]:
    answers = {answer.item: answer for answer in state.snapshot.checklist_answers}
    return tuple(
        ChecklistView(
            item=item,
            question=state.texts.term(f"checklist.{item}"),
            state=answers[item].state if item in answers else None,
            evidence=(answers[item].evidence or "") if item in answers else "",
        )
        for item in state.catalogue.checklist
    )
