"""Opening one file and reading all of it as pages, commands and reports do: refused with a sentence, or survived."""

from __future__ import annotations

import hashlib
import time
import traceback
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from fastmap.assessment import Assessment
from fastmap.catalogue.definitions import Catalogue
from fastmap.catalogue.reading import load_catalogue
from fastmap.catalogue.texts import load_texts
from fastmap.errors import FastmapError
from fastmap.model.snapshot import Snapshot
from fastmap.pipeline import run
from fastmap.report.build import build_report

_LANGUAGES = ("en", "es")
_DAY = date(2026, 4, 1)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file."""

    code: str
    """``opened``, the code of the refusal, or ``crash``."""
    opening_s: float
    """Processor time until the first page could be shown, or until the refusal."""
    failure: str | None = None


def survive(path: Path) -> Outcome:
    """Open the file and read everything; `Outcome.failure` holds what must not happen."""
    before = hashlib.sha256(path.read_bytes()).digest()
    start = time.process_time()
    opening_s = None
    try:
        with Assessment.open(path) as assessment:
            assessment.snapshot()
            opening_s = time.process_time() - start
            _read_all(assessment)
            _work_out(assessment)
            _walk_history(assessment)
        with Assessment.open(path) as assessment:
            assessment.snapshot()
    except FastmapError as refused:
        taken = time.process_time() - start if opening_s is None else opening_s
        return Outcome(refused.code, taken, _of_refusal(refused, path, before, opened=opening_s is not None))
    except BaseException:  # noqa: BLE001 - whatever goes wrong is what this looks for
        return Outcome("crash", time.process_time() - start, traceback.format_exc())
    return Outcome("opened", opening_s)


def _read_all(assessment: Assessment) -> None:
    """Everything that pages read beside the snapshot, said as they say it."""
    assessment.contacts()
    assessment.registrations()
    assessment.asked_on()
    assessment.anonymous_editions()
    assessment.content_hash()
    assessment.check()
    for attachment in assessment.attachments():
        assessment.attachment(attachment.sha256)
    snapshot, history = assessment.snapshot(), assessment.history()
    for texts in map(load_texts, _LANGUAGES):
        for entry in history:
            texts.say_kept(entry.what)
        for what in (assessment.can_undo, assessment.can_redo):
            if what is not None:
                texts.say_kept(what)
        received = (snapshot.responses, snapshot.replies, snapshot.team)
        for problems in (one.problems for several in received for one in several):
            for problem in problems:
                if problem.facts is not None:
                    texts.say_kept(problem.facts)


def _work_out(assessment: Assessment) -> None:
    results = run(assessment.snapshot(), _catalogue())
    for anonymous in (False, True):
        build_report(results, _catalogue(), load_texts("es"), anonymous=anonymous, made_on=_DAY)


def _walk_history(assessment: Assessment) -> None:
    """Undo and redo all there is; a step that cannot be taken back says so and leaves all as it was.

    What a redo brings back was worked out on the way there: only a state that was not there yet is worked out.
    """
    worked_out: list[Snapshot] = []
    for step in (assessment.undo, assessment.redo):
        for _ in range(6):
            known = assessment.content_hash()
            try:
                if not step():
                    break
            except FastmapError:
                assert assessment.content_hash() == known, "a refused step altered something"
                break
            snapshot = assessment.snapshot()
            if snapshot not in worked_out:
                run(snapshot, _catalogue())
                worked_out.append(snapshot)


def _of_refusal(refused: FastmapError, path: Path, before: bytes, *, opened: bool) -> str | None:
    sentences = [load_texts(language).say(refused.message) for language in _LANGUAGES]
    if not all(sentences):
        return f"no sentence for {refused.code}"
    if opened:
        return f"refused only after it was opened: {refused.code}\n{traceback.format_exc()}"
    if hashlib.sha256(path.read_bytes()).digest() != before:
        return f"{refused.code}, and the file was altered"
    return None


@cache
def _catalogue() -> Catalogue:
    return load_catalogue()
