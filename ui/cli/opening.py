"""Opening the assessment of a command: trouble that does not stop the command is told at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from fastmap.assessment import Assessment
from fastmap.errors import FastmapError
from fastmap.model.messages import message
from ui.cli.output import say

if TYPE_CHECKING:
    from fastmap.model.results import Results
    from fastmap.progress import ProgressListener
    from fastmap.tasks.handing_out import HandingOut


@contextmanager
def opened(file: Path, *, read_only: bool = False) -> Iterator[Assessment]:
    """Open ``file`` for the block; ``read_only``: also where another program has it open, as it is saved.

    Raises `FastmapError` ``file_not_writable`` before any work is done if the command must write and cannot. Says so
    if a backup could not be made.
    """
    with Assessment.look_into(file) if read_only else Assessment.open(file) as assessment:
        if assessment.is_beside:
            say(message("cli.read_while_in_use", file=file.name))
        if assessment.read_only and not read_only:
            raise FastmapError("file_not_writable", file=file.name)
        if assessment.backup_problem is not None:
            say(assessment.backup_problem.message)
        assessment.on_backup_problem = lambda problem: say(problem.message)
        if assessment.erasure_problem is not None:
            say(assessment.erasure_problem.message)
        if assessment.erased_at_opening is not None:
            say(message("cli.personal.erase_ended", file=file.name))
        if not read_only:
            tell_of_place(assessment)
        yield assessment


def results_in(file: Path, progress: ProgressListener) -> Results:
    """Return everything worked out from ``file``, which is only read (`opened`)."""
    from fastmap.tasks.reporting import results_from

    with opened(file, read_only=True) as assessment:
        snapshot = assessment.snapshot()
    return results_from(snapshot, progress)


def note_handed_out(handing_out: HandingOut, file: Path) -> None:
    """Note in the file what left the house; say so where an edition without names could not be noted."""
    reason = handing_out.note_in_file(file)
    if reason is not None and handing_out.is_anonymous:
        say(message(f"cli.edition_not_noted.{reason}", file=file.name))


def tell_of_place(assessment: Assessment, *, everything: bool = False) -> None:
    """Say what is worth knowing of the place where the file lies: what is urgent, or ``everything``."""
    from fastmap.tasks.salvaging import notices_of

    found = assessment.surroundings()
    if everything or found.copies or found.lacks_locks:
        for notice in notices_of(found, assessment.path):
            say(notice)
