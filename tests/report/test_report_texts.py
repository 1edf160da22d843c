"""The report's texts: the same keys and facts in every language, every key in use, none missing."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from fastmap.catalogue.texts import load_texts, report_languages

ROOT = Path(__file__).parents[2]
FILES = ("report.toml", "report_columns.toml", "report_word.toml")


def entries(language: str) -> dict[str, str | Mapping[str, str]]:
    return {key: text for key, text in load_texts(language).entries.items() if key.startswith("report.")}


def facts(entry: str | Mapping[str, str]) -> set[str]:
    forms = [entry] if isinstance(entry, str) else [entry["other"]]
    return {place for form in forms for place in re.findall(r"\{(\w+)\}", form)}


@pytest.mark.parametrize("language", report_languages())
def test_every_language_has_every_text_with_the_same_facts(language):
    english, other = entries("en"), entries(language)

    assert english.keys() == other.keys()
    assert {key: facts(english[key]) for key in english} == {key: facts(other[key]) for key in other}
    assert {key for key in english if isinstance(english[key], str)} == {
        key for key in other if isinstance(other[key], str)
    }


@pytest.mark.parametrize("language", [code for code in report_languages() if code != "en"])
def test_no_sentence_is_left_in_english(language):
    english, other = entries("en"), entries(language)
    long = {key for key, text in english.items() if isinstance(text, str) and len(text.split()) > 3}

    assert {key for key in long if english[key] == other[key]} == set()


def test_every_text_is_used_by_a_chapter():
    code = " ".join(path.read_text(encoding="utf-8") for path in (ROOT / "fastmap/report").rglob("*.py"))
    patterns = [
        re.compile("report." + re.sub(r"\\\{[^}]*\\\}", r"[\\w.]+", re.escape(found)).removeprefix("report\\."))
        for found in re.findall(r'"((?:report\.)?[a-z_0-9]+\.[a-z_0-9.{}\[\]]+)"', code)
    ]
    named = set(re.findall(r"[a-z_0-9]+", code))
    families = ("report.column.", "report.sheet.", "report.unit.")

    unused = {
        key
        for key in entries("en")
        if not any(pattern.fullmatch(key) for pattern in patterns)
        and not (key.startswith(families) and key.split(".")[2] in named)
        and key.split(".")[-1] not in named
    }

    assert unused == set()


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("language", report_languages())
def test_words_stand_in_files_of_their_own(language, file):
    path = ROOT / "resources/catalogue/texts" / language / file

    assert list(tomllib.loads(path.read_text(encoding="utf-8"))) == ["report"]
