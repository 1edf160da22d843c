"""Which tables hold what a person recorded, in which columns, and what `Touched` calls them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

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
from fastmap.model.skills import Mapping, SecondSource, SetAside, Skill, Split, VerdictOverride
from fastmap.model.snapshot import AssessmentInfo
from fastmap.model.team import TeamProfile, TeamQuestionnaire
from fastmap.model.weights import PriorityWeights
from fastmap.model.workshop import Ballot, BallotPaper, Workshop
from fastmap.store.codec import RecordCodec, record_codec


@dataclass(frozen=True)
class Table:
    """One table whose rows have a history. The first key column names the thing it belongs to."""

    name: str
    kind: str
    """The kind of thing that is touched when a row changes."""
    key: tuple[str, ...]
    columns: tuple[str, ...]
    codec: RecordCodec | None = None

    @cached_property
    def select(self) -> str:
        """All columns of all rows."""
        return f"SELECT {_names(self.columns)} FROM {self.name}"

    @cached_property
    def by_key(self) -> str:
        """The condition that finds one row."""
        return " WHERE " + " AND ".join(f'"{name}" = ?' for name in self.key)

    @cached_property
    def in_order(self) -> str:
        """All columns of all rows in the order of their keys."""
        return f"{self.select} ORDER BY {_names(self.key)}"

    @cached_property
    def upsert(self) -> str:
        """Insert a row, or give the row with its key these values."""
        rest = [name for name in self.columns if name not in self.key]
        change = ", ".join(f'"{name}" = excluded."{name}"' for name in rest)
        return (
            f"INSERT INTO {self.name} ({_names(self.columns)}) VALUES ({', '.join('?' * len(self.columns))}) "
            f"ON CONFLICT ({_names(self.key)}) DO " + (f"UPDATE SET {change}" if rest else "NOTHING")
        )

    @cached_property
    def delete(self) -> str:
        """Delete one row by its key."""
        return f"DELETE FROM {self.name}{self.by_key}"


def _names(columns: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in columns)


def _table(
    name: str, value_type: type[Any], key: tuple[str, ...], *, extra: tuple[str, ...] = (), **options: Any
) -> Table:
    codec = record_codec(value_type, options.get("leave_out", ()))
    return Table(name, options.get("kind", name), key, (*extra, *codec.columns), codec)


INFO: Final = _table("info", AssessmentInfo, ("id",), leave_out=("catalogue",))
CLUSTER: Final = _table("cluster", Cluster, ("only_row",), extra=("only_row",))
PARTNERS: Final = _table("partners", Partner, ("id",), leave_out=("contact",))
PARTNER_CONTACTS: Final = Table("partner_contacts", "partners", ("partner",), ("partner", "contact"))
MEMBERS: Final = _table("members", Member, ("code",))
CONTACTS: Final = _table("contacts", Contact, ("member",))
REGISTRATIONS: Final = _table("registrations", Registration, ("member",), kind="contacts")
RESPONSES: Final = _table("responses", Response, ("id",), leave_out=("needs",))
NEEDS: Final = _table("needs", Need, ("response", "row"), extra=("response",), kind="responses")
ATTACHMENTS: Final = _table("attachments", Attachment, ("sha256",), leave_out=("content",))
SKILLS: Final = _table("skills", Skill, ("uri",))
MAPPINGS: Final = _table("mappings", Mapping, ("text_key", "language"))
SPLITS: Final = _table("splits", Split, ("text_key", "language"), kind="mappings")
SET_ASIDE: Final = _table("set_aside", SetAside, ("text_key", "language"), kind="mappings")
OFFERS: Final = _table("offers", Offer, ("id",))
TIES: Final = _table("ties", Tie, ("id",))
COMMITMENTS: Final = _table("commitments", Commitment, ("id",))
REPLIES: Final = _table("provider_replies", ProviderReply, ("id",), kind="offers")
NAMED: Final = _table("named_organisations", NameDecision, ("name_key",), kind="ties")
ACTIONS: Final = _table("actions", Action, ("id",), extra=("scope", "complexity"), leave_out=("cell", "evidence"))
ACTION_EVIDENCE: Final = Table("action_evidence", "actions", ("action",), ("action", "evidence"))
OWN_PRACTICES: Final = _table(
    "own_practices", OwnPractice, ("id",), extra=("scope", "complexity"), leave_out=("cell",), kind="practices"
)
KPI_ENTRIES: Final = _table("kpi_entries", KpiEntry, ("id",), kind="kpis")
KPI_GOALS: Final = _table("kpi_goals", KpiGoal, ("indicator",), kind="kpis")
OWN_KPIS: Final = _table("own_kpis", OwnKpi, ("key",), kind="kpis")
OVERRIDES: Final = _table("overrides", VerdictOverride, ("skill",))
SECOND_SOURCES: Final = _table("second_sources", SecondSource, ("id",))
INDICATOR_ANSWERS: Final = _table("indicator_answers", IndicatorAnswer, ("key",))
INDICATOR_TARGETS: Final = _table("indicator_targets", IndicatorTarget, ("key",))
CHECKLIST_ANSWERS: Final = _table("checklist_answers", ChecklistAnswer, ("item",))
DECISIONS: Final = _table("decisions", RecommendationDecision, ("recommendation",))
DECISION_PLANS: Final = _table("decision_plans", DecisionPlan, ("recommendation",), kind="decisions")
ACTION_PLANS: Final = _table("action_plans", ActionPlan, ("action",), kind="roadmap")
TEAM_CAPACITY: Final = _table("team_capacity", TeamCapacity, ("only_row",), extra=("only_row",), kind="roadmap")
GRANT: Final = _table("grant_facts", Grant, ("only_row",), extra=("only_row",), kind="cluster")
LOGO: Final = _table("logo", Logo, ("only_row",), extra=("only_row",), kind="cluster")
PRIORITY_WEIGHTS: Final = _table("priority_weights", PriorityWeights, ("only_row",), extra=("only_row",))
PRIVACY_CHOICE: Final = _table("privacy_choice", PrivacyChoice, ("only_row",), extra=("only_row",), kind="privacy")
CLEARED_TEXTS: Final = _table("cleared_texts", ClearedText, ("kind", "key"), kind="privacy")
TEAM: Final = _table("team_questionnaires", TeamQuestionnaire, ("id",), kind="team")
TEAM_PROFILE: Final = _table("team_profile", TeamProfile, ("only_row",), extra=("only_row",), kind="team")
WORKSHOPS: Final = _table("workshops", Workshop, ("id",), kind="workshop")
BALLOTS: Final = _table("ballots", Ballot, ("id",), kind="workshop")
BALLOT_PAPERS: Final = _table("ballot_papers", BallotPaper, ("id",), kind="workshop")
EARLIER_ROUND: Final = _table("earlier_round", EarlierRound, ("only_row",), extra=("only_row",))
EDITS: Final = Table("edits", "edits", ("n",), ("n",))

TABLES: Final[dict[str, Table]] = {
    table.name: table
    for table in (
        INFO,
        CLUSTER,
        PARTNERS,
        PARTNER_CONTACTS,
        MEMBERS,
        CONTACTS,
        REGISTRATIONS,
        RESPONSES,
        NEEDS,
        ATTACHMENTS,
        SKILLS,
        MAPPINGS,
        SPLITS,
        SET_ASIDE,
        OFFERS,
        TIES,
        COMMITMENTS,
        NAMED,
        REPLIES,
        ACTIONS,
        KPI_ENTRIES,
        KPI_GOALS,
        OWN_KPIS,
        ACTION_EVIDENCE,
        OWN_PRACTICES,
        OVERRIDES,
        SECOND_SOURCES,
        INDICATOR_ANSWERS,
        INDICATOR_TARGETS,
        CHECKLIST_ANSWERS,
        DECISIONS,
        DECISION_PLANS,
        ACTION_PLANS,
        TEAM_CAPACITY,
        GRANT,
        LOGO,
        PRIORITY_WEIGHTS,
        PRIVACY_CHOICE,
        CLEARED_TEXTS,
        TEAM,
        TEAM_PROFILE,
        WORKSHOPS,
        BALLOTS,
        BALLOT_PAPERS,
        EARLIER_ROUND,
        EDITS,
    )
}
"""Every table with a history. The history itself, notes and the bytes of attachments have none."""
