"""What skills mean, as vectors of their preferred labels: built once per language, kept beside the index.

`build_meanings` makes what is missing; it may be stopped at any time and goes on where it was. A `Meanings` answers
which skills mean something like a text, for the languages that are complete. Until then, and where the encoder is not
installed, matching goes by spelling alone.

    meaning/<encoder version>.<language>.npy    one entry per label: its hash and its vector

Vectors belong to labels, not to skills: after an import only new labels are encoded.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
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
_BATCH = 128
"""Labels between two words about progress: half a second."""
_SAVED_EVERY = 2048
_ENGLISH = LanguageCode("en")
_ENTRY = np.dtype([("label", "<u8"), ("vector", "<f2", (encoder.DIMENSIONS,))])


@dataclass(frozen=True, slots=True, kw_only=True)
class MeaningStatus:
    """How far the vectors of one language are."""

    language: LanguageCode
    labels: int
    """Different preferred labels of skills in this language."""
    ready: int
    """Those among them that have a vector."""

    @property
    def is_ready(self) -> bool:
        """Whether matching uses them."""
        return self.ready == self.labels


def build_meanings(folder: Path, arrays: Arrays, about: About, progress: ProgressListener = silent) -> None:
    """Encode the preferred labels that have no vector yet, for each language that the encoder knows.

    Some 300 labels a second. What ``progress`` raises stops it; the labels encoded until then are kept. Does nothing
    where the encoder is not installed. Raises `FastmapError` if the folder cannot be written.
    """
    if not encoder.is_installed():
        return
    wanted = {code: labels for code in about.languages if (labels := _missing(folder, arrays, about, code))}
    total, done = sum(map(len, wanted.values())), 0
    for code, labels in wanted.items():
        done = _build_language(folder, code, labels, done, total, progress)
    if total:
        progress(Progress(stage="progress.encoding_skills", done=total, total=total))


def meaning_status(folder: Path | None, arrays: Arrays, about: About) -> tuple[MeaningStatus, ...]:
    """Return one line per language that the encoder knows; none where it is not installed."""
    if not encoder.is_installed():
        return ()
    lines = []
    for code in about.languages:
        if code in encoder.LANGUAGES:
            labels = int(np.unique(_preferred(arrays, about, code)[1]).size)
            missing = labels if folder is None else len(_missing(folder, arrays, about, code))
            lines.append(MeaningStatus(language=code, labels=labels, ready=labels - missing))
    return tuple(lines)


class Meanings:
    """Finds skills by what a text means. Looks at the folder whenever it is asked: vectors may come while it is in use."""

    def __init__(self, folder: Path | None, arrays: Arrays, about: About) -> None:
        """Use the vectors in ``folder``; without one there are none."""
        self._folder = folder if folder is not None and encoder.is_installed() else None
        self._arrays, self._about = arrays, about
        self._loaded: dict[LanguageCode, tuple[float, _Vectors | None]] = {}

    def languages(self, language: LanguageCode) -> tuple[LanguageCode, ...]:
        """Return whose labels a text of ``language`` is compared with: its own and English, else any two.

        More would cost memory (28 MB each) and find little: the same skills have the same meaning.
        """
        ready = [code for code in self._about.languages if self._vectors(code) is not None]
        return tuple(sorted(ready, key=lambda code: (code != language, code != _ENGLISH, code))[:2])

    def likeness(self, vectors: NDArray[np.float32], language: LanguageCode) -> NDArray[np.float32] | None:
        """Return how alike (−1 to 1) each text and each skill are in meaning; ``None`` where nothing is ready."""
        codes = self.languages(language)
        if not codes:
            return None
        best = np.full((len(vectors), len(self._arrays.uris)), -1.0, dtype=np.float32)
        for code in codes:
            found = self._vectors(code)
            if found is not None:
                with encoder.one_core():
                    alike = vectors @ found.vectors.T
                best[:, found.concepts] = np.maximum(best[:, found.concepts], alike)
        return best

    def _vectors(self, code: LanguageCode) -> _Vectors | None:
        if self._folder is None or code not in encoder.LANGUAGES:
            return None
        try:
            changed = _path(self._folder, code).stat().st_mtime
        except OSError:
            return None
        known = self._loaded.get(code)
        if known is None or known[0] != changed:
            known = self._loaded[code] = (changed, _load(self._folder, self._arrays, self._about, code))
        return known[1]


@dataclass(frozen=True, slots=True)
class _Vectors:
    concepts: NDArray[np.int64]
    vectors: NDArray[np.float32]
    """In 32 bits: arithmetic on 16 bits is ten times slower."""


def _load(folder: Path, arrays: Arrays, about: About, code: LanguageCode) -> _Vectors | None:
    """Return the vectors of all preferred labels of a language, ``None`` if some are missing."""
    places, hashes = _preferred(arrays, about, code)
    stored = _stored(folder, code)
    if not len(places) or stored.size == 0:
        return None
    found = np.minimum(np.searchsorted(stored["label"], hashes), stored.size - 1)
    if not np.array_equal(stored["label"][found], hashes):
        return None
    return _Vectors(arrays.concepts[places].astype(np.int64), stored["vector"][found].astype(np.float32))


def _preferred(arrays: Arrays, about: About, code: LanguageCode) -> tuple[NDArray[np.intp], NDArray[np.uint64]]:
    """Return the preferred labels of a language and what they are stored under."""
    is_own = arrays.languages == about.languages.index(code)
    places = np.flatnonzero(is_own & (arrays.ranks == PREFERRED))
    return places, hash_texts([arrays.labels[place] for place in places.tolist()])


def _missing(folder: Path, arrays: Arrays, about: About, code: LanguageCode) -> list[str]:
    """Return the labels of a language that have no vector yet, each once."""
    if code not in encoder.LANGUAGES:
        return []
    places, hashes = _preferred(arrays, about, code)
    known = np.isin(hashes, _stored(folder, code)["label"])
    return list(dict.fromkeys(arrays.labels[place] for place in places[~known].tolist()))


def _build_language(
    folder: Path, code: LanguageCode, labels: Sequence[str], done: int, total: int, progress: ProgressListener
) -> int:
    fresh: list[NDArray[np.void]] = []
    try:
        for start in range(0, len(labels), _BATCH):
            progress(Progress(stage="progress.encoding_skills", done=done, total=total))
            batch = labels[start : start + _BATCH]
            entries = np.zeros(len(batch), dtype=_ENTRY)
            entries["label"] = hash_texts(batch)
            entries["vector"] = encoder.encode(batch)
            fresh.append(entries)
            done += len(batch)
            if len(fresh) * _BATCH >= _SAVED_EVERY:
                _save(folder, code, fresh)
                fresh.clear()
    finally:
        if fresh:
            _save(folder, code, fresh)
    return done


def _path(folder: Path, code: LanguageCode) -> Path:
    return folder / FOLDER / f"{encoder.version()}.{code}.npy"


def _stored(folder: Path, code: LanguageCode) -> NDArray[np.void]:
    """Return what is stored, sorted by label; nothing if it is missing or damaged: it is then made anew."""
    try:
        stored: NDArray[np.void] = np.load(_path(folder, code), mmap_mode="r", allow_pickle=False).view(np.ndarray)
    except (OSError, ValueError, EOFError):
        return np.zeros(0, dtype=_ENTRY)
    return stored if stored.dtype == _ENTRY and stored.ndim == 1 else np.zeros(0, dtype=_ENTRY)


def _save(folder: Path, code: LanguageCode, fresh: Sequence[NDArray[np.void]]) -> None:
    """Add ``fresh`` to what is stored: beside it, synced, then put in its place."""
    entries = np.concatenate([_stored(folder, code), *fresh])
    _, first = np.unique(entries["label"], return_index=True)
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
