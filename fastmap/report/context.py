"""What every section of a report needs: the results, the language, and words for things that recur.

A section asks the context for names, badges and figures and so never decides itself what an anonymous reader may see.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property

from fastmap.analysis.weights import with_weights_of
from fastmap.catalogue.definitions import Catalogue, Rules
from fastmap.model.actions import Action, Cell
from fastmap.model.choices import (
    ActorState,
    CommitmentState,
    CoverageStatus,
    Evidence,
    Scope,
    Timing,
    Verdict,
)
from fastmap.model.ids import LanguageCode, MemberCode, PartnerId, RefId, SkillUri
from fastmap.model.messages import Fact, Message, Share
from fastmap.model.organisations import Partner
from fastmap.model.results import Recommendation, Results, SkillResult
from fastmap.model.skills import Skill, label_in
from fastmap.report.audiences import EVERYTHING, Selection
from fastmap.report.badges import Badge, Tone
from fastmap.report.blocks import CellValue, Suppressed
from fastmap.report.protection import WITHHELD, Protection, k_in_force
from fastmap.texts import Texts, sentence_case

VERDICT_TONES = {
    Verdict.SHORTAGE: Tone.WARN,
    Verdict.MISMATCH: Tone.LT,
    Verdict.SHORTAGE_OR_MISMATCH: Tone.MT,
    Verdict.UPTAKE_GAP: Tone.REGIONAL,
    Verdict.DEFICIT: Tone.BAD,
    Verdict.OVER_QUALIFICATION: Tone.INTERNATIONAL,
    Verdict.BALANCED: Tone.GOOD,
    Verdict.NOT_ENOUGH_EVIDENCE: Tone.NEUTRAL,
}
COVERAGE_TONES = {
    CoverageStatus.COVERED: Tone.GOOD,
    CoverageStatus.INTRODUCTION: Tone.PRIMARY,
    CoverageStatus.TOO_SMALL: Tone.WARN,
    CoverageStatus.DOES_NOT_FIT: Tone.LT,
    CoverageStatus.NOBODY: Tone.BAD,
    CoverageStatus.UNKNOWN: Tone.NEUTRAL,
}
ACTOR_TONES = {
    ActorState.MEMBER: Tone.GOOD,
    ActorState.LINKED: Tone.REGIONAL,
    ActorState.KNOWN: Tone.WARN,
    ActorState.NOT_RECORDED: Tone.NEUTRAL,
}
COMMITMENT_TONES = {
    CommitmentState.PROMISED: Tone.NEUTRAL,
    CommitmentState.UNDER_WAY: Tone.REGIONAL,
    CommitmentState.KEPT: Tone.GOOD,
    CommitmentState.DROPPED: Tone.LT,
}
TIMING_TONES = {Timing.ST: Tone.ST, Timing.MT: Tone.MT, Timing.LT: Tone.LT}
SCOPE_TONES = {
    Scope.ALONE: Tone.ALONE,
    Scope.REGIONAL: Tone.REGIONAL,
    Scope.INTERNATIONAL: Tone.INTERNATIONAL,
}


@dataclass(frozen=True)
class ReportContext:
    """One report in the making: what it says, in which language, for whom."""

    results: Results
    """Already anonymous where ``protection`` is set."""
    catalogue: Catalogue
    texts: Texts
    made_on: date
    protection: Protection | None = None
    """What an anonymous edition withholds; ``None`` in the named edition."""
    selection: Selection = EVERYTHING
    """For whom the report is and which chapters it shows: a sentence refers only to those."""

    @property
    def anonymous(self) -> bool:
        """True if names and small figures must not appear."""
        return self.protection is not None

    @cached_property
    def rules(self) -> Rules:
        """The thresholds that hold in this edition, with the weights and the k that the cluster chose.

        An anonymous one ranks and concludes from no fewer than k members.
        """
        snapshot = self.results.snapshot
        rules = with_weights_of(snapshot, self.catalogue).rules
        if self.protection is None:
            return replace(rules, privacy_k=k_in_force(snapshot, rules))
        k = self.protection.k
        return replace(rules, privacy_k=k, min_users=max(rules.min_users, k))

    # --- words --------------------------------------------------------------------------------------------------------

    def say(self, key: str, /, **facts: Fact) -> str:
        """Return the report's own text ``report.<key>``."""
        return self.texts.get(f"report.{key}", **facts)

    def named_words(self, key: str, /) -> str:
        """Return the report's text ``key`` of a named edition as it reads for its audience, which names may concern."""
        audience = self.selection.audience
        return self.say(key) if audience is None else self.say(f"{key}_for.{audience}")

    def sentence(self, message: Message) -> str:
        """Return a message of the analysis or the advice as a sentence."""
        return self.texts.say(message)

    def sentences(self, messages: Iterable[Message]) -> tuple[str, ...]:
        """Return messages as sentences, each once, in their order."""
        return tuple(dict.fromkeys(self.texts.say(item) for item in messages))

    def word(self, family: str, value: StrEnum | str) -> str:
        """Return the catalogue's word for a closed choice, such as ``member_kind.micro``."""
        return self.texts.get(f"{family}.{value}")

    def sector_word(self, key: str) -> str:
        """Return the name of a sector; its key where no catalogue of ours knows it: the file may be of another program."""
        return self.word("sector", key) if f"sector.{key}" in self.texts else key

    def yes_no(self, *, answer: bool | None) -> str | None:
        """Return yes, no, or ``None`` for what nobody told."""
        return None if answer is None else self.texts.fact(answer)

    def list_words(self, items: Iterable[str]) -> str:
        """Return "a, b and c"; for nothing an empty text."""
        found = list(items)
        return self.texts.listing(found) if found else ""

    def parts(self, items: Iterable[str]) -> str:
        """Return items that may hold commas themselves as one list: "a; b; c"."""
        return "; ".join(items)

    # --- skills -------------------------------------------------------------------------------------------------------

    @cached_property
    def by_uri(self) -> dict[SkillUri, SkillResult]:
        """Every skill and group of the results by its URI."""
        return {item.uri: item for item in (*self.results.groups, *self.results.skills)}

    def label(self, item: SkillResult) -> str:
        """Return the name of a skill or group in the report's language."""
        return label_in(item.labels, self.texts.language) or item.uri

    def title(self, item: SkillResult) -> str:
        """Return the name as it begins a sentence, a row or a bar; vocabularies write it in lower case."""
        return self.capital(item.labels, item.uri)

    def recorded_title(self, uri: SkillUri) -> str:
        """Return the name of a skill of the file as it begins a row, whether anybody named it or not."""
        return self.capital(self.recorded_skills[uri].labels, uri)

    def capital(self, labels: Mapping[LanguageCode, str], uri: SkillUri) -> str:
        """Return the name that ``labels`` give a skill, as it begins a sentence; its URI where they give none."""
        return sentence_case(label_in(labels, self.texts.language) or uri)

    def labels(self, uris: Iterable[SkillUri]) -> tuple[str, ...]:
        """Return the names of those skills that this report may show, whether a member named them or not."""
        return tuple(filter(None, map(self._label_of, uris)))

    def _label_of(self, uri: SkillUri) -> str | None:
        if uri in self.by_uri:
            return self.label(self.by_uri[uri])
        recorded = self.recorded_skills.get(uri)
        return None if recorded is None else label_in(recorded.labels, self.texts.language) or uri

    @cached_property
    def recorded_skills(self) -> dict[SkillUri, Skill]:
        """The skills of the file by URI."""
        return {skill.uri: skill for skill in self.results.snapshot.skills}

    @cached_property
    def ranked(self) -> tuple[SkillResult, ...]:
        """The ranked skills, best first."""
        return tuple(item for item in self.results.skills if item.ranking.rank is not None)

    @cached_property
    def top(self) -> tuple[SkillResult, ...]:
        """The ranked skills among the first ``top_k`` ranks."""
        return tuple(item for item in self.ranked if (item.ranking.rank or 0) <= self.rules.top_k)

    @cached_property
    def lead(self) -> tuple[SkillResult, ...]:
        """Skills or groups: the lowest level at which a verdict is at least indicative."""
        return self.results.groups if self.results.lead_level == "groups" else self.results.skills

    # --- figures ------------------------------------------------------------------------------------------------------

    def withheld(self, item: SkillResult, figure: str) -> str | None:
        """Return the word that stands for a figure privacy withholds, or ``None`` if it may be shown."""
        word = self.protection.word(item.uri, figure) if self.protection else None
        return self.say("withheld.short") if word == WITHHELD else word

    def cell(self, item: SkillResult, figure: str, value: float | int | None) -> CellValue:
        """Return ``value`` for a table, or what stands in its place."""
        word = self.withheld(item, figure)
        return Suppressed(word) if word else value

    def fact(self, item: SkillResult, figure: str, value: float | int | None, *, share: bool = False) -> Fact:
        """Return ``value`` for a sentence; what is withheld reads "fewer than 5"."""
        word = self.protection.word(item.uri, figure) if self.protection else None
        if word is not None:
            return self.say("withheld.in_sentence") if word == WITHHELD else word
        return Share(value) if share and value is not None else value

    def general(self, figure: str, value: Fact) -> Fact:
        """Return a figure about the whole round for a sentence, or what stands in its place."""
        word = self.protection.general.get(figure) if self.protection else None
        if word is None:
            return value
        return self.say("withheld.in_sentence") if word == WITHHELD else word

    def is_general_withheld(self, figure: str) -> bool:
        """Say whether this edition withholds a figure about the whole round."""
        return self.protection is not None and figure in self.protection.general

    @property
    def response_rate(self) -> Fact:
        """The response rate, "≥ 86 %" where the rate itself would tell how few did not answer, or nothing."""
        at_least = self.protection.response_rate_at_least if self.protection else None
        if at_least is not None:
            return self.say("figure.at_least", rate=Share(at_least))
        rate = self.results.quality.response_rate
        return None if rate is None else Share(rate)

    # --- organisations and actions ------------------------------------------------------------------------------------

    @cached_property
    def partners(self) -> dict[PartnerId, Partner]:
        """Partners by id."""
        return {partner.id: partner for partner in self.results.snapshot.partners}

    def partner_name(self, partner: PartnerId) -> str:
        """Return the partner's name; where it is withheld, its type."""
        found = self.partners.get(partner)
        if found is None:
            return self.say("partner.unknown")
        return found.name or self.say("partner.member_of_type", type=self.word("partner_type", found.type))

    def stage(self, partner: PartnerId, stage: int | None) -> CellValue:
        """Return a relationship stage; of a partner that is a member and not named, that it is withheld."""
        found = self.partners.get(partner)
        is_masked = self.protection is not None and found is not None and not found.name
        return Suppressed(self.say("withheld.short")) if is_masked and stage is None else stage

    def partner_names(self, partners: Iterable[PartnerId]) -> str:
        """Return partners' names as one list, each once."""
        return self.list_words(dict.fromkeys(self.partner_name(partner) for partner in partners))

    def member_name(self, code: MemberCode) -> str:
        """Return the name of a member, or its code where it is not to be named."""
        return self._members.get(code, code)

    def member_names(self, members: Iterable[MemberCode]) -> str:
        """Return members' names as one list."""
        return self.list_words(map(self.member_name, members))

    def node_name(self, node: str) -> str | None:
        """Return the name of a node of the network (``m:CODE`` or ``p:ID``); ``None`` for a member not to be named."""
        kind, _, key = node.partition(":")
        if kind == "p":
            return self.partner_name(PartnerId(key))
        return None if self.anonymous else self._members.get(MemberCode(key), key)

    @cached_property
    def _members(self) -> dict[MemberCode, str]:
        return {member.code: member.name for member in self.results.snapshot.members}

    def action_title(self, title: str, reference: RefId | None) -> str:
        """Return an action's title; where it is withheld, that of its reference action."""
        if title:
            return title
        return self.reference_title(reference) if reference else self.say("action.withheld")

    def reference_title(self, reference: RefId) -> str:
        """Return the catalogue's title of a reference action."""
        return self.texts.get(f"action.{reference}.title")

    def title_of(self, action: Action) -> str:
        """Return what an action is called in this report."""
        return self.action_title(action.title, action.reference)

    def practice(self, key: str) -> str:
        """Return a practice as a sentence, marked where the cluster recorded it itself: "Name: what was done"."""
        own = next((one for one in self.results.snapshot.practices if one.id == key), None)
        if own is not None:
            return self.say("practices.own", name=own.name, what=own.what)
        name, what = self.texts.term(f"practice.{key}.name"), self.texts.term(f"practice.{key}.what")
        return self.say("decisions.practice", name=name, what=what)

    def cell_words(self, cell: Cell) -> str:
        """Return a grid cell as words: "regional collaboration, high complexity"."""
        return self.say(
            "cell", scope=self.word("scope", cell.scope), complexity=self.word("complexity", cell.complexity)
        )

    # --- badges -------------------------------------------------------------------------------------------------------

    def verdict_badge(self, item: SkillResult) -> Badge:
        """Return the verdict as a badge; a verdict set by hand says so."""
        verdict = item.imbalance.verdict
        word = self.word("verdict", verdict)
        if item.imbalance.override_reason is not None:
            word = self.say("verdict.overridden", verdict=word)
        return Badge(word, VERDICT_TONES[verdict])

    def coverage_badge(self, status: CoverageStatus) -> Badge:
        """Return a coverage status as a badge."""
        return Badge(self.word("coverage_status", status), COVERAGE_TONES[status])

    def timing_badges(self, timing: Iterable[Timing]) -> tuple[Badge, ...]:
        """Return ST, MT, LT as badges."""
        return tuple(Badge(str(item), TIMING_TONES[item]) for item in timing)

    def recommendation_badges(self, item: Recommendation) -> tuple[Badge, ...]:
        """Return step, cell and timing of a recommendation as badges."""
        badges = (
            Badge(self.word("step", item.step)),
            Badge(self.cell_words(item.cell), SCOPE_TONES[item.cell.scope]),
            *self.timing_badges(item.timing),
        )
        return (*badges, Badge(self.say("decisions.prepare_first"), Tone.WARN)) if item.prepare_first else badges


def at_least_indicative(items: Iterable[SkillResult]) -> tuple[SkillResult, ...]:
    """Return those whose verdict rests on enough members to be told."""
    return tuple(
        item
        for item in items
        if item.imbalance.evidence is not Evidence.THIN and item.imbalance.verdict is not Verdict.NOT_ENOUGH_EVIDENCE
    )
