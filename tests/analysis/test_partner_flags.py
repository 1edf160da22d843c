"""What is told about partners and left as it is."""

import pytest

from fastmap.analysis.partner_flags import partner_flags
from fastmap.catalogue.texts import load_texts
from fastmap.model.choices import ActionStatus
from fastmap.model.responses import NamedLink
from tests.support.builders import (
    make_action,
    make_member,
    make_offer,
    make_partner,
    make_response,
    make_snapshot,
    make_tie,
)


def flags(**recorded):
    return [flag.code for flag in partner_flags(make_snapshot(**recorded))]


ALLY = make_partner("a", stage=5)


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        ({}, ["stage_without_evidence"]),
        ({"ties": (make_tie("a", 1, formal=False),)}, ["stage_without_evidence"]),
        ({"ties": (make_tie("a", 1, formal=True),)}, []),
        ({"offers": (make_offer("Welding", "a", evidence="Agreement of 2024"),)}, []),
        ({"offers": (make_offer("Welding", "a"),)}, ["stage_without_evidence"]),
        ({"actions": (make_action(partners=("a",)),)}, []),
        ({"actions": (make_action(partners=("a",), status=ActionStatus.IDEA),)}, ["stage_without_evidence"]),
    ],
)
def test_a_standing_alliance_needs_something_that_shows_it(evidence, expected):
    assert flags(partners=(ALLY,), members=(make_member(1),), **evidence) == expected


def test_a_partner_just_below_an_alliance_is_not_flagged():
    assert flags(partners=(make_partner("a", stage=4),)) == []


@pytest.mark.parametrize(
    ("partner", "member", "expected"),
    [
        (make_partner("a", in_cluster=True), make_member(1, partner_id="a"), ["also_member"]),
        (make_partner("a", in_cluster=False), make_member(1, partner_id="a"), ["member_outside"]),
        (make_partner("a", name="Acme"), make_member(1, name="ACME."), ["named_like_member"]),
        (make_partner("a"), make_member(1), []),
    ],
)
def test_a_partner_that_is_a_member_too_is_told(partner, member, expected):
    assert flags(partners=(partner,), members=(member,)) == expected


def test_two_members_that_are_one_partner_are_told():
    members = (make_member(1, partner_id="a"), make_member(2, partner_id="a"))

    assert flags(partners=(make_partner("a", in_cluster=True),), members=members) == ["several_members"]


def test_a_tie_to_itself_is_told_whether_recorded_or_named_in_a_form():
    both = make_partner("a", name="Acme", in_cluster=True)
    member = make_member(1, name="Acme", partner_id="a")
    named = make_response(1, links=(NamedLink(name="acme"),))

    assert flags(partners=(both,), members=(member,), ties=(make_tie("a", 1),)) == ["also_member", "tie_to_itself"]
    assert flags(partners=(both,), members=(member,), responses=(named,)) == ["also_member", "tie_to_itself"]
    assert flags(partners=(ALLY,), ties=(make_tie("a", None, other_partner="a", formal=True),)) == ["tie_to_itself"]


def test_every_flag_has_a_sentence_in_every_language_of_reports():
    every = partner_flags(
        make_snapshot(
            partners=(
                *(ALLY, make_partner("b", name="B"), make_partner("c")),
                *(make_partner("d", in_cluster=True), make_partner("e", in_cluster=True)),
            ),
            members=(
                *(make_member(1, name="B"), make_member(2, partner_id="c"), make_member(3, partner_id="d")),
                *(make_member(4, partner_id="e"), make_member(5, partner_id="e")),
            ),
            ties=(make_tie("c", 2),),
        )
    )

    assert {flag.code for flag in every} == {
        "stage_without_evidence",
        "named_like_member",
        "member_outside",
        "also_member",
        "several_members",
        "tie_to_itself",
    }
    for language in ("en", "es"):
        assert all("{" not in load_texts(language).say(flag.facts) for flag in every)
