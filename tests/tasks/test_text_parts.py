"""Parts of a text that may name several skills."""

import pytest

from fastmap.tasks.text_parts import MOST_PARTS, plain_parts


@pytest.mark.parametrize(
    ("text", "language", "parts"),
    [
        ("welding, CAD and English", "en", ("welding", "CAD", "English")),
        ("Soldadura TIG y MIG", "es", ("Soldadura TIG", "MIG")),
        ("Mechanik und Elektrik; SPS", "de", ("Mechanik", "Elektrik", "SPS")),
        ("soudure et usinage", "fr", ("soudure", "usinage")),
        ("CNC / PLC", "en", ("CNC", "PLC")),
        ("CAD/CAM", "en", ("CAD/CAM",)),
        ("• welding\n• brazing", "en", ("welding", "brazing")),
        ("understanding sand", "en", ("understanding sand",)),
        ("PLC (Siemens, Omron)", "en", ("PLC (Siemens, Omron)",)),
        ("CAD, CAD", "en", ("CAD",)),
        (", ; 12", "en", ()),
        ("", "xx", ()),
    ],
)
def test_a_text_is_cut_where_people_list_things(text, language, parts):
    assert plain_parts(text, language) == parts


def test_hostile_texts_give_a_few_parts_quickly():
    assert len(plain_parts(",a" * 50_000, "en")) == 1
    assert len(plain_parts(", ".join(f"s{chr(97 + n % 26)}{n}" for n in range(5_000)), "en")) == MOST_PARTS
    assert plain_parts("(" * 20_000 + "x", "en")
