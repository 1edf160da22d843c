"""Member, partner and action lists and funder figures from spreadsheets: one header row, columns found by name in any shipped language.

Each function returns a frozen outcome that is ready to be applied by the change of the same subject; nothing is
changed here. Known rows are found by code, else by name, and brought up to date: a blank cell leaves what is recorded.
"""

from __future__ import annotations

from fastmap.intake.table_actions import ActionsOutcome, read_actions
from fastmap.intake.table_kpis import KpisOutcome, read_kpis
from fastmap.intake.table_members import MembersOutcome, read_members
from fastmap.intake.table_partners import PartnersOutcome, is_partner_list, read_partner_cells, read_partners
from fastmap.intake.table_sources import SourcesOutcome, read_sources

__all__ = [
    "ActionsOutcome",
    "KpisOutcome",
    "MembersOutcome",
    "PartnersOutcome",
    "SourcesOutcome",
    "is_partner_list",
    "read_actions",
    "read_kpis",
    "read_members",
    "read_partner_cells",
    "read_partners",
    "read_sources",
]
