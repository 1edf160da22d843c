"""Writes the needs form: one Excel sheet that a firm answers in about ten minutes.

What it asks stands in `fastmap.intake.form_definition`, where on the sheet in `forms_layout`, how it looks in
`forms_style`. Texts from outside (names, earlier answers) are always written as text, never as a formula.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from openpyxl import Workbook
from openpyxl.formatting.rule import Rule
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties

from exports import forms_layout as layout
from exports import forms_style as style
from exports.forms_cells import answer_style, dress, set_text, writable
from exports.saving import replacing
from fastmap.catalogue.texts import form_languages
from fastmap.intake.form_content import FormContent
from fastmap.intake.form_definition import (
    CHOICE_FAMILIES,
    FIELDS,
    FORM_VERSION,
    NEED_ROWS,
    OFFER_KEYS,
    OPEN_NEED_ROWS,
    PLAIN_FORM_VERSION,
    PREFILLED,
    QUESTION_NUMBERS,
    Field,
    FieldKind,
    Part,
)
from fastmap.intake.form_prefilled import PREFILLED_KEYS, SentLines
from fastmap.model.choices import (
    Barrier,
    Consequence,
    Hiring,
    HiringReason,
    NeedLevel,
    PartnerType,
    Provision,
    TieKind,
)

if TYPE_CHECKING:
    from datetime import date
    from enum import StrEnum

    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

    from fastmap.texts import Texts

_LISTS_SHEET: Final = "lists"
_MARGIN_INCHES: Final = 0.4
_LEGEND: Final = (
    ("level", NeedLevel),
    ("consequence", Consequence),
    ("hiring", Hiring),
    ("hiring_reason", HiringReason),
    ("provision", Provision),
    ("barrier", Barrier),
    ("link_type", PartnerType),
    ("link_kind", TieKind),
)


def write_form(path: Path, *, content: FormContent, texts: Texts) -> None:
    """Write the form of ``content`` in the language of ``texts`` to ``path``, replacing a file of that name at once.

    Raises `FastmapError` if the folder is missing, the disk full or the target open in another program.
    """
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    sheet = workbook.create_sheet(texts.get("form.sheet")[:31])
    _Form(workbook, sheet, content, texts).build()
    with replacing(path) as target:
        workbook.save(target)


class _Form:
    """One form while it is being written."""

    def __init__(self, workbook: Workbook, sheet: Worksheet, content: FormContent, texts: Texts) -> None:
        self.workbook = workbook
        self.sheet = sheet
        self.content = content
        self.texts = texts
        self.answers = _prefilled(content, texts)

    def build(self) -> None:
        """Fill the sheet from top to bottom."""
        self._columns_and_rows()
        self._head()
        self._needs()
        self._site()
        self._optional()
        self._legend()
        self._answers()
        self._lists_and_checks()
        self._open_next_line()
        self._sheet_set_up()

    def _columns_and_rows(self) -> None:
        for column, width in layout.COLUMN_WIDTHS.items():
            self.sheet.column_dimensions[column].width = width
        for row, height in layout.ROW_HEIGHTS.items():
            self.sheet.row_dimensions[row].height = height
        for row in range(len(self.content.earlier[:NEED_ROWS])):
            self.sheet.row_dimensions[layout.FIRST_NEED_ROW + row].height = layout.OPEN_NEED_HEIGHT
        self.sheet.row_dimensions[layout.META_ROW].hidden = True

    def _head(self) -> None:
        say, content = self.texts.get, self.content
        for name in ("form_id", "form_version", *((PREFILLED.name,) if content.earlier else ())):
            place = layout.PLACES[name]
            left = chr(ord(place.column) - 1)
            self._put(f"{left}{place.row}", say(f"form.label.{name}"), style.PLAIN)
        row = layout.TITLE_ROW
        self._put(f"B{row}:H{row}", say("form.title"), style.TITLE)
        subtitle = writable(content.cluster)
        if content.title != content.cluster:
            subtitle = say("form.subtitle", cluster=subtitle, title=writable(content.title))
        self._put(f"I{row}:M{row}", subtitle, style.SUBTITLE)
        for columns, subject, text in (
            ("B:D", "why", say("form.why.text", cluster=writable(content.cluster))),
            ("E:H", "who", say("form.who.text")),
            ("I:J", "keep", self._dated("keep", content.keep_until)),
            ("K:M", "feedback", self._dated("feedback", content.feedback_by)),
        ):
            first, last = columns.split(":")
            head, body = layout.FACT_HEAD_ROW, layout.FACT_ROW
            self._put(f"{first}{head}:{last}{head}", say(f"form.{subject}.head"), style.FACT_HEAD)
            self._put(f"{first}{body}:{last}{body}", text, style.FACT)
        for name in ("organisation", "respondent_role", "language", "member_code"):
            self._label_above(name)
        if content.contact:
            row = layout.HEAD_ROW
            self._put(f"L{row}:M{row}", say("form.contact", name=writable(content.contact)), style.PLAIN)

    def _dated(self, subject: str, day: date | None) -> str:
        if day is None:
            return self.texts.get(f"form.{subject}.text_open")
        return self.texts.get(f"form.{subject}.text", date=day)

    def _needs(self) -> None:
        say, row = self.texts.get, layout.NEEDS_SECTION_ROW
        self._put(f"B{row}:D{row}", self._section("needs"), style.SECTION)
        hint = say("form.from_last_time" if self.content.earlier else "form.section.needs_hint")
        self._put(f"E{row}:M{row}", hint, style.EARLIER_HINT if self.content.earlier else style.HINT)
        self._put(f"B{layout.QUESTION_ROW}", None, style.QUESTION)
        for key, column in layout.NEED_COLUMNS.items():
            self._put(f"{column}{layout.QUESTION_ROW}", question(key, self.texts), style.QUESTION)
        for i in range(NEED_ROWS):
            number_style = style.ROW_NUMBER if i < OPEN_NEED_ROWS else style.QUIET_NUMBER
            self._put(f"B{layout.FIRST_NEED_ROW + i}", i + 1, number_style)

    def _site(self) -> None:
        row = layout.SITE_SECTION_ROW
        self._put(f"B{row}:M{row}", self._section("site"), style.SECTION)
        for name in ("people_total", "paid_training", "barrier", "consent_contact", "consent_naming"):
            self._label_above(name)
        row = layout.THANKS_ROW
        self._put(f"B{row}:M{row}", self._thanks(), style.THANKS)

    def _section(self, name: str) -> str:
        return f"{layout.SECTION_LETTERS[name]}  {self.texts.get(f'form.section.{name}')}"

    def _thanks(self) -> str:
        cluster = writable(self.content.cluster)
        if self.content.return_by is None:
            return self.texts.get("form.return_line", cluster=cluster)
        return self.texts.get("form.return_line_by", cluster=cluster, date=self.content.return_by)

    def _optional(self) -> None:
        say = self.texts.get
        self._put(f"B{layout.OPTIONAL_ROW}:M{layout.OPTIONAL_ROW}", self._section("optional"), style.SECTION)
        head, labels = layout.OPTIONAL_HEAD_ROW, layout.OPTIONAL_LABEL_ROW
        self._put(f"B{head}:H{head}", say("form.section.links"), style.FACT_HEAD)
        self._put(f"J{head}:M{head}", say("form.section.unused"), style.FACT_HEAD)
        for span, key in (
            (f"C{labels}", "link_name"),
            (f"D{labels}:E{labels}", "link_type"),
            (f"F{labels}:H{labels}", "link_kind"),
            (f"J{labels}:L{labels}", "unused_skill"),
            (f"M{labels}", "unused_people"),
        ):
            self._put(span, say(f"form.label.{key}"), style.LABEL)
        row = layout.OFFER_HEAD_ROW
        self._put(f"J{row}:M{row}", say("form.section.offers"), style.FACT_HEAD)
        for offer in OFFER_KEYS:
            row = layout.PLACES[f"offer_{offer}"].row
            self._put(f"J{row}:L{row}", say(f"form.label.offer_{offer}"), style.PLAIN)
        row = layout.REMARKS_LABEL_ROW
        self._put(f"B{row}:M{row}", say("form.label.remarks"), style.LABEL)

    def _legend(self) -> None:
        row = layout.LEGEND_ROW
        self._put(f"B{row}:M{row}", self.texts.get("form.legend_title"), style.SECTION)
        for line, (key, choice) in enumerate(_LEGEND, start=row + 1):
            words = " · ".join(_words(choice, self.texts))
            self._put(f"B{line}:D{line}", question(key, self.texts), style.LEGEND_HEAD)
            self._put(f"E{line}:M{line}", words, style.LEGEND)

    def _label_above(self, name: str) -> None:
        place = layout.PLACES[name]
        row = place.row - 1
        span = f"{place.column}{row}:{place.last_column or place.column}{row}"
        self._put(span, self.texts.get(f"form.label.{name}"), style.LABEL)

    def _answers(self) -> None:
        for field in (*FIELDS, *((PREFILLED,) if self.content.earlier else ())):
            place = layout.PLACES[field.name]
            look = answer_style(field, from_last_round=self._is_from_last_round(field))
            self._put(place.span, self.answers.get(field.name), look)
            reference = f"'{self.sheet.title}'!${place.column}${place.row}"
            self.workbook.defined_names[field.name] = DefinedName(field.name, attr_text=reference)

    def _is_from_last_round(self, field: Field) -> bool:
        lines = len(self.content.earlier)
        return field.part is Part.NEED and field.key in PREFILLED_KEYS and (field.row or 0) <= lines

    def _lists_and_checks(self) -> None:
        lists = self.workbook.create_sheet(_LISTS_SHEET)
        lists.sheet_state = "hidden"
        lists.protection.sheet = True
        sources = {family: self._list(lists, column, words) for column, (family, words) in enumerate(self._lists(), 1)}
        number = self._check("number", DataValidation(type="whole", operator="greaterThanOrEqual", formula1="0"))
        skills = self._check("skill", _one_of(sources["skill"])) if "skill" in sources else None
        choices = {
            family: self._check("choice", _one_of(source)) for family, source in sources.items() if family != "skill"
        }
        for field in FIELDS:
            cell = layout.PLACES[field.name].anchor
            if field.kind is FieldKind.NUMBER:
                number.add(cell)
            elif field.key == "skill" and skills is not None:
                skills.add(cell)
            elif (family := _family(field)) is not None:
                choices[family].add(cell)
        if skills is not None:
            skills.showErrorMessage = False

    def _lists(self) -> Iterable[tuple[str, list[str]]]:
        for choice, family in CHOICE_FAMILIES.items():
            yield family, _words(choice, self.texts)
        yield "yes_no", [self.texts.get("yes_no.yes"), self.texts.get("yes_no.no")]
        yield "language", [self.texts.get(f"form.language.{code}") for code in form_languages()]
        if self.content.suggestions:
            yield "skill", [writable(label) for label in self.content.suggestions]

    def _list(self, sheet: Worksheet, column: int, words: list[str]) -> str:
        for row, word in enumerate(words, start=1):
            set_text(sheet.cell(row, column), word)
        letter = get_column_letter(column)
        return f"={_LISTS_SHEET}!${letter}$1:${letter}${len(words)}"

    def _check(self, subject: str, check: DataValidation) -> DataValidation:
        say = self.texts.get
        check.allow_blank = True
        check.showInputMessage = check.showErrorMessage = True
        check.promptTitle, check.prompt = say(f"form.input.{subject}_title"), say(f"form.input.{subject}")
        if f"form.input.{subject}_error" in self.texts:
            check.errorTitle, check.error = check.promptTitle, say(f"form.input.{subject}_error")
        self.sheet.add_data_validation(check)
        return check

    def _open_next_line(self) -> None:
        """Let lines 4–8 look open as soon as the line above has a skill.

        Groups of rows would be shut for good: programs do not open them while a sheet is protected (decision 0040).
        """
        first = layout.FIRST_NEED_ROW + OPEN_NEED_ROWS
        last = layout.FIRST_NEED_ROW + NEED_ROWS - 1
        opened = DifferentialStyle(border=style.BOX, fill=style.ANSWER_DIFFERENTIAL)
        number = DifferentialStyle(font=style.font(10.5, bold=True, colour=style.BLUE))
        after_sent = max(first, layout.FIRST_NEED_ROW + len(self.content.earlier[:NEED_ROWS]))
        looks = [("F", "M", first, opened), ("B", "B", first, number)]
        if after_sent <= last:  # what came from the last round keeps its own look
            looks.append(("C", "E", after_sent, opened))
        for left, right, row, look in looks:
            rule = Rule(type="expression", formula=[f"LEN($C{row - 1})>0"], dxf=look)
            self.sheet.conditional_formatting.add(f"{left}{row}:{right}{last}", rule)

    def _sheet_set_up(self) -> None:
        sheet, view = self.sheet, self.sheet.sheet_view
        view.showGridLines = False
        view.showRowColHeaders = False
        view.zoomScale = 100
        first_answer = layout.PLACES["need_1_skill"].anchor
        view.selection[0].activeCell = view.selection[0].sqref = first_answer
        sheet.protection.sheet = True
        sheet.protection.formatColumns = False  # False: allowed, so that a column can be made wider
        sheet.protection.formatRows = False
        page = sheet.page_setup
        page.orientation, page.paperSize = "landscape", sheet.PAPERSIZE_A4
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        page.fitToWidth, page.fitToHeight = 1, 0  # 0: as many pages as the break makes; a number would overrule it
        margins = sheet.page_margins
        margins.left = margins.right = margins.top = _MARGIN_INCHES
        margins.bottom = _MARGIN_INCHES + 0.3
        sheet.print_options.horizontalCentered = True
        sheet.row_breaks.append(Break(id=layout.THANKS_ROW))
        sheet.print_area = f"A{layout.META_ROW}:N{layout.LAST_ROW}"
        sheet.print_title_rows = f"{layout.TITLE_ROW}:{layout.TITLE_ROW}"
        code = self.answers.get("member_code", "").replace("&", "&&")
        sheet.HeaderFooter.oddFooter = HeaderFooterItem(
            left=_HeaderFooterPart(code), right=_HeaderFooterPart("&P / &N")
        )
        properties = self.workbook.properties
        properties.creator, properties.language = "fastmap", self.content.language
        properties.title = self.texts.get("form.title")

    def _put(self, span: str, value: str | int | None, look: style.Style) -> None:
        """Write ``value`` into the first cell of ``span`` and give all its cells the look."""
        cells = self.sheet[span]
        rows: tuple[tuple[Cell, ...], ...] = cells if isinstance(cells, tuple) else ((cells,),)
        for row in rows:
            for cell in row:
                dress(cell, look)
        if isinstance(value, int):
            rows[0][0].value = value
        elif value:
            set_text(rows[0][0], value)
        if len(rows) > 1 or len(rows[0]) > 1:
            self.sheet.merge_cells(span)


def _prefilled(content: FormContent, texts: Texts) -> dict[str, str]:
    """Return the answers that are known before the form is sent, by field name."""
    answers = {
        "form_id": content.assessment_id,
        "form_version": str(FORM_VERSION if content.earlier else PLAIN_FORM_VERSION),
        "language": texts.get(f"form.language.{content.language}"),
    }
    if content.member is not None:
        answers |= {"member_code": content.member.code, "organisation": content.member.name}
    if content.earlier:
        answers[PREFILLED.name] = SentLines.of(content.earlier).written()
    for row, need in enumerate(content.earlier[:NEED_ROWS], start=1):
        words = (need.skill_text, need.job, need.level and texts.get(f"need_level.{need.level}"))
        answers |= {f"need_{row}_{key}": text for key, text in zip(PREFILLED_KEYS, words, strict=True) if text}
    return answers


def question(key: str, texts: Texts) -> str:
    """Return the question ``key`` with its number, if it has one."""
    number = QUESTION_NUMBERS.get(key)
    words = texts.get(f"form.label.{key}")
    return words if number is None else f"{number}  {words}"


def _words(choice: type[StrEnum], texts: Texts) -> list[str]:
    family = CHOICE_FAMILIES[choice]
    return [texts.get(f"{family}.{value}") for value in choice]


def _one_of(source: str) -> DataValidation:
    return DataValidation(type="list", formula1=source)


def _family(field: Field) -> str | None:
    if field.choice is not None:
        return CHOICE_FAMILIES[field.choice]
    return {FieldKind.YES_NO: "yes_no", FieldKind.LANGUAGE: "language"}.get(field.kind)
