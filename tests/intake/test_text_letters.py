"""Text files that do not say how their letters are written: which encoding they are read in, and that it is said."""

import pytest

from fastmap.catalogue.texts import load_texts
from fastmap.intake.child.text import decoded
from fastmap.intake.forms import read_forms
from fastmap.intake.safe_reading import Mode, SafeReader
from fastmap.intake.survey import read_survey
from fastmap.intake.table_members import read_members
from fastmap.intake.table_rows import open_spreadsheet
from fastmap.model.choices import ImportState
from tests.support.returned_forms import ONE_NEED, codes, resaved, snapshot, write_filled


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Győri Hegesztő Kft.", "cp1250"),
        ("Műhely Kft.", "cp1250"),
        ("papírűrlap", "cp1250"),
        ("megfelelően", "cp1250"),
        ("Condições, põem", "cp1252"),
        ("minőségű munka", "iso8859-2"),
        ("Ştefan ţevi SRL", "cp1250"),
        ("aşchiere, oraşul Braşov", "iso8859-2"),
        ("sudură", "cp1250"),
        ("Compañía Peña, 1º curso y Mª José", "cp1252"),
        ("Nº 5", "cp1252"),
        ("N.º de personas", "cp1252"),
        ("Où êtes-vous? Coût de l’août, goût", "cp1252"),
        ("sûr", "cp1252"),
        ("Schweißfachkräfte Müller", "cp1252"),
        ("perché la città è più", "cp1252"),
        ("Construções João Lda", "cp1252"),
    ],
)
def test_letters_tell_which_encoding_was_meant(tmp_path, text, encoding):
    path = tmp_path / "list.csv"
    path.write_bytes(f"Name;Skill\n{text};Welding\n".encode(encoding))

    reading = open_spreadsheet(path)

    assert reading.sheets[0].rows[1][0] == text
    assert reading.is_guess


@pytest.mark.parametrize(
    ("language", "encoding"),
    [("es", "cp1252"), ("fr", "cp1252"), ("de", "cp1252"), ("it", "cp1252"), ("hu", "cp1250"), ("ro", "cp1250")],
)
def test_sentences_of_every_language_are_read_as_they_were_written(language, encoding):
    entries = (text if isinstance(text, str) else "" for text in load_texts(language).entries.values())
    cedilla = str.maketrans("șțȘȚ", "şţŞŢ")  # the old encodings have no comma below
    written = [text.translate(cedilla).encode(encoding, "ignore").decode(encoding) for text in entries]

    wrong = [text for text in written if decoded(text.encode(encoding), None)[0] != text]

    assert sum(not text.isascii() for text in written) > 25
    assert wrong == []


def test_a_list_read_by_a_guess_says_so_and_one_in_utf_8_does_not(tmp_path):
    path = tmp_path / "members.csv"
    path.write_bytes("name;activity\nGyőri Hegesztő Kft.;Műhely\n".encode("cp1250"))
    guessed = read_members(path, snapshot(members=()))
    path.write_text("name;activity\nGyőri Hegesztő Kft.;Műhely\n", encoding="utf-8")
    certain = read_members(path, snapshot(members=()))

    assert [member.name for member in guessed.members] == ["Győri Hegesztő Kft."]
    assert [(problem.code, problem.found) for problem in guessed.problems] == [("read_as", "Windows-1250")]
    assert certain.problems == ()
    for language in ("en", "es"):
        assert "Windows-1250" in load_texts(language).say(guessed.problems[0].facts)


def test_a_survey_read_by_a_guess_says_so(tmp_path):
    (tmp_path / "map.toml").write_text(
        '[survey]\nname = "T"\nlanguage = "hu"\n[respondent]\nname_column = "Cég"\n[[skills]]\ncolumn = "Mi"\n',
        encoding="utf-8",
    )
    (tmp_path / "export.csv").write_bytes("Cég;Mi\nŐri;hőkezelés\n".encode("cp1250"))

    outcome = read_survey(tmp_path / "export.csv", tmp_path / "map.toml", snapshot())

    assert [need.skill_text for need in outcome.responses[0].needs] == ["hőkezelés"]
    assert [problem.code for problem in outcome.problems] == ["read_as"]


def test_a_form_saved_as_old_text_is_accepted_with_a_note(tmp_path):
    (tmp_path / "books").mkdir()
    (tmp_path / "texts").mkdir()
    filled = write_filled(tmp_path / "books" / "form.xlsx", {**ONE_NEED, "need_1_skill": "hőkezelés"})
    (path,) = resaved([filled], tmp_path / "texts", kind="csv")
    path.write_bytes(path.read_text(encoding="utf-8").encode("cp1250", "replace"))

    (outcome,) = read_forms([path], snapshot())

    assert outcome.response.needs[0].skill_text == "hőkezelés"
    assert "read_as" in codes(outcome)
    assert outcome.state is ImportState.ACCEPTED


# --- quotation marks --------------------------------------------------------------------------------------------------


def reading_of(text):
    with SafeReader(Mode.TABLE) as reader:
        return reader.read(text.encode())


ROWS = "".join(f"Firm {number};{number}\n" for number in range(4, 30))


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ('Name;Headcount\nA;1\n"Broken quote GmbH;5\n' + ROWS, 3),
        ('Name;Headcount\nA;1\n"Broken quote GmbH;5\n' + ROWS + '"Smith; Sons";7\n' + ROWS, 3),
        ('Name;Headcount\nA;1\n"Broken quote GmbH;5\n' + ROWS + 'Z;"Smith; Sons"\n', 3),
        ('Name;Headcount\nA;1\nB;"12', 3),
        ('Name;Headcount\nA;1\nB;"12\n', 3),
        ('sep=;\nName;Headcount\n"Two\nlines";1\n"B;12\n', 3),
    ],
)
def test_a_quotation_mark_that_is_not_closed_refuses_the_text_and_names_its_row(text, row):
    found = reading_of(text)

    assert (found.kind, found.refused, found.row, found.sheets) == ("csv", "quote_open", row, ())


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            'Name;Note\n"Two\nlines; and ""marks""";x\nB;y\n',
            [["Name", "Note"], ['Two\nlines; and "marks"', "x"], ["B", "y"]],
        ),
        ('Name;Note\nBolts 5" wide;x\nB;y\n', [["Name", "Note"], ['Bolts 5" wide', "x"], ["B", "y"]]),
        ('Name;Note\n"Bolts" Ltd;x\n"B" Ltd;y', [["Name", "Note"], ["Bolts Ltd", "x"], ["B Ltd", "y"]]),
        ('Name;Note\n"A";"x"', [["Name", "Note"], ["A", "x"]]),
        ('"Name";"Note"\r\n"A";""\r\n', [["Name", "Note"], ["A", ""]]),
    ],
)
def test_marks_that_are_closed_or_stand_for_inches_are_read_as_before(text, rows):
    found = reading_of(text)

    assert found.refused is None
    assert [list(row) for row in found.sheets[0].rows] == rows
