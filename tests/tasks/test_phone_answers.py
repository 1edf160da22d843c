"""What phones send becomes an answer once, counts only where it is clear whose it is, and is never lost."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from fastmap.assessment import Assessment
from fastmap.catalogue.texts import load_texts
from fastmap.changes import EditNeed, EditResponse, SaveMembers, SettleResponse
from fastmap.intake.member_cards import Cards, card_code
from fastmap.intake.phone_answers import PhoneAnswer, Standing, understand_phone, words_chosen
from fastmap.model.choices import Channel, Consequence, HiringReason, MemberStatus, ResponseState
from fastmap.model.organisations import Cluster, Member
from fastmap.tasks.phone_answers import taken_answers

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
SAID = {"need_1_skill": "Soldadura TIG", "need_1_short_now": "3", "need_1_consequence": "orders"}
ANSWER = PhoneAnswer(key="k" * 16, member="M001", language="es", received_at=NOON, answers=SAID)


@pytest.fixture
def assessment(tmp_path):
    path = tmp_path / "a.fastmap"
    with Assessment.create(path, title="A", cluster=Cluster(name="C", country="ES"), round_label="1") as made:
        made.apply(SaveMembers(members=(Member(code="M001", name="Alfa"), Member(code="M002", name="Beta"))))
        yield made


def take(assessment, *answers):
    tell(assessment, *answers)
    return assessment.snapshot().responses


def tell(assessment, *answers):
    """Store ``answers``; return what their phones hear."""
    taken = taken_answers(assessment.snapshot(), answers)
    if taken.change is not None:
        assessment.apply(taken.change)
    return taken.standings


def test_an_answer_with_a_card_counts_at_once(assessment):
    (response,) = take(assessment, ANSWER)

    assert (response.member, response.channel, response.state) == ("M001", Channel.PHONE, ResponseState.ACCEPTED)
    assert response.needs[0].skill_text == "Soldadura TIG"
    assert (response.needs[0].short_now, response.needs[0].consequence) == (3, Consequence.ORDERS)
    assert response.raw == SAID
    assert assessment.snapshot().members[0].status is MemberStatus.ANSWERED


def test_the_same_answer_again_changes_nothing(assessment):
    take(assessment, ANSWER)

    assert taken_answers(assessment.snapshot(), (ANSWER, replace(ANSWER, received_at=datetime.now(UTC)))).change is None


def test_two_phones_in_one_batch_are_two_answers_and_one_phone_twice_is_one(assessment):
    other = replace(ANSWER, key="o" * 16, member="M002")

    assert len(take(assessment, ANSWER, other, ANSWER)) == 2


def test_the_same_card_and_words_under_another_key_are_the_same_answer(assessment):
    take(assessment, ANSWER)

    assert len(take(assessment, replace(ANSWER, key="n" * 16))) == 1


def test_a_changed_answer_takes_the_place_of_the_first(assessment):
    take(assessment, ANSWER)

    (response,) = take(assessment, replace(ANSWER, answers={**SAID, "need_1_short_now": "5"}))

    assert (response.needs[0].short_now, response.state) == (5, ResponseState.ACCEPTED)


def test_what_somebody_here_worked_on_is_not_overwritten_and_the_change_waits(assessment):
    (first,) = take(assessment, ANSWER)
    assessment.apply(EditNeed(response=first.id, need=replace(first.needs[0], short_now=4)))

    kept, second = take(assessment, replace(ANSWER, answers={**SAID, "need_1_short_now": "5"}))

    assert (kept.needs[0].short_now, kept.state) == (4, ResponseState.ACCEPTED)
    assert (second.needs[0].short_now, second.state) == (5, ResponseState.TO_CHECK)
    assert second.problems[0].code == "second_version"


def test_another_phone_of_the_same_firm_waits(assessment):
    take(assessment, ANSWER)

    _, second = take(assessment, replace(ANSWER, key="z" * 16, answers={"need_1_skill": "other"}))

    assert second.state is ResponseState.TO_CHECK


def test_a_name_alone_is_no_proof(assessment):
    said = {**SAID, "organisation": "Alfa"}

    (response,) = take(assessment, replace(ANSWER, member=None, answers=said))

    assert (response.member, response.state) == ("M001", ResponseState.TO_CHECK)
    assert next(problem.code for problem in response.problems) == "phone_without_card"


def test_an_answer_that_was_settled_by_hand_is_not_taken_back_by_the_phone(assessment):
    said = {**SAID, "organisation": "nobody knows"}
    (first,) = take(assessment, replace(ANSWER, member=None, answers=said))
    assessment.apply(SettleResponse(response=first.id, state=ResponseState.ACCEPTED, member="M002"))

    responses = take(assessment, replace(ANSWER, member=None, answers={**said, "remarks": "more"}))

    assert {response.member for response in responses} == {"M002", None}


def test_an_answer_of_a_firm_that_was_just_removed_waits_and_keeps_no_other_from_being_stored(assessment):
    gone = replace(ANSWER, key="g" * 16, member="M999", answers={**SAID, "organisation": "Gone"})

    assert tell(assessment, ANSWER, gone) == (Standing.COUNTS, Standing.OF_WHOM)
    assert {one.member for one in assessment.snapshot().responses} == {"M001", None}


def test_one_form_with_the_cards_of_two_firms_in_turn_is_an_answer_of_each(assessment):
    take(assessment, ANSWER)

    responses = take(assessment, replace(ANSWER, member="M002", answers={"need_1_skill": "PLC"}))

    assert [(one.member, one.state, one.needs[0].skill_text) for one in responses] == [
        ("M001", ResponseState.ACCEPTED, "Soldadura TIG"),
        ("M002", ResponseState.ACCEPTED, "PLC"),
    ]


def test_one_form_without_a_card_under_two_names_is_two_answers(assessment):
    nameless = replace(ANSWER, member=None)

    responses = take(
        assessment,
        replace(nameless, answers={**SAID, "organisation": "Alfa"}),
        replace(nameless, answers={**SAID, "organisation": "Beta"}),
        replace(nameless, answers={**SAID, "organisation": " ALFA", "remarks": "more"}),
    )

    assert [(one.raw["organisation"], one.remarks) for one in responses] == [(" ALFA", "more"), ("Beta", None)]


def test_the_firms_of_one_form_each_change_their_own_answer_in_one_batch(assessment):
    beta = replace(ANSWER, member="M002", answers={"need_1_skill": "PLC"})
    take(assessment, ANSWER, beta)

    responses = take(
        assessment,
        replace(ANSWER, answers={"need_1_skill": "MIG"}),
        replace(beta, answers={"need_1_skill": "CNC"}),
    )

    assert [(one.member, one.needs[0].skill_text) for one in responses] == [("M001", "MIG"), ("M002", "CNC")]
    assert all(one.state is ResponseState.ACCEPTED for one in responses)


def test_a_name_that_somebody_typed_keeps_no_firm_with_its_card_from_counting(assessment):
    joke = replace(ANSWER, key="x" * 16, member=None, answers={"organisation": "Alfa", "need_1_skill": "nonsense"})
    take(assessment, joke)

    told = tell(assessment, ANSWER)

    assert told == (Standing.COUNTS,)
    states = {one.needs[0].skill_text: one.state for one in assessment.snapshot().responses}
    assert states == {"nonsense": ResponseState.TO_CHECK, "Soldadura TIG": ResponseState.ACCEPTED}


def test_who_finds_the_card_after_sending_counts_and_leaves_nothing_to_check(assessment):
    said = {**SAID, "organisation": "Alfa"}
    take(assessment, replace(ANSWER, member=None, answers=said))

    without, with_card = take(assessment, replace(ANSWER, answers=said))

    assert (without.state, with_card.state) == (ResponseState.SUPERSEDED, ResponseState.ACCEPTED)


@pytest.mark.parametrize(
    "corrected",
    [
        {"people_total": 200},
        {"remarks": "said on the phone"},
        {"offers": ()},
        {"consent_contact": False},
        {"respondent_role": "owner"},
        {"paid_training": True},
        {"unused": ()},
        {"links": ()},
    ],
)
def test_nothing_that_a_person_here_corrected_is_put_back_by_the_phone(assessment, corrected):
    said = {**SAID, "people_total": "20", "remarks": "call me", "offer_interns": "yes", "consent_contact": "yes"}
    said |= {"unused_1_skill": "Lathe", "link_1_name": "School"}
    (first,) = take(assessment, replace(ANSWER, answers=said))
    assert all(getattr(first, name) != value for name, value in corrected.items())
    assessment.apply(EditResponse(response=replace(first, **corrected)))

    kept, second = take(assessment, replace(ANSWER, answers={**said, "remarks": "call me!"}))

    assert {name: getattr(kept, name) for name in corrected} == corrected
    assert (kept.state, second.state) == (ResponseState.ACCEPTED, ResponseState.TO_CHECK)


def test_going_back_to_words_that_count_no_more_is_stored_and_told_as_waiting(assessment):
    (first,) = take(assessment, ANSWER)
    assessment.apply(EditNeed(response=first.id, need=replace(first.needs[0], short_now=4)))
    second = take(assessment, replace(ANSWER, answers={"need_1_skill": "B"}))[1]
    assessment.apply(SettleResponse(response=second.id, state=ResponseState.ACCEPTED, supersedes=(first.id,)))

    told = tell(assessment, ANSWER)

    assert told == (Standing.SECOND,)
    assert [(one.raw["need_1_skill"], one.state) for one in assessment.snapshot().responses] == [
        ("Soldadura TIG", ResponseState.SUPERSEDED),
        ("B", ResponseState.ACCEPTED),
        ("Soldadura TIG", ResponseState.TO_CHECK),
    ]


def test_a_phone_is_told_whether_its_answer_counts(assessment):
    assert tell(assessment, ANSWER) == (Standing.COUNTS,)
    other = replace(ANSWER, key="z" * 16, answers={"need_1_skill": "other"})
    nameless = replace(ANSWER, key="n" * 16, member=None, answers={**SAID, "organisation": "Somebody"})

    assert tell(assessment, other, nameless, ANSWER) == (Standing.SECOND, Standing.OF_WHOM, Standing.COUNTS)
    assert tell(assessment, other, nameless) == (Standing.SECOND, Standing.OF_WHOM)


def test_an_answer_that_another_one_replaced_is_not_told_as_counting(assessment):
    take(assessment, ANSWER)
    second = take(assessment, replace(ANSWER, key="z" * 16, answers={"need_1_skill": "other"}))[1]
    assessment.apply(SettleResponse(response=second.id, state=ResponseState.SUPERSEDED))

    again = replace(ANSWER, key="z" * 16, answers={"need_1_skill": "other"})

    assert tell(assessment, again) == (Standing.SET_ASIDE,)
    assert len(assessment.snapshot().responses) == 2


def test_findings_name_fields_and_never_a_cell(assessment):
    (response,) = take(assessment, replace(ANSWER, answers={**SAID, "need_1_short_now": "a lot of them"}))

    (problem,) = [one for one in response.problems if one.field == "need_1_short_now"]
    assert (problem.sheet, problem.cell, problem.facts.facts["cell"]) == (None, None, None)
    assert response.raw["need_1_short_now"] == "a lot of them"


def test_fields_that_the_form_does_not_have_are_left_out():
    assert understand_phone({"evil": "x", "need_1_skill": "y"}).raw == {"need_1_skill": "y"}
    assert understand_phone({}).is_blank


@pytest.mark.parametrize("language", ["en", "es", "fr", "de", "it", "ro", "hu"])
def test_every_choice_of_the_page_is_understood_in_every_language(language):
    texts = load_texts(language)
    reasons = words_chosen("need_1_hiring_reason", tuple(one.value for one in HiringReason), texts)

    said = understand_phone(
        {
            "need_1_skill": "x",
            "need_1_hiring": words_chosen("need_1_hiring", ("hard",), texts),
            "need_1_hiring_reason": reasons,
        }
    )

    assert said.needs[0].hiring_reasons == tuple(HiringReason)
    assert [problem.code for problem in said.problems] == ["figure_missing"]


def test_a_card_leads_to_its_firm_however_it_is_typed(assessment):
    members = assessment.snapshot().members
    cards = Cards(assessment.card_secret(), members)
    code = card_code(assessment.card_secret(), "M002")

    assert cards.member(f" {code[:5].lower()} – {code[5:]}").code == "M002"
    assert cards.member(code[:-1]) is None
    assert cards.member("") is None


def test_cards_stay_good_over_a_restart_and_are_others_in_another_file(assessment, tmp_path):
    secret = assessment.card_secret()
    assessment.undo()
    assert assessment.card_secret() == secret

    with Assessment.create(
        tmp_path / "b.fastmap", title="B", cluster=Cluster(name="C", country="ES"), round_label="1"
    ) as other:
        assert other.card_secret() != secret
