"""What every part of one anonymous edition has to know: its k, whom it may name, its codes, what is withheld so far.

The modules `protected_…` take one subject each; `privacy` puts them together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from fastmap.analysis.consolidation import Consolidated, consolidate
from fastmap.analysis.weights import with_weights_of
from fastmap.catalogue.definitions import Catalogue
from fastmap.model.choices import SHARED_SOURCES
from fastmap.model.ids import ActionId, PartnerId
from fastmap.model.normalise import text_key
from fastmap.model.organisations import Partner
from fastmap.model.privacy import FreeText
from fastmap.model.results import Results, SkillResult
from fastmap.report.cleared import ClearedTexts, free_texts
from fastmap.report.edition_codes import codes_of_partners
from fastmap.report.masking import Mask
from fastmap.report.members_named import member_names, whole_names
from fastmap.report.protected_figures import Withholding, may_be_shown
from fastmap.report.protection import k_in_force, steps_of_k, withheld_totals
from fastmap.report.team_privacy import anonymous_team


class AnonymousEdition:
    """One export: who may be named, under which codes, and what is withheld on the way."""

    def __init__(self, results: Results, catalogue: Catalogue, random_codes: Callable[[], str]) -> None:
        """Decide what is shown of ``results`` at all; figures are withheld as the subjects are worked at."""
        self.results = results
        self.rules = with_weights_of(results.snapshot, catalogue).rules
        self.nace = frozenset(catalogue.nace_sections)
        self.k = k_in_force(results.snapshot, catalogue.rules)
        self.steps = steps_of_k(results.snapshot, catalogue.rules)
        self.cleared = ClearedTexts(results.snapshot)
        self.answers: Consolidated = consolidate(results.snapshot)
        self.sources = {uri: skill.source for uri, skill in self.answers.skills.items()}
        self.names = member_names(results.snapshot)
        self._whole_names = whole_names(results.snapshot)
        self.open = {partner.id for partner in results.snapshot.partners if not self.is_member(partner)}
        """Partners that are named."""
        self.partner_codes = codes_of_partners(results.snapshot, frozenset(self.open), random_codes)
        self.action_codes = {action.id: ActionId(random_codes()) for action in results.snapshot.actions}
        self.withholding = Withholding(self.k, self.steps[0], self.rules.privacy_within)
        self.team = anonymous_team(results.team, catalogue.team, self.k)
        self.general = withheld_totals(results.quality, self.k)
        """Figures about the whole round that are withheld → what is shown for them."""
        self.levels = {k: (self.shown_at(results.skills, k), self.shown_at(results.groups, k)) for k in self.steps}
        """For each k the skills and groups that an edition with it shows."""
        self.uris_at = tuple(
            (k, frozenset(item.uri for item in (*skills, *groups))) for k, (skills, groups) in self.levels.items()
        )
        self.uris = self.uris_at[-1][1]
        self.few = [item for item in results.skills if item.uri not in self.uris and item.quantities.users]
        """Skills of which only the name may be told, if anything."""
        self.mask = self._make_mask()

    def is_member(self, partner: Partner) -> bool:
        """Say whether a partner is a member, too: then its name is a member's."""
        linked = any(member.partner_id == partner.id for member in self.results.snapshot.members)
        return bool(partner.in_cluster) or linked or self.names.mentioned_in(partner.name)

    def shown_at(self, items: Iterable[SkillResult], k: int) -> list[SkillResult]:
        """Return those that an edition with ``k`` shows."""
        return [
            item
            for item in items
            if may_be_shown(item, k) and not any(map(self.names.mentioned_in, item.labels.values()))
        ]

    def may_be_named(self, item: SkillResult) -> bool:
        """Say whether a skill named by few may be listed: its label is a shared word, not a firm's own."""
        return self.sources.get(item.uri) in SHARED_SOURCES and not any(
            map(self.names.mentioned_in, item.labels.values())
        )

    def _make_mask(self) -> Mask:
        items = [item for level in self.levels[self.k] for item in level]
        hidden = [item for item in (*self.results.skills, *self.results.groups) if item.uri not in self.uris]
        return Mask(
            k=self.k,
            names=self.names,
            shown={frozenset(item.labels.items()): item.uri for item in items},
            hidden_words=frozenset(label for item in hidden for label in item.labels.values()),
            partners={partner: code for partner, code in self.partner_codes.items() if partner in self.open},
            partner_types={partner.id: partner.type for partner in self.results.snapshot.partners},
            hides=self.withholding.hides,
            answers_told="answered" not in self.general,
            asked_told="answered" not in self.general and "asked" not in self.general,
        )

    def free_text(self, text: str | None) -> str | None:
        """Return a text that the cluster team typed, or nothing if it names a member."""
        return None if self.names.mentioned_in(text) else text

    def cleared_text(self, kind: FreeText, key: str, text: str | None) -> str | None:
        """Return a text that a person cleared; by now it may name a member all the same."""
        return self.free_text(self.cleared.shown(kind, key, text))

    def remarks(self) -> tuple[str, ...]:
        """Return the cleared remarks of members, by their words: in no order of the members."""
        told = (
            self.cleared_text(kind, key, text)
            for kind, key, text in free_texts(self.results.snapshot)
            if kind is FreeText.REMARK
        )
        return tuple(sorted(text for text in told if text))

    def is_masked(self, partner: PartnerId | None) -> bool:
        """Say whether a partner is recorded and must not be named."""
        return partner is not None and partner not in self.open

    def coded(self, partners: Iterable[PartnerId]) -> tuple[PartnerId, ...]:
        """Return the codes of those that are on record, of members last."""
        known = [partner for partner in partners if partner in self.partner_codes]
        return tuple(dict.fromkeys(self.partner_codes[one] for one in sorted(known, key=self.is_masked)))

    def holds_a_members_name(self, text: str) -> bool:
        """Say whether a whole name stands in ``text``: single words of names are the region's and the project's, too."""
        words = f" {text_key(text)} "
        return any(f" {name} " in words for name in self._whole_names)
