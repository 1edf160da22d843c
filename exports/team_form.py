"""Writes the two questionnaires of the team self-assessment: every question a row, its answer at the right.

What they ask stands in `fastmap.intake.team_definition`; the look is that of the needs form. Texts from outside are
always written as text, never as a formula.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from openpyxl import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break

from exports import forms_style as style
from exports.forms_cells import writable
from exports.forms_sending import keep_answers
from exports.forms_sheet import FormSheet, one_of
from exports.saving import make_folder, replacing
from fastmap.catalogue.reading import load_catalogue
from fastmap.catalogue.team import TeamBlock
from fastmap.catalogue.texts import form_languages, load_texts
from fastmap.intake.form_definition import Part
from fastmap.intake.team_content import TeamFormContent
from fastmap.intake.team_definition import TEAM_FORM_VERSION, TEAM_FORMS
from fastmap.model.choices import PartnerType, TeamAnswer
from fastmap.model.team import HIGHEST_LEVEL

if TYPE_CHECKING:
    from fastmap.texts import Texts

_COLUMN_WIDTHS: Final = {"A": 1.5, "B": 4.5, "C": 30, "D": 42, "E": 36, "F": 1.5}
"""In characters, as spreadsheets count; one upright page is as wide."""
_META_ROW, _TITLE_ROW, _FACT_HEAD_ROW, _FACT_ROW, _FIRST_ROW = 1, 2, 3, 4, 5
_FACT_SPANS: Final = {"why": "B:C", "how": "D:D", "who": "E:E"}
_TICK: Final = "x"
_SECOND_PAGE: Final = "management"
"""Block with which the printed form begins its second page."""


def write_team_forms(contents: Sequence[TeamFormContent], folder: Path) -> tuple[Path, ...]:
    """Write the questionnaires to ``folder`` (made if missing) as ``team_<side>_<language>.xlsx``; return their paths.

    Blank ones of the same name are replaced. Raises `FastmapError` if a target cannot be written, or, before anything
    is written, ``forms_filled_in`` naming the files there that may hold answers.
    """
    targets = [folder / f"team_{content.side}_{content.language}.xlsx" for content in contents]
    keep_answers(targets, [], folder)
    make_folder(folder)
    for content, target in zip(contents, targets, strict=True):
        write_team_form(target, content=content, texts=load_texts(content.language))
    return tuple(targets)


def write_team_form(path: Path, *, content: TeamFormContent, texts: Texts) -> None:
    """Write one questionnaire in the language of ``texts`` to ``path``, replacing a file of that name at once.

    Raises `FastmapError` if the folder is missing, the disk full or the target open in another program.
    """
    workbook = Workbook()
    _TeamSheet(workbook, content, texts).build()
    with replacing(path) as target:
        workbook.save(target)


class _TeamSheet(FormSheet):
    def __init__(self, workbook: Workbook, content: TeamFormContent, texts: Texts) -> None:
        super().__init__(workbook, texts.get(f"team_form.sheet_{content.side}"), texts)
        self.content = content
        self.form = TEAM_FORMS[content.side]
        self.is_staff = content.side == "staff"
        self.row = _FIRST_ROW
        self.cells: dict[str, str] = {}
        """Defined name → cell."""

    def build(self) -> None:
        """Fill the sheet from top to bottom."""
        for column, width in _COLUMN_WIDTHS.items():
            self.sheet.column_dimensions[column].width = width
        self._top()
        for field in self.form.fields:
            if field.part is Part.HEAD:
                self._question(field.name, field.label_key)
            if field.name == "digcomp":
                self._line(self.texts.get("team_form.digcomp_levels"), style.PLAIN, height=15)
        if self.is_staff:
            self._legend()
        for block in load_catalogue().team.blocks:
            if block.key == _SECOND_PAGE:
                self.sheet.row_breaks.append(Break(id=self.row - 1))
            self._block(block)
        self._foot()
        self._lists_and_checks()
        title = self.texts.get(f"team_form.title_{self.content.side}", cluster=writable(self.content.cluster))
        self.set_up(first_answer=self.cells["respondent"], title=title)
        self.sheet.page_setup.orientation = "portrait"
        self.sheet.print_area = f"A{_META_ROW}:F{self.row}"

    def _top(self) -> None:
        say, side = self.texts.get, self.content.side
        self.sheet.row_dimensions[_META_ROW].hidden = True
        for label, value, name, content in (
            ("B", "C", "form_id", self.content.assessment_id),
            ("D", "E", "form_version", str(TEAM_FORM_VERSION)),
        ):
            self.put(f"{label}{_META_ROW}", say(f"team_form.label.{name}"), style.PLAIN)
            self.put(f"{value}{_META_ROW}", content, style.FIXED)
            self._place(name, value, _META_ROW)
        title = say(f"team_form.title_{side}", cluster=writable(self.content.cluster))
        self.put(f"B{_TITLE_ROW}:E{_TITLE_ROW}", title, style.LONG_TITLE)
        self.sheet.row_dimensions[_TITLE_ROW].height = 28
        texts = {"why": f"text_{side}", "how": f"text_{side}", "who": "text"}
        for key, span in _FACT_SPANS.items():
            first, last = span.split(":")
            self.put(f"{first}{_FACT_HEAD_ROW}:{last}{_FACT_HEAD_ROW}", say(f"team_form.{key}.head"), style.FACT_HEAD)
            self.put(f"{first}{_FACT_ROW}:{last}{_FACT_ROW}", say(f"team_form.{key}.{texts[key]}"), style.FACT)
        self.sheet.row_dimensions[_FACT_ROW].height = 54

    def _question(self, name: str, label_key: str, number: int | None = None) -> None:
        row = self.row
        self.put(f"B{row}", number, style.QUIET_NUMBER)
        self.put(f"C{row}:D{row}", self.texts.get(label_key), style.ITEM)
        self.put(f"E{row}", self._known(name), style.TEXT_ANSWER)
        self.sheet.row_dimensions[row].height = 19
        self._place(name, "E", row)
        self.row += 1

    def _known(self, name: str) -> str | None:
        return self.texts.get(f"form.language.{self.content.language}") if name == "language" else None

    def _block(self, block: TeamBlock) -> None:
        row, say = self.row, self.texts.get
        self.put(f"B{row}:D{row}", say(f"team_form.block.{block.key}"), style.SECTION)
        self.put(f"E{row}", say("team_form.head_answer") if self.is_staff else self._wanted(block), style.HINT)
        self.sheet.row_dimensions[row].height = 24 if self.is_staff else 28
        self.row += 1
        items = load_catalogue().team.items
        for item in block.items:
            name = f"item_{item}" if self.is_staff else f"pick_{item}"
            self._question(name, f"team_form.label.{item}", number=items.index(item) + 1)

    def _wanted(self, block: TeamBlock) -> str:
        say = self.texts.get
        if not block.picks_low:
            return say("team_form.pick_any")
        if block.picks_low == block.picks_high:
            return say("team_form.pick_exactly", count=block.picks_low)
        return say("team_form.pick_between", low=block.picks_low, high=block.picks_high)

    def _foot(self) -> None:
        self._question("other_language_name", "team_form.label.other_language_name")
        self._line(self.texts.get("team_form.label.remarks"), style.LABEL, height=22)
        self._line(None, style.LONG_ANSWER, height=44)
        self._place("remarks", "B", self.row - 1)
        done = self.texts.get("form.return_line", cluster=writable(self.content.cluster))
        self._line(done, style.THANKS, height=22)

    def _legend(self) -> None:
        self._line(self.texts.get("team_form.legend_title"), style.SECTION, height=22)
        for number, word in enumerate(self._words(), start=1):
            row = self.row
            self.put(f"B{row}", number, style.QUIET_NUMBER)
            self.put(f"C{row}:E{row}", word, style.LEGEND)
            self.row += 1

    def _line(self, text: str | None, look: style.Style, *, height: float) -> None:
        self.put(f"B{self.row}:E{self.row}", text, look)
        self.sheet.row_dimensions[self.row].height = height
        self.row += 1

    def _place(self, name: str, column: str, row: int) -> None:
        self.define(name, column, row)
        self.cells[name] = f"{column}{row}"

    def _words(self) -> list[str]:
        return [self.texts.get(f"team_answer.{answer}") for answer in TeamAnswer]

    def _lists_and_checks(self) -> None:
        sources = self.write_lists(self._lists())
        checks = {family: self.check("choice", one_of(source)) for family, source in sources.items()}
        for family in ("team_answer", "tick"):
            if family in checks:
                checks[family].showErrorMessage = False  # digits and other marks are understood as well
        for field in self.form.fields:
            cell = self.cells[field.name]
            if field.part is Part.TEAM:
                checks["team_answer" if self.is_staff else "tick"].add(cell)
            elif field.name in {"manages", "language", "organisation_kind"}:
                checks[field.name].add(cell)
        if self.is_staff:
            self._level().add(self.cells["digcomp"])

    def _level(self) -> DataValidation:
        say = self.texts.get
        level = DataValidation(
            type="whole", operator="between", formula1="1", formula2=str(HIGHEST_LEVEL), allow_blank=True
        )
        level.showInputMessage = level.showErrorMessage = True
        level.promptTitle, level.prompt = "DigComp", say("team_form.digcomp_levels")
        level.errorTitle, level.error = "DigComp", say("team_form.digcomp_error")
        self.sheet.add_data_validation(level)
        return level

    def _lists(self) -> Iterator[tuple[str, list[str]]]:
        say = self.texts.get
        yield "language", [say(f"form.language.{code}") for code in form_languages()]
        if self.is_staff:
            yield "team_answer", self._words()
            yield "manages", [say("yes_no.yes"), say("yes_no.no")]
        else:
            yield "tick", [_TICK]
            yield "organisation_kind", [say(f"partner_type.{kind}") for kind in PartnerType]
