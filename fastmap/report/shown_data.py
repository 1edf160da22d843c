"""The JSON of a report that shows some chapters only: what belongs to the others alone is not in it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from fastmap.report.audiences import Selection

_DECIDING: Final = ("decisions", "board_paper")
CHAPTERS_OF: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "skills": ("priorities", "diagnosis", "coverage"),
        "groups": ("priorities", "diagnosis", "coverage"),
        "unmatched": ("priorities", "diagnosis", "coverage"),
        "ecosystem": ("coverage",),
        "grid": ("grid",),
        "balance": ("grid",),
        "practices": _DECIDING,
        "steps": ("steps",),
        "recommendations": _DECIDING,
        "keep_and_deepen": _DECIDING,
        "near_misses": _DECIDING,
        "roadmap": ("roadmap",),
        "kpis": ("kpis",),
        "team": ("team",),
        "since_last_round": ("since_last_round",),
        "specialisation": ("specialisation",),
        "representation": ("method",),
        "second_sources": ("diagnosis",),
        "interests": ("coverage",),
        "costs": ("roadmap",),
        "workshops": ("workshop",),
    }
)
"""Key of the contract → the chapters that tell of it; every other key is always there."""
_OF_SKILLS: Final[Mapping[str, str]] = MappingProxyType({"imbalance": "diagnosis", "coverage": "coverage"})
"""Key of a skill or group → the chapter that tells of it."""


def shown_data(data: Mapping[str, Any], selection: Selection) -> dict[str, Any]:
    """Return ``data`` (`as_contract`) without what no chosen chapter tells; ``report`` says which ones those are.

    All of it where nothing was chosen.
    """
    if selection.chapters is None:
        return dict(data)
    shown = {
        key: value
        for key, value in data.items()
        if key not in CHAPTERS_OF or any(selection.shows(chapter) for chapter in CHAPTERS_OF[key])
    }
    left_out = {key for key, chapter in _OF_SKILLS.items() if not selection.shows(chapter)}
    for level in ("skills", "groups"):
        if level in shown and left_out:
            shown[level] = [{key: value for key, value in item.items() if key not in left_out} for item in shown[level]]
    shown["report"] = {"audience": selection.audience, "chapters": sorted(selection.chapters)}
    return shown
