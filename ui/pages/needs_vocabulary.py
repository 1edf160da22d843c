"""The skill index of this computer, opened in the background: whoever types never waits for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.pages.needs_words import NeedWords
from ui.widgets.completion import Suggestion

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from fastmap.model.ids import LanguageCode, SkillUri
    from fastmap.model.snapshot import Snapshot
    from fastmap.progress import ProgressListener
    from fastmap.texts import Texts
    from fastmap.vocabulary.concepts import SourceStatus
    from fastmap.vocabulary.esco import ImportSummary
    from fastmap.vocabulary.index import SkillIndex
    from fastmap.vocabulary.meaning import MeaningStatus
    from fastmap.vocabulary.versions import Withdrawn
    from ui.session import Session
    from ui.work import Job

MOST_SUGGESTIONS = 8
_ALIKE_ENOUGH = 0.7
"""A name that is merely alike is offered while one types only if it is this alike: a slip of the fingers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VocabularyStatus:
    """What is loaded on this computer."""

    sources: tuple[SourceStatus, ...] = ()
    meanings: tuple[MeaningStatus, ...] = ()
    """One line per language that the encoder knows; none where it is not installed."""
    withdrawn: tuple[Withdrawn, ...] = ()
    """Skills of the open file that the loaded ESCO does not list any more."""


class VocabularyIndex(QObject):
    """Holds the index once it is there. Until then there are simply no suggestions."""

    ready = Signal()
    """There is an index, or it finds more than before."""
    progressed = Signal(object)
    """The `Progress` of loading ESCO or of reading what skills mean, which both take minutes."""
    work_ended = Signal()
    loaded = Signal(object, tuple)
    """ESCO is loaded: the `ImportSummary`, and the `Withdrawn` skills of the open file that it does not list any more."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Use the pool of ``session``; `open` begins."""
        super().__init__(parent)
        self._session = session
        self.index: SkillIndex | None = None
        self.status = VocabularyStatus()
        self.has_esco = True
        """Whether ESCO is loaded; unknown counts as yes, so that no hint flashes."""
        self._job: Job | None = None
        self._brought: ImportSummary | None = None
        self._work: Job | None = None

    def open(self) -> None:
        """Open the index, unless that was begun already."""
        if self._job is not None:
            return

        skills = self._session.state.snapshot.skills if self._session.is_open else ()

        def work(_: ProgressListener) -> tuple[SkillIndex, VocabularyStatus]:
            from fastmap.places import vocabulary_folder
            from fastmap.vocabulary.index import open_index
            from fastmap.vocabulary.versions import no_longer_listed

            index = open_index(vocabulary_folder())
            index.complete("a", index.languages()[0])  # what is made when first asked is made now
            return index, VocabularyStatus(
                sources=index.status(),
                meanings=index.meaning_status(),
                withdrawn=no_longer_listed(skills, index),
            )

        self._job = self._session.pool.start(work)
        self._job.done.connect(lambda found: self._take(*found))
        self._job.failed.connect(self._session.failed)

    def cancel(self) -> None:
        """Stop loading ESCO, or reading what skills mean; what was read of it is kept."""
        if self._work is not None:
            self._work.cancel()

    def load_packages(self, paths: list[Path]) -> None:
        """Take ESCO packages into this computer's vocabulary, then open it anew; no assessment is changed."""

        def work(progress: ProgressListener) -> ImportSummary:
            from fastmap.places import vocabulary_folder
            from fastmap.vocabulary.esco import import_packages

            return import_packages(paths, vocabulary_folder(), progress)

        self._begin(work).done.connect(self._reopen)

    def _begin(self, work: Callable[[ProgressListener], object]) -> Job:
        self.cancel()
        job = self._session.pool.start(work)
        self._work = job
        job.progressed.connect(self.progressed)
        job.failed.connect(self._session.failed)
        job.finished.connect(self._end)
        return job

    def _end(self) -> None:
        # A later piece of work may be under way already.
        if self._work is not None and not self._work.is_running:
            self._work = None
            self.work_ended.emit()

    def _reopen(self, brought: ImportSummary) -> None:
        self._job, self._brought = None, brought
        self.open()

    def _read_meanings(self) -> None:
        """Let the encoder read what skills mean, once per language; matching goes by spelling until then."""
        index = self.index
        if index is None or all(line.is_ready for line in self.status.meanings):
            return

        def work(progress: ProgressListener) -> tuple[MeaningStatus, ...]:
            index.build_meanings(progress)
            return index.meaning_status()

        self._begin(work).done.connect(self._take_meanings)

    def _take_meanings(self, lines: tuple[MeaningStatus, ...]) -> None:
        self.status = replace(self.status, meanings=lines)
        self.ready.emit()

    def _take(self, index: SkillIndex, status: VocabularyStatus) -> None:
        from fastmap.model.choices import SkillSource

        self.index, self.status = index, status
        self.has_esco = any(line.source is SkillSource.ESCO for line in status.sources)
        self.ready.emit()
        if self._brought is not None:
            brought, self._brought = self._brought, None
            self.loaded.emit(brought, status.withdrawn)
        self._read_meanings()


def skill_suggestions(
    index: SkillIndex | None,
    snapshot: Snapshot,
    texts: Texts,
    language: LanguageCode,
    typed: str,
    named_by: Mapping[SkillUri, int],
) -> list[Suggestion]:
    """Return the skills whose names go on like ``typed``: the cluster's own first, then those of the vocabulary.

    ``named_by``: how many other members named each.
    """
    from fastmap.model.choices import SkillSource
    from fastmap.model.normalise import text_key
    from fastmap.tasks.placing import held_uri
    from fastmap.vocabulary.results import CandidateHow

    key = text_key(typed)
    if not key:
        return []
    found: dict[SkillUri, Suggestion] = {}
    for skill in snapshot.skills:
        label = skill.label(language)
        if skill.source is SkillSource.OWN and any(word.startswith(key) for word in _beginnings(text_key(label))):
            detail = _detail(texts.term(f"skill_source.{skill.source}"), named_by.get(skill.uri, 0))
            found[skill.uri] = Suggestion(value=skill.uri, title=label, detail=detail)
    for candidate in index.complete(typed, language, MOST_SUGGESTIONS) if index is not None else ():
        if candidate.how is CandidateHow.SIMILAR and candidate.score < _ALIKE_ENOUGH:
            continue
        uri = held_uri(snapshot, candidate.uri)
        if uri not in found and index is not None:
            kind = index.skill(candidate.uri).kind
            theme = texts.term(f"skill_kind.{kind}") if kind is not None else ""
            detail = _detail(theme[:1].upper() + theme[1:], named_by.get(uri, 0))
            found[uri] = Suggestion(value=uri, title=candidate.label, detail=detail)
    return list(found.values())[:MOST_SUGGESTIONS]


def _beginnings(key: str) -> list[str]:
    words = key.split()
    return [" ".join(words[place:]) for place in range(len(words))]


def _detail(theme: str, others: int) -> str:
    if not others:
        return theme
    named = NeedWords().named_by_others(others)
    return f"{theme} · {named}" if theme else named
