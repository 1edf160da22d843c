"""Erasing somebody, from the question to the list of what goes and what stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields

from fastmap.assessment import Assessment
from fastmap.catalogue.texts import load_texts
from fastmap.errors import FastmapError
from fastmap.model.erasure import Erasure, ErasureBasis, ErasureCounts, ErasureKind
from fastmap.store.erased_words import SHORTEST, ErasedWords
from fastmap.store.erasing_elsewhere import Cleaned
from fastmap.store.erasing_file import ErasurePreview
from fastmap.store.history import Subject, name_of
from fastmap.store.surnames import Where
from fastmap.store.tables import TABLES
from fastmap.texts import Texts

_SEPARATE = ("handed_out", "other_files", "spellings", "scans")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """What a person reads before somebody is erased, a line each."""

    goes: tuple[str, ...]
    stays: tuple[str, ...]
    scans: tuple[str, ...] = ()
    """Kept scans and files of others that stay unless the person decides otherwise (`Erasure.with_scans`)."""


def erasure_of(
    kind: ErasureKind, key: str, words: Iterable[str], basis: ErasureBasis, *, with_scans: bool = False
) -> Erasure:
    """Return what is asked for. Raises `FastmapError` ``erasure_word_short`` for a typed word that is in every text."""
    typed = tuple(word.strip() for word in words if word.strip())
    for word in typed:
        if len(word) < SHORTEST:
            raise FastmapError("erasure_word_short", word=word)
    return Erasure(kind=kind, key=key, words=typed, basis=basis, with_scans=with_scans)


def preview(assessment: Assessment, erasure: Erasure) -> ErasurePreview:
    """Return what would go. Raises `FastmapError` ``erasure_finds_nobody`` where there is nobody."""
    seen = assessment.preview_erasure(erasure, placeholder=_placeholder(assessment))
    known = set(seen.words) - set(erasure.words)
    is_known = any(getattr(seen.counts, one.name) for one in fields(ErasureCounts))
    if not seen.words or not (known or is_known or erasure.kind is ErasureKind.WORDS):
        whom = erasure.key or ", ".join(erasure.words) or "–"
        raise FastmapError("erasure_finds_nobody", whom=whom, file=assessment.path.name)
    return seen


def listed(assessment: Assessment, erasure: Erasure, texts: Texts) -> Lists:
    """Return what goes and what stays, in the language of ``texts``."""
    seen = preview(assessment, erasure)
    return Lists(
        goes=tuple(_goes(seen, erasure, texts)), stays=tuple(_stays(seen, erasure, texts)), scans=tuple(seen.scans)
    )


def listed_unfinished(assessment: Assessment, texts: Texts) -> Lists | None:
    """Return what finishing an erasure that was begun would take, or ``None`` if none waits for it."""
    seen = assessment.pending_erasure()
    if seen is None:
        return None
    return Lists(
        goes=tuple(_goes(seen, Erasure(kind=ErasureKind.WORDS), texts)),
        stays=tuple(texts.term(f"erasure.stays.{key}") for key in ("handed_out", "other_files", "disk")),
    )


def carry_out(assessment: Assessment, erasure: Erasure) -> Cleaned:
    """Erase for good; see `Assessment.erase`."""
    preview(assessment, erasure)
    return assessment.erase(erasure, placeholder=_placeholder(assessment))


def carry_out_elsewhere(assessment: Assessment, erasure: Erasure) -> Cleaned:
    """Erase for good in the calling thread, whichever it is; see `Assessment.apply_elsewhere`."""
    with assessment.lent():
        return carry_out(assessment, erasure)


def finish_elsewhere(assessment: Assessment) -> Cleaned:
    """Finish in the calling thread, whichever it is, an erasure that was begun; see `Assessment.finish_erasing`."""
    with assessment.lent():
        return assessment.finish_erasing()


def gone_so_far(assessment: Assessment) -> Cleaned | None:
    """Return whose words left the file in an erasure that did not end, or ``None`` if none waits to be finished."""
    seen = assessment.pending_erasure()
    return None if seen is None else Cleaned(0, 0, (), words=seen.words)


def mentioned(assessment: Assessment, cleaned: Cleaned, texts: Texts) -> tuple[str, ...]:
    """Return a line for each text that still holds a surname of whoever was erased: what it is, of whom, where, and the words."""
    names = assessment.names_in_history() if cleaned.mentions else {}
    lines = []
    for one in cleaned.mentions:
        kind, subject = texts.term(f"history.thing.{one.table}"), Subject(TABLES[one.table].kind, one.key)
        called = name_of(subject, names)
        about = kind if called is None else f"{kind} ({texts.fact(called)})"
        lines.append(texts.get(f"erasure.mention.{one.where}", about=about, text=one.text))
    if any(one.where is not Where.NOW for one in cleaned.mentions):
        lines.append(texts.term("erasure.mention.to_be_rid_of"))
    return tuple(dict.fromkeys(lines))


def names_erased(cleaned: Cleaned, text: str) -> bool:
    """Say whether ``text`` holds what was erased: for whatever is kept in memory and would be written again."""
    words = ErasedWords(cleaned.words, "")
    return words.are_in(text) or words.are_in_bytes(text.encode("utf-8", "surrogatepass"))


def _goes(seen: ErasurePreview, erasure: Erasure, texts: Texts) -> Iterator[str]:
    if erasure.kind is not ErasureKind.WORDS:
        yield texts.term(f"erasure.goes.{erasure.kind}")
    yield texts.get("erasure.goes.words", words=seen.words)
    for one in fields(ErasureCounts):
        if count := getattr(seen.counts, one.name):
            yield texts.get(f"erasure.goes.{one.name}", count=count)
    if seen.backups:
        yield texts.get("erasure.goes.backups", count=len(seen.backups))
    yield texts.term("erasure.goes.computer")


def _stays(seen: ErasurePreview, erasure: Erasure, texts: Texts) -> Iterator[str]:
    if seen.scans:
        yield texts.get("erasure.stays.others_scans", scans=seen.scans)
    if erasure.kind is ErasureKind.CONTACT:
        yield texts.term("erasure.stays.answers")
    if erasure.kind is ErasureKind.MEMBER:
        yield texts.get("erasure.stays.code", code=erasure.key)
    yield from (texts.term(f"erasure.stays.{key}") for key in (*_SEPARATE, "disk"))


def _placeholder(assessment: Assessment) -> str:
    return load_texts(assessment.snapshot().info.language).term("erasure.placeholder")
