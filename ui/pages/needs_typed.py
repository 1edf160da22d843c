"""What typed answers stand for: closed choices and numbers of people, as a form would understand them."""

from __future__ import annotations

from typing import Any

_FIGURES = {
    "now": "need_1_short_now",
    "later": "need_1_short_12m",
    "far": "need_1_short_36m",
    "joint": "need_1_joint_people",
    "people": "people_total",
}
"""What the screen calls a figure → its field on the form, which says how large it may be."""


def choice(column: str, value: Any) -> Any:
    """Return the value of a closed choice, which a combo box hands over as plain text; ``None``: not said."""
    from fastmap.model.choices import Consequence, Hiring, Provision

    families: dict[str, Any] = {"consequence": Consequence, "hiring": Hiring, "provision": Provision}
    return families[column](value) if value else None


def figure(key: str, typed: str) -> tuple[int | None, bool]:
    """Return the people that ``typed`` stands for as the figure ``key`` (blank: not known), and whether it is clear."""
    from fastmap.intake.form_definition import FIELD_BY_NAME
    from fastmap.intake.form_values import understood

    said = understood(FIELD_BY_NAME[_FIGURES[key]], typed)
    is_blank = said.finding is None or said.finding.code == "number_unknown"
    return said.value, said.value is not None or is_blank


def is_whole(typed: str) -> bool:
    """Say whether ``typed`` is a whole number: one that is not clear is too large."""
    return "".join(typed.split()).isdecimal()
