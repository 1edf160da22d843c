"""What the mapping assistant knows and does: reading in the pool, the plan, its live preview, and the import."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from fastmap.changes.responses import ImportResponses
    from fastmap.intake.safe_reading import Reading, SheetCells
    from fastmap.intake.survey import SurveyOutcome
    from fastmap.intake.survey_judging import SheetKind
    from fastmap.intake.survey_plan import ColumnPlan, SurveyPlan
    from fastmap.intake.survey_table import SurveyTable
    from fastmap.progress import ProgressListener
    from ui.session import Session
    from ui.work import Job

_PREVIEW_AFTER_MS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """One sheet in the list."""

    number: int
    cells: SheetCells
    kind: SheetKind

    @property
    def size(self) -> tuple[int, int]:
        """Rows and columns."""
        return self.cells.size or (len(self.cells.rows), 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What a file holds."""

    reading: Reading
    sheets: tuple[SheetRow, ...]

    @property
    def best(self) -> SheetRow | None:
        """The sheet that looks most like answers: the longest of those; else the first."""
        answers = [row for row in self.sheets if row.kind.value == "answers"]
        return max(answers, key=lambda row: row.size[0], default=next(iter(self.sheets), None))


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedSheet:
    """A sheet that was read whole, with the plan it begins with."""

    reading: Reading
    table: SurveyTable
    plan: SurveyPlan
    mark: str
    is_remembered: bool


class SurveyWork(QObject):
    """One file on its way into the assessment; every step in the pool, late results are dropped."""

    listed = Signal()
    opened = Signal()
    """`sheet` is there, or there is another one."""
    planned = Signal()
    """The plan is another one; a preview follows."""
    previewed = Signal()
    failed = Signal(object)
    """The `FastmapError`."""
    taken = Signal(object)
    """The `SurveyOutcome` that was stored."""
    busy = Signal(bool)

    def __init__(self, session: Session, path: Path, parent: QObject | None = None) -> None:
        """Begin with nothing read."""
        super().__init__(parent)
        self._session = session
        self.path = path
        self.overview: Overview | None = None
        self.sheet: OpenedSheet | None = None
        self.outcome: SurveyOutcome | None = None
        """Of the present plan; ``None`` while it is worked out, or where it names no skills."""
        self._encoding: str | None = None
        self._delimiter: str | None = None
        self._jobs: dict[str, Job] = {}
        self._timer = QTimer(self, singleShot=True, interval=_PREVIEW_AFTER_MS)
        self._timer.timeout.connect(self._preview)
        session.closed.connect(self.stop)

    # --- reading ------------------------------------------------------------------------------------------------------

    def list_sheets(self) -> None:
        """Read names, sizes and first rows of all sheets."""
        path, open_files = self.path, self._session.assessment.open_files
        encoding, delimiter = self._encoding, self._delimiter

        def work(_: ProgressListener) -> Overview:
            from fastmap.intake.survey_judging import kind_of_sheet
            from fastmap.intake.survey_table import overview_of

            reading = overview_of(path, open_files, encoding=encoding, delimiter=delimiter)
            return Overview(
                reading=reading,
                sheets=tuple(
                    SheetRow(number=number, cells=cells, kind=kind_of_sheet(cells))
                    for number, cells in enumerate(reading.sheets)
                ),
            )

        self._start("read", work, self._take_overview)

    def open_sheet(self, name: str | None) -> None:
        """Read one sheet whole and propose a plan for it, or take up the one remembered for its headers."""
        path, open_files = self.path, self._session.assessment.open_files
        encoding, delimiter = self._encoding, self._delimiter
        snapshot = self._session.state.snapshot
        is_chosen = encoding is not None or delimiter is not None

        def work(_: ProgressListener) -> OpenedSheet:
            from fastmap.intake.survey_memory import fingerprint, plan_from, recall
            from fastmap.intake.survey_proposal import propose_plan
            from fastmap.intake.survey_table import likely_headers, table_under, whole_sheet
            from fastmap.places import survey_mappings_folder

            reading = whole_sheet(path, name, open_files, encoding=encoding, delimiter=delimiter)
            cells = reading.sheets[0]
            mark = fingerprint(cells)
            known = recall(survey_mappings_folder(), mark)
            if known is not None:
                if not is_chosen and (known.encoding or known.delimiter):
                    reading = whole_sheet(path, name, open_files, encoding=known.encoding, delimiter=known.delimiter)
                    cells = reading.sheets[0]
                rows, first = likely_headers(cells)
                rows = known.header_rows or rows
                first = known.first_row or max(rows) + 1
                table = table_under(cells, rows, first)
                plan = plan_from(known, table)
                if plan is not None:
                    return OpenedSheet(reading=reading, table=table, plan=plan, mark=mark, is_remembered=True)
            table = table_under(cells, *likely_headers(cells))
            plan = propose_plan(table, path.stem, snapshot)
            plan = replace(plan, encoding=encoding, delimiter=delimiter)
            return OpenedSheet(reading=reading, table=table, plan=plan, mark=mark, is_remembered=False)

        self._start("read", work, self._take_sheet)

    def read_as(self, encoding: str | None, delimiter: str | None) -> None:
        """Read the text file otherwise: everything begins anew."""
        self._encoding, self._delimiter = encoding, delimiter
        self.list_sheets()

    def head_by(self, header_rows: tuple[int, ...], first_row: int) -> None:
        """Take other rows for the headers; the plan begins anew."""
        assert self.sheet is not None  # rows are chosen in a sheet
        before, plan = self.sheet, self.sheet.plan
        cells = before.table.sheet
        snapshot = self._session.state.snapshot

        def work(_: ProgressListener) -> OpenedSheet:
            from fastmap.intake.survey_proposal import propose_plan
            from fastmap.intake.survey_table import table_under

            table = table_under(cells, header_rows, first_row)
            new = propose_plan(table, plan.name, snapshot)
            new = replace(new, encoding=plan.encoding, delimiter=plan.delimiter)
            return replace(before, table=table, plan=new, is_remembered=False)

        self._start("read", work, self._take_sheet)

    # --- the plan -----------------------------------------------------------------------------------------------------

    @property
    def plan(self) -> SurveyPlan:
        """The plan as it stands."""
        assert self.sheet is not None  # there is a plan once a sheet is open
        return self.sheet.plan

    def change_columns(self, columns: list[ColumnPlan]) -> None:
        """Take some columns otherwise."""
        from fastmap.intake.survey_proposal import with_neighbours

        changed = self.plan.changed(columns)
        self.set_plan(replace(changed, columns=with_neighbours(changed.columns)))

    def set_plan(self, plan: SurveyPlan) -> None:
        """Take another plan; its preview follows."""
        assert self.sheet is not None  # as above
        self.sheet = replace(self.sheet, plan=plan)
        self.outcome = None
        self.planned.emit()
        self._timer.start()

    # --- preview and import -------------------------------------------------------------------------------------------

    def take(self) -> None:
        """Take all answers into the assessment, as one change that can be undone."""
        assert self.sheet is not None  # asked for with a preview in sight
        plan, reading = self.plan, self.sheet.reading
        snapshot, mark = self._session.state.snapshot, self.sheet.mark

        def work(progress: ProgressListener) -> tuple[SurveyOutcome, ImportResponses | None]:
            from fastmap.intake.files import name_of
            from fastmap.intake.survey import take_answers
            from fastmap.intake.survey_memory import remember
            from fastmap.intake.survey_plan import mapping_of
            from fastmap.places import survey_mappings_folder
            from fastmap.tasks.importing import change_of_survey

            mapping = mapping_of(plan)
            outcome = take_answers(reading, mapping, snapshot, name_of(self.path), progress=progress)
            change = change_of_survey(snapshot, outcome)
            remember(survey_mappings_folder(), mark, mapping)
            return outcome, change

        self._start("take", work, lambda read: self._store(*read))

    def stop(self) -> None:
        """Drop everything under way."""
        self._timer.stop()
        for job in self._jobs.values():
            job.cancel()
        self._jobs.clear()

    def _store(self, outcome: SurveyOutcome, change: ImportResponses | None) -> None:
        if change is None:
            self.taken.emit(outcome)
            return
        job = self._session.aside.apply(change)
        self._jobs["store"] = job
        self.busy.emit(True)
        job.done.connect(lambda _: self.taken.emit(outcome) if self._jobs.get("store") is job else None)
        job.failed.connect(self.failed)
        job.finished.connect(lambda: self.busy.emit(False))

    def _preview(self) -> None:
        if self.sheet is None or not self._session.is_open or not self.plan.names_skills:
            self.previewed.emit()
            return
        plan, reading, snapshot = self.plan, self.sheet.reading, self._session.state.snapshot

        def work(progress: ProgressListener) -> SurveyOutcome:
            from fastmap.intake.files import name_of
            from fastmap.intake.survey import take_answers
            from fastmap.intake.survey_plan import mapping_of

            return take_answers(reading, mapping_of(plan), snapshot, name_of(self.path), progress=progress)

        self._start("preview", work, self._take_preview)

    def _take_overview(self, overview: Overview) -> None:
        self.overview, self.sheet, self.outcome = overview, None, None
        self.listed.emit()

    def _take_sheet(self, sheet: OpenedSheet) -> None:
        self.sheet, self.outcome = sheet, None
        self.opened.emit()
        self._preview()

    def _take_preview(self, outcome: SurveyOutcome) -> None:
        self.outcome = outcome
        self.previewed.emit()

    def _start(self, kind: str, work: Callable[[ProgressListener], object], done: Callable[..., None]) -> None:
        """Begin one kind of work in place of the same kind before; the results of that are dropped."""
        if (before := self._jobs.pop(kind, None)) is not None:
            before.cancel()
        job = self._session.pool.start(work)
        self._jobs[kind] = job
        if kind != "preview":
            self.busy.emit(True)
        job.done.connect(lambda found: done(found) if self._jobs.get(kind) is job else None)
        job.failed.connect(lambda error: self.failed.emit(error) if self._jobs.get(kind) is job else None)
        job.finished.connect(lambda: self._end(kind, job))

    def _end(self, kind: str, job: Job) -> None:
        if self._jobs.get(kind) is job:
            del self._jobs[kind]
            if kind != "preview":
                self.busy.emit(False)
