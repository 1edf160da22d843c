"""Importing ESCO packages as downloaded from the European Commission's site, once per computer.

ESCO is © European Union; reuse is authorised under Commission Decision 2011/833/EU with acknowledgement of the
source: the text ``vocabulary.attribution`` stands wherever ESCO's labels are shown as such.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from fastmap.errors import FastmapError
from fastmap.progress import Progress, ProgressListener, silent
from fastmap.vocabulary import generations
from fastmap.vocabulary.concepts import SourceStatus
from fastmap.vocabulary.esco_rules import esco_vocabulary
from fastmap.vocabulary.esco_tables import Part, parts_of
from fastmap.vocabulary.packages import packages_in, tables, wide_fields
from fastmap.vocabulary.versions import Withdrawn, withdrawn_between


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportSummary:
    """What an import brought, and what the vocabulary holds of ESCO now."""

    sources: tuple[SourceStatus, ...]
    skills: int
    groups: int
    changed: bool
    """False: everything was there already."""
    missing: tuple[str, ...]
    """``labels`` (no skills table yet: nothing to find) and ``groups`` (no hierarchy or no relations yet)."""
    brought: tuple[str, ...] = ()
    """What the packages held: ``labels``, ``groups``, ``collections``, in this order."""
    withdrawn: tuple[Withdrawn, ...] = ()
    """Skills that were there before and are in no table of the newest version any more. Mappings to them stay."""


def import_packages(paths: Sequence[Path], folder: Path, progress: ProgressListener = silent) -> ImportSummary:
    """Take ESCO packages (.zip as downloaded, single .csv tables, folders of them; any mix and order) into ``folder``.

    A table replaces what was there on the same subject in the same language; everything else stays. A damaged store is
    mended by importing again. All or nothing:
    `FastmapError` if a package is missing, damaged, not ESCO or without a needed column, and then nothing changes.
    """
    brought = read_packages(packages_in(paths), progress)
    with generations.only_writer(folder):
        before, known = _before(folder)
        parts = _newest(known, brought)
        changed = before is None or not before.is_up_to_date or _names(known) != _names(parts)
        if changed:
            progress(Progress(stage="progress.building_vocabulary", done=0))
            generations.write(folder, parts)
    return _summary(parts, known if changed else parts, brought, changed=changed)


def _before(folder: Path) -> tuple[generations.Generation | None, tuple[Part, ...]]:
    """Return what was imported before; nothing if that is damaged: importing again is how one mends it."""
    try:
        before = generations.current(folder)
        return before, () if before is None else before.parts()
    except FastmapError:
        return None, ()


def read_packages(paths: Sequence[Path], progress: ProgressListener) -> tuple[Part, ...]:
    """Return the parts of all packages; of two on the same subject the later version, then the fuller one."""
    best: dict[tuple[str, str], Part] = {}
    with wide_fields():
        for done, path in enumerate(paths):
            progress(Progress(stage="progress.reading_vocabulary", done=done, total=len(paths)))
            found = _parts_in(path, progress)
            if not found:
                raise FastmapError("vocabulary_not_esco", path=path.name)
            for part in found:
                if part.key not in best or part.rank > best[part.key].rank:
                    best[part.key] = part
    progress(Progress(stage="progress.reading_vocabulary", done=len(paths), total=len(paths)))
    return tuple(best.values())


def _parts_in(path: Path, progress: ProgressListener) -> list[Part]:
    parts: list[Part] = []
    for table in tables(path):
        progress(Progress(stage="progress.reading_vocabulary", done=0))
        parts += (part for part in parts_of(table) if part.content)
    return parts


def _newest(known: Iterable[Part], brought: Iterable[Part]) -> tuple[Part, ...]:
    merged = {part.key: part for part in (*known, *brought)}
    return tuple(merged[key] for key in sorted(merged))


def _names(parts: Iterable[Part]) -> set[str]:
    return {generations.part_name(part) for part in parts}


def _summary(parts: Sequence[Part], known: Sequence[Part], brought: Sequence[Part], *, changed: bool) -> ImportSummary:
    vocabulary = esco_vocabulary(parts)
    groups = {concept.group.uri for concept in vocabulary.concepts if concept.group is not None}
    has_groups = {"hierarchy", "broader"} <= {part.subject for part in parts}
    missing = ([] if vocabulary.concepts else ["labels"]) + ([] if has_groups else ["groups"])
    kinds = {_KIND_OF_PART.get(part.subject, "collections") for part in brought}
    before = esco_vocabulary(known).concepts if changed and known else ()
    return ImportSummary(
        sources=vocabulary.sources,
        skills=len(vocabulary.concepts),
        groups=len(groups),
        changed=changed,
        missing=tuple(missing),
        brought=tuple(kind for kind in ("labels", "groups", "collections") if kind in kinds),
        withdrawn=withdrawn_between(before, vocabulary.concepts),
    )


_KIND_OF_PART = {
    "labels": "labels",
    "groups": "groups",
    "hierarchy": "groups",
    "hierarchy-names": "groups",
    "broader": "groups",
}
