"""Writes the demand sheet that is an offer form as well: what firms need, and beside it what a provider could offer.

What it asks stands in `fastmap.intake.offer_definition`, where on the sheet in `offer_layout`; the look is that of the needs
form. Texts from outside are always written as text, never as a formula.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from openpyxl import Workbook
from openpyxl.worksheet.datavalidation import DataValidation

from exports import forms_style as style
from exports import offer_layout as layout
from exports.forms_cells import writable
from exports.forms_sheet import FormSheet, one_of
from exports.saving import replacing
from fastmap.catalogue.texts import form_languages
from fastmap.intake.form_definition import Field, FieldKind, Part
from fastmap.intake.offer_answers import sent_lines
from fastmap.intake.offer_content import AskedSkill, DemandContent
from fastmap.intake.offer_definition import ASKED_ROWS, OFFER_FORM, OFFER_FORM_VERSION, OFFER_ROWS
from fastmap.intake.words import FAMILIES
from fastmap.model.choices import Fit, OfferForm
from fastmap.model.skills import label_in

if TYPE_CHECKING:
    from enum import StrEnum

    from fastmap.model.messages import Fact
    from fastmap.texts import Texts

UNKNOWN: Final = "–"
_CHOICES: Final = (OfferForm, Fit)


def write_offer_form(path: Path, *, content: DemandContent, texts: Texts) -> None:
    """Write the sheet of ``content`` in the language of ``texts`` to ``path``, replacing a file of that name at once.

    Raises `FastmapError` if the folder is missing, the disk full or the target open in another program.
    """
    workbook = Workbook()
    _OfferSheet(workbook, content, texts).build()
    with replacing(path) as target:
        workbook.save(target)


class _OfferSheet(FormSheet):
    def __init__(self, workbook: Workbook, content: DemandContent, texts: Texts) -> None:
        super().__init__(workbook, texts.get("demand.sheet"), texts)
        self.content = content
        self.answers = _known(content, texts)

    def build(self) -> None:
        """Fill the sheet from top to bottom."""
        for column, width in layout.COLUMN_WIDTHS.items():
            self.sheet.column_dimensions[column].width = width
        for row, height in layout.ROW_HEIGHTS.items():
            self.sheet.row_dimensions[row].height = height
        self.sheet.row_dimensions[layout.META_ROW].hidden = True
        self._head()
        self._demand()
        self._foot()
        self._answers()
        self._lists_and_checks()
        self.set_up(first_answer=layout.PLACES["offer_1_form"].anchor, title=document_title(self.content, self.texts))
        self.sheet.print_area = f"A{layout.META_ROW}:P{layout.LAST_ROW}"

    def _head(self) -> None:
        say, content = self.texts.get, self.content
        for name in ("form_id", "form_version", "partner_id", "prefilled"):
            place = layout.PLACES[name]
            self.put(f"{chr(ord(place.column) - 1)}{place.row}", say(f"demand.label.{name}"), style.PLAIN)
        row = layout.TITLE_ROW
        self.put(f"B{row}:L{row}", say("demand.title", cluster=writable(content.cluster)), style.LONG_TITLE)
        self.put(f"M{row}:O{row}", say("demand.by", date=content.reply_by), style.SUBTITLE)
        for key, words in facts(content, self.texts):
            first, last = layout.FACT_SPANS[key].split(":")
            head, body = layout.FACT_HEAD_ROW, layout.FACT_ROW
            self.put(f"{first}{head}:{last}{head}", say(f"demand.{key}.head"), style.FACT_HEAD)
            self.put(f"{first}{body}:{last}{body}", words, style.FACT)
        for name in ("organisation", "respondent_role", "language"):
            place, row = layout.PLACES[name], layout.HEAD_LABEL_ROW
            span = f"{place.column}{row}:{place.last_column or place.column}{row}"
            self.put(span, say(f"demand.label.form_{name}"), style.LABEL)

    def _demand(self) -> None:
        say, row = self.texts.get, layout.SECTION_ROW
        self.put(f"B{row}:G{row}", say("demand.section.skills"), style.SECTION)
        self.put(f"H{row}:O{row}", say("demand.section.offers"), style.SECTION)
        row = layout.QUESTION_ROW
        self.put(f"B{row}", None, style.QUESTION)
        for key, column in layout.OFFER_COLUMNS.items():
            self.put(f"{column}{row}", say(f"demand.label.{key}"), style.QUESTION)
        for key, column in layout.DEMAND_COLUMNS.items():
            self.put(f"{column}{row}", say(f"demand.head.{key}"), style.QUESTION)
        for line in range(OFFER_ROWS):
            row = layout.FIRST_LINE_ROW + line
            self.put(f"B{row}", line + 1, style.ROW_NUMBER if line < len(self._skills) else style.QUIET_NUMBER)
            if line < len(self._skills):
                words = demand_words(self._skills[line], self.texts)
                for (key, column), value in zip(layout.DEMAND_COLUMNS.items(), words, strict=True):
                    self.put(f"{column}{row}", value, style.FIGURE_WORDS if key == "level" else style.FIGURE)

    @property
    def _skills(self) -> tuple[AskedSkill, ...]:
        return self.content.skills[:ASKED_ROWS]

    def _foot(self) -> None:
        say, content = self.texts.get, self.content
        row = layout.NOTE_ROW
        self.put(f"B{row}:O{row}", say("demand.unknown"), style.PLAIN)
        row = layout.REMARKS_LABEL_ROW
        self.put(f"B{row}:O{row}", say("demand.label.remarks"), style.LABEL)
        row = layout.THANKS_ROW
        thanks = say("demand.thanks", cluster=writable(content.cluster), date=content.reply_by)
        self.put(f"B{row}:O{row}", thanks, style.THANKS)
        row = layout.LEGEND_ROW
        self.put(f"B{row}:O{row}", say("demand.legend_title"), style.SECTION)
        for line, (key, choice) in enumerate(zip(("form", "fit"), _CHOICES, strict=True), start=row + 1):
            self.put(f"B{line}:D{line}", say(f"demand.label.{key}"), style.LEGEND_HEAD)
            self.put(f"E{line}:O{line}", " · ".join(_words(choice, self.texts)), style.LEGEND)

    def _answers(self) -> None:
        for field in OFFER_FORM.every:
            place = layout.PLACES[field.name]
            self.put(place.span, self.answers.get(field.name), self._look(field))
            self.define(field.name, place.column, place.row)

    def _look(self, field: Field) -> style.Style:
        if field.kind is FieldKind.IDENTITY:
            return style.FIXED
        if field.part is Part.REMARKS:
            return style.LONG_ANSWER
        if field.part is not Part.OFFERED:
            return style.TEXT_ANSWER
        if field.key == "skill" and (field.row or 0) <= len(self._skills):
            return style.ASKED
        return style.NUMBER_ANSWER if field.kind is FieldKind.NUMBER else style.NEED_ANSWER

    def _lists_and_checks(self) -> None:
        sources = self.write_lists(self._lists())
        number = self.check("number", DataValidation(type="whole", operator="greaterThanOrEqual", formula1="0"))
        choices = {family: self.check("choice", one_of(source)) for family, source in sources.items()}
        choices["language"].showErrorMessage = False  # a course may be taught in a language that no form is in
        for field in OFFER_FORM.fields:
            cell = layout.PLACES[field.name].anchor
            if field.kind is FieldKind.NUMBER:
                number.add(cell)
            elif (family := _family(field)) is not None:
                choices[family].add(cell)

    def _lists(self) -> Iterator[tuple[str, list[str]]]:
        for choice in _CHOICES:
            yield FAMILIES[choice], _words(choice, self.texts)
        yield "yes_no", [self.texts.get("yes_no.yes"), self.texts.get("yes_no.no")]
        yield "language", [self.texts.get(f"form.language.{code}") for code in form_languages()]


def document_title(content: DemandContent, texts: Texts) -> str:
    """Return what the sheet is called in the properties of its file."""
    title = texts.get("demand.title", cluster=writable(content.cluster))
    return texts.get("demand.document", title=title, partner=writable(content.partner.name))


def facts(content: DemandContent, texts: Texts) -> Iterator[tuple[str, str]]:
    """Yield what the head of a sheet tells: key, words."""
    cluster = writable(content.cluster)
    yield "why", texts.get("demand.why.text", cluster=cluster)
    yield "ask", texts.get("demand.ask.text")
    told: dict[str, Fact] = {
        "round": writable(content.round_label),
        "date": content.made_on,
        "k": content.least_members,
    }
    if content.answered is None:
        yield "figures", texts.get("demand.figures.text_uncounted", **told)
    else:
        yield "figures", texts.get("demand.figures.text", count=content.answered, **told)
    yield "use", texts.get("demand.use.text")


def skill_words(skill: AskedSkill, texts: Texts) -> str:
    """Return what a skill is called on the sheet: in its language, else as well as it is known."""
    return label_in(skill.labels, texts.language) or skill.uri


def demand_words(skill: AskedSkill, texts: Texts) -> tuple[str | int, str | int, str | int, str]:
    """Return the figures of one skill: people short now, in 12 months, seats asked for, levels."""
    levels = " · ".join(texts.get(f"need_level.{level}") for level in skill.levels)
    now, later, joint = (
        UNKNOWN if figure is None else figure for figure in (skill.short_now, skill.short_12m, skill.joint_people)
    )
    return now, later, joint, levels or UNKNOWN


def _known(content: DemandContent, texts: Texts) -> dict[str, str | int]:
    """Return what is filled in before the form is sent, by field name: the skills, and offers that are on record."""
    skills = content.skills[:ASKED_ROWS]
    recorded = [_on_record(one, texts) for one in skills]
    sent = sent_lines(
        (skill_words(one, texts), map(str, known.values())) for one, known in zip(skills, recorded, strict=True)
    )
    answers: dict[str, str | int] = {
        "form_id": content.assessment_id,
        "form_version": str(OFFER_FORM_VERSION),
        "partner_id": content.partner.id,
        "prefilled": sent.written(),
        "organisation": content.partner.name,
        "language": texts.get(f"form.language.{content.language}"),
    }
    for row, (one, known) in enumerate(zip(skills, recorded, strict=True), start=1):
        answers[f"offer_{row}_skill"] = skill_words(one, texts)
        answers |= {f"offer_{row}_{key}": value for key, value in known.items()}
    return answers


def _on_record(skill: AskedSkill, texts: Texts) -> dict[str, str | int]:
    """Return what is recorded of an offer, without what the cluster thinks of it."""
    offer = skill.on_record
    if offer is None:
        return {}
    known: dict[str, str | int | None] = {
        "form": texts.get(f"offer_form.{offer.form}") if offer.form is not None else None,
        "places": offer.places_per_year,
        "cost": offer.cost,
        "funding": None if offer.publicly_funded is None else texts.get(f"yes_no.{_yes(offer.publicly_funded)}"),
        "language": _language(offer.language, texts),
        "mode": offer.mode,
    }
    return {key: value for key, value in known.items() if value is not None}


def _yes(given: bool) -> str:  # noqa: FBT001 - an answer
    return "yes" if given else "no"


def _language(code: str | None, texts: Texts) -> str | None:
    return texts.get(f"form.language.{code}") if code in form_languages() else code


def _words(choice: type[StrEnum], texts: Texts) -> list[str]:
    return [texts.get(f"{FAMILIES[choice]}.{value}") for value in choice]


def _family(field: Field) -> str | None:
    if field.choice is not None:
        return FAMILIES[field.choice]
    return {FieldKind.YES_NO: "yes_no", FieldKind.LANGUAGE: "language"}.get(field.kind)
