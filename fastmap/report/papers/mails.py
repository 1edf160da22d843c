"""Introduction mails: one for each introduction to make, with what only the team should know beside it."""

from __future__ import annotations

from collections.abc import Iterator

from fastmap.model.messages import Message
from fastmap.model.results import Introduction
from fastmap.report.introducing import introduced_partner, introduction_mail
from fastmap.report.paper_blocks import Fact, Facts, Heading, Look, Paper, PaperBlock, Text
from fastmap.report.papers.desk import Desk


def mails(desk: Desk) -> Paper:
    """Return the mails, best introduction first; an anonymous edition has none and says why."""
    found = desk.context.results.ecosystem.introductions
    if desk.context.anonymous:
        why = Message("report.word.mails.not_made")
        return Paper(key="mails", title=desk.say("title.mails"), subtitle="", blocks=(), not_made=why)
    blocks: list[PaperBlock] = [desk.text("word.mails.reading", Look.QUIET)] if found else []
    for number, item in enumerate(found, start=1):
        blocks += _mail(desk, number, item)
    if not found:
        blocks.append(desk.text("coverage.no_introductions"))
    return Paper(
        key="mails",
        title=desk.say("title.mails"),
        subtitle=desk.say("subtitle.mails", count=len(found))
        if found
        else desk.context.say("coverage.no_introductions"),
        blocks=(*blocks, *desk.sources()),
    )


def _mail(desk: Desk, number: int, item: Introduction) -> Iterator[PaperBlock]:
    context = desk.context
    partner = introduced_partner(item, context.results)
    subject, *paragraphs = introduction_mail(item, context.results, context.texts, context.rules.privacy_k)
    yield Heading(text=f"{number}. {partner.name}", new_page=number > 1)
    yield Text(words=(subject,), look=Look.STRONG)
    yield from (Text(words=(text,)) for text in paragraphs)
    yield Heading(text=desk.say("mails.for_team"), level=2)
    yield Facts(name=desk.say("mails.for_team"), rows=tuple(_for_team(desk, item, partner.name)))


def _for_team(desk: Desk, item: Introduction, partner: str) -> Iterator[Fact]:
    context = desk.context
    firms = desk.figure(
        len(item.members),
        desk.say("what", subject=partner, figure=context.say("column.firms.name")),
        "introductions",
        rests_on=desk.by_answers,
    )
    yield Fact(label=context.say("column.firms.name"), cells=(desk.words("word.mails.firms", count=firms),))
    told = {
        "firms_named": context.member_names(item.members),
        "introducers": context.member_names(item.introducers),
        "skills": context.list_words(context.labels(item.skills)),
        "stage": "" if item.stage is None else f"{item.stage} ({context.say('unit.stage_5')})",
    }
    yield from (Fact(label=context.say(f"column.{key}.name"), cells=((text,),)) for key, text in told.items() if text)
