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
from exports.saving import replacing
from fastmap.catalogue.texts import shipped_languages
from fastmap.intake.form_content import FormContent
from fastmap.intake.form_definition import (
    CHOICE_FAMILIES,
    FIELDS,
    FORM_VERSION,
    NEED_ROWS,
    OFFER_KEYS,
    OPEN_NEED_ROWS,
    Field,
    FieldKind,
    Part,
)
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
from fastmap.model.normalise import clean_text

if TYPE_CHECKING:
    from datetime import date
    from enum import StrEnum

    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

    from fastmap.texts import Texts

_LISTS_SHEET: Final = "lists"
_LONGEST_TEXT: Final = 2_000
"""Characters of one prefilled answer; Excel takes 32,767, a form needs fewer."""
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
        self.sheet.row_dimensions[layout.META_ROW].hidden = True

    def _head(self) -> None:
        say, content = self.texts.get, self.content
        for name in ("form_id", "form_version"):
            place = layout.PLACES[name]
            left = chr(ord(place.column) - 1)
            self._put(f"{left}{place.row}", say(f"form.label.{name}"), style.PLAIN)
        row = layout.TITLE_ROW
        self._put(f"B{row}:H{row}", say("form.title"), style.TITLE)
        subtitle = _safe(content.cluster)
        if content.title != content.cluster:
            subtitle = say("form.subtitle", cluster=subtitle, title=_safe(content.title))
        self._put(f"I{row}:M{row}", subtitle, style.SUBTITLE)
        for columns, subject, text in (
            ("B:D", "why", say("form.why.text", cluster=_safe(content.cluster))),
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
            self._put(f"L{row}:M{row}", say("form.contact", name=_safe(content.contact)), style.PLAIN)

    def _dated(self, subject: str, day: date | None) -> str:
        if day is None:
            return self.texts.get(f"form.{subject}.text_open")
        return self.texts.get(f"form.{subject}.text", date=day)

    def _needs(self) -> None:
        say, row = self.texts.get, layout.NEEDS_SECTION_ROW
        self._put(f"B{row}:D{row}", say("form.section.needs"), style.SECTION)
        self._put(f"E{row}:M{row}", say("form.section.needs_hint"), style.HINT)
        self._put(f"B{layout.QUESTION_ROW}", None, style.QUESTION)
        for key, column in layout.NEED_COLUMNS.items():
            self._put(f"{column}{layout.QUESTION_ROW}", say(f"form.label.{key}"), style.QUESTION)
        for i in range(NEED_ROWS):
            number_style = style.ROW_NUMBER if i < OPEN_NEED_ROWS else style.QUIET_NUMBER
            self._put(f"B{layout.FIRST_NEED_ROW + i}", i + 1, number_style)

    def _site(self) -> None:
        row = layout.SITE_SECTION_ROW
        self._put(f"B{row}:M{row}", self.texts.get("form.section.site"), style.SECTION)
        for name in ("people_total", "paid_training", "barrier", "consent_contact", "consent_naming"):
            self._label_above(name)
        row = layout.THANKS_ROW
        self._put(f"B{row}:M{row}", self._thanks(), style.THANKS)

    def _thanks(self) -> str:
        cluster = _safe(self.content.cluster)
        if self.content.return_by is None:
            return self.texts.get("form.return_line", cluster=cluster)
        return self.texts.get("form.return_line_by", cluster=cluster, date=self.content.return_by)

    def _optional(self) -> None:
        say = self.texts.get
        self._put(f"B{layout.OPTIONAL_ROW}:M{layout.OPTIONAL_ROW}", say("form.section.optional"), style.SECTION)
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
            self._put(f"B{line}:D{line}", self.texts.get(f"form.label.{key}"), style.LEGEND_HEAD)
            self._put(f"E{line}:M{line}", words, style.LEGEND)

    def _label_above(self, name: str) -> None:
        place = layout.PLACES[name]
        row = place.row - 1
        span = f"{place.column}{row}:{place.last_column or place.column}{row}"
        self._put(span, self.texts.get(f"form.label.{name}"), style.LABEL)

    def _answers(self) -> None:
        for field in FIELDS:
            place = layout.PLACES[field.name]
            self._put(place.span, self.answers.get(field.name), _answer_style(field))
            reference = f"'{self.sheet.title}'!${place.column}${place.row}"
            self.workbook.defined_names[field.name] = DefinedName(field.name, attr_text=reference)

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
        yield "language", [self.texts.get(f"form.language.{code}") for code in shipped_languages()]
        if self.content.suggestions:
            yield "skill", [_safe(label) for label in self.content.suggestions]

    def _list(self, sheet: Worksheet, column: int, words: list[str]) -> str:
        for row, word in enumerate(words, start=1):
            _set_text(sheet.cell(row, column), word)
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
        above = f"LEN($C{first - 1})>0"
        for cells, look in ((f"C{first}:M{last}", opened), (f"B{first}:B{last}", number)):
            rule = Rule(type="expression", formula=[above], dxf=look)
            self.sheet.conditional_formatting.add(cells, rule)

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
                _dress(cell, look)
        if isinstance(value, int):
            rows[0][0].value = value
        elif value:
            _set_text(rows[0][0], value)
        if len(rows) > 1 or len(rows[0]) > 1:
            self.sheet.merge_cells(span)


def _prefilled(content: FormContent, texts: Texts) -> dict[str, str]:
    """Return the answers that are known before the form is sent, by field name."""
    answers = {
        "form_id": content.assessment_id,
        "form_version": str(FORM_VERSION),
        "language": texts.get(f"form.language.{content.language}"),
    }
    if content.member is not None:
        answers |= {"member_code": content.member.code, "organisation": content.member.name}
    return answers


def _words(choice: type[StrEnum], texts: Texts) -> list[str]:
    family = CHOICE_FAMILIES[choice]
    return [texts.get(f"{family}.{value}") for value in choice]


def _one_of(source: str) -> DataValidation:
    return DataValidation(type="list", formula1=source)


def _family(field: Field) -> str | None:
    if field.choice is not None:
        return CHOICE_FAMILIES[field.choice]
    return {FieldKind.YES_NO: "yes_no", FieldKind.LANGUAGE: "language"}.get(field.kind)


def _answer_style(field: Field) -> style.Style:
    quiet = field.part is Part.NEED and (field.row or 0) > OPEN_NEED_ROWS
    if field.kind is FieldKind.IDENTITY:
        return style.FIXED
    if field.part is Part.REMARKS:
        return style.LONG_ANSWER
    if field.kind is FieldKind.NUMBER:
        return style.QUIET_NUMBER_ANSWER if quiet else style.NUMBER_ANSWER
    if field.part is Part.NEED:
        return style.QUIET_ANSWER if quiet else style.NEED_ANSWER
    return style.TEXT_ANSWER


def _dress(cell: Cell, look: style.Style) -> None:
    cell.font, cell.alignment, cell.protection = look.font, look.alignment, look.protection
    if look.fill is not None:
        cell.fill = look.fill
    if look.border is not None:
        cell.border = look.border


def _set_text(cell: Cell | MergedCell, text: str) -> None:
    """Write ``text`` as text: what begins with "=" stays a word, here and after somebody edits the cell."""
    cell.value = _safe(text)
    cell.data_type = "s"
    if text[:1] in "=+-@":
        cell.quotePrefix = True


def _safe(text: str) -> str:
    """Return ``text`` without what a workbook cannot hold, cut to a sensible length."""
    return clean_text(text).translate(_NOT_XML)[:_LONGEST_TEXT]


_NOT_XML: Final = {0xFFFE: None, 0xFFFF: None}
