"""Every value comes out of the file as it went in."""

from dataclasses import fields, replace
from datetime import datetime, timedelta, timezone
from enum import Enum
from typing import get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fastmap.assessment import Assessment
from fastmap.changes import (
    AnswerChecklist,
    AnswerIndicator,
    AnswerRecommendation,
    CastBallotPapers,
    ClearTexts,
    DecideNames,
    EditResponse,
    ImportResponses,
    KeepEarlierRound,
    MarkStrategic,
    NoteSecondSource,
    OpenBallot,
    OverrideVerdict,
    PlanAction,
    PlanDecision,
    RecordMappings,
    SaveActions,
    SaveCommitments,
    SaveKpis,
    SaveMembers,
    SaveOwnKpi,
    SavePartners,
    SavePractices,
    SaveSkills,
    SaveWorkshop,
    SetBallotState,
    SetBoughtInLevel,
    SetGrant,
    SetIndicatorTarget,
    SetLogo,
    SetPriorityWeights,
    SetPrivacyK,
    SetTeamCapacity,
    SetTextsAside,
    SplitTexts,
)
from fastmap.model.choices import MemberStatus
from fastmap.model.kpis import KpiEntry, KpiGoal, OwnKpi
from fastmap.model.normalise import fit_to_show
from fastmap.model.organisations import Cluster, Commitment, Contact, Member, Offer, Partner, Registration, Tie
from fastmap.model.responses import Need, Response
from fastmap.store.codec import UnreadableRowError, codec_for, record_codec, to_json
from tests.store import recorded as r

EVERYTHING = (
    SavePartners(partners=(r.PARTNER, r.OTHER_PARTNER)),
    SaveMembers(members=(replace(r.MEMBER, partner_id="P1"),), contacts=(r.CONTACT,), registrations=(r.REGISTRATION,)),
    SavePartners(offers=(r.OFFER,), ties=r.TIES, skills=(r.SKILL,)),
    SaveCommitments(commitments=(r.COMMITMENT,)),
    SaveKpis(entries=(r.KPI_ENTRY,), goals=(r.KPI_GOAL,), own=(r.OWN_KPI,)),
    ImportResponses(responses=(r.RESPONSE,), attachments=(r.ATTACHMENT,)),
    RecordMappings(mappings=(r.MAPPING,), skills=(r.SKILL,)),
    SplitTexts(splits=(r.SPLIT,)),
    SetTextsAside(texts=(r.ASIDE,)),
    DecideNames(decisions=r.NAMED),
    ImportResponses(replies=(r.REPLY,)),
    ImportResponses(team=(r.QUESTIONNAIRE,)),
    SetBoughtInLevel(level=7),
    SaveActions(actions=(r.ACTION,)),
    SavePractices(practices=(r.PRACTICE,)),
    SetIndicatorTarget(target=r.TARGET),
    OverrideVerdict(override=r.OVERRIDE),
    SetPriorityWeights(weights=r.WEIGHTS),
    SetPrivacyK(k=r.PRIVACY.k),
    ClearTexts(texts=(r.CLEARED,)),
    KeepEarlierRound(earlier=r.EARLIER_ROUND),
    NoteSecondSource(source=r.SECOND),
    AnswerIndicator(answer=r.INDICATOR),
    AnswerChecklist(answers=(r.CHECKLIST,)),
    AnswerRecommendation(decision=r.DECISION),
    PlanDecision(plan=r.DECISION_PLAN),
    PlanAction(plan=r.ACTION_PLAN),
    SetTeamCapacity(capacity=r.CAPACITY),
    SetGrant(grant=r.GRANT),
    SetLogo(logo=r.LOGO),
    SaveWorkshop(workshop=r.WORKSHOP),
    OpenBallot(ballot=r.BALLOT),
    CastBallotPapers(papers=(r.PAPER,)),
    SetBallotState(ballot=r.BALLOT.id, state=r.BALLOT.state, at=r.NOON, places=r.BALLOT.places),
)


def test_one_of_everything_comes_back_unchanged(assessment, path):
    for change in EVERYTHING:
        assert assessment.apply(change)
    assessment.close()

    with Assessment.open(path) as again:
        snapshot = again.snapshot()

        assert snapshot.members == (replace(r.MEMBER, partner_id="P1", status=MemberStatus.ANSWERED),)
        assert again.contacts() == (r.CONTACT,)
        assert again.registrations() == (r.REGISTRATION,)
        assert snapshot.responses == (r.RESPONSE,)
        assert snapshot.skills == (r.SKILL,)
        assert snapshot.mappings == (r.MAPPING,)
        assert snapshot.splits == (r.SPLIT,)
        assert snapshot.set_aside == (r.ASIDE,)
        assert snapshot.partners == (r.PARTNER, r.OTHER_PARTNER)
        assert snapshot.offers == (r.OFFER,)
        assert snapshot.ties == r.TIES
        assert snapshot.commitments == (r.COMMITMENT,)
        assert snapshot.kpi_entries == (r.KPI_ENTRY,)
        assert snapshot.kpi_goals == (r.KPI_GOAL,)
        assert snapshot.own_kpis == (r.OWN_KPI,)
        assert snapshot.named == r.NAMED
        assert snapshot.replies == (r.REPLY,)
        assert snapshot.actions == (r.ACTION,)
        assert snapshot.practices == (r.PRACTICE,)
        assert snapshot.targets == (r.TARGET,)
        assert snapshot.overrides == (r.OVERRIDE,)
        assert snapshot.second_sources == (r.SECOND,)
        assert snapshot.indicator_answers == (r.INDICATOR,)
        assert snapshot.checklist_answers == (r.CHECKLIST,)
        assert snapshot.decisions == (r.DECISION,)
        assert snapshot.decision_plans == (r.DECISION_PLAN,)
        assert snapshot.action_plans == (r.ACTION_PLAN,)
        assert snapshot.capacity == r.CAPACITY
        assert (snapshot.grant, snapshot.logo) == (r.GRANT, r.LOGO)
        assert snapshot.weights == r.WEIGHTS
        assert snapshot.privacy == r.PRIVACY
        assert snapshot.cleared_texts == (r.CLEARED,)
        assert snapshot.team == (r.QUESTIONNAIRE,)
        assert snapshot.team_profile == r.TEAM_PROFILE
        assert snapshot.earlier == r.EARLIER_ROUND
        assert snapshot.workshops == (r.WORKSHOP,)
        assert snapshot.ballots == (r.BALLOT,)
        assert snapshot.ballot_papers == (r.PAPER,)
        assert again.attachment(r.ATTACHMENT.sha256) == r.ATTACHMENT
        assert again.known_attachments == {r.ATTACHMENT.sha256}
        assert again.attachments()[0].size_bytes == len(r.ATTACHMENT.content)


def test_values_with_nothing_but_what_they_need_come_back_unchanged(assessment):
    member, partner = Member(code="M9", name=""), Partner(id="P9", name="x", type=r.PARTNER.type)
    offer, tie = Offer(id="O9", partner="P9", skill="own:x"), Tie(id="T9", partner="P9")
    skill = replace(r.SKILL, uri="own:x", labels={}, kind=None, group_uri=None, group_labels={})

    assessment.apply(SaveMembers(members=(member,), contacts=(Contact(member="M9", name="n"),)))
    assessment.apply(SavePartners(partners=(partner,), offers=(offer,), ties=(tie,), skills=(skill,)))

    snapshot = assessment.snapshot()
    assert (snapshot.members, snapshot.partners, snapshot.offers, snapshot.ties, snapshot.skills) == (
        (member,),
        (partner,),
        (offer,),
        (tie,),
        (skill,),
    )


def test_raw_answers_stay_as_received_when_an_answer_is_corrected(assessment):
    assessment.apply(ImportResponses(responses=(r.RESPONSE,), members=(r.MEMBER,)))

    assessment.apply(EditResponse(response=replace(r.RESPONSE, raw={}, needs=(replace(r.NEED, short_now=7),))))

    (response,) = assessment.snapshot().responses
    assert response.raw == r.RESPONSE.raw
    assert response.needs == (replace(r.NEED, short_now=7),)


def test_copying_a_skill_again_keeps_its_strategic_mark(assessment):
    assessment.apply(MarkStrategic(skill=r.SKILL, strategic=True, reason="roadmap"))

    assessment.apply(SaveSkills(skills=(replace(r.SKILL, labels={"en": "to weld"}),)))

    (skill,) = assessment.snapshot().skills
    assert (skill.labels, skill.strategic, skill.strategic_reason) == ({"en": "to weld"}, True, "roadmap")


def test_moments_of_other_time_zones_and_of_none_are_the_same_moments_in_utc(assessment):
    tokyo = datetime(2026, 3, 2, 8, 30, tzinfo=timezone(timedelta(hours=9)))
    naive = datetime(2026, 3, 2, 0, 0)  # noqa: DTZ001 - what a careless reader hands over
    answers = tuple(
        replace(r.RESPONSE, id=name, member=None, received_at=moment)
        for name, moment in (("late", naive), ("early", tokyo))
    )

    assessment.apply(ImportResponses(responses=answers))

    early, late = assessment.snapshot().responses
    assert (early.id, early.received_at) == ("early", tokyo)
    assert (late.id, late.received_at) == ("late", naive.replace(tzinfo=r.NOON.tzinfo))


def test_everything_is_sorted_by_its_id_whatever_the_order_of_entry(assessment):
    codes = ["M010", "M002", "M001", "m1", "Ä1"]

    assessment.apply(SaveMembers(members=tuple(Member(code=code, name="x") for code in codes)))

    assert [member.code for member in assessment.snapshot().members] == sorted(codes)


def choices_in(value_type):
    """Field name and every value of each enum field of a dataclass."""
    for name, hint in get_type_hints(value_type).items():
        for part in (hint, *get_args(hint)):
            if isinstance(part, type) and issubclass(part, Enum):
                yield from ((name, value) for value in part)


@pytest.mark.parametrize(("name", "value"), list(choices_in(Member)))
def test_the_file_takes_every_choice_for_members(assessment, name, value):
    assert assessment.apply(SaveMembers(members=(replace(r.MEMBER, **{name: value}),)))


@pytest.mark.parametrize(("name", "value"), list(choices_in(Response)))
def test_the_file_takes_every_choice_for_answers(assessment, name, value):
    assert assessment.apply(ImportResponses(responses=(replace(r.RESPONSE, member=None, **{name: value}),)))


def test_the_file_takes_every_choice_everywhere_else(assessment):
    assessment.apply(SavePartners(partners=(r.PARTNER,), skills=(r.SKILL,)))
    for name, value in choices_in(Need):
        if name != "hiring_reasons":
            answer = replace(r.RESPONSE, member=None, needs=(Need(row=1, skill_text="x", **{name: value}),))
            assessment.apply(ImportResponses(responses=(answer,)))
    for name, value in choices_in(Partner):
        assessment.apply(SavePartners(partners=(replace(r.PARTNER, **{name: value}),)))
    for name, value in choices_in(Offer):
        assessment.apply(SavePartners(offers=(replace(r.OFFER, **{name: value}),)))
    for name, value in choices_in(Tie):
        assessment.apply(SavePartners(ties=(Tie(id="T", partner="P1", **{name: value}),)))
    for name, value in choices_in(Commitment):
        assessment.apply(SaveCommitments(commitments=(replace(r.COMMITMENT, **{name: value}),)))
    for name, value in choices_in(OwnKpi):
        assessment.apply(SaveOwnKpi(indicator=replace(r.OWN_KPI, **{name: value})))
    for name, value in choices_in(type(r.SKILL)):
        assessment.apply(SaveSkills(skills=(replace(r.SKILL, **{name: value}),)))
    for name, value in choices_in(type(r.MAPPING)):
        assessment.apply(RecordMappings(mappings=(replace(r.MAPPING, **{name: value}),)))
    for name, value in choices_in(type(r.OVERRIDE)):
        assessment.apply(OverrideVerdict(override=replace(r.OVERRIDE, **{name: value})))
    for name, value in choices_in(type(r.SECOND)):
        assessment.apply(NoteSecondSource(source=replace(r.SECOND, **{name: value})))
    for name, value in choices_in(type(r.CHECKLIST)):
        assessment.apply(AnswerChecklist(answers=(replace(r.CHECKLIST, **{name: value}),)))
    for name, value in choices_in(type(r.DECISION)):
        assessment.apply(AnswerRecommendation(decision=replace(r.DECISION, **{name: value})))

    assert assessment.check().counts["events"] > 40


@pytest.mark.parametrize(
    "value_type", [Cluster, Member, Contact, Registration, Response, Partner, Offer, Tie, Commitment, KpiEntry, KpiGoal]
)
def test_the_values_tried_here_fill_every_field(value_type):
    """Keeps this module honest: a field added to the model must be given a value in `recorded`."""
    known = [getattr(r, name) for name in dir(r)]
    values = [value for value in (*known, *r.TIES) if type(value) is value_type]
    undefined = {
        field.name
        for field in fields(value_type)
        if all(getattr(value, field.name) in (None, (), {}) for value in values)
    }

    assert undefined <= {"partner_id", "paid_training"}


@given(st.text(), st.dictionaries(st.text(), st.text()))
def test_any_text_survives_inside_json(text, mapping):
    codec = record_codec(Response, ("needs",))
    response = replace(r.RESPONSE, offers=(text,), raw=mapping)

    row = codec.to_row(response)
    again = codec.fields_of(row)

    assert (again["offers"], again["raw"]) == ((fit_to_show(text),), mapping)
    assert row["raw"].isascii()


def test_a_type_that_files_do_not_hold_is_refused():
    with pytest.raises(TypeError, match="no way to keep"):
        codec_for(complex)


def test_json_of_equal_mappings_is_equal():
    assert to_json({"b": 1, "a": 2}) == to_json({"a": 2, "b": 1})


@pytest.mark.parametrize("people", [2**63, -(2**64), 10**400])
def test_a_whole_number_that_no_column_holds_is_refused_inside_json_too(people):
    codec = record_codec(Response, ("needs",))
    row = codec.to_row(r.RESPONSE) | {"unused": to_json([{"skill_text": "x", "people": people}])}

    with pytest.raises(UnreadableRowError):
        codec.fields_of(row)
