"""Two rounds of one cluster, for tests of what is compared."""

from __future__ import annotations

from dataclasses import replace

from fastmap.catalogue.definitions import Catalogue
from fastmap.model.comparison import Comparison, SkillStory
from fastmap.model.snapshot import Snapshot
from fastmap.tasks.earlier_round import summary_of
from tests.support.builders import assess, catalogue_with, uri_of

FEW_RESAMPLES = catalogue_with(resamples=50)


def with_earlier(
    now: Snapshot, then: Snapshot, *, carried_over: bool = True, catalogue: Catalogue | None = None
) -> Snapshot:
    """Return ``now`` as a file that keeps ``then``."""
    kept = summary_of(then, file="then.fastmap", carried_over=carried_over, catalogue=catalogue or FEW_RESAMPLES)
    return replace(now, earlier=kept)


def compared(now: Snapshot, then: Snapshot, *, carried_over: bool = True) -> Comparison:
    """Return ``now`` beside ``then``."""
    found = assess(with_earlier(now, then, carried_over=carried_over), FEW_RESAMPLES).since_last_round
    assert found is not None
    return found


def story_of(found: Comparison, skill: str) -> SkillStory:
    """Return what became of one skill: a URI, or a text that nobody has placed."""
    return next(story for story in found.skills if story.uri == uri_of(skill))
