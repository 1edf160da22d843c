"""Waiting for the lock on a file ends where a drive knows no locks, and goes on while somebody else has it."""

import errno
import sys

import pytest

from fastmap import file_locks
from fastmap.store.backup_turns import turn_at_backups
from fastmap.vocabulary.generations import only_writer

ASSESSMENT = "0" * 32


def tried(monkeypatch, *problems):
    """Let the system answer with these problems, one after the other, then with a lock; return how often it was asked."""
    left, asked = list(problems), []

    def lock(_):
        asked.append(1)
        if left:
            raise OSError(left.pop(0), "told by the system")

    monkeypatch.setattr(file_locks, "_lock", lock)
    monkeypatch.setattr(file_locks, "_PAUSE_S", 0)
    file_locks.wait_for_lock(-1)
    return len(asked)


@pytest.mark.parametrize("held", [errno.EDEADLK, errno.EACCES])
def test_whoever_waits_for_a_lock_tries_again_while_somebody_else_has_it(monkeypatch, held):
    assert tried(monkeypatch, held, held, held) == 4


@pytest.mark.parametrize("problem", [errno.EINVAL, errno.ENOLCK, errno.EOPNOTSUPP, errno.EBADF])
def test_where_a_drive_knows_no_locks_nobody_waits_for_ever(monkeypatch, problem):
    assert tried(monkeypatch, problem, problem) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="answers of the other systems")
@pytest.mark.parametrize("problem", [errno.ENOLCK, errno.EACCES])
@pytest.mark.parametrize(
    "take_turn", [lambda folder: turn_at_backups(folder, ASSESSMENT), only_writer], ids=["backups", "vocabulary"]
)
def test_backups_and_the_vocabulary_are_written_on_a_drive_without_locks(tmp_path, monkeypatch, take_turn, problem):
    import fcntl

    def no_locks(*_):
        raise OSError(problem, "no locks here")

    monkeypatch.setattr(fcntl, "flock", no_locks)
    with take_turn(tmp_path):
        assert list(tmp_path.rglob("*"))
