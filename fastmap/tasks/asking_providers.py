"""Asking providers: which partners get a demand sheet, which skills stand on it, and which figures may.

Every figure comes from the anonymous edition of the results (`fastmap.report.privacy`): none rests on fewer members than
the k in force, and none can be worked out from the others. Source: decision record 0201.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from fastmap.analysis.answers import accepted_responses
from fastmap.catalogue.definitions import Catalogue
from fastmap.catalogue.texts import form_languages
from fastmap.errors import FastmapError
from fastmap.intake.offer_content import AskedSkill, DemandContent
from fastmap.intake.offer_definition import ASKED_ROWS
from fastmap.model.choices import SHARED_SOURCES, NeedLevel, PartnerType
from fastmap.model.ids import LanguageCode, MemberCode, PartnerId, SkillUri
from fastmap.model.meanings import key_of, meanings
from fastmap.model.organisations import Offer, Partner
from fastmap.model.results import Results, SkillResult
from fastmap.model.skills import Skill
from fastmap.model.snapshot import Snapshot
from fastmap.report.disclosure import together_at_all
from fastmap.report.members_named import member_names
from fastmap.report.privacy import Protected, protect
from fastmap.report.protection import k_in_force, steps_of_k
from fastmap.tasks.top_skills import NOT_COVERED

REPLY_AFTER: Final = timedelta(weeks=4)
"""From the day a sheet is made until the answer is hoped for."""
DO_NOT_TEACH: Final = frozenset({PartnerType.AUTHORITY, PartnerType.AGENCY, PartnerType.FUNDER})
"""Types that are asked only by name, or if they have offers: they pay for training or steer it."""
_MOST_OWN: Final = 5
"""Skills on record that stand on a sheet before open ones get their turn."""


def partners_to_ask(snapshot: Snapshot) -> tuple[Partner, ...]:
    """Return the partners that are asked unless somebody chooses: those that may teach, and all with offers."""
    offering = {offer.partner for offer in snapshot.offers}
    return tuple(one for one in snapshot.partners if one.type not in DO_NOT_TEACH or one.id in offering)


def demand_contents(
    results: Results,
    catalogue: Catalogue,
    *,
    today: date,
    partners: Iterable[str] = (),
    language: str | None = None,
    reply_by: date | None = None,
) -> tuple[DemandContent, ...]:
    """Return the sheets of the ``partners`` named, or of all `partners_to_ask`.

    The language is ``language``, else the assessment's. Raises `FastmapError` ``language_not_shipped``,
    ``partner_unknown``, ``no_partners`` or ``nothing_to_ask`` (no skill may be shown).
    """
    if language is not None and language not in form_languages():
        raise FastmapError("language_not_shipped", found=language, known=", ".join(form_languages()))
    snapshot = results.snapshot
    chosen = _chosen(snapshot, tuple(partners))
    protected = protect(results, catalogue)
    k = k_in_force(snapshot, catalogue.rules)
    asking = _Asking(results, protected, steps_of_k(snapshot, catalogue.rules), catalogue.rules.top_k)
    contents = tuple(
        DemandContent(
            assessment_id=snapshot.info.id,
            cluster=snapshot.cluster.name,
            round_label=snapshot.info.round_label,
            language=LanguageCode(language or snapshot.info.language),
            partner=partner,
            skills=asking.skills_for(partner.id),
            answered=protected.results.quality.answered,
            least_members=k,
            made_on=today,
            reply_by=reply_by or today + REPLY_AFTER,
        )
        for partner in chosen
    )
    if not any(content.skills for content in contents):
        raise FastmapError("nothing_to_ask", count=k)
    return tuple(content for content in contents if content.skills)


def without_sheet(
    snapshot: Snapshot, contents: Iterable[DemandContent], partners: Iterable[str] = ()
) -> tuple[Partner, ...]:
    """Return who of those asked for in `demand_contents` got no sheet: there is no skill to ask about that may be shown."""
    sheets = {content.partner.id for content in contents}
    return tuple(one for one in _chosen(snapshot, tuple(partners)) if one.id not in sheets)


class _Asking:
    """The anonymous figures of one assessment, and what each partner is asked."""

    def __init__(self, results: Results, protected: Protected, steps: tuple[int, ...], top_k: int) -> None:
        self._snapshot = results.snapshot
        self._held = {skill.uri: skill for skill in results.snapshot.skills}
        self._told = {item.uri: item for item in protected.results.skills if item.uri in self._held}
        self._names = member_names(results.snapshot)
        self._levels = _levels(results.snapshot, self._told, steps)
        self._open = tuple(
            item.uri
            for item in sorted(self._told.values(), key=_by_rank)
            if item.ranking.rank is not None and item.ranking.rank <= top_k and item.coverage.status in NOT_COVERED
        )

    def skills_for(self, partner: PartnerId) -> tuple[AskedSkill, ...]:
        """Return the skills of one sheet: what the partner offers already, and the first that nobody covers."""
        offers = self._offers_of(partner)
        own = sorted(offers, key=lambda uri: (*self._place(uri), uri))
        first = dict.fromkeys((*own[:_MOST_OWN], *self._open, *own[_MOST_OWN:]))
        chosen = sorted(list(first)[:ASKED_ROWS], key=lambda uri: (*self._place(uri), uri))
        return tuple(self._asked(uri, offers.get(uri)) for uri in chosen)

    def _offers_of(self, partner: PartnerId) -> Mapping[SkillUri, Offer]:
        """Return the partner's offers by skill; a skill in a firm's own words only where it may be told."""
        found: dict[SkillUri, Offer] = {}
        for offer in self._snapshot.offers:
            skill = self._held.get(offer.skill)
            if offer.partner == partner and skill is not None and self._may_stand(skill):
                found.setdefault(offer.skill, self._without_names(offer))
        return found

    def _without_names(self, offer: Offer) -> Offer:
        """Return an offer without what was typed about it where that names a member; left blank, it stays on record."""

        def bare(text: str | None) -> str | None:
            return None if self._names.mentioned_in(text) else text

        return replace(
            offer,
            cost=bare(offer.cost),
            language=offer.language if bare(offer.language) else None,
            mode=bare(offer.mode),
            evidence=bare(offer.evidence),
        )

    def _may_stand(self, skill: Skill) -> bool:
        return skill.uri in self._told or skill.source in SHARED_SOURCES

    def _place(self, uri: SkillUri) -> tuple[bool, int, str]:
        item = self._told.get(uri)
        return _by_rank(item)[:3] if item is not None else (True, 0, "")

    def _asked(self, uri: SkillUri, offer: Offer | None) -> AskedSkill:
        item, labels = self._told.get(uri), self._held[uri].labels
        if item is None:
            return AskedSkill(uri=uri, labels=labels, on_record=offer)
        return AskedSkill(
            uri=uri,
            labels=labels,
            short_now=item.quantities.short_now,
            short_12m=item.quantities.short_12m,
            joint_people=item.quantities.joint_people,
            levels=self._levels.get(uri, ()),
            on_record=offer,
        )


def _by_rank(item: SkillResult) -> tuple[bool, int, str]:
    rank = item.ranking.rank
    return rank is None, rank or 0, item.uri


def _levels(
    snapshot: Snapshot, told: Mapping[SkillUri, SkillResult], steps: tuple[int, ...]
) -> Mapping[SkillUri, tuple[NeedLevel, ...]]:
    """Return the levels of each skill that enough members asked for; a member counts with the highest it gave."""
    order = list(NeedLevel)
    asked: dict[SkillUri, dict[MemberCode, NeedLevel]] = {}
    users: dict[SkillUri, set[MemberCode]] = {}
    meant = meanings(snapshot)
    for response in accepted_responses(snapshot):
        assert response.member is not None  # those that count have one
        for need in response.needs:
            for uri in meant.get((key_of(need.skill_text), response.language), ()):
                users.setdefault(uri, set()).add(response.member)
                if need.level is not None:
                    given = asked.setdefault(uri, {})
                    before = given.get(response.member, need.level)
                    given[response.member] = max(before, need.level, key=order.index)
    levels: dict[SkillUri, tuple[NeedLevel, ...]] = {}
    for uri in told:
        counts = Counter(asked.get(uri, {}).values())
        by_level = {str(level): count for level, count in counts.items()}
        shown = together_at_all(by_level, len(users.get(uri, ())), steps)
        named = [level for level in order if str(level) in shown]
        levels[uri] = tuple(sorted(named, key=lambda level: (-counts[level], order.index(level))))
    return levels


def _chosen(snapshot: Snapshot, ids: tuple[str, ...]) -> tuple[Partner, ...]:
    known = {str(partner.id): partner for partner in snapshot.partners}
    for one in ids:
        if one not in known:
            raise FastmapError("partner_unknown", found=one)
    if not known:
        raise FastmapError("no_partners")
    return tuple(known[one] for one in dict.fromkeys(ids)) or partners_to_ask(snapshot)
