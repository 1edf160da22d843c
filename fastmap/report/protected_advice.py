"""Recommendations for an anonymous edition, and why other candidates stand where they stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from fastmap.model.messages import Message
from fastmap.model.practices import OwnPractice
from fastmap.model.privacy import FreeText
from fastmap.model.results import NearMiss, Recommendation
from fastmap.report.anonymous_edition import AnonymousEdition
from fastmap.report.masking import FREE_WORDS
from fastmap.report.protected_skills import ShownSkills


class ProtectedAdvice:
    """Advice with masked sentences."""

    def __init__(self, edition: AnonymousEdition, shown: ShownSkills, practices: Mapping[str, OwnPractice]) -> None:
        self._edition = edition
        self._shown = shown
        self._practices = practices

    def recommendation(self, number: int, item: Recommendation) -> Recommendation:
        """Return the recommendation at place ``number``."""
        mask = self._edition.mask

        def whole(message: Message) -> Message:
            return mask.sentence(message) or FREE_WORDS

        return replace(
            item,
            id=f"{item.reference}-{number}",
            decision=whole(item.decision),
            why=mask.sentences(item.why) or (FREE_WORDS,),
            if_not=mask.sentences(item.if_not),
            needs=self._shown.told(item.needs),
            partners=self._edition.coded(item.partners),
            first_step=whole(item.first_step),
            go_if=whole(item.go_if),
            stop_if=whole(item.stop_if),
            kpi=whole(item.kpi),
            practice=self._practice(item.practice),
            unknown=mask.sentences(item.unknown),
            score=round(item.score, 1),
            factors=replace(
                item.factors,
                impact=round(item.factors.impact, 1),
                feasibility=round(item.factors.feasibility, 1),
                gap=round(item.factors.gap, 1),
            ),
            answer_reason=self._edition.cleared_text(FreeText.DECISION_REASON, item.id, item.answer_reason),
            working=(),
            basis=None,
            answer=None if item.changed else item.answer,
            changed=(FREE_WORDS,) if item.changed else (),  # figures of then and now would be subtracted
            plan=replace(item.plan, owner=None) if item.plan else None,
        )

    def _practice(self, key: str | None) -> str | None:
        """Return the practice under the id it has in this edition, or nothing where its words are withheld."""
        if key not in {one.id for one in self._edition.results.snapshot.practices}:
            return key
        shown = self._practices.get(key or "")
        return shown.id if shown else None

    def near_misses(self) -> tuple[NearMiss, ...]:
        """Return why the others stand where they do, as far as it may be told; scores as recommendations show them."""
        told = ((item, self._edition.mask.sentence(item.condition)) for item in self._edition.results.near_misses)
        return tuple(
            replace(item, score=round(item.score, 1), score_then=None, condition=condition or FREE_WORDS)
            for item, condition in told
        )
