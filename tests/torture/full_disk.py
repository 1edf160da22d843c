"""The disk full at every 4 kB step of a whole session: what was acknowledged is there, and no file is half there.

Once every file may only grow to the step (RLIMIT_FSIZE), once the whole disk is that small (tmpfs, where this user may
mount one), and once the assessment alone may have no more pages (max_page_count).
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path

from exports.data import write_json
from exports.pdf import write_pdf
from exports.workbook import write_workbook
from fastmap.assessment import Assessment
from fastmap.changes import ImportResponses, RecordEdit, SaveMembers
from fastmap.errors import FastmapError
from fastmap.intake.forms import read_forms
from fastmap.model.organisations import Cluster, Member
from fastmap.model.snapshot import Snapshot
from fastmap.report.finished import Report
from fastmap.tasks.reporting import report_of, results_of
from tests.support.many_forms import code_of, write_many
from tests.torture.figures import NONE, SOME, Figure, Skipped
from tests.torture.forked import Ended, forked
from tests.torture.material import problem_of, sample

STEP = 4096
FORMS = 6


class Session:
    """A whole session in one folder: make a file, edit, import, undo, back up, copy, write reports."""

    def __init__(self, material: Path, *, with_pdf: bool) -> None:
        """Make beforehand what a session is given: returned forms, and a report ready to be written."""
        self._with_pdf = with_pdf
        self.base = _base_file(material)
        forms = material / "forms"
        forms.mkdir()
        write_many(forms, FORMS, assessment=_identity(self.base))
        with Assessment.open(self.base, read_only=True) as assessment:
            snapshot: Snapshot = assessment.snapshot()
        outcomes = read_forms([forms], snapshot)
        self._answers = [outcome.response for outcome in outcomes if outcome.response is not None]
        assert len(self._answers) == FORMS
        self._report: Report = report_of(
            results_of(sample(material)), language=None, anonymous=False, made_on=date(2026, 11, 1)
        )

    def run(self, folder: Path, tell: Callable[[object], None], pages: int | None = None) -> None:
        """Go through the session; tell the hash of the content after each change that was called saved.

        A step that the disk refuses is told, and the next one tried: as a person would.
        """

        def tried(step: Callable[[], object]) -> None:
            try:
                step()
            except FastmapError as error:
                tell(f"refused {error.code}")

        path = folder / "case.fastmap"
        try:
            assessment = Assessment.open(path, backup_folder=folder / "backups")
        except FastmapError as error:
            tell(f"refused {error.code}")
            return
        if assessment.read_only:
            tell("refused read_only")
        with assessment:
            if pages is not None:
                assessment._file.connection.execute(f"PRAGMA max_page_count = {pages}")
            tell(f"saved {assessment.content_hash()}")
            for step in self._changes(assessment):
                tried(partial(self._acknowledged, assessment, step, tell))
            tried(assessment.backup_now)
            tried(lambda: assessment.save_copy(folder / "copy.fastmap"))
        tried(lambda: write_workbook(self._report, folder / "report.xlsx"))
        tried(lambda: write_json(self._report, folder / "report.json"))
        if self._with_pdf:
            tried(lambda: write_pdf(self._report, folder / "report.pdf"))

    @staticmethod
    def _acknowledged(assessment: Assessment, step: Callable[[], object], tell: Callable[[object], None]) -> None:
        step()
        tell(f"saved {assessment.content_hash()}")

    def _changes(self, assessment: Assessment) -> Iterator[Callable[[], object]]:
        for n in range(1, 4):
            yield partial(assessment.record_edit, n)
        yield lambda: assessment.apply(ImportResponses(responses=tuple(self._answers[:3])))
        yield lambda: assessment.apply(ImportResponses(responses=tuple(self._answers[3:])))
        yield assessment.undo
        yield assessment.redo
        yield lambda: assessment.apply(
            SaveMembers(members=tuple(Member(code=f"L{n}", name="x" * 600) for n in range(60)))
        )
        yield assessment.undo
        yield lambda: assessment.apply(RecordEdit(n=9))


def full_disks(folder: Path, *, each: int = 1, with_pdf: bool = True) -> Iterator[Figure | Skipped]:
    """Run the session with a disk that is full at every ``each``-th step of 4 kB, in three ways."""
    material = folder / "material"
    material.mkdir()
    session = Session(material, with_pdf=with_pdf)
    largest, total = _unhindered(session, folder / "whole")
    yield from _figures(
        "full disk, each file", session, _limited(session, folder, range(0, largest + STEP, STEP * each))
    )
    yield from _figures("full file, by pages", session, _few_pages(session, folder, each))
    if not _may_mount(folder):
        yield Skipped("full disk, as a whole", "this user may not mount a small disk (tmpfs)")
        return
    # A tmpfs holds whole pages and also the list of names, so it ends a little above what the files need.
    sizes = range(session.base.stat().st_size + 4 * STEP, total + 16 * STEP, STEP * each)
    yield from _figures("full disk, as a whole", session, _small_disks(session, folder, sizes))


def _figures(part: str, session: Session, runs: Iterator[tuple[Ended, list[str]]]) -> Iterator[Figure]:
    seen: Counter[str] = Counter()
    for ended, wrong in runs:
        seen["sessions"] += 1
        seen["crashed"] += ended.crashed
        refused = [line for line in ended.told if line.startswith("refused")]
        seen["refused"] += len(refused)
        seen["hindered"] += bool(refused)
        odd = [line for line in refused if line.split()[1] not in _EXPECTED]
        seen["odd"] += len(odd)
        for line in {*odd, *wrong}:
            print(f"  {part}: {line}", file=sys.stderr)
        for what in wrong:
            seen[what.split(":")[0]] += 1
    yield Figure(part, "sessions", seen["sessions"], SOME)
    yield Figure(part, "of these hindered", seen["hindered"], SOME)
    yield Figure(part, "steps refused with a sentence", seen["refused"], SOME)
    yield Figure(part, "refused for another reason than the disk", seen["odd"], NONE)
    yield Figure(part, "mistakes of the program", seen["crashed"], NONE)
    yield Figure(part, "acknowledged and lost, or unsound", seen["lost"], NONE)
    yield Figure(part, "files that are there in part", seen["partial"], NONE)


_EXPECTED = {"disk_full", "file_io_failed", "copy_failed", "file_not_writable", "read_only", "file_read_only"}


def _limited(session: Session, folder: Path, sizes: range) -> Iterator[tuple[Ended, list[str]]]:
    import resource

    for size in sizes:
        with _place(folder) as place:

            def limited(tell: Callable[[object], None], size: int = size, place: Path = place) -> None:
                sys.dont_write_bytecode = True  # compiled modules would be cut off, too, and stay so
                resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
                session.run(place, tell)

            _put(session.base, place)
            ended = forked(limited)
            yield ended, _wrong(place, ended.told)


def _few_pages(session: Session, folder: Path, each: int) -> Iterator[tuple[Ended, list[str]]]:
    pages = session.base.stat().st_size // STEP
    for count in range(pages, pages + 60, each):
        with _place(folder) as place:
            _put(session.base, place)
            ended = forked(partial(session.run, place, pages=count))
            yield ended, _wrong(place, ended.told)


def _small_disks(session: Session, folder: Path, sizes: range) -> Iterator[tuple[Ended, list[str]]]:
    for size in sizes:
        with _place(folder) as place, _disk(place, size):
            _put(session.base, place)
            ended = forked(partial(session.run, place))
            # Whoever looks afterwards has made room, as a person would.
            subprocess.run(["mount", "-o", f"remount,size={size + 64 * 2**20}", place], check=True)
            yield ended, _wrong(place, ended.told)


def _wrong(place: Path, told: tuple[str, ...]) -> list[str]:
    saved = [line.split()[1] for line in told if line.startswith("saved")]
    wrong = []
    path = place / "case.fastmap"
    if saved and (problem := problem_of(path, saved[-1])):
        wrong.append(f"lost: {problem}")
    others = [made for made in place.rglob("*") if made.is_file() and made != path]
    wrong += [f"partial: {made.name}" for made in others if not _is_whole(made, set(saved))]
    return wrong


def _is_whole(path: Path, saved: set[str]) -> bool:
    if path.name.startswith("."):
        return False  # a draft that was not tidied away
    if path.suffix == ".fastmap":
        return any(problem_of(path, content) == "" for content in saved)
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as package:
            return package.testzip() is None and "xl/workbook.xml" in package.namelist()
    content = path.read_bytes()
    if path.suffix == ".pdf":
        return content.startswith(b"%PDF") and content.rstrip().endswith(b"%%EOF")
    if path.suffix == ".json":
        return bool(json.loads(content))
    return False  # anything else has no business there


def _unhindered(session: Session, place: Path) -> tuple[int, int]:
    place.mkdir()
    _put(session.base, place)
    ended = forked(lambda tell: session.run(place, tell))
    assert not ended.crashed, ended
    assert not [line for line in ended.told if line.startswith("refused")], ended
    assert not _wrong(place, ended.told), _wrong(place, ended.told)
    sizes = [path.stat().st_size for path in place.rglob("*") if path.is_file()]
    return max(sizes), sum(size + STEP for size in sizes)


def _base_file(material: Path) -> Path:
    path = material / "case.fastmap"
    with Assessment.create(path, cluster=Cluster(name="Full", country="ES"), round_label="1") as assessment:
        assessment.apply(SaveMembers(members=tuple(Member(code=code_of(n), name="Taller") for n in range(FORMS))))
    return path


def _identity(path: Path) -> str:
    with Assessment.open(path, read_only=True) as assessment:
        return str(assessment.snapshot().info.id)


def _put(base: Path, place: Path) -> None:
    """Put the file there while there is room: a disk too full for it has no session either."""
    (place / "case.fastmap").write_bytes(base.read_bytes())


@contextmanager
def _place(folder: Path) -> Iterator[Path]:
    place = folder / "session"
    place.mkdir()
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


@contextmanager
def _disk(place: Path, size: int) -> Iterator[None]:
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "none", place], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", place], check=True)


def _may_mount(folder: Path) -> bool:
    if os.name == "nt":
        return False
    place = folder / "try"
    place.mkdir()
    try:
        with _disk(place, 65536):
            return True
    except (OSError, subprocess.CalledProcessError):
        return False
    finally:
        place.rmdir()
