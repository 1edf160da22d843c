"""How alike a text and a label are, beyond counting n-grams: the words that matter, with typos and endings forgiven."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process
from rapidfuzz.distance import JaroWinkler

from fastmap.vocabulary.arrays import hash_texts

GRAM_SHARE = 0.35
WORD_SHARE = 0.45
STRING_SHARE = 0.20
"""What n-gram likeness, word likeness and string likeness add to a score. Tuned on tests/data/vocabulary."""

TEXT_COVERED = 0.65
"""How much of the word likeness is "the text's words stand in the label"; the rest is the other way round."""

_SAME_WORD = 0.82
"""Words less alike than this (Jaro-Winkler, 0–1) are different words."""


def scores(
    words: Sequence[str],
    rarity: NDArray[np.float32],
    keys: Sequence[str],
    grams: NDArray[np.float32],
    label_words: Sequence[Sequence[str]],
    label_rarity: Sequence[NDArray[np.float32]],
) -> NDArray[np.float64]:
    """Return the likeness (0–1) of a text to each label.

    ``words`` and ``label_words`` come without fillers, each word with its ``rarity`` (1 and more); ``keys`` are the
    whole labels, ``grams`` their n-gram likeness (0–1) to the text.
    """
    if not keys:
        return np.zeros(0)
    vocabulary = list(dict.fromkeys(word for label in label_words for word in label))
    column = {word: place for place, word in enumerate(vocabulary)}
    same = process.cdist(words, vocabulary, scorer=JaroWinkler.similarity, dtype=np.float32)
    same[same < _SAME_WORD] = 0.0
    covered = np.empty(len(keys))
    for place, (label, weights) in enumerate(zip(label_words, label_rarity, strict=True)):
        pairs = same[:, [column[word] for word in label]]
        of_text = float(pairs.max(axis=1) @ rarity) / float(rarity.sum())
        of_label = float(pairs.max(axis=0) @ weights) / float(weights.sum())
        covered[place] = TEXT_COVERED * of_text + (1 - TEXT_COVERED) * of_label
    text = " ".join(words)
    strings = process.cdist([text], [" ".join(label) for label in label_words], scorer=fuzz.token_sort_ratio)[0] / 100
    return GRAM_SHARE * grams + WORD_SHARE * covered + STRING_SHARE * strings


def word_rarity(
    words: Sequence[str], known: NDArray[np.uint64], idf: NDArray[np.float32], unknown: float
) -> NDArray[np.float32]:
    """Return how rare each word is among all labels; ``unknown`` for words that none has."""
    hashes = hash_texts(words)
    places = np.minimum(np.searchsorted(known, hashes), known.size - 1)
    return np.where(known[places] == hashes, idf[places], np.float32(unknown))
