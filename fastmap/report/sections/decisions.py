"""What to do next: three decisions for the board, the other recommendations, and what runs already."""

from __future__ import annotations

from collections.abc import Iterable

from fastmap.advice.nothing_left import why_nothing
from fastmap.model.results import CostRange, KeepAndDeepen, NearMiss, Recommendation
from fastmap.report.blocks import Block, CardLine, CellValue, DecisionCard, Paragraph, Table
from fastmap.report.columns import columns
from fastmap.report.context import ReportContext
from fastmap.report.finished import Section
from fastmap.report.reasons import joined
from fastmap.report.shortened import brief

_COLUMNS = (
    "number title reference decision step scope complexity timing score impact feasibility gap skills partners answer"
)
_PDF_COLUMNS = ("number", "title", "step", "timing", "impact", "feasibility", "gap")


def decisions(context: ReportContext) -> Section:
    """Return the chapter on recommendations."""
    found = context.results.recommendations
    blocks: list[Block] = []
    if not found:
        blocks.append(Paragraph(text=context.sentence(why_nothing(context.results, context.catalogue))))
    else:
        cards = context.results.on_cards(context.rules.cards)
        to_take = sum(not item.is_decided for item in cards)
        if to_take:
            blocks.append(Paragraph(text=context.say("decisions.reading", count=to_take)))
        blocks += [Paragraph(text=context.say("decisions.order")), _table(context, found)]
        numbered = numbered_cards(context)
        blocks += [brief(decision_card(context, number, item)) for number, item in numbered if not item.is_decided]
        if accepted := len(cards) - to_take:
            blocks.append(Paragraph(text=context.say("decisions.accepted", count=accepted)))
        blocks += [brief(decision_card(context, number, item)) for number, item in numbered if item.is_decided]
        on_paper = sum(item.plan is not None and item.plan.on_paper for item in cards)
        if on_paper and context.selection.shows("board_paper"):
            blocks.append(Paragraph(text=context.say("decisions.in_board_paper", count=on_paper)))
    blocks += _near_misses(context)
    blocks += _keep(context)
    return Section(key="decisions", title=context.say("section.decisions"), blocks=tuple(blocks))


def numbered_cards(context: ReportContext) -> tuple[tuple[int, Recommendation], ...]:
    """Return the decisions that have a card, with its number: those to be taken now, then what else a board is to see."""
    now = context.results.on_cards(context.rules.cards)
    more = [item for item in context.results.recommendations if item not in now and item.plan and item.plan.on_paper]
    return tuple(enumerate((*now, *more), start=1))


def decision_card(context: ReportContext, number: int, item: Recommendation) -> DecisionCard:
    """Return a recommendation as a decision that a board can take."""
    lines = (
        _line(context, "changed", context.sentences(item.changed)),
        _line(context, "why", joined(context, item.why)),
        _line(context, "if_not", joined(context, item.if_not)),
        _line(context, "needs", _one(context.list_words(context.labels(item.needs)))),
        _line(context, "partners", _one(context.partner_names(item.partners))),
        _line(context, "prerequisites", _prerequisites(context, item)),
        _line(context, "first_step", _one(context.sentence(item.first_step))),
        _line(context, "who", (who_words(context, item),)),
        _line(context, "cost", (planned_cost_words(context, item),)),
        _line(context, "who_pays", who_pays(context, item)),
        _line(context, "go_if", _one(context.sentence(item.go_if))),
        _line(context, "stop_if", _one(context.sentence(item.stop_if))),
        _line(context, "unknown", joined(context, item.unknown)),
        _line(context, "practice", _practice(context, item.practice)),
        _line(context, "kpi", _one(context.sentence(item.kpi))),
        _line(context, "order", context.sentences(item.working)),
        _line(context, "answer", _answer(context, item)),
    )
    return DecisionCard(
        number=number,
        decision=context.sentence(item.decision),
        badges=context.recommendation_badges(item),
        lines=tuple(line for line in lines if line is not None),
    )


def _line(context: ReportContext, key: str, lines: Iterable[str]) -> CardLine | None:
    found = tuple(lines)
    return CardLine(label=context.say(f"card.{key}"), lines=found, key=key) if found else None


def _one(text: str) -> tuple[str, ...]:
    return (text,) if text else ()


def _prerequisites(context: ReportContext, item: Recommendation) -> tuple[str, ...]:
    state = {True: "met", False: "not_met", None: "unknown"}
    return tuple(
        context.say(
            "decisions.prerequisite",
            what=context.texts.term(f"condition.{part.key}"),
            state=context.say(f"prerequisite.{state[part.met]}"),
        )
        for part in item.prerequisites
    )


def who_words(context: ReportContext, item: Recommendation) -> str:
    """Return who takes the first step, with whom and by when; blanks to fill in where nobody said."""
    plan = item.plan
    if plan is None or (plan.owner is None and plan.due is None):
        return context.say("decisions.blank_line")
    blank = context.say("decisions.blank")
    partners = context.partner_names(item.partners) or blank
    return context.say("decisions.who", owner=plan.owner or blank, partners=partners, due=plan.due or blank)


def planned_cost_words(context: ReportContext, item: Recommendation) -> str:
    """Return staff days and money as one line: what the cluster filled in, else the catalogue's range."""
    plan = item.plan
    if plan is None or (plan.days is None and plan.money is None):
        return cost_words(context, item.cost)
    cost = item.planned_cost
    days, money = _range(context, cost.days_low, cost.days_high), _range(context, cost.money_low, cost.money_high)
    every = plan.days is not None and plan.money is not None
    key = (
        "decisions.cost_own"
        if every
        else "decisions.cost_own_days"
        if plan.money is None
        else "decisions.cost_own_money"
    )
    return context.say(key, days=days, money=money)


def cost_words(context: ReportContext, cost: CostRange) -> str:
    """Return staff days and money as one line."""
    return context.say(
        "decisions.cost",
        days=_range(context, cost.days_low, cost.days_high),
        money=_range(context, cost.money_low, cost.money_high),
    )


def _range(context: ReportContext, low: float, high: float) -> str:
    if low == high:
        return context.texts.number(low)
    return f"{context.texts.number(low)}–{context.texts.number(high)}"


def who_pays(context: ReportContext, item: Recommendation) -> tuple[str, ...]:
    """Return who could pay for a decision, and what to ask the funder for, a line each."""
    general = f"action.{item.reference}.money"
    measures = [
        context.say("decisions.ask_for", measure=context.texts.term(f"measure.{key}")) for key in item.ask_funder
    ]
    return tuple([context.texts.term(general)] if general in context.texts else []) + tuple(measures)


def _practice(context: ReportContext, key: str | None) -> tuple[str, ...]:
    return () if key is None else (context.practice(key),)


def _answer(context: ReportContext, item: Recommendation) -> tuple[str, ...]:
    if item.answer is None:
        return ()
    word = context.word("recommendation_answer", item.answer)
    if not item.answer_reason:
        return (word,)
    return (context.say("decisions.answer", answer=word, reason=item.answer_reason),)


def _table(context: ReportContext, found: tuple[Recommendation, ...]) -> Table:
    return Table(
        key="recommendations",
        caption=context.say("decisions.table_caption"),
        columns=columns(context.texts, _COLUMNS),
        rows=tuple(_row(context, number, item) for number, item in enumerate(found, start=1)),
        pdf_rows=5,
        pdf_columns=_PDF_COLUMNS,
    )


def _row(context: ReportContext, number: int, item: Recommendation) -> tuple[CellValue, ...]:
    factors = item.factors
    return (
        number,
        decision_title(context, item),
        item.reference,
        context.sentence(item.decision),
        context.word("step", item.step),
        context.word("scope", item.cell.scope),
        context.word("complexity", item.cell.complexity),
        ", ".join(str(timing) for timing in item.timing) or None,
        item.score,
        factors.impact,
        factors.feasibility,
        factors.gap,
        context.list_words(context.labels(item.needs)) or None,
        context.partner_names(item.partners) or None,
        context.word("recommendation_answer", item.answer) if item.answer else None,
    )


def decision_title(context: ReportContext, item: Recommendation) -> str:
    """Return the title of the action that a decision is about, and whether it waits."""
    title = context.reference_title(item.reference)
    return context.say("decisions.prepare_first_title", title=title) if item.prepare_first else title


def _near_misses(context: ReportContext) -> list[Block]:
    found = context.results.near_misses
    if not found:
        return []
    return [
        Table(
            key="near_misses",
            caption=context.say("near.caption"),
            columns=columns(context.texts, "action reference place_now condition place_then"),
            rows=tuple(_near_miss(context, item) for item in found),
            pdf_rows=0,
        )
    ]


def _near_miss(context: ReportContext, item: NearMiss) -> tuple[CellValue, ...]:
    return (
        context.reference_title(item.reference),
        item.reference,
        item.place,
        context.sentence(item.condition),
        item.place_then,
    )


def _keep(context: ReportContext) -> list[Block]:
    found = context.results.keep_and_deepen
    if not found:
        return [Paragraph(text=context.say("decisions.keep_none"))]
    return [
        Paragraph(text=context.say("decisions.keep_reading", count=len(found))),
        Table(
            key="keep_and_deepen",
            caption=context.say("decisions.keep_caption"),
            columns=columns(context.texts, "action reference scope complexity skills advice"),
            rows=tuple(_keep_row(context, item) for item in found),
            pdf_rows=4,
            pdf_columns=("action", "advice"),
        ),
    ]


def _keep_row(context: ReportContext, item: KeepAndDeepen) -> tuple[CellValue, ...]:
    return (
        context.action_title(item.title, item.reference),
        item.reference,
        context.word("scope", item.cell.scope),
        context.word("complexity", item.cell.complexity),
        context.list_words(context.labels(item.needs)) or None,
        context.sentence(item.advice),
    )
