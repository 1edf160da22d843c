"""Introductions as a person makes them: a line to read, a mail to send, an action to plan."""

from __future__ import annotations

from fastmap.analysis.actors import is_abroad
from fastmap.changes.actions import AddAction
from fastmap.intake.numbering import unused_ids
from fastmap.model.actions import Action, Cell
from fastmap.model.choices import ActionStatus, Complexity, Scope, Timing
from fastmap.model.ids import ActionId, SkillUri
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


def introduction_mail(introduction: Introduction, results: Results, texts: Texts, least: int) -> str:
    """Return a short mail to the partner. It names members that work with the partner, never those that lack a skill.

    Fewer than ``least`` firms are "some firms": who knows the cluster could tell which one it is.
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
    parts += [texts.get("introduction.mail_question"), texts.get("introduction.mail_end", **facts)]
    return "\n\n".join(parts)


def planned_introduction(introduction: Introduction, results: Results, texts: Texts) -> AddAction:
    """Return the change that plans the introduction as an action of the cluster's own.

    It is of low to medium complexity, regional, or international where the partner is abroad, and shows effect within
    a year. ``texts`` are in the language the assessment is kept in.
    """
    partner = _partner(introduction, results)
    action = Action(
        id=ActionId(next(unused_ids("A", results.snapshot))),
        title=texts.say(introduction_title(introduction, results)),
        cell=Cell(Scope.INTERNATIONAL if is_abroad(partner) else Scope.REGIONAL, Complexity.LOW_MEDIUM),
        timing=(Timing.ST,),
        status=ActionStatus.PLANNED,
        partners=(introduction.partner,),
        skills=_recorded(introduction, results),
    )
    return AddAction(action=action)


def is_planned(introduction: Introduction, results: Results) -> bool:
    """Say whether an action of the cluster's own with this partner names all these skills already."""
    skills = set(_recorded(introduction, results))
    return any(
        action.reference is None and introduction.partner in action.partners and skills <= set(action.skills)
        for action in results.snapshot.actions
    )


def _partner(introduction: Introduction, results: Results) -> Partner:
    return next(partner for partner in results.snapshot.partners if partner.id == introduction.partner)


def _partner_name(introduction: Introduction, results: Results) -> Name:
    return Name("partner", introduction.partner, _partner(introduction, results).name)


def _skills(introduction: Introduction, results: Results) -> tuple[Labels, ...]:
    labels = {item.uri: item.labels for item in results.skills}
    return tuple(Labels(labels[uri]) for uri in introduction.skills[:_SKILLS_NAMED])


def _recorded(introduction: Introduction, results: Results) -> tuple[SkillUri, ...]:
    """Return the skills that the file holds: a text nobody has placed cannot be named by an action."""
    held = {skill.uri for skill in results.snapshot.skills}
    return tuple(uri for uri in introduction.skills if uri in held)
