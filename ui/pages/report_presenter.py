"""What the report page chooses, previews and writes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from fastmap.model.choices import ResponseState
from fastmap.report.audiences import CHOICES, Audience, usual_chapters
from ui.pages.page import StepFact, StepState
from ui.pages.report_choices import KINDS, ChoiceMemory, Choices
from ui.settings import Settings
from ui.translating import clock_time, locale

if TYPE_CHECKING:
    from exports.together import Outcome
    from fastmap.model.messages import Message
    from fastmap.model.results import Results
    from fastmap.model.snapshot import Snapshot
    from fastmap.progress import ProgressListener
    from fastmap.report.annex import AuditRecords
    from fastmap.report.finished import Report
    from fastmap.tasks.handing_out import HandingOut
    from ui.session import Session, SessionState


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """Something not recorded yet, and the step where it is recorded."""

    page: str
    what: str
    consequence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Anonymity:
    """What an anonymous edition of the open file would rest on."""

    k: int
    """Members behind a figure, at least."""
    numbers: tuple[int, ...]
    """What may be chosen as ``k``."""
    warnings: tuple[str, ...]
    """What could be worked out from it and from editions made before."""


def report_fact(snapshot: Snapshot) -> StepFact:
    """Return what the step list says: when a report was last written on this computer."""
    at = written_at(snapshot.info.id)
    if at is None:
        words = QCoreApplication.translate("ReportPage", "Not written yet")
        return StepFact(state=StepState.NOT_STARTED, sentence=words)
    local = at.astimezone()
    if local.date() == datetime.now().astimezone().date():
        words = QCoreApplication.translate("ReportPage", "Written {time}").format(time=clock_time(local))
    else:
        day = locale().toString(QDate(local.year, local.month, local.day), QLocale.FormatType.ShortFormat)
        words = QCoreApplication.translate("ReportPage", "Written on {day}").format(day=day)
    return StepFact(state=StepState.COMPLETE, sentence=words)


def written_at(assessment: str) -> datetime | None:
    """Return when reports of an assessment were last written here; ``None`` if never."""
    try:
        return datetime.fromisoformat(Settings().choice(f"report/written_{assessment}"))
    except ValueError:
        return None


def missing_parts(snapshot: Snapshot) -> tuple[Missing, ...]:
    """Return what is not begun, and what the report will say less because of it."""
    translate = QCoreApplication.translate
    found = []
    if not snapshot.members:
        found.append(
            Missing(
                page="members",
                what=translate("ReportPage", "No members recorded yet"),
                consequence=translate("ReportPage", "Who was asked and who answered stays open."),
            )
        )
    if not any(response.state is ResponseState.ACCEPTED for response in snapshot.responses):
        found.append(
            Missing(
                page="needs",
                what=translate("ReportPage", "No answers taken yet"),
                consequence=translate("ReportPage", "There will be no ranking and no diagnosis."),
            )
        )
    if not snapshot.partners:
        found.append(
            Missing(
                page="partners",
                what=translate("ReportPage", "No partners recorded yet"),
                consequence=translate("ReportPage", "Nothing can be said about who could supply the skills."),
            )
        )
    if not snapshot.actions:
        found.append(
            Missing(
                page="actions",
                what=translate("ReportPage", "No actions recorded yet"),
                consequence=translate("ReportPage", "The grid will be empty."),
            )
        )
    if not snapshot.decisions:
        found.append(
            Missing(
                page="next_steps",
                what=translate("ReportPage", "No decisions taken yet"),
                consequence=translate("ReportPage", "Suggestions will stand without an answer."),
            )
        )
    return tuple(found)


class ReportPresenter:
    """Keeps the choices, and hands out work for the pool."""

    def __init__(self, session: Session) -> None:
        """Work on whatever ``session`` has open, with what was chosen last time."""
        self._session = session
        self._memory = ChoiceMemory(session)
        self.choices = self._memory.remembered()
        self.outcomes: tuple[Outcome, ...] = ()
        """What became of the last writing."""
        self.written_to: Path = self.choices.folder
        """The folder of the last writing: of a pack, its own."""
        self.empty: tuple[str, ...] = ()
        """Keys of the chapters chosen that had nothing to show when pages were last drawn."""
        self.remarks: tuple[Message, ...] = ()
        """What is recorded and could not be put into those pages."""
        self._handing_out: HandingOut | None = None

    # --- choices ------------------------------------------------------------------------------------------------------

    def choose_audience(self, audience: Audience) -> None:
        """Go over to another audience, with its edition and chapters as last chosen for it."""
        kept = self.choices
        found = self._memory.remembered(audience)
        self.choices = replace(found, language=kept.language, kinds=kept.kinds, folder=kept.folder)
        self._memory.remember(self.choices, folder_chosen=False)

    def choose(
        self,
        *,
        anonymous: bool | None = None,
        chapters: frozenset[str] | None = None,
        language: str | None = None,
        kinds: Sequence[str] | None = None,
        folder: Path | None = None,
        annex: bool | None = None,
    ) -> None:
        """Change what is given, and remember it; the annex is remembered by nobody."""
        now = self.choices if chapters is None else self.choices.with_chapters(chapters)
        is_anonymous = now.anonymous if anonymous is None else anonymous
        self.choices = replace(
            now,
            anonymous=is_anonymous,
            annex=(now.annex if annex is None else annex) and not is_anonymous,
            language=language or now.language,
            kinds=now.kinds if kinds is None else tuple(kind for kind in KINDS if kind in kinds),
            folder=folder or now.folder,
        )
        self._memory.remember(self.choices, folder_chosen=folder is not None)

    def choose_usual_chapters(self) -> None:
        """Show what the audience usually gets."""
        self.choose(chapters=frozenset(usual_chapters(self.choices.audience)))

    # --- anonymous editions -------------------------------------------------------------------------------------------

    def anonymity(self) -> Anonymity:
        """Return what an anonymous edition made today would rest on, and what to know before it is handed out."""
        from fastmap.report.protection import k_in_force
        from fastmap.tasks.anonymous_editions import choices_of_k

        state = self._session.state
        rules = state.catalogue.rules
        warnings = self._about_to_leave(state.snapshot).warnings(self._session.assessment)
        return Anonymity(
            k=k_in_force(state.snapshot, rules),
            numbers=choices_of_k(rules),
            warnings=tuple(state.texts.say(warning) for warning in warnings),
        )

    def _about_to_leave(self, snapshot: Snapshot) -> HandingOut:
        from fastmap.tasks.handing_out import HandingOut

        return HandingOut(
            snapshot=snapshot,
            catalogue=self._session.state.catalogue,
            made_on=datetime.now().astimezone().date(),
            is_anonymous=self.choices.anonymous,
        )

    def choose_k(self, k: int) -> None:
        """Let figures of anonymous editions rest on at least ``k`` members."""
        from fastmap.tasks.anonymous_editions import choose_k

        self._session.apply(choose_k(k, self._session.state.catalogue.rules))

    # --- work ---------------------------------------------------------------------------------------------------------

    def preview(self, results: Results) -> Callable[[ProgressListener], tuple[bytes, ...]]:
        """Return work that draws the pages of the report as pictures."""
        choices = self.choices

        def work(progress: ProgressListener) -> tuple[bytes, ...]:
            from exports.pdf import page_pictures
            from fastmap.progress import Progress

            # The steps are where a preview that nobody waits for any more ends.
            progress(Progress(stage="progress.writing_reports", done=0))
            report = _report(results, choices)
            progress(Progress(stage="progress.writing_reports", done=1))
            shown = {section.key for section in report.sections}
            self.empty = tuple(key for key in CHOICES if key in choices.chapters and key not in shown)
            self.remarks = report.remarks
            return page_pictures(report)

        return work

    def writing(self, results: Results) -> Callable[[ProgressListener], tuple[Outcome, ...]]:
        """Return work that writes what was chosen; whatever ends it, `outcomes` tells what is there."""
        choices = self.choices
        self.outcomes, self.written_to = (), choices.folder
        self._handing_out = self._about_to_leave(results.snapshot)
        # Read here: threads do not touch the file that is open.
        records = self._audit_records() if choices.annex else None

        def work(progress: ProgressListener) -> tuple[Outcome, ...]:
            from fastmap.progress import Progress

            total = len(choices.kinds) + (records is not None)
            progress(Progress(stage="progress.writing_reports", done=0, total=total))
            for outcome in _outcomes(results, choices, records):
                self.outcomes = (*self.outcomes, outcome)
                progress(Progress(stage="progress.writing_reports", done=len(self.outcomes), total=total))
            return self.outcomes

        return work

    def _audit_records(self) -> AuditRecords:
        from fastmap.tasks.auditing import audit_records

        return audit_records(self._session.assessment)

    def packing(self, results: Results) -> Callable[[ProgressListener], tuple[Outcome, ...]]:
        """Return work that writes the pack of the audience; whatever ends it, `outcomes` tells what is there."""
        choices = self.choices
        self.outcomes, self.written_to = (), choices.folder
        self._handing_out = self._about_to_leave(results.snapshot)

        def work(progress: ProgressListener) -> tuple[Outcome, ...]:
            from exports.pack import write_pack
            from exports.pack_readme import README
            from exports.together import Outcome
            from fastmap.errors import FastmapError
            from fastmap.progress import Progress

            progress(Progress(stage="progress.writing_reports", done=0))
            try:
                report = _report(results, choices)
                pack = write_pack(report, choices.folder, progress)
            except FastmapError as error:
                self.outcomes = (Outcome(kind="pack", target=choices.folder, error=error),)
            else:
                target, files = pack.folder / README, len(pack.files)
                self.outcomes = (Outcome(kind="pack", target=target, files=files, remarks=report.remarks),)
                self.written_to = pack.folder
            return self.outcomes

        return work

    def note_written(self, state: SessionState) -> None:
        """Remember when reports were written, and in the file what was handed out."""
        at = datetime.now().astimezone().isoformat(timespec="minutes")
        Settings().set_choice(f"report/written_{state.snapshot.info.id}", at)
        if state.can_edit and self._handing_out is not None and self._handing_out.is_of(state.snapshot):
            self._handing_out.note(self._session.assessment)


def _outcomes(results: Results, choices: Choices, records: AuditRecords | None) -> Iterator[Outcome]:
    from exports.together import write_annex, write_reports
    from fastmap.model.ids import LanguageCode
    from fastmap.tasks.auditing import annex_of

    if choices.kinds:
        yield from write_reports(_report(results, choices), choices.folder, choices.kinds)
    if records is not None:
        today = datetime.now().astimezone().date()
        annex = annex_of(results, records, language=LanguageCode(choices.language), made_on=today)
        yield write_annex(annex, choices.folder)


def _report(results: Results, choices: Choices) -> Report:
    from fastmap.model.ids import LanguageCode
    from fastmap.tasks.reporting import report_of

    return report_of(
        results,
        language=LanguageCode(choices.language),
        anonymous=choices.anonymous,
        made_on=datetime.now().astimezone().date(),
        selection=choices.selection,
    )
