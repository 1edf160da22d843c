"""The partners around the cluster, put together: actors, introductions, network, checklist."""

from __future__ import annotations

from collections.abc import Iterable

from fastmap.analysis.actors import actor_check
from fastmap.analysis.introductions import introductions
from fastmap.analysis.network import network_of
from fastmap.catalogue.definitions import Catalogue
from fastmap.model.choices import ChecklistState
from fastmap.model.ids import MemberCode
from fastmap.model.organisations import Tie
from fastmap.model.results import Ecosystem, SkillResult
from fastmap.model.snapshot import Snapshot


def ecosystem_of(
    snapshot: Snapshot,
    catalogue: Catalogue,
    *,
    skills: Iterable[SkillResult],
    ties: tuple[Tie, ...],
    answered: Iterable[MemberCode],
) -> Ecosystem:
    """Return everything known about the partners; parts that nobody recorded are empty."""
    return Ecosystem(
        actors=actor_check(snapshot, ties, catalogue.rules),
        introductions=introductions(snapshot, skills, ties),
        network=network_of(snapshot, ties, answered=answered, rules=catalogue.rules),
        checklist=_checklist(snapshot, catalogue),
    )


def _checklist(snapshot: Snapshot, catalogue: Catalogue) -> dict[str, ChecklistState | None]:
    given = {answer.item: answer.state for answer in snapshot.checklist_answers}
    return {item: given.get(item) for item in catalogue.checklist} if given else {}
