"""Which texts are pointed out after an erasure: those with the bare surname, never those with part of another word."""

import json
import sqlite3
from contextlib import closing
from types import SimpleNamespace

import pytest

from fastmap.assessment import Assessment
from fastmap.catalogue.texts import load_texts
from fastmap.changes import SaveMembers, SavePartners
from fastmap.model.choices import PartnerLevel, PartnerType
from fastmap.model.erasure import Erasure, ErasureKind
from fastmap.model.organisations import Cluster, Contact, Member, Partner
from fastmap.store import surnames
from fastmap.store.surnames import Where
from fastmap.tasks.erasing import mentioned


@pytest.fixture
def opened(path, tmp_path, monkeypatch):
    monkeypatch.setenv("FASTMAP_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("FASTMAP_SETTINGS", str(tmp_path / "data" / "window.ini"))

    def open_in(country="ES"):
        return Assessment.create(path, cluster=Cluster(name="Metal", country=country), round_label="2026")

    return open_in


def told(assessment, *activities, name="Ana Ruiz García", kind=ErasureKind.CONTACT, words=()):
    members = [Member(code="M001", name="Forja Uno")]
    members += [Member(code=f"M{n:03}", name=f"Firm {n}", activity=text) for n, text in enumerate(activities, start=2)]
    assessment.apply(SaveMembers(members=tuple(members), contacts=(Contact(member="M001", name=name),)))
    key = "M001" if kind is not ErasureKind.WORDS else ""
    cleaned = assessment.erase(Erasure(kind=kind, key=key, words=words), placeholder="[erased]")
    return [mention.text for mention in cleaned.mentions]


@pytest.mark.parametrize("text", ["ask RUIZ", "ruíz knows", "(Garcia)", "calle de García, 4", "Ruiz/García"])
def test_a_surname_is_found_whatever_its_case_and_accents(text, opened):
    with opened() as assessment:
        assert told(assessment, text) == [text]
        assert assessment.snapshot().members[1].activity == text


def test_a_text_that_is_pointed_out_is_not_turned_round(opened, path):
    with opened() as assessment:
        assessment.apply(SaveMembers(members=(Member(code="M009", name="Firm 9", activity="ask Ruiz"),)))
        assessment.undo()
        assessment.redo()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE members SET activity = ?", ("ask\u202e Ru\u2067iz\x07",))
        connection.execute("UPDATE event_rows SET after = replace(after, 'ask Ruiz', 'ask Ru\u202eiz')")

    with Assessment.open(path) as assessment:
        assert set(told(assessment)) == {"ask Ruiz"}


@pytest.mark.parametrize("text", ["Ruizenaga", "Garciandia", "ruiz_old", "Ana", "nobody"])
def test_part_of_a_word_and_a_first_name_are_not_pointed_out(text, opened):
    with opened() as assessment:
        assert told(assessment, text) == []


def test_the_name_of_a_firm_is_no_surname_when_its_member_goes(opened):
    with opened() as assessment:
        assert told(assessment, "Forja Dos", "uno", "Ruiz", kind=ErasureKind.MEMBER) == ["Ruiz"]


def test_a_hungarian_family_name_stands_first(opened):
    with opened("HU") as assessment:
        assert told(assessment, "Kovács", name="Kovács Anna") == ["Kovács"]


def test_of_somebody_named_in_texts_the_surname_is_found_too(opened):
    with opened() as assessment:
        words = ("Uwe Falk",)
        assert told(assessment, "Uwe Falk and Falk", "Falkner", kind=ErasureKind.WORDS, words=words) == [
            "[erased] and Falk"
        ]


def test_a_role_that_is_typed_as_a_contact_is_no_name(opened):
    school = {"id": "P1", "name": "School", "type": PartnerType.VET, "level": PartnerLevel.REGIONAL}
    with opened() as assessment:
        assessment.apply(SaveMembers(members=(Member(code="M1", name="A", activity="studies of Voss"),)))
        assessment.apply(SavePartners(partners=(Partner(**school, contact="Carla Voss, head of studies"),)))

        erasure = Erasure(kind=ErasureKind.PARTNER_CONTACT, key="P1")
        cleaned = assessment.erase(erasure, placeholder="[erased]")

    assert [mention.text for mention in cleaned.mentions] == ["studies of Voss"]
    assert [mention.key for mention in cleaned.mentions] == ["M1"]


def test_of_a_long_text_only_the_words_around_are_shown(opened):
    with opened() as assessment:
        (shown,) = told(assessment, "x " * 500 + "Ruiz" + " y" * 500)

    assert shown.startswith("…")
    assert shown.endswith("…")
    assert len(shown) < 140
    assert "Ruiz" in shown


def test_a_surname_that_stands_only_in_the_history_or_in_a_backup_is_pointed_out_there(opened):
    with opened() as assessment:
        firm = Member(code="M001", name="Forja Uno")
        contact = Contact(member="M001", name="Ana Ruiz")
        assessment.apply(
            SaveMembers(members=(firm, Member(code="M2", name="B", activity="ask Ruiz")), contacts=(contact,))
        )
        assessment.apply(SaveMembers(members=(Member(code="M2", name="B", activity="ask nobody"),)))
        kept = assessment.backup_now()
        with closing(sqlite3.connect(kept, isolation_level=None)) as backup:
            backup.execute("UPDATE members SET activity = 'Ruiz knows' WHERE code = 'M2'")

        cleaned = assessment.erase(Erasure(kind=ErasureKind.CONTACT, key="M001"), placeholder="[erased]")
        lines = mentioned(assessment, cleaned, load_texts("en"))

    assert [(one.text, one.where) for one in cleaned.mentions] == [
        ("ask Ruiz", Where.HISTORY),
        ("Ruiz knows", Where.BACKUP),
    ]
    assert lines[0] == "Member (B), as it was once (history): “ask Ruiz”"
    assert lines[1] == "Member (B), in a backup: “Ruiz knows”"
    assert "erase them, too" in lines[2]


def test_the_history_that_backups_share_is_looked_into_once(opened, monkeypatch):
    read = []

    def counted(text):
        read.append(text)
        return json.loads(text)

    with opened() as assessment:
        for text in ("ask Ruiz", "ask nobody", "ask Ruiz again"):
            assessment.apply(SaveMembers(members=(Member(code="M2", name="B", activity=text),)))
            assessment.backup_now()
        monkeypatch.setattr(surnames, "json", SimpleNamespace(loads=counted))
        cleaned = assessment.erase(Erasure(kind=ErasureKind.WORDS, words=("Ana Ruiz",)), placeholder="[erased]")

    assert len(read) == len(set(read)) > 2
    assert [(one.text, one.where) for one in cleaned.mentions] == [
        ("ask Ruiz again", Where.NOW),
        ("ask Ruiz", Where.HISTORY),
    ]
