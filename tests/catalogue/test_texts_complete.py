"""Every text is there in every language, says the same facts, and is our own."""

import re
from collections.abc import Iterator
from enum import StrEnum

import pytest

from fastmap.catalogue.checking import ACTION_PARTS, CHOICES, needed_texts, word_family
from fastmap.catalogue.reading import load_catalogue
from fastmap.catalogue.texts import decision_languages, load_texts, shipped_languages
from fastmap.model.normalise import text_key
from fastmap.texts import Texts

LANGUAGES = shipped_languages()
DECISION_LANGUAGES = decision_languages()
_PLACE = re.compile(r"\{(\w+)\}")


def own(language: str) -> Texts:
    """Return the texts of one language without English behind them."""
    texts = load_texts(language)
    return Texts(texts.language, texts.entries)


def forms(entry: object) -> list[str]:
    return [entry] if isinstance(entry, str) else list(entry.values())  # type: ignore[attr-defined]  # plural table


def needed_keys() -> Iterator[str]:
    catalogue = load_catalogue()
    yield from needed_texts(catalogue)
    yield from catalogue.sources.values()


def test_the_catalogue_names_the_languages_that_are_shipped() -> None:
    assert set(load_catalogue().languages) <= set(LANGUAGES)
    assert LANGUAGES[0] == "en"


@pytest.mark.parametrize("language", DECISION_LANGUAGES)
def test_everything_of_the_catalogue_has_its_text(language: str) -> None:
    texts = own(language)

    assert [key for key in needed_keys() if key not in texts] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_key(language: str) -> None:
    assert set(own(language).entries) ^ set(own("en").entries) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_uses_the_same_facts(language: str) -> None:
    english = own("en").entries
    differing = {
        key
        for key, entry in own(language).entries.items()
        if key in english
        and {place for form in forms(entry) for place in _PLACE.findall(form)}
        != {place for form in forms(english[key]) for place in _PLACE.findall(form)}
    }

    assert differing == set()


@pytest.mark.parametrize("language", DECISION_LANGUAGES)
def test_plural_texts_have_the_forms_their_language_needs_and_ask_for_a_count(language: str) -> None:
    texts = own(language)
    needed = set(texts.locale.plural_form.tags) | {"other"}

    wrong = [
        key
        for key, entry in texts.entries.items()
        if not isinstance(entry, str) and ("other" not in entry or not set(entry) <= needed | {"one"})
    ]

    assert wrong == []


@pytest.mark.parametrize("language", DECISION_LANGUAGES)
@pytest.mark.parametrize("kind", CHOICES, ids=lambda kind: kind.__name__)
def test_words_of_one_choice_differ_so_that_tables_can_be_read_back(language: str, kind: type[StrEnum]) -> None:
    texts = own(language)

    words = [text_key(texts.term(f"{word_family(kind)}.{member.value}")) for member in kind]

    assert len(set(words)) == len(words)


@pytest.mark.parametrize("language", DECISION_LANGUAGES)
def test_decisions_and_first_steps_use_only_the_facts_they_get(language: str) -> None:
    texts = own(language)
    catalogue = load_catalogue()

    for ref, action in catalogue.actions.items():
        for part in ACTION_PARTS:
            used = {place for form in forms(texts.entries[f"action.{ref}.{part}"]) for place in _PLACE.findall(form)}
            allowed = {"skills", "partner"} if part in {"decision", "first_step"} else set()
            assert used <= allowed, f"action.{ref}.{part}"
        if action.partner_types:
            assert "{partner}" in str(texts.entries[f"action.{ref}.decision"]), f"{ref} must name its partner"


@pytest.mark.parametrize("language", DECISION_LANGUAGES)
def test_catalogue_texts_are_single_lines_without_stray_blanks(language: str) -> None:
    entries = own(language).entries
    wrong = [
        key
        for key in needed_keys()
        for form in forms(entries[key])
        if form != form.strip() or "  " in form or "\n" in form
    ]

    assert wrong == []


@pytest.mark.parametrize(
    ("verdict", "en", "es"),
    [
        ("deficit", "future gap", "carencia futura"),
        ("over_qualification", "unused skills", "competencias sin usar"),
    ],
)
def test_harsh_words_of_the_method_are_softened_on_screen(verdict: str, en: str, es: str) -> None:
    assert own("en").term(f"verdict.{verdict}") == en
    assert own("es").term(f"verdict.{verdict}") == es


def test_what_was_not_recorded_is_never_called_none() -> None:
    assert own("en").term("coverage_status.nobody") == "nobody recorded"
    assert own("en").term("coverage_status.unknown") == "unknown – ask"
