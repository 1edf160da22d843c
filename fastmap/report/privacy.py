"""Anonymous editions: results in which no member is named and no figure rests on fewer than k members.

Everything an anonymous report shows is made from the results returned here, so that a section cannot forget to hide
something. Start at `protect`; `anonymous_edition` holds what all subjects need to know, each module `protected_…` takes one
of them, `disclosure` has the counting rules and `masking` the sentences. What is not guaranteed is printed in the report's
limits.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from fastmap.analysis.balance import balance_of
from fastmap.analysis.representation import missing_classes
from fastmap.analysis.specialisation import needs_by_kind
from fastmap.catalogue.definitions import Catalogue
from fastmap.model.comparison import Comparison
from fastmap.model.ids import PartnerId
from fastmap.model.kpi_results import KpiResult
from fastmap.model.messages import Labels
from fastmap.model.representation import Representation
from fastmap.model.results import BalanceNote, Quality, Results
from fastmap.model.specialisation import Specialisation
from fastmap.report.anonymous_edition import AnonymousEdition
from fastmap.report.protected_actions import ProtectedActions
from fastmap.report.protected_advice import ProtectedAdvice
from fastmap.report.protected_ecosystem import protected_ecosystem
from fastmap.report.protected_figures import enough_evidence
from fastmap.report.protected_interests import protected_interests
from fastmap.report.protected_kpis import Contributions, protected_kpis
from fastmap.report.protected_quality import protected_quality
from fastmap.report.protected_records import ProtectedRecords, own_practices
from fastmap.report.protected_rounds import Edition, protected_comparison
from fastmap.report.protected_skills import ShownSkills, shown_skills
from fastmap.report.protected_steps import ProtectedSteps
from fastmap.report.protected_votes import protected_votes
from fastmap.report.protection import Protection, response_rate_at_least
from fastmap.report.strata import TAKEN_TOGETHER
from fastmap.report.wordless_ids import with_wordless_ids


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
    edition = AnonymousEdition(results, catalogue, random_codes)
    shown = shown_skills(edition)
    actions, steps = ProtectedActions(edition, shown), ProtectedSteps(edition, shown)
    practices = own_practices(edition)
    advice = ProtectedAdvice(edition, shown, practices)
    ecosystem = protected_ecosystem(edition, shown)
    kpis, kpis_withheld = _kpis(edition)
    quality = protected_quality(edition, shown)
    protected = Results(
        snapshot=ProtectedRecords(edition, shown, actions, practices).snapshot(),
        catalogue=results.catalogue,
        quality=quality,
        skills=shown.skills,
        groups=shown.groups,
        lead_level="groups" if enough_evidence(shown.groups) and not enough_evidence(shown.skills) else "skills",
        unmatched=(),
        ecosystem=ecosystem,
        grid=tuple(actions.cell(cell) for cell in results.grid),
        balance=_balance(edition, shown),
        steps=tuple(steps.step(step) for step in results.steps),
        recommendations=tuple(
            advice.recommendation(number, item) for number, item in enumerate(results.recommendations, start=1)
        ),
        keep_and_deepen=tuple(actions.keep(item) for item in results.keep_and_deepen),
        kpis=kpis,
        team=edition.team,
        since_last_round=_since_last_round(edition, shown, quality),
        near_misses=advice.near_misses(),
        specialisation=_specialisation(edition, shown),
        ballots=protected_votes(edition, shown.skills, gap_places=catalogue.workshop.gap_places),
        representation=Representation(missing=missing_classes(quality, edition.rules, skipped=[TAKEN_TOGETHER])),
        interests=tuple(
            protected_interests(
                results.interests, ecosystem.introductions, codes=edition.partner_codes, named=edition.open
            )
        ),
    )
    return with_wordless_ids(
        Protected(
            results=protected,
            partner_codes=edition.partner_codes,
            protection=_protection(edition, actions, steps, kpis_withheld),
        )
    )


def _protection(
    edition: AnonymousEdition,
    actions: ProtectedActions,
    steps: ProtectedSteps,
    kpis_withheld: Mapping[str, Mapping[str, str]],
) -> Protection:
    named = [item for item in edition.few if edition.may_be_named(item)]
    answered = edition.results.quality.answered
    return Protection(
        k=edition.k,
        figures=edition.withholding.figures,
        general=edition.general,
        response_rate_at_least=response_rate_at_least(answered, edition.k) if "asked" in edition.general else None,
        few_labels=tuple(Labels(item.labels) for item in named),
        few_unnamed=len(edition.few) - len(named),
        indicators=frozenset(steps.withheld),
        kpis=kpis_withheld,
        remarks=edition.remarks(),
        titles_withheld=actions.titles_withheld,
        sentences_withheld=len(edition.mask.left_out),
    )


def _balance(edition: AnonymousEdition, shown: ShownSkills) -> tuple[BalanceNote, ...]:
    """Return what is said of the whole grid, about the most urgent of the skills that this edition ranks."""
    results = edition.results
    notes = balance_of(results.grid, results.snapshot.partners, shown.top(edition.rules.top_k), edition.rules.balance)
    return tuple(
        replace(note, sentence=masked) for note in notes if (masked := edition.mask.sentence(note.sentence)) is not None
    )


def _kpis(edition: AnonymousEdition) -> tuple[tuple[KpiResult, ...], Mapping[str, Mapping[str, str]]]:
    snapshot = edition.results.snapshot
    return protected_kpis(
        edition.results.kpis,
        steps=edition.steps,
        members=len(snapshot.members),
        free_text=edition.free_text,
        contributions=Contributions(snapshot, edition.rules.privacy_within),
    )


def _since_last_round(edition: AnonymousEdition, shown: ShownSkills, quality: Quality) -> Comparison | None:
    results, earlier = edition.results, edition.results.snapshot.earlier
    if results.since_last_round is None or earlier is None:
        return None
    told = Edition(
        k=edition.k,
        shown_at=edition.uris_at,
        items=shown.by_uri,
        users={item.uri: item.quantities.users for item in (*results.skills, *results.groups)},
        quality=quality,
        answered=results.quality.answered,
        free_text=edition.free_text,
    )
    return protected_comparison(results.since_last_round, earlier, told)


def _specialisation(edition: AnonymousEdition, shown: ShownSkills) -> Specialisation:
    """Return the need by kind, added up from the figures that are shown; who belongs to a priority is not told.

    Kind against priority would be a table with two ways; whatever it held could be set against the tables with one.
    """
    return Specialisation(
        by_kind=needs_by_kind(shown.skills, shown.groups, answered=None), untold=edition.results.specialisation.untold
    )
