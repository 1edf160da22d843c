"""The skill index of this computer: finding skills by typing and by free text. Ask `open_index` for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from fastmap.errors import FastmapError
from fastmap.model.choices import SkillKind, SkillSource
from fastmap.model.ids import LanguageCode, SkillUri
from fastmap.model.normalise import text_key
from fastmap.model.skills import Skill
from fastmap.progress import ProgressListener, silent
from fastmap.vocabulary import generations
from fastmap.vocabulary.building import PREFERRED, About, Arrays
from fastmap.vocabulary.concepts import Concept, SourceStatus
from fastmap.vocabulary.matching import Hit, Matcher
from fastmap.vocabulary.meaning import Meanings, MeaningStatus, build_meanings, meaning_status
from fastmap.vocabulary.results import Candidate, CandidateHow, MatchVerdict, TextMatch
from fastmap.vocabulary.starter import starter_list
from fastmap.vocabulary.typeahead import TypeAhead

__all__ = ["Candidate", "CandidateHow", "MatchVerdict", "SkillIndex", "TextMatch", "open_index"]

_TYPOS_FROM = 4
"""Letters typed before likeness fills up a list that beginnings leave short."""
_TYPOS_SCORE = 0.4


def open_index(folder: Path) -> SkillIndex:
    """Return the index in ``folder`` (`fastmap.places.vocabulary_folder`): the starter list and what was imported.

    Before the first import the folder need not exist. An index made by another version of fastmap is made anew first
    (some seconds, once). Raises `FastmapError` if what was imported is damaged beyond that.
    """
    generation = generations.current(folder)
    if generation is None:
        return SkillIndex(*generations.make_index(()), folder)
    if generation.is_up_to_date and (stored := generation.load()):
        return SkillIndex(*stored, folder)
    return SkillIndex(*_renewed(folder), folder)


def _renewed(folder: Path) -> tuple[Arrays, About]:
    """Make the index anew: it is of another version, damaged, or was being replaced when it was opened."""
    try:
        with generations.only_writer(folder):
            generation = generations.current(folder)
            if generation is None or not generation.is_up_to_date or generation.load() is None:
                generation = generations.write(folder, () if generation is None else generation.parts())
            if stored := generation.load():
                return stored
    except FastmapError as problem:
        if problem.code != "vocabulary_store_unwritable":
            raise
    generation = generations.current(folder)  # a folder that one may only read: made anew each time, in memory
    return generations.make_index(() if generation is None else generation.parts())


class SkillIndex:
    """All skills this computer knows. Cheap to open; may be used from several threads."""

    def __init__(self, arrays: Arrays, about: About, folder: Path | None = None) -> None:
        """Search ``arrays``, and the meanings in ``folder`` as soon as they are ready."""
        self._arrays = arrays
        self._about = about
        self._folder = folder
        self._matcher = Matcher(arrays, about, Meanings(folder, arrays, about))
        self._typeahead = TypeAhead(arrays)

    def status(self) -> tuple[SourceStatus, ...]:
        """Return what is loaded: one line per source and language."""
        return self._about.sources

    def meaning_status(self) -> tuple[MeaningStatus, ...]:
        """Return how far meanings are, by language; nothing where the encoder is not installed."""
        return meaning_status(self._folder, self._arrays, self._about)

    def build_meanings(self, progress: ProgressListener = silent) -> None:
        """Make what `meaning_status` says is missing; `match` uses it from then on, also that of open indexes.

        Some 300 labels a second; made for a worker. Stopping (by what ``progress`` raises) keeps what was done; the
        next call goes on there. Raises `FastmapError` if the folder cannot be written.
        """
        if self._folder is not None:
            build_meanings(self._folder, self._arrays, self._about, progress)

    def languages(self) -> tuple[LanguageCode, ...]:
        """Return the languages that have labels."""
        return self._about.languages

    def __contains__(self, uri: object) -> bool:
        """Say whether `skill` knows ``uri``."""
        return isinstance(uri, str) and (self._arrays.uris.find(uri) is not None or uri in _starter_by_uri())

    def skill(self, uri: SkillUri) -> Skill:
        """Return the skill as an assessment keeps it: labels in all loaded languages, kind and group.

        Raises `KeyError` for a URI that is not in the vocabulary.
        """
        place = self._arrays.uris.find(uri)
        if place is None:
            return _starter_by_uri()[uri].skill()
        group = int(self._arrays.groups[place])
        group_uri, group_labels = self._about.groups[group] if group >= 0 else (None, {})
        return Skill(
            uri=uri,
            labels=self._preferred_labels(place),
            kind=tuple(SkillKind)[int(self._arrays.kinds[place])],
            group_uri=None if group_uri is None else SkillUri(group_uri),
            group_labels={LanguageCode(code): label for code, label in group_labels.items()},
            source=tuple(SkillSource)[int(self._arrays.origins[place])],
        )

    def complete(self, prefix: str, language: LanguageCode, limit: int = 8) -> tuple[Candidate, ...]:
        """Return skills whose names go on like ``prefix``, best first, each once; with typos too if few do."""
        key = text_key(prefix)
        place = self._matcher.language_place(language)
        found: dict[int, Candidate] = {}
        for label in self._typeahead.labels(key, place):
            concept = int(self._arrays.concepts[label])
            if concept not in found:
                found[concept] = self._matcher.candidate(concept, language, Hit(1.0, CandidateHow.PREFIX, label))
            if len(found) == limit:
                break
        candidates = tuple(found.values())
        if len(candidates) < limit and len(key) >= _TYPOS_FROM:
            known = {candidate.uri for candidate in candidates}
            similar = self._matcher.match_spelling(prefix, language, limit).candidates
            candidates += tuple(c for c in similar if c.uri not in known and c.score >= _TYPOS_SCORE)
        return candidates[:limit]

    def match(
        self, texts: Sequence[str], language: LanguageCode, top: int = 5, progress: ProgressListener = silent
    ) -> tuple[TextMatch, ...]:
        """Return for each text, in order, the skills it may mean; see `TextMatch`.

        Uses meanings where they are ready (the first text that needs them loads the encoder: a second). ``progress``
        may stop a long batch.
        """
        return self._matcher.match(texts, language, top, progress)

    def _preferred_labels(self, place: int) -> dict[LanguageCode, str]:
        labels = range(int(self._arrays.first_label[place]), int(self._arrays.first_label[place + 1]))
        return {
            self._about.languages[int(self._arrays.languages[label])]: self._arrays.labels[label]
            for label in labels
            if self._arrays.ranks[label] == PREFERRED
        }


@cache
def _starter_by_uri() -> Mapping[str, Concept]:
    return {concept.uri: concept for concept in starter_list().concepts}
