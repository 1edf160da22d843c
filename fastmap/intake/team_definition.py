"""What the two questionnaires of the team self-assessment ask: fields and defined names, in the terms of the needs form.

Names are part of the contract, as those of the needs form are: ``item_<key>`` for the team's own people, ``pick_<key>``
for stakeholders, with the items of ``team.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final, Literal, TypeAlias

from fastmap.catalogue.reading import load_catalogue
from fastmap.intake.form_definition import Field, FieldKind, FormDefinition, Part
from fastmap.model.choices import PartnerType, TeamAnswer

Side: TypeAlias = Literal["staff", "stakeholder"]

TEAM_FORM_VERSION: Final = 1
"""Raised when a field is added or changes its meaning; a reader takes forms up to its own version."""
_TEXTS: Final = "team_form"


def item_of(name: str) -> str:
    """Return the item that a defined name is about.

    >>> item_of("pick_ai_tailoring")
    'ai_tailoring'
    """
    return name.partition("_")[2]


def _field(name: str, part: Part, kind: FieldKind, *, key: str | None = None) -> Field:
    return Field(name=name, key=key or name, part=part, kind=kind, texts=_TEXTS)


def _head(side: Side) -> Iterator[Field]:
    for name in ("form_id", "form_version"):
        yield _field(name, Part.IDENTITY, FieldKind.IDENTITY)
    yield _field("respondent", Part.HEAD, FieldKind.TEXT)
    if side == "staff":
        yield _field("manages", Part.HEAD, FieldKind.YES_NO)
        yield _field("digcomp", Part.HEAD, FieldKind.NUMBER)
    else:
        kind = _field("organisation_kind", Part.HEAD, FieldKind.CHOICE)
        yield replace(kind, choice=PartnerType)
    yield _field("language", Part.HEAD, FieldKind.LANGUAGE, key="form_language")


def _items(side: Side) -> Iterator[Field]:
    for item in load_catalogue().team.items:
        if side == "staff":
            yield Field(
                name=f"item_{item}",
                key=item,
                part=Part.TEAM,
                kind=FieldKind.CHOICE,
                choice=TeamAnswer,
                texts=_TEXTS,
            )
        else:
            yield Field(name=f"pick_{item}", key=item, part=Part.TEAM, kind=FieldKind.YES_NO, texts=_TEXTS)


def _form(side: Side) -> FormDefinition:
    fields = (
        *_head(side),
        *_items(side),
        _field("other_language_name", Part.REMARKS, FieldKind.TEXT),
        _field("remarks", Part.REMARKS, FieldKind.TEXT),
    )
    return FormDefinition(
        fields=fields,
        prefilled=_field("prefilled", Part.IDENTITY, FieldKind.IDENTITY),
        leading=Part.TEAM,
        below_questions=(),
        beside=frozenset(field.key for field in fields if field.key != "remarks"),
        titles=("team_form.head_item", "team_form.head_answer", "team_form.head_pick", "team_form.legend_title"),
        has_gapless_lines=False,
    )


TEAM_FORMS: Final[Mapping[Side, FormDefinition]] = {"staff": _form("staff"), "stakeholder": _form("stakeholder")}
"""What the team's own people fill in, and what stakeholders do."""
