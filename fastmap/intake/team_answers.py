"""Understanding one questionnaire of the team self-assessment, item by item; every finding names its cell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from fastmap.intake.form_cells import FormCells
from fastmap.intake.form_definition import Field, FieldKind, Part
from fastmap.intake.form_reading import CellReading
from fastmap.intake.form_values import raw_text
from fastmap.intake.safe_reading import Value
from fastmap.intake.team_definition import TEAM_FORMS, Side, item_of
from fastmap.intake.words import words_of, yes_no_words
from fastmap.model.choices import TeamAnswer
from fastmap.model.responses import Problem
from fastmap.model.team import HIGHEST_LEVEL, nearest_to_training

_IDENTITY: Final = ("form_id", "form_version")
_SENT_OUT: Final = frozenset({*_IDENTITY, "language"})
_TWO_MARKS: Final = re.compile(r"[;/+&,|\n]")
_RANKS: Final = frozenset("12345")
"""Stakeholders may number what they choose: it says that they chose it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamAnswers:
    """The understood answers of one questionnaire."""

    side: Side
    identity: dict[str, str]
    values: dict[str, Any]
    """Single fields that were answered and understood, by name."""
    answers: Mapping[str, TeamAnswer]
    picks: tuple[str, ...]
    twice: tuple[str, ...]
    raw: dict[str, str]
    problems: tuple[Problem, ...]
    sheet: str

    @property
    def is_blank(self) -> bool:
        """Whether nothing was answered beyond what a form is sent out with."""
        return not (self.raw.keys() - _SENT_OUT)


def understand_team(cells: FormCells) -> TeamAnswers:
    """Return the answers of a questionnaire and all findings, cell by cell."""
    return _Understanding(cells).answers()


class _Understanding(CellReading):
    def __init__(self, cells: FormCells) -> None:
        super().__init__(cells)
        self.twice: list[str] = []

    def answers(self) -> TeamAnswers:
        self.read_cells()
        items = {item_of(name): value for name, value in self.values.items() if self._is_item(name)}
        is_staff = self.cells.definition is TEAM_FORMS["staff"]
        return TeamAnswers(
            side="staff" if is_staff else "stakeholder",
            identity={name: self.raw[name].strip() for name in _IDENTITY if name in self.raw},
            values=self.values,
            answers=items if is_staff else {},
            picks=() if is_staff else tuple(item for item, chosen in items.items() if chosen),
            twice=tuple(self.twice),
            raw=self.raw,
            problems=tuple(self.problems),
            sheet=self.cells.sheet,
        )

    def _is_item(self, name: str) -> bool:
        return self.cells.field(name).part is Part.TEAM

    def _take(self, one: Field, value: Value) -> None:
        found = raw_text(value).strip()
        if one.part is Part.TEAM and self.cells.formula(one.name) is None and found:
            several = self._several(found) if one.kind is FieldKind.CHOICE else ()
            if len(several) > 1:
                self.raw[one.name] = found
                self.twice.append(one.key)
                meant = nearest_to_training(several)
                self._keep(one, meant)
                self._note("team_item_twice", one, found, "corrected")
                return
            chosen = _chosen(found) if one.kind is FieldKind.YES_NO else None
            if chosen is not None:  # a cross is a plain answer here: nothing was corrected
                self.raw[one.name] = found
                self._keep(one, chosen)
                return
        super()._take(one, value)
        level = self.values.get("digcomp") if one.name == "digcomp" else None
        if level is not None and not 1 <= level <= HIGHEST_LEVEL:
            del self.values["digcomp"]
            self._note("digcomp_unclear", one, found, "kept_as_text")

    def _several(self, found: str) -> tuple[TeamAnswer, ...]:
        """Return the different answers that stand in one cell, if every part of it is one."""
        parts = [part for part in _TWO_MARKS.split(found) if part.strip()]
        meant = [words_of(TeamAnswer).understand(part) for part in parts]
        if any(one is None for one in meant):
            return ()
        return tuple(dict.fromkeys(TeamAnswer(one.value) for one in meant if one is not None))


def _chosen(found: str) -> bool | None:
    """Return whether a mark says that the item was chosen; ``None`` for a text that says neither."""
    if found in _RANKS:
        return True
    meant = yes_no_words().understand(found)
    return None if meant is None else meant.value
