"""Which words are taken out of texts and bytes, and which stay."""

import json
import time

import pytest

from fastmap.store.erased_words import ErasedWords
from fastmap.store.free_texts import with_texts
from tests.store.erasing import EMAIL, FIRM, NAME


def test_short_names_go_only_where_they_are_the_whole_text():
    words = ErasedWords(("Li",), "[erased]")

    assert [words.out_of(text) for text in ("Li", " li ", "Link", "Ask Li")] == [
        "[erased]",
        "[erased]",
        "Link",
        "Ask Li",
    ]


def test_longer_words_that_contain_a_name_stay():
    words = ErasedWords(("Martin",), "[erased]")

    assert words.out_of("Martinez asked Martin") == "Martinez asked [erased]"


def test_json_stays_json_without_the_name_and_its_keys_stay():
    words = ErasedWords((NAME, "Kind"), "[erased]")
    row = {
        "id": "Kind",
        "raw": json.dumps({"Kind": f"ask {NAME}"}),
        "links": json.dumps([{"name": NAME, "kind": "kind"}]),
    }

    swept = with_texts("responses", row, words.out_of)

    assert swept["id"] == "Kind"
    assert json.loads(swept["raw"]) == {"Kind": "ask [erased]"}
    assert json.loads(swept["links"]) == [{"name": "[erased]", "kind": "kind"}]


def test_a_name_that_an_encoding_cannot_write_is_not_looked_for_in_pieces():
    assert not ErasedWords(("Łukasz",), "").are_in_bytes(b"a cookbook of ukasz and others")
    assert not ErasedWords(("Ștefan Țîru",), "").are_in_bytes(b"tefan ru")


@pytest.mark.parametrize(
    ("name", "encoding"), [("Łukasz", "cp1250"), ("Peñarrubia", "latin-1"), ("Łukasz", "utf-16-be")]
)
def test_a_name_is_found_in_the_encodings_that_have_its_letters(name, encoding):
    assert ErasedWords((name,), "").are_in_bytes(b"..." + name.encode(encoding) + b"...")


def test_looking_through_many_backups_takes_no_minutes():
    words = ErasedWords((NAME, EMAIL, "Łukasz Żółć", FIRM), "")
    content = bytes(range(1, 256)) * 16_000

    start = time.process_time()

    assert not words.are_in_bytes(content)
    assert time.process_time() - start < 2, "four megabytes took eight seconds once"
    assert words.are_in_bytes(content + NAME.upper().encode("utf-16-le"))
