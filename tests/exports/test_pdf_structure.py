"""What programs find in the PDF of a real cluster: tags, bookmarks, alternative texts, fonts, and how long it is."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pikepdf
import pytest

from exports.pdf import pdf_bytes
from fastmap.assessment import Assessment
from fastmap.catalogue.reading import load_catalogue
from fastmap.catalogue.texts import load_texts, report_languages
from fastmap.pipeline import run
from fastmap.report.audiences import Audience, select
from fastmap.report.blocks import Paragraph
from fastmap.report.build import build_report
from fastmap.report.drawings import Chart, ChartKind, Series, Timeline
from fastmap.report.finished import Report
from tests.exports.demo_report import demo_report
from tests.report.whole_cluster import MADE_ON
from tests.support.large_clusters import grown
from tests.support.pdf_text import lines_of, pages_of
from tests.support.sample_file import put_sample

LATE_ON = date(2026, 11, 30)
"""When actions and commitments of the sample are late: the report then says more."""
LETTERS = "ő ű ș ț ß ñ € č ő"


@pytest.fixture(scope="module")
def sample_snapshot(tmp_path_factory):
    path = tmp_path_factory.mktemp("sample") / "sample.fastmap"
    put_sample(path)
    with Assessment.open(path, read_only=True) as assessment:
        return assessment.snapshot()


@pytest.fixture(scope="module")
def sample_results(sample_snapshot):
    return run(sample_snapshot, load_catalogue())


@pytest.fixture(scope="module")
def large(sample_snapshot):
    """170 members, 60 forms, 300 skills."""
    members, responses = grown(sample_snapshot)
    by_code = {member.code: member for member in (*sample_snapshot.members, *members)}
    snapshot = replace(
        sample_snapshot,
        members=tuple(by_code[code] for code in sorted(by_code)),
        responses=(*sample_snapshot.responses, *responses),
    )
    return run(snapshot, load_catalogue())


def report_in(results, language: str, *, anonymous: bool = False, made_on=MADE_ON) -> Report:
    return build_report(results, load_catalogue(), load_texts(language), anonymous=anonymous, made_on=made_on)


@pytest.fixture(scope="module")
def hungarian(large):
    return report_in(large, "hu")


@pytest.fixture(scope="module")
def pdf(hungarian):
    with pikepdf.open(io.BytesIO(pdf_bytes(hungarian))) as opened:
        yield opened


def elements(node: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    """Yield the elements of the structure tree, depth first."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from elements(child)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from elements(node["/K"])


def tagged(pdf, kind):
    return [one for one in elements(pdf.Root.StructTreeRoot.K) if str(one["/S"]) == kind]


def test_it_is_tagged_says_its_language_and_shows_its_title(pdf):
    assert bool(pdf.Root.MarkInfo.Marked)
    # A false boolean, as the standard has it: poppler's "Suspects object is wrong type" is a mistake of old popplers.
    assert pdf.Root.MarkInfo.Suspects is False
    assert str(pdf.Root.Lang).startswith("hu")
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)


def test_it_says_which_standards_it_keeps_and_what_it_is_called(pdf, hungarian):
    with pdf.open_metadata() as said:
        assert (said["pdfuaid:part"], said["pdfaid:part"], said["pdfaid:conformance"]) == ("1", "2", "A")
        assert hungarian.cluster in said["dc:title"]


def test_every_figure_says_what_it_shows(pdf, hungarian):
    drawn = [block for block in hungarian.charts() if isinstance(block, Chart | Timeline)]
    told = [str(figure.get("/Alt", "")) for figure in tagged(pdf, "/Figure")]

    assert all(told)
    assert {block.alternative for block in drawn} <= set(told)
    assert hungarian.logo.alternative in told


def test_every_chapter_has_a_bookmark(pdf, hungarian):
    with pdf.open_outline() as outline:
        assert [entry.title for entry in outline.root] == [
            section.title for section in hungarian.sections if not section.workbook_only
        ]


def test_every_table_has_heads(pdf):
    tables = tagged(pdf, "/Table")

    assert len(tables) > 15
    for table in tables:
        assert any(str(one["/S"]) == "/TH" for one in elements(table["/K"]))


def test_every_font_is_embedded(pdf):
    described = [
        one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor"
    ]

    assert described
    assert all({"/FontFile2", "/FontFile3"} & set(one.keys()) for one in described)


def test_nothing_in_it_runs_or_leads_out(pdf):
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary):
            assert not {"/JS", "/JavaScript", "/OpenAction", "/URI", "/EmbeddedFiles"} & set(one.keys())


def test_letters_of_every_language_can_be_searched_in_text_and_in_figures():
    chart = Chart(
        key="c",
        kind=ChartKind.BARS,
        caption="x",
        alternative="x",
        categories=(f"Balken {LETTERS}",),
        series=(Series(key="n", label="n", values=(3,)),),
    )
    base = demo_report(rows=1)
    section = replace(base.sections[0], blocks=(Paragraph(text=f"Text {LETTERS}"), chart))

    text = " ".join("".join(pages_of(pdf_bytes(replace(base, sections=(section,))))).split())

    assert f"Text {LETTERS}" in text
    assert f"Balken {LETTERS}" in text


@pytest.mark.parametrize("language", report_languages())
def test_a_cluster_of_60_forms_and_a_workshop_gets_12_to_20_pages_in_every_language(large, language):
    late = report_in(large, language, made_on=LATE_ON)

    assert 12 <= len(pages_of(pdf_bytes(late))) <= 20


def test_the_sample_gets_at_most_20_pages_named_and_anonymous(sample_results):
    for anonymous in (False, True):
        assert len(pages_of(pdf_bytes(report_in(sample_results, "es", anonymous=anonymous)))) <= 20


def test_text_around_a_drawing_that_moved_to_the_next_page_keeps_its_distance():
    bars = tuple(f"Bar {number}" for number in range(38))
    chart = Chart(
        key="c",
        kind=ChartKind.BARS,
        caption="x",
        alternative="x",
        categories=bars,
        series=(Series(key="n", label="n", values=tuple(range(38))),),
    )
    before, after = Paragraph(text="Line before. " * 60), Paragraph(text="Line after. " * 12)
    base = demo_report(rows=1)
    section = replace(base.sections[0], blocks=(before, chart, after))

    lines = lines_of(pdf_bytes(replace(base, sections=(section,))), page=2)

    tops = sorted(top for top, words in lines if "Line" in words)
    assert any("after" in words for _, words in lines)
    assert min(above - below for below, above in pairwise(tops)) > 11


def test_the_same_cluster_on_the_same_day_gives_the_same_bytes(large):
    assert pdf_bytes(report_in(large, "fr")) == pdf_bytes(report_in(large, "fr"))


@pytest.mark.parametrize("anonymous", [False, True])
def test_the_cover_has_the_grant_and_the_contents_and_is_one_page(large, anonymous):
    report = report_in(large, "de", anonymous=anonymous)

    cover, second, *_ = (" ".join(page.split()) for page in pages_of(pdf_bytes(report)))

    for words in ("EX-2026-000417", "D2.1", "Ferrana Skills Map", "Views expressed", "Förderung"):
        assert words in cover
    assert report.sections[-2].title in cover
    assert report.sections[0].title in second
    assert report.logo is not None


@pytest.mark.parametrize("language", report_languages())
def test_the_cover_for_the_funder_is_one_page_in_every_language(sample_results, language):
    report = build_report(
        sample_results,
        load_catalogue(),
        load_texts(language),
        anonymous=True,
        made_on=LATE_ON,
        selection=select(Audience.FUNDER),
    )

    _, second, *_ = (" ".join(page.split()) for page in pages_of(pdf_bytes(report)))

    assert report.sections[0].title in second
