"""The report: chapters in their order, cover, banner and the words that writers need."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Final

from fastmap.analysis.targets import changed_targets
from fastmap.catalogue.definitions import Catalogue
from fastmap.model.messages import Message
from fastmap.model.results import Results
from fastmap.report.audiences import BY_EDITION, EVERYTHING, Selection
from fastmap.report.blocks import Table
from fastmap.report.context import ReportContext
from fastmap.report.contract import as_contract
from fastmap.report.edition_codes import edition_codes
from fastmap.report.finished import Report, Section, Words
from fastmap.report.grant import cover_logo, grant_box
from fastmap.report.notices import empty_chapters, notices
from fastmap.report.paper_blocks import Paper
from fastmap.report.papers_wanted import PapersWanted
from fastmap.report.privacy import protect
from fastmap.report.sections.board_paper import board_paper
from fastmap.report.sections.coverage import coverage
from fastmap.report.sections.decisions import decisions
from fastmap.report.sections.diagnosis import diagnosis
from fastmap.report.sections.grid import grid
from fastmap.report.sections.kpis import kpis
from fastmap.report.sections.method import method
from fastmap.report.sections.priorities import priorities
from fastmap.report.sections.records import records
from fastmap.report.sections.roadmap import roadmap
from fastmap.report.sections.since_last_round import since_last_round
from fastmap.report.sections.sources import sources
from fastmap.report.sections.specialisation import specialisation
from fastmap.report.sections.steps import steps
from fastmap.report.sections.summary import summary
from fastmap.report.sections.team import team
from fastmap.report.sections.working import working
from fastmap.report.sections.workshop import workshop
from fastmap.report.shown_data import shown_data
from fastmap.report.team_privacy import without_ones_own_answers
from fastmap.texts import Texts

CHAPTERS: Final[tuple[Callable[[ReportContext], Section | None], ...]] = (
    summary,
    board_paper,
    method,
    priorities,
    diagnosis,
    specialisation,
    coverage,
    grid,
    steps,
    team,
    decisions,
    workshop,
    roadmap,
    kpis,
    since_last_round,
    working,
    sources,
    records,
)
"""Each writes the section that has the function's name for its key; `audiences.CHAPTERS` names them in this order."""
_SHEET_NAME = 31
_DICTIONARY = ("sheet", "column", "kind", "unit", "meaning")


def build_report(
    results: Results,
    catalogue: Catalogue,
    texts: Texts,
    *,
    anonymous: bool,
    made_on: date,
    selection: Selection = EVERYTHING,
) -> Report:
    """Return the finished report in the language of ``texts``.

    No edition shows one person's answers about the own team. ``anonymous``: no names, no firm's own words and no figure
    from fewer members than the k in force; everything in the report, ``data`` included, is then made from the protected results alone. What is protected never
    depends on ``selection``: two reports with other chapters say the same of whatever both show.
    """
    protection = None
    if anonymous:
        codes = edition_codes(results.snapshot, made_on=made_on, language=texts.language)
        protected = protect(results, catalogue, random_codes=codes)
        results, protection = protected.results, protected.protection
    else:
        results = without_ones_own_answers(results, catalogue.team)
    context = ReportContext(results, catalogue, texts, made_on, protection, selection)
    sections = _sections(context)
    data = as_contract(results, catalogue, texts, made_on=made_on, protection=protection)
    info, logo = results.snapshot.info, results.snapshot.logo
    shown_logo = cover_logo(logo)
    return Report(
        title=context.say("title", cluster=results.snapshot.cluster.name),
        subtitle=context.say("subtitle"),
        cluster=results.snapshot.cluster.name,
        round_label=info.round_label,
        made_on=made_on,
        language=texts.language,
        anonymous=anonymous,
        banner=_banner(context),
        cover_facts=cover_facts(context),
        grant=grant_box(context),
        logo=shown_logo,
        remarks=() if logo is None or shown_logo is not None else (Message("exports.logo_left_out"),),
        sections=sections,
        words=report_words(context, sections),
        data=shown_data(data, selection),
        papers=PapersWanted(lambda: _papers(context, sections)),
        audience=selection.audience,
        notices=notices(context, sections),
    )


def _papers(context: ReportContext, sections: tuple[Section, ...]) -> tuple[Paper, ...]:
    from fastmap.report.papers.build import papers  # late: most reports are written without papers

    # Papers quote tables of every chapter, shown or not.
    whole = replace(context, selection=EVERYTHING)
    return papers(whole, sections if context.selection == EVERYTHING else _sections(whole), context.selection)


def _sections(context: ReportContext) -> tuple[Section, ...]:
    """Return the chapters to show; the last but the sources says which of those chosen have nothing to show."""
    selection = context.selection
    made = {
        chapter.__name__: chapter(context)
        for chapter in CHAPTERS
        if selection.shows(chapter.__name__) and not (context.anonymous and chapter.__name__ in BY_EDITION)
    }
    found = {key: section for key, section in made.items() if section is not None}
    if selection.chapters is not None:
        note = empty_chapters(context, [key for key, section in made.items() if section is None])
        limits = found["working"]
        found["working"] = replace(limits, blocks=(*limits.blocks, *note))
    return tuple(found.values())


def _banner(context: ReportContext) -> str | None:
    parts = []
    if context.results.snapshot.info.fictional:
        parts.append(context.say("banner.fictional"))
    if context.protection:
        parts.append(context.say("banner.anonymous", k=context.protection.k))
    else:
        parts.append(context.named_words("banner.named"))
    if context.results.snapshot.weights is not None:
        parts.append(context.say("banner.weights"))
    if changed_targets(context.results.steps) is not None:
        parts.append(context.say("banner.targets"))
    return " · ".join(parts)


def cover_facts(context: ReportContext) -> tuple[tuple[str, str], ...]:
    """Return what a cover says of cluster and round, as name and value."""
    snapshot, quality = context.results.snapshot, context.results.quality
    cluster, info = snapshot.cluster, snapshot.info
    country = context.texts.locale.territories.get(cluster.country, cluster.country)
    place = f"{country}, {cluster.nuts}" if cluster.nuts else str(country)
    facts = [("cluster", cluster.name), ("place", place)]
    if cluster.sectors:
        facts.append(("sectors", context.list_words(map(context.sector_word, cluster.sectors))))
    facts.append(("round", info.round_label))
    if info.round_start and info.round_end:
        facts.append(("dates", context.say("cover.dates_value", start=info.round_start, end=info.round_end)))
    answered = context.general("answered", quality.answered)
    told = "figure.answers_only" if context.is_general_withheld("asked") else "cover.answers_value"
    facts.append(("answers", context.say(told, answered=answered, asked=quality.asked)))
    if audience := context.selection.audience:
        facts.append(("audience", context.word("report.audience", audience)))
    facts.append(("made_on", context.texts.date(context.made_on)))
    return tuple((context.say(f"cover.{key}"), value) for key, value in facts if value)


def report_words(context: ReportContext, sections: tuple[Section, ...]) -> Words:
    """Return the words that writers need for ``sections``."""
    say = context.say
    return Words(
        page_of=say("words.page_of", page="{page}", pages="{pages}"),
        contents=say("words.contents"),
        figure=say("words.figure"),
        table=say("words.table"),
        notes=say("words.notes"),
        sheet_names=_sheet_names(context, sections),
        dictionary={key: say(f"words.dictionary_{key}") for key in _DICTIONARY},
        not_known=say("words.not_known"),
    )


def _sheet_names(context: ReportContext, sections: tuple[Section, ...]) -> dict[str, str]:
    names = {section.key: context.say(f"sheet.{section.key}") for section in sections}
    for section in sections:
        for block in section.blocks:
            if isinstance(block, Table) and block.key not in names:
                names[block.key] = context.say(f"sheet.{block.key}")
    return {key: name[:_SHEET_NAME] for key, name in names.items()}
