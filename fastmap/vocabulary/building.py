"""Turning concepts into the arrays that searching needs. Done once per import; loading the result costs nothing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from fastmap.model.choices import SkillKind, SkillSource
from fastmap.model.ids import LanguageCode
from fastmap.model.normalise import text_key
from fastmap.vocabulary.arrays import TextArray, hash_text, hash_texts
from fastmap.vocabulary.concepts import Concept, SourceStatus, Vocabulary
from fastmap.vocabulary.folding import fold_words
from fastmap.vocabulary.ngrams import Postings, build_postings

FORMAT = 1
"""Raised whenever what is stored changes; older indexes are then made anew."""

PREFERRED, OTHER, HIDDEN, LENT = 0, 1, 2, 3
_SORTED_BYTES = 48
"""Word beginnings are sorted by this much of what follows them: nobody types more to find a skill."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrays:
    """Everything searched, by label (names of skills, sorted by skill) and by concept (skills, sorted by URI)."""

    uris: TextArray
    kinds: NDArray[np.uint8]
    """Place in `SkillKind`."""
    origins: NDArray[np.uint8]
    """Place in `SkillSource`."""
    groups: NDArray[np.int32]
    """Place in ``about.groups``; -1 for none."""
    first_label: NDArray[np.uint32]
    """Where the labels of concept i begin; one more than concepts."""
    labels: TextArray
    keys: TextArray
    """The labels as `text_key`."""
    concepts: NDArray[np.uint32]
    """Concept of each label."""
    languages: NDArray[np.uint8]
    """Place in ``about.languages`` of each label."""
    ranks: NDArray[np.uint8]
    """`PREFERRED`, `OTHER`, `HIDDEN` or `LENT`."""
    equal_hashes: NDArray[np.uint64]
    """Sorted hashes of language and equality key, beside `equal_labels`."""
    equal_labels: NDArray[np.uint32]
    word_starts: NDArray[np.uint32]
    """Where words begin in the data of `keys`, sorted by what stands there."""
    word_labels: NDArray[np.uint32]
    """Label of each entry of `word_starts`."""
    word_hashes: NDArray[np.uint64]
    """Sorted hashes of all words, beside `word_idf`."""
    word_idf: NDArray[np.float32]
    grams: Postings


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """The small things that are read at once."""

    languages: tuple[LanguageCode, ...]
    groups: tuple[tuple[str, dict[LanguageCode, str]], ...]
    """URI and labels by language."""
    sources: tuple[SourceStatus, ...]


def build(vocabulary: Vocabulary) -> tuple[Arrays, About]:
    """Return the searchable form of ``vocabulary``. About 6 s and 350 MB for all of ESCO in one language."""
    concepts = sorted(vocabulary.concepts, key=lambda concept: concept.uri.encode())
    languages = tuple(sorted({code for concept in concepts for code in concept.names}))
    groups: dict[str, dict[LanguageCode, str]] = {
        concept.group.uri: dict(concept.group.labels) for concept in concepts if concept.group is not None
    }
    group_places = {uri: place for place, uri in enumerate(groups)}
    rows = [row for number, concept in enumerate(concepts) for row in _label_rows(number, concept, languages)]
    texts, owners, codes, ranks = _columns(rows)
    keys = [text_key(text) for text in texts]
    packed_keys = TextArray.of(keys)
    equal_hashes, equal_labels = _equalities(keys, codes, languages)
    word_starts, word_labels = _word_starts(packed_keys)
    word_hashes, word_idf = _word_rarity(keys)
    arrays = Arrays(
        uris=TextArray.of([concept.uri for concept in concepts]),
        kinds=_places(concepts, "kind", tuple(SkillKind)),
        origins=_places(concepts, "source", tuple(SkillSource)),
        groups=np.array([-1 if c.group is None else group_places[c.group.uri] for c in concepts], dtype=np.int32),
        first_label=np.searchsorted(owners, np.arange(len(concepts) + 1)).astype(np.uint32),
        labels=TextArray.of(texts),
        keys=packed_keys,
        concepts=owners,
        languages=codes,
        ranks=ranks,
        equal_hashes=equal_hashes,
        equal_labels=equal_labels,
        word_starts=word_starts,
        word_labels=word_labels,
        word_hashes=word_hashes,
        word_idf=word_idf,
        grams=build_postings(keys),
    )
    return arrays, About(languages=languages, groups=tuple(groups.items()), sources=vocabulary.sources)


def save(folder: Path, arrays: Arrays, about: About) -> None:
    """Write the index into ``folder``, one array per file."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, array in _flat(arrays).items():
        np.save(folder / f"{name}.npy", array, allow_pickle=False)
    sources = [asdict(source) for source in about.sources]
    content = {"languages": about.languages, "groups": about.groups, "sources": sources, "grams": arrays.grams.count}
    (folder / "about.json").write_text(json.dumps(content, ensure_ascii=False), "utf-8")


def load(folder: Path) -> tuple[Arrays, About]:
    """Return the index stored in ``folder`` without reading it: the system brings in the pages that a search touches.

    Raises OSError, ValueError, KeyError or TypeError if it is missing or damaged.
    """
    raw = json.loads((folder / "about.json").read_text("utf-8"))
    sources = tuple(SourceStatus(**{**entry, "source": SkillSource(entry["source"])}) for entry in raw["sources"])
    groups = tuple((str(uri), dict(labels)) for uri, labels in raw["groups"])
    about = About(languages=tuple(raw["languages"]), groups=groups, sources=sources)
    return _assemble(folder, int(raw["grams"])), about


def _assemble(folder: Path, count: int) -> Arrays:
    def stored(name: str) -> NDArray[Any]:
        array = np.load(folder / f"{name}.npy", mmap_mode="r", allow_pickle=False)
        return cast("NDArray[Any]", array.view(np.ndarray))  # the memmap class makes every slice slow

    values: dict[str, Any] = {}
    for item in fields(Arrays):
        if item.name in _TEXT_ARRAYS:
            values[item.name] = TextArray(stored(f"{item.name}-data"), stored(f"{item.name}-ends"))
        elif item.name != "grams":
            values[item.name] = stored(item.name)
    names = [item.name for item in fields(Postings) if item.name != "count"]
    return Arrays(**values, grams=Postings(**{name: stored(f"grams-{name}") for name in names}, count=count))


_TEXT_ARRAYS = ("uris", "labels", "keys")


def _flat(arrays: Arrays) -> dict[str, NDArray[Any]]:
    flat: dict[str, NDArray[Any]] = {}
    for item in fields(Arrays):
        value = getattr(arrays, item.name)
        if isinstance(value, TextArray):
            flat |= {f"{item.name}-data": value.data, f"{item.name}-ends": value.ends}
        elif isinstance(value, Postings):
            flat |= {
                f"grams-{part.name}": getattr(value, part.name) for part in fields(Postings) if part.name != "count"
            }
        else:
            flat[item.name] = value
    return flat


def _label_rows(number: int, concept: Concept, languages: Sequence[LanguageCode]) -> list[tuple[str, int, int, int]]:
    """Return (text, concept, language, rank) for every different name of a concept."""
    rows = []
    for code, names in sorted(concept.names.items()):
        ranks = {_one_line(name): HIDDEN for name in names.hidden}
        ranks |= {_one_line(name): OTHER for name in names.others}
        ranks |= {_one_line(name): PREFERRED for name in (names.preferred,) if name is not None}
        place = languages.index(code)
        rows += [(_one_line(name), number, place, LENT) for name in names.lent]
        rows += [
            (text, number, place, rank) for text, rank in sorted(ranks.items(), key=lambda pair: (pair[1], pair[0]))
        ]
    return rows


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _columns(
    rows: Sequence[tuple[str, int, int, int]],
) -> tuple[list[str], NDArray[np.uint32], NDArray[np.uint8], NDArray[np.uint8]]:
    return (
        [row[0] for row in rows],
        np.array([row[1] for row in rows], dtype=np.uint32),
        np.array([row[2] for row in rows], dtype=np.uint8),
        np.array([row[3] for row in rows], dtype=np.uint8),
    )


def _places(concepts: Sequence[Concept], name: str, choices: Sequence[object]) -> NDArray[np.uint8]:
    return np.array([choices.index(getattr(concept, name)) for concept in concepts], dtype=np.uint8)


def equality_hash(language: LanguageCode, folded: str) -> int:
    """Return the number under which equal labels of ``language`` are found."""
    return hash_text(f"{language}\n{folded}")


def _equalities(
    keys: Sequence[str], codes: NDArray[np.uint8], languages: Sequence[LanguageCode]
) -> tuple[NDArray[np.uint64], NDArray[np.uint32]]:
    hashes = np.fromiter(
        (
            equality_hash(languages[code], fold_words(key, languages[code]))
            for key, code in zip(keys, codes.tolist(), strict=True)
        ),
        dtype=np.uint64,
        count=len(keys),
    )
    order = np.argsort(hashes, kind="stable")
    return hashes[order], order.astype(np.uint32)


def _word_starts(keys: TextArray) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """Return every place where a word begins, sorted by the text from there on, and the label it stands in."""
    if not len(keys):
        return np.zeros(0, dtype=np.uint32), np.zeros(0, dtype=np.uint32)
    separators = (keys.data == ord(" ")) | (keys.data == ord("\n"))
    begins = ~separators & np.concatenate([[True], separators[:-1]])
    places = np.flatnonzero(begins)
    data = keys.data.tobytes()
    ordered = np.array(sorted(places.tolist(), key=lambda place: data[place : place + _SORTED_BYTES]), dtype=np.uint32)
    return ordered, np.searchsorted(keys.ends, ordered).astype(np.uint32)


def _word_rarity(keys: Sequence[str]) -> tuple[NDArray[np.uint64], NDArray[np.float32]]:
    """Return the hashes of all words, sorted, and how rare each is: ln(labels / labels with it) + 1."""
    counts: dict[str, int] = {}
    for key in keys:
        for word in set(key.split()):
            counts[word] = counts.get(word, 0) + 1
    hashes = hash_texts(list(counts))
    idf = np.log((1 + len(keys)) / (1 + np.fromiter(counts.values(), dtype=np.float64, count=len(counts)))) + 1
    order = np.argsort(hashes)
    return hashes[order], idf[order].astype(np.float32)
