"""What was worked out from the team self-assessment. Shares are 0–1; ``None`` means that nobody told us, never zero."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fastmap.model.choices import TeamAnswer


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamItem:
    """One item: how the team's own people answered it, and how many stakeholders chose it."""

    key: str
    block: str
    counts: Mapping[TeamAnswer, int]
    """How many people gave each answer; every answer is a key."""
    mastered: float | None
    """Mastered / relevant answers; ``None`` without a relevant answer."""
    training: float | None
    """Missing or only partly there / relevant answers."""
    spread: int | None
    """Distance between the lowest and the highest relevant answer, 0 (all agree) to 2 (one lacks what another
    masters); ``None`` below two relevant answers."""
    picks: int | None
    """Stakeholders who chose it; ``None`` if none of them answered its block."""
    rank: int | None
    """Place among the items of its block by stakeholders' choices, 1 first, ties share; ``None`` for one nobody chose."""

    @property
    def relevant(self) -> int:
        """How many people of the team answered it as relevant."""
        return sum(count for answer, count in self.counts.items() if answer is not TeamAnswer.NOT_RELEVANT)


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamBlockResult:
    """One block of items."""

    key: str
    items: tuple[TeamItem, ...]
    respondents: int
    """People of the team who answered any of its items."""
    relevant_respondents: int
    """Those of them who found any of its items relevant: the shares rest on them."""
    stakeholders: int
    """Stakeholders who chose any of its items."""
    relevant_items: int
    """Items with at least one relevant answer."""
    mastered: float | None
    """Mean of the mastered shares of its relevant items: each item counts once, however many answered it."""
    training: float | None
    """The same of the shares that need training."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DigComp:
    """Levels of digital competence (DigComp 2.1, 1–8) against the minimum. ``None``: not known."""

    manager: int | None
    """Lowest level among those who manage the cluster."""
    best_in_team: int | None
    bought_in: int | None
    """0: nothing is bought in."""
    levels_known: int
    """People of the team who gave their level."""
    is_ict: bool
    """Whether the cluster's field is digital technologies, so that the higher minimum holds."""
    manager_min: int
    staff_min: int
    manager_met: bool | None
    staff_met: bool | None
    met_as_a_team: bool | None = None
    """Whether both minimums are met, where a report keeps back which of them is."""

    @property
    def met(self) -> bool | None:
        """Whether both minimums are met; ``None`` while that depends on levels that are not known."""
        if self.met_as_a_team is not None or False in (self.manager_met, self.staff_met):
            return bool(self.met_as_a_team)
        return None if None in (self.manager_met, self.staff_met) else True


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingPriority:
    """An item to train, with everything that decides its place."""

    item: str
    block: str
    rank: int
    """1 first; ties share a rank and the next ranks are skipped."""
    score: float | None
    """0–1: the weighted mean of the two parts that are known; ``None`` where an anonymous edition withholds it."""
    team: float | None
    """How strongly the team's answers ask for training, 0–1."""
    stakeholders: float | None
    """Share of the stakeholders who answered the block and chose the item."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HalfFilled:
    """A respondent who left items open: the answers given count."""

    respondent: str
    answered: int
    items: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenOtherwise:
    """A stakeholder who chose more or fewer items of a block than asked for: the choices count."""

    respondent: str
    block: str
    picks: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamResult:
    """The team self-assessment. With nobody recorded every figure is ``None`` and every list empty."""

    respondents: int = 0
    """People of the team with at least one answer; several forms of one code are one person."""
    stakeholders: int = 0
    waiting: int = 0
    """Questionnaires that wait for a person to decide whether they count."""
    blocks: tuple[TeamBlockResult, ...] = ()
    relevant_items: int = 0
    mastered: float | None = None
    """Mean of the mastered shares of all relevant items."""
    digcomp: DigComp | None = None
    """``None`` if no level was recorded."""
    priorities: tuple[TrainingPriority, ...] = ()
    half_filled: tuple[HalfFilled, ...] = ()
    chosen_otherwise: tuple[ChosenOtherwise, ...] = ()
    twice: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Respondent and the items answered twice by it; each counts once."""

    @property
    def is_recorded(self) -> bool:
        """Whether anybody answered anything, or a level was recorded."""
        return bool(self.respondents or self.stakeholders or self.digcomp is not None)

    def item(self, key: str) -> TeamItem | None:
        """Return the result of one item."""
        return next((item for block in self.blocks for item in block.items if item.key == key), None)


NO_TEAM = TeamResult()
"""What holds where the self-assessment was not begun."""
