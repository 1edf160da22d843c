"""Several skills in one answer, with the starter list alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fastmap.vocabulary.index import open_index
from fastmap.vocabulary.splitting import MAX_PARTS, SplitWhy, proposed_parts, proposed_split


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    return open_index(tmp_path_factory.mktemp("nothing imported"))


@pytest.mark.parametrize(
    ("language", "text", "parts"),
    [
        ("en", "welding, CAD and English", ("welding", "CAD", "English")),
        ("en", "1. welding\n2. CAD\n3) English", ("welding", "CAD", "English")),
        ("en", "Lean / 5S / Kaizen", ("Lean", "5S", "Kaizen")),
        ("en", "• project management\n• sales, etc.", ("project management", "sales, etc")),
        ("en", "MIG and TIG welding", ("MIG welding", "TIG welding")),
        ("en", "hydraulics & pneumatics", ("hydraulics", "pneumatics")),
        ("es", "Soldadura, inglés e informática", ("Soldadura", "inglés", "informática")),
        ("es", "soldadura TIG y MIG", ("soldadura TIG", "soldadura MIG")),
        ("es", "compras y logística", ("compras", "logística")),
        ("de", "CNC- und SPS-Programmierung", ("CNC-Programmierung", "SPS-Programmierung")),
        ("de", "Python; CAD", ("Python", "CAD")),
    ],
)
def test_skills_in_a_list_or_joined_by_and_are_proposed_one_by_one(index, language, text, parts):
    assert proposed_parts(text, language, index) == parts


@pytest.mark.parametrize(
    ("language", "text", "why"),
    [
        ("en", "research and development", SplitWhy.LABEL),
        ("en", "Health and Safety", SplitWhy.LABEL),
        ("es", "seguridad y salud laboral", SplitWhy.LABEL),
        ("de", "Forschung und Entwicklung", SplitWhy.LABEL),
        ("en", "CAD/CAM", SplitWhy.LABEL),
        ("en", "C/C++", SplitWhy.ONE),
        ("en", "n/a", SplitWhy.ONE),
        ("en", "welding", SplitWhy.LABEL),
        ("en", "we need people who can weld stainless steel pipes", SplitWhy.ONE),
        ("en", "welding (MIG, TIG and arc)", SplitWhy.ONE),
        ("en", "search and rescue dogs", SplitWhy.READS_AS_ONE),
        ("en", "", SplitWhy.ONE),
    ],
)
def test_what_is_a_label_or_reads_as_one_skill_stays_whole(index, language, text, why):
    split = proposed_split(text, language, index)

    assert (split.parts, split.why) == ((), why)


@settings(max_examples=60, deadline=None)
@given(
    text=st.text(alphabet="abc,;/+&\n -()[]1.•|yeound", max_size=60), language=st.sampled_from(("en", "es", "de", "xx"))
)
def test_any_text_gives_none_or_between_two_and_the_most_parts(index, text, language):
    parts = proposed_parts(text, language, index)

    assert parts == () or 2 <= len(parts) <= MAX_PARTS
    assert all(part.strip() for part in parts)
