"""The needs form on paper: an A4 PDF to print, to fill in by hand and to type in later.

It asks what the Excel form asks, under the same numbers and in the same words, and is tagged for screen readers (PDF/UA-1)
as the report is. What came from outside reaches Typst as data, never as part of the template.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from exports.forms import question
from exports.forms_layout import SECTION_LETTERS
from exports.palette import tokens
from exports.pdf_columns import breakable
from exports.plain import one_line, shortened
from exports.typesetting import STANDARDS, prepare_folder, typeset
from fastmap.intake.form_definition import NEED_ROWS, OFFER_KEYS, OPEN_NEED_ROWS, QUESTION_NUMBERS
from fastmap.leftovers import passing_folder
from fastmap.model.choices import Barrier, Consequence, Hiring, HiringReason, NeedLevel, Provision
from fastmap.texts import Texts

if TYPE_CHECKING:
    from enum import StrEnum

    from fastmap.intake.form_content import FormContent

MADE_BY: Final = "fastmap-form"
"""Keyword by which a paper form of ours is known again."""
_LONGEST_NAME: Final = 160
FORM_COLOURS: Final = ("text", "text2", "primary", "primary_soft", "line", "line_strong")
_SITE_CHOICES: Final = (
    ("level", "need_level", NeedLevel),
    ("consequence", "consequence", Consequence),
    ("hiring", "hiring", Hiring),
    ("hiring_reason", "hiring_reason", HiringReason),
    ("provision", "provision", Provision),
    ("barrier", "barrier", Barrier),
)
_CREATOR: Final = re.compile(rb"<xmp:CreatorTool>Typst[^<]*</xmp:CreatorTool>")


class PaperForms:
    """Sets forms one after the other; what they share is laid out once."""

    def __init__(self, root: Path) -> None:
        """Work in the prepared folder ``root``; use `paper_forms`."""
        self._root = root

    def pdf(self, content: FormContent, texts: Texts, *, made_at: datetime | None = None) -> bytes:
        """Return the form of ``content`` in the language of ``texts``.

        ``made_at``: today without one, so that a form that is written twice on a day is the same file.
        """
        today = datetime.combine(datetime.now(UTC).date(), time(), tzinfo=UTC)
        output = {
            "format": "pdf",
            "pdf_standards": list(STANDARDS),
            "timestamp": (made_at or today).replace(microsecond=0),
        }
        made = typeset(self._root, "form.typ", _values(content, texts), **output)
        if not isinstance(made, bytes):
            raise TypeError("Typst gave no PDF")
        return made

    def pictures(self, content: FormContent, texts: Texts, dots_per_inch: float = 96.0) -> tuple[bytes, ...]:
        """Return the pages of the form as PNG pictures."""
        made = typeset(self._root, "form.typ", _values(content, texts), format="png", ppi=dots_per_inch)
        return (made,) if isinstance(made, bytes) else tuple(made)


@contextmanager
def paper_forms() -> Iterator[PaperForms]:
    """Prepare what all paper forms need, for as long as the block lasts."""
    with form_folder() as root:
        yield PaperForms(root)


@contextmanager
def form_folder() -> Iterator[Path]:
    """Give a folder with all that Typst needs to set a form, for as long as the block lasts."""
    with passing_folder("form") as root:
        prepare_folder(root)
        yield root


def is_as_written(content: bytes) -> bool:
    """Say whether a PDF is a paper form of ours that no other program has touched.

    A scan of an answered form may lie under the name that the empty one had; writing over it would lose the answer.
    """
    return (
        content.startswith(b"%PDF-")
        and MADE_BY.encode() in content
        and _CREATOR.search(content) is not None
        and content.count(b"%%EOF") == 1
    )


def _values(content: FormContent, texts: Texts) -> dict[str, Any]:
    """Return everything that the template prints."""
    say, palette = texts.get, tokens()
    cluster, member = fitting(content.cluster), content.member
    name = fitting(member.name) if member is not None else ""
    subtitle = cluster
    if content.title != content.cluster:
        subtitle = say("form.subtitle", cluster=cluster, title=fitting(content.title))
    return {
        "language": texts.locale.language,
        "colours": {key: getattr(palette, key) for key in FORM_COLOURS},
        "keyword": MADE_BY,
        "document": " – ".join((say("form.title"), *([one_line(member.name)] if member is not None else []))),
        "cluster": one_line(content.cluster),
        "title": say("form.title"),
        "subtitle": subtitle,
        "facts": [[say(f"form.{key}.head"), text] for key, text in _facts(content, texts)],
        "code": one_line(member.code) if member is not None else "",
        "organisation": name,
        "tick": say("form.paper.tick"),
        "last_time": _last_time(content, texts),
        "skills": [say("form.paper.skill", number=number) for number in range(1, OPEN_NEED_ROWS + 1)],
        "more": say("form.paper.more"),
        "more_numbers": list(range(OPEN_NEED_ROWS + 1, NEED_ROWS + 1)),
        "sections": {key: f"{letter}  {say(f'form.section.{key}')}" for key, letter in SECTION_LETTERS.items()},
        "parts": {key: say(f"form.section.{key}") for key in ("links", "unused", "offers")},
        "questions": {key: _question(key, texts) for key in QUESTION_NUMBERS},
        "labels": {key: say(f"form.label.{key}") for key in _LABELS},
        "offers": [say(f"form.label.offer_{key}") for key in OFFER_KEYS],
        "choices": {key: list(_words(family, choice, texts)) for key, family, choice in _SITE_CHOICES},
        "yes_no": [say("yes_no.yes"), say("yes_no.no")],
        "thanks": _thanks(content, cluster, texts),
    }


_LABELS: Final = (
    *("member_code", "organisation", "respondent_role", "people_total", "paid_training", "barrier"),
    *("consent_contact", "consent_naming", "link_name", "link_kind", "unused_skill", "unused_people", "remarks"),
)


def fitting(name: str) -> str:
    """Return a name that stays inside its box, whatever was typed as one."""
    return breakable(shortened(one_line(name), _LONGEST_NAME))


def _facts(content: FormContent, texts: Texts) -> Iterator[tuple[str, str]]:
    yield "why", texts.get("form.why.text", cluster=fitting(content.cluster))
    yield "who", texts.get("form.who.text")
    for key, day in (("keep", content.keep_until), ("feedback", content.feedback_by)):
        yield key, texts.get(f"form.{key}.text_open") if day is None else texts.get(f"form.{key}.text", date=day)


def _question(key: str, texts: Texts) -> list[str]:
    number, _, words = question(key, texts).partition("  ")
    return [number, words]


def _words(family: str, choice: type[StrEnum], texts: Texts) -> Iterable[str]:
    return (texts.get(f"{family}.{value}") for value in choice)


def _last_time(content: FormContent, texts: Texts) -> str:
    if not content.earlier:
        return ""
    named = "; ".join(breakable(shortened(one_line(need.skill_text), 80)) for need in content.earlier)
    return texts.get("form.paper.last_time", skills=named)


def _thanks(content: FormContent, cluster: str, texts: Texts) -> str:
    if content.return_by is None:
        return texts.get("form.paper.return_line", cluster=cluster)
    return texts.get("form.paper.return_line_by", cluster=cluster, date=content.return_by)
