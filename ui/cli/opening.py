"""Opening the assessment of a command: trouble that does not stop the command is told at once."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from fastmap.assessment import Assessment
from fastmap.errors import FastmapError
from fastmap.model.messages import message
from ui.cli.output import say


@contextmanager
def opened(file: Path, *, read_only: bool = False, while_in_use: bool = False) -> Iterator[Assessment]:
    """Open ``file`` for the block; ``while_in_use``: where another program has it open, a copy of what is saved in it.

    Raises `FastmapError` ``file_not_writable`` before any work is done if the command must write and cannot. Says so
    if a backup could not be made.
    """
    with _held(file, read_only=read_only, while_in_use=while_in_use) as assessment:
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


@contextmanager
def _held(file: Path, *, read_only: bool, while_in_use: bool) -> Iterator[Assessment]:
    with ExitStack() as held:
        try:
            assessment = held.enter_context(Assessment.open(file, read_only=read_only))
        except FastmapError as error:
            if not while_in_use or error.code not in ("file_in_use", "file_in_use_by"):
                raise
            folder = Path(held.enter_context(tempfile.TemporaryDirectory(prefix="fastmap-")))
            Assessment.copy_file_in_use(file, folder / file.name)
            say(message("cli.read_while_in_use", file=file.name))
            assessment = held.enter_context(Assessment.open(folder / file.name, read_only=True))
        yield assessment


def tell_of_place(assessment: Assessment, *, everything: bool = False) -> None:
    """Say what is worth knowing of the place where the file lies: what is urgent, or ``everything``."""
    from fastmap.tasks.salvaging import notices_of

    found = assessment.surroundings()
    if everything or found.copies or found.lacks_locks:
        for notice in notices_of(found, assessment.path):
            say(notice)
