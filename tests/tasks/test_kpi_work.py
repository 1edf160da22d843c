"""Working on the ledger: numbers as typed, organisations picked, the table for the clipboard and as a file."""

from datetime import date

import pytest

from exports.kpis import kpi_cells, write_kpi_table
from fastmap.catalogue.texts import load_texts
from fastmap.model.kpis import KpiEntry, KpiUnit, OwnKpi
from fastmap.tasks.kpis import (
    Pick,
    new_entry,
    new_own_key,
    number_of,
    periods_of,
    picks_called,
    picks_of,
    table_for_funder,
    with_organisations,
    with_words,
)
from fastmap.tasks.typed import NotUnderstoodError
from tests.report.whole_cluster import whole_results
from tests.support.builders import make_member, make_partner, make_snapshot, shipped_catalogue

MEMBERS = [
    make_member(1, name="Álava Metal"),
    make_member(2, name="Metal Dos"),
    make_member(3, name="Tercera", partner_id="P2"),
]
SNAPSHOT = make_snapshot(
    members=MEMBERS, partners=[make_partner("P1", name="School of Metal"), make_partner("P2", name="Tercera S.A.")]
)


@pytest.mark.parametrize(
    ("text", "unit", "number"),
    [
        ("12", KpiUnit.PEOPLE, 12),
        (" 1 200 ", KpiUnit.PEOPLE, 1200),
        ("", KpiUnit.PEOPLE, None),
        ("12 500 €", KpiUnit.EURO, 12500),
        ("12.5", KpiUnit.PERCENT, 12.5),
        ("40 %", KpiUnit.PERCENT, 40),
    ],
)
def test_numbers_are_taken_as_people_type_them(text, unit, number):
    assert number_of(text, unit) == number


@pytest.mark.parametrize(
    ("text", "unit"), [("many", KpiUnit.PEOPLE), ("-3", KpiUnit.PEOPLE), ("-3", KpiUnit.EURO), ("1.234", KpiUnit.EURO)]
)
def test_what_is_no_clear_number_from_zero_up_is_refused(text, unit):
    with pytest.raises(NotUnderstoodError):
        number_of(text, unit)


def test_members_and_partners_are_found_by_a_part_of_their_name_or_their_code_each_once():
    def names(text, **more):
        return [pick.name for pick in picks_called(SNAPSHOT, text, **more)]

    assert names("metal") == ["Metal Dos", "Álava Metal", "School of Metal"]
    assert names("alava") == ["Álava Metal"]
    assert names("m003") == ["Tercera"]
    assert names("tercera") == ["Tercera"]
    assert names("metal", without=picks_called(SNAPSHOT, "dos")) == ["Álava Metal", "School of Metal"]


def test_a_typed_name_of_a_member_is_that_member_and_others_keep_their_name():
    picks = [Pick(kind="partner", id="P1", name="School of Metal")]
    picks += [Pick(kind="other", id=name, name=name) for name in ("METAL dos", "Somebody", "")]

    entry = with_organisations(SNAPSHOT, new_entry(SNAPSHOT, "smes_served"), picks)

    assert (entry.members, entry.partners, entry.others) == (("M002",), ("P1",), ("Somebody",))
    assert [pick.name for pick in picks_of(SNAPSHOT, entry)] == ["Metal Dos", "School of Metal", "Somebody"]


def test_texts_are_kept_in_one_line_and_blanks_are_not_known():
    entry = with_words(new_entry(SNAPSHOT, "exchanges"), period=" 2026 q1 ", evidence="a\nlist", note="  ")

    assert (entry.id, entry.period, entry.evidence, entry.note) == ("K001", "2026-Q1", "a list", None)


def test_the_key_of_an_indicator_that_is_gone_is_not_given_again():
    snapshot = make_snapshot(
        own_kpis=(OwnKpi(key="own:K001", name="a"),), kpi_entries=(KpiEntry(id="K1", indicator="own:K002"),)
    )

    assert new_own_key(snapshot) == "own:K003"


def test_periods_stand_in_time():
    entries = tuple(
        KpiEntry(id=f"K{number}", indicator="exchanges", period=period)
        for number, period in enumerate(("later", "2026", "2025-H2", "2026-Q1", None))
    )

    assert periods_of(make_snapshot(kpi_entries=entries)) == ("2025-H2", "2026-Q1", "2026", "later")


def test_the_table_goes_to_the_clipboard_and_to_a_file_with_its_headings(tmp_path):
    table = table_for_funder(whole_results(), shipped_catalogue(), load_texts("en"), date(2026, 3, 1))

    cells = kpi_cells(table)
    write_kpi_table(table, tmp_path / "figures.csv")

    assert cells[0][:5] == ["Asked by", "Objective", "Obligation", "Indicator", "Baseline"]
    served = next(row for row in cells if row[3] == "SMEs served by joint skills services")
    assert served[:3] == ["Euroclusters 4b, optional", "Euroclusters 4b", "optional"]
    assert served[4:9] == ["3", "30", "30 organisations", "11", "11 organisations"]
    first, *rest = sorted({entry.period for entry in whole_results().snapshot.kpi_entries if entry.period})
    part = table_for_funder(whole_results(), shipped_catalogue(), load_texts("en"), date(2026, 3, 1), first)
    keys = [column.key for column in part.columns]
    assert rest
    assert not {"kpi_baseline", "kpi_target", "kpi_state"} & set(keys)
    assert {row[keys.index("kpi_period")] for row in part.rows} <= {first, None}
    written = (tmp_path / "figures.csv").read_text(encoding="utf-8-sig")
    assert written.count("\n") == len(cells)
    assert '"SMEs served by joint skills services"' in written
