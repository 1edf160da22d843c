"""From a file to results and to a finished report."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from fastmap.assessment import Assessment
from fastmap.catalogue.reading import load_catalogue
from fastmap.catalogue.texts import load_texts, report_languages
from fastmap.errors import FastmapError
from fastmap.model.ids import LanguageCode
from fastmap.model.results import Results
from fastmap.model.snapshot import Snapshot
from fastmap.pipeline import run
from fastmap.progress import ProgressListener, silent
from fastmap.report.audiences import EVERYTHING, Selection
from fastmap.report.build import build_report
from fastmap.report.finished import Report


def results_of(path: Path, *, progress: ProgressListener = silent) -> Results:
    """Return everything worked out from the file, which is only read; another program may have it open."""
    with Assessment.look_into(path) as assessment:
        snapshot = assessment.snapshot()
    return results_from(snapshot, progress)


def results_from(snapshot: Snapshot, progress: ProgressListener = silent) -> Results:
    """Return everything worked out from what is recorded."""
    return run(snapshot, load_catalogue(), progress)


def report_language(chosen: str | None) -> LanguageCode | None:
    """Return the language chosen for a report, ``None`` for the assessment's own.

    Raises `FastmapError` ``language_not_shipped`` for a language without texts.
    """
    if chosen is not None and chosen not in report_languages():
        raise FastmapError("language_not_shipped", found=chosen, known=", ".join(report_languages()))
    return LanguageCode(chosen) if chosen is not None else None


def report_of(
    results: Results,
    *,
    language: LanguageCode | None,
    anonymous: bool,
    made_on: date,
    selection: Selection = EVERYTHING,
) -> Report:
    """Return the finished report in ``language`` (the assessment's own where ``None``)."""
    texts = load_texts(language or results.snapshot.info.language)
    return build_report(results, load_catalogue(), texts, anonymous=anonymous, made_on=made_on, selection=selection)
