"""Need by kind of skill – digital and green among them – and by smart-specialisation priority."""

from __future__ import annotations

from fastmap.model.choices import SkillKind
from fastmap.model.messages import Share
from fastmap.model.specialisation import NOT_RECORDED, OTHER, KindNeed, PriorityNeed
from fastmap.report.blocks import Block, CellValue, Paragraph, Table
from fastmap.report.columns import columns
from fastmap.report.context import ReportContext
from fastmap.report.finished import Section
from fastmap.texts import sentence_case

_TRANSITIONS = (SkillKind.DIGITAL, SkillKind.GREEN)
_KIND = "skill_kind skills_named skills_ranked kind_firms firms_share short_12m people_share leading_skills"
_KIND_IN_PDF = (
    "skill_kind",
    "skills_named",
    "kind_firms",
    "firms_share",
    "short_12m",
    "people_share",
    "leading_skills",
)
_KIND_ANONYMOUS = "skill_kind skills_named skills_ranked short_12m people_share leading_skills"
_PRIORITY = (
    "s3_priority members answered kind_firms short_12m digital_firms digital_people green_firms green_people"
    " leading_skills"
)
_PRIORITY_IN_PDF = (
    "s3_priority",
    "answered",
    "digital_firms",
    "digital_people",
    "green_firms",
    "green_people",
    "leading_skills",
)


def specialisation(context: ReportContext) -> Section:
    """Return the chapter on kinds of skill and priorities."""
    found = context.results.specialisation
    if not found.by_kind:
        blocks: list[Block] = [Paragraph(text=context.say("specialisation.nothing"))]
    else:
        blocks = [Paragraph(text=_reading(context)), _by_kind(context)]
    blocks += _priorities(context)
    return Section(key="specialisation", title=context.say("section.specialisation"), blocks=tuple(blocks))


def _reading(context: ReportContext) -> str:
    """Return what the need for digital and for green skills is, and what is not known."""
    needs = {need.kind: need for need in context.results.specialisation.by_kind}
    parts = [_transition(context, kind, needs.get(kind)) for kind in _TRANSITIONS]
    if unknown := needs.get(None):
        parts.append(context.say("specialisation.kind_unknown", count=unknown.skills))
    parts.append(context.say("specialisation.shown_only" if context.anonymous else "specialisation.sums"))
    return " ".join(parts)


def _transition(context: ReportContext, kind: SkillKind, need: KindNeed | None) -> str:
    word = context.word("skill_kind", kind)
    if need is None:
        return context.say("specialisation.none_shown" if context.anonymous else "specialisation.none", kind=word)
    told = [context.say("specialisation.skills", kind=word, count=need.skills)]
    if need.firms is not None and need.firms_share is not None:
        told.append(context.say("specialisation.firms", count=need.firms, share=Share(need.firms_share)))
    if need.short_12m is None:
        told.append(context.say("specialisation.people_unknown"))
    elif need.people_share is None:
        told.append(context.say("specialisation.people", count=need.short_12m))
    else:
        told.append(context.say("specialisation.people_share", count=need.short_12m, share=Share(need.people_share)))
    return sentence_case(context.say("specialisation.sentence", parts=context.list_words(told)))


def kind_word(context: ReportContext, kind: SkillKind | None) -> str:
    """Return the word for a kind of skill, also for one that nobody recorded."""
    return context.word("skill_kind", kind) if kind else context.say("specialisation.no_kind")


def _by_kind(context: ReportContext) -> Table:
    return Table(
        key="need_by_kind",
        caption=context.say("specialisation.kind_caption"),
        columns=columns(context.texts, _KIND_ANONYMOUS if context.anonymous else _KIND),
        rows=tuple(_kind_row(context, need) for need in context.results.specialisation.by_kind),
        pdf_columns=None if context.anonymous else _KIND_IN_PDF,
    )


def _kind_row(context: ReportContext, need: KindNeed) -> tuple[CellValue, ...]:
    firms = () if context.anonymous else (need.firms, need.firms_share)
    leading = context.list_words(context.labels(need.leading)) or context.say("specialisation.none_ranked")
    return (
        kind_word(context, need.kind),
        need.skills,
        need.ranked,
        *firms,
        need.short_12m,
        need.people_share,
        leading,
    )


# --- priorities -----------------------------------------------------------------------------------------------------------


def priority_word(context: ReportContext, priority: str) -> str:
    """Return the name of a priority, or what stands for members of none and for those nothing is known of."""
    if priority in (OTHER, NOT_RECORDED):
        return context.say(f"specialisation.{priority}")
    return context.sector_word(priority)


def _priorities(context: ReportContext) -> list[Block]:
    found, sectors = context.results.specialisation, context.results.snapshot.cluster.sectors
    blocks: list[Block] = [Paragraph(text=context.say("specialisation.priorities"), heading=True)]
    if not sectors:
        return [*blocks, Paragraph(text=context.say("specialisation.no_priorities"))]
    names = context.parts(priority_word(context, key) for key in sectors)
    sentences = [context.say("specialisation.chosen", count=len(sectors), priorities=names)]
    if found.untold:
        untold = context.parts(priority_word(context, key) for key in found.untold)
        sentences.append(context.say("specialisation.untold", count=len(found.untold), priorities=untold))
    if context.anonymous:
        sentences.append(context.say("specialisation.not_crossed"))
    elif found.by_priority:
        sentences.append(context.say("specialisation.rule"))
    blocks.append(Paragraph(text=" ".join(sentences)))
    if found.by_priority:
        blocks.append(_by_priority(context, found.by_priority))
    return blocks


def _by_priority(context: ReportContext, needs: tuple[PriorityNeed, ...]) -> Table:
    return Table(
        key="need_by_priority",
        caption=context.say("specialisation.priority_caption"),
        columns=columns(context.texts, _PRIORITY),
        rows=tuple(
            (
                priority_word(context, need.priority),
                need.members,
                need.answered,
                need.every.firms,
                need.every.short_12m,
                need.digital.firms,
                need.digital.short_12m,
                need.green.firms,
                need.green.short_12m,
                context.list_words(context.labels(need.leading)) or None,
            )
            for need in needs
        ),
        pdf_columns=_PRIORITY_IN_PDF,
    )
