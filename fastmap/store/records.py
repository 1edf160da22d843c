"""Saving, finding and removing whole values: what changes work with. Knows which values spread over two tables."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Mapping
from typing import Any, TypeVar

from fastmap.errors import FastmapError
from fastmap.model.actions import (
    Action,
    Cell,
    ChecklistAnswer,
    IndicatorAnswer,
    IndicatorTarget,
    RecommendationDecision,
)
from fastmap.model.choices import Complexity, Scope
from fastmap.model.earlier import EarlierRound
from fastmap.model.grant import Grant, Logo
from fastmap.model.kpis import KpiEntry, KpiGoal, OwnKpi
from fastmap.model.messages import Term
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
from fastmap.model.snapshot import AssessmentInfo
from fastmap.model.team import TeamProfile, TeamQuestionnaire
from fastmap.model.weights import PriorityWeights
from fastmap.model.workshop import Ballot, BallotPaper, Workshop
from fastmap.store import tables
from fastmap.store.codec import Row, UnreadableRowError, text_from, to_json
from fastmap.store.recorder import Key, Recorder, RowEdit

Value = TypeVar("Value")

_TABLE_OF: dict[type[Any], tables.Table] = {
    AssessmentInfo: tables.INFO,
    Cluster: tables.CLUSTER,
    Member: tables.MEMBERS,
    Contact: tables.CONTACTS,
    Registration: tables.REGISTRATIONS,
    Response: tables.RESPONSES,
    Attachment: tables.ATTACHMENTS,
    Skill: tables.SKILLS,
    SkillMapping: tables.MAPPINGS,
    Split: tables.SPLITS,
    SetAside: tables.SET_ASIDE,
    Partner: tables.PARTNERS,
    Offer: tables.OFFERS,
    Tie: tables.TIES,
    Commitment: tables.COMMITMENTS,
    NameDecision: tables.NAMED,
    ProviderReply: tables.REPLIES,
    Action: tables.ACTIONS,
    KpiEntry: tables.KPI_ENTRIES,
    KpiGoal: tables.KPI_GOALS,
    OwnKpi: tables.OWN_KPIS,
    OwnPractice: tables.OWN_PRACTICES,
    VerdictOverride: tables.OVERRIDES,
    SecondSource: tables.SECOND_SOURCES,
    IndicatorAnswer: tables.INDICATOR_ANSWERS,
    IndicatorTarget: tables.INDICATOR_TARGETS,
    ChecklistAnswer: tables.CHECKLIST_ANSWERS,
    RecommendationDecision: tables.DECISIONS,
    DecisionPlan: tables.DECISION_PLANS,
    ActionPlan: tables.ACTION_PLANS,
    TeamCapacity: tables.TEAM_CAPACITY,
    Grant: tables.GRANT,
    Logo: tables.LOGO,
    PriorityWeights: tables.PRIORITY_WEIGHTS,
    PrivacyChoice: tables.PRIVACY_CHOICE,
    ClearedText: tables.CLEARED_TEXTS,
    TeamQuestionnaire: tables.TEAM,
    TeamProfile: tables.TEAM_PROFILE,
    Workshop: tables.WORKSHOPS,
    Ballot: tables.BALLOTS,
    BallotPaper: tables.BALLOT_PAPERS,
    EarlierRound: tables.EARLIER_ROUND,
}

_NAMED_BY_OTHERS = frozenset({tables.MEMBERS, tables.PARTNERS, tables.ACTIONS, tables.SKILLS, tables.OWN_KPIS})
"""Tables of things whose ids stand in rows about other things, in lists too, where SQLite does not see them."""


class Records:
    """The values of one file inside one transaction; every alteration is recorded."""

    def __init__(self, recorder: Recorder) -> None:
        """Write through ``recorder``."""
        self._recorder = recorder

    def save(self, *values: object) -> None:
        """Add each value, or replace the one with its id."""
        for value in values:
            match value:
                case Response():
                    self._save_response(value)
                case Partner():
                    self._save_partner(value)
                case Action():
                    self._save_action(value)
                case Attachment():
                    self._recorder.keep_content(value.sha256, value.content)
                    self._put(value)
                case _:
                    self._put(value)

    def get(self, kind: type[Value], *key: str | int) -> Value | None:
        """Return the value with this id, or ``None``. Attachments come without their bytes: see `reading`."""
        row = self._recorder.row(_TABLE_OF[kind], key)
        return None if row is None else self._value(kind, row)

    def find(self, kind: type[Value], **equal: str | int) -> list[Value]:
        """Return the values whose columns equal those given, in the order of their ids."""
        return [self._value(kind, row) for row in self._recorder.rows(_TABLE_OF[kind], **equal)]

    def remove(self, kind: type[Any], *key: str | int) -> None:
        """Remove the value with this id; what refers to it is the business of the change."""
        if kind is Response:
            for row in self._recorder.rows(tables.NEEDS, response=key[0]):
                self._recorder.delete(tables.NEEDS, (row["response"], row["row"]))
        if kind is Partner:
            self._recorder.delete(tables.PARTNER_CONTACTS, key)
        if kind is Action:
            self._recorder.delete(tables.ACTION_EVIDENCE, key)
        self._recorder.delete(_TABLE_OF[kind], key)

    def hold(self, kind: type[Any], *key: str | int) -> None:
        """Record that the value with this id is to be as it is by now, also where this change did not alter it."""
        self._recorder.hold(_TABLE_OF[kind], key)

    def restore(self, edit: RowEdit, columns: Collection[str]) -> None:
        """Give one row again what it was before ``edit``: in ``columns`` alone, or in all if none are named.

        Raises `FastmapError` where that cannot be: the row went or came since. What rests on it, `refuse_dangling` sees.
        """
        table = tables.TABLES[edit.table]
        now = self._recorder.row(table, edit.key)
        if edit.before is None:
            self._refuse_restoring(now is None, "restore_gone")
            self._recorder.delete(table, edit.key)
        elif edit.after is None:
            self._refuse_restoring(now is not None, "restore_there_again")
            self._put_earlier(table, edit.before)
        else:
            self._refuse_restoring(now is None, "restore_gone")
            before = _in_columns(table, edit.before)
            merged = {**(now or {}), **{column: before[column] for column in columns or table.columns}}
            self._put_earlier(table, merged)

    def refuse_dangling(self) -> None:
        """Raise `FastmapError` if something recorded by now refers to what is not there, or to what was removed."""
        for edit in self._recorder.edits:
            table = tables.TABLES[edit.table]
            if edit.after is not None or table not in _NAMED_BY_OTHERS:
                continue
            if self._recorder.is_named_elsewhere(table, edit.key):
                changes = self._recorder.changes_naming(table, edit.key)
                self._refuse_restoring(not changes, "restore_in_use")
                raise FastmapError("restore_in_use_by", changes=changes)
        missing = self._recorder.missing()
        if missing:
            raise FastmapError("restore_without_base", kind=Term(f"history.kind.{tables.TABLES[missing].kind}"))

    def go_back_to(self, sequence: int) -> None:
        """Make every row what it was right after the change ``sequence``."""
        for (name, key), before in self._recorder.rows_before(sequence).items():
            table = tables.TABLES[name]
            if before is None:
                self._recorder.delete(table, key)
            else:
                self._put_earlier(table, before)

    def _put_earlier(self, table: tables.Table, row: Row) -> None:
        """Put a row of the history. Raises `FastmapError` where today's schema does not take it."""
        try:
            self._recorder.put(table, _in_columns(table, row))
        except sqlite3.IntegrityError as error:
            raise FastmapError("restore_unsound", kind=Term(f"history.kind.{table.kind}")) from error

    def _refuse_restoring(self, refused: bool, code: str) -> None:  # noqa: FBT001 - the condition comes first
        if refused:
            raise FastmapError(code)

    def note_edit(self, n: int) -> None:
        """Record the durable edit number ``n`` of the torture command."""
        self._recorder.put(tables.EDITS, {"n": n})

    def _put(self, value: object) -> None:
        table = _TABLE_OF[type(value)]
        assert table.codec is not None  # every table of a value has one
        row = table.codec.to_row(value)
        if "only_row" in table.columns:
            row = {"only_row": 1, **row}
        if isinstance(value, Action | OwnPractice):
            row = {"scope": value.cell.scope.value, "complexity": value.cell.complexity.value, **row}
        self._recorder.put(table, row)

    def _save_response(self, response: Response) -> None:
        self._put(response)
        rows = {need.row: need_row(response, need) for need in response.needs}
        for old in self._recorder.rows(tables.NEEDS, response=response.id):
            if old["row"] not in rows:
                self._recorder.delete(tables.NEEDS, (response.id, old["row"]))
        for row in rows.values():
            self._recorder.put(tables.NEEDS, row)

    def _save_partner(self, partner: Partner) -> None:
        self._put(partner)
        if partner.contact is None:
            self._recorder.delete(tables.PARTNER_CONTACTS, (partner.id,))
        else:
            self._recorder.put(tables.PARTNER_CONTACTS, {"partner": partner.id, "contact": partner.contact})

    def _save_action(self, action: Action) -> None:
        self._put(action)
        if action.evidence:
            self._recorder.put(tables.ACTION_EVIDENCE, {"action": action.id, "evidence": to_json(action.evidence)})
        else:
            self._recorder.delete(tables.ACTION_EVIDENCE, (action.id,))

    def _value(self, kind: type[Value], row: Row) -> Value:
        if kind is Response:
            needs = self._recorder.rows(tables.NEEDS, response=row["id"])
            return value_from(kind, row, needs=tuple(value_of_need(need) for need in needs))
        if kind is Partner:
            contact = self._recorder.row(tables.PARTNER_CONTACTS, (row["id"],))
            return value_from(kind, row, contact=contact and text_from(contact["contact"]))
        if kind is Action:
            evidence = self._recorder.row(tables.ACTION_EVIDENCE, (row["id"],))
            return value_from(kind, row, evidence=evidence_of(evidence) if evidence else ())
        return value_from(kind, row)


def _in_columns(table: tables.Table, row: Row) -> Row:
    """Return ``row`` with the columns of today: an older program knew fewer."""
    return {column: row.get(column) for column in table.columns}


def value_from(kind: type[Value], row: Mapping[str, Any], **more: Any) -> Value:
    """Return the value kept in ``row``; ``more`` gives the fields that other tables hold."""
    codec = _TABLE_OF[kind].codec
    assert codec is not None  # every table of a value has one
    known = codec.fields_of(row)
    if kind in (Action, OwnPractice):
        known["cell"] = Cell(Scope(row["scope"]), Complexity(row["complexity"]))
    if kind is Attachment:
        known.setdefault("content", more.pop("content", b""))
    return kind(**known, **more)


def evidence_of(row: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the evidence kept in ``row``. Raises `UnreadableRowError` where it holds what no version writes."""
    try:
        entries: object = json.loads(row["evidence"])
    except (ValueError, RecursionError) as error:
        raise UnreadableRowError("evidence") from error
    if not isinstance(entries, list) or not all(isinstance(entry, str) for entry in entries):
        raise UnreadableRowError("evidence")
    return tuple(map(text_from, entries))


def value_of_need(row: Mapping[str, Any]) -> Need:
    """Return the need kept in ``row``."""
    assert tables.NEEDS.codec is not None  # made from `Need`
    return Need(**tables.NEEDS.codec.fields_of(row))


def need_row(response: Response, need: Need) -> Row:
    """Return the columns of one need of ``response``."""
    assert tables.NEEDS.codec is not None  # made from `Need`
    return {"response": response.id, **tables.NEEDS.codec.to_row(need)}


def table_of(kind: type[Any]) -> tables.Table:
    """Return the table whose rows are values of ``kind``."""
    return _TABLE_OF[kind]


def key_of(value: object) -> Key:
    """Return the id of ``value`` in its table."""
    return tuple(getattr(value, column) for column in _TABLE_OF[type(value)].key)
