"""How many members work with each partner: what the picture of the network tells, where it may be told."""

from __future__ import annotations

from collections.abc import Mapping

from fastmap.analysis.answers import accepted_responses
from fastmap.analysis.ties import known_ties
from fastmap.model.ids import PartnerId
from fastmap.model.results import Results


def tied_members(results: Results) -> Mapping[PartnerId, int]:
    """Return the number of members with a tie to each partner; partners without any are left out."""
    members = {member.code for member in results.snapshot.members}
    tied: dict[PartnerId, set[str]] = {}
    for tie in known_ties(results.snapshot, accepted_responses(results.snapshot)):
        if tie.member in members and tie.member is not None:
            tied.setdefault(tie.partner, set()).add(tie.member)
    return {partner: len(codes) for partner, codes in tied.items()}
