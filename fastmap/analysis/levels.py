"""The analysis of one level – all skills, or all groups – from its table of demand to ordered results."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from fastmap.analysis.consolidation import Consolidated
from fastmap.analysis.demand import group_demand, group_unused, skill_demand
from fastmap.analysis.diagnosis import in_order, skill_result
from fastmap.analysis.imbalance import Case, make_case
from fastmap.analysis.priorities import Figures, ranked_skills, rankings
from fastmap.analysis.quantities import no_quantities, quantities_by_skill, quantity_table
from fastmap.analysis.robustness import with_robustness
from fastmap.analysis.subjects import Subject, group_subjects, skill_subjects
from fastmap.analysis.supply import supplies_of
from fastmap.analysis.voices import known_short_12m, voices_by_subject
from fastmap.catalogue.definitions import Rules
from fastmap.model.ids import MemberCode, SkillUri
from fastmap.model.results import Ranking, SkillResult
from fastmap.model.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """Skills or groups with the answers about them."""

    subjects: tuple[Subject, ...]
    demand: pd.DataFrame
    """`frames.DEMAND`; ``skill`` holds the group on the level of groups."""
    unused: pd.DataFrame
    """`frames.UNUSED`, likewise."""
    short_12m: Mapping[tuple[SkillUri, MemberCode], Mapping[SkillUri, int]]
    """People short in 12 months, per subject and member, skill by skill."""


def skill_level(answers: Consolidated, rules: Rules) -> Level:
    """Return the skills that have a user, an unused report or a strategic mark."""
    demand = skill_demand(answers.needs, rules)
    named = {SkillUri(uri) for frame in (demand, answers.unused) for uri in frame["skill"]}
    return Level(
        subjects=skill_subjects(answers.skills, named),
        demand=demand,
        unused=answers.unused,
        short_12m=known_short_12m(demand),
    )


def group_level(skills: Level, answers: Consolidated) -> Level:
    """Return the groups of the skills on the level ``skills``: a member counts once, people are summed."""
    group_of = {subject.uri: subject.group for subject in skills.subjects if subject.group is not None}
    return Level(
        subjects=group_subjects(skills.subjects, answers.skills),
        demand=group_demand(skills.demand, group_of),
        unused=group_unused(skills.unused, group_of),
        short_12m=known_short_12m(skills.demand, group_of),
    )


def level_results(
    level: Level, *, snapshot: Snapshot, answered: Sequence[MemberCode], draws: Figures, rules: Rules
) -> tuple[SkillResult, ...]:
    """Return quantities, ranking, verdict and coverage of every subject, in the order of presentation."""
    table = quantity_table(level.demand)
    quantities = quantities_by_skill(table, answered=len(answered))
    places = level_rankings(level, table, answered=answered, draws=draws, rules=rules)
    nothing = no_quantities(answered=len(answered))
    results = (
        skill_result(
            case,
            quantities=quantities.get(case.subject.uri, nothing),
            ranking=places.get(case.subject.uri, Ranking()),
            snapshot=snapshot,
            rules=rules,
        )
        for case in level_cases(level, snapshot, rules)
    )
    return in_order(results, snapshot.info.language)


def level_rankings(
    level: Level, table: pd.DataFrame, *, answered: Sequence[MemberCode], draws: Figures, rules: Rules
) -> dict[SkillUri, Ranking]:
    """Return the ranking with its robustness of the subjects that enough members named."""
    order = rankings(ranked_skills(table, rules), rules)
    return with_robustness(order, level.demand, members=answered, draws=draws, rules=rules)


def level_cases(level: Level, snapshot: Snapshot, rules: Rules) -> tuple[Case, ...]:
    """Return one case for diagnosis per subject."""
    voices = voices_by_subject(level.demand, level.unused, level.short_12m)
    supplies = supplies_of(snapshot, {subject.uri: subject.offered for subject in level.subjects})
    return tuple(
        make_case(subject, voices.get(subject.uri, ()), supplies[subject.uri], rules) for subject in level.subjects
    )
