"""How fast a thousand returned forms are read and checked, against pandas reading the same files' cells."""

from __future__ import annotations

import resource
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

import pandas as pd
import pytest

from fastmap.intake.forms import read_forms
from fastmap.model.choices import ImportState
from fastmap.model.organisations import Member
from tests.support.many_forms import code_of, write_many
from tests.support.returned_forms import snapshot

FORMS = 1_000
RATIO = 8.0


class Clock:
    """Wall-clock time, and processor time of this process and of the children that ended meanwhile."""

    def __enter__(self) -> Self:
        self.begun = time.perf_counter(), self._work_s()
        return self

    def __exit__(self, *_: object) -> None:
        self.wall_s = time.perf_counter() - self.begun[0]
        self.work_s = self._work_s() - self.begun[1]

    @staticmethod
    def _work_s() -> float:
        used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        return sum(one.ru_utime + one.ru_stime for one in used)


@pytest.fixture(scope="module")
def returned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a folder of different forms."""
    return write_many(tmp_path_factory.mktemp("returned"), FORMS)


def test_a_thousand_forms_against_pandas_with_openpyxl(returned: Path) -> None:
    everybody = tuple(Member(code=code_of(i), name="Taller") for i in range(FORMS))
    assessment = snapshot(members=everybody)
    now = datetime.now(UTC)
    read_forms([returned / "M00000.xlsx"], assessment, received_at=now)  # texts and modules are loaded
    before_kb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    with Clock() as first:
        outcomes = read_forms([returned], assessment, received_at=now)
    after_kb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with Clock() as pandas_alone:
        for path in sorted(returned.iterdir()):
            pd.read_excel(path, engine="openpyxl", header=None)
    with Clock() as second:
        read_forms([returned], assessment, received_at=now)

    ours_s, pandas_s = min(first.wall_s, second.wall_s), pandas_alone.wall_s
    ratio, work_ratio = pandas_s / ours_s, pandas_alone.work_s / min(first.work_s, second.work_s)
    print(
        f"\n{FORMS} forms: {ours_s:.2f} s = {FORMS / ours_s:.0f} forms/s; pandas+openpyxl {pandas_s:.2f} s = "
        f"{FORMS / pandas_s:.0f} forms/s; ratio {ratio:.1f}, of processor time in all processes {work_ratio:.1f}; parent's peak memory {after_kb / 1024:.0f} MB "
        f"(+{(after_kb - before_kb) / 1024:.0f} MB)"
    )
    assert [outcome.state for outcome in outcomes] == [ImportState.ACCEPTED] * FORMS
    assert {outcome.needs for outcome in outcomes} == {3}
