"""Everything for one audience in one folder: report, workbook, pictures, open data, and a file that explains them.

A pack is there as a whole or not at all: it is made in a hidden folder beside its place and then takes its name in
one step. An older pack of the same name gives way only if it is just as it was written; see decision record 0260.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from exports.checksums import CHECKSUMS, checksums, is_as_written
from exports.names import name_with_end
from exports.pack_readme import README, readme
from exports.saving import explained, folder_beside, make_folder, move_folder, save_bytes
from exports.together import target_of, write_kind
from fastmap.catalogue.texts import load_texts
from fastmap.errors import FastmapError
from fastmap.progress import Progress, ProgressListener, silent
from fastmap.report.audiences import Audience
from fastmap.report.finished import Report

_MOST_BYTES: Final = 80
"""Of a name in a pack: folder and file together stay well within the 260 characters of older Windows programs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One kind of file in a pack; its words are the texts ``exports.pack.what.<kind>``."""

    kind: str
    """As `exports.together` writes it."""
    place: str = ""
    """A path in the pack: the folder of several files, or a file; "": a file named after the cluster."""
    named_only: bool = False
    """Whether it never goes into an anonymous pack."""
    only_for: Audience | None = None
    """The one audience whose pack has it; ``None``: every pack."""
    beside: bool = False
    """Whether it takes time that others need not wait for."""


PARTS: Final = (
    Part(kind="pdf", beside=True),
    Part(kind="excel"),
    Part(kind="word", place="word", named_only=True, only_for=Audience.BOARD),
    Part(kind="csv", place="data"),
    Part(kind="json", place="data/results.json"),
    Part(kind="pictures", place="pictures"),
)
"""What a pack holds. A line here is enough for a further kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A pack that was written."""

    folder: Path
    files: tuple[str, ...]
    """Paths in it, "/" between their parts."""


def parts_for(report: Report) -> tuple[Part, ...]:
    """Return what a pack of this report holds: nothing in an anonymous one that names anybody."""
    return tuple(
        part
        for part in PARTS
        if not (part.named_only and report.anonymous) and part.only_for in (None, report.audience)
    )


def pack_name(report: Report) -> str:
    """Return what the folder is called: cluster, round, audience, edition and date, in the report's language.

    Raises `ValueError` for a report that is for nobody in particular.
    """
    if report.audience is None:
        raise ValueError("a pack is made for an audience")
    texts = load_texts(report.language)
    edition = "anonymous" if report.anonymous else "named"

    def named(cluster: str) -> str:
        return texts.get(
            "exports.pack.folder",
            cluster=cluster,
            round=report.round_label,
            pack=texts.term(f"exports.pack.name.{report.audience}"),
            edition=texts.term(f"exports.edition.{edition}"),
            date=report.made_on.isoformat(),
        )

    return name_with_end(named, report.cluster, "", _MOST_BYTES)


def write_pack(report: Report, folder: Path, progress: ProgressListener = silent) -> Pack:
    """Write the pack of ``report`` into ``folder`` (made if only its last part is missing) and return what is there.

    Raises `FastmapError` as `exports.saving` does; then nothing was written and nothing changed.
    """
    made = make_folder(folder)
    try:
        target = _place(folder, pack_name(report))
        with folder_beside(target) as root:
            with _told_of(folder):
                _fill(report, root, progress)
            files = tuple(sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()))
            move_folder(root, target)
    except BaseException:
        if made:
            with suppress(OSError):
                folder.rmdir()  # only if nothing is in it
        raise
    return Pack(folder=target, files=files)


def _place(folder: Path, name: str) -> Path:
    """Return where the pack goes: the first name that is free, or taken by a pack that nobody changed since.

    Raises `FastmapError` ``target_in_use`` if a file of such a pack is open in another program.
    """
    target, number = folder / name, 2
    with explained(target):
        while target.exists() and not is_as_written(target):
            target, number = folder / f"{name} ({number})", number + 1
    return target


@contextmanager
def _told_of(folder: Path) -> Iterator[None]:
    """Let a problem name the folder that was chosen, not the hidden one."""
    try:
        yield
    except FastmapError as problem:
        if "folder" not in problem.facts:
            raise
        raise FastmapError(problem.code, **{**problem.facts, "folder": str(folder.absolute())}) from problem


def _fill(report: Report, root: Path, progress: ProgressListener) -> None:
    """Write everything into ``root``; setting the PDF needs no Python, so the rest is written meanwhile."""
    targets = {part.kind: _target(report, root, part) for part in parts_for(report)}
    slow = [part.kind for part in parts_for(report) if part.beside]

    def tell(done: int) -> None:
        progress(Progress(stage="progress.writing_reports", done=done, total=len(targets) + 1))

    tell(0)
    with ThreadPoolExecutor(max_workers=1) as beside:
        waiting = [beside.submit(write_kind, report, targets[kind], kind) for kind in slow]
        others = [kind for kind in targets if kind not in slow]
        for done, kind in enumerate(others, start=1):
            write_kind(report, targets[kind], kind)
            tell(done)
        for done, work in enumerate(waiting, start=len(others) + 1):
            work.result()
            tell(done)
    save_bytes(root / README, readme(report, targets, root))
    save_bytes(root / CHECKSUMS, checksums(root))


def _target(report: Report, root: Path, part: Part) -> Path:
    """Return where a part goes, its folder made."""
    target = root / part.place if part.place else target_of(report, root, part.kind, _MOST_BYTES)
    with explained(target):
        target.parent.mkdir(parents=True, exist_ok=True)
    return target
