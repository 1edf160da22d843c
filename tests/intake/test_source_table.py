"""Tables of second sources: what was looked at, and whether it confirms or contradicts a conclusion."""

from __future__ import annotations

import pytest

from fastmap.catalogue.texts import form_languages, load_texts
from fastmap.errors import FastmapError
from fastmap.intake.table_sources import MOST_LETTERS
from fastmap.intake.tables import read_sources
from fastmap.model.choices import SecondOpinion
from fastmap.model.skills import SecondSource
from tests.support.builders import EN, group_uri, make_mapping, make_skill, make_snapshot

WELDING = make_skill("Welding", group="Joining", labels={EN: "Welding", "es": "Soldadura"})
KNOWN = SecondSource(
    id="Q001", skill=WELDING.uri, source="Vacancies in May", opinion=SecondOpinion.CONFIRMS, note="31 of them"
)
SNAPSHOT = make_snapshot(skills=[WELDING], mappings=[make_mapping("TIG torch", WELDING)])


def read(folder, *lines, snapshot=SNAPSHOT):
    path = folder / "sources.csv"
    path.write_text("\n".join(";".join(line) for line in lines), encoding="utf-8")
    return read_sources(path, snapshot)


HEAD = ("Skill", "Source", "Opinion", "Note")


def test_a_row_gives_skill_source_opinion_and_note(tmp_path):
    outcome = read(tmp_path, HEAD, ("welding", "Statistics  of 2026", "contradicts", "Table 4"))

    assert outcome.sources == (
        SecondSource(
            id="Q001",
            skill=WELDING.uri,
            source="Statistics of 2026",
            opinion=SecondOpinion.CONTRADICTS,
            note="Table 4",
        ),
    )
    assert (outcome.added, outcome.updated, outcome.problems) == (1, 0, ())


@pytest.mark.parametrize("name", ["Welding", "soldadura", "TIG torch", WELDING.uri])
def test_a_skill_is_found_by_any_name_that_the_file_knows(tmp_path, name):
    (source,) = read(tmp_path, HEAD, (name, "Interview", "confirms", "")).sources

    assert source.skill == WELDING.uri


def test_a_group_of_skills_has_sources_too(tmp_path):
    (source,) = read(tmp_path, HEAD, ("Joining", "Interview", "confirms", "")).sources

    assert source.skill == group_uri("Joining")


@pytest.mark.parametrize("language", form_languages())
def test_columns_and_opinions_are_understood_in_every_language(tmp_path, language):
    texts = load_texts(language)
    head = [texts.get(f"column.source.{key}").split(";")[0] for key in ("skill", "source", "opinion", "note")]
    word = texts.get("second_opinion.contradicts")

    (source,) = read(tmp_path, head, ("Welding", "Interview", word, "words")).sources

    assert (source.opinion, source.note) == (SecondOpinion.CONTRADICTS, "words")


@pytest.mark.parametrize(
    ("row", "code", "cell"),
    [
        (("Brazing", "Interview", "confirms", ""), "skill_not_in_file", "A2"),
        (("", "Interview", "confirms", ""), "skill_missing", "2"),
        (("Welding", "", "confirms", ""), "source_missing", "2"),
        (("Welding", "Interview", "", ""), "opinion_missing", "2"),
        (("Welding", "Interview", "perhaps", ""), "choice_unknown", "C2"),
    ],
)
def test_a_row_that_does_not_say_enough_is_skipped_and_named(tmp_path, row, code, cell):
    outcome = read(tmp_path, HEAD, row, ("Welding", "Other", "confirms", ""))

    assert [(problem.code, problem.cell, problem.done) for problem in outcome.problems] == [(code, cell, "row_skipped")]
    assert [source.source for source in outcome.sources] == ["Other"]


def test_the_same_source_again_is_brought_up_to_date_and_a_blank_note_keeps_what_is_recorded(tmp_path):
    snapshot = make_snapshot(skills=[WELDING], second_sources=[KNOWN])

    same = read(tmp_path, HEAD, ("Welding", "vacancies in may", "confirms", ""), snapshot=snapshot)
    other = read(tmp_path, HEAD, ("Welding", "Vacancies in May", "contradicts", ""), snapshot=snapshot)

    assert (same.sources, same.unchanged) == ((), 1)
    assert [(one.id, one.opinion, one.note) for one in other.sources] == [("Q001", "contradicts", "31 of them")]
    assert (other.added, other.updated) == (0, 1)


def test_a_source_twice_in_the_table_is_taken_once_and_told(tmp_path):
    outcome = read(tmp_path, HEAD, ("Welding", "A", "confirms", ""), ("welding", "a", "contradicts", ""))

    assert [one.opinion for one in outcome.sources] == [SecondOpinion.CONFIRMS]
    assert [problem.code for problem in outcome.problems] == ["row_twice"]


def test_a_very_long_source_is_cut_and_told(tmp_path):
    outcome = read(tmp_path, HEAD, ("Welding", "x" * (MOST_LETTERS + 1), "confirms", ""))

    assert len(outcome.sources[0].source) == MOST_LETTERS
    assert [problem.code for problem in outcome.problems] == ["source_too_long"]


def test_a_table_without_skills_is_refused_with_the_columns_found(tmp_path):
    with pytest.raises(FastmapError) as refused:
        read(tmp_path, ("Name", "Price"), ("a", "b"))

    assert refused.value.code == "table_without_name"


def test_words_that_look_like_a_formula_stay_words(tmp_path):
    (source,) = read(tmp_path, HEAD, ("Welding", '=HYPERLINK("http://example.org")', "confirms", "+1")).sources

    assert (source.source, source.note) == ('=HYPERLINK("http://example.org")', "+1")
