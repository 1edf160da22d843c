"""What follows from the team self-assessment: shares, DigComp against the minimum, what to train first."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fastmap.analysis.team import assess_team, share_beside
from fastmap.model.actions import IndicatorAnswer
from fastmap.model.choices import ResponseState, TeamAnswer, TeamRole
from fastmap.model.organisations import Cluster
from fastmap.model.team import TeamProfile
from fastmap.model.team_results import NO_TEAM
from tests.support.builders import assess, make_snapshot
from tests.support.team_answers import LACKS, MASTERS, NOT_RELEVANT, PARTLY, TEAM, person, stakeholder


def result_of(*questionnaires, profile=None, sectors=()):
    return assess_team(questionnaires, profile or TeamProfile(), TEAM, sectors)


def block(result, key):
    return next(one for one in result.blocks if one.key == key)


def indicator_of(*questionnaires, profile=None, **parts):
    snapshot = make_snapshot(team=list(questionnaires), team_profile=profile or TeamProfile(), **parts)
    steps = assess(snapshot).steps
    return next(one for step in steps for one in step.indicators if one.key == "team_assessment")


# --- shares -----------------------------------------------------------------------------------------------------------


def test_nothing_recorded_is_unknown_and_never_zero():
    assert result_of() == NO_TEAM
    assert NO_TEAM.mastered is None
    assert assess(make_snapshot()).team == NO_TEAM


def test_what_is_not_relevant_and_what_is_blank_leave_the_denominator():
    answers = {"crm": MASTERS, "data_analytics": LACKS, "ai_tailoring": NOT_RELEVANT}

    digital = block(result_of(person(answers)), "digital")

    assert (digital.relevant_items, digital.mastered, digital.training) == (2, 0.5, 0.5)


def test_a_block_nobody_answered_is_unknown_beside_others():
    result = result_of(person({"crm": MASTERS}))

    assert block(result, "leadership").mastered is None
    assert result.mastered == 1


def test_only_irrelevant_answers_give_no_share():
    digital = block(result_of(person({"crm": NOT_RELEVANT})), "digital")

    assert (digital.respondents, digital.relevant_respondents, digital.mastered) == (1, 0, None)


def test_each_item_counts_once_however_many_people_answered_it():
    both = {"crm": MASTERS, "data_analytics": LACKS}
    people = [person({"crm": MASTERS}, number=n) for n in range(2, 6)]

    assert block(result_of(person(both), *people), "digital").mastered == 0.5


def test_the_spread_tells_one_who_lacks_what_another_masters():
    result = result_of(
        person({"crm": LACKS, "steering": PARTLY, "english": MASTERS}),
        person({"crm": MASTERS, "steering": MASTERS, "english": NOT_RELEVANT}, number=2),
    )

    assert [result.item(key).spread for key in ("crm", "steering", "english", "creativity")] == [2, 1, None, None]


def test_half_filled_questionnaires_count_and_are_flagged():
    result = result_of(person({"crm": MASTERS}), person(MASTERS, number=2))

    assert [(one.respondent, one.answered, one.items) for one in result.half_filled] == [("T001", 1, 53)]
    assert result.respondents == 2


def test_an_item_answered_twice_is_flagged_and_counts_once_with_the_later_answer():
    first = person({"crm": LACKS, "english": MASTERS})
    second = person({"crm": MASTERS}, number=2, respondent=" t001 ")

    result = result_of(first, second)

    assert result.respondents == 1
    assert result.item("crm").counts[MASTERS] == 1
    assert result.item("crm").counts[LACKS] == 0
    assert result.twice == (("T001", ("crm",)),)


@pytest.mark.parametrize("names", [("a", "z"), ("z", "a")])
def test_between_forms_of_one_import_the_answer_nearest_to_training_counts_whatever_their_ids(names):
    lacking = person({"crm": LACKS}, id=names[0], digcomp=6)
    mastering = person({"crm": MASTERS, "english": PARTLY}, id=names[1], digcomp=3)
    in_order_of_the_file = sorted((lacking, mastering), key=lambda one: one.id)

    result = result_of(*in_order_of_the_file)

    assert (result.item("crm").counts[LACKS], result.item("crm").counts[MASTERS]) == (1, 0)
    assert result.item("english").counts[PARTLY] == 1
    assert result.digcomp.best_in_team == 3
    assert result.twice == (("T001", ("crm",)),)


def test_a_later_form_leads_over_two_of_one_import():
    at_once = person({"crm": LACKS}, id="a"), person({"crm": PARTLY}, id="b")
    later = person({"crm": MASTERS}, number=2, respondent="T001")

    assert result_of(*at_once, later).item("crm").counts[MASTERS] == 1


def test_the_same_code_on_both_sides_means_two_people():
    result = result_of(person({"crm": LACKS}, respondent="A"), stakeholder("crm", respondent="A"))

    assert (result.respondents, result.stakeholders, result.twice) == (1, 1, ())


def test_a_questionnaire_that_waits_or_is_kept_out_does_not_count():
    waiting = person(MASTERS, state=ResponseState.TO_CHECK)
    out = person(MASTERS, number=2, state=ResponseState.SUPERSEDED)

    result = result_of(waiting, out)

    assert (result.waiting, result.respondents, result.mastered) == (1, 0, None)


def test_items_that_the_catalogue_does_not_know_are_passed_over():
    assert result_of(person({"juggling": LACKS, "crm": MASTERS})).mastered == 1


def test_beside_a_band_stands_the_share_of_its_own_items_and_measure():
    result = result_of(person({"creativity": LACKS, "complex_problems": PARTLY, "judgement": MASTERS}))
    training = next(band for band in TEAM.bands if band.items == ("creativity", "complex_problems", "judgement"))
    lacking = replace(training, measure="lacking")

    assert share_beside(result, training) == pytest.approx(2 / 3)
    assert share_beside(result, lacking) == pytest.approx(1 / 3)
    assert share_beside(NO_TEAM, training) is None


@given(
    st.lists(st.dictionaries(st.sampled_from(TEAM.items), st.sampled_from(list(TeamAnswer)), max_size=12), max_size=5)
)
def test_the_order_of_people_does_not_matter_and_shares_are_shares(answers):
    people = [person(given_, number=number) for number, given_ in enumerate(answers, start=1)]

    result, turned = result_of(*people), result_of(*reversed(people))

    assert [(one.mastered, one.training) for one in result.blocks] == [
        (one.mastered, one.training) for one in turned.blocks
    ]
    assert result.priorities == turned.priorities
    assert all(one.mastered is None or 0 <= one.mastered <= 1 for one in result.blocks)


# --- stakeholders and priorities --------------------------------------------------------------------------------------


def test_stakeholders_choices_are_ranked_inside_their_block_and_ties_share_a_rank():
    result = result_of(
        stakeholder("strategy", "teamwork", "motivating"),
        stakeholder("strategy", "teamwork", "interpersonal", number=2),
    )

    ranks = {item.key: item.rank for item in block(result, "leadership").items}
    assert ranks == {
        "cluster_trends": None,
        "sector_trends": None,
        "strategy": 1,
        "teamwork": 1,
        "motivating": 3,
        "interpersonal": 3,
    }
    assert block(result, "digital").items[0].picks is None


def test_a_stakeholder_who_chose_too_many_counts_and_is_flagged():
    result = result_of(stakeholder("strategy", "teamwork", "motivating", "interpersonal"))

    assert [(one.respondent, one.block, one.picks) for one in result.chosen_otherwise] == [("S001", "leadership", 4)]
    assert result.stakeholders == 1


def test_priorities_weigh_what_the_team_lacks_and_what_stakeholders_chose():
    result = result_of(
        person({"crm": LACKS, "data_analytics": PARTLY, "online_marketing": MASTERS}),
        stakeholder("data_analytics", "online_marketing", "ai_tailoring"),
    )

    order = [(one.rank, one.item, one.score) for one in result.priorities]
    assert order == [
        (1, "ai_tailoring", 1.0),  # the team has not said: the other side alone decides
        (2, "crm", 0.7),
        (3, "data_analytics", 0.65),
        (4, "online_marketing", 0.3),
    ]


def test_ties_share_a_rank_in_the_order_of_the_questionnaire():
    result = result_of(person({"steering": LACKS, "creativity": LACKS, "english": PARTLY}))

    assert [(one.rank, one.item) for one in result.priorities] == [(1, "creativity"), (1, "steering"), (3, "english")]


def test_what_the_team_finds_not_relevant_is_no_priority():
    result = result_of(person({"ai_tailoring": NOT_RELEVANT}), stakeholder("ai_tailoring"))

    assert "ai_tailoring" not in [one.item for one in result.priorities]


# --- DigComp ----------------------------------------------------------------------------------------------------------


def levels(manager=None, staff=(), bought_in=None, sectors=()):
    people = [person(role=TeamRole.MANAGER, digcomp=manager)]
    people += [person(number=number, digcomp=level) for number, level in enumerate(staff, start=2)]
    return result_of(*people, profile=TeamProfile(bought_in_level=bought_in), sectors=sectors).digcomp


@pytest.mark.parametrize(
    ("manager", "staff", "bought_in", "met"),
    [
        (4, [5], None, True),
        (4, [3], 7, True),  # bought in is as good
        (3, [8], None, False),
        (4, [4], 0, False),
        (4, [4], None, None),  # something may be bought in
        (4, [None], 0, None),  # somebody has not said
        (None, [6], 0, None),
        (None, [], None, None),
    ],
)
def test_the_digital_minimum(manager, staff, bought_in, met):
    digcomp = levels(manager, staff, bought_in)

    assert (digcomp.met if digcomp is not None else None) is met


def test_without_any_level_digital_competence_is_unknown():
    assert levels() is None


@pytest.mark.parametrize(("best", "met"), [(6, False), (7, True)])
def test_a_digital_cluster_needs_specialists_in_the_team_itself(best, met):
    digcomp = levels(5, [best], 8, sectors=("ict",))

    assert (digcomp.is_ict, digcomp.met) == (True, met)


# --- the step Develop -------------------------------------------------------------------------------------------------


def test_the_indicator_is_met_with_enough_items_and_the_digital_minimum():
    manager = person(MASTERS, role=TeamRole.MANAGER, digcomp=6)

    found = indicator_of(manager)

    assert (found.value, found.met) == (1, True)


def test_enough_items_alone_do_not_meet_it():
    manager = person(MASTERS, role=TeamRole.MANAGER, digcomp=2)

    found = indicator_of(manager, profile=TeamProfile(bought_in_level=0))

    assert (found.value, found.met) == (1, False)
    assert found.facts.key == "indicator_facts.team_below_minimum"


def test_enough_items_without_levels_leave_it_unknown():
    found = indicator_of(person(MASTERS))

    assert (found.value, found.met) == (None, None)
    assert found.facts.key == "indicator_facts.unknown.team_digcomp"


def test_too_few_items_do_not_meet_it_whatever_the_levels():
    found = indicator_of(person(LACKS))

    assert (found.value, found.met) == (0, False)


def test_recorded_results_lead_over_a_typed_share_and_it_holds_where_there_are_none():
    typed = IndicatorAnswer(key="team_assessment", value=0.9)

    led = indicator_of(person(LACKS), indicator_answers=[typed])
    alone = indicator_of(stakeholder("crm"), indicator_answers=[typed])

    assert (led.value, alone.value) == (0, 0.9)


def test_the_pipeline_takes_the_field_of_the_cluster_for_the_digital_minimum():
    cluster = Cluster(name="Bytes", country="ES", sectors=("ict",))
    snapshot = make_snapshot(cluster=cluster, team=[person(MASTERS, role=TeamRole.MANAGER, digcomp=6)])

    assert assess(snapshot).team.digcomp.staff_min == 7
