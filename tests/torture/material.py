"""The files that are tortured, and what has to be true of one afterwards."""

from __future__ import annotations

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

from fastmap.assessment import Assessment
from fastmap.errors import FastmapError
from fastmap.tasks.sample import write_sample

DATA = Path(__file__).parents[1] / "data"
_HOT = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"


def sample(folder: Path) -> Path:
    """Return the sample, closed: 40 members, 25 answers and something in nearly every table."""
    path = folder / "sample.fastmap"
    write_sample(path)
    return path


def old_samples() -> dict[str, bytes]:
    """Return the files that older programs wrote, by name."""
    return {path.name.split(".")[0]: gzip.decompress(path.read_bytes()) for path in sorted(DATA.glob("*/*.fastmap.gz"))}


def row_counts(path: Path) -> dict[str, int]:
    """Return how many rows each table holds, read past the program."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables}


def problem_of(path: Path, content: str) -> str:
    """Open the file as the next start would; return "" if it is sound and holds ``content``, else what is wrong."""
    try:
        with Assessment.open(path) as assessment:
            assessment.check()
            held = assessment.content_hash()
    except FastmapError as error:
        return f"{path.name}: {error.code}"
    return "" if held == content else f"{path.name} holds something else"


def has_hot_journal(path: Path) -> bool:
    """Whether a change was cut off while pages were being written."""
    journal = path.with_name(path.name + "-journal")
    return journal.exists() and journal.read_bytes()[: len(_HOT)] == _HOT
