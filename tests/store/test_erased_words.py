"""Which words are taken out of texts and bytes, and which stay."""

import json
import time
import unicodedata
from collections import Counter

import pytest

from fastmap.catalogue.texts import form_languages, load_texts
from fastmap.store import folded
from fastmap.store.erased_words import ErasedWords, names_nobody
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


def test_json_stays_json_without_the_name_and_keys_of_the_program_stay():
    words = ErasedWords((NAME, "Kind"), "[erased]")
    row = {
        "id": "Kind",
        "raw": json.dumps({"kind": f"ask {NAME}"}),
        "links": json.dumps([{"name": NAME, "kind": "kind"}]),
    }

    swept = with_texts("responses", row, words.out_of)

    assert swept["id"] == "Kind"
    assert json.loads(swept["raw"]) == {"kind": "ask [erased]"}
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


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("José Ruiz García", "Ruiz García, José"),
        ("José Ruiz García", "García, José Ruiz"),
        ("José Ruiz García", "RUIZ GARCIA JOSE"),
        ("Ruiz García, José", "José Ruiz García"),
        ("Anna Weiß", "ANNA WEISS"),
        ("Anna Weiß", "Weiss, Anna"),
        ("Anna Weiß", "Anna\u00a0Weiß"),
        ("Anna Weiß", "An\u00adna \u200bWeiß"),
        ("Anna Weiß", "Anna\u200bWeiß"),
        ("Anna Weiß", "An\u202ena\u2067 Weiß"),
        ("Anna Weiß", "Anna_Weiß"),
        ("José Ruiz García", "Ruiz García,José"),
        ("José Ruiz García", "Ruiz García , José"),
        ("José Ruiz García", "Ruiz_García,_José"),
        ("José Ruiz García", "Jose.Ruiz.Garcia"),
        ("J. Ruiz", "J.Ruiz"),
        ("Pat O'Neil", "Pat O`Neil"),
        ("Pat O`Neil", "Pat O'Neil"),
        ("Ștefan Țepeș", "Ştefan Ţepeş"),
        ("Ştefan Ţepeş", "Țepeș Ștefan"),
        ("Sean O'Neil", "O’Neil Sean"),
        ("Jean-Luc Petit", "Jean\u2011Luc Petit"),
        ("İbrahim Çelik", "ibrahim çelik"),
        ("Łukasz Żak", "Lukasz Zak"),
        ("Zoë Peña", unicodedata.normalize("NFD", "Peña, Zoë")),
    ],
)
def test_a_name_goes_in_every_order_and_however_programs_write_its_letters(name, text):
    words = ErasedWords((name,), "[erased]")

    assert words.out_of(f"ask {text}: soon") == "ask [erased]: soon"
    assert words.are_in(text)


@pytest.mark.parametrize(
    "text",
    ["José Ruiz", "Ruiz García", "Josés Ruiz García", "José Ruiz Garcíaz", "José. Ruiz García", "José, Ruiz García"],
)
def test_part_of_a_name_and_longer_names_stay_word_for_word(text):
    assert ErasedWords(("José Ruiz García",), "[erased]").out_of(f"ask {text}…") == f"ask {text}…"


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("O'Neil Sean", "O’Neil Sean"),
        ("O'Neil Sean", "O`Neil Sean"),
        ("Ștefan Țepeș", "Ştefan Ţepeş"),
        ("Ana Sorbe", "ana-sorbe"),
        ("José Ruiz García", "Ruiz García,José"),
        ("José Ruiz García", "RUIZ GARCÍA , JOSÉ"),
        ("José Ruiz García", "Jose.Ruiz.Garcia"),
        ("José Ruiz García", "José Ruiz-García"),
        ("José Ruiz García", "José\tRuiz \r\n  García"),
        ("José Ruiz García", "José\u00a0Ruiz García"),
        ("Jürgen Weiß", "JÜRGEN WEIẞ"),
        ("Jürgen Weiß", "Jürgen Weiẞ"),
    ],
)
def test_bytes_are_searched_for_the_letters_that_programs_put_for_one_another(name, written):
    assert ErasedWords((name,), "").are_in_bytes(f"<{written}>".encode())


@pytest.mark.parametrize("written", ["Ruiz García,José", "Ruiz García , José", "José-Ruiz-García"])
def test_bytes_of_two_a_letter_are_searched_for_names_without_and_with_blanks(written):
    assert ErasedWords(("José Ruiz García",), "").are_in_bytes(f"<{written}>".encode("utf-16-le"))


def test_a_name_of_no_words_finds_nothing_but_itself():
    words = ErasedWords((",,,,", "...."), "[x]")

    assert [words.out_of(text) for text in ("a, b. c", ",,,,", "one word")] == ["a, b. c", "[x]", "one word"]
    assert not words.are_in_bytes(b"a, b. c; one word")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("write to jose.ruiz.garcia@firm.example.", "write to [x]."),
        ("<jose_ruiz_garcia.2+news@mail.firm.example>", "<[x]>"),
        ("jose.ruiz.garcia@", "[x]@"),
        ("jose.ruiz.garcias@firm.example", "jose.ruiz.garcias@firm.example"),
    ],
)
def test_an_address_that_begins_with_a_name_goes_as_a_whole(text, left):
    assert ErasedWords(("José Ruiz García",), "[x]").out_of(text) == left


def test_in_every_language_what_stands_for_an_erased_name_is_known_again():
    for language in form_languages():
        assert names_nobody(load_texts(language).term("erasure.placeholder")), language


@pytest.mark.parametrize(
    ("said", "name", "is_in"),
    [
        ("press-of-mecanizados-zzyx", FIRM, True),
        ("zzyx-mecanizados-press", FIRM, True),
        ("press-of-mecanizados", FIRM, False),
        ("the-very-long-name-of-a-press-of-mecaniz", FIRM, True),
        ("the-very-long-name-of-a-press-of-machine", FIRM, False),
        ("soldar-pena", "Peña", True),
        ("soldar-penasco", "Peña", False),
        ("li", "Li", True),
        ("weld-li", "Li", False),
    ],
)
def test_a_name_is_known_in_the_spelling_of_ids_also_where_they_cut_it(said, name, is_in):
    assert ErasedWords((name,), "").are_in_slug(said, cut_at=40) is is_in


def test_a_text_full_of_a_name_is_gone_through_once_however_long(monkeypatch):
    looked_up = Counter()

    class Counted(type(folded._FOLDING)):
        def __getitem__(self, letter):
            looked_up[times] += 1
            return super().__getitem__(letter)

    monkeypatch.setattr(folded, "_FOLDING", Counted())
    words = ErasedWords(("José Peña",), "[x]")
    for times in (100, 400):
        assert words.out_of("é José Peña " * times) == "é [x] " * times

    assert looked_up[400] < 5 * looked_up[100], "each find went through the whole text once"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Weiß, Weiß\u00ad; ﬁn", "[x], [x]; ﬁn"),
        ("½ Weiss ½ WEISS", "½ [x] ½ [x]"),
        ("We\u0301iß\u0301 Weiß\u0301", "[x] [x]"),
        ("\u200bWeiss \u200bWeiss\u200b", "\u200b[x] \u200b[x]"),
    ],
)
def test_what_stands_around_a_name_stays_letter_by_letter_where_letters_fold_to_several_or_none(text, left):
    assert ErasedWords(("Weiß",), "[x]").out_of(text) == left


def test_two_names_that_one_letter_folds_to_go_with_it():
    assert ErasedWords(("عليه", "وسلم"), "[x]").out_of("so: ﷺ.") == "so: [x][x]."
