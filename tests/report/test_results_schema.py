"""The JSON of a report keeps to the schema that is published for it."""

import json
from copy import deepcopy
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator

from fastmap.catalogue.reading import load_catalogue
from fastmap.catalogue.texts import load_texts
from fastmap.pipeline import run
from fastmap.report.build import build_report
from tests.report.whole_cluster import MADE_ON
from tests.support.decision_texts import sample_results
from tests.support.results_schema import DOCUMENT, document


@pytest.fixture(scope="module")
def published():
    return json.loads(DOCUMENT.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    """A cluster that the schema was not derived from: the sample with half of its answers."""
    snapshot = sample_results(tmp_path_factory.mktemp("sample")).snapshot
    return run(replace(snapshot, responses=snapshot.responses[::2]), load_catalogue())


def data_of(results, *, anonymous=False, language="es"):
    """What a pack holds as results.json."""
    report = build_report(results, load_catalogue(), load_texts(language), anonymous=anonymous, made_on=MADE_ON)
    return json.loads(json.dumps(dict(report.data)))


def problems(published, data):
    return [f"{error.json_path}: {error.message[:200]}" for error in Draft202012Validator(published).iter_errors(data)]


def test_the_published_schema_is_one_and_says_what_every_part_means(published):
    Draft202012Validator.check_schema(published)

    assert all(part.get("description") for part in published["properties"].values())


def test_the_published_schema_is_what_reports_really_hold():
    assert DOCUMENT.read_text(encoding="utf-8") == document(), "python -m tests.support.results_schema writes it anew"


@pytest.mark.parametrize("anonymous", [False, True])
def test_a_report_that_the_schema_was_not_derived_from_keeps_to_it(published, results, anonymous):
    assert problems(published, data_of(results, anonymous=anonymous)) == []


def test_a_missing_key_a_word_for_a_figure_and_an_id_of_nothing_are_found(published, results):
    data = data_of(results)
    without, worded, nameless = deepcopy(data), deepcopy(data), deepcopy(data)
    del without["quality"]["answered"]
    worded["skills"][0]["priority"] = "high"
    nameless["kpis"][0]["key"] = None

    assert [len(problems(published, one)) for one in (without, worded, nameless)] == [1, 1, 1]
