"""What sources beyond the answers say of the conclusions: vacancies, statistics, interviews."""

from __future__ import annotations

from collections import Counter

from fastmap.model.choices import SecondOpinion
from fastmap.model.results import SkillResult
from fastmap.report.blocks import Block, CellValue, Paragraph, Table
from fastmap.report.columns import columns
from fastmap.report.context import ReportContext

STATES = ("confirmed", "contradicted", "disputed", "no_data")
_PDF_ROWS = 3


def state_of(item: SkillResult) -> str:
    """Return one of `STATES`: what the sources noted for a conclusion say together."""
    opinions = {opinion for opinion, _ in item.imbalance.second_sources}
    if len(opinions) > 1:
        return "disputed"
    if not opinions:
        return "no_data"
    return "confirmed" if SecondOpinion.CONFIRMS in opinions else "contradicted"


def second_sources(context: ReportContext, told: tuple[SkillResult, ...]) -> list[Block]:
    """Return the part of the diagnosis on second sources, for the conclusions ``told``."""
    if not told:
        return []
    states = Counter(map(state_of, told))
    heading = Paragraph(text=context.say("second_sources.heading"), heading=True)
    counts = context.say(
        "second_sources.reading",
        count=len(told),
        parts=context.parts(
            context.say("second_sources.part", state=context.say(f"second_sources.{state}"), number=states[state])
            for state in STATES
            if states[state]
        ),
    )
    if states["no_data"] == len(told):
        return [heading, Paragraph(text=context.say("second_sources.none", count=len(told)))]
    # Those that a source speaks of come first; the others keep the order of the conclusions.
    rows = sorted(told, key=lambda item: state_of(item) == "no_data")
    with_source = len(told) - states["no_data"]
    return [
        heading,
        Paragraph(text=counts),
        Table(
            key="second_sources",
            caption=context.say("second_sources.caption"),
            columns=columns(context.texts, "skill verdict source_state sources_for sources_against weighing"),
            rows=tuple(_row(context, item) for item in rows),
            pdf_rows=min(with_source, _PDF_ROWS),
            pdf_columns=("skill", "verdict", "sources_for", "sources_against", "weighing"),
        ),
    ]


def _row(context: ReportContext, item: SkillResult) -> tuple[CellValue, ...]:
    state = state_of(item)
    return (
        context.title(item),
        context.verdict_badge(item),
        context.say(f"second_sources.{state}"),
        _named(context, item, SecondOpinion.CONFIRMS),
        _named(context, item, SecondOpinion.CONTRADICTS),
        weighed(context, item),
    )


def _named(context: ReportContext, item: SkillResult, opinion: SecondOpinion) -> str:
    """Return the sources of one opinion, in the named edition with what was noted of them."""
    notes = {
        (one.opinion, one.source): one.note for one in context.results.snapshot.second_sources if one.skill == item.uri
    }
    parts = [
        context.say("second_sources.with_note", source=source, note=note)
        if (note := notes.get((said, source)))
        else source or context.say("withheld.text")
        for said, source in item.imbalance.second_sources
        if said is opinion
    ]
    return context.parts(parts) or context.say("second_sources.none_noted")


def weighed(context: ReportContext, item: SkillResult) -> str:
    """Return a sentence that weighs what the sources say against the answers."""
    state = state_of(item)
    sentence = context.say(f"second_sources.weigh_{state}")
    if item.imbalance.sensitive and state in ("contradicted", "no_data"):
        return f"{sentence} {context.say('second_sources.weigh_sensitive')}"
    return sentence
