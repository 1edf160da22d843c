"""What the needs form asks: fields, defined names, choices. The writer and the reader share this one description.

Names are part of the contract: other programs find the cells by them. The words stand in the texts
``form.label.<key>`` (questions, at most 12 words) and in the choices' own families (``consequence.stops`` …).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final

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

FORM_VERSION: Final = 2
"""Raised when a field is added or changes its meaning; a reader takes forms up to its own version."""
PLAIN_FORM_VERSION: Final = 1
"""Version of a form without lines from the last round: whoever reads version 1 understands it."""

NEED_ROWS: Final = 8
OPEN_NEED_ROWS: Final = 3
UNUSED_ROWS: Final = 3
LINK_ROWS: Final = 5
OFFER_KEYS: Final = ("interns", "trainer", "course")

MOST_PEOPLE: Final = 1_000_000
"""More people than this at one firm is a slip of the finger."""
MOST_SHORT: Final = 5_000
"""More people than this short of one skill at one site is one too, or an answer that means "does not apply"."""


class FieldKind(StrEnum):
    """How an answer is understood."""

    TEXT = "text"
    NUMBER = "number"
    CHOICE = "choice"
    YES_NO = "yes_no"
    LANGUAGE = "language"
    IDENTITY = "identity"


class Part(StrEnum):
    """Where on the form a field stands."""

    IDENTITY = "identity"
    HEAD = "head"
    NEED = "need"
    SITE = "site"
    LINK = "link"
    UNUSED = "unused"
    OFFER = "offer"
    REMARKS = "remarks"
    OFFERED = "offered"
    """A line of the offer form (`fastmap.intake.offer_definition`)."""
    TEAM = "team"
    """An item of the team self-assessment (`fastmap.intake.team_definition`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One cell of the form."""

    name: str
    """Defined name, workbook scope."""
    key: str
    """Name without the row number; its question is the text ``form.label.<key>``."""
    part: Part
    kind: FieldKind
    choice: type[StrEnum] | None = None
    row: int | None = None
    """1-based row inside its part (needs, links, unused skills, offers); ``None`` for single cells."""
    texts: str = "form"
    """Family of text keys that holds the question."""

    @property
    def most(self) -> int | None:
        """The largest number that can be meant, wherever it is told; ``None`` where no number is asked."""
        if self.kind is not FieldKind.NUMBER:
            return None
        return MOST_PEOPLE if self.part is Part.SITE else MOST_SHORT

    @property
    def label_key(self) -> str:
        """Text key of the question."""
        return f"{self.texts}.label.{self.key}"


@dataclass(frozen=True, kw_only=True, eq=False)
class FormDefinition:
    """One kind of form as its reader has to know it. Compared by identity: there is one of each kind."""

    fields: tuple[Field, ...]
    """Every cell of the form in reading order."""
    prefilled: Field
    """Marks of the lines a form was sent with; not every form has it."""
    leading: Part
    """The part whose lines the form is about."""
    below_questions: tuple[str, ...]
    """Names of cells whose question stands right above them as long as nobody moved anything."""
    beside: frozenset[str]
    """Keys of fields whose answer stands to the right of the question; all others below it."""
    titles: tuple[str, ...]
    """Text keys of what else stands on the form: titles of sections."""
    has_gapless_lines: bool
    """Whether the questions of a line stand side by side in their order, so that one tells where the next is."""

    @cached_property
    def every(self) -> tuple[Field, ...]:
        """All fields, with the marks of lines sent."""
        return (*self.fields, self.prefilled)

    @cached_property
    def by_name(self) -> Mapping[str, Field]:
        """Defined name → field."""
        return {field.name: field for field in self.every}

    @cached_property
    def names(self) -> frozenset[str]:
        """Every defined name but that of the marks."""
        return frozenset(field.name for field in self.fields)

    @cached_property
    def skills(self) -> tuple[str, ...]:
        """Names of the cells that hold a line's skill, in order."""
        return tuple(field.name for field in self.fields if field.part is self.leading and field.key == "skill")

    @cached_property
    def telling(self) -> tuple[str, ...]:
        """Names of cells of which one is enough to tell where a form stands: its first line's, or any without lines."""
        return self.skills[:1] or tuple(field.name for field in self.fields if field.part is self.leading)

    @property
    def first(self) -> str:
        """Name of the first cell of what the form is about."""
        return self.telling[0]

    def stands_in(self, places: Collection[str]) -> bool:
        """Say whether the cells found in one place are those of a form."""
        return any(name in places for name in self.telling)


CHOICE_FAMILIES: Final[dict[type[StrEnum], str]] = {
    NeedLevel: "need_level",
    Consequence: "consequence",
    Hiring: "hiring",
    HiringReason: "hiring_reason",
    Provision: "provision",
    Barrier: "barrier",
    PartnerType: "partner_type",
    TieKind: "tie_kind",
}
"""Choice → family of text keys that holds its words."""

_NEED: Final[tuple[tuple[str, FieldKind, type[StrEnum] | None], ...]] = (
    ("skill", FieldKind.TEXT, None),
    ("job", FieldKind.TEXT, None),
    ("level", FieldKind.CHOICE, NeedLevel),
    ("short_now", FieldKind.NUMBER, None),
    ("short_12m", FieldKind.NUMBER, None),
    ("short_36m", FieldKind.NUMBER, None),
    ("consequence", FieldKind.CHOICE, Consequence),
    ("hiring", FieldKind.CHOICE, Hiring),
    ("hiring_reason", FieldKind.CHOICE, HiringReason),
    ("provision", FieldKind.CHOICE, Provision),
    ("joint_people", FieldKind.NUMBER, None),
)
_LINK: Final[tuple[tuple[str, FieldKind, type[StrEnum] | None], ...]] = (
    ("name", FieldKind.TEXT, None),
    ("type", FieldKind.CHOICE, PartnerType),
    ("kind", FieldKind.CHOICE, TieKind),
)
_UNUSED: Final[tuple[tuple[str, FieldKind, type[StrEnum] | None], ...]] = (
    ("skill", FieldKind.TEXT, None),
    ("people", FieldKind.NUMBER, None),
)


def _all_fields() -> Iterator[Field]:
    for name in ("form_id", "form_version", "member_code"):
        yield Field(name=name, key=name, part=Part.IDENTITY, kind=FieldKind.IDENTITY)
    for name, kind in (
        ("organisation", FieldKind.TEXT),
        ("respondent_role", FieldKind.TEXT),
        ("language", FieldKind.LANGUAGE),
    ):
        yield Field(name=name, key=name, part=Part.HEAD, kind=kind)
    for row in range(1, NEED_ROWS + 1):
        for key, kind, choice in _NEED:
            yield Field(name=f"need_{row}_{key}", key=key, part=Part.NEED, kind=kind, choice=choice, row=row)
    yield Field(name="people_total", key="people_total", part=Part.SITE, kind=FieldKind.NUMBER)
    yield Field(name="paid_training", key="paid_training", part=Part.SITE, kind=FieldKind.YES_NO)
    yield Field(name="barrier", key="barrier", part=Part.SITE, kind=FieldKind.CHOICE, choice=Barrier)
    for name in ("consent_contact", "consent_naming"):
        yield Field(name=name, key=name, part=Part.SITE, kind=FieldKind.YES_NO)
    for row in range(1, LINK_ROWS + 1):
        for key, kind, choice in _LINK:
            yield Field(name=f"link_{row}_{key}", key=f"link_{key}", part=Part.LINK, kind=kind, choice=choice, row=row)
    for row in range(1, UNUSED_ROWS + 1):
        for key, kind, _ in _UNUSED:
            yield Field(name=f"unused_{row}_{key}", key=f"unused_{key}", part=Part.UNUSED, kind=kind, row=row)
    for offer in OFFER_KEYS:
        yield Field(name=f"offer_{offer}", key=f"offer_{offer}", part=Part.OFFER, kind=FieldKind.YES_NO)
    yield Field(name="remarks", key="remarks", part=Part.REMARKS, kind=FieldKind.TEXT)


FIELDS: Final[tuple[Field, ...]] = tuple(_all_fields())
"""Every cell of the form in reading order."""
PREFILLED: Final = Field(name="prefilled", key="prefilled", part=Part.IDENTITY, kind=FieldKind.IDENTITY)
"""Marks of the lines that came from the last round; only forms that bring such lines have it."""
EVERY_FIELD: Final = (*FIELDS, PREFILLED)
FIELD_BY_NAME: Final[dict[str, Field]] = {field.name: field for field in EVERY_FIELD}
_SECTIONS: Final = ("needs", "site", "optional", "links", "unused", "offers")
NEEDS_FORM: Final = FormDefinition(
    fields=FIELDS,
    prefilled=PREFILLED,
    leading=Part.NEED,
    below_questions=("organisation", "need_1_skill", "need_1_short_now", "people_total"),
    beside=frozenset({"form_id", "form_version", "prefilled", "offer_interns", "offer_trainer", "offer_course"}),
    titles=(*(f"form.section.{section}" for section in _SECTIONS), "form.legend_title"),
    has_gapless_lines=True,
)
"""What members fill in."""
QUESTION_NUMBERS: Final[dict[str, int]] = {
    "skill": 1,
    "job": 2,
    "level": 2,
    "short_now": 3,
    "short_12m": 4,
    "short_36m": 4,
    "consequence": 5,
    "hiring": 6,
    "hiring_reason": 7,
    "provision": 8,
    "joint_people": 9,
}
"""Key → number of the question about a need: the same on screen and on paper."""
REQUIRED_FIGURES: Final = ("short_now", "short_12m")
"""With a skill, at least one of these is asked for; a blank horizon is unknown, not a mistake."""


def fields_of(part: Part, row: int | None = None) -> tuple[Field, ...]:
    """Return the fields of ``part`` (of one of its rows, if given), in reading order."""
    return tuple(field for field in FIELDS if field.part is part and (row is None or field.row == row))
