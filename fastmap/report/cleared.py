"""Free texts that anonymous editions may show: those that a person cleared, as long as they stay as they were."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from fastmap.analysis.answers import accepted_responses
from fastmap.model.privacy import ClearedText, FreeText
from fastmap.model.snapshot import Snapshot


def free_texts(snapshot: Snapshot) -> Iterator[tuple[FreeText, str, str]]:
    """Yield kind, key and text of everything that must be cleared before others may read it."""
    for response in accepted_responses(snapshot):
        if response.remarks:
            yield FreeText.REMARK, response.id, response.remarks
    for action in snapshot.actions:
        if action.note:
            yield FreeText.ACTION_NOTE, action.id, action.note
    for decision in snapshot.decisions:
        if decision.reason:
            yield FreeText.DECISION_REASON, decision.recommendation, decision.reason
    for override in snapshot.overrides:
        yield FreeText.VERDICT_REASON, override.skill, override.reason


def fingerprint(text: str) -> str:
    """Return what a clearance keeps of a text: its SHA-256."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def clearance(kind: FreeText, key: str, text: str) -> ClearedText:
    """Return the clearance of a text as it is now."""
    return ClearedText(kind=kind, key=key, sha256=fingerprint(text))


class ClearedTexts:
    """Says which free texts of an assessment are cleared."""

    def __init__(self, snapshot: Snapshot) -> None:
        """Compare with the clearances recorded in ``snapshot``."""
        self._cleared = {(one.kind, one.key): one.sha256 for one in snapshot.cleared_texts}

    def has(self, kind: FreeText, key: str, text: str) -> bool:
        """Say whether this very text was cleared."""
        return self._cleared.get((kind, key)) == fingerprint(text)

    def shown(self, kind: FreeText, key: str, text: str | None) -> str | None:
        """Return a text if it is cleared, else ``None``."""
        return text if text and self.has(kind, key, text) else None
