"""What a questionnaire of the team self-assessment is written for."""

from __future__ import annotations

from dataclasses import dataclass

from fastmap.intake.team_definition import Side
from fastmap.model.ids import LanguageCode
from fastmap.model.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamFormContent:
    """One blank questionnaire. Everybody on its side gets the same: nothing on it tells who fills it in."""

    assessment_id: str
    cluster: str
    side: Side
    language: LanguageCode


def team_form_contents(snapshot: Snapshot, language: LanguageCode) -> tuple[TeamFormContent, TeamFormContent]:
    """Return the questionnaire for the team and the one for stakeholders."""
    sides: tuple[Side, Side] = ("staff", "stakeholder")
    staff, stakeholder = (
        TeamFormContent(assessment_id=snapshot.info.id, cluster=snapshot.cluster.name, side=side, language=language)
        for side in sides
    )
    return staff, stakeholder
