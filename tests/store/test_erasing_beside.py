"""An erasure and whoever makes a backup beside it: one waits for the other."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from fastmap.store import erasing_file
from tests.store.erasing import EMAIL, ERASE_CONTACT, NAME, files_with

LOOKS_FIRST = """
import sys
from fastmap.assessment import Assessment
with Assessment.look_into(sys.argv[1]) as looked:
    print(looked.is_beside, flush=True)
    sys.stdin.readline()
    print(looked.backup_now(), flush=True)
"""


def test_a_backup_made_by_whoever_looked_into_the_file_before_an_erasure_holds_nobody_who_was_erased(
    filled, path, tmp_path
):
    reader = subprocess.Popen(
        [sys.executable, "-c", LOOKS_FIRST, str(path)],
        cwd=Path(__file__).parents[2],
        env={**os.environ},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert reader.stdout is not None
    assert reader.stdout.readline() == "True\n"

    filled.erase(ERASE_CONTACT, placeholder="[erased]")
    made, _ = reader.communicate("\n", timeout=60)

    assert Path(made.strip()).is_file()
    assert files_with(tmp_path, NAME, EMAIL) == []


def test_whoever_backs_up_beside_an_erasure_waits_until_the_words_are_gone_from_the_file(filled, path, monkeypatch):
    real, seen = erasing_file.clean, []

    def meanwhile(around, *rest, **more):
        turn = "import sys; from pathlib import Path; from fastmap.store.backup_turns import turn_at_backups\n"
        turn += "with turn_at_backups(Path(sys.argv[1]), sys.argv[2]): pass"
        where = [str(around.backup_folder), around.assessment_id]
        waiting = subprocess.Popen([sys.executable, "-c", turn, *where], cwd=Path(__file__).parents[2])
        with pytest.raises(subprocess.TimeoutExpired):
            waiting.wait(timeout=1)
        seen.append(waiting)
        return real(around, *rest, **more)

    monkeypatch.setattr(erasing_file, "clean", meanwhile)
    filled.erase(ERASE_CONTACT, placeholder="[erased]")

    assert [one.wait(timeout=20) for one in seen] == [0]
