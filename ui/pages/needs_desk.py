"""Which texts still need a skill and what they may mean: kept ready, so that each decision takes one key."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.pages.needs_presenter import overview

if TYPE_CHECKING:
    from fastmap.model.choices import MappingHow
    from fastmap.model.ids import SkillUri
    from fastmap.model.skills import Mapping as Placed
    from fastmap.model.skills import Skill
    from fastmap.model.snapshot import Snapshot
    from fastmap.progress import ProgressListener
    from fastmap.tasks.placing import TextId, Voice
    from fastmap.vocabulary.proposals import OpenText, Proposals
    from fastmap.vocabulary.results import Candidate
    from ui.pages.needs_vocabulary import VocabularyIndex
    from ui.session import Session
    from ui.work import Job

MOST_CANDIDATES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class TextItem:
    """One text of the list."""

    text_id: TextId
    text: str
    members: int
    voices: tuple[Voice, ...]
    candidates: tuple[Candidate, ...] | None = None
    """``None`` while they are being looked for. Empty for placed texts."""
    is_certain: bool = False
    """It equals one name and no other."""
    skill: Skill | None = None
    """Where it was placed."""
    how: MappingHow | None = None

    @property
    def key(self) -> str:
        """Tells items apart."""
        return f"{self.text_id[1]}/{self.text_id[0]}"


class PlacingDesk(QObject):
    """Holds the proposals and turns decisions into changes."""

    ready = Signal()
    """Candidates have come."""

    def __init__(self, session: Session, vocabulary: VocabularyIndex, parent: QObject | None = None) -> None:
        """Look candidates up in ``vocabulary``."""
        super().__init__(parent)
        self._session = session
        self._vocabulary = vocabulary
        self._open: dict[TextId, OpenText] = {}
        self._certain: dict[TextId, Placed] = {}
        self._skills: dict[SkillUri, Skill] = {}
        self._skipped: list[TextId] = []
        self._looked_for: set[TextId] = set()
        self._job: Job | None = None
        vocabulary.ready.connect(self._look_again)
        session.closed.connect(self._forget)

    # --- what is on the desk ------------------------------------------------------------------------------------------

    def open_items(self, snapshot: Snapshot) -> tuple[TextItem, ...]:
        """Return the texts without a skill: those of most firms first, skipped ones last."""
        from fastmap.tasks.placing import members_of, most_written, voices

        undecided = overview(snapshot).open
        if not undecided:
            return ()
        said = voices(snapshot)
        order = {text_id: place for place, text_id in enumerate(self._skipped)}
        items = [
            TextItem(
                text_id=text_id,
                text=" ".join(most_written(said[text_id]).split()),
                members=members_of(said[text_id]),
                voices=said[text_id],
                candidates=self._candidates(text_id),
                is_certain=text_id in self._certain,
            )
            for text_id in sorted(undecided, key=lambda text_id: order.get(text_id, -1))
        ]
        self._look_for({item.text_id for item in items})
        return tuple(items)

    def placed_items(self, snapshot: Snapshot) -> tuple[TextItem, ...]:
        """Return the texts that have a skill, by skill."""
        from fastmap.tasks.placing import members_of, most_written, voices

        said = voices(snapshot)
        skills = {skill.uri: skill for skill in snapshot.skills}
        language = self._session.state.texts.language
        items = []
        for mapping in snapshot.mappings:
            text_id, skill = (mapping.text_key, mapping.language), skills.get(mapping.skill)
            if text_id in said and skill is not None:
                who = said[text_id]
                text = " ".join(most_written(who).split())
                items.append(
                    TextItem(
                        text_id=text_id,
                        text=text,
                        members=members_of(who),
                        voices=who,
                        candidates=(),
                        skill=skill,
                        how=mapping.how,
                    )
                )
        items.sort(key=lambda item: (item.skill.label(language).casefold() if item.skill else "", item.key))
        return tuple(items)

    @property
    def certain(self) -> tuple[TextId, ...]:
        """The texts on the desk that equal one name and no other."""
        undecided = overview(self._session.state.snapshot).open
        return tuple(text_id for text_id in undecided if text_id in self._certain)

    def certain_skill(self, item: TextItem) -> Skill | None:
        """Return the skill whose name a text equals, if it equals one and no other."""
        mapping = self._certain.get(item.text_id)
        if mapping is None:
            return None
        held = {skill.uri: skill for skill in self._session.state.snapshot.skills}
        return held.get(mapping.skill) or self._skills.get(mapping.skill)

    # --- decisions ----------------------------------------------------------------------------------------------------

    def accept(self, item: TextItem, place: int) -> bool:
        """Accept a candidate by its place from 0; says whether the text is placed now."""
        certain = self.certain_skill(item)
        if certain is not None:
            return place == 0 and self._place(item, certain.uri, 1.0)
        if item.candidates is None or place >= min(len(item.candidates), MOST_CANDIDATES):
            return False
        candidate = item.candidates[place]
        return self._place(item, candidate.uri, candidate.score)

    def place_by_hand(self, item: TextItem, uri: SkillUri) -> bool:
        """Place a text in a skill that was looked up."""
        return self._place(item, uri, None)

    def keep_words(self, item: TextItem) -> bool:
        """Make the text a skill of the cluster's own."""
        from fastmap.tasks.placing import keeping_words

        return bool(self._session.apply(keeping_words(item.text, item.text_id, datetime.now(UTC))))

    def skip(self, item: TextItem) -> None:
        """Put a text to the end of the list, for now."""
        if item.text_id in self._skipped:
            self._skipped.remove(item.text_id)
        self._skipped.append(item.text_id)

    def place_certain(self) -> int:
        """Place every text that equals one name, in one change; return how many."""
        from fastmap.changes.skills import RecordMappings

        chosen = self.certain
        if not chosen:
            return 0
        mappings = tuple(self._certain[text_id] for text_id in chosen)
        held = {skill.uri for skill in self._session.state.snapshot.skills}
        missing = sorted({mapping.skill for mapping in mappings} - held)
        skills = tuple(self._skills[uri] for uri in missing if uri in self._skills)
        return len(chosen) if self._session.apply(RecordMappings(mappings=mappings, skills=skills)) else 0

    def take_back(self, text_id: TextId) -> bool:
        """Let a text be without a skill again."""
        from fastmap.changes.skills import RemoveMappings

        return bool(self._session.apply(RemoveMappings(texts=(text_id,))))

    # --- looking candidates up ----------------------------------------------------------------------------------------

    def _place(self, item: TextItem, uri: SkillUri, score: float | None) -> bool:
        from fastmap.tasks.placing import placing

        snapshot = self._session.state.snapshot
        change = placing(snapshot, self._vocabulary.index, item.text_id, uri, datetime.now(UTC), score=score)
        return bool(self._session.apply(change))

    def _candidates(self, text_id: TextId) -> tuple[Candidate, ...] | None:
        if text_id in self._open:
            return self._open[text_id].match.candidates[:MOST_CANDIDATES]
        if text_id in self._certain:
            return ()
        return None

    def _look_for(self, wanted: set[TextId]) -> None:
        index = self._vocabulary.index
        if index is None or self._job is not None or wanted <= self._looked_for:
            return
        snapshot = self._session.state.snapshot

        def work(_: ProgressListener) -> Proposals:
            from fastmap.vocabulary.proposals import propose

            return propose(snapshot, index)

        job = self._session.pool.start(work)
        self._job = job
        self._looked_for = wanted
        job.done.connect(lambda proposals: self._take(job, proposals))
        job.failed.connect(self._session.failed)
        job.finished.connect(lambda: self._done(job))

    def _take(self, job: Job, proposals: Proposals) -> None:
        if job is not self._job:
            return
        self._open |= {(entry.text_key, entry.language): entry for entry in proposals.open}
        self._certain |= {(mapping.text_key, mapping.language): mapping for mapping in proposals.mappings}
        for entry in proposals.open:
            self._certain.pop((entry.text_key, entry.language), None)
        self._skills |= {skill.uri: skill for skill in proposals.skills}
        self._job = None
        self.ready.emit()

    def _done(self, job: Job) -> None:
        if job is self._job:
            self._job = None

    def _look_again(self) -> None:
        self._job = None
        self._looked_for = set()
        self._open.clear()
        self._certain.clear()
        if self._session.is_open:
            self._look_for(set(overview(self._session.state.snapshot).open))

    def _forget(self) -> None:
        self._job = None
        self._looked_for = set()
        self._skipped.clear()
        for known in (self._open, self._certain, self._skills):
            known.clear()
