"""What the firms' texts may mean, in clusters: kept ready, so that each decision takes one key."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.pages.needs_overview import overview

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from fastmap.changes.base import Change
    from fastmap.model.ids import SkillUri
    from fastmap.model.meanings import TextId
    from fastmap.model.skills import Skill
    from fastmap.model.snapshot import Snapshot
    from fastmap.progress import ProgressListener
    from fastmap.tasks.consolidating import Cluster, TextProposal, TextProposals
    from fastmap.tasks.text_decisions import ChosenPart
    from ui.pages.needs_vocabulary import VocabularyIndex
    from ui.session import Session
    from ui.work import Job


class PlacingDesk(QObject):
    """Holds the proposals and turns decisions into changes. Every decision says whether it was made."""

    ready = Signal()
    """Proposals have come."""

    def __init__(
        self,
        session: Session,
        vocabulary: VocabularyIndex,
        parent: QObject | None = None,
    ) -> None:
        """Look proposals up in ``vocabulary``."""
        super().__init__(parent)
        self._session = session
        self._vocabulary = vocabulary
        self._proposals: dict[TextId, TextProposal] = {}
        self._skills: dict[SkillUri, Skill] = {}
        self._known: tuple[Snapshot, int, tuple[Cluster, ...]] | None = None
        self._version = 0
        self._checked: tuple[frozenset[SkillUri], int] = (frozenset(), 0)
        self._looked_for: set[TextId] = set()
        self._job: Job | None = None
        vocabulary.ready.connect(self._look_again)
        session.closed.connect(self._forget)

    # --- what is on the desk ------------------------------------------------------------------------------------------

    def clusters(self, snapshot: Snapshot) -> tuple[Cluster, ...]:
        """Return all texts in clusters; those whose proposals are still being looked for wait at the end."""
        from fastmap.tasks.consolidating import clusters

        self._drop_gone(snapshot)
        if self._known is None or self._known[0] is not snapshot or self._known[1] != self._version:
            self._known = (snapshot, self._version, clusters(snapshot, self._proposals))
        self._look_for(set(overview(snapshot).open))
        return self._known[2]

    @property
    def proposals(self) -> Mapping[TextId, TextProposal]:
        """What each undecided text may mean, as far as it is known."""
        return self._proposals

    def skill(self, uri: SkillUri) -> Skill | None:
        """Return a skill of the file or among the proposals."""
        held = overview(self._session.state.snapshot).skills.get(uri)
        if held is not None:
            return held
        index = self._vocabulary.index
        if uri not in self._skills and index is not None and uri in index:
            self._skills[uri] = index.skill(uri)
        return self._skills.get(uri)

    def label(self, uri: SkillUri) -> str:
        """Return the name of a skill in the language of the screen."""
        skill = self.skill(uri)
        return skill.label(self._session.state.texts.language) if skill is not None else uri

    @property
    def exact(self) -> int:
        """How many texts equal one name and no other."""
        from fastmap.tasks.consolidating import ClusterState, Doubt

        found = self.clusters(self._session.state.snapshot)
        return sum(len(c.texts) for c in found if c.doubt is Doubt.EXACT and c.state is ClusterState.OPEN)

    # --- decisions ----------------------------------------------------------------------------------------------------

    def place(self, texts: Sequence[TextId], uri: SkillUri) -> bool:
        """Place texts in one skill."""
        from fastmap.tasks.text_decisions import placing_texts

        snapshot, index = self._session.state.snapshot, self._vocabulary.index
        return self._apply(placing_texts(snapshot, index, texts, uri, datetime.now(UTC), self._proposals))

    def keep_words(self, texts: Sequence[TextId], name: str) -> bool:
        """Make texts one skill of the cluster's own."""
        from fastmap.tasks.text_decisions import keeping_as_own

        return self._apply(keeping_as_own(self._session.state.snapshot, name, texts, datetime.now(UTC)))

    def split(self, text_id: TextId, parts: Sequence[ChosenPart]) -> bool:
        """Give a text the skills of its parts."""
        from fastmap.tasks.text_decisions import splitting

        snapshot, index = self._session.state.snapshot, self._vocabulary.index
        return self._apply(splitting(snapshot, index, text_id, parts, datetime.now(UTC)))

    def set_aside(self, texts: Sequence[TextId]) -> bool:
        """Say of texts that they name no skill."""
        from fastmap.tasks.text_decisions import setting_aside

        return self._apply(setting_aside(texts, datetime.now(UTC)))

    def take_back(self, texts: Sequence[TextId]) -> bool:
        """Let texts wait for a decision again."""
        from fastmap.changes.skills import RemoveMappings

        return self._apply(RemoveMappings(texts=tuple(texts)))

    def accept_exact(self) -> int:
        """Place every text that equals one name, in one change; return how many."""
        from fastmap.tasks.text_decisions import accepting_exact

        snapshot, count = self._session.state.snapshot, self.exact
        change = accepting_exact(snapshot, self._vocabulary.index, self.clusters(snapshot), datetime.now(UTC))
        return count if self._apply(change) else 0

    def merge(self, uris: Sequence[SkillUri], into: SkillUri) -> bool:
        """Make several skills of the file one."""
        from fastmap.tasks.text_decisions import merging

        return self._apply(merging(self._session.state.snapshot, self._vocabulary.index, uris, into))

    def rename(self, uri: SkillUri, name: str) -> bool:
        """Give a skill of the cluster's own another name."""
        from fastmap.tasks.text_decisions import renaming

        skill = self.skill(uri)
        language = self._session.state.texts.language
        return skill is not None and self._apply(renaming(skill, name, language))

    def confirm(self, cluster: Cluster) -> bool:
        """Make remembered decisions those of this round."""
        from fastmap.tasks.text_decisions import confirming

        return self._apply(confirming(self._session.state.snapshot, cluster.text_ids, datetime.now(UTC)))

    def _apply(self, change: Change | None) -> bool:
        return change is not None and bool(self._session.apply(change))

    def _drop_gone(self, snapshot: Snapshot) -> None:
        """Forget proposals of skills that left the file since, by merging or by undo: they are looked for anew."""
        held = frozenset(skill.uri for skill in snapshot.skills)
        if (held, self._version) == self._checked:
            return
        known = held | self._skills.keys()
        stale = [text_id for text_id, proposal in self._proposals.items() if not proposal.skills <= known]
        for text_id in stale:
            del self._proposals[text_id]
        self._looked_for -= set(stale)
        self._version += bool(stale)
        self._checked = (held, self._version)

    # --- looking up ---------------------------------------------------------------------------------------------------

    def _look_for(self, wanted: set[TextId]) -> None:
        index = self._vocabulary.index
        if index is None or self._job is not None or wanted <= self._looked_for:
            return
        snapshot = self._session.state.snapshot

        def work(_: ProgressListener) -> TextProposals:
            from fastmap.tasks.consolidating import propose_texts

            return propose_texts(snapshot, index)

        job = self._session.pool.start(work)
        self._job = job
        self._looked_for = self._looked_for | wanted
        job.done.connect(lambda proposals: self._take(job, proposals))
        job.failed.connect(self._session.failed)
        job.finished.connect(lambda: self._done(job))

    def _take(self, job: Job, proposals: TextProposals) -> None:
        if job is not self._job:
            return
        self._proposals |= proposals.by_id
        self._skills |= proposals.skills
        self._version += 1
        self._job = None
        self.ready.emit()

    def _done(self, job: Job) -> None:
        if job is self._job:
            self._job = None

    def _look_again(self) -> None:
        self._clear()
        if self._session.is_open:
            self._look_for(set(overview(self._session.state.snapshot).open))

    def _forget(self) -> None:
        self._clear()
        self._skills.clear()

    def _clear(self) -> None:
        self._job = None
        self._known = None
        self._looked_for = set()
        self._proposals.clear()
        self._version += 1
