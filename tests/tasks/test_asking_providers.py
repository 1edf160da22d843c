"""Whom to ask for what: skills on a demand sheet, figures that tell about nobody, and offers taken from the answers."""

from dataclasses import replace
from datetime import date

import openpyxl
import pytest

import tests.store.recorded as recorded_answers
from exports.demand_sending import write_demand
from fastmap.assessment import Assessment
from fastmap.catalogue.texts import load_texts
from fastmap.changes import MergePartners, RemovePartners, SavePartners
from fastmap.errors import FastmapError
from fastmap.model.choices import CoverageStatus, Fit, ImportState, NeedLevel, OfferForm, PartnerType, ResponseState
from fastmap.model.responses import OfferedSkill
from fastmap.pipeline import run
from fastmap.tasks.asking_providers import demand_contents, partners_to_ask, without_sheet
from fastmap.tasks.importing import import_forms
from fastmap.tasks.provider_offers import reply_of_new_partner, settled_reply
from fastmap.tasks.starting import start_assessment
from tests.report.whole_cluster import SECRET_WORDS, whole_results
from tests.support.builders import (
    assess,
    cluster_where,
    make_mapping,
    make_need,
    make_offer,
    make_partner,
    make_skill,
    make_snapshot,
    shipped_catalogue,
)
from tests.support.pdf_text import text_of
from tests.support.returned_forms import codes, saved_anew
from tests.support.returned_offers import CNC, RECORDED, SCHOOL, WELDING, demand_for, write_offers

TODAY = date(2026, 5, 4)
NEED = make_need("Welding", short_now=2, short_12m=4, joint_people=3, level=NeedLevel.SKILLED)


def needing(users, need=NEED, **more):
    """Return results in which so many members need welding, as the cluster's own skill that a school could teach."""
    skill = make_skill("Welding")
    snapshot = cluster_where(*([need] for _ in range(users)))
    known = {"skills": (skill,), "mappings": (make_mapping("Welding", skill),), "partners": (SCHOOL,), **more}
    return assess(replace(snapshot, **known))


def sheets(results, **options):
    return demand_contents(results, shipped_catalogue(), today=TODAY, **options)


def test_an_open_skill_is_asked_for_with_its_figures_and_the_level_that_enough_firms_named():
    ((asked,),) = (sheet.skills for sheet in sheets(needing(6)))

    assert (asked.short_now, asked.short_12m, asked.joint_people) == (12, 24, 18)
    assert asked.levels == (NeedLevel.SKILLED,)
    assert asked.on_record is None


def test_a_skill_of_fewer_than_five_members_is_not_told_of():
    with pytest.raises(FastmapError) as refused:
        sheets(needing(4))

    assert refused.value.code == "nothing_to_ask"


def test_what_a_partner_offers_stands_on_its_sheet_even_where_no_figure_may():
    starter = make_skill("CNC", source="starter")
    offer = make_offer(starter.uri, "P001", places_per_year=8)
    results = needing(6, skills=(make_skill("Welding"), starter), offers=(offer,))

    (sheet,) = sheets(results)

    cnc = next(one for one in sheet.skills if one.uri == starter.uri)
    assert (cnc.on_record, cnc.short_now, cnc.short_12m, cnc.levels) == (offer, None, None, ())


def test_a_skill_that_somebody_covers_is_asked_of_nobody_else():
    covering = make_offer(make_skill("Welding").uri, "P001", places_per_year=100)
    other = make_partner("P002", name="Other school")
    results = needing(6, partners=(replace(SCHOOL, stage=4), other), offers=(covering,))

    (sheet,) = sheets(results)

    assert sheet.partner.id == "P001"
    assert [one.name for one in without_sheet(results.snapshot, [sheet])] == ["Other school"]
    assert without_sheet(results.snapshot, [sheet], ["P001"]) == ()


def test_those_that_pay_for_training_are_asked_by_name_only():
    funder = make_partner("F", type=PartnerType.FUNDER)
    teaching = make_partner("G", type=PartnerType.AGENCY)
    snapshot = make_snapshot(
        partners=(SCHOOL, funder, teaching), offers=(make_offer("CNC", "G"),), skills=(make_skill("CNC"),)
    )

    assert [partner.id for partner in partners_to_ask(snapshot)] == ["P001", "G"]
    assert [sheet.partner.id for sheet in sheets(needing(6, partners=(funder,)), partners=["F"])] == ["F"]


@pytest.mark.parametrize(
    ("options", "partners", "code"),
    [
        ({"language": "xx"}, (SCHOOL,), "language_not_shipped"),
        ({"partners": ["P404"]}, (SCHOOL,), "partner_unknown"),
        ({}, (), "no_partners"),
    ],
)
def test_what_cannot_be_asked_is_said_and_nothing_is_made(options, partners, code):
    with pytest.raises(FastmapError) as refused:
        sheets(needing(6, partners=partners), **options)

    assert refused.value.code == code
    assert load_texts("es").say(refused.value.message)


def test_no_sheet_names_a_member_or_its_words_or_a_figure_of_too_few(tmp_path):
    results = whole_results(16)
    contents = sheets(results)

    words = []
    for workbook, print_ in write_demand(contents, tmp_path):
        for sheet in openpyxl.load_workbook(workbook):
            words += [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]
        words.append(text_of(print_.read_bytes()))
    everything = "\n".join(words)

    own = {partner.name for partner in results.snapshot.partners}
    names = {member.name for member in results.snapshot.members} - own
    assert not [name for name in names if name in everything]
    assert SECRET_WORDS not in everything
    told = {item.uri: item for item in results.skills}
    for sheet in contents:
        for one in sheet.skills:
            if one.short_now is not None or one.short_12m is not None or one.joint_people is not None:
                assert told[one.uri].quantities.users >= 5


def test_a_sum_that_is_one_firms_figure_is_on_no_sheet():
    for others in ([0] * 5, [1] * 5):
        needs = [make_need("Welding", short_now=count, short_12m=6) for count in (*others, 80)]
        skill = make_skill("Welding")
        known = {"skills": (skill,), "mappings": (make_mapping("Welding", skill),), "partners": (SCHOOL,)}
        results = assess(replace(cluster_where(*([need] for need in needs)), **known))

        ((asked,),) = (sheet.skills for sheet in sheets(results))

        assert (asked.short_now, asked.short_12m) == (None, 36)


def test_what_was_typed_about_an_offer_is_left_blank_where_it_names_a_member():
    skill = make_skill("Welding")
    offer = make_offer(
        skill.uri, "P001", cost="paid by Member 3", mode="evenings", language="es", evidence="M002 said so"
    )
    results = needing(6, offers=(offer,))

    ((asked,),) = (sheet.skills for sheet in sheets(results))

    assert asked.on_record == replace(offer, cost=None, evidence=None)


# --- the way back -----------------------------------------------------------------------------------------------------


@pytest.fixture
def recorded(tmp_path):
    """An assessment with a school and its offer, which the cluster finds unfit."""
    start_assessment(tmp_path / "a.fastmap", name="Metal", country="ES", round_label="1")
    with Assessment.open(tmp_path / "a.fastmap") as assessment:
        assessment.apply(SavePartners(partners=(SCHOOL,), offers=(RECORDED,), skills=(WELDING, CNC)))
        yield assessment


def returned(recorded, path, answers, partner=SCHOOL):
    content = demand_for(partner, assessment=recorded.snapshot().info.id)
    return write_offers(path, answers, content=content)


def offers_of(recorded):
    return {offer.skill: offer for offer in recorded.snapshot().offers}


def test_an_answered_form_makes_and_updates_offers_in_one_step_to_undo(recorded, tmp_path):
    before = recorded.content_hash()
    answers = {
        "offer_1_form": "offer_form.course",
        "offer_1_places": 16,
        "offer_2_places": 20,
        "offer_3_skill": "Laser",
    }

    (outcome,) = import_forms(recorded, [returned(recorded, tmp_path / "f.xlsx", answers)])

    found = offers_of(recorded)
    assert outcome.state is ImportState.ACCEPTED
    assert (found[WELDING.uri].places_per_year, found[WELDING.uri].form) == (16, OfferForm.COURSE)
    assert (found[CNC.uri].id, found[CNC.uri].places_per_year, found[CNC.uri].cost) == (RECORDED.id, 20, "free")
    assert len(found) == 3
    recorded.undo()
    assert recorded.content_hash() == before


def test_what_the_cluster_found_unfit_stays_unfit_and_the_difference_is_told(recorded, tmp_path):
    answers = {"offer_1_fit": "fit.yes", "offer_2_fit": "fit.yes"}

    (outcome,) = import_forms(recorded, [returned(recorded, tmp_path / "f.xlsx", answers)])

    assert (outcome.state, codes(outcome)) == (ImportState.PARTIAL, ["fit_kept"])
    assert {offer.skill: offer.fit for offer in recorded.snapshot().offers} == {WELDING.uri: Fit.YES, CNC.uri: Fit.NO}
    assert recorded.snapshot().replies[0].problems == outcome.problems
    assert "CNC" in load_texts("en").say(outcome.problems[0].facts)


def test_two_lines_about_one_skill_are_two_offers_and_neither_says_what_nobody_said(recorded, tmp_path):
    answers = {
        "offer_1_form": "offer_form.course",
        "offer_1_places": 10,
        "offer_1_mode": "evenings",
        "offer_3_skill": "Welding",
        "offer_3_form": "offer_form.course",
        "offer_3_places": 20,
        "offer_3_cost": "free",
    }

    (outcome,) = import_forms(recorded, [returned(recorded, tmp_path / "f.xlsx", answers)])

    found = [one for one in recorded.snapshot().offers if one.skill == WELDING.uri]
    assert [(one.places_per_year, one.mode, one.cost) for one in found] == [(10, "evenings", None), (20, None, "free")]
    assert (outcome.state, codes(outcome)) == (ImportState.PARTIAL, ["offer_beside"])


def test_what_is_told_of_a_cell_is_not_turned_round_by_what_stands_in_it():
    line = OfferedSkill(row=1, skill_text="CNC", fit=Fit.YES)
    marked = replace(recorded_answers.REPLY, offers=(line,), problems=(), raw={"offer_1_fit": "ye\u202es\x07"})
    known = make_snapshot(partners=(SCHOOL,), offers=(RECORDED,), skills=(CNC,), replies=(marked,))

    settled = settled_reply(known, marked.id, SCHOOL.id)

    (problem,) = settled.reply.problems
    assert (problem.code, problem.found) == ("fit_kept", "yes")
    assert problem.facts.facts["found"] == "yes"
    assert settled.reply.raw == marked.raw  # the same form sent again is known by it


def test_a_line_that_came_back_empty_is_told_and_removes_nothing(recorded, tmp_path):
    emptied = dict.fromkeys(("offer_2_form", "offer_2_places", "offer_2_cost", "offer_2_funding"))

    (outcome,) = import_forms(recorded, [returned(recorded, tmp_path / "f.xlsx", {**emptied, "offer_1_places": 3})])

    assert offers_of(recorded)[CNC.uri] == RECORDED
    assert (outcome.state, codes(outcome)) == (ImportState.PARTIAL, ["offer_emptied"])


@pytest.mark.parametrize(("said", "fit"), [("sí", Fit.YES), ("Ja", Fit.YES), ("nem", Fit.NO)])
def test_a_plain_yes_or_no_says_whether_the_content_fits(recorded, tmp_path, said, fit):
    import_forms(recorded, [returned(recorded, tmp_path / "f.xlsx", {"offer_1_fit": said})])

    assert offers_of(recorded)[WELDING.uri].fit is fit


def test_a_line_that_stands_twice_counts_once(recorded, tmp_path):
    answers = {"offer_1_places": 10, "offer_3_skill": "welding", "offer_3_places": 10}

    (outcome,) = import_forms(recorded, [returned(recorded, tmp_path / "f.xlsx", answers)])

    assert [one.places_per_year for one in recorded.snapshot().offers if one.skill == WELDING.uri] == [10]
    assert codes(outcome) == ["offer_repeated"]


def test_of_two_recorded_courses_none_is_overwritten_unless_the_line_tells_which_it_means(recorded, tmp_path):
    other = replace(RECORDED, id="O9", places_per_year=20, cost="900 EUR", mode="weekends")
    recorded.apply(SavePartners(offers=(other,)))

    (unclear,) = import_forms(
        recorded, [returned(recorded, tmp_path / "a.xlsx", {"offer_2_places": 30, "offer_2_cost": "tbd"})]
    )
    untouched = recorded.snapshot().offers
    waiting_for = returned(recorded, tmp_path / "b.xlsx", {"offer_2_places": 31})
    import_forms(recorded, [waiting_for])
    reply = next(one for one in recorded.snapshot().replies if one.state is ResponseState.TO_CHECK)
    recorded.apply(settled_reply(recorded.snapshot(), reply.id, SCHOOL.id))

    assert codes(unclear) == ["offer_unclear"]
    assert {one.places_per_year for one in untouched} == {8, 20}
    assert {one.id: one.places_per_year for one in recorded.snapshot().offers} == {RECORDED.id: 31, other.id: 20}


def test_offers_of_a_returned_form_change_coverage(recorded, tmp_path):
    results = needing(6)
    status = {item.uri: item.coverage.status for item in results.skills}
    import_forms(recorded, [returned(recorded, tmp_path / "f.xlsx", {"offer_1_places": 100})])
    offer = offers_of(recorded)[WELDING.uri]

    after = run(replace(results.snapshot, offers=(offer,)), shipped_catalogue())

    assert status[WELDING.uri] is CoverageStatus.NOBODY
    assert {item.uri: item.coverage.status for item in after.skills}[WELDING.uri] is CoverageStatus.INTRODUCTION


def test_a_form_that_waits_changes_no_offer_until_somebody_decides(recorded, tmp_path):
    stranger = make_partner("P009", name="Unheard of")
    import_forms(recorded, [returned(recorded, tmp_path / "f.xlsx", {"offer_1_places": 5}, stranger)])
    (waiting,) = recorded.snapshot().replies
    untouched = recorded.snapshot().offers

    recorded.apply(settled_reply(recorded.snapshot(), waiting.id, SCHOOL.id))

    (settled,) = recorded.snapshot().replies
    assert (waiting.state, untouched) == (ResponseState.TO_CHECK, (RECORDED,))
    assert (settled.state, settled.partner) == (ResponseState.ACCEPTED, SCHOOL.id)
    assert offers_of(recorded)[WELDING.uri].places_per_year == 5
    recorded.undo()
    assert recorded.snapshot().offers == untouched


def test_a_form_can_be_kept_out_and_stays_known(recorded, tmp_path):
    path = returned(recorded, tmp_path / "f.xlsx", {"offer_1_places": 5}, make_partner("P9", name="Unheard of"))
    import_forms(recorded, [path])

    recorded.apply(settled_reply(recorded.snapshot(), recorded.snapshot().replies[0].id, None))

    (again,) = import_forms(recorded, [path])
    assert (again.state, recorded.snapshot().offers) == (ImportState.DUPLICATE, (RECORDED,))


def test_answers_that_were_kept_out_wait_again_when_they_come_in_a_new_file(recorded, tmp_path):
    import_forms(recorded, [returned(recorded, tmp_path / "a.xlsx", {"offer_1_places": 5})])
    path = returned(recorded, tmp_path / "b.xlsx", {"offer_1_places": 9})
    import_forms(recorded, [path])
    waiting = next(one for one in recorded.snapshot().replies if one.state is ResponseState.TO_CHECK)
    recorded.apply(settled_reply(recorded.snapshot(), waiting.id, None))

    (again,) = import_forms(recorded, [saved_anew(path, tmp_path / "c.xlsx")])

    assert (again.state, codes(again)) == (ImportState.TO_CHECK, ["second_offer_form"])


def test_a_form_of_a_removed_partner_may_be_taken_once_more(recorded, tmp_path):
    path = returned(recorded, tmp_path / "a.xlsx", {"offer_1_places": 5})
    import_forms(recorded, [path])
    recorded.apply(RemovePartners(partners=(SCHOOL.id,)))
    recorded.apply(SavePartners(partners=(SCHOOL,)))

    (again,) = import_forms(recorded, [path])

    assert again.state is ImportState.ACCEPTED
    assert [one.places_per_year for one in recorded.snapshot().offers if one.skill == WELDING.uri] == [5]


def test_a_second_form_replaces_the_first_once_somebody_says_so(recorded, tmp_path):
    import_forms(recorded, [returned(recorded, tmp_path / "a.xlsx", {"offer_1_places": 5})])
    import_forms(recorded, [returned(recorded, tmp_path / "b.xlsx", {"offer_1_places": 9})])
    waiting = next(one for one in recorded.snapshot().replies if one.state is ResponseState.TO_CHECK)
    first = offers_of(recorded)[WELDING.uri]

    recorded.apply(settled_reply(recorded.snapshot(), waiting.id, SCHOOL.id))

    second = offers_of(recorded)[WELDING.uri]
    assert (first.places_per_year, second.places_per_year, first.id) == (5, 9, second.id)
    assert sorted(one.state for one in recorded.snapshot().replies) == [
        ResponseState.ACCEPTED,
        ResponseState.SUPERSEDED,
    ]


def test_a_returned_form_outlives_its_partner_and_follows_a_merge(recorded, tmp_path):
    import_forms(recorded, [returned(recorded, tmp_path / "a.xlsx", {"offer_1_places": 5})])
    recorded.apply(SavePartners(partners=(make_partner("P002", name="Valdorma"),)))

    recorded.apply(MergePartners(kept="P002", gone="P001"))
    merged = recorded.snapshot().replies
    recorded.apply(RemovePartners(partners=("P002",)))

    (left,) = recorded.snapshot().replies
    assert [one.partner for one in merged] == ["P002"]
    assert (left.partner, left.state, left.raw) == (None, ResponseState.SUPERSEDED, merged[0].raw)


def test_a_new_partner_of_a_form_may_not_be_called_as_one_that_is_recorded():
    snapshot = make_snapshot(partners=(SCHOOL,))

    with pytest.raises(FastmapError, match="partner_known"):
        reply_of_new_partner(snapshot, "Q1", f" {SCHOOL.name.upper()} ", PartnerType.VET)
