"""Understanding the answers of one form: values, and every finding with its place. Raw answers are kept as they came."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from fastmap.intake.form_cells import FormCells, Shared
from fastmap.intake.form_definition import (
    LINK_ROWS,
    OFFER_KEYS,
    PREFILLED,
    REQUIRED_FIGURES,
    UNUSED_ROWS,
    Field,
    FieldKind,
    Part,
    fields_of,
)
from fastmap.intake.form_prefilled import SentLines
from fastmap.intake.form_values import raw_text, understood
from fastmap.intake.safe_reading import Value
from fastmap.model.choices import Hiring
from fastmap.model.messages import Fact, Message
from fastmap.model.responses import NamedLink, Need, Problem, UnusedSkill

NOTES: Final = frozenset(
    {
        "number_corrected",
        "number_unknown",
        "choice_corrected",
        "text_cleaned",
        "formula_used",
        "reason_without_hire",
        "placeholder_ignored",
        "form_empty",
        "need_from_last_round",
        "macros_ignored",
        "member_by_name",
        "names_astray",
        "read_as",
    }
)
"""Findings that lose nothing: a form with these alone is accepted; any other makes it partial."""

_FAILED_HIRE: Final = frozenset({Hiring.HARD, Hiring.NOT_FILLED})


@dataclass(frozen=True, slots=True, kw_only=True)
class FormAnswers:
    """The understood answers of one form."""

    identity: dict[str, str]
    """``form_id form_version member_code`` as far as filled."""
    values: dict[str, Any]
    """Single fields that were answered and understood, by name."""
    needs: tuple[Need, ...]
    unused: tuple[UnusedSkill, ...]
    links: tuple[NamedLink, ...]
    offers: tuple[str, ...]
    raw: dict[str, str]
    problems: tuple[Problem, ...]
    sheet: str
    """Name of the sheet on which the needs stand."""
    as_sent: frozenset[str] = frozenset()
    """Names of the fields on lines of the last round that nobody touched."""

    @property
    def is_blank(self) -> bool:
        """Whether nothing was answered beyond what a form is sent out with."""
        sent_out = {"form_id", "form_version", "prefilled", "member_code", "organisation", "language"}
        return not (self.raw.keys() - sent_out - self.as_sent)


def understand_form(cells: FormCells) -> FormAnswers:
    """Return the answers of the form and all findings, cell by cell."""
    return _Understanding(cells).answers()


@dataclass(slots=True)
class _Understanding:
    cells: FormCells
    values: dict[str, Any] = field(default_factory=dict)
    rows: dict[tuple[Part, int | None], dict[str, Any]] = field(default_factory=dict)
    """Values of the parts that have rows, by key without prefix."""
    raw: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    as_sent: set[str] = field(default_factory=set)

    def answers(self) -> FormAnswers:
        for one, value in self.cells.answered():
            self._take(one, value)
        needs = tuple(self._needs())
        return FormAnswers(
            identity={
                name: self.raw[name].strip() for name in ("form_id", "form_version", "member_code") if name in self.raw
            },
            values=self.values,
            needs=needs,
            unused=tuple(self._unused()),
            links=tuple(self._links()),
            offers=tuple(key for key in OFFER_KEYS if self.values.get(f"offer_{key}")),
            raw=self.raw,
            problems=tuple(self.problems),
            sheet=self.cells.sheet,
            as_sent=frozenset(self.as_sent),
        )

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

    def _needs(self) -> Iterator[Need]:
        sent = SentLines.read(self.raw.get(PREFILLED.name, ""))
        for row in sorted(row for part, row in self.rows if part is Part.NEED and row is not None):
            found = self._row(Part.NEED, row)
            cells = {name for name in self.raw if name.startswith(f"need_{row}_")} if sent.whole else set()
            if sent.has(found, {self.cells.field(name).key for name in cells}):
                self.as_sent |= cells
                first = next(one for one in fields_of(Part.NEED, row) if one.name in cells)
                self._note("need_from_last_round", first, self.raw[first.name], "ignored", row=row)
                continue
            if found.keys() == {"skill"} and self._repeats_above(row):
                continue
            if "skill" not in found:
                if found:
                    self._lost_row("need_without_skill", f"need_{row}_skill")
                continue
            reasons = found.pop("hiring_reason", ())
            if reasons and found.get("hiring") not in _FAILED_HIRE:
                name = f"need_{row}_hiring_reason"
                self._note("reason_without_hire", self.cells.field(name), self.raw[name], "ignored")
            if not any(key in found or self._explained(f"need_{row}_{key}") for key in REQUIRED_FIGURES):
                self._note("figure_missing", self.cells.field(f"need_{row}_short_now"), None, "need_taken", row=row)
            yield Need(row=row, skill_text=found.pop("skill"), hiring_reasons=reasons, **found)

    def _unused(self) -> Iterator[UnusedSkill]:
        for row in range(1, UNUSED_ROWS + 1):
            found = self._row(Part.UNUSED, row)
            if "skill" in found:
                yield UnusedSkill(skill_text=found["skill"], people=found.get("people"))
            elif found:
                self._lost_row("unused_without_skill", f"unused_{row}_skill")

    def _links(self) -> Iterator[NamedLink]:
        for row in range(1, LINK_ROWS + 1):
            found = self._row(Part.LINK, row)
            if "name" in found:
                yield NamedLink(**found)
            elif found:
                self._lost_row("link_without_name", f"link_{row}_name")

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
        name = f"need_{row}_skill"
        return self.cells.shared.get(name) is Shared.BELOW and any(
            self.cells.places.get(f"need_{above}_skill") == self.cells.places[name] for above in range(1, row)
        )

    def _explained(self, name: str) -> bool:
        """Whether a figure that is missing has a finding of its own already."""
        return any(problem.field == name for problem in self.problems)

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
