"""Every sentence the analysis can send has its words in every shipped language, with the facts it gets."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings

from fastmap import analysis, pipeline
from fastmap.catalogue.texts import load_texts, report_languages
from tests.support.builders import assess, catalogue_with
from tests.support.random_clusters import clusters

SOURCES = "".join(path.read_text("utf-8") for path in Path(analysis.__file__).parent.glob("*.py"))


# Keys that readiness puts together from two halves.
YES_OR_NO = {
    "monitoring": "running",
    "international_action": "running",
    "regional_cluster": "linked",
    "international_partner": "linked",
}


def keys_in_code():
    """Return the keys written out in the analysis, and those that it puts together."""
    yield from re.findall(r'"((?:rule|settle|imbalance_note|grid_warning|quality_warning)\.\w+)"', SOURCES)
    yield from (f"indicator_facts.{text}" for text in re.findall(r'_found\([^"]*?"(\w+)"', SOURCES))
    yield from re.findall(r'"(indicator_facts\.[\w.]+)"', SOURCES)
    yield from (f"indicator_facts.unknown.{reason}" for reason in re.findall(r'_unknown\("(\w+)"', SOURCES))
    yield from ("indicator_facts.recorded", "indicator_facts.recorded_with_note", "indicator_facts.unknown.first_round")
    yield from (f"indicator_facts.{what}_{state}" for what, state in YES_OR_NO.items())
    yield from (f"indicator_facts.{what}_not_{state}" for what, state in YES_OR_NO.items())
    yield from (f"progress.{stage}" for stage in pipeline.STAGES)


@pytest.mark.parametrize("language", report_languages())
def test_every_key_in_the_code_has_words(language):
    texts = load_texts(language)
    keys = set(keys_in_code())

    assert len(keys) > 40
    assert keys <= set(texts.entries)


def test_no_text_of_the_analysis_is_left_over():
    families = ("rule.", "settle.", "imbalance_note.", "grid_warning.", "quality_warning.", "indicator_facts.")
    worded = {key for key in load_texts("en").entries if key.startswith(families)}

    assert worded <= set(keys_in_code())


@pytest.mark.parametrize("language", report_languages())
@given(snapshot=clusters(min_members=1))
@settings(max_examples=10, deadline=None)
def test_every_sentence_of_a_result_can_be_said(language, snapshot):
    texts = load_texts(language)
    results = assess(snapshot, catalogue_with(resamples=5))

    imbalances = [result.imbalance for result in (*results.skills, *results.groups)]
    sentences = [
        *(texts.say(message) for entry in imbalances for message in (*entry.settle, *entry.notes)),
        *(texts.term(entry.rule) for entry in imbalances),
        *(texts.say(warning) for warning in results.quality.warnings),
        *(texts.say(entry.facts) for step in results.steps for entry in step.indicators if entry.facts),
    ]

    assert all(sentence and "{" not in sentence for sentence in sentences)
