"""Organisations that members named: kept ready in groups, so that each decision takes one key."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fastmap.changes.base import Change
    from fastmap.model.choices import PartnerType
    from fastmap.model.ids import PartnerId
    from fastmap.model.snapshot import Snapshot
    from fastmap.progress import ProgressListener
    from fastmap.tasks.named_organisations import NamedGroup, Spelling
    from ui.session import Session
    from ui.work import Job


class NamingDesk(QObject):
    """Holds the groups and turns decisions into changes. Every decision says whether it was made."""

    ready = Signal()
    """Groups have come."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Work on whatever ``session`` has open."""
        super().__init__(parent)
        self._session = session
        self._grouped: tuple[object, ...] = ()
        self._groups: tuple[NamedGroup, ...] = ()
        self._job: Job | None = None
        session.closed.connect(self._forget)

    # --- what is on the desk ------------------------------------------------------------------------------------------

    def open_groups(self, snapshot: Snapshot) -> tuple[NamedGroup, ...]:
        """Return the groups to decide about, as far as they are known; what was decided since is left out."""
        from fastmap.model.naming import decided_names

        self._look_again(snapshot)
        decided = decided_names(snapshot)
        left = (
            replace(group, spellings=tuple(one for one in group.spellings if one.key not in decided))
            for group in self._groups
        )
        return tuple(group for group in left if group.spellings)

    def decided_groups(self, snapshot: Snapshot) -> tuple[NamedGroup, ...]:
        """Return the groups that somebody decided about."""
        from fastmap.tasks.named_organisations import decided_groups

        return decided_groups(snapshot)

    def _look_again(self, snapshot: Snapshot) -> None:
        grounds = (snapshot.responses, snapshot.partners, snapshot.members, snapshot.named)
        if grounds == self._grouped:
            return
        self._grouped = grounds
        if not any(response.links for response in snapshot.responses):
            self._groups = ()
            return

        def work(_: ProgressListener) -> tuple[NamedGroup, ...]:
            from fastmap.tasks.named_organisations import named_groups

            return named_groups(snapshot)

        if self._job is not None:
            self._job.abandon()
        self._job = self._session.pool.start(work)
        self._job.done.connect(self._take)
        self._job.failed.connect(self._session.failed)

    def _take(self, groups: tuple[NamedGroup, ...]) -> None:
        self._groups = groups
        self.ready.emit()

    def _forget(self) -> None:
        if self._job is not None:
            self._job.abandon()
        self._job, self._groups, self._grouped = None, (), ()

    # --- decisions ----------------------------------------------------------------------------------------------------

    def same_as(self, spellings: Sequence[Spelling], partner: PartnerId) -> bool:
        """Say of names that they mean a recorded partner."""
        from fastmap.tasks.named_organisations import same_as

        return self._apply(same_as(self._session.state.snapshot, spellings, partner, datetime.now(UTC)))

    def record(self, group: NamedGroup, spellings: Sequence[Spelling], type_: PartnerType) -> bool:
        """Record some or all spellings of a group as a new partner."""
        from fastmap.tasks.named_organisations import new_partner

        name = group.name if any(one.name == group.name for one in spellings) else spellings[0].name
        chosen = replace(group, name=name, spellings=tuple(spellings))
        return self._apply(new_partner(self._session.state.snapshot, chosen, type_, datetime.now(UTC)))

    def leave_out(self, spellings: Sequence[Spelling]) -> bool:
        """Say of names that they mean no partner."""
        from fastmap.tasks.named_organisations import not_a_partner

        return self._apply(not_a_partner(spellings, datetime.now(UTC)))

    def take_back(self, spellings: Sequence[Spelling]) -> bool:
        """Forget decisions about names."""
        from fastmap.tasks.named_organisations import taking_back

        return self._apply(taking_back(self._session.state.snapshot, spellings))

    def _apply(self, change: Change) -> bool:
        return self._session.apply(change) is not None
