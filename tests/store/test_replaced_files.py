"""A file that was replaced while it was open: whoever has the new one keeps its journal and its note (decision 0320)."""

import os
import signal
import subprocess
import sys

import pytest

from fastmap.assessment import Assessment
from fastmap.changes import SaveMembers
from fastmap.model.organisations import Member
from fastmap.store.in_use_note import note_path, read_note
from fastmap.store.journals import journal_of

FIRMS = tuple(Member(code=f"M{number:03}", name="Firm " + "y" * 60) for number in range(300))
KILLED_IN_A_CHANGE = """
import os, signal, sys
from dataclasses import replace
from pathlib import Path
import fastmap.store.events as events
from fastmap.assessment import Assessment
from fastmap.changes import SaveMembers

assessment = Assessment.open(Path(sys.argv[1]))
assessment._file.connection.execute("PRAGMA cache_size = 5")  # so that the change reaches the file before its end
assessment.record_edit(7)
print("open", flush=True)
sys.stdin.readline()
events.record_event = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
firms = assessment.snapshot().members
assessment.apply(SaveMembers(members=tuple(replace(firm, name="Other " + "z" * 90) for firm in firms)))
"""


def replace_as_a_sync_service_does(assessment):
    """Put another file under the name, as another computer saved it."""
    other = assessment.path.with_name("from elsewhere")
    assessment.save_copy(other)
    other.replace(assessment.path)


@pytest.fixture
def replaced(assessment):
    """An open file with a change in it, under whose name another lies by now."""
    assessment.apply(SaveMembers(members=FIRMS))
    replace_as_a_sync_service_does(assessment)
    return assessment


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be replaced there")
class TestReplacedWhileOpen:
    def test_closing_it_leaves_the_journal_and_the_note_of_whoever_opened_the_new_one(self, replaced, path):
        with Assessment.open(path) as other:
            other.record_edit(7)
            note = read_note(path)

            replaced.close()

            assert journal_of(path).exists()
            assert read_note(path) == note
        assert sorted(place.name for place in path.parent.iterdir()) == [path.name]

    def test_closed_first_or_last_the_new_one_leaves_nothing_beside_it(self, replaced, path):
        other = Assessment.open(path)
        other.record_edit(7)
        other.close()
        replaced.close()

        assert sorted(place.name for place in path.parent.iterdir()) == [path.name]

    def test_closed_before_anybody_opens_the_new_one_it_takes_its_own_journal_and_note_away(self, replaced, path):
        replaced.close()

        assert sorted(place.name for place in path.parent.iterdir()) == [path.name]

    def test_a_file_that_was_moved_away_leaves_nothing_under_its_old_name(self, assessment, path):
        assessment.record_edit(1)
        path.rename(path.with_name("moved.fastmap"))

        assessment.close()

        assert [place.name for place in path.parent.iterdir()] == ["moved.fastmap"]

    def test_a_kill_in_the_next_change_of_the_new_one_damages_nothing(self, replaced, path):
        command = [sys.executable, "-c", KILLED_IN_A_CHANGE, path]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
            assert other.stdout.readline() == "open\n"
            replaced.close()
            other.stdin.write("go on\n")
            other.stdin.flush()
            assert other.wait(timeout=60) == -signal.SIGKILL
        assert journal_of(path).stat().st_size > 0

        with Assessment.open(path) as again:
            assert {member.name for member in again.snapshot().members} == {FIRMS[0].name}
            assert again.edits() == (7,)


def test_a_note_that_another_computer_put_over_ours_stays(assessment, path):
    theirs = '{"user": "Ana", "host": "other", "since": "2026-11-30T09:00:00+00:00", "machine": "m"}'
    note_path(path).write_text(theirs)

    assessment.close()

    assert note_path(path).read_text() == theirs
