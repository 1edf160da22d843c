"""The n-gram index against the definition, written out plainly."""

import math
from collections import Counter

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from fastmap.model.normalise import text_key
from fastmap.vocabulary.ngrams import LENGTHS, build_postings

words = st.text(alphabet="abcdeñßé", min_size=1, max_size=8)
keys = st.lists(st.lists(words, min_size=1, max_size=4).map(" ".join), min_size=1, max_size=12)


def plain_grams(key):
    return Counter(
        padded[start : start + length]
        for word in key.split()
        for padded in [f" {word} "]
        for length in LENGTHS
        for start in range(len(padded) - length + 1)
    )


def plain_similarities(query, texts):
    counts = [plain_grams(text) for text in texts]
    holders = Counter(gram for count in counts for gram in count)
    idf = {gram: math.log((1 + len(texts)) / (1 + held)) + 1 for gram, held in holders.items()}

    def vector(count, unknown):
        weights = {gram: (1 + math.log(times)) * idf.get(gram, unknown) for gram, times in count.items()}
        length = math.sqrt(sum(weight**2 for weight in weights.values())) or 1
        return {gram: weight / length for gram, weight in weights.items()}

    asked = vector(plain_grams(query), max(idf.values()))
    return [sum(weight * asked.get(gram, 0) for gram, weight in vector(count, 0).items()) for count in counts]


@settings(max_examples=60, deadline=None)
@given(st.lists(words, min_size=1, max_size=3).map(" ".join), keys)
def test_likeness_is_the_cosine_of_tf_idf_weights(query, texts):
    found = build_postings(texts).similarities(query)

    # Weights are kept in steps of 1/255.
    assert np.allclose(found, plain_similarities(query, texts), atol=0.04)


def test_a_text_is_most_like_itself():
    texts = ["cnc programming", "plc programming", "tig welding", "project management"]
    index = build_postings(texts)

    assert [int(index.similarities(text).argmax()) for text in texts] == [0, 1, 2, 3]
    assert float(index.similarities("tig welding")[2]) > 0.98


def test_a_typo_keeps_most_of_the_likeness():
    likeness = build_postings(["programming", "accounting", "recycling"]).similarities("programing")

    assert likeness[0] > 0.7 > 0.4 > likeness[1]


def test_grams_that_nearly_every_text_has_are_passed_over():
    texts = [f"manage thing{number}" for number in range(1200)]

    likeness = build_postings(texts).similarities("manage")

    assert float(likeness.max()) == 0.0


@given(st.text())
def test_any_text_can_be_compared(text):
    likeness = build_postings(["tig welding"]).similarities(text_key(text))

    assert likeness.shape == (1,)
    assert 0.0 <= float(likeness[0]) <= 1.02
