"""Code cards: ten on a sheet, each in its firm's language, each code the one that a phone answers with."""

from datetime import date

import pytest

from exports.cards_pdf import cards_pdf
from fastmap.assessment import Assessment
from fastmap.catalogue.texts import form_languages
from fastmap.changes import SaveMembers
from fastmap.errors import FastmapError
from fastmap.intake.member_cards import Cards
from fastmap.model.organisations import Cluster, Member
from fastmap.tasks.code_cards import code_cards
from tests.support.command_line import fastmap
from tests.support.pdf_text import is_tagged, pages_of

DAY = date(2026, 5, 4)
MEMBERS = (
    Member(code="M001", name="Alfa"),
    Member(code="M002", name="Öztürk & Söhne #strong[Stahl] $x$", language="de"),
    *(Member(code=f"M{number:03d}", name=f"Firm {number}") for number in range(3, 13)),
)


@pytest.fixture
def assessment(tmp_path):
    path = tmp_path / "a.fastmap"
    with Assessment.create(path, title="A", cluster=Cluster(name="C", country="ES"), round_label="1") as made:
        made.apply(SaveMembers(members=MEMBERS))
        yield made


def test_ten_stand_on_a_sheet_and_every_code_is_its_firm_s(assessment):
    made = code_cards(assessment)
    sheets = pages_of(cards_pdf(made, made_on=DAY))

    assert [sheet.count("answers for your firm") for sheet in sheets] == [9, 2]  # one of twelve is German
    known = Cards(assessment.card_secret(), MEMBERS)
    assert [known.member(card.code).name for card in made.cards] == [member.name for member in MEMBERS]
    assert all(card.code in "".join(sheets) for card in made.cards)


def test_a_card_is_in_its_firm_s_language_and_its_name_is_no_markup(assessment):
    (sheet,) = pages_of(cards_pdf(code_cards(assessment, members=("M002",)), made_on=DAY))

    assert "Öztürk & Söhne #strong[Stahl] $x$" in sheet.replace("\n", " ")
    assert "Ihr Code" in sheet


@pytest.mark.parametrize("language", form_languages())
def test_every_language_has_its_words_and_an_open_room_its_address(assessment, language):
    made = code_cards(assessment, language=language, members=("M001",), address="192.168.8.2:8765/K7RM2X")
    (sheet,) = pages_of(cards_pdf(made, made_on=DAY))

    assert "192.168.8.2:8765/K7RM2X" in sheet.replace("\n", "")


def test_the_same_cards_are_the_same_file(assessment):
    made = code_cards(assessment)

    assert cards_pdf(made, made_on=DAY) == cards_pdf(made, made_on=DAY)


def test_a_member_that_is_not_there_is_told(assessment):
    with pytest.raises(FastmapError, match="member_unknown"):
        code_cards(assessment, members=("M099",))


def test_the_command_writes_them_and_says_how_many(assessment, tmp_path):
    assessment.close()

    ran = fastmap("cards", tmp_path / "a.fastmap", "--out", tmp_path / "out.pdf", "--member", "M001")

    assert ran.status == 0
    assert "1 code card written to out.pdf" in ran.err
    assert len(pages_of(tmp_path / "out.pdf")) == 1
    assert is_tagged(tmp_path / "out.pdf")


def test_the_command_says_that_an_address_on_the_cards_holds_for_today_only(assessment, tmp_path):
    assessment.close()
    written = ("cards", tmp_path / "a.fastmap", "--out", tmp_path / "out.pdf")

    assert "holds for today only" in fastmap(*written, "--address", "192.168.8.2:8765/K7RM2X").err
    assert "today" not in fastmap(*written).err
    assert "only on that day" in " ".join(fastmap("cards", "--help").out.split())


def test_the_command_never_writes_over_the_assessment(assessment, tmp_path):
    assessment.close()
    before = (tmp_path / "a.fastmap").read_bytes()

    ran = fastmap("cards", tmp_path / "a.fastmap", "--out", tmp_path / "a.fastmap")

    assert ran.status == 2
    assert (tmp_path / "a.fastmap").read_bytes() == before


@pytest.mark.parametrize(
    "garbage",
    [
        "garbage",
        "",
        "192.168.8.2",
        "192.168.8.2:8765",
        "192.168.8.2:99999/K7RM2X",
        "300.1.1.1:80/K7RM2X",
        "192.168.8.2:8765/K7RM2",
        "http://evil.example:80/K7RM2X",
        "192.168.8.2:8765/K7RM2X/en",
        "1.2.3.4:80/K7RM0X",
    ],
)
def test_no_cards_are_made_with_an_address_that_is_none_of_a_room(assessment, garbage):
    with pytest.raises(FastmapError, match="room_address_unclear"):
        code_cards(assessment, address=garbage)


def test_an_address_is_taken_as_people_copy_it(assessment):
    made = code_cards(assessment, members=("M001",), address=" http://192.168.8.2:8765/k7rm2x ")

    assert made.address == "192.168.8.2:8765/K7RM2X"
