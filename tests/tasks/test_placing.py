"""Needs with their skills, who said what, and the changes that place a text."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from fastmap.model.choices import MappingHow, ResponseState
from fastmap.model.normalise import text_key
from fastmap.model.responses import Need
from fastmap.model.skills import Mapping, SetAside
from fastmap.model.voices import members_of, most_written, voices
from fastmap.tasks.placing import (
    added,
    language_of,
    open_texts,
    picked,
    placed_before,
    placed_needs,
)
from fastmap.vocabulary.index import open_index
from fastmap.vocabulary.proposals import propose
from fastmap.vocabulary.starter import starter_list
from tests.support.builders import cluster_where, make_mapping, make_need, make_skill, unused

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
WELDING = make_skill("Welding")


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    return open_index(tmp_path_factory.mktemp("vocabulary"))


def test_needs_are_listed_by_member_with_the_skill_they_mean():
    snapshot = cluster_where(
        [make_need("welding!", row=2)],
        [make_need("Brazing")],
        skills=[WELDING],
        mappings=[make_mapping("Welding", WELDING)],
    )
    first, second = snapshot.members
    snapshot = replace(snapshot, members=(replace(first, name="Zeta"), replace(second, name="alfa")))

    rows = placed_needs(snapshot)

    assert [(row.member.name, row.need.skill_text, row.skill) for row in rows] == [
        ("alfa", "Brazing", None),
        ("Zeta", "welding!", WELDING),
    ]


def test_answers_to_check_are_not_listed_but_their_texts_wait_for_a_skill():
    snapshot = cluster_where([make_need("Brazing")])
    waiting = tuple(replace(response, state=ResponseState.TO_CHECK) for response in snapshot.responses)
    snapshot = replace(snapshot, responses=waiting)

    assert placed_needs(snapshot) == ()
    assert [key for key, _ in open_texts(snapshot)] == ["brazing"]


def test_texts_are_counted_by_members_and_told_apart_by_language():
    snapshot = cluster_where(
        [make_need("Brazing"), make_need("brazing", row=2)],
        [make_need("BRAZING")],
        [make_need("Milling")],
        unused_per_member=[[], [unused("Brazing")], []],
    )
    last = replace(snapshot.responses[-1], language="es")
    snapshot = replace(snapshot, responses=(*snapshot.responses[:-1], last))

    said = voices(snapshot)

    assert open_texts(snapshot) == (("brazing", "en"), ("milling", "es"))
    assert members_of(said["brazing", "en"]) == 2
    assert most_written(said["brazing", "en"]) == "Brazing"
    assert sorted(str(voice.row) for voice in said["brazing", "en"]) == ["1", "1", "2", "None"]


def test_the_desk_and_the_proposals_speak_of_the_same_texts(index):
    snapshot = cluster_where(
        [make_need("Brasing of things"), make_need("welding", row=2)], unused_per_member=[[unused("Odd thing")]]
    )

    proposals = propose(snapshot, index)

    undecided = {(entry.text_key, entry.language) for entry in (*proposals.open, *proposals.mappings)}
    assert set(open_texts(snapshot)) == undecided


def test_a_member_is_written_down_in_the_language_of_its_answer_then_its_own_then_the_assessments():
    snapshot = cluster_where([make_need()], [])
    spanish = tuple(replace(member, language="es") for member in snapshot.members)
    snapshot = replace(snapshot, members=spanish, responses=snapshot.responses[:1])

    assert language_of(snapshot, snapshot.members[0].code) == "en"
    assert language_of(snapshot, snapshot.members[1].code) == "es"
    assert language_of(snapshot, "nobody") == snapshot.info.language


def test_a_picked_skill_comes_with_its_place_and_is_copied_into_the_file(index):
    concept = starter_list().concepts[0]
    label = concept.names["en"].preferred

    meaning = picked(cluster_where([]), index, label, "en", concept.uri, NOW)

    assert meaning.mappings == (
        Mapping(text_key=text_key(label), language="en", skill=concept.uri, how=MappingHow.BY_HAND, decided_at=NOW),
    )
    assert [skill.uri for skill in meaning.skills] == [concept.uri]


def test_own_words_are_placed_only_where_they_equal_one_name(index):
    label = starter_list().concepts[0].names["en"].preferred
    snapshot = cluster_where([])

    exact = picked(snapshot, index, label.upper(), "en", None, NOW)
    odd = picked(snapshot, index, "whistling at lathes", "en", None, NOW)

    assert [mapping.how for mapping in exact.mappings] == [MappingHow.EXACT]
    assert odd.mappings == ()


def test_a_text_that_was_placed_before_stays_where_it_is(index):
    snapshot = cluster_where([make_need()], skills=[WELDING], mappings=[make_mapping("Welding", WELDING)])

    meaning = picked(snapshot, index, "Welding", "en", starter_list().concepts[0].uri, NOW)

    assert meaning.mappings == ()


def test_a_need_is_added_in_the_language_of_the_members_answer(index):
    snapshot = cluster_where([make_need()])
    member = snapshot.members[0].code
    meaning = picked(snapshot, index, "Brazing", "en", None, NOW)

    change = added(snapshot, member, Need(row=1, skill_text="Brazing"), meaning, response="I-1", at=NOW)

    assert (change.member, change.language, change.response) == (member, "en", "I-1")


def test_a_picked_skill_brings_back_a_text_that_was_set_aside(index):
    aside = SetAside(text_key="welding", language="en")
    snapshot = replace(cluster_where([make_need("welding")], skills=[WELDING]), set_aside=(aside,))

    kept_words = picked(snapshot, index, "welding", "en", None, NOW)
    chosen = picked(snapshot, index, "welding", "en", WELDING.uri, NOW)

    assert kept_words.mappings == ()
    assert [(mapping.text_key, mapping.skill) for mapping in chosen.mappings] == [("welding", WELDING.uri)]
    assert placed_before(snapshot, "welding", "en", WELDING.uri) == ()


def test_a_pick_against_an_earlier_decision_is_told(index):
    other = make_skill("Soldering")
    snapshot = cluster_where(
        [make_need("welding")], skills=[WELDING, other], mappings=[make_mapping("welding", WELDING)]
    )

    assert picked(snapshot, index, "welding", "en", other.uri, NOW).mappings == ()
    assert placed_before(snapshot, "welding", "en", other.uri) == (WELDING.uri,)
    assert placed_before(snapshot, "welding", "en", WELDING.uri) == ()
    assert placed_before(snapshot, "welding", "en", None) == ()
