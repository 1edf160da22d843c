"""Builders with sensible defaults, so that a test only shows what matters to it.

`cluster_where(...)` is the short way: one list of needs per member, everything else around it made up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from fastmap.catalogue.definitions import Catalogue, Rules
from fastmap.catalogue.reading import load_catalogue
from fastmap.model.actions import Action, Cell
from fastmap.model.choices import (
    ActionStatus,
    Channel,
    Complexity,
    Fit,
    MappingHow,
    MemberKind,
    MemberStatus,
    PartnerLevel,
    PartnerType,
    ResponseState,
    Scope,
    SkillKind,
    SkillSource,
    TieKind,
)
from fastmap.model.ids import (
    ActionId,
    LanguageCode,
    MemberCode,
    OfferId,
    PartnerId,
    RefId,
    ResponseId,
    SkillUri,
    TieId,
)
from fastmap.model.normalise import text_key
from fastmap.model.organisations import Cluster, Member, Offer, Partner, Tie
from fastmap.model.responses import Need, Response, UnusedSkill
from fastmap.model.results import Results, SkillResult
from fastmap.model.skills import Mapping, Skill
from fastmap.model.snapshot import AssessmentInfo, Snapshot
from fastmap.pipeline import run

EN = LanguageCode("en")
MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)


def shipped_catalogue() -> Catalogue:
    """Return the catalogue that fastmap ships (read once)."""
    return load_catalogue()


def shipped_rules() -> Rules:
    """Return the thresholds and weights that fastmap ships."""
    return load_catalogue().rules


def catalogue_with(**rules: Any) -> Catalogue:
    """Return the shipped catalogue with some rules changed."""
    return replace(load_catalogue(), rules=replace(shipped_rules(), **rules))


# --- organisations ----------------------------------------------------------------------------------------------------


def code(number: int) -> MemberCode:
    """Return ``M001`` for 1."""
    return MemberCode(f"M{number:03}")


def make_member(number: int = 1, **changes: Any) -> Member:
    """Return a small firm that was asked."""
    fields: dict[str, Any] = {
        "code": code(number),
        "name": f"Member {number}",
        "kind": MemberKind.SMALL,
        "headcount": 20,
        "status": MemberStatus.ASKED,
    }
    return Member(**(fields | changes))


def make_partner(key: str = "school", **changes: Any) -> Partner:
    """Return a regional VET provider whose stage is not recorded."""
    fields: dict[str, Any] = {
        "id": PartnerId(key),
        "name": key.title(),
        "type": PartnerType.VET,
        "level": PartnerLevel.REGIONAL,
        "in_cluster": False,
    }
    return Partner(**(fields | changes))


def make_offer(skill: str, partner: str = "school", *, number: int = 1, **changes: Any) -> Offer:
    """Return a fitting offer for ``skill`` (a URI or a text that nobody has placed), places unknown."""
    fields: dict[str, Any] = {
        "id": OfferId(f"{partner}-{number}"),
        "partner": PartnerId(partner),
        "skill": uri_of(skill),
        "fit": Fit.YES,
    }
    return Offer(**(fields | changes))


def make_tie(partner: str = "school", member: int | None = 1, **changes: Any) -> Tie:
    """Return a tie between a partner and a member."""
    member_code = None if member is None else code(member)
    kind = changes.get("kind", TieKind.OTHER)
    fields: dict[str, Any] = {
        "id": TieId(f"{partner}-{member}-{kind}"),
        "partner": PartnerId(partner),
        "member": member_code,
    }
    return Tie(**(fields | changes))


# --- skills -----------------------------------------------------------------------------------------------------------


def uri_of(skill: str) -> SkillUri:
    """Return ``skill`` if it is a URI, else the URI under which an unplaced text counts."""
    return SkillUri(skill if ":" in skill else "fastmap:provisional/" + "-".join(text_key(skill).split()))


def make_skill(label: str = "Welding", *, group: str | None = None, **changes: Any) -> Skill:
    """Return an own technical skill ``fastmap:own/<label>``, in the group ``fastmap:own/group-<group>``."""
    fields: dict[str, Any] = {
        "uri": own_uri(label),
        "labels": {EN: label},
        "kind": SkillKind.TECHNICAL,
        "group_uri": None if group is None else group_uri(group),
        "group_labels": {} if group is None else {EN: group},
        "source": SkillSource.OWN,
    }
    return Skill(**(fields | changes))


def own_uri(label: str) -> SkillUri:
    """Return the URI that `make_skill` gives a label."""
    return SkillUri(f"fastmap:own/{text_key(label)}")


def group_uri(group: str) -> SkillUri:
    """Return the URI that `make_skill` gives a group."""
    return SkillUri(f"fastmap:own/group-{text_key(group)}")


def make_mapping(text: str, skill: Skill, language: str = EN) -> Mapping:
    """Return the decision that ``text`` means ``skill``."""
    return Mapping(text_key=text_key(text), language=LanguageCode(language), skill=skill.uri, how=MappingHow.BY_HAND)


# --- answers ----------------------------------------------------------------------------------------------------------


def make_need(skill_text: str = "Welding", **changes: Any) -> Need:
    """Return a row that names a skill and nothing else."""
    fields: dict[str, Any] = {"row": 1, "skill_text": skill_text}
    return Need(**(fields | changes))


def make_response(member: int | None = 1, *needs: Need, **changes: Any) -> Response:
    """Return an accepted English form of a member; rows are numbered in order."""
    fields: dict[str, Any] = {
        "id": ResponseId(f"R{member or 0:03}"),
        "member": None if member is None else code(member),
        "channel": Channel.EXCEL,
        "language": EN,
        "received_at": MONDAY + timedelta(hours=member or 0),
        "state": ResponseState.ACCEPTED,
        "needs": tuple(replace(need, row=row) for row, need in enumerate(needs, start=1)),
    }
    return Response(**(fields | changes))


def unused(skill_text: str = "Welding", people: int | None = None) -> UnusedSkill:
    """Return the report of a skill that goes unused."""
    return UnusedSkill(skill_text=skill_text, people=people)


# --- actions ----------------------------------------------------------------------------------------------------------


def make_action(reference: str | None = "A1", **changes: Any) -> Action:
    """Return a running action in the cell of its reference action (an own action: alone, low or medium)."""
    cell = load_catalogue().actions[RefId(reference)].cell if reference else Cell(Scope.ALONE, Complexity.LOW_MEDIUM)
    fields: dict[str, Any] = {
        "id": ActionId(f"action-{reference}"),
        "title": f"Action {reference}",
        "cell": cell,
        "reference": reference and RefId(reference),
        "status": ActionStatus.RUNNING,
    }
    return Action(**(fields | changes))


# --- the whole --------------------------------------------------------------------------------------------------------


def make_snapshot(**parts: Any) -> Snapshot:
    """Return a snapshot of a cluster of which nothing but its name is recorded."""
    fields: dict[str, Any] = {
        "info": AssessmentInfo(id="test", title="Test", round_label="2026"),
        "cluster": Cluster(name="Test cluster", country="ES"),
    }
    given: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in parts.items()}
    return Snapshot(**(fields | given))


def cluster_where(
    *needs_per_member: Iterable[Need],
    unused_per_member: Sequence[Sequence[UnusedSkill]] = (),
    more_members: Iterable[Member] = (),
    **parts: Any,
) -> Snapshot:
    """Return a snapshot in which member 1 answered with the first list of needs, member 2 with the second …

    Empty lists are empty forms. ``unused_per_member`` adds unused skills likewise; ``more_members`` did not answer.
    """
    count = max(len(needs_per_member), len(unused_per_member))
    needs = [*map(tuple, needs_per_member), *[()] * count][:count]
    reports = [*map(tuple, unused_per_member), *[()] * count][:count]
    responses = [
        make_response(number, *rows, unused=reported)
        for number, (rows, reported) in enumerate(zip(needs, reports, strict=True), start=1)
    ]
    answering = [make_member(number, status=MemberStatus.ANSWERED) for number in range(1, count + 1)]
    return make_snapshot(**({"members": (*answering, *more_members), "responses": tuple(responses)} | parts))


def assess(snapshot: Snapshot, catalogue: Catalogue | None = None) -> Results:
    """Return the results of the whole pipeline under the shipped catalogue."""
    return run(snapshot, catalogue or shipped_catalogue())


def assess_skill(snapshot: Snapshot, skill: str = "Welding", catalogue: Catalogue | None = None) -> SkillResult:
    """Return the result for one skill or group: a URI, or a text that nobody has placed."""
    results = assess(snapshot, catalogue)
    return next(result for result in (*results.skills, *results.groups) if result.uri == uri_of(skill))
