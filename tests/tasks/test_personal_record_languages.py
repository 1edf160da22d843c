"""The record of a person is in one language from the first word to the last, whichever of the seven it is."""

import re
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime

import pytest

from fastmap import changes
from fastmap.assessment import Assessment
from fastmap.catalogue.folder import catalogue_folder
from fastmap.catalogue.texts import load_texts, read_entries, report_languages
from fastmap.changes.base import Change
from fastmap.model.ids import LanguageCode, MemberCode
from fastmap.report.personal_record import as_text
from fastmap.store.events import CARDS_RENEWED, ERASED
from fastmap.tasks import personal_record
from fastmap.texts import Texts
from tests.store.test_values_survive import EVERYTHING
from tests.torture.hostile_base import write_base


def names_of_changes(kind=Change):
    for one in kind.__subclasses__():
        if one.__module__.startswith(changes.__name__):
            yield one.name
        yield from names_of_changes(one)


def facts_in(entry):
    forms = [entry] if isinstance(entry, str) else entry.values()
    return {name for form in forms for name in re.findall(r"{(\w+)}", form)}


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    folder = tmp_path_factory.mktemp("person")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FASTMAP_DATA", str(folder / "data"))
        write_base(folder / "everything.fastmap")
        with Assessment.open(
            folder / "everything.fastmap", clock=lambda: datetime(2026, 5, 1, tzinfo=UTC)
        ) as assessment:
            for change in EVERYTHING[:3]:
                assessment.apply(change)
            yield assessment


@pytest.mark.parametrize("language", report_languages())
def test_every_change_has_its_words_in_the_language_itself(language):
    own = read_entries(catalogue_folder(), language)

    wanted = {f"change.{name}" for name in (*names_of_changes(), ERASED, CARDS_RENEWED)}

    assert wanted - own.keys() == set()
    assert {key for key in wanted if facts_in(own[key]) != facts_in(load_texts("en").entries[key])} == set()


@pytest.mark.parametrize("language", [code for code in report_languages() if code != "en"])
def test_a_record_needs_no_word_of_another_language(file, monkeypatch, language):
    alone = Texts(LanguageCode(language), read_entries(catalogue_folder(), language))  # no English behind it
    monkeypatch.setattr(personal_record, "load_texts", lambda _: alone)
    members = [member.code for member in file.snapshot().members]

    for code in members:
        made = personal_record.personal_record(
            file, MemberCode(code), language=LanguageCode(language), made_on=date(2026, 5, 2)
        )
        assert alone.term("error.kept_words_unknown") not in as_text(made)

    told = [row for section in made.sections if section.key == "personal_history" for row in section.blocks[0].rows]
    english = {load_texts("en").say(entry.what) for entry in file.history_about(MemberCode(members[-1]))}
    assert told
    assert not {words for _, words in told} & english


def test_a_change_that_no_version_knows_does_not_stop_the_record_of_a_person(tmp_path, monkeypatch):
    monkeypatch.setenv("FASTMAP_DATA", str(tmp_path / "data"))
    path = tmp_path / "strange.fastmap"
    write_base(path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE events SET name = 'launch_rockets'")

    with Assessment.open(path) as assessment:
        code = assessment.snapshot().members[0].code
        made = personal_record.personal_record(assessment, code, language=LanguageCode("de"), made_on=date(2026, 5, 2))

    assert load_texts("de").term("error.kept_words_unknown") in as_text(made)
