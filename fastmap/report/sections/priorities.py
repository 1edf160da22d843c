"""Which skills members lack most, and how sure their order is."""

from __future__ import annotations

from dataclasses import replace

from fastmap.analysis.weights import changed_weights
from fastmap.model.results import SkillResult
from fastmap.report.badges import Tone
from fastmap.report.blocks import Block, CellValue, Note, Paragraph, Table
from fastmap.report.columns import columns
from fastmap.report.context import ReportContext
from fastmap.report.drawings import Chart, ChartKind, Series
from fastmap.report.finished import Section
from fastmap.report.sections.summary import ranked_from

_IN_CHART = 13
_IN_PEOPLE_CHART = 7
_COLUMNS = (
    "rank skill skill_kind users short_now short_12m short_36m joint_people reach severity urgency scarcity priority"
    " rank_low rank_high top10_share missing_parts"
)
_PDF_COLUMNS = ("rank", "skill", "users", "short_now", "short_12m", "priority", "top10_share")


def priorities(context: ReportContext) -> Section:
    """Return the chapter on priorities."""
    blocks: list[Block] = []
    if not context.ranked:
        blocks.append(Paragraph(text=context.say("priorities.none", users=ranked_from(context))))
    else:
        blocks.append(Paragraph(text=_reading(context)))
        blocks += _own_weights(context)
        people = _people_chart(context)
        blocks += [replace(_rank_chart(context), beside=len(people)), *people, _table(context)]
        blocks += _missing_parts(context)
    blocks += _named_by_few(context)
    set_aside = sum(text.is_set_aside for text in context.results.unmatched)
    undecided = len(context.results.unmatched) - set_aside
    for key, count in (("unmatched", undecided), ("set_aside", set_aside)):
        if count:
            blocks.append(
                Note(
                    title=context.say(f"priorities.{key}_title"),
                    text=context.say(f"priorities.{key}", count=count),
                )
            )
    return Section(key="priorities", title=context.say("section.priorities"), blocks=tuple(blocks))


def _reading(context: ReportContext) -> str:
    text = context.say("priorities.reading", users=ranked_from(context), count=len(context.ranked))
    if context.anonymous:
        return text + " " + context.say("priorities.reading_anonymous")
    return text


def _own_weights(context: ReportContext) -> list[Block]:
    changed = changed_weights(context.results.snapshot, context.catalogue.rules)
    if changed is None:
        return []
    title = context.say("priorities.weights_title")
    return [Note(title=title, text=context.sentence(changed), tone=Tone.WARN)]


def _rank_chart(context: ReportContext) -> Chart:
    shown = context.ranked[:_IN_CHART]
    labels = tuple(context.title(item) for item in shown)
    known = all(item.ranking.rank_low is not None for item in shown)
    if not known:
        return _priority_chart(context, shown, labels)
    parts = tuple(
        context.say(
            "priorities.rank_part",
            skill=label,
            rank=item.ranking.rank,
            low=item.ranking.rank_low,
            high=item.ranking.rank_high,
        )
        for label, item in zip(labels, shown, strict=True)
    )
    low, value, high = (
        Series(key=key, label=context.say(f"series.{key}"), values=tuple(numbers))
        for key, numbers in (
            ("low", [item.ranking.rank_low for item in shown]),
            ("value", [item.ranking.rank for item in shown]),
            ("high", [item.ranking.rank_high for item in shown]),
        )
    )
    return Chart(
        key="ranks",
        kind=ChartKind.RANGE,
        caption=context.say("priorities.ranks_caption", count=len(shown), interval=_interval(context)),
        alternative=context.say("priorities.ranks_alternative", parts=context.parts(parts)),
        categories=labels,
        series=(value, low, high),
        x_label=context.say("priorities.rank_axis"),
    )


def _interval(context: ReportContext) -> str:
    return context.texts.percent(context.rules.interval)


def _priority_chart(context: ReportContext, shown: tuple[SkillResult, ...], labels: tuple[str, ...]) -> Chart:
    parts = tuple(
        context.say("priorities.priority_part", skill=label, priority=round(item.ranking.priority or 0))
        for label, item in zip(labels, shown, strict=True)
    )
    return Chart(
        key="priority_bars",
        kind=ChartKind.BARS,
        caption=context.say("priorities.bars_caption", count=len(shown)),
        alternative=context.say("priorities.bars_alternative", parts=context.parts(parts)),
        categories=labels,
        series=(
            Series(
                key="priority",
                label=context.say("column.priority.name"),
                values=tuple(item.ranking.priority for item in shown),
            ),
        ),
        x_label=context.say("unit.points_100"),
    )


def _people_chart(context: ReportContext) -> list[Chart]:
    told = [
        item
        for item in context.ranked
        if not (context.withheld(item, "short_now") and context.withheld(item, "short_12m"))
        and (item.quantities.short_now is not None or item.quantities.short_12m is not None)
    ]
    shown = told[:_IN_PEOPLE_CHART]
    if not shown:
        return []
    labels = tuple(context.title(item) for item in shown)
    parts = tuple(
        context.say(
            "priorities.people_part",
            skill=label,
            now=context.fact(item, "short_now", item.quantities.short_now),
            later=context.fact(item, "short_12m", item.quantities.short_12m),
        )
        for label, item in zip(labels, shown, strict=True)
    )
    return [
        Chart(
            key="people_short",
            kind=ChartKind.GROUPED_BARS,
            caption=_people_caption(context, shown=len(shown), told=len(told)),
            alternative=context.say("priorities.people_alternative", parts=context.parts(parts)),
            categories=labels,
            series=(
                Series(
                    key="short_now",
                    label=context.say("column.short_now.name"),
                    values=tuple(item.quantities.short_now for item in shown),
                    tone=Tone.PRIMARY,
                ),
                Series(
                    key="short_12m",
                    label=context.say("column.short_12m.name"),
                    values=tuple(item.quantities.short_12m for item in shown),
                    tone=Tone.MT,
                ),
            ),
            y_label=context.say("unit.people"),
        )
    ]


def _people_caption(context: ReportContext, *, shown: int, told: int) -> str:
    """Return what the chart shows, and how many ranked skills it leaves out and why."""
    ranked = len(context.ranked)
    parts = [context.say("priorities.people_caption", count=shown)]
    if told > shown:
        parts.append(context.say("priorities.people_more", count=told - shown))
    if ranked > told:
        key = "people_missing_anonymous" if context.anonymous else "people_missing"
        parts.append(context.say(f"priorities.{key}", count=ranked - told, all=ranked))
    # A caption is no sentence: the first full stop is ours.
    return ". ".join([parts[0], " ".join(parts[1:])]) if parts[1:] else parts[0]


def _table(context: ReportContext) -> Table:
    return Table(
        key="ranking",
        caption=context.say("priorities.table_caption"),
        columns=columns(context.texts, _COLUMNS),
        rows=tuple(_row(context, item) for item in context.ranked),
        pdf_rows=10,
        pdf_columns=_PDF_COLUMNS,
    )


def _row(context: ReportContext, item: SkillResult) -> tuple[CellValue, ...]:
    quantities, ranking = item.quantities, item.ranking
    people = tuple(
        context.cell(item, key, getattr(quantities, key))
        for key in ("users", "short_now", "short_12m", "short_36m", "joint_people")
    )
    means = tuple(
        context.cell(item, key, getattr(quantities, key)) for key in ("reach", "severity", "urgency", "scarcity")
    )
    return (
        ranking.rank,
        context.title(item),
        context.word("skill_kind", item.kind) if item.kind else None,
        *people,
        *means,
        context.cell(item, "priority", ranking.priority),
        ranking.rank_low,
        ranking.rank_high,
        ranking.top10_share,
        context.list_words(context.say(f"part.{key}") for key in missing_parts(item)),
    )


def missing_parts(item: SkillResult) -> tuple[str, ...]:
    """Return the parts of the priority for which nobody gave figures."""
    return tuple(part.key for part in item.ranking.parts if part.value is None)


def _missing_parts(context: ReportContext) -> list[Block]:
    count = sum(1 for item in context.ranked if missing_parts(item))
    if not count:
        return []
    return [
        Note(
            title=context.say("priorities.parts_title"),
            text=context.say("priorities.parts", count=count, all=len(context.ranked)),
        )
    ]


def _named_by_few(context: ReportContext) -> list[Block]:
    if context.protection:
        return _few_anonymous(context)
    few = [item for item in context.results.skills if item.ranking.rank is None and item.quantities.users]
    if not few:
        return []
    return [
        Table(
            key="named_by_few",
            caption=context.say("priorities.few_caption", users=context.rules.min_users),
            columns=columns(context.texts, "skill users short_now short_12m skill_state"),
            rows=tuple(
                (
                    context.title(item),
                    item.quantities.users,
                    item.quantities.short_now,
                    item.quantities.short_12m,
                    context.say("skill_state.provisional" if item.provisional else "skill_state.placed"),
                )
                for item in few
            ),
            pdf_rows=4,
            pdf_columns=("skill", "users", "short_now", "short_12m"),
        )
    ]


def _few_anonymous(context: ReportContext) -> list[Block]:
    protection = context.protection
    if protection is None or not (protection.few_labels or protection.few_unnamed):
        return []
    names = tuple(sorted(context.texts.fact(label) for label in protection.few_labels))
    blocks: list[Block] = []
    if names:
        text = context.say("priorities.few_named", k=protection.k, count=len(names), skills=names)
        blocks.append(Paragraph(text=text))
    if protection.few_unnamed:
        text = context.say("priorities.few_unnamed", k=protection.k, count=protection.few_unnamed)
        blocks.append(Note(title=context.say("withheld.title"), text=text))
    return blocks
