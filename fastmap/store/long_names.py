"""Names that are too long: for the disk, or for what has to lie beside a file under a longer one.

The disk counts bytes, so an accented letter is two. SQLite takes no path of more than 512 bytes, and wants eight of them
for the journal; what it says then is that the file cannot be opened, and what people would be told is that the disk is broken.
"""

from __future__ import annotations

import os
from pathlib import Path

from fastmap.errors import FastmapError

BESIDE = len("-journal")
"""Bytes that the longest name beside an open file has more than the file."""
_MOST_NAME = 255
_MOST_PATH = 1040 if os.name == "nt" else 512
_SHOWN = 40


def refuse_long_name(path: Path, more: int = BESIDE) -> None:
    """Raise `FastmapError` where a name with ``more`` bytes beside ``path`` is one that disk or SQLite cannot take."""
    if _length(path.name) + more > _MOST_NAME or _length(str(path.absolute())) + more > _MOST_PATH:
        raise name_too_long(path, more)


def name_too_long(path: Path, more: int = 0) -> FastmapError:
    """Return the refusal of a name of which the disk says that it is too long, or its path."""
    longest = max(path.parts or ("",), key=_length)
    if path.name and _length(path.name) + more > _MOST_NAME:
        longest = path.name
    shown = longest if len(longest) <= _SHOWN else f"{longest[:_SHOWN]}…"
    if _length(longest) + (more if longest == path.name else 0) > _MOST_NAME:
        return FastmapError("file_name_too_long", file=shown, most=_MOST_NAME - more)
    return FastmapError("file_path_too_long", file=path.name[:_SHOWN], most=_MOST_PATH - more)


def _length(name: str) -> int:
    return len(name) if os.name == "nt" else len(os.fsencode(name))
