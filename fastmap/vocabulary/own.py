"""The cluster's own skills: words that no vocabulary knows."""

from __future__ import annotations

import re
from hashlib import sha256

from fastmap.model.choices import SkillSource
from fastmap.model.ids import LanguageCode, SkillUri
from fastmap.model.meanings import key_of
from fastmap.model.normalise import clean_text
from fastmap.model.skills import Skill

OWN_PREFIX = "fastmap:own/"

_SLUG_LETTERS = 40
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def own_skill(text: str, language: LanguageCode) -> Skill:
    """Return a skill of the cluster's own for ``text``: the same text in the same language gives the same URI.

    >>> own_skill("Retro-fit!", LanguageCode("en")).uri == own_skill("retro fit", LanguageCode("en")).uri
    True
    """
    key = key_of(text)
    mark = sha256(f"{language}\n{key}".encode("utf-8", "surrogatepass")).hexdigest()[:10]
    slug = _NOT_SLUG.sub("-", key)[:_SLUG_LETTERS].strip("-")
    return Skill(
        uri=SkillUri(OWN_PREFIX + "-".join(filter(None, (slug, mark)))),
        labels={language: " ".join(clean_text(text).split())},
        source=SkillSource.OWN,
    )
