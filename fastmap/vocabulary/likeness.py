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
    """Return the likeness (0–1) of a text to each label, both as words without fillers.

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
    covered = np.empty(len(labels), dtype=np.float64)
    for place, label in enumerate(labels):
        columns = [column[word] for word in label]
        of_text = float(same[:, columns].max(axis=1) @ text_weights)
        of_label = float(best_in_text[columns].sum()) / float(label_weights[columns].sum())
        covered[place] = TEXT_COVERED * of_text / float(text_weights.sum()) + (1 - TEXT_COVERED) * of_label
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
