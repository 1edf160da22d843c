"""The sample assessment: a fictional cluster, recorded change by change as a person would have done it.

Its data stands in ``resources/sample``: the tables of members, partners and actions have the columns of the contract,
so they also show what `fastmap members`, `partners` and `actions` read. Nothing in it is real. Start reading at
`write_sample`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import as_file
from itertools import count
from pathlib import Path
from typing import Any

from fastmap.assessment import Assessment
from fastmap.changes.advice import AnswerChecklist, AnswerIndicator, NoteSecondSource
from fastmap.changes.assessment import EditCluster
from fastmap.changes.base import Change
from fastmap.changes.commitments import SaveCommitments
from fastmap.changes.ecosystem import SaveActions
from fastmap.changes.grant import SetGrant, SetLogo
from fastmap.changes.members import SaveMembers
from fastmap.changes.practices import SavePractices
from fastmap.changes.responses import ImportResponses
from fastmap.changes.skills import MarkStrategic
from fastmap.errors import IN_USE, FastmapError
from fastmap.model.actions import Cell, ChecklistAnswer, IndicatorAnswer
from fastmap.model.choices import (
    ChainRole,
    ChecklistState,
    CommitmentKind,
    CommitmentState,
    Complexity,
    Label,
    PartnerType,
    Scope,
    SecondOpinion,
)
from fastmap.model.grant import Grant, Logo
from fastmap.model.ids import CommitmentId, LanguageCode, PracticeId
from fastmap.model.organisations import Cluster, Commitment
from fastmap.model.practices import OwnPractice
from fastmap.model.skills import SecondSource
from fastmap.tasks.sample.answers import responses
from fastmap.tasks.sample.kpis import kpis
from fastmap.tasks.sample.last_round import last_round
from fastmap.tasks.sample.organisations import actions, member_of, members_that_are_partners, partner_ids, partners
from fastmap.tasks.sample.plans import plans
from fastmap.tasks.sample.skills import decisions, skill_named, skills_of
from fastmap.tasks.sample.tables import resource, table, toml
from fastmap.tasks.sample.team import team_changes
from fastmap.tasks.sample.workshop import workshop_changes


def write_sample(path: Path) -> None:
    """Make the sample assessment at ``path``, wholly or not at all.

    Raises `FastmapError` ``file_exists`` and the like; never overwrites.
    """
    facts = toml("assessment.toml")
    info = facts["info"]
    assessment = Assessment.create(
        path,
        cluster=_cluster(facts["cluster"]),
        title=info["title"],
        round_label=info["round_label"],
        round_start=info["round_start"],
        round_end=info["round_end"],
        language=info["language"],
        fictional=True,
    )
    try:
        with assessment:
            for change in sample_changes(facts):
                assessment.apply(change)
    except BaseException:
        path.unlink(missing_ok=True)  # ours: `create` refuses a file that was there before
        raise


def fresh_sample(path: Path) -> Path | None:
    """Put an unedited sample at ``path``; return where an edited one that lay there is kept from now on.

    Raises `FastmapError`: ``file_in_use`` where another window has it open, and what `write_sample` raises.
    """
    kept = None
    if path.exists():
        if _is_unedited(path):
            return None
        kept = next(place for number in count(2) if not (place := path.with_stem(f"{path.stem} {number}")).exists())
        path.rename(kept)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_sample(path)
    return kept


def _is_unedited(path: Path) -> bool:
    try:
        with Assessment.open(path, read_only=True) as assessment:
            # The first change says what the file was made with, so it leaves no trace.
            return len(assessment.history()) == sum(1 for _ in sample_changes()) - 1
    except FastmapError as error:
        if error.code in IN_USE:
            raise
        return False  # damaged or of a newer fastmap: kept, and a fresh one beside it


def sample_changes(facts: dict[str, Any] | None = None) -> Iterator[Change]:
    """Yield the changes that make the sample out of an empty assessment."""
    facts = facts or toml("assessment.toml")
    yield EditCluster(cluster=_cluster(facts["cluster"]))
    yield SetGrant(grant=Grant(**facts["grant"]))
    yield SetLogo(logo=_logo(**facts["logo"]))
    yield SaveMembers(members=tuple(member_of(row) for row in table("members.csv")))
    yield ImportResponses(responses=tuple(responses()))
    decided = decisions()
    yield decided
    yield partners()
    yield SaveMembers(members=tuple(members_that_are_partners()))
    yield SaveActions(actions=tuple(actions()), skills=skills_of(table("actions.csv")))
    for mark in facts["strategic"]:
        yield MarkStrategic(skill=skill_named(mark["skill"]), strategic=True, reason=mark["reason"])
    for number, source in enumerate(facts["second_source"], start=1):
        yield NoteSecondSource(
            source=SecondSource(
                id=f"S{number:03}",
                skill=skill_named(source["skill"]).uri,
                source=source["source"],
                opinion=SecondOpinion(source["opinion"]),
                note=source["note"],
            )
        )
    yield SaveCommitments(commitments=tuple(_commitments(facts["commitment"])))
    yield kpis(facts["own_kpi"])
    yield from team_changes()
    yield SavePractices(practices=tuple(_practices(facts["practice"])))
    for entry in facts["indicator"]:
        yield AnswerIndicator(answer=IndicatorAnswer(**entry))
    yield AnswerChecklist(
        answers=tuple(
            ChecklistAnswer(item=item["item"], state=ChecklistState(item["state"]), evidence=item.get("evidence"))
            for item in facts["checklist"]
        )
    )
    yield last_round(_cluster(facts["cluster"]), decided)
    yield from plans()
    yield from workshop_changes(LanguageCode(facts["info"]["language"]))


@cache
def _logo(file: str, alternative: str) -> Logo:
    from fastmap.intake.logo import read_logo  # late: nothing else of the sample needs to read pictures

    with as_file(resource(file)) as path:
        return read_logo(path, alternative=alternative)


def _commitments(entries: list[dict[str, Any]]) -> Iterator[Commitment]:
    for number, entry in enumerate(entries, start=1):
        named = {"partner": partner_ids()[entry["partner"]]} if "partner" in entry else {"who": entry["who"]}
        yield Commitment(
            id=CommitmentId(f"C{number:03}"),
            what=entry["what"],
            kind=CommitmentKind(entry["kind"]),
            due=entry.get("due"),
            state=CommitmentState(entry["state"]),
            evidence=entry.get("evidence"),
            **named,
        )


def _practices(entries: list[dict[str, Any]]) -> Iterator[OwnPractice]:
    for number, entry in enumerate(entries, start=1):
        yield OwnPractice(
            id=PracticeId(f"P{number:03}"),
            name=entry["name"],
            what=entry["what"],
            cell=Cell(Scope(entry["scope"]), Complexity(entry["complexity"])),
            partner_types=tuple(map(PartnerType, entry["partner_types"])),
            place=entry["place"],
            source=entry["source"],
        )


def _cluster(profile: dict[str, Any]) -> Cluster:
    return Cluster(
        **{
            **profile,
            "sectors": tuple(profile["sectors"]),
            "label": Label(profile["label"]),
            "chain_role": ChainRole(profile["chain_role"]),
        }
    )
