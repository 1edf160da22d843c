"""What this computer remembers of files, while another part of the program takes lines out of the same file."""

import pytest

from fastmap.store import erasing_elsewhere
from fastmap.store.erased_words import ErasedWords
from fastmap.store.erasing_elsewhere import Cleaned
from fastmap.tasks.erasing import names_erased
from ui.settings import Settings

NAME = "Zoraida Quint"


@pytest.fixture
def file(tmp_path):
    return tmp_path / "window.ini"


@pytest.mark.parametrize("is_told", [True, False])
def test_an_erased_name_does_not_come_back_through_settings_that_are_open(file, tmp_path, is_told):
    settings = Settings(file)
    settings.remember(tmp_path / NAME / "a.fastmap")
    settings.remember(tmp_path / "b.fastmap")
    settings.save()
    known = settings.recent if is_told else ()
    erasing_elsewhere._forget([file], ErasedWords((NAME,), "[erased]"))
    assert NAME not in file.read_text("utf-8")

    settings.take_out(lambda text: names_erased(Cleaned(0, 0, (), words=(NAME,)), text), known)
    settings.remember(tmp_path / "c.fastmap")
    settings.save()

    assert settings.recent == (tmp_path / "c.fastmap", tmp_path / "b.fastmap")
    assert NAME not in file.read_text("utf-8")
    assert Settings(file).recent == settings.recent


def test_other_things_that_are_remembered_stay(file, tmp_path):
    settings = Settings(file)
    settings.theme = "dark"
    settings.remember(tmp_path / NAME / "a.fastmap")

    settings.take_out(lambda text: NAME in text)

    assert settings.recent == ()
    assert Settings(file).theme == "dark"
