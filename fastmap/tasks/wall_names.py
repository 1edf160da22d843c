"""What the projector may say of organisations: nothing that names one, unless names are switched on for the meeting.

Everything on the wall passes through `WallNames`: sentences of the advice, and every word that a person typed – titles of
actions, names of own skills, notes. Members, partners and those of the round before are all organisations.
"""

from __future__ import annotations

from fastmap.model.choices import SHARED_SOURCES
from fastmap.model.ids import PartnerId
from fastmap.model.messages import Fact, Labels, Message, Name, Term
from fastmap.model.organisations import Partner
from fastmap.model.snapshot import Snapshot
from fastmap.report.members_named import MemberNames, member_names
from fastmap.report.whole_names import HIDDEN, WholeNames
from fastmap.tasks.name_forms import NameForms
from fastmap.texts import Texts


def whose_names(snapshot: Snapshot) -> tuple[object, ...]:
    """Return what differs whenever `WallNames` may hide other words: making one is dear, and each answer is a new snapshot."""
    return (
        snapshot.info.language,
        snapshot.cluster.name,
        tuple(skill for skill in snapshot.skills if skill.source in SHARED_SOURCES),
        tuple((member.code, member.name) for member in snapshot.members),
        tuple((partner.id, partner.name, partner.type) for partner in snapshot.partners),
        None if snapshot.earlier is None else snapshot.earlier.members,
        snapshot.former_members,
        snapshot.former_partners,
    )


class WallNames:
    """Says texts as the wall may show them."""

    def __init__(self, snapshot: Snapshot, texts: Texts, *, shown: bool) -> None:
        """``shown``: names were switched on for this meeting, and everything is said as it is."""
        self._texts = texts
        self.shown = shown
        self._types = {partner.id: partner.type for partner in snapshot.partners}
        self._names = {partner.id: partner.name for partner in snapshot.partners}
        if shown:
            return
        earlier = () if snapshot.earlier is None else snapshot.earlier.members
        whole = {
            *(partner.name for partner in snapshot.partners),
            *(member.name for member in snapshot.members),
            *(member.name for member in earlier),
            *(name for _, name in snapshot.former_members),
            *(name for _, name in snapshot.former_partners),
        }
        codes = {
            *(member.code for member in snapshot.members),
            *(member.code for member in earlier),
            *(code for code, _ in snapshot.former_members),
        }
        self._finders = (
            member_names(snapshot),
            _partner_names(snapshot.partners, snapshot, texts),
            NameForms(sorted(whole), sorted(codes), vocabulary=_vocabulary(snapshot, texts)),
        )
        self._whole = WholeNames(whole)

    def text(self, text: str | None) -> str:
        """Return what a person typed, in one line, each name in it hidden."""
        said = " ".join((text or "").split())
        if self.shown or not said:
            return said
        said = self._whole.hidden_in(said)
        for finder in self._finders:
            for start, end in reversed(_apart(finder.spans(said))):
                said = f"{said[:start]}{HIDDEN}{said[end:]}"
        return said

    def say(self, message: Message) -> str:
        """Return a sentence of the analysis or the advice."""
        return self._texts.say(message if self.shown else self._hidden(message))

    def partner(self, partner: PartnerId) -> str:
        """Return a partner's name, or what kind of organisation it is."""
        if self.shown and partner in self._names:
            return " ".join(self._names[partner].split())
        kind = self._types.get(partner)
        return HIDDEN if kind is None else self._texts.term(f"partner_type.{kind}")

    def _hidden(self, message: Message) -> Message:
        return Message(message.key, {name: self._fact(fact) for name, fact in message.facts.items()})

    def _fact(self, fact: Fact) -> Fact:
        match fact:
            case Name(kind="partner", id=known):
                return self.partner(PartnerId(known))
            case Name():
                return Term("report.withheld.member")
            case Labels(labels=labels):
                return Labels({language: self.text(label) for language, label in labels.items()})
            case Message():
                return self._hidden(fact)
            case tuple():
                # Two schools are "a training provider" once, not twice.
                return tuple({repr(said): said for said in map(self._fact, fact)}.values())
            case str():
                return self.text(fact)
        return fact


def _partner_names(partners: tuple[Partner, ...], snapshot: Snapshot, texts: Texts) -> MemberNames:
    """Return what finds partners; words such as "university" or the cluster's own name point at none of them."""
    return MemberNames(
        (partner.name for partner in partners), (), vocabulary=_vocabulary(snapshot, texts), single_words=True
    )


def _vocabulary(snapshot: Snapshot, texts: Texts) -> list[str]:
    common = [texts.term(f"partner_type.{kind}") for kind in {partner.type for partner in snapshot.partners}]
    common += [entry for key, entry in texts.entries.items() if key.startswith("action.") and isinstance(entry, str)]
    common += [label for skill in snapshot.skills if skill.source in SHARED_SOURCES for label in skill.labels.values()]
    return [*common, snapshot.cluster.name]


def _apart(spans: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
    """Return spans in their order, those that touch each other as one."""
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
