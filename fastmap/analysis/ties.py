"""Working links between organisations: those recorded, and those that members named in their forms."""

from __future__ import annotations

from collections.abc import Iterable

from fastmap.model.choices import TieKind
from fastmap.model.ids import TieId
from fastmap.model.meanings import key_of
from fastmap.model.naming import partners_by_name
from fastmap.model.organisations import Tie
from fastmap.model.responses import Response
from fastmap.model.snapshot import Snapshot

TRAINING_TIES = frozenset({TieKind.INTERNSHIP, TieKind.DUAL_TRAINING})


def known_ties(snapshot: Snapshot, responses: Iterable[Response]) -> tuple[Tie, ...]:
    """Return recorded ties, and links from accepted forms whose organisation is a recorded partner.

    A link that is recorded as a tie of the same kind already is not counted twice; a name that means no partner
    (`fastmap.model.naming`) stays in its response.
    """
    partners = partners_by_name(snapshot)
    ties = sorted(snapshot.ties, key=lambda tie: tie.id)
    seen = {(tie.member, tie.partner, tie.kind) for tie in ties}
    for response in responses:
        for place, link in enumerate(response.links, start=1):
            partner, kind = partners.get(key_of(link.name)), link.kind or TieKind.OTHER
            if partner is not None and (response.member, partner, kind) not in seen:
                seen.add((response.member, partner, kind))
                tie_id = TieId(f"{response.id}/link-{place}")
                ties.append(Tie(id=tie_id, partner=partner, member=response.member, kind=kind))
    return tuple(ties)


def names_in_forms(responses: Iterable[Response]) -> frozenset[str]:
    """Return the names (their `key_of`) of all organisations that members named in ``responses``."""
    return frozenset(
        key_of(link.name) for response in responses if response.member is not None for link in response.links
    )
