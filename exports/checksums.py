"""Checksums of the files in a folder, in the form that ``sha256sum --check`` reads; whether they still hold."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Final

from fastmap.errors import FastmapError

CHECKSUMS: Final = "checksums.sha256"
_LINE = re.compile(r"([0-9a-f]{64})  (.+)")
_SYSTEM_FILES = frozenset({".ds_store", "thumbs.db", "desktop.ini"})
"""What file managers put into any folder that is looked at."""
_OWNER_FILES = (".~lock.", "~$")
"""How LibreOffice and Excel begin the name of the file that says who has a file open."""


def checksums(folder: Path) -> bytes:
    """Return a line for every file below ``folder``, by path, the checksums' own file aside."""
    lines = [f"{_sha256(folder / name)}  {name}\n" for name in _names(folder) if name != CHECKSUMS]
    return "".join(lines).encode()


def is_as_written(folder: Path) -> bool:
    """Say whether ``folder`` holds exactly the files that its checksums name, each unchanged.

    Raises `FastmapError` ``target_in_use`` if another program has one of them open.
    """
    told = folder / CHECKSUMS
    if not told.is_file():
        return False
    found = {
        match[2]: match[1]
        for line in told.read_text(encoding="utf-8", errors="replace").split("\n")
        if (match := _LINE.fullmatch(line))
    }
    names = set(_names(folder)) - {CHECKSUMS}
    for name in sorted(names):
        file = Path(name).name
        if file.startswith(_OWNER_FILES):
            opened = next((other for other in sorted(found) if _is_of(file, Path(other).name)), name)
            raise FastmapError("target_in_use", name=opened, folder=str(folder.absolute()))
    return names == found.keys() and all(_is_same(folder / name, found[name]) for name in names)


def _is_same(path: Path, sha256: str) -> bool:
    """Say whether a file is unchanged; one marked read-only counts as changed, for somebody wants to keep it."""
    return bool(path.stat().st_mode & 0o222) and _sha256(path) == sha256


def _is_of(owner_file: str, name: str) -> bool:
    """Say whether an owner file is that of the file ``name``; Excel leaves out the first letters of longer names."""
    if owner_file.startswith("~$"):
        return name.endswith(owner_file.removeprefix("~$"))
    return owner_file == f".~lock.{name}#"


def _names(folder: Path) -> list[str]:
    """Return the paths of all files below ``folder`` with "/" between their parts; links count as files."""
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if (path.is_symlink() or not path.is_dir()) and path.name.casefold() not in _SYSTEM_FILES
    )


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
