"""Ids of skills that no vocabulary gives: what they say, and ids that say nothing.

The id of an own skill once began with its words, which stayed when the skill was renamed or somebody was erased. Such
ids stay valid; `wordless` gives the one that the same skill would have today (decision record 0315).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256
from typing import Final

from fastmap.model.ids import LanguageCode, SkillUri
from fastmap.model.meanings import key_of
from fastmap.model.skills import Skill

OWN_PREFIX: Final = "fastmap:own/"
PROVISIONAL_PREFIX: Final = "fastmap:provisional/"
SLUG_LETTERS: Final = 40
"""Of the words of an own skill its id held so many letters at most."""
_MARK: Final = 10
_WORDLESS: Final = re.compile(rf"[0-9a-f]{{{_MARK}}}")
_ENDS_IN_MARK: Final = re.compile(rf"-([0-9a-f]{{{_MARK}}})$")
_NOT_SLUG: Final = re.compile(r"[^a-z0-9]+")


def own_uri(text: str, language: LanguageCode) -> SkillUri:
    """Return the id of an own skill for ``text``: always the same one, and no word of it can be read."""
    return SkillUri(OWN_PREFIX + _mark(f"{language}\n{key_of(text)}"))


def wordless(uri: str) -> SkillUri:
    """Return the id of an own skill without the words it was made of; one without words, or any other, as it is.

    >>> wordless("fastmap:own/secret-press-0123456789"), wordless("fastmap:own/0123456789")
    ('fastmap:own/0123456789', 'fastmap:own/0123456789')
    >>> wordless("fastmap:starter/welding")
    'fastmap:starter/welding'
    """
    said = uri.removeprefix(OWN_PREFIX)
    if said == uri or _WORDLESS.fullmatch(said):
        return SkillUri(uri)
    mark = _ENDS_IN_MARK.search(said)
    return SkillUri(OWN_PREFIX + (_mark(uri) if mark is None else mark[1]))


def words_in(uri: str) -> str:
    """Return what can be read in the id of an own skill: words joined by hyphens, or nothing.

    >>> words_in("fastmap:own/secret-press-0123456789"), words_in("fastmap:own/0123456789")
    ('secret-press', '')
    """
    said = uri.removeprefix(OWN_PREFIX)
    return "" if said == uri or _WORDLESS.fullmatch(said) else _ENDS_IN_MARK.sub("", said)


def held_own(uri: SkillUri, held: Iterable[Skill]) -> Skill | None:
    """Return the skill among ``held`` that is the own skill ``uri``, also under an id with words; or ``None``."""
    sought = wordless(uri)
    return next((skill for skill in held if skill.uri == uri or wordless(skill.uri) == sought), None)


def slug_of(text: str) -> str:
    """Return ``text`` as ids of own skills spelled it, however long.

    >>> slug_of("Peña & Söhne")
    'pena-sohne'
    """
    return _NOT_SLUG.sub("-", key_of(text)).strip("-")


def _mark(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_MARK]
