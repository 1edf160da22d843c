"""The partners as the table shows them, and the actor check above it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fastmap.model.choices import ActorState, PartnerLevel, PartnerType
from fastmap.model.ids import PartnerId
from fastmap.model.organisations import Partner
from fastmap.texts import sentence_case

if TYPE_CHECKING:
    from fastmap.model.results import Results
    from fastmap.model.snapshot import Snapshot
    from fastmap.texts import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerRow:
    """One line of the table."""

    id: PartnerId
    name: str
    type: PartnerType
    type_words: str
    level: PartnerLevel | None
    level_words: str
    in_cluster: bool | None
    in_cluster_words: str
    stage: int | None
    stage_words: str
    offers: int
    skills: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorView:
    """The actor check for one type of partner."""

    type: PartnerType
    short: str
    words: str
    """The whole type."""
    state: ActorState
    state_words: str
    count: int


def partner_rows(snapshot: Snapshot, texts: Texts) -> tuple[PartnerRow, ...]:
    """Return the lines of the table, by name."""
    labels = {skill.uri: skill.label(texts.language) for skill in snapshot.skills}
    offers = Counter(offer.partner for offer in snapshot.offers)
    skills: dict[PartnerId, list[str]] = {}
    for offer in snapshot.offers:
        label = labels.get(offer.skill, "")
        if label and label not in skills.setdefault(offer.partner, []):
            skills[offer.partner].append(label)
    rows = (_row(partner, offers[partner.id], skills.get(partner.id, []), texts) for partner in snapshot.partners)
    return tuple(sorted(rows, key=lambda row: (row.name.casefold(), row.id)))


def _row(partner: Partner, offers: int, skills: list[str], texts: Texts) -> PartnerRow:
    inside = {None: "", True: sentence_case(texts.term("yes_no.yes")), False: sentence_case(texts.term("yes_no.no"))}
    return PartnerRow(
        id=partner.id,
        name=partner.name,
        type=partner.type,
        type_words=texts.term(f"partner_type_short.{partner.type}"),
        level=partner.level,
        level_words="" if partner.level is None else sentence_case(texts.term(f"partner_level.{partner.level}")),
        in_cluster=partner.in_cluster,
        in_cluster_words=inside[partner.in_cluster],
        stage=partner.stage,
        stage_words="" if partner.stage is None else sentence_case(texts.term(f"stage.{partner.stage}")),
        offers=offers,
        skills=", ".join(skills),
    )


def actor_views(results: Results | None, texts: Texts) -> tuple[ActorView, ...]:
    """Return the actor check, type by type; empty while results are worked out."""
    if results is None:
        return ()
    return tuple(
        ActorView(
            type=actor.type,
            short=texts.term(f"partner_type_short.{actor.type}"),
            words=sentence_case(texts.term(f"partner_type.{actor.type}")),
            state=actor.state,
            state_words=texts.term(f"actor_state.{actor.state}"),
            count=len(actor.partners),
        )
        for actor in results.ecosystem.actors
    )
