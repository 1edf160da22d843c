"""The sample's round before: what a file keeps of it, worked out from fictional answers as from any others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any

from fastmap.changes.rounds import KeepEarlierRound
from fastmap.changes.skills import RecordMappings
from fastmap.model.actions import Action
from fastmap.model.choices import (
    ActionStatus,
    Channel,
    Consequence,
    Hiring,
    HiringReason,
    MemberKind,
    MemberStatus,
    Provision,
    ResponseState,
)
from fastmap.model.ids import ActionId, LanguageCode, MemberCode, ResponseId
from fastmap.model.organisations import Cluster, Member
from fastmap.model.responses import Need, Response
from fastmap.model.snapshot import AssessmentInfo, Snapshot
from fastmap.tasks.earlier_round import summary_of
from fastmap.tasks.sample.organisations import actions, member_of
from fastmap.tasks.sample.tables import Row, rows_by_member, table, toml, whole


def last_round(cluster: Cluster, decided: RecordMappings) -> KeepEarlierRound:
    """Return the change that keeps the round before; ``decided``: what the sample's texts mean, then as now."""
    facts = toml("last_round.toml")
    snapshot = Snapshot(
        info=AssessmentInfo(
            id="sample-last-round",
            title=cluster.name,
            round_label=facts["round_label"],
            round_start=facts["round_start"],
            round_end=facts["round_end"],
            fictional=True,
        ),
        cluster=cluster,
        members=tuple(_members(facts)),
        responses=tuple(_responses(facts)),
        skills=decided.skills,
        mappings=decided.mappings,
        actions=tuple(_actions(facts)),
    )
    return KeepEarlierRound(earlier=summary_of(snapshot, file=facts["file"], carried_over=True))


def _members(facts: Mapping[str, Any]) -> Iterator[Member]:
    answered = rows_by_member("last_round_needs.csv")
    for row in table("members.csv"):
        if row["code"] not in facts["joined"]:
            status = MemberStatus.ANSWERED if row["code"] in answered else MemberStatus.ASKED
            yield replace(
                member_of(row), status=MemberStatus.NOT_ASKED if row["code"] in facts["not_asked"] else status
            )
    for left in facts["left"]:
        yield Member(
            code=MemberCode(left["code"]), name=left["name"], kind=MemberKind.SMALL, status=MemberStatus.ANSWERED
        )


def _responses(facts: Mapping[str, Any]) -> Iterator[Response]:
    first = datetime.combine(facts["first_answer"], time(10), UTC)
    for place, (code, rows) in enumerate(rows_by_member("last_round_needs.csv").items()):
        yield Response(
            id=ResponseId(f"last-{code}"),
            member=MemberCode(code),
            channel=Channel.EXCEL,
            language=LanguageCode(rows[0]["language"]),
            received_at=first + timedelta(days=place // facts["answers_per_day"]),
            state=ResponseState.ACCEPTED,
            needs=tuple(_need(number, row) for number, row in enumerate(rows, start=1)),
        )


def _need(number: int, row: Row) -> Need:
    return Need(
        row=number,
        skill_text=row["text"],
        short_now=whole(row["now"]),
        short_12m=whole(row["12m"]),
        consequence=Consequence(row["consequence"]),
        hiring=Hiring(row["hiring"]),
        hiring_reasons=(HiringReason(row["reason"]),) if row["reason"] else (),
        provision=Provision(row["provision"]),
    )


def _actions(facts: Mapping[str, Any]) -> Iterator[Action]:
    today = dict(enumerate(actions(), start=1))
    for entry in facts["action"]:
        status = ActionStatus(entry["status"])
        if "number" in entry:
            yield replace(today[entry["number"]], status=status)
        else:
            yield replace(
                today[1], id=ActionId("A000"), title=entry["title"], reference=None, status=status, end=entry["end"]
            )
