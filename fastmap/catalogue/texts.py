"""Reading the catalogue's texts: one folder per language, one file per subject, all merged into dotted keys.

A language with every text can carry the whole program (`shipped_languages`); one with those of reports carries reports
(`report_languages`), one with what decisions, reasons and diagnoses say carries those (`decision_languages`), both decision
record 0255; one with the texts of the needs form and of the
tables people send carries forms (`form_languages`, decision record 0160).

``[verdict] shortage = "shortage"`` in any file becomes ``verdict.shortage``. A table whose keys are plural categories
(``one``, ``other`` …) is one text with plural forms. A key that stands in two files is a mistake.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources.abc import Traversable
from typing import Final, TypeAlias

from fastmap.catalogue.folder import catalogue_folder  # not `reading`: a text needs no rule and no result
from fastmap.catalogue.tables import CatalogueError, CatalogueProblem, read_toml
from fastmap.model.ids import LanguageCode
from fastmap.texts import Texts

Entry: TypeAlias = str | Mapping[str, str]
ENGLISH: Final = LanguageCode("en")
PLURAL_CATEGORIES: Final = frozenset({"zero", "one", "two", "few", "many", "other"})


@cache
def shipped_languages() -> tuple[str, ...]:
    """Return the languages that screens and the command line can be in, English first: every text is there."""
    return _languages_with("cli.toml")


@cache
def report_languages() -> tuple[str, ...]:
    """Return the languages that reports, and so assessments, can be in, English first; all `shipped_languages` are."""
    return _languages_with("report.toml")


@cache
def form_languages() -> tuple[str, ...]:
    """Return the languages that forms are written in and read, English first; all `shipped_languages` are among them."""
    return _languages_with("form.toml")


@cache
def decision_languages() -> tuple[str, ...]:
    """Return the languages in which everything that a decision says has its text, with every closed list in full.

    English first; all `report_languages` are among them.
    """
    return _languages_with("actions.toml")


def _languages_with(file: str) -> tuple[str, ...]:
    folder = catalogue_folder().joinpath("texts")
    found = sorted(part.name for part in folder.iterdir() if part.joinpath(file).is_file())
    return tuple(sorted(found, key=lambda language: language != ENGLISH))


def load_texts(language: str, folder: Traversable | None = None) -> Texts:
    """Return all texts of ``language`` with English behind them, by default from the shipped catalogue (read once).

    A language that is not shipped gives English sentences with that language's numbers and dates. Raises
    `CatalogueError` with all mistakes, each naming file, table and key.
    """
    code = LanguageCode(language)
    if folder is None:
        return Texts(code, _shipped(code)) if code == ENGLISH else Texts(code, _shipped(code), _EnglishBehind())
    english = read_entries(folder, ENGLISH)
    return Texts(code, english) if code == ENGLISH else Texts(code, read_entries(folder, code), english)


class _EnglishBehind(Mapping[str, Entry]):
    """The shipped English texts, read when the first one is wanted: a report in another language seldom needs any."""

    def __getitem__(self, key: str) -> Entry:
        return _shipped(ENGLISH)[key]

    def __iter__(self) -> Iterator[str]:
        return iter(_shipped(ENGLISH))

    def __len__(self) -> int:
        return len(_shipped(ENGLISH))


@cache
def _shipped(language: LanguageCode) -> Mapping[str, Entry]:
    return read_entries(catalogue_folder(), language)


def read_entries(folder: Traversable, language: str) -> dict[str, Entry]:
    """Return every text of ``language`` in the catalogue ``folder`` by dotted key; empty for a language without any."""
    texts = folder.joinpath("texts").joinpath(language)
    if not texts.is_dir():
        return {}
    problems: list[CatalogueProblem] = []
    entries: dict[str, Entry] = {}
    home: dict[str, str] = {}
    for file in sorted(part.name for part in texts.iterdir() if part.name.endswith(".toml")):
        place = f"texts/{language}/{file}"
        content, _ = read_toml(folder, place, problems)
        for key, entry in _flat(content, place, "", problems):
            if key in entries:
                table, _, name = key.rpartition(".")
                problems.append(CatalogueProblem(place, table, name, f"stands in {home[key]} too"))
            entries[key], home[key] = entry, place
    if problems:
        raise CatalogueError(problems)
    return entries


def _flat(
    content: Mapping[str, object], file: str, prefix: str, problems: list[CatalogueProblem]
) -> Iterator[tuple[str, Entry]]:
    for name, value in content.items():
        key = f"{prefix}{name}"
        if isinstance(value, str):
            if value.strip():
                yield key, value
            else:
                problems.append(CatalogueProblem(file, prefix.rstrip("."), name, "is empty"))
        elif not isinstance(value, Mapping):
            problems.append(CatalogueProblem(file, prefix.rstrip("."), name, f"{value!r} is not a text"))
        elif _is_plural(value):
            forms = {form: text for form, text in value.items() if isinstance(text, str) and text.strip()}
            if len(forms) == len(value):
                yield key, forms
            else:
                problems.append(CatalogueProblem(file, prefix.rstrip("."), name, "has an empty plural form"))
        else:
            yield from _flat(value, file, f"{key}.", problems)


def _is_plural(value: Mapping[str, object]) -> bool:
    """Say whether a table is one text in plural forms: ``other`` is there, and so is nothing but plural categories.

    A choice may have a value ``other`` as well (``tie_kind.other``), always next to keys that are no category.
    """
    return "other" in value and value.keys() <= PLURAL_CATEGORIES
