"""What single changes do beside what they are named after, what they leave alone, and when they are refused."""

from dataclasses import replace

import pytest

from fastmap.catalogue.texts import load_texts
from fastmap.changes import (
    AcceptRecommendation,
    EditAction,
    EditInfo,
    ImportResponses,
    MoveAction,
    OverrideVerdict,
    RemoveMembers,
    RemovePartners,
    SaveActions,
    SaveMembers,
    SavePractices,
    SetIndicatorTarget,
    SetMemberStatus,
    SetPriorityWeights,
    SetPrivacyK,
    SettleResponse,
)
from fastmap.errors import FastmapError
from fastmap.model.actions import Cell
from fastmap.model.choices import Complexity, MemberStatus, RecommendationAnswer, ResponseState, Scope
from fastmap.model.organisations import Contact, Member, Registration
from tests.store import recorded as r
from tests.store.every_change import ALL_CHANGES, INFO, LONELY_RESPONSE, apply_all


def test_an_empty_contact_removes_the_one_recorded(assessment):
    assessment.apply(SaveMembers(members=(r.MEMBER,), contacts=(r.CONTACT,)))

    touched = assessment.apply(SaveMembers(contacts=(Contact(member="M001"),)))

    assert touched.ids == {"contacts": {"M001"}}
    assert assessment.contacts() == ()


def test_an_empty_registration_removes_the_one_recorded_and_undo_brings_it_back(assessment):
    assessment.apply(SaveMembers(members=(r.MEMBER,), registrations=(r.REGISTRATION,)))

    touched = assessment.apply(SaveMembers(registrations=(Registration(member="M001"),)))

    assert touched.ids == {"contacts": {"M001"}}
    assert assessment.registrations() == ()
    assessment.undo()
    assert assessment.registrations() == (r.REGISTRATION,)


def test_removing_a_member_takes_its_registration_along_and_undo_brings_it_back(assessment):
    assessment.apply(SaveMembers(members=(r.MEMBER,), registrations=(r.REGISTRATION,)))

    assessment.apply(RemoveMembers(codes=("M001",)))

    assert assessment.registrations() == ()
    assessment.undo()
    assert assessment.registrations() == (r.REGISTRATION,)


def test_the_day_of_being_asked_is_that_of_the_change_and_goes_with_its_undo(assessment):
    assessment.apply(
        SaveMembers(members=(replace(r.MEMBER, status=MemberStatus.NOT_ASKED), Member(code="M002", name="B")))
    )
    assessment.apply(SetMemberStatus(codes=("M001",), status=MemberStatus.ASKED))
    assessment.apply(SetMemberStatus(codes=("M001",), status=MemberStatus.REMINDED))
    assessment.apply(SetMemberStatus(codes=("M002",), status=MemberStatus.ANSWERED))

    asked = assessment.asked_on()

    assert set(asked) == {"M001"}  # M002 answered unasked
    assert asked["M001"] == assessment.history()[1].at
    assessment.undo()
    assessment.undo()
    assert set(assessment.asked_on()) == {"M001"}  # reminded is undone, asked is not
    assessment.undo()
    assert assessment.asked_on() == {}


def test_removing_a_member_takes_its_contact_answers_and_ties_along(assessment):
    apply_all(assessment)

    for _ in ALL_CHANGES[-6:]:
        assessment.undo()
    assessment.apply(RemoveMembers(codes=("M001",)))

    snapshot = assessment.snapshot()
    assert [member.code for member in snapshot.members] == ["M002"]
    assert [response.member for response in snapshot.responses] == ["M002"]
    assert assessment.contacts() == ()
    assert all(tie.member is None for tie in snapshot.ties)


@pytest.mark.parametrize("change", [MoveAction(action="A-1", cell=r.ACTION.cell), EditAction(action=r.ACTION)])
def test_an_action_that_is_gone_is_neither_moved_nor_changed(assessment, change):
    with pytest.raises(FastmapError) as refusal:
        assessment.apply(change)

    assert refusal.value.code == "action_not_in_file"
    assert assessment.snapshot().actions == ()


def test_accepting_a_recommendation_puts_its_action_on_the_grid_and_undo_takes_both_back(assessment):
    assessment.apply(AcceptRecommendation(decision=r.DECISION, action=r.ACTION))
    accepted = assessment.snapshot()

    assessment.undo()

    assert [decision.answer for decision in accepted.decisions] == [RecommendationAnswer.ACCEPTED]
    assert accepted.actions == (r.ACTION,)
    assert (assessment.snapshot().decisions, assessment.snapshot().actions) == ((), ())


def test_moving_an_action_changes_nothing_but_its_cell(assessment):
    assessment.apply(SaveActions(actions=(r.ACTION,)))
    cell = Cell(Scope.INTERNATIONAL, Complexity.HIGH)

    assessment.apply(MoveAction(action=r.ACTION.id, cell=cell))

    assert assessment.snapshot().actions == (replace(r.ACTION, cell=cell),)
    assert load_texts("en").say(assessment.can_undo) == "move an action"


def test_removing_a_partner_leaves_members_and_actions_that_named_it(assessment):
    for change in ALL_CHANGES[: ALL_CHANGES.index(SaveActions(actions=(r.ACTION,))) + 1]:
        assessment.apply(change)

    assessment.apply(RemovePartners(partners=("P1",)))

    snapshot = assessment.snapshot()
    assert [partner.id for partner in snapshot.partners] == ["P2"]
    assert (snapshot.offers, snapshot.ties) == ((), ())
    assert snapshot.members[0].partner_id is None
    assert snapshot.actions[0].partners == ("P2",)


def test_an_accepted_answer_makes_its_member_answered_and_a_waiting_one_does_not(assessment):
    assessment.apply(SaveMembers(members=(r.MEMBER, Member(code="M002", name="B"))))

    waiting = replace(r.RESPONSE, id="R2", member="M002", state=ResponseState.TO_CHECK)
    assessment.apply(ImportResponses(responses=(r.RESPONSE, waiting)))

    assert [member.status for member in assessment.snapshot().members] == [
        MemberStatus.ANSWERED,
        MemberStatus.NOT_ASKED,
    ]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (SetMemberStatus(codes=("M404",), status=MemberStatus.ASKED), "member_not_in_file"),
        (SettleResponse(response="R404", state=ResponseState.ACCEPTED), "response_not_in_file"),
        (SettleResponse(response="R2", state=ResponseState.ACCEPTED), "response_without_member"),
        (OverrideVerdict(override=replace(r.OVERRIDE, reason=" ")), "reason_missing"),
        (SavePractices(practices=(replace(r.PRACTICE, what=" "),)), "practice_empty"),
        (SetIndicatorTarget(target=replace(r.TARGET, target=float("inf"))), "target_unsound"),
        (SetPriorityWeights(weights=replace(r.WEIGHTS, reach=0.0, size=0.6)), "weights_unsound"),
        (SetPrivacyK(k=21), "privacy_k_out_of_range"),
        (SetPriorityWeights(weights=replace(r.WEIGHTS, size=0.6)), "weights_unsound"),
        (SetPriorityWeights(weights=replace(r.WEIGHTS, size=float("nan"))), "weights_unsound"),
    ],
)
def test_a_change_about_what_is_not_there_is_refused_and_keeps_nothing(assessment, change, code):
    assessment.apply(ImportResponses(responses=(LONELY_RESPONSE,)))
    before = assessment.content_hash()

    with pytest.raises(FastmapError) as refused:
        assessment.apply(change)

    assert refused.value.code == code
    assert assessment.content_hash() == before
    assert load_texts("en").say(refused.value.message)


def test_the_id_of_an_assessment_never_changes(assessment):
    born = assessment.snapshot().info

    assessment.apply(EditInfo(info=INFO))

    info = assessment.snapshot().info
    assert (info.id, info.fictional) == (born.id, born.fictional)
    assert (info.title, info.round_label, info.language) == ("Another title", "autumn", "es")
