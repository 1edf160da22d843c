"""Introductions as a person makes them: a mail to send, an action to plan."""

from __future__ import annotations

from fastmap.analysis.actors import is_abroad
from fastmap.changes.actions import AddAction
from fastmap.intake.numbering import unused_ids
from fastmap.model.actions import Action, Cell
from fastmap.model.choices import ActionStatus, Complexity, Scope, Timing
from fastmap.model.ids import ActionId, SkillUri
from fastmap.model.results import Introduction, Results
from fastmap.report import introducing
from fastmap.texts import Texts


def introduction_mail(introduction: Introduction, results: Results, texts: Texts, least: int) -> str:
    """Return the mail of `fastmap.report.introducing.introduction_mail` as one text to copy."""
    return "\n\n".join(introducing.introduction_mail(introduction, results, texts, least))


def planned_introduction(introduction: Introduction, results: Results, texts: Texts) -> AddAction:
    """Return the change that plans the introduction as an action of the cluster's own.

    It is of low to medium complexity, regional, or international where the partner is abroad, and shows effect within
    a year. ``texts`` are in the language the assessment is kept in.
    """
    partner = introducing.introduced_partner(introduction, results)
    action = Action(
        id=ActionId(next(unused_ids("A", results.snapshot))),
        title=texts.say(introducing.introduction_title(introduction, results)),
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


def _recorded(introduction: Introduction, results: Results) -> tuple[SkillUri, ...]:
    """Return the skills that the file holds: a text nobody has placed cannot be named by an action."""
    held = {skill.uri for skill in results.snapshot.skills}
    return tuple(uri for uri in introduction.skills if uri in held)
