"""How fast reports are written, against XlsxWriter without us and against the time that people wait (2 s)."""

from __future__ import annotations

import io
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from exports.workbook import workbook_bytes
from fastmap.report.badges import Badge
from fastmap.report.blocks import Suppressed, Table
from fastmap.report.finished import Report, Section
from fastmap.tasks.sample import write_sample
from tests.benchmarks.exports_needs_memory import needs_report
from tests.exports.demo_report import demo_report, needs_table
from tests.support.grab import grow

ROOT = Path(__file__).resolve().parents[2]
ROWS = 25_000
WORKBOOK_RATIO = 1.5
WORKBOOK_MEGABYTES = 150
PDF_SECONDS = 2.0
PACK_SECONDS = 6.0
ROUNDS = 5


def big_report() -> tuple[Report, Table]:
    table = needs_table(ROWS)
    section = Section(key="one", title="Tabelle", blocks=(table,))
    return replace(demo_report(rows=1), sections=(section,)), table


def bare(table: Table) -> bytes:
    """The same cells by XlsxWriter alone: no formats, no table, no widths."""
    out = io.BytesIO()
    workbook = Workbook(out, {"in_memory": True, "default_date_format": "yyyy-mm-dd"})
    sheet = workbook.add_worksheet()
    for place, column in enumerate(table.columns):
        sheet.write(0, place, column.header)
    for number, row in enumerate(table.rows, start=1):
        for place, value in enumerate(row):
            if isinstance(value, Badge | Suppressed):
                sheet.write(number, place, value.word)
            elif isinstance(value, date):
                sheet.write_datetime(number, place, value)
            else:
                sheet.write(number, place, value)
    workbook.close()
    return out.getvalue()


def seconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


@pytest.mark.parametrize("make", [big_report, needs_report], ids=["demo", "needs"])
def test_a_workbook_of_25000_rows_against_bare_xlsxwriter(make, capsys):
    report, table = make()
    workbook_bytes(demo_report(rows=1))

    # In turns, so that a busy computer slows both alike.
    pairs = [(seconds(lambda: bare(table)), seconds(lambda: workbook_bytes(report))) for _ in range(ROUNDS)]

    ratio = statistics.median(ours / theirs for theirs, ours in pairs)
    theirs, ours = (min(column) for column in zip(*pairs, strict=True))
    with capsys.disabled():
        print(
            f"\nworkbook {ROWS} rows × {len(table.columns)}: {ours:.2f} s, bare XlsxWriter {theirs:.2f} s, ratio {ratio:.2f} (≤ {WORKBOOK_RATIO})"
        )


def test_the_memory_that_a_workbook_of_25000_needs_takes(capsys):
    command = [sys.executable, "-m", "tests.benchmarks.exports_needs_memory"]

    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)

    grown = float(done.stdout)
    with capsys.disabled():
        print(f"\nworkbook {ROWS} needs: {grown:.0f} MB on top of the report (≤ {WORKBOOK_MEGABYTES})")


COLD = """
import sys, time
from pathlib import Path
from tests.benchmarks.exports_cold_report import eight_charts
report = eight_charts()
wall, work = time.perf_counter(), time.process_time()
from exports.pdf import write_pdf
write_pdf(report, Path(sys.argv[1]))
print(time.perf_counter() - wall, time.process_time() - work)
"""


def test_a_pdf_with_eight_charts_in_a_new_process(tmp_path, capsys):
    command = [sys.executable, "-c", COLD, str(tmp_path / "r.pdf")]
    # The first run fills matplotlib's list of fonts, once per computer.
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)

    runs = [
        [float(figure) for figure in done.stdout.split()]
        for done in (
            subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True) for _ in range(ROUNDS)
        )
    ]

    # Processor time of all threads: at least what an idle computer takes, and a busy one does not decide.
    wall, work = (statistics.median(column) for column in zip(*runs, strict=True))
    with capsys.disabled():
        print(
            f"\nPDF with 8 charts, cold: {work:.2f} s of work, ratio {work / PDF_SECONDS:.2f} of {PDF_SECONDS} s; wall {wall:.2f} s"
        )


def test_a_pack_of_sixty_forms_in_a_new_process(tmp_path, capsys):
    file = tmp_path / "large.fastmap"
    write_sample(file)
    grow(file, tmp_path)
    command = [sys.executable, str(ROOT / "main.py"), "report", str(file), "--pack"]

    def timed(place: Path) -> tuple[float, float]:
        before, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run([*command, str(place)], cwd=ROOT, check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        work = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return time.perf_counter() - wall, work

    timed(tmp_path / "first")  # fills matplotlib's list of fonts, once per computer
    runs = [timed(tmp_path / f"run{number}") for number in range(3)]

    # Wall time says something only on an idle computer: the PDF is set beside the rest, so it is less than the work.
    wall, work = (statistics.median(column) for column in zip(*runs, strict=True))
    with capsys.disabled():
        print(f"\nPack of 60 forms, cold: wall {wall:.2f} s, aim {PACK_SECONDS} s; {work:.2f} s of work")
