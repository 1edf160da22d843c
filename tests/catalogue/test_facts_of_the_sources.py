"""The catalogue says what its sources say, in words of its own.

The table below holds the facts so that the test always runs; where the sources themselves lie beside the repository,
the catalogue is held to them as well, and no run of words may be theirs.
"""

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from fastmap.catalogue.reading import load_catalogue
from fastmap.catalogue.texts import load_texts
from fastmap.model.choices import Step
from fastmap.model.ids import RefId

SHARED = Path(__file__).resolve().parents[3] / "shared"
FACTS = SHARED / "sources" / "catalogue-facts.json"
NACE = SHARED / "data" / "reference" / "nace_rev2_1.csv"
RUN_OF_WORDS = 9

FIGURE_4 = """
A1 alone/low_medium ST MT
A2 alone/low_medium ST MT
A3 alone/low_medium ST MT
A4 alone/low_medium ST MT LT
B1 regional/low_medium ST MT LT
B2 regional/low_medium ST MT LT
B3 regional/low_medium ST MT LT
B4 regional/low_medium MT LT
B5 regional/low_medium MT LT
C1 international/low_medium ST MT LT
C2 international/low_medium ST MT
D1 alone/high MT LT
E1 regional/high MT LT
E2 regional/high MT LT
E3 regional/high MT LT
F1 international/high MT LT
F2 international/high MT LT
"""
TABLE_1 = """
encuentra regional/low_medium ST MT
packaging_master regional/low_medium ST MT
innovation_bureau regional/low_medium ST MT
as_fabrik regional/high MT LT
aerospace_partnership international/low_medium ST MT LT
mini_mba international/low_medium ST MT LT
dihub international/high MT LT
metis international/high MT LT
"""
PRACTICE_NAMES = [
    "eNCUENTRA Programme",
    "Masters in Packaging Management",
    "Skills for the Regions Innovation Bureau",
    "AS-Fabrik Alliance",
    "European Aerospace Cluster Partnership",
    "Mini MBA in Human Centred Manufacturing",
    "DIHUB Cloud",
    "METIS (Microelectronics, Training Industry and Skills)",
]


def placed(table: str) -> list[tuple[str, str, list[str]]]:
    rows = [line.split() for line in table.strip().splitlines()]
    return [(row[0], row[1], row[2:]) for row in rows]


def facts() -> dict[str, dict[str, list[dict[str, object]]]]:
    if not FACTS.exists():
        pytest.skip("the sources are not beside this repository (../shared/sources)")
    loaded: dict[str, dict[str, list[dict[str, object]]]] = json.loads(FACTS.read_text(encoding="utf-8"))
    return loaded


@pytest.mark.parametrize(("ref", "cell", "timing"), placed(FIGURE_4), ids=str)
def test_reference_actions_stand_in_their_cell_with_their_timing(ref: str, cell: str, timing: list[str]) -> None:
    action = load_catalogue().actions[RefId(ref)]

    assert action.cell.key == cell
    assert [part.value for part in action.timing] == timing


@pytest.mark.parametrize(("key", "cell", "timing"), placed(TABLE_1), ids=str)
def test_practices_stand_in_their_cell_with_their_timing(key: str, cell: str, timing: list[str]) -> None:
    practice = next(item for item in load_catalogue().practices if item.key == key)

    assert practice.cell.key == cell
    assert [part.value for part in practice.timing] == timing


def test_practices_keep_their_names() -> None:
    texts = load_texts("en")

    assert [texts.term(f"practice.{item.key}.name") for item in load_catalogue().practices] == PRACTICE_NAMES


def test_reference_actions_agree_with_figure_4_of_the_source() -> None:
    source = facts()["figure4_actions"]["items"]
    catalogue = load_catalogue()

    for row in source:
        action = catalogue.actions[RefId(str(row["id"]))]
        assert action.cell.scope.value == str(row["scope"]).removesuffix("_national"), row["id"]
        assert action.cell.complexity.value == row["complexity"], row["id"]
        assert [part.value for part in action.timing] == row["timing"], row["id"]
    figure = {ref for ref, action in catalogue.actions.items() if action.source == "figure4"}
    assert figure == {str(row["id"]) for row in source}


def test_practices_agree_with_table_1_of_the_source() -> None:
    source = facts()["table1_practices"]["items"]
    texts = load_texts("en")

    for item, row in zip(load_catalogue().practices, source, strict=True):
        name, scope, complexity, timing, _ = row
        assert texts.term(f"practice.{item.key}.name") == name
        assert item.cell.scope.value == str(scope).removesuffix("_national")
        assert item.cell.complexity.value == complexity
        assert "/".join(part.value for part in item.timing) == timing


def test_there_are_as_many_measures_as_in_section_5() -> None:
    source = facts()["four_steps"]["items"]
    measures = load_catalogue().measures

    for step, row in zip(Step, source, strict=True):
        for level, name in (("regional", "regional_national"), ("eu", "eu")):
            found = [item for item in measures if item.step is step and item.level == level]
            assert len(found) == len(row[name]), (step, level)


def test_there_are_as_many_sectors_as_in_the_source() -> None:
    assert len(load_catalogue().sectors) == len(facts()["s3_sectors"]["items"])


def test_activity_sections_are_those_of_the_classification() -> None:
    if not NACE.exists():
        pytest.skip("the reference data are not beside this repository (../shared/data/reference)")
    with NACE.open(encoding="utf-8", newline="") as file:
        letters = [row["code"] for row in csv.DictReader(file) if row["level"] == "1"]

    assert load_catalogue().nace_sections == tuple(letters)


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())


def runs(text: str) -> Iterator[tuple[str, ...]]:
    found = words(text)
    return (tuple(found[start : start + RUN_OF_WORDS]) for start in range(len(found) - RUN_OF_WORDS + 1))


def test_no_sentence_of_a_source_is_copied() -> None:
    seeds = sorted((SHARED / "sources").glob("*.txt"))
    if not seeds:
        pytest.skip("the sources are not beside this repository (../shared/sources)")
    theirs = {run for seed in seeds for run in runs(seed.read_text(encoding="utf-8", errors="replace"))}
    theirs |= {run for row in facts()["figure4_actions"]["items"] for run in runs(str(row["text"]))}
    ours = {
        key: form
        for language in ("en", "es")
        for key, entry in load_texts(language).entries.items()
        for form in ([entry] if isinstance(entry, str) else entry.values())
        if not key.startswith("source.")  # titles of publications stay as they are
    }

    copied = {key: text for key, text in ours.items() if any(run in theirs for run in runs(text))}

    assert len(theirs) > 10_000, "the sources must really have been read"
    assert copied == {}
