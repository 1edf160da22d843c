"""The fast analysis gives what a slow one, written from the words of the method alone, gives."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from fastmap.analysis.consolidation import consolidate
from fastmap.analysis.imbalance import judge
from fastmap.analysis.levels import group_level, level_cases, skill_level
from fastmap.analysis.robustness import resampled_members
from tests.support import reference_analysis as reference
from tests.support.builders import assess, catalogue_with, shipped_rules
from tests.support.random_clusters import clusters

FEW_RESAMPLES = catalogue_with(resamples=5)
LEVELS = ("skills", "groups")
FIGURES = ("users", "short_now", "short_12m", "short_36m", "joint_people", "reach", "severity", "urgency", "scarcity")

thorough = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def without_answers_of(snapshot, member):
    """Return ``snapshot`` as if ``member`` had not answered; its offers and everything else stay."""
    return replace(snapshot, responses=tuple(r for r in snapshot.responses if r.member != member))


@given(snapshot=clusters())
@thorough
def test_quantities_equal_those_of_the_reference(snapshot):
    answered = len({response.member for response in snapshot.responses})
    results = assess(snapshot, FEW_RESAMPLES)

    for level in LEVELS:
        said = reference.everything_said(snapshot, level)
        found = {result.uri: result.quantities for result in getattr(results, level)}

        assert {uri for uri, quantities in found.items() if quantities.users} == set(said)
        for uri, by_member in said.items():
            expected = reference.quantities(list(by_member.values()), answered)
            assert {name: getattr(found[uri], name) for name in FIGURES} == pytest.approx(expected)


@given(snapshot=clusters(min_members=4, max_members=9))
@thorough
def test_priorities_and_ranks_equal_those_of_the_reference(snapshot):
    results = assess(snapshot, FEW_RESAMPLES)

    for level in LEVELS:
        said = reference.everything_said(snapshot, level)
        expected = reference.priorities(
            {uri: reference.quantities(list(ones.values()), len(snapshot.members)) for uri, ones in said.items()}
        )
        rankings = {result.uri: result.ranking for result in getattr(results, level)}
        ranked = {uri: (entry.priority, entry.rank) for uri, entry in rankings.items() if entry.rank is not None}

        assert ranked.keys() == expected.keys()
        for uri, (priority, rank) in expected.items():
            assert ranked[uri] == (pytest.approx(priority), rank)


@given(snapshot=clusters(min_members=5, max_members=9))
@thorough
def test_robustness_equals_ranking_every_resample_with_the_reference(snapshot):
    catalogue = catalogue_with(resamples=12, top_k=1, interval=0.5)
    results = assess(snapshot, catalogue)
    answered = sorted({response.member for response in snapshot.responses})
    draws = resampled_members(answered, catalogue.rules)

    for level in LEVELS:
        rankings = {entry.uri: entry.ranking for entry in getattr(results, level) if entry.ranking.rank is not None}
        said = reference.everything_said(snapshot, level)
        ranks: dict = {uri: [] for uri in rankings}
        for draw in draws:
            times = dict(zip(answered, draw.astype(int), strict=True))
            drawn = {uri: [one for member, one in said[uri].items() for _ in range(times[member])] for uri in rankings}
            by_subject = {uri: reference.quantities(ones, len(answered)) for uri, ones in drawn.items()}
            for uri, (_, rank) in reference.priorities(by_subject, least=0).items():
                ranks[uri].append(rank)

        for uri, found in rankings.items():
            ordered = sorted(ranks[uri])
            assert found.top10_share == pytest.approx(ordered.count(1) / 12)
            assert found.rank_low == min(ordered[2], found.rank)  # of twelve: a quarter of the way, taken outwards
            assert found.rank_high == max(ordered[9], found.rank)


@given(snapshot=clusters())
@thorough
def test_verdicts_and_votes_equal_those_of_the_reference(snapshot):
    results = assess(snapshot, FEW_RESAMPLES)

    for level in LEVELS:
        entries = {result.uri: result.imbalance for result in getattr(results, level)}
        found = {uri: (entry.computed, (entry.votes.S, entry.votes.M, entry.votes.U)) for uri, entry in entries.items()}
        assert found == reference.verdicts(snapshot, level)


@given(snapshot=clusters())
@thorough
def test_sensitivity_equals_working_the_verdict_out_again_without_each_member(snapshot):
    results = assess(snapshot, FEW_RESAMPLES)

    for level in LEVELS:
        before = reference.verdicts(snapshot, level)
        flips: dict = {uri: set() for uri in before}
        for member in snapshot.members:
            after = reference.verdicts(without_answers_of(snapshot, member.code), level)
            for uri, (verdict, _) in before.items():
                # What nobody else names is not listed any more: not enough evidence, as before.
                if after.get(uri, ("not_enough_evidence", ()))[0] != verdict:
                    flips[uri].add(member.code)

        found = {result.uri: set(result.imbalance.flipping_members) for result in getattr(results, level)}
        assert found == flips


@given(snapshot=clusters(min_members=4, max_members=6))
@settings(max_examples=10, deadline=None)
def test_a_whole_run_without_a_flipping_member_gives_another_verdict_and_without_another_the_same(snapshot):
    results = assess(snapshot, FEW_RESAMPLES)
    runs = {
        member.code: assess(without_answers_of(snapshot, member.code), FEW_RESAMPLES) for member in snapshot.members
    }

    for result in (*results.skills, *results.groups):
        for code, run in runs.items():
            again = {other.uri: other.imbalance.verdict for other in (*run.skills, *run.groups)}
            changed = again.get(result.uri, "not_enough_evidence") != result.imbalance.verdict
            assert changed == (code in result.imbalance.flipping_members)


@given(snapshot=clusters())
@settings(max_examples=30, deadline=None)
def test_tallies_of_a_case_add_up_to_its_verdict(snapshot):
    rules = shipped_rules()
    answers = consolidate(snapshot)
    skills = skill_level(answers, rules)
    cases = (*level_cases(skills, snapshot, rules), *level_cases(group_level(skills, answers), snapshot, rules))

    for case in cases:
        nobody = case.tally
        for voice in case.voices:
            nobody = nobody.without(voice.says)
        assert set(nobody) == {0}
        assert judge(case, nobody, {}, rules).verdict in ("deficit", "not_enough_evidence")
