"""Names of slices of the membership: sizes, activities, and slices that an anonymous edition took together."""

from __future__ import annotations

from typing import Final

from fastmap.analysis.quality import UNKNOWN_STRATUM
from fastmap.texts import Texts

TOGETHER: Final = " + "
"""Joins the keys of slices that are shown as one, so that none of them rests on too few members."""
TAKEN_TOGETHER: Final = "taken_together"
"""Key of classes that are shown as one without saying which."""
NOT_GIVEN_KEY: Final = UNKNOWN_STRATUM


def stratum_label(key: str, family: str, texts: Texts) -> str:
    """Return the words for a slice: catalogue words where there are any, else the activity as recorded."""
    parts = [_one_label(part, family, texts) for part in key.split(TOGETHER)]
    return texts.listing(parts)


def _one_label(key: str, family: str, texts: Texts) -> str:
    if key in (NOT_GIVEN_KEY, TAKEN_TOGETHER):
        return texts.get(f"report.stratum.{key}")
    known = f"{family}.{key}"
    return texts.get(known) if known in texts else key
