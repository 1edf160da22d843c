"""The outcome of a run as a whole, and the catalogue it rests on."""

from __future__ import annotations

from dataclasses import dataclass

from fastmap.model.comparison import Comparison
from fastmap.model.interests import ProviderInterest
from fastmap.model.kpi_results import KpiResult
from fastmap.model.representation import NO_REPRESENTATION, Representation
from fastmap.model.results.advice import KeepAndDeepen, NearMiss, Recommendation
from fastmap.model.results.ecosystem import Ecosystem
from fastmap.model.results.grid import BalanceNote, GridCell
from fastmap.model.results.quality import Quality
from fastmap.model.results.skills import SkillResult, UnmatchedText
from fastmap.model.results.steps import StepResult
from fastmap.model.snapshot import Snapshot
from fastmap.model.specialisation import NO_SPECIALISATION, Specialisation
from fastmap.model.team_results import NO_TEAM, TeamResult
from fastmap.model.vote_results import BallotResult


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueStamp:
    """Which catalogue the results rest on."""

    id: str
    version: str
    sha256: str

    @property
    def text(self) -> str:
        """What files note of it."""
        return f"{self.id} {self.version} {self.sha256}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """The outcome of `fastmap.pipeline.run`: same snapshot, same catalogue, same results, always."""

    snapshot: Snapshot
    catalogue: CatalogueStamp
    quality: Quality
    skills: tuple[SkillResult, ...]
    """Ranked skills first (by rank, then label), then the others by users and label."""
    groups: tuple[SkillResult, ...]
    lead_level: str
    """``skills`` or ``groups``: the lowest level with a verdict that is at least indicative."""
    unmatched: tuple[UnmatchedText, ...]
    ecosystem: Ecosystem
    grid: tuple[GridCell, ...]
    """All six cells, always."""
    balance: tuple[BalanceNote, ...]
    """The grid as a whole, gaps first; empty without a running or planned action."""
    steps: tuple[StepResult, ...]
    recommendations: tuple[Recommendation, ...]
    """In order of presentation: three cards, then the best of each step, then the rest."""
    keep_and_deepen: tuple[KeepAndDeepen, ...]
    kpis: tuple[KpiResult, ...] = ()
    """The ledger of funder figures, by objective; empty as long as nothing is recorded in it."""
    team: TeamResult = NO_TEAM
    since_last_round: Comparison | None = None
    """``None`` where the file knows of no earlier round."""
    near_misses: tuple[NearMiss, ...] = ()
    """Candidates that stand on no card, best first."""
    specialisation: Specialisation = NO_SPECIALISATION
    representation: Representation = NO_REPRESENTATION
    interests: tuple[ProviderInterest, ...] = ()
    """Partners that recommendations and introductions name, in that order."""
    ballots: tuple[BallotResult, ...] = ()
    """Votes with dots, counted, by id."""

    def on_cards(self, cards: int) -> tuple[Recommendation, ...]:
        """Return the recommendations that stand on the first ``cards`` cards: none that was put off or refused."""
        return tuple(item for item in self.recommendations[:cards] if not item.is_quiet)
