"""How alike a text and a label are, beyond counting n-grams: the words that matter, with typos and endings forgiven."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process
from rapidfuzz.distance import JaroWinkler

from fastmap.vocabulary.arrays import hash_texts

GRAM_SHARE = 0.40
WORD_SHARE = 0.45
STRING_SHARE = 0.15
"""What n-gram likeness, word likeness and string likeness add to a score. Tuned on tests/data/vocabulary."""

TEXT_COVERED = 0.70
"""How much of the word likeness is "the text's words stand in the label"; the rest is the other way round."""

_SAME_WORD = 0.82
"""Words less alike than this (Jaro-Winkler, 0–1) are different words."""


def scores(
    words: Sequence[str],
    labels: Sequence[Sequence[str]],
    grams: NDArray[np.float32],
    rarity: Callable[[Sequence[str]], NDArray[np.float32]],
) -> NDArray[np.float64]:
    """Return the likeness (0–1) of a text to each label, both as words without fillers, at least one each.

    ``grams`` is the n-gram likeness (0–1) of the text to each label, ``rarity`` tells how rare words are (1 and more).
    """
    if not labels:
        return np.zeros(0)
    vocabulary = list(dict.fromkeys(word for label in labels for word in label))
    column = {word: place for place, word in enumerate(vocabulary)}
    same = process.cdist(words, vocabulary, scorer=JaroWinkler.similarity, dtype=np.float32)
    same[same < _SAME_WORD] = 0.0
    text_weights, label_weights = rarity(words), rarity(vocabulary)
    best_in_text = same.max(axis=0) * label_weights
    columns = np.array([column[word] for label in labels for word in label])
    starts = np.cumsum([0, *(len(label) for label in labels[:-1])])
    of_text = text_weights @ np.maximum.reduceat(same[:, columns], starts, axis=1) / text_weights.sum()
    of_label = np.add.reduceat(best_in_text[columns], starts) / np.add.reduceat(label_weights[columns], starts)
    covered = (TEXT_COVERED * of_text + (1 - TEXT_COVERED) * of_label).astype(np.float64)
    joined = [" ".join(label) for label in labels]
    strings = process.cdist([" ".join(words)], joined, scorer=fuzz.token_sort_ratio)[0] / 100
    likeness: NDArray[np.float64] = GRAM_SHARE * grams + WORD_SHARE * covered + STRING_SHARE * strings
    return likeness


def word_rarity(
    words: Sequence[str], known: NDArray[np.uint64], idf: NDArray[np.float32], unknown: float
) -> NDArray[np.float32]:
    """Return how rare each word is among all labels; ``unknown`` for words that none has."""
    hashes = hash_texts(words)
    places = np.minimum(np.searchsorted(known, hashes), known.size - 1)
    return np.where(known[places] == hashes, idf[places], np.float32(unknown))
