"""A valid file in which every table holds something: what the hostile ones are made from."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from pathlib import Path
from typing import ClassVar

from fastmap.assessment import Assessment
from fastmap.changes import AnswerChecklist, SaveMembers, SetPrivacyK
from fastmap.changes.base import Change
from fastmap.model.erasure import Erasure, ErasureKind
from fastmap.model.organisations import Member
from fastmap.model.privacy import AnonymousEdition
from fastmap.model.snapshot import Snapshot
from fastmap.store.records import Records
from tests.store import recorded
from tests.support.everything import Material, everything

_BESIDE = {"info", "cluster", "used_ids", "grant", "capacity", "logo", "weights", "privacy", "team_profile", "earlier"}
"""Fields of a snapshot that are no tuples of values."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _SaveAll(Change):
    """Everything there is, in one change."""

    name: ClassVar[str] = "save_members"
    material: Material

    def apply(self, records: Records) -> None:
        """Save every value."""
        snapshot = self.material.snapshot
        records.save(snapshot.cluster, recorded.ATTACHMENT, recorded.PRIVACY, snapshot.team_profile)
        for field in fields(Snapshot):
            if field.name not in _BESIDE:
                records.save(*getattr(snapshot, field.name))
        for one in (snapshot.grant, snapshot.capacity, snapshot.logo, snapshot.weights, snapshot.earlier):
            assert one is not None
            records.save(one)
        records.save(*self.material.contacts, *self.material.registrations, *recorded.NAMED[1:], recorded.CLEARED)

    def facts(self) -> dict[str, int]:
        """Return how many members."""
        return {"count": len(self.material.snapshot.members)}


def write_base(path: Path) -> None:
    """Write the file to ``path``: every table with a history has rows, one change is undone."""
    material = everything()
    moment = datetime(2026, 4, 1, 12, tzinfo=UTC)
    with Assessment.create(
        path, cluster=material.snapshot.cluster, round_label="2026", clock=lambda: moment
    ) as assessment:
        assessment.apply(_SaveAll(material=material))
        assessment.apply(SaveMembers(members=(Member(code="M998", name="Goner Works"),)))
        assessment.erase(Erasure(kind=ErasureKind.MEMBER, key="M998"), placeholder="[erased]")
        assessment.apply(AnswerChecklist(answers=(recorded.CHECKLIST,)))
        assessment.record_edit(1)
        assessment.apply(SetPrivacyK(k=9))
        assessment.undo()
        assessment.note_catalogue("fastmap-core 1.0.0 abc")
        assessment.note_anonymous_edition(
            AnonymousEdition(answers="a" * 64, k=5, answered=20, made_on=date(2026, 3, 1))
        )
