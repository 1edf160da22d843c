"""The sample's team self-assessment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from fastmap.catalogue.reading import load_catalogue
from fastmap.changes.base import Change
from fastmap.changes.team import SaveTeamQuestionnaires, SetBoughtInLevel
from fastmap.model.choices import PartnerType, TeamAnswer, TeamRole
from fastmap.model.ids import LanguageCode, TeamFormId
from fastmap.model.team import TeamQuestionnaire
from fastmap.tasks.sample.tables import toml

_LETTERS = dict(zip("lpmn", TeamAnswer, strict=True))
_FIRST = datetime(2026, 5, 18, 9, 0, tzinfo=UTC)


def team_changes() -> Iterator[Change]:
    """Yield the questionnaires of four people of the team and five stakeholders, and the level bought in."""
    facts = toml("team.toml")
    people = [_person(entry, number) for number, entry in enumerate(facts["person"])]
    outside = [_stakeholder(entry, number) for number, entry in enumerate(facts["stakeholder"], start=len(people))]
    yield SaveTeamQuestionnaires(questionnaires=(*people, *outside))
    yield SetBoughtInLevel(level=facts["bought_in_level"])


def _person(entry: dict[str, Any], number: int) -> TeamQuestionnaire:
    answers = {
        item: _LETTERS[letter]
        for block in load_catalogue().team.blocks
        for item, letter in zip(block.items, entry[block.key], strict=True)
        if letter != "-"
    }
    return TeamQuestionnaire(
        **_common(entry, number),
        role=TeamRole(entry["role"]),
        digcomp=entry.get("digcomp"),
        answers=answers,
        other_language=entry.get("other_language"),
        remarks=entry.get("remarks"),
    )


def _stakeholder(entry: dict[str, Any], number: int) -> TeamQuestionnaire:
    return TeamQuestionnaire(
        **_common(entry, number),
        role=TeamRole.STAKEHOLDER,
        organisation_kind=PartnerType(entry["organisation_kind"]),
        picks=tuple(entry["picks"]),
    )


def _common(entry: dict[str, Any], number: int) -> dict[str, Any]:
    return {
        "id": TeamFormId(f"sample-{number + 1}"),
        "respondent": entry["respondent"],
        "language": LanguageCode("en"),
        "received_at": _FIRST + timedelta(hours=number),
    }
