"""Thresholds for discussion: which verdicts would change if a line were drawn a little elsewhere. Nothing is stored."""

from __future__ import annotations

from dataclasses import dataclass, replace

from fastmap.analysis.consolidation import consolidate
from fastmap.analysis.imbalance import Case, judge
from fastmap.analysis.levels import group_level, level_cases, skill_level
from fastmap.analysis.supply import share_to_reach
from fastmap.catalogue.definitions import Rules
from fastmap.model.choices import Verdict
from fastmap.model.ids import SkillUri
from fastmap.model.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """The two shares that decide verdicts, as in `Rules`."""

    balanced_share: float
    suffices_share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictChange:
    """A skill or group whose computed verdict would be another."""

    uri: SkillUri
    is_group: bool
    before: Verdict
    after: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Discussion:
    """All cases of an assessment, ready to be judged again and again."""

    cases: tuple[Case, ...]
    rules: Rules

    @property
    def usual(self) -> Thresholds:
        """The thresholds of the catalogue."""
        return Thresholds(balanced_share=self.rules.balanced_share, suffices_share=self.rules.suffices_share)

    def changes(self, thresholds: Thresholds) -> tuple[VerdictChange, ...]:
        """Return which computed verdicts would change, skills before groups, by URI. Overrides are left aside."""
        rules = replace(self.rules, balanced_share=thresholds.balanced_share, suffices_share=thresholds.suffices_share)
        found = (
            VerdictChange(uri=case.subject.uri, is_group=case.subject.is_group, before=before, after=after)
            for case in self.cases
            if (before := _verdict(case, self.rules)) is not (after := _verdict(case, rules))
        )
        return tuple(sorted(found, key=lambda change: (change.is_group, change.uri)))


def discussion_of(snapshot: Snapshot, rules: Rules) -> Discussion:
    """Return the cases of ``snapshot``; the slow part, for a thread of its own."""
    answers = consolidate(snapshot)
    skills = skill_level(answers, rules)
    levels = (skills, group_level(skills, answers))
    return Discussion(
        cases=tuple(case for level in levels for case in level_cases(level, snapshot, rules)), rules=rules
    )


def _verdict(case: Case, rules: Rules) -> Verdict:
    return judge(_under(case, rules), case.tally, case.short_12m, rules).verdict


def _under(case: Case, rules: Rules) -> Case:
    share = share_to_reach(is_group=case.subject.is_group, rules=rules)
    return case if case.places.share == share else replace(case, places=replace(case.places, share=share))
