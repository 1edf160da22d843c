"""Numbers of people as they are typed: clear ones are taken, unclear ones are not guessed."""

import math
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fastmap.intake.form_definition import MOST_PEOPLE
from fastmap.intake.numbers import understand_count
from fastmap.intake.safe_reading import Moment
from fastmap.model.normalise import clean_text


@pytest.mark.parametrize("value", [5, 5.0, "5", " 5 ", "5.0", "5,00", "05", "٥", "５"])
def test_whole_numbers_are_taken_without_a_word(value):
    assert (understand_count(value).number, understand_count(value).code) == (5, None)


@pytest.mark.parametrize(
    "text",
    [
        "ca. 5", "≈5", "≈ 5", "~5", "approx. 5", "about 5", "unos 5", "aprox. 5", "alrededor de 5", "5 people",
        "5 personas", "5 approx", "5 (aprox.)", "five", "cinco", "About five", "+/- 5", "env. 5", "cinq", "5 personnes",
        "ungefähr 5", "fünf", "fünf Personen", "5 MA", "circa 5", "cinque persone", "aproximativ 5", "cinci", "5 fő",
        "kb. 5", "öt",
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
        ("n/a", "number_unknown"), ("no sé", "number_unknown"), ("weiß nicht", "number_unknown"),
        ("nem tudom", "number_unknown"), ("3 bis 4", "number_range"), ("3 ou 4", "number_range"),
        ("între 3 și 4", "number_range"), ("mindestens 5", "number_bound"), ("au moins 5", "number_bound"),
        ("jusqu'à 5", "number_bound"), ("legalább 5", "number_bound"), ("più di 5", "number_bound"), (Moment("2026-04-03"), "number_date"),
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


DIGITS = ["0123456789", "٠١٢٣٤٥٦٧٨٩", "०१२३४५६७८९", "０１２３４５６７８９"]


@given(st.integers(0, MOST_PEOPLE), st.sampled_from(DIGITS), st.sampled_from(["", " ", "\u00a0", "\u200b", "\x07"]))
def test_a_number_reads_the_same_in_the_digits_of_any_script(number, digits, around):
    written = str(number).translate(dict(zip(map(ord, "0123456789"), digits, strict=True)))

    assert understand_count(f"{around}{written}{around}").number in ({number} if around != "\u200b" else {number, None})


@given(
    st.integers(0, 9_999),
    st.sampled_from(["ca. ", "≈ ", "about ", "unos ", "etwa ", "environ ", "circa ", "cam ", "kb. "]),
)
def test_an_estimate_is_the_number_it_names(number, about):
    assert understand_count(f"{about}{number}").number == number


@given(
    st.integers(0, 999), st.integers(0, 999), st.sampled_from(["-", "–", " to ", " a ", " bis ", " ou ", "/", " o "])
)
def test_of_two_numbers_none_is_taken(low, high, between):
    count = understand_count(f"{low}{between}{high}")

    assert (count.number, count.code) == (None, "number_range")


@given(st.integers(0, 999), st.integers(0, 999), st.sampled_from([",", "."]))
def test_three_digits_behind_a_separator_are_never_guessed(before, after, separator):
    count = understand_count(f"{before}{separator}{after:03d}")

    assert (count.number, count.code) == (None, "number_ambiguous")


@given(st.text())
def test_cleaned_texts_hold_no_control_characters(text):
    assert not [
        char for char in clean_text(text) if unicodedata.category(char) in {"Cc", "Cs"} and char not in "\n\t\r"
    ]
