"""Recommendations as board decisions, in words: cards, details, reasons, and why not the others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from fastmap.model.choices import RecommendationAnswer
from fastmap.model.messages import Labels
from fastmap.report.reasons import joined
from fastmap.report.sections.decisions import decision_card
from ui.pages.actions_editor import shown_day
from ui.pages.next_steps_pages import page_of_reason, step_of_reason
from ui.pages.next_steps_plan import PlanView
from ui.pages.next_steps_views import BadgeView, CardView, DetailsView, KeepView, OtherView, PartView, ReasonView
from ui.pages.next_steps_words import capital, cell_badge

if TYPE_CHECKING:
    from fastmap.model.actions import RecommendationDecision
    from fastmap.model.messages import Message
    from fastmap.model.results import KeepAndDeepen, NearMiss, Recommendation
    from fastmap.report.context import ReportContext
    from fastmap.texts import Texts
    from ui.session import SessionState


_ANSWER_TONES = {
    RecommendationAnswer.ACCEPTED: "good",
    RecommendationAnswer.LATER: "warn",
    RecommendationAnswer.NO: "neutral",
}


_LAID_OUT_ELSEWHERE = frozenset({"why", "who", "answer", "order", "changed"})


def changed_since(item: Recommendation, state: SessionState) -> tuple[str, ...]:
    """Return what changed since the answer that a recommendation got; nothing while the answer holds."""
    from fastmap.tasks.deciding import decided

    assert state.results is not None  # there is a recommendation
    if item.id in decided(state.snapshot, state.results):
        return ()
    return tuple(capital(state.texts.say(line)) for line in item.changed)


def card_view(
    item: Recommendation, decision: RecommendationDecision | None, changed: tuple[str, ...], texts: Texts
) -> CardView:
    """Return a recommendation as it stands closed."""
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


def _answer_badge(decision: RecommendationDecision, texts: Texts) -> BadgeView:
    words = capital(texts.term(f"recommendation_answer.{decision.answer}"))
    return BadgeView(text=words, tone=_ANSWER_TONES[decision.answer])


def details_view(item: Recommendation, context: ReportContext) -> DetailsView:
    """Return why a recommendation is suggested, and everything else a board asks."""
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


def _factors(item: Recommendation, texts: Texts) -> str:
    parts = {"impact": item.factors.impact, "feasibility": item.factors.feasibility, "gap": item.factors.gap}
    product = " × ".join(
        f"{texts.term(f'factor.{key}')} {texts.number(value, decimals=2)}" for key, value in parts.items()
    )
    return QCoreApplication.translate("NextStepsPage", "Order: {factors}").replace("{factors}", product)


def plan_view(item: Recommendation, texts: Texts) -> PlanView:
    """Return what is filled in on a decision, with the usual range where nothing is."""
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


def other_view(item: NearMiss, texts: Texts) -> OtherView:
    """Return a candidate that stands on no card, in words."""
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


def keep_view(item: KeepAndDeepen, context: ReportContext) -> KeepView:
    """Return an action that runs, and how to get more out of it."""
    return KeepView(
        title=context.action_title(item.title, item.reference),
        badge=cell_badge(item.cell, context.texts),
        advice=context.sentence(item.advice),
    )
