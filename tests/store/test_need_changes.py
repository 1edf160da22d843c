"""Writing needs down, correcting and removing them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from fastmap.catalogue.texts import load_texts
from fastmap.changes import AddFormAnswers, AddNeed, EditNeed, ImportResponses, RemoveNeed, SaveMembers
from fastmap.changes.needs import FormAnswers
from fastmap.errors import FastmapError
from fastmap.model.choices import Barrier, Channel, HiringReason, MemberStatus, ResponseState
from fastmap.model.organisations import Member
from fastmap.model.responses import Need, Response
from tests.store import recorded as r

MEMBER = Member(code="M007", name="Talleres")
FORM = Response(
    id="form-1",
    member="M007",
    channel=Channel.EXCEL,
    language="es",
    received_at=r.NOON,
    state=ResponseState.ACCEPTED,
    needs=(Need(row=1, skill_text="Soldadura"), Need(row=3, skill_text="Torno")),
    raw={"need_1_skill": "Soldadura", "need_3_skill": "Torno"},
)


def told(text, **changes):
    return replace(
        AddNeed(member="M007", need=Need(row=1, skill_text=text), response="I-1", language="en", at=r.NOON), **changes
    )


def test_a_first_need_begins_an_interview_and_the_member_has_answered(assessment):
    assessment.apply(SaveMembers(members=(MEMBER,)))

    assessment.apply(told("Brazing", need=Need(row=9, skill_text="Brazing", short_now=2)))

    (response,) = assessment.snapshot().responses
    assert (response.channel, response.state, response.language) == (Channel.INTERVIEW, ResponseState.ACCEPTED, "en")
    assert response.needs == (Need(row=1, skill_text="Brazing", short_now=2),)
    assert response.raw == {"need_1_skill": "Brazing", "need_1_short_now": "2"}
    assert assessment.snapshot().members[0].status is MemberStatus.ANSWERED
    assert load_texts("en").say(assessment.can_undo) == "add a need of M007"


def test_a_need_told_later_stands_behind_those_of_the_form_whose_raw_answers_stay(assessment):
    assessment.apply(SaveMembers(members=(MEMBER,)))
    assessment.apply(ImportResponses(responses=(FORM,)))

    assessment.apply(told("Brazing"))

    (response,) = assessment.snapshot().responses
    assert [(need.row, need.skill_text) for need in response.needs] == [(1, "Soldadura"), (3, "Torno"), (4, "Brazing")]
    assert response.raw == FORM.raw
    assert response.language == "es"


def test_a_need_joins_the_latest_answer_that_counts(assessment):
    later = replace(FORM, id="form-2", received_at=r.NOON + timedelta(days=1), needs=(), raw={})
    newest = replace(later, id="form-3", received_at=r.NOON + timedelta(days=2), state=ResponseState.SUPERSEDED)
    assessment.apply(SaveMembers(members=(MEMBER,)))
    assessment.apply(ImportResponses(responses=(FORM, later, newest)))

    assessment.apply(told("Brazing"))

    counts = {response.id: len(response.needs) for response in assessment.snapshot().responses}
    assert counts == {"form-1": 2, "form-2": 1, "form-3": 0}


def test_a_corrected_need_keeps_its_row_and_the_raw_answer(assessment):
    assessment.apply(SaveMembers(members=(MEMBER,)))
    assessment.apply(ImportResponses(responses=(FORM,)))

    assessment.apply(EditNeed(response="form-1", need=Need(row=3, skill_text="Torno CNC", short_12m=4)))

    (response,) = assessment.snapshot().responses
    assert response.needs == (FORM.needs[0], Need(row=3, skill_text="Torno CNC", short_12m=4))
    assert response.raw == FORM.raw


def test_an_interview_goes_with_its_last_need_and_a_form_stays(assessment):
    assessment.apply(SaveMembers(members=(MEMBER, replace(MEMBER, code="M008"))))
    assessment.apply(ImportResponses(responses=(replace(FORM, needs=FORM.needs[:1]),)))
    assessment.apply(told("Brazing", member="M008"))

    assessment.apply(RemoveNeed(response="I-1", row=1))
    assessment.apply(RemoveNeed(response="form-1", row=1))

    (response,) = assessment.snapshot().responses
    assert (response.id, response.needs, response.raw) == ("form-1", (), FORM.raw)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (told("Brazing", member="M999"), "member_not_in_file"),
        (EditNeed(response="form-1", need=Need(row=2, skill_text="x")), "response_not_in_file"),
        (RemoveNeed(response="form-9", row=1), "response_not_in_file"),
    ],
)
def test_what_is_gone_is_not_changed(assessment, change, code):
    assessment.apply(SaveMembers(members=(MEMBER,)))
    assessment.apply(ImportResponses(responses=(FORM,)))
    before = assessment.content_hash()

    with pytest.raises(FastmapError) as refusal:
        assessment.apply(change)

    assert refusal.value.code == code
    assert assessment.content_hash() == before


def typed(channel, **answers):
    return AddFormAnswers(
        member="M001",
        answers=FormAnswers(**answers),
        response="NEW",
        language="es",
        at=r.NOON,
        channel=channel,
    )


def test_a_paper_form_is_an_answer_of_its_own_beside_the_excel_form(assessment):
    assessment.apply(ImportResponses(responses=(r.RESPONSE,), members=(r.MEMBER,)))
    need = Need(row=1, skill_text="Brazing", hiring_reasons=(HiringReason.CONDITIONS, HiringReason.OTHER))

    for _ in range(2):
        assessment.apply(
            AddNeed(member="M001", need=need, response="P1", language="es", at=r.NOON, channel=Channel.PAPER)
        )

    form, paper = sorted(assessment.snapshot().responses, key=lambda response: response.channel)
    assert (form.id, len(form.needs)) == ("R1", 2)
    assert (paper.id, paper.channel, [need.row for need in paper.needs]) == ("P1", Channel.PAPER, [1, 2])
    assert paper.raw["need_1_hiring_reason"] == "conditions; other"


def test_general_answers_alone_are_an_answer_and_can_be_corrected(assessment):
    assessment.apply(SaveMembers(members=(r.MEMBER,)))
    before = assessment.content_hash()

    assessment.apply(typed(Channel.INTERVIEW, people_total=12, paid_training=False))
    assessment.apply(typed(Channel.INTERVIEW, people_total=13))

    snapshot = assessment.snapshot()
    (answer,) = snapshot.responses
    assert (answer.people_total, answer.paid_training, answer.raw) == (13, None, {"people_total": "13"})
    assert snapshot.members[0].status is MemberStatus.ANSWERED
    assessment.undo()
    assessment.undo()
    assert assessment.content_hash() == before


def test_an_interview_without_needs_stays_for_what_else_it_says(assessment):
    assessment.apply(SaveMembers(members=(r.MEMBER,)))
    need = Need(row=1, skill_text="Brazing")
    assessment.apply(AddNeed(member="M001", need=need, response="I1", language="es", at=r.NOON))
    assessment.apply(typed(Channel.INTERVIEW, barrier=Barrier.TIME))

    assessment.apply(RemoveNeed(response="I1", row=1))

    assert [(answer.id, answer.barrier) for answer in assessment.snapshot().responses] == [("I1", Barrier.TIME)]
