"""Questionnaires of the team self-assessment for tests: as values, and as forms written by the real writer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import openpyxl

from exports.team_form import write_team_form
from fastmap.catalogue.reading import load_catalogue
from fastmap.catalogue.texts import load_texts
from fastmap.intake.team_content import TeamFormContent
from fastmap.intake.team_definition import Side
from fastmap.model.choices import TeamAnswer, TeamRole
from fastmap.model.ids import LanguageCode, TeamFormId
from fastmap.model.team import TeamQuestionnaire
from tests.support.builders import EN, MONDAY
from tests.support.returned_forms import ASSESSMENT, set_answer

TEAM = load_catalogue().team
LACKS, PARTLY, MASTERS, NOT_RELEVANT = TeamAnswer


def person(
    answers: Mapping[str, TeamAnswer] | TeamAnswer | None = None, *, number: int = 1, **changes: Any
) -> TeamQuestionnaire:
    """Return what somebody of the team answered; one answer alone goes for every item."""
    given = dict.fromkeys(TEAM.items, answers) if isinstance(answers, TeamAnswer) else dict(answers or {})
    fields: dict[str, Any] = {
        "id": TeamFormId(f"t{number}"),
        "respondent": f"T{number:03}",
        "role": TeamRole.STAFF,
        "language": EN,
        "received_at": MONDAY + timedelta(minutes=number),
        "answers": given,
    }
    return TeamQuestionnaire(**(fields | changes))


def stakeholder(*picks: str, number: int = 1, **changes: Any) -> TeamQuestionnaire:
    """Return what a stakeholder chose."""
    fields: dict[str, Any] = {
        "id": TeamFormId(f"s{number}"),
        "respondent": f"S{number:03}",
        "role": TeamRole.STAKEHOLDER,
        "language": EN,
        "received_at": MONDAY + timedelta(minutes=number),
        "picks": picks,
    }
    return TeamQuestionnaire(**(fields | changes))


def write_questionnaire(
    path: Path,
    answers: Mapping[str, object],
    *,
    side: Side = "staff",
    language: str = "en",
    assessment: str = ASSESSMENT,
) -> Path:
    """Write a questionnaire and fill it with ``answers``; text keys become their words."""
    texts = load_texts(language)
    content = TeamFormContent(assessment_id=assessment, cluster="Metal", side=side, language=LanguageCode(language))
    write_team_form(path, content=content, texts=texts)
    workbook = openpyxl.load_workbook(path)
    for name, answer in answers.items():
        set_answer(workbook, name, texts.get(answer) if isinstance(answer, str) and answer in texts else answer)
    workbook.save(path)
    return path
