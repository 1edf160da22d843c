"""The member list as people see it."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from fastmap.intake.table_members import read_member_cells
from fastmap.model.choices import MemberKind, MemberStatus, ResponseState
from fastmap.model.organisations import Contact
from fastmap.tasks.membership import answers_by_size, member_changes, standings
from tests.support.builders import assess, make_member, make_response, make_snapshot

people = st.lists(
    st.tuples(st.sampled_from(MemberStatus), st.lists(st.sampled_from(ResponseState), max_size=2)), max_size=6
)


@settings(max_examples=25, deadline=None)
@given(people)
def test_standings_agree_with_the_results(rows):
    members = tuple(make_member(number, status=status) for number, (status, _) in enumerate(rows, start=1))
    responses = tuple(
        replace(make_response(number), id=f"r{number}-{place}", state=state)
        for number, (_, states) in enumerate(rows, start=1)
        for place, state in enumerate(states)
    )
    snapshot = make_snapshot(members=members, responses=responses)

    found = standings(snapshot)

    quality = assess(snapshot).quality
    assert sum(standing.asked for standing in found.values()) == quality.asked
    assert sum(standing.answered for standing in found.values()) == quality.answered
    assert tuple(sorted(code for code, standing in found.items() if standing.to_call)) == quality.not_answered


def test_everybody_who_is_no_firm_is_taken_together_behind_the_sizes():
    asked = {"status": MemberStatus.ASKED}
    members = (
        make_member(1, kind=MemberKind.SMALL, headcount=20, **asked),
        make_member(2, kind=MemberKind.UNIVERSITY, headcount=None, **asked),
        make_member(3, kind=MemberKind.PUBLIC, headcount=7, **asked),
        make_member(4, kind=None, headcount=None),
    )
    quality = assess(make_snapshot(members=members, responses=(make_response(2),))).quality

    small, others = answers_by_size(quality)

    assert (small.key, small.asked, small.answered) == ("small", 1, 0)
    assert (others.key, others.members, others.answered, others.headcount) == ("others", 3, 1, 7)
    assert others.asked == quality.asked - 1


def test_changes_name_each_field_with_both_values():
    members = (make_member(1, name="Old", headcount=12, kind=MemberKind.SMALL),)
    contacts = (Contact(member=members[0].code, name="Ana"),)
    snapshot = make_snapshot(members=members)
    outcome = read_member_cells(
        [["Code", "Name", "Employees", "E-mail"], [members[0].code, "New", "60", "a@b.eu"], ["", "Another", "", ""]],
        (),
        (),
        snapshot,
        contacts={contact.member: contact for contact in contacts},
    )

    first, second = member_changes(outcome, members, contacts)

    assert not first.is_new
    assert first.fields == (
        ("name", "Old", "New"),
        ("kind", MemberKind.SMALL, MemberKind.MEDIUM),
        ("headcount", 12, 60),
        ("contact_email", None, "a@b.eu"),
    )
    assert second.is_new
    assert second.name == "Another"


def test_contact_alone_is_a_change_of_its_member():
    members = (make_member(1, name="Firm"),)
    outcome = read_member_cells([["x@y.eu"]], ("contact_email",), (members[0].code,), make_snapshot(members=members))

    (change,) = member_changes(outcome, members, ())

    assert (change.name, change.is_new, change.fields) == ("Firm", False, (("contact_email", None, "x@y.eu"),))
