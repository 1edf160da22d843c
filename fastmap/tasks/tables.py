"""Taking lists of members, partners, actions, funder figures and second sources from spreadsheets into an assessment: one list, one change."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from fastmap.analysis.partner_flags import PartnerFlag, partner_flags
from fastmap.assessment import Assessment
from fastmap.catalogue.reading import load_catalogue
from fastmap.changes.advice import SaveSecondSources
from fastmap.changes.ecosystem import SaveActions, SavePartners
from fastmap.changes.kpis import SaveKpis
from fastmap.changes.members import SaveMembers
from fastmap.intake.tables import (
    ActionsOutcome,
    KpisOutcome,
    MembersOutcome,
    PartnersOutcome,
    SourcesOutcome,
    read_actions,
    read_kpis,
    read_members,
    read_partners,
    read_sources,
)
from fastmap.model.responses import Problem
from fastmap.places import vocabulary_folder
from fastmap.tasks.named_organisations import named_groups
from fastmap.vocabulary.index import open_index


@dataclass(frozen=True, slots=True, kw_only=True)
class TableOutcome:
    """What became of a list."""

    added: int
    updated: int
    unchanged: int
    other_columns: tuple[str, ...]
    """Headers of columns that were not read."""
    problems: tuple[Problem, ...]
    flags: tuple[PartnerFlag, ...] = ()
    """What else somebody should look at among the partners recorded now; nothing was changed for it."""
    names_waiting: int = 0
    """Organisations that members named and that are not among the partners."""


def take_members(assessment: Assessment, table: Path) -> TableOutcome:
    """Add or update the members of ``table``, with contact persons and registrations."""
    outcome = read_members(
        table,
        assessment.snapshot(),
        contacts={contact.member: contact for contact in assessment.contacts()},
        registrations={one.member: one for one in assessment.registrations()},
        open_files=assessment.open_files,
    )
    assessment.apply(
        SaveMembers(members=outcome.members, contacts=outcome.contacts, registrations=outcome.registrations)
    )
    return _told(outcome)


def take_partners(assessment: Assessment, table: Path) -> TableOutcome:
    """Add or update the partners and offers of ``table``."""
    index = open_index(vocabulary_folder())
    outcome = read_partners(table, assessment.snapshot(), index, open_files=assessment.open_files)
    assessment.apply(
        SavePartners(partners=outcome.partners, offers=outcome.offers, skills=outcome.skills, members=outcome.members)
    )
    recorded = assessment.snapshot()
    return replace(_told(outcome), flags=partner_flags(recorded), names_waiting=len(named_groups(recorded)))


def take_actions(assessment: Assessment, table: Path) -> TableOutcome:
    """Add or update the actions of ``table``."""
    index = open_index(vocabulary_folder())
    outcome = read_actions(table, assessment.snapshot(), load_catalogue(), index, open_files=assessment.open_files)
    assessment.apply(SaveActions(actions=outcome.actions, skills=outcome.skills))
    return _told(outcome)


def take_kpis(assessment: Assessment, table: Path) -> TableOutcome:
    """Add or update the funder figures of ``table``, baselines and targets with them."""
    outcome = read_kpis(table, assessment.snapshot(), load_catalogue(), open_files=assessment.open_files)
    assessment.apply(SaveKpis(entries=outcome.entries, goals=outcome.goals, own=outcome.own))
    return _told(outcome)


def take_sources(assessment: Assessment, table: Path) -> TableOutcome:
    """Add or update the second sources of ``table``."""
    outcome = read_sources(table, assessment.snapshot(), open_files=assessment.open_files)
    if outcome.sources:
        assessment.apply(SaveSecondSources(sources=outcome.sources))
    return _told(outcome)


def _told(
    outcome: MembersOutcome | PartnersOutcome | ActionsOutcome | KpisOutcome | SourcesOutcome,
) -> TableOutcome:
    return TableOutcome(
        added=outcome.added,
        updated=outcome.updated,
        unchanged=outcome.unchanged,
        other_columns=outcome.other_columns,
        problems=outcome.problems,
    )
