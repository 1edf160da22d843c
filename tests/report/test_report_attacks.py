"""Nobody can work out a withheld figure from all that anonymous editions of one file print, nor from two of them.

`tests.support.attacker` solves for every figure. FASTMAP_ATTACKS gives the number of made-up clusters per test, for a
longer run than the usual one.
"""

from __future__ import annotations

import os
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from fastmap.model.privacy import PrivacyChoice
from fastmap.model.results import Results
from fastmap.model.snapshot import Snapshot
from fastmap.report.privacy import Protected, protect
from fastmap.tasks.reporting import results_of
from tests.report.whole_cluster import whole_snapshot
from tests.support.attacker import recovered
from tests.support.builders import assess, catalogue_with, shipped_catalogue
from tests.support.random_clusters import clusters
from tests.support.sample_file import put_sample

ATTACKS = int(os.environ.get("FASTMAP_ATTACKS", "8"))
SMALL_K = catalogue_with(privacy_k=3, resamples=5)
attacked = settings(
    max_examples=ATTACKS,
    deadline=None,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),  # a leak in any cluster is news; to make it smaller takes minutes
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def edition(snapshot: Snapshot, results: Results, k: int, catalogue=SMALL_K) -> Protected:
    """Return the edition of the same results with another k."""
    chosen = replace(snapshot, privacy=PrivacyChoice(k=k))
    return protect(replace(results, snapshot=chosen), catalogue)


@pytest.fixture(scope="module")
def sample(tmp_path_factory) -> Results:
    """Return what the sample leads to."""
    path = tmp_path_factory.mktemp("sample") / "sample.fastmap"
    put_sample(path)
    return results_of(path)


@given(clusters(min_members=5, max_members=14))
@attacked
def test_no_withheld_figure_of_any_cluster_follows_from_one_edition(snapshot):
    results = assess(snapshot, SMALL_K)

    assert list(recovered(results, [protect(results, SMALL_K)], SMALL_K.rules)) == []


@given(clusters(min_members=6, max_members=16))
@attacked
def test_no_withheld_figure_of_any_cluster_follows_from_two_editions_with_another_k(snapshot):
    results = assess(snapshot, SMALL_K)
    editions = [edition(snapshot, results, k) for k in (3, 4, 6)]

    assert list(recovered(results, editions, SMALL_K.rules)) == []


@pytest.mark.parametrize("answering", [6, 16, 22])
def test_no_withheld_figure_of_a_whole_cluster_follows_from_its_editions(answering):
    snapshot = whole_snapshot(answering)
    results, catalogue = assess(snapshot), shipped_catalogue()
    editions = [edition(snapshot, results, k, catalogue) for k in (5, 6, 8, 12)]

    assert list(recovered(results, editions, catalogue.rules)) == []


@pytest.mark.parametrize("k", [5, 7])
def test_no_withheld_figure_of_the_sample_follows_from_two_editions(sample, k):
    catalogue = shipped_catalogue()
    editions = [edition(sample.snapshot, sample, one, catalogue) for one in (5, k)]

    assert list(recovered(sample, editions, catalogue.rules)) == []


def test_the_attacker_would_find_users_that_all_consequences_give_away():
    """What used to be printed: 21 of 22 named a skill, "> 17", and beside it how many said what would happen."""
    snapshot, catalogue = whole_snapshot(22), shipped_catalogue()
    first = snapshot.responses[0]
    results = assess(replace(snapshot, responses=(replace(first, needs=first.needs[1:]), *snapshot.responses[1:])))
    found = protect(results, catalogue)
    welding = next(item for item in results.skills if item.quantities.users == 21)
    assert found.protection.word(welding.uri, "users") == "> 17"

    told = {name for name in found.protection.figures[welding.uri] if not name.startswith("consequence_")}
    figures = {**found.protection.figures, welding.uri: dict.fromkeys(told - {"unknown_consequence"}, "withheld")}
    leaky = replace(
        found,
        protection=replace(found.protection, figures=figures),
        results=replace(
            found.results,
            skills=tuple(
                replace(
                    item,
                    quantities=replace(
                        item.quantities,
                        consequences=welding.quantities.consequences,
                        unknown=replace(item.quantities.unknown, consequence=welding.quantities.unknown.consequence),
                    ),
                )
                if item.uri == welding.uri
                else item
                for item in found.results.skills
            ),
        ),
    )

    assert "users" in [one.figure for one in recovered(results, [leaky], catalogue.rules) if one.item == welding.uri]
    assert list(recovered(results, [found], catalogue.rules)) == []
