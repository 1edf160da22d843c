"""Chapters for the funder: kinds and priorities, who is missing, second sources, interests, costs, figures, what is withheld."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from fastmap.catalogue.texts import load_texts, report_languages
from fastmap.model.choices import MemberStatus, SkillKind
from fastmap.model.results import Results
from fastmap.report.blocks import ColumnKind, KeyFigures, Table
from fastmap.report.build import build_report
from fastmap.report.context import at_least_indicative
from fastmap.report.drawings import Chart
from fastmap.report.finished import Report
from fastmap.report.privacy import protect
from fastmap.report.sections.figures import FIGURES, LARGE
from fastmap.report.sections.second_sources import STATES
from fastmap.report.sections.withheld import counts_of
from tests.report.whole_cluster import MADE_ON, empty_results, whole_results, whole_snapshot
from tests.support.builders import assess, shipped_catalogue

NUMBERS = {ColumnKind.WHOLE, ColumnKind.NUMBER, ColumnKind.SHARE, ColumnKind.MONEY}
COUNTERS = {"number", "row", "count", "needs", "problems", "match_score", "withheld_count"}
"""Columns that number or count rows and so are no figures of the cluster."""
SETTINGS = {"setting", "setting_share"}
"""Thresholds and weights of the method: not worked out from anything; their own table says what each is for."""
NEW = ("need_by_kind", "second_sources", "interests", "costs", "figures")


@cache
def results() -> Results:
    """Return the whole cluster with a priority, activities, regions and skills of every kind."""
    snapshot = whole_snapshot()
    kinds = {"Robot programming": SkillKind.DIGITAL, "Laser cutting": SkillKind.GREEN}
    members = (
        replace(
            member,
            activity="C25 Metal" if place % 3 else "J62 Software",
            nuts="ES212" if place % 2 else "ES220",
        )
        for place, member in enumerate(snapshot.members)
    )
    return assess(
        replace(
            snapshot,
            cluster=replace(snapshot.cluster, sectors=("manufacturing", "kets")),
            members=tuple(members),
            skills=tuple(replace(skill, kind=kinds.get(skill.labels["en"], skill.kind)) for skill in snapshot.skills),
        )
    )


@cache
def report(language: str = "en", *, anonymous: bool = False) -> Report:
    return build_report(results(), shipped_catalogue(), load_texts(language), anonymous=anonymous, made_on=MADE_ON)


def table(key: str, **edition: Any) -> Table:
    return next(item for item in report(**edition).tables() if item.key == key)


def column(key: str, name: str, **edition: Any) -> list[Any]:
    found = table(key, **edition)
    place = [one.key for one in found.columns].index(name)
    return [row[place] for row in found.rows]


@pytest.mark.parametrize("language", report_languages())
@pytest.mark.parametrize("anonymous", [False, True])
def test_every_edition_in_every_language_has_the_tables(language, anonymous):
    keys = {item.key for item in report(language, anonymous=anonymous).tables()}

    assert set(NEW) <= keys
    assert ("need_by_priority" in keys) is not anonymous
    assert ("withheld" in keys) is anonymous


# --- kinds and priorities -------------------------------------------------------------------------------------------------


def test_the_named_table_counts_the_firms_behind_each_kind():
    firms = dict(zip(column("need_by_kind", "skill_kind"), column("need_by_kind", "kind_firms"), strict=True))
    named = {item.labels["en"]: item for item in results().skills}

    assert firms["digital"] == named["Robot programming"].quantities.users
    assert firms["green"] == named["Laser cutting"].quantities.users


def test_the_anonymous_table_holds_nothing_but_sums_of_figures_that_the_edition_shows():
    found = table("need_by_kind", anonymous=True)
    shown = report(anonymous=True).data["skills"]

    assert {"kind_firms", "firms_share"}.isdisjoint(one.key for one in found.columns)
    for kind, people in zip(
        [need["kind"] for need in report(anonymous=True).data["specialisation"]["by_kind"]],
        column("need_by_kind", "short_12m", anonymous=True),
        strict=True,
    ):
        told = [item["short_12m"] for item in shown if item["kind"] == kind and item["short_12m"] is not None]
        assert people == (sum(told) if told else None)


def test_the_anonymous_edition_says_why_it_crosses_no_priority_with_a_kind():
    texts = load_texts("en")

    assert report(anonymous=True).data["specialisation"]["by_priority"] == []
    section = next(one for one in report(anonymous=True).sections if one.key == "specialisation")
    assert any(texts.get("report.specialisation.not_crossed") in getattr(block, "text", "") for block in section.blocks)


def test_without_an_answer_the_chapter_says_so():
    made = build_report(empty_results(), shipped_catalogue(), load_texts("en"), anonymous=False, made_on=MADE_ON)
    section = next(one for one in made.sections if one.key == "specialisation")

    assert section.blocks[0].text == load_texts("en").get("report.specialisation.nothing")
    assert not [block for block in section.blocks if isinstance(block, Table)]


# --- who is missing -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("anonymous", [False, True])
def test_a_region_from_which_nobody_answered_is_named_as_missing(anonymous):
    snapshot = results().snapshot
    members = tuple(
        replace(member, nuts="ES211" if member.status is MemberStatus.ANSWERED else "ES213")
        for member in snapshot.members
    )
    found = assess(replace(snapshot, members=members))
    made = build_report(found, shipped_catalogue(), load_texts("en"), anonymous=anonymous, made_on=MADE_ON)

    missing = {(one["slicing"], one["key"]) for one in made.data["representation"]["missing"]}

    assert ("region", "ES213") in missing
    assert (made.data["representation"]["shift"] is None) or not anonymous


def test_missing_classes_of_an_anonymous_edition_come_from_its_own_response_tables():
    protected = protect(results(), shipped_catalogue()).results
    shown = {
        (slicing, item.key, item.members, item.answered)
        for slicing, strata in (
            ("size", protected.quality.by_size),
            ("activity", protected.quality.by_activity),
            ("region", protected.quality.by_region),
        )
        for item in strata
    }

    for item in protected.representation.missing:
        assert (item.slicing, item.key, item.members, item.answered) in shown
    assert protected.representation.shift is None


# --- second sources -------------------------------------------------------------------------------------------------------


def test_every_conclusion_says_what_second_sources_make_of_it():
    data = report().data
    states = Counter(one["state"] for one in data["second_sources"])

    assert set(states) <= set(STATES)
    assert sum(states.values()) == len(column("second_sources", "skill"))
    for one in data["second_sources"]:
        opinions = {source["opinion"] for source in one["sources"]}
        expected = {
            frozenset(): "no_data",
            frozenset({"confirms"}): "confirmed",
            frozenset({"contradicts"}): "contradicted",
        }
        assert one["state"] == expected.get(frozenset(opinions), "disputed")


def test_a_contradicted_conclusion_says_to_find_out_why_first():
    snapshot = results().snapshot
    first = snapshot.second_sources[0]
    found = assess(replace(snapshot, second_sources=(replace(first, opinion="contradicts"),)))
    made = build_report(found, shipped_catalogue(), load_texts("en"), anonymous=False, made_on=MADE_ON)
    rows = next(item for item in made.tables() if item.key == "second_sources").rows

    assert rows[0][2] == "contradicted"
    assert rows[0][5].startswith(load_texts("en").get("report.second_sources.weigh_contradicted"))


# --- interests and costs --------------------------------------------------------------------------------------------------


def test_partners_that_are_not_named_have_no_row_that_would_join_their_decisions_actions_and_money():
    rows = table("interests", anonymous=True).rows

    assert rows
    assert not [row for row in rows if str(row[0]).startswith("a partner (")]
    assert len(rows) < len(table("interests").rows)


def test_a_partner_that_only_a_withheld_introduction_names_is_left_out_of_an_anonymous_edition():
    protected = protect(results(), shipped_catalogue()).results
    named = {partner for item in protected.recommendations for partner in item.partners}
    named |= {item.partner for item in protected.ecosystem.introductions}

    assert {item.partner for item in protected.interests} <= named


def test_costs_add_up_to_the_budgets_of_the_actions_in_both_editions():
    for anonymous in (False, True):
        data = report(anonymous=anonymous).data
        budgets = [
            action["budget"]
            for cell in data["grid"].values()
            for action in cell
            if action["status"] in ("planned", "running") and action["budget"] is not None
        ]
        assert data["costs"]["budget"] == (sum(budgets) if budgets else None)


# --- figures explained ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("anonymous", [False, True])
def test_every_figure_of_a_table_is_explained(anonymous):
    figures = {one.key for item in report(anonymous=anonymous).tables() for one in item.columns if one.kind in NUMBERS}

    explained = set(column("figures", "figure_key", anonymous=anonymous))

    assert figures - explained - COUNTERS - SETTINGS == set()


def test_every_large_figure_of_the_summary_and_the_response_is_explained():
    names = set(column("figures", "figure"))
    headers = {name.casefold() for name in names}
    large = [
        figure.label
        for section in report().sections
        if section.key in ("summary", "method")
        for block in section.blocks
        if isinstance(block, KeyFigures)
        for figure in block.figures
    ]

    # Members, asked and answered are columns of the response tables, too.
    counted = {load_texts("en").get(f"report.figure.{key}") for key in ("members", "asked", "answered")}
    assert {label for label in large if label.casefold() not in headers} <= counted
    assert {"members", "asked", "answered"} <= FIGURES.keys()
    assert len(LARGE) == len(set(large) - counted)


@pytest.mark.parametrize("language", report_languages())
def test_an_explanation_has_words_in_every_column(language):
    for row in table("figures", language=language).rows:
        assert all(row)


# --- what is withheld -----------------------------------------------------------------------------------------------------


def test_what_is_withheld_is_counted_by_reason_and_adds_up_to_what_the_edition_leaves_out():
    protection = protect(results(), shipped_catalogue()).protection
    counts = counts_of(protection)

    assert counts["figures"] == protection.figures_withheld > 0
    assert column("withheld", "withheld_count", anonymous=True) == [count for count in counts.values() if count]
    assert report(anonymous=True).data["privacy"]["withheld"]["by_reason"] == counts


def test_an_anonymous_edition_of_nothing_withholds_nothing_and_says_so():
    made = build_report(empty_results(), shipped_catalogue(), load_texts("en"), anonymous=True, made_on=MADE_ON)
    found = next(item for item in made.tables() if item.key == "withheld")

    assert (found.rows, found.empty_text) == ((), load_texts("en").get("report.withheld_what.nothing"))


def test_a_sector_that_no_catalogue_of_ours_knows_stands_by_its_key_in_a_report():
    snapshot = replace(
        whole_snapshot(), cluster=replace(whole_snapshot().cluster, sectors=("manufacturing", "asteroids"))
    )

    made = build_report(assess(snapshot), shipped_catalogue(), load_texts("en"), anonymous=False, made_on=MADE_ON)

    section = next(one for one in made.sections if one.key == "specialisation")
    assert any("; asteroids" in getattr(block, "text", "") for block in section.blocks)


def test_the_whole_cluster_without_priorities_says_that_none_is_recorded():
    snapshot = replace(whole_snapshot(), cluster=replace(whole_snapshot().cluster, sectors=()))
    made = build_report(assess(snapshot), shipped_catalogue(), load_texts("en"), anonymous=False, made_on=MADE_ON)
    section = next(one for one in made.sections if one.key == "specialisation")

    told = [getattr(block, "text", "") for block in section.blocks]
    assert load_texts("en").get("report.specialisation.no_priorities") in told
    assert whole_results().specialisation.by_kind


@pytest.mark.parametrize("language", ["en", "es", "fr", "de", "it", "ro", "hu"])
@pytest.mark.parametrize("anonymous", [False, True])
def test_a_chart_that_leaves_skills_out_says_how_many(language, anonymous):
    report = build_report(
        whole_results(), shipped_catalogue(), load_texts(language), anonymous=anonymous, made_on=MADE_ON
    )
    shown = protect(whole_results(), shipped_catalogue()).results if anonymous else whole_results()
    charts = {block.key: block for section in report.sections for block in section.blocks if isinstance(block, Chart)}
    told = at_least_indicative(shown.groups if shown.lead_level == "groups" else shown.skills)

    chart = charts["demand_and_supply"]

    missing = len(told) - len(chart.categories)
    assert (str(missing) in chart.caption and str(len(told)) in chart.caption) is bool(missing)
