"""What the PDF shows of long lists and of decision cards; the workbook holds all of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from fastmap.report.blocks import CardLine, DecisionCard
from fastmap.report.context import ReportContext

_NAMES_SHOWN: Final = 2
ON_CARDS: Final[Mapping[str, int]] = MappingProxyType(
    {
        "why": 2,
        "if_not": 1,
        "kpi": 0,
        "needs": 0,
        "partners": 0,
        "prerequisites": 0,
        "who_pays": 1,
        "unknown": 1,
        "practice": 0,
        "order": 0,
    }
)
"""Part of a card → how many of its lines the chapter on decisions shows; parts that are not named here are whole."""
ON_PAPER: Final[Mapping[str, int]] = MappingProxyType({"why": 1, "first_step": 1, "who": 1, "cost": 1, "answer": 1})
"""The same of a board paper, which shows no other part: it refers to the cards."""


def first_names(context: ReportContext, names: Iterable[str]) -> str | None:
    """Return the first names of a list and how many more there are; ``None`` for nobody."""
    found = list(dict.fromkeys(names))
    if not found:
        return None
    rest = len(found) - _NAMES_SHOWN
    if rest <= 1:  # the last name takes no more room than the words that would stand for it
        return context.list_words(found)
    return context.say("shortened.names", names=", ".join(found[:_NAMES_SHOWN]), count=rest)


def brief(card: DecisionCard) -> DecisionCard:
    """Return the card as the chapter on decisions prints it."""
    return replace(card, lines=tuple(_limited(line, ON_CARDS.get(line.key)) for line in card.lines))


def briefest(card: DecisionCard) -> DecisionCard:
    """Return the card as a board paper prints it."""
    return replace(card, lines=tuple(_limited(line, ON_PAPER.get(line.key, 0)) for line in card.lines))


def _limited(line: CardLine, most: int | None) -> CardLine:
    return replace(line, pdf_lines=most)
