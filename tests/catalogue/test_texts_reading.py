"""Reading texts: files merged by key, plurals told from words, mistakes named."""

from pathlib import Path

import pytest

from fastmap.catalogue.tables import CatalogueError
from fastmap.catalogue.texts import load_texts, shipped_languages


def folder(tmp_path: Path, **files: str) -> Path:
    """Write texts, named ``language_subject``."""
    for name, content in files.items():
        language, subject = name.split("_", 1)
        place = tmp_path / "texts" / language
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{subject}.toml").write_text(content, encoding="utf-8")
    return tmp_path


def test_files_of_a_language_are_merged_into_dotted_keys(tmp_path: Path) -> None:
    place = folder(tmp_path, en_codes='[kind]\na = "A"', en_cli='[done.import]\nall = "All"')

    texts = load_texts("en", place)

    assert texts.term("kind.a") == "A"
    assert texts.term("done.import.all") == "All"


def test_another_language_has_english_behind_it(tmp_path: Path) -> None:
    place = folder(tmp_path, en_codes='[kind]\na = "A"\nb = "B"', es_codes='[kind]\na = "Á"')

    texts = load_texts("es", place)

    assert (texts.term("kind.a"), texts.term("kind.b")) == ("Á", "B")


def test_a_language_that_is_not_shipped_speaks_english() -> None:
    assert load_texts("fi").term("step.broaden") == "Broaden participation"


def test_a_choice_with_the_value_other_is_no_plural(tmp_path: Path) -> None:
    place = folder(tmp_path, en_codes='[tie]\ntraining = "courses"\nother = "other"\n[n]\none = "1"\nother = "{count}"')

    texts = load_texts("en", place)

    assert texts.term("tie.other") == "other"
    assert texts.get("n", count=7) == "7"


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ('[kind]\na = ""', "texts/en/b.toml [kind] a: is empty"),
        ("[kind]\na = 3", "texts/en/b.toml [kind] a: 3 is not a text"),
        ('[kind.a]\none = ""\nother = "x"', "texts/en/b.toml [kind] a: has an empty plural form"),
        ('[first]\nkey = "again"', "texts/en/b.toml [first] key: stands in texts/en/a.toml too"),
        ("[kind", "texts/en/b.toml [] : is not TOML"),
    ],
)
def test_a_mistake_is_named_with_file_table_and_key(tmp_path: Path, content: str, place: str) -> None:
    broken = folder(tmp_path, en_a='[first]\nkey = "once"', en_b=content)

    with pytest.raises(CatalogueError) as error:
        load_texts("en", broken)

    assert place in str(error.value)


def test_english_comes_first_among_the_shipped_languages() -> None:
    assert shipped_languages()[:2] == ("en", "es")
