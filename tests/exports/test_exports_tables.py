import csv
import json
import struct
from dataclasses import replace

import pytest

from exports import pictures, tables
from exports.data import write_json
from exports.figures import Figures
from exports.pictures import write_picture, write_pictures
from exports.tables import harmless, write_csv
from fastmap.errors import FastmapError
from fastmap.report.finished import Section
from tests.exports.demo_report import HOSTILE, bars, demo_report, grid, hostile_table, needs_table

FORMULAS = ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", " =1", "\u00a0=1", "＝1", "＋1", "－1", "＠x", "|calc", "%0"]


def report_of(*blocks):
    return replace(demo_report(rows=1), sections=(Section(key="one", title="Abschnitt", blocks=blocks),))


def read_csv(path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_every_table_becomes_a_file_named_by_its_key(tmp_path):
    written = write_csv(demo_report(), tmp_path / "csv")

    assert [path.name for path in written] == [
        "by_size.csv",
        "needs.csv",
        "empty.csv",
        "hostile.csv",
        "datapackage.json",
    ]
    assert sorted(path.name for path in (tmp_path / "csv").iterdir()) == sorted(path.name for path in written)


def test_figures_are_plain_dates_are_iso_and_unknown_is_empty(tmp_path):
    (path, _) = write_csv(report_of(needs_table(12)), tmp_path)

    rows = read_csv(path)

    assert rows[0] == ["rank", "skill", "priority", "users", "short_12m", "reach", "verdict", "place", "seen"]
    assert rows[1][3] == "< 5"
    assert rows[1][6] == "Fachkräftemangel"
    assert rows[1][8] == "2026-01-01"
    assert rows[11][2] == ""
    assert float(rows[2][5]) == 0.37


def test_excel_finds_the_encoding_and_every_field_is_quoted(tmp_path):
    (path, _) = write_csv(report_of(needs_table(3)), tmp_path)

    content = path.read_bytes()

    assert content.startswith(b"\xef\xbb\xbf")
    assert all(line.startswith(b'"') and line.endswith(b'"') for line in content[3:].split(b"\r\n") if line)


def test_negative_figures_are_not_disarmed(tmp_path):
    (path, _) = write_csv(report_of(hostile_table()), tmp_path)

    assert read_csv(path)[2][3] == "-1234.5"


@pytest.mark.parametrize("text", FORMULAS)
def test_text_that_a_spreadsheet_would_calculate_is_disarmed(text):
    assert harmless(text).startswith("'")


@pytest.mark.parametrize("text", ["Welding", "a=b", "", "  ", "1+1", "C++", "#read"])
def test_other_text_stays_as_it_is(text):
    assert harmless(text) == text


def test_no_field_of_a_hostile_report_begins_a_formula(tmp_path):
    (path, _) = write_csv(report_of(hostile_table()), tmp_path)

    for row in read_csv(path):
        for field in row[:3]:
            assert not field.lstrip().startswith(tuple("=+-@"))
    assert len(read_csv(path)) == len(HOSTILE) + 1


def test_pictures_are_written_as_png_and_svg_under_safe_stable_names(tmp_path):
    written = write_pictures(report_of(bars(), bars(key="../../evil<>:"), grid()), tmp_path / "pictures")

    names = [path.name for path in written]
    assert names == [f"{name}.{end}" for name in ("top", "evil", "typology") for end in ("svg", "png", "txt")]
    assert all(path.parent == tmp_path / "pictures" for path in written)
    wide, _ = struct.unpack(">II", (tmp_path / "pictures" / "top.png").read_bytes()[16:24])
    assert wide > 2000


@pytest.mark.parametrize(("name", "begins"), [("g.png", b"\x89PNG"), ("g.SVG", b"<?xml"), ("g", b"\x89PNG")])
def test_one_drawing_is_written_alone_as_its_name_says(tmp_path, name, begins):
    written = write_picture(report_of(bars(), grid()), "typology", tmp_path / name)

    assert written.read_bytes().startswith(begins)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_drawing_that_a_report_does_not_have_is_our_own_mistake(tmp_path):
    with pytest.raises(KeyError):
        write_picture(report_of(bars()), "typology", tmp_path / "g.png")
    assert list(tmp_path.iterdir()) == []


def test_what_somebody_who_cannot_see_a_picture_must_know_stands_beside_it(tmp_path):
    drawing = replace(bars(), caption="Top needs", alternative="Welding\x07 leads\nwith 8 firms.")

    write_pictures(report_of(drawing), tmp_path)

    assert (tmp_path / "top.txt").read_text(encoding="utf-8-sig") == "Top needs\n\nWelding leads with 8 firms.\n"


def test_two_blocks_with_one_key_get_two_pictures(tmp_path):
    assert (
        len({path.name.casefold() for path in write_pictures(report_of(bars(key="A"), bars(key="a")), tmp_path)}) == 6
    )


def test_pictures_of_a_fictional_report_say_so():
    footer = pictures._footer(demo_report(rows=1), Figures("de"))

    assert footer.endswith("Erfundenes Beispiel")
    assert "Runde 2026/1" in footer


def test_json_is_the_data_of_the_contract(tmp_path):
    write_json(demo_report(rows=1), tmp_path / "r.json")

    assert json.loads((tmp_path / "r.json").read_text(encoding="utf-8")) == demo_report(rows=1).data


def test_a_figure_that_json_cannot_hold_is_our_mistake(tmp_path):
    with pytest.raises(ValueError, match="JSON"):
        write_json(replace(demo_report(rows=1), data={"x": float("inf")}), tmp_path / "r.json")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("write", [write_csv, write_pictures])
def test_a_folder_that_cannot_be_made_is_named(tmp_path, write):
    with pytest.raises(FastmapError) as caught:
        write(report_of(hostile_table(), grid()), tmp_path / "a" / "b")

    assert caught.value.code == "target_folder_missing"


def test_a_table_open_elsewhere_changes_none_of_the_files(tmp_path):
    write_csv(report_of(hostile_table(), needs_table(3)), tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    (tmp_path / ".~lock.needs.csv#").write_bytes(b"")

    with pytest.raises(FastmapError) as caught:
        write_csv(report_of(replace(hostile_table(), rows=()), needs_table(9)), tmp_path)

    assert caught.value.code == "target_in_use"
    assert all((tmp_path / name).read_bytes() == content for name, content in before.items())


def test_the_signs_of_formulas_are_the_known_ones():
    assert {"=", "+", "-", "@", "\t", "\r"} <= tables._FORMULA_SIGNS
