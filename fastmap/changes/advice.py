"""Changes of what people judge and decide: verdicts, second sources, indicators, the checklist, recommendations."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from fastmap.changes.base import Change
from fastmap.changes.planning import save_plan
from fastmap.errors import FastmapError
from fastmap.model.actions import Action, ChecklistAnswer, IndicatorAnswer, RecommendationDecision
from fastmap.model.choices import RecommendationAnswer
from fastmap.model.ids import SkillUri
from fastmap.model.planning import ActionPlan
from fastmap.model.skills import SecondSource, VerdictOverride
from fastmap.store.records import Records


@dataclass(frozen=True, slots=True, kw_only=True)
class OverrideVerdict(Change):
    """Set the verdict of a skill or group by hand, with a reason."""

    name: ClassVar[str] = "override_verdict"
    override: VerdictOverride

    def apply(self, records: Records) -> None:
        """Save the override. Raises `FastmapError` without a reason."""
        if not self.override.reason.strip():
            raise FastmapError("reason_missing")
        records.save(self.override)

    def facts(self) -> dict[str, str]:
        """Return which skill."""
        return {"skill": self.override.skill}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearOverride(Change):
    """Let the computed verdict of a skill or group hold again."""

    name: ClassVar[str] = "clear_override"
    skill: SkillUri

    def apply(self, records: Records) -> None:
        """Remove the override."""
        records.remove(VerdictOverride, self.skill)

    def facts(self) -> dict[str, str]:
        """Return which skill."""
        return {"skill": self.skill}


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteSecondSource(Change):
    """Note vacancies, statistics or an interview that confirm or contradict a verdict."""

    name: ClassVar[str] = "note_second_source"
    source: SecondSource

    def apply(self, records: Records) -> None:
        """Save the source."""
        records.save(self.source)

    def facts(self) -> dict[str, str]:
        """Return which skill."""
        return {"skill": self.source.skill}


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveSecondSources(Change):
    """Take a whole table of second sources."""

    name: ClassVar[str] = "save_second_sources"
    sources: tuple[SecondSource, ...]

    def apply(self, records: Records) -> None:
        """Save every source given; what is not named stays."""
        records.save(*self.sources)

    def facts(self) -> dict[str, int]:
        """Return how many sources."""
        return {"count": len(self.sources)}

    def needs_backup(self) -> bool:
        """Return whether this is a list rather than one entry."""
        return len(self.sources) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveSecondSource(Change):
    """Remove a second source."""

    name: ClassVar[str] = "remove_second_source"
    source: str

    def apply(self, records: Records) -> None:
        """Remove it by its id."""
        records.remove(SecondSource, self.source)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerIndicator(Change):
    """Record the value of a step indicator that no data can tell."""

    name: ClassVar[str] = "answer_indicator"
    answer: IndicatorAnswer

    def apply(self, records: Records) -> None:
        """Save the answer."""
        records.save(self.answer)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearIndicator(Change):
    """Make a recorded indicator unknown again."""

    name: ClassVar[str] = "clear_indicator"
    key: str

    def apply(self, records: Records) -> None:
        """Remove the answer."""
        records.remove(IndicatorAnswer, self.key)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerChecklist(Change):
    """Answer items of the partnership checklist."""

    name: ClassVar[str] = "answer_checklist"
    answers: tuple[ChecklistAnswer, ...]

    def apply(self, records: Records) -> None:
        """Save each answer."""
        records.save(*self.answers)

    def facts(self) -> dict[str, int]:
        """Return how many items."""
        return {"count": len(self.answers)}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearChecklistAnswer(Change):
    """Make an item of the partnership checklist unanswered again."""

    name: ClassVar[str] = "clear_checklist_answer"
    item: str

    def apply(self, records: Records) -> None:
        """Remove the answer."""
        records.remove(ChecklistAnswer, self.item)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRecommendation(Change):
    """Record what was decided about a recommendation."""

    name: ClassVar[str] = "answer_recommendation"
    decision: RecommendationDecision

    def apply(self, records: Records) -> None:
        """Save the decision."""
        records.save(self.decision)


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptRecommendation(Change):
    """Accept a recommendation and put what follows from it on the grid: one decision, one step back."""

    name: ClassVar[str] = "accept_recommendation"
    decision: RecommendationDecision
    action: Action | None
    """The planned action; ``None`` where the grid holds one for it already."""
    plan: ActionPlan | None = None
    """What the card said about it: staff days, and the first step as its first milestone."""

    def apply(self, records: Records) -> None:
        """Save the decision as accepted, the action and its plan."""
        records.save(replace(self.decision, answer=RecommendationAnswer.ACCEPTED))
        if self.action is not None:
            records.save(self.action)
        if self.plan is not None:
            save_plan(records, self.plan)

    def facts(self) -> dict[str, str]:
        """Return which recommendation."""
        return {"recommendation": self.decision.recommendation}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearRecommendationAnswer(Change):
    """Make a recommendation undecided again."""

    name: ClassVar[str] = "clear_recommendation_answer"
    recommendation: str

    def apply(self, records: Records) -> None:
        """Remove the decision."""
        records.remove(RecommendationDecision, self.recommendation)
