"""A file that another program has open, as a window would."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support.command_line import ROOT

_HOLDER = """
import sys
from fastmap.assessment import Assessment
from fastmap.changes import SaveMembers
from fastmap.model.organisations import Member
with Assessment.open(sys.argv[1]) as assessment:
    for name in sys.argv[2:]:
        assessment.apply(SaveMembers(members=(Member(code="M900", name=name),)))
    print("open", flush=True)
    sys.stdin.readline()
"""


@contextmanager
def held_elsewhere(path: Path, *names: str) -> Iterator[None]:
    """Let another process have the file open for the block; it saved member M900 under these names before."""
    with subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(path), *names],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        yield
        holder.communicate("\n", timeout=20)
