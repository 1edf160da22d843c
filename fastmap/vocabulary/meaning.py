"""What skills mean, as one vector per skill and language, made of its names: built once, kept beside the index.

`build_meanings` makes what is missing; it may be stopped at any time and goes on where it was. A `Meanings` answers
which skills mean something like a text, from the languages that are complete. Until then, and where the encoder is not
installed, matching goes by spelling alone.

    meaning/<encoder version>.<language>.npy    one entry per skill: hash of its names, how many, and their vector

A single name says little ("operate lathe"); all of them together say what a skill is about (decision record 0154).
Vectors belong to names, not to skills: after an import only skills with other names are encoded.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from fastmap.errors import FastmapError
from fastmap.model.ids import LanguageCode
from fastmap.progress import Progress, ProgressListener, silent
from fastmap.vocabulary import encoder
from fastmap.vocabulary.arrays import hash_texts
from fastmap.vocabulary.building import PREFERRED, About, Arrays

FOLDER = "meaning"
_BATCH = 32
"""Skills between two words about progress: some 230 names of ESCO, a quarter of a second."""
_SAVED_EVERY = 2048
_ALL_NAMES = 1.5
"""What all names of a skill together count beside the preferred one. Tuned on tests/data/vocabulary, record 0154."""
_ENTRY = np.dtype([("names", "<u8"), ("count", "<u2"), ("vector", "<f2", (encoder.DIMENSIONS,))])


@dataclass(frozen=True, slots=True, kw_only=True)
class MeaningStatus:
    """How far the vectors of one language are."""

    language: LanguageCode
    skills: int
    """Skills with a name in this language; those with the same names count once."""
    ready: int
    """Those among them that have a vector."""

    @property
    def is_ready(self) -> bool:
        """Whether matching uses them."""
        return self.ready == self.skills


@dataclass(frozen=True, slots=True)
class _Named:
    """The skills that have names in one language."""

    concepts: NDArray[np.intp]
    names: Sequence[tuple[str, ...]]
    """Of each, the preferred ones first."""
    preferred: NDArray[np.intp]
    """How many of each are preferred names."""
    hashes: NDArray[np.uint64]
    """What each is stored under."""

    @classmethod
    def of(cls, arrays: Arrays, about: About, code: LanguageCode) -> _Named:
        places = np.flatnonzero(arrays.languages == about.languages.index(code))
        # Labels are sorted by skill; a stable sort by "is not preferred" puts preferred ones first in each.
        order = np.lexsort((arrays.ranks[places] != PREFERRED, arrays.concepts[places]))
        places = places[order]
        concepts, first, counts = np.unique(arrays.concepts[places], return_index=True, return_counts=True)
        labels = [arrays.labels[place] for place in places.tolist()]
        names = [tuple(labels[start : start + count]) for start, count in zip(first, counts, strict=True)]
        is_preferred = (arrays.ranks[places] == PREFERRED).astype(np.intp)
        preferred = np.add.reduceat(is_preferred, first) if len(first) else is_preferred
        keys = [f"{count}\n" + "\n".join(own) for count, own in zip(preferred.tolist(), names, strict=True)]
        return cls(concepts.astype(np.intp), names, preferred, hash_texts(keys))

    def without(self, known: NDArray[np.uint64]) -> _Named:
        """Return those that are not stored under one of ``known``, each set of names once."""
        hashes, first = np.unique(self.hashes, return_index=True)
        missing = np.sort(first[~np.isin(hashes, known)])
        return self.some(missing.tolist())

    def some(self, places: Sequence[int]) -> _Named:
        """Return those at ``places``."""
        names = [self.names[place] for place in places]
        return _Named(self.concepts[places], names, self.preferred[places], self.hashes[places])

    def entries(self) -> NDArray[np.void]:
        """Return what is stored of each: its names encoded, the preferred ones counting once more."""
        vectors = encoder.encode([name for own in self.names for name in own])
        counts = np.array([len(own) for own in self.names])
        entries = np.zeros(len(counts), dtype=_ENTRY)
        entries["names"], entries["count"] = self.hashes, counts
        for entry, end, count, preferred in zip(entries, np.cumsum(counts), counts, self.preferred, strict=True):
            own = vectors[end - count : end]
            together = _unit(own.sum(axis=0))
            leading = _unit(own[:preferred].sum(axis=0)) if preferred else together
            entry["vector"] = _unit(leading + _ALL_NAMES * together)
        return entries


def build_meanings(folder: Path, arrays: Arrays, about: About, progress: ProgressListener = silent) -> None:
    """Encode the skills whose names have no vector yet, for each language that the encoder knows.

    Some 1,200 names a second. What ``progress`` raises stops it; what was encoded until then is kept. Does nothing
    where the encoder is not installed. Raises `FastmapError` if the folder cannot be written.
    """
    if not encoder.is_installed():
        return
    wanted = {code: _missing(folder, arrays, about, code) for code in about.languages if code in encoder.LANGUAGES}
    total, done = sum(len(missing.names) for missing in wanted.values()), 0
    for code, missing in wanted.items():
        done = _build_language(folder, code, missing, done, total, progress)
    if total:
        progress(Progress(stage="progress.encoding_skills", done=total, total=total))


def meaning_status(folder: Path | None, arrays: Arrays, about: About) -> tuple[MeaningStatus, ...]:
    """Return one line per language that the encoder knows; none where it is not installed."""
    if not encoder.is_installed():
        return ()
    lines = []
    for code in about.languages:
        if code in encoder.LANGUAGES:
            wanted = np.unique(_Named.of(arrays, about, code).hashes)
            known = np.isin(wanted, _stored(folder, code)["names"]) if folder is not None else np.zeros(0)
            lines.append(MeaningStatus(language=code, skills=wanted.size, ready=int(known.sum())))
    return tuple(lines)


class Meanings:
    """Finds skills by what a text means. Looks at the folder whenever it is asked: vectors may come while it is in use."""

    def __init__(self, folder: Path | None, arrays: Arrays, about: About) -> None:
        """Use the vectors in ``folder``; without one there are none."""
        self._folder = folder if folder is not None and encoder.is_installed() else None
        self._arrays, self._about = arrays, about
        self._loaded: tuple[dict[LanguageCode, float], NDArray[np.float32] | None] = ({}, None)

    def is_ready(self) -> bool:
        """Say whether there is a language whose vectors are complete."""
        return self._vectors() is not None

    def likeness(self, vectors: NDArray[np.float32]) -> NDArray[np.float32] | None:
        """Return how alike (−1 to 1) each text and each skill are in meaning; ``None`` where nothing is ready."""
        skills = self._vectors()
        if skills is None:
            return None
        with encoder.one_core():
            alike: NDArray[np.float32] = vectors @ skills.T
        return alike

    def _vectors(self) -> NDArray[np.float32] | None:
        """Return one vector per skill (28 MB for ESCO): the languages together, each with as many votes as names."""
        stamps = self._stamps()
        if stamps != self._loaded[0]:
            total: NDArray[np.float32] | None = None
            for code in sorted(stamps):
                total = self._with_language(code, total)
            self._loaded = (stamps, None if total is None else _unit(total))
        return self._loaded[1]

    def _stamps(self) -> dict[LanguageCode, float]:
        """Return which languages have vectors and since when."""
        stamps: dict[LanguageCode, float] = {}
        if self._folder is not None:
            for code in encoder.LANGUAGES.intersection(self._about.languages):
                with suppress(OSError):
                    stamps[code] = _path(self._folder, code).stat().st_mtime
        return stamps

    def _with_language(self, code: LanguageCode, total: NDArray[np.float32] | None) -> NDArray[np.float32] | None:
        """Return ``total`` with the vectors of a language added, as it was if some of them are missing."""
        assert self._folder is not None
        named, stored = _Named.of(self._arrays, self._about, code), _stored(self._folder, code)
        found = np.minimum(np.searchsorted(stored["names"], named.hashes), max(stored.size - 1, 0))
        if not stored.size or not np.array_equal(stored["names"][found], named.hashes):
            return total
        if total is None:
            total = np.zeros((len(self._arrays.uris), encoder.DIMENSIONS), dtype=np.float32)
        # In 32 bits: arithmetic on 16 bits is ten times slower.
        votes = stored["count"][found].astype(np.float32)[:, np.newaxis]
        total[named.concepts] += stored["vector"][found].astype(np.float32) * votes
        return total


def _missing(folder: Path, arrays: Arrays, about: About, code: LanguageCode) -> _Named:
    return _Named.of(arrays, about, code).without(_stored(folder, code)["names"])


def _build_language(
    folder: Path, code: LanguageCode, missing: _Named, done: int, total: int, progress: ProgressListener
) -> int:
    fresh: list[NDArray[np.void]] = []
    try:
        for start in range(0, len(missing.names), _BATCH):
            progress(Progress(stage="progress.encoding_skills", done=done, total=total))
            batch = missing.some(range(start, min(start + _BATCH, len(missing.names))))
            fresh.append(batch.entries())
            done += len(batch.names)
            if len(fresh) * _BATCH >= _SAVED_EVERY:
                _save(folder, code, fresh)
                fresh.clear()
    finally:
        if fresh:
            _save(folder, code, fresh)
    return done


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return ``vectors`` (one, or one per row) with length 1; what has none stays 0."""
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    unit: NDArray[np.float32] = vectors / np.maximum(lengths, np.float32(1e-9))
    return unit


def _path(folder: Path, code: LanguageCode) -> Path:
    return folder / FOLDER / f"{encoder.version()}.{code}.npy"


def _stored(folder: Path, code: LanguageCode) -> NDArray[np.void]:
    """Return what is stored, sorted by hash of names; nothing if it is missing or damaged: it is then made anew."""
    try:
        stored: NDArray[np.void] = np.load(_path(folder, code), mmap_mode="r", allow_pickle=False).view(np.ndarray)
    except (OSError, ValueError, EOFError):
        return np.zeros(0, dtype=_ENTRY)
    return stored if stored.dtype == _ENTRY and stored.ndim == 1 else np.zeros(0, dtype=_ENTRY)


def _save(folder: Path, code: LanguageCode, fresh: Sequence[NDArray[np.void]]) -> None:
    """Add ``fresh`` to what is stored: beside it, synced, then put in its place."""
    entries = np.concatenate([_stored(folder, code), *fresh])
    _, first = np.unique(entries["names"], return_index=True)
    target = _path(folder, code)
    temporary: str | None = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix="unfinished-", dir=target.parent)
        with os.fdopen(handle, "wb") as file:
            np.save(file, entries[first], allow_pickle=False)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(target)
        for other in target.parent.glob(f"*.{code}.npy"):
            if other != target:
                other.unlink(missing_ok=True)  # of another encoder: of no use any more
    except OSError as problem:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
        raise FastmapError("vocabulary_store_unwritable", path=str(folder), reason=problem.strerror or "") from problem
