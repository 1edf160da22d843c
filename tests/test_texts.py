"""How sentences are made from keys and facts, in the reader's language."""

from datetime import UTC, date, datetime

import pytest

from fastmap.model.ids import LanguageCode
from fastmap.model.messages import Fact, Labels, Message, Name, Share, Term, message
from fastmap.texts import Texts

EN, ES = LanguageCode("en"), LanguageCode("es")
ENGLISH: dict[str, str | dict[str, str]] = {
    "yes_no.yes": "yes",
    "yes_no.no": "no",
    "word.welding": "welding",
    "say.fact": "It is {fact}.",
    "say.two": "{first}, then {second}",
    "only.english": "Only here",
    "firms": {"one": "{count} firm needs it", "other": "{count} firms need it"},
}
SPANISH: dict[str, str | dict[str, str]] = {
    "yes_no.yes": "sí",
    "yes_no.no": "no",
    "word.welding": "soldadura",
    "say.fact": "Es {fact}.",
    "firms": {
        "one": "La necesita {count} empresa",
        "other": "La necesitan {count} empresas",
    },
}


def english() -> Texts:
    return Texts(EN, ENGLISH)


def spanish() -> Texts:
    return Texts(ES, SPANISH, ENGLISH)


@pytest.mark.parametrize(
    ("fact", "en", "es"),
    [
        (None, "–", "–"),
        (True, "yes", "sí"),
        (False, "no", "no"),
        ("a<b & {c}", "a<b & {c}", "a<b & {c}"),
        (Term("word.welding"), "welding", "soldadura"),
        (Share(0.305), "30%", "30\xa0%"),
        (1234567, "1,234,567", "1.234.567"),
        (2.25, "2.2", "2,2"),
        (date(2026, 3, 9), "9 Mar 2026", "9 mar 2026"),
        (("a", "b", "c"), "a, b and c", "a, b y c"),
        (Name("partner", "P1", "Centro Norte"), "Centro Norte", "Centro Norte"),
        (Name("member", "M001", "{fact}"), "{fact}", "{fact}"),
        (
            Labels({EN: "TIG welding", ES: "soldadura TIG"}),
            "TIG welding",
            "soldadura TIG",
        ),
        (Message("word.welding"), "welding", "soldadura"),
        (
            (Name("member", "M001", "Ana SL"), Labels({EN: "pumps"})),
            "Ana SL and pumps",
            "Ana SL y pumps",
        ),
    ],
)
def test_every_kind_of_fact_is_written_in_the_reader_s_language(fact: Fact, en: str, es: str) -> None:
    sentence = message("say.fact", fact=fact)

    assert english().say(sentence) == f"It is {en}."
    assert spanish().say(sentence) == f"Es {es}."


def test_a_time_of_day_is_shown_with_its_date() -> None:
    shown = english().fact(datetime(2026, 3, 9, 14, 5, tzinfo=UTC))

    assert shown.startswith("9 Mar 2026")
    assert "14:05" in shown


def test_labels_fall_back_to_english_then_to_the_first_language_by_code() -> None:
    fi, de = LanguageCode("fi"), LanguageCode("de")

    assert spanish().fact(Labels({EN: "welding", de: "Schweißen"})) == "welding"
    assert spanish().fact(Labels({fi: "hitsaus", de: "Schweißen"})) == "Schweißen"
    assert spanish().fact(Labels({})) == "–"


def test_a_name_keeps_who_it_is_about_so_that_reports_can_replace_it() -> None:
    named = message("say.fact", fact=Name("partner", "P7", "Instituto Sur"))

    fact = named.facts["fact"]
    assert isinstance(fact, Name)
    assert (fact.kind, fact.id) == ("partner", "P7")


@pytest.mark.parametrize(
    ("count", "en", "es"),
    [
        (0, "0 firms need it", "La necesitan 0 empresas"),
        (1, "1 firm needs it", "La necesita 1 empresa"),
        (2, "2 firms need it", "La necesitan 2 empresas"),
    ],
)
def test_the_count_chooses_the_plural_form(count: int, en: str, es: str) -> None:
    assert english().get("firms", count=count) == en
    assert spanish().get("firms", count=count) == es


def test_a_sentence_can_be_taken_in_pieces_at_its_facts() -> None:
    pieces = spanish().pieces(message("firms", count=2))

    assert pieces == (("", "La necesitan "), ("count", "2"), ("", " empresas"))
    assert english().pieces(message("say.two", first="{second}", second="b")) == (
        ("first", "{second}"),
        ("", ", then "),
        ("second", "b"),
    )


def test_a_plural_without_a_number_uses_the_general_form() -> None:
    assert english().get("firms", count=None) == "– firms need it"


def test_a_bound_takes_the_form_of_its_number() -> None:
    """Romanian: 5 firme, but 20 de firme."""
    texts = Texts(
        LanguageCode("ro"),
        {
            "firms": {"one": "{count} firmă", "few": "{count} firme", "other": "{count} de firme"},
            "fewer": "mai puțin de {k}",
        },
    )

    assert texts.get("firms", count=message("fewer", k=5)) == "mai puțin de 5 firme"
    assert texts.get("firms", count=message("fewer", k=20)) == "mai puțin de 20 de firme"


def test_a_text_missing_in_a_language_is_shown_in_english() -> None:
    texts = spanish()

    assert texts.get("only.english") == "Only here"
    assert "only.english" in texts
    assert "say.two" in texts
    assert "no.such.key" not in texts


def test_an_unknown_key_or_fact_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        english().get("no.such.key")
    with pytest.raises(KeyError):
        english().get("say.two", first="a")


def test_something_that_is_no_fact_is_refused() -> None:
    with pytest.raises(TypeError, match="not a fact"):
        english().fact([1, 2])


def test_a_word_without_facts_can_be_asked_for_alone() -> None:
    assert spanish().term("word.welding") == "soldadura"


def test_what_stands_in_a_fact_is_never_read_as_a_template() -> None:
    assert english().get("say.two", first="{second}", second="B") == "{second}, then B"
