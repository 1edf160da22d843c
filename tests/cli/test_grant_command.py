"""The facts of the grant and the logo on the command line."""

import json
import sqlite3
from contextlib import closing

from PIL import Image

from tests.support.command_line import fastmap


def recorded(file):
    return json.loads(fastmap("analyse", file, "--json").out)


def test_facts_and_logo_are_recorded_and_told(file, tmp_path):
    Image.new("RGB", (3000, 1000), "teal").save(tmp_path / "logo.png")

    ran = fastmap(
        *(
            "grant",
            file,
            "--call",
            "Skills 2026",
            "--from",
            "2026-01",
            "--to",
            "2027-12",
            "--logo",
            tmp_path / "logo.png",
        )
    )

    assert (ran.status, ran.out) == (0, "")
    assert "call, first day, last day and the logo logo.png" in ran.err
    told = recorded(file)
    assert told["round"]["grant"]["call"] == "Skills 2026"
    assert (told["round"]["grant"]["period_start"], told["round"]["grant"]["period_end"]) == (
        "2026-01-01",
        "2027-12-31",
    )
    assert (told["cluster"]["logo"]["width_px"], told["cluster"]["logo"]["height_px"]) == (1200, 400)


def test_a_fact_and_the_logo_are_taken_out_again(sample):
    ran = fastmap("grant", sample, "--call", "", "--no-logo")

    assert ran.status == 0
    assert recorded(sample)["round"]["grant"]["call"] is None
    assert recorded(sample)["round"]["grant"]["agreement"] == "EX-2026-000417"
    assert recorded(sample)["cluster"]["logo"] is None
    assert "Nothing new" in fastmap("grant", sample, "--no-logo").err


def test_what_cannot_be_taken_is_told_in_one_line_and_changes_nothing(file, tmp_path):
    (tmp_path / "logo.svg").write_text("<svg/>")
    before = recorded(file)

    for arguments, words in (
        ((), "name at least one fact"),
        (("--from", "soon"), "soon"),
        (("--from", "2027-01-01", "--to", "2026-01-01"), "before it begins"),
        (("--call", "x", "--logo", tmp_path / "logo.svg"), "logo.svg"),
        (("--logo", tmp_path / "none.png"), "none.png"),
        (("--logo", tmp_path / "logo.svg", "--no-logo"), "--no-logo"),
    ):
        ran = fastmap("grant", file, *arguments)
        assert (ran.status, ran.err.count("\n")) == (2, 1)
        assert words in ran.err
    assert recorded(file) == before


def test_a_report_is_made_without_a_logo_that_arrived_damaged_and_says_so(written_sample, tmp_path):
    sample = tmp_path / "mailed.fastmap"
    sample.write_bytes(written_sample)
    with closing(sqlite3.connect(sample)) as connection, connection:
        connection.execute("UPDATE logo SET png_base64 = substr(png_base64, 1, 200)")

    ran = fastmap("report", sample, "--pdf", tmp_path / "r.pdf", "--json", tmp_path / "r.json")

    assert ran.status == 0
    assert ran.err.count("The report has no logo") == 1
    assert (tmp_path / "r.pdf").read_bytes().startswith(b"%PDF")
