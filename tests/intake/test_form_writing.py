"""The needs form as Excel shows it."""

import re

import openpyxl
import pytest

from exports.forms import write_form
from exports.forms_files import form_file_names
from exports.forms_layout import PLACES
from fastmap.catalogue.texts import form_languages, load_texts
from fastmap.intake.form_content import FormContent
from fastmap.intake.form_definition import CHOICE_FAMILIES, FIELD_BY_NAME, FIELDS, FieldKind
from fastmap.intake.words import words_of
from fastmap.model.normalise import text_key
from fastmap.model.organisations import Member
from tests.support.returned_forms import ENGLISH, FULL, resaved, write_filled

CONTRACT = [
    "form_id",
    "form_version",
    "member_code",
    "organisation",
    "respondent_role",
    "language",
    "consent_contact",
    "consent_naming",
    "people_total",
    "paid_training",
    "barrier",
    "remarks",
    "offer_interns",
    "offer_trainer",
    "offer_course",
]
NEED = [
    "skill",
    "job",
    "level",
    "short_now",
    "short_12m",
    "short_36m",
    "consequence",
    "hiring",
    "hiring_reason",
    "provision",
    "joint_people",
]


def form(path, **content):
    language = content.get("language", ENGLISH)
    values = {"assessment_id": "a-1", "title": "Round", "cluster": "Metal", "language": ENGLISH} | content
    write_form(path, content=FormContent(**values), texts=load_texts(language))
    return openpyxl.load_workbook(path)


def cell(workbook, name):
    sheet, _, place = workbook.defined_names[name].attr_text.rpartition("!")
    return workbook[sheet.strip("'")][place.replace("$", "")]


def test_the_defined_names_are_those_of_the_contract(tmp_path):
    workbook = form(tmp_path / "form.xlsx")

    assert set(workbook.defined_names) == {
        *CONTRACT,
        *(f"need_{i}_{key}" for i in range(1, 9) for key in NEED),
        *(f"unused_{j}_{key}" for j in range(1, 4) for key in ("skill", "people")),
        *(f"link_{k}_{key}" for k in range(1, 6) for key in ("name", "type", "kind")),
    }


def test_no_two_fields_share_a_cell():
    assert len({place.anchor for place in PLACES.values()}) == len(FIELDS) + 1  # and the marks of the last round


def test_what_is_known_is_filled_in(tmp_path):
    member = Member(code="M007", name="Forjas Ñ")

    workbook = form(tmp_path / "form.xlsx", member=member, contact="Ana Ruiz")

    values = {name: cell(workbook, name).value for name in ("form_id", "member_code", "organisation", "language")}
    assert values == {"form_id": "a-1", "member_code": "M007", "organisation": "Forjas Ñ", "language": "English"}
    assert cell(workbook, "need_1_skill").value is None
    assert any("Ana Ruiz" in str(c.value) for row in workbook.worksheets[0].iter_rows() for c in row)


def test_answers_can_be_typed_and_questions_cannot_be_changed(tmp_path):
    workbook = form(tmp_path / "form.xlsx")
    sheet = workbook.worksheets[0]

    locked = {field.name for field in FIELDS if cell(workbook, field.name).protection.locked}

    assert sheet.protection.sheet
    assert not sheet.protection.password
    assert locked == {"form_id", "form_version", "member_code"}
    assert sheet["C8"].protection.locked


@pytest.mark.parametrize("language", form_languages())
def test_choices_have_drop_downs_in_the_language_of_the_form(tmp_path, language):
    workbook = form(tmp_path / "form.xlsx", language=language)
    texts = load_texts(language)
    checks = workbook.worksheets[0].data_validations.dataValidation

    for field in FIELDS:
        anchor = cell(workbook, field.name).coordinate
        own = [check for check in checks if anchor in check.sqref]
        if field.choice is not None:
            (check,) = own
            first, last = re.findall(r"\$([A-Z]+)\$(\d+)", check.formula1)
            words = [row[0].value for row in workbook["lists"][f"{first[0]}{first[1]}:{last[0]}{last[1]}"]]
            assert words == [texts.get(f"{CHOICE_FAMILIES[field.choice]}.{value}") for value in field.choice]
        elif field.kind is FieldKind.NUMBER:
            assert [(check.type, check.operator, check.formula1) for check in own] == [
                ("whole", "greaterThanOrEqual", "0")
            ]
    assert all(len(check.prompt or "") <= 255 and len(check.error or "") <= 255 for check in checks)
    assert all(len(check.promptTitle or "") <= 32 for check in checks)
    assert workbook["lists"].sheet_state == "hidden"


@pytest.mark.parametrize("language", form_languages())
def test_questions_have_at_most_twelve_words(language):
    texts = load_texts(language)

    assert {f.key: texts.get(f.label_key) for f in FIELDS if len(texts.get(f.label_key).split()) > 12} == {}


def test_questions_can_be_told_apart_in_all_languages_together():
    owner = {}
    for language in form_languages():
        for field in FIELDS:
            assert owner.setdefault(text_key(load_texts(language).get(field.label_key)), field.key) == field.key


def test_words_of_a_choice_can_be_told_apart_in_all_languages_together():
    for choice, family in CHOICE_FAMILIES.items():
        for language in form_languages():
            for value in choice:
                word = load_texts(language).get(f"{family}.{value}")
                assert words_of(choice).understand(word).value is value


@pytest.mark.parametrize("text", ["=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)", "-2", '=HYPERLINK("http://x")'])
def test_text_from_outside_never_becomes_a_formula(tmp_path, text):
    workbook = form(tmp_path / "form.xlsx", member=Member(code="M001", name=text), title=text, suggestions=(text,))

    cells = [c for sheet in workbook for row in sheet.iter_rows() for c in row if c.value is not None]
    assert {c.data_type for c in cells} <= {"s", "n"}
    assert cell(workbook, "organisation").value == text
    assert not workbook.worksheets[0]._hyperlinks


def test_characters_that_a_workbook_cannot_hold_are_left_out(tmp_path):
    workbook = form(tmp_path / "form.xlsx", member=Member(code="M001", name="A\x07\ud800\ufffeB"))

    assert cell(workbook, "organisation").value == "AB"


def test_all_that_is_asked_of_everybody_fits_one_screen(tmp_path):
    sheet = form(tmp_path / "form.xlsx").worksheets[0]
    last = sheet.row_breaks.brk[0].id

    heights = [sheet.row_dimensions[row].height for row in range(2, last + 1)]
    widths = [dimension.width for dimension in sheet.column_dimensions.values()]

    assert sum(heights) / 72 * 96 <= 505  # 768 less the bars of a spreadsheet program
    assert sum(width * 7 + 5 for width in widths) <= 1366 - 20
    assert (sheet.sheet_view.zoomScale, sheet.sheet_view.showRowColHeaders) == (100, False)


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """Return the form as LibreOffice prints it, by language; all at once, for starting it takes a second."""
    folder = tmp_path_factory.mktemp("printing")
    forms = [write_filled(folder / f"{language}.xlsx", FULL, language=language) for language in form_languages()]
    return {path.stem: path.read_bytes() for path in resaved(forms, folder / "pdf", kind="pdf")}


@pytest.mark.slow
@pytest.mark.parametrize("language", form_languages())
def test_it_prints_on_two_pages(printed, language):
    assert len(re.findall(rb"/Type\s*/Page[^s]", printed[language])) == 2


def test_lines_after_the_third_open_when_the_one_above_is_filled(tmp_path):
    sheet = form(tmp_path / "form.xlsx").worksheets[0]

    rules = {str(cells.sqref): [rule.formula for rule in cells.rules] for cells in sheet.conditional_formatting}

    assert rules["C12:E16"] == rules["F12:M16"] == [["LEN($C11)>0"]]
    assert all(not dimension.hidden for row, dimension in sheet.row_dimensions.items() if row > 1)


def test_nothing_in_the_file_points_outside(tmp_path):
    import zipfile

    form(tmp_path / "form.xlsx", member=Member(code="M001", name="A"))

    with zipfile.ZipFile(tmp_path / "form.xlsx") as package:
        names = package.namelist()
        assert not [name for name in names if "externalLink" in name or "vba" in name.casefold()]
        assert all(b'TargetMode="External"' not in package.read(name) for name in names)


def test_file_names_are_safe_and_unique():
    names = form_file_names(
        Member(code=code, name=name)
        for code, name in [
            ("M001", "../../x"),
            ("M002", "C:\\x"),
            ("M003", "a\0b"),
            ("m003", "AB"),
            ("M005", "ñ" * 300),
        ]
    )

    assert len({name.casefold() for name in names.values()}) == 5
    assert all(name.endswith(".xlsx") and len(name.encode()) <= 200 for name in names.values())
    assert not [name for name in names.values() if set(name) & set('/\\:\0"*?<>|')]
    assert all(name.startswith(code) for code, name in names.items())


def test_fields_know_their_questions():
    assert FIELD_BY_NAME["need_3_hiring"].label_key == "form.label.hiring"
