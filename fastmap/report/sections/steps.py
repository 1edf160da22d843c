"""How far the cluster is on the four steps, in words first."""

from __future__ import annotations

from fastmap.model.choices import Step
from fastmap.model.messages import Fact, Share
from fastmap.model.results import Indicator, StepResult
from fastmap.report.blocks import (
    Badge,
    Block,
    CellValue,
    Note,
    Paragraph,
    Section,
    StepBar,
    Steps,
    Table,
    Tone,
)
from fastmap.report.columns import columns
from fastmap.report.context import ReportContext

_COLUMNS = "step indicator in_words target_words state_badge facts value target unit"
_PDF_COLUMNS = ("step", "indicator", "in_words", "target_words", "state_badge", "facts")


def steps(context: ReportContext) -> Section:
    """Return the chapter on the four steps."""
    results = context.results.steps
    blocks: list[Block] = [
        Paragraph(text=context.say("steps.reading")),
        Steps(caption=context.say("steps.caption"), steps=tuple(_bar(context, item) for item in results)),
    ]
    blocks += [_prepare(context, item) for item in results if item.prepare_first]
    blocks.append(
        Table(
            key="indicators",
            caption=context.say("steps.table_caption"),
            columns=columns(context.texts, _COLUMNS),
            rows=tuple(_row(context, item.step, indicator) for item in results for indicator in item.indicators),
            pdf_columns=_PDF_COLUMNS,
        )
    )
    return Section(key="steps", title=context.say("section.steps"), blocks=tuple(blocks))


def _prepare(context: ReportContext, item: StepResult) -> Note:
    return Note(
        title=context.say("steps.prepare_title", step=context.word("step", item.step)),
        text=context.say("steps.prepare", indicators=_names(context, item.prepare)),
        tone=Tone.WARN,
    )


def _names(context: ReportContext, keys: tuple[str, ...]) -> str:
    return context.list_words(
        context.say("steps.quoted", name=context.texts.term(f"indicator.{key}.name")) for key in keys
    )


def _bar(context: ReportContext, item: StepResult) -> StepBar:
    return StepBar(
        key=str(item.step),
        name=context.word("step", item.step),
        words=step_words(context, item),
        readiness_0_1=None if item.readiness is None else item.readiness / 100,
        note=context.say("steps.parallel") if item.step is Step.CONNECT else None,
    )


def step_words(context: ReportContext, item: StepResult) -> str:
    """Return "3 of 5 in place, 1 unknown"."""
    met = sum(1 for indicator in item.indicators if indicator.met)
    unknown = sum(1 for indicator in item.indicators if indicator.met is None)
    if unknown == len(item.indicators):
        return context.say("steps.all_unknown", count=len(item.indicators))
    if unknown:
        return context.say("steps.words_unknown", met=met, count=len(item.indicators), unknown=unknown)
    return context.say("steps.words", met=met, count=len(item.indicators))


def _row(context: ReportContext, step: Step, item: Indicator) -> tuple[CellValue, ...]:
    hidden = context.protection is not None and item.key in context.protection.indicators
    value = context.say("withheld.short") if hidden else value_words(context, item, item.value)
    return (
        context.word("step", step),
        context.texts.term(f"indicator.{item.key}.name"),
        value,
        value_words(context, item, item.target),
        _state(context, item),
        context.sentence(item.facts) if item.facts else None,
        item.value,
        item.target,
        context.word("unit", item.unit),
    )


def value_words(context: ReportContext, item: Indicator, value: float | None) -> str:
    """Return a value of an indicator, or its target, as people read it."""
    fact: Fact
    if value is None:
        return context.say("steps.not_known")
    match item.unit:
        case "share":
            fact = Share(value)
        case "yes_no":
            fact = value > 0
        case _:
            fact = value
    return context.texts.fact(fact)


def _state(context: ReportContext, item: Indicator) -> Badge:
    if item.met is None:
        return Badge(context.say("steps.unknown"), Tone.NEUTRAL)
    return Badge(context.say("steps.met"), Tone.GOOD) if item.met else Badge(context.say("steps.not_met"), Tone.WARN)
