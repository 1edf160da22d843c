"""A language of decisions or reports has everything that they say: all files, each with every key, fact and plural form."""

import re
from collections.abc import Iterator, Mapping

import pytest

from fastmap.catalogue.folder import catalogue_folder
from fastmap.catalogue.reading import load_catalogue
from fastmap.catalogue.texts import Entry, decision_languages, form_languages, report_languages, shipped_languages
from fastmap.model.choices import PartnerType
from fastmap.model.normalise import text_key
from fastmap.report.build import build_report
from fastmap.tasks.partner_edits import HIGHEST_STAGE
from tests.report.whole_cluster import MADE_ON, whole_results
from tests.support.decision_texts import (
    carried_entries,
    files_of,
    other_sentences,
    own_texts,
    sample_results,
    sentences,
)

OTHERS = [language for language in decision_languages() if language != "en"]
NAMES = ("practice.", "source.")
"""Names of practices and of papers stay as they are."""
_WORD = re.compile(r"[^\W\d_]{2,}")
"""Two letters at least: "(n = 97)" says the same in every language."""
_PLACE = re.compile(r"\{(\w+)\}")


def carried(language: str, own: str | None = None) -> Mapping[str, Entry]:
    """Return what ``language`` must say, in the words of ``own`` (its own where ``None``)."""
    return carried_entries(own or language, files_of(language))


def forms(entry: object) -> dict[str, str]:
    return {"": entry} if isinstance(entry, str) else dict(entry)  # type: ignore[call-overload]  # plural table


def facts(text: str) -> set[str]:
    return set(_PLACE.findall(text))


def longest(entry: object) -> int:
    """Return how many words the longest form has beside its facts."""
    return max(len(_WORD.findall(_PLACE.sub("", text))) for text in forms(entry).values())


def plurals(language: str) -> Iterator[tuple[str, dict[str, str]]]:
    return ((key, forms(entry)) for key, entry in carried(language).items() if not isinstance(entry, str))


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    return sample_results(tmp_path_factory.mktemp("sample"))


def test_decisions_are_said_in_the_seven_languages_of_the_forms() -> None:
    assert decision_languages() == form_languages()
    assert set(shipped_languages()) <= set(report_languages()) <= set(decision_languages())


@pytest.mark.parametrize("language", decision_languages())
def test_a_language_of_decisions_has_all_files_of_the_group(language: str) -> None:
    folder = catalogue_folder().joinpath("texts").joinpath(language)

    assert [file for file in files_of(language) if not folder.joinpath(f"{file}.toml").is_file()] == []


@pytest.mark.parametrize("language", OTHERS)
def test_it_has_every_key_and_no_other(language: str) -> None:
    assert carried(language).keys() ^ carried(language, "en").keys() == set()


@pytest.mark.parametrize("language", OTHERS)
def test_it_says_the_same_facts_in_every_form(language: str) -> None:
    """What "one" leaves unsaid, such as the number, every other form says."""
    in_english = carried(language, "en")
    for key, entry in carried(language).items():
        english = forms(in_english[key])
        needed = facts(english.get("other", english.get("", "")))
        for form, text in forms(entry).items():
            assert facts(text) <= needed, (key, form)
            assert facts(text) | {"count"} >= {*(needed if form != "one" else facts(english["one"]))}, (key, form)
            assert form == "one" or facts(text) == needed, (key, form)


@pytest.mark.parametrize("language", decision_languages())
def test_plural_texts_have_each_form_that_whole_numbers_under_a_million_take(language: str) -> None:
    plural_form = own_texts(language).locale.plural_form
    needed = {plural_form(number) for number in range(1000)} | {"other"}

    assert {key: found.keys() for key, found in plurals(language) if found.keys() != needed} == {}


@pytest.mark.parametrize("language", decision_languages())
def test_nought_of_something_is_not_said_as_one_of_it(language: str) -> None:
    """In French "one" also stands for nought, so it must say the number wherever there may be none."""
    if own_texts(language).locale.plural_form(0) != "one":
        return
    may_be_none = ("indicator_facts.", "quality_warning.", "imbalance_note.", "advice.")

    assert [
        key for key, found in plurals(language) if key.startswith(may_be_none) and "{count}" not in found["one"]
    ] == []


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_is_left_in_english(language: str) -> None:
    english = carried(language, "en")
    same = {
        key
        for key, entry in carried(language).items()
        if entry == english[key] and not key.startswith(NAMES) and longest(entry) > 2
    }

    assert same == set()


@pytest.mark.parametrize("language", decision_languages())
def test_its_texts_have_no_stray_blanks_and_no_letters_of_other_alphabets(language: str) -> None:
    """Romanian has a comma under s and t: the cedilla of other languages cannot be searched for."""
    for key, entry in carried(language).items():
        for text in forms(entry).values():
            assert text == text.strip(), key
            assert "  " not in text, key
            assert not set(text) & set("şţŞŢ"), key


@pytest.mark.parametrize("language", decision_languages())
def test_everything_about_the_sample_is_said_without_english_behind_it(language: str, results) -> None:
    texts = own_texts(language)
    said = [texts.say(message) for item in results.recommendations for _line, message in sentences(item)] + [
        texts.say(message) for _line, message in other_sentences(results)
    ]

    assert len(results.recommendations) > 3
    assert all(said)
    assert not any(_PLACE.search(sentence) for sentence in said)


@pytest.mark.parametrize("anonymous", [False, True])
@pytest.mark.parametrize("language", report_languages())
def test_a_whole_report_is_said_without_english_behind_it(language: str, anonymous: bool) -> None:
    texts = own_texts(language)

    report = build_report(whole_results(), load_catalogue(), texts, anonymous=anonymous, made_on=MADE_ON)

    assert report.title == texts.get("report.title", cluster=whole_results().snapshot.cluster.name)


@pytest.mark.parametrize("family", ["stage", "partner_type_short"])
def test_a_word_of_a_pasted_list_means_the_same_in_every_language(family: str) -> None:
    values = map(str, range(HIGHEST_STAGE + 1)) if family == "stage" else map(str, PartnerType)
    keys = [f"{family}.{value}" for value in values]
    meant: dict[str, set[str]] = {}
    for language in decision_languages():
        for key in keys:
            meant.setdefault(text_key(own_texts(language).term(key)), set()).add(key)

    assert {word: found for word, found in meant.items() if len(found) > 1} == {}
