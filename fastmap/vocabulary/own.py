"""The cluster's own skills: words that no vocabulary knows."""

from __future__ import annotations

from collections.abc import Iterable

from fastmap.model.choices import SkillSource
from fastmap.model.ids import LanguageCode
from fastmap.model.normalise import clean_text
from fastmap.model.skill_ids import held_own, own_uri
from fastmap.model.skills import Skill


def own_skill(text: str, language: LanguageCode) -> Skill:
    """Return a skill of the cluster's own for ``text``: the same text in the same language gives the same URI.

    >>> own_skill("Retro-fit!", LanguageCode("en")).uri == own_skill("retro fit", LanguageCode("en")).uri
    True
    """
    return Skill(
        uri=own_uri(text, language),
        labels={language: " ".join(clean_text(text).split())},
        source=SkillSource.OWN,
    )


def own_skill_among(held: Iterable[Skill], text: str, language: LanguageCode) -> Skill:
    """Return the skill of ``held`` that was once made of ``text``, whatever it is called by now, or a new one."""
    new = own_skill(text, language)
    return held_own(new.uri, held) or new
