"""What the vocabulary commands say about meanings, partial packages and withdrawn skills."""

import json

import pytest

from fastmap.places import vocabulary_folder
from fastmap.vocabulary import encoder
from tests.support.command_line import fastmap, own_computer
from tests.support.esco_packages import ENGLISH, PYTHON, collection_table, english_package, write_zip


@pytest.fixture(autouse=True)
def _empty_computer(tmp_path_factory):
    with own_computer(tmp_path_factory.mktemp("computer")):
        yield


needs_encoder = pytest.mark.skipif(not encoder.is_installed(), reason="the optional encoder is not installed")


@needs_encoder
def test_match_makes_missing_meanings_and_the_status_says_so(tmp_path):
    fastmap("vocabulary", "import", english_package(tmp_path))
    before = json.loads(fastmap("vocabulary", "status", "--json").out)["meanings"]

    ran = fastmap("vocabulary", "match", "Recycling von Material", "--language", "de", "--json")

    after = json.loads(fastmap("vocabulary", "status", "--json").out)["meanings"]
    assert {line["is_ready"] for line in before} == {False}
    assert {line["is_ready"] for line in after} == {True}
    assert json.loads(ran.out)[0]["candidates"][0]["label"] == "recycle materials"


@needs_encoder
def test_match_goes_by_spelling_and_says_why_where_meanings_cannot_be_kept():
    vocabulary_folder().mkdir(parents=True, exist_ok=True)
    (vocabulary_folder() / "meaning").write_text("in the way")

    ran = fastmap("vocabulary", "match", "TIG welding", "--language", "en")

    assert ran.status == 0
    assert "TIG welding" in ran.out
    assert "cannot be written" in ran.err


def test_status_without_the_encoder_says_that_texts_go_by_spelling(monkeypatch):
    monkeypatch.setattr(encoder, "is_installed", lambda: False)

    ran = fastmap("vocabulary", "status")

    assert "not installed" in ran.out


def test_a_package_without_skills_says_calmly_what_it_brings_and_what_is_missing(tmp_path):
    name = "ESCO dataset - v1.2.0 - classification - en - csv.zip"
    path = write_zip(tmp_path / name, {"digitalSkillsCollection_en.csv": collection_table(PYTHON)})

    ran = fastmap("vocabulary", "import", path)

    assert ran.status == 0
    assert "Kept until the names of skills come" in ran.err
    assert "Taken: collections" in ran.err
    assert "Still missing: a language package" in ran.err


def test_import_of_a_newer_version_names_what_was_withdrawn(tmp_path):
    fastmap("vocabulary", "import", english_package(tmp_path))
    newer = {uri: row for uri, row in ENGLISH.items() if uri != PYTHON}

    ran = fastmap("vocabulary", "import", english_package(tmp_path, "1.2.0", newer))

    assert "1 skill of the version before is no longer listed" in ran.err
    assert "Withdrawn: Python (computer programming)" in ran.err
