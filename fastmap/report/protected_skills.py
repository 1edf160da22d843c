"""Skills and groups of an anonymous edition: their figures, what their sentences say, and who offers them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from fastmap.model.ids import SkillUri
from fastmap.model.privacy import FreeText
from fastmap.model.results import Coverage, Imbalance, SkillResult
from fastmap.report.anonymous_edition import AnonymousEdition
from fastmap.report.disclosure import NOT_TOLD
from fastmap.report.protected_figures import protected_levels
from fastmap.report.small_counts import counts_few_firms


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSkills:
    """The skills and groups that an edition shows, as it shows them."""

    skills: tuple[SkillResult, ...]
    groups: tuple[SkillResult, ...]
    by_uri: Mapping[SkillUri, SkillResult]
    of_the_team: frozenset[SkillUri]
    """Skills of actions that no answer names."""

    def top(self, top_k: int) -> tuple[SkillResult, ...]:
        """Return the skills among the first ``top_k`` ranks of this edition."""
        return tuple(item for item in self.skills if item.ranking.rank is not None and item.ranking.rank <= top_k)

    def told(self, uris: Iterable[SkillUri]) -> tuple[SkillUri, ...]:
        """Return those that are shown, in their order."""
        return tuple(uri for uri in uris if uri in self.by_uri)

    def recorded(self, uris: Iterable[SkillUri]) -> tuple[SkillUri, ...]:
        """Return those that are shown or are the team's own words, in their order."""
        return tuple(uri for uri in uris if uri in self.by_uri or uri in self.of_the_team)


def shown_skills(edition: AnonymousEdition) -> ShownSkills:
    """Return skills and groups as ``edition`` may show them; withholds figures on the way."""
    levels = protected_levels(edition.levels, edition.answers, edition.rules, edition.withholding)
    finish = _Finishing(edition).finished
    skills, groups = (tuple(finish(item) for item in level) for level in levels)
    return ShownSkills(
        skills=skills,
        groups=groups,
        by_uri={item.uri: item for item in (*skills, *groups)},
        of_the_team=_skills_of_the_team(edition),
    )


class _Finishing:
    def __init__(self, edition: AnonymousEdition) -> None:
        self._edition = edition

    def finished(self, item: SkillResult) -> SkillResult:
        return replace(
            item,
            group=item.group if item.group in self._edition.uris else None,
            skills=tuple(uri for uri in item.skills if uri in self._edition.uris),
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
            settle=self._edition.mask.sentences(found.settle, item.uri, bounds=False),
            notes=self._edition.mask.sentences(found.notes, item.uri, bounds=False),
            override_reason=None
            if found.override_reason is None
            else self._edition.cleared_text(FreeText.VERDICT_REASON, item.uri, found.override_reason) or "",
            second_sources=tuple((opinion, self._source(source)) for opinion, source in found.second_sources),
        )

    def _source(self, source: str) -> str:
        """Return the name of a source, or nothing where it names a member or counts a few of them."""
        return "" if counts_few_firms(source, self._edition.k) else self._edition.free_text(source) or ""

    def _places_of_members(self, found: Coverage) -> bool:
        return any(item.partner not in self._edition.open and item.places is not None for item in found.providers)

    def _coverage(self, item: SkillResult) -> Coverage:
        found = item.coverage
        if self._places_of_members(found):
            self._edition.withholding.hide(item.uri, "places_known")
        providers = tuple(
            replace(provider, partner=self._edition.partner_codes[provider.partner])
            if provider.partner in self._edition.open
            else replace(
                provider, partner=self._edition.partner_codes[provider.partner], name="", places=None, stage=None
            )
            for provider in sorted(found.providers, key=lambda provider: self._edition.is_masked(provider.partner))
        )
        known = NOT_TOLD if self._edition.withholding.hides(item.uri, "places_known") else found.places_known
        return replace(found, providers=providers, places_known=known)


def _skills_of_the_team(edition: AnonymousEdition) -> frozenset[SkillUri]:
    """Return the skills of actions that no answer names: they are the team's own words, and no member's secret.

    A skill that few members named stays hidden here, too: beside the list of such skills it would tell who does what.
    """
    told = {*edition.answers.needs["skill"], *edition.answers.unused["skill"]}
    snapshot = edition.results.snapshot
    served = {uri for action in snapshot.actions for uri in action.skills} - told
    return frozenset(
        skill.uri
        for skill in snapshot.skills
        if skill.uri in served and not any(map(edition.names.mentioned_in, skill.labels.values()))
    )
