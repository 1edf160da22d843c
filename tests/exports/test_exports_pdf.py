import json
import re
import shutil
from dataclasses import replace
from datetime import date

import pytest
import typst

from exports import pdf, typesetting
from exports.charts.type import width
from exports.fewest_lines import CellText, with_fewest_lines
from exports.figures import shown_unit
from exports.pdf import pdf_bytes, write_pdf
from exports.pdf_columns import LANDSCAPE, PORTRAIT, breakable, lay_out, lines_of
from exports.pdf_document import document
from fastmap.errors import FastmapError
from fastmap.model.choices import Complexity
from fastmap.report.badges import Badge, Tone
from fastmap.report.blocks import Bullets, Column, ColumnKind, Note, Paragraph, Table
from fastmap.report.finished import Section
from tests.exports.demo_report import (
    HOSTILE,
    bars,
    bubbles,
    decision,
    demo_report,
    grid,
    hostile_table,
    needs_table,
    steps,
)
from tests.support.pdf_text import text_of


def report_of(*blocks, **changes):
    section = Section(key="one", title="Abschnitt", blocks=blocks)
    return replace(demo_report(rows=1), sections=(section,), **changes)


def squeezed(text: str) -> str:
    """Without blanks, line breaks, soft hyphens and the hyphens at which lines broke."""
    return re.sub(r"[\s\u00ad\u200b]|-\s*\n\s*", "", text)


@pytest.fixture(scope="module")
def whole() -> bytes:
    return pdf_bytes(demo_report())


def test_a_whole_report_is_tagged_and_says_which_standards_it_keeps(whole):
    assert whole.startswith(b"%PDF-1.7")
    assert b"/MarkInfo" in whole
    assert b"pdfuaid:part" in whole
    assert b"pdfaid:part" in whole
    assert b"/Lang (de" in whole or b"/Lang(de" in whole


def test_the_same_report_gives_the_same_bytes(whole):
    assert pdf_bytes(demo_report()) == whole


def test_text_of_firms_is_printed_as_it_is_and_never_run():
    shown = squeezed(text_of(pdf_bytes(report_of(*(Paragraph(text=one) for one in HOSTILE)))))

    for text in (
        '#read("/etc/passwd")',
        "$x^2$_a_`b`",
        "*bold*_it_@ref<label>",
        '=HYPERLINK("http://evil.example","click")',
    ):
        assert text in shown
    assert "root:" not in shown


def test_every_place_that_takes_text_prints_it_as_it_is():
    evil = '#read("/etc/passwd") $y$ *b*'
    card = replace(decision(), decision=evil)
    table = Table(key="t", caption=evil, columns=(Column(key="c", header=evil),), rows=((evil,),), empty_text=evil)
    report = report_of(
        Note(title=evil, text=evil),
        card,
        table,
        grid(),
        replace(table, rows=()),
        title=evil,
        subtitle=evil,
        cluster=evil,
        round_label=evil,
        banner=evil,
        cover_facts=((evil, evil),),
    )

    shown = squeezed(text_of(pdf_bytes(report)))

    assert shown.count('#read("/etc/passwd")$y$*b*') >= 11


def test_typst_can_read_no_file_outside_its_folder(tmp_path):
    (tmp_path / "root").mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "root" / "main.typ").write_text('#read("../secret.txt")')

    with pytest.raises(typst.TypstError):
        typst.Compiler(tmp_path / "root" / "main.typ", root=tmp_path / "root").compile(format="pdf")


def test_a_chart_without_alternative_text_does_not_compile(monkeypatch):
    def forgetful(report, picture):
        values = document(report, picture)
        values["sections"][0]["blocks"][0]["alternative"] = None
        return values

    monkeypatch.setattr(pdf, "document", forgetful)

    with pytest.raises(typst.TypstError, match="alt"):
        pdf_bytes(report_of(bars()))


def test_contents_figures_and_page_numbers_are_in_the_language_of_the_report(whole):
    shown = text_of(whole)

    assert "Inhalt" in shown
    assert "Seite 2 von" in shown
    assert "Abbildung 1" in shown
    assert "Tabelle 1" in shown
    assert "62 %" in shown
    assert "04.05.2026" in shown
    assert "276 weitere Zeilen" in shown
    assert "MARKE-NUR-MAPPE" not in shown


def test_the_banner_stands_on_every_page(whole):
    pages = text_of(whole).split("\f")[:-1]

    assert len(pages) > 8
    assert all("Erfundenes Beispiel" in page for page in pages)


def test_a_long_banner_is_never_cut():
    banner = (
        "Erfundenes Beispiel: alle Namen und Zahlen sind ausgedacht · Vertraulich: nennt Betriebe, nur für das Team"
    )

    shown = text_of(pdf_bytes(report_of(Paragraph(text="x"), banner=banner)))

    assert all(squeezed(banner) in squeezed(page) for page in shown.split("\f")[:-1])


def test_the_head_of_a_long_table_stands_on_every_page():
    shown = text_of(pdf_bytes(report_of(needs_table(120, pdf_rows=None))))

    pages = [page for page in shown.split("\f") if "Fachkräftemangel" in page]
    assert len(pages) > 3
    assert all("Kompetenz" in page.split("Fachkräftemangel")[0] for page in pages)


def test_a_decision_stays_on_one_page():
    pages = text_of(pdf_bytes(report_of(*(decision(number) for number in range(1, 6))))).split("\f")

    for page in pages:
        assert page.count("gemeinsamen Lehrgang") == page.count("Noch unbekannt")


def test_a_decision_longer_than_a_page_loses_nothing():
    card = decision()
    long = replace(card, lines=(*card.lines, *(replace(card.lines[0], label=f"Teil {n}") for n in range(30))))

    shown = text_of(pdf_bytes(report_of(long)))

    assert all(f"Teil {number}" in shown for number in range(30))


def test_writing_that_no_font_has_becomes_a_mark_instead_of_an_error():
    shown = text_of(pdf_bytes(report_of(Paragraph(text="vor \U0001f3ed \U000e0fff nach"))))

    assert "vor" in shown
    assert "nach" in shown


def test_a_long_title_and_many_facts_stay_on_the_cover():
    facts = tuple((f"Name {number}", "Wert " * 6) for number in range(9))
    report = report_of(Paragraph(text="x"), title="Sehr langer Titel über Kompetenzen " * 4, cover_facts=facts)

    pages = text_of(pdf_bytes(report)).split("\f")

    assert "Name 8" in pages[0]
    assert "Inhalt" in pages[0]


def test_a_section_only_for_the_workbook_is_not_in_the_document():
    titles = [section["title"] for section in document(demo_report(), lambda _chart, _wide: "x.svg")["sections"]]

    assert "Nur in der Arbeitsmappe" not in titles


def test_figures_are_formatted_before_they_reach_the_template():
    table = document(report_of(needs_table(5)), lambda _chart, _wide: "x.svg")["sections"][0]["blocks"][0]

    assert table["rows"][1][2] == "83,3"
    assert table["rows"][0][3] == "< 5"
    assert table["rows"][1][5] == "37\u00a0%"
    assert table["rows"][0][8] == "01.01.2026"
    assert table["right"] == [True, False, True, True, True, True, False, False, False]


def test_only_chosen_columns_and_rows_are_printed():
    table = replace(needs_table(30), pdf_columns=("skill", "verdict"), pdf_rows=5)

    shown = document(report_of(table), lambda _chart, _wide: "x.svg")["sections"][0]["blocks"][0]

    assert [head["name"] for head in shown["heads"]] == ["Kompetenz", "Diagnose"]
    assert len(shown["rows"]) == 5
    assert shown["notes"] == ["25 weitere Zeilen stehen in der Arbeitsmappe."]
    assert document(report_of(replace(table, pdf_rows=0)), lambda _chart, _wide: "x.svg")["sections"][0]["blocks"] == []


def test_widths_of_columns_fill_the_page_exactly():
    layout = lay_out((ColumnKind.TEXT, ColumnKind.WHOLE), ("Kompetenz", "Zahl"), [("Schweißen", "12")])

    assert sum(layout.widths) == pytest.approx(PORTRAIT)
    assert not layout.landscape


def test_a_table_too_wide_for_the_page_turns_it():
    kinds = (ColumnKind.TEXT,) * 9
    layout = lay_out(kinds, ("Kompetenzbezeichnung",) * 9, [("Produktionsanlagen vernetzt",) * 9])

    assert layout.landscape
    assert sum(layout.widths) == pytest.approx(LANDSCAPE)


def test_long_words_may_break_and_nothing_of_them_is_lost():
    for text in HOSTILE:
        assert breakable(text).replace("\u00ad", "").replace("\u200b", "") == text
        assert max(map(len, re.split(r"[\s\u00ad\u200b]", breakable(text)))) < 40


def test_a_missing_folder_is_told_before_any_work_is_done(tmp_path, monkeypatch):
    monkeypatch.setattr(pdf, "pdf_bytes", lambda _: pytest.fail("worked in vain"))

    with pytest.raises(FastmapError) as caught:
        write_pdf(demo_report(rows=1), tmp_path / "no" / "r.pdf")

    assert caught.value.code == "target_folder_missing"


def test_a_full_disk_while_setting_fails_the_export_and_keeps_the_old_file(tmp_path, monkeypatch):
    target = tmp_path / "r.pdf"
    target.write_bytes(b"old")

    def full(*_args, **_more):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", full)

    with pytest.raises(FastmapError) as caught:
        write_pdf(report_of(Paragraph(text="x")), target)
    assert caught.value.code == "disk_full"
    assert target.read_bytes() == b"old"


def test_a_report_of_another_date_and_language_compiles(tmp_path):
    report = report_of(
        Paragraph(text="Texto"), steps(), bubbles(), hostile_table(), language="es", made_on=date(2027, 1, 31)
    )

    write_pdf(report, tmp_path / "r.pdf")

    assert (tmp_path / "r.pdf").read_bytes().startswith(b"%PDF")


def without_convergence_warnings(report, monkeypatch):
    found = []

    def compile_and_listen(root, template, values, output, *, system_fonts):
        (root / "data.json").write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8")
        fonts = [typesetting.inter_file().parent, root / "fonts"]
        compiler = typst.Compiler(root / template, root=root, font_paths=fonts, ignore_system_fonts=not system_fonts)
        content, warnings = compiler.compile_with_warnings(**output)
        found.extend(warning.message for warning in warnings)
        return content

    monkeypatch.setattr(typesetting, "_set", compile_and_listen)
    return pdf_bytes(report), found


def figures_and_tables(count: int) -> list:
    """Charts with text and tables between them, so that some fit on their page and others do not."""
    words = Paragraph(text="Die Antworten zeigen, wo Personen fehlen. " * 9)
    return [block for number in range(count) for block in (words, bars(), needs_table(4 + 5 * (number % 3)), words)]


def test_a_figure_that_does_not_fit_moves_on_and_the_text_behind_it_fills_the_page():
    long_text = Paragraph(text="Vor der Abbildung steht ein Satz, der eine Zeile füllt und noch mehr. " * 58)
    after = Paragraph(text="Danach kommt dies.")

    pages = text_of(pdf_bytes(report_of(long_text, bubbles(), after, Paragraph(text="Ende.")))).split("\f")

    first = next(page for page in pages if "Vor der Abbildung" in page)
    assert "Danach kommt dies." in first
    assert "Abbildung 1" not in first


def test_figures_find_their_places_within_the_passes_that_typst_takes(monkeypatch):
    report = report_of(*figures_and_tables(9))

    _, warnings = without_convergence_warnings(report, monkeypatch)

    assert warnings == []


def test_no_figure_passes_the_heading_of_the_next_chapter():
    words = Paragraph(text="Ein Satz, der etwas Raum nimmt, damit die Abbildung nicht mehr passt. " * 60)
    sections = (
        Section(key="one", title="Erstes Kapitel", blocks=(words, bubbles())),
        Section(key="two", title="Zweites Kapitel", blocks=(Paragraph(text="Kurz."),)),
    )

    text = text_of(pdf_bytes(replace(report_of(), sections=sections)))

    body = text.split("\f", 1)[1]
    assert body.index("Zweites Kapitel") > body.index("Abbildung 1") > body.index("\f")


def test_words_that_announce_a_list_never_stand_at_the_foot_of_a_page():
    for lines in range(36, 50):
        before = Paragraph(text="\n".join(["Eine Zeile."] * lines))

        pages = text_of(
            pdf_bytes(report_of(before, Paragraph(text="Beschlossen:"), Bullets(items=("Das eine.",))))
        ).split("\f")

        assert next("Das eine." in page for page in pages if "Beschlossen:" in page)


def test_a_grid_without_room_breaks_between_its_rows_and_names_its_columns_again():
    words = Paragraph(text="Ein Satz, der etwas Raum nimmt, damit nur eine Zeile des Rasters passt. " * 42)

    first, second = text_of(pdf_bytes(report_of(words, grid()))).split("\f")[1:]

    marks = {
        complexity: [card.reference for cell in grid().cells if cell.complexity is complexity for card in cell.cards]
        for complexity in Complexity
    }
    for page, here, elsewhere in (
        (first, Complexity.LOW_MEDIUM, Complexity.HIGH),
        (second, Complexity.HIGH, Complexity.LOW_MEDIUM),
    ):
        assert "International" in page
        assert all(mark in page for mark in marks[here] if mark)
        assert not any(mark in page for mark in marks[elsewhere] if mark)


def test_a_heading_never_stands_at_the_foot_of_a_page():
    for lines in range(30, 46):
        words = Paragraph(text="\n".join(["Eine Zeile."] * lines))
        sections = (
            Section(key="one", title="Erstes Kapitel", blocks=(words,)),
            Section(key="two", title="Zweites Kapitel", blocks=(Paragraph(text="\n".join(["Folgt."] * 6)),)),
        )

        pages = text_of(pdf_bytes(replace(report_of(), sections=sections))).split("\f")[1:]

        page = next(page for page in pages if "Zweites Kapitel" in page)
        assert page.count("Folgt.") >= 3


def test_a_section_that_can_be_handed_out_alone_ends_its_page():
    sections = (
        Section(key="one", title="Erstes Kapitel", blocks=(Paragraph(text="Kurz."),), own_page=True),
        Section(key="two", title="Zweites Kapitel", blocks=(Paragraph(text="Auch kurz."),)),
    )

    pages = text_of(pdf_bytes(replace(report_of(), sections=sections))).split("\f")[1:]

    assert "Auch kurz." not in pages[0]
    assert "Auch kurz." in pages[1]


def test_numbered_items_carry_their_badges():
    items = Bullets(items=("Wir beginnen.", "Wir warten."), badges=((Badge("ST", Tone.ST),), ()), numbered=True)

    text = text_of(pdf_bytes(report_of(items)))

    assert re.search(r"1\s+Wir beginnen\.\s+ST", text)
    assert re.search(r"2\s+Wir warten\.", text)


def test_a_unit_that_the_heading_says_is_not_printed_again():
    columns = [
        Column(key="a", header="Firms", kind=ColumnKind.WHOLE, unit="firms"),
        Column(key="b", header="Signs: shortage", kind=ColumnKind.WHOLE, unit="signs"),
        Column(key="c", header="Short now", kind=ColumnKind.WHOLE, unit="people"),
    ]

    assert [shown_unit(column) for column in columns] == [None, None, "people"]


def test_heads_of_figures_take_two_lines_where_there_is_room_and_short_words_never_wrap():
    kinds = [ColumnKind.TEXT, ColumnKind.WHOLE, ColumnKind.TEXT]
    names = ["Skill", "Short in 12 months\npeople", "Evidence"]

    layout = lay_out(kinds, names, [["Welding", "28", "well supported"]] * 3)

    assert layout.widths[1] > width("Short in 12", 8.5, bold=True)
    assert layout.widths[2] > width("well supported", 8.5)
    assert sum(layout.widths) == pytest.approx(PORTRAIT)


def test_a_table_of_few_but_high_rows_breaks_over_pages_rather_than_run_over_the_foot():
    columns = tuple(Column(key=key, header=key, kind=ColumnKind.LONG_TEXT) for key in ("Kurz", "Lang"))
    rows = tuple((f"Zeile {row}", f"Anfang {row}. " + "Viele Worte. " * 80 + f"Ende {row}.") for row in range(8))
    table = Table(key="high", caption="Hohe Zeilen", columns=columns, rows=rows)

    pages = text_of(pdf_bytes(report_of(table))).split("\f")

    assert sum("Zeile" in page for page in pages) > 1
    for row in range(8):
        assert sum(squeezed(f"Ende {row}.") in squeezed(page) for page in pages) == 1


def test_a_column_whose_texts_wrap_gets_the_room_that_others_leave():
    kinds = (ColumnKind.TEXT, ColumnKind.WHOLE, ColumnKind.WHOLE, ColumnKind.TEXT)
    heads = ("Kind of skill", "Skills named", "Firms in need", "First skills")
    rows = [
        ("technical", "13", "55", "welding, PLC programming and CNC programming"),
        ("management", "3", "21", "team management, lean manufacturing and projects"),
    ]

    layout = lay_out(kinds, heads, rows)

    assert lines_of(rows, layout.widths) == len(rows)
    assert sum(layout.widths) == pytest.approx(PORTRAIT)


def test_a_row_that_wraps_in_two_columns_is_lower_only_if_both_get_room():
    two = [CellText("one two three four", 8.5), CellText("one two three four", 8.5)]
    half, whole = two[0].room_for(2), two[0].room_for(1)

    enough, rest = with_fewest_lines([[two[0]], [two[1]]], [half, half], 2 * (whole - half) + 1)
    too_little, kept = with_fewest_lines([[two[0]], [two[1]]], [half, half], 1.5 * (whole - half))

    assert enough == [whole, whole]
    assert rest == pytest.approx(1)
    assert (too_little, kept) == ([half, half], 1.5 * (whole - half))
