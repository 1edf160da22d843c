"""What a person is told before something leaves the house, and what the file notes afterwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fastmap.assessment import Assessment
from fastmap.changes import SaveMembers
from fastmap.model.ids import MemberCode
from fastmap.model.organisations import Cluster, Member
from fastmap.tasks.handing_out import HandingOut, NotNoted
from tests.support.builders import shipped_catalogue
from ui.cli.opening import note_handed_out

DAY = date(2026, 4, 1)


@pytest.fixture
def file(tmp_path, monkeypatch):
    """An assessment with nothing but a name, closed."""
    path = tmp_path / "round.fastmap"
    folder = tmp_path / "backups"
    monkeypatch.setattr("fastmap.places.backup_folder", lambda: folder)
    Assessment.create(path, cluster=Cluster(name="C", country="ES"), round_label="1").close()
    return path


def about(path, *, is_anonymous=True, made_on=DAY):
    with Assessment.open(path, read_only=True) as assessment:
        snapshot = assessment.snapshot()
    return HandingOut(snapshot=snapshot, catalogue=shipped_catalogue(), made_on=made_on, is_anonymous=is_anonymous)


def warnings_in(path, **choices):
    with Assessment.open(path, read_only=True) as assessment:
        return about(path, **choices).warnings(assessment)


def editions_in(path):
    with Assessment.open(path, read_only=True) as assessment:
        return assessment.anonymous_editions()


def catalogue_noted_in(path):
    with Assessment.open(path, read_only=True) as assessment:
        return assessment.snapshot().info.catalogue


def add_member(path):
    with Assessment.open(path) as assessment:
        assessment.apply(SaveMembers(members=(Member(code=MemberCode("M1"), name="A"),)))


@pytest.mark.parametrize("is_anonymous", [True, False])
def test_what_was_handed_out_is_noted_with_its_catalogue_and_an_anonymous_one_as_an_edition(file, is_anonymous):
    about(file, is_anonymous=is_anonymous).note_in_file(file)

    assert catalogue_noted_in(file) == shipped_catalogue().stamp.text
    assert [edition.made_on for edition in editions_in(file)] == [DAY] * is_anonymous


def test_a_file_that_is_open_takes_the_same_note_as_a_closed_one(file, tmp_path):
    handing_out = about(file)
    with Assessment.open(file) as assessment:
        handing_out.note(assessment)

    (edition,) = editions_in(file)
    assert edition == handing_out.edition()
    assert catalogue_noted_in(file) == shipped_catalogue().stamp.text


def test_only_anonymous_readers_are_warned_of_once_members_changed(file):
    about(file).note_in_file(file)
    assert warnings_in(file) == ()

    add_member(file)

    (warning,) = warnings_in(file)
    assert warning.key == "edition_warning.changed"
    assert warnings_in(file, is_anonymous=False) == ()
    with Assessment.open(file, read_only=True) as assessment:
        assert about(file).warnings(assessment) == (warning,)


def test_a_file_that_is_gone_in_use_or_another_one_goes_without_the_note(file, tmp_path):
    handing_out = about(file)
    other = replace(
        handing_out, snapshot=replace(handing_out.snapshot, info=replace(handing_out.snapshot.info, id="x"))
    )

    found = [handing_out.note_in_file(tmp_path / "missing.fastmap"), other.note_in_file(file)]
    with Assessment.open(file):
        found.append(handing_out.note_in_file(file))

    assert found == [NotNoted.ELSEWHERE] * 3
    assert not (tmp_path / "missing.fastmap").exists()
    assert editions_in(file) == ()
    assert catalogue_noted_in(file) is None


def test_a_file_that_is_only_read_takes_no_note_and_says_nothing(file):
    handing_out = about(file)
    with Assessment.open(file, read_only=True) as assessment:
        handing_out.note(assessment)

    assert editions_in(file) == ()


def test_of_a_file_under_write_protection_it_is_told_that_it_cannot_be_written_and_not_that_it_is_open(
    file, monkeypatch, capsys
):
    monkeypatch.setattr("fastmap.store.opening._can_be_written", lambda _: False)

    assert about(file).note_in_file(file) is NotNoted.READ_ONLY
    note_handed_out(about(file), file)

    told = capsys.readouterr().err
    assert "write protection" in told
    assert "closed elsewhere" not in told
