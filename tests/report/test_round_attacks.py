"""Nobody who holds the anonymous editions of two rounds can work out what fewer than k firms said."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from fastmap.model.privacy import PrivacyChoice
from fastmap.report.privacy import protect
from fastmap.tasks.reporting import results_of
from tests.support.attacker_rounds import recovered_between_rounds
from tests.support.builders import (
    assess,
    catalogue_with,
    cluster_where,
    make_mapping,
    make_need,
    make_skill,
    shipped_catalogue,
)
from tests.support.random_clusters import clusters
from tests.support.rounds import with_earlier
from tests.support.sample_file import put_sample

SMALL_K = catalogue_with(privacy_k=3, resamples=5)
attacked = settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),  # a leak in any cluster is news; to make it smaller takes minutes
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def worked_out(results, catalogue, ks):
    editions = [
        protect(replace(results, snapshot=replace(results.snapshot, privacy=PrivacyChoice(k=k))), catalogue) for k in ks
    ]
    return list(recovered_between_rounds(results, editions, k=catalogue.rules.privacy_k))


@given(then=clusters(min_members=6, max_members=16), now=clusters(min_members=6, max_members=16))
@attacked
def test_nothing_of_few_firms_follows_from_the_editions_of_two_rounds(then, now):
    results = assess(with_earlier(now, then, catalogue=SMALL_K), SMALL_K)

    assert worked_out(results, SMALL_K, (3,)) == []


@given(then=clusters(min_members=8, max_members=16), now=clusters(min_members=8, max_members=16))
@attacked
def test_nothing_of_few_firms_follows_from_editions_of_two_rounds_with_another_k(then, now):
    results = assess(with_earlier(now, then, catalogue=SMALL_K), SMALL_K)

    assert worked_out(results, SMALL_K, (3, 4, 6)) == []


def two_skills(welding: str, milling: str):
    """Return a round: one letter per firm and skill, ``x`` where it names the skill and is short of two people."""
    skills = [make_skill("Welding"), make_skill("Milling")]
    rows = [
        [make_need(text, short_12m=2) for text, mark in (("Welding", one), ("Milling", other)) if mark == "x"]
        for one, other in zip(welding, milling, strict=True)
    ]
    mappings = [make_mapping("Welding", skills[0]), make_mapping("Milling", skills[1])]
    return cluster_where(*rows, skills=skills, mappings=mappings)


@pytest.mark.parametrize("ks", [(5,), (5, 7, 8)])
def test_a_total_beside_the_users_of_two_rounds_does_not_give_away_a_skill_that_is_not_told(ks):
    """What used to be printed: nobody newly needs anything, and milling went from 12 firms to 9 – so three gave it up."""
    catalogue = catalogue_with(privacy_k=5, resamples=5)
    then = two_skills("x" * 14 + "." * 10, "x" * 12 + "." * 12)
    now = two_skills("." * 6 + "x" * 8 + "." * 10, "..." + "x" * 9 + "." * 12)
    results = assess(with_earlier(now, then, catalogue=catalogue), catalogue)

    assert [skill.uri for skill in protect(results, catalogue).results.since_last_round.skills] == [
        "fastmap:own/welding"
    ]
    assert worked_out(results, catalogue, ks) == []


def test_a_total_of_needs_still_there_does_not_give_away_the_few_that_changed_otherwise():
    """Of the eight firms that still weld, seven need more people than before, and one as many."""
    catalogue = catalogue_with(privacy_k=5, resamples=5)
    then = two_skills("x" * 14 + "." * 10, "." * 24)
    more = [
        replace(one, needs=tuple(replace(need, short_12m=5) for need in one.needs)) if 6 <= number < 13 else one
        for number, one in enumerate(two_skills("." * 6 + "x" * 8 + "." * 10, "." * 24).responses)
    ]
    now = replace(two_skills("." * 6 + "x" * 8 + "." * 10, "." * 24), responses=tuple(more))
    results = assess(with_earlier(now, then, catalogue=catalogue), catalogue)

    assert results.since_last_round.totals["worse"] == 7
    assert worked_out(results, catalogue, (5,)) == []


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """Return what the sample leads to: it holds two rounds."""
    path = tmp_path_factory.mktemp("sample") / "sample.fastmap"
    put_sample(path)
    return results_of(path)


def test_nothing_of_few_firms_follows_from_the_two_rounds_of_the_sample(sample):
    assert worked_out(sample, shipped_catalogue(), (5, 6, 9)) == []
