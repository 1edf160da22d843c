"""Which sizes, activities and regions answered less than their share, and what that may bend in the ranking."""

from __future__ import annotations

from fastmap.analysis.quality import UNKNOWN_STRATUM
from fastmap.model.messages import Share
from fastmap.model.representation import MissingClass
from fastmap.report.blocks import Block, Paragraph, Table
from fastmap.report.columns import columns
from fastmap.report.context import ReportContext
from fastmap.report.strata import stratum_label
from fastmap.texts import sentence_case

FAMILIES = {"size": "member_kind", "activity": "nace", "region": "nuts"}
"""Slicing → family of texts with words for its keys; a region is its code."""
_NAMED = 4
_PDF_ROWS = 4


def who_is_missing(context: ReportContext) -> list[Block]:
    """Return the part on missing answers; nothing where no slice of the membership is shown."""
    quality, found = context.results.quality, context.results.representation
    if not (quality.answered and (quality.by_size or quality.by_activity or quality.by_region)):
        return []
    heading = Paragraph(text=context.say("missing.heading"), heading=True)
    if not found.missing:
        nobody = context.say("missing.not_told" if context.anonymous else "missing.nobody")
        return [heading, Paragraph(text=" ".join((nobody, *_unknown(context))))]
    return [
        heading,
        Paragraph(text=_reading(context)),
        Table(
            key="missing_answers",
            caption=context.say("missing.caption"),
            columns=columns(context.texts, "slicing slice members answered answers_expected answers_lacking"),
            rows=tuple(
                (
                    context.say(f"missing.{item.slicing}"),
                    _label(context, item),
                    item.members,
                    item.answered,
                    round(item.expected, 1),
                    round(item.expected - item.answered, 1),
                )
                for item in found.missing
            ),
            pdf_rows=_PDF_ROWS,
        ),
    ]


def _label(context: ReportContext, item: MissingClass) -> str:
    return stratum_label(item.key, FAMILIES[item.slicing], context.texts)


def _reading(context: ReportContext) -> str:
    """Return who is missing and what follows for the ranking, in sentences."""
    found = context.results.representation
    names = context.parts(_label(context, item) for item in found.missing[:_NAMED])
    sentences = [sentence_case(context.say("missing.reading", count=len(found.missing), names=names))]
    shift = found.shift
    item = context.by_uri.get(shift.skill) if shift else None
    if shift is None or item is None:
        sentences.append(context.say("missing.bends"))
    elif round(shift.reach, 2) == round(shift.weighted, 2):
        sentences.append(context.say("missing.no_shift"))
    else:
        sentences.append(
            context.say(
                "missing.shift",
                skill=context.label(item),
                reach=Share(shift.reach),
                weighted=Share(shift.weighted),
            )
        )
    return " ".join((*sentences, *_unknown(context)))


def _unknown(context: ReportContext) -> tuple[str, ...]:
    """Return the remark that some members stand in no class, where some do."""
    quality = context.results.quality
    slices = (*quality.by_size, *quality.by_activity, *quality.by_region)
    return (context.say("missing.unknown"),) if any(item.key == UNKNOWN_STRATUM for item in slices) else ()
