"""What is recommended, why, with whom, and in which order."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from fastmap.advice.candidates import weigh
from fastmap.advice.facts import gather
from fastmap.advice.recommendations import in_order_of_presentation, recommend
from fastmap.advice.steps import mark_prepare_first
from fastmap.catalogue.reading import load_catalogue
from fastmap.catalogue.texts import load_texts
from fastmap.model.actions import Cell, RecommendationDecision
from fastmap.model.choices import (
    ActionStatus,
    ActorState,
    Complexity,
    CoverageStatus,
    Evidence,
    Fit,
    PartnerLevel,
    PartnerType,
    RecommendationAnswer,
    Scope,
    Step,
    Verdict,
)
from fastmap.model.ids import PartnerId, PracticeId, RefId
from fastmap.model.messages import Message
from fastmap.model.practices import OwnPractice
from fastmap.model.results import Actor, Ecosystem, Recommendation, SkillResult, Unknown
from fastmap.model.snapshot import Snapshot
from tests.support.builders import make_action, make_member, make_offer, make_partner, make_snapshot
from tests.support.result_builders import (
    advice_input,
    group_result,
    quality_result,
    skill_result,
    skill_uri,
    step_results_where,
)

EN = load_texts("en")


def advise(*results: SkillResult, snapshot: Snapshot | None = None, **changes: Any) -> dict[str, Recommendation]:
    """Return recommendations by reference id, in their order."""
    made = recommend(**advice_input(snapshot or make_snapshot(), *results, **changes))
    return {item.reference: item for item in made}


def said(messages: tuple[Message, ...]) -> list[str]:
    return [EN.say(message) for message in messages]


# --- what it rests on -------------------------------------------------------------------------------------------------


def test_nothing_recorded_means_nothing_recommended() -> None:
    assert advise(quality=quality_result(members=0, asked=0, answered=0, response_rate=None)) == {}


def test_a_shortage_is_answered_with_more_supply() -> None:
    advice = advise(skill_result("Welding", Verdict.SHORTAGE))

    assert advice["B2"].needs == (skill_uri("Welding"),)
    assert advice["B2"].factors.impact == 1.0
    assert "B5" not in advice  # a standard does not make more welders


def test_why_names_firms_people_failed_hires_and_the_missing_provider() -> None:
    need = skill_result("Welding", users=6, quantities={"short_12m": 14, "scarcity": 0.75, "tried_hires": 4})

    advice = advise(need)

    assert said(advice["B2"].why) == [
        "Welding: 6 firms need it (shortage).",
        "Welding: these firms will be short of 14 people within 12 months.",
        "Welding: 3 of 4 firms that tried to hire found it hard or found nobody.",
        "Welding: nobody is recorded as teaching it.",
    ]


def test_people_short_today_are_told_when_nobody_looked_ahead() -> None:
    advice = advise(skill_result(quantities={"short_now": 1, "short_12m": None}))

    assert "Welding: these firms are short of 1 person today." in said(advice["B2"].why)


def test_thin_evidence_is_no_reason() -> None:
    advice = advise(skill_result(evidence=Evidence.THIN, users=2, priority=None))

    assert advice == {}


def test_a_group_counts_where_its_skills_alone_are_thin() -> None:
    thin = [
        skill_result(name, Verdict.NOT_ENOUGH_EVIDENCE, evidence=Evidence.THIN, users=2, priority=None, group=None)
        for name in ("TIG", "MIG")
    ]
    group = group_result("Welding", [skill_uri("TIG"), skill_uri("MIG")], users=4, evidence=Evidence.INDICATIVE)

    advice = advise(*thin, group)

    assert advice["B2"].needs == (skill_uri("Welding"),)


def test_a_group_with_the_same_firms_as_its_skill_is_not_counted_twice() -> None:
    single = skill_result("TIG", users=6)
    facts = gather(**advice_input(make_snapshot(), single, group_result("Welding", [single.uri], users=6)))

    assert [need.result.uri for need in facts.needs] == [single.uri]


def test_a_group_is_not_named_beside_its_own_skill() -> None:
    single = skill_result("TIG", users=5, priority=60.0)
    group = group_result("Welding", [single.uri, skill_uri("MIG")], users=8, priority=90.0)

    assert advise(single, group)["B2"].needs == (single.uri,)


def test_at_most_three_needs_are_named_the_most_contributed_first() -> None:
    needs = [skill_result(name, priority=value) for name, value in (("A", 40.0), ("B", 90.0), ("C", 60.0), ("D", 50.0))]

    assert advise(*needs)["B2"].needs == (skill_uri("B"), skill_uri("C"), skill_uri("D"))


def test_unused_skills_lead_to_exchange_although_they_have_no_priority() -> None:
    unused = skill_result(
        "CNC", Verdict.OVER_QUALIFICATION, priority=None, users=0, figures={"unused": 5}, quantities={"users": 0}
    )

    advice = advise(unused)

    assert advice["C2"].factors.impact == 1.0
    assert said(advice["C2"].why) == ["CNC: 5 firms say that their people have it and do not use it."]


def test_a_future_gap_is_named_but_never_moves_the_order() -> None:
    plan = skill_result("Hydrogen", Verdict.DEFICIT, priority=None, users=1, evidence=Evidence.THIN, strategic=True)

    advice = advise(plan)

    assert "Hydrogen: the cluster's plans need it; 1 firm asks for it today." in said(advice["A2"].why)
    assert advice["A2"].needs == (skill_uri("Hydrogen"),)
    assert advice["A2"].score == 0.0


def test_what_firms_fear_is_told_worst_first() -> None:
    need = skill_result(quantities={"consequences": {"delays": 1, "stops": 3, "little": 0}})

    assert said(advise(need)["B2"].if_not) == ["Welding: 3 firms say “work stops” and 1 firm says “delays”."]


def test_an_indicator_not_met_is_a_reason() -> None:
    advice = advise(steps=step_results_where(not_met=["response_rate"]))

    assert said(advice["X4"].why) == ["Fewer than 30% of the members asked have answered."]
    assert advice["X4"].factors.impact == 0.5


def test_an_unknown_indicator_is_no_reason() -> None:
    assert "X4" not in advise(skill_result(), steps=step_results_where())


def test_an_action_that_serves_a_step_has_no_floor_from_other_steps() -> None:
    advice = advise(steps=step_results_where(not_met=["mapping_repeated", "response_rate"]))

    assert advice["D1"].factors.impact == 0.5  # all of Develop that is missing
    assert advice["X4"].factors.impact == 0.5
    assert advice["B1"].factors.impact == 0.0  # helps, but serves needs, and none is known


def test_a_missing_kind_of_member_is_a_reason_to_invite() -> None:
    actors = (
        Actor(type=PartnerType.VET, state=ActorState.KNOWN, partners=(), best_stage=None),
        Actor(type=PartnerType.UNIVERSITY, state=ActorState.MEMBER, partners=(), best_stage=None),
        Actor(type=PartnerType.FUNDER, state=ActorState.NOT_RECORDED, partners=(), best_stage=None),
    )

    advice = advise(snapshot=make_snapshot(members=[make_member()]), ecosystem=Ecosystem(actors=actors))

    kind = "vocational training provider or centre of vocational excellence"
    assert said(advice["X1"].why) == [f"In the cluster there is no member recorded of this kind: {kind}."]


def test_an_empty_cell_is_a_reason_only_once_actions_are_recorded() -> None:
    without = advise()
    beside = advise(snapshot=make_snapshot(actions=[make_action("A1")]))

    assert without == {}
    assert (
        "Of the actions recorded, none runs in this cell of the grid: international collaboration, "
        in (said(beside["C1"].why)[0])
    )
    assert "A2" not in beside  # its cell is started


# --- with whom --------------------------------------------------------------------------------------------------------


def school(key: str, **changes: Any) -> Any:
    return make_partner(key, **({"stage": 3} | changes))


def test_the_partner_that_offers_the_skill_comes_before_a_closer_one() -> None:
    snapshot = make_snapshot(
        partners=[school("near", stage=5), school("teacher", stage=1)],
        offers=[make_offer("fastmap:own/welding", "teacher")],
    )

    advice = advise(skill_result(), snapshot=snapshot)

    assert advice["B2"].partners == (PartnerId("teacher"),)
    assert EN.say(advice["B2"].decision) == "We build a course or dual programme for Welding with Teacher."


def test_an_offer_marked_as_unfit_does_not_count() -> None:
    snapshot = make_snapshot(
        partners=[school("near"), school("unfit", stage=1)],
        offers=[make_offer("fastmap:own/welding", "unfit", fit=Fit.NO)],
    )

    assert advise(skill_result(), snapshot=snapshot)["B2"].partners == (PartnerId("near"),)


def test_an_offer_for_a_skill_of_the_group_serves_the_group() -> None:
    snapshot = make_snapshot(
        partners=[school("near", stage=5), school("tig")], offers=[make_offer("fastmap:own/tig", "tig")]
    )

    assert advise(group_result("Welding", [skill_uri("TIG")]), snapshot=snapshot)["B2"].partners == (PartnerId("tig"),)


def test_without_a_partner_the_decision_says_whom_to_look_for() -> None:
    advice = advise(skill_result())

    assert advice["B4"].partners == ()
    assert EN.say(advice["B4"].decision) == (
        "We adjust what is taught on Welding with a partner still to be found "
        "(vocational training provider or centre of vocational excellence and university)."
    )
    assert any("No fitting partner is recorded" in line for line in said(advice["B4"].unknown))


def test_without_a_partner_the_first_step_is_to_find_one() -> None:
    advice = advise(skill_result())

    assert EN.say(advice["X1"].first_step).startswith("Ask members whom they know among these kinds of partner")
    assert EN.say(advice["A4"].first_step).startswith("Ask the firms that lack Welding")


def test_a_verdict_set_by_hand_is_shown_as_such() -> None:
    need = skill_result()
    overridden = replace(need, imbalance=replace(need.imbalance, override_reason="the school closed"))

    assert said(advise(overridden)["B2"].why)[0] == "Welding: 6 firms need it (shortage, set by hand)."


def test_an_action_that_serves_a_step_begins_with_the_most_urgent_skills() -> None:
    advice = advise(skill_result(verdict=Verdict.UPTAKE_GAP), steps=step_results_where(not_met=["monitoring_running"]))

    assert advice["D1"].needs == ()
    assert EN.say(advice["D1"].decision).startswith("We follow Welding with a fixed set of indicators")


def test_a_cluster_or_university_abroad_is_an_international_partner() -> None:
    partners = [school("peer", type=PartnerType.CLUSTER, level=PartnerLevel.EU)]
    steps = step_results_where(not_met=["exchange_recent"])

    advice = advise(steps=steps, snapshot=make_snapshot(partners=partners))

    assert advice["C2"].partners == (PartnerId("peer"),)
    assert advice["C2"].practice == "aerospace_partnership"


def test_a_partner_abroad_serves_international_actions_only() -> None:
    abroad = school("abroad", type=PartnerType.UNIVERSITY, level=PartnerLevel.ABROAD)

    advice = advise(skill_result(verdict=Verdict.MISMATCH), snapshot=make_snapshot(partners=[abroad]))

    assert advice["F1"].partners == (PartnerId("abroad"),)
    assert advice["B4"].partners == ()


def test_only_organisations_outside_the_cluster_are_invited() -> None:
    partners = [school("inside", in_cluster=True), school("outside", in_cluster=False)]

    advice = advise(skill_result(), snapshot=make_snapshot(partners=partners))

    assert advice["X1"].partners == (PartnerId("outside"),)


def test_a_pact_names_the_best_partner_of_each_kind() -> None:
    partners = [
        school("region", type=PartnerType.AUTHORITY),
        school("town", type=PartnerType.AUTHORITY, stage=4),
        school("agency", type=PartnerType.AGENCY, stage=2),
    ]

    advice = advise(skill_result(), snapshot=make_snapshot(partners=partners))

    assert advice["E1"].partners == (PartnerId("town"), PartnerId("agency"))


def test_a_partner_without_recorded_stage_is_named_as_unknown() -> None:
    advice = advise(skill_result(), snapshot=make_snapshot(partners=[make_partner("school", stage=None)]))

    assert "How close the cluster is to School is not recorded." in said(advice["B2"].unknown)


# --- the decision -----------------------------------------------------------------------------------------------------


def test_a_practice_needs_the_same_cell_and_a_shared_kind_of_partner() -> None:
    university = make_snapshot(partners=[school("uni", type=PartnerType.UNIVERSITY)])
    training = make_snapshot(partners=[school("vet")])

    assert advise(skill_result(), snapshot=university)["B2"].practice == "packaging_master"
    assert advise(skill_result(), snapshot=training)["B2"].practice is None
    assert advise(skill_result(), snapshot=university)["A4"].practice is None  # none acts alone


def own_practice(cell: Cell, *kinds: PartnerType) -> OwnPractice:
    return OwnPractice(id=PracticeId("P001"), name="Own", what="It was done.", cell=cell, partner_types=kinds)


def test_an_own_practice_is_offered_where_its_cell_and_a_kind_of_partner_fit() -> None:
    region = Cell(Scope.REGIONAL, Complexity.LOW_MEDIUM)
    fitting = make_snapshot(partners=[school("vet")], practices=[own_practice(region, PartnerType.VET)])
    other_kind = make_snapshot(partners=[school("vet")], practices=[own_practice(region, PartnerType.CHAMBER)])
    high = Cell(Scope.REGIONAL, Complexity.HIGH)
    other_cell = make_snapshot(partners=[school("vet")], practices=[own_practice(high, PartnerType.VET)])

    assert advise(skill_result(), snapshot=fitting)["B2"].practice == "P001"
    assert advise(skill_result(), snapshot=other_kind)["B2"].practice is None
    assert advise(skill_result(), snapshot=other_cell)["B2"].practice is None


def test_of_two_practices_that_fit_alike_the_own_one_is_offered_and_a_better_fit_goes_before_it() -> None:
    region = Cell(Scope.REGIONAL, Complexity.LOW_MEDIUM)
    uni = [school("uni", type=PartnerType.UNIVERSITY)]
    alike = make_snapshot(partners=uni, practices=[own_practice(region, PartnerType.UNIVERSITY)])
    worse = make_snapshot(partners=uni, practices=[own_practice(region, PartnerType.VET)])

    assert advise(skill_result(), snapshot=alike)["B2"].practice == "P001"
    assert advise(skill_result(), snapshot=worse)["B2"].practice == "packaging_master"


def test_an_own_practice_done_alone_fits_what_is_done_alone() -> None:
    alone = make_snapshot(practices=[own_practice(Cell(Scope.ALONE, Complexity.LOW_MEDIUM))])

    assert advise(skill_result(), snapshot=alone)["A4"].practice == "P001"


def test_the_funder_is_asked_for_measures_that_pay_for_the_action() -> None:
    asked = advise(skill_result())["B2"].ask_funder

    assert asked == tuple(measure.key for measure in load_catalogue().measures if "B2" in measure.actions)
    assert "broaden_internships" in asked


def test_cost_goes_and_stops_come_from_the_catalogue() -> None:
    advice = advise(skill_result())["A4"]

    assert advice.cost == load_catalogue().actions[RefId("A4")].cost
    assert EN.say(advice.go_if) == "Three or more firms send at least eight people in all."
    assert EN.say(advice.stop_if) == "Fewer than eight people are registered two weeks before."
    assert EN.say(advice.kpi)


def test_what_is_not_known_is_listed() -> None:
    need = skill_result(
        evidence=Evidence.INDICATIVE,
        users=3,
        sensitive=True,
        quantities={"unknown": Unknown(short_12m=2)},
        coverage=CoverageStatus.UNKNOWN,
    )

    advice = advise(need, quality=quality_result(response_rate=0.2, answered=4))

    assert said(advice["A4"].unknown) == [
        "Welding: only a few firms stand behind the conclusion.",
        "Welding: the conclusion would change without one of the answers.",
        "Welding: 2 firms did not say how many people they will lack in 12 months.",
        "Welding: no firm said what happens if nothing changes.",
        "Welding: whether enough training is on offer is not known.",
        "Not known: firms would release people for joint training.",
        "No action of the cluster is recorded.",
        "No skill is ranked yet, or no action is recorded.",
        "Only 4 of 20 members asked have answered.",
    ]


def test_prerequisites_say_met_not_met_or_not_known() -> None:
    snapshot = make_snapshot(partners=[school("vet", stage=2)])

    advice = advise(skill_result(quantities={"joint_people": 4}), snapshot=snapshot)

    assert {entry.key: entry.met for entry in advice["B2"].prerequisites} == {
        "has_supported_need": True,
        "education_linked": False,
        "partner_for_need": None,
        "people_to_release": True,
    }


def test_the_last_answer_of_the_manager_is_shown() -> None:
    first = RecommendationDecision(
        recommendation="B2", answer=RecommendationAnswer.LATER, decided_at=datetime(2026, 1, 1, tzinfo=UTC)
    )
    last = RecommendationDecision(
        recommendation="B2",
        answer=RecommendationAnswer.ACCEPTED,
        reason="budget found",
        decided_at=datetime(2026, 2, 1, tzinfo=UTC),
    )

    advice = advise(skill_result(), snapshot=make_snapshot(decisions=[last, first]))

    assert (advice["B2"].answer, advice["B2"].answer_reason) == (RecommendationAnswer.ACCEPTED, "budget found")
    assert advice["B3"].answer is None


def test_the_last_answer_is_told_by_the_moment_not_by_the_clock_on_the_wall() -> None:
    noon_in_madrid = RecommendationDecision(
        recommendation="B2",
        answer=RecommendationAnswer.LATER,
        decided_at=datetime(2026, 2, 1, 12, tzinfo=timezone(timedelta(hours=1))),
    )
    half_past_in_utc = RecommendationDecision(
        recommendation="B2",
        answer=RecommendationAnswer.ACCEPTED,
        decided_at=datetime(2026, 2, 1, 11, 30, tzinfo=UTC),
    )
    without_time = RecommendationDecision(recommendation="B2", answer=RecommendationAnswer.NO, decided_at=None)

    decisions = [half_past_in_utc, noon_in_madrid, without_time]
    advice = advise(skill_result(), snapshot=make_snapshot(decisions=decisions))

    assert advice["B2"].answer is RecommendationAnswer.ACCEPTED


# --- prepare first ----------------------------------------------------------------------------------------------------


def test_engage_takes_only_its_first_step_while_foundations_are_missing() -> None:
    steps = mark_prepare_first(step_results_where(not_met=["response_rate"]), load_catalogue())

    advice = advise(skill_result(), steps=steps, snapshot=make_snapshot(partners=[school("school")]))

    assert {item.step for item in advice.values() if item.prepare_first} == {Step.ENGAGE}
    assert EN.say(advice["B2"].decision) == (
        "We take only the first step of “Build training with a school or university”. "
        "The rest waits until these are in place: Members who answered."
    )
    assert EN.say(advice["B2"].first_step).startswith("Sit down with School")
    assert EN.say(advice["B2"].go_if) == "What should be prepared first is in place."
    assert not advice["A4"].prepare_first


def test_what_to_prepare_are_the_indicators_missed_in_the_weak_foundations() -> None:
    steps = step_results_where(
        met=["education_types_inside", "education_linked_share"],
        not_met=["response_rate", "monitoring_running", "top10_served_share", "s3_forum"],
    )

    engage = mark_prepare_first(steps, load_catalogue())[2]

    assert engage.prepare == ("monitoring_running", "top10_served_share")  # Broaden is two thirds in place


# --- order ------------------------------------------------------------------------------------------------------------


def test_three_best_come_first_then_the_best_of_each_other_step_then_the_rest() -> None:
    pattern = next(iter(advise(skill_result()).values()))
    steps = ("develop", "develop", "engage", "develop", "broaden", "engage", "broaden", "connect")
    made = [replace(pattern, id=str(place), step=Step(step)) for place, step in enumerate(steps)]

    order = [item.id for item in in_order_of_presentation(made, cards=3)]

    assert order == ["0", "1", "2", "4", "7", "3", "5", "6"]


def test_equal_scores_stand_in_catalogue_order() -> None:
    advice = advise(steps=step_results_where(not_met=["s3_forum", "partner_types_formal"]))

    assert list(advice) == ["E1", "E2", "E3"]
    assert len({item.score for item in advice.values()}) == 1


def test_every_action_that_does_not_run_keeps_its_factors() -> None:
    snapshot = make_snapshot(actions=[make_action("A1"), make_action("B2", status=ActionStatus.DONE)])

    weighed = {candidate.action.id for candidate in weigh(gather(**advice_input(snapshot, skill_result())))}

    assert weighed == set(load_catalogue().actions) - {"A1"}


def test_a_skill_without_labels_is_shown_by_its_address() -> None:
    nameless = replace(skill_result(), labels={})

    assert "fastmap:own/welding: 6 firms need it (shortage)." in said(advise(nameless)["B2"].why)


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_sentence_can_be_said_in_every_language(language: str) -> None:
    texts = load_texts(language)
    snapshot = make_snapshot(
        members=[make_member()],
        partners=[make_partner("vet", stage=None), school("region", type=PartnerType.AUTHORITY)],
        actions=[make_action("A1")],
    )
    needs = [
        skill_result("A", Verdict.SHORTAGE, evidence=Evidence.INDICATIVE, sensitive=True),
        skill_result("B", Verdict.MISMATCH, coverage=CoverageStatus.TOO_SMALL),
        skill_result("C", Verdict.UPTAKE_GAP, coverage=CoverageStatus.INTRODUCTION),
        skill_result("D", Verdict.OVER_QUALIFICATION, figures={"unused": 4}, coverage=CoverageStatus.DOES_NOT_FIT),
        skill_result("E", Verdict.DEFICIT, strategic=True, evidence=Evidence.THIN, priority=None),
    ]
    not_met = [indicator.key for indicator in load_catalogue().indicators]
    steps = mark_prepare_first(step_results_where(not_met=not_met), load_catalogue())

    for item in advise(*needs, snapshot=snapshot, steps=steps).values():
        lines = (
            item.decision,
            *item.why,
            *item.if_not,
            item.first_step,
            item.go_if,
            item.stop_if,
            item.kpi,
            *item.unknown,
        )
        assert all(texts.say(line) for line in lines)


@pytest.mark.parametrize(
    ("waiting", "expected"),
    [("EBxdc", "xdcEB"), ("ExB", "xEB"), ("", "")],
    ids=["ready ones first", "waiting ones fill up", "nothing"],
)
def test_cards_show_what_can_be_decided_now_before_what_waits(waiting: str, expected: str) -> None:
    pattern = next(iter(advise(skill_result()).values()))
    made = [replace(pattern, id=letter, prepare_first=letter.isupper()) for letter in waiting]

    order = [item.id for item in in_order_of_presentation(made, cards=3)]

    assert "".join(order) == expected
