"""The words that people may use for a choice: of every form language, the stored keys, and a few obvious ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from typing import Final, Generic, TypeVar

from fastmap.catalogue.texts import decision_languages, form_languages, load_texts
from fastmap.intake.form_definition import CHOICE_FAMILIES
from fastmap.model.choices import (
    ActionStatus,
    CommitmentKind,
    CommitmentState,
    Complexity,
    DecisionKind,
    Fit,
    MappingHow,
    MemberKind,
    MemberStatus,
    OfferForm,
    PartnerLevel,
    PartnerType,
    Scope,
    SecondOpinion,
    SkillKind,
    SmeStatus,
    TeamAnswer,
    Timing,
)
from fastmap.model.ids import LanguageCode
from fastmap.model.normalise import text_key

T = TypeVar("T")

FAMILIES: Final[Mapping[type[StrEnum], str]] = {
    **CHOICE_FAMILIES,
    CommitmentKind: "commitment_kind",
    CommitmentState: "commitment_state",
    MemberKind: "member_kind",
    MemberStatus: "member_status",
    PartnerLevel: "partner_level",
    OfferForm: "offer_form",
    Fit: "fit",
    ActionStatus: "action_status",
    Scope: "scope",
    Complexity: "complexity",
    Timing: "timing",
    MappingHow: "mapping_how",
    SecondOpinion: "second_opinion",
    SkillKind: "skill_kind",
    SmeStatus: "sme_status",
    DecisionKind: "decision_kind",
    TeamAnswer: "team_answer",
}
"""Choice → family of text keys that holds its words."""
_SHORT_FAMILIES: Final[Mapping[type[StrEnum], str]] = {PartnerType: "partner_type_short"}
"""Choice → family of the short words that tables show, and people copy from them."""

_YES: Final = (
    "yes",
    "y",
    "ja",
    "jawohl",
    "j",
    "oui",
    "o",
    "si",
    "sì",
    "s",
    "da",
    "d",
    "igen",
    "i",
    "sim",
    "tak",
    "x",
    "✓",
    "✔",
    "☑",
    "1",
    "true",
    "verdadero",
    "wahr",
    "vrai",
    "vero",
    "adevărat",
    "igaz",
)
_NO: Final = (
    "no",
    "n",
    "nein",
    "non",
    "nu",
    "nem",
    "nao",
    "nie",
    "0",
    "false",
    "falso",
    "falsch",
    "faux",
    "fals",
    "hamis",
    "-",
)
_LANGUAGE_NAMES: Final = {
    "en": ("english", "inglés", "anglais", "englisch", "eng"),
    "es": ("español", "castellano", "spanish", "espagnol", "spanisch", "esp"),
    "fr": ("français", "french", "francés", "französisch"),
    "de": ("deutsch", "german", "alemán", "allemand"),
    "it": ("italiano", "italian"),
    "pt": ("português", "portuguese", "portugués"),
    "nl": ("nederlands", "dutch", "neerlandés"),
    "pl": ("polski", "polish", "polaco"),
    "ro": ("română", "limba română", "romanian", "romanes"),
    "hu": ("magyar", "magyarul", "hungarian", "hung"),
}
_DIGITS: Final[Mapping[type[StrEnum], Mapping[str, StrEnum]]] = {
    TeamAnswer: {str(number): answer for number, answer in enumerate(TeamAnswer, start=1)}
}
"""Choices that people are asked to answer with a digit."""
_SHORTEST_BEGINNING: Final = 3
"""Characters from which the beginning of a word counts as that word."""
_ALIKE: Final = 0.86
"""Similarity from which a misspelt word counts as meant (difflib ratio)."""


_MOST_REMEMBERED: Final = 2_000


@dataclass(frozen=True, slots=True)
class Understood(Generic[T]):
    """What a text was taken for; ``exact`` is false where it was a variant, a beginning or a misspelling."""

    value: T
    exact: bool


@dataclass(frozen=True)
class Words(Generic[T]):
    """The accepted words of one choice."""

    exact: Mapping[str, T]
    """Normal form of every word and key → value."""
    variants: Mapping[str, T] = field(default_factory=dict)
    _memory: dict[str, Understood[T] | None] = field(default_factory=dict, repr=False, compare=False)
    """Answers repeat over the forms of a round; looking for likenesses takes time."""

    def understand(self, text: str) -> Understood[T] | None:
        """Return what ``text`` means, or ``None`` if that would be a guess."""
        if text not in self._memory:
            if len(self._memory) >= _MOST_REMEMBERED:
                self._memory.clear()
            self._memory[text] = self._understand(text)
        return self._memory[text]

    def _understand(self, text: str) -> Understood[T] | None:
        key = text_key(text) or text.strip()
        if key in self.exact:
            return Understood(self.exact[key], exact=True)
        if key in self.variants:
            return Understood(self.variants[key], exact=False)
        meant = self._beginning(key) | self._alike(key)
        return Understood(meant.pop(), exact=False) if len(meant) == 1 else None

    def _beginning(self, key: str) -> set[T]:
        if len(key) < _SHORTEST_BEGINNING:
            return set()
        return {value for word, value in self.exact.items() if word.startswith(f"{key} ")}

    def _alike(self, key: str) -> set[T]:
        if len(key) <= _SHORTEST_BEGINNING:
            return set()
        return {self.exact[word] for word in get_close_matches(key, self.exact, n=2, cutoff=_ALIKE)}


@cache
def words_of(choice: type[StrEnum]) -> Words[StrEnum]:
    """Return the words of ``choice``: its keys, its words in every form language, and those of tables."""
    exact: dict[str, StrEnum] = {}
    for language in form_languages():
        texts = load_texts(language)
        for value in choice:
            exact.setdefault(text_key(texts.get(f"{FAMILIES[choice]}.{value}")), value)
    for value in choice:
        exact.setdefault(text_key(value), value)
    return Words({**exact, **_DIGITS.get(choice, {})}, {**_plain_answers(choice), **_short_words(choice)})


def _plain_answers(choice: type[StrEnum]) -> dict[str, StrEnum]:
    """Return yes and no where that is a common answer: "does your content fit?" is asked like that."""
    return dict(_keyed((_YES, Fit.YES), (_NO, Fit.NO))) if choice is Fit else {}


def _short_words(choice: type[StrEnum]) -> dict[str, StrEnum]:
    family = _SHORT_FAMILIES.get(choice)
    if family is None:
        return {}
    return {
        text_key(load_texts(language).term(f"{family}.{value}")): value
        for language in decision_languages()
        for value in choice
    }


@cache
def yes_no_words() -> Words[bool]:
    """Return the words for yes and no."""
    exact: dict[str, bool] = {"yes": True, "no": False}
    for language in form_languages():
        texts = load_texts(language)
        exact[text_key(texts.get("yes_no.yes"))] = True
        exact[text_key(texts.get("yes_no.no"))] = False
    variants = _keyed((_YES, True), (_NO, False))
    return Words(exact, variants)


def known_languages() -> tuple[LanguageCode, ...]:
    """Return the languages whose names are understood."""
    return tuple(LanguageCode(code) for code in _LANGUAGE_NAMES)


@cache
def language_words() -> Words[LanguageCode]:
    """Return the words for languages: ISO codes, own names, and names in the form languages."""
    exact: dict[str, LanguageCode] = {}
    for code, names in _LANGUAGE_NAMES.items():
        exact[code] = LanguageCode(code)
        exact |= dict.fromkeys(map(text_key, names), LanguageCode(code))
    for code in form_languages():
        exact[text_key(code)] = LanguageCode(code)
        for language in form_languages():
            exact[text_key(load_texts(language).get(f"form.language.{code}"))] = LanguageCode(code)
    return Words(exact)


def _keyed(*groups: tuple[Iterable[str], T]) -> dict[str, T]:
    return {text_key(word) or word: value for words, value in groups for word in words}
