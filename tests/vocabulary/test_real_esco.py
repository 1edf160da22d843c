"""The official packages as downloaded. Skipped where they do not lie beside the repository."""

from collections import Counter

import pytest

from fastmap.model.choices import SkillKind, SkillSource
from fastmap.progress import silent
from fastmap.vocabulary.esco import import_packages, read_packages
from fastmap.vocabulary.esco_rules import esco_vocabulary
from fastmap.vocabulary.index import MatchVerdict, open_index
from fastmap.vocabulary.starter import same_skill
from fastmap.vocabulary.versions import no_longer_listed
from tests.support.esco_packages import (
    ESCO_DATA,
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

    assert (summary.skills, summary.missing, summary.brought) == (0, ("labels",), ("groups", "collections"))
    assert esco_vocabulary(()).concepts == ()


LAYOUTS = {
    "v1.0.x - classification - es": ("es", "1.0.x", 13_485),
    "v1.0.x - classification - fr": ("fr", "1.0.x", 13_485),
    "v1.1.1 - classification - en": ("en", "1.1.1", 13_896),
    "labels only - fr (2026)": ("fr", None, 13_095),
    "labels only - de": ("de", None, 12_310),
    "labels only - fi": ("fi", None, 13_896),
    "labels only - sv": ("sv", None, 13_896),
    "labels only - nl": ("nl", None, 5_418),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_layout_is_read(name):
    paths = [path for path in ESCO_DATA.glob("*.zip") if name in path.name]
    needs_real_esco(ESCO_DATA / f"{name}.zip" if not paths else paths[0])

    vocabulary = esco_vocabulary(read_packages(paths, silent))

    (line,) = vocabulary.sources
    assert (line.language, line.version, line.skills) == LAYOUTS[name]
    assert len(vocabulary.concepts) == line.skills


def test_labels_of_five_languages_and_three_versions_stand_on_the_same_skills():
    paths = [path for path in sorted(ESCO_DATA.glob("*.zip")) if "v1.0.x - classification - fr" not in path.name]
    needs_real_esco(*(paths or [REAL_ENGLISH]))

    vocabulary = esco_vocabulary(read_packages(paths, silent))

    languages = Counter(code for concept in vocabulary.concepts for code in concept.names)
    assert len(vocabulary.concepts) == 13_896
    assert languages["en"] == 13_896
    assert languages["es"] == 13_379  # of 13,485: the others were withdrawn by v1.1
    assert {"de", "fi", "fr", "nl", "sv"} < set(languages)
    # Groups come from the v1.2 package, which does not place skills that it withdrew.
    assert sum(concept.group is None for concept in vocabulary.concepts) < 0.02 * 13_896


def test_skills_withdrawn_by_a_newer_version_are_reported_and_the_import_goes_on(tmp_path):
    needs_real_esco(REAL_ENGLISH, REAL_SPANISH)
    import_packages([REAL_SPANISH], tmp_path)
    old = open_index(tmp_path)

    summary = import_packages([REAL_ENGLISH], tmp_path)

    assert summary.skills == 13_896
    assert len(summary.withdrawn) == 13_485 - 13_379
    gone = summary.withdrawn[0]
    assert no_longer_listed((old.skill(gone.uri),), open_index(tmp_path))[0].uri == gone.uri
