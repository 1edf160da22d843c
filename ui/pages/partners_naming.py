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
    """Holds the groups and turns decisions into changes. Every decision says whether it was made.

    Groups are made in threads: with thousands of members that takes longer than a key press may.
    """

    ready = Signal()
    """Groups have come."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Work on whatever ``session`` has open."""
        super().__init__(parent)
        self._session = session
        self._grouped: tuple[object, ...] = ()
        self._groups: tuple[NamedGroup, ...] = ()
        self._job: Job | None = None
        self._in_forms: frozenset[str] = frozenset()
        """Names that stand in forms."""
        self._decided_of: tuple[object, ...] = ()
        self._decided: tuple[NamedGroup, ...] = ()
        self._deciding: Job | None = None
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

    def count_decided(self, snapshot: Snapshot) -> int:
        """Return how many groups somebody decided about: one for each partner, one for each name that is none."""
        standing = [one for one in snapshot.named if one.name_key in self._in_forms]
        partners = {one.partner for one in standing if one.partner is not None}
        return len(partners) + sum(one.partner is None for one in standing)

    def decided_groups(self, snapshot: Snapshot) -> tuple[NamedGroup, ...]:
        """Return the groups that somebody decided about, as far as they are known; those taken back are left out."""
        grounds = _grounds(snapshot)
        if grounds != self._decided_of:
            self._decided_of = grounds
            self._put_decided_together(snapshot)
        decided: dict[str, PartnerId | None] = {one.name_key: one.partner for one in snapshot.named}
        nowhere = object()
        left = (
            replace(
                group,
                spellings=tuple(one for one in group.spellings if decided.get(one.key, nowhere) == group.partner),
            )
            for group in self._decided
        )
        return tuple(group for group in left if group.spellings)

    @property
    def is_deciding(self) -> bool:
        """Whether the groups that are decided are being put together."""
        return self._deciding is not None

    def _put_decided_together(self, snapshot: Snapshot) -> None:
        def work(_: ProgressListener) -> tuple[NamedGroup, ...]:
            from fastmap.tasks.named_organisations import decided_groups

            return decided_groups(snapshot)

        if self._deciding is not None:
            self._deciding.abandon()
        self._deciding = self._session.pool.start(work)
        self._deciding.done.connect(self._take_decided)
        self._deciding.failed.connect(self._session.failed)

    def _take_decided(self, groups: tuple[NamedGroup, ...]) -> None:
        self._decided, self._deciding = groups, None
        self.ready.emit()

    def _look_again(self, snapshot: Snapshot) -> None:
        grounds = _grounds(snapshot)
        if grounds == self._grouped:
            return
        self._grouped = grounds
        if not any(response.links for response in snapshot.responses):
            self._groups, self._in_forms = (), frozenset()
            return

        def work(_: ProgressListener) -> tuple[tuple[NamedGroup, ...], frozenset[str]]:
            from fastmap.analysis.answers import accepted_responses
            from fastmap.analysis.ties import names_in_forms
            from fastmap.tasks.named_organisations import named_groups

            return named_groups(snapshot), names_in_forms(accepted_responses(snapshot))

        if self._job is not None:
            self._job.abandon()
        self._job = self._session.pool.start(work)
        self._job.done.connect(self._take)
        self._job.failed.connect(self._session.failed)

    def _take(self, found: tuple[tuple[NamedGroup, ...], frozenset[str]]) -> None:
        self._groups, self._in_forms = found
        self.ready.emit()

    def _forget(self) -> None:
        for job in (self._job, self._deciding):
            if job is not None:
                job.abandon()
        self._job, self._groups, self._grouped = None, (), ()
        self._deciding, self._decided, self._decided_of = None, (), ()
        self._in_forms = frozenset()

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


def _grounds(snapshot: Snapshot) -> tuple[object, ...]:
    """Return what groups are made from."""
    return snapshot.responses, snapshot.partners, snapshot.members, snapshot.named
