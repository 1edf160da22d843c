import pytest
from hypothesis import given
from hypothesis import strategies as st

from fastmap.model.normalise import clean_text, text_key
from fastmap.vocabulary.folding import equality_key, is_only_filler, meaningful_words, says_nothing


@pytest.mark.parametrize(
    ("language", "singular", "plural"),
    [
        ("en", "welding robot", "Welding Robots"),
        ("en", "technology", "technologies"),
        ("en", "press", "presses"),
        ("en", "gearbox", "gearboxes"),
        ("es", "soldador", "soldadores"),
        ("es", "red informática", "redes informáticas"),
        ("es", "cliente", "clientes"),
        ("es", "base de datos", "bases de dato"),
        ("es", "matriz", "matrices"),
        ("fr", "outil", "outils"),
        ("fr", "signal", "signaux"),
    ],
)
def test_singular_and_plural_count_as_the_same(language, singular, plural):
    assert equality_key(singular, language) == equality_key(plural, language)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "C++", "C#"),
        ("en", "analysis", "analyst"),
        ("en", "gas", "gab"),
        ("en", "business", "busines"),
        ("es", "análisis", "analista"),
        ("es", "mes", "me"),
        ("de", "Schweißer", "Schweiße"),
    ],
)
def test_different_words_stay_different(language, one, other):
    assert equality_key(one, language) != equality_key(other, language)


@pytest.mark.parametrize(
    "text", ["", "-", "n/a", "N.A.", "???", "12345", "ninguna", "No aplica", "none.", "…", "keine"]
)
def test_answers_without_content_say_nothing(text):
    assert says_nothing(text_key(text))


@pytest.mark.parametrize("text", ["C", "R", "5S", "no-code platforms", "AI"])
def test_short_skills_do_say_something(text):
    assert not says_nothing(text_key(text))


def test_words_around_a_skill_are_passed_over_but_never_all_of_them():
    assert meaningful_words("better knowledge of python", "en") == ("python",)
    assert meaningful_words("more experience", "en") == ("more", "experience")
    assert is_only_filler("more experience", "en")


@given(st.text(), st.sampled_from(["en", "es", "fr", "de", "xx", ""]))
def test_blanks_and_punctuation_around_a_text_never_matter(text, language):
    assert equality_key(f" ({text}). ", language) == equality_key(text, language)


@given(st.text(st.characters(max_codepoint=0x9F)))
def test_a_text_without_accents_is_cleaned_and_compared_as_with_one_behind_it(text):
    """Most texts have no accent and go a shorter way."""
    assert clean_text(text) == clean_text(f"{text}é")[:-1].rstrip()
    assert text_key(text) == text_key(f"{text} é")[:-1].rstrip()
