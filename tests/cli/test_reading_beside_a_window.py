"""What the command line does with a file that the window has open: it reads what is saved, and writes nothing."""

import shutil
import sqlite3
import tempfile
from contextlib import closing

import pytest

from tests.support.command_line import SAMPLE_TABLES, fastmap
from tests.support.holding import held_elsewhere
from tests.support.pdf_text import pages_of

PASSWORD = "correct horse battery staple"


@pytest.fixture(scope="module")
def held(sample, tmp_path_factory):
    """The sample with one member more, open in another program for the whole module."""
    path = tmp_path_factory.mktemp("held") / "held.fastmap"
    shutil.copy(sample, path)
    with held_elsewhere(path, "Nieuwe Smederij"):
        yield path


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    """Where programs put what is only needed for a moment."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


READING = {
    "analyse": ["analyse"],
    "report": ["report", "--excel", "{out}/r.xlsx", "--annex", "{out}/confidential.xlsx"],
    "compare": ["compare"],
    "workshop": ["workshop"],
    "mappings": ["mappings", "--export", "{out}/m.csv"],
    "questionnaire": ["questionnaire", "--kobo", "{out}/k.xlsx"],
    "team-forms": ["team-forms", "--out", "{out}/team"],
    "demand": ["demand", "--out", "{out}/demand"],
    "feedback": ["feedback", "--out", "{out}/feedback", "--member", "M001"],
    "import": ["import", "{out}", "--dry-run"],
    "consents": ["consents"],
    "personal-record": ["personal-record", "--member", "M900"],
    "pseudonymise": ["pseudonymise", "{out}/without.fastmap"],
    "protect": ["protect", "{out}/copy.age"],
    "history": ["history", "--last", "1"],
    "backups": ["backups"],
    "check": ["check"],
    "cards": ["cards", "--out", "{out}/cards.pdf"],
    "cards with the address": ["cards", "--out", "{out}/cards.pdf", "--address", "192.168.8.2:8765/K7RM2X"],
    "new-round": ["new-round", "{out}/next.fastmap", "--round", "2027"],
}
WRITING = {
    "members": ["members", SAMPLE_TABLES / "members.csv"],
    "import": ["import", "{out}"],
    "forms": ["forms", "--out", "{out}/forms"],
    "partners": ["partners", SAMPLE_TABLES / "partners.csv"],
    "grant": ["grant", "--call", "Skills"],
    "rematch": ["rematch"],
    "erase": ["erase", "--words", "Nobody Known", "--yes"],
    "report with another k": ["report", "--anonymous", "--k", "9", "--pdf", "{out}/r.pdf"],
}


def run(command, file, out):
    name, *rest = (str(part).format(out=out) for part in command)
    return fastmap(name, file, *rest)


@pytest.mark.parametrize("command", READING.values(), ids=READING)
def test_a_command_that_reads_works_beside_the_window_and_leaves_no_copy(
    command, held, tmp_path, temporary, monkeypatch
):
    monkeypatch.setenv("FASTMAP_PASSWORD", PASSWORD)
    before, out = held.read_bytes(), tmp_path / "out"
    out.mkdir()

    ran = run(command, held, out)

    assert ran.status in (0, 1)
    if command[0] != "new-round":
        assert "held.fastmap is open at this moment, in the window of fastmap" in ran.err
    assert held.read_bytes() == before
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize("command", WRITING.values(), ids=WRITING)
def test_a_command_that_writes_is_refused_beside_the_window(command, held, tmp_path):
    before = held.read_bytes()

    ran = run(command, held, tmp_path)

    assert ran.status == 2
    assert "held.fastmap is open already" in ran.err
    assert held.read_bytes() == before


def test_what_is_read_is_what_the_window_saved_last(held):
    assert "Nieuwe Smederij" in fastmap("personal-record", held, "--member", "M900").out
    assert "save 1 member" in fastmap("history", held, "--last", "1").out


def test_cards_written_beside_the_window_bear_the_codes_that_its_room_takes(held, sample, tmp_path):
    for file, name in ((held, "beside.pdf"), (sample, "closed.pdf")):
        assert fastmap("cards", file, "--out", tmp_path / name, "--member", "M001").status == 0

    beside, closed = ("".join(pages_of(tmp_path / name)) for name in ("beside.pdf", "closed.pdf"))
    assert beside == closed  # one file under two names: one secret, read and not made anew


def test_a_file_that_never_had_cards_says_beside_the_window_where_its_first_ones_are_made(sample, tmp_path):
    path = tmp_path / "old.fastmap"
    shutil.copy(sample, path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM notes WHERE name IN ('card_seed', 'card_secret')")
        connection.commit()
    with held_elsewhere(path):
        before = path.read_bytes()
        ran = fastmap("cards", path, "--out", tmp_path / "cards.pdf")
        assert path.read_bytes() == before

    assert ran.status == 2
    assert "has no code cards yet" in ran.err
    assert "menu Workshop, Print code cards" in ran.err
    assert not (tmp_path / "cards.pdf").exists()
    assert fastmap("cards", path, "--out", tmp_path / "cards.pdf").status == 0  # closed there, they are made


def test_an_edition_without_names_that_could_not_be_noted_says_so(held, tmp_path):
    ran = fastmap("report", held, "--anonymous", "--csv", tmp_path / "csv")

    assert ran.status == 0
    assert "does not say that this edition without names was made" in ran.err


def test_a_named_report_needs_no_such_word(held, tmp_path):
    assert "edition without names" not in fastmap("report", held, "--csv", tmp_path / "csv").err


def test_the_earlier_round_may_be_open_while_the_next_one_is_compared(held, sample, tmp_path):
    assert fastmap("new-round", held, tmp_path / "next.fastmap", "--round", "2027").status == 0

    ran = fastmap("compare", tmp_path / "next.fastmap")

    assert ran.status == 0


def test_the_folder_of_the_file_is_told_not_that_of_a_copy(held):
    held.with_name("held (conflicted copy 2026-03-01).fastmap").write_bytes(b"x")

    ran = fastmap("check", held)

    assert "conflicted copy" in ran.err
