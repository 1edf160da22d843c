"""What was asked, who answered, and how far the answers speak for the cluster."""

from __future__ import annotations

from dataclasses import replace

from fastmap.model.messages import Fact, Share
from fastmap.model.results import Stratum
from fastmap.report.badges import Tone
from fastmap.report.blocks import Block, Bullets, CellValue, KeyFigure, KeyFigures, Note, Paragraph, Table
from fastmap.report.columns import columns
from fastmap.report.context import ReportContext
from fastmap.report.drawings import Chart, ChartKind, Series
from fastmap.report.finished import Section
from fastmap.report.sections.cleared_texts import cleared_texts
from fastmap.report.sections.who_is_missing import FAMILIES, who_is_missing
from fastmap.report.strata import TAKEN_TOGETHER, stratum_label


def method(context: ReportContext) -> Section:
    """Return the chapter on method and response."""
    quality = context.results.quality
    blocks: list[Block] = [Paragraph(text=_what(context))]
    if quality.members == 0:
        blocks.append(Paragraph(text=context.say("method.no_members")))
    else:
        blocks += [_response(context), Paragraph(text=_round(context))]
        blocks += [*_by_slice(context), *who_is_missing(context)]
    blocks += _missing_and_training(context)
    blocks += cleared_texts(context)
    blocks += [
        Note(title=context.say("method.warning"), text=text, tone=Tone.WARN)
        for text in context.sentences(quality.warnings)
    ]
    return Section(key="method", title=context.say("section.method"), blocks=tuple(blocks))


def _what(context: ReportContext) -> str:
    """Return what was asked, and where names of skills are from if this language does not have all of them."""
    what = context.say("method.what", k=context.rules.privacy_k)
    is_foreign = any(context.texts.language not in item.labels for item in context.results.skills)
    return f"{what} {context.say('method.names_of_skills')}" if is_foreign else what


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


def _by_slice(context: ReportContext) -> list[Block]:
    """Return who answered, by size as a drawing and by activity beside it; the drawing's figures are for the workbook."""
    quality = context.results.quality
    blocks: list[Block] = []
    activity = [_response_table(context, "activity", quality.by_activity)] if quality.by_activity else []
    if quality.by_size:
        blocks.append(replace(_response_chart(context, quality.by_size), beside=len(activity)))
    blocks += activity
    if quality.by_size:
        blocks.append(replace(_response_table(context, "size", quality.by_size), pdf_rows=0))
    if len(quality.by_region) > 1:
        blocks.append(replace(_response_table(context, "region", quality.by_region), pdf_rows=0))
    if context.anonymous:
        shown = "taken_together" if blocks else "slices_withheld"
        blocks.append(Paragraph(text=context.say(f"method.{shown}", k=context.rules.privacy_k)))
    return blocks


def _response_chart(context: ReportContext, slices: tuple[Stratum, ...]) -> Chart:
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
    family = FAMILIES[slicing]
    shown = "slice members answered"
    if not context.anonymous:
        shown = "slice members asked answered response_rate headcount headcount_answered"

    def row(item: Stratum) -> tuple[CellValue, ...]:
        label = stratum_label(item.key, family, context.texts)
        if context.anonymous:  # a rate is answers by those asked, and who was asked is not told
            return (label, item.members, item.answered)
        rate = item.answered / item.asked if item.asked else None
        return (label, item.members, item.asked, item.answered, rate, item.headcount, item.headcount_answered)

    return Table(
        key=f"response_by_{slicing}",
        caption=context.say(f"method.by_{slicing}"),
        columns=columns(context.texts, shown),
        rows=tuple(row(item) for item in strata),
        pdf_rows=6,
        pdf_columns=None if context.anonymous else ("slice", "asked", "answered", "response_rate"),
    )


def _missing(context: ReportContext) -> list[Block]:
    quality = context.results.quality
    if context.anonymous or quality.members == 0:
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
            pdf_rows=4,
            pdf_columns=("name", "activity"),
        )
    ]


def _not_called(context: ReportContext) -> int:
    """Return how many were asked, have not answered, and yet are not among those to be called."""
    quality = context.results.quality
    if context.anonymous or not quality.not_answered:
        return 0
    return quality.asked - quality.answered - len(quality.not_answered)


def _missing_and_training(context: ReportContext) -> list[Block]:
    """Return what keeps firms from training, and beside it who is missing and who pays for training."""
    quality = context.results.quality
    beside = _missing(context)
    rest = [context.say("method.not_called", count=count)] if (count := _not_called(context)) else []
    if quality.paid_training_known:
        text = context.say("method.paid", yes=quality.paid_training_yes, known=quality.paid_training_known)
        rest.append(text)
    if rest:
        beside.append(Bullets(items=tuple(rest)))
    blocks: list[Block] = [*(replace(chart, beside=len(beside)) for chart in _barriers_chart(context)), *beside]
    if quality.barriers:
        blocks.append(
            Table(
                key="barriers",
                caption=context.say("method.barriers_caption"),
                columns=columns(context.texts, "barrier firms"),
                rows=tuple(_barriers(context)),
                pdf_rows=0,
            )
        )
    return blocks


def _barriers(context: ReportContext) -> list[tuple[str, int]]:
    """Return what keeps firms from training, most named first, with the number of firms."""
    counts = sorted(context.results.quality.barriers.items(), key=lambda item: -item[1])
    return [(stratum_label(key, "barrier", context.texts), count) for key, count in counts]


def _barriers_chart(context: ReportContext) -> list[Chart]:
    found = _barriers(context)
    if not found:
        return []
    parts = tuple(context.say("method.barrier_part", barrier=label, number=count) for label, count in found)
    return [
        Chart(
            key="barriers",
            kind=ChartKind.BARS,
            caption=context.say("method.barriers_caption"),
            alternative=context.say("method.barriers_alternative", parts=context.parts(parts)),
            categories=tuple(label for label, _ in found),
            series=(Series(key="firms", label=context.say("unit.firms"), values=tuple(count for _, count in found)),),
            x_label=context.say("unit.firms"),
        )
    ]
