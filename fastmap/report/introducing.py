"""What is said to make an introduction: a line to read, and a mail to the partner. Only for editions with names."""

from __future__ import annotations

from fastmap.model.messages import Fact, Labels, Message, Name, message
from fastmap.model.organisations import Partner
from fastmap.model.results import Introduction, Results
from fastmap.report.disclosure import is_small
from fastmap.texts import Texts

_SKILLS_NAMED = 3


def introduction_title(introduction: Introduction, results: Results) -> Message:
    """Return "Introduce 7 firms to …: …" with the first three skills; no firm is named."""
    return message(
        "introduction.title",
        count=len(introduction.members),
        partner=_partner_name(introduction, results),
        skills=_skills(introduction, results),
    )


def introduction_heading(introduction: Introduction, results: Results) -> Message:
    """Return "Introduce 7 firms to …": the title without the skills."""
    name = _partner_name(introduction, results)
    return message("introduction.heading", count=len(introduction.members), partner=name)


def introduction_mail(introduction: Introduction, results: Results, texts: Texts, least: int) -> tuple[str, ...]:
    """Return the subject of a short mail to the partner and its paragraphs.

    It names members that work with the partner, never those that lack a skill. Fewer than ``least`` firms are "some
    firms": who knows the cluster could tell which one it is.
    """
    names = {member.code: member.name for member in results.snapshot.members}
    cluster = results.snapshot.cluster.name
    facts: dict[str, Fact] = {
        "partner": _partner_name(introduction, results),
        "skills": _skills(introduction, results),
        "cluster": cluster,
    }
    parts = [
        texts.get("introduction.mail_subject", **facts),
        texts.get("introduction.mail_greeting", **facts),
        texts.get("introduction.mail_need_few", **facts)
        if is_small(len(introduction.members), least)
        else texts.get("introduction.mail_need", count=len(introduction.members), **facts),
    ]
    # Who needs one of these skills itself is not named, even as a firm that knows the partner.
    lacking = {code for item in results.skills if item.uri in introduction.skills for code in item.members}
    who = tuple(names[code] for code in introduction.introducers if code in names and code not in lacking)
    if who := who[:_SKILLS_NAMED]:
        parts.append(texts.get("introduction.mail_known_by", firms=who, count=len(who)))
    return (*parts, texts.get("introduction.mail_question"), texts.get("introduction.mail_end", **facts))


def introduced_partner(introduction: Introduction, results: Results) -> Partner:
    """Return the partner that firms are introduced to."""
    return next(partner for partner in results.snapshot.partners if partner.id == introduction.partner)


def _partner_name(introduction: Introduction, results: Results) -> Name:
    return Name("partner", introduction.partner, introduced_partner(introduction, results).name)


def _skills(introduction: Introduction, results: Results) -> tuple[Labels, ...]:
    labels = {item.uri: item.labels for item in results.skills}
    return tuple(Labels(labels[uri]) for uri in introduction.skills[:_SKILLS_NAMED])
