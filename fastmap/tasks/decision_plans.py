"""What a person types on the card of a decision, and what it means."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from fastmap.intake.table_values import understand_amount, understand_day
from fastmap.model.normalise import clean_text
from fastmap.model.planning import DecisionPlan
from fastmap.tasks.typed import NotUnderstoodError

_MOST_LETTERS: Final = 120


def plan_with(plan: DecisionPlan, field: str, typed: str) -> DecisionPlan:
    """Return ``plan`` with one of the fields ``owner``, ``due``, ``days`` and ``money`` as typed; a blank makes it unknown. Raises `NotUnderstoodError`."""
    text = one_line(typed)
    match field:
        case "owner":
            return replace(plan, owner=text or None)
        case "due":
            return replace(plan, due=day_from(text))
        case "days":
            return replace(plan, days=figure_from(text))
        case "money":
            return replace(plan, money=figure_from(text))
    raise KeyError(field)


def one_line(typed: str) -> str:
    """Return a text on one line, without what no screen can show, at most 120 letters."""
    return " ".join(clean_text(typed).split())[:_MOST_LETTERS]


def day_from(text: str, *, last: bool = True) -> date | None:
    """Return the day typed, of a month alone its last or first one; ``None`` for a blank. Raises `NotUnderstoodError`."""
    day = understand_day(text, last=last) if text else None
    if text and day is None:
        raise NotUnderstoodError
    return day


def figure_from(text: str) -> float | None:
    """Return the figure ≥ 0 typed; ``None`` for a blank. Raises `NotUnderstoodError`."""
    figure = understand_amount(text) if text else None
    if text and figure is None:
        raise NotUnderstoodError
    return figure
