"""Understanding the cells of a form, one by one: values, and every finding with its place. Raw answers stay as they came.

`form_answers` makes a member's needs of them, `offer_answers` a provider's offers.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from fastmap.intake.form_cells import FormCells, Shared
from fastmap.intake.form_definition import Field, FieldKind, Part
from fastmap.intake.form_values import raw_text, understood
from fastmap.intake.safe_reading import Value
from fastmap.model.messages import Fact, Message
from fastmap.model.responses import Problem


@dataclass(slots=True)
class CellReading:
    """The cells of one form while they are being understood."""

    cells: FormCells
    values: dict[str, Any] = field(default_factory=dict)
    rows: dict[tuple[Part, int | None], dict[str, Any]] = field(default_factory=dict)
    """Values of the parts that have rows, by key without prefix."""
    raw: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    as_sent: set[str] = field(default_factory=set)

    def read_cells(self) -> None:
        """Understand every cell that holds something."""
        for one, value in self.cells.answered():
            self._take(one, value)

    def _take(self, one: Field, value: Value) -> None:
        formula = self.cells.formula(one.name)
        if formula is False:
            self._note("formula_without_result", one, None, "left_empty")
            return
        if value == "":
            return
        found = raw_text(value)
        self.raw[one.name] = found
        shared = self.cells.shared.get(one.name)
        if shared is Shared.BESIDE:
            self._note("merged_answer", one, found, "ignored")
            return
        if shared is Shared.BELOW and one.kind is FieldKind.NUMBER:
            self._note("figure_shared", one, found, "kept_as_text")
            return
        if formula is not None:
            self._note("formula_used", one, found, "taken")
        said = understood(one, value)
        if said.value is not None:
            self._keep(one, said.value)
        if said.finding is not None:
            facts = {"found": found, **said.finding.facts}
            self._note(said.finding.code, one, str(facts.pop("found")), said.finding.done, **facts)

    def _keep(self, one: Field, value: Any) -> None:
        self.values[one.name] = value
        if one.row is not None:
            self.rows.setdefault((one.part, one.row), {})[one.key.rpartition(f"{one.part}_")[2]] = value

    def _row(self, part: Part, row: int) -> dict[str, Any]:
        return dict(self.rows.get((part, row), {}))

    def _lost_row(self, code: str, name: str) -> None:
        one = self.cells.field(name)
        self._note(code, one, None, "kept_as_text", row=one.row)

    def _repeats_above(self, row: int) -> bool:
        """Whether the skill of this line is only the merged cell of a line above, which has more answers."""
        part = self.cells.definition.skills[0].partition("_")[0]
        name = f"{part}_{row}_skill"
        return self.cells.shared.get(name) is Shared.BELOW and any(
            self.cells.places.get(f"{part}_{above}_skill") == self.cells.places[name] for above in range(1, row)
        )

    def _note(self, code: str, one: Field, found: str | None, done: str, **more: Fact) -> None:
        sheet, cell = self.cells.sheet_and_cell(one.name)
        facts: dict[str, Fact] = {"found": found, "cell": cell, "sheet": sheet, "field": one.name, **more}
        self.problems.append(
            Problem(
                code=code,
                sheet=sheet,
                cell=cell,
                field=one.name,
                found=found,
                done=done,
                facts=Message(f"problem.{code}", facts),
            )
        )
