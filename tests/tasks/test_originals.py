"""An answered form beside its original."""

import pytest

from fastmap.catalogue.texts import load_texts
from fastmap.intake.forms import read_forms
from fastmap.tasks.originals import originals
from tests.support.returned_forms import ONE_NEED, snapshot, write_filled

NOTHING_FIRST = {
    **ONE_NEED,
    "unused_1_skill": "none",
    "unused_2_skill": "Forging",
    "unused_2_people": 2,
    "unused_3_skill": "CNC milling",
    "link_1_name": "–",
    "link_2_name": "IES Norte",
    "link_2_type": "partner_type.vet",
    "link_4_name": "Universidad",
}


@pytest.fixture(scope="module")
def taken(tmp_path_factory):
    """What counts of each cell, by field."""
    path = write_filled(tmp_path_factory.mktemp("form") / "form.xlsx", NOTHING_FIRST)
    (outcome,) = read_forms([path], snapshot())
    return {answer.field: answer.taken for answer in originals(outcome.response, load_texts("en"))}


def test_lines_below_a_placeholder_stand_beside_what_they_said(taken):
    assert {name: words for name, words in taken.items() if name.startswith("unused")} == {
        "unused_1_skill": "",
        "unused_2_skill": "Forging",
        "unused_2_people": "2",
        "unused_3_skill": "CNC milling",
    }


def test_organisations_below_a_blank_stand_beside_what_they_said(taken):
    assert {name: words for name, words in taken.items() if name.endswith("_name")} == {
        "link_1_name": "",
        "link_2_name": "IES Norte",
        "link_4_name": "Universidad",
    }
