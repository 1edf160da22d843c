"""Organisations that members named: grouped, proposed, decided by a person, remembered, taken back."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from fastmap.analysis.answers import accepted_responses
from fastmap.analysis.ties import known_ties
from fastmap.assessment import Assessment
from fastmap.changes import (
    AddAction,
    DecideNames,
    ImportResponses,
    MergePartners,
    RemovePartners,
    SaveMembers,
    SavePartners,
)
from fastmap.errors import FastmapError
from fastmap.model.choices import Fit, OfferForm, PartnerType, ResponseState, TieKind
from fastmap.model.merging import merged_partners, other_meaning_of
from fastmap.model.naming import partners_by_name
from fastmap.model.organisations import NameDecision
from fastmap.model.responses import NamedLink
from fastmap.tasks.named_organisations import (
    NamedState,
    decided_groups,
    named_groups,
    new_partner,
    not_a_partner,
    same_as,
    taking_back,
)
from fastmap.tasks.starting import start_assessment
from fastmap.vocabulary.organisation_names import NameReason
from tests.support.builders import (
    code,
    make_action,
    make_member,
    make_offer,
    make_partner,
    make_response,
    make_skill,
    make_snapshot,
    make_tie,
)

NOW = datetime(2026, 5, 1, 9, tzinfo=UTC)
DEUSTO = ("Univ. Deusto", "Deusto University", "Universidad de Deusto")


def link(name, type_=None, kind=None):
    return NamedLink(name=name, type=type_, kind=kind)


def naming(*rows, partners=(), members=None, **more):
    """Return a snapshot in which member 1, 2 … named the links of each row."""
    responses = tuple(make_response(number, links=tuple(links)) for number, links in enumerate(rows, start=1))
    members = members or tuple(make_member(number) for number in range(1, len(rows) + 1))
    return make_snapshot(members=members, responses=responses, partners=partners, **more)


@pytest.fixture
def recorded(tmp_path):
    """An assessment with two partners, and three members who each wrote one university in another way."""
    start_assessment(tmp_path / "a.fastmap", name="C", country="ES", round_label="1")
    with Assessment.open(tmp_path / "a.fastmap") as assessment:
        assessment.apply(SaveMembers(members=tuple(make_member(number) for number in (1, 2, 3))))
        assessment.apply(SavePartners(partners=(make_partner("P001", name="Tecnalia", type=PartnerType.RTO),)))
        answers = tuple(
            make_response(number, links=(link(name, PartnerType.UNIVERSITY, TieKind.RESEARCH),))
            for number, name in enumerate(DEUSTO, start=1)
        )
        assessment.apply(ImportResponses(responses=answers))
        yield assessment


def test_spellings_of_one_organisation_are_one_group_with_who_named_it_and_its_most_named_type():
    snapshot = naming(
        [link(DEUSTO[0], PartnerType.UNIVERSITY, TieKind.RESEARCH)],
        [link(DEUSTO[1], PartnerType.UNIVERSITY, TieKind.RESEARCH), link("IES Norte", PartnerType.VET)],
        [link(DEUSTO[2], PartnerType.RTO, TieKind.INTERNSHIP)],
    )

    first, second = named_groups(snapshot)

    assert {one.name for one in first.spellings} == set(DEUSTO)
    assert first.members == (code(1), code(2), code(3))
    assert (first.type, first.kinds) == (PartnerType.UNIVERSITY, (TieKind.RESEARCH, TieKind.INTERNSHIP))
    assert (first.partner, first.state) == (None, NamedState.OPEN)
    assert (second.name, second.members) == ("IES Norte", (code(2),))


def test_a_group_is_proposed_as_the_partner_it_resembles_with_likeness_and_reason():
    partner = make_partner("P9", name="Universidad de Deusto")

    (found,) = named_groups(naming([link("Deusto University")], partners=(partner,)))

    assert (found.partner, found.reason) == ("P9", NameReason.OTHER_WORDS)
    assert found.likeness > 0.9


def test_a_name_that_a_partner_bears_is_not_asked_about_nor_one_in_a_form_that_does_not_count():
    partner = make_partner("P9", name="IES Norte")
    waiting = make_response(2, links=(link("Somebody else"),), state=ResponseState.TO_CHECK)
    snapshot = make_snapshot(
        members=(make_member(1), make_member(2)),
        responses=(make_response(1, links=(link("ies  norte."),)), waiting),
        partners=(partner,),
    )

    assert named_groups(snapshot) == ()


def test_the_order_of_members_does_not_matter_to_the_groups():
    rows = [[link(name)] for name in (*DEUSTO, "Deusto", "Tecnalia", "Tecnalia Research")]
    names = [{one.name for one in group.spellings} for group in named_groups(naming(*rows))]
    turned = [{one.name for one in group.spellings} for group in named_groups(naming(*reversed(rows)))]

    assert sorted(map(sorted, names)) == sorted(map(sorted, turned))
    assert {"Deusto"} in names


def test_saying_which_partner_a_group_is_ties_its_members_and_is_one_step_to_undo(recorded):
    before = recorded.content_hash()
    (group,) = named_groups(recorded.snapshot())

    recorded.apply(same_as(recorded.snapshot(), group.spellings, "P001", NOW))

    snapshot = recorded.snapshot()
    assert named_groups(snapshot) == ()
    assert {(tie.member, tie.partner, tie.kind, tie.source) for tie in snapshot.ties} == {
        (code(number), "P001", TieKind.RESEARCH, "form") for number in (1, 2, 3)
    }
    recorded.undo()
    assert recorded.content_hash() == before


def test_one_spelling_of_a_group_can_be_decided_apart(recorded):
    (group,) = named_groups(recorded.snapshot())
    other = next(one for one in group.spellings if one.name == "Univ. Deusto")

    recorded.apply(not_a_partner([other], NOW))

    (left,) = named_groups(recorded.snapshot())
    assert {one.name for one in left.spellings} == set(DEUSTO) - {"Univ. Deusto"}
    assert recorded.snapshot().ties == ()


def test_a_decision_holds_for_the_forms_that_come_later(recorded):
    (group,) = named_groups(recorded.snapshot())
    recorded.apply(new_partner(recorded.snapshot(), group, PartnerType.UNIVERSITY, NOW))
    recorded.apply(SaveMembers(members=(make_member(4),)))

    recorded.apply(ImportResponses(responses=(make_response(4, links=(link("UNIV DEUSTO", None, TieKind.TRAINING),)),)))

    snapshot = recorded.snapshot()
    assert named_groups(snapshot) == ()
    ties = known_ties(snapshot, accepted_responses(snapshot))
    assert (code(4), "P002", TieKind.TRAINING) in {(tie.member, tie.partner, tie.kind) for tie in ties}
    assert len(ties) == 4


def test_a_new_partner_that_bears_a_members_name_is_one_organisation_in_two_roles(recorded):
    recorded.apply(SaveMembers(members=(make_member(4, name="Academia Sol S.L."),)))
    recorded.apply(ImportResponses(responses=(make_response(4, links=(link("Academia Sol"),)),)))
    group = next(one for one in named_groups(recorded.snapshot()) if one.name == "Academia Sol")

    recorded.apply(new_partner(recorded.snapshot(), group, PartnerType.VET, NOW))

    snapshot = recorded.snapshot()
    partner = next(one for one in snapshot.partners if one.name == "Academia Sol")
    assert group.member == code(4)
    assert partner.in_cluster is True
    assert next(one for one in snapshot.members if one.code == code(4)).partner_id == partner.id


def test_taking_a_decision_back_asks_again_and_removes_only_ties_that_came_of_it(recorded):
    (group,) = named_groups(recorded.snapshot())
    by_hand = make_tie("P001", 1, kind=TieKind.OTHER, source="staff")
    recorded.apply(SavePartners(ties=(by_hand,)))
    recorded.apply(same_as(recorded.snapshot(), group.spellings, "P001", NOW))
    (decided,) = decided_groups(recorded.snapshot())

    recorded.apply(taking_back(recorded.snapshot(), decided.spellings))

    assert (decided.state, decided.partner) == (NamedState.PARTNER, "P001")
    assert recorded.snapshot().ties == (by_hand,)
    assert len(named_groups(recorded.snapshot())) == 1


def test_taking_back_a_new_partner_removes_it_and_asks_about_its_name_again(recorded):
    before = recorded.content_hash()
    (group,) = named_groups(recorded.snapshot())
    recorded.apply(new_partner(recorded.snapshot(), group, PartnerType.UNIVERSITY, NOW))
    (decided,) = decided_groups(recorded.snapshot())

    recorded.apply(taking_back(recorded.snapshot(), decided.spellings))

    assert recorded.content_hash() == before
    assert len(named_groups(recorded.snapshot())) == 1


def test_a_new_partner_that_was_worked_on_is_not_removed_by_taking_its_name_back(recorded):
    (group,) = named_groups(recorded.snapshot())
    recorded.apply(new_partner(recorded.snapshot(), group, PartnerType.UNIVERSITY, NOW))
    (decided,) = decided_groups(recorded.snapshot())
    partner = next(one for one in recorded.snapshot().partners if one.id == decided.partner)
    recorded.apply(SavePartners(partners=(replace(partner, stage=3),)))

    with pytest.raises(FastmapError) as refused:
        taking_back(recorded.snapshot(), decided.spellings)

    assert (refused.value.code, refused.value.message.facts["partner"]) == ("partner_bears_name", partner.name)


def test_removing_a_partner_lets_its_names_be_asked_about_again(recorded):
    (group,) = named_groups(recorded.snapshot())
    recorded.apply(same_as(recorded.snapshot(), group.spellings, "P001", NOW))

    recorded.apply(RemovePartners(partners=("P001",)))

    assert len(named_groups(recorded.snapshot())) == 1


# --- merging ----------------------------------------------------------------------------------------------------------


def test_merging_keeps_what_is_known_and_tells_what_gives_way():
    kept = make_partner("P1", stage=2, level=None, contact="a@x.org")
    gone = make_partner("P2", name="Other", stage=4, contact="b@x.org", type=PartnerType.RTO)
    mine = make_offer("Welding", "P1", form=OfferForm.COURSE, fit=Fit.UNKNOWN, places_per_year=10)
    theirs = make_offer("Welding", "P2", form=OfferForm.COURSE, fit=Fit.YES, places_per_year=12, evidence="plan")
    apart = make_offer("Welding", "P2", number=2, form=OfferForm.RESEARCH)

    merged = merged_partners(kept, gone, (mine, theirs, apart), ())

    assert (merged.partner.level, merged.partner.contact) == (gone.level, "a@x.org; b@x.org")
    assert {(one.field, one.kept, one.given_up) for one in merged.conflicts} == {
        ("name", "P1", "Other"),
        ("type", PartnerType.VET, PartnerType.RTO),
        ("stage", 2, 4),
        ("places_per_year", 10, 12),
    }
    by_id = {offer.id: offer for offer in merged.offers}
    assert (by_id[mine.id].fit, by_id[mine.id].evidence, by_id[mine.id].places_per_year) == (Fit.YES, "plan", 10)
    assert by_id[apart.id].partner == "P1"
    assert merged.gone_offers == (theirs,)


def test_merging_keeps_ties_once_and_drops_the_one_between_the_two():
    ties = (
        make_tie("P1", 1, strength=1),
        make_tie("P2", 1, strength=3, formal=True),
        make_tie("P2", 2),
        make_tie("P1", None, other_partner="P2", id="between"),
        make_tie("P3", None, other_partner="P2", id="beside"),
    )

    merged = merged_partners(make_partner("P1"), make_partner("P2"), (), ties)

    kept = {tie.id: tie for tie in merged.ties}
    assert (kept["P1-1-other"].strength, kept["P1-1-other"].formal) == (3, True)
    assert kept["P2-2-other"].partner == "P1"
    assert kept["beside"].other_partner == "P1"
    assert {tie.id for tie in merged.gone_ties} == {"P2-1-other", "between"}


def test_merging_moves_actions_members_and_names_in_one_step_to_undo(recorded):
    skill = make_skill()
    recorded.apply(
        SavePartners(
            partners=(make_partner("P002", name="Tecnalia Research"),),
            offers=(make_offer(skill.uri, "P002"),),
            skills=(skill,),
            members=(make_member(1, partner_id="P002"),),
        )
    )
    recorded.apply(AddAction(action=make_action(partners=("P002", "P001"), id="A1")))
    (group,) = named_groups(recorded.snapshot())
    recorded.apply(same_as(recorded.snapshot(), group.spellings, "P002", NOW))
    before = recorded.content_hash()

    recorded.apply(MergePartners(kept="P001", gone="P002"))

    snapshot = recorded.snapshot()
    assert [partner.id for partner in snapshot.partners] == ["P001"]
    assert {offer.partner for offer in snapshot.offers} == {"P001"}
    assert {tie.partner for tie in snapshot.ties} == {"P001"}
    assert snapshot.actions[0].partners == ("P001",)
    assert snapshot.members[0].partner_id == "P001"
    assert {one.partner for one in snapshot.named} == {"P001"}
    assert "tecnalia research" in {one.name_key for one in snapshot.named}
    recorded.undo()
    assert recorded.content_hash() == before


@pytest.mark.parametrize("means", ["P003", None])
def test_merging_leaves_what_was_decided_about_the_name_that_goes(recorded, means):
    third = make_partner("P003", name="Third")
    recorded.apply(SavePartners(partners=(make_partner("P002", name="UD"), third)))
    recorded.apply(DecideNames(decisions=(NameDecision(name_key="ud", name="UD", partner=means),)))

    recorded.apply(MergePartners(kept="P001", gone="P002"))

    assert [(one.name_key, one.partner) for one in recorded.snapshot().named] == [("ud", means)]


def test_merging_leaves_a_name_to_a_third_partner_that_bears_it(recorded):
    recorded.apply(SavePartners(partners=(make_partner("P002", name="UD"), make_partner("P003", name="UD"))))

    recorded.apply(MergePartners(kept="P001", gone="P002"))

    assert recorded.snapshot().named == ()
    assert partners_by_name(recorded.snapshot())["ud"] == "P003"


def test_merging_tells_a_name_with_another_meaning_and_members_that_become_one():
    kept, gone = make_partner("P1", name="University"), make_partner("P2", name="UD")
    members = (make_member(1, partner_id="P1"), make_member(2, partner_id="P2"), make_member(3))
    decided = NameDecision(name_key="ud", name="UD", partner="P3")
    meaning = other_meaning_of(kept, gone, (kept, gone), (decided,))

    merged = merged_partners(kept, gone, (), (), members=members, other_meaning=meaning)

    assert merged.other_meaning == decided
    assert merged.members == members[:2]
