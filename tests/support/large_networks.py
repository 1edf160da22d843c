"""A network as large as the map must stay readable with: 170 members, 40 partners, 600 ties."""

from __future__ import annotations

import random

from fastmap.model.choices import MemberKind, MemberStatus, PartnerType, TieKind
from fastmap.model.ids import MemberCode, PartnerId, TieId
from fastmap.model.organisations import Member, Offer, Partner, Tie
from fastmap.model.snapshot import Snapshot
from tests.support.builders import make_offer, make_skill, make_snapshot

MEMBERS, PARTNERS, TIES = 170, 40, 600
WITHOUT_TIES = 14
"""Members nobody is tied to; every second one answered."""
_AMONG_PARTNERS = 45
_PLACES = ("Valdorma", "Ibarlan", "Ribera Alta", "San Telmo", "Monte Claro", "Puerto Viejo", "Olmeda", "Serranía")
_KINDS = {
    PartnerType.VET: "Vocational Training Centre",
    PartnerType.UNIVERSITY: "University",
    PartnerType.RTO: "Technology Centre",
    PartnerType.CHAMBER: "Chamber of Industry",
    PartnerType.AGENCY: "Regional Development Agency",
    PartnerType.CLUSTER: "Automotive Cluster",
}


def large_network(seed: int = 5) -> tuple[tuple[Member, ...], tuple[Partner, ...], tuple[Tie, ...]]:
    """Return members, partners and ties: few partners with many ties and many with few, as in a real cluster."""
    random_ = random.Random(seed)
    members = tuple(_member(number, random_) for number in range(1, MEMBERS + 1))
    partners = tuple(_partner(number, random_) for number in range(1, PARTNERS + 1))
    tied = members[:-WITHOUT_TIES]
    home = {member.code: random_.sample(range(8), 2) for member in tied}
    pairs: set[tuple[str, str]] = {(partners[0].id, member.code) for member in tied}
    while len(pairs) < TIES - _AMONG_PARTNERS:
        member = random_.choice(tied)
        # Most work with partners of their own region or trade: that is what a map can show.
        block = random_.choice(home[member.code]) if random_.random() < 0.85 else random_.randrange(8)
        partner = partners[block + 8 * min(int(random_.paretovariate(1.1)) - 1, 4)]
        pairs.add((partner.id, member.code))
    among: set[tuple[str, str]] = set()
    while len(among) < _AMONG_PARTNERS:
        among.add(tuple(sorted(partner.id for partner in random_.sample(partners[:-2], 2))))
    kinds = list(TieKind)
    ties = [
        Tie(id=TieId(f"T{n}"), partner=PartnerId(p), member=MemberCode(m), kind=kinds[n % len(kinds)], source="staff")
        for n, (p, m) in enumerate(sorted(pairs))
    ]
    ties += [
        Tie(id=TieId(f"U{n}"), partner=PartnerId(a), other_partner=PartnerId(b), source="workshop")
        for n, (a, b) in enumerate(sorted(among))
    ]
    return members, partners, tuple(ties)


def large_network_snapshot(seed: int = 5) -> Snapshot:
    """Return an assessment with that network and nothing else but a few offers."""
    members, partners, ties = large_network(seed)
    skills = tuple(make_skill(f"Skill {number}") for number in range(20))
    offers: list[Offer] = [
        make_offer(skills[number % 20].uri, partners[number % PARTNERS].id, number=number) for number in range(60)
    ]
    return make_snapshot(members=members, partners=partners, ties=ties, skills=skills, offers=tuple(offers))


def _member(number: int, random_: random.Random) -> Member:
    kind = random_.choices(
        [*list(MemberKind)[:5], MemberKind.RTO, MemberKind.UNIVERSITY, None], [30, 55, 40, 15, 12, 4, 3, 11]
    )[0]
    return Member(
        code=MemberCode(f"M{number:03}"),
        name=f"{random_.choice(('Talleres', 'Mecanizados', 'Fundición', 'Electrónica'))} {_PLACES[number % 8]} {number}",
        kind=kind,
        status=MemberStatus.ASKED,
    )


def _partner(number: int, random_: random.Random) -> Partner:
    types = list(_KINDS)
    type_ = types[number % len(types)] if number % 3 else list(PartnerType)[number % len(PartnerType)]
    words = _KINDS.get(type_, "Organisation")
    return Partner(
        id=PartnerId(f"P{number:03}"),
        name=f"{words} of {_PLACES[number % 8]} {number}",
        type=type_,
        stage=random_.choice((None, 0, 1, 2, 2, 3, 3, 4, 5)),
    )
