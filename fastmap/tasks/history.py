"""The history in words: what changed, when, what it was about, and which value was what before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import TYPE_CHECKING, Any

from fastmap.changes import GoBackTo, RestoreValues
from fastmap.model.messages import Fact, Message, Name
from fastmap.store.codec import UnreadableRowError
from fastmap.store.history import PRIVATE, AlteredRow, Subject, name_of
from fastmap.store.recorder import RowEdit
from fastmap.store.tables import TABLES, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fastmap.assessment import Assessment
    from fastmap.texts import Texts

_NAMED_AT_ONCE = 3
_ROWS_OF_A_SMALL_CHANGE = 4
_LONGEST_VALUE = 160
_KEPT_BEFORE = 40
"""Characters before the first that differs in two long values."""
_NOT_TOLD = frozenset(
    {
        "only_row",
        "raw",
        "problems",
        "source_sha256",
        "png_base64",
        "basis",
        "sha256",
        "respondent",
        "score",
        "decided_by",
    }
    | {
        "width_px",
        "height_px",
        "assessment",
        "thresholds",
        "catalogue",
        "other_language",
        "twice",
        "group_uri",
        "words_language",
    }
)
"""Columns that say nothing to a person; they go back with the row, but are no values to choose."""
_IDS = {"member": "members", "partner": "partners", "partner_id": "partners", "other_partner": "partners"} | {
    "skill": "skills",
    "partners": "partners",
    "skills": "skills",
    "members": "members",
    "after": "actions",
    "workshop": "workshop",
}
"""Columns that hold ids of other things → their kind."""
_OPTIONS = frozenset({"options", "by_hand", "words", "places"})
"""Columns of a vote that hold ids of what was voted on: skills, actions or recommendations."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLine:
    """One change as a line of the history."""

    sequence: int
    at: datetime
    """UTC, by the clock of the computer that made the change."""
    what: Message
    undone: bool
    about: tuple[Subject, ...]
    names: tuple[Fact, ...]
    """What the first few of them are called; may be fewer, or none."""
    more: int
    """How many further ones have a name."""
    changed: tuple[tuple[str, str], ...]
    """Table and column of what a small change altered, the column empty where nothing may be told of it."""
    members: frozenset[str]
    """Codes of the members it was about, through their answers too."""

    @property
    def kinds(self) -> frozenset[str]:
        """Kinds of the things altered."""
        return frozenset(subject.kind for subject in self.about)


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueChange:
    """One value before and after a change, in words."""

    edit: RowEdit
    column: str | None
    """``None``: the row came or went as a whole."""
    subject: Subject
    about: str
    field: str
    before: str
    after: str
    now: str
    """Empty where it still is what the change made it."""
    can_go_back: bool
    """Whether there is something to put back: the value is not what it was before already."""

    @property
    def key(self) -> str:
        """Tells values of one change apart."""
        return f"{self.edit.table}/{'/'.join(map(str, self.edit.key))}/{self.column or ''}"


def history_lines(assessment: Assessment, names: Mapping[Subject, Fact] | None = None) -> tuple[HistoryLine, ...]:
    """Return all changes, newest first; ``names`` as for `value_changes`."""
    names = assessment.names_in_history() if names is None else names
    subjects = assessment.subjects_of_history()
    members = assessment.members_in_history()
    changed = assessment.changed_columns(_ROWS_OF_A_SMALL_CHANGE)
    lines = []
    for entry in reversed(assessment.history()):
        about = subjects.get(entry.sequence, ())
        called = list(_distinct(about, names))
        lines.append(
            HistoryLine(
                sequence=entry.sequence,
                at=entry.at,
                what=entry.what,
                undone=entry.undone,
                about=about,
                names=tuple(called[:_NAMED_AT_ONCE]),
                more=max(len(called) - _NAMED_AT_ONCE, 0),
                changed=changed.get(entry.sequence, ()),
                members=frozenset(code for subject in about if (code := members.get(subject)) is not None),
            )
        )
    return tuple(lines)


def about_words(line: HistoryLine, texts: Texts) -> str:
    """Return what a change was about: names where there are any, else the kinds of things; and which values it changed."""
    if line.names:
        about = ", ".join(texts.fact(name) for name in line.names)
        about = texts.get("history.and_more", names=about, count=line.more) if line.more else about
    else:
        about = ", ".join(texts.term(f"history.kind.{kind}") for kind in sorted(line.kinds))
    changed = list(dict.fromkeys(_fields_of(line, texts)))
    fields = ", ".join(changed[:_NAMED_AT_ONCE]) + (" …" if len(changed) > _NAMED_AT_ONCE else "")
    return f"{about} · {fields}" if about and fields else about or fields


def _fields_of(line: HistoryLine, texts: Texts) -> Iterator[str]:
    """Yield what the values are called that a change altered: lines about one thing would read alike without."""
    for table, column in line.changed:
        if not column:
            yield texts.term(f"history.thing.{table}")
        elif column not in _NOT_TOLD and column not in TABLES[table].key:
            yield texts.term(f"history.field.{column}")


def value_changes(
    assessment: Assessment,
    sequence: int,
    texts: Texts,
    names: Mapping[Subject, Fact] | None = None,
    most: int | None = None,
) -> tuple[ValueChange, ...]:
    """Return what one change did, value by value, in words of ``texts``; all, or those of the first ``most`` rows.

    ``names`` are those of `Assessment.names_in_history`, from whoever asks about one change after another.
    """
    names = assessment.names_in_history() if names is None else names
    return tuple(
        value for altered in assessment.alterations(sequence, most) for value in _values_of(altered, names, texts)
    )


def restoring(values: Sequence[ValueChange]) -> RestoreValues:
    """Return the change that puts ``values`` back."""
    columns: dict[tuple[str, tuple[str | int, ...]], tuple[RowEdit, list[str]]] = {}
    for value in values:
        known = columns.setdefault((value.edit.table, value.edit.key), (value.edit, []))
        if value.column is not None:
            known[1].append(value.column)
    return RestoreValues(values=tuple((edit, tuple(names)) for edit, names in columns.values()))


def going_back(line: HistoryLine) -> GoBackTo:
    """Return the change that makes everything what it was right after ``line``."""
    return GoBackTo(sequence=line.sequence, at=line.at)


def _distinct(about: Sequence[Subject], names: Mapping[Subject, Fact]) -> Iterator[Fact]:
    seen: set[str] = set()
    for subject in about:
        name = name_of(subject, names)
        if name is not None and repr(name) not in seen:
            seen.add(repr(name))
            yield name


def _values_of(altered: AlteredRow, names: Mapping[Subject, Fact], texts: Texts) -> Iterator[ValueChange]:
    edit, table = altered.edit, TABLES[altered.edit.table]
    subject = Subject(table.kind, str(edit.key[0]))
    called = name_of(subject, names)
    kind = texts.term(f"history.thing.{table.name}")
    about = kind if called is None else f"{kind}: {texts.fact(called)}"
    common: dict[str, Any] = {"edit": edit, "subject": subject, "about": about}
    there, none = texts.term("history.there"), texts.term("history.not_there")
    if edit.before is None or edit.after is None or table.name in PRIVATE:
        was, became, now = (there if row is not None else none for row in (edit.before, edit.after, altered.now))
        if table.name in PRIVATE and was == became:
            was, became = texts.term("history.one_entry"), texts.term("history.another_entry")
            now = became if altered.now == edit.after else texts.term("history.yet_another_entry")
        label = texts.term("history.whole")
        words = _row_words(table, edit.after or edit.before or {}, names, texts)
        if words and table.name not in PRIVATE:
            label = f"{label}: {words}"
        yield ValueChange(
            column=None,
            field=label,
            before=was,
            after=became,
            now="" if now == became else now,
            can_go_back=altered.now != edit.before,
            **common,
        )
        return
    before, after, now_row = (_plain(table, row) for row in (edit.before, edit.after, altered.now))
    for column in table.columns:
        if edit.before.get(column) == edit.after.get(column) or column in _NOT_TOLD or column in table.key:
            continue
        was, became = _shortened_apart(
            *(_value_words(row.get(column), column, names, texts) for row in (before, after))
        )
        now = none if altered.now is None else _words(now_row.get(column), column, names, texts)
        if was == became and column in _IDS:  # two things with one name
            was, became = (f"{words} ({row.get(column)})" for words, row in ((was, before), (became, after)))
        yield ValueChange(
            column=column,
            field=texts.term(f"history.field.{column}"),
            before=was,
            after=became,
            now="" if altered.now and altered.now[column] == edit.after.get(column) else now,
            can_go_back=altered.now is None or altered.now[column] != edit.before.get(column),
            **common,
        )


def _row_words(table: Table, row: Mapping[str, Any], names: Mapping[Subject, Fact], texts: Texts) -> str:
    """Return what tells one row from others of its thing, such as the skill of a need; empty: its name says all."""
    telling = {"needs": "skill_text", "offers": "skill", "ties": "kind", "kpi_entries": "period"}.get(table.name)
    return "" if telling is None else _words(_plain(table, row).get(telling), telling, names, texts)


def _plain(table: Table, row: Mapping[str, Any] | None) -> Mapping[str, Any]:
    """Return a row as values of the model; as it is kept where it cannot be read as such."""
    if row is None:
        return {}
    filled = {column: row.get(column) for column in table.columns}
    if table.codec is None:
        return filled
    try:
        return {**filled, **table.codec.fields_of(filled)}
    except UnreadableRowError:  # of an older program, or damaged: shown as it stands there
        return filled


def _words(value: Any, column: str, names: Mapping[Subject, Fact], texts: Texts) -> str:
    return _shortened(_value_words(value, column, names, texts))


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST_VALUE else words[: _LONGEST_VALUE - 1] + "…"


def _shortened_apart(was: str, became: str) -> tuple[str, str]:
    """Return both shortened; from a little before where they part, if their beginnings are the same."""
    if was == became or _shortened(was) != _shortened(became):
        return _shortened(was), _shortened(became)
    apart = (place for place, (left, right) in enumerate(zip(was, became, strict=False)) if left != right)
    begin = max(next(apart, min(len(was), len(became))) - _KEPT_BEFORE, 0)
    return _shortened(f"…{was[begin:]}"), _shortened(f"…{became[begin:]}")


def _value_words(value: Any, column: str, names: Mapping[Subject, Fact], texts: Texts) -> str:
    if isinstance(value, str) and not isinstance(value, Enum) and (kinds := _kinds_named_in(column)):
        called = next((name for kind in kinds if (name := names.get(Subject(kind, value))) is not None), None)
        return value if called is None else texts.fact(called)
    match value:
        case None | () | "":
            return "–"
        case Mapping() if not value:
            return "–"
        case Enum():
            key = f"{_snake(type(value).__name__)}.{value.value}"
            return texts.term(key) if key in texts else str(value.value)
        case bool() | int() | float() | date() | Name() | Message():
            return texts.fact(value)
        case str():
            return texts.fact(value)
        case Mapping():
            said = ((_value_words(name, column, names, texts), entry) for name, entry in value.items())
            return ", ".join(f"{name}: {_value_words(entry, '', names, texts)}" for name, entry in said)
        case tuple() | list():
            return "; ".join(_value_words(entry, column, names, texts) for entry in value)
    if is_dataclass(value):
        parts = (getattr(value, field.name) for field in fields(value) if field.name != "id")
        return " · ".join(_value_words(part, column, names, texts) for part in parts if part not in (None, ()))
    return str(value)


def _kinds_named_in(column: str) -> tuple[str, ...]:
    """Return of what kinds the things may be whose ids stand in a column."""
    return ("skills", "actions") if column in _OPTIONS else (_IDS[column],) if column in _IDS else ()


def _snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
