"""The sample assessment: a fictional cluster, recorded change by change as a person would have done it.

Its data stands in ``resources/sample``: the tables of members, partners and actions have the columns of the contract,
so they also show what `fastmap members`, `partners` and `actions` read. Nothing in it is real. Start reading at
`write_sample`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fastmap.assessment import Assessment
from fastmap.changes.advice import AnswerChecklist, AnswerIndicator, NoteSecondSource
from fastmap.changes.assessment import EditCluster
from fastmap.changes.base import Change
from fastmap.changes.ecosystem import SaveActions
from fastmap.changes.members import SaveMembers
from fastmap.changes.responses import ImportResponses
from fastmap.changes.skills import MarkStrategic
from fastmap.model.actions import ChecklistAnswer, IndicatorAnswer
from fastmap.model.choices import ChainRole, ChecklistState, Label, SecondOpinion
from fastmap.model.organisations import Cluster
from fastmap.model.skills import SecondSource
from fastmap.tasks.sample.answers import responses
from fastmap.tasks.sample.organisations import actions, member_of, members_that_are_partners, partners
from fastmap.tasks.sample.skills import decisions, skill_named, skills_of
from fastmap.tasks.sample.tables import table, toml


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


def sample_changes(facts: dict[str, Any] | None = None) -> Iterator[Change]:
    """Yield the changes that make the sample out of an empty assessment."""
    facts = facts or toml("assessment.toml")
    yield EditCluster(cluster=_cluster(facts["cluster"]))
    yield SaveMembers(members=tuple(member_of(row) for row in table("members.csv")))
    yield ImportResponses(responses=tuple(responses()))
    yield decisions()
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
    for entry in facts["indicator"]:
        yield AnswerIndicator(answer=IndicatorAnswer(**entry))
    yield AnswerChecklist(
        answers=tuple(
            ChecklistAnswer(item=item["item"], state=ChecklistState(item["state"]), evidence=item.get("evidence"))
            for item in facts["checklist"]
        )
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
