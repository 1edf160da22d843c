"""What was worked out from a snapshot. Recomputed every time, never stored as truth.

`analysis` and `advice` make these values, `report`, `exports` and `ui` read them. Shares are 0–1, priorities 0–100,
people are whole persons; ``None`` means "nobody told us", never zero. One module per part, named after it; start
reading at `outcome.Results`, which holds all of them. Parts that are subjects of their own stand beside this package
(`kpi_results`, `team_results`, `vote_results`, `comparison`, `representation`, `specialisation`, `interests`).
"""

from fastmap.model.results.advice import CostRange, Factors, KeepAndDeepen, NearMiss, Prerequisite, Recommendation
from fastmap.model.results.demand import PriorityPart, Quantities, Ranking, Unknown
from fastmap.model.results.diagnosis import Coverage, Imbalance, Provider, Votes
from fastmap.model.results.ecosystem import Actor, Ecosystem, Introduction, Network
from fastmap.model.results.grid import BalanceNote, GridCell
from fastmap.model.results.outcome import CatalogueStamp, Results
from fastmap.model.results.quality import Quality, Stratum
from fastmap.model.results.skills import SkillResult, UnmatchedText
from fastmap.model.results.steps import Indicator, StepResult

__all__ = [
    "Actor",
    "BalanceNote",
    "CatalogueStamp",
    "CostRange",
    "Coverage",
    "Ecosystem",
    "Factors",
    "GridCell",
    "Imbalance",
    "Indicator",
    "Introduction",
    "KeepAndDeepen",
    "NearMiss",
    "Network",
    "Prerequisite",
    "PriorityPart",
    "Provider",
    "Quality",
    "Quantities",
    "Ranking",
    "Recommendation",
    "Results",
    "SkillResult",
    "StepResult",
    "Stratum",
    "Unknown",
    "UnmatchedText",
    "Votes",
]
