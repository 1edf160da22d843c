"""The report as a whole: complete in every language, honest where nothing is recorded, and consistent in itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from fastmap.catalogue.texts import load_texts, report_languages
from fastmap.model.results import Results
from fastmap.model.weights import PriorityWeights
from fastmap.report.badges import Badge
from fastmap.report.blocks import (
    Bullets,
    ColumnKind,
    DecisionCard,
    KeyFigures,
    Note,
    Paragraph,
    Steps,
    Suppressed,
    Table,
)
from fastmap.report.build import build_report
from fastmap.report.drawings import Chart, ChartKind, Grid
from fastmap.report.finished import Report
from tests.report.whole_cluster import MADE_ON, empty_results, whole_results
from tests.support.builders import assess, cluster_where, make_need, make_offer, make_skill, own_uri, shipped_catalogue

CHAPTERS = [
    "summary",
    "method",
    "priorities",
    "diagnosis",
    "specialisation",
    "coverage",
    "grid",
    "steps",
    "decisions",
    "roadmap",
    "kpis",
    "working",
    "sources",
]
EDITIONS = [
    (make, language, anonymous)
    for make in ("whole", "few", "empty")
    for language in report_languages()
    for anonymous in (False, True)
]


@cache
def report(make: str = "whole", language: str = "en", anonymous: bool = False) -> Report:
    makers: dict[str, Callable[[], Results]] = {
        "whole": whole_results,
        "few": lambda: whole_results(3),
        "empty": empty_results,
    }
    results = makers[make]()
    return build_report(results, shipped_catalogue(), load_texts(language), anonymous=anonymous, made_on=MADE_ON)


def blocks(found: Report, kind: type) -> list:
    return [block for section in found.sections for block in section.blocks if isinstance(block, kind)]


def table(found: Report, key: str) -> Table:
    return next(item for item in found.tables() if item.key == key)


def cells(found: Report, key: str, column: str) -> list:
    wanted = table(found, key)
    place = [item.key for item in wanted.columns].index(column)
    return [row[place] for row in wanted.rows]


@pytest.mark.parametrize(("make", "language", "anonymous"), EDITIONS)
def test_every_edition_has_every_chapter_in_order(make, language, anonymous):
    found = report(make, language, anonymous)

    chapters = [key for key in CHAPTERS if key != "kpis" or make != "empty"]  # not every cluster reports to a funder
    assert [section.key for section in found.sections if not section.workbook_only] == chapters
    assert all(section.blocks for section in found.sections)
    assert found.language == language


@pytest.mark.parametrize(("make", "language", "anonymous"), EDITIONS)
def test_rows_have_a_cell_per_column_and_each_cell_fits_its_column(make, language, anonymous):
    numbers = {ColumnKind.WHOLE: int, ColumnKind.NUMBER: (int, float), ColumnKind.SHARE: (int, float)}

    for item in report(make, language, anonymous).tables():
        for row in item.rows:
            for value, column in zip(row, item.columns, strict=True):
                if value is None or isinstance(value, Suppressed):
                    continue
                if column.kind in numbers:
                    assert isinstance(value, numbers[column.kind]), (item.key, column.key, value)
                elif column.kind is ColumnKind.BADGE:
                    assert isinstance(value, Badge), (item.key, column.key, value)
                elif column.kind is ColumnKind.DATE:
                    assert isinstance(value, date), (item.key, column.key, value)


@pytest.mark.parametrize(("make", "language", "anonymous"), EDITIONS)
def test_shares_lie_between_0_and_1(make, language, anonymous):
    for item in report(make, language, anonymous).tables():
        for place, column in enumerate(item.columns):
            if column.kind is ColumnKind.SHARE:
                shares = [row[place] for row in item.rows if isinstance(row[place], int | float)]
                assert all(0 <= share <= 1 for share in shares), (item.key, column.key)


@pytest.mark.parametrize("language", report_languages())
def test_a_table_in_the_pdf_has_at_most_seven_columns_and_they_exist(language):
    for item in report("whole", language).tables():
        keys = {column.key for column in item.columns}
        assert len(keys) == len(item.columns), item.key
        if item.pdf_rows == 0:
            continue
        shown = item.pdf_columns if item.pdf_columns is not None else tuple(keys)
        assert len(shown) <= 7, item.key
        assert set(shown) <= keys, item.key


@pytest.mark.parametrize("language", report_languages())
def test_sheets_have_short_names_that_differ_and_every_column_is_explained(language):
    found = report("whole", language)
    names = found.words.sheet_names

    assert {section.key for section in found.sections} | {item.key for item in found.tables()} <= names.keys()
    assert len({name.casefold() for name in names.values()}) == len(names)
    assert all(0 < len(name) <= 31 and not re.search(r"[\[\]:*?/\\]", name) for name in names.values())
    assert all(column.help for item in found.tables() for column in item.columns)


def test_keys_of_tables_and_of_pictures_are_used_once():
    found = report()

    assert len({item.key for item in found.tables()}) == len(found.tables())
    assert len({item.key for item in found.charts()}) == len(found.charts())


def test_about_eight_pictures_are_drawn():
    assert 8 <= len(report().charts()) <= 12


@pytest.mark.parametrize(("make", "language", "anonymous"), EDITIONS)
def test_every_picture_says_in_words_what_it_shows(make, language, anonymous):
    for chart in report(make, language, anonymous).charts():
        assert len(chart.alternative) > 30, chart.key
        if not isinstance(chart, Chart):
            continue
        assert chart.categories, chart.key
        assert all(len(series.values) == len(chart.categories) for series in chart.series), chart.key
        assert not chart.tones or len(chart.tones) == len(chart.categories), chart.key
        if chart.kind is not ChartKind.HEAT:
            assert all(category in chart.alternative for category in chart.categories), chart.key


def test_a_rank_chart_has_the_series_that_writers_look_for():
    chart = next(item for item in report().charts() if item.key == "ranks")

    assert {series.key for series in chart.series} == {"value", "low", "high"}
    assert chart.alternative.startswith("Rank")
    assert "TIG welding: rank 1, between 1 and" in chart.alternative


def test_a_map_has_the_series_that_writers_look_for():
    chart = next(item for item in report().charts() if item.key == "demand_and_supply")

    assert {series.key for series in chart.series} == {"x", "y", "size"}
    assert set(chart.tones) <= set(chart.tone_words)


@pytest.mark.parametrize(
    ("language", "people", "said"),
    [
        ("en", 1, "1 person short"),
        ("en", 2, "2 people short"),
        ("es", 1, "una falta de 1 persona en"),
        ("es", 2, "una falta de 2 personas en"),
    ],
)
def test_people_short_follow_their_own_number_not_that_of_firms(language, people, said):
    needs = [[make_need("Welding", short_12m=number)] for number in (people, 0, 0)]

    made = build_report(
        assess(cluster_where(*needs)), shipped_catalogue(), load_texts(language), anonymous=False, made_on=MADE_ON
    )

    assert said in blocks(made, Bullets)[0].items[0]


def test_the_summary_stands_alone():
    summary = report().sections[0]

    assert [len(block.figures) for block in summary.blocks if isinstance(block, KeyFigures)] == [5]
    findings, decisions = [block for block in summary.blocks if isinstance(block, Bullets)]
    assert len(findings.items) == 3
    assert len(decisions.items) == 3
    assert "TIG welding" in findings.items[0]
    assert any(isinstance(block, Chart) and block.key == "grid_in_small" for block in summary.blocks)


def test_three_decision_cards_carry_every_line_of_a_board_decision():
    cards = blocks(report(), DecisionCard)
    labels = {line.label for line in cards[0].lines}

    assert [card.number for card in cards] == [1, 2, 3]
    assert labels >= {"Why", "If not", "First step within 30 days", "Cost", "Who could pay", "Go if", "Stop if"}
    assert labels >= {"Measured by", "To fill in"}
    assert all(line.lines for card in cards for line in card.lines)


def test_a_verdict_set_by_hand_is_marked_wherever_it_stands():
    found = report()
    badges = dict(
        zip(cells(found, "diagnosis_skills", "skill"), cells(found, "diagnosis_skills", "verdict"), strict=True)
    )

    assert str(badges["Robot programming"]) == "shortage (set by hand)"
    assert any("the answers alone say mismatch" in line for block in blocks(found, Bullets) for line in block.items)


def test_numbers_of_the_tables_are_those_of_the_results():
    found = report()
    skill = next(item for item in whole_results().skills if item.labels["en"] == "TIG welding")

    row = cells(found, "ranking", "skill").index("TIG welding")

    assert cells(found, "ranking", "users")[row] == skill.quantities.users
    assert cells(found, "ranking", "short_12m")[row] == skill.quantities.short_12m
    assert cells(found, "ranking", "priority")[row] == skill.ranking.priority


def test_skills_named_by_few_are_listed_and_not_ranked():
    found = report()

    assert "Brazing" in cells(found, "named_by_few", "skill")
    assert "Brazing" not in cells(found, "ranking", "skill")


def test_the_named_edition_lists_whom_to_call_and_every_need_in_the_firms_words():
    found = report()

    assert len(cells(found, "not_answered", "name")) == 9
    assert "the gearbox trick of our founder" in cells(found, "needs", "raw_text")
    assert len(table(found, "needs").rows) == whole_results().quality.needs_rows
    assert found.sections[-1].workbook_only


def test_an_unplaced_need_says_so():
    found = report()
    row = cells(found, "needs", "raw_text").index("the gearbox trick of our founder")

    assert cells(found, "needs", "skill")[row] is None
    assert cells(found, "needs", "skill_source")[row] == "not placed yet"


def test_what_was_not_recorded_is_never_called_none():
    found = report()

    assert "nobody recorded" in cells(found, "coverage_by_skill", "providers")
    texts = [str(value) for item in found.tables() for row in item.rows for value in row if isinstance(value, str)]
    assert not any(re.fullmatch("none|nobody", text, re.IGNORECASE) for text in texts)


def test_thresholds_and_weights_are_printed_from_the_catalogue():
    rules = shipped_catalogue().rules
    found = report()

    keys = cells(found, "thresholds", "threshold")
    whole = dict(zip(keys, cells(found, "thresholds", "setting"), strict=True))
    shares = dict(zip(keys, cells(found, "thresholds", "setting_share"), strict=True))
    assert (whole["privacy_k"], shares["privacy_k"]) == (rules.privacy_k, None)
    assert (whole["interval"], shares["interval"]) == (None, rules.interval)
    assert cells(found, "priority_weights", "weight") == list(rules.priority_weights.values())
    assert len(cells(found, "what_answers_what", "fit_value")) > 50


@pytest.mark.parametrize("anonymous", [False, True])
@pytest.mark.parametrize("language", report_languages())
def test_every_edition_says_when_the_cluster_changed_the_weights(language, anonymous):
    weights = PriorityWeights(reach=0.4, size=0.15, severity=0.2, urgency=0.15, scarcity=0.1)
    own = assess(replace(whole_results().snapshot, weights=weights))
    texts = load_texts(language)

    found = build_report(own, shipped_catalogue(), texts, anonymous=anonymous, made_on=MADE_ON)

    assert texts.get("report.banner.weights") in (found.banner or "")
    chapter = next(section for section in found.sections if section.key == "priorities")
    notes = [block for block in chapter.blocks if isinstance(block, Note)]
    assert notes[0].title == texts.get("report.priorities.weights_title")
    assert "40" in notes[0].text
    assert cells(found, "priority_weights", "weight") == list(weights.by_part().values())
    assert cells(found, "priority_weights", "usual_weight")[:2] == [0.3, 0.25]
    assert found.data["priority_weights"] == {
        "changed": True,
        "used": weights.by_part(),
        "catalogue": dict(shipped_catalogue().rules.priority_weights),
    }


def test_a_report_with_the_usual_weights_speaks_of_no_change():
    found = report()

    assert load_texts("en").get("report.banner.weights") not in (found.banner or "")
    assert found.data["priority_weights"]["changed"] is False
    assert not any(column.key == "usual_weight" for table in found.tables() for column in table.columns)


def test_every_threshold_of_the_catalogue_is_printed_but_weights_points_and_the_seed():
    printed = set(cells(report(), "thresholds", "threshold"))
    elsewhere = {"priority_weights", "severity_points", "seed"}
    rules = shipped_catalogue().rules
    balance = {f"balance.{key}" for key in type(rules.balance).__dataclass_fields__}

    assert printed | elsewhere == set(type(rules).__dataclass_fields__) - {"balance"} | balance


def test_a_report_on_an_empty_file_says_that_nothing_is_known_yet():
    found = report("empty")
    text = " ".join(block.text for block in blocks(found, Paragraph) + blocks(found, Note))
    figures = [figure.value for block in blocks(found, KeyFigures) for figure in block.figures]

    assert "no accepted answers yet" in text
    assert "No partner is recorded yet" in text
    assert "No action of the cluster is recorded yet" in text
    assert "Nothing recorded so far calls for a decision" in text
    assert figures.count("–") == 4
    assert len(blocks(found, Steps)[0].steps) == 4
    assert all(cell.example for cell in blocks(found, Grid)[0].cells)


def test_the_fictional_sample_says_so_on_every_page():
    assert "Fictional" in (report().banner or "")
    assert "Fictional" not in (report("empty").banner or "")


def test_an_anonymous_edition_says_so_on_every_page():
    assert "Anonymous edition: no figure from fewer than 5 firms" in (report(anonymous=True).banner or "")


def test_esco_is_named_only_where_its_skills_are_used():
    assert not any(block.title == "ESCO" for block in blocks(report(), Note))


def test_the_same_results_and_date_give_the_same_report():
    again = build_report(whole_results(), shipped_catalogue(), load_texts("en"), anonymous=False, made_on=MADE_ON)

    assert again == report()


def test_the_same_anonymous_report_reads_the_same_in_every_export():
    first = report(anonymous=True)
    second = build_report(whole_results(), shipped_catalogue(), load_texts("en"), anonymous=True, made_on=MADE_ON)

    assert second.sections == first.sections


@pytest.mark.parametrize("language", report_languages())
def test_a_board_reads_at_most_six_lines_of_reasons(language):
    for card in blocks(report(language=language), DecisionCard):
        why = next(part for part in card.lines if part.key == "why")
        assert 1 <= len(why.lines) <= 6


def test_the_summary_stands_alone_with_decisions_numbered_and_timed():
    summary = report().sections[0]
    listed = [block for block in summary.blocks if isinstance(block, Bullets) and block.numbered]

    assert summary.own_page
    assert len(listed) == 1
    assert len(listed[0].badges) == len(listed[0].items)
    assert all(badge.word in {"ST", "MT", "LT"} for badges in listed[0].badges for badge in badges)


def test_the_named_edition_lists_every_offer_with_all_that_is_recorded_of_it():
    results = whole_results()
    beside = make_offer(
        own_uri("Weaving"), "school", number=9, places_per_year=4, cost="free", mode="online", since=2019
    )
    snapshot = replace(
        results.snapshot,
        offers=(*results.snapshot.offers, beside),
        skills=(*results.snapshot.skills, make_skill("Weaving")),
    )

    built = build_report(assess(snapshot), shipped_catalogue(), load_texts("en"), anonymous=False, made_on=MADE_ON)
    offers = table(built, "offers")

    rows = [dict(zip([column.key for column in offers.columns], row, strict=True)) for row in offers.rows]
    (row,) = [row for row in rows if row["skill"] == "Weaving"]
    assert (row["places"], row["offer_cost"], row["offer_mode"], row["offer_since"]) == (4, "free", "online", 2019)
    assert len(rows) == 5


def test_what_a_foundation_rests_on_stands_in_the_named_edition_only():
    results = whole_results()
    first, *others = results.snapshot.checklist_answers
    snapshot = replace(results.snapshot, checklist_answers=(replace(first, evidence="minutes of May"), *others))
    noted = assess(snapshot)
    editions = [
        build_report(noted, shipped_catalogue(), load_texts("en"), anonymous=anonymous, made_on=MADE_ON)
        for anonymous in (False, True)
    ]

    named, anonymous = (table(edition, "partnership_checklist") for edition in editions)

    assert "minutes of May" in named.rows[0]
    assert [column.key for column in anonymous.columns] == ["checklist_item", "answer"]


def test_the_relationship_with_a_member_is_withheld_not_unknown():
    introductions = table(report(anonymous=True), "offers")
    place = [column.key for column in introductions.columns].index("stage")
    names = [column.key for column in introductions.columns].index("partner")

    stages = {row[names]: row[place] for row in introductions.rows}

    assert any(isinstance(stage, Suppressed) for name, stage in stages.items() if str(name).startswith("a partner ("))
    assert not any(
        isinstance(stage, Suppressed) for name, stage in stages.items() if not str(name).startswith("a partner (")
    )
