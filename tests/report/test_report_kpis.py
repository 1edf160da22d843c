"""Funder figures in the report: the table as funders ask for it, the register, and what an anonymous edition leaves out."""

import json
from dataclasses import replace
from functools import cache

import pytest

from fastmap.analysis.kpis import kpis_of
from fastmap.catalogue.texts import load_texts
from fastmap.model.kpis import KpiEntry, KpiGoal, KpiUnit, OwnKpi
from fastmap.report.badges import Badge
from fastmap.report.blocks import Bullets, Paragraph, Suppressed, Table
from fastmap.report.build import build_report
from fastmap.report.contract import as_contract
from fastmap.report.drawings import Chart
from fastmap.report.privacy import protect
from tests.report.whole_cluster import MADE_ON, empty_results, whole_results, whole_snapshot
from tests.support.builders import shipped_catalogue


@cache
def section(*, anonymous=False, language="en"):
    report = build_report(
        whole_results(), shipped_catalogue(), load_texts(language), anonymous=anonymous, made_on=MADE_ON
    )
    return next(section for section in report.sections if section.key == "kpis")


def table(key, **edition):
    return next(block for block in section(**edition).blocks if isinstance(block, Table) and block.key == key)


def rows(key="kpi_table", **edition):
    """Rows by indicator, each a mapping of column to value."""
    found = table(key, **edition)
    keys = [column.key for column in found.columns]
    lines = [dict(zip(keys, row, strict=True)) for row in found.rows]
    return {line["kpi_indicator"]: line for line in lines}


def with_entries(*entries):
    """Results whose ledger is ``entries`` alone."""
    results = whole_results()
    snapshot = replace(results.snapshot, kpi_entries=entries, kpi_goals=(), own_kpis=())
    return replace(results, snapshot=snapshot, kpis=kpis_of(snapshot, shipped_catalogue()))


def shown(key, *entries):
    found = protect(with_entries(*entries), shipped_catalogue())
    kpi = next(kpi for kpi in found.results.kpis if kpi.key == key)
    return kpi, found.protection.kpis.get(key, {})


def entry(number, indicator, value, members=(), **more):
    codes = tuple(f"M{member:03}" for member in members)
    return KpiEntry(id=f"K{number:03}", indicator=indicator, value=value, members=codes, **more)


# --- named ------------------------------------------------------------------------------------------------------------


def test_one_row_per_indicator_says_what_a_funder_asks():
    row = rows()["SMEs served by joint skills services"]

    assert (row["kpi_objective"], row["kpi_obligation"]) == ("Euroclusters 4b", "optional")
    assert (row["kpi_baseline"], row["kpi_target"], row["kpi_actual"], row["kpi_unit"]) == (3, 30, 11, "organisations")
    assert (row["kpi_organisations"], row["kpi_period"], row["kpi_entries"]) == (11, "2025-H2, 2026-H1", "K005, K006")
    assert row["kpi_state"].word == "not yet"


def test_an_indicator_without_an_entry_is_not_recorded_and_not_zero():
    row = rows()["Pacts for skills that give clusters a role"]

    assert (row["kpi_actual"], row["kpi_organisations"]) == (None, None)
    assert row["kpi_state"] == Badge("not recorded")


def test_the_share_of_exchanges_with_small_firms_stands_in_words():
    row = rows()["Exchanges with small and medium-sized firms"]

    assert (row["kpi_target"], row["kpi_target_words"]) == (None, "50% of all")
    assert row["kpi_actual_words"] == "18 exchanges (90% of all)"
    assert row["kpi_state"].word == "reached"


def test_the_register_names_organisations_and_evidence():
    found = table("kpi_register")
    line = next(row for row in found.rows if row[0] == "K004")

    assert line[5] == "Talleres Urkola, S.L.; Mecanizados Aizkorri S.A.; Zubieta Robotics GmbH; Forjas Ordizia"


def test_progress_is_a_chart_with_its_figures_in_words():
    (chart,) = (block for block in section().blocks if isinstance(block, Chart))

    assert chart.categories[0] == "Short-term exchanges supported"
    assert "Short-term exchanges supported 40%" in chart.alternative


def test_what_is_doubtful_is_listed_with_its_indicator():
    lines = [line for block in section().blocks if isinstance(block, Bullets) for line in block.items]

    assert any(
        line.startswith("SMEs served by joint skills services: 2 organisations stand in several") for line in lines
    )


def test_objectives_of_which_nothing_is_recorded_are_left_out_and_an_empty_ledger_has_no_chapter():
    results = with_entries(entry(1, "staff_trained", 2))
    report = build_report(results, shipped_catalogue(), load_texts("en"), anonymous=False, made_on=MADE_ON)
    empty = build_report(empty_results(), shipped_catalogue(), load_texts("en"), anonymous=False, made_on=MADE_ON)
    (found,) = (one for one in report.tables() if one.key == "kpi_table")

    assert {row[1] for row in found.rows} == {"Euroclusters 4a"}
    assert "kpis" not in {one.key for one in empty.sections}


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("anonymous", [False, True])
def test_every_heading_is_said_in_both_languages(language, anonymous):
    blocks = section(anonymous=anonymous, language=language).blocks

    heads = [column.header for block in blocks if isinstance(block, Table) for column in block.columns]
    assert heads
    assert all(head and "{" not in head for head in heads)


# --- anonymous --------------------------------------------------------------------------------------------------------


def test_an_anonymous_edition_has_neither_register_nor_entries():
    keys = {block.key for block in section(anonymous=True).blocks if isinstance(block, Table)}
    found = protect(whole_results(), shipped_catalogue()).results

    assert "kpi_register" not in keys
    assert all(kpi.entries == kpi.organisations == () for kpi in found.kpis)
    assert found.snapshot.kpi_entries == found.snapshot.own_kpis == ()


def test_figures_of_fewer_than_five_firms_are_withheld():
    found = rows(anonymous=True)

    assert found["SMEs that invest in the skills of their people"]["kpi_actual"] == Suppressed("< 5")
    assert found["Workers trained, upskilled or reskilled"]["kpi_actual"] == Suppressed("withheld")
    assert found["Money put into skills under the pact"]["kpi_actual"] == Suppressed("withheld")
    assert found["Cluster staff trained"]["kpi_actual"] == 3
    assert found["SMEs served by joint skills services"]["kpi_actual"] == 11


def test_what_two_figures_would_tell_together_is_withheld():
    row = rows(anonymous=True)["Exchanges with small and medium-sized firms"]

    assert row["kpi_actual"] == Suppressed("withheld")
    assert row["kpi_state"].word == "withheld"
    assert rows(anonymous=True)["Short-term exchanges supported"]["kpi_actual"] == 20


def test_an_own_indicator_that_names_a_member_goes_by_its_number():
    assert "Own indicator K001" in rows(anonymous=True)


def test_how_much_was_counted_twice_is_not_told():
    (kpi,) = (kpi for kpi in protect(whole_results(), shipped_catalogue()).results.kpis if kpi.key == "smes_served")

    assert (kpi.recorded, kpi.counted_twice, kpi.periods, kpi.warnings) == (11, 0, (), ())


@pytest.mark.parametrize(("firms", "told"), [(4, False), (5, True), (20, True), (21, False), (24, False), (25, True)])
def test_neither_the_firms_counted_nor_the_rest_of_the_members_may_be_few(firms, told):
    kpi, words = shown("smes_served", entry(1, "smes_served", firms, range(1, firms + 1)))

    assert (kpi.actual is not None) is told
    assert ("actual" in words) is not told


def test_firms_that_are_not_named_are_not_told_by_subtraction():
    kpi, words = shown("smes_served", entry(1, "smes_served", 12, range(1, 10)))

    assert (kpi.actual, kpi.organisation_count, words) == (12, None, {"organisations": "withheld"})


def test_people_of_firms_that_nobody_named_are_withheld_and_zero_is_not():
    assert shown("workers_trained", entry(1, "workers_trained", 90))[0].actual is None
    assert shown("workers_trained", entry(1, "workers_trained", 0))[0].actual == 0


def test_the_whole_cannot_be_worked_out_from_the_share_of_its_part():
    kpi, _ = shown(
        "exchanges_with_smes",
        entry(1, "exchanges", 60, range(1, 3)),
        entry(2, "exchanges_with_smes", 40, range(1, 9)),
    )

    assert (kpi.share, kpi.progress, kpi.reached) == (None, None, None)


# --- JSON -------------------------------------------------------------------------------------------------------------


def test_the_json_has_every_indicator_and_is_empty_without_a_ledger():
    found = json.loads(json.dumps(as_contract(whole_results(), shipped_catalogue(), load_texts("en"))))["kpis"]
    served = next(kpi for kpi in found if kpi["key"] == "smes_served")

    assert len(found) == len(shipped_catalogue().kpis) + 1
    assert (served["recorded"], served["counted_twice"], served["actual"], served["organisations"]) == (13, 2, 11, 11)
    assert served["entries"][0]["members"][0] == "M001"
    assert served["warnings"][0]["code"] == "counted_twice"
    assert as_contract(empty_results(), shipped_catalogue(), load_texts("en"))["kpis"] == []


def test_the_ledger_of_the_snapshot_is_the_one_reported():
    assert [kpi.key for kpi in whole_results().kpis if kpi.entries] == list(
        dict.fromkeys(one.indicator for one in whole_snapshot().kpi_entries)
    )


# --- targets of which less is better ----------------------------------------------------------------------------------


def with_level(baseline, target):
    """Results with one own level beside a figure that adds up."""
    results = whole_results()
    own = OwnKpi(key="own:K009", name="Places that stayed empty", unit=KpiUnit.PEOPLE, adds_up=False)
    goals = (
        KpiGoal(indicator="own:K009", baseline=baseline, target=target),
        KpiGoal(indicator="training_plans", baseline=0, target=3),
    )
    entries = (entry(1, "own:K009", 28, period="2026"), entry(2, "training_plans", 1, period="2026"))
    snapshot = replace(results.snapshot, kpi_entries=entries, kpi_goals=goals, own_kpis=(own,))
    return replace(results, snapshot=snapshot, kpis=kpis_of(snapshot, shipped_catalogue()))


@pytest.mark.parametrize(
    ("baseline", "target", "words", "is_drawn"),
    [(34, 25, "at most 25 people", False), (34, 50, "50 people", False), (0, 50, "50 people", True)],
)
def test_the_figure_shows_one_formula_and_targets_say_where_less_is_better(baseline, target, words, is_drawn):
    found = build_report(
        with_level(baseline, target), shipped_catalogue(), load_texts("en"), anonymous=False, made_on=MADE_ON
    )
    chapter = next(one for one in found.sections if one.key == "kpis")
    chart = next(block for block in chapter.blocks if isinstance(block, Chart))
    line = next(row for row in found.tables() if row.key == "kpi_table")
    row = next(one for one in line.rows if "Places that stayed empty" in one)
    texts = [block.text for block in chapter.blocks if isinstance(block, Paragraph)]

    assert words in row
    assert ("Places that stayed empty" in chart.categories) is is_drawn
    assert any("Places that stayed empty" in text for text in texts) is not is_drawn
    assert next(one for one in found.data["kpis"] if one["key"] == "own:K009")["less_is_better"] is (target < baseline)


@pytest.mark.parametrize(("language", "words"), [("en", "1 plan"), ("ro", "1 plan"), ("de", "1 Plan")])
def test_one_of_something_is_not_said_in_the_plural(language, words):
    found = build_report(
        with_level(34, 25), shipped_catalogue(), load_texts(language), anonymous=False, made_on=MADE_ON
    )
    table = next(one for one in found.tables() if one.key == "kpi_table")

    assert any(words in row for row in table.rows)
