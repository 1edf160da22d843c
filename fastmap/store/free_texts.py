"""Which fields hold what people wrote: the only places in which names are looked for, and from which they are taken.

Everything else in a file are choices, ids, keys of the catalogue and names of fields. A surname may be the same word as
one of them – "Kind", "Answered" – and without it the file could not be read any more. So each field that holds free text
is declared here; a test holds every new column to a choice.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any, Final, TypeAlias

from fastmap.store.codec import Row, to_json

_Path: TypeAlias = tuple[str, ...]
_EACH = "*"
"""Each item of a list, or each value of an object."""
_TITLES = "@"
"""Each key of an object, or the text itself, unless it is a name of ours: what somebody called a sheet or a column."""
_OURS = re.compile(r"[a-z0-9_]*")
_FACTS = "**"
"""The facts of a message."""
_RECEIVED = (
    "remarks raw.* raw.@ source_name problems.*.sheet problems.*.field.@ problems.*.found problems.*.facts.facts.**"
)

_DECLARED: Final = {
    "info": "title round_label previous_file",
    "cluster": "name",
    "partners": "name",
    "partner_contacts": "contact",
    "members": "name activity",
    "contacts": "name email consent_basis",
    "registrations": "registration_number sme_basis",
    "responses": f"respondent_role unused.*.skill_text links.*.name {_RECEIVED}",
    "needs": "skill_text job",
    "attachments": "name",
    "skills": "labels.* group_labels.* strategic_reason",
    "mappings": "text_key decided_by",
    "splits": "text_key parts.*.text decided_by",
    "set_aside": "text_key decided_by",
    "offers": "cost mode evidence",
    "ties": "",
    "commitments": "what who evidence",
    "named_organisations": "name_key name",
    "provider_replies": "organisation respondent_role offers.*.skill_text offers.*.cost offers.*.mode"
    f" offers.*.evidence {_RECEIVED}",
    "actions": "title owner funding note",
    "action_evidence": "evidence.*",
    "own_practices": "name what place source",
    "kpi_entries": "period others.* evidence note",
    "kpi_goals": "",
    "own_kpis": "name",
    "overrides": "reason",
    "second_sources": "source note",
    "indicator_answers": "note",
    "indicator_targets": "",
    "checklist_answers": "evidence",
    "decisions": "reason",
    "decision_plans": "owner",
    "action_plans": "milestones.*.title",
    "team_capacity": "",
    "grant_facts": "funder call agreement project work_package deliverable disclaimer",
    "logo": "alternative",
    "priority_weights": "",
    "privacy_choice": "",
    "cleared_texts": "",
    "team_questionnaires": f"respondent other_language {_RECEIVED}",
    "team_profile": "",
    "workshops": "place agenda.*.title agenda.*.notes agenda.*.decisions",
    "ballots": "words.*",
    "ballot_papers": "",
    "earlier_round": "file cluster round_label members.*.name members.*.needs.*.texts.*.key skills.*.labels.*"
    " actions.*.title",
    "edits": "",
    "events": "facts.**",
}
"""Table → its fields of free text. A point leads into the JSON of a column."""


def _by_column(declared: str) -> dict[str, tuple[_Path, ...]]:
    columns: dict[str, tuple[_Path, ...]] = {}
    for field in declared.split():
        column, *path = field.split(".")
        columns[column] = (*columns.get(column, ()), tuple(path))
    return columns


FREE_TEXTS: Final = {table: _by_column(declared) for table, declared in _DECLARED.items()}
"""Table → column → the ways to the texts in it; the empty way: the column is the text."""


def with_texts(table: str, row: Row, change: Callable[[str], str]) -> Row:
    """Return ``row`` with every free text changed. Columns that are not there, or hold nothing of ours, stay."""
    new = dict(row)
    for column, paths in FREE_TEXTS[table].items():
        if isinstance(text := row.get(column), str):
            new[column] = _changed(text, paths, change)
    return new


def texts_of(table: str, row: Row) -> Iterator[str]:
    """Yield every free text of ``row``."""
    found: list[str] = []

    def note(text: str) -> str:
        found.append(text)
        return text

    with_texts(table, row, note)
    yield from found


def _changed(text: str, paths: tuple[_Path, ...], change: Callable[[str], str]) -> str:
    if paths == ((),):
        return change(text)
    try:
        plain = json.loads(text)
        new = plain
        for path in paths:
            new = _along(new, path, change)
    except (ValueError, RecursionError):  # no version writes that
        return text
    return text if new == plain else to_json(new)


def _along(plain: Any, path: _Path, change: Callable[[str], str]) -> Any:
    if not path:
        return change(plain) if isinstance(plain, str) else plain
    step, *rest = path
    following = tuple(rest)
    match plain:
        case list() if step == _EACH:
            return [_along(one, following, change) for one in plain]
        case dict() if step == _EACH:
            return {key: _along(one, following, change) for key, one in plain.items()}
        case dict() if step == _TITLES:
            return _with_titles(plain, change)
        case str() if step == _TITLES:
            return plain if _OURS.fullmatch(plain) else change(plain)
        case dict() if step == _FACTS:
            return {key: _in_fact(one, change) for key, one in plain.items()}
        case dict() if step in plain:
            return {**plain, step: _along(plain[step], following, change)}
    return plain


def _with_titles(plain: dict[str, Any], change: Callable[[str], str]) -> dict[str, Any]:
    """Change the keys that are no names of ours; two that become alike stay two."""
    new: dict[str, Any] = {}
    for key, value in plain.items():
        title = key if _OURS.fullmatch(key) else change(key)
        numbered = (f"{title} {number}" for number in count(2))
        while title in new:
            title = next(numbered)
        new[title] = value
    return new


def _in_fact(fact: Any, change: Callable[[str], str]) -> Any:
    """Change a fact of a message as files keep it: see `fastmap.store.codec`."""
    match fact:
        case str():
            return change(fact)
        case list():
            return [_in_fact(one, change) for one in fact]
        case {"message": dict()}:
            return _along(fact, ("message", "facts", _FACTS), change)
        case {"labels": dict()}:
            return _along(fact, ("labels", "labels", _EACH), change)
        case {"name": dict()}:
            return _along(fact, ("name", "name"), change)
    return fact
