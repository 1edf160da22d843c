"""The sample's workshop: agenda, notes, decisions, and a vote in which room and survey disagree about one need."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fastmap.changes.base import Change
from fastmap.changes.workshop import CountByHand, OpenBallot, SaveWorkshop, SetBallotState
from fastmap.model.choices import AgendaSubject, BallotState, BallotSubject, WallView
from fastmap.model.ids import BallotId, LanguageCode, WorkshopId
from fastmap.model.skills import label_in
from fastmap.model.workshop import AgendaItem, Ballot, Workshop
from fastmap.tasks.sample.skills import skill_named
from fastmap.tasks.sample.tables import toml

_WORKSHOP, _BALLOT = WorkshopId("W001"), BallotId("B001")


def workshop_changes(language: LanguageCode) -> Iterator[Change]:
    """Yield the changes that record it, in the order of the evening; words of the vote in ``language``."""
    facts = toml("workshop.toml")
    yield SaveWorkshop(
        workshop=Workshop(
            id=_WORKSHOP,
            held_on=facts["held_on"],
            place=facts["place"],
            participants=facts["participants"],
            agenda=tuple(_item(entry, number) for number, entry in enumerate(facts["item"], start=1)),
        )
    )
    vote = facts["ballot"]
    skills = [skill_named(name) for name in vote["by_hand"]]
    dots: dict[str, int] = {skill_named(name).uri: count for name, count in vote["by_hand"].items()}
    yield OpenBallot(
        ballot=Ballot(
            id=_BALLOT,
            workshop=_WORKSHOP,
            subject=BallotSubject(vote["subject"]),
            dots=vote["dots"],
            options=tuple(dots),
            opened_at=vote["opened_at"],
            words={skill.uri: label_in(skill.labels, language) or skill.uri for skill in skills},
            words_language=language,
        )
    )
    yield SetBallotState(ballot=_BALLOT, state=BallotState.CLOSED, at=vote["closed_at"])
    yield CountByHand(ballot=_BALLOT, dots=dots, voters=vote["voters_by_hand"])


def _item(entry: dict[str, Any], number: int) -> AgendaItem:
    return AgendaItem(
        id=str(number),
        subject=AgendaSubject(entry["subject"]),
        minutes=entry["minutes"],
        view=WallView(entry["view"]) if "view" in entry else None,
        title=entry.get("title"),
        notes=entry.get("notes"),
        decisions=entry["decisions"].strip() if "decisions" in entry else None,
    )
