"""Who could supply the skills, where offers are missing or too small, and whom to introduce to whom."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from fastmap.model.choices import ActorState, CoverageStatus, Fit
from fastmap.model.ids import PartnerId
from fastmap.model.organisations import Commitment
from fastmap.model.results import Introduction, Provider, SkillResult
from fastmap.report.badges import Badge, Tone
from fastmap.report.blocks import Block, Bullets, CellValue, Note, Paragraph, Table
from fastmap.report.columns import columns
from fastmap.report.context import ACTOR_TONES, COMMITMENT_TONES, COVERAGE_TONES, ReportContext
from fastmap.report.drawings import Chart, ChartKind, Series
from fastmap.report.finished import Section
from fastmap.report.sections.interests import interests
from fastmap.report.shortened import first_names
from fastmap.texts import sentence_case

_IN_HEAT = 12
_NETWORK_LINES = 2
_FIT_STEPS = {Fit.YES: 3, Fit.UNKNOWN: 2, Fit.NO: 1}


def coverage(context: ReportContext) -> Section:
    """Return the chapter on the skills ecosystem."""
    partners = context.results.snapshot.partners
    blocks: list[Block] = []
    if partners:
        blocks.append(Paragraph(text=context.say("coverage.reading", count=len(partners))))
        network = _network(context)
        blocks += [replace(chart, beside=len(network)) for chart in _status_chart(context)]
        blocks += [*network, *_heat(context)]
    else:
        blocks.append(Paragraph(text=context.say("coverage.no_partners")))
    blocks += [
        *_table(context),
        *_introductions(context),
        *interests(context),
        *_commitments(context),
        *_actors(context),
        *_checklist(context),
    ]
    blocks += _offers(context)
    return Section(key="coverage", title=context.say("section.coverage"), blocks=tuple(blocks))


def _status_chart(context: ReportContext) -> list[Chart]:
    if not context.top:
        return []
    counts = Counter(item.coverage.status for item in context.top)
    shown = [status for status in CoverageStatus if counts[status]]
    labels = tuple(context.word("coverage_status", status) for status in shown)
    parts = tuple(
        context.say("coverage.status_part", status=label, number=counts[status])
        for label, status in zip(labels, shown, strict=True)
    )
    return [
        Chart(
            key="coverage_of_top_skills",
            kind=ChartKind.BARS,
            caption=context.say("coverage.status_caption", count=len(context.top)),
            alternative=context.say("coverage.status_alternative", parts=context.parts(parts)),
            categories=labels,
            series=(
                Series(
                    key="count",
                    label=context.say("diagnosis.number_skills"),
                    values=tuple(counts[status] for status in shown),
                ),
            ),
            x_label=context.say("diagnosis.number_skills"),
            tones=tuple(COVERAGE_TONES[status] for status in shown),
        )
    ]


def _heat(context: ReportContext) -> list[Block]:
    skills = [item for item in context.top if item.coverage.providers]
    order = Counter(provider.partner for item in skills for provider in item.coverage.providers)
    partners = [partner for partner, _ in order.most_common(_IN_HEAT)]
    if not skills:
        return []
    names = {partner: context.partner_name(partner) for partner in partners}
    fits = {
        (item.uri, provider.partner): _best_fit(item, provider.partner)
        for item in skills
        for provider in item.coverage.providers
    }
    parts = tuple(
        context.say("coverage.heat_part", skill=context.label(item), partners=_names(context, item.coverage.providers))
        for item in skills
    )
    return [
        Chart(
            key="skills_by_partner",
            kind=ChartKind.HEAT,
            caption=context.say("coverage.heat_caption"),
            alternative=context.say("coverage.heat_alternative", parts=context.parts(parts)),
            categories=tuple(context.title(item) for item in skills),
            series=tuple(
                Series(
                    key=f"partner_{number}",
                    label=names[partner],
                    values=tuple(fits.get((item.uri, partner)) for item in skills),
                )
                for number, partner in enumerate(partners, start=1)
            ),
            x_label=context.say("coverage.heat_scale"),
        )
    ]


def _best_fit(item: SkillResult, partner: PartnerId) -> int:
    return max(_FIT_STEPS[provider.fit] for provider in item.coverage.providers if provider.partner == partner)


def _names(context: ReportContext, providers: tuple[Provider, ...]) -> str:
    return context.partner_names(provider.partner for provider in providers)


def _table(context: ReportContext) -> list[Block]:
    items = [item for item in context.results.skills if item.quantities.users != 0 or item.coverage.providers]
    if not items:
        return []
    return [
        Table(
            key="coverage_by_skill",
            caption=context.say("coverage.table_caption"),
            columns=columns(context.texts, "rank skill status_badge short_12m places_known places_unknown providers"),
            rows=tuple(_row(context, item) for item in items),
            pdf_cells={"providers": tuple(_first_providers(context, item) for item in items)},
            pdf_rows=4,
        )
    ]


def _row(context: ReportContext, item: SkillResult) -> tuple[CellValue, ...]:
    found = item.coverage
    known = found.places_known if found.providers else None
    return (
        item.ranking.rank,
        context.title(item),
        context.coverage_badge(found.status),
        context.cell(item, "short_12m", item.quantities.short_12m),
        context.cell(item, "places_known", known),
        found.places_unknown if found.providers else None,
        "; ".join(_providers(context, item)) or context.say("coverage.nobody_recorded"),
    )


def _first_providers(context: ReportContext, item: SkillResult) -> str:
    return first_names(context, _providers(context, item)) or context.say("coverage.nobody_recorded")


def _providers(context: ReportContext, item: SkillResult) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_provider(context, provider) for provider in item.coverage.providers))


def _provider(context: ReportContext, provider: Provider) -> str:
    facts = []
    if provider.places is not None:
        facts.append(context.say("coverage.places", count=provider.places))
    if provider.fit is Fit.NO:
        facts.append(context.say("coverage.not_fitting"))
    name = context.partner_name(provider.partner)
    return f"{name} ({', '.join(facts)})" if facts else name


def _introductions(context: ReportContext) -> list[Block]:
    found = context.results.ecosystem.introductions
    if not found:
        return [Paragraph(text=context.say("coverage.no_introductions"))] if context.results.snapshot.partners else []
    keys = "partner partner_type stage skills priority_covered"
    if not context.anonymous:
        keys += " firms firms_named introducers"
    return [
        Table(
            key="introductions",
            caption=context.say("coverage.introductions_caption"),
            columns=columns(context.texts, keys),
            rows=tuple(_introduction(context, item) for item in found),
            pdf_cells={}
            if context.anonymous
            else {
                "introducers": tuple(first_names(context, map(context.member_name, item.introducers)) for item in found)
            },
            pdf_rows=4,
            pdf_columns=("partner", "stage", "skills")
            if context.anonymous
            else ("partner", "stage", "skills", "firms", "introducers"),
        )
    ]


def _introduction(context: ReportContext, item: Introduction) -> tuple[CellValue, ...]:
    partner = context.partners.get(item.partner)
    shown: tuple[CellValue, ...] = (
        context.partner_name(item.partner),
        context.word("partner_type", partner.type) if partner else None,
        context.stage(item.partner, item.stage),
        context.list_words(context.labels(item.skills)),
        item.priority_covered,
    )
    if context.anonymous:
        return shown
    return (*shown, len(item.members), context.member_names(item.members), context.member_names(item.introducers))


def _actors(context: ReportContext) -> list[Block]:
    """Return who is on board: on paper a line for each state, in the workbook a row for each kind of partner."""
    actors = context.results.ecosystem.actors
    if not actors:
        return []
    rows = tuple(
        (
            context.word("partner_type", actor.type),
            Badge(context.word("actor_state", actor.state), ACTOR_TONES[actor.state]),
            context.partner_names(actor.partners) or context.say("coverage.nobody_recorded"),
            actor.best_stage,
        )
        for actor in actors
    )
    by_state = {
        state: [context.word("partner_type", actor.type) for actor in actors if actor.state is state]
        for state in ActorState
    }
    lines = tuple(
        sentence_case(
            context.say(
                "coverage.actors_part", state=context.word("actor_state", state), types=context.list_words(types)
            )
        )
        for state, types in by_state.items()
        if types
    )
    return [
        Paragraph(text=context.say("coverage.actors_caption"), heading=True),
        Bullets(items=lines),
        Table(
            key="actor_check",
            caption=context.say("coverage.actors_caption"),
            columns=columns(context.texts, "partner_type state_badge partners best_stage"),
            rows=rows,
            pdf_rows=0,
        ),
    ]


def _checklist(context: ReportContext) -> list[Block]:
    answers = context.results.ecosystem.checklist
    if not any(answers.values()):
        return []
    # Only the named edition holds the answers themselves, and with them what the team wrote beside them.
    evidence = {one.item: one.evidence for one in context.results.snapshot.checklist_answers if one.evidence}
    return [
        Table(
            key="partnership_checklist",
            caption=context.say("coverage.checklist_caption"),
            columns=columns(context.texts, "checklist_item answer seen_in" if evidence else "checklist_item answer"),
            rows=tuple(
                (
                    context.texts.term(f"checklist.{key}"),
                    context.word("checklist_state", state) if state else None,
                    *((evidence.get(key),) if evidence else ()),
                )
                for key, state in answers.items()
            ),
            pdf_columns=("checklist_item", "answer"),
        )
    ]


def _commitments(context: ReportContext) -> list[Block]:
    promised = context.results.snapshot.commitments
    if not promised:
        return []
    return [
        Table(
            key="commitments",
            caption=context.say("coverage.commitments_caption"),
            columns=columns(context.texts, "promised_by commitment commitment_kind due commitment_state seen_in"),
            rows=tuple(_commitment(context, one) for one in promised),
            pdf_columns=("promised_by", "commitment", "due", "commitment_state"),
        )
    ]


def _commitment(context: ReportContext, one: Commitment) -> tuple[CellValue, ...]:
    is_late = one.is_late(context.made_on)
    state = context.say("coverage.late") if is_late else context.word("commitment_state", one.state)
    return (
        one.who if one.partner is None else context.partner_name(one.partner),
        one.what or context.say("coverage.commitment_withheld"),
        None if one.kind is None else context.word("commitment_kind", one.kind),
        one.due,
        Badge(state, Tone.WARN if is_late else COMMITMENT_TONES[one.state]),
        one.evidence,
    )


def _network(context: ReportContext) -> list[Block]:
    network = context.results.ecosystem.network
    if network is None or network.ties == 0:
        return []
    lines = [
        context.say("privacy.network", nodes=network.nodes)
        if context.is_general_withheld("ties")
        else context.say("coverage.network", nodes=network.nodes, ties=network.ties)
    ]
    for key, nodes in (("brokers", network.brokers), ("isolated", network.isolated)):
        names = tuple(name for node in nodes if (name := context.node_name(node)))
        if names:
            lines.append(context.say(f"coverage.{key}", count=len(names), names=names))
    title = Note(title=context.say("coverage.network_title"), text=context.say("coverage.network_text"))
    return [title, Bullets(items=tuple(lines), pdf_items=_NETWORK_LINES)]


def _offers(context: ReportContext) -> list[Block]:
    rows = _offers_told(context) if context.protection else _every_offer(context)
    if not rows:
        return []
    keys = "skill partner partner_type offer_form places fit stage"
    if not context.protection:
        keys += " offer_cost publicly_funded taught_in offer_mode offer_since seen_in"
    return [
        Table(
            key="offers",
            caption=context.say("coverage.offers_caption"),
            columns=columns(context.texts, keys),
            rows=tuple(rows),
            pdf_rows=0,
        )
    ]


def _offers_told(context: ReportContext) -> list[tuple[CellValue, ...]]:
    """Return the offers for skills that an anonymous edition may tell of."""
    return [
        (
            context.title(item),
            context.partner_name(provider.partner),
            context.word("partner_type", provider.type),
            context.word("offer_form", provider.form) if provider.form else None,
            provider.places,
            context.word("fit", provider.fit),
            context.stage(provider.partner, provider.stage),
        )
        for item in context.results.skills
        for provider in item.coverage.providers
    ]


def _every_offer(context: ReportContext) -> list[tuple[CellValue, ...]]:
    """Return all that is recorded of offers, also for skills that nobody named."""
    snapshot = context.results.snapshot
    labels = {skill.uri: context.recorded_title(skill.uri) for skill in snapshot.skills}
    rank = {item.uri: place for place, item in enumerate(context.results.skills)}
    ordered = sorted(
        snapshot.offers, key=lambda one: (rank.get(one.skill, len(rank)), labels.get(one.skill, ""), one.id)
    )
    return [
        (
            labels.get(offer.skill, offer.skill),
            context.partner_name(offer.partner),
            context.word("partner_type", context.partners[offer.partner].type),
            context.word("offer_form", offer.form) if offer.form else None,
            offer.places_per_year,
            context.word("fit", offer.fit),
            context.partners[offer.partner].stage,
            offer.cost,
            context.yes_no(answer=offer.publicly_funded),
            _language(context, offer.language),
            offer.mode,
            offer.since,
            offer.evidence,
        )
        for offer in ordered
        if offer.partner in context.partners
    ]


def _language(context: ReportContext, code: str | None) -> str | None:
    key = f"form.language.{code}"
    return context.texts.get(key) if key in context.texts else code
