"""One idea has one word in Spanish, and a deadline includes its day as it does in English."""

import re

import pytest

from fastmap.catalogue.texts import load_texts

ES = load_texts("es")


def forms() -> list[tuple[str, str]]:
    """Return every Spanish text with its key; plural texts once per form."""
    return [
        (key, form)
        for key, entry in ES.entries.items()
        for form in ([entry] if isinstance(entry, str) else entry.values())
    ]


def test_a_deadline_includes_its_day() -> None:
    assert [key for key, form in forms() if "antes del {date}" in form] == []


@pytest.mark.parametrize(("avoided", "word"), [("preguntad[oa]s?", "consultado"), ("(al|el|del) consejo", "junta")])
def test_one_idea_has_one_word(avoided: str, word: str) -> None:
    found = [key for key, form in forms() if re.search(rf"\b{avoided}\b", form, re.IGNORECASE)]

    assert found == [], f"say {word}"


def test_cells_of_the_grid_are_casillas() -> None:
    found = [key for key, form in forms() if re.search(r"celdas?\b.*(cuadrícula|vacía:|empezada)", form)]

    assert found == []
