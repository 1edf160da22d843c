"""Paragraphs for a funding application, from recorded results alone: what is not known is said, never filled in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fastmap.model.choices import RecommendationAnswer
from fastmap.model.results import Recommendation, SkillResult
from fastmap.report.paper_blocks import Cell, Form, Head, Heading, Look, Paper, PaperBlock, Points, Text, Words
from fastmap.report.papers.costs import planned
from fastmap.report.papers.desk import Desk, plain
from fastmap.report.papers.findings import answers, demand, diagnosis, findings, skill_figure, supply
from fastmap.report.sections.board_paper import chosen
from fastmap.report.sections.decisions import planned_cost_words, who_pays
from fastmap.report.sections.roadmap import reading, roadmap_for
from fastmap.report.sections.sources import uses_esco
from fastmap.texts import sentence_case

_FIRST: Final = 3
"""Skills of which a figure is told in a sentence of its own."""
_IN_TABLE: Final = 8
_LIMITS: Final = ("self_reported", "who_answered", "sums", "places", "thin", "not_recorded")


def application(desk: Desk) -> Paper:
    """Return the paragraphs; before anybody has answered only what is recorded otherwise."""
    parts = {
        "need": _need,
        "evidence": _evidence,
        "target": _target,
        "partners": _partners,
        "actions": _actions,
        "indicators": _indicators,
        "limits": _limits,
    }
    blocks: list[PaperBlock] = [desk.text("word.application.reading", Look.QUIET)]
    for key, part in parts.items():
        blocks += [Heading(text=desk.say(f"application.{key}")), *part(desk)]
    blocks += desk.sources()
    if uses_esco(desk.context):
        blocks.append(desk.text("sources.esco", Look.QUIET))
    return Paper(
        key="application",
        title=desk.say("title.application"),
        subtitle=desk.say("subtitle.application"),
        blocks=tuple(blocks),
    )


def _is_answered(desk: Desk) -> bool:
    return bool(desk.context.results.quality.answered) and not desk.context.is_general_withheld("answered")


def _need(desk: Desk) -> Iterator[PaperBlock]:
    if not _is_answered(desk):
        yield from findings(desk)
        return
    yield Text(words=(*answers(desk), " ", *demand(desk)))
    ranking = desk.form(
        "ranking", "rank skill users short_now short_12m priority", rests_on=desk.by_answers, most=_IN_TABLE
    )
    if ranking is not None:
        yield ranking
    yield Text(words=diagnosis(desk))


def _evidence(desk: Desk) -> Iterator[PaperBlock]:
    context, info = desk.context, desk.context.results.snapshot.info
    yield Text(words=(context.say("method.what", k=context.rules.privacy_k),))
    if not _is_answered(desk):
        return
    dates = info.round_start and info.round_end
    asked = (context.say("method.dates", start=info.round_start, end=info.round_end),) if dates else ()
    yield Text(words=(" ".join((*asked, context.say("method.own_rate"))),))
    firm = tuple(_firmness(desk, item) for item in context.top[:_FIRST] if item.ranking.rank_low is not None)
    if firm:
        yield desk.text("word.application.drawn_again")
        yield Points(items=firm)
    yield from _second_sources(desk)


def _firmness(desk: Desk, item: SkillResult) -> Words:
    """Return between which ranks a skill lies when members are drawn again."""
    ranking = item.ranking
    return desk.words(
        "word.application.firmness",
        skill=desk.context.title(item),
        low=skill_figure(desk, item, "rank_low", ranking.rank_low),
        high=skill_figure(desk, item, "rank_high", ranking.rank_high),
        share=skill_figure(desk, item, "top10_share", ranking.top10_share, share=True),
    )


def _second_sources(desk: Desk) -> Iterator[PaperBlock]:
    context = desk.context
    found = tuple(
        desk.words(
            "word.application.second_source",
            skill=context.title(item),
            opinion=context.word("second_opinion", opinion),
            source=source,
        )
        for item in context.top
        for opinion, source in item.imbalance.second_sources
    )
    if found:
        yield desk.text("word.application.second_sources")
        yield Points(items=found)
    else:
        yield desk.text("word.application.no_second_source")


def _target(desk: Desk) -> Iterator[PaperBlock]:
    context = desk.context
    if not _is_answered(desk):
        yield Text(words=(context.say("priorities.none", users=context.rules.min_users),))
        return
    keys = "slice members asked answered response_rate headcount_answered"
    by_size = desk.form("response_by_size", keys, rests_on=desk.by_answers)
    if by_size is not None:
        yield by_size
    elif context.anonymous:
        yield desk.text("method.slices_withheld")
    telling = [
        item for item in context.top if item.quantities.joint_people and not context.withheld(item, "joint_people")
    ]
    released = tuple(
        desk.words(
            "word.application.released",
            skill=context.title(item),
            people=skill_figure(desk, item, "joint_people", item.quantities.joint_people),
        )
        for item in telling[:_FIRST]
    )
    if released:
        yield desk.text("word.application.released_reading")
        yield Points(items=released)
    barriers = desk.form("barriers", "barrier firms", rests_on=desk.by_answers, most=_FIRST)
    if barriers is not None:
        yield barriers


def _partners(desk: Desk) -> Iterator[PaperBlock]:
    yield Text(words=supply(desk))
    nobody = desk.context.say("coverage.nobody_recorded")
    actors = desk.form(
        "actor_check",
        "partner_type state_badge partners best_stage",
        rests_on=desk.by_records,
        day=desk.recorded,
        most=20,
        where=lambda row: row["partners"] != nobody,
    )
    if actors is not None:
        yield actors
    commitments = desk.form(
        "commitments", "promised_by commitment due commitment_state", rests_on=desk.by_records, day=desk.recorded
    )
    if commitments is not None:
        yield commitments


def _actions(desk: Desk) -> Iterator[PaperBlock]:
    yield from planned(desk)
    found = _proposed(desk)
    if not found:
        return
    context = desk.context
    yield Form(
        name=desk.say("application.proposed"),
        caption=(desk.say("application.proposed"), *_mark(desk, "recommendations")),
        heads=(
            Head(text=context.say("column.decision.name"), share=6),
            desk.head("timing"),
            Head(text=context.say("card.cost"), share=4),
            Head(text=context.say("card.who_pays"), share=5),
        ),
        rows=tuple(_proposal(desk, item) for item in found),
    )


def _mark(desk: Desk, table: str) -> Words:
    return (desk.mark(table, rests_on=desk.by_records, day=desk.recorded),) if desk.has(table) else ()


def _proposed(desk: Desk) -> tuple[Recommendation, ...]:
    """Return the decisions that were chosen for the board or accepted, else the first suggestions."""
    context = desk.context
    wanted = {item.id for item in chosen(context)}
    found = tuple(
        item
        for item in context.results.recommendations
        if (item.id in wanted or item.answer is RecommendationAnswer.ACCEPTED) and not item.is_quiet
    )
    return found or context.results.on_cards(context.rules.cards)


def _proposal(desk: Desk, item: Recommendation) -> tuple[Cell, ...]:
    context = desk.context
    return (
        (context.sentence(item.decision),),
        (", ".join(str(timing) for timing in item.timing),),
        (planned_cost_words(context, item),),
        ("\n".join(who_pays(context, item)) or "–",),
    )


def _indicators(desk: Desk) -> Iterator[PaperBlock]:
    keys = "kpi_indicator kpi_baseline kpi_target_words kpi_actual_words kpi_period"
    told = ("kpi_baseline", "kpi_target_words", "kpi_actual_words")
    table = desk.form(
        "kpi_table",
        keys,
        rests_on=desk.by_records,
        day=desk.recorded,
        most=20,
        where=lambda row: any(row[key] is not None for key in told),
    )
    yield desk.text("word.application.no_indicators") if table is None else table
    measures = tuple(dict.fromkeys(desk.context.sentence(item.kpi) for item in _proposed(desk)))
    if measures:
        yield desk.text("word.application.measures")
        yield Points(items=plain(sentence_case(measure) for measure in measures))


def _limits(desk: Desk) -> Iterator[PaperBlock]:
    context = desk.context
    lines = [context.say(f"limit.{key}") for key in _LIMITS]
    lines += context.sentences(context.results.quality.warnings)
    planned_now = roadmap_for(context)
    if planned_now.late or planned_now.ownerless:
        lines.append(reading(context, planned_now))
    open_points = {line for item in _proposed(desk) for line in context.sentences(item.unknown)}
    lines += sorted(open_points)
    yield Points(items=plain(dict.fromkeys(lines)))
