"""Tables of funder figures as people keep them: names of columns in every form language, messages that name the cell."""

import openpyxl
import pytest

from fastmap.catalogue.texts import form_languages, load_texts, report_languages, shipped_languages
from fastmap.changes import SaveKpis
from fastmap.errors import FastmapError
from fastmap.intake.tables import read_kpis
from fastmap.model.kpis import KpiEntry, KpiGoal, KpiUnit, OwnKpi
from tests.support.builders import make_member, make_partner, make_snapshot, shipped_catalogue

MEMBERS = [make_member(number, name=f"Firm {number}") for number in range(1, 7)]
SNAPSHOT = make_snapshot(members=MEMBERS, partners=[make_partner("P001", name="School")])


def table(path, *lines):
    path.write_text("\n".join(";".join(line) for line in lines), encoding="utf-8")
    return path


def read(path, snapshot=SNAPSHOT):
    return read_kpis(path, snapshot, shipped_catalogue())


def found(outcome):
    return [(problem.code, problem.cell) for problem in outcome.problems]


def after(outcome, snapshot=SNAPSHOT):
    """The snapshot once the outcome is taken, as `SaveKpis` does."""
    entries = {entry.id: entry for entry in (*snapshot.kpi_entries, *outcome.entries)}
    goals = {goal.indicator: goal for goal in (*snapshot.kpi_goals, *outcome.goals)}
    return make_snapshot(
        members=snapshot.members,
        partners=snapshot.partners,
        kpi_entries=tuple(entries.values()),
        kpi_goals=tuple(goals.values()),
        own_kpis=(*snapshot.own_kpis, *outcome.own),
    )


def test_a_row_gives_value_period_organisations_and_evidence(tmp_path):
    workbook = openpyxl.Workbook()
    workbook.active.append(["Ledger of the project"])
    workbook.active.append(["Indicator", "Period", "Value", "Organisations", "Evidence", "Note", "Target"])
    workbook.active.append(
        ["SMEs served by joint skills services", "2026 h1", 3, "M001; firm 2; School; Outside Ltd", "list", "n", 30]
    )
    workbook.save(tmp_path / "figures.xlsx")

    outcome = read(tmp_path / "figures.xlsx")

    assert outcome.entries == (
        KpiEntry(
            id="K001",
            indicator="smes_served",
            value=3,
            period="2026-H1",
            members=("M001", "M002"),
            partners=("P001",),
            others=("Outside Ltd",),
            evidence="list",
            note="n",
        ),
    )
    assert outcome.goals == (KpiGoal(indicator="smes_served", target=30),)
    assert found(outcome) == [("kpi_organisations_outside", "D3")]


@pytest.mark.parametrize("language", form_languages())
def test_columns_are_found_by_their_names_in_every_form_language(tmp_path, language):
    texts = load_texts(language)
    heads = [texts.term(f"column.kpi.{key}").split(";")[0] for key in ("indicator", "period", "value", "target")]
    name = load_texts(language if language in shipped_languages() else "en").term("kpi.staff_trained.name")

    outcome = read(table(tmp_path / "t.csv", [head.upper() for head in heads], [name, "2026", "4", "10"]))

    assert [(one.indicator, one.period, one.value) for one in outcome.entries] == [("staff_trained", "2026", 4)]
    assert outcome.goals == (KpiGoal(indicator="staff_trained", target=10),)


def test_the_same_table_again_changes_nothing(tmp_path):
    lines = [
        ["indicator", "period", "value", "organisations", "evidence", "baseline"],
        ["staff_trained", "2026-H1", "4", "", "list", "1"],
        ["staff_trained", "2026-H1", "2", "", "", ""],
        ["staff_trained", "2026-H1", "2", "", "", ""],
        ["smes_served", "2026-H1", "", "M001", "", ""],
    ]
    path = table(tmp_path / "t.csv", *lines)

    first = read(path)
    again = read(path, after(first))

    assert (first.added, len(first.goals)) == (4, 1)
    assert (again.added, again.updated, again.unchanged, again.entries, again.goals) == (0, 0, 4, (), ())


def test_a_corrected_value_updates_its_entry_and_blanks_leave_what_is_recorded(tmp_path):
    known = KpiEntry(id="K007", indicator="staff_trained", value=4, period="2026", evidence="List", note="kept")
    snapshot = make_snapshot(kpi_entries=(known,))

    outcome = read(
        table(tmp_path / "t.csv", ["indicator", "period", "value", "evidence"], ["staff_trained", "2026", "5", "list"]),
        snapshot,
    )

    (entry,) = outcome.entries
    assert (entry.id, entry.value, entry.note, outcome.updated) == ("K007", 5, "kept", 1)


def test_an_id_finds_its_entry_and_a_foreign_one_makes_a_new_entry(tmp_path):
    known = KpiEntry(id="K007", indicator="staff_trained", value=4, period="2026")
    lines = [
        ["id", "indicator", "period", "value"],
        ["k007", "staff_trained", "2027", "4"],
        ["K099", "exchanges", "2026", "2"],
    ]

    outcome = read(table(tmp_path / "t.csv", *lines), make_snapshot(kpi_entries=(known,)))

    assert [(one.id, one.indicator, one.period) for one in outcome.entries] == [
        ("K007", "staff_trained", "2027"),
        ("K001", "exchanges", "2026"),
    ]
    assert found(outcome) == [("kpi_entry_unknown", "A3")]


def test_all_problems_are_listed_at_once_with_their_cells(tmp_path):
    outcome = read(
        table(
            tmp_path / "t.csv",
            ["indicator", "period", "value", "target", "unit"],
            ["firms healed", "2026", "3", "", ""],
            ["", "2026", "3", "", ""],
            ["staff_trained", "", "", "", ""],
            ["staff_trained", "soon", "a few", "6", ""],
            ["staff_trained", "2026", "-2", "7", ""],
            ["pact_money", "2026", "1.234", "", ""],
            ["own thing", "2026", "1", "", "bananas"],
        )
    )

    assert found(outcome) == [
        ("kpi_unknown", "A2"),
        ("kpi_missing", "3"),
        ("kpi_empty", "4"),
        ("number_text", "C5"),
        ("kpi_period_unclear", "B5"),
        ("kpi_goal_twice", "D6"),
        ("number_negative", "C6"),
        ("amount_unclear", "C7"),
        ("choice_unknown", "E8"),
        ("kpi_unknown", "A8"),
    ]
    assert [(one.period, one.value) for one in outcome.entries] == [("soon", None), ("2026", None), ("2026", None)]
    for language in shipped_languages():
        texts = load_texts(language)
        assert all("{" not in texts.say(problem.facts) for problem in outcome.problems)
        assert all(texts.term(f"done.{problem.done}") for problem in outcome.problems)


def test_a_unit_makes_an_own_indicator_and_later_rows_mean_the_same(tmp_path):
    lines = [
        ["indicator", "period", "value", "unit"],
        ["Apprentices hired", "2025", "3", "personas"],
        ["apprentices  hired", "2026", "4", ""],
    ]

    outcome = read(table(tmp_path / "t.csv", *lines))

    assert outcome.own == (OwnKpi(key="own:K001", name="Apprentices hired", unit=KpiUnit.PEOPLE),)
    assert [one.indicator for one in outcome.entries] == ["own:K001", "own:K001"]


def test_a_day_that_a_spreadsheet_made_of_a_month_is_the_month(tmp_path):
    from datetime import date

    workbook = openpyxl.Workbook()
    workbook.active.append(["Indicator", "Period", "Value"])
    workbook.active.append(["staff_trained", date(2026, 5, 1), 3])
    workbook.save(tmp_path / "t.xlsx")

    assert [one.period for one in read(tmp_path / "t.xlsx").entries] == ["2026-05"]


def test_a_table_without_an_indicator_names_the_columns_found(tmp_path):
    with pytest.raises(FastmapError) as refused:
        read(table(tmp_path / "t.csv", ["what", "value"], ["a", "1"]))

    assert refused.value.code == "table_without_name"
    assert "indicator" in load_texts("en").say(refused.value.message)


def test_what_was_read_is_one_change(tmp_path):
    outcome = read(table(tmp_path / "t.csv", ["indicator", "value"], ["staff_trained", "4"], ["exchanges", "5"]))

    assert SaveKpis(entries=outcome.entries, goals=outcome.goals, own=outcome.own).facts() == {"count": 2}


@pytest.mark.parametrize("language", report_languages())
def test_an_indicator_is_found_by_the_name_that_the_reports_of_a_language_print(tmp_path, language):
    name = load_texts(language).term("kpi.staff_trained.name")

    outcome = read(table(tmp_path / "t.csv", ["Indicator", "Value"], [name, "3"]))

    assert [one.indicator for one in outcome.entries] == ["staff_trained"]


def test_percentages_are_taken_with_their_sign_and_an_own_one_is_a_level(tmp_path):
    outcome = read(table(tmp_path / "t.csv", ["Indicator", "Value", "Unit"], ["Share of women", "60 %", "%"]))

    assert [(own.unit, own.adds_up) for own in outcome.own] == [(KpiUnit.PERCENT, False)]
    assert [one.value for one in outcome.entries] == [60]
    assert outcome.problems == ()


def test_half_an_exchange_is_no_whole_number_and_nobody_speaks_of_people(tmp_path):
    outcome = read(table(tmp_path / "t.csv", ["Indicator", "Value"], ["exchanges", "12.5"]))

    assert [load_texts("en").say(problem.facts) for problem in outcome.problems] == [
        "“12.5” is not a whole number. It was left out."
    ]


def test_hours_of_participation_are_read_and_a_blank_keeps_those_recorded(tmp_path):
    head = ["indicator", "period", "value", "evidence", "participation hours"]
    first = read(table(tmp_path / "f.csv", head, ["workers_trained", "2026-Q1", "12", "list", "96.5"]))
    again = read(table(tmp_path / "g.csv", head, ["workers_trained", "2026-Q1", "13", "list", ""]), after(first))
    wrong = read(table(tmp_path / "h.csv", head, ["workers_trained", "2026-Q1", "12", "list", "many"]))

    assert [entry.hours for entry in first.entries] == [96.5]
    assert [(entry.value, entry.hours) for entry in again.entries] == [(13, 96.5)]
    assert found(wrong) == [("amount_unclear", "E2")]
    assert wrong.entries[0].hours is None
