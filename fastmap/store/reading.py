"""Reading a file: the snapshot, contact persons, attachments, and the hash of the content."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from fastmap.model.actions import Action, ChecklistAnswer, IndicatorAnswer, IndicatorTarget, RecommendationDecision
from fastmap.model.earlier import EarlierRound
from fastmap.model.grant import Grant, Logo
from fastmap.model.kpis import KpiEntry, KpiGoal, OwnKpi
from fastmap.model.organisations import (
    Cluster,
    Commitment,
    Contact,
    Member,
    NameDecision,
    Offer,
    Partner,
    Registration,
    Tie,
)
from fastmap.model.planning import ActionPlan, DecisionPlan, TeamCapacity
from fastmap.model.practices import OwnPractice
from fastmap.model.privacy import ClearedText, PrivacyChoice
from fastmap.model.responses import Attachment, Need, ProviderReply, Response
from fastmap.model.skills import Mapping as SkillMapping
from fastmap.model.skills import SecondSource, SetAside, Skill, Split, VerdictOverride
from fastmap.model.snapshot import AssessmentInfo, Snapshot
from fastmap.model.team import TeamProfile, TeamQuestionnaire
from fastmap.model.weights import PriorityWeights
from fastmap.model.workshop import Ballot, BallotPaper, Workshop
from fastmap.store import tables
from fastmap.store.codec import text_from
from fastmap.store.events import former_members, former_partners, ids_in_history
from fastmap.store.records import evidence_of, table_of, value_from, value_of_need

Value = TypeVar("Value")

COUNTED = (
    "members",
    "responses",
    "needs",
    "skills",
    "mappings",
    "splits",
    "set_aside",
    "partners",
    "offers",
    "ties",
    "actions",
    "attachments",
    "events",
)
"""Tables whose rows `fastmap check` counts, in this order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredAttachment:
    """An attachment without its bytes."""

    sha256: str
    name: str
    media_type: str
    size_bytes: int


def read_snapshot(connection: sqlite3.Connection) -> Snapshot:
    """Return everything recorded except contact persons; sorted as `Snapshot` says."""
    return Snapshot(
        info=_read_info(connection),
        cluster=_values(connection, Cluster)[0],
        members=_values(connection, Member),
        responses=_read_responses(connection),
        skills=_values(connection, Skill),
        mappings=_values(connection, SkillMapping),
        splits=_values(connection, Split),
        set_aside=_values(connection, SetAside),
        partners=_read_partners(connection),
        offers=_values(connection, Offer),
        ties=_values(connection, Tie),
        commitments=_values(connection, Commitment),
        replies=_read_replies(connection),
        named=_values(connection, NameDecision),
        actions=_read_actions(connection),
        practices=_values(connection, OwnPractice),
        kpi_entries=_values(connection, KpiEntry),
        kpi_goals=_values(connection, KpiGoal),
        own_kpis=_values(connection, OwnKpi),
        overrides=_values(connection, VerdictOverride),
        second_sources=_values(connection, SecondSource),
        indicator_answers=_values(connection, IndicatorAnswer),
        targets=_values(connection, IndicatorTarget),
        checklist_answers=_values(connection, ChecklistAnswer),
        decisions=_values(connection, RecommendationDecision),
        decision_plans=_values(connection, DecisionPlan),
        action_plans=_values(connection, ActionPlan),
        capacity=next(iter(_values(connection, TeamCapacity)), None),
        grant=next(iter(_values(connection, Grant)), Grant()),
        logo=next(iter(_values(connection, Logo)), None),
        weights=next(iter(_values(connection, PriorityWeights)), None),
        privacy=next(iter(_values(connection, PrivacyChoice)), None),
        cleared_texts=_values(connection, ClearedText),
        team=_read_team(connection),
        team_profile=next(iter(_values(connection, TeamProfile)), TeamProfile()),
        workshops=_values(connection, Workshop),
        ballots=_values(connection, Ballot),
        ballot_papers=_values(connection, BallotPaper),
        earlier=next(iter(_values(connection, EarlierRound)), None),
        used_ids=ids_in_history(connection),
        former_members=former_members(connection),
        former_partners=former_partners(connection),
    )


def read_contacts(connection: sqlite3.Connection) -> tuple[Contact, ...]:
    """Return the members' contact persons by member code: personal data."""
    return _values(connection, Contact)


def read_registrations(connection: sqlite3.Connection) -> tuple[Registration, ...]:
    """Return what an audit asks about members, by member code: for the confidential annex alone."""
    return _values(connection, Registration)


def read_attachments(connection: sqlite3.Connection) -> tuple[StoredAttachment, ...]:
    """Return what files are kept to be typed in, by hash, without their bytes."""
    rows = connection.execute(
        "SELECT sha256, name, media_type, length(content)"
        " FROM attachments JOIN attachment_contents USING (sha256)"
        " ORDER BY sha256"
    )
    return tuple(
        StoredAttachment(sha256=sha256, name=text_from(name), media_type=media_type, size_bytes=size)
        for sha256, name, media_type, size in rows
    )


def read_attachment(connection: sqlite3.Connection, sha256: str) -> Attachment | None:
    """Return one attachment with its bytes, or ``None``."""
    row = connection.execute(
        "SELECT sha256, name, media_type, content"
        " FROM attachments JOIN attachment_contents USING (sha256)"
        " WHERE sha256 = ?",
        (sha256,),
    ).fetchone()
    if row is None:
        return None
    return Attachment(sha256=row[0], name=text_from(row[1]), media_type=row[2], content=row[3])


def read_edits(connection: sqlite3.Connection) -> tuple[int, ...]:
    """Return the numbers of the durable edits in the file, in order."""
    return tuple(n for (n,) in connection.execute("SELECT n FROM edits ORDER BY n"))


def read_note(connection: sqlite3.Connection, name: str) -> str | None:
    """Return one note of the program in the file, or ``None``."""
    row = connection.execute("SELECT value FROM notes WHERE name = ?", (name,)).fetchone()
    return None if row is None else text_from(row[0])


def content_hash(connection: sqlite3.Connection) -> str:
    """Return the SHA-256 of what was recorded, without history, notes and moments of change.

    The same content gives the same hash, in whatever order and by whatever way it came to be.
    """
    digest = hashlib.sha256()
    for table in tables.TABLES.values():
        digest.update(f"{table.name} {' '.join(table.columns)}\n".encode())
        for row in connection.execute(table.in_order):
            digest.update(json.dumps(row, ensure_ascii=True, separators=(",", ":")).encode())
            digest.update(b"\n")
    return digest.hexdigest()


def counts_of_things(connection: sqlite3.Connection) -> dict[str, int]:
    """Return how many of each thing the file holds."""
    return {name: int(connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]) for name in COUNTED}


def _read_info(connection: sqlite3.Connection) -> AssessmentInfo:
    (info,) = _values(connection, AssessmentInfo)
    return replace(info, catalogue=read_note(connection, "catalogue"))


def _read_responses(connection: sqlite3.Connection) -> tuple[Response, ...]:
    needs: dict[str, list[Need]] = {}
    for row in _rows(connection, tables.NEEDS):
        needs.setdefault(row["response"], []).append(value_of_need(row))
    responses = (
        value_from(Response, row, needs=tuple(needs.get(row["id"], ()))) for row in _rows(connection, tables.RESPONSES)
    )
    return tuple(sorted(responses, key=lambda response: (response.received_at, response.id)))


def _read_replies(connection: sqlite3.Connection) -> tuple[ProviderReply, ...]:
    return tuple(sorted(_values(connection, ProviderReply), key=lambda reply: (reply.received_at, reply.id)))


def _read_team(connection: sqlite3.Connection) -> tuple[TeamQuestionnaire, ...]:
    return tuple(sorted(_values(connection, TeamQuestionnaire), key=lambda one: (one.received_at, one.id)))


def _read_partners(connection: sqlite3.Connection) -> tuple[Partner, ...]:
    contacts = connection.execute("SELECT partner, contact FROM partner_contacts").fetchall()
    known = {partner: text_from(contact) for partner, contact in contacts}
    return tuple(value_from(Partner, row, contact=known.get(row["id"])) for row in _rows(connection, tables.PARTNERS))


def _read_actions(connection: sqlite3.Connection) -> tuple[Action, ...]:
    evidence = {row["action"]: evidence_of(row) for row in _rows(connection, tables.ACTION_EVIDENCE)}
    return tuple(
        value_from(Action, row, evidence=evidence.get(row["id"], ())) for row in _rows(connection, tables.ACTIONS)
    )


def _values(connection: sqlite3.Connection, kind: type[Value]) -> tuple[Value, ...]:
    return tuple(value_from(kind, row) for row in _rows(connection, table_of(kind)))


def _rows(connection: sqlite3.Connection, table: tables.Table) -> list[Mapping[str, Any]]:
    found = connection.execute(table.in_order)
    return [dict(zip(table.columns, values, strict=True)) for values in found]
