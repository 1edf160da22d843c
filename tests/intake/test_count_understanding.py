"""Numbers of people as they are typed: clear ones are taken, unclear ones are not guessed."""

import math
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fastmap.intake.numbers import MOST_PEOPLE, understand_count
from fastmap.intake.safe_reading import Moment
from fastmap.model.normalise import clean_text


@pytest.mark.parametrize("value", [5, 5.0, "5", " 5 ", "5.0", "5,00", "05", "٥", "５"])
def test_whole_numbers_are_taken_without_a_word(value):
    assert (understand_count(value).number, understand_count(value).code) == (5, None)


@pytest.mark.parametrize(
    "text",
    [
        "ca. 5", "≈5", "≈ 5", "~5", "approx. 5", "about 5", "unos 5", "aprox. 5", "alrededor de 5", "5 people",
        "5 personas", "5 approx", "5 (aprox.)", "five", "cinco", "About five", "+/- 5",
    ],
)  # fmt: skip
def test_clear_estimates_and_words_are_taken_with_a_note(text):
    assert (understand_count(text).number, understand_count(text).code) == (5, "number_corrected")


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("3–4", "number_range"), ("3-4", "number_range"), ("3 to 4", "number_range"), ("3 a 4", "number_range"),
        ("entre 3 y 4", "number_range"), ("5+", "number_bound"), ("> 5", "number_bound"), ("al menos 5", "number_bound"),
        ("-2", "number_negative"), (-2, "number_negative"), ("−2", "number_negative"), ("1.234", "number_ambiguous"),
        ("1,234", "number_ambiguous"), (2.5, "number_not_whole"), ("2,5", "number_not_whole"), (1e9, "number_too_large"),
        ("99999999", "number_too_large"), ("many", "number_text"), ("1e9", "number_text"), ("5²", "number_text"),
        ("5 or so months", "number_text"), (True, "number_text"), (math.nan, "number_text"), ("?", "number_unknown"),
        ("n/a", "number_unknown"), ("no sé", "number_unknown"), (Moment("2026-04-03"), "number_date"),
    ],
)  # fmt: skip
def test_what_would_be_a_guess_is_not_taken(value, code):
    assert (understand_count(value).number, understand_count(value).code) == (None, code)


@pytest.mark.parametrize("value", ["", "  ", "\u00a0", "\u200b "])
def test_a_blank_is_no_problem(value):
    assert understand_count(value.replace("\u200b", "")).code is None


@given(st.one_of(st.text(), st.floats(), st.integers(), st.booleans()))
def test_anything_gives_a_sensible_number_or_a_reason(value):
    count = understand_count(value)

    if count.number is not None:
        assert 0 <= count.number <= MOST_PEOPLE
        assert count.code in {None, "number_corrected"}
    elif not (isinstance(value, str) and not clean_text(value)):
        assert count.code is not None


@given(st.integers(0, MOST_PEOPLE))
def test_every_whole_number_reads_the_same_as_number_and_as_text(number):
    assert understand_count(number) == understand_count(float(number)) == understand_count(str(number))


@given(st.text())
def test_cleaned_texts_hold_no_control_characters(text):
    assert not [
        char for char in clean_text(text) if unicodedata.category(char) in {"Cc", "Cs"} and char not in "\n\t\r"
    ]
