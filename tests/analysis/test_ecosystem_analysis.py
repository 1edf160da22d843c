from fastmap.model.actions import ChecklistAnswer
from fastmap.model.choices import (
    ChecklistState,
    Fit,
    Hiring,
    HiringReason,
    MemberKind,
    PartnerType,
    TieKind,
)
from fastmap.model.responses import NamedLink
from tests.support.builders import (
    assess,
    assess_skill,
    cluster_where,
    make_member,
    make_need,
    make_offer,
    make_partner,
    make_response,
    make_snapshot,
    make_tie,
    shipped_catalogue,
    uri_of,
)

SHORT = {"short_12m": 2, "hiring": Hiring.HARD, "hiring_reasons": (HiringReason.FEW_APPLICANTS,)}


def ecosystem_of(snapshot):
    return assess(snapshot).ecosystem


def actor(snapshot, type_):
    return next(entry for entry in ecosystem_of(snapshot).actors if entry.type is type_)


# --- actors -----------------------------------------------------------------------------------------------------------


def test_actor_check_runs_over_every_partner_type():
    assert [entry.type for entry in ecosystem_of(make_snapshot()).actors] == list(PartnerType)


def test_actor_is_in_the_cluster_linked_known_or_not_recorded():
    snapshot = make_snapshot(
        partners=[
            make_partner("inside", type=PartnerType.VET, in_cluster=True, stage=1),
            make_partner("near", type=PartnerType.UNIVERSITY, stage=3),
            make_partner("far", type=PartnerType.CHAMBER, stage=2),
        ]
    )

    states = {entry.type: entry.state for entry in ecosystem_of(snapshot).actors}

    assert states[PartnerType.VET] == "member"
    assert states[PartnerType.UNIVERSITY] == "linked"
    assert states[PartnerType.CHAMBER] == "known"
    assert states[PartnerType.FUNDER] == "not_recorded"


def test_member_of_a_kind_or_with_two_roles_brings_its_type_into_the_cluster():
    snapshot = make_snapshot(
        members=[make_member(1, kind=MemberKind.RTO), make_member(2, kind=None, partner_id="agency")],
        partners=[make_partner("agency", type=PartnerType.AGENCY)],
    )

    assert actor(snapshot, PartnerType.RTO).state == "member"
    assert actor(snapshot, PartnerType.AGENCY).state == "member"


def test_tie_to_a_member_links_a_partner_whose_stage_is_low():
    snapshot = make_snapshot(members=[make_member(1)], partners=[make_partner(stage=1)], ties=[make_tie()])

    entry = actor(snapshot, PartnerType.VET)

    assert (entry.state, entry.best_stage, entry.partners) == ("linked", 1, ("school",))


# --- introductions ----------------------------------------------------------------------------------------------------


def test_introduction_names_firms_without_a_tie_and_those_who_could_introduce_them():
    snapshot = cluster_where(
        *[[make_need("CAD", **SHORT)]] * 4,
        partners=[make_partner(stage=2)],
        offers=[make_offer("CAD", places_per_year=5)],
        ties=[make_tie(member=1, strength=1), make_tie(member=2, strength=3)],
    )

    (introduction,) = ecosystem_of(snapshot).introductions

    assert introduction.members == ("M003", "M004")
    assert introduction.introducers == ("M002", "M001")
    assert introduction.skills == (uri_of("CAD"),)
    assert introduction.priority_covered == assess_skill(snapshot, "CAD").ranking.priority


def test_introductions_are_ordered_by_the_priority_they_would_cover():
    snapshot = cluster_where(
        *[[make_need("CAD", **SHORT), make_need("Lean", **SHORT), make_need("Rare", **SHORT)]] * 2,
        *[[make_need("CAD", **SHORT), make_need("Lean", **SHORT)]] * 2,
        partners=[make_partner("a"), make_partner("b"), make_partner("c")],
        offers=[
            make_offer("Rare", "a"),
            make_offer("CAD", "b"),
            make_offer("CAD", "c"),
            make_offer("Lean", "c", number=2),
        ],
    )

    assert [entry.partner for entry in ecosystem_of(snapshot).introductions] == ["c", "b", "a"]


def test_nobody_is_introduced_for_an_unfit_offer_or_a_balanced_skill_or_to_itself():
    unfit = cluster_where(
        *[[make_need("CAD", **SHORT)]] * 3, partners=[make_partner()], offers=[make_offer("CAD", fit=Fit.NO)]
    )
    balanced = cluster_where(
        *[[make_need("CAD", short_now=0)]] * 3, partners=[make_partner()], offers=[make_offer("CAD")]
    )
    itself = cluster_where(
        [make_need("CAD", **SHORT)],
        members=(make_member(1, partner_id="school"),),
        partners=[make_partner()],
        offers=[make_offer("CAD")],
    )

    assert [ecosystem_of(snapshot).introductions for snapshot in (unfit, balanced, itself)] == [(), (), ()]


# --- network ----------------------------------------------------------------------------------------------------------


def test_network_is_absent_while_no_tie_is_recorded():
    assert ecosystem_of(cluster_where([make_need()], partners=[make_partner()])).network is None


def test_links_of_a_partner_that_two_members_are_count_for_both():
    members = (make_member(1, partner_id="a"), make_member(2, partner_id="a"), make_member(3))
    answers = tuple(make_response(number) for number in (1, 2))

    network = assess(
        make_snapshot(members=members, responses=answers, partners=(make_partner("a"),), ties=(make_tie("a", 3),))
    ).ecosystem.network

    assert network is not None
    assert (network.degree["m:M001"], network.degree["m:M002"]) == (1, 1)
    assert network.isolated == ()


def test_broker_lies_between_others_and_a_member_without_a_tie_is_isolated_if_it_answered():
    snapshot = cluster_where(
        [], [], [],
        more_members=[make_member(4)],
        partners=[make_partner("school"), make_partner("lab")],
        ties=[make_tie("school", 1), make_tie("school", 2), make_tie("school", 2, kind=TieKind.INTERNSHIP)],
    )  # fmt: skip

    network = ecosystem_of(snapshot).network

    assert network is not None
    assert (network.nodes, network.ties) == (6, 2)
    assert network.degree["p:school"] == 2
    assert network.betweenness["p:school"] == 0.1  # between 1 of the 10 pairs of the five others
    assert network.brokers == ("p:school",)
    assert network.isolated == ("m:M003",)


def test_organisation_with_two_roles_is_one_node():
    snapshot = make_snapshot(
        members=[make_member(1, partner_id="school"), make_member(2)],
        partners=[make_partner()],
        ties=[make_tie("school", 2), make_tie("school", 1)],
    )

    network = ecosystem_of(snapshot).network

    assert network is not None
    assert network.degree == {"m:M001": 1, "m:M002": 1}


def test_link_named_in_a_form_is_a_tie_to_the_partner_of_that_name():
    links = (NamedLink(name="  SCHOOL", kind=TieKind.INTERNSHIP), NamedLink(name="Unheard of"))
    snapshot = make_snapshot(
        members=[make_member(1)], responses=[make_response(1, links=links)], partners=[make_partner("school")]
    )

    network = ecosystem_of(snapshot).network

    assert network is not None
    assert network.degree == {"m:M001": 1, "p:school": 1}


# --- checklist --------------------------------------------------------------------------------------------------------


def test_checklist_is_empty_until_begun_and_then_shows_every_item():
    item = shipped_catalogue().checklist[0]
    begun = make_snapshot(checklist_answers=[ChecklistAnswer(item=item, state=ChecklistState.PARTLY)])

    assert ecosystem_of(make_snapshot()).checklist == {}
    checklist = ecosystem_of(begun).checklist
    assert list(checklist) == list(shipped_catalogue().checklist)
    assert (checklist[item], list(checklist.values()).count(None)) == ("partly", 9)


# --- coverage of groups -----------------------------------------------------------------------------------------------


def test_providers_are_listed_fitting_and_close_ones_first():
    snapshot = cluster_where(
        [make_need("CAD")],
        partners=[
            make_partner("a", stage=5),
            make_partner("b", stage=2),
            make_partner("c", stage=None),
            make_partner("d", stage=4),
        ],
        offers=[
            make_offer("CAD", "a", fit=Fit.NO),
            make_offer("CAD", "b"),
            make_offer("CAD", "c"),
            make_offer("CAD", "d", fit=Fit.UNKNOWN),
        ],
    )

    assert [provider.partner for provider in assess_skill(snapshot, "CAD").coverage.providers] == ["b", "c", "d", "a"]
