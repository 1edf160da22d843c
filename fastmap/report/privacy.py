"""Anonymous editions: results in which no member is named and no figure rests on fewer than k members.

Everything an anonymous report shows is made from the results returned here, so that a section cannot forget to hide
something. Start at `protect`; `protected_figures` deals with skills and groups, `disclosure` with counting rules,
`masking` with sentences. What is not guaranteed is printed in the report's limits.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Final

from fastmap.analysis.consolidation import Consolidated, consolidate
from fastmap.analysis.representation import missing_classes
from fastmap.analysis.specialisation import needs_by_kind
from fastmap.analysis.weights import with_weights_of
from fastmap.catalogue.definitions import Catalogue
from fastmap.model.actions import Action
from fastmap.model.choices import SHARED_SOURCES
from fastmap.model.comparison import Comparison
from fastmap.model.grant import Grant, Logo
from fastmap.model.ids import ActionId, CommitmentId, PartnerId, PracticeId, SkillUri
from fastmap.model.messages import Labels, Message, Share, Term, message
from fastmap.model.normalise import text_key
from fastmap.model.organisations import Commitment, Partner
from fastmap.model.planning import ActionPlan
from fastmap.model.practices import OwnPractice
from fastmap.model.privacy import FreeText
from fastmap.model.representation import Representation
from fastmap.model.results import (
    Actor,
    Coverage,
    Ecosystem,
    GridCell,
    Imbalance,
    Indicator,
    Introduction,
    KeepAndDeepen,
    NearMiss,
    Network,
    Quality,
    Recommendation,
    Results,
    SkillResult,
    StepResult,
    Stratum,
)
from fastmap.model.snapshot import Snapshot
from fastmap.model.specialisation import Specialisation
from fastmap.report.cleared import ClearedTexts, free_texts
from fastmap.report.disclosure import NOT_TOLD, is_small, may_tell, regrouped, strata_at_all, together_at_all
from fastmap.report.edition_codes import codes_of_partners
from fastmap.report.masking import Mask
from fastmap.report.members_named import member_names
from fastmap.report.protected_figures import (
    Withholding,
    enough_evidence,
    may_be_shown,
    protected_levels,
)
from fastmap.report.protected_interests import protected_interests
from fastmap.report.protected_kpis import Contributions, protected_kpis
from fastmap.report.protected_rounds import Edition, protected_comparison
from fastmap.report.protection import WITHHELD, Protection, k_in_force, steps_of_k
from fastmap.report.strata import TAKEN_TOGETHER
from fastmap.report.team_privacy import anonymous_team, is_team_withheld, is_told_by_levels
from fastmap.report.tied_members import tied_members

MEMBER_SHARES: Final = {"sme_share_gap", "internship_tie_share"}
"""Step indicators whose value counts members by what they are or do."""
_FREE: Final = Message("report.withheld.sentence")


@dataclass(frozen=True, slots=True, kw_only=True)
class Protected:
    """Results for an anonymous edition and what was withheld from them."""

    results: Results
    protection: Protection
    partner_codes: Mapping[PartnerId, PartnerId]
    """Partner → its code in this edition. Not for others."""


def random_code() -> str:
    """Return a code for one export: nothing about an organisation can be worked out from it."""
    return secrets.token_hex(4)


def anonymise(results: Results, catalogue: Catalogue, *, random_codes: Callable[[], str] = random_code) -> Results:
    """Return ``results`` without names, firms' own words and figures of fewer members than ``privacy_k``.

    Withheld figures are ``None``; `protect` also tells which they are.
    """
    return protect(results, catalogue, random_codes=random_codes).results


def protect(results: Results, catalogue: Catalogue, *, random_codes: Callable[[], str] = random_code) -> Protected:
    """Return ``results`` as an anonymous edition may show them, with what it withholds.

    ``random_codes`` gives a new code at each call, at least until all partners and actions have one; members are left out.
    Source: `domain.md`, Privacy; decision records 0060 to 0062 and 0274 to 0276.
    """
    return _Protecting(results, catalogue, random_codes).outcome()


class _Protecting:
    """One export: what is shown, under which codes, and what is withheld on the way."""

    def __init__(self, results: Results, catalogue: Catalogue, random_codes: Callable[[], str]) -> None:
        self._results = results
        self._rules = with_weights_of(results.snapshot, catalogue).rules
        self._nace = frozenset(catalogue.nace_sections)
        self._k = k_in_force(results.snapshot, catalogue.rules)
        self._steps = steps_of_k(results.snapshot, catalogue.rules)
        self._cleared = ClearedTexts(results.snapshot)
        self._team_definition = catalogue.team
        self._answers: Consolidated = consolidate(results.snapshot)
        self._sources = {uri: skill.source for uri, skill in self._answers.skills.items()}
        self._names = member_names(results.snapshot)
        self._open = {partner.id for partner in results.snapshot.partners if not self._is_member(partner)}
        self._partner_codes = codes_of_partners(results.snapshot, frozenset(self._open), random_codes)
        self._action_codes = {action.id: ActionId(random_codes()) for action in results.snapshot.actions}
        self._practices = self._own_practices()
        self._withholding = Withholding(self._k, self._steps[0], self._rules.privacy_within)
        self._by_levels = {item.key for step in results.steps for item in step.indicators if is_told_by_levels(item)}
        self._team = anonymous_team(results.team, catalogue.team, self._k)
        self._general = self._round_withheld()
        self._indicators: set[str] = set()
        self._titles = 0
        levels = {k: (self._shown_at(results.skills, k), self._shown_at(results.groups, k)) for k in self._steps}
        self._uris_at = tuple(
            (k, frozenset(item.uri for item in (*skills, *groups))) for k, (skills, groups) in levels.items()
        )
        skills, groups = levels[self._k]
        self._uris = self._uris_at[-1][1]
        self._few = [item for item in results.skills if item.uri not in self._uris and item.quantities.users]
        self._mask = self._make_mask((*skills, *groups))
        shown = protected_levels(levels, self._answers, self._rules, self._withholding)
        self._skills, self._groups = (tuple(self._finished(item) for item in level) for level in shown)
        self._by_uri = {item.uri: item for item in (*self._skills, *self._groups)}
        self._said_by_team = self._skills_of_the_team()

    def outcome(self) -> Protected:
        results, ecosystem = self._results, self._ecosystem()
        kpis, kpis_withheld = protected_kpis(
            results.kpis,
            steps=self._steps,
            members=len(results.snapshot.members),
            free_text=self._free_text,
            contributions=Contributions(results.snapshot, self._rules.privacy_within),
        )
        protected = Results(
            snapshot=self._snapshot(),
            catalogue=results.catalogue,
            quality=self._quality(),
            skills=self._skills,
            groups=self._groups,
            lead_level="groups" if enough_evidence(self._groups) and not enough_evidence(self._skills) else "skills",
            unmatched=(),
            ecosystem=ecosystem,
            grid=tuple(self._grid_cell(cell) for cell in results.grid),
            balance=tuple(
                replace(note, sentence=masked)
                for note in results.balance
                if (masked := self._mask.sentence(note.sentence)) is not None
            ),
            steps=tuple(self._step(step) for step in results.steps),
            recommendations=tuple(
                self._recommendation(number, item) for number, item in enumerate(results.recommendations, start=1)
            ),
            keep_and_deepen=tuple(self._keep(item) for item in results.keep_and_deepen),
            kpis=kpis,
            team=self._team,
            near_misses=self._near_misses(),
            specialisation=self._specialisation(),
            interests=tuple(
                protected_interests(
                    results.interests, ecosystem.introductions, codes=self._partner_codes, named=self._open
                )
            ),
        )
        missing = missing_classes(protected.quality, self._rules, skipped=[TAKEN_TOGETHER])
        protected = replace(
            protected,
            representation=Representation(missing=missing),
            since_last_round=self._since_last_round(protected.quality),
        )
        named = [item for item in self._few if self._may_be_named(item)]
        return Protected(
            results=protected,
            partner_codes=self._partner_codes,
            protection=Protection(
                k=self._k,
                figures=self._withholding.figures,
                general=self._general,
                response_rate_at_least=self._response_rate_at_least(),
                few_labels=tuple(Labels(item.labels) for item in named),
                few_unnamed=len(self._few) - len(named),
                indicators=frozenset(self._indicators),
                kpis=kpis_withheld,
                remarks=self._remarks(),
                titles_withheld=self._titles,
                sentences_withheld=len(self._mask.left_out),
            ),
        )

    def _since_last_round(self, shown: Quality) -> Comparison | None:
        results, earlier = self._results, self._results.snapshot.earlier
        if results.since_last_round is None or earlier is None:
            return None
        edition = Edition(
            k=self._k,
            shown_at=self._uris_at,
            items=self._by_uri,
            users={item.uri: item.quantities.users for item in (*results.skills, *results.groups)},
            quality=shown,
            answered=results.quality.answered,
            free_text=self._free_text,
        )
        return protected_comparison(results.since_last_round, earlier, edition)

    def _specialisation(self) -> Specialisation:
        """Return the need by kind, added up from the figures that are shown; who belongs to a priority is not told.

        Kind against priority would be a table with two ways; whatever it held could be set against the tables with one.
        """
        return Specialisation(
            by_kind=needs_by_kind(self._skills, self._groups, answered=None),
            untold=self._results.specialisation.untold,
        )

    # --- who and what may be named ------------------------------------------------------------------------------------

    def _is_member(self, partner: Partner) -> bool:
        linked = any(member.partner_id == partner.id for member in self._results.snapshot.members)
        return bool(partner.in_cluster) or linked or self._names.mentioned_in(partner.name)

    def _shown_at(self, items: Iterable[SkillResult], k: int) -> list[SkillResult]:
        """Return those that an edition with ``k`` shows."""
        return [
            item
            for item in items
            if may_be_shown(item, k) and not any(map(self._names.mentioned_in, item.labels.values()))
        ]

    def _may_be_named(self, item: SkillResult) -> bool:
        """Say whether a skill named by few may be listed: its label is a shared word, not a firm's own."""
        return self._sources.get(item.uri) in SHARED_SOURCES and not any(
            map(self._names.mentioned_in, item.labels.values())
        )

    def _make_mask(self, shown: Iterable[SkillResult]) -> Mask:
        items = list(shown)
        hidden = [item for item in (*self._results.skills, *self._results.groups) if item.uri not in self._uris]
        return Mask(
            k=self._k,
            names=self._names,
            shown={frozenset(item.labels.items()): item.uri for item in items},
            hidden_words=frozenset(label for item in hidden for label in item.labels.values()),
            partners={partner: code for partner, code in self._partner_codes.items() if partner in self._open},
            partner_types={partner.id: partner.type for partner in self._results.snapshot.partners},
            hides=self._withholding.hides,
            answers_told="answered" not in self._general,
            asked_told="answered" not in self._general and "asked" not in self._general,
        )

    def _free_text(self, text: str | None) -> str | None:
        """Return a text that the cluster team typed, or nothing if it names a member."""
        return None if self._names.mentioned_in(text) else text

    def _cleared_text(self, kind: FreeText, key: str, text: str | None) -> str | None:
        """Return a text that a person cleared; by now it may name a member all the same."""
        return self._free_text(self._cleared.shown(kind, key, text))

    def _remarks(self) -> tuple[str, ...]:
        """Return the cleared remarks of members, by their words: in no order of the members."""
        told = (
            self._cleared_text(kind, key, text)
            for kind, key, text in free_texts(self._results.snapshot)
            if kind is FreeText.REMARK
        )
        return tuple(sorted(text for text in told if text))

    # --- the round ----------------------------------------------------------------------------------------------------

    def _snapshot(self) -> Snapshot:
        snapshot = self._results.snapshot
        info = replace(
            snapshot.info,
            id="",
            title=self._free_text(snapshot.info.title) or "",
            previous_file=None,
            catalogue=None,
        )
        return Snapshot(
            info=info,
            cluster=snapshot.cluster,
            skills=tuple(
                replace(skill, strategic_reason=None)
                for skill in snapshot.skills
                if skill.uri in self._by_uri or skill.uri in self._said_by_team
            ),
            partners=self._partners(),
            commitments=self._commitments(),
            actions=tuple(self._action(action) for action in snapshot.actions),
            action_plans=self._action_plans(),
            capacity=snapshot.capacity,
            grant=self._grant(snapshot.grant),
            logo=self._logo(snapshot.logo),
            weights=snapshot.weights,
            practices=tuple(self._practices.values()),
        )

    def _grant(self, grant: Grant) -> Grant:
        """Return the facts of the grant without those that name a member: a coordinator often is one."""
        typed: dict[str, Any] = {
            one.name: None if self._holds_a_members_name(value) else value
            for one in fields(grant)
            if isinstance(value := getattr(grant, one.name), str)
        }
        return replace(grant, **typed)

    def _holds_a_members_name(self, text: str) -> bool:
        """Say whether a whole name stands in ``text``: single words of names are the region's and the project's, too."""
        words = f" {text_key(text)} "
        names = (text_key(member.name) for member in self._results.snapshot.members)
        return any(name and f" {name} " in words for name in names)

    def _logo(self, logo: Logo | None) -> Logo | None:
        if logo is None:
            return None
        if self._holds_a_members_name(logo.alternative):
            return replace(logo, alternative=self._results.snapshot.cluster.name)
        return logo

    def _own_practices(self) -> dict[str, OwnPractice]:
        """Return the cluster's own practices by their id, without those whose words name a member."""
        return {
            one.id: replace(
                one,
                id=PracticeId(f"P{number:03}"),
                place=self._free_text(one.place),
                source=self._free_text(one.source),
            )
            for number, one in enumerate(self._results.snapshot.practices, start=1)
            if self._free_text(one.name) is not None and self._free_text(one.what) is not None
        }

    def _commitments(self) -> tuple[Commitment, ...]:
        """Return what was promised; who promised it where that is an organisation of the region, not a member.

        A member's own promise is not told: its words can be what only one member could write.
        """
        return tuple(
            replace(
                one,
                id=CommitmentId(str(number)),
                what="" if self._is_masked(one.partner) else self._free_text(one.what) or "",
                partner=None if one.partner is None else self._partner_codes.get(one.partner),
                who=self._free_text(one.who),
                evidence=None if self._is_masked(one.partner) else self._free_text(one.evidence),
            )
            for number, one in enumerate(self._results.snapshot.commitments, start=1)
        )

    def _is_masked(self, partner: PartnerId | None) -> bool:
        return partner is not None and partner not in self._open

    def _action_plans(self) -> tuple[ActionPlan, ...]:
        """Return plans of actions without the words of milestones: they may name owners and partners."""
        codes = self._action_codes
        return tuple(
            replace(
                plan,
                action=codes[plan.action],
                milestones=tuple(replace(milestone, title="") for milestone in plan.milestones),
                after=tuple(codes[action] for action in plan.after if action in codes),
            )
            for plan in self._results.snapshot.action_plans
            if plan.action in codes
        )

    def _near_misses(self) -> tuple[NearMiss, ...]:
        """Return why the others stand where they do, as far as it may be told; scores as recommendations show them."""
        told = ((item, self._mask.sentence(item.condition)) for item in self._results.near_misses)
        return tuple(
            replace(item, score=round(item.score, 1), score_then=None, condition=condition or _FREE)
            for item, condition in told
        )

    def _partners(self) -> tuple[Partner, ...]:
        """Return the partners, those that are members last and by their code: a place among the others tells of a name."""
        shown = [self._partner(partner) for partner in self._results.snapshot.partners]
        masked = sorted((partner for partner in shown if not partner.name), key=lambda partner: partner.id)
        return (*(partner for partner in shown if partner.name), *masked)

    def _coded(self, partners: Iterable[PartnerId]) -> tuple[PartnerId, ...]:
        """Return the codes of those that are on record, of members last."""
        known = [partner for partner in partners if partner in self._partner_codes]
        return tuple(dict.fromkeys(self._partner_codes[one] for one in sorted(known, key=self._is_masked)))

    def _partner(self, partner: Partner) -> Partner:
        shown = Partner(id=self._partner_codes[partner.id], name=partner.name, type=partner.type, level=partner.level)
        if partner.id in self._open:
            return replace(shown, in_cluster=partner.in_cluster, stage=partner.stage)
        return replace(shown, name="", level=None, in_cluster=True)

    def _round_withheld(self) -> dict[str, str]:
        """Return the totals of the round that are withheld, with what is shown for them.

        "25 of 27" also tells that two did not answer: what 25 could be subtracted from goes, and what it shares with
        the rest of the edition, the number that answered, stays.
        """
        quality, k = self._results.quality, self._k
        if is_small(quality.answered, k):
            return dict.fromkeys(("answered", "response_rate", "employment"), f"< {k}")
        withheld: dict[str, str] = {}
        if not may_tell(quality.answered, quality.asked, k):
            withheld |= dict.fromkeys(("asked", "response_rate"), WITHHELD)
        if not may_tell(quality.answered, quality.members, k):
            withheld |= dict.fromkeys(("members", "headcount_known"), WITHHELD)
        return withheld

    def _response_rate_at_least(self) -> float | None:
        """Return the rate if k - 1 members had not answered, in whole percents rounded down."""
        if "asked" not in self._general:
            return None
        answered = self._results.quality.answered
        return (100 * answered // (answered + self._k - 1)) / 100

    def _quality(self) -> Quality:
        quality, k = self._results.quality, self._k
        answered = quality.answered
        by_size = strata_at_all(quality.by_size, self._steps, name_parts=True)
        if "answered" in self._general:
            answered, by_size = NOT_TOLD, ()
        if not may_tell(quality.headcount_known, quality.members, k):
            self._general["headcount_known"] = WITHHELD
        paid = together_at_all(
            {"yes": quality.paid_training_yes, "no": quality.paid_training_known - quality.paid_training_yes},
            quality.answered,
            self._steps,
        )
        if self._has_hidden_users():
            self._general["needs_rows"] = WITHHELD
        return replace(
            quality,
            members=NOT_TOLD if "members" in self._general else quality.members,
            asked=NOT_TOLD if "asked" in self._general else quality.asked,
            answered=answered,
            response_rate=None if "response_rate" in self._general else quality.response_rate,
            employment_covered=self._employment(),
            headcount_known=NOT_TOLD if "headcount_known" in self._general else quality.headcount_known,
            empty_forms=quality.empty_forms if may_tell(quality.empty_forms, quality.answered, k) else NOT_TOLD,
            needs_rows=quality.needs_rows if answered and "needs_rows" not in self._general else NOT_TOLD,
            by_size=by_size,
            by_activity=self._by_activity() if answered else (),
            by_region=strata_at_all(quality.by_region, self._steps, name_parts=False) if answered else (),
            not_answered=(),
            languages=together_at_all(quality.languages, quality.answered, self._steps),  # type: ignore[arg-type]  # codes and one class
            paid_training_yes=quality.paid_training_yes if {"yes", "no"} <= paid.keys() else NOT_TOLD,
            paid_training_known=quality.paid_training_known if {"yes", "no"} <= paid.keys() else NOT_TOLD,
            barriers=together_at_all(quality.barriers, quality.answered, self._steps),
            warnings=self._warnings(quality, frozenset(item.key for item in by_size)),
        )

    def _by_activity(self) -> tuple[Stratum, ...]:
        """Return answers by activity: NACE sections by their letter, other words only where k members share them."""
        sections = regrouped(self._results.quality.by_activity, self._section)
        return strata_at_all(sections, self._steps, name_parts=False)

    def _has_hidden_users(self) -> bool:
        """Say whether the number of rows less the users that are told would be how many named what is not."""
        return (
            bool(self._few)
            or bool(self._results.unmatched)
            or any(self._withholding.hides(item.uri, "users") for item in self._skills)
        )

    def _section(self, activity: str) -> str:
        letter = activity[:1].upper()
        if letter in self._nace and (len(activity) == 1 or activity[1:].replace(".", "").isdigit()):
            return letter
        return TAKEN_TOGETHER if self._names.mentioned_in(activity) else activity

    def _employment(self) -> float | None:
        """Return the share of people at answering members, if it rests on enough of them on either side."""
        covered = self._results.quality.employment_covered
        heads = [member for member in self._results.snapshot.members if member.headcount is not None]
        heard = sum(1 for member in heads if member.code in set(self._answers.answered))
        if covered is None or "answered" in self._general:
            return None
        if heard < self._k or not may_tell(heard, len(heads), self._k):
            self._general["employment"] = WITHHELD
            return None
        return round(covered, 2)

    def _warnings(self, quality: Quality, sizes: frozenset[str]) -> tuple[Message, ...]:
        kept = [item for item in quality.warnings if _sizes_of(item) <= sizes]
        return self._mask.sentences(kept)

    # --- skills -------------------------------------------------------------------------------------------------------

    def _finished(self, item: SkillResult) -> SkillResult:
        return replace(
            item,
            group=item.group if item.group in self._uris else None,
            skills=tuple(uri for uri in item.skills if uri in self._uris),
            imbalance=self._imbalance(item),
            coverage=self._coverage(item),
        )

    def _imbalance(self, item: SkillResult) -> Imbalance:
        found = item.imbalance
        figures = dict(found.figures)
        if self._places_of_members(item.coverage):
            figures["places_known"] = None
        return replace(
            found,
            figures=figures,
            settle=self._mask.sentences(found.settle, item.uri, bounds=False),
            notes=self._mask.sentences(found.notes, item.uri, bounds=False),
            override_reason=None
            if found.override_reason is None
            else self._cleared_text(FreeText.VERDICT_REASON, item.uri, found.override_reason) or "",
            second_sources=tuple(
                (opinion, source) for opinion, source in found.second_sources if self._free_text(source)
            ),
        )

    def _places_of_members(self, found: Coverage) -> bool:
        return any(item.partner not in self._open and item.places is not None for item in found.providers)

    def _coverage(self, item: SkillResult) -> Coverage:
        found = item.coverage
        if self._places_of_members(found):
            self._withholding.hide(item.uri, "places_known")
        providers = tuple(
            replace(provider, partner=self._partner_codes[provider.partner])
            if provider.partner in self._open
            else replace(provider, partner=self._partner_codes[provider.partner], name="", places=None, stage=None)
            for provider in sorted(found.providers, key=lambda provider: self._is_masked(provider.partner))
        )
        known = NOT_TOLD if self._withholding.hides(item.uri, "places_known") else found.places_known
        return replace(found, providers=providers, places_known=known)

    def _shown_uris(self, uris: Iterable[SkillUri]) -> tuple[SkillUri, ...]:
        return tuple(uri for uri in uris if uri in self._by_uri)

    # --- partners -----------------------------------------------------------------------------------------------------

    def _ecosystem(self) -> Ecosystem:
        found = self._results.ecosystem
        entries = [entry for item in found.introductions if (entry := self._introduction(item)) is not None]
        return Ecosystem(
            actors=tuple(self._actor(actor) for actor in found.actors),
            introductions=tuple(sorted(entries, key=lambda entry: -entry.priority_covered)),
            network=self._network(found.network) if found.network else None,
            checklist=found.checklist,
        )

    def _actor(self, actor: Actor) -> Actor:
        known = [partner for partner in actor.partners if partner in self._open]
        stages = {partner.id: partner.stage for partner in self._results.snapshot.partners}
        best = max((stage for partner in known if (stage := stages.get(partner)) is not None), default=None)
        return replace(actor, partners=self._coded(actor.partners), best_stage=best)

    def _introduction(self, item: Introduction) -> Introduction | None:
        skills = self._shown_uris(item.skills)
        if not skills:
            return None
        # Not even how many firms: beside a masked number of users it would tell how many know the partner already.
        return Introduction(
            partner=self._partner_codes[item.partner],
            skills=skills,
            priority_covered=sum(self._by_uri[uri].ranking.priority or 0.0 for uri in skills),
            members=(),
            introducers=(),
            stage=item.stage if item.partner in self._open else None,
        )

    def _network(self, found: Network) -> Network | None:
        """Return the size of the network and the partners that connect others, if enough members have a tie."""
        tied = sum(1 for node, degree in found.degree.items() if node.startswith("m:") and degree)
        if not may_tell(tied, len(self._results.snapshot.members), self._k) or tied < self._k:
            return None
        if "members" in self._general:  # nodes are members and partners, and the partners are listed
            return None
        if self._has_hidden_ties():
            self._general["ties"] = WITHHELD
        brokers = [
            self._partner_codes[partner] for node in found.brokers if (partner := _partner_of(node)) in self._open
        ]
        return Network(
            nodes=found.nodes,
            ties=NOT_TOLD if "ties" in self._general else found.ties,
            degree={},
            betweenness={},
            brokers=tuple(f"p:{code}" for code in brokers),
            isolated=(),
        )

    def _has_hidden_ties(self) -> bool:
        """Say whether the number of all ties would tell the one that the picture of the network withholds."""
        tied, members = tied_members(self._results), len(self._results.snapshot.members)
        return any(not may_tell(count, members, self._k) for count in tied.values())

    # --- actions, steps, advice ---------------------------------------------------------------------------------------

    def _skills_of_the_team(self) -> frozenset[SkillUri]:
        """Return the skills of actions that no answer names: they are the team's own words, and no member's secret.

        A skill that few members named stays hidden here, too: beside the list of such skills it would tell who does what.
        """
        told = {*self._answers.needs["skill"], *self._answers.unused["skill"]}
        served = {uri for action in self._results.snapshot.actions for uri in action.skills} - told
        return frozenset(
            skill.uri
            for skill in self._results.snapshot.skills
            if skill.uri in served and not any(map(self._names.mentioned_in, skill.labels.values()))
        )

    def _action(self, action: Action) -> Action:
        title = self._free_text(action.title)
        return replace(
            action,
            id=self._action_codes[action.id],
            title=title or "",
            owner=None,
            partners=self._coded(action.partners),
            skills=tuple(uri for uri in action.skills if uri in self._by_uri or uri in self._said_by_team),
            funding=self._free_text(action.funding),
            note=self._cleared_text(FreeText.ACTION_NOTE, action.id, action.note),
            evidence=(),
        )

    def _grid_cell(self, cell: GridCell) -> GridCell:
        self._titles += sum(self._free_text(action.title) is None for action in cell.actions)
        warnings = {
            self._action_codes[action]: masked
            for action, found in cell.warnings.items()
            if (masked := self._mask.sentences(found))
        }
        return replace(cell, actions=tuple(self._action(action) for action in cell.actions), warnings=warnings)

    def _step(self, step: StepResult) -> StepResult:
        indicators = tuple(self._indicator(item) for item in step.indicators)
        known = [item.met for item in indicators if item.met is not None]
        return replace(
            step,
            indicators=indicators,
            readiness=100 * sum(known) / len(known) if known else None,
            prepare=tuple(key for key in step.prepare if key not in self._by_levels),
        )

    def _indicator(self, item: Indicator) -> Indicator:
        answered = self._results.quality.answered
        if item.key == "response_rate" and "response_rate" in self._general:
            self._indicators.add(item.key)
            return replace(item, value=None, facts=None)
        if item.key == "team_assessment" and self._is_team_small(item):
            self._indicators.add(item.key)
            return replace(item, value=None, facts=None)
        if item.key == "team_assessment" and self._results.team.mastered is not None:
            return self._of_team(item)
        if item.key not in MEMBER_SHARES or item.value is None:
            return replace(item, facts=self._mask.sentence(item.facts) if item.facts else None)
        if item.key == "internship_tie_share" and may_tell(round(item.value * answered), answered, self._k):
            return item
        self._indicators.add(item.key)
        return replace(item, value=None, facts=None)

    def _of_team(self, item: Indicator) -> Indicator:
        """Return what the questionnaires say without what follows from digital levels."""
        team = self._team
        if team.mastered is None:
            return replace(item, value=None, met=None, facts=None)
        facts = message(
            "report.privacy.team_mastered",
            mastered=Share(team.mastered),
            items=team.relevant_items,
            count=team.respondents,
        )
        met = None if is_told_by_levels(item) else item.met
        return replace(item, value=team.mastered, met=met, facts=facts)

    def _is_team_small(self, item: Indicator) -> bool:
        team = self._results.team
        return item.value is not None and team.mastered is not None and is_team_withheld(team, self._k)

    def _recommendation(self, number: int, item: Recommendation) -> Recommendation:
        mask = self._mask

        def whole(message: Message) -> Message:
            return mask.sentence(message) or _FREE

        return replace(
            item,
            id=f"{item.reference}-{number}",
            decision=whole(item.decision),
            why=mask.sentences(item.why) or (_FREE,),
            if_not=mask.sentences(item.if_not),
            needs=self._shown_uris(item.needs),
            partners=self._coded(item.partners),
            first_step=whole(item.first_step),
            go_if=whole(item.go_if),
            stop_if=whole(item.stop_if),
            kpi=whole(item.kpi),
            practice=self._practice(item.practice),
            unknown=mask.sentences(item.unknown),
            score=round(item.score, 1),
            factors=replace(
                item.factors,
                impact=round(item.factors.impact, 1),
                feasibility=round(item.factors.feasibility, 1),
                gap=round(item.factors.gap, 1),
            ),
            answer_reason=self._cleared_text(FreeText.DECISION_REASON, item.id, item.answer_reason),
            working=(),
            basis=None,
            answer=None if item.changed else item.answer,
            changed=(_FREE,) if item.changed else (),  # figures of then and now would be subtracted
            plan=replace(item.plan, owner=None) if item.plan else None,
        )

    def _practice(self, key: str | None) -> str | None:
        """Return the practice under the id it has in this edition, or nothing where its words are withheld."""
        if key not in {one.id for one in self._results.snapshot.practices}:
            return key
        shown = self._practices.get(key or "")
        return shown.id if shown else None

    def _keep(self, item: KeepAndDeepen) -> KeepAndDeepen:
        return replace(
            item,
            action=self._action_codes.get(item.action, ActionId("")),
            title=self._free_text(item.title) or "",
            needs=self._shown_uris(item.needs),
            advice=self._mask.sentence(item.advice) or _FREE,
        )


def _sizes_of(item: Message) -> frozenset[str]:
    """Return the sizes that a warning speaks of, as keys of slices."""
    terms = [fact for fact in item.facts.values() if isinstance(fact, Term)]
    for fact in item.facts.values():
        if isinstance(fact, tuple):
            terms += [part for part in fact if isinstance(part, Term)]
    prefix = "member_kind."
    return frozenset(term.key.removeprefix(prefix) for term in terms if term.key.startswith(prefix))


def _partner_of(node: str) -> PartnerId:
    kind, _, key = node.partition(":")
    return PartnerId(key if kind == "p" else "")
