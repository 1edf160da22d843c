import re
from dataclasses import replace

import pytest

from fastmap.model.choices import MappingHow, ResponseState, SkillSource
from fastmap.model.skills import Mapping, Skill
from fastmap.vocabulary.esco import import_packages
from fastmap.vocabulary.index import open_index
from fastmap.vocabulary.proposals import own_skill, propose
from fastmap.vocabulary.starter import same_skill
from tests.support.builders import make_need, make_response, make_snapshot, unused
from tests.support.esco_packages import skills_table, write_zip

STARTER = "fastmap:starter/"
GERMAN = same_skill()[STARTER + "german"]


@pytest.fixture(scope="module")
def starter(tmp_path_factory):
    return open_index(tmp_path_factory.mktemp("nothing imported"))


@pytest.fixture(scope="module")
def esco(tmp_path_factory):
    folder = tmp_path_factory.mktemp("esco")
    labels = {GERMAN: ("knowledge", "transversal", "German", ())}
    import_packages([write_zip(folder / "esco v1.1.1.zip", {"skills_en.csv": skills_table(labels)})], folder / "v")
    return open_index(folder / "v")


def with_texts(*texts, language="en", **parts):
    needs = [make_need(text, row=row) for row, text in enumerate(texts, start=1)]
    return make_snapshot(responses=(make_response(1, *needs, language=language),), **parts)


def placed(proposals):
    return {(mapping.text_key, mapping.language): mapping.skill for mapping in proposals.mappings}


def test_an_exact_text_is_ready_to_record_with_its_skill(starter):
    proposals = propose(with_texts("TIG welding"), starter)

    (mapping,) = proposals.mappings
    assert (mapping.text_key, mapping.skill, mapping.how) == ("tig welding", STARTER + "tig-welding", MappingHow.EXACT)
    assert proposals.skills == (starter.skill(STARTER + "tig-welding"),)
    assert proposals.open == ()


def test_everything_else_waits_for_a_person_with_candidates(starter):
    (entry,) = propose(with_texts("CNC programing"), starter).open

    assert (entry.text, entry.count) == ("CNC programing", 1)
    assert entry.match.candidates[0].uri == STARTER + "cnc-programming"


def test_the_same_text_counts_once_and_the_most_frequent_comes_first(starter):
    texts = ("basket weaving", "Herding cats", "herding cats", "herding cats!", "herding cats")

    proposals = propose(with_texts(*texts), starter)

    assert [(entry.text, entry.count) for entry in proposals.open] == [("herding cats", 4), ("basket weaving", 1)]


def test_texts_with_a_mapping_are_left_alone_but_only_in_their_language(starter):
    remembered = Mapping(text_key="english", language="en", skill="fastmap:own/x", how=MappingHow.BY_HAND)

    same = propose(with_texts("English", mappings=(remembered,)), starter)
    other = propose(with_texts("English", language="es", mappings=(remembered,)), starter)

    assert (same.mappings, same.open) == ((), ())
    assert [entry.text for entry in other.open] == ["English"]


@pytest.mark.parametrize("state", [ResponseState.NEW, ResponseState.SUPERSEDED])
def test_responses_that_do_not_count_are_not_looked_at(starter, state):
    snapshot = with_texts("TIG welding")
    snapshot = replace(snapshot, responses=(replace(snapshot.responses[0], state=state),))

    assert propose(snapshot, starter).mappings == ()


def test_responses_to_check_and_unused_skills_are_looked_at(starter):
    response = make_response(1, state=ResponseState.TO_CHECK, unused=(unused("German"),))

    assert placed(propose(make_snapshot(responses=(response,)), starter)) == {("german", "en"): STARTER + "german"}


def test_blank_texts_are_nobodys_skill(starter):
    proposals = propose(with_texts("-", " ", "…"), starter)

    assert (proposals.mappings, proposals.open) == ((), ())


def test_a_file_that_began_with_the_starter_list_keeps_its_skills_after_esco_came(starter, esco):
    held = starter.skill(STARTER + "german")

    proposals = propose(with_texts("alemán", language="es", skills=(held,)), esco)

    assert placed(proposals) == {("aleman", "es"): STARTER + "german"}
    assert proposals.skills == ()


def test_a_file_that_began_with_esco_keeps_its_skills_on_a_computer_without_it(starter, esco):
    held = esco.skill(GERMAN)

    assert placed(propose(with_texts("German", skills=(held,)), starter)) == {("german", "en"): GERMAN}


def test_a_new_file_gets_esco_where_it_is_loaded(esco):
    proposals = propose(with_texts("German language"), esco)

    assert placed(proposals) == {("german language", "en"): GERMAN}
    assert [skill.source for skill in proposals.skills] == [SkillSource.ESCO]


def test_the_clusters_own_skill_is_found_by_its_label(starter):
    own = own_skill("Retrofit of presses", "en")

    proposals = propose(with_texts("retrofit of press", skills=(own,)), starter)

    assert placed(proposals) == {("retrofit of press", "en"): own.uri}
    assert proposals.skills == ()


def test_the_same_text_makes_the_same_own_skill_and_another_language_another():
    one, same, other = own_skill("Retro-fit!", "en"), own_skill("retro fit", "en"), own_skill("retro fit", "es")

    assert one.uri == same.uri != other.uri
    assert re.fullmatch("fastmap:own/[0-9a-f]{10}", one.uri), "an id outlives its words: no word may stand in it"
    assert one == Skill(uri=one.uri, labels={"en": "Retro-fit!"}, source=SkillSource.OWN)


def test_an_own_skill_can_be_made_of_any_script():
    assert own_skill("焊接", "zh").uri.startswith("fastmap:own/")
    assert own_skill("焊接", "zh").uri != own_skill("编程", "zh").uri
