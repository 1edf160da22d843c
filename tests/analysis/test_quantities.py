import pytest

from fastmap.model.choices import Consequence, Hiring
from tests.support.builders import (
    EN,
    assess,
    assess_skill,
    cluster_where,
    group_uri,
    make_mapping,
    make_need,
    make_skill,
)


def joining(*needs_per_member, **parts):
    """Return a cluster whose texts *Welding* and *Brazing* are skills of one group."""
    skills = [make_skill(label, group="Joining") for label in ("Welding", "Brazing")]
    mappings = [make_mapping(skill.labels[EN], skill) for skill in skills]
    return cluster_where(*needs_per_member, skills=skills, mappings=mappings, **parts)


def test_blank_is_left_out_of_the_sum_and_counted_as_unknown():
    quantities = assess_skill(cluster_where([make_need(short_now=2)], [make_need(short_now=None)])).quantities

    assert (quantities.short_now, quantities.unknown.short_now) == (2, 1)


def test_zero_is_an_answer_and_a_figure_nobody_gave_is_not_known():
    quantities = assess_skill(cluster_where([make_need(short_now=0)])).quantities

    assert quantities.short_now == 0
    assert (quantities.short_12m, quantities.severity, quantities.scarcity, quantities.urgency) == (None,) * 4


def test_row_without_any_figure_makes_a_user_with_figures_unknown():
    quantities = assess_skill(cluster_where([make_need()], [])).quantities

    assert (quantities.users, quantities.reach) == (1, 0.5)
    assert quantities.unknown.short_12m == quantities.unknown.hiring == quantities.unknown.provision == 1


def test_severity_is_the_mean_of_points_over_those_who_said():
    needs = [make_need(consequence=c) for c in (Consequence.STOPS, Consequence.LITTLE, None)]

    quantities = assess_skill(cluster_where(*[[need] for need in needs])).quantities

    assert quantities.severity == 2.5
    assert quantities.consequences == {"stops": 1, "little": 1}
    assert quantities.unknown.consequence == 1


def test_urgency_sets_now_against_the_larger_horizon_of_members_who_gave_both():
    needs = [
        make_need(short_now=1, short_12m=4),
        make_need(short_now=3, short_12m=2),
        make_need(short_now=9),
        make_need(short_12m=9),
    ]

    assert assess_skill(cluster_where(*[[need] for need in needs])).quantities.urgency == pytest.approx(4 / 7)


def test_urgency_of_nobody_short_is_not_known():
    assert assess_skill(cluster_where([make_need(short_now=0, short_12m=0)])).quantities.urgency is None


def test_scarcity_leaves_out_those_who_did_not_try():
    hires = (Hiring.NOT_TRIED, Hiring.FILLED, Hiring.HARD, Hiring.NOT_FILLED, None)

    quantities = assess_skill(cluster_where(*[[make_need(hiring=hiring)] for hiring in hires])).quantities

    assert quantities.tried_hires == 3
    assert quantities.scarcity == pytest.approx(2 / 3)
    assert quantities.unknown.hiring == 1


def test_strategic_skill_that_nobody_named_has_no_figures_but_its_reach():
    snapshot = cluster_where([], skills=[make_skill("Roadmap", strategic=True)])

    quantities = assess_skill(snapshot, "fastmap:own/roadmap").quantities

    assert (quantities.users, quantities.reach, quantities.short_12m) == (0, 0.0, None)


def test_member_counts_once_in_a_group_and_its_people_are_summed():
    snapshot = joining(
        [
            make_need("Welding", short_now=2, consequence=Consequence.LITTLE, hiring=Hiring.FILLED),
            make_need("Brazing", short_now=3, consequence=Consequence.DELAYS, hiring=Hiring.HARD),
        ]
    )

    group = assess_skill(snapshot, group_uri("Joining"))

    assert (group.quantities.users, group.quantities.short_now, group.quantities.severity) == (1, 5, 3)
    assert (group.quantities.tried_hires, group.quantities.scarcity) == (1, 1)
    assert group.skills == ("fastmap:own/brazing", "fastmap:own/welding")


def test_urgency_of_a_group_never_sets_now_of_one_skill_against_later_of_another():
    snapshot = joining(
        [
            make_need("Welding", short_now=5),
            make_need("Brazing", short_12m=5),
        ],
        [make_need("Welding", short_now=1, short_12m=2)],
    )

    assert assess_skill(snapshot, group_uri("Joining")).quantities.urgency == 0.5


def test_skill_without_a_group_is_in_none():
    snapshot = cluster_where([make_need("CAD")])

    assert assess(snapshot).groups == ()
