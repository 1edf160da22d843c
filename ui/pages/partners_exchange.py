"""What goes out to partners and comes back: lists, demand sheets, and the offer forms that providers filled in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from fastmap.model.choices import ResponseState
from ui.pages.partners_words import PartnersWords

if TYPE_CHECKING:
    from fastmap.changes.base import Change
    from fastmap.intake.tables import PartnersOutcome
    from fastmap.model.ids import PartnerId, ReplyId
    from fastmap.model.responses import FileOutcome, ProviderReply
    from fastmap.model.snapshot import Snapshot
    from fastmap.progress import ProgressListener
    from ui.session import Session
    from ui.work import Job


class PartnerExchange(QObject):
    """Reads and writes files in threads; what is new in them is one change each."""

    ended = Signal(str, str)
    """Something was read or written: tone and sentence."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Work on whatever ``session`` has open."""
        super().__init__(parent)
        self._session = session

    # --- in -----------------------------------------------------------------------------------------------------------

    def import_files(self, paths: Sequence[Path]) -> Job:
        """Read offer forms or a list in a thread, then take them as one change; ends with ``ended``."""
        snapshot, open_files = self._session.state.snapshot, self._session.assessment.open_files

        def read(_: object) -> PartnersOutcome | tuple[FileOutcome, ...]:
            from fastmap.intake.forms import read_forms
            from fastmap.tasks.partner_edits import read_partner_list

            outcomes = read_forms(paths, snapshot, open_files=open_files)
            forms = tuple(one for one in outcomes if one.reply is not None or one.partner is not None)
            return forms or read_partner_list(paths[0], snapshot, open_files=open_files)

        job = self._session.pool.start(read)
        job.done.connect(lambda outcome: self._take_read(paths, snapshot, outcome))
        job.failed.connect(self._session.failed)
        return job

    def _take_read(
        self, paths: Sequence[Path], read_with: Snapshot, outcome: PartnersOutcome | tuple[FileOutcome, ...]
    ) -> None:
        now = self._session.state.snapshot
        if (read_with.partners, read_with.offers, read_with.replies) != (now.partners, now.offers, now.replies):
            # Somebody edited partners meanwhile: ids and comparisons rest on the list before.
            self.import_files(paths)
        elif isinstance(outcome, tuple):
            self._take_forms(outcome)
        else:
            self._take_list(outcome)

    def _take_forms(self, read: tuple[FileOutcome, ...]) -> None:
        from fastmap.model.choices import ImportState
        from fastmap.tasks.importing import taken_forms

        outcomes, change = taken_forms(self._session.state.snapshot, read)
        if change is not None and not self._applied(change):
            return
        waiting = sum(one.state is ImportState.TO_CHECK for one in outcomes)
        taken = sum(one.state in (ImportState.ACCEPTED, ImportState.PARTIAL) for one in outcomes)
        words = PartnersWords().forms_taken(taken) if taken or not waiting else ""
        if waiting:
            words = f"{words} {PartnersWords().forms_wait(waiting)}".lstrip()
        told = [problem for one in outcomes for problem in one.problems if one.state is not ImportState.TO_CHECK]
        if told and told[0].facts is not None:
            words = f"{words} {self._session.state.texts.say(told[0].facts)}"
        self.ended.emit("warn" if waiting or told else "good", words)

    def _take_list(self, outcome: PartnersOutcome) -> None:
        from fastmap.tasks.partner_edits import change_of_list

        change = change_of_list(outcome)
        if change is not None and not self._applied(change):
            return
        words = QCoreApplication.translate(
            "PartnersPage", "List taken: {added} new, {updated} changed, {same} as before."
        )
        for place, count in (("added", outcome.added), ("updated", outcome.updated), ("same", outcome.unchanged)):
            words = words.replace(f"{{{place}}}", str(count))
        if outcome.problems:
            more = PartnersWords().problems(len(outcome.problems))
            told = outcome.problems[0].facts
            words = (
                f"{words} {more.replace('{first}', self._session.state.texts.say(told) if told is not None else '')}"
            )
        self.ended.emit("warn" if outcome.problems else "good", words)

    # --- out, and the answers -------------------------------------------------------------------------------------

    def write_sheets(self, partners: Sequence[PartnerId], language: str, folder: Path) -> Job:
        """Write demand sheets in a thread; ends with ``ended``."""
        results = self._session.state.results
        assert results is not None  # without results nobody can ask

        def write(progress: ProgressListener) -> int:
            from datetime import date

            from exports.demand_sending import write_demand
            from fastmap.catalogue.reading import load_catalogue
            from fastmap.tasks.asking_providers import demand_contents

            today = date.today()  # noqa: DTZ011 - the day people here call today
            contents = demand_contents(results, load_catalogue(), today=today, partners=partners, language=language)
            return len(write_demand(contents, folder, progress=progress))

        job = self._session.pool.start(write)
        job.done.connect(lambda count: self.ended.emit("good", self._written(count, folder)))
        job.failed.connect(self._session.failed)
        return job

    def _written(self, count: int, folder: Path) -> str:
        return PartnersWords().sheets_written(count).replace("{folder}", folder.name)

    def waiting_replies(self) -> tuple[ProviderReply, ...]:
        """Return the offer forms that wait for a decision, oldest first."""
        return tuple(reply for reply in self._session.state.snapshot.replies if reply.state is ResponseState.TO_CHECK)

    def settle_reply(self, reply: ReplyId, partner: PartnerId | None) -> bool:
        """Take an offer form as ``partner``'s, or keep it out (``None``); says whether it went well."""
        from fastmap.tasks.provider_offers import settled_reply

        return self._applied(settled_reply(self._session.state.snapshot, reply, partner))

    def _applied(self, change: Change) -> bool:
        return self._session.apply(change) is not None
