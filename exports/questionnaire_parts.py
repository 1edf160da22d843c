"""The questionnaire in parts, as survey tools want it: groups of questions, in every language that is asked for.

Codes are the names of our form, so that the answers explain themselves when they come back (`fastmap.intake`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from fastmap.catalogue.texts import load_texts
from fastmap.intake.form_content import FormContent
from fastmap.intake.form_definition import (
    CHOICE_FAMILIES,
    LINK_ROWS,
    NEED_ROWS,
    UNUSED_ROWS,
    Field,
    FieldKind,
    Part,
    fields_of,
)
from fastmap.texts import Texts

Words = Mapping[str, str]
"""Language → text."""
NEEDED: Final = frozenset({"organisation"})
"""Questions without whose answer nobody knows whose form it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question with its words."""

    name: str
    """As in our form: ``need_1_skill``."""
    kind: FieldKind
    choice: type[StrEnum] | None
    label: Words
    after: str | None = None
    """Asked only once this question is answered."""

    @property
    def is_needed(self) -> bool:
        """Whether the form cannot be sent without it."""
        return self.name in NEEDED


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Questions that stand together."""

    name: str
    label: Words
    questions: tuple[Question, ...]
    after: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Questionnaire:
    """All of it; the first language is the one it opens in."""

    languages: tuple[str, ...]
    title: Words
    intro: tuple[tuple[Words, Words], ...]
    """Head and text: why, who sees it, how long it is kept, what comes back."""
    groups: tuple[Group, ...]
    yes_no: tuple[tuple[str, Words], ...]

    def choices(self, choice: type[StrEnum]) -> tuple[tuple[str, Words], ...]:
        """Return keys and words of a choice."""
        family = CHOICE_FAMILIES[choice]
        return tuple(
            (value.value, {code: load_texts(code).term(f"{family}.{value.value}") for code in self.languages})
            for value in choice
        )


def questionnaire(contents: Sequence[FormContent]) -> Questionnaire:
    """Return the questionnaire of ``contents``: blank forms of one assessment, one per language, the usual one first."""
    texts = {content.language: load_texts(content.language) for content in contents}

    def words(say: Callable[[Texts, FormContent], str]) -> dict[str, str]:
        return {content.language: say(texts[content.language], content) for content in contents}

    def label(key: str, row: int | None = None) -> dict[str, str]:
        # Several questions of one wording are told apart by their number, also where a tool exports the words alone.
        number = f"{row}. " if row is not None else ""
        return words(lambda texts, _: f"{number}{texts.term(key)}")

    def question(one: Field, after: str | None = None) -> Question:
        return Question(
            name=one.name, kind=one.kind, choice=one.choice, label=label(one.label_key, one.row), after=after
        )

    def rows(part: Part, count: int, section: str) -> Iterator[Group]:
        for row in range(1, count + 1):
            fields = fields_of(part, row)
            head = fields[0].name
            yield Group(
                name=f"{part.value}_{row}",
                label=words(lambda texts, _, row=row: f"{_bare(texts.term(section))} ({row})"),  # type: ignore[misc]  # this row
                questions=(question(fields[0]), *(question(one, head) for one in fields[1:])),
                after=fields_of(part, row - 1)[0].name if row > 1 else None,
            )

    head = [one for one in fields_of(Part.HEAD) if one.kind is FieldKind.TEXT]
    code = next(one for one in fields_of(Part.IDENTITY) if one.name == "member_code")
    return Questionnaire(
        languages=tuple(content.language for content in contents),
        title=words(lambda texts, _: texts.term("form.title")),
        intro=tuple(
            (
                words(lambda texts, _, key=key: texts.term(f"form.{key}.head")),  # type: ignore[misc]  # this key
                words(lambda texts, content, key=key: _intro(texts, content, key)),  # type: ignore[misc]  # this key
            )
            for key in ("why", "who", "keep", "feedback")
        ),
        groups=(
            Group(
                name="head",
                label=words(lambda texts, _: texts.term("form.label.organisation")),
                questions=tuple(question(one) for one in (*head, code)),
            ),
            *rows(Part.NEED, NEED_ROWS, "form.section.needs"),
            Group(
                name="site",
                label=words(lambda texts, _: _bare(texts.term("form.section.site"))),
                questions=tuple(question(one) for one in fields_of(Part.SITE)),
            ),
            *rows(Part.LINK, LINK_ROWS, "form.section.links"),
            *rows(Part.UNUSED, UNUSED_ROWS, "form.section.unused"),
            Group(
                name="more",
                label=words(lambda texts, _: texts.term("form.section.offers")),
                questions=tuple(question(one) for part in (Part.OFFER, Part.REMARKS) for one in fields_of(part)),
            ),
        ),
        yes_no=tuple((key, label(f"yes_no.{key}")) for key in ("yes", "no")),
    )


def _intro(texts: Texts, content: FormContent, key: str) -> str:
    if key == "why":
        return texts.get("form.why.text", cluster=content.cluster)
    if key == "who":
        return texts.term("form.who.text")
    day = content.keep_until if key == "keep" else content.feedback_by
    return texts.term(f"form.{key}.text_open") if day is None else texts.get(f"form.{key}.text", date=day)


def _bare(section: str) -> str:
    """Return the title of a section without its number on our form."""
    return section.lstrip("0123456789. ")
