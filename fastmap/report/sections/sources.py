"""Where the method comes from, whose data is used, and which versions made the report."""

from __future__ import annotations

from collections.abc import Iterable

from fastmap import __version__
from fastmap.model.choices import SkillSource
from fastmap.report.blocks import Block, Bullets, Note, Paragraph
from fastmap.report.context import ReportContext
from fastmap.report.finished import Section


def sources(context: ReportContext) -> Section:
    """Return the chapter on sources, attributions and versions."""
    references = _references(
        context.texts.term(key) for name, key in context.catalogue.sources.items() if name != "own"
    )
    blocks: list[Block] = [
        Paragraph(text=context.say("sources.intro")),
        Bullets(items=references or (context.say("sources.none"),)),
    ]
    if uses_esco(context):
        blocks.append(Note(title="ESCO", text=context.say("sources.esco")))
    if context.results.snapshot.info.fictional:
        blocks.append(Note(title=context.say("banner.fictional"), text=context.say("sources.fictional")))
    blocks.append(Paragraph(text=versions(context)))
    return Section(key="sources", title=context.say("section.sources"), blocks=tuple(blocks))


def versions(context: ReportContext) -> str:
    """Return which program and catalogue made the report, and when."""
    stamp = context.results.catalogue
    return context.say(
        "sources.versions",
        program=__version__,
        catalogue=stamp.id,
        version=stamp.version,
        hash=stamp.sha256[:12],
        date=context.made_on,
    )


def _references(texts: Iterable[str]) -> tuple[str, ...]:
    """Return each document once, with the parts of it that are used behind it.

    >>> _references(["Wilson, 2020, figure 1", "Wilson, 2020, table 1", "Eurostat, NACE"])
    ('Wilson, 2020: figure 1; table 1', 'Eurostat, NACE')
    """
    parts: dict[str, list[str]] = {}
    for text in texts:
        document, _, part = text.rpartition(", ")
        parts.setdefault(document, []).append(part)
    return tuple(
        f"{document}: {'; '.join(found)}" if len(found) > 1 else f"{document}, {found[0]}" if document else found[0]
        for document, found in parts.items()
    )


def uses_esco(context: ReportContext) -> bool:
    """Say whether a skill or group of this report is ESCO's, so that ESCO must be named."""
    if any(skill.source is SkillSource.ESCO for skill in context.results.snapshot.skills):
        return True
    return any("data.europa.eu/esco" in item.uri for item in (*context.results.skills, *context.results.groups))
