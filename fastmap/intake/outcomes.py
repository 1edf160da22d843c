"""What becomes of a file of an import, in the terms that needs forms and offer forms share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from fastmap.intake.files import FoundFile
from fastmap.intake.form_answers import NOTES
from fastmap.model.choices import ImportState
from fastmap.model.messages import Fact, Message
from fastmap.model.responses import FileOutcome, Problem

SENT_OUT: Final = frozenset({"form_id", "form_version", "prefilled", "member_code", "partner_id"})
"""Fields that are no answers: they go out with a form."""


def finding(code: str, done: str, *, found: str | None = None, **facts: Fact) -> Problem:
    """Return a finding about a whole form; what stands in single cells is told with its place."""
    return Problem(code=code, found=found, done=done, facts=Message(f"problem.{code}", {"found": found, **facts}))


def state_of(doubts: Sequence[Problem], problems: Iterable[Problem]) -> ImportState:
    """Return what a form with these findings is: ``doubts`` make it wait for a person."""
    if doubts:
        return ImportState.TO_CHECK
    if any(one.code not in NOTES for one in problems):
        return ImportState.PARTIAL
    return ImportState.ACCEPTED


def refused(file: FoundFile, code: str, state: ImportState, *, done: str = "not_taken") -> FileOutcome:
    """Return the outcome of a file that was not taken."""
    return FileOutcome(path=str(file.path), state=state, problems=(finding(code, done, name=file.name),))


def within(part: str, whole: str) -> bool:
    """Return whether ``part`` stands in ``whole``, word by word; nothing stands nowhere."""
    return bool(part) and f" {part} " in f" {whole} "


def answers_only(raw: Mapping[str, str]) -> dict[str, str]:
    """Return the raw answers without what goes out with a form."""
    return {name: value for name, value in raw.items() if name not in SENT_OUT}


def doubts_about_form(identity: Mapping[str, str], assessment: str, newest_version: int) -> Iterable[Problem]:
    """Yield what speaks against a form by its own marks: another assessment's, or a newer version."""
    form_id = identity.get("form_id")
    if form_id is None:
        yield finding("form_id_missing", "waits")
    elif form_id != assessment:
        yield finding("other_assessment", "waits", found=form_id)
    version = identity.get("form_version", "")
    if version.isascii() and version.isdecimal() and int(version[:9]) > newest_version:
        yield finding("form_newer", "waits", found=version)
