"""The questionnaires and the published bands are those of the source; the reader finds every mistake in them."""

import shutil
from pathlib import Path

import pytest

from fastmap.catalogue.reading import load_catalogue
from fastmap.catalogue.tables import CatalogueError
from fastmap.catalogue.texts import form_languages, load_texts

CATALOGUE = Path(__file__).parents[2] / "resources" / "catalogue"
TEAM = load_catalogue().team


def test_the_53_items_stand_in_seven_blocks():
    counts = {block.key: len(block.items) for block in TEAM.blocks}

    assert counts == {
        "core": 11,
        "leadership": 6,
        "internationalisation": 12,
        "innovation": 6,
        "management": 8,
        "digital": 8,
        "language": 2,
    }
    assert len(set(TEAM.items)) == 53


def test_stakeholders_are_asked_for_three_to_five_core_items_and_three_of_each_other_block():
    asked = {block.key: (block.picks_low, block.picks_high) for block in TEAM.blocks}

    assert asked.pop("core") == (3, 5)
    assert asked.pop("language") == (0, 2)  # the source lets them tick either, both or none
    assert set(asked.values()) == {(3, 3)}


def test_published_results_are_bands_with_how_many_answered():
    managers = [(band.block, band.relation, band.low) for band in TEAM.bands if band.audience == "managers"]

    assert managers == [
        ("core", "over", 0.70),
        ("core", "about", 0.60),
        ("leadership", "over", 0.90),
        ("leadership", "over", 0.60),
        ("internationalisation", "over", 0.70),
        ("innovation", "over", 0.75),
        ("management", "over", 0.60),
        ("digital", "over", 0.82),
        ("language", "about", 0.62),
    ]
    assert {(band.audience, band.count) for band in TEAM.bands} == {("managers", 97), ("stakeholders", 49)}
    assert [(b.low, b.high) for b in TEAM.bands if b.relation == "between"] == [(0.40, 0.50)]


def test_the_digital_minimum_is_that_of_the_source():
    assert (TEAM.manager_min, TEAM.staff_min, TEAM.ict_min) == (4, 5, 7)


@pytest.mark.parametrize("language", form_languages())
def test_every_item_and_block_has_words_of_its_own_in_every_form_language(language):
    texts = load_texts(language)
    items = [texts.get(f"team_form.label.{item}") for item in TEAM.items]

    assert len(set(items)) == len(items)
    assert all(f"team_form.block.{block.key}" in texts.entries for block in TEAM.blocks)
    assert all(f"team_form.label.{item}" in texts.entries for item in TEAM.items)


@pytest.mark.parametrize(
    ("before", "after", "complaint"),
    [
        ('items = ["english", "other_language"]', 'items = ["english", "crm"]', "'crm' stands in another block too"),
        ('key = "language"', 'key = "digital"', "stands there twice"),
        ("picks_high = 5", "picks_high = 2", "is below picks_low"),
        ('items = ["strategy", "teamwork"]', 'items = ["strategy", "crm"]', "'crm' is not one of"),
        ("high = 0.50", "high = 0.30", "is not above low"),
        ('relation = "over"', 'relation = "exactly"', "'exactly' is not one of"),
        ("stakeholders = 0.3", "stakeholders = 0.4", "sum to 1.1, not to 1"),
        ("manager_min = 4", "manager_min = 9", "9 is not a whole number from 1 to 8"),
        ('ict_sectors = ["digital_agenda", "ict"]', 'ict_sectors = ["it"]', "'it' is not one of"),
        ('source = "cluster_skills"', 'source = "hearsay"', "'hearsay' is not one of"),
    ],
)
def test_a_mistake_is_named_with_its_place(tmp_path, before, after, complaint):
    folder = tmp_path / "catalogue"
    shutil.copytree(CATALOGUE, folder)
    file = folder / "team.toml"
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), encoding="utf-8")

    with pytest.raises(CatalogueError) as refused:
        load_catalogue(folder)

    assert any(problem.file == "team.toml" and complaint in problem.what for problem in refused.value.problems)
