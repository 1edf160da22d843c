"""What the PDF leaves to the workbook, and what it sets side by side."""

from dataclasses import replace

from exports.pdf_columns import HALF
from exports.pdf_document import document
from fastmap.report.blocks import Bullets, CardLine, Column, Paragraph, Table
from fastmap.report.finished import GrantBox
from tests.exports.demo_report import bars, decision, demo_report


def printed(*blocks):
    """Return the blocks of the only chapter, and how wide each drawing was wanted."""
    wanted = []

    def picture(_chart, wide):
        wanted.append(wide)
        return "x.svg"

    report = demo_report(rows=1)
    report = replace(report, sections=(replace(report.sections[0], blocks=blocks),))
    return document(report, picture)["sections"][0]["blocks"], wanted


def table(**changes):
    columns = (Column(key="a", header="Firma"), Column(key="b", header="Namen"))
    rows = (("A", "x, y, z"), ("B", "x"), ("C", None))
    return Table(key="t", caption="Tabelle", columns=columns, rows=rows, **changes)


def test_a_list_says_how_many_sentences_stand_in_the_workbook():
    (shown,), _ = printed(Bullets(items=("eins", "zwei", "drei"), pdf_items=1))

    assert [item["words"] for item in shown["items"]] == ["eins"]
    assert shown["more"].startswith("2 ")


def test_a_whole_list_says_nothing_of_the_workbook():
    (shown,), _ = printed(Bullets(items=("eins",), pdf_items=4))

    assert shown["more"] is None


def test_a_long_cell_is_printed_short_and_the_row_stays_whole():
    (shown,), _ = printed(table(pdf_cells={"b": ("x und 2 weitere", "x", None)}))

    assert [row[1] for row in shown["rows"]] == ["x und 2 weitere", "x", "–"]


def test_a_card_shows_some_lines_of_its_parts():
    lines = (
        CardLine(label="Warum", lines=("eins", "zwei"), key="why", pdf_lines=1),
        CardLine(label="Mit wem", lines=("wir",), key="partners", pdf_lines=0),
        CardLine(label="Wann", lines=("bald", "dann"), key="when"),
    )

    (shown,), _ = printed(replace(decision(), lines=lines))

    assert [(part["label"], part["lines"]) for part in shown["lines"]] == [
        ("Warum", ["eins"]),
        ("Wann", ["bald", "dann"]),
    ]


def test_a_drawing_stands_beside_what_follows_and_is_drawn_narrow():
    pair, last = printed(replace(bars(), beside=1), table(), Paragraph(text="Danach."))[0]

    assert (pair["type"], pair["left"]["type"], [one["type"] for one in pair["right"]]) == ("pair", "chart", ["table"])
    assert sum(pair["right"][0]["widths"]) <= HALF + 0.1
    assert last["type"] == "paragraph"
    assert printed(replace(bars(), beside=1), table())[1] == [HALF]


def test_without_anything_beside_it_a_drawing_takes_the_whole_width():
    shown, wanted = printed(replace(bars(), beside=1), table(pdf_rows=0))

    assert [one["type"] for one in shown] == ["chart"]
    assert wanted[0] > 2 * HALF


def test_a_sentence_about_a_table_of_the_workbook_is_not_printed():
    assert printed(Paragraph(text="Nur dort.", workbook_only=True))[0] == []


def test_a_cover_without_grant_and_logo_has_neither_and_one_with_them_both():
    plain = document(demo_report(rows=1), lambda _chart, _wide: "x.svg")
    funded = document(
        replace(demo_report(rows=1), grant=GrantBox(title="Förderung", facts=(("Aufruf", "=1+1"),), disclaimer="#x")),
        lambda _chart, _wide: "x.svg",
    )

    assert (plain["grant"], plain["logo"]) == (None, None)
    assert funded["grant"] == {"title": "Förderung", "facts": [["Aufruf", "=1+1"]], "disclaimer": "#x"}
