"""Offer forms of providers: written, filled in, read back; whatever is doubtful waits, and nothing is lost."""

from dataclasses import replace

import openpyxl
import pytest

from exports.offer_form import write_offer_form
from exports.offer_layout import PLACES
from fastmap.catalogue.texts import form_languages, load_texts, shipped_languages
from fastmap.errors import FastmapError
from fastmap.intake.form_filled import not_blank
from fastmap.intake.forms import read_forms
from fastmap.intake.offer_definition import OFFER_FORM, OFFER_ROWS
from fastmap.model.choices import Fit, ImportState, OfferForm, ResponseState
from fastmap.model.organisations import NameDecision
from tests.support.builders import make_partner, make_snapshot
from tests.support.returned_forms import ASSESSMENT, ONE_NEED, codes, resaved, set_answer, write_filled
from tests.support.returned_forms import snapshot as needs_snapshot
from tests.support.returned_offers import CNC, RECORDED, SCHOOL, WELDING, demand_for, write_offers

ANSWERS = {
    "respondent_role": "Head of studies",
    "offer_1_form": "offer_form.course",
    "offer_1_places": 16,
    "offer_1_fit": "fit.yes",
    "offer_1_cost": "none",
    "offer_1_funding": "yes_no.yes",
    "offer_1_language": "form.language.es",
    "offer_1_mode": "evenings",
    "offer_1_evidence": "=Catalogue 2026",
    "offer_3_skill": "Laser cutting",
    "offer_3_places": 6,
    "remarks": "Call us",
}


def snapshot(*partners, **more):
    base = make_snapshot(
        partners=partners or (SCHOOL,), offers=(RECORDED,) if not partners else (), skills=(WELDING, CNC), **more
    )
    return replace(base, info=replace(base.info, id=ASSESSMENT))


def read(path, known=None):
    (outcome,) = read_forms([path], known or snapshot())
    return outcome


@pytest.mark.parametrize("language", form_languages())
def test_a_filled_form_comes_back_with_every_answer_in_every_language(tmp_path, language):
    outcome = read(write_offers(tmp_path / "f.xlsx", ANSWERS, content=demand_for(language=language)))

    assert (outcome.state, outcome.partner, codes(outcome)) == (ImportState.ACCEPTED, "P001", [])
    welding, laser = outcome.reply.offers
    assert (welding.skill_text, welding.form, welding.places_per_year) == ("Welding", OfferForm.COURSE, 16)
    assert (welding.fit, welding.cost, welding.publicly_funded, welding.language) == (Fit.YES, "none", True, "es")
    assert (welding.mode, welding.evidence) == ("evenings", "=Catalogue 2026")
    assert (laser.row, laser.skill_text, laser.places_per_year, laser.form) == (3, "Laser cutting", 6, None)
    assert (outcome.reply.remarks, outcome.reply.language) == ("Call us", language)
    assert outcome.reply.raw["offer_1_places"] == "16"


def test_every_name_of_the_contract_is_there_and_what_came_from_outside_is_text(tmp_path):
    content = demand_for(replace(SCHOOL, name="=HYPERLINK(0)"))
    write_offer_form(tmp_path / "f.xlsx", content=content, texts=load_texts("en"))
    workbook = openpyxl.load_workbook(tmp_path / "f.xlsx")

    assert set(workbook.defined_names) == {field.name for field in OFFER_FORM.every} == set(PLACES)
    assert len(OFFER_FORM.skills) == OFFER_ROWS
    cell = workbook.worksheets[0][PLACES["organisation"].anchor]
    assert (cell.value, cell.data_type) == ("=HYPERLINK(0)", "s")


def test_lines_left_as_they_were_sent_are_no_offers_and_the_form_is_blank(tmp_path):
    path = write_offers(tmp_path / "f.xlsx", {})

    outcome = read(path)

    assert (outcome.state, codes(outcome)) == (ImportState.ACCEPTED, ["offer_form_empty"])
    assert outcome.reply.offers == ()
    assert not_blank([path]) == ()


def test_one_answer_makes_a_form_that_is_never_written_over(tmp_path):
    from exports.demand_sending import write_demand

    (pair,) = write_demand([demand_for()], tmp_path)
    write_demand([demand_for()], tmp_path)
    workbook = openpyxl.load_workbook(pair[0])
    set_answer(workbook, "offer_2_places", 9)
    workbook.save(pair[0])

    with pytest.raises(FastmapError) as refused:
        write_demand([demand_for()], tmp_path)

    assert refused.value.code == "forms_filled_in"
    assert [path.suffix for path in pair] == [".xlsx", ".pdf"]


def test_what_is_on_record_can_be_corrected(tmp_path):
    outcome = read(write_offers(tmp_path / "f.xlsx", {"offer_2_places": 20}))

    (offer,) = outcome.reply.offers
    assert (offer.skill_text, offer.form, offer.places_per_year, offer.cost) == ("CNC", OfferForm.COURSE, 20, "free")


@pytest.mark.parametrize(
    ("answers", "code", "cell"),
    [
        ({"offer_4_places": 12}, "places_without_skill", "C12"),
        ({"offer_1_places": "about a dozen"}, "number_text", "I9"),
        ({"offer_1_places": "10-15"}, "number_range", "I9"),
        ({"offer_1_form": "rocket science"}, "choice_unknown", "H9"),
        ({"offer_1_places": 5, "offer_1_language": "Klingon"}, "choice_unknown", "M9"),
    ],
)
def test_a_cell_that_cannot_be_taken_is_named_with_its_place_and_kept(tmp_path, answers, code, cell):
    outcome = read(write_offers(tmp_path / "f.xlsx", answers))

    assert outcome.state is ImportState.PARTIAL
    (found,) = outcome.problems
    assert (found.code, found.cell) == (code, cell)
    assert outcome.reply.raw.items() >= {name: str(value) for name, value in answers.items()}.items()


@pytest.mark.parametrize(
    ("content", "answers", "code", "whose"),
    [
        (demand_for(assessment="another"), {}, "other_assessment", None),
        (demand_for(make_partner("P9", name="Nobody's")), {}, "provider_unknown", None),
        (demand_for(), {"partner_id": None, "organisation": None}, "provider_missing", None),
        (demand_for(), {"organisation": "Another school"}, "provider_differs", "P001"),
        (demand_for(), {"form_id": None}, "form_id_missing", "P001"),
        (demand_for(), {"form_version": "99"}, "form_newer", "P001"),
    ],
)
def test_a_doubtful_form_waits_with_all_it_says(tmp_path, content, answers, code, whose):
    outcome = read(write_offers(tmp_path / "f.xlsx", {**ANSWERS, **answers}, content=content))

    assert outcome.state is ImportState.TO_CHECK
    assert code in codes(outcome)
    assert (outcome.reply.state, outcome.reply.partner) == (ResponseState.TO_CHECK, whose)
    assert len(outcome.reply.offers) == 2


def test_a_form_is_known_by_its_name_where_the_number_is_gone_or_another_since_a_merge(tmp_path):
    decided = NameDecision(name_key="old name", name="Old name", partner="P001")
    without = write_offers(tmp_path / "a.xlsx", {"offer_1_places": 1, "partner_id": None})
    old = demand_for(make_partner("P002", name="Old name"))
    merged = write_offers(tmp_path / "b.xlsx", {"offer_1_places": 2}, content=old)

    first, second = read(without), read(merged, snapshot(named=(decided,)))

    assert [(one.state, one.partner, codes(one)) for one in (first, second)] == [
        (ImportState.ACCEPTED, "P001", ["provider_by_name"])
    ] * 2


def test_the_same_form_twice_is_a_duplicate_and_another_version_waits(tmp_path):
    known = read(write_offers(tmp_path / "a.xlsx", ANSWERS)).reply
    again = snapshot(replies=(known,))
    (tmp_path / "same.xlsx").write_bytes((tmp_path / "a.xlsx").read_bytes())

    same_file = read(tmp_path / "same.xlsx", again)
    same_answers = read(write_offers(tmp_path / "b.xlsx", {**ANSWERS}), again)
    other = read(write_offers(tmp_path / "c.xlsx", {**ANSWERS, "offer_1_places": 3}), again)

    assert (same_file.state, codes(same_file), same_file.reply) == (ImportState.DUPLICATE, ["same_file"], None)
    assert (same_answers.state, same_answers.reply) == (ImportState.DUPLICATE, None)
    assert (other.state, codes(other)) == (ImportState.TO_CHECK, ["second_offer_form"])


def test_a_blank_form_before_does_not_make_the_answer_wait(tmp_path):
    blank = read(write_offers(tmp_path / "a.xlsx", {})).reply

    outcome = read(write_offers(tmp_path / "b.xlsx", ANSWERS), snapshot(replies=(blank,)))

    assert outcome.state is ImportState.ACCEPTED


def test_forms_of_both_kinds_are_told_apart_in_one_folder(tmp_path):
    write_filled(tmp_path / "a.xlsx", ONE_NEED)
    write_offers(tmp_path / "b.xlsx", ANSWERS)
    known = replace(needs_snapshot(), partners=(SCHOOL,))

    needs, offers = read_forms([tmp_path], known)

    assert (needs.response is not None, needs.reply) == (True, None)
    assert (offers.response, offers.reply is not None) == (None, True)


def test_a_form_whose_names_were_lost_is_read_by_its_questions(tmp_path):
    path = write_offers(tmp_path / "f.xlsx", ANSWERS)
    workbook = openpyxl.load_workbook(path)
    for name in list(workbook.defined_names):
        del workbook.defined_names[name]
    workbook.worksheets[0].title = "Ours"
    workbook.save(path)

    outcome = read(path)

    assert outcome.partner == "P001"
    assert [(one.skill_text, one.places_per_year) for one in outcome.reply.offers] == [
        ("Welding", 16),
        ("Laser cutting", 6),
    ]


def test_a_form_saved_by_another_office_program_says_the_same(tmp_path):
    path = write_offers(tmp_path / "f.xlsx", ANSWERS)
    folder = tmp_path / "office"
    folder.mkdir()
    (saved,) = resaved([path], folder)

    assert read(saved).reply.offers == read(path).reply.offers


def test_every_finding_has_its_sentence(tmp_path):
    answers = {"organisation": "Another", "offer_4_places": 2, "offer_1_places": "many"}
    every = [
        read(write_offers(tmp_path / "a.xlsx", answers)),
        read(write_offers(tmp_path / "b.xlsx", {})),
        read(write_offers(tmp_path / "c.xlsx", {"partner_id": None})),
        read(write_offers(tmp_path / "d.xlsx", {"partner_id": "P9", "organisation": "Nobody"})),
        read(write_offers(tmp_path / "e.xlsx", {"partner_id": None, "organisation": None})),
    ]

    for language in shipped_languages():
        texts = load_texts(language)
        for outcome in every:
            for found in outcome.problems:
                assert "{" not in texts.say(found.facts)
                assert texts.get(f"done.{found.done}")
