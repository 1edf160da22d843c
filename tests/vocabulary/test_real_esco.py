"""The official packages as downloaded. Skipped where they do not lie beside the repository."""

from collections import Counter

import pytest

from fastmap.model.choices import SkillKind, SkillSource
from fastmap.vocabulary.esco import import_packages
from fastmap.vocabulary.esco_rules import esco_vocabulary
from fastmap.vocabulary.index import MatchVerdict, open_index
from fastmap.vocabulary.starter import same_skill
from tests.support.esco_packages import (
    REAL_ENGLISH,
    REAL_PARTIAL,
    REAL_RELATIONS,
    REAL_SPANISH,
    needs_real_esco,
)

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def imported(tmp_path_factory):
    needs_real_esco(REAL_ENGLISH, REAL_RELATIONS, REAL_SPANISH)
    folder = tmp_path_factory.mktemp("esco") / "vocabulary"
    return import_packages([REAL_SPANISH, REAL_RELATIONS, REAL_ENGLISH], folder), open_index(folder)


def test_all_skills_labels_and_groups_are_counted(imported):
    summary, _ = imported

    lines = {line.language: line for line in summary.sources}
    assert summary.skills == 13_896
    assert (lines["en"].labels, lines["en"].distinct_labels) == (112_298, 99_539)
    assert (lines["es"].version, lines["es"].skills) == ("1.0.x", 13_485)
    assert 150 <= summary.groups <= 220


def test_every_skill_has_a_kind_and_a_group(imported):
    _, index = imported
    uris = [index._arrays.uris[place] for place in range(len(index._arrays.uris))]
    skills = [skill for uri in uris if (skill := index.skill(uri)).source is SkillSource.ESCO]

    kinds = Counter(skill.kind for skill in skills)
    assert kinds[SkillKind.LANGUAGE] == 346
    assert kinds[SkillKind.DIGITAL] == 1201
    assert set(kinds) == set(SkillKind)
    assert all(skill.group_uri and skill.group_labels.get("en") for skill in skills)


def test_old_spanish_labels_stand_beside_the_english_ones(imported):
    _, index = imported
    (match,) = index.match(["gestión de proyectos"], "es")

    skill = index.skill(match.candidates[0].uri)

    assert match.verdict is MatchVerdict.EXACT
    assert skill.labels["en"] == "project management"
    assert skill.labels["es"] == "gestión de proyectos"


def test_every_link_of_the_starter_list_leads_to_a_skill_that_exists(imported):
    _, index = imported
    linked = [uri for uri in same_skill() if uri.startswith("http")]

    assert [uri for uri in linked if index._arrays.uris.find(uri) is None] == []


def test_a_package_without_skills_is_kept_until_labels_come(tmp_path):
    needs_real_esco(REAL_PARTIAL)

    summary = import_packages([REAL_PARTIAL], tmp_path)

    assert (summary.skills, summary.missing) == (0, ("labels", "groups"))
    assert esco_vocabulary(()).concepts == ()
