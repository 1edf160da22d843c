"""Nobody gets the code or number of one that left: it would be taken for it (decision record 0277)."""

from dataclasses import replace

import pytest

from fastmap.assessment import Assessment
from fastmap.changes import AddAction, RemoveActions, RemoveMembers, RemovePartners, SaveMembers, SavePartners
from fastmap.intake.numbering import unused_ids
from fastmap.intake.table_actions import read_actions
from fastmap.intake.table_members import read_member_cells, read_members
from fastmap.intake.table_partners import read_partners
from fastmap.model.choices import PartnerType
from fastmap.model.comparison import ActionChange
from fastmap.store.creating import create_file
from tests.support.builders import (
    assess,
    cluster_where,
    make_action,
    make_member,
    make_need,
    make_partner,
    make_snapshot,
    shipped_catalogue,
)
from tests.support.rounds import FEW_RESAMPLES, with_earlier


@pytest.fixture
def second_round(tmp_path):
    """A second round whose member M003, the last action and a partner are removed; open."""
    then = cluster_where(
        [make_need("CAD")],
        [make_need("CAD")],
        [make_need("Robots", short_now=3)],
        actions=[make_action("A1", id="A001", title="Fair"), make_action("B1", id="A002", title="Courses")],
    )
    now = with_earlier(make_snapshot(), then)
    assert now.earlier is not None
    create_file(
        path := tmp_path / "2028.fastmap",
        replace(now.info, id="5ec0ad0000000002"),
        now.cluster,
        *then.members,
        *then.actions,
        make_partner("P001"),
        make_partner("P002"),
        now.earlier,
    )
    with Assessment.open(path) as assessment:
        assessment.apply(RemoveMembers(codes=("M003",)))
        assessment.apply(RemoveActions(actions=("A002",)))
        assessment.apply(RemovePartners(partners=("P002",)))
        yield assessment


def listed(tmp_path, snapshot, *lines, read=read_members, **more):
    path = tmp_path / "list.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return read(path, snapshot, **more)


def came_and_went(assessment):
    turnover = assess(assessment.snapshot(), FEW_RESAMPLES).since_last_round.turnover
    return turnover.came.names, turnover.went.names


def test_a_new_firm_of_a_list_is_not_taken_for_the_one_that_left(second_round, tmp_path):
    outcome = listed(tmp_path, second_round.snapshot(), "name,kind", "Newcomer,small")

    second_round.apply(SaveMembers(members=outcome.members))

    assert [member.code for member in outcome.members] == ["M004"]
    assert came_and_went(second_round) == ((("M004", "Newcomer"),), (("M003", "Member 3"),))


@pytest.mark.parametrize("code", ["M003", "m003"])
def test_a_code_of_the_round_before_typed_for_another_firm_is_refused_and_told(second_round, tmp_path, code):
    outcome = listed(tmp_path, second_round.snapshot(), "code,name", f"{code},Newcomer")

    second_round.apply(SaveMembers(members=outcome.members))

    (problem,) = outcome.problems
    assert (problem.code, problem.cell, problem.found) == ("code_of_other_member", "A2", code)
    assert problem.facts.facts["name"] == "Member 3"
    assert came_and_went(second_round) == ((("M004", "Newcomer"),), (("M003", "Member 3"),))


def test_a_code_of_the_round_before_dropped_on_the_page_for_another_firm_is_refused_too(second_round):
    outcome = read_member_cells([["M003", "Newcomer"]], ("code", "name"), (), second_round.snapshot())

    assert [member.code for member in outcome.members] == ["M004"]
    assert [problem.code for problem in outcome.problems] == ["code_of_other_member"]


def test_a_firm_that_comes_back_has_its_code_again(second_round, tmp_path):
    outcome = listed(tmp_path, second_round.snapshot(), "code,name", "M003,Member 3")

    second_round.apply(SaveMembers(members=outcome.members))

    assert (outcome.problems, came_and_went(second_round)) == ((), ((), ()))


def test_a_member_that_is_still_there_may_be_renamed_by_its_code(second_round, tmp_path):
    outcome = listed(tmp_path, second_round.snapshot(), "code,name", "M002,Renamed Ltd")

    assert [(member.code, member.name) for member in outcome.members] == [("M002", "Renamed Ltd")]
    assert outcome.problems == ()


def test_a_new_action_is_not_taken_for_the_one_that_was_removed(second_round, tmp_path):
    lines = ("title,scope,complexity,status", "Something else,alone,low_medium,running")
    outcome = listed(tmp_path, second_round.snapshot(), *lines, read=read_actions, catalogue=shipped_catalogue())

    second_round.apply(AddAction(action=outcome.actions[0]))

    stories = assess(second_round.snapshot(), FEW_RESAMPLES).since_last_round.actions
    assert {(story.id, story.title, story.change) for story in stories} == {
        ("A001", "Fair", ActionChange.KEPT),
        ("A002", "Courses", ActionChange.REMOVED),
        ("A003", "Something else", ActionChange.NEW),
    }


def test_a_new_partner_is_not_taken_for_one_that_decisions_remember(second_round, tmp_path):
    outcome = listed(tmp_path, second_round.snapshot(), "name,type", "New school,vet", read=read_partners)

    assert [partner.id for partner in outcome.partners] == ["P003"]


def test_what_was_added_and_removed_in_this_file_alone_leaves_its_number_unused(second_round):
    second_round.apply(SaveMembers(members=(make_member(4),)))
    second_round.apply(RemoveMembers(codes=("M004",)))

    assert next(unused_ids("M", second_round.snapshot())) == "M005"


def test_a_number_whose_addition_was_undone_is_free_again(second_round):
    second_round.apply(SaveMembers(members=(make_member(4),)))
    second_round.undo()

    assert next(unused_ids("M", second_round.snapshot())) == "M004"


def test_numbers_of_the_history_make_no_other_content(second_round):
    before = second_round.snapshot()

    second_round.apply(SavePartners(partners=(make_partner("P009", type=PartnerType.RTO),)))
    second_round.apply(RemovePartners(partners=("P009",)))

    assert second_round.snapshot() == before
    assert second_round.snapshot().used_ids == {*before.used_ids, "P009"}
