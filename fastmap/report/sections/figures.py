"""How each figure of the report is worked out: its formula in words, what it is divided by, and whose data it is.

Names and formulas are those of the columns themselves, so that they cannot say two things; `FIGURES` adds what a column
does not tell. A figure that a chapter shows in its own words, large, stands among `LARGE`.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from fastmap import __version__
from fastmap.report.blocks import Block, CellValue, ColumnKind, Paragraph, Table
from fastmap.report.columns import column, columns
from fastmap.report.context import ReportContext

_PDF_ROWS: Final = 2


class Told(NamedTuple):
    """What a figure is divided by and where its data comes from: text keys ``report.figure_base`` and ``…_data``."""

    base: str
    data: str


class FigureTold(NamedTuple):
    """One figure in the language of the report."""

    key: str
    name: str
    formula: str
    base: str
    data: str
    rounding: str


LARGE: Final = {
    "response_rate": (Told("asked", "answers_members"), ColumnKind.SHARE),
    "employment": (Told("headcount", "answers_members"), ColumnKind.SHARE),
    "skills": (Told("count", "answers"), ColumnKind.WHOLE),
    "first": (Told("count", "answers"), ColumnKind.WHOLE),
    "open": (Told("top", "answers_partners"), ColumnKind.WHOLE),
}
"""Large figures with a formula of their own (``report.figure_help``); members, asked and answered are columns, too."""


def _all(base: str, data: str, keys: str) -> dict[str, Told]:
    return dict.fromkeys(keys.split(), Told(base, data))


FIGURES: Final = {
    **_all("count", "answers", "users short_now short_12m"),
    **_all("weights", "answers", "priority"),
    **_all("repetitions", "answers", "top10_share"),
    **_all("count", "answers_partners", "votes_s votes_m votes_u"),
    **_all("count", "partners", "places_known"),
    **_all("count", "answers", "skills_named kind_firms"),
    **_all("answered", "answers", "firms_share"),
    **_all("all_people", "answers", "people_share"),
    **_all("count", "answers_members", "digital_firms digital_people green_firms green_people"),
    **_all("members", "answers_members", "answers_expected answers_lacking"),
    **_all("count", "actions", "actions_budget costs_total"),
    **_all("answered", "answers", "reach"),
    **_all("points", "answers", "severity"),
    **_all("both", "answers", "urgency"),
    **_all("tried", "answers", "scarcity hard_share"),
    **_all("gave", "answers", "short_share"),
    **_all("count", "answers", "short_36m joint_people tried_hires unused skills_ranked rank"),
    **_all("repetitions", "answers", "rank_low rank_high"),
    **_all("count", "answers_members", "members asked answered headcount headcount_answered firms"),
    **_all("count", "partners", "places_unknown places stage best_stage offers_recorded"),
    **_all("weights", "answers_partners", "priority_covered"),
    **_all("strongest", "advice", "impact"),
    **_all("prerequisites", "advice", "feasibility"),
    **_all("count", "advice", "gap score place_now place_then value"),
    **_all(
        "count",
        "catalogue",
        "target catalogue_target fit_value weight usual_weight money_low money_high days_low days_high",
    ),
    **_all(
        "count", "actions", "budget actions_named costs_actions costs_st costs_mt costs_lt costs_open costs_without"
    ),
    **_all("count", "actions", "staff_days days_taken days_team actions_known actions_unknown"),
    **_all("items", "team", "mastered training"),
    **_all("count", "team", "team_people stakeholders"),
    **_all("count", "ledger", "kpi_baseline kpi_target kpi_actual kpi_value kpi_counted kpi_organisations"),
    **_all("count", "last_round", "met unnamed gone better same worse appeared still"),
    **_all(
        "count",
        "last_round",
        "short_now_before short_12m_before short_now_told short_12m_told users_before rank_before",
    ),
}
"""Column → how its figure came about; the first ones also stand in the PDF."""


_NAMED_ONLY: Final = frozenset(
    [
        "kind_firms",
        "firms_share",
        "digital_firms",
        "digital_people",
        "green_firms",
        "green_people",
        "asked",
        "headcount",
        "headcount_answered",
        "kpi_value",
        "met",
        "unnamed",
        "better",
        "same",
        "worse",
        "short_now_before",
        "short_12m_before",
        "short_now_told",
        "short_12m_told",
    ]
)
"""Columns that no table of an anonymous edition has."""


def figures_told(context: ReportContext) -> tuple[FigureTold, ...]:
    """Return every figure of the edition with how it is worked out, large ones first."""
    large = (
        _told(context, key, told, kind, context.say(f"figure.{key}"), context.say(f"figure_help.{key}"))
        for key, (told, kind) in LARGE.items()
    )
    left_out = _NAMED_ONLY if context.anonymous else frozenset()
    found = ((key, told, column(context.texts, key)) for key, told in FIGURES.items() if key not in left_out)
    small = (_told(context, key, told, one.kind, one.header, one.help or "") for key, told, one in found)
    return (*large, *small)


def _told(context: ReportContext, key: str, told: Told, kind: ColumnKind, name: str, formula: str) -> FigureTold:
    return FigureTold(
        key=key,
        name=name,
        formula=formula,
        base=context.say(f"figure_base.{told.base}"),
        data=context.say(f"figure_data.{told.data}"),
        rounding=context.say(f"figure_rounding.{kind}"),
    )


def figures(context: ReportContext) -> list[Block]:
    """Return the table of all figures, with the versions that they were worked out with."""
    stamp = context.results.catalogue
    rows: tuple[tuple[CellValue, ...], ...] = tuple(
        (item.name, item.formula, item.base, item.data, item.rounding, item.key) for item in figures_told(context)
    )
    return [
        Paragraph(
            text=context.say(
                "figure_table.reading",
                program=__version__,
                catalogue=stamp.id,
                version=stamp.version,
                date=context.made_on,
            )
        ),
        Table(
            key="figures",
            caption=context.say("figure_table.caption"),
            columns=columns(context.texts, "figure how_worked_out out_of data_from rounding figure_key"),
            rows=rows,
            pdf_rows=_PDF_ROWS,
            pdf_columns=("figure", "how_worked_out", "out_of", "data_from"),
        ),
    ]
