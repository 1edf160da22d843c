"""Word papers, reopened: real styles, linked figures, texts that stay texts, and nothing of a person's own work lost."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import date

import docx
import pytest
from docx.oxml.ns import qn
from PIL import Image

from exports.charts.type import width
from exports.plain import clean
from exports.word import Written, word_files, write_word
from exports.word_document import TEXT_WIDTH, language_tag
from exports.word_widths import form_shares, source_shares
from fastmap.catalogue.reading import load_catalogue
from fastmap.catalogue.texts import load_texts, report_languages
from fastmap.errors import FastmapError
from fastmap.model.planning import DecisionPlan
from fastmap.report.build import build_report
from fastmap.report.paper_blocks import (
    Cited,
    Fact,
    Facts,
    Form,
    Head,
    Heading,
    Look,
    Paper,
    Picture,
    Points,
    Signatures,
    Source,
    Sources,
    Text,
    Ticks,
)
from tests.exports.demo_report import HOSTILE, demo_report
from tests.report.whole_cluster import MADE_ON, whole_results

FIELDS = re.compile(r"^ (PAGE|NUMPAGES|REF figure_\d+ \\h|SEQ (table|figure) \\\* ARABIC) $")


def real_report(language="en", *, anonymous=False):
    results = whole_results()
    first, *others = results.recommendations
    plan = DecisionPlan(recommendation=first.id, on_paper=True, owner="Jane Doe", due=date(2026, 6, 1))
    results = replace(results, recommendations=(replace(first, plan=plan), *others))
    return build_report(results, load_catalogue(), load_texts(language), anonymous=anonymous, made_on=MADE_ON)


@pytest.fixture(scope="module")
def named():
    report = real_report()
    return report, word_files(report)


@pytest.fixture
def quick_pictures(monkeypatch):
    """Let a dot stand for every picture: how they are drawn is tested with the charts."""
    dot = io.BytesIO()
    Image.new("RGB", (1, 1)).save(dot, "PNG")
    monkeypatch.setattr("exports.charts.rendering.figure_of", lambda block, _figures: block)
    monkeypatch.setattr("exports.charts.rendering.as_png", lambda _figure, **_words: dot.getvalue())


@pytest.fixture(scope="module")
def papers(named):
    report, files = named
    return dict(zip([paper.key for paper in report.papers], map(opened, files.values()), strict=True))


def opened(content):
    return docx.Document(io.BytesIO(content))


def bookmarks(document):
    return {mark.get(qn("w:name")): mark for mark in document.element.body.iter(qn("w:bookmarkStart"))}


def bookmarked_text(mark):
    texts, at = [], mark.getnext()
    while at.tag != qn("w:bookmarkEnd"):
        texts += [text.text for text in at.iter(qn("w:t"))]
        at = at.getnext()
    return "".join(texts)


def fields(element):
    """Return instruction and shown text of every field below ``element``."""
    found, instruction, shown, part = [], "", "", None
    for node in element.iter(qn("w:fldChar"), qn("w:instrText"), qn("w:t")):
        if node.tag == qn("w:fldChar"):
            part = node.get(qn("w:fldCharType"))
            if part == "begin":
                instruction, shown = "", ""
            elif part == "end":
                found.append((instruction, shown))
        elif node.tag == qn("w:instrText"):
            instruction += node.text
        elif part == "separate":
            shown += node.text
    return found


def whole_text(document):
    """Return every text of the body, tables and boxes included, with tabs and line breaks."""
    signs = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:p"): "\n\n"}
    return "".join(
        node.text or "" if node.tag == qn("w:t") else signs.get(node.tag, "") for node in document.element.body.iter()
    )


def test_an_edition_with_names_is_four_documents_named_after_cluster_round_and_edition(named):
    _, files = named

    assert list(files) == [
        "Urola Advanced Manufacturing 2026 – Board paper, named.docx",
        "Urola Advanced Manufacturing 2026 – Introduction mails, named.docx",
        "Urola Advanced Manufacturing 2026 – Minutes, named.docx",
        "Urola Advanced Manufacturing 2026 – Paragraphs for an application, named.docx",
    ]


def test_the_same_report_gives_the_same_bytes(named):
    report, files = named

    assert word_files(report) == files
    for content in files.values():
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            assert {part.date_time[:3] for part in parts.infolist()} == {(1980, 1, 1)}


def test_properties_name_title_cluster_and_language_and_no_person_or_program(named):
    _, files = named

    for content in files.values():
        properties = opened(content).core_properties
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            everything = b"".join(map(parts.read, parts.namelist()))
            names = parts.namelist()
        assert properties.title.endswith("– Urola Advanced Manufacturing")
        assert properties.author == properties.last_modified_by == "Urola Advanced Manufacturing"
        assert (properties.language, properties.created.date()) == ("en-GB", MADE_ON)
        assert b"python-docx" not in everything
        assert not [name for name in names if "thumbnail" in name or "customXml" in name or "app.xml" in name]


def test_headings_are_real_headings_and_the_edition_stands_on_every_page(papers):
    for document in papers.values():
        styles = [paragraph.style.name for paragraph in document.paragraphs]
        header = document.sections[0].header.paragraphs[0].text
        footer = document.sections[0].footer
        assert styles[:2] == ["Title", "Subtitle"]
        assert "Heading 1" in styles
        assert "Confidential: names firms" in header
        assert [instruction.strip() for instruction, _ in fields(footer._element)] == ["PAGE", "NUMPAGES"]
        assert document.sections[0].page_width.mm == pytest.approx(210, abs=0.1)


def test_heads_of_tables_come_again_on_every_page_and_tables_have_names(papers):
    tables = [table for document in papers.values() for table in document.tables]

    heads = [table._tbl.tr_lst[0].find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for table in tables]
    named = [table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) for table in tables]
    assert sum(heads) > 10
    assert all(named)
    for table, is_head in zip(tables, heads, strict=True):
        look = table._tbl.tblPr.find(qn("w:tblLook"))
        assert look.get(qn("w:firstRow")) == str(int(is_head))
        assert bool(int(look.get(qn("w:val")), 16) & 0x20) == is_head  # what LibreOffice reads


def test_the_grid_stands_in_the_board_paper_with_its_alternative_text(named, papers):
    report, _ = named
    grid = next(block for block in report.charts() if block.key == "grid")
    [described] = papers["board"].element.body.iter(qn("wp:docPr"))

    assert described.get("descr") == clean(grid.alternative)
    assert len(papers["board"].inline_shapes) == 1


def test_figures_are_fields_that_repeat_the_value_of_their_source(papers):
    linked = 0
    for document in papers.values():
        marks = bookmarks(document)
        ids = [mark.get(qn("w:id")) for mark in document.element.body.iter(qn("w:bookmarkStart"))]
        assert len(set(ids)) == len(ids)
        for instruction, shown in fields(document.element.body):
            assert FIELDS.match(instruction)
            if instruction.startswith(" REF"):
                assert bookmarked_text(marks[instruction.split()[1]]) == shown
                linked += 1
        anchors = [link.get(qn("w:anchor")) for link in document.element.body.iter(qn("w:hyperlink"))]
        assert set(anchors) <= set(marks)
    assert linked > 20


def test_what_is_recorded_is_ticked_in_a_box_and_each_box_has_its_own_number(papers):
    boxes = list(papers["minutes"].element.body.iter(qn("w:sdt")))

    assert [box.find(f".//{qn('w:t')}").text for box in boxes] == ["☐", "☐", "☐"]
    assert len({box.find(f".//{qn('w:id')}").get(qn("w:val")) for box in boxes}) == 3


@pytest.mark.parametrize("language", report_languages())
@pytest.mark.usefixtures("quick_pictures")
def test_every_language_opens_again_with_its_letters_and_is_proofed_in_it(language):
    report = real_report(language, anonymous=language == "hu")

    files = word_files(report)
    for paper, content in zip([one for one in report.papers if not one.not_made], files.values(), strict=True):
        document = opened(content)
        tags = {tag.get(qn("w:val")) for tag in document.styles.element.iter(qn("w:lang"))}
        text = whole_text(document)
        assert tags == {language_tag(language)}
        assert paper.title in text
        assert "{" not in text
        assert "report." not in text


@pytest.mark.parametrize(
    "payload", [*HOSTILE, " REF figure_1 \\h ", '{ HYPERLINK "http://evil.example" }', "\ufffe\uffff\x1b", "]]><w:p/>"]
)
@pytest.mark.usefixtures("quick_pictures")
def test_whatever_stands_in_a_text_is_plain_text_when_reopened(payload):
    words = (payload, Cited(payload, 1), Cited("", 1))
    source = Source(number=1, what=payload, value=payload, place=payload, sheet=payload, day=payload, rests_on=payload)
    blocks = (
        Heading(text=payload),
        *(Text(words=words, look=look) for look in Look),
        Points(items=(words, words), numbered=True),
        Points(items=(words,)),
        Facts(name=payload, rows=(Fact(label=payload, cells=(words, Ticks(options=((payload, True),)))),)),
        Form(name=payload, caption=words, heads=(Head(text=payload, unit=payload),), rows=((words,), ((),))),
        Picture(drawing=replace(demo_report().charts()[0], caption=payload, alternative=payload)),
        Signatures(names=(payload, payload)),
        Sources(caption=payload, heads=("1", "2", "3", "4", "5", "6"), rows=(source,)),
    )
    paper = Paper(key="hostile", title=payload, subtitle=payload, blocks=blocks)
    report = replace(demo_report(), cluster=payload, banner=payload, round_label=payload, papers=(paper,))

    [(name, content)] = word_files(report).items()
    document = opened(content)

    shown = clean(payload)
    text = whole_text(document)
    assert text.count(shown) >= 20 or not shown
    assert all(FIELDS.match(instruction) for instruction, _ in fields(document.element.body))
    assert all(link.get(qn("w:anchor")) == "source_1" for link in document.element.body.iter(qn("w:hyperlink")))
    assert not [rel for rel in document.part.rels.values() if rel.is_external]
    assert name.endswith(".docx")
    assert "/" not in name


@pytest.mark.usefixtures("quick_pictures")
def test_papers_that_nobody_changed_are_replaced(named, tmp_path):
    report, files = named
    first = write_word(report, tmp_path / "papers")

    second = write_word(replace(report, made_on=date(2026, 4, 2)), tmp_path / "papers")

    assert second == Written(paths=first.paths, remarks=())
    assert {path.name for path in (tmp_path / "papers").iterdir()} == set(files)
    assert all(path.read_bytes() != files[path.name] for path in second.paths)


@pytest.mark.usefixtures("quick_pictures")
def test_a_paper_that_somebody_went_on_writing_stays_and_the_new_one_is_named(named, tmp_path):
    report, _ = named
    minutes = write_word(report, tmp_path).paths[2]
    document = docx.Document(str(minutes))
    document.add_paragraph("decided on Friday")
    document.save(str(minutes))
    edited = minutes.read_bytes()

    for _ in range(2):  # the new one is ours, so the second time replaces it
        written = write_word(report, tmp_path)

        assert minutes.read_bytes() == edited
        assert written.paths[2].name == "Urola Advanced Manufacturing 2026 – Minutes, named-2.docx"
        assert [remark.facts for remark in written.remarks] == [
            {"old": minutes.name, "new": "Urola Advanced Manufacturing 2026 – Minutes, named-2.docx"}
        ]
    assert len(list(tmp_path.iterdir())) == 5


@pytest.mark.usefixtures("quick_pictures")
@pytest.mark.parametrize("content", [b"", b"not a document", b"PK\x03\x04 cut off"])
def test_another_file_of_the_same_name_is_never_replaced(named, tmp_path, content):
    report, files = named
    other = tmp_path / next(iter(files))
    other.write_bytes(content)

    written = write_word(report, tmp_path)

    assert other.read_bytes() == content
    assert other not in written.paths


@pytest.mark.usefixtures("quick_pictures")
def test_one_paper_open_elsewhere_leaves_all_of_them_as_they_were(named, tmp_path):
    report, _ = named
    written = write_word(report, tmp_path).paths
    before = {path: path.read_bytes() for path in written}
    (tmp_path / f"~${written[3].name[2:]}").write_bytes(b"somebody")  # as Word names it

    with pytest.raises(FastmapError) as told:
        write_word(replace(report, made_on=date(2026, 4, 2)), tmp_path)

    assert told.value.code == "target_in_use"
    assert {path: path.read_bytes() for path in written} == before
    assert len(list(tmp_path.iterdir())) == 5


@pytest.mark.usefixtures("quick_pictures")
def test_an_anonymous_edition_has_three_papers_and_says_why(tmp_path):
    report = real_report(anonymous=True)

    written = write_word(report, tmp_path)

    assert len(written.paths) == 3
    assert [remark.key for remark in written.remarks] == ["report.word.mails.not_made"]
    assert all("anonymous" in path.name for path in written.paths)
    for path in written.paths:
        assert "Anonymous edition" in docx.Document(str(path)).sections[0].header.paragraphs[0].text


def test_no_word_in_the_head_of_a_table_is_broken():
    heads = (Head(text="Indikator", share=12), Head(text="Ausgangswert", share=2), Head(text="Zeithorizont", share=2))
    block = Form(name="x", caption=None, heads=heads, rows=((("Geschulte",), ("1",), ("2026",)),))

    shares = form_shares(block)

    points = [TEXT_WIDTH.pt * share / sum(shares) for share in shares]
    for head, wide in zip(heads, points, strict=True):
        assert width(head.text, 9.0, bold=True) + 8 <= wide


def test_a_form_whose_heads_fit_keeps_the_widths_it_asks_for():
    block = Form(name="x", caption=None, heads=(Head(text="Was", share=3), Head(text="Wer", share=1)), rows=())

    assert form_shares(block) == (3, 1)


def test_long_places_of_figures_get_more_room_than_short_sheets():
    rows = tuple(
        Source(
            number=number,
            what="Welding",
            value="8",
            place="Welche Kompetenzen Firmen am meisten fehlen › Kompetenzen in der Reihenfolge ihrer Priorität",
            sheet="Rangfolge",
            day="20.04.2026 bis 31.05.2026",
            rests_on="8 Firmen",
        )
        for number in range(1, 5)
    )

    _, _, value, place, sheet, _ = source_shares(
        Sources(caption="x", heads=("Nr.", "Zahl", "Wert", "Ort", "Blatt", "Datum"), rows=rows)
    )

    assert place > 2 * sheet > value
