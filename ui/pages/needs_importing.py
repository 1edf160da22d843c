"""Taking returned forms without a moment's standstill: reading and storing in threads, one undoable change."""

from __future__ import annotations

import gc
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from fastmap.local_time import local_time
from ui.translating import clock_time

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from fastmap.changes.responses import ImportResponses
    from fastmap.model.choices import ImportState, ResponseState
    from fastmap.model.ids import MemberCode
    from fastmap.model.responses import FileOutcome, ProviderReply, Response
    from fastmap.model.snapshot import Snapshot
    from fastmap.model.team import TeamQuestionnaire
    from fastmap.progress import Progress, ProgressListener
    from ui.session import Session
    from ui.work import Job

SUFFIXES = frozenset(
    {"", ".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp"}
    | {".gif", ".bmp", ".html", ".htm", ".zip", ".docx", ".odt", ".doc", ".txt"}
)
"""What may be dropped: a form in any dress. What is no form gets its place in the result all the same."""


class FormImport(QObject):
    """One import after the other: `start`, then ``ended`` with the outcomes, or ``dropped`` where nothing was kept."""

    began = Signal()
    progressed = Signal(object)
    storing = Signal()
    """Everything is read; from here on it cannot be cancelled any more."""
    ended = Signal(object)
    """The `FileOutcome` of every file; whatever was new is in the assessment."""
    dropped = Signal(bool)
    """Nothing was changed: cancelled (True) or failed (False, and the person was told)."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Read in the pool of ``session``."""
        super().__init__(parent)
        self._session = session
        self._job: Job | None = None
        self.is_storing = False
        """Whether all is read and the answers are just being stored."""
        self.outcomes: tuple[FileOutcome, ...] = ()
        """Of the last import since the assessment was opened."""
        session.closed.connect(self._stop)

    @property
    def is_running(self) -> bool:
        """Whether an import is under way."""
        return self._job is not None

    def start(self, paths: Sequence[Path]) -> None:
        """Read the files and folders, then store what is new; nothing while another import is under way."""
        if self._job is not None or not self._session.state.can_edit:
            return
        snapshot = self._session.state.snapshot
        known = self._session.assessment.known_attachments
        open_files = self._session.assessment.open_files

        def work(progress: ProgressListener) -> tuple[tuple[FileOutcome, ...], ImportResponses | None]:
            from fastmap.intake.forms import read_forms
            from fastmap.progress import Progress
            from fastmap.tasks import originals, settling  # noqa: F401 - the result needs them: loaded here, nobody waits
            from fastmap.tasks.importing import taken_forms

            outcomes = read_forms(paths, snapshot, known_attachments=known, progress=progress, open_files=open_files)
            outcomes, change = taken_forms(snapshot, outcomes)
            progress(Progress(stage="progress.reading_forms", done=len(outcomes), total=len(outcomes)))
            # All this stays for long; left in, it would make each look for garbage (decision 0083) a standstill.
            gc.freeze()
            return outcomes, change

        job = self._session.pool.start(work)
        self._job = job
        job.progressed.connect(self._progress)
        job.done.connect(lambda read: self._store(job, paths, snapshot, *read))
        job.failed.connect(lambda error: self._fail(job, error))
        job.cancelled.connect(lambda: self._drop(job, was_cancelled=True))
        # A mistake of ours ends the work with none of these: the next import must not wait for it.
        job.finished.connect(lambda: self._drop(job, was_cancelled=False))
        self.began.emit()

    def cancel(self) -> None:
        """Stop reading; nothing is kept."""
        if self._job is not None:
            self._job.cancel()

    def _progress(self, progress: Progress) -> None:
        if self._job is not None:
            self.progressed.emit(progress)

    def _store(
        self,
        job: Job,
        paths: Sequence[Path],
        snapshot: Snapshot,
        outcomes: tuple[FileOutcome, ...],
        change: ImportResponses | None,
    ) -> None:
        if job is not self._job or not self._session.is_open:
            return
        self._job = None
        if differs(snapshot, self._session.state.snapshot):
            # Somebody edited members, answers or places of texts meanwhile: what was read rests on the state before.
            self.start(paths)
        elif change is None:
            self._end(outcomes)
        else:
            self.is_storing = True
            self.storing.emit()
            storing = self._session.aside.apply(change)
            self._job = storing
            storing.done.connect(lambda _: self._stored(storing, outcomes))
            storing.failed.connect(lambda _: self._drop(storing, was_cancelled=False))
            storing.finished.connect(lambda: self._drop(storing, was_cancelled=False))

    def _stored(self, job: Job, outcomes: tuple[FileOutcome, ...]) -> None:
        if job is self._job:
            self._job, self.is_storing = None, False
            # The window breathes between taking the new state and showing the result.
            QTimer.singleShot(0, lambda: self._end(outcomes))

    def _end(self, outcomes: tuple[FileOutcome, ...]) -> None:
        if not self._session.is_open:
            return
        self.outcomes = tuple(map(_without_bytes, outcomes))
        self.ended.emit(self.outcomes)

    def _fail(self, job: Job, error: object) -> None:
        if job is self._job:
            self._session.failed.emit(error)
            self._drop(job, was_cancelled=False)

    def _drop(self, job: Job, *, was_cancelled: bool) -> None:
        if job is self._job:
            self._job, self.is_storing = None, False
            self.dropped.emit(was_cancelled)

    def _stop(self) -> None:
        if self._job is not None:
            job, self._job, self.is_storing = self._job, None, False
            job.cancel()
        self.outcomes = ()


def _key_of(outcome: FileOutcome) -> str:
    """Tell files apart that have the same name: two firms may both send ``form.xlsx``."""
    if outcome.attachment is not None:
        return f"{outcome.path}#{outcome.attachment.sha256}"
    return f"{outcome.path}#{outcome.response.id}" if outcome.response is not None else outcome.path


def _without_bytes(outcome: FileOutcome) -> FileOutcome:
    """Return the outcome without the bytes of a scan: they are in the file now, and need not lie in memory as well."""
    from dataclasses import replace

    if outcome.attachment is None:
        return outcome
    return replace(outcome, attachment=replace(outcome.attachment, content=b""))


_READ_WITH = (
    *("members", "responses", "skills", "mappings", "splits", "set_aside"),
    *("partners", "offers", "replies", "team"),
)
"""What reading forms goes by: whom they are from, what is there already, and what was decided about texts."""


def differs(before: Snapshot, now: Snapshot) -> bool:
    """Say whether what was read with the state ``before`` may mean something else ``now``."""
    return before is not now and any(getattr(before, name) != getattr(now, name) for name in _READ_WITH)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRow:
    """One file of an import as the list shows it."""

    key: str
    name: str
    state: ImportState
    member: str
    needs: int | None
    remarks: int
    outcome: FileOutcome
    response: Response | None
    """As it is recorded now."""
    settled: str
    """``counted merged kept_out`` once a person has decided about an answer to check, ``typed_in`` for a scan that was
    put away, else ""."""
    attachment: str
    """SHA-256 of the scan or photo that this is, else ""."""


def _sent_by_phone(response: Response | None) -> str:
    """Return how an answer without a file came in; "" for whatever a person chose as a file."""
    from fastmap.model.choices import Channel

    if response is None or response.channel is not Channel.PHONE or response.source_sha256 is not None:
        return ""
    words = QCoreApplication.translate("ImportResults", "Sent by phone, {time}")
    return words.replace("{time}", clock_time(local_time(response.received_at)))


def _told_apart(paths: Sequence[str]) -> dict[str, str]:
    """Return path → its file's name, with as many folders as tell it from others of the same name."""
    from pathlib import PurePath

    parts_of = {path: PurePath(path).parts for path in paths}
    # Counted once for all: to compare each with every other holds the window up for seconds at a thousand forms.
    ends = Counter(parts[-n:] for parts in parts_of.values() for n in range(1, len(parts) + 1))
    found: dict[str, str] = {}
    for path, parts in parts_of.items():
        depth = next((n for n in range(1, len(parts) + 1) if ends[parts[-n:]] == 1), len(parts))
        found[path] = "/".join(part.strip("/\\") for part in parts[-depth:]) if parts else path
    return found


def file_rows(
    outcomes: Sequence[FileOutcome], snapshot: Snapshot, kept: frozenset[str] = frozenset()
) -> tuple[FileRow, ...]:
    """Return the rows of a result: what waits for a person first, what is fine last.

    ``kept``: SHA-256 of the scans and photos that are still there to be typed in.
    """
    from fastmap.model.choices import ImportState

    order = (
        ImportState.TO_CHECK,
        ImportState.UNREADABLE,
        ImportState.NOT_A_FORM,
        ImportState.PARTIAL,
        ImportState.ATTACHMENT,
        ImportState.DUPLICATE,
        ImportState.BLANK,
        ImportState.ACCEPTED,
    )
    names = {member.code: member.name for member in snapshot.members}
    recorded = {response.id: response for response in snapshot.responses}
    merged = {
        # Files from before know the name alone.
        str(problem.facts.facts.get("response", problem.facts.facts.get("other")))
        for response in snapshot.responses
        for problem in response.problems
        if problem.code == "merged_with" and problem.facts is not None
    }
    rows = []
    called = _told_apart([outcome.path for outcome in outcomes])
    for outcome in outcomes:
        response = recorded.get(outcome.response.id) if outcome.response is not None else None
        attachment = outcome.attachment.sha256 if outcome.attachment is not None else ""
        settled = "typed_in" if attachment and attachment not in kept else ""
        if outcome.state is ImportState.TO_CHECK and response is not None:
            settled = _decided(response, merged)
        if outcome.reply is not None and outcome.state is ImportState.TO_CHECK:
            settled = _decided_reply(snapshot, outcome.reply)
        if outcome.team is not None and outcome.state is ImportState.TO_CHECK:
            settled = _decided_questionnaire(snapshot, outcome.team)
        code: MemberCode | None = response.member if response is not None else outcome.member
        rows.append(
            FileRow(
                key=_key_of(outcome),
                name=_sent_by_phone(outcome.response) or called[outcome.path],
                state=outcome.state,
                member=names.get(code, code or "") if code is not None else _provider(snapshot, outcome),
                needs=outcome.needs if outcome.response is not None else None,
                remarks=len(outcome.problems),
                outcome=outcome,
                response=response,
                settled=settled,
                attachment=attachment,
            )
        )
    rows.sort(key=lambda row: (bool(row.settled), order.index(row.state), row.name.casefold(), row.key))
    return tuple(rows)


def _provider(snapshot: Snapshot, outcome: FileOutcome) -> str:
    """Return the name of the partner whose offer form a file is, the code on a questionnaire of the team, or ""."""
    if outcome.team is not None:
        return outcome.team.respondent
    stated = outcome.reply.organisation if outcome.reply is not None else None
    return next((one.name for one in snapshot.partners if one.id == outcome.partner), stated or "")


def _decided_reply(snapshot: Snapshot, reply: ProviderReply) -> str:
    return _settled(next((one.state for one in snapshot.replies if one.id == reply.id), reply.state))


def _decided_questionnaire(snapshot: Snapshot, questionnaire: TeamQuestionnaire) -> str:
    return _settled(next((one.state for one in snapshot.team if one.id == questionnaire.id), questionnaire.state))


def _settled(now: ResponseState) -> str:
    from fastmap.model.choices import ResponseState

    return {ResponseState.ACCEPTED: "counted", ResponseState.SUPERSEDED: "kept_out"}.get(now, "")


def _decided(response: Response, merged: Collection[object]) -> str:
    from fastmap.model.choices import ResponseState

    if response.state is ResponseState.ACCEPTED:
        return "counted"
    if response.state is not ResponseState.SUPERSEDED:
        return ""
    return "merged" if {response.id, response.source_name} & set(merged) else "kept_out"
