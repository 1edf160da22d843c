"""Random sessions over every kind of change: undo and redo bring back every state, also after the program was killed."""

import os
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from fastmap.assessment import Assessment
from fastmap.store.reading import read_snapshot
from tests.support import random_sessions
from tests.support.random_sessions import (
    KINDS,
    check_back_and_forth,
    check_undo_and_redo,
    checked_session,
    new_file,
    run_session_beside_phones,
)

SCRIPT = Path(random_sessions.__file__)
EDITS = 200


def test_undoing_two_hundred_edits_of_every_kind_brings_the_beginning_back_and_redoing_the_end(tmp_path):
    made = checked_session(tmp_path, seed=1, edits=EDITS)

    assert made.total() >= EDITS
    assert {kind.__name__ for kind in KINDS} <= set(made), (
        "a kind of change is never made: give every_change.py one of it"
    )
    assert made["undo"] > 5
    assert made["redo"] > 1


def test_beside_phones_undo_and_redo_lead_through_the_same_states_however_often(tmp_path):
    made, steps = Counter(), 0
    for seed in (1, 4, 6):
        with new_file(tmp_path / f"phones {seed}.fastmap") as assessment:
            made += Counter(run_session_beside_phones(assessment, seed, EDITS))
            steps += check_back_and_forth(assessment)
            assert assessment.snapshot() == read_snapshot(assessment._file.connection)
            assert assessment.check()

    assert steps > 20
    assert min(made[kind] for kind in ("TakePhoneAnswers", "CastBallotPapers", "PlacePhoneTexts", "undo", "redo")) > 3


@pytest.mark.skipif(os.name == "nt", reason="there is no kill -9")
def test_the_same_holds_after_the_program_was_killed_and_no_edit_is_lost(tmp_path):
    path = tmp_path / "killed.fastmap"
    command = [sys.executable, SCRIPT, path, "2", "1000"]
    environment = dict(os.environ, FASTMAP_DATA=str(tmp_path / "data"))
    hashes = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        for line in process.stdout:
            hashes.append(line.split()[1])
            if len(hashes) == 121:
                process.send_signal(signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL

    with Assessment.open(path) as assessment:
        found = assessment.content_hash()
        # One edit may have been saved without its line: then it is one step away from the last that was told.
        steps = [found]
        for there, back in (("undo", "redo"), ("redo", "undo")):
            if getattr(assessment, there)():
                steps.append(assessment.content_hash())
                getattr(assessment, back)()
        assert assessment.content_hash() == found
    assert hashes[-1] in steps
    assert check_undo_and_redo(path, hashes[0]) > 20


def test_a_session_whose_history_lost_an_edit_is_noticed(tmp_path):
    """The check can fail: without its last event, the file cannot come back to where it began."""
    path = tmp_path / "cut.fastmap"
    with new_file(path) as assessment:
        empty = assessment.content_hash()
        for _ in random_sessions.run_session(assessment, seed=3, edits=10):
            pass
        with assessment._file.writing() as connection:
            connection.execute("DELETE FROM events WHERE sequence = (SELECT max(sequence) FROM events)")

    with pytest.raises(AssertionError, match="does not bring"):
        check_undo_and_redo(path, empty)
