"""Copies to pass on and files that are saved: without names, under a password, salvaged."""

import re
import sqlite3
from contextlib import closing

import pytest

from fastmap.assessment import Assessment
from tests.support.command_line import SAMPLE_TABLES, fastmap

PASSWORD = "correct horse battery staple"
OLD = b"something of mine"


@pytest.fixture
def file(file):
    assert fastmap("members", file, SAMPLE_TABLES / "members.csv").status == 0
    return file


@pytest.fixture
def password(monkeypatch):
    monkeypatch.setenv("FASTMAP_PASSWORD", PASSWORD)


@pytest.fixture(scope="module")
def once_protected():
    """Filled by the first copy: making a key of the password takes seconds, by design."""
    return {}


@pytest.fixture
def copy(file, once_protected, tmp_path, password):
    path = tmp_path / "round.fastmap.age"
    if not once_protected:
        assert fastmap("protect", file, path).status == 0
        once_protected.update(file=file.read_bytes(), copy=path.read_bytes())
    file.write_bytes(once_protected["file"])
    path.write_bytes(once_protected["copy"])
    return path


def refused(*arguments, **given):
    ran = fastmap(*arguments, **given)
    assert (ran.status, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1
    return ran.err


def content_hash(path):
    with Assessment.open(path, read_only=True) as assessment:
        return assessment.content_hash()


# --- without names -----------------------------------------------------------------------------------------------------


def test_a_copy_without_names_says_what_is_in_it_and_what_is_still_recognisable(file, tmp_path):
    ran = fastmap("pseudonymise", file, tmp_path / "shared.fastmap")

    assert (ran.status, ran.out) == (0, "")
    assert "Members: 40;" in ran.err
    assert ran.err.count("Still recognisable: ") > 3
    with Assessment.open(file, read_only=True) as known, Assessment.open(tmp_path / "shared.fastmap") as shared:
        names = {member.name for member in known.snapshot().members}
        assert len(shared.snapshot().members) == len(names)
        assert not names & {member.name for member in shared.snapshot().members}
        assert shared.contacts() == ()
    assert fastmap("history", tmp_path / "shared.fastmap").out == "Nothing was changed in this file yet.\n"


# --- under a password --------------------------------------------------------------------------------------------------


def test_a_copy_under_a_password_comes_back_as_it_was(file, copy, tmp_path):
    ran = fastmap("unprotect", copy, tmp_path / "back.fastmap")

    assert (ran.status, ran.out) == (0, "")
    assert content_hash(tmp_path / "back.fastmap") == content_hash(file)
    assert b"SQLite" not in copy.read_bytes()


def test_a_copy_under_a_password_is_not_opened_without_one_and_the_way_is_told(copy):
    told = refused("analyse", copy)

    assert "round.fastmap.age is a copy under a password" in told
    assert "fastmap unprotect" in told


def test_a_wrong_password_writes_nothing(copy, tmp_path, monkeypatch):
    monkeypatch.setenv("FASTMAP_PASSWORD", "wrong horse battery staple")

    assert "round.fastmap.age does not open with this password" in refused("unprotect", copy, tmp_path / "back.fastmap")

    assert not (tmp_path / "back.fastmap").exists()


def test_a_short_password_is_refused_with_how_long_it_must_be(file, tmp_path, monkeypatch):
    monkeypatch.setenv("FASTMAP_PASSWORD", "short")

    assert "at least 12 characters" in refused("protect", file, tmp_path / "copy.age")

    assert not (tmp_path / "copy.age").exists()


def test_a_password_may_come_from_another_program_and_is_never_asked_of_nobody(file, tmp_path, monkeypatch):
    monkeypatch.delenv("FASTMAP_PASSWORD", raising=False)

    assert "No password was given" in refused("protect", file, tmp_path / "copy.age")
    piped = fastmap("protect", file, tmp_path / "copy.age", stdin=f"{PASSWORD}\n".encode())
    back = fastmap("unprotect", tmp_path / "copy.age", tmp_path / "back.fastmap", stdin=f"{PASSWORD}\r\n".encode())

    assert (piped.status, back.status) == (0, 0)
    assert content_hash(tmp_path / "back.fastmap") == content_hash(file)


def test_two_passwords_that_differ_write_nothing(file, tmp_path, monkeypatch):
    typed = iter([PASSWORD, PASSWORD + "s"])
    asked = []
    monkeypatch.delenv("FASTMAP_PASSWORD", raising=False)
    monkeypatch.setattr("ui.cli.personal.is_typed", lambda: True)
    monkeypatch.setattr("getpass.getpass", lambda prompt, stream: asked.append(prompt) or next(typed))

    assert "The two passwords differ" in refused("protect", file, tmp_path / "copy.age")

    assert asked == ["Password: ", "Once more: "]
    assert not (tmp_path / "copy.age").exists()


@pytest.mark.parametrize("command", ["protect", "unprotect", "pseudonymise", "salvage"])
def test_nothing_is_overwritten_and_a_missing_folder_is_named_before_a_password_is_asked_for(
    command, file, copy, tmp_path, monkeypatch
):
    monkeypatch.delenv("FASTMAP_PASSWORD")
    source = copy if command == "unprotect" else file
    taken = tmp_path / "taken.fastmap"
    taken.write_bytes(OLD)

    assert "taken.fastmap" in refused(command, source, taken)
    assert str(tmp_path / "none") in refused(command, source, tmp_path / "none" / "new.fastmap")
    assert source.name in refused(command, source, source)

    assert taken.read_bytes() == OLD


def test_what_is_under_no_password_is_called_what_it_is(file, tmp_path):
    assert "round.fastmap is not a copy under a password" in refused("unprotect", file, tmp_path / "x.fastmap")
    assert f"{tmp_path} is a folder" in refused("unprotect", tmp_path, tmp_path / "x.fastmap")
    assert str(tmp_path / "none.age") in refused("unprotect", tmp_path / "none.age", tmp_path / "x.fastmap")


def test_a_copy_under_a_password_that_holds_something_else_is_refused(tmp_path, password):
    import pyrage

    (tmp_path / "letter.age").write_bytes(pyrage.passphrase.encrypt(b"Dear Sir", PASSWORD))

    assert "letter.age" in refused("unprotect", tmp_path / "letter.age", tmp_path / "x.fastmap")

    assert not (tmp_path / "x.fastmap").exists()


# --- salvaged ----------------------------------------------------------------------------------------------------------


def test_a_sound_file_is_salvaged_whole(file, tmp_path):
    ran = fastmap("salvage", file, tmp_path / "new.fastmap")

    assert (ran.status, ran.err) == (0, "")
    assert content_hash(tmp_path / "new.fastmap") == content_hash(file)


def test_a_damaged_file_is_refused_with_the_way_out_and_salvaged_with_an_account(file, tmp_path):
    content = bytearray(file.read_bytes())
    for page in [at for at in range(4096, len(content), 4096) if b"Gallo" in content[at : at + 4096]] or [8192]:
        content[page : page + 4096] = bytes(4096)
    file.write_bytes(content)

    told = refused("check", file)
    ran = fastmap("salvage", file, tmp_path / "new.fastmap")

    assert "round.fastmap" in told
    assert "fastmap salvage FILE NEW" in told
    assert ran.status in (0, 1)
    assert re.search(r"\d", ran.out)
    assert fastmap("check", tmp_path / "new.fastmap").status == 0
    assert file.read_bytes() == content


def test_what_is_no_file_of_ours_gives_nothing_to_salvage(tmp_path):
    letter = tmp_path / "letter.fastmap"
    letter.write_bytes(b"Dear Sir" * 1000)
    with closing(sqlite3.connect(tmp_path / "other.fastmap")) as other:
        other.execute("CREATE TABLE t (x)")
        other.commit()

    for name in ("letter.fastmap", "other.fastmap", "none.fastmap"):
        assert name in refused("salvage", tmp_path / name, tmp_path / "new.fastmap")
    assert not (tmp_path / "new.fastmap").exists()
