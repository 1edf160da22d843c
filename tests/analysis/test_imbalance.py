"""What the worked examples do not show: groups, evidence, sensitivity, overrides, and what is said beside a verdict."""

import pytest

from fastmap.model.choices import Fit, Hiring, HiringReason, Provision, SecondOpinion, Verdict
from fastmap.model.messages import Name
from fastmap.model.skills import SecondSource, VerdictOverride
from tests.support.builders import (
    EN,
    assess,
    assess_skill,
    cluster_where,
    group_uri,
    make_mapping,
    make_member,
    make_need,
    make_offer,
    make_partner,
    make_skill,
    unused,
    uri_of,
)

FEW = {"hiring": Hiring.HARD, "hiring_reasons": (HiringReason.FEW_APPLICANTS,), "short_12m": 1}
LACKED = {"hiring": Hiring.HARD, "hiring_reasons": (HiringReason.LACKED_SKILL,), "short_12m": 1}


def welding(*answers, **parts):
    """Return a cluster in which each member named welding with the given answers; welding is a recorded skill."""
    skill = make_skill("Welding")
    return cluster_where(
        *[[make_need("Welding", **answer)] for answer in answers],
        skills=[skill],
        mappings=[make_mapping("Welding", skill)],
        **parts,
    )


def joining(*needs_per_member, **parts):
    """Return a cluster whose texts *Welding* and *Brazing* are skills of one group."""
    skills = [make_skill(label, group="Joining") for label in ("Welding", "Brazing")]
    mappings = [make_mapping(skill.labels[EN], skill) for skill in skills]
    return cluster_where(*needs_per_member, skills=skills, mappings=mappings, **parts)


def imbalance_of(snapshot, skill="fastmap:own/welding"):
    return assess_skill(snapshot, skill).imbalance


def keys(messages):
    return [message.key for message in messages]


# --- evidence and sensitivity -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("users", "evidence"), [(2, "thin"), (3, "indicative"), (4, "indicative"), (5, "supported")])
def test_evidence_grows_with_users(users, evidence):
    assert imbalance_of(welding(*[FEW] * users)).evidence == evidence


def test_over_qualification_rests_on_its_reporters():
    snapshot = cluster_where(unused_per_member=[[unused("CAD", 2)]] * 5)

    imbalance = imbalance_of(snapshot, "CAD")

    assert (imbalance.verdict, imbalance.evidence) == ("over_qualification", "supported")
    assert (imbalance.figures["unused"], imbalance.figures["unused_people"]) == (5, 10)


def test_five_alike_are_not_sensitive_and_four_with_one_vote_ahead_are():
    firm = imbalance_of(welding(*[FEW] * 5))
    loose = imbalance_of(welding(FEW, FEW, LACKED, {"short_12m": 1}))

    assert (firm.sensitive, firm.flipping_members) == (False, ())
    assert (loose.verdict, loose.flipping_members) == ("shortage", ("M001", "M002"))


def test_member_that_is_also_the_partner_keeps_its_offer_when_its_answer_is_left_out():
    fits = {"short_12m": 2, "provision": Provision.FITS}
    snapshot = welding(
        fits,
        fits,
        *[{"short_12m": 2}] * 2,
        partners=[make_partner("firm-school")],
        offers=[make_offer("fastmap:own/welding", "firm-school", places_per_year=8)],
    )
    is_partner = make_member(1, partner_id="firm-school")
    snapshot = cluster_where(
        *[response.needs for response in snapshot.responses],
        members=(is_partner, *snapshot.members[1:]),
        skills=snapshot.skills,
        mappings=snapshot.mappings,
        partners=snapshot.partners,
        offers=snapshot.offers,
    )

    imbalance = imbalance_of(snapshot)

    assert (imbalance.verdict, imbalance.votes.U) == ("uptake_gap", 3)
    assert not imbalance.sensitive  # without member 1: one fits, and eight places for six people


def test_places_are_compared_anew_without_each_member():
    snapshot = welding(
        {"short_12m": 5},
        *[{"short_12m": 1}] * 3,
        partners=[make_partner()],
        offers=[make_offer("fastmap:own/welding", places_per_year=3)],
    )

    imbalance = imbalance_of(snapshot)

    assert imbalance.verdict == "shortage"  # three places for eight people
    assert imbalance.flipping_members == ("M001",)  # three for three suffice: an uptake gap


# --- offers -----------------------------------------------------------------------------------------------------------


def test_offers_all_marked_unfit_add_to_mismatch_only():
    snapshot = welding(
        *[{"short_12m": 2}] * 3,
        partners=[make_partner()],
        offers=[make_offer("fastmap:own/welding", places_per_year=1, fit=Fit.NO)],
    )

    votes = imbalance_of(snapshot).votes

    assert (votes.S_offers, votes.M_offers, votes.U_offers) == (0, 1, 0)


def test_enough_places_are_no_vote_for_an_uptake_gap_while_another_offer_does_not_fit():
    snapshot = welding(
        *[{"short_12m": 2}] * 3,
        partners=[make_partner(), make_partner("other")],
        offers=[
            make_offer("fastmap:own/welding", places_per_year=6),
            make_offer("fastmap:own/welding", "other", places_per_year=6, fit=Fit.NO),
        ],
    )

    votes = imbalance_of(snapshot).votes

    assert (votes.S_offers, votes.M_offers, votes.U_offers) == (0, 1, 0)


def test_known_places_alone_may_suffice_beside_an_offer_of_unknown_size():
    snapshot = welding(
        *[{"short_12m": 2}] * 3,
        partners=[make_partner(), make_partner("other")],
        offers=[
            make_offer("fastmap:own/welding", places_per_year=6),
            make_offer("fastmap:own/welding", "other", fit=Fit.UNKNOWN),
        ],
    )

    assert imbalance_of(snapshot).votes.U_offers == 1


@pytest.mark.parametrize("short_12m", [None, 0])
def test_places_add_no_vote_while_nobody_is_known_to_be_short_in_12_months(short_12m):
    snapshot = welding(
        *[{"short_now": 2, "short_12m": short_12m}] * 3,
        partners=[make_partner()],
        offers=[make_offer("fastmap:own/welding", places_per_year=9)],
    )

    votes = imbalance_of(snapshot).votes

    assert (votes.S_offers, votes.U_offers) == (0, 0)


@pytest.mark.parametrize(("places", "adds"), [(7, "S"), (8, "U")])
def test_places_suffice_for_a_group_from_80_percent_and_surplus_does_not_help_another_skill(places, adds):
    snapshot = joining(
        *[
            [make_need("Welding", short_12m=4)],
            [make_need("Brazing", short_12m=3)],
            [make_need("Brazing", short_12m=3)],
        ],
        partners=[make_partner()],
        offers=[
            make_offer("fastmap:own/brazing", number=1, places_per_year=places - 3),
            make_offer("fastmap:own/welding", number=2, places_per_year=3),
        ],
    )
    surplus = joining(
        [make_need("Welding", short_12m=5)], *[[make_need("Brazing", short_12m=1)]] * 2,
        partners=[make_partner()],
        offers=[make_offer("fastmap:own/welding", places_per_year=50)],
    )  # fmt: skip

    votes = imbalance_of(snapshot, group_uri("Joining")).votes

    assert getattr(votes, f"{adds}_offers") == 1
    assert imbalance_of(surplus, group_uri("Joining")).votes.S_offers == 1  # 5 of 7


# --- groups, overrides, second sources --------------------------------------------------------------------------------


def test_thin_evidence_on_skills_adds_up_in_their_group_and_the_report_leads_with_groups():
    snapshot = joining(
        [make_need("Welding", **FEW)], [make_need("Welding", **FEW)], [make_need("Brazing", **FEW)], [make_need("Lean")]
    )

    results = assess(snapshot)

    assert {skill.imbalance.verdict for skill in results.skills} == {"not_enough_evidence"}
    assert [(group.imbalance.verdict, group.imbalance.votes.S) for group in results.groups] == [("shortage", 3)]
    assert results.lead_level == "groups"


def test_report_leads_with_skills_where_one_of_them_is_at_least_indicative():
    assert assess(joining(*[[make_need("Welding", **FEW)]] * 3)).lead_level == "skills"


def test_member_that_says_the_same_of_two_skills_votes_once_in_their_group():
    snapshot = joining(*[[make_need("Welding", **FEW), make_need("Brazing", **FEW)]] * 3)

    assert imbalance_of(snapshot, group_uri("Joining")).votes.S == 3


def test_group_of_a_strategic_skill_is_strategic():
    skills = [make_skill("Welding", group="Joining"), make_skill("Laser", group="Joining", strategic=True)]
    snapshot = cluster_where([make_need("Welding")], skills=skills, mappings=[make_mapping("Welding", skills[0])])

    group = assess_skill(snapshot, group_uri("Joining"))

    assert (group.strategic, group.imbalance.verdict) == (True, "deficit")
    assert group.skills == ("fastmap:own/laser", "fastmap:own/welding")


def test_override_holds_and_the_computed_verdict_stays_visible():
    override = VerdictOverride(skill=uri_of("fastmap:own/welding"), verdict=Verdict.MISMATCH, reason="Board, 3 March")

    imbalance = imbalance_of(welding(*[FEW] * 5, overrides=[override]))

    assert (imbalance.verdict, imbalance.computed) == ("mismatch", "shortage")
    assert imbalance.override_reason == "Board, 3 March"


def test_second_sources_stand_beside_the_verdict_without_changing_it():
    source = SecondSource(
        id="1", skill=uri_of("fastmap:own/welding"), source="Vacancies 2025", opinion=SecondOpinion.CONTRADICTS
    )

    imbalance = imbalance_of(welding(*[FEW] * 5, second_sources=[source]))

    assert imbalance.verdict == "shortage"
    assert imbalance.second_sources == (("contradicts", "Vacancies 2025"),)


# --- what is said beside it -------------------------------------------------------------------------------------------


def test_balanced_without_data_says_what_it_took_for_granted():
    imbalance = imbalance_of(welding({}, {}, {}))

    assert imbalance.verdict == "balanced"
    assert (imbalance.figures["short_share"], imbalance.figures["hard_share"]) == (None, None)
    assert keys(imbalance.notes) == ["imbalance_note.no_figures", "imbalance_note.hires_unknown"]
    assert keys(imbalance.settle)[0] == "settle.ask_figures"


def test_nobody_trying_to_hire_is_told_apart_from_nobody_saying():
    said = imbalance_of(welding({"hiring": Hiring.NOT_TRIED}, {}, {}))

    assert keys(said.notes) == ["imbalance_note.no_figures", "imbalance_note.no_hires"]


def test_unused_elsewhere_is_a_note_where_enough_firms_need_the_skill():
    snapshot = cluster_where(
        *[[make_need("CAD", **FEW)]] * 3, [], [], [], unused_per_member=[[]] * 3 + [[unused("CAD")]] * 3
    )

    imbalance = imbalance_of(snapshot, "CAD")

    assert imbalance.verdict == "shortage"
    assert keys(imbalance.notes) == ["imbalance_note.unused"]


def test_unknown_places_name_the_partner_to_ask():
    snapshot = welding(*[FEW] * 5, partners=[make_partner("vet")], offers=[make_offer("fastmap:own/welding", "vet")])

    settle = {message.key: message.facts for message in imbalance_of(snapshot).settle}

    assert settle["settle.ask_places"]["partners"] == (Name("partner", "vet", "Vet"),)


def test_firms_are_asked_about_content_once_each_whatever_signs_they_gave():
    both = {**LACKED, "provision": Provision.MISFIT}

    imbalance = imbalance_of(welding(both, both, both, LACKED))

    assert (imbalance.verdict, imbalance.votes.M) == (Verdict.MISMATCH, 7)
    assert {one.key: one.facts for one in imbalance.settle}["settle.ask_content"]["count"] == 4


def test_verdict_that_one_answer_decides_says_so():
    settle = {message.key: message.facts for message in imbalance_of(welding(FEW, FEW, FEW)).settle}

    assert settle["settle.one_answer_decides"]["count"] == 3


def test_too_few_users_say_how_many_more_it_takes():
    (message,) = imbalance_of(welding(FEW)).settle

    assert (message.key, message.facts["count"]) == ("settle.hear_more", 2)


def test_places_that_cannot_be_compared_are_noted_beside_a_future_gap():
    skill = make_skill("Roadmap", strategic=True)
    snapshot = cluster_where(
        [], skills=[skill], partners=[make_partner()], offers=[make_offer(skill.uri, places_per_year=12)]
    )

    imbalance = imbalance_of(snapshot, skill.uri)

    assert imbalance.verdict == "deficit"
    assert [(note.key, note.facts["count"]) for note in imbalance.notes] == [("imbalance_note.places_not_compared", 12)]
