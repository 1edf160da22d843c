"""Need by kind of skill, and by the priority that a member's activity belongs to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fastmap.analysis.specialisation import nace_digits, needs_by_kind, priorities_of
from fastmap.model.choices import MemberStatus, SkillKind
from fastmap.model.organisations import Cluster
from fastmap.model.results import Results
from fastmap.model.snapshot import Snapshot
from fastmap.model.specialisation import NOT_RECORDED, OTHER
from tests.support.builders import (
    assess,
    cluster_where,
    make_mapping,
    make_member,
    make_need,
    make_skill,
    shipped_catalogue,
)

DATA = make_skill("Data analysis", kind=SkillKind.DIGITAL)
PLC = make_skill("PLC programming", kind=SkillKind.DIGITAL)
ENERGY = make_skill("Energy management", kind=SkillKind.GREEN)
WELDING = make_skill("Welding")
SKILLS = (DATA, PLC, ENERGY, WELDING)
ACTIVITIES = ("C25 Metal products", "C28", "35.11", "J62 Software", None)


def snapshot(sectors: tuple[str, ...] = ("manufacturing", "energy", "kets")) -> Snapshot:
    """Return five answering members: three lack digital skills, two of them twice, one a green one, all welding."""
    needs = [
        [make_need("Data analysis", short_12m=3), make_need("PLC programming", short_12m=2), make_need("Welding")],
        [make_need("Data analysis", short_12m=1), make_need("PLC programming"), make_need("Welding", short_12m=4)],
        [make_need("Energy management", short_12m=2), make_need("Welding", short_12m=0)],
        [make_need("Data analysis", short_12m=5), make_need("Welding", short_12m=1)],
        [make_need("Welding", short_12m=1)],
    ]
    whole = cluster_where(
        *needs,
        more_members=[make_member(6, activity="C10 Food")],
        skills=SKILLS,
        mappings=tuple(make_mapping(next(iter(skill.labels.values())), skill) for skill in SKILLS),
        cluster=Cluster(name="Test cluster", country="ES", sectors=sectors),
    )
    members = [
        replace(member, activity=ACTIVITIES[place]) if member.status is MemberStatus.ANSWERED else member
        for place, member in enumerate(whole.members)
    ]
    return replace(whole, members=tuple(members))


def kind(results: Results, wanted: SkillKind | None):
    return next(need for need in results.specialisation.by_kind if need.kind is wanted)


def test_a_firm_counts_once_in_a_kind_and_people_are_added_up():
    digital = kind(assess(snapshot()), SkillKind.DIGITAL)

    assert (digital.skills, digital.ranked, digital.firms, digital.short_12m) == (2, 1, 3, 11)
    assert digital.firms_share == pytest.approx(3 / 5)
    assert digital.people_share == pytest.approx(11 / 19)
    assert digital.leading == (DATA.uri,)


def test_kinds_come_by_people_short_and_those_nobody_named_are_left_out():
    found = assess(snapshot()).specialisation.by_kind

    assert [need.kind for need in found] == [SkillKind.DIGITAL, SkillKind.TECHNICAL, SkillKind.GREEN]


def test_skills_whose_kind_nobody_recorded_stand_last():
    whole = cluster_where([make_need("Unplaced words", short_12m=9)], [make_need("Welding", short_12m=1)])

    assert [need.kind for need in assess(whole).specialisation.by_kind] == [None]


def test_without_an_answer_there_is_no_need_of_any_kind():
    assert assess(cluster_where()).specialisation.by_kind == ()


def test_people_whom_nobody_counted_are_not_known_rather_than_none():
    whole = cluster_where(
        [make_need("Energy management")], skills=[ENERGY], mappings=[make_mapping("Energy management", ENERGY)]
    )

    green = kind(assess(whole), SkillKind.GREEN)

    assert (green.firms, green.short_12m, green.people_share) == (1, None, None)


def test_where_no_skill_of_a_kind_is_ranked_its_ranked_group_leads():
    skills = [make_skill(f"Data {n}", kind=SkillKind.DIGITAL, group="Data") for n in range(3)]
    whole = cluster_where(
        *([make_need(f"Data {n}", short_12m=1)] for n in range(3)),
        skills=skills,
        mappings=[make_mapping(f"Data {n}", skills[n]) for n in range(3)],
    )

    assert [uri.rpartition("/")[2] for uri in kind(assess(whole), SkillKind.DIGITAL).leading] == ["group-data"]


def test_without_the_members_firms_are_not_told():
    results = assess(snapshot())

    found = needs_by_kind(results.skills, results.groups, answered=None)

    assert {(need.firms, need.firms_share) for need in found} == {(None, None)}


def test_members_are_set_under_the_priority_that_their_code_belongs_to():
    found = {need.priority: need for need in assess(snapshot()).specialisation.by_priority}

    assert list(found) == ["manufacturing", "energy", OTHER, NOT_RECORDED]
    making = found["manufacturing"]
    assert (making.members, making.answered) == (3, 2)
    assert (making.digital.firms, making.digital.short_12m) == (2, 6)
    assert (making.green.firms, making.green.short_12m) == (0, 0)
    assert (found["energy"].green.firms, found["energy"].green.short_12m) == (1, 2)
    assert found[OTHER].digital.firms == 1
    assert found[NOT_RECORDED].every.firms == 1
    assert making.leading[:2] == (DATA.uri, WELDING.uri)  # two firms each: the better ranked one first


def test_a_priority_across_activities_is_left_open():
    assert assess(snapshot()).specialisation.untold == ("kets",)


def test_a_cluster_without_a_priority_has_its_need_set_against_none():
    found = assess(snapshot(sectors=())).specialisation

    assert (found.by_priority, found.untold) == ((), ())


@pytest.mark.parametrize(
    ("activity", "digits"),
    [
        ("C25 Metal products", "25"),
        ("C30.30", "303"),
        ("25.11 Structures", "251"),
        ("2511", "251"),
        ("C", "10"),
        ("K", None),
        ("25 years of welding", None),
        ("Cold forging", None),
        ("", None),
    ],
)
def test_only_a_code_at_the_beginning_of_an_activity_is_one(activity, digits):
    assert nace_digits(activity) == digits


def test_shipped_parts_name_priorities_of_the_list_and_are_divisions_of_nace():
    catalogue = shipped_catalogue()

    assert set(catalogue.sector_parts) <= set(catalogue.sectors)
    assert priorities_of("C30.3", catalogue.sector_parts) == ("aeronautics_space", "manufacturing")
    assert priorities_of("M71", catalogue.sector_parts) == ()
    assert priorities_of("welding", catalogue.sector_parts) is None
