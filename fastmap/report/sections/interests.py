"""What the partners that recommendations and introductions name have to gain: facts, no judgement."""

from __future__ import annotations

from fastmap.model.interests import ProviderInterest
from fastmap.report.blocks import Block, CellValue, Paragraph, Suppressed, Table
from fastmap.report.columns import columns
from fastmap.report.context import ReportContext

_COLUMNS = (
    "partner partner_type named_in in_cluster governance actions_named actions_budget offers_recorded paid"
    " publicly_funded recorded_by"
)
_IN_PDF = ("partner", "named_in", "in_cluster", "governance", "actions_budget", "paid", "recorded_by")
_PDF_ROWS = 4


def interests(context: ReportContext) -> list[Block]:
    """Return the part on interests; nothing where no partner is named."""
    found = context.results.interests
    if not found:
        return []
    return [
        Paragraph(text=context.say("interests.heading"), heading=True),
        Paragraph(text=context.say("interests.reading")),
        Table(
            key="interests",
            caption=context.say("interests.caption"),
            columns=columns(context.texts, _COLUMNS),
            rows=tuple(_row(context, item) for item in found),
            pdf_rows=_PDF_ROWS,
            pdf_columns=_IN_PDF,
        ),
    ]


def _row(context: ReportContext, item: ProviderInterest) -> tuple[CellValue, ...]:
    partner = context.partners[item.partner]
    row: tuple[CellValue, ...] = (
        context.partner_name(item.partner),
        context.word("partner_type", partner.type),
        named_in(context, item),
        context.yes_no(answer=item.in_cluster),
        context.yes_no(answer=item.governance),
        item.actions,
        item.budget,
        item.offers,
        *_offer(context, item),
    )
    if partner.name:
        return row
    # A member that is not named: all but its part in actions is withheld, not unknown.
    hidden = Suppressed(context.say("withheld.short"))
    return (*row[:4], hidden, *row[5:7], *(hidden,) * 4)


def _offer(context: ReportContext, item: ProviderInterest) -> tuple[CellValue, CellValue, CellValue]:
    """Return whether an offer is paid, whether it is publicly funded, and who recorded it; no offer is not unknown."""
    if not item.offers:
        nothing = context.say("interests.no_offer")
        return nothing, nothing, nothing
    recorded_by = context.list_words(context.word("interest.recorded_by", one) for one in item.recorded_by)
    return context.yes_no(answer=item.paid), context.yes_no(answer=item.publicly_funded), recorded_by


def named_in(context: ReportContext, item: ProviderInterest) -> str:
    """Return where the partner is named: "decisions 1 and 4; introduction"."""
    parts = []
    if item.decisions:
        numbers = context.list_words(str(place) for place in item.decisions)
        parts.append(context.say("interests.decisions", count=len(item.decisions), numbers=numbers))
    if item.introduction:
        parts.append(context.say("interests.introduction"))
    return context.parts(parts)
