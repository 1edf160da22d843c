"""Importing ESCO packages as downloaded from the European Commission's site, once per computer.

ESCO is © European Union; reuse is authorised under Commission Decision 2011/833/EU with acknowledgement of the
source: the text ``vocabulary.attribution`` stands wherever ESCO's labels are shown as such.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from fastmap.errors import FastmapError
from fastmap.model.ids import LanguageCode
from fastmap.progress import Progress, ProgressListener, silent
from fastmap.vocabulary import generations
from fastmap.vocabulary.concepts import SourceStatus
from fastmap.vocabulary.esco_rules import esco_vocabulary
from fastmap.vocabulary.esco_tables import Part, parts_of
from fastmap.vocabulary.packages import packages_in, tables, wide_fields
from fastmap.vocabulary.versions import Withdrawn, withdrawn_between


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageOutcome:
    """What became of the names of skills in one package."""

    package: str
    """Name of the file."""
    state: str
    """``taken``, ``again`` (they were there), ``newer`` or ``older`` (in place of another version), ``left_out`` (another
    package given with it has a later or fuller table of the language), ``no_names`` (groups or collections only)."""
    language: LanguageCode | None = None
    version: str | None = None
    other: str | None = None
    """The version that was there, or that of the table taken instead; ``None``: not told."""


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
    packages: tuple[PackageOutcome, ...] = ()
    """What became of the names of skills in each package, in the order given."""
    withdrawn: tuple[Withdrawn, ...] = ()
    """Skills that were there before and are in no table of the newest version any more. Mappings to them stay."""


def import_packages(paths: Sequence[Path], folder: Path, progress: ProgressListener = silent) -> ImportSummary:
    """Take ESCO packages (.zip as downloaded, single .csv tables, folders of them; any mix and order) into ``folder``.

    A table replaces what was there on the same subject in the same language; everything else stays. A damaged store is
    mended by importing again. All or nothing:
    `FastmapError` if a package is missing, damaged, not ESCO or without a needed column, and then nothing changes.
    """
    read = _read(packages_in(paths), progress)
    brought = _best(part for _, part in read)
    with generations.only_writer(folder):
        before, known = _before(folder)
        parts = _newest(known, brought)
        changed = before is None or not before.is_up_to_date or _names(known) != _names(parts)
        if changed:
            progress(Progress(stage="progress.building_vocabulary", done=0))
            generations.write(folder, parts)
    return replace(
        _summary(parts, known if changed else parts, brought, changed=changed), packages=_outcomes(read, brought, known)
    )


def _before(folder: Path) -> tuple[generations.Generation | None, tuple[Part, ...]]:
    """Return what was imported before; nothing if that is damaged: importing again is how one mends it."""
    try:
        before = generations.current(folder)
        return before, () if before is None else before.parts()
    except FastmapError:
        return None, ()


def read_packages(paths: Sequence[Path], progress: ProgressListener) -> tuple[Part, ...]:
    """Return the parts of all packages; of two on the same subject the later version, then the fuller one."""
    return _best(part for _, part in _read(paths, progress))


def _read(paths: Sequence[Path], progress: ProgressListener) -> list[tuple[Path, Part]]:
    """Return every part with the package that it stands in."""
    read: list[tuple[Path, Part]] = []
    with wide_fields():
        for done, path in enumerate(paths):
            progress(Progress(stage="progress.reading_vocabulary", done=done, total=len(paths)))
            found = _parts_in(path, progress)
            if not found:
                raise FastmapError("vocabulary_not_esco", path=path.name)
            read += ((path, part) for part in found)
    progress(Progress(stage="progress.reading_vocabulary", done=len(paths), total=len(paths)))
    return read


def _best(parts: Iterable[Part]) -> tuple[Part, ...]:
    best: dict[tuple[str, str], Part] = {}
    for part in parts:
        if part.key not in best or part.rank > best[part.key].rank:
            best[part.key] = part
    return tuple(best.values())


def _outcomes(
    read: Iterable[tuple[Path, Part]], brought: Sequence[Part], known: Sequence[Part]
) -> tuple[PackageOutcome, ...]:
    """Return one line per package and language of names."""
    taken = {part.key: part for part in brought}
    before = {part.key: part for part in known}
    found: dict[Path, list[PackageOutcome]] = {}
    for path, part in read:
        lines = found.setdefault(path, [])
        if part.subject == "labels":
            lines.append(_outcome(path, part, taken[part.key], before.get(part.key)))
    return tuple(
        line for path, lines in found.items() for line in lines or [PackageOutcome(package=path.name, state="no_names")]
    )


def _outcome(path: Path, part: Part, taken: Part, before: Part | None) -> PackageOutcome:
    if taken is not part:
        state, other = "left_out", taken.version
    elif before is None:
        state, other = "taken", None
    elif generations.part_name(before) == generations.part_name(part):
        state, other = "again", None
    else:
        state, other = "older" if part.rank < before.rank else "newer", before.version
    language = LanguageCode(part.language)
    return PackageOutcome(package=path.name, state=state, language=language, version=part.version, other=other)


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
