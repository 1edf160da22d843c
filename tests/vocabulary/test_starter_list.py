from collections import Counter

import pytest

from fastmap.model.choices import SkillKind
from fastmap.vocabulary.folding import equality_key, says_nothing
from fastmap.vocabulary.starter import STARTER_PREFIX, same_skill, starter_list


def test_the_starter_list_covers_every_kind_of_skill():
    kinds = Counter(concept.kind for concept in starter_list().concepts)

    assert set(kinds) == set(SkillKind)
    assert sum(kinds.values()) >= 150
    assert min(kinds.values()) >= 8


def test_every_skill_of_the_starter_list_has_a_uri_of_its_own():
    uris = [concept.uri for concept in starter_list().concepts]

    assert len(set(uris)) == len(uris)
    assert all(uri.startswith(STARTER_PREFIX) for uri in uris)


def test_every_skill_and_group_of_the_starter_list_is_named_in_every_language():
    languages = starter_list().languages

    for concept in starter_list().concepts:
        assert concept.group is not None
        assert set(concept.names) == set(concept.group.labels) == set(languages)
        assert all(names.preferred and names.others for names in concept.names.values())


@pytest.mark.parametrize("language", starter_list().languages)
def test_no_name_of_the_starter_list_means_two_skills(language):
    owners = {}
    for concept in starter_list().concepts:
        for name in concept.names[language].all():
            owners.setdefault(equality_key(name, language), set()).add(concept.uri)

    assert {key: uris for key, uris in owners.items() if len(uris) > 1} == {}


def test_no_name_of_the_starter_list_reads_as_no_answer():
    names = [name for concept in starter_list().concepts for names in concept.names.values() for name in names.all()]

    assert [name for name in names if says_nothing(equality_key(name, "en"))] == []


def test_each_esco_concept_stands_for_at_most_one_skill_of_the_list():
    linked = [concept.same_as for concept in starter_list().concepts if concept.same_as is not None]

    assert len(set(linked)) == len(linked)
    assert all(same_skill()[same_skill()[uri]] == uri for uri in linked)
