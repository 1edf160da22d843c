"""Organisations that members named in their forms: spellings in groups, and which partner each group may be.

Nothing is decided here: `named_groups` proposes, a person says "same as", "new partner" or "not a partner", and the
functions below make one change of that. What was decided about a name holds for every later form that has it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Generic, TypeVar

from fastmap.changes.naming import DecideNames, TakeBackNames
from fastmap.errors import FastmapError
from fastmap.intake.numbering import next_ids, unused_ids
from fastmap.model.choices import PartnerType, ResponseState, TieKind
from fastmap.model.ids import MemberCode, PartnerId, TieId
from fastmap.model.meanings import key_of
from fastmap.model.naming import decided_names, partners_by_name
from fastmap.model.normalise import clean_text
from fastmap.model.organisations import NameDecision, Partner, Tie
from fastmap.model.responses import NamedLink
from fastmap.model.snapshot import Snapshot
from fastmap.vocabulary.organisation_names import (
    PROPOSED,
    SAME,
    NameLikeness,
    NameReason,
    OrganisationName,
    marks,
    name_likeness,
    neighbours,
    organisation_name,
    type_of_kind,
)

Id = TypeVar("Id", PartnerId, MemberCode)
Choice = TypeVar("Choice", bound=StrEnum)


class NamedState(StrEnum):
    """Where a group of names stands."""

    OPEN = "open"
    PARTNER = "partner"
    NOT_A_PARTNER = "not_a_partner"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """One way in which members wrote a name."""

    key: str
    name: str
    """As most members wrote it."""
    members: tuple[MemberCode, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedGroup:
    """Names that look like one organisation, and what may become of them."""

    key: str
    name: str
    """The spelling that most members used."""
    spellings: tuple[Spelling, ...]
    members: tuple[MemberCode, ...]
    """Who named it."""
    type: PartnerType | None
    """As most members said; else as the name itself says; else unknown."""
    kinds: tuple[TieKind, ...]
    """What they do together, most named first."""
    state: NamedState = NamedState.OPEN
    partner: PartnerId | None = None
    """Open: the partner it probably is. Decided: the partner it is."""
    likeness: float = 0.0
    reason: NameReason | None = None
    member: MemberCode | None = None
    """The member of the cluster that bears this name."""


def named_groups(snapshot: Snapshot) -> tuple[NamedGroup, ...]:
    """Return the names that wait for a decision, in groups; those named by most members first."""
    links = _links(snapshot)
    decided = decided_names(snapshot)
    spellings = [_spelling(key, said) for key, said in links.items() if key not in decided]
    partners = _Known(_partner_names(snapshot))
    members = _Known([(member.code, member.name) for member in snapshot.members])
    found = [_group(group, links, partners, members) for group in _alike(spellings)]
    return tuple(sorted(found, key=_most_named_first))


def decided_groups(snapshot: Snapshot) -> tuple[NamedGroup, ...]:
    """Return the names that somebody decided about and that still stand in a form, by partner."""
    links = _links(snapshot)
    together: defaultdict[PartnerId | None, list[Spelling]] = defaultdict(list)
    for decision in snapshot.named:
        if decision.name_key in links:
            together[decision.partner].append(_spelling(decision.name_key, links[decision.name_key]))
    members = _Known([(member.code, member.name) for member in snapshot.members])
    nothing: _Known[PartnerId] = _Known([])
    found = []
    for partner, spellings in together.items():
        rows = [[one] for one in spellings] if partner is None else [spellings]
        state = NamedState.NOT_A_PARTNER if partner is None else NamedState.PARTNER
        found += [replace(_group(row, links, nothing, members), state=state, partner=partner) for row in rows]
    return tuple(sorted(found, key=_most_named_first))


# --- decisions --------------------------------------------------------------------------------------------------------


def same_as(snapshot: Snapshot, spellings: Iterable[Spelling], partner: PartnerId, at: datetime) -> DecideNames:
    """Return the change that says of names that they mean a recorded partner, with its ties to who named it."""
    return _decided(snapshot, tuple(spellings), partner, at)


def new_partner(snapshot: Snapshot, group: NamedGroup, type_: PartnerType, at: datetime) -> DecideNames:
    """Return the change that records a group as a new partner, with its ties to who named it.

    If a member bears the name, both are noted as one organisation with two roles.
    """
    name = group.name[:_MOST_NAME]
    partner = Partner(
        id=PartnerId(next(unused_ids("P", snapshot))),
        name=name,
        type=type_,
        in_cluster=True if group.member is not None else None,
    )
    member = next((one for one in snapshot.members if one.code == group.member), None)
    change = _decided(snapshot, group.spellings, partner.id, at)
    is_free = member is not None and member.partner_id is None
    both = (replace(member, partner_id=partner.id),) if member is not None and is_free else ()
    return replace(change, partners=(partner,), members=both)


def not_a_partner(spellings: Iterable[Spelling], at: datetime) -> DecideNames:
    """Return the change that says of names that they mean no partner: nobody is asked again."""
    return DecideNames(
        decisions=tuple(NameDecision(name_key=one.key, name=one.name, decided_at=at) for one in spellings)
    )


def taking_back(snapshot: Snapshot, spellings: Iterable[Spelling]) -> TakeBackNames:
    """Return the change that forgets decisions about names, with the ties that came of them and of nothing else.

    A partner that bears one of the names and of which nothing more is recorded goes too: it came of the decision.
    Raises `FastmapError` ``partner_bears_name`` where more is recorded of it: nobody could be asked about its own name.
    """
    links = _links(snapshot)
    names = {one.key for one in spellings}
    decided = {one.name_key: one.partner for one in snapshot.named}
    others = {
        (member, partner, link.kind or TieKind.OTHER)
        for key, partner in partners_by_name(snapshot).items()
        if key not in names
        for member, link in links.get(key, ())
    }
    theirs = {
        (member, decided.get(key), link.kind or TieKind.OTHER) for key in names for member, link in links.get(key, ())
    } - others
    ties = (tie.id for tie in snapshot.ties if tie.source == "form" and (tie.member, tie.partner, tie.kind) in theirs)
    change = TakeBackNames(names=tuple(sorted(names)), ties=tuple(ties))
    bearing = [
        one for one in snapshot.partners if key_of(one.name) in names and decided.get(key_of(one.name)) == one.id
    ]
    if not bearing:
        return change
    for one in bearing:
        if _has_more(snapshot, one, change):
            raise FastmapError("partner_bears_name", partner=one.name)
    return replace(change, partners=tuple(one.id for one in bearing))


def _has_more(snapshot: Snapshot, partner: Partner, change: TakeBackNames) -> bool:
    """Say whether more is recorded of ``partner`` than `new_partner` writes down."""
    mentions = (
        *(offer.partner for offer in snapshot.offers),
        *(promised.partner for promised in snapshot.commitments),
        *(reply.partner for reply in snapshot.replies),
        *(id_ for entry in snapshot.kpi_entries for id_ in entry.partners),
        *(id_ for tie in snapshot.ties if tie.id not in change.ties for id_ in (tie.partner, tie.other_partner)),
        *(id_ for action in snapshot.actions for id_ in action.partners),
        *(one.partner for one in snapshot.named if one.name_key not in change.names),
    )
    values = (partner.stage, partner.level, partner.contact)
    return partner.id in mentions or any(value is not None for value in values)


_MOST_NAME = 300


def _decided(snapshot: Snapshot, spellings: Sequence[Spelling], partner: PartnerId, at: datetime) -> DecideNames:
    links = _links(snapshot)
    known = {(tie.member, tie.partner, tie.kind) for tie in snapshot.ties}
    ids = next_ids("T", (tie.id for tie in snapshot.ties))
    ties: dict[object, Tie] = {}
    for member, link in (said for one in spellings for said in links.get(one.key, ())):
        kind = link.kind or TieKind.OTHER
        if (member, partner, kind) not in known and (member, kind) not in ties:
            ties[member, kind] = Tie(id=TieId(next(ids)), partner=partner, member=member, kind=kind, source="form")
    decisions = (NameDecision(name_key=one.key, name=one.name, partner=partner, decided_at=at) for one in spellings)
    return DecideNames(decisions=tuple(decisions), ties=tuple(ties.values()))


# --- groups -----------------------------------------------------------------------------------------------------------

_Links = dict[str, list[tuple[MemberCode, NamedLink]]]


def _links(snapshot: Snapshot) -> _Links:
    """Return who named what in an accepted form, by the name's key."""
    found: _Links = {}
    for response in snapshot.responses:
        if response.state is ResponseState.ACCEPTED and response.member is not None:
            for link in response.links:
                if key := key_of(link.name):
                    found.setdefault(key, []).append((response.member, link))
    return found


def _spelling(key: str, said: Sequence[tuple[MemberCode, NamedLink]]) -> Spelling:
    written = Counter(" ".join(clean_text(link.name).split()) for _, link in said)
    name = min(written, key=lambda one: (-written[one], one))
    return Spelling(key=key, name=name, members=tuple(sorted({member for member, _ in said})))


def _alike(spellings: Iterable[Spelling]) -> Iterator[list[Spelling]]:
    """Put spellings of one organisation together: each is like every other of its group."""
    ordered = sorted(spellings, key=lambda one: (-len(one.members), one.key))
    taken = [organisation_name(one.name) for one in ordered]
    near = neighbours(taken)
    group_of: dict[int, list[int]] = {}
    for place, name in enumerate(taken):
        beside = sorted({other for mark in marks(name) for other in near[mark] if other < place})
        groups = {id(group_of[other]): group_of[other] for other in beside}
        fitting = (
            group
            for group in groups.values()
            if all(name_likeness(name, taken[other]).score >= SAME for other in group)
        )
        own = next(fitting, None)
        if own is None:
            own = []
        own.append(place)
        group_of[place] = own
    for place in range(len(ordered)):
        if group_of[place][0] == place:
            yield [ordered[other] for other in group_of[place]]


class _Known(Generic[Id]):
    """Names of organisations that are recorded, for finding the one that is most like others."""

    def __init__(self, names: Collection[tuple[Id, str]]) -> None:
        self._ids: list[Id] = [one for one, _ in names]
        self._names = [organisation_name(name) for _, name in names]
        self._near = neighbours(self._names)

    def best(self, wanted: Iterable[OrganisationName], least: float) -> tuple[Id, NameLikeness] | None:
        """Return the one most like any of ``wanted``; of several the first."""
        found: dict[int, NameLikeness] = {}
        for name in wanted:
            for place in {place for mark in marks(name) for place in self._near.get(mark, ())}:
                likeness = name_likeness(name, self._names[place])
                if likeness.score > found.get(place, NameLikeness()).score:
                    found[place] = likeness
        best = min(found, key=lambda place: (-found[place].score, place), default=None)
        return None if best is None or found[best].score < least else (self._ids[best], found[best])


def _partner_names(snapshot: Snapshot) -> list[tuple[PartnerId, str]]:
    """Return every name of every partner: its own, and those that somebody said it has."""
    decided = [(one.partner, one.name) for one in snapshot.named if one.partner is not None]
    return [*((partner.id, partner.name) for partner in snapshot.partners), *decided]


def _group(
    spellings: Sequence[Spelling], links: _Links, partners: _Known[PartnerId], members: _Known[MemberCode]
) -> NamedGroup:
    said = [one for spelling in spellings for one in links[spelling.key]]
    names = [organisation_name(spelling.name) for spelling in spellings]
    first = min(spellings, key=lambda one: (-len(one.members), -len(one.name), one.name))
    partner = partners.best(names, PROPOSED)
    member = members.best(names, SAME)
    types = _most_said(link.type for _, link in said)
    return NamedGroup(
        key=first.key,
        name=first.name,
        spellings=(first, *(one for one in spellings if one is not first)),
        members=tuple(sorted({code for code, _ in said})),
        type=types[0] if types else next(filter(None, map(type_of_kind, names)), None),
        kinds=_most_said(link.kind for _, link in said),
        partner=None if partner is None else partner[0],
        likeness=0.0 if partner is None else partner[1].score,
        reason=None if partner is None else partner[1].reason,
        member=None if member is None else member[0],
    )


def _most_said(values: Iterable[Choice | None]) -> tuple[Choice, ...]:
    counts = Counter(value for value in values if value is not None)
    return tuple(sorted(counts, key=lambda value: (-counts[value], value.value)))


def _most_named_first(group: NamedGroup) -> tuple[int, str]:
    return -len(group.members), group.key
