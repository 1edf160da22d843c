"""Other ways to put a text: abbreviations in full, German compounds without the word for "people who can".

Compared beside the text itself, never in its place: "API" may mean a programming interface or, in French, a PLC.
"""

from __future__ import annotations

from collections.abc import Mapping

from fastmap.model.ids import LanguageCode
from fastmap.vocabulary.folding import shipped_words

_ENGLISH = LanguageCode("en")
_STAYS = 4
"""Letters that must be left of a compound: "Fachkraft" itself stays whole."""


def wordings(key: str, language: LanguageCode) -> tuple[str, ...]:
    """Return what else ``key`` (a `text_key`) may be worded like: at most one in its language, one in English.

    >>> wordings("sps programmierung", LanguageCode("de"))
    ('speicherprogrammierbare Steuerung programmierung', 'programmable logic controller programmierung')
    """
    words = key.split()
    bare = [word if _in_full(word, language, language) else _without_ending(word, language) for word in words]
    own = [_in_full(word, language, language) or word for word in bare]
    english = [_in_full(word, language, _ENGLISH) or word for word in bare]
    found = dict.fromkeys((" ".join(own), " ".join(english)))
    return tuple(wording for wording in found if wording != key)


def _in_full(word: str, language: LanguageCode, wanted: LanguageCode) -> str | None:
    """Return the abbreviation ``word`` in full: what it means in ``language``, else what it means in English."""
    known: Mapping[LanguageCode, Mapping[str, Mapping[LanguageCode, str]]] = shipped_words().abbreviations
    meaning = known.get(language, {}).get(word) or known.get(_ENGLISH, {}).get(word)
    return None if meaning is None else meaning.get(wanted) or meaning.get(_ENGLISH)


def _without_ending(word: str, language: LanguageCode) -> str:
    for ending in shipped_words().endings.get(language, ()):
        if word.endswith(ending) and len(word) - len(ending) >= _STAYS:
            return word[: -len(ending)]
    return word
