"""What a command prints of a file that came by mail reaches the terminal as letters, never as orders to it."""

import json
import os
import pty
import sqlite3
import subprocess
import sys

import pytest

from tests.support.command_line import ROOT, fastmap, own_computer
from tests.support.ui import empty_assessment
from ui.cli.output import harmless, show_json

ORDERS = "Ferrana\x1b[31m red\x1b]0;owned\x07\x9b2J\r\x08\u202e\nNothing is wrong with this file."
"""Colour, a title for the window, a cleared screen, a line written over, turned writing, a sentence that is not ours."""


@pytest.fixture
def mailed(tmp_path):
    path = empty_assessment(tmp_path / "mailed.fastmap")
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE cluster SET name = ?", (ORDERS,))
    connection.close()
    return path


def on_a_terminal(*arguments):
    """Run a command whose streams are a terminal; return the bytes that reach it."""
    ours, its = pty.openpty()
    script = "import sys; from ui.cli import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", script, *map(str, arguments)]
    process = subprocess.Popen(command, cwd=ROOT, stdin=its, stdout=its, stderr=its)
    os.close(its)
    told = bytearray()
    try:
        while chunk := os.read(ours, 4096):
            told += chunk
    except OSError:  # the terminal's other end is closed: the command is done
        pass
    finally:
        os.close(ours)
        process.wait(60)
    return bytes(told)


@pytest.mark.skipif(os.name == "nt", reason="makes a terminal of POSIX")
def test_check_orders_nothing_of_the_terminal(mailed, tmp_path):
    with own_computer(tmp_path / "data"):
        told = on_a_terminal("check", mailed)

    assert b"Ferrana[31m red]0;owned2J" in told, told
    assert not {0x1B, 0x07, 0x08} & set(told)
    text = told.decode("utf-8").replace("\r\n", "\n")
    assert not set("\x9b\r\u202e") & set(text)
    assert not any(line.startswith("Nothing is wrong") for line in text.splitlines())


@pytest.mark.parametrize("arguments", [("check",), ("history",), ("backups",), ("history", "--json"), ("analyse",)])
def test_no_command_passes_an_order_on(mailed, tmp_path, arguments):
    with own_computer(tmp_path / "data"):
        ran = fastmap(arguments[0], mailed, *arguments[1:])

    assert not set("\x1b\x07\x9b\x08\u202e") & set(ran.out + ran.err)


def test_a_sentence_about_a_file_whose_name_gives_orders_is_harmless(tmp_path):
    with own_computer(tmp_path / "data"):
        ran = fastmap("check", tmp_path / "a\x1b[2Jb.fastmap")

    assert ran.status == 2
    assert "\x1b" not in ran.err
    assert "\\x1b[2Jb.fastmap" in ran.err


def test_words_of_every_language_stay_as_they_are():
    words = "Überprüfung – años; ștampă\tőrlés 🧑‍🏭 \u2068name\u2069\nsecond line"

    assert harmless(words) == words


def test_json_brings_marks_of_direction_written_out_and_reads_back_the_same(capsys):
    told = {"path": "a\u202eb\u2066c\u2067d\u2068e\u2069.xlsx", "found": "x\x9by"}

    show_json(told)

    printed = capsys.readouterr().out
    assert not set("\u202e\u2066\u2067\u2068\u2069\x9b") & set(printed)
    assert json.loads(printed) == told
