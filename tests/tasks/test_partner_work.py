"""Partners as a person works on them: cells in words, pasted cells, the matrix, and introductions."""

from dataclasses import replace

import pytest

from fastmap.catalogue.texts import load_texts
from fastmap.model.choices import Complexity, Fit, PartnerLevel, PartnerType, Scope, Timing
from fastmap.model.ids import LanguageCode
from fastmap.tasks.coverage_matrix import Match, coverage_matrix
from fastmap.tasks.introducing import introduction_mail, is_planned, planned_introduction
from fastmap.tasks.partner_edits import pasted_partners, skill_named, skills_like, with_cell
from fastmap.tasks.skill_words import words_about, words_by_skill
from fastmap.tasks.top_skills import not_covered, out_of_balance, ranked, top_skills
from fastmap.tasks.typed import NotUnderstoodError
from tests.support.builders import (
    assess,
    cluster_where,
    make_mapping,
    make_member,
    make_need,
    make_offer,
    make_partner,
    make_response,
    make_skill,
    make_snapshot,
    make_tie,
    own_uri,
    unused,
)

ENGLISH = load_texts("en")
WELDING = own_uri("Welding")
SHORT = make_need(short_now=2, short_12m=4)


@pytest.mark.parametrize(
    ("column", "text", "value"),
    [
        ("type", "Vocational training", PartnerType.VET),
        ("type", "formación profesional", PartnerType.VET),
        ("type", "university", PartnerType.UNIVERSITY),
        ("level", "regional", PartnerLevel.REGIONAL),
        ("level", "", None),
        ("in_cluster", "sí", True),
        ("in_cluster", "–", None),
        ("stage", "4", 4),
        ("stage", "Standing alliance", 5),
        ("name", "  Two \n words ", "Two words"),
    ],
)
def test_a_cell_is_understood_as_people_write_it(column, text, value):
    partner = with_cell(make_partner(stage=1, level=PartnerLevel.LOCAL, in_cluster=False), column, text)

    assert getattr(partner, column) == value


@pytest.mark.parametrize(("column", "text"), [("name", " "), ("type", ""), ("type", "spaceship"), ("stage", "6")])
def test_a_cell_without_meaning_is_refused_and_not_guessed(column, text):
    with pytest.raises(NotUnderstoodError):
        with_cell(make_partner(), column, text)


def test_pasted_rows_change_the_partners_they_meet_and_add_the_rest():
    known = make_partner("a", name="School A", stage=1)
    snapshot = make_snapshot(partners=(known,))
    grid = (("School B", "University", "3"), ("School C", "Chamber", "bright"), ("School D", "", ""))

    pasted = pasted_partners(snapshot, grid, ("name", "type", "stage"), (known.id,))

    assert pasted.change is not None
    assert [partner.name for partner in pasted.change.partners] == ["School B", "School C"]
    assert pasted.change.partners[0].id == known.id
    assert (pasted.added, pasted.updated) == (1, 1)
    assert pasted.not_understood == ("bright",)
    assert pasted.without_type == ("School D",)


def test_a_pasted_name_that_is_known_is_not_added_twice():
    known = make_partner("a", name="School A", type=PartnerType.VET)
    snapshot = make_snapshot(partners=(known,))

    pasted = pasted_partners(snapshot, (("school a", "University"),), ("name", "type"), ())

    assert pasted.change is not None
    assert [(partner.id, partner.type) for partner in pasted.change.partners] == [(known.id, PartnerType.UNIVERSITY)]


def test_blank_cells_of_a_row_found_by_its_name_leave_what_is_recorded():
    known = make_partner("a", name="Escuela Norte", type=PartnerType.VET, stage=4, in_cluster=False)
    columns = ("name", "type", "in_cluster", "stage")

    added = pasted_partners(make_snapshot(partners=(known,)), (("Escuela Norte", "VET", "", ""),), columns, ())
    over = pasted_partners(make_snapshot(partners=(known,)), (("Escuela Norte", "VET", "", ""),), columns, (known.id,))

    assert added.change is None
    assert over.change is not None
    assert (over.change.partners[0].stage, over.change.partners[0].in_cluster) == (None, None)


def test_two_pasted_rows_of_one_new_name_are_one_partner():
    grid = (("Nuevo Centro", "VET", "2"), ("nuevo centro", "VET", ""))

    pasted = pasted_partners(make_snapshot(), grid, ("name", "type", "stage"), ())

    assert pasted.change is not None
    assert [(partner.name, partner.stage) for partner in pasted.change.partners] == [("nuevo centro", 2)]
    assert pasted.added == 1


def test_pasting_what_is_there_already_changes_nothing():
    known = make_partner("a", name="School A")

    assert pasted_partners(make_snapshot(partners=(known,)), (("School A",),), ("name",), (known.id,)).change is None


def test_skills_of_the_file_come_first_and_later_words_count_too():
    skill = make_skill("Laser welding")
    snapshot = make_snapshot(skills=(skill,))

    found = skills_like(snapshot, "weld", ENGLISH)

    assert found[0].uri == skill.uri
    assert len({choice.uri for choice in found}) == len(found) > 1


def test_words_that_nobody_knows_become_a_skill_of_the_clusters_own():
    skill = skill_named(make_snapshot(), "frobnication of hulls", None, LanguageCode("en"))

    assert skill.uri.startswith("fastmap:own/")


def welding_cluster(*offers, partners=(), ties=()):
    skill = make_skill("Welding")
    return cluster_where(
        *([SHORT] for _ in range(4)),
        skills=[skill],
        mappings=[make_mapping("Welding", skill)],
        partners=partners,
        offers=offers,
        ties=ties,
    )


def test_the_matrix_adds_up_known_places_and_says_when_some_are_unknown():
    snapshot = welding_cluster(
        make_offer(WELDING, number=1, places_per_year=8, fit=Fit.YES),
        make_offer(WELDING, number=2, places_per_year=None),
        make_offer(WELDING, number=3, places_per_year=50, fit=Fit.NO),
        partners=(make_partner(), make_partner("idle")),
    )

    matrix = coverage_matrix(assess(snapshot))

    (cell,) = matrix.cells.values()
    assert [partner.id for partner in matrix.partners] == [make_partner().id]
    assert (cell.match, cell.places, cell.has_unknown_places) == (Match.FITS, 8, True)


def test_a_pair_whose_offers_are_all_marked_unfit_has_no_places():
    snapshot = welding_cluster(make_offer(WELDING, places_per_year=8, fit=Fit.NO), partners=(make_partner(),))

    (cell,) = coverage_matrix(assess(snapshot)).cells.values()

    assert (cell.match, cell.places, cell.has_unknown_places) == (Match.DOES_NOT_FIT, None, False)


def test_a_planned_introduction_is_regional_and_abroad_international():
    near = make_partner(level=PartnerLevel.REGIONAL)
    far = make_partner("far", level=PartnerLevel.ABROAD)
    snapshot = welding_cluster(
        make_offer(WELDING, number=1), make_offer(WELDING, "far", number=2), partners=(near, far)
    )
    results = assess(snapshot)

    actions = [planned_introduction(entry, results, ENGLISH).action for entry in results.ecosystem.introductions]

    cells = {action.partners[0]: (action.cell.scope, action.cell.complexity) for action in actions}
    assert cells == {
        near.id: (Scope.REGIONAL, Complexity.LOW_MEDIUM),
        far.id: (Scope.INTERNATIONAL, Complexity.LOW_MEDIUM),
    }
    assert all(action.timing == (Timing.ST,) and action.skills for action in actions)


def test_an_introduction_counts_as_planned_once_its_action_is_there():
    results = assess(welding_cluster(make_offer(WELDING), partners=(make_partner(),)))
    (entry,) = results.ecosystem.introductions
    action = planned_introduction(entry, results, ENGLISH).action

    after = replace(results, snapshot=replace(results.snapshot, actions=(action,)))

    assert not is_planned(entry, results)
    assert is_planned(entry, after)


def test_the_mail_to_a_partner_names_no_firm_that_lacks_the_skill():
    snapshot = welding_cluster(make_offer(WELDING), partners=(make_partner(),), ties=(make_tie(member=4),))
    snapshot = replace(snapshot, members=(*snapshot.members, make_member(9)), ties=(*snapshot.ties, make_tie(member=9)))
    results = assess(snapshot)
    (entry,) = results.ecosystem.introductions
    names = {member.code: member.name for member in snapshot.members}

    mail = introduction_mail(entry, results, ENGLISH, 5)

    assert len(entry.members) == 3
    assert "some firms" in mail  # three are few enough to guess who they are
    assert "3 firms" in introduction_mail(entry, results, ENGLISH, 3)
    assert not [name for code, name in names.items() if name in mail and code != "M009"]
    assert names["M009"] in mail


def test_own_words_follow_the_placement_of_the_texts():
    skill = make_skill("Welding")
    snapshot = make_snapshot(
        members=(make_member(1), make_member(2)),
        responses=(
            make_response(1, make_need("TIG  welding"), make_need("Juggling", row=2)),
            make_response(2, unused=(unused("Welding", 3),)),
        ),
        skills=(skill,),
        mappings=(make_mapping("TIG welding", skill), make_mapping("Welding", skill)),
    )
    results = assess(snapshot)
    items = {item.uri: item for item in results.skills}

    words = words_by_skill(snapshot)

    assert set(words) <= items.keys()
    said = words_about(items[skill.uri], words)
    assert [(one.member, one.need is None) for one in said] == [
        (make_member(1).code, False),
        (make_member(2).code, True),
    ]


def test_top_skills_are_counted_as_the_report_counts_them():
    results = assess(welding_cluster(make_offer(WELDING, fit=Fit.NO), partners=(make_partner(),)))

    top = top_skills(results)

    assert [item.ranking.rank for item in top] == [1]
    assert not_covered(top) == 1
    assert ranked(results.skills) == top
    assert out_of_balance(top) == 1
