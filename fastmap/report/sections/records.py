"""What was recorded, row by row: tables for the workbook of the named edition only."""

from __future__ import annotations

from typing import TypeAlias

from fastmap.analysis.answers import accepted_responses
from fastmap.model.choices import MappingHow
from fastmap.model.ids import LanguageCode, SkillUri
from fastmap.model.meanings import key_of
from fastmap.model.responses import Need, Response
from fastmap.model.skills import Mapping, SetAside, Split
from fastmap.model.snapshot import Snapshot
from fastmap.report.blocks import Block, CellValue, Paragraph, Table
from fastmap.report.columns import columns
from fastmap.report.context import ReportContext
from fastmap.report.finished import Section

_Decision: TypeAlias = Mapping | Split | SetAside

_MEMBERS = "code name kind headcount activity nuts status received channel language needs problems"
NEED_COLUMNS = (
    "code name row raw_text language skill skill_source mapping_how job need_level short_now short_12m short_36m"
    " consequence hiring hiring_reasons provision joint_people"
)


def records(context: ReportContext) -> Section | None:
    """Return members, needs and mappings as recorded; ``None`` in an anonymous edition, which must not hold them."""
    if context.anonymous:
        return None
    blocks: list[Block] = [Paragraph(text=context.say("records.reading")), _members(context), _needs(context)]
    blocks.append(_mappings(context))
    blocks.append(_texts_without_skill(context))
    return Section(key="records", title=context.say("section.records"), blocks=tuple(blocks), workbook_only=True)


def _members(context: ReportContext) -> Table:
    answers = {response.member: response for response in accepted_responses(context.results.snapshot)}
    rows: list[tuple[CellValue, ...]] = []
    for member in context.results.snapshot.members:
        answer = answers.get(member.code)
        rows.append(
            (
                member.code,
                member.name,
                context.word("member_kind", member.kind) if member.kind else None,
                member.headcount,
                member.activity,
                member.nuts,
                context.word("member_status", member.status),
                answer.received_at.date() if answer else None,
                context.word("channel", answer.channel) if answer else None,
                answer.language if answer else None,
                len(answer.needs) if answer else None,
                len(answer.problems) if answer else None,
            )
        )
    return Table(
        key="members",
        caption=context.say("records.members"),
        columns=columns(context.texts, _MEMBERS),
        rows=tuple(rows),
        pdf_rows=0,
        empty_text=context.say("method.no_members"),
    )


def _needs(context: ReportContext) -> Table:
    snapshot = context.results.snapshot
    members = {member.code: member.name for member in snapshot.members}
    decided = _decisions(snapshot)
    rows = tuple(
        _need(context, response, need, members.get(response.member) if response.member else None, decided)
        for response in accepted_responses(snapshot)
        for need in response.needs
    )
    return Table(
        key="needs",
        caption=context.say("records.needs"),
        columns=columns(context.texts, NEED_COLUMNS),
        rows=rows,
        pdf_rows=0,
        empty_text=context.say("records.no_needs"),
    )


def _need(
    context: ReportContext,
    response: Response,
    need: Need,
    name: str | None,
    decided: dict[tuple[str, LanguageCode], _Decision],
) -> tuple[CellValue, ...]:
    decision = decided.get((key_of(need.skill_text), response.language))
    skill, source = _meaning(context, decision)
    return (
        response.member,
        name,
        need.row,
        need.skill_text,
        response.language,
        skill,
        source,
        context.word("mapping_how", decision.how) if decision else None,
        need.job,
        context.word("need_level", need.level) if need.level else None,
        need.short_now,
        need.short_12m,
        need.short_36m,
        context.word("consequence", need.consequence) if need.consequence else None,
        context.word("hiring", need.hiring) if need.hiring else None,
        context.list_words(context.word("hiring_reason", reason) for reason in need.hiring_reasons) or None,
        context.word("provision", need.provision) if need.provision else None,
        need.joint_people,
    )


def _decisions(snapshot: Snapshot) -> dict[tuple[str, LanguageCode], _Decision]:
    every: tuple[_Decision, ...] = (*snapshot.set_aside, *snapshot.splits, *snapshot.mappings)
    return {(decision.text_key, decision.language): decision for decision in every}


def _meaning(context: ReportContext, decision: _Decision | None) -> tuple[str | None, str | None]:
    """Return the words for skill and source of a need: several skills of a split text stand side by side."""
    match decision:
        case Mapping():
            skill, source = _skill(context, decision.skill)
            return skill, source or context.word("skill_source", "provisional")
        case Split():
            parts = [_skill(context, part.skill) for part in decision.parts]
            sources = dict.fromkeys(source for _, source in parts if source)
            return "; ".join(skill for skill, _ in parts), "; ".join(sources) or None
        case SetAside():
            return None, context.say("records.set_aside")
    return None, context.word("skill_source", "provisional")


def _skill(context: ReportContext, uri: SkillUri) -> tuple[str, str | None]:
    found = context.recorded_skills.get(uri)
    if found is None:
        return uri, None
    return found.label(context.texts.language), context.word("skill_source", found.source)


def _mappings(context: ReportContext) -> Table:
    rows: tuple[tuple[CellValue, ...], ...] = tuple(
        (
            mapping.text_key,
            mapping.language,
            _skill(context, mapping.skill)[0],
            mapping.skill,
            context.word("mapping_how", mapping.how),
            mapping.score if mapping.how is MappingHow.SUGGESTED else None,
            mapping.decided_at.date() if mapping.decided_at else None,
        )
        for mapping in context.results.snapshot.mappings
    )
    rows += tuple(
        (
            split.text_key,
            split.language,
            _skill(context, part.skill)[0],
            part.skill,
            context.word("mapping_how", split.how),
            None,
            split.decided_at.date() if split.decided_at else None,
        )
        for split in context.results.snapshot.splits
        for part in split.parts
    )
    return Table(
        key="mappings",
        caption=context.say("records.mappings"),
        columns=columns(context.texts, "text_key language skill uri mapping_how match_score decided"),
        rows=rows,
        pdf_rows=0,
        empty_text=context.say("records.no_mappings"),
    )


def _texts_without_skill(context: ReportContext) -> Table:
    return Table(
        key="texts_without_skill",
        caption=context.say("records.unmatched"),
        columns=columns(context.texts, "raw_text language count text_state"),
        rows=tuple(
            (
                item.text,
                item.language,
                item.count,
                context.say("records.set_aside" if item.is_set_aside else "records.undecided"),
            )
            for item in context.results.unmatched
        ),
        pdf_rows=0,
        empty_text=context.say("records.all_placed"),
    )
