"""The questionnaire as LimeSurvey imports it: the tab-separated survey structure (.txt), all languages in one file.

Question codes are the names of our form without the underscores that LimeSurvey forbids; answer codes are our keys cut
to the five characters it allows. Texts are HTML to LimeSurvey, and braces would be expressions: both are escaped.
"""

from __future__ import annotations

import csv
import html
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from exports.plain import one_line
from exports.questionnaire_parts import Group, Question, Questionnaire, questionnaire
from exports.saving import save_bytes
from fastmap.intake.form_content import FormContent
from fastmap.intake.form_definition import FieldKind, Part

SUFFIX: Final = ".txt"
"""LimeSurvey tells the format of a survey by the suffix."""
_COLUMNS: Final = (
    "class",
    "type/scale",
    "name",
    "relevance",
    "text",
    "help",
    "language",
    "validation",
    "mandatory",
    "other",
    "default",
    "same_default",
    "num_value_int_only",
    "min_num_value_n",
)
_ANSWER_CODE: Final = 5
_TYPES: Final[Mapping[FieldKind, str]] = {
    FieldKind.TEXT: "S",
    FieldKind.IDENTITY: "S",
    FieldKind.NUMBER: "N",
    FieldKind.YES_NO: "Y",
    FieldKind.CHOICE: "!",
}
"""Short text, number, yes/no, drop-down list."""


def write_limesurvey(path: Path, contents: Sequence[FormContent]) -> None:
    """Write the questionnaire of ``contents`` (blank forms, one per language) to ``path``, replacing a file there.

    Raises `FastmapError` as `exports.saving` does.
    """
    save_bytes(path, limesurvey_bytes(questionnaire(contents)))


def limesurvey_bytes(form: Questionnaire) -> bytes:
    """Return the survey structure."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, _COLUMNS, delimiter="\t", lineterminator="\r\n", restval="")
    writer.writeheader()
    writer.writerows(_lines(form))
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")


def question_code(name: str) -> str:
    """Return LimeSurvey's code of a question of ours.

    >>> question_code("need_1_short_now")
    'need1shortnow'
    """
    return name.replace("_", "")


def answer_code(key: str) -> str:
    """Return LimeSurvey's code of an answer of ours.

    >>> answer_code("few_applicants")
    'fewap'
    """
    return key.replace("_", "")[:_ANSWER_CODE]


def _lines(form: Questionnaire) -> Iterator[dict[str, str]]:
    usual, *others = form.languages
    yield _setting("language", usual)
    if others:
        yield _setting("additional_languages", " ".join(others))
    yield _setting("format", "G")
    yield _setting("anonymized", "N")
    for language in form.languages:
        yield {"class": "SL", "name": "surveyls_title", "text": _plain(form.title[language]), "language": language}
        intro = "".join(
            f"<p><strong>{_html(head[language])}</strong> {_html(text[language])}</p>" for head, text in form.intro
        )
        yield {"class": "SL", "name": "surveyls_welcometext", "text": intro, "language": language}
    for language in form.languages:
        for number, group in enumerate(form.groups, start=1):
            yield from _group(form, group, number, language)


def _setting(name: str, value: str) -> dict[str, str]:
    return {"class": "S", "name": name, "text": value}


def _group(form: Questionnaire, group: Group, number: int, language: str) -> Iterator[dict[str, str]]:
    yield {
        "class": "G",
        "type/scale": str(number),
        "name": _plain(group.label[language]),
        "relevance": _relevance(group.after),
        "language": language,
    }
    for question in group.questions:
        yield from _question(form, question, language)


def _question(form: Questionnaire, question: Question, language: str) -> Iterator[dict[str, str]]:
    is_long = question.name == Part.REMARKS.value
    line = {
        "class": "Q",
        "type/scale": "T" if is_long else _TYPES[question.kind],
        "name": question_code(question.name),
        "relevance": _relevance(question.after),
        "text": _html(question.label[language]),
        "language": language,
        "mandatory": "Y" if question.is_needed else "N",
        "other": "N",
    }
    if question.kind is FieldKind.NUMBER:
        line |= {"num_value_int_only": "1", "min_num_value_n": "0"}
    yield line
    if question.choice is not None:
        for key, words in form.choices(question.choice):
            yield {
                "class": "A",
                "type/scale": "0",
                "name": answer_code(key),
                "text": _html(words[language]),
                "language": language,
            }


def _relevance(after: str | None) -> str:
    return "1" if after is None else f"!is_empty({question_code(after)}.NAOK)"


def _plain(text: str) -> str:
    """Return a text for a place that is no HTML; braces would begin an expression."""
    return one_line(text).replace("{", "(").replace("}", ")")


def _html(text: str) -> str:
    return html.escape(one_line(text), quote=False).replace("{", "&#123;").replace("}", "&#125;")
