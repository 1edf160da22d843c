"""How far the cluster is on the four steps, in words first."""

from __future__ import annotations

from fastmap.analysis.targets import changed_targets
from fastmap.model.choices import Step
from fastmap.model.messages import Fact, Share
from fastmap.model.results import Indicator, StepResult
from fastmap.report.badges import Badge, Tone
from fastmap.report.blocks import Block, CellValue, Note, Paragraph, StepBar, Steps, Table
from fastmap.report.columns import columns
from fastmap.report.context import ReportContext
from fastmap.report.finished import Section

_COLUMNS = "step indicator in_words target_words state_badge facts value_source value target catalogue_target unit"
_PDF_COLUMNS = ("step", "indicator", "in_words", "target_words", "state_badge")


def steps(context: ReportContext) -> Section:
    """Return the chapter on the four steps."""
    results = context.results.steps
    blocks: list[Block] = [
        Paragraph(text=context.say("steps.reading")),
        Steps(caption=context.say("steps.caption"), steps=tuple(_bar(context, item) for item in results)),
    ]
    blocks += [_prepare(context, item) for item in results if item.prepare_first]
    blocks += _own_targets(context)
    blocks.append(
        Table(
            key="indicators",
            caption=context.say("steps.table_caption"),
            columns=columns(context.texts, _COLUMNS),
            rows=tuple(_row(context, item.step, indicator) for item in results for indicator in item.indicators),
            pdf_columns=_PDF_COLUMNS,
            pdf_cells={"step": tuple(str(n) for n, item in enumerate(results, start=1) for _ in item.indicators)},
        )
    )
    return Section(key="steps", title=context.say("section.steps"), blocks=tuple(blocks))


def _prepare(context: ReportContext, item: StepResult) -> Note:
    return Note(
        title=context.say("steps.prepare_title", step=context.word("step", item.step)),
        text=context.say("steps.prepare", indicators=_names(context, item.prepare)),
        tone=Tone.WARN,
    )


def _own_targets(context: ReportContext) -> list[Block]:
    """Return the note that the cluster holds itself against other targets than the catalogue's, where it does."""
    changed = changed_targets(context.results.steps)
    if changed is None:
        return []
    return [Note(title=context.say("target.note_title"), text=context.sentence(changed), tone=Tone.WARN)]


def target_words(context: ReportContext, item: Indicator) -> str:
    """Return the target that holds; one of the cluster's own says so, with the catalogue's beside it."""
    target = goal_words(context, item, item.target)
    if item.catalogue_target is None:
        return target
    return context.say("target.own", target=target, usual=goal_words(context, item, item.catalogue_target))


def goal_words(context: ReportContext, item: Indicator, target: float) -> str:
    """Return a target of an indicator; "at most" where less is better."""
    words = value_words(context, item, target)
    is_most = any(one.key == item.key and one.lower_is_better for one in context.catalogue.indicators)
    return context.say("steps.at_most", value=words) if is_most else words


def found_words(context: ReportContext, item: Indicator) -> str | None:
    """Return what an indicator's value rests on; where it is not recorded yet, why, and what to do to record it."""
    facts = context.sentence(item.facts) if item.facts else None
    if item.value is not None or facts is None:
        return facts
    return context.say("target.to_record", why=facts, what=context.texts.term(f"indicator.{item.key}.record"))


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
        target_words(context, item),
        _state(context, item),
        found_words(context, item),
        context.texts.term(f"indicator.{item.key}.source"),
        item.value,
        item.target,
        item.catalogue_target,
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
