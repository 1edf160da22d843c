"""Mappings that this computer remembers by the headers they were made for, and how one becomes a plan again."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from fastmap.errors import FastmapError
from fastmap.intake.safe_reading import Reading, SheetCells
from fastmap.intake.survey_columns import SurveyColumns, find_columns, headers_of
from fastmap.intake.survey_mapping import FieldColumn, SurveyMapping
from fastmap.intake.survey_mapping_reading import load_mapping
from fastmap.intake.survey_mapping_writing import mapping_as_toml
from fastmap.intake.survey_plan import RATINGS, ColumnPlan, Role, SurveyPlan
from fastmap.intake.survey_table import SurveyTable, likely_headers
from fastmap.model.normalise import text_key

_LETTERS: Final = 32


def fingerprint(sheet: SheetCells) -> str:
    """Return what tells a survey's headers from those of every other, whatever answers stand below them."""
    rows, _ = likely_headers(sheet)
    keys = [text_key(header) for header in headers_of(sheet, [row - 1 for row in rows])]
    return hashlib.sha256("\n".join(keys).encode()).hexdigest()[:_LETTERS]


def remember(folder: Path, mark: str, mapping: SurveyMapping) -> None:
    """Keep ``mapping`` for the headers of ``mark``; trouble with the disk costs only the memory."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        beside = folder / f".{mark}.{os.getpid()}"
        beside.write_text(mapping_as_toml(mapping), encoding="utf-8")
        beside.replace(folder / f"{mark}.toml")
    except OSError:
        return


def recall(folder: Path, mark: str) -> SurveyMapping | None:
    """Return the mapping kept for ``mark``; ``None`` where there is none that can be used."""
    try:
        return load_mapping(folder / f"{mark}.toml")
    except FastmapError:
        return None


def plan_from(mapping: SurveyMapping, table: SurveyTable) -> SurveyPlan | None:
    """Return the plan that a mapping means for ``table``; ``None`` if a column it names is not there."""
    try:
        columns = find_columns(Reading(kind="", sheets=(table.sheet,)), replace(mapping, sheet=None), "")
    except FastmapError:
        return None
    plans = {plan.number: plan for plan in _plans(mapping, columns)}
    facts = {one.number: one for one in table.columns}
    return SurveyPlan(
        name=mapping.name,
        sheet=table.sheet.name or None,
        header_rows=table.header_rows,
        first_row=table.first_row,
        encoding=mapping.encoding,
        delimiter=mapping.delimiter,
        decimal=mapping.decimal,
        languages=mapping.languages,
        language_values=mapping.language_values,
        ignore=tuple(sorted(mapping.ignore)),
        columns=tuple(
            _in_own_words(plans[number], one.counts)
            if number in plans
            else ColumnPlan(number=number, header=one.header)
            for number, one in facts.items()
        ),
    )


def _plans(mapping: SurveyMapping, columns: SurveyColumns) -> Iterable[ColumnPlan]:
    def plan(column: str, role: Role, **details: Any) -> ColumnPlan:
        number = columns.by_name[column]
        return ColumnPlan(number=number, header=columns.headers[number], role=role, **details)

    def fields(found: Mapping[str, FieldColumn], prefix: str = "", beside: int | None = None) -> Iterable[ColumnPlan]:
        for name, one in found.items():
            yield plan(one.column, Role(f"{prefix}{name}"), values=one.values, beside=beside)

    for column, role in (
        (mapping.language_column, Role.LANGUAGE),
        (mapping.received_column, Role.RECEIVED),
        (mapping.id_column, Role.RESPONDENT_ID),
        (mapping.code_column, Role.MEMBER_CODE),
        (mapping.name_column, Role.MEMBER_NAME),
    ):
        if column is not None:
            yield plan(column, role)
    yield from fields(mapping.fields)
    for skill in mapping.skills:
        is_need = skill.meaning == "need"
        role = Role.SKILL if is_need else Role.UNUSED
        yield plan(skill.column, role, split=skill.split, values=skill.values)
        yield from fields(skill.fields, "" if is_need else "unused_", columns.by_name[skill.column])
    for link in mapping.links:
        yield plan(link.column, Role.LINK_NAME)
        yield from fields(link.fields, "link_", columns.by_name[link.column])
    firsts: dict[int, int] = {}
    for group, number, skill_text in columns.rated:
        first = firsts.setdefault(id(group), number)
        yield ColumnPlan(
            number=number,
            header=columns.headers[number],
            role=Role.RATED if group.meaning == "need" else Role.RATED_UNUSED,
            skill=skill_text,
            counted=tuple(sorted(group.values)),
            group=first,
        )


def _in_own_words(plan: ColumnPlan, counts: Mapping[str, int]) -> ColumnPlan:
    """Return a plan whose answers are written as they stand in the cells, where they do."""
    standing = {text_key(answer) or answer.strip(): answer for answer in counts}
    return replace(
        plan,
        values={standing.get(key, key): meant for key, meant in plan.values.items()},
        counted=tuple(standing.get(key, key) for key in plan.counted) if plan.role in RATINGS else (),
    )
