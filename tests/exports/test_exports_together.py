"""Several reports into one folder, and pages as pictures: what is written, what is not, and what stays as it was."""

from dataclasses import replace

import pytest

from exports import typesetting
from exports.pdf import page_pictures
from exports.together import KINDS, target_of, write_reports
from fastmap.errors import FastmapError
from tests.exports.demo_report import demo_report


@pytest.fixture(scope="module")
def report():
    return demo_report()


def test_every_kind_is_written_under_a_name_that_says_cluster_round_and_edition(report, tmp_path):
    outcomes = list(write_reports(report, tmp_path, ("excel", "csv", "json")))

    assert [outcome.error for outcome in outcomes] == [None] * 3
    assert [outcome.files for outcome in outcomes] == [1, len(report.tables()) + 1, 1]
    assert {path.name for path in tmp_path.iterdir()} == {outcome.target.name for outcome in outcomes}
    assert all("Cluster Metall" in outcome.target.name and "2026" in outcome.target.name for outcome in outcomes)


def test_one_file_open_elsewhere_keeps_its_content_and_the_others_are_written(report, tmp_path):
    excel = target_of(report, tmp_path, "excel")
    excel.write_bytes(b"old")
    (tmp_path / f".~lock.{excel.name}#").write_text("someone")

    outcomes = {outcome.kind: outcome for outcome in write_reports(report, tmp_path, ("excel", "json"))}

    assert outcomes["excel"].error is not None
    assert outcomes["excel"].error.code == "target_in_use"
    assert excel.read_bytes() == b"old"
    assert outcomes["json"].error is None
    assert outcomes["json"].target.is_file()


def test_the_editions_never_replace_each_other(report, tmp_path):
    anonymous = replace(report, anonymous=not report.anonymous)

    for kind in KINDS:
        assert target_of(report, tmp_path, kind) != target_of(anonymous, tmp_path, kind)


@pytest.mark.parametrize("name", ["../../etc/passwd", "a/b\\c:d", "CON", "x" * 300, "\u202egnp.exe"])
def test_no_name_of_a_cluster_leaves_the_folder(report, tmp_path, name):
    for kind in KINDS:
        target = target_of(replace(report, cluster=name), tmp_path, kind)
        assert target.parent == tmp_path
        assert len(target.name.encode()) <= 255


def test_pages_are_pictures_of_the_pdf_in_its_order(report):
    pages = page_pictures(report, 40.0)

    assert len(pages) > 2
    assert all(page.startswith(b"\x89PNG") for page in pages)


def test_a_full_temporary_folder_is_told_as_such(report, monkeypatch):
    def full(*_args, **_kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(typesetting.shutil, "copyfile", full)

    with pytest.raises(FastmapError) as told:
        page_pictures(report)

    assert told.value.code == "disk_full"
