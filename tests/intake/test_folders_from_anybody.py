"""Folders that somebody sent: links in them lead nowhere, and what is no spreadsheet is not called one."""

import sys

import pytest

from fastmap.catalogue.texts import load_texts, shipped_languages
from fastmap.intake.forms import read_forms
from fastmap.model.choices import ImportState
from tests.support.returned_forms import snapshot

PICTURE = b"\x89PNG\r\n\x1a\n a private picture"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="makes links as POSIX does")


def test_a_link_that_leads_out_of_a_folder_is_named_and_not_followed(tmp_path):
    private, folder = tmp_path / "private", tmp_path / "returned"
    private.mkdir()
    folder.mkdir()
    (private / "me.png").write_bytes(PICTURE)
    (folder / "photo.png").symlink_to(private / "me.png")
    (folder / "more").symlink_to(private)

    (outcome,) = read_forms([folder], snapshot())

    assert (outcome.state, outcome.attachment) == (ImportState.NOT_A_FORM, None)
    (problem,) = outcome.problems
    assert problem.code == "leads_out"
    assert all("photo.png" in load_texts(language).say(problem.facts) for language in shipped_languages())


def test_links_inside_the_folder_and_links_that_somebody_chose_are_followed(tmp_path):
    folder = tmp_path / "returned"
    folder.mkdir()
    (folder / "scan.png").write_bytes(PICTURE)
    (folder / "again.png").symlink_to("scan.png")
    (tmp_path / "chosen.png").write_bytes(PICTURE + b"2")
    (tmp_path / "link.png").symlink_to("chosen.png")
    (tmp_path / "linked folder").symlink_to(folder)

    outcomes = read_forms([tmp_path / "linked folder", tmp_path / "link.png"], snapshot())

    assert [outcome.state for outcome in outcomes] == [ImportState.ATTACHMENT] * 2


@pytest.mark.parametrize(
    "content",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'><text>a;b</text></svg>",
        b"<!-- made by hand -->\n<svg width='4'/>",
        b"\xef\xbb\xbf<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'svg11.dtd'><svg/>",
    ],
)
def test_a_drawing_is_not_called_a_spreadsheet(tmp_path, content):
    (tmp_path / "svg.png").write_bytes(content)

    (outcome,) = read_forms([tmp_path / "svg.png"], snapshot())

    assert (outcome.state, [problem.code for problem in outcome.problems]) == (
        ImportState.NOT_A_FORM,
        ["no_spreadsheet"],
    )
