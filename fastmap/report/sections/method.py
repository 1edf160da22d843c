"""What was asked, who answered, and how far the answers speak for the cluster."""

from __future__ import annotations

from collections.abc import Iterable

from fastmap.model.messages import Fact, Share
from fastmap.model.results import Stratum
from fastmap.report.blocks import (
    Block,
    Bullets,
    CellValue,
    Chart,
    ChartKind,
    KeyFigure,
    KeyFigures,
    Note,
    Paragraph,
    Section,
    Series,
    Table,
    Tone,
)
from fastmap.report.columns import columns
from fastmap.report.context import ReportContext
from fastmap.report.sections.cleared_texts import cleared_texts
from fastmap.report.strata import TAKEN_TOGETHER, stratum_label


def method(context: ReportContext) -> Section:
    """Return the chapter on method and response."""
    quality = context.results.quality
    blocks: list[Block] = [Paragraph(text=context.say("method.what", k=context.rules.privacy_k))]
    if quality.members == 0:
        blocks.append(Paragraph(text=context.say("method.no_members")))
    else:
        blocks += [_response(context), Paragraph(text=_round(context))]
        blocks += _by_size(context)
        blocks += _missing(context)
    blocks += _training(context)
    blocks += cleared_texts(context)
    blocks += [
        Note(title=context.say("method.warning"), text=text, tone=Tone.WARN)
        for text in context.sentences(quality.warnings)
    ]
    return Section(key="method", title=context.say("section.method"), blocks=tuple(blocks))


def _response(context: ReportContext) -> KeyFigures:
    quality, texts = context.results.quality, context.texts
    figures: tuple[tuple[str, Fact], ...] = (
        ("members", quality.members),
        ("asked", quality.asked),
        ("answered", context.general("answered", quality.answered)),
        ("response_rate", context.response_rate),
        ("employment", None if quality.employment_covered is None else Share(quality.employment_covered)),
    )
    return KeyFigures(
        figures=tuple(
            KeyFigure(value=texts.fact(value), label=context.say(f"figure.{key}"))
            for key, value in figures
            if key not in ("members", "asked") or not context.is_general_withheld(key)
        )
    )


def _round(context: ReportContext) -> str:
    info, quality = context.results.snapshot.info, context.results.quality
    parts = []
    if info.round_start and info.round_end:
        parts.append(context.say("method.dates", start=info.round_start, end=info.round_end))
    if quality.languages:
        languages = tuple(
            context.say("method.language_count", number=count, language=_language(context, code))
            for code, count in quality.languages.items()
        )
        parts.append(context.say("method.languages", languages=context.parts(languages)))
    if quality.needs_rows:
        parts.append(context.say("method.rows", count=quality.needs_rows))
    if quality.empty_forms:
        parts.append(context.say("method.empty_forms", count=quality.empty_forms))
    parts.append(context.say("method.own_rate"))
    return " ".join(parts)


def _language(context: ReportContext, code: str) -> str:
    names = context.texts.locale.languages
    return context.say(f"stratum.{code}") if code == TAKEN_TOGETHER else str(names.get(code, code))


def _by_size(context: ReportContext) -> list[Block]:
    quality = context.results.quality
    blocks: list[Block] = []
    if quality.by_size:
        blocks += [_response_chart(context, quality.by_size), _response_table(context, "size", quality.by_size)]
    if quality.by_activity:
        blocks.append(_response_table(context, "activity", quality.by_activity))
    if context.anonymous:
        shown = "taken_together" if blocks else "slices_withheld"
        blocks.append(Paragraph(text=context.say(f"method.{shown}", k=context.rules.privacy_k)))
    return blocks


def _response_chart(context: ReportContext, strata: Iterable[Stratum]) -> Chart:
    slices = list(strata)
    labels = tuple(stratum_label(item.key, "member_kind", context.texts) for item in slices)
    parts = tuple(
        context.say("method.chart_part", slice=label, answered=item.answered, members=item.members)
        for label, item in zip(labels, slices, strict=True)
    )
    answered = Series(
        key="answered",
        label=context.say("figure.answered"),
        values=tuple(item.answered for item in slices),
        tone=Tone.PRIMARY,
    )
    if context.anonymous:  # who was asked and did not answer would be a third column, and so a second way to count
        rest: tuple[Series, ...] = (
            _remaining(context, "others", [item.members - item.answered for item in slices], Tone.NEUTRAL),
        )
    else:
        rest = (
            _remaining(context, "not_answered", [item.asked - item.answered for item in slices], Tone.WARN),
            _remaining(context, "not_asked", [item.members - item.asked for item in slices], Tone.NEUTRAL),
        )
    return Chart(
        key="response_by_size",
        kind=ChartKind.STACKED_BARS,
        caption=context.say("method.chart_caption"),
        alternative=context.say("method.chart_alternative", parts=context.parts(parts)),
        categories=labels,
        series=(answered, *rest),
        x_label=context.say("unit.firms"),
    )


def _remaining(context: ReportContext, key: str, values: list[int], tone: Tone) -> Series:
    return Series(key=key, label=context.say(f"figure.{key}"), values=tuple(values), tone=tone)


def _response_table(context: ReportContext, slicing: str, strata: tuple[Stratum, ...]) -> Table:
    family = "member_kind" if slicing == "size" else "nace"
    shown = "slice members answered response_rate"
    if not context.anonymous:
        shown = "slice members asked answered response_rate headcount headcount_answered"

    def row(item: Stratum) -> tuple[CellValue, ...]:
        base = item.members if context.anonymous else item.asked
        rate = item.answered / base if base else None
        label = stratum_label(item.key, family, context.texts)
        if context.anonymous:
            return (label, item.members, item.answered, rate)
        return (label, item.members, item.asked, item.answered, rate, item.headcount, item.headcount_answered)

    return Table(
        key=f"response_by_{slicing}",
        caption=context.say(f"method.by_{slicing}"),
        columns=columns(context.texts, shown),
        rows=tuple(row(item) for item in strata),
        pdf_rows=10,
    )


def _missing(context: ReportContext) -> list[Block]:
    quality = context.results.quality
    if context.anonymous:
        return []
    if not quality.not_answered:
        return [Paragraph(text=context.say("method.nobody_missing"))] if quality.asked else []
    members = {member.code: member for member in context.results.snapshot.members}
    rows = tuple(
        (
            code,
            members[code].name,
            context.word("member_kind", kind) if (kind := members[code].kind) else None,
            members[code].activity,
            context.word("member_status", members[code].status),
        )
        for code in quality.not_answered
        if code in members
    )
    return [
        Table(
            key="not_answered",
            caption=context.say("method.missing", count=len(rows)),
            columns=columns(context.texts, "code name kind activity status"),
            rows=rows,
            pdf_rows=15,
        )
    ]


def _training(context: ReportContext) -> list[Block]:
    quality = context.results.quality
    blocks: list[Block] = []
    if quality.paid_training_known:
        text = context.say("method.paid", yes=quality.paid_training_yes, known=quality.paid_training_known)
        blocks.append(Bullets(items=(text,)))
    if not quality.barriers:
        return blocks
    counts = sorted(quality.barriers.items(), key=lambda item: -item[1])
    labels = tuple(stratum_label(key, "barrier", context.texts) for key, _ in counts)
    parts = tuple(
        context.say("method.barrier_part", barrier=label, number=count)
        for label, (_, count) in zip(labels, counts, strict=True)
    )
    blocks.append(
        Chart(
            key="barriers",
            kind=ChartKind.BARS,
            caption=context.say("method.barriers_caption"),
            alternative=context.say("method.barriers_alternative", parts=context.parts(parts)),
            categories=labels,
            series=(Series(key="firms", label=context.say("unit.firms"), values=tuple(count for _, count in counts)),),
            x_label=context.say("unit.firms"),
        )
    )
    blocks.append(
        Table(
            key="barriers",
            caption=context.say("method.barriers_caption"),
            columns=columns(context.texts, "barrier firms"),
            rows=tuple((label, count) for label, (_, count) in zip(labels, counts, strict=True)),
            pdf_rows=0,
        )
    )
    return blocks
