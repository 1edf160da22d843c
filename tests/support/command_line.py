"""Running the command line inside the tests' own process, and what its tests share."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from ui.cli import main
from ui.cli.output import screen_texts

ROOT = Path(__file__).resolve().parents[2]
SAMPLE_TABLES = ROOT / "resources" / "sample"
SHARED_DATA = ROOT.parent / "shared" / "data"
"""Public data that is not part of the repository; tests that need it skip where it is absent."""


@dataclass(frozen=True)
class Ran:
    """What one command did."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out, parse_constant=pytest.fail)


def fastmap(*arguments: object, stdin: bytes = b"") -> Ran:
    """Run one command. No stream is a terminal."""
    out, err, given = io.StringIO(), io.StringIO(), sys.stdin
    sys.stdin = io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")
    try:
        with redirect_stdout(out), redirect_stderr(err):
            status = main([str(argument) for argument in arguments])
    finally:
        sys.stdin = given
    return Ran(status, out.getvalue(), err.getvalue())


@contextmanager
def own_computer(folder: Path, language: str = "en") -> Iterator[None]:
    """Give the block a data folder of its own and a language of the screen."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FASTMAP_DATA", str(folder))
        patch.setenv("FASTMAP_LANGUAGE", language)
        screen_texts.cache_clear()
        yield
    screen_texts.cache_clear()
