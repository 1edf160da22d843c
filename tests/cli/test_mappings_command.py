"""``fastmap mappings``: decisions out, in, and from another file."""

import json

import pytest

from fastmap.assessment import Assessment
from fastmap.changes import RemoveMappings
from tests.support.sample_file import put_sample
from ui.cli.app import run


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("FASTMAP_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("FASTMAP_LANGUAGE", "en")


@pytest.fixture
def sample(tmp_path):
    path = tmp_path / "a.fastmap"
    put_sample(path)
    return path


@pytest.fixture
def bare(tmp_path, sample):
    """The sample with every decision taken back."""
    path = tmp_path / "b.fastmap"
    path.write_bytes(sample.read_bytes())
    with Assessment.open(path) as assessment:
        mappings = assessment.snapshot().mappings
        assessment.apply(RemoveMappings(texts=tuple((m.text_key, m.language) for m in mappings)))
    return path


def decisions_in(path):
    with Assessment.open(path, read_only=True) as assessment:
        return len(assessment.snapshot().mappings)


def test_decisions_go_out_and_come_in(sample, bare, tmp_path, capsys):
    table = tmp_path / "x.csv"
    assert run(["mappings", str(sample), "--export", str(table)]) == 0
    assert "68 decisions written" in capsys.readouterr().err

    assert run(["mappings", str(bare), "--import", str(table), "--dry-run"]) == 0
    assert decisions_in(bare) == 0
    assert run(["mappings", str(bare), "--import", str(table), "--json"]) == 0

    found = json.loads(capsys.readouterr().out)
    assert (found["taken"], found["conflicts"], found["problems"]) == (68, [], [])
    assert decisions_in(bare) == 68


def test_another_assessment_is_a_source_as_well(sample, bare, capsys):
    assert run(["mappings", str(bare), "--import", str(sample)]) == 0

    assert "68 decisions taken over" in capsys.readouterr().err
    assert decisions_in(bare) == 68


def test_disagreement_is_printed_and_the_status_says_so(sample, tmp_path, capsys):
    table = tmp_path / "x.csv"
    table.write_text("text,language,label\nCAD/CAM,en,Something else\n", encoding="utf-8")

    assert run(["mappings", str(sample), "--import", str(table)]) == 1

    printed = capsys.readouterr()
    assert printed.out.startswith("CAD/CAM (en): here CAD design; there Something else.")
    assert decisions_in(sample) == 68


def test_without_an_option_the_decisions_are_printed(sample, capsys):
    assert run(["mappings", str(sample)]) == 0

    assert "en  CAD/CAM  →  CAD design" in capsys.readouterr().out.splitlines()


def test_a_file_without_the_column_is_refused_in_one_line(sample, tmp_path, capsys):
    table = tmp_path / "x.csv"
    table.write_text("a,b\n1,2\n", encoding="utf-8")

    assert run(["mappings", str(sample), "--import", str(table)]) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_the_assessment_itself_is_no_target(sample, capsys):
    before = sample.read_bytes()

    assert run(["mappings", str(sample), "--export", str(sample)]) == 2
    assert sample.read_bytes() == before
    assert capsys.readouterr().err
