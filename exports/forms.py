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
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.pagebreak import Break

from exports import forms_layout as layout
from exports import forms_style as style
from exports.forms_cells import answer_style, writable
from exports.forms_sheet import FormSheet, one_of
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

    from fastmap.texts import Texts

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
    _Form(workbook, content, texts).build()
    with replacing(path) as target:
        workbook.save(target)


class _Form(FormSheet):
    """One form while it is being written."""

    def __init__(self, workbook: Workbook, content: FormContent, texts: Texts) -> None:
        super().__init__(workbook, texts.get("form.sheet"), texts)
        self.content = content
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
            self.put(f"{left}{place.row}", say(f"form.label.{name}"), style.PLAIN)
        row = layout.TITLE_ROW
        self.put(f"B{row}:H{row}", say("form.title"), style.TITLE)
        subtitle = writable(content.cluster)
        if content.title != content.cluster:
            subtitle = say("form.subtitle", cluster=subtitle, title=writable(content.title))
        self.put(f"I{row}:M{row}", subtitle, style.SUBTITLE)
        for columns, subject, text in (
            ("B:D", "why", say("form.why.text", cluster=writable(content.cluster))),
            ("E:H", "who", say("form.who.text")),
            ("I:J", "keep", self._dated("keep", content.keep_until)),
            ("K:M", "feedback", self._dated("feedback", content.feedback_by)),
        ):
            first, last = columns.split(":")
            head, body = layout.FACT_HEAD_ROW, layout.FACT_ROW
            self.put(f"{first}{head}:{last}{head}", say(f"form.{subject}.head"), style.FACT_HEAD)
            self.put(f"{first}{body}:{last}{body}", text, style.FACT)
        for name in ("organisation", "respondent_role", "language", "member_code"):
            self._label_above(name)
        if content.contact:
            row = layout.HEAD_ROW
            self.put(f"L{row}:M{row}", say("form.contact", name=writable(content.contact)), style.PLAIN)

    def _dated(self, subject: str, day: date | None) -> str:
        if day is None:
            return self.texts.get(f"form.{subject}.text_open")
        return self.texts.get(f"form.{subject}.text", date=day)

    def _needs(self) -> None:
        say, row = self.texts.get, layout.NEEDS_SECTION_ROW
        self.put(f"B{row}:D{row}", self._section("needs"), style.SECTION)
        hint = say("form.from_last_time" if self.content.earlier else "form.section.needs_hint")
        self.put(f"E{row}:M{row}", hint, style.EARLIER_HINT if self.content.earlier else style.HINT)
        self.put(f"B{layout.QUESTION_ROW}", None, style.QUESTION)
        for key, column in layout.NEED_COLUMNS.items():
            self.put(f"{column}{layout.QUESTION_ROW}", question(key, self.texts), style.QUESTION)
        for i in range(NEED_ROWS):
            number_style = style.ROW_NUMBER if i < OPEN_NEED_ROWS else style.QUIET_NUMBER
            self.put(f"B{layout.FIRST_NEED_ROW + i}", i + 1, number_style)

    def _site(self) -> None:
        row = layout.SITE_SECTION_ROW
        self.put(f"B{row}:M{row}", self._section("site"), style.SECTION)
        for name in ("people_total", "paid_training", "barrier", "consent_contact", "consent_naming"):
            self._label_above(name)
        row = layout.THANKS_ROW
        self.put(f"B{row}:M{row}", self._thanks(), style.THANKS)

    def _section(self, name: str) -> str:
        return f"{layout.SECTION_LETTERS[name]}  {self.texts.get(f'form.section.{name}')}"

    def _thanks(self) -> str:
        cluster = writable(self.content.cluster)
        if self.content.return_by is None:
            return self.texts.get("form.return_line", cluster=cluster)
        return self.texts.get("form.return_line_by", cluster=cluster, date=self.content.return_by)

    def _optional(self) -> None:
        say = self.texts.get
        self.put(f"B{layout.OPTIONAL_ROW}:M{layout.OPTIONAL_ROW}", self._section("optional"), style.SECTION)
        head, labels = layout.OPTIONAL_HEAD_ROW, layout.OPTIONAL_LABEL_ROW
        self.put(f"B{head}:H{head}", say("form.section.links"), style.FACT_HEAD)
        self.put(f"J{head}:M{head}", say("form.section.unused"), style.FACT_HEAD)
        for span, key in (
            (f"C{labels}", "link_name"),
            (f"D{labels}:E{labels}", "link_type"),
            (f"F{labels}:H{labels}", "link_kind"),
            (f"J{labels}:L{labels}", "unused_skill"),
            (f"M{labels}", "unused_people"),
        ):
            self.put(span, say(f"form.label.{key}"), style.LABEL)
        row = layout.OFFER_HEAD_ROW
        self.put(f"J{row}:M{row}", say("form.section.offers"), style.FACT_HEAD)
        for offer in OFFER_KEYS:
            row = layout.PLACES[f"offer_{offer}"].row
            self.put(f"J{row}:L{row}", say(f"form.label.offer_{offer}"), style.PLAIN)
        row = layout.REMARKS_LABEL_ROW
        self.put(f"B{row}:M{row}", say("form.label.remarks"), style.LABEL)

    def _legend(self) -> None:
        row = layout.LEGEND_ROW
        self.put(f"B{row}:M{row}", self.texts.get("form.legend_title"), style.SECTION)
        for line, (key, choice) in enumerate(_LEGEND, start=row + 1):
            words = " · ".join(_words(choice, self.texts))
            self.put(f"B{line}:D{line}", question(key, self.texts), style.LEGEND_HEAD)
            self.put(f"E{line}:M{line}", words, style.LEGEND)

    def _label_above(self, name: str) -> None:
        place = layout.PLACES[name]
        row = place.row - 1
        span = f"{place.column}{row}:{place.last_column or place.column}{row}"
        self.put(span, self.texts.get(f"form.label.{name}"), style.LABEL)

    def _answers(self) -> None:
        for field in (*FIELDS, *((PREFILLED,) if self.content.earlier else ())):
            place = layout.PLACES[field.name]
            look = answer_style(field, from_last_round=self._is_from_last_round(field))
            self.put(place.span, self.answers.get(field.name), look)
            self.define(field.name, place.column, place.row)

    def _is_from_last_round(self, field: Field) -> bool:
        lines = len(self.content.earlier)
        return field.part is Part.NEED and field.key in PREFILLED_KEYS and (field.row or 0) <= lines

    def _lists_and_checks(self) -> None:
        sources = self.write_lists(self._lists())
        number = self.check("number", DataValidation(type="whole", operator="greaterThanOrEqual", formula1="0"))
        skills = self.check("skill", one_of(sources["skill"])) if "skill" in sources else None
        choices = {
            family: self.check("choice", one_of(source)) for family, source in sources.items() if family != "skill"
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
        sheet = self.sheet
        self.set_up(first_answer=layout.PLACES["need_1_skill"].anchor, title=self.texts.get("form.title"))
        sheet.row_breaks.append(Break(id=layout.THANKS_ROW))
        sheet.print_area = f"A{layout.META_ROW}:N{layout.LAST_ROW}"
        sheet.print_title_rows = f"{layout.TITLE_ROW}:{layout.TITLE_ROW}"
        code = self.answers.get("member_code", "").replace("&", "&&")
        sheet.HeaderFooter.oddFooter = HeaderFooterItem(
            left=_HeaderFooterPart(code), right=_HeaderFooterPart("&P / &N")
        )


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


def _family(field: Field) -> str | None:
    if field.choice is not None:
        return CHOICE_FAMILIES[field.choice]
    return {FieldKind.YES_NO: "yes_no", FieldKind.LANGUAGE: "language"}.get(field.kind)
