"""A copy of a file to share without names: made anew from what is allowed in it, so that nothing comes along unasked.

Each value is built from the fields named here, never as the old one with some left out: a field that is new one day stays
behind until somebody lets it in. Moments of decisions, scores and hours stay behind, since each would join two copies.

Every organisation, answer and text gets a random code, new in each copy: two copies do not join. Texts that people typed
are left out or stand as codes; skills of public vocabularies keep their names, since without them nothing could be read.
The copy has no history, no contact person, no scan, no workshop and no team questionnaire. It is not an anonymous edition: figures
of single members are in it, and whoever knows a firm may know it again (decision record 0288).
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from fastmap.assessment import Assessment
from fastmap.catalogue.texts import load_texts
from fastmap.model.actions import Action, ChecklistAnswer, IndicatorAnswer, IndicatorTarget
from fastmap.model.choices import SkillSource
from fastmap.model.ids import (
    ActionId,
    CommitmentId,
    KpiEntryId,
    KpiKey,
    LanguageCode,
    MemberCode,
    OfferId,
    PartnerId,
    ResponseId,
    SkillUri,
    TieId,
)
from fastmap.model.kpis import KpiEntry, KpiGoal, OwnKpi, span_of
from fastmap.model.meanings import TextId, key_of
from fastmap.model.organisations import Cluster, Commitment, Member, Offer, Partner, Tie
from fastmap.model.planning import ActionPlan, Milestone, TeamCapacity
from fastmap.model.privacy import PrivacyChoice
from fastmap.model.responses import NamedLink, Need, Response, UnusedSkill
from fastmap.model.skills import Mapping as Placed
from fastmap.model.skills import SetAside, Skill, Split, SplitPart, VerdictOverride
from fastmap.model.snapshot import AssessmentInfo, Snapshot
from fastmap.model.weights import PriorityWeights
from fastmap.store.creating import create_file
from fastmap.vocabulary.starter import GROUP_PREFIX, STARTER_PREFIX

_PUBLIC = (SkillSource.ESCO, SkillSource.STARTER)
_PUBLIC_PREFIXES = ("http://data.europa.eu/esco/", STARTER_PREFIX, GROUP_PREFIX)
"""Of addresses that everybody's skills and groups have; ESCO gives names to nothing else there."""
_SIZES = (1, 3, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10000)
RECOGNISABLE = ("place", "size", "kind", "needs", "partners", "figures", "dates")
"""What may still tell who somebody is; texts ``pseudonym.left.<key>``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pseudonymised:
    """What became of the copy."""

    members: int
    answers: int
    partners: int
    texts: int
    """Different texts of forms that stand as codes."""


def save_pseudonymised_copy(assessment: Assessment, path: Path) -> Pseudonymised:
    """Write the copy to ``path``, wholly or not at all. Raises `FastmapError` where a new file cannot be made."""
    copying = _Copying(assessment.snapshot())
    create_file(path, copying.info(), copying.cluster(), *copying.values())
    found = copying.snapshot
    return Pseudonymised(
        members=len(found.members),
        answers=len(found.responses),
        partners=len(found.partners),
        texts=len(copying.texts),
    )


@dataclass(slots=True)
class _Copying:
    snapshot: Snapshot
    codes: dict[tuple[str, str], str] = field(default_factory=dict)
    texts: dict[TextId, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        texts = load_texts(self.snapshot.info.language)
        names = ("cluster", "member", "partner", "organisation", "text", "skill", "action", "figure", "step", "promise")
        self.words = {name: texts.term(f"pseudonym.{name}") for name in (*names, "left_out", "title")}

    def code(self, kind: str, key: str) -> str:
        """Return the code of a thing: random, the same throughout this copy."""
        if (kind, key) not in self.codes:
            taken = set(self.codes.values())
            made = next(one for one in iter(lambda: secrets.token_hex(3).upper(), None) if one not in taken)
            self.codes[kind, key] = made
        return self.codes[kind, key]

    def named(self, kind: str, key: str) -> str:
        return f"{self.words[kind]} {self.code(kind, key)}"

    def text(self, text: str, language: LanguageCode) -> str:
        return self._text_of_key(key_of(text), language)

    def _text_of_key(self, key: str, language: LanguageCode) -> str:
        return self.texts.setdefault((key, language), f"{self.words['text']} {secrets.token_hex(3).upper()}")

    def info(self) -> AssessmentInfo:
        old = self.snapshot.info
        return AssessmentInfo(
            id=secrets.token_hex(8),
            title=self.words["title"],
            round_label=str(old.round_start.year) if old.round_start else self.words["left_out"],
            round_start=old.round_start,
            round_end=old.round_end,
            language=old.language,
            fictional=old.fictional,
        )

    def cluster(self) -> Cluster:
        old = self.snapshot.cluster
        return Cluster(name=self.named("cluster", ""), country=old.country, nuts=_region(old.nuts), sectors=old.sectors)

    def values(self) -> Iterator[object]:
        """Everything that the copy holds, made anew field by field."""
        old = self.snapshot
        yield from map(self._skill, old.skills)
        yield from map(self._partner, old.partners)
        yield from map(self._member, old.members)
        yield from map(self._response, old.responses)
        yield from self._decisions()
        yield from map(self._offer, old.offers)
        yield from map(self._tie, old.ties)
        yield from self._promises_and_figures()
        yield from self._actions()
        for override in old.overrides:
            uri = self._uri(override.skill)
            yield VerdictOverride(skill=uri, verdict=override.verdict, reason=self.words["left_out"])
        yield from (IndicatorAnswer(key=one.key, value=one.value) for one in old.indicator_answers)
        yield from (IndicatorTarget(key=one.key, target=one.target) for one in old.targets)
        yield from (ChecklistAnswer(item=one.item, state=one.state) for one in old.checklist_answers)
        if old.weights is not None:
            yield PriorityWeights(**old.weights.by_part())
        if old.privacy is not None:
            yield PrivacyChoice(k=old.privacy.k)
        if old.capacity is not None:
            yield TeamCapacity(staff_days=old.capacity.staff_days)

    # --- organisations ------------------------------------------------------------------------------------------------

    def _member(self, old: Member) -> Member:
        return Member(
            code=self._member_code(old.code),
            name=self.named("member", old.code),
            kind=old.kind,
            headcount=_rounded(old.headcount),
            nuts=_region(old.nuts),
            language=old.language,
            status=old.status,
            partner_id=self._partner_id(old.partner_id) if old.partner_id is not None else None,
        )

    def _partner(self, old: Partner) -> Partner:
        return Partner(
            id=self._partner_id(old.id),
            name=self.named("partner", old.id),
            type=old.type,
            level=old.level,
            in_cluster=old.in_cluster,
            stage=old.stage,
            governance=old.governance,
        )

    def _offer(self, old: Offer) -> Offer:
        return Offer(
            id=OfferId(self.code("offer", old.id)),
            partner=self._partner_id(old.partner),
            skill=self._uri(old.skill),
            form=old.form,
            places_per_year=old.places_per_year,
            fit=old.fit,
            publicly_funded=old.publicly_funded,
            language=old.language,
            since=old.since,
        )

    def _tie(self, old: Tie) -> Tie:
        return Tie(
            id=TieId(self.code("tie", old.id)),
            partner=self._partner_id(old.partner),
            member=self._member_code(old.member) if old.member is not None else None,
            other_partner=self._partner_id(old.other_partner) if old.other_partner is not None else None,
            kind=old.kind,
            strength=old.strength,
            formal=old.formal,
            source=old.source if old.source in ("form", "workshop", "staff") else "staff",
        )

    def _member_code(self, code: MemberCode) -> MemberCode:
        return MemberCode(self.code("member", code))

    def _partner_id(self, partner: PartnerId) -> PartnerId:
        return PartnerId(self.code("partner", partner))

    # --- answers and skills -------------------------------------------------------------------------------------------

    def _response(self, old: Response) -> Response:
        month = old.received_at.astimezone(UTC)
        return Response(
            id=ResponseId(self.code("response", old.id)),
            member=self._member_code(old.member) if old.member is not None else None,
            channel=old.channel,
            language=old.language,
            received_at=datetime(month.year, month.month, 1, tzinfo=UTC),
            state=old.state,
            consent_contact=old.consent_contact,
            consent_naming=old.consent_naming,
            people_total=_rounded(old.people_total),
            paid_training=old.paid_training,
            barrier=old.barrier,
            needs=tuple(self._need(need, old.language) for need in old.needs),
            unused=tuple(
                UnusedSkill(skill_text=self.text(one.skill_text, old.language), people=one.people) for one in old.unused
            ),
            links=tuple(
                NamedLink(name=self.named("organisation", key_of(one.name)), type=one.type, kind=one.kind)
                for one in old.links
            ),
            offers=old.offers,
        )

    def _need(self, old: Need, language: LanguageCode) -> Need:
        return Need(
            row=old.row,
            skill_text=self.text(old.skill_text, language),
            level=old.level,
            short_now=old.short_now,
            short_12m=old.short_12m,
            short_36m=old.short_36m,
            consequence=old.consequence,
            hiring=old.hiring,
            hiring_reasons=old.hiring_reasons,
            provision=old.provision,
            joint_people=old.joint_people,
        )

    def _decisions(self) -> Iterator[Placed | Split | SetAside]:
        for mapping in self.snapshot.mappings:
            text = key_of(self._text_of_key(mapping.text_key, mapping.language))
            yield Placed(text_key=text, language=mapping.language, skill=self._uri(mapping.skill), how=mapping.how)
        for split in self.snapshot.splits:
            text = key_of(self._text_of_key(split.text_key, split.language))
            parts = tuple(
                SplitPart(text=self.text(part.text, split.language), skill=self._uri(part.skill))
                for part in split.parts
            )
            yield Split(text_key=text, language=split.language, parts=parts, how=split.how)
        for aside in self.snapshot.set_aside:
            text = key_of(self._text_of_key(aside.text_key, aside.language))
            yield SetAside(text_key=text, language=aside.language, how=aside.how)

    def _skill(self, old: Skill) -> Skill:
        is_public = old.source in _PUBLIC and _is_public(old.uri)
        group = old.group_uri
        return Skill(
            uri=self._uri(old.uri),
            labels=old.labels if is_public else dict.fromkeys(old.labels, self.named("skill", old.uri)),
            kind=old.kind,
            group_uri=None if group is None else self._uri(SkillUri(group)),
            group_labels=old.group_labels if group is not None and _is_public(group) else {},
            source=old.source if is_public or old.source not in _PUBLIC else SkillSource.OWN,
            strategic=old.strategic,
        )

    def _uri(self, uri: SkillUri) -> SkillUri:
        """Return the address of a skill or group; of the cluster's own ones another, as its end is what somebody typed.

        The address alone decides: whatever source a file says a skill has, only an address that everybody's skills have
        holds nobody's words. Lists may still name a skill that is not in the file any more.
        """
        if _is_public(uri):
            return uri
        known = next((one for one in self.snapshot.skills if one.uri == uri), None)
        source = SkillSource.OWN if known is None or known.source in _PUBLIC else known.source
        return SkillUri(f"fastmap:{source}/{self.code('skill', uri)}")

    # --- what the cluster does ----------------------------------------------------------------------------------------

    def _promises_and_figures(self) -> Iterator[object]:
        for promise in self.snapshot.commitments:
            yield Commitment(
                id=CommitmentId(self.code("commitment", promise.id)),
                what=self.named("promise", promise.id),
                kind=promise.kind,
                partner=self._partner_id(promise.partner) if promise.partner is not None else None,
                due=promise.due,
                state=promise.state,
            )
        for own in self.snapshot.own_kpis:
            yield OwnKpi(key=self._kpi(own.key), name=self.named("figure", own.key), unit=own.unit, adds_up=own.adds_up)
        for goal in self.snapshot.kpi_goals:
            yield KpiGoal(indicator=self._kpi(goal.indicator), baseline=goal.baseline, target=goal.target)
        for entry in self.snapshot.kpi_entries:
            yield KpiEntry(
                id=KpiEntryId(self.code("entry", entry.id)),
                indicator=self._kpi(entry.indicator),
                value=entry.value,
                period=entry.period if span_of(entry.period) else None,
                members=tuple(map(self._member_code, entry.members)),
                partners=tuple(map(self._partner_id, entry.partners)),
                others=tuple(self.named("organisation", key_of(one)) for one in entry.others),
            )

    def _kpi(self, key: KpiKey) -> KpiKey:
        own = {one.key for one in self.snapshot.own_kpis}
        return KpiKey(f"own:{self.code('figure', key)}") if key in own else key

    def _actions(self) -> Iterator[object]:
        for action in self.snapshot.actions:
            yield Action(
                id=self._action_id(action.id),
                title=self.named("action", action.id),
                cell=action.cell,
                reference=action.reference,
                timing=action.timing,
                status=action.status,
                partners=tuple(map(self._partner_id, action.partners)),
                skills=tuple(map(self._uri, action.skills)),
                start=action.start,
                end=action.end,
            )
        for plan in self.snapshot.action_plans:
            yield ActionPlan(
                action=self._action_id(plan.action),
                staff_days=plan.staff_days,
                milestones=tuple(
                    Milestone(title=self.named("step", f"{plan.action}/{place}"), due=one.due, state=one.state)
                    for place, one in enumerate(plan.milestones)
                ),
                after=tuple(map(self._action_id, plan.after)),
            )

    def _action_id(self, action: ActionId) -> ActionId:
        return ActionId(self.code("action", action))


def _is_public(address: str) -> bool:
    return address.startswith(_PUBLIC_PREFIXES)


def _region(nuts: str | None) -> str | None:
    """Return the region above the district: NUTS 2 at most."""
    return nuts[:4] if nuts else None


def _rounded(people: int | None) -> int | None:
    """Return the largest round number that is not above ``people``.

    >>> _rounded(37), _rounded(0), _rounded(None)
    (25, 0, None)
    """
    if not people:
        return people
    return max(size for size in _SIZES if size <= people)
