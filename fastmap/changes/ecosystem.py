"""Changes of partners, their offers, ties, and the cluster's actions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from fastmap.changes.base import Change
from fastmap.changes.kpis import follow_merged_partner, keep_removed_partner_by_name
from fastmap.changes.planning import forget_plans
from fastmap.changes.skills import save_skills
from fastmap.errors import FastmapError
from fastmap.model.actions import Action
from fastmap.model.choices import ResponseState
from fastmap.model.ids import ActionId, OfferId, PartnerId, TieId
from fastmap.model.meanings import key_of
from fastmap.model.merging import merged_partners, other_meaning_of
from fastmap.model.organisations import Commitment, Member, NameDecision, Offer, Partner, Tie
from fastmap.model.responses import ProviderReply
from fastmap.model.skills import Skill
from fastmap.store.records import Records


@dataclass(frozen=True, slots=True, kw_only=True)
class SavePartners(Change):
    """Add or update partners, what they offer (with the skills), and who works with whom."""

    name: ClassVar[str] = "save_partners"
    partners: tuple[Partner, ...] = ()
    offers: tuple[Offer, ...] = ()
    ties: tuple[Tie, ...] = ()
    skills: tuple[Skill, ...] = ()
    """The skills that the offers name and the file may not hold yet."""
    remove_offers: tuple[OfferId, ...] = ()
    members: tuple[Member, ...] = ()
    """Members that turned out to be one of the partners: one organisation, two roles."""

    def apply(self, records: Records) -> None:
        """Save everything given; what is not named stays."""
        save_skills(records, self.skills)
        records.save(*self.partners, *self.offers, *self.ties, *self.members)
        for offer in self.remove_offers:
            records.remove(Offer, offer)

    def facts(self) -> dict[str, int]:
        """Return how many partners."""
        named = {
            *(partner.id for partner in self.partners),
            *(offer.partner for offer in self.offers),
            *(tie.partner for tie in self.ties),
        }
        return {"count": len(named)}

    def needs_backup(self) -> bool:
        """Return whether this is a list rather than one entry."""
        return len(self.partners) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovePartners(Change):
    """Remove partners with their offers and ties; members, actions, commitments and offer forms that named them stay."""

    name: ClassVar[str] = "remove_partners"
    partners: tuple[PartnerId, ...]

    def apply(self, records: Records) -> None:
        """Remove each partner and every mention of it."""
        for partner in self.partners:
            for offer in records.find(Offer, partner=partner):
                records.remove(Offer, offer.id)
            for tie in (*records.find(Tie, partner=partner), *records.find(Tie, other_partner=partner)):
                records.remove(Tie, tie.id)
            for member in records.find(Member, partner_id=partner):
                records.save(replace(member, partner_id=None))
            # What was promised stays on record under the name of who promised it.
            for promised in records.find(Commitment, partner=partner):
                name = next((one.name for one in records.find(Partner, id=partner)), None)
                records.save(replace(promised, partner=None, who=promised.who or name))
            keep_removed_partner_by_name(records, partner)
            for decision in records.find(NameDecision, partner=partner):
                records.remove(NameDecision, decision.name_key)
            for reply in records.find(ProviderReply, partner=partner):
                records.save(replace(reply, partner=None, state=ResponseState.SUPERSEDED))
            records.remove(Partner, partner)
        gone = set(self.partners)
        for action in records.find(Action):
            if gone.intersection(action.partners):
                records.save(replace(action, partners=tuple(one for one in action.partners if one not in gone)))

    def facts(self) -> dict[str, int]:
        """Return how many partners."""
        return {"count": len(self.partners)}


@dataclass(frozen=True, slots=True, kw_only=True)
class MergePartners(Change):
    """Make two partners one: offers, ties, names and actions of the one that goes become those of the one kept."""

    name: ClassVar[str] = "merge_partners"
    kept: PartnerId
    gone: PartnerId

    def apply(self, records: Records) -> None:
        """Save what the two become, and point everything at the one kept. The name that goes stays known as a name.

        What a person decided about that name, or a third partner that bears it, holds against that.
        Raises `FastmapError` if one of them is no longer in the file.
        """
        kept, gone = self._known(records, self.kept), self._known(records, self.gone)
        if kept.id == gone.id:
            return
        merged = merged_partners(kept, gone, records.find(Offer), records.find(Tie))
        means_other = other_meaning_of(kept, gone, records.find(Partner), records.find(NameDecision))
        records.save(merged.partner, *merged.offers, *merged.ties)
        for offer in merged.gone_offers:
            records.remove(Offer, offer.id)
        for tie in merged.gone_ties:
            records.remove(Tie, tie.id)
        for member in records.find(Member, partner_id=gone.id):
            records.save(replace(member, partner_id=kept.id))
        for decision in records.find(NameDecision, partner=gone.id):
            records.save(replace(decision, partner=kept.id))
        for reply in records.find(ProviderReply, partner=gone.id):
            records.save(replace(reply, partner=kept.id))
        for promised in records.find(Commitment, partner=gone.id):
            records.save(replace(promised, partner=kept.id))
        follow_merged_partner(records, kept=kept.id, gone=gone.id)
        if means_other is None and key_of(gone.name) != key_of(kept.name):
            records.save(NameDecision(name_key=key_of(gone.name), name=gone.name, partner=kept.id))
        for action in records.find(Action):
            if gone.id in action.partners:
                named = (kept.id if partner == gone.id else partner for partner in action.partners)
                records.save(replace(action, partners=tuple(dict.fromkeys(named))))
        records.remove(Partner, gone.id)

    def facts(self) -> dict[str, str]:
        """Return which partners."""
        return {"kept": self.kept, "gone": self.gone}

    @staticmethod
    def _known(records: Records, partner: PartnerId) -> Partner:
        known = records.get(Partner, partner)
        if known is None:
            raise FastmapError("partner_not_in_file", partner=partner)
        return known

    def needs_backup(self) -> bool:
        """Return True: this is a merge."""
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveTies(Change):
    """Remove ties between organisations."""

    name: ClassVar[str] = "remove_ties"
    ties: tuple[TieId, ...]

    def apply(self, records: Records) -> None:
        """Remove each tie."""
        for tie in self.ties:
            records.remove(Tie, tie)

    def facts(self) -> dict[str, int]:
        """Return how many ties."""
        return {"count": len(self.ties)}


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveActions(Change):
    """Add or update actions of the cluster."""

    name: ClassVar[str] = "save_actions"
    actions: tuple[Action, ...]
    skills: tuple[Skill, ...] = ()
    """Skills that the actions name and the file may not hold yet."""

    def apply(self, records: Records) -> None:
        """Save skills, then actions."""
        save_skills(records, self.skills)
        records.save(*self.actions)

    def facts(self) -> dict[str, int]:
        """Return how many actions."""
        return {"count": len(self.actions)}

    def needs_backup(self) -> bool:
        """Return whether this is a list rather than one entry."""
        return len(self.actions) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveActions(Change):
    """Remove actions of the cluster."""

    name: ClassVar[str] = "remove_actions"
    actions: tuple[ActionId, ...]

    def apply(self, records: Records) -> None:
        """Remove each action with its plan."""
        for action in self.actions:
            records.remove(Action, action)
        forget_plans(records, self.actions)

    def facts(self) -> dict[str, int]:
        """Return how many actions."""
        return {"count": len(self.actions)}
