"""Who a report is for, and what it then usually holds: the edition and the chapters. A person may choose otherwise.

A chapter is named by its key, which is the key of its section and the name of the function that writes it. What is chosen here only decides what is *shown*: an anonymous edition is protected
over the whole results before any chapter is written, so that it says the same whatever is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from fastmap.errors import FastmapError


class Audience(StrEnum):
    """Who reads the report."""

    BOARD = "board"
    MEMBERS = "members"
    FUNDER = "funder"
    PUBLIC = "public"


CHAPTERS: Final = (
    "summary",
    "board_paper",
    "method",
    "priorities",
    "diagnosis",
    "specialisation",
    "coverage",
    "grid",
    "steps",
    "team",
    "decisions",
    "workshop",
    "roadmap",
    "kpis",
    "since_last_round",
    "working",
    "sources",
    "records",
)
"""All chapters in their order, as `fastmap.report.build` writes them; ``report.section.<key>`` is the title of one."""
ALWAYS: Final = ("working", "sources")
"""A figure does not go out without how it was worked out, its limits and its sources."""
BY_EDITION: Final = ("records",)
"""Not chosen: rows as recorded are in every named edition and in no anonymous one."""
CHOICES: Final = tuple(key for key in CHAPTERS if key not in BY_EDITION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Usual:
    """What an audience gets unless somebody chooses otherwise."""

    anonymous: bool
    chapters: tuple[str, ...] | None
    """Keys of chapters, those of `ALWAYS` aside; ``None``: every chapter."""


USUAL: Final[Mapping[Audience, Usual]] = MappingProxyType(
    {
        Audience.BOARD: Usual(
            anonymous=False,
            chapters=(
                "summary",
                "board_paper",
                "method",
                "priorities",
                "grid",
                "steps",
                "decisions",
                "workshop",
                "roadmap",
                "kpis",
                "since_last_round",
            ),
        ),
        Audience.MEMBERS: Usual(
            anonymous=True,
            chapters=("summary", "method", "priorities", "coverage", "workshop", "roadmap", "since_last_round"),
        ),
        # Firms were promised that only the cluster team sees who answered what.
        Audience.FUNDER: Usual(anonymous=True, chapters=None),
        Audience.PUBLIC: Usual(
            anonymous=True,
            chapters=("summary", "method", "priorities", "diagnosis", "grid", "steps", "since_last_round"),
        ),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """For whom a report is, and which chapters it shows."""

    audience: Audience | None = None
    chapters: frozenset[str] | None = None
    """Keys of the chapters chosen; ``None``: all, and those without content are passed over in silence."""

    def shows(self, chapter: str) -> bool:
        """Say whether a chapter is to be shown (if there is anything to show in it)."""
        return self.chapters is None or chapter in self.chapters or chapter in (*ALWAYS, *BY_EDITION)


EVERYTHING: Final = Selection()


def select(
    audience: Audience | None,
    *,
    only: Iterable[str] = (),
    added: Iterable[str] = (),
    without: Iterable[str] = (),
) -> Selection:
    """Return what ``audience`` is shown: its usual chapters, or ``only`` those named, and what is added or left out.

    Without audience and chapters this is `EVERYTHING`. Raises `FastmapError` ``chapter_unknown``, and
    ``chapter_always`` for leaving out what every report has.
    """
    only, added, without = tuple(only), tuple(added), tuple(without)
    if unknown := [key for key in (*only, *added, *without) if key not in CHOICES]:
        raise FastmapError("chapter_unknown", found=", ".join(unknown), known=", ".join(CHOICES))
    if kept := [key for key in without if key in ALWAYS]:
        raise FastmapError("chapter_always", found=", ".join(kept))
    if audience is None and not (only or added or without):
        return EVERYTHING
    chosen = set(only or usual_chapters(audience)) | set(added) | set(ALWAYS)
    return Selection(audience=audience, chapters=frozenset(chosen - set(without)))


def usual_chapters(audience: Audience | None) -> tuple[str, ...]:
    """Return the chapters that an audience is shown unless somebody chooses otherwise, in their order."""
    usual = USUAL[audience].chapters if audience is not None else None
    return tuple(key for key in CHOICES if usual is None or key in usual or key in ALWAYS)


def is_anonymous(audience: Audience | None, chosen: bool | None) -> bool:  # noqa: FBT001 - a choice, or none made
    """Return the edition: what was chosen by hand, else what the audience usually gets, else the named one."""
    if chosen is not None:
        return chosen
    return audience is not None and USUAL[audience].anonymous


def names_are_unusual(audience: Audience | None, *, anonymous: bool) -> bool:
    """Say whether this edition names firms before people for whom names were never meant."""
    return not anonymous and audience is not None and USUAL[audience].anonymous
