"""The cluster team's self-assessment as recorded: filled questionnaires by code and role, never by name.

Questionnaire 1 is for the cluster's own people, questionnaire 2 for stakeholders. Source: `domain.md`, team
self-assessment; study of cluster managers' skills, annex 2.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from fastmap.model.choices import PartnerType, ResponseState, TeamAnswer, TeamRole
from fastmap.model.ids import LanguageCode, TeamFormId
from fastmap.model.responses import Problem

HIGHEST_LEVEL = 8
"""DigComp has eight levels of proficiency."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamQuestionnaire:
    """One filled questionnaire. Two of the same person (same side, same code) count as one, the later answer first."""

    id: TeamFormId
    respondent: str
    """A code that the person chose or was given, such as ``T001``; nobody has to write a name."""
    role: TeamRole
    language: LanguageCode
    received_at: datetime
    state: ResponseState = ResponseState.ACCEPTED
    organisation_kind: PartnerType | None = None
    """What a stakeholder works at; ``None`` for the team, and where it was not said."""
    digcomp: int | None = None
    """Own level of digital competence, 1–8; of the team only."""
    answers: Mapping[str, TeamAnswer] = field(default_factory=dict)
    """Item → answer (questionnaire 1)."""
    picks: tuple[str, ...] = ()
    """Items that a stakeholder chose as most important for training (questionnaire 2)."""
    twice: tuple[str, ...] = ()
    """Items answered twice on one form: what is recorded is the answer nearest to training."""
    other_language: str | None = None
    remarks: str | None = None
    raw: Mapping[str, str] = field(default_factory=dict)
    """Every answered cell of a form exactly as received; empty for what was answered on screen."""
    source_name: str | None = None
    source_sha256: str | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def is_of_team(self) -> bool:
        """Whether this is questionnaire 1."""
        return self.role is not TeamRole.STAKEHOLDER

    @property
    def answered(self) -> int:
        """How many items were answered or chosen."""
        return len(self.answers) if self.is_of_team else len(self.picks)


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamProfile:
    """What is known of the team as a whole."""

    bought_in_level: int | None = None
    """DigComp level of an ICT provider that the team buys in, 1–8; 0: nothing is bought in; ``None``: not recorded."""


def nearest_to_training(answers: Iterable[TeamAnswer]) -> TeamAnswer:
    """Return which of several answers to one item counts where none is later: the one that asks for most training."""
    return min(answers, key=list(TeamAnswer).index)
