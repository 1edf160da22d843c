"""Columns that recur in tables: one key, one meaning, one help sentence wherever it stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeVar

from fastmap.report.blocks import Column, ColumnKind
from fastmap.texts import Texts

_Value = TypeVar("_Value")


def _all(value: _Value, keys: str) -> dict[str, _Value]:
    return dict.fromkeys(keys.split(), value)


_KINDS: Final[Mapping[str, ColumnKind]] = {
    **_all(
        ColumnKind.WHOLE,
        "rank rank_low rank_high users short_now short_12m short_36m joint_people tried_hires votes_s votes_m votes_u"
        " unused places places_known places_unknown stage best_stage members asked answered headcount"
        " headcount_answered count row firms number needs problems kpi_organisations team_people stakeholders"
        " met unnamed gone better same worse appeared still short_now_before short_12m_before users_before rank_before"
        " short_now_told short_12m_told"
        " place_now place_then actions_known actions_unknown"
        " skills_named skills_ranked kind_firms digital_firms digital_people green_firms green_people actions_named"
        " offers_recorded costs_actions costs_without withheld_count dots room_place survey_place agenda_minutes",
    ),
    **_all(
        ColumnKind.SHARE,
        "reach urgency scarcity top10_share response_rate short_share hard_share impact feasibility gap weight usual_weight"
        " fit_value setting_share mastered training firms_share people_share dots_share",
    ),
    **_all(
        ColumnKind.NUMBER,
        "priority severity priority_covered setting score value target catalogue_target match_score kpi_baseline kpi_target"
        " kpi_actual kpi_value kpi_counted participation_hours staff_days days_taken days_team days_low days_high"
        " answers_expected answers_lacking",
    ),
    **_all(
        ColumnKind.LONG_TEXT,
        "settle rule providers facts decision advice raw_text partners skills meaning note second_sources override"
        " missing_parts indicator in_words firms_named introducers target_words commitment seen_in kpi_indicator"
        " kpi_target_words kpi_actual_words kpi_named kpi_evidence kpi_note kpi_entries team_item published choices"
        " sme_basis respondent condition attention milestones after milestone shown_by done known_from value_source leading_skills"
        " sources_for sources_against weighing recorded_by how_worked_out withheld_what withheld_why cleared_text agenda_notes agenda_decisions",
    ),
    **_all(
        ColumnKind.BADGE,
        "verdict status_badge state_badge commitment_state kpi_state verdict_before need_change action_change"
        " milestone_state sme consent_state room_gap",
    ),
    **_all(ColumnKind.DATE, "start end received decided due asked_on consent_date consent_expires signed_on"),
    **_all(
        ColumnKind.MONEY,
        "budget money_low money_high actions_budget costs_st costs_mt costs_lt costs_open costs_total",
    ),
}
_UNITS: Final[Mapping[str, str]] = {
    **_all(
        "firms",
        "kind_firms digital_firms green_firms users firms tried_hires unused met unnamed gone better same worse appeared still"
        " users_before",
    ),
    **_all(
        "people",
        "short_now short_12m short_36m joint_people headcount headcount_answered short_now_before short_12m_before",
    ),
    **_all("votes", "votes_s votes_m votes_u"),
    **_all("places", "places places_known"),
    **_all("stage_5", "stage best_stage"),
    **_all("people", "digital_people green_people team_people stakeholders"),
    "places_unknown": "offers",
    "priority": "points_100",
    "severity": "points_4",
    **_all("euro", "budget money_low money_high actions_budget costs_st costs_mt costs_lt costs_open costs_total"),
    "participation_hours": "hours",
    **_all("days_a_year", "days_taken days_team days_low days_high"),
}
"""Units as text keys under ``report.unit``."""


def column(texts: Texts, key: str) -> Column:
    """Return the column ``key`` with header, unit and help in the language of ``texts``."""
    unit = _UNITS.get(key)
    return Column(
        key=key,
        header=texts.get(f"report.column.{key}.name"),
        kind=_KINDS.get(key, ColumnKind.TEXT),
        unit=texts.get(f"report.unit.{unit}") if unit else None,
        help=texts.get(f"report.column.{key}.help"),
    )


def columns(texts: Texts, keys: str) -> tuple[Column, ...]:
    """Return the columns named in ``keys``, separated by blanks."""
    return tuple(column(texts, key) for key in keys.split())
