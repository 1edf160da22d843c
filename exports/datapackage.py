"""The description of the CSV files for programs: a ``datapackage.json`` as the Data Package standard (v1) has it.

Source: https://specs.frictionlessdata.io/data-package/ and …/table-schema/. Decision record 0272.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime, time
from typing import Any, Final

from exports.plain import one_line
from fastmap.report.blocks import Bullets, Column, ColumnKind, Suppressed, Table
from fastmap.report.finished import Report

FILE_NAME: Final = "datapackage.json"
ENCODING: Final = "utf-8-sig"
"""UTF-8 with the mark that Excel needs."""
_TYPES: Final[Mapping[ColumnKind, str]] = {
    ColumnKind.WHOLE: "integer",
    ColumnKind.NUMBER: "number",
    ColumnKind.SHARE: "number",
    ColumnKind.MONEY: "number",
    ColumnKind.DATE: "date",
}
"""Everything else is a string."""
_NOT_NAME: Final = re.compile(r"[^a-z0-9._-]+")


def datapackage_bytes(report: Report, files: Mapping[str, str]) -> bytes:
    """Return the description of ``files``: table key → name of its CSV file in the same folder.

    Titles and descriptions are in the report's language. A figure that the edition withholds counts as missing, like
    one that is not known; ``missingValues`` of the table names the words that stand for it. No licence is stated: the
    figures belong to the cluster.
    """
    made_on = datetime.combine(report.made_on, time(), tzinfo=UTC)
    package: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": _name(f"fastmap-{report.made_on.isoformat()}-{'anonymous' if report.anonymous else 'named'}"),
        "title": one_line(report.title),
        "description": one_line(f"{report.subtitle}. {report.banner}" if report.banner else report.subtitle),
        "created": made_on.isoformat().replace("+00:00", "Z"),
        "language": report.language,
        "contributors": [{"title": one_line(report.cluster), "role": "author"}],
        "resources": [_resource(table, files[table.key]) for table in report.tables()],
    }
    if sources := _sources(report):
        package["sources"] = [{"title": title} for title in sources]
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode()


def _resource(table: Table, file: str) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": _name(table.key),
        "path": file,
        "title": one_line(table.caption),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": ENCODING,
        "dialect": {"delimiter": ",", "quoteChar": '"', "doubleQuote": True, "lineTerminator": "\r\n"},
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "missingValues": ["", *_withheld_words(table)],
        },
    }


def _field(column: Column) -> dict[str, Any]:
    kind = _TYPES.get(column.kind, "string")
    field: dict[str, Any] = {"name": column.key, "type": kind, "title": one_line(column.header)}
    if column.help:
        field["description"] = one_line(column.help)
    if column.unit:
        field["unit"] = one_line(column.unit)
    if column.kind is ColumnKind.SHARE:
        field["unit"] = "1"  # a share of one, whatever a reader would print
    return field


def _withheld_words(table: Table) -> tuple[str, ...]:
    """Return the words that stand for withheld figures in columns of figures, each once.

    In columns of words they are words as all others.
    """
    figures = [place for place, column in enumerate(table.columns) if column.kind in _TYPES]
    words = (row[place] for row in table.rows for place in figures)
    return tuple(dict.fromkeys(value.word for value in words if isinstance(value, Suppressed)))


def _sources(report: Report) -> tuple[str, ...]:
    section = next((one for one in report.sections if one.key == "sources"), None)
    listed = next((block for block in section.blocks if isinstance(block, Bullets)), None) if section else None
    return tuple(map(one_line, listed.items)) if listed else ()


def _name(text: str) -> str:
    return _NOT_NAME.sub("-", text.casefold()).strip("-")
