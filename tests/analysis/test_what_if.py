"""Thresholds for discussion, and the place of a verdict on the map."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fastmap.analysis.quadrants import is_on_map, map_place
from fastmap.analysis.what_if import Thresholds, discussion_of
from fastmap.model.choices import Fit, Hiring, HiringReason, Provision, Verdict
from tests.support.builders import (
    assess,
    assess_skill,
    catalogue_with,
    cluster_where,
    group_uri,
    make_mapping,
    make_need,
    make_offer,
    make_partner,
    make_skill,
    shipped_rules,
    unused,
)
from tests.support.random_clusters import clusters

USUAL = Thresholds(balanced_share=0.30, suffices_share=0.80)


def test_a_skill_of_which_a_quarter_is_short_is_balanced_no_more_if_the_line_is_drawn_at_20_percent():
    """One of four firms is short (25 %): under 30 %, not under 20 %."""
    snapshot = cluster_where([make_need("Welding", short_now=2)], *[[make_need("Welding", short_now=0)]] * 3)
    discussion = discussion_of(snapshot, shipped_rules())

    (change,) = discussion.changes(replace(USUAL, balanced_share=0.20))

    assert (change.before, change.after) == (Verdict.BALANCED, Verdict.SHORTAGE_OR_MISMATCH)
    assert discussion.changes(USUAL) == ()
    assert discussion.usual == USUAL


def test_a_group_with_75_percent_of_its_places_has_enough_if_70_percent_suffice():
    """Six places for eight people: too small under 80 % (shortage 3 to 2), enough under 70 % (uptake 3 to 2)."""
    skill = make_skill("Welding", group="Joining")
    known = [make_need("Welding", short_12m=2, provision=Provision.FITS)] * 2
    none = [make_need("Welding", short_12m=2, provision=Provision.NONE)] * 2
    snapshot = cluster_where(
        *[[need] for need in (*known, *none)],
        skills=[skill],
        mappings=[make_mapping("Welding", skill)],
        partners=[make_partner()],
        offers=[make_offer(skill.uri, places_per_year=6, fit=Fit.YES)],
    )

    (change,) = discussion_of(snapshot, shipped_rules()).changes(replace(USUAL, suffices_share=0.70))

    assert (change.uri, change.is_group) == (group_uri("Joining"), True)
    assert (change.before, change.after) == (Verdict.SHORTAGE, Verdict.UPTAKE_GAP)


@given(snapshot=clusters(), balanced=st.floats(0.2, 0.4), suffices=st.floats(0.7, 0.9))
@settings(max_examples=12, deadline=None)
def test_what_would_change_is_what_changes_when_the_catalogue_says_so(snapshot, balanced, suffices):
    usual, other = (
        catalogue_with(resamples=5),
        catalogue_with(resamples=5, balanced_share=balanced, suffices_share=suffices),
    )

    def verdicts(catalogue):
        results = assess(snapshot, catalogue)
        return {item.uri: item.imbalance.computed for item in (*results.skills, *results.groups)}

    before, after = verdicts(usual), verdicts(other)
    thresholds = Thresholds(balanced_share=balanced, suffices_share=suffices)
    foretold = discussion_of(snapshot, usual.rules).changes(thresholds)

    assert {change.uri: change.after for change in foretold} == {
        uri: verdict for uri, verdict in after.items() if before[uri] is not verdict
    }


LACKED = make_need("Welding", short_now=1, hiring=Hiring.HARD, hiring_reasons=(HiringReason.LACKED_SKILL,))
FEW = make_need("Welding", short_now=1, short_12m=2, hiring=Hiring.HARD, hiring_reasons=(HiringReason.FEW_APPLICANTS,))


@pytest.mark.parametrize(
    ("needs", "supply", "verdict"),
    [
        ([FEW] * 3, 0.0, Verdict.SHORTAGE),
        ([LACKED] * 3, 1.0, Verdict.MISMATCH),
        ([FEW, FEW, LACKED, LACKED], 0.5, Verdict.SHORTAGE_OR_MISMATCH),
        ([make_need("Welding", short_now=1)] * 3, None, Verdict.SHORTAGE_OR_MISMATCH),
    ],
)
def test_supply_on_the_map_is_the_share_of_signs_that_something_is_there(needs, supply, verdict):
    item = assess_skill(cluster_where(*[[need] for need in needs]))

    assert (map_place(item).demand, map_place(item).supply) == (len(needs), supply)
    assert item.imbalance.verdict is verdict
    assert is_on_map(item)


def test_people_whose_skill_goes_unused_are_supply_and_what_few_named_is_not_drawn():
    over = assess_skill(cluster_where([make_need("Welding")], unused_per_member=[[], *[[unused("Welding")]] * 3]))
    thin = assess_skill(cluster_where([make_need("Welding", short_now=1)]))

    assert (map_place(over).demand, map_place(over).supply, is_on_map(over)) == (1, 1.0, True)
    assert not is_on_map(thin)
    assert map_place(thin).people is None
