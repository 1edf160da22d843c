"""Changes of the assessment itself: its title and round, the cluster."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from fastmap.changes.base import Change
from fastmap.model.organisations import Cluster
from fastmap.model.snapshot import AssessmentInfo
from fastmap.store.records import Records


@dataclass(frozen=True, slots=True, kw_only=True)
class EditInfo(Change):
    """Give the assessment another title, round, language or previous file. Its id stays, and whether it is fictional."""

    name: ClassVar[str] = "edit_info"
    info: AssessmentInfo

    def apply(self, records: Records) -> None:
        """Save the info under the id the file was born with."""
        (known,) = records.find(AssessmentInfo)
        records.save(replace(self.info, id=known.id, fictional=known.fictional))


@dataclass(frozen=True, slots=True, kw_only=True)
class EditCluster(Change):
    """Describe the cluster anew."""

    name: ClassVar[str] = "edit_cluster"
    cluster: Cluster

    def apply(self, records: Records) -> None:
        """Save the cluster."""
        records.save(self.cluster)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordEdit(Change):
    """One numbered edit of ``fastmap edit-loop``."""

    name: ClassVar[str] = "record_edit"
    n: int

    def apply(self, records: Records) -> None:
        """Note the number."""
        records.note_edit(self.n)

    def facts(self) -> dict[str, int]:
        """Return the number."""
        return {"n": self.n}
