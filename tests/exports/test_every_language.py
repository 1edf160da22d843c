"""Every format in every language of reports says everything in that language: no key, no place unfilled, no English."""

import re
from dataclasses import replace

import pytest

from fastmap.catalogue.folder import catalogue_folder
from fastmap.catalogue.texts import read_entries, report_languages
from fastmap.texts import Texts
from tests.support.every_format import WRITERS, write
from tests.support.everything import everything
from tests.support.opened_files import text_in

PLACE = re.compile(r"\{[a-z_]+\}|\u27e6|\u27e7")
DOTTED = re.compile(r"[a-z]\w*(?:\.\w+)+")
KEYS = frozenset(read_entries(catalogue_folder(), "en"))
SECONDS = ("pdf", "pictures", "word", "pack", "network", "roadmap")
"""What takes seconds says the same sentences as the report and the files that are quick to write."""
IN_ONE_LANGUAGE = {"decisions about texts"}
"""A table that programs read; its heads are the same everywhere."""


@pytest.fixture(scope="module")
def said():
    """Return the languages in which texts were said; let a text that is missing in its language fail."""
    languages = set()
    template = Texts._template

    def strict(self, message):
        languages.add(self.language)
        if message.key not in self.entries:
            raise KeyError(f"{message.key} is not said in {self.language}")
        return template(self, message)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Texts, "_template", strict)
        yield languages


@pytest.fixture(scope="module", params=report_languages())
def language(request, said):
    """A language of reports; what was said in the one before is forgotten."""
    said.clear()
    return request.param


@pytest.fixture(scope="module")
def material(said):
    """Everything, of which no report was built before anybody listened."""
    return replace(everything())


def slow_where_it_takes_seconds(name):
    return pytest.param(name, marks=pytest.mark.slow if name.startswith(SECONDS) or name.endswith("anonymous") else ())


@pytest.mark.parametrize("name", [slow_where_it_takes_seconds(name) for name in WRITERS])
def test_a_file_says_everything_in_its_language(language, name, material, said, small_pictures, tmp_path):
    files = write(name, material, tmp_path, language)

    text = "\n".join(text_in(path) for path in files)
    assert PLACE.findall(text) == []
    assert KEYS & set(DOTTED.findall(text)) == set()
    assert said <= {language}
    assert said or name in IN_ONE_LANGUAGE


def test_a_text_that_falls_back_to_english_is_found_out(said):
    texts = Texts("es", {}, {"report.subtitle": "English"})

    with pytest.raises(KeyError, match="not said in es"):
        texts.term("report.subtitle")
