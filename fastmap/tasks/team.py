"""Filling in the team self-assessment on screen: new respondents, and the language of the questionnaires."""

from __future__ import annotations

from datetime import datetime

from fastmap.catalogue.texts import form_languages
from fastmap.changes import SaveTeamQuestionnaires
from fastmap.errors import FastmapError
from fastmap.intake.numbering import next_ids
from fastmap.intake.team_definition import Side
from fastmap.intake.team_forms import free_code
from fastmap.model.choices import TeamRole
from fastmap.model.ids import LanguageCode, TeamFormId
from fastmap.model.snapshot import Snapshot
from fastmap.model.team import TeamQuestionnaire


def form_language(wanted: str | None, snapshot: Snapshot) -> LanguageCode:
    """Return the language of the questionnaires: ``wanted``, else the assessment's.

    Raises `FastmapError` ``language_not_shipped``.
    """
    language = wanted or snapshot.info.language
    if language not in form_languages():
        raise FastmapError("language_not_shipped", found=language, known=", ".join(form_languages()))
    return LanguageCode(language)


def new_respondent(snapshot: Snapshot, role: TeamRole, at: datetime) -> SaveTeamQuestionnaires:
    """Return the change that begins a questionnaire on screen under the next free code of its side."""
    side: Side = "stakeholder" if role is TeamRole.STAKEHOLDER else "staff"
    return SaveTeamQuestionnaires(
        questionnaires=(
            TeamQuestionnaire(
                id=TeamFormId(next(next_ids("screen-", (one.id for one in snapshot.team)))),
                respondent=free_code(snapshot.team, side),
                role=role,
                language=snapshot.info.language,
                received_at=at,
            ),
        )
    )
