"""Steps and their indicators for an anonymous edition."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from fastmap.analysis.readiness import top_served
from fastmap.model.messages import Share, message
from fastmap.model.results import Indicator, StepResult
from fastmap.report.anonymous_edition import AnonymousEdition
from fastmap.report.disclosure import may_tell
from fastmap.report.protected_skills import ShownSkills
from fastmap.report.team_privacy import is_team_withheld, is_told_by_levels

MEMBER_SHARES: Final = {"sme_share_gap", "internship_tie_share"}
"""Step indicators whose value counts members by what they are or do."""


class ProtectedSteps:
    """Steps as one edition may show them, and whose indicators it withholds."""

    def __init__(self, edition: AnonymousEdition, shown: ShownSkills) -> None:
        self._edition = edition
        self._shown = shown
        self._by_levels = {
            item.key for step in edition.results.steps for item in step.indicators if is_told_by_levels(item)
        }
        self.withheld: set[str] = set()
        """Keys of indicators whose value is withheld."""

    def step(self, step: StepResult) -> StepResult:
        """Return a step; its readiness counts the indicators that are told."""
        indicators = tuple(self._indicator(item) for item in step.indicators)
        known = [item.met for item in indicators if item.met is not None]
        return replace(
            step,
            indicators=indicators,
            readiness=100 * sum(known) / len(known) if known else None,
            prepare=tuple(key for key in step.prepare if key not in self._by_levels),
        )

    def _indicator(self, item: Indicator) -> Indicator:
        if item.key == "top10_served_share" and item.value is not None:
            return self._of_the_top(item)
        answered = self._edition.results.quality.answered
        if item.key == "response_rate" and "response_rate" in self._edition.general:
            self.withheld.add(item.key)
            return replace(item, value=None, facts=None)
        if item.key == "team_assessment" and self._is_team_small(item):
            self.withheld.add(item.key)
            return replace(item, value=None, facts=None)
        if item.key == "team_assessment" and self._edition.results.team.mastered is not None:
            return self._of_team(item)
        if item.key not in MEMBER_SHARES or item.value is None:
            return replace(item, facts=self._edition.mask.sentence(item.facts) if item.facts else None)
        if item.key == "internship_tie_share" and may_tell(round(item.value * answered), answered, self._edition.k):
            return item
        self.withheld.add(item.key)
        return replace(item, value=None, facts=None)

    def _of_the_top(self, item: Indicator) -> Indicator:
        """Return which of the most urgent skills are served, of those that this edition ranks."""
        snapshot = self._edition.results.snapshot
        found = top_served(self._shown.top(self._edition.rules.top_k), snapshot.actions)
        value = None if found.value is None else round(found.value, 9)
        return replace(item, value=value, met=None if value is None else value >= item.target, facts=found.facts)

    def _of_team(self, item: Indicator) -> Indicator:
        """Return what the questionnaires say without what follows from digital levels."""
        team = self._edition.team
        if team.mastered is None:
            return replace(item, value=None, met=None, facts=None)
        facts = message(
            "report.privacy.team_mastered",
            mastered=Share(team.mastered),
            items=team.relevant_items,
            count=team.respondents,
        )
        met = None if is_told_by_levels(item) else item.met
        return replace(item, value=team.mastered, met=met, facts=facts)

    def _is_team_small(self, item: Indicator) -> bool:
        team = self._edition.results.team
        return item.value is not None and team.mastered is not None and is_team_withheld(team, self._edition.k)
