"""Which diagnosed skills and groups advice may rest on, how much each weighs, and which of them an action serves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fastmap.catalogue.definitions import ReferenceAction, Rules
from fastmap.model.choices import Evidence, Verdict
from fastmap.model.ids import LanguageCode, SkillUri
from fastmap.model.messages import Fact, Labels
from fastmap.model.results import SkillResult

NAMED_NEEDS = 3
"""Needs that one recommendation names at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedNeed:
    """A skill or group with a verdict that is at least indicative."""

    result: SkillResult
    weight: float
    """Its priority, 0–100; for unused skills without one, see `counted_needs`."""

    @property
    def verdict(self) -> Verdict:
        """The verdict that holds."""
        return self.result.imbalance.verdict

    def served_by(self, action: ReferenceAction) -> float:
        """Return weight × fit, 0–100: what the action contributes to this need."""
        return self.weight * action.fit.get(self.verdict, 0.0)


def counted_needs(
    skills: Iterable[SkillResult], groups: Iterable[SkillResult], rules: Rules
) -> tuple[CountedNeed, ...]:
    """Return skills and groups whose verdict is at least indicative, by URI.

    A group whose users all stand behind one counted skill says nothing new and is left out. Unused skills
    (over-qualification) have no priority, because few firms need them: they weigh as the reach part of a priority
    would, reporters / largest number of users. Source: `domain.md`, The four steps; decision record 0020.
    """
    skills, groups = tuple(skills), tuple(groups)
    largest = max((result.quantities.users for result in skills), default=0)
    counted = [need for result in skills if (need := _counted(result, largest, rules))]
    for result in groups:
        need = _counted(result, largest, rules)
        if need and not any(_says_the_same(result, known.result) for known in counted if not known.result.is_group):
            counted.append(need)
    return tuple(sorted(counted, key=lambda need: (need.result.is_group, need.result.uri)))


def _counted(result: SkillResult, largest_users: int, rules: Rules) -> CountedNeed | None:
    if result.imbalance.evidence is Evidence.THIN:
        return None
    weight = result.ranking.priority
    if weight is None and result.imbalance.verdict is Verdict.OVER_QUALIFICATION:
        reporters = result.imbalance.figures.get("unused") or 0
        weight = 100 * rules.priority_weights["reach"] * min(1.0, reporters / max(largest_users, reporters, 1))
    return None if weight is None else CountedNeed(result=result, weight=weight)


def _says_the_same(group: SkillResult, skill: SkillResult) -> bool:
    return skill.uri in group.skills and set(group.members) <= set(skill.members)


def named_needs(action: ReferenceAction, needs: Iterable[CountedNeed], rules: Rules) -> tuple[SkillResult, ...]:
    """Return up to three needs that the action is fit for, most contributed first; a group not beside its skills."""
    fitting = [need for need in needs if action.fit.get(need.verdict, 0.0) >= rules.named_fit and need.weight > 0]
    fitting.sort(key=lambda need: (-need.served_by(action), need.result.is_group, need.result.uri))
    return tuple(without_overlap([need.result for need in fitting]))[:NAMED_NEEDS]


def without_overlap(results: Iterable[SkillResult]) -> list[SkillResult]:
    """Return ``results`` without groups one of whose skills is there too: the single skill says more."""
    results = tuple(results)
    single = {result.uri for result in results if not result.is_group}
    return [result for result in results if not (result.is_group and single & set(result.skills))]


def strategic_needs(skills: Iterable[SkillResult]) -> tuple[SkillResult, ...]:
    """Return future gaps: skills that the cluster's own plans need and few firms ask for yet, by URI.

    Their evidence is thin by definition, so they never move an order; they are named where an action fits them.
    """
    found = (result for result in skills if result.imbalance.verdict is Verdict.DEFICIT and result.strategic)
    return tuple(sorted(found, key=lambda result: result.uri))


def skill_fact(result: SkillResult) -> Labels:
    """Return the skill's labels as a fact; a skill without any is shown by its URI."""
    return Labels(result.labels or {LanguageCode("en"): result.uri})


def skills_fact(results: Iterable[SkillResult]) -> tuple[Fact, ...]:
    """Return the labels of several skills as one fact."""
    return tuple(map(skill_fact, results))


def uris(results: Iterable[SkillResult]) -> tuple[SkillUri, ...]:
    """Return the URIs of several skills."""
    return tuple(result.uri for result in results)
