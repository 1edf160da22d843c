"""A cluster of which everything is recorded that a file can hold, contact persons and registers included."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, cached_property
from typing import Any

from fastmap.model.choices import MemberStatus, RecommendationAnswer, TeamRole
from fastmap.model.ids import ActionId, LanguageCode, MemberCode, PartnerId, SkillUri
from fastmap.model.organisations import Contact, Registration
from fastmap.model.responses import NamedLink
from fastmap.model.results import Results
from fastmap.model.skills import SetAside, Split, SplitPart
from fastmap.model.snapshot import Snapshot
from fastmap.pipeline import run
from fastmap.report.finished import Report
from tests.report.whole_cluster import LASER, WELDING, whole_results, whole_snapshot
from tests.store import recorded
from tests.support.builders import make_need, own_uri, shipped_catalogue

TODAY = date(2026, 4, 1)
_SPLIT, _ASIDE = "Welding and laser work", "Nobody knows"


@dataclass(frozen=True, kw_only=True)
class Material:
    """What writers are given: the snapshot, and what is kept beside it."""

    snapshot: Snapshot
    contacts: tuple[Contact, ...]
    registrations: tuple[Registration, ...]
    reports: dict[tuple[object, ...], Report] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What was built already, by language and edition; other material begins with none."""

    @cached_property
    def results(self) -> Results:
        """What follows from the snapshot, worked out once for all that is written."""
        return run(self.snapshot, shipped_catalogue())


@cache
def everything() -> Material:
    """Return the cluster of `whole_cluster` with at least one record of every kind, each field filled somewhere."""
    whole = whole_snapshot()
    changes: dict[str, Any] = {
        "info": replace(whole.info, previous_file="last.fastmap", round_end=date(2026, 3, 15)),
        "members": _members(whole),
        "responses": _responses(whole),
        "skills": tuple(replace(one, strategic_reason="roadmap") if one.strategic else one for one in whole.skills),
        "mappings": tuple(replace(one, decided_by="office") for one in whole.mappings),
        "splits": (_split(),),
        "set_aside": (SetAside(text_key="nobody knows", language=LanguageCode("en"), decided_by="office"),),
        "partners": tuple(replace(one, contact=one.contact or "head@partner.example") for one in whole.partners),
        "offers": tuple(replace(one, cost="free", mode="evenings", evidence="leaflet") for one in whole.offers),
        "commitments": tuple(replace(one, who=one.who or "somebody", evidence="mail") for one in whole.commitments),
        "named": recorded.NAMED[1:],
        "actions": tuple(
            replace(one, owner="office", funding="region", note="later", evidence=("minutes",)) for one in whole.actions
        ),
        "kpi_entries": tuple(replace(one, note="n", evidence="list") for one in whole.kpi_entries),
        "practices": (recorded.PRACTICE,),
        "second_sources": tuple(replace(one, note="a note") for one in whole.second_sources),
        "indicator_answers": (recorded.INDICATOR,),
        "targets": (recorded.TARGET,),
        "checklist_answers": tuple(replace(one, evidence="minutes") for one in whole.checklist_answers),
        "action_plans": (replace(recorded.ACTION_PLAN, action=whole.actions[0].id, after=(whole.actions[1].id,)),),
        "capacity": recorded.CAPACITY,
        "grant": recorded.GRANT,
        "logo": replace(recorded.LOGO, png_base64=PIXEL),
        "weights": recorded.WEIGHTS,
        "team": (replace(recorded.QUESTIONNAIRE, state=recorded.RESPONSE.state, role=TeamRole.MANAGER),),
        "team_profile": recorded.TEAM_PROFILE,
        "replies": (replace(recorded.REPLY, partner=PartnerId("school")),),
        "earlier": _earlier(whole),
        "decisions": _decisions(),
        "workshops": (_workshop(),),
        "ballots": (_ballot(),),
        "ballot_papers": _papers(),
        "decision_plans": tuple(
            replace(recorded.DECISION_PLAN, recommendation=one.id) for one in whole_results().recommendations[:2]
        ),
    }
    snapshot = replace(whole, **changes)
    return Material(
        snapshot=snapshot,
        contacts=tuple(replace(recorded.CONTACT, member=one.code) for one in snapshot.members),
        registrations=tuple(replace(recorded.REGISTRATION, member=one.code) for one in snapshot.members),
    )


PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgYPgPAAEDAQAIicLsAAAAAElFTkSuQmCC"
"""A PNG of one black pixel."""


def _members(whole: Snapshot) -> tuple[Any, ...]:
    silent = [one for one in whole.members if one.status is MemberStatus.ASKED]
    return tuple(replace(one, activity=one.activity or "turning") if one in silent else one for one in whole.members)


def _responses(whole: Snapshot) -> tuple[Any, ...]:
    first, *others = whole.responses
    needs = (
        *first.needs,
        make_need(_SPLIT, row=7, short_12m=2, job="Welder"),
        make_need(_ASIDE, row=8),
    )
    told = {
        "respondent_role": "HR",
        "raw": recorded.RESPONSE.raw,
        "source_name": "answer.xlsx",
        "problems": (replace(recorded.PROBLEM, facts=None),),
        "links": (NamedLink(name="Otro"), NamedLink(name="Somebody new")),
    }
    filled = [replace(one, needs=tuple(replace(need, job="Fitter") for need in one.needs)) for one in others]
    return (replace(first, needs=needs, **told), *(replace(one, respondent_role="HR") for one in filled))


def _workshop() -> Any:
    return replace(
        recorded.WORKSHOP,
        place="Big room",
        agenda=tuple(replace(one, title="Talk") for one in recorded.WORKSHOP.agenda),
    )


def _ballot() -> Any:
    """Return a closed vote on two needs, counted by hand and by phone."""
    first, second = (skill.uri for skill in whole_results().skills[:2])
    kept = {"words": {first: "Once called so", second: "Another"}, "places": {second: 1, first: 2}}
    return replace(recorded.BALLOT, options=(first, second), by_hand={second: 9}, voters_by_hand=4, **kept)


def _papers() -> tuple[Any, ...]:
    first, _ = _ballot().options
    return tuple(replace(recorded.PAPER, id=f"p-{number}", dots={first: 2}) for number in range(3))


def _split() -> Split:
    parts = (SplitPart(text="Welding", skill=WELDING.uri), SplitPart(text="laser work", skill=LASER.uri))
    return replace(recorded.SPLIT, text_key="welding and laser work", language=LanguageCode("en"), parts=parts)


def _earlier(whole: Snapshot) -> Any:
    """Return the round before: the same members, and one who left."""
    firm, other = recorded.EARLIER_ROUND.members
    need = replace(firm.needs[0], skill=own_uri("TIG welding"))
    members = tuple(replace(firm, code=one.code, name=one.name, needs=(need,)) for one in whole.members[:8])
    skills = tuple(replace(one, uri=SkillUri(own_uri("TIG welding")), users=8) for one in recorded.EARLIER_ROUND.skills)
    actions = tuple(replace(one, id=ActionId(whole.actions[0].id)) for one in recorded.EARLIER_ROUND.actions)
    left = replace(other, code=MemberCode("M099"), name="A firm that left")
    return replace(
        recorded.EARLIER_ROUND,
        is_other_cluster=False,
        members=(*members, left),
        skills=skills,
        actions=actions,
        asked=9,
        answered=8,
    )


def _decisions() -> tuple[Any, ...]:
    answers = (RecommendationAnswer.LATER, RecommendationAnswer.NO)
    found = whole_results().recommendations
    return tuple(
        replace(recorded.DECISION, recommendation=one.id, answer=answer, reason="no money", basis=None)
        for one, answer in zip(found, answers, strict=False)
    )
