"""The schema, one small numbered file per step. Released steps are never edited; they import nothing of ours.

Each says in its first sentence what it does and has one function ``migrate(execute)``, which is given a callable that
runs one SQL statement. `fastmap.store.migrating` runs them, each in a transaction of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from fastmap.store.migrations import (
    m0001_first_release,
    m0002_texts_split_and_set_aside,
    m0003_commitments,
    m0004_own_weights,
    m0005_named_organisations,
    m0006_provider_replies,
    m0007_kpi_ledger,
    m0008_team_questionnaires,
    m0009_earlier_round,
    m0010_decisions_and_roadmap,
    m0011_evidence_practices_targets,
    m0012_commitments_without_kind,
    m0013_grant_and_logo,
    m0014_audit_records,
    m0015_partner_governance,
    m0016_anonymous_editions,
    m0017_workshops,
    m0018_erasures,
    m0019_words_of_votes,
)

Execute: TypeAlias = Callable[[str], Any]


@dataclass(frozen=True, slots=True)
class Migration:
    """One step: brings a file of schema ``to_schema - 1`` to ``to_schema``."""

    to_schema: int
    migrate: Callable[[Execute], None]


MIGRATIONS: Sequence[Migration] = (
    Migration(1, m0001_first_release.migrate),
    Migration(2, m0002_texts_split_and_set_aside.migrate),
    Migration(3, m0003_commitments.migrate),
    Migration(4, m0004_own_weights.migrate),
    Migration(5, m0005_named_organisations.migrate),
    Migration(6, m0006_provider_replies.migrate),
    Migration(7, m0007_kpi_ledger.migrate),
    Migration(8, m0008_team_questionnaires.migrate),
    Migration(9, m0009_earlier_round.migrate),
    Migration(10, m0010_decisions_and_roadmap.migrate),
    Migration(11, m0011_evidence_practices_targets.migrate),
    Migration(12, m0012_commitments_without_kind.migrate),
    Migration(13, m0013_grant_and_logo.migrate),
    Migration(14, m0014_audit_records.migrate),
    Migration(15, m0015_partner_governance.migrate),
    Migration(16, m0016_anonymous_editions.migrate),
    Migration(17, m0017_workshops.migrate),
    Migration(18, m0018_erasures.migrate),
    Migration(19, m0019_words_of_votes.migrate),
)
"""All steps in order; the last one's number is the schema this program writes."""
