"""Texts as firms would write them, placed by a person: how often the right skill comes first or among five.

The list was written by the makers of the starter list, so it flatters; it is there to notice when matching gets worse.
`development.csv`: text, language, right skills of the starter list, further right ESCO concepts; none for hopeless texts.
"""

import csv
from pathlib import Path

import pytest

from fastmap.vocabulary.esco import import_packages
from fastmap.vocabulary.index import MatchVerdict, open_index
from fastmap.vocabulary.starter import ESCO_PREFIX, STARTER_PREFIX, same_skill
from tests.support.esco_packages import REAL_ENGLISH, needs_real_esco

LIST = Path(__file__).parents[1] / "data" / "vocabulary" / "development.csv"


def labelled():
    with LIST.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    texts = [row for row in rows if row["starter"]]
    return texts, [row for row in rows if not row["starter"]]


def right(row):
    uris = {STARTER_PREFIX + slug for slug in row["starter"].split()}
    uris |= {ESCO_PREFIX + mark for mark in row["esco"].split()}
    return uris | {same_skill()[uri] for uri in uris if uri in same_skill()}


def measure(index):
    """Return hit@1, hit@5, share of right texts left without a suggestion, share of hopeless texts rightly left."""
    texts, hopeless = labelled()
    first = fifth = lost = left = 0
    for row in texts:
        (match,) = index.match([row["text"]], row["language"], 5)
        uris = [candidate.uri for candidate in match.candidates]
        first += uris[0] in right(row)
        fifth += bool(right(row) & set(uris))
        lost += match.verdict is MatchVerdict.NONE
        assert not (match.is_certain and uris[0] not in right(row)), f"{row['text']} would be placed wrongly, unasked"
    for row in hopeless:
        left += index.match([row["text"]], row["language"])[0].verdict is MatchVerdict.NONE
    return first / len(texts), fifth / len(texts), lost / len(texts), left / len(hopeless)


def test_the_list_is_large_enough_in_both_languages():
    texts, hopeless = labelled()

    assert len(texts) >= 60
    assert len(hopeless) >= 15
    assert {language: sum(row["language"] == language for row in texts) >= 30 for language in ("en", "es")} == {
        "en": True,
        "es": True,
    }


def test_the_starter_list_places_what_firms_write(tmp_path):
    first, fifth, lost, left = measure(open_index(tmp_path))

    assert first >= 0.93
    assert fifth >= 0.96
    assert lost <= 0.10
    assert left >= 0.90


@pytest.mark.slow
def test_esco_and_the_starter_list_together_place_what_firms_write(tmp_path):
    needs_real_esco(REAL_ENGLISH)
    import_packages([REAL_ENGLISH], tmp_path)

    first, fifth, lost, left = measure(open_index(tmp_path))

    assert first >= 0.84
    assert fifth >= 0.93
    assert lost <= 0.06
    assert left >= 0.75
