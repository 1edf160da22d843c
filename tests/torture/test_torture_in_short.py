"""The parts of the torture that need nothing from outside the repository, a few of each: `python3 dev.py torture` is the long form."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.torture.figures import Figure

RUN = Path(__file__).with_name("run.py")

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="forks and signals of POSIX")]


@pytest.mark.parametrize("part", ["damaged", "migrations", "copies", "full-disk"])
def test_nothing_is_lost_nor_half_there(part, tmp_path):
    done = subprocess.run(
        [sys.executable, RUN, part, "--short"],
        capture_output=True,
        text=True,
        check=False,
        env=dict(os.environ, TMPDIR=str(tmp_path), PYTHONDONTWRITEBYTECODE="1"),
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert "MISSED" not in done.stdout


def test_a_figure_that_is_not_what_it_has_to_be_counts_as_missed():
    assert Figure("p", "lost", 1, "0").is_missed
    assert Figure("p", "kills", 0, "> 0").is_missed
    assert not Figure("p", "lost", 0, "0").is_missed
    assert not Figure("p", "told", 7).is_missed


def test_a_part_that_nobody_knows_is_refused_with_the_names_of_those_there_are():
    done = subprocess.run([sys.executable, RUN, "earthquake"], capture_output=True, text=True, check=False)

    assert done.returncode == 2
    assert "kill-import" in done.stderr
