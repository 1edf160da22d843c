"""kill -9 and simulated power cuts: nothing that was acknowledged is lost. Short forms of the long runs."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ROOT.parent / "shared" / "tools"
DRIVER = f'"{sys.executable}" "{Path(__file__).with_name("edit_loop_driver.py")}" {{db}}'

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="the harness sends POSIX signals"),
    pytest.mark.skipif(not TOOLS.is_dir(), reason=f"the harness is kept in {TOOLS}, outside the repository"),
]


def torture(tool, *options):
    command = [sys.executable, TOOLS / tool, "--cmd", DRIVER, "--check", f"{DRIVER} --list", "--name", "case.fastmap"]
    environment = dict(os.environ, PYTHONDONTWRITEBYTECODE="1")
    done = subprocess.run(
        [*command, *options], capture_output=True, text=True, timeout=300, check=False, env=environment
    )
    return done.returncode, done.stdout + done.stderr


def figure(report, name):
    found = re.search(rf'"{name}": (\d+)', report)
    return int(found[1]) if found else 0


def test_no_acknowledged_edit_is_lost_when_the_program_is_killed():
    status, report = torture("kill9_harness.py", "--kills", "20", "--max-s", "0.25")

    assert status == 0, report
    assert figure(report, "acked edits") >= 20, report
    assert figure(report, "hot rollback journal") + figure(report, "saved but not yet acked") > 0, report


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace records the writes, and is not installed")
def test_no_acknowledged_edit_is_lost_in_simulated_power_cuts():
    status, report = torture("powercut_sim.py", "--cuts", "20", "--run-s", "2")

    assert status == 0, report
    assert figure(report, "acks") > 10, report
