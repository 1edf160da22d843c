"""Telling in which letters a text file was read, where the file does not say so itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from fastmap.intake.safe_reading import Reading
from fastmap.model.messages import Message
from fastmap.model.responses import Problem

_CALLED: Final[Mapping[str, str]] = {
    "cp1252": "Windows-1252",
    "cp1250": "Windows-1250",
    "iso8859-2": "ISO 8859-2",
    "latin-1": "ISO 8859-1",
}


def read_as(reading: Reading, name: str) -> tuple[Problem, ...]:
    """Return the note that the letters of the file ``name`` were guessed; nothing where they were not."""
    if not reading.is_guess or reading.encoding is None:
        return ()
    encoding = _CALLED.get(reading.encoding, reading.encoding)
    facts = Message("problem.read_as", {"name": name, "encoding": encoding})
    return (Problem(code="read_as", found=encoding, done="taken", facts=facts),)
