"""Decisions about texts as a table that sister clusters can take over: one row per text and skill."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from exports.plain import one_line
from exports.saving import save_bytes
from exports.tables import csv_bytes
from fastmap.model.remembered import RememberedText

HEADER = ("text", "language", "decision", "part", "uri", "label", "kind", "how")


def write_decisions(decisions: Iterable[RememberedText], target: Path) -> int:
    """Write ``target`` (.csv) and return how many texts it holds. No firm is named in it.

    Raises `FastmapError` as `exports.saving` does.
    """
    every = tuple(decisions)
    save_bytes(target, csv_bytes(HEADER, (row for text in every for row in _rows(text))))
    return len(every)


def _rows(text: RememberedText) -> Iterable[tuple[str, ...]]:
    words, how = one_line(text.text), text.how.value
    if not text.parts:
        yield words, text.language, "set_aside", "", "", "", "", how
    decision = "split" if len(text.parts) > 1 else "place"
    for part in text.parts:
        skill = part.skill
        kind = skill.kind.value if skill.kind is not None else ""
        label = one_line(skill.label(text.language))
        yield words, text.language, decision, one_line(part.text), skill.uri, label, kind, how
