"""A form language has everything that a form, its mails and the tables of its members need – and besides only what a
language of decisions or reports has in full."""

import re
from collections.abc import Iterator

import pytest

from fastmap.catalogue.texts import form_languages, load_texts, report_languages, shipped_languages
from fastmap.intake.words import FAMILIES, known_languages
from fastmap.model.normalise import text_key
from fastmap.texts import Texts
from tests.support.decision_texts import carried_entries, files_of

DECISIONS = frozenset({"mapping_how", "skill_kind", "decision_kind"})
"""Words of the table of decisions, which goes from cluster to cluster in a report language and never to a member."""
SUBJECTS = (
    "form",
    "demand",
    "team_form",
    "mail",
    "feedback",
    "phone",
    "cards",
    "kiosk",
    "column",
    "yes_no",
    *(family for family in FAMILIES.values() if family not in DECISIONS),
)
FORM_ONLY = [language for language in form_languages() if language not in shipped_languages()]
_PLACE = re.compile(r"\{(\w+)\}")


def own(language: str) -> Texts:
    """Return the texts of one language without English behind them."""
    texts = load_texts(language)
    return Texts(texts.language, texts.entries)


def needed() -> Iterator[str]:
    return (
        key for key in own("en").entries if key.partition(".")[0] in SUBJECTS and not key.startswith("column.decision.")
    )


def test_forms_and_reports_are_written_in_seven_languages_and_screens_in_two() -> None:
    assert form_languages() == ("en", "de", "es", "fr", "hu", "it", "ro")
    assert report_languages() == form_languages()
    assert shipped_languages() == ("en", "es")


def test_every_family_of_words_is_found_among_the_texts() -> None:
    found = {key.partition(".")[0] for key in needed()}

    assert found == set(SUBJECTS)


@pytest.mark.parametrize("language", form_languages())
def test_a_form_language_has_every_text_that_forms_and_their_tables_need(language: str) -> None:
    assert [key for key in needed() if key not in own(language).entries] == []


@pytest.mark.parametrize("language", FORM_ONLY)
def test_a_form_language_has_no_text_that_nothing_would_say(language: str) -> None:
    """The texts of decisions and of reports stand there all together (test_decision_languages.py) or not at all.

    What was changed is said in the record of a person (test_personal_record_languages.py).
    """
    of_people = {key for key in own("en").entries if key.startswith("change.")} | {"error.kept_words_unknown"}
    said = {*needed(), *carried_entries("en", files_of(language)), *of_people}

    assert own(language).entries.keys() - said == set()


@pytest.mark.parametrize("language", FORM_ONLY)
def test_its_texts_use_the_same_facts_on_single_lines(language: str) -> None:
    english, texts = own("en").entries, own(language).entries
    for key in needed():
        text = texts[key]
        assert isinstance(text, str), key
        assert sorted(_PLACE.findall(text)) == sorted(_PLACE.findall(str(english[key]))), key
        assert text == text.strip(), key
        assert "  " not in text, key
        assert "\n" not in text, key


@pytest.mark.parametrize("language", FORM_ONLY)
def test_its_words_are_its_own(language: str) -> None:
    """A text left in English would be taken for a translation."""
    english = own("en").entries
    texts = own(language).entries
    same = {key for key in needed() if texts[key] == english[key]}
    sentences = {key for key in same if len(_PLACE.sub("", str(english[key])).split()) > 2}

    assert {key for key in sentences if not key.startswith("column.")} == set()


@pytest.mark.parametrize("language", form_languages())
@pytest.mark.parametrize("family", FAMILIES.values())
def test_words_of_one_list_differ(language: str, family: str) -> None:
    words = [text_key(str(text)) for key, text in own(language).entries.items() if key.startswith(f"{family}.")]

    assert len(set(words)) == len(words)


@pytest.mark.parametrize("language", form_languages())
def test_each_form_language_is_named_in_every_other_and_understood(language: str) -> None:
    assert language in known_languages()
    assert {f"form.language.{code}" for code in form_languages()} <= own(language).entries.keys()


@pytest.mark.parametrize("language", form_languages())
def test_mails_begin_with_the_name_of_the_cluster_so_that_they_follow_a_greeting(language: str) -> None:
    texts = own(language).entries
    for key in ("mail.text", "mail.text_by", *(f"mail.reminder.{key}" for key in ("text", "text_by", "text_late"))):
        assert str(texts[key]).startswith("{cluster}"), key
