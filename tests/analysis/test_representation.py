"""Who is missing among the answers, and what that bends."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fastmap.model.choices import MemberKind
from fastmap.model.snapshot import Snapshot
from tests.support.builders import (
    assess,
    catalogue_with,
    cluster_where,
    make_mapping,
    make_member,
    make_need,
    make_skill,
)

WELDING = make_skill("Welding")
CNC = make_skill("CNC")


def snapshot() -> Snapshot:
    """Return eight answers: two of ten micro firms, which lack CNC, and six of six small ones, which lack welding."""
    whole = cluster_where(
        *([make_need("CNC")] for _ in range(2)),
        [make_need("CNC"), make_need("Welding")],
        *([make_need("Welding")] for _ in range(5)),
        more_members=[make_member(number, kind=MemberKind.MICRO, nuts="ES220") for number in range(9, 17)],
        skills=[WELDING, CNC],
        mappings=[make_mapping("Welding", WELDING), make_mapping("CNC", CNC)],
    )
    members = (
        replace(member, kind=MemberKind.MICRO if place < 2 or place >= 8 else MemberKind.SMALL, nuts="ES220")
        for place, member in enumerate(whole.members)
    )
    return replace(whole, members=tuple(members))


def test_a_size_that_answered_less_than_its_share_is_named_with_what_was_expected():
    missing = assess(snapshot()).representation.missing

    assert [(item.slicing, item.key, item.members, item.answered) for item in missing] == [("size", "micro", 10, 2)]
    assert missing[0].expected == pytest.approx(10 * 8 / 16)


def test_the_skill_whose_reach_depends_most_on_the_missing_size_is_told():
    shift = assess(snapshot()).representation.shift

    # 2 micro answers stand for 10, 6 small ones for 6: CNC is named by 2 x 5 + 1 of 16, welding by 6 of 16.
    assert shift.skill == WELDING.uri
    assert (shift.reach, shift.weighted) == (pytest.approx(6 / 8), pytest.approx(6 / 16))


def test_where_every_size_answered_its_share_nobody_is_missing():
    whole = cluster_where([make_need("Welding")], [make_need("Welding")], [make_need("Welding")])

    found = assess(whole).representation

    assert (found.missing, found.shift) == ((), None)


def test_without_an_answer_nobody_is_said_to_be_missing():
    whole = cluster_where(more_members=[make_member(1, kind=MemberKind.MICRO), make_member(2)])

    assert assess(whole).representation.missing == ()


def test_how_many_answers_must_lack_is_a_rule_of_the_catalogue():
    assert assess(snapshot(), catalogue_with(warn_missing=3.5)).representation.missing == ()


def test_regions_are_told_apart_by_their_code():
    members = [
        replace(member, nuts="es21 " if place % 2 else "ES22") for place, member in enumerate(snapshot().members)
    ]

    by_region = assess(replace(snapshot(), members=tuple(members))).quality.by_region

    assert [(item.key, item.members) for item in by_region] == [("ES21", 8), ("ES22", 8)]


def test_members_in_no_class_do_not_hide_who_is_missing():
    whole = snapshot()
    unknown = [make_member(number, kind=None, nuts=None) for number in range(40, 90)]

    missing = assess(replace(whole, members=(*whole.members, *unknown))).representation.missing

    assert [(item.slicing, item.key, item.expected) for item in missing] == [("size", "micro", 5.0)]
