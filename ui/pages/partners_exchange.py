"""What goes out to partners and comes back: lists, demand sheets, and the offer forms that providers filled in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from fastmap.model.choices import ImportState, PartnerType, ResponseState
from ui.pages.needs_file import problem_sentence
from ui.pages.needs_importing import differs
from ui.pages.partners_words import PartnersWords
from ui.plain_text import isolated

if TYPE_CHECKING:
    from fastmap.changes.base import Change
    from fastmap.intake.tables import PartnersOutcome
    from fastmap.model.ids import PartnerId, ReplyId
    from fastmap.model.organisations import Partner
    from fastmap.model.responses import ProviderReply
    from fastmap.model.snapshot import Snapshot
    from fastmap.progress import ProgressListener
    from fastmap.tasks.partner_files import FileFindings, PartnerFiles
    from ui.session import Session
    from ui.work import Job


class PartnerExchange(QObject):
    """Reads and writes files in threads, one work at a time; all that is new in files that came together is one change."""

    began = Signal(str)
    """Something is under way: what, in words. Said anew where it has to begin again."""
    progressed = Signal(object)
    ended = Signal(str, str)
    """Something was read or written: tone and sentence."""
    cells_read = Signal(object)
    """A `PartnersOutcome`: what pasted cells say, read with what is recorded now. Nothing of it is taken yet."""
    idle = Signal()
    """Nothing is under way any more, however it ended."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Work on whatever ``session`` has open."""
        super().__init__(parent)
        self._session = session
        self._job: Job | None = None
        self.findings: tuple[FileFindings, ...] = ()
        """What somebody should look at in the files that came in last."""

    @property
    def is_running(self) -> bool:
        """Whether something is being read or written."""
        return self._job is not None

    def cancel(self) -> None:
        """Stop what is under way; nothing of it is kept."""
        if self._job is not None:
            self._job.cancel()

    def _begin(self, job: Job, words: str) -> None:
        self._job = job
        job.progressed.connect(self.progressed)
        job.failed.connect(self._session.failed)
        job.finished.connect(lambda: self._leave(job))
        self.began.emit(words)

    def _leave(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self.idle.emit()

    # --- in -----------------------------------------------------------------------------------------------------------

    def import_files(self, paths: Sequence[Path]) -> None:
        """Read whatever came together in a thread, then take it as one change; ends with ``ended``."""
        if self._job is not None or not self._session.state.can_edit:
            return
        snapshot, assessment = self._session.state.snapshot, self._session.assessment
        known, open_files = assessment.known_attachments, assessment.open_files

        def read(progress: ProgressListener) -> PartnerFiles:
            from fastmap.tasks.partner_files import read_partner_files

            return read_partner_files(
                paths, snapshot, known_attachments=known, open_files=open_files, progress=progress
            )

        job = self._session.pool.start(read)
        job.done.connect(lambda files: self._take_read(paths, snapshot, files))
        self._begin(job, QCoreApplication.translate("PartnersPage", "Reading what was sent…"))

    def read_cells(self, grid: Sequence[Sequence[str]]) -> None:
        """Read cells copied from a list in a thread; ends with ``cells_read``."""
        if self._job is not None or not self._session.state.can_edit:
            return
        snapshot = self._session.state.snapshot

        def read(_: ProgressListener) -> PartnersOutcome:
            from fastmap.tasks.partner_edits import read_pasted_list

            return read_pasted_list(grid, snapshot)

        def tell(outcome: PartnersOutcome) -> None:
            if differs(snapshot, self._session.state.snapshot):
                self._job = None
                self.read_cells(grid)
            else:
                self.cells_read.emit(outcome)

        job = self._session.pool.start(read)
        job.done.connect(tell)
        self._begin(job, QCoreApplication.translate("PartnersPage", "Reading what was sent…"))

    def _take_read(self, paths: Sequence[Path], read_with: Snapshot, files: PartnerFiles) -> None:
        if differs(read_with, self._session.state.snapshot):
            # Somebody edited meanwhile: ids and comparisons rest on the state before. The work goes on, begun anew.
            self._job = None
            self.import_files(paths)
            return
        if files.change is not None and not self._applied(files.change):
            return
        self.findings = files.findings
        waiting = sum(one.state is ImportState.TO_CHECK for one in (*files.offer_forms, *files.answers, *files.team))
        self.ended.emit("warn" if waiting or files.refused or files.findings else "good", self._came_in(files))

    def _came_in(self, files: PartnerFiles) -> str:
        """Return what became of the files: what was taken, what waits, what was left out, and what was found."""
        counted, parts = PartnersWords(), []
        waiting = sum(one.state is ImportState.TO_CHECK for one in files.offer_forms)
        if taken := len(files.offer_forms) - waiting:
            parts.append(counted.forms_taken(taken))
        if waiting:
            parts.append(counted.forms_wait(waiting))
        if files.lists:
            parts.append(self._lists_taken(files))
        if files.answers:
            parts.append(counted.answers_taken(len(files.answers)))
        if files.team:
            parts.append(counted.questionnaires_taken(len(files.team)))
        if files.refused:
            words = QCoreApplication.translate("PartnersPage", "Not taken: {files}.")
            parts.append(words.replace("{files}", ", ".join(isolated(one.name) for one in files.refused)))
        told = [problem for one in files.findings if not one.waits for problem in one.problems]
        if len(told) == 1:
            parts.append(problem_sentence(told[0], self._session.state.texts))
        elif told:
            parts.append(counted.findings(len(told)))
        return " ".join(parts) or QCoreApplication.translate("PartnersPage", "No file was found there.")

    @staticmethod
    def _lists_taken(files: PartnerFiles) -> str:
        words = QCoreApplication.translate(
            "PartnersPage", "List taken: {added} new, {updated} changed, {same} as before."
        )
        for place, count in (
            ("added", sum(one.added for one in files.lists)),
            ("updated", sum(one.updated for one in files.lists)),
            ("same", sum(one.unchanged for one in files.lists)),
        ):
            words = words.replace(f"{{{place}}}", str(count))
        return words

    # --- out, and the answers -------------------------------------------------------------------------------------

    def write_sheets(
        self, partners: Sequence[PartnerId], language: str, folder: Path, reply_by: date | None = None
    ) -> None:
        """Write demand sheets in a thread; ends with ``ended``."""
        if self._job is not None:
            return
        results = self._session.state.results
        if results is None or not self._session.state.results_are_current:
            # Sheets say what is recorded now: results from before know neither new partners nor offers just edited.
            words = QCoreApplication.translate(
                "PartnersPage", "The figures are still being worked out. Ask again in a moment."
            )
            self.ended.emit("neutral", words)
            return

        def write(progress: ProgressListener) -> tuple[int, tuple[Partner, ...]]:
            from exports.demand_sending import write_demand
            from fastmap.catalogue.reading import load_catalogue
            from fastmap.tasks.asking_providers import demand_contents, without_sheet

            today = date.today()  # noqa: DTZ011 - the day people here call today
            contents = demand_contents(
                results, load_catalogue(), today=today, partners=partners, language=language, reply_by=reply_by
            )
            written = write_demand(contents, folder, progress=progress)
            return len(written), without_sheet(results.snapshot, contents, partners)

        job = self._session.pool.start(write)
        job.done.connect(lambda outcome: self._say_written(outcome[0], outcome[1], folder))
        self._begin(job, QCoreApplication.translate("PartnersPage", "Writing the sheets…"))

    def _say_written(self, count: int, left_out: tuple[Partner, ...], folder: Path) -> None:
        words = PartnersWords().sheets_written(count).replace("{folder}", isolated(folder.name))
        if left_out:
            names = ", ".join(isolated(one.name) for one in left_out)
            words = f"{words} {PartnersWords().without_sheet(len(left_out)).replace('{names}', names)}"
        self.ended.emit("warn" if left_out else "good", words)

    def waiting_replies(self) -> tuple[ProviderReply, ...]:
        """Return the offer forms that wait for a decision, oldest first."""
        return tuple(reply for reply in self._session.state.snapshot.replies if reply.state is ResponseState.TO_CHECK)

    def settle_reply(self, reply: ReplyId, partner: PartnerId | None) -> bool:
        """Take an offer form as ``partner``'s, or keep it out (``None``); says whether it went well."""
        from fastmap.tasks.provider_offers import settled_reply

        return self._applied(settled_reply(self._session.state.snapshot, reply, partner))

    def settle_as_new(self, reply: ReplyId, name: str, type_: PartnerType) -> bool:
        """Record who sent an offer form and take it, in one change; says whether it went well."""
        from fastmap.errors import FastmapError
        from fastmap.tasks.provider_offers import reply_of_new_partner

        try:
            change = reply_of_new_partner(self._session.state.snapshot, reply, name, type_)
        except FastmapError as error:
            self._session.failed.emit(error)
            return False
        return self._applied(change)

    def _applied(self, change: Change) -> bool:
        return self._session.apply(change) is not None
