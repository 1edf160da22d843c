"""Weights that a cluster chose: what they change, and that everybody is told."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fastmap.analysis.weights import changed_weights, rank_changes, weights_in_force, with_weights_of
from fastmap.catalogue.texts import load_texts
from fastmap.model.choices import Consequence
from fastmap.model.weights import PriorityWeights
from tests.support.builders import assess, catalogue_with, cluster_where, make_need, shipped_catalogue, shipped_rules
from tests.support.random_clusters import clusters

ONLY_SIZE = PriorityWeights.normalised({"reach": 1, "size": 99, "severity": 0, "urgency": 0, "scarcity": 0})
FEW = catalogue_with(resamples=20)

many_firms = [make_need("Welding", short_12m=1, consequence=Consequence.STOPS)] * 5
many_people = [make_need("CAD", short_12m=9, consequence=Consequence.LITTLE)] * 3
SNAPSHOT = cluster_where(*[[need] for need in (*many_firms, *many_people)])


def ranks_of(results):
    return {item.uri: item.ranking.rank for item in (*results.skills, *results.groups)}


def order(results):
    return [next(iter(item.labels.values())) for item in results.skills]


def test_weights_of_the_cluster_decide_the_order_in_place_of_the_catalogues():
    own = replace(SNAPSHOT, weights=ONLY_SIZE)

    assert order(assess(SNAPSHOT)) == ["Welding", "CAD"]
    assert order(assess(own)) == ["CAD", "Welding"]
    assert {part.key: part.weight for part in assess(own).skills[0].ranking.parts}["severity"] == 0


@given(
    snapshot=clusters(),
    points=st.fixed_dictionaries(
        {"reach": st.integers(1, 9), **dict.fromkeys(("size", "severity", "urgency", "scarcity"), st.integers(0, 9))}
    ),
)
@settings(max_examples=15, deadline=None)
def test_what_is_foretold_of_ranks_is_what_comes_of_the_weights(snapshot, points):
    weights = PriorityWeights.normalised(points)
    before = assess(snapshot, FEW)
    after = assess(replace(snapshot, weights=weights), FEW)

    foretold = ranks_of(before)
    for level in (before.skills, before.groups):
        for change in rank_changes(level, weights, FEW.rules):
            assert foretold[change.uri] == change.before
            foretold[change.uri] = change.after

    assert foretold == ranks_of(after)


def test_the_catalogues_own_weights_change_no_rank():
    rules = shipped_rules()

    assert rank_changes(assess(SNAPSHOT).skills, weights_in_force(SNAPSHOT, rules), rules) == ()


def test_without_own_weights_the_catalogue_stays_as_it_is():
    assert with_weights_of(SNAPSHOT, shipped_catalogue()) is shipped_catalogue()


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_sentence_names_each_weight_that_differs_with_its_usual_value(language):
    own = PriorityWeights(reach=0.4, size=0.15, severity=0.2, urgency=0.15, scarcity=0.1)

    sentence = load_texts(language).say(changed_weights(replace(SNAPSHOT, weights=own), shipped_rules()))

    for share in ("40", "30", "15", "25"):
        assert share in sentence
    assert "20" not in sentence
    assert changed_weights(SNAPSHOT, shipped_rules()) is None


def test_weights_that_give_no_ranking_are_unsound():
    assert ONLY_SIZE.is_sound
    assert not replace(ONLY_SIZE, reach=0.0, size=1.0).is_sound
    assert not replace(ONLY_SIZE, size=1.5).is_sound
    assert not replace(ONLY_SIZE, size=float("inf")).is_sound
