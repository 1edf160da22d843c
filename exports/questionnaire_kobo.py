"""The questionnaire as an XLSForm, which Kobo, ODK and Enketo take: sheets survey, choices and settings.

Names are those of our form, choices are our keys; every language has a label column of its own.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Final

from exports.plain import one_line
from exports.questionnaire_parts import Group, Question, Questionnaire, Words, questionnaire
from exports.saving import save_bytes
from fastmap.intake.form_content import FormContent
from fastmap.intake.form_definition import CHOICE_FAMILIES, FORM_VERSION, FieldKind
from fastmap.texts import locale_of

SUFFIX: Final = ".xlsx"
_BASE: Final = ("type", "name", "required", "relevant", "constraint", "appearance")
_WIDTHS: Final = {"type": 24, "name": 26, "relevant": 26}


def write_kobo(path: Path, contents: Sequence[FormContent]) -> None:
    """Write the questionnaire of ``contents`` (blank forms, one per language) to ``path``, replacing a file there.

    Raises `FastmapError` as `exports.saving` does.
    """
    save_bytes(path, kobo_bytes(questionnaire(contents), contents[0].assessment_id))


def kobo_bytes(form: Questionnaire, assessment_id: str) -> bytes:
    """Return the workbook."""
    import xlsxwriter  # costs a tenth of a second: only when something is written

    out = io.BytesIO()
    workbook = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    labels = tuple(f"label::{language_name(code)}" for code in form.languages)
    for name, header, rows in (
        ("survey", (*_BASE, *labels), list(_survey(form))),
        ("choices", ("list_name", "name", *labels), list(_choices(form))),
        ("settings", ("form_title", "form_id", "version", "default_language"), [_settings(form, assessment_id)]),
    ):
        sheet = workbook.add_worksheet(name)
        for column, title in enumerate(header):
            sheet.set_column(column, column, _WIDTHS.get(title, 14 if title in _BASE else 48))
            sheet.write_string(0, column, title)
        for number, row in enumerate(rows, start=1):
            for column, title in enumerate(header):
                if text := row.get(title):
                    sheet.write_string(number, column, text)
        sheet.freeze_panes(1, 0)
    workbook.close()
    return out.getvalue()


def language_name(code: str) -> str:
    """Return a language as XLSForm names it.

    >>> language_name("es")
    'Spanish (es)'
    """
    return f"{locale_of('en').languages.get(code, code)} ({code})"


def _survey(form: Questionnaire) -> Iterator[dict[str, str]]:
    yield {"type": "start", "name": "start"}
    yield {"type": "end", "name": "end"}
    for number, (head, text) in enumerate(form.intro, start=1):
        words = {code: f"{head[code]}: {text[code]}" for code in form.languages}
        yield {"type": "note", "name": f"intro_{number}", **_labels(words)}
    yield {"type": "select_one language", "name": "language", "appearance": "minimal", **_labels(_language_label(form))}
    for group in form.groups:
        yield from _group(group)


def _language_label(form: Questionnaire) -> Words:
    from fastmap.catalogue.texts import load_texts

    return {code: load_texts(code).term("form.label.language") for code in form.languages}


def _group(group: Group) -> Iterator[dict[str, str]]:
    yield {
        "type": "begin_group",
        "name": f"group_{group.name}",
        "relevant": _relevant(group.after),
        "appearance": "field-list",
        **_labels(group.label),
    }
    for question in group.questions:
        yield _question(question)
    yield {"type": "end_group"}


def _question(question: Question) -> dict[str, str]:
    is_list = question.choice is not None or question.kind is FieldKind.YES_NO
    return {
        "type": _type_of(question),
        "name": question.name,
        "required": "yes" if question.is_needed else "",
        "relevant": _relevant(question.after),
        "constraint": ". >= 0" if question.kind is FieldKind.NUMBER else "",
        "appearance": "minimal" if is_list else "multiline" if question.name == "remarks" else "",
        **_labels(question.label),
    }


def _type_of(question: Question) -> str:
    if question.choice is not None:
        return f"select_one {CHOICE_FAMILIES[question.choice]}"
    return {FieldKind.NUMBER: "integer", FieldKind.YES_NO: "select_one yes_no"}.get(question.kind, "text")


def _relevant(after: str | None) -> str:
    return "" if after is None else f"${{{after}}} != ''"


def _choices(form: Questionnaire) -> Iterator[dict[str, str]]:
    from fastmap.catalogue.texts import load_texts

    for key, words in form.yes_no:
        yield {"list_name": "yes_no", "name": key, **_labels(words)}
    for code in form.languages:
        names = {shown: load_texts(shown).term(f"form.language.{code}") for shown in form.languages}
        yield {"list_name": "language", "name": code, **_labels(names)}
    used: dict[str, type[StrEnum]] = {}
    for group in form.groups:
        for question in group.questions:
            if question.choice is not None:
                used.setdefault(CHOICE_FAMILIES[question.choice], question.choice)
    for family, choice in used.items():
        for key, words in form.choices(choice):
            yield {"list_name": family, "name": key, **_labels(words)}


def _settings(form: Questionnaire, assessment_id: str) -> dict[str, str]:
    usual = form.languages[0]
    return {
        "form_title": _safe(form.title[usual]),
        "form_id": f"fastmap_{re.sub(r'[^A-Za-z0-9]+', '_', assessment_id)[:40]}",
        "version": str(FORM_VERSION),
        "default_language": language_name(usual),
    }


def _labels(words: Words) -> Mapping[str, str]:
    return {f"label::{language_name(code)}": _safe(text) for code, text in words.items()}


def _safe(text: str) -> str:
    """Return a text in which nothing is a reference to another question."""
    return one_line(text).replace("${", "$ {")
