"""How well texts are matched: labelled lists, and what is counted on them."""

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from fastmap.vocabulary import encoder
from fastmap.vocabulary.index import MatchVerdict
from fastmap.vocabulary.starter import ESCO_PREFIX, STARTER_PREFIX, same_skill

LISTS = Path(__file__).parents[1] / "data" / "vocabulary"


@dataclass(frozen=True)
class Labelled:
    text: str
    language: str
    right: frozenset
    """Empty for texts that no skill fits."""


def labelled(name, *languages):
    """Return the texts of a list, of some languages or all."""
    with (LISTS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if not languages or row["language"] in languages]
    return [Labelled(row["text"], row["language"], right(row)) for row in rows]


def right(row):
    """Return every skill that is a right answer: of the starter list, of ESCO, and what equals them in the other."""
    uris = {STARTER_PREFIX + slug for slug in row["starter"].split()}
    uris |= {ESCO_PREFIX + mark for mark in row["esco"].split()}
    return frozenset(uris | {same_skill()[uri] for uri in uris if uri in same_skill()})


@dataclass(frozen=True)
class Quality:
    first: float
    """Share of texts whose first candidate is right (hit@1)."""
    fifth: float
    """Share with a right one among five."""
    reciprocal: float
    """Mean of 1/place of the first right one among fifty (MRR)."""
    lost: float
    """Share of texts with a right answer that get the verdict none."""
    left: float
    """Share of hopeless texts that rightly get the verdict none."""

    def __str__(self):
        return (
            f"{self.first:.2f} / {self.fifth:.2f} / {self.reciprocal:.2f}, lost {self.lost:.2f}, left {self.left:.2f}"
        )


def quality(matches, texts):
    """Return what ``matches`` (one per text, up to fifty candidates) are worth."""
    places, lost, left = [], [], []
    for match, text in zip(matches, texts, strict=True):
        if text.right:
            ranked = [candidate.uri in text.right for candidate in match.candidates]
            places.append(ranked.index(True) + 1 if True in ranked else np.inf)
            lost.append(match.verdict is MatchVerdict.NONE)
        else:
            left.append(match.verdict is MatchVerdict.NONE)
    ranks = np.array(places)
    mean = float(np.mean(left)) if left else float("nan")
    return Quality(
        float(np.mean(ranks <= 1)), float(np.mean(ranks <= 5)), float(np.mean(1 / ranks)), float(np.mean(lost)), mean
    )


def by_spelling(index, texts):
    return [index._matcher.match_spelling(text.text, text.language, 50) for text in texts]


def final(index, texts):
    found = {}
    for language in {text.language for text in texts}:
        own = [text.text for text in texts if text.language == language]
        found |= {(language, match.text): match for match in index.match(own, language, 50)}
    return [found[text.language, text.text] for text in texts]


def by_meaning(index, texts):
    """Return matches by the encoder alone; it has no threshold, so the verdict is always *suggest*."""
    results = []
    for text in texts:
        alike = index._matcher._meanings.likeness(encoder.encode([text.text]))[0]
        best = np.argsort(-alike, kind="stable")[:50].tolist()
        results.append(_Meant(tuple(_Uri(index._arrays.uris[place]) for place in best)))
    return results


@dataclass(frozen=True)
class _Uri:
    uri: str


@dataclass(frozen=True)
class _Meant:
    candidates: tuple
    verdict = MatchVerdict.SUGGEST
