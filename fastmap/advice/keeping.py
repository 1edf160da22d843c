"""What already runs: keep it, and let it serve more of what firms ask for."""

from __future__ import annotations

from collections.abc import Iterable

from fastmap.advice.needs import CountedNeed, counted_needs, named_needs, skills_fact, uris
from fastmap.catalogue.definitions import Catalogue, Rules
from fastmap.model.actions import Action
from fastmap.model.choices import ActionStatus
from fastmap.model.ids import SkillUri
from fastmap.model.messages import Message, message
from fastmap.model.results import KeepAndDeepen, SkillResult
from fastmap.model.snapshot import Snapshot


def keep_and_deepen(
    *,
    snapshot: Snapshot,
    catalogue: Catalogue,
    skills: tuple[SkillResult, ...],
    groups: tuple[SkillResult, ...],
) -> tuple[KeepAndDeepen, ...]:
    """Return every running action with up to three top needs that it fits and does not name, in order of its id."""
    running = (action for action in snapshot.actions if action.status is ActionStatus.RUNNING)
    top = _top(counted_needs(skills, groups, catalogue.rules), catalogue.rules)
    group_of = {result.uri: result.group for result in skills if result.group is not None}
    return tuple(
        _kept(action, top, catalogue, {*action.skills, *(group_of[uri] for uri in action.skills if uri in group_of)})
        for action in sorted(running, key=lambda action: action.id)
    )


def _top(needs: Iterable[CountedNeed], rules: Rules) -> tuple[CountedNeed, ...]:
    """Return the needs ranked among the first ``top_k`` of their level."""
    return tuple(
        need for need in needs if need.result.ranking.rank is not None and need.result.ranking.rank <= rules.top_k
    )


def _kept(
    action: Action, top: tuple[CountedNeed, ...], catalogue: Catalogue, addressed: set[SkillUri]
) -> KeepAndDeepen:
    reference = catalogue.actions.get(action.reference) if action.reference else None
    open_needs = [need for need in top if not need.result.is_among(addressed)]
    needs = named_needs(reference, open_needs, catalogue.rules) if reference else ()
    return KeepAndDeepen(
        action=action.id,
        title=action.title,
        reference=action.reference,
        cell=action.cell,
        needs=uris(needs),
        advice=_advice(action, needs, knows_fit=reference is not None),
    )


def _advice(action: Action, needs: tuple[SkillResult, ...], *, knows_fit: bool) -> Message:
    if needs:
        return message("advice.keep.deepen", skills=skills_fact(needs))
    if not action.skills:
        return message("advice.keep.name_skills")
    return message("advice.keep.enough" if knows_fit else "advice.keep.own")
