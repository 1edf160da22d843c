"""Changes of the team self-assessment: questionnaires filled on screen, answer by answer, and the digital level bought in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from fastmap.changes.base import Change
from fastmap.errors import FastmapError
from fastmap.model.choices import ResponseState, TeamAnswer
from fastmap.model.ids import TeamFormId
from fastmap.model.team import HIGHEST_LEVEL, TeamProfile, TeamQuestionnaire
from fastmap.store.records import Records


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveTeamQuestionnaires(Change):
    """Add questionnaires, or change who filled them in. Raw answers stay as they were received."""

    name: ClassVar[str] = "save_team_questionnaires"
    questionnaires: tuple[TeamQuestionnaire, ...]

    def apply(self, records: Records) -> None:
        """Save each. Raises `FastmapError` ``team_respondent_missing`` for one without a code."""
        for one in self.questionnaires:
            if not one.respondent.strip():
                raise FastmapError("team_respondent_missing")
            known = records.get(TeamQuestionnaire, one.id)
            records.save(one if known is None else replace(one, raw=known.raw))

    def facts(self) -> dict[str, int]:
        """Return how many."""
        return {"count": len(self.questionnaires)}


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerTeamItem(Change):
    """Answer one item of questionnaire 1, or take its answer back."""

    name: ClassVar[str] = "answer_team_item"
    questionnaire: TeamFormId
    item: str
    answer: TeamAnswer | None

    def apply(self, records: Records) -> None:
        """Save the answer; whatever was doubtful about an earlier one is settled by it."""
        known = _known(records, self.questionnaire)
        answers = {key: value for key, value in known.answers.items() if key != self.item}
        if self.answer is not None:
            answers[self.item] = self.answer
        records.save(replace(known, answers=answers, twice=tuple(one for one in known.twice if one != self.item)))


@dataclass(frozen=True, slots=True, kw_only=True)
class PickTeamItem(Change):
    """Choose an item of questionnaire 2 as important, or no longer."""

    name: ClassVar[str] = "pick_team_item"
    questionnaire: TeamFormId
    item: str
    picked: bool

    def apply(self, records: Records) -> None:
        """Save the choice."""
        known = _known(records, self.questionnaire)
        others = tuple(one for one in known.picks if one != self.item)
        records.save(replace(known, picks=(*others, self.item) if self.picked else others))


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleTeamQuestionnaire(Change):
    """Decide about a questionnaire that waits: it counts, or it is kept out."""

    name: ClassVar[str] = "settle_team_questionnaire"
    questionnaire: TeamFormId
    counts: bool

    def apply(self, records: Records) -> None:
        """Save the state."""
        state = ResponseState.ACCEPTED if self.counts else ResponseState.SUPERSEDED
        records.save(replace(_known(records, self.questionnaire), state=state))


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveTeamQuestionnaires(Change):
    """Remove questionnaires."""

    name: ClassVar[str] = "remove_team_questionnaires"
    questionnaires: tuple[TeamFormId, ...]

    def apply(self, records: Records) -> None:
        """Remove each."""
        for one in self.questionnaires:
            records.remove(TeamQuestionnaire, one)

    def facts(self) -> dict[str, int]:
        """Return how many."""
        return {"count": len(self.questionnaires)}


@dataclass(frozen=True, slots=True, kw_only=True)
class SetBoughtInLevel(Change):
    """Record the digital level of an ICT provider that the team buys in."""

    name: ClassVar[str] = "set_bought_in_level"
    level: int | None
    """1–8; 0: nothing is bought in; ``None``: not recorded."""

    def apply(self, records: Records) -> None:
        """Save the level. Raises `FastmapError` ``digcomp_level`` outside 0–8."""
        if self.level is not None and not 0 <= self.level <= HIGHEST_LEVEL:
            raise FastmapError("digcomp_level", found=self.level)
        records.save(TeamProfile(bought_in_level=self.level))


def _known(records: Records, questionnaire: TeamFormId) -> TeamQuestionnaire:
    known = records.get(TeamQuestionnaire, questionnaire)
    if known is None:
        raise FastmapError("team_questionnaire_missing")
    return known
