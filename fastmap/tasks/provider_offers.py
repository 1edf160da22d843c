"""Offers that providers sent back: from the lines of an offer form to offers of the partner that count in coverage."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from fastmap.changes.responses import SettleReply
from fastmap.errors import FastmapError
from fastmap.intake.numbering import next_ids, unused_ids
from fastmap.intake.outcomes import state_of
from fastmap.intake.skill_texts import SkillTexts
from fastmap.model.choices import Fit, PartnerType, ResponseState
from fastmap.model.ids import OfferId, PartnerId, ReplyId, SkillUri
from fastmap.model.messages import Fact, Labels, Message
from fastmap.model.normalise import clean_text, fit_to_show, text_key
from fastmap.model.organisations import Offer, Partner
from fastmap.model.responses import FileOutcome, OfferedSkill, Problem, ProviderReply
from fastmap.model.skills import Skill
from fastmap.model.snapshot import Snapshot
from fastmap.places import vocabulary_folder
from fastmap.vocabulary.index import SkillIndex, open_index

_TAKEN: Final = ("places_per_year", "cost", "publicly_funded", "language", "mode", "evidence")
"""Values that an answered cell replaces; a blank one leaves what is recorded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenReplies:
    """What accepted offer forms change."""

    offers: tuple[Offer, ...] = ()
    """New ones, and recorded ones as they are now."""
    skills: tuple[Skill, ...] = ()
    problems: tuple[tuple[ReplyId, tuple[Problem, ...]], ...] = ()
    """What could not be taken as it stands, by form."""


def taken_replies(snapshot: Snapshot, replies: Iterable[ProviderReply]) -> TakenReplies:
    """Return what the accepted ones of ``replies`` change, in their order."""
    accepted = [one for one in replies if one.state is ResponseState.ACCEPTED and one.partner is not None]
    if not accepted:
        return TakenReplies()
    index = open_index(vocabulary_folder())
    recorded = {offer.id: offer for offer in snapshot.offers}
    offers, problems = dict(recorded), []
    skills: dict[SkillUri, Skill] = {}
    for reply in accepted:
        assert reply.partner is not None  # looked at above
        taking = _Taking(snapshot, index, reply, reply.partner, offers)
        taking.take()
        skills |= taking.skills
        problems.append((reply.id, tuple(taking.problems)))
    changed = tuple(offer for id_, offer in offers.items() if recorded.get(id_) != offer)
    return TakenReplies(offers=changed, skills=tuple(skills.values()), problems=tuple(problems))


def with_problems(outcomes: Sequence[FileOutcome], taken: TakenReplies) -> tuple[FileOutcome, ...]:
    """Return the outcomes with what taking their offers brought to light."""
    more = dict(taken.problems)

    def told(outcome: FileOutcome) -> FileOutcome:
        found = () if outcome.reply is None else more.get(outcome.reply.id, ())
        if not found or outcome.reply is None:
            return outcome
        problems = (*outcome.problems, *found)
        reply = replace(outcome.reply, problems=problems)
        return replace(outcome, reply=reply, problems=problems, state=state_of((), problems))

    return tuple(map(told, outcomes))


def settled_reply(snapshot: Snapshot, reply: ReplyId, partner: PartnerId | None) -> SettleReply:
    """Return the one change that decides about an offer form that waits: it is ``partner``'s, or is kept out (``None``).

    Earlier forms of the partner count no more as answers; what they offered stays where this one says nothing of it.
    """
    known = next((one for one in snapshot.replies if one.id == reply), None)
    if known is None:
        raise FastmapError("reply_not_in_file", reply=reply)
    if partner is None:
        return SettleReply(reply=replace(known, state=ResponseState.SUPERSEDED))
    accepted = replace(known, partner=partner, state=ResponseState.ACCEPTED)
    taken = taken_replies(snapshot, [accepted])
    found = dict(taken.problems).get(reply, ())
    earlier = (
        one.id
        for one in snapshot.replies
        if one.partner == partner and one.id != reply and one.state is ResponseState.ACCEPTED
    )
    return SettleReply(
        reply=replace(accepted, problems=(*known.problems, *found)),
        offers=taken.offers,
        skills=taken.skills,
        supersedes=tuple(earlier),
    )


def reply_of_new_partner(snapshot: Snapshot, reply: ReplyId, name: str, type_: PartnerType) -> SettleReply:
    """Return the one change that records who sent an offer form that waits, and takes its offers.

    ``name`` is what the new partner is called: raises `FastmapError` ``partner_known`` if one is called so already.
    """
    called = " ".join(clean_text(name).split())
    if any(text_key(one.name) == text_key(called) for one in snapshot.partners):
        raise FastmapError("partner_known", partner=called)
    ids = unused_ids("P", snapshot)
    partner = Partner(id=PartnerId(next(ids)), name=called, type=type_)
    with_it = replace(snapshot, partners=(*snapshot.partners, partner))
    return replace(settled_reply(with_it, reply, partner.id), partners=(partner,))


class _Taking:
    """One form being taken into the offers of its partner."""

    def __init__(
        self,
        snapshot: Snapshot,
        index: SkillIndex | None,
        reply: ProviderReply,
        partner: PartnerId,
        offers: dict[OfferId, Offer],
    ) -> None:
        self._reply, self._partner, self._offers = reply, partner, offers
        in_its_language = replace(snapshot, info=replace(snapshot.info, language=reply.language))
        self._texts = SkillTexts(in_its_language, index)
        self._taken: set[OfferId] = set()
        """Offers that lines of this form are about."""
        self.problems: list[Problem] = []

    @property
    def skills(self) -> dict[SkillUri, Skill]:
        return dict(self._texts.named)

    def take(self) -> None:
        for line in self._reply.offers:
            skill = self._texts.skill(line.skill_text)
            meant = self._recorded(line, skill)
            if len(meant) > 1:
                # The form shows one of them, and says nothing that tells them apart: neither is overwritten.
                self._note("offer_unclear", f"offer_{line.row}_skill", skill, done="kept_as_text", count=len(meant))
                continue
            if meant and not _says_anything(line):
                # Emptied, or crossed out: whether the offer still stands is for a person to find out.
                self._note("offer_emptied", f"offer_{line.row}_skill", skill, done="kept_as_text")
                continue
            base = meant[0] if meant else self._new(skill)
            values = {name: value for name in _TAKEN if (value := getattr(line, name)) is not None}
            offer = replace(base, form=line.form or base.form, fit=self._fit(line, base, skill), **values)
            if any(replace(offer, id=said.id) == said for said in self._said(skill)):
                self._note("offer_repeated", f"offer_{line.row}_skill", skill, done="ignored")
                continue
            if not meant and self._said(skill):
                self._note("offer_beside", f"offer_{line.row}_skill", skill, done="taken")
            self._offers[offer.id] = offer
            self._taken.add(offer.id)

    def _of_skill(self, skill: Skill) -> list[Offer]:
        return [one for one in self._offers.values() if (one.partner, one.skill) == (self._partner, skill.uri)]

    def _said(self, skill: Skill) -> list[Offer]:
        """Return what lines above said about ``skill``."""
        return [one for one in self._of_skill(skill) if one.id in self._taken]

    def _recorded(self, line: OfferedSkill, skill: Skill) -> list[Offer]:
        """Return the recorded offers that a line may be about; none: it is a new one.

        The same form of offer is the same offer; without a form on either side, the only offer for the skill is. Of
        several the one with most values that the line repeats. What a line above was about is taken: two lines are two offers.
        """
        own = [one for one in self._of_skill(skill) if one.id not in self._taken]
        same = [one for one in own if one.form is line.form]
        if not same and len(own) == 1 and (line.form is None or own[0].form is None):
            same = own
        alike = [sum(getattr(one, name) == getattr(line, name) is not None for name in _TAKEN) for one in same]
        return [one for one, count in zip(same, alike, strict=True) if count == max(alike)]

    def _new(self, skill: Skill) -> Offer:
        return Offer(id=OfferId(next(next_ids("O", self._offers))), partner=self._partner, skill=skill.uri)

    def _note(self, code: str, name: str, skill: Skill, *, done: str, **more: Fact) -> None:
        said = self._reply.raw.get(name)
        found = said and fit_to_show(said)
        facts = Message(f"problem.{code}", {"found": found, "skill": Labels(skill.labels), **more})
        self.problems.append(Problem(code=code, field=name, found=found, done=done, facts=facts))

    def _fit(self, line: OfferedSkill, base: Offer, skill: Skill) -> Fit:
        """Return whether the content fits: the cluster's own judgement stays, and a provider that says otherwise is told."""
        stated = line.fit or Fit.UNKNOWN
        if Fit.UNKNOWN in (base.fit, stated) or base.fit is stated:
            return stated if base.fit is Fit.UNKNOWN else base.fit
        self._note("fit_kept", f"offer_{line.row}_fit", skill, done="ignored")
        return base.fit


def _says_anything(line: OfferedSkill) -> bool:
    return line.form is not None or line.fit is not None or any(getattr(line, name) is not None for name in _TAKEN)
