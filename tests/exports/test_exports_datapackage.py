"""Open data: what describes the CSV files is what Frictionless reads, and the figures come out as they went in."""

import json
from dataclasses import replace
from functools import cache

import frictionless
import pytest

from exports.tables import write_csv
from fastmap.catalogue.texts import load_texts, report_languages
from fastmap.report.build import build_report
from tests.exports.demo_report import needs_table
from tests.exports.test_exports_tables import report_of
from tests.report.whole_cluster import MADE_ON, whole_results
from tests.support.builders import assess, make_snapshot, shipped_catalogue


@cache
def made(language="en", anonymous=False, empty=False):
    results = assess(make_snapshot()) if empty else whole_results()
    return build_report(results, shipped_catalogue(), load_texts(language), anonymous=anonymous, made_on=MADE_ON)


def described(folder):
    return json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))


def troubles(folder):
    found = frictionless.validate(str(folder / "datapackage.json"))
    return [error.message for task in found.tasks for error in task.errors] + [error.message for error in found.errors]


@pytest.mark.parametrize("anonymous", [False, True])
@pytest.mark.parametrize("language", report_languages())
def test_the_package_is_valid_in_every_language_named_and_anonymous(language, anonymous, tmp_path):
    write_csv(made(language, anonymous), tmp_path)

    assert troubles(tmp_path) == []
    assert described(tmp_path)["language"] == language


def test_a_file_in_which_nothing_is_recorded_gives_a_valid_package(tmp_path):
    write_csv(made(empty=True), tmp_path)

    assert troubles(tmp_path) == []


def test_a_figure_of_another_kind_than_the_package_says_would_be_found(tmp_path):
    write_csv(report_of(needs_table(3)), tmp_path)
    table = tmp_path / "needs.csv"
    table.write_text(table.read_text(encoding="utf-8-sig").replace('"1"', '"one"', 1), encoding="utf-8-sig")

    assert troubles(tmp_path) != []


def test_every_table_and_column_is_described_with_title_and_unit(tmp_path):
    report = made()
    write_csv(report, tmp_path)
    resources = {one["path"].removesuffix(".csv"): one for one in described(tmp_path)["resources"]}

    assert resources.keys() == {table.key for table in report.tables()}
    for table in report.tables():
        fields = resources[table.key]["schema"]["fields"]
        assert [field["name"] for field in fields] == [column.key for column in table.columns]
        assert all(field["title"] for field in fields)
    ranking = {field["name"]: field for field in resources["ranking"]["schema"]["fields"]}
    assert ranking["short_12m"]["type"] == "integer"
    assert ranking["short_12m"]["unit"] == "people"


def test_unknown_and_withheld_figures_are_missing_values_and_never_words_among_figures(tmp_path):
    write_csv(report_of(needs_table(12)), tmp_path)
    (resource,) = described(tmp_path)["resources"]

    rows = frictionless.Package(str(tmp_path / "datapackage.json")).get_resource("needs").read_rows()

    assert resource["schema"]["missingValues"] == ["", "< 5"]
    assert rows[0]["users"] is None
    assert rows[10]["priority"] is None
    assert float(rows[1]["reach"]) == 0.37


def test_an_anonymous_package_says_so_and_names_the_sources_of_the_method(tmp_path):
    report = made(anonymous=True)
    write_csv(report, tmp_path)
    package = described(tmp_path)

    assert package["name"].endswith("anonymous")
    assert report.banner in package["description"]
    assert any("Wilson" in source["title"] for source in package["sources"])
    assert "licenses" not in package


def test_the_same_report_gives_the_same_bytes(tmp_path):
    for name in ("one", "two"):
        write_csv(replace(made()), tmp_path / name)

    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()
