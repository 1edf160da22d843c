"""Character n-grams inside words, hashed and weighted by TF-IDF: the inverted index behind matching.

The same n-grams as scikit-learn's ``char_wb`` analyser with lengths 2 to 5 (words shorter than that give fewer).
Numpy alone, because importing scikit-learn takes several times the whole start-up budget: decision record 0030.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

LENGTHS = (2, 3, 4, 5)
COMMON_SHARE = 0.05
COMMON_AT_LEAST = 500
"""An n-gram in more than this share and number of texts tells nothing and is passed over, like a stop word: it would be
a third of the index and half of the time of a search."""
_BLANK = np.uint32(0x20)
_BASE = np.uint64(0x9E3779B97F4A7C15)
"""Odd 64-bit base of the polynomial hash. A collision among 300,000 n-grams has a chance of about 1 in 400 million."""
_WEIGHT_STEPS = 255
"""Weights are kept in one byte each: a step of 1/255 changes a similarity by less than it rounds to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Postings:
    """Which texts hold which n-gram, and how much it weighs there."""

    hashes: NDArray[np.uint64]
    """Sorted hashes of all known n-grams."""
    idf: NDArray[np.float32]
    """Rarity of each; 0 for those so common that they are passed over."""
    starts: NDArray[np.uint32]
    """Where the entries of n-gram i begin; one more than n-grams."""
    texts: NDArray[np.uint32]
    weights: NDArray[np.uint8]
    """Share of the text's length (Euclidean) that the n-gram makes, in 1/255."""
    count: int
    """Number of texts."""

    def similarities(self, key: str) -> NDArray[np.float32]:
        """Return the cosine likeness (0–1) of ``key`` to every text."""
        scores = np.zeros(self.count, dtype=np.float32)
        hashes, counts = np.unique(_hashes_of_one(key), return_counts=True)
        if hashes.size == 0 or self.hashes.size == 0:
            return scores
        places = np.minimum(np.searchsorted(self.hashes, hashes), self.hashes.size - 1)
        known = self.hashes[places] == hashes
        # What no label holds still counts in the length: a text of unknown words is like nothing.
        weights = (1 + np.log(counts)) * np.where(known, self.idf[places], self.idf.max())
        weights /= max(float(np.sqrt(np.square(weights).sum())), 1e-9)
        spans = [slice(int(self.starts[place]), int(self.starts[place + 1])) for place in places[known].tolist()]
        if not spans:
            return scores
        texts = np.concatenate([self.texts[span] for span in spans])
        shares = np.concatenate([self.weights[span] for span in spans])
        sizes = [span.stop - span.start for span in spans]
        parts = shares * np.repeat((weights[known] / _WEIGHT_STEPS).astype(np.float32), sizes)
        return np.bincount(texts, weights=parts, minlength=self.count).astype(np.float32)


def build_postings(keys: Sequence[str]) -> Postings:
    """Return the inverted index of ``keys`` (each a `text_key`)."""
    letters, owners = _letters(keys)
    parts = [_count(hashes, texts, len(keys)) for hashes, texts in _grams(letters, owners)]
    hashes = np.concatenate([part.hashes for part in parts])
    idf = np.concatenate([part.idf for part in parts])
    sizes = np.concatenate([part.sizes for part in parts])
    texts = np.concatenate([part.texts for part in parts])
    weights = np.concatenate([part.weights for part in parts])
    del parts  # the build is the one moment that needs much memory
    lengths = np.sqrt(np.bincount(texts, weights=np.square(weights), minlength=len(keys))).astype(np.float32)
    weights /= np.maximum(lengths, np.float32(1e-9))[texts]
    order = np.argsort(hashes)
    entries = _gather(np.concatenate([[0], np.cumsum(sizes)]), order)
    return Postings(
        hashes=hashes[order],
        idf=idf[order],
        starts=np.concatenate([[0], np.cumsum(sizes[order])]).astype(np.uint32),
        texts=texts[entries],
        weights=np.rint(weights[entries] * _WEIGHT_STEPS).astype(np.uint8),
        count=len(keys),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Counted:
    """The n-grams of one length: like `Postings`, with sizes for starts and weights not yet divided by lengths."""

    hashes: NDArray[np.uint64]
    idf: NDArray[np.float32]
    sizes: NDArray[np.int64]
    texts: NDArray[np.uint32]
    weights: NDArray[np.float32]


def _hashes_of_one(key: str) -> NDArray[np.uint64]:
    letters, owners = _letters([key])
    return np.concatenate([hashes for hashes, _ in _grams(letters, owners)])


def _letters(keys: Sequence[str]) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """Return the code points of all keys, each word with a blank of its own on both sides, and whose they are."""
    padded = [f" {key.replace(' ', '  ')} " for key in keys]
    lengths = np.fromiter(map(len, padded), dtype=np.int64, count=len(padded))
    letters = np.frombuffer("".join(padded).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    return letters, np.repeat(np.arange(len(keys), dtype=np.uint32), lengths)


def _grams(
    letters: NDArray[np.uint32], owners: NDArray[np.uint32]
) -> Iterator[tuple[NDArray[np.uint64], NDArray[np.uint32]]]:
    """Yield, per length, the hashes of all n-grams that lie within one word and its two blanks, and their texts."""
    blank = letters == _BLANK
    rolling = np.zeros(letters.size, dtype=np.uint64)
    inner_blank = np.zeros(letters.size, dtype=bool)
    for length in range(1, max(LENGTHS) + 1):
        size = max(letters.size - length + 1, 0)
        rolling = rolling[:size] * _BASE + letters[length - 1 :].astype(np.uint64) + np.uint64(1)
        if length >= 3:
            inner_blank = inner_blank[:size] | blank[length - 2 : length - 2 + size]
        if length in LENGTHS:
            whole = ~inner_blank[:size]
            if length == 2:
                whole = ~(blank[:size] & blank[1 : 1 + size])
            yield rolling[whole], owners[:size][whole]


def _count(hashes: NDArray[np.uint64], texts: NDArray[np.uint32], count: int) -> _Counted:
    """Return which of ``hashes`` stand in which texts, with weights; common ones keep their place but no texts."""
    known, column = np.unique(hashes, return_inverse=True)
    cells, times = np.unique(column.astype(np.int64) * max(count, 1) + texts, return_counts=True)
    columns, rows = np.divmod(cells, max(count, 1))
    sizes = np.bincount(columns, minlength=known.size)
    common = sizes > max(COMMON_SHARE * count, COMMON_AT_LEAST)
    idf = np.where(common, 0.0, np.log((1 + count) / (1 + sizes)) + 1).astype(np.float32)
    kept = ~common[columns]
    return _Counted(
        hashes=known,
        idf=idf,
        sizes=np.where(common, 0, sizes),
        texts=rows[kept].astype(np.uint32),
        weights=((1 + np.log(times[kept])) * idf[columns[kept]]).astype(np.float32),
    )


def _gather(starts: NDArray[np.int64], order: NDArray[np.intp]) -> NDArray[np.int64]:
    """Return the entry numbers of all spans, the spans in ``order``."""
    sizes = np.diff(starts)[order]
    ends = np.cumsum(sizes)
    return np.repeat(starts[:-1][order] - (ends - sizes), sizes) + np.arange(int(sizes.sum()))
