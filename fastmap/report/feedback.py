"""The feedback sheet of one member: its own answers beside the cluster's anonymous picture.

The picture is made from the protected results alone. Its reader knows one answer, so k holds for the *others*: a number
of firms is told only as a round lower bound of those that are not the reader, and no number of people at all. Source:
decision record 0270.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from fastmap.analysis.answers import accepted_responses
from fastmap.analysis.consolidation import provisional_uri
from fastmap.catalogue.definitions import Catalogue
from fastmap.model.actions import Action
from fastmap.model.choices import (
    SHARED_SOURCES,
    ActionStatus,
    CoverageStatus,
    Fit,
    OfferForm,
    PartnerType,
    Timing,
)
from fastmap.model.ids import LanguageCode, MemberCode, SkillUri
from fastmap.model.meanings import Meanings, key_of, meanings
from fastmap.model.organisations import Member
from fastmap.model.responses import Need, Response
from fastmap.model.results import Results, SkillResult
from fastmap.report.members_named import member_names
from fastmap.report.privacy import protect

PLACES: Final = (5, 10)
PICTURE: Final = 5
"""Most pressing needs of the cluster on a sheet."""
_NEXT: Final = 4
"""Actions on a sheet."""
_OPEN: Final = (ActionStatus.RUNNING, ActionStatus.PLANNED)
Labels = Mapping[LanguageCode, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How one need stands in the cluster. Everything empty: few others named it, or none."""

    others: int | None = None
    """At least so many others need the skill, or something of ``group``; never fewer than k."""
    group: Labels | None = None
    """The group that ``others`` is about, where the skill itself is too small to be told."""
    among_first: int | None = None
    """The skill is among so many first of the ranking."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Helper:
    """A provider that offers a skill. One that is a member is told by its type: the offer is its own to name."""

    name: str | None
    type: PartnerType
    form: OfferForm | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnNeed:
    """One need as the firm told it, the skills it counts as, and how those stand."""

    need: Need
    skills: tuple[Labels, ...]
    standing: Standing
    helpers: tuple[Helper, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureNeed:
    """One of the cluster's most pressing needs."""

    labels: Labels
    others: int
    """At least so many firms beside the reader."""
    is_own: bool
    coverage: CoverageStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class NextAction:
    """A planned or running action; ``serves`` are skills that the reader named."""

    title: str
    is_running: bool
    start: date | None
    timing: tuple[Timing, ...]
    serves: tuple[Labels, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackContent:
    """What stands on the sheet of one member."""

    cluster: str
    round_label: str
    language: LanguageCode
    member: Member
    responses: tuple[Response, ...]
    """The member's accepted answers, oldest first; at least one."""
    needs: tuple[OwnNeed, ...]
    answered: int | None
    """How many answered; ``None`` where the anonymous edition does not tell it."""
    k: int
    picture: tuple[PictureNeed, ...]
    actions: tuple[NextAction, ...]
    made_on: date
    keep_until: date | None
    fictional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """One sheet, and whom it goes to."""

    content: FeedbackContent
    contact: str | None = None
    email: str | None = None


class FeedbackSheets:
    """The anonymous picture of one assessment, worked out once, and each member's sheet."""

    def __init__(self, results: Results, catalogue: Catalogue, *, made_on: date, keep_until: date | None) -> None:
        """Protect ``results`` as an anonymous edition does."""
        protected = protect(results, catalogue)
        self._snapshot = results.snapshot
        self._shown = protected.results
        self._k = protected.protection.k
        self._made_on, self._keep_until = made_on, keep_until
        self._meant: Meanings = meanings(results.snapshot)
        self._names = member_names(results.snapshot)
        self._told = {item.uri: item for item in (*self._shown.groups, *self._shown.skills)}
        self._group_of = {item.uri: item.group for item in results.skills}
        self._labels = {skill.uri: skill.labels for skill in results.snapshot.skills}
        told = {frozenset(labels.items()) for labels in (item.labels for item in self._told.values())}
        told |= {frozenset(few.labels.items()) for few in protected.protection.few_labels}
        shared = {skill.uri for skill in results.snapshot.skills if skill.source in SHARED_SOURCES}
        self._named = frozenset(
            uri for uri, labels in self._labels.items() if uri in shared or frozenset(labels.items()) in told
        )
        self._needed_by = _needed_by(results)
        self._answers: dict[MemberCode, list[Response]] = {}
        for response in accepted_responses(results.snapshot):
            if response.member is not None:
                self._answers.setdefault(response.member, []).append(response)
        self._answered_told = "answered" not in protected.protection.general

    @property
    def answering(self) -> tuple[Member, ...]:
        """The members that get a sheet: those with an accepted answer."""
        return tuple(member for member in self._snapshot.members if member.code in self._answers)

    def sheet(self, member: Member, language: LanguageCode) -> FeedbackContent:
        """Return the sheet of a member that answered. Raises `KeyError` for any other."""
        responses = tuple(self._answers[member.code])
        own = self._needed_by.get(member.code, frozenset())
        return FeedbackContent(
            cluster=self._snapshot.cluster.name,
            round_label=self._snapshot.info.round_label,
            language=language,
            member=member,
            responses=responses,
            needs=tuple(self._needs(responses, own)),
            answered=self._shown.quality.answered if self._answered_told else None,
            k=self._k,
            picture=tuple(self._picture(own)),
            actions=tuple(self._actions(own)),
            made_on=self._made_on,
            keep_until=self._keep_until,
            fictional=self._snapshot.info.fictional,
        )

    # --- own answers --------------------------------------------------------------------------------------------------

    def _skills_of(self, need: Need, language: LanguageCode) -> tuple[SkillUri, ...]:
        """Return what a need counts as; a text that nobody has placed yet counts as a skill of its own."""
        key = key_of(need.skill_text)
        return self._meant.get((key, language), (provisional_uri(key),))

    def _needs(self, responses: tuple[Response, ...], own: frozenset[SkillUri]) -> Iterator[OwnNeed]:
        for response in responses:
            for need in response.needs:
                uris = self._skills_of(need, response.language)
                yield OwnNeed(
                    need=need,
                    skills=tuple(self._name(uri, need, response.language) for uri in uris if uri in self._labels),
                    standing=self._standing(uris, own),
                    helpers=tuple(sorted(self._helpers(uris), key=lambda helper: helper.name is None)),
                )

    def _name(self, uri: SkillUri, need: Need, language: LanguageCode) -> Labels:
        """Return the shared name of a skill; the reader's own words where that name may be those of another firm."""
        return self._labels[uri] if uri in self._named else {language: need.skill_text}

    def _standing(self, uris: tuple[SkillUri, ...], own: frozenset[SkillUri]) -> Standing:
        """Return how the first of some skills stands that may be told of, else how the first of their groups does."""
        for uri in uris:
            item = self._told.get(uri)
            if item is not None and (others := self._others(item, own)) is not None:
                rank = item.ranking.rank
                first = next((place for place in PLACES if rank is not None and rank <= place), None)
                return Standing(others=others, among_first=first)
        for uri in uris:
            group = self._told.get(self._group_of.get(uri) or SkillUri(""))
            if group is not None and (others := self._others(group, own)) is not None:
                return Standing(others=others, group=group.labels)
        return Standing()

    def _others(self, item: SkillResult, own: frozenset[SkillUri]) -> int | None:
        """Return how many firms beside the reader need a skill, rounded down to a multiple of k; ``None`` below k."""
        users: int | None = item.quantities.users  # a figure that the edition withholds is none, whatever its type says
        if users is None:
            return None
        return (users - (item.uri in own)) // self._k * self._k or None

    def _helpers(self, uris: tuple[SkillUri, ...]) -> Iterator[Helper]:
        """Yield who offers one of the skills, each once."""
        members = {member.partner_id for member in self._snapshot.members}
        partners = {partner.id: partner for partner in self._snapshot.partners}
        seen = set()
        for offer in self._snapshot.offers:
            partner = partners.get(offer.partner)
            if partner is None or offer.skill not in uris or offer.fit is Fit.NO or partner.id in seen:
                continue
            seen.add(partner.id)
            is_member = partner.in_cluster or partner.id in members or self._names.mentioned_in(partner.name)
            yield Helper(name=None if is_member else partner.name, type=partner.type, form=offer.form)

    # --- the cluster --------------------------------------------------------------------------------------------------

    def _picture(self, own: frozenset[SkillUri]) -> Iterator[PictureNeed]:
        """Yield the most pressing needs, at the level that the evidence carries, of which the number may be told."""
        level = self._shown.groups if self._shown.lead_level == "groups" else self._shown.skills
        ranked = sorted(
            (item for item in level if item.ranking.rank is not None), key=lambda item: item.ranking.rank or 0
        )
        told = ((item, self._others(item, own)) for item in ranked)
        for item, others in [(item, others) for item, others in told if others is not None][:PICTURE]:
            yield PictureNeed(labels=item.labels, others=others, is_own=item.uri in own, coverage=item.coverage.status)

    def _actions(self, own: frozenset[SkillUri]) -> list[NextAction]:
        """Return what is planned or runs, first what serves the reader's needs, then by beginning."""
        open_ones = [action for action in self._shown.snapshot.actions if action.status in _OPEN and action.title]
        open_ones.sort(key=lambda one: (not own & set(one.skills), one.start or date.max, one.title))
        return [self._action(one, own) for one in open_ones[:_NEXT]]

    def _action(self, action: Action, own: frozenset[SkillUri]) -> NextAction:
        return NextAction(
            title=action.title,
            is_running=action.status is ActionStatus.RUNNING,
            start=action.start,
            timing=action.timing,
            serves=tuple(self._labels[uri] for uri in action.skills if uri in own and uri in self._named),
        )


def _needed_by(results: Results) -> Mapping[MemberCode, frozenset[SkillUri]]:
    """Return member → the skills and groups in whose numbers it counts."""
    found: dict[MemberCode, set[SkillUri]] = {}
    for item in (*results.skills, *results.groups):
        for code in item.members:
            found.setdefault(code, set()).add(item.uri)
    return {code: frozenset(uris) for code, uris in found.items()}
