"""Where on the offer form everything stands: columns, rows and the cell of every defined name. One landscape page."""

from __future__ import annotations

from typing import Final

from exports.forms_layout import Place
from fastmap.intake.offer_definition import OFFER_ROWS

COLUMN_WIDTHS: Final[dict[str, float]] = {
    "A": 1.5,
    "B": 3.5,
    "C": 29,
    "D": 12,
    "E": 12,
    "F": 14,
    "G": 13,
    "H": 17,
    "I": 9,
    "J": 11,
    "K": 14,
    "L": 11,
    "M": 12,
    "N": 15,
    "O": 26,
    "P": 1.5,
}
"""In characters, as spreadsheets count."""
DEMAND_COLUMNS: Final[dict[str, str]] = {"short_now": "D", "short_12m": "E", "joint": "F", "level": "G"}
"""Figures of the demand: read by people only."""
OFFER_COLUMNS: Final[dict[str, str]] = {
    "skill": "C",
    "form": "H",
    "places": "I",
    "fit": "J",
    "cost": "K",
    "funding": "L",
    "language": "M",
    "mode": "N",
    "evidence": "O",
}
FIRST, LAST = "B", "O"

META_ROW: Final = 1
TITLE_ROW: Final = 2
FACT_HEAD_ROW: Final = 3
FACT_ROW: Final = 4
HEAD_LABEL_ROW: Final = 5
HEAD_ROW: Final = 6
SECTION_ROW: Final = 7
QUESTION_ROW: Final = 8
FIRST_LINE_ROW: Final = 9
NOTE_ROW: Final = FIRST_LINE_ROW + OFFER_ROWS
REMARKS_LABEL_ROW: Final = NOTE_ROW + 1
REMARKS_ROW: Final = NOTE_ROW + 2
THANKS_ROW: Final = NOTE_ROW + 3
LEGEND_ROW: Final = NOTE_ROW + 5
LEGEND_LINES: Final = 2
LAST_ROW: Final = LEGEND_ROW + LEGEND_LINES

ROW_HEIGHTS: Final[dict[int, float]] = {
    TITLE_ROW: 26,
    FACT_HEAD_ROW: 16,
    FACT_ROW: 42,
    HEAD_LABEL_ROW: 14,
    HEAD_ROW: 19,
    SECTION_ROW: 21,
    QUESTION_ROW: 52,
    **{FIRST_LINE_ROW + line: 25 for line in range(OFFER_ROWS)},
    NOTE_ROW: 15,
    REMARKS_LABEL_ROW: 14,
    REMARKS_ROW: 34,
    THANKS_ROW: 19,
    THANKS_ROW + 1: 8,
    LEGEND_ROW: 18,
    **{LEGEND_ROW + 1 + line: 15 for line in range(LEGEND_LINES)},
}
"""In points."""
FACT_SPANS: Final = {"why": "B:E", "ask": "F:I", "figures": "J:M", "use": "N:O"}


def _all_places() -> dict[str, Place]:
    places = {
        "form_id": Place("D", META_ROW),
        "form_version": Place("F", META_ROW),
        "partner_id": Place("H", META_ROW),
        "prefilled": Place("J", META_ROW),
        "organisation": Place("B", HEAD_ROW, "E"),
        "respondent_role": Place("F", HEAD_ROW, "I"),
        "language": Place("J", HEAD_ROW, "L"),
        "remarks": Place("B", REMARKS_ROW, "O"),
    }
    for line in range(OFFER_ROWS):
        for key, column in OFFER_COLUMNS.items():
            places[f"offer_{line + 1}_{key}"] = Place(column, FIRST_LINE_ROW + line)
    return places


PLACES: Final[dict[str, Place]] = _all_places()
"""Defined name → place."""
