"""Finding skills while somebody types: names that go on like that, at any of their words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

import numpy as np
from numpy.typing import NDArray

from fastmap.model.choices import SkillSource
from fastmap.vocabulary.building import Arrays

_KEPT = 64
"""Names looked at in detail: more than enough to fill a list with different skills."""


class TypeAhead:
    """Searches the words of all names by how they begin."""

    def __init__(self, arrays: Arrays) -> None:
        """Search ``arrays``."""
        self._arrays = arrays
        lengths = np.diff(arrays.keys.ends.astype(np.int64), prepend=-1) - 1
        worth = np.array([1.0, 0.85, 0.5, 0.85], dtype=np.float32)[arrays.ranks]
        esco = arrays.origins[arrays.concepts] == tuple(SkillSource).index(SkillSource.ESCO)
        self._worth = (worth - np.minimum(lengths, 100) / 200 + np.where(esco, 0.001, 0)).astype(np.float32)
        """Short and preferred names first; ESCO's before those of the starter list, which only fill in."""
        self._first = np.concatenate([[0], arrays.keys.ends[:-1].astype(np.int64) + 1])
        """Where each name begins."""

    def labels(self, key: str, language_place: int) -> list[int]:
        """Return names that hold what was typed (a `text_key`), best first.

        Best: in the language, beginning with it, preferred, short. Words in another order are found as well.
        """
        words = key.split()
        if not words:
            return []
        places = self._span(" ".join(words))
        labels = self._arrays.word_labels[places]
        begins = self._arrays.word_starts[places] == self._first[labels]
        if len(words) > 1:
            scattered = self._with_all(words)
            labels = np.concatenate([labels, scattered])
            begins = np.concatenate([begins, np.zeros(scattered.size, dtype=bool)])
        own = self._arrays.languages[labels] == language_place
        values = self._worth[labels] + np.where(begins, np.float32(0.6), 0) + np.where(own, np.float32(2), 0)
        if values.size > _KEPT:
            best = np.argpartition(values, -_KEPT)[-_KEPT:]
            labels, values = labels[best], values[best]
        order = np.lexsort((labels, -values))
        return list(dict.fromkeys(labels[order].tolist()))

    def _span(self, typed: str) -> slice:
        """Return which entries of the sorted word beginnings go on like ``typed``."""
        wanted = typed.encode("utf-8", "replace")
        size = len(wanted)
        data = self._arrays.keys.data

        def begins(place: int) -> bytes:
            return data[place : place + size].tobytes()

        starts = self._arrays.word_starts
        first = bisect_left(starts, wanted, key=begins)
        return slice(first, bisect_right(starts, wanted, lo=first, key=begins))

    def _with_all(self, words: list[str]) -> NDArray[np.uint32]:
        """Return the names in which every word begins some word."""
        spans = sorted((self._span(word) for word in set(words)), key=lambda span: span.stop - span.start)
        held = np.unique(self._arrays.word_labels[spans[0]])
        for span in spans[1:]:
            held = held[np.isin(held, self._arrays.word_labels[span])]
        return held
