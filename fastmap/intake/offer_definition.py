"""What the offer form asks a provider: fields and defined names, in the same terms as the needs form.

Names are part of the contract, as those of the needs form are. Each line is about one skill: the first ones are those that
firms ask for, with the figures beside them; the free ones below are for whatever else the provider can offer.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Final

from fastmap.intake.form_definition import Field, FieldKind, FormDefinition, Part
from fastmap.model.choices import Fit, OfferForm

OFFER_FORM_VERSION: Final = 1
"""Raised when a field is added or changes its meaning; a reader takes forms up to its own version."""
OFFER_ROWS: Final = 12
FREE_ROWS: Final = 3
"""Lines that are always left free at the end."""
ASKED_ROWS: Final = OFFER_ROWS - FREE_ROWS
_TEXTS: Final = "demand"

_LINE: Final[tuple[tuple[str, FieldKind, type[StrEnum] | None], ...]] = (
    ("skill", FieldKind.TEXT, None),
    ("form", FieldKind.CHOICE, OfferForm),
    ("places", FieldKind.NUMBER, None),
    ("fit", FieldKind.CHOICE, Fit),
    ("cost", FieldKind.TEXT, None),
    ("funding", FieldKind.YES_NO, None),
    ("language", FieldKind.LANGUAGE, None),
    ("mode", FieldKind.TEXT, None),
    ("evidence", FieldKind.TEXT, None),
)


def _all_fields() -> Iterator[Field]:
    for name in ("form_id", "form_version", "partner_id"):
        yield Field(name=name, key=name, part=Part.IDENTITY, kind=FieldKind.IDENTITY, texts=_TEXTS)
    for name, kind in (
        ("organisation", FieldKind.TEXT),
        ("respondent_role", FieldKind.TEXT),
        ("language", FieldKind.LANGUAGE),
    ):
        yield Field(name=name, key=f"form_{name}", part=Part.HEAD, kind=kind, texts=_TEXTS)
    for row in range(1, OFFER_ROWS + 1):
        for key, kind, choice in _LINE:
            yield Field(
                name=f"offer_{row}_{key}",
                key=key,
                part=Part.OFFERED,
                kind=kind,
                choice=choice,
                row=row,
                texts=_TEXTS,
            )
    yield Field(name="remarks", key="remarks", part=Part.REMARKS, kind=FieldKind.TEXT, texts=_TEXTS)


OFFER_FORM: Final = FormDefinition(
    fields=tuple(_all_fields()),
    prefilled=Field(name="prefilled", key="prefilled", part=Part.IDENTITY, kind=FieldKind.IDENTITY, texts=_TEXTS),
    leading=Part.OFFERED,
    below_questions=("organisation", "offer_1_skill", "offer_1_places"),
    beside=frozenset({"form_id", "form_version", "partner_id", "prefilled"}),
    titles=("demand.section.skills", "demand.section.offers", "demand.legend_title"),
    has_gapless_lines=False,
)
"""What providers fill in."""
