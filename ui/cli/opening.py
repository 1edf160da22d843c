"""Opening the assessment of a command: trouble that does not stop the command is told at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fastmap.assessment import Assessment
from fastmap.errors import FastmapError
from ui.cli.output import say


@contextmanager
def opened(file: Path, *, read_only: bool = False) -> Iterator[Assessment]:
    """Open ``file`` for the block.

    Raises `FastmapError` ``file_not_writable`` before any work is done if the command must write and cannot. Says so
    if a backup could not be made.
    """
    with Assessment.open(file, read_only=read_only) as assessment:
        if assessment.read_only and not read_only:
            raise FastmapError("file_not_writable", file=file.name)
        if assessment.backup_problem is not None:
            say(assessment.backup_problem.message)
        assessment.on_backup_problem = lambda problem: say(problem.message)
        if assessment.erasure_problem is not None:
            say(assessment.erasure_problem.message)
        if not read_only:
            tell_of_place(assessment)
        yield assessment


def tell_of_place(assessment: Assessment, *, everything: bool = False) -> None:
    """Say what is worth knowing of the place where the file lies: what is urgent, or ``everything``."""
    from fastmap.tasks.salvaging import notices_of

    found = assessment.surroundings()
    if everything or found.copies or found.lacks_locks:
        for notice in notices_of(found, assessment.path):
            say(notice)
