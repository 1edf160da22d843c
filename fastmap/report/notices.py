"""What is to be read beside the files of a report: who may have them, what was withheld, how to cite, whose data it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from fastmap import __version__
from fastmap.report.audiences import CHOICES
from fastmap.report.blocks import Block, Bullets, Paragraph
from fastmap.report.context import ReportContext
from fastmap.report.finished import Notice, Section
from fastmap.report.sections.sources import uses_esco, versions
from fastmap.report.sections.working import withheld_lines


def notices(context: ReportContext, sections: Iterable[Section]) -> tuple[Notice, ...]:
    """Return the notices in their order for a report that shows ``sections``."""
    return (
        Notice(title=context.say("notice.edition_title"), lines=(_edition(context),)),
        Notice(title=context.say("notice.chapters_title"), lines=_chapters(context, sections)),
        Notice(title=context.say("notice.withheld_title"), lines=_withheld(context)),
        Notice(title=context.say("notice.cite_title"), lines=(_citation(context),)),
        Notice(title=context.say("notice.terms_title"), lines=_terms(context)),
    )


def empty_chapters(context: ReportContext, empty: Sequence[str]) -> tuple[Block, ...]:
    """Return which chapters are not in a report whose chapters were chosen: left out, or without content."""
    lines = list(_left_out(context))
    if empty:
        told = "anonymous" if context.anonymous else "named"
        lines.append(context.say(f"chapters.empty_{told}", chapters=_titles(context, empty)))
    if not lines:
        return ()
    return (Paragraph(text=context.say("chapters.heading"), heading=True), Bullets(items=tuple(lines)))


def _edition(context: ReportContext) -> str:
    if context.protection is None:
        return context.named_words("limit.confidential")
    return context.say("notice.anonymous", k=context.protection.k)


def _chapters(context: ReportContext, sections: Iterable[Section]) -> tuple[str, ...]:
    titles = context.parts(section.title for section in sections)
    return (context.say("notice.chapters_in", chapters=titles), *_left_out(context))


def _left_out(context: ReportContext) -> tuple[str, ...]:
    """Return the sentence that names the chapters that were not chosen."""
    left_out = [key for key in CHOICES if not context.selection.shows(key)]
    return (context.say("chapters.left_out", chapters=_titles(context, left_out)),) if left_out else ()


def _titles(context: ReportContext, keys: Iterable[str]) -> str:
    return context.parts(context.say(f"section.{key}") for key in keys)


def _withheld(context: ReportContext) -> tuple[str, ...]:
    return withheld_lines(context) or (context.say("notice.withheld_nothing"),)


def _citation(context: ReportContext) -> str:
    cluster = context.results.snapshot.cluster.name
    return context.say(
        "notice.cite",
        cluster=cluster,
        year=str(context.made_on.year),
        title=context.say("title", cluster=cluster),
        round=context.results.snapshot.info.round_label,
        edition=context.say("notice.edition_anonymous" if context.anonymous else "notice.edition_named"),
        date=context.made_on,
        program=__version__,
    )


def _terms(context: ReportContext) -> tuple[str, ...]:
    lines = [versions(context), context.say("notice.data", cluster=context.results.snapshot.cluster.name)]
    if uses_esco(context):
        lines.append(context.say("sources.esco"))
    lines += [context.say("notice.fonts"), context.say("notice.sources", chapter=context.say("section.sources"))]
    if context.results.snapshot.info.fictional:
        lines.append(context.say("sources.fictional"))
    return tuple(lines)
