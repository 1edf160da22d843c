"""Reading the sample's own files in ``resources/sample``."""

from __future__ import annotations

import csv
import importlib.resources
import tomllib
from functools import cache
from importlib.resources.abc import Traversable
from typing import Any, TypeAlias

Row: TypeAlias = dict[str, str]


@cache
def table(name: str) -> list[Row]:
    """Return the rows of one CSV file."""
    return list(csv.DictReader(_text(name).splitlines()))


def rows_by_member(name: str) -> dict[str, list[Row]]:
    """Return the rows of one CSV file by the member they belong to."""
    rows: dict[str, list[Row]] = {}
    for row in table(name):
        rows.setdefault(row["member"], []).append(row)
    return rows


def toml(name: str) -> dict[str, Any]:
    """Return the content of one TOML file."""
    return tomllib.loads(_text(name))


def several(cell: str) -> list[str]:
    """Return the parts of a cell that ``;`` separates."""
    return [part.strip() for part in cell.split(";") if part.strip()]


def whole(cell: str) -> int | None:
    """Return the whole number of a cell, ``None`` if it is blank."""
    return int(cell) if cell else None


def resource(name: str) -> Traversable:
    """Return one file of the sample."""
    return importlib.resources.files("resources").joinpath("sample", name)


def _text(name: str) -> str:
    return resource(name).read_text(encoding="utf-8")
