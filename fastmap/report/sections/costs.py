"""What planned and running actions cost and who pays, as recorded."""

from __future__ import annotations

from fastmap.advice.costs import HORIZONS, CostLine, Costs, costs_of
from fastmap.advice.roadmap import Roadmap
from fastmap.report.blocks import Block, CellValue, Paragraph, Table
from fastmap.report.columns import columns
from fastmap.report.context import ReportContext

_COLUMNS = "funding_source costs_actions costs_st costs_mt costs_lt costs_open costs_total costs_without"
_IN_PDF = ("funding_source", "costs_actions", "costs_st", "costs_mt", "costs_lt", "costs_open", "costs_total")
"""How many have no figure is said above the table."""


def costs(context: ReportContext, roadmap: Roadmap) -> list[Block]:
    """Return the part of the roadmap on costs and funding."""
    found = costs_of(roadmap, context.results.recommendations)
    return [
        Paragraph(text=context.say("costs.heading"), heading=True),
        Paragraph(text=_reading(context, found)),
        Table(
            key="costs",
            caption=context.say("costs.caption"),
            columns=columns(context.texts, _COLUMNS),
            rows=(*(_row(context, line) for line in found.lines), *_total(context, found)),
            pdf_columns=_IN_PDF,
        ),
    ]


def _reading(context: ReportContext, found: Costs) -> str:
    if found.budget is None:
        parts = [context.say("costs.no_budget", count=found.actions)]
    else:
        money, sourced = _euro(context, found.budget), _euro(context, found.sourced)
        parts = [
            context.say("costs.reading", budget=money, known=found.actions - found.without_budget, count=found.actions),
            # Of an anonymous edition's actions some sources are recorded and not told.
            *(() if context.anonymous else (context.say("costs.sourced", sourced=sourced),)),
        ]
        if found.without_budget:
            parts.append(context.say("costs.without", count=found.without_budget))
    return " ".join([*parts, *_decisions(context, found), context.say("costs.method")])


def _decisions(context: ReportContext, found: Costs) -> list[str]:
    """Return what decisions that are no actions yet would cost."""
    decided = found.decisions
    if not decided.decisions:
        return []
    parts = [context.say("costs.decisions", count=decided.decisions)]
    if decided.with_figure:
        parts.append(context.say("costs.filled_in", money=_euro(context, decided.filled_in), count=decided.with_figure))
    if rest := decided.decisions - decided.with_figure:
        low, high = _euro(context, decided.low), _euro(context, decided.high)
        parts.append(context.say("costs.range", low=low, high=high, count=rest))
    return parts


def _euro(context: ReportContext, value: float) -> str:
    return context.say("costs.euro", number=context.texts.number(value, decimals=0 if float(value).is_integer() else 2))


def _row(context: ReportContext, line: CostLine) -> tuple[CellValue, ...]:
    source = line.funding or context.say("costs.no_source_told" if context.anonymous else "costs.no_source")
    by_horizon = (line.by_horizon[horizon] for horizon in HORIZONS)
    return (source, line.actions, *by_horizon, line.budget, line.without_budget)


def _total(context: ReportContext, found: Costs) -> list[tuple[CellValue, ...]]:
    """Return the last row where there is more than one to add up."""
    if len(found.lines) < 2:
        return []
    sums = (found.of(horizon) for horizon in HORIZONS)
    return [(context.say("costs.all"), found.actions, *sums, found.budget, found.without_budget)]
