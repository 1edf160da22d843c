"""Facts of a recommendation as lines for a board."""

import pytest

from fastmap.catalogue.texts import load_texts, report_languages
from fastmap.model.ids import LanguageCode
from fastmap.model.messages import Labels, Term, message
from fastmap.report.context import ReportContext
from fastmap.report.reasons import joined
from tests.report.whole_cluster import MADE_ON, whole_results
from tests.support.builders import shipped_catalogue

WELDING = Labels({LanguageCode("en"): "welding"})
CODING = Labels({LanguageCode("en"): "C: coding"})


def context(language: str = "en") -> ReportContext:
    return ReportContext(whole_results(), shipped_catalogue(), load_texts(language), MADE_ON)


def test_facts_about_one_skill_stand_in_one_line_under_its_name():
    lines = joined(
        context(),
        [
            message("advice.why.firms", skill=WELDING, count=8, verdict=Term("verdict.shortage")),
            message("advice.why.people_12m", skill=WELDING, count=28),
            message("indicator.education_types_inside.not_met", target=3),
            message("advice.why.coverage.too_small", skill=WELDING),
        ],
    )

    assert len(lines) == 2
    assert lines[0].startswith("Welding: 8 firms need it (shortage); ")
    assert lines[0].count("elding") == 1
    assert lines[0].count(";") == 2
    assert lines[0].endswith(".")
    assert ".;" not in lines[0]


def test_a_name_with_a_colon_of_its_own_is_taken_whole():
    facts = [message("advice.unknown.sensitive", skill=CODING), message("advice.unknown.evidence", skill=CODING)]

    (line,) = joined(context(), facts)

    assert line.startswith("C: coding: ")
    assert line.count("C: coding") == 1


def test_the_same_fact_is_said_once():
    fact = message("advice.unknown.sensitive", skill=WELDING)

    assert joined(context(), [fact, fact]) == joined(context(), [fact])


def test_a_sentence_that_does_not_begin_with_its_skill_stays_whole():
    fact = message("advice.keep.deepen", skills=(WELDING,), skill=WELDING)

    (line,) = joined(context(), [fact])

    assert line == context().sentence(fact)


@pytest.mark.parametrize("language", report_languages())
def test_every_sentence_about_a_skill_begins_with_its_name_so_that_it_can_be_joined(language):
    texts = load_texts(language)
    for key in ("firms", "people_12m", "people_now", "hires", "unused", "strategic"):
        sentence = texts.get(f"advice.why.{key}", skill="X", count=2, tried=3, verdict="V")
        assert sentence.startswith("X : " if language == "fr" else "X: "), sentence


@pytest.mark.parametrize("language", report_languages())
def test_joining_loses_no_fact_of_any_recommendation(language):
    found = context(language)
    for item in found.results.recommendations:
        for messages in (item.why, item.if_not, item.unknown):
            text = "\n".join(joined(found, messages)).casefold()
            for sentence in found.sentences(messages):
                name, _, fact = sentence.removesuffix(".").rpartition(": ")
                assert fact.casefold() in text
                assert name.casefold() in text
