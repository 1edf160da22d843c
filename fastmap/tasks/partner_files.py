"""Files that come to the partners together: offer forms, lists, and answers of members among them, as one change."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import Any

from fastmap.changes.ecosystem import SavePartners
from fastmap.changes.responses import ImportResponses
from fastmap.errors import FastmapError
from fastmap.intake.files import FileId
from fastmap.intake.forms import read_forms
from fastmap.intake.tables import PartnersOutcome
from fastmap.model.choices import ImportState
from fastmap.model.responses import FileOutcome, Problem
from fastmap.model.snapshot import Snapshot
from fastmap.progress import ProgressListener, silent
from fastmap.tasks.importing import taken_forms
from fastmap.tasks.partner_edits import change_of_list, read_partner_list


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFindings:
    """What was found in one file."""

    name: str
    problems: tuple[Problem, ...]
    waits: bool = False
    """A person decides about the file, and is told there what was found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerFiles:
    """What became of files that came together; every file stands in exactly one of the first five."""

    offer_forms: tuple[FileOutcome, ...]
    answers: tuple[FileOutcome, ...]
    """Members' needs forms, and scans kept to be typed in: they belong to the needs."""
    team: tuple[FileOutcome, ...]
    """Questionnaires of the team self-assessment."""
    lists: tuple[PartnersOutcome, ...]
    refused: tuple[FileFindings, ...]
    """Files of which nothing was taken, with why."""
    findings: tuple[FileFindings, ...]
    """Everything somebody should look at, file by file."""
    change: ImportResponses | SavePartners | None
    """Takes all that is new; ``None`` if nothing is."""


def read_partner_files(
    paths: Iterable[Path],
    snapshot: Snapshot,
    *,
    known_attachments: Collection[str] = frozenset(),
    open_files: Collection[FileId] = frozenset(),
    progress: ProgressListener = silent,
) -> PartnerFiles:
    """Return what files (and folders) that came together bring, and the one change that takes it.

    What is no form is read as a list of partners. Lists are read one after the other, each with what the forms and the
    lists before it brought, so that no two of them take the same id or make the same partner twice.
    Raises `FastmapError` ``path_missing`` before anything is read.
    """
    outcomes = read_forms(
        paths, snapshot, known_attachments=known_attachments, open_files=open_files, progress=progress
    )
    forms, change = taken_forms(snapshot, [one for one in outcomes if not _may_be_list(one)])
    now = _with(snapshot, change)
    lists: list[PartnersOutcome] = []
    refused = [_findings(one) for one in forms if _brought_nothing(one)]
    findings = [_findings(one) for one in forms if one.problems]
    for outcome in filter(_may_be_list, outcomes):
        try:
            read = read_partner_list(Path(outcome.path), now, open_files=open_files)
        except FastmapError as error:
            refused.append(_refused_list(outcome, error))
            findings.append(refused[-1])
            continue
        lists.append(read)
        now = _with(now, change_of_list(read))
        if read.problems:
            findings.append(FileFindings(name=PurePath(outcome.path).name, problems=read.problems))
    return PartnerFiles(
        offer_forms=tuple(one for one in forms if one.reply is not None),
        answers=tuple(one for one in forms if one.response is not None or one.attachment is not None),
        team=tuple(one for one in forms if one.team is not None),
        lists=tuple(lists),
        refused=tuple(refused),
        findings=tuple(findings),
        change=_together(change, lists),
    )


def _may_be_list(outcome: FileOutcome) -> bool:
    return outcome.state in (ImportState.NOT_A_FORM, ImportState.UNREADABLE)


def _brought_nothing(outcome: FileOutcome) -> bool:
    brought = (outcome.reply, outcome.response, outcome.attachment, outcome.team)
    return all(one is None for one in brought)


def _findings(outcome: FileOutcome) -> FileFindings:
    waits = outcome.state is ImportState.TO_CHECK
    return FileFindings(name=PurePath(outcome.path).name, problems=outcome.problems, waits=waits)


def _refused_list(outcome: FileOutcome, error: FastmapError) -> FileFindings:
    """Return why a file is neither: a damaged one is damaged as whatever it was meant to be."""
    if outcome.state is ImportState.UNREADABLE:
        return _findings(outcome)
    told = Problem(code=error.code, done="not_taken", facts=error.message)
    return FileFindings(name=PurePath(outcome.path).name, problems=(told,))


def _with(snapshot: Snapshot, change: ImportResponses | SavePartners | None) -> Snapshot:
    """Return the snapshot with what a change brings of partners, offers, skills and members."""
    if change is None:
        return snapshot
    return replace(
        snapshot,
        partners=_joined("id", snapshot.partners, change.partners),
        offers=_joined("id", snapshot.offers, change.offers),
        skills=_joined("uri", snapshot.skills, change.skills),
        members=_joined("code", snapshot.members, change.members),
    )


def _joined(key: str, *parts: Iterable[Any]) -> tuple[Any, ...]:
    """Return all values, of one key the last."""
    return tuple({getattr(one, key): one for part in parts for one in part}.values())


def _together(
    change: ImportResponses | None, lists: Iterable[PartnersOutcome]
) -> ImportResponses | SavePartners | None:
    """Return one change for the forms and all lists: one intention, taken back in one step."""
    news = [saving for read in lists if (saving := change_of_list(read)) is not None]
    if not news:
        return change
    base = change if change is not None else SavePartners()
    brought: dict[str, Any] = {
        "partners": _joined("id", *(one.partners for one in news)),
        "offers": _joined("id", base.offers, *(one.offers for one in news)),
        "skills": _joined("uri", base.skills, *(one.skills for one in news)),
        "members": _joined("code", base.members, *(one.members for one in news)),
    }
    return replace(base, **brought)
