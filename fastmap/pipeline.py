"""From a snapshot to results: the one place where the order of the work reads from top to bottom."""

from __future__ import annotations

from fastmap.advice.candidates import weigh
from fastmap.advice.facts import gather
from fastmap.advice.interests import interests_of
from fastmap.advice.keeping import keep_and_deepen
from fastmap.advice.near_misses import near_misses
from fastmap.advice.recommendations import recommendations_from
from fastmap.advice.steps import mark_prepare_first
from fastmap.analysis.balance import balance_of
from fastmap.analysis.comparison import Now, compare
from fastmap.analysis.consolidation import consolidate
from fastmap.analysis.diagnosis import lead_level
from fastmap.analysis.ecosystem import ecosystem_of
from fastmap.analysis.grid import grid_of
from fastmap.analysis.kpis import kpis_of
from fastmap.analysis.levels import group_level, level_results, skill_level
from fastmap.analysis.quality import response_quality
from fastmap.analysis.readiness import Situation, step_results
from fastmap.analysis.references import with_known_references
from fastmap.analysis.representation import representation_of
from fastmap.analysis.robustness import resampled_members
from fastmap.analysis.specialisation import specialisation_of
from fastmap.analysis.targets import with_targets_of
from fastmap.analysis.team import assess_team
from fastmap.analysis.ties import known_ties
from fastmap.analysis.votes import ballots_of
from fastmap.analysis.weights import with_weights_of
from fastmap.catalogue.definitions import Catalogue
from fastmap.model.results import Results
from fastmap.model.snapshot import Snapshot
from fastmap.progress import Progress, ProgressListener, silent

STAGES = ("consolidating", "skills", "groups", "ecosystem", "steps", "advice")
"""Stages announced, in order; text ``progress.<stage>``."""


def run(snapshot: Snapshot, catalogue: Catalogue, progress: ProgressListener = silent) -> Results:
    """Return everything that follows from ``snapshot`` under ``catalogue``: same input, same results, always.

    Weights and targets that the cluster chose stand in the snapshot and hold in place of the catalogue's.

    ``progress`` is told of every stage before it begins, and may raise `fastmap.errors.Cancelled`.
    """
    snapshot = with_known_references(snapshot, catalogue)
    catalogue = with_targets_of(snapshot, with_weights_of(snapshot, catalogue))
    rules = catalogue.rules

    _announce(progress, "consolidating")
    answers = consolidate(snapshot)
    quality = response_quality(snapshot, answers, rules)
    ties = known_ties(snapshot, answers.responses)
    draws = resampled_members(answers.answered, rules)

    _announce(progress, "skills")
    skill_answers = skill_level(answers, rules)
    skills = level_results(skill_answers, snapshot=snapshot, answered=answers.answered, draws=draws, rules=rules)

    _announce(progress, "groups")
    group_answers = group_level(skill_answers, answers)
    groups = level_results(group_answers, snapshot=snapshot, answered=answers.answered, draws=draws, rules=rules)

    _announce(progress, "ecosystem")
    ecosystem = ecosystem_of(snapshot, catalogue, skills=skills, ties=ties, answered=answers.answered)
    grid = grid_of(snapshot, catalogue)

    _announce(progress, "steps")
    team = assess_team(snapshot.team, snapshot.team_profile, catalogue.team, snapshot.cluster.sectors)
    situation = Situation(
        snapshot=snapshot,
        catalogue=catalogue,
        answers=answers,
        quality=quality,
        skills=skills,
        ties=ties,
        team=team,
    )
    steps = step_results(situation)

    _announce(progress, "advice")
    steps = mark_prepare_first(steps, catalogue)
    facts = gather(
        snapshot=snapshot,
        catalogue=catalogue,
        quality=quality,
        skills=skills,
        groups=groups,
        ecosystem=ecosystem,
        grid=grid,
        steps=steps,
    )
    weighed = weigh(facts)
    recommendations = recommendations_from(weighed, facts)

    return Results(
        snapshot=snapshot,
        catalogue=catalogue.stamp,
        quality=quality,
        skills=skills,
        groups=groups,
        lead_level=lead_level(skills, groups),
        unmatched=answers.unmatched,
        ecosystem=ecosystem,
        grid=grid,
        balance=balance_of(grid, snapshot.partners, situation.top_skills, rules.balance),
        steps=steps,
        recommendations=recommendations,
        keep_and_deepen=keep_and_deepen(snapshot=snapshot, catalogue=catalogue, skills=skills, groups=groups),
        kpis=kpis_of(snapshot, catalogue),
        team=team,
        since_last_round=compare(
            Now(
                snapshot=snapshot,
                answers=answers,
                quality=quality,
                skills=skills,
                groups=groups,
                rules=rules,
                stamp=catalogue.stamp,
            )
        ),
        near_misses=near_misses(weighed, recommendations, facts),
        specialisation=specialisation_of(
            snapshot,
            skill_answers.demand,
            skills=skills,
            groups=groups,
            answered=answers.answered,
            parts=catalogue.sector_parts,
        ),
        representation=representation_of(
            quality, snapshot.members, skill_answers.demand, skills=skills, answered=answers.answered, rules=rules
        ),
        interests=interests_of(snapshot, recommendations, ecosystem.introductions, free_words=catalogue.free_words),
        ballots=ballots_of(snapshot, skills, recommendations, gap_places=catalogue.workshop.gap_places),
    )


def _announce(progress: ProgressListener, stage: str) -> None:
    progress(Progress(stage=f"progress.{stage}", done=STAGES.index(stage), total=len(STAGES)))
