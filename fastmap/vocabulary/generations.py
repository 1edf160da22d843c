"""The vocabulary folder: complete generations side by side, and one small file that says which one counts.

    current                  name of the generation in use
    gen-<fingerprint>/parts/ what ESCO packages brought, as plain values (`fastmap.vocabulary.esco_tables.Part`)
    gen-<fingerprint>/index/ the searchable form, made from the parts and the starter list

A generation is written beside the others and never changed. Replacing `current` is the one moment an import happens;
whoever reads meanwhile keeps the generation he opened.
"""

from __future__ import annotations

import contextlib
import gzip
import json
import os
import re
import shutil
import tempfile
import time
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from fastmap.errors import FastmapError
from fastmap.file_locks import wait_for_lock
from fastmap.vocabulary import building
from fastmap.vocabulary.esco_rules import esco_vocabulary
from fastmap.vocabulary.esco_tables import Part
from fastmap.vocabulary.starter import starter_bytes, with_starter

_CURRENT = "current"
_LOCK = "lock"
_PARTS = "parts"
_INDEX = "index"
_NAME = re.compile(r"gen-[0-9a-f]+")
_PREFIX = "gen-"
_UNFINISHED = "unfinished-"
_FORGOTTEN_S = 3600
"""Unfinished generations older than this belong to nobody any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Generation:
    """One complete state of the vocabulary, written before."""

    path: Path

    @property
    def is_up_to_date(self) -> bool:
        """Whether it was made with the starter list and index format of this fastmap."""
        return self.path.name == _PREFIX + fingerprint(_stored_parts(self.path))

    def parts(self) -> tuple[Part, ...]:
        """Return what ESCO packages brought. Raises `FastmapError` if that is damaged or gone."""
        try:
            if not (self.path / _PARTS).is_dir():
                raise FileNotFoundError(self.path / _PARTS)
            return tuple(_read_part(path) for path in _stored_parts(self.path))
        except (OSError, EOFError, ValueError, KeyError, TypeError, zlib.error) as damage:
            raise FastmapError("vocabulary_store_damaged", path=str(self.path.parent)) from damage

    def load(self) -> tuple[building.Arrays, building.About] | None:
        """Return its searchable form, ``None`` if that is damaged or just being replaced."""
        try:
            return building.load(self.path / _INDEX)
        except (OSError, ValueError, KeyError, TypeError):
            return None


def current(folder: Path) -> Generation | None:
    """Return the generation in use, ``None`` before the first import."""
    try:
        name = (folder / _CURRENT).read_text("utf-8").strip()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, UnicodeError) as problem:
        raise FastmapError("vocabulary_store_damaged", path=str(folder)) from problem
    if not _NAME.fullmatch(name):
        raise FastmapError("vocabulary_store_damaged", path=str(folder))
    return Generation(path=folder / name)


@contextlib.contextmanager
def only_writer(folder: Path) -> Iterator[None]:
    """Wait until no other process writes into ``folder``, and keep others waiting meanwhile. Readers never wait.

    Raises `FastmapError` if the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / _LOCK).open("ab")
    except OSError as problem:
        raise _unwritable(folder, problem) from problem
    with lock:
        wait_for_lock(lock.fileno())
        yield  # closing the file lets go of the lock, also when the process dies


def write(folder: Path, parts: Sequence[Part]) -> Generation:
    """Make the generation that ``parts`` and the starter list give, complete, and put it into use.

    Call it as the `only_writer`. Raises `FastmapError` if the folder cannot be written; what was in use stays in use.
    """
    try:
        return _write(folder, parts)
    except OSError as problem:
        raise _unwritable(folder, problem) from problem


def make_index(parts: Sequence[Part]) -> tuple[building.Arrays, building.About]:
    """Return the searchable form of ``parts`` and the starter list together."""
    return building.build(with_starter(esco_vocabulary(parts)))


def _write(folder: Path, parts: Sequence[Part]) -> Generation:
    _sweep(folder)
    beside = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=folder))
    try:
        (beside / _PARTS).mkdir()
        for part in parts:
            _write_part(beside / _PARTS, part)
        generation = Generation(path=folder / (_PREFIX + fingerprint(_stored_parts(beside))))
        building.save(beside / _INDEX, *make_index(parts))
        _sync(beside)
        shutil.rmtree(generation.path, ignore_errors=True)  # the same one, damaged: nobody makes a whole one twice
        beside.replace(generation.path)
        _put_into_use(folder, generation.path.name)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    _remove_others(folder, generation.path.name)
    return generation


def fingerprint(parts: Sequence[Path]) -> str:
    """Return what identifies a generation: its parts, the words that ship with fastmap and the format of the index."""
    digest = sha256(f"{building.FORMAT}\n".encode() + starter_bytes())
    for path in parts:
        digest.update(path.name.encode())
    return digest.hexdigest()[:20]


def _stored_parts(generation: Path) -> list[Path]:
    return sorted((generation / _PARTS).glob("*.json.gz"))


def _unwritable(folder: Path, problem: OSError) -> FastmapError:
    return FastmapError("vocabulary_store_unwritable", path=str(folder), reason=problem.strerror or "")


def part_name(part: Part) -> str:
    """Return the file name of ``part``. It carries what is inside: equal names mean equal parts."""
    return _named(part, _packed(part))


def _write_part(folder: Path, part: Part) -> None:
    raw = _packed(part)
    (folder / _named(part, raw)).write_bytes(gzip.compress(raw, compresslevel=5, mtime=0))


def _packed(part: Part) -> bytes:
    content = {"subject": part.subject, "language": part.language, "version": part.version, "content": part.content}
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")


def _named(part: Part, raw: bytes) -> str:
    return f"{part.subject}.{part.language or 'all'}.{sha256(raw).hexdigest()[:16]}.json.gz"


def _read_part(path: Path) -> Part:
    raw = json.loads(gzip.decompress(path.read_bytes()))
    return Part(subject=raw["subject"], language=raw["language"], version=raw["version"], content=raw["content"])


def _sync(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb+") as file:
                os.fsync(file.fileno())


def _put_into_use(folder: Path, name: str) -> None:
    handle, temporary = tempfile.mkstemp(prefix=_UNFINISHED, dir=folder)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(name)
        file.flush()
        os.fsync(file.fileno())
    Path(temporary).replace(folder / _CURRENT)


def _remove_others(folder: Path, kept: str) -> None:
    """Remove generations no longer in use; where a reader's system forbids it, the next import does."""
    for path in folder.glob(f"{_PREFIX}*"):
        if path.name != kept:
            shutil.rmtree(path, ignore_errors=True)


def _sweep(folder: Path) -> None:
    for path in folder.glob(f"{_UNFINISHED}*"):
        if time.time() - path.stat().st_mtime > _FORGOTTEN_S:
            shutil.rmtree(path, ignore_errors=True)
            if path.is_dir():
                continue
            path.unlink(missing_ok=True)
