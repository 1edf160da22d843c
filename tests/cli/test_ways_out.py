"""A file that is refused names the command that helps."""

import subprocess
import sys

import pytest

from fastmap.assessment import Assessment
from fastmap.intake.table_members import COLUMNS
from tests.support.command_line import ROOT, fastmap, own_computer
from tests.support.ui import empty_assessment


@pytest.fixture
def path(tmp_path):
    with own_computer(tmp_path / "data"):
        yield empty_assessment(tmp_path / "round.fastmap")


def test_a_damaged_file_names_salvage_and_backups(path):
    path.write_bytes(bytes(16) + path.read_bytes()[16:])

    ran = fastmap("check", path)

    assert ran.status == 2
    assert "fastmap salvage FILE NEW" in ran.err
    assert "Backups of all files of this computer: fastmap backups." in ran.err
    assert ran.err.count("Earlier states") == 1


def test_a_copy_under_a_password_names_unprotect(path, tmp_path):
    copy = tmp_path / "round.fastmap.age"
    with Assessment.open(path) as assessment:
        assessment.save_protected_copy(copy, "four words in a row")

    ran = fastmap("check", copy)

    assert ran.status == 2
    assert "round.fastmap.age is a copy under a password" in ran.err
    assert "fastmap unprotect FILE NEW" in ran.err


def test_the_help_of_members_names_every_column_that_is_read():
    told = " ".join(fastmap("members", "--help").out.replace("e-mail", "email").split())

    for column in COLUMNS:
        assert column.replace("_", " ") in told, column


HOLDER = """
import sys
from fastmap.assessment import Assessment
with Assessment.open(sys.argv[1]):
    print("open", flush=True)
    sys.stdin.readline()
"""


@pytest.mark.parametrize("command", ["check", "history", "backups"])
def test_commands_that_only_look_go_on_while_the_window_has_the_file(path, command):
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, path], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout.readline() == "open\n"
    try:
        ran = fastmap(command, path)
        changing = fastmap("edit-loop", path)
    finally:
        holder.communicate("\n", timeout=20)

    assert (ran.status, "in another program. This is what is saved" in ran.err) == (0, True), ran.err
    assert ran.out
    assert changing.status == 2, "what changes a file waits until it is free"
