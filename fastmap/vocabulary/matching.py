"""Placing free text: equal labels first, then what is alike by n-grams, ranked again by words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from fastmap.model.ids import LanguageCode, SkillUri
from fastmap.model.normalise import text_key
from fastmap.vocabulary import likeness
from fastmap.vocabulary.building import HIDDEN, PREFERRED, About, Arrays, equality_hash
from fastmap.vocabulary.folding import fold_words, meaningful_words, says_nothing
from fastmap.vocabulary.results import Candidate, CandidateHow, MatchVerdict, TextMatch

SUGGEST_FROM = 0.55
"""Score from which a candidate is worth showing to a person. Tuned on tests/data/vocabulary."""
MAX_LETTERS = 300
"""A longer text is no name of a skill; what stands beyond is not looked at."""

_LOOKED_AT = 60
"""Labels of the stated language that are ranked again, and half as many of the others."""
_OTHER_LANGUAGE = 0.9
"""A label of another language counts this much less: labels of the stated language lead."""
_HIGHEST = 0.99
"""1 is kept for equal labels."""


class Matcher:
    """Searches one index."""

    def __init__(self, arrays: Arrays, about: About) -> None:
        """Search ``arrays``."""
        self._arrays = arrays
        self._languages = about.languages
        self._rarest = float(arrays.word_idf.max()) if arrays.word_idf.size else 1.0

    def match(self, text: str, language: LanguageCode, top: int) -> TextMatch:
        """Return up to ``top`` skills that ``text``, said to be in ``language``, may mean."""
        key = text_key(text)[:MAX_LETTERS].strip()
        equal, is_certain = self._equal(key, language)
        found = self._similar(key, language) if key else {}
        found |= equal
        ranked = sorted(found.items(), key=lambda item: (-item[1][0], item[1][2], item[0]))[:top]
        candidates = tuple(
            self.candidate(concept, label, language, score, how) for concept, (score, how, label) in ranked
        )
        if any(how is CandidateHow.EXACT for _, how, _ in equal.values()):
            verdict = MatchVerdict.EXACT
        elif candidates and candidates[0].score >= SUGGEST_FROM and not says_nothing(key):
            verdict = MatchVerdict.SUGGEST
        else:
            verdict = MatchVerdict.NONE
        return TextMatch(text=text, language=language, verdict=verdict, candidates=candidates, is_certain=is_certain)

    def candidate(self, concept: int, label: int, language: LanguageCode, score: float, how: CandidateHow) -> Candidate:
        """Return ``concept``, found through ``label``, as people of ``language`` should see it."""
        shown = self._shown_label(concept, label, language)
        return Candidate(
            uri=SkillUri(self._arrays.uris[concept]),
            label=self._arrays.labels[shown],
            language=self._languages[int(self._arrays.languages[shown])],
            score=round(score, 4),
            how=how,
            name=self._arrays.labels[label],
        )

    def language_place(self, language: LanguageCode) -> int:
        """Return the place of ``language`` among the loaded ones, -1 if it is not loaded."""
        return self._languages.index(language) if language in self._languages else -1

    def _shown_label(self, concept: int, label: int, language: LanguageCode) -> int:
        span = range(int(self._arrays.first_label[concept]), int(self._arrays.first_label[concept + 1]))
        preferred = {int(self._arrays.languages[i]): i for i in span if self._arrays.ranks[i] == PREFERRED}
        wanted = (self.language_place(language), int(self._arrays.languages[label]))
        return next((preferred[place] for place in wanted if place in preferred), label)

    def _equal(self, key: str, language: LanguageCode) -> tuple[dict[int, tuple[float, CandidateHow, int]], bool]:
        """Return the skills with an equal label (score 1), and whether that settles the matter."""
        found: dict[int, tuple[float, CandidateHow, int]] = {}
        best: dict[int, int] = {}
        if not key:
            return found, False
        for code in self._languages:
            for label in self._equal_labels(key, code):
                concept, rank = int(self._arrays.concepts[label]), int(self._arrays.ranks[label])
                if code == language:
                    # Written the same beats the same but for the plural; the preferred name beats other names.
                    order = 3 * (self._arrays.keys[label] != key) + rank
                    if order < best.get(concept, 9):
                        best[concept] = order
                        found[concept] = (1.0, CandidateHow.EXACT, label)
                elif concept not in found:
                    found[concept] = (_HIGHEST * (1 - 0.01 * rank), CandidateHow.OTHER_LANGUAGE, label)
        if not best:
            return found, False
        lowest = min(best.values())
        leading = [concept for concept, order in best.items() if order == lowest]
        ordered = {
            concept: (
                entry[0] if best.get(concept) == lowest else min(entry[0], 1 - 0.001 * (best.get(concept, 8) + 1)),
                *entry[1:],
            )
            for concept, entry in found.items()
        }
        return ordered, len(leading) == 1 and lowest % 3 != HIDDEN

    def _equal_labels(self, key: str, language: LanguageCode) -> list[int]:
        folded = fold_words(key, language)
        wanted = np.uint64(equality_hash(language, folded))
        first, last = np.searchsorted(self._arrays.equal_hashes, [wanted, wanted + np.uint64(1)]).tolist()
        labels: list[int] = self._arrays.equal_labels[first:last].tolist()
        return [label for label in labels if fold_words(self._arrays.keys[label], language) == folded]

    def _similar(self, key: str, language: LanguageCode) -> dict[int, tuple[float, CandidateHow, int]]:
        """Return the best label of each skill that is alike in spelling."""
        words = meaningful_words(key, language)
        grams = self._arrays.grams.similarities(" ".join(words))
        labels = self._worth_a_look(grams, language)
        keys = [self._arrays.keys[label] for label in labels]
        label_words = [
            meaningful_words(k, self._languages[self._arrays.languages[i]]) for k, i in zip(keys, labels, strict=True)
        ]
        scores = likeness.scores(
            words, self._rarity(words), keys, grams[labels], label_words, [self._rarity(ws) for ws in label_words]
        )
        scores = np.where(
            self._arrays.languages[labels] == self.language_place(language), scores, scores * _OTHER_LANGUAGE
        )
        found: dict[int, tuple[float, CandidateHow, int]] = {}
        for label, score in zip(labels, scores.tolist(), strict=True):
            concept = int(self._arrays.concepts[label])
            if concept not in found or score > found[concept][0]:
                found[concept] = (min(score, _HIGHEST - 0.001), CandidateHow.SIMILAR, label)
        return found

    def _worth_a_look(self, grams: NDArray[np.float32], language: LanguageCode) -> list[int]:
        own = self._arrays.languages == self.language_place(language)
        return [*_largest(np.where(own, grams, 0), _LOOKED_AT), *_largest(np.where(own, 0, grams), _LOOKED_AT // 2)]

    def _rarity(self, words: Sequence[str]) -> NDArray[np.float32]:
        return likeness.word_rarity(words, self._arrays.word_hashes, self._arrays.word_idf, self._rarest)


def _largest(values: NDArray[np.float32], count: int) -> list[int]:
    """Return the places of the ``count`` largest values above 0, in the order of their places."""
    places = np.flatnonzero(values > 0)
    if places.size > count:
        places = places[np.argpartition(values[places], -count)[-count:]]
    return sorted(places.tolist())
