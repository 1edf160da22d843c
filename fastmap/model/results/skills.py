"""One skill or group with everything worked out about it, and the texts that have no skill."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from fastmap.model.choices import SkillKind
from fastmap.model.ids import LanguageCode, MemberCode, SkillUri
from fastmap.model.results.demand import Quantities, Ranking
from fastmap.model.results.diagnosis import Coverage, Imbalance


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillResult:
    """Everything worked out about one skill, or about a group of skills."""

    uri: SkillUri
    labels: Mapping[LanguageCode, str]
    kind: SkillKind | None
    provisional: bool
    """True for a text that nobody has placed yet."""
    strategic: bool
    is_group: bool
    group: SkillUri | None
    """The group of a skill; ``None`` for a group itself."""
    skills: tuple[SkillUri, ...]
    """The skills of a group; empty for a skill."""
    members: tuple[MemberCode, ...]
    """Its users (the firms), by code."""
    quantities: Quantities
    ranking: Ranking
    imbalance: Imbalance
    coverage: Coverage

    def is_among(self, named: Collection[SkillUri]) -> bool:
        """Whether ``named``, such as the skills of an action, hold it or its group: then it is addressed there."""
        return self.uri in named or (self.group is not None and self.group in named)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnmatchedText:
    """A raw text without a skill, as the firms wrote it most often."""

    text: str
    language: LanguageCode
    count: int
    is_set_aside: bool = False
    """A person decided that it names no skill: it counts nowhere. Otherwise it counts as a provisional skill."""
