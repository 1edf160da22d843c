"""Where on the sheet everything stands: columns, rows and the cell of every defined name.

Page 1 fills one screen of 1366 × 768 at 100 % (about 1,300 × 480 pixels) and holds all that is asked of everybody.
Page 2 holds what is optional and, for the printed form, the words of the lists.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fastmap.intake.form_definition import LINK_ROWS, NEED_ROWS, OFFER_KEYS, OPEN_NEED_ROWS, UNUSED_ROWS

COLUMN_WIDTHS: Final[dict[str, float]] = {
    "A": 1.5,
    "B": 3.5,
    "C": 30,
    "D": 20,
    "E": 11,
    "F": 11,
    "G": 11,
    "H": 11,
    "I": 14,
    "J": 16,
    "K": 18,
    "L": 18,
    "M": 14,
    "N": 1.5,
}
"""In characters, as spreadsheets count: together about 1,310 pixels."""
FIRST, LAST = "B", "M"

SECTION_LETTERS: Final = {"needs": "A", "site": "B", "optional": "C"}
"""Numbers belong to the questions."""

META_ROW: Final = 1
TITLE_ROW: Final = 2
FACT_HEAD_ROW: Final = 3
FACT_ROW: Final = 4
HEAD_LABEL_ROW: Final = 5
HEAD_ROW: Final = 6
NEEDS_SECTION_ROW: Final = 7
QUESTION_ROW: Final = 8
FIRST_NEED_ROW: Final = 9
SITE_SECTION_ROW: Final = FIRST_NEED_ROW + NEED_ROWS
SITE_LABEL_ROW: Final = SITE_SECTION_ROW + 1
SITE_ROW: Final = SITE_SECTION_ROW + 2
GAP_ROW: Final = SITE_ROW + 1
THANKS_ROW: Final = SITE_ROW + 2
"""Last row of page 1."""
OPTIONAL_ROW: Final = THANKS_ROW + 1
OPTIONAL_HEAD_ROW: Final = OPTIONAL_ROW + 1
OPTIONAL_LABEL_ROW: Final = OPTIONAL_ROW + 2
FIRST_LINK_ROW: Final = OPTIONAL_ROW + 3
OFFER_HEAD_ROW: Final = FIRST_LINK_ROW + UNUSED_ROWS + 1
REMARKS_LABEL_ROW: Final = FIRST_LINK_ROW + UNUSED_ROWS + 2 + len(OFFER_KEYS)
REMARKS_ROW: Final = REMARKS_LABEL_ROW + 1
LEGEND_ROW: Final = REMARKS_ROW + 2
LEGEND_LINES: Final = 8
PARTNER_TYPES_LINE: Final = 7
LAST_ROW: Final = LEGEND_ROW + LEGEND_LINES

OPEN_NEED_HEIGHT: Final = 24.5
"""Room for two lines of text."""
ROW_HEIGHTS: Final[dict[int, float]] = {
    TITLE_ROW: 24,
    FACT_HEAD_ROW: 16,
    FACT_ROW: 29,
    HEAD_LABEL_ROW: 13,
    HEAD_ROW: 18,
    NEEDS_SECTION_ROW: 18,
    QUESTION_ROW: 52,
    **{FIRST_NEED_ROW + i: OPEN_NEED_HEIGHT if i < OPEN_NEED_ROWS else 13 for i in range(NEED_ROWS)},
    SITE_SECTION_ROW: 16,
    SITE_LABEL_ROW: 14,
    SITE_ROW: 18,
    GAP_ROW: 3,
    THANKS_ROW: 18,
    OPTIONAL_ROW: 30,
    OPTIONAL_HEAD_ROW: 20,
    OPTIONAL_LABEL_ROW: 26,
    **{FIRST_LINK_ROW + i: 26 for i in range(LINK_ROWS + 3)},
    REMARKS_LABEL_ROW: 20,
    REMARKS_ROW: 60,
    REMARKS_ROW + 1: 12,
    LEGEND_ROW: 20,
    **{LEGEND_ROW + 1 + i: 15 for i in range(LEGEND_LINES)},
    LEGEND_ROW + PARTNER_TYPES_LINE: 40,
}
"""In points. Page 1 adds up to about 378 points = 500 pixels."""

NEED_COLUMNS: Final[dict[str, str]] = {
    "skill": "C",
    "job": "D",
    "level": "E",
    "short_now": "F",
    "short_12m": "G",
    "short_36m": "H",
    "consequence": "I",
    "hiring": "J",
    "hiring_reason": "K",
    "provision": "L",
    "joint_people": "M",
}


@dataclass(frozen=True, slots=True)
class Place:
    """One answer: its anchor cell and, where merged, the last column of the merged cells."""

    column: str
    row: int
    last_column: str | None = None

    @property
    def anchor(self) -> str:
        """Cell name of the anchor, for example ``C9``."""
        return f"{self.column}{self.row}"

    @property
    def span(self) -> str:
        """The whole range of the answer."""
        return f"{self.anchor}:{self.last_column or self.column}{self.row}"


def _single_places() -> dict[str, Place]:
    return {
        "form_id": Place("D", META_ROW),
        "form_version": Place("F", META_ROW),
        "prefilled": Place("H", META_ROW),
        "member_code": Place("K", HEAD_ROW),
        "organisation": Place("B", HEAD_ROW, "D"),
        "respondent_role": Place("E", HEAD_ROW, "H"),
        "language": Place("I", HEAD_ROW, "J"),
        "people_total": Place("B", SITE_ROW, "C"),
        "paid_training": Place("D", SITE_ROW, "E"),
        "barrier": Place("F", SITE_ROW, "I"),
        "consent_contact": Place("J", SITE_ROW, "K"),
        "consent_naming": Place("L", SITE_ROW, "M"),
        "remarks": Place("B", REMARKS_ROW, "M"),
    }


def _all_places() -> dict[str, Place]:
    places = _single_places()
    for i in range(NEED_ROWS):
        for key, column in NEED_COLUMNS.items():
            places[f"need_{i + 1}_{key}"] = Place(column, FIRST_NEED_ROW + i)
    for i in range(LINK_ROWS):
        row = FIRST_LINK_ROW + i
        places[f"link_{i + 1}_name"] = Place("C", row)
        places[f"link_{i + 1}_type"] = Place("D", row, "E")
        places[f"link_{i + 1}_kind"] = Place("F", row, "H")
    for i in range(UNUSED_ROWS):
        places[f"unused_{i + 1}_skill"] = Place("J", FIRST_LINK_ROW + i, "L")
        places[f"unused_{i + 1}_people"] = Place("M", FIRST_LINK_ROW + i)
    for i, offer in enumerate(OFFER_KEYS):
        places[f"offer_{offer}"] = Place("M", OFFER_HEAD_ROW + 1 + i)
    return places


PLACES: Final[dict[str, Place]] = _all_places()
"""Defined name → place."""
