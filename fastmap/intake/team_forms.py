"""Returned questionnaires of the team self-assessment: whose code each carries, and whether it counts at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from fastmap.catalogue.reading import load_catalogue
from fastmap.intake.files import FoundFile
from fastmap.intake.form_answers import NOTES
from fastmap.intake.form_definition import FormDefinition
from fastmap.intake.form_finding import Ways, find_forms
from fastmap.intake.form_strays import stray_texts
from fastmap.intake.numbering import next_ids
from fastmap.intake.outcomes import answers_only, doubts_about_form, finding, refused, state_of
from fastmap.intake.safe_reading import Reading
from fastmap.intake.team_answers import TeamAnswers, understand_team
from fastmap.intake.team_definition import TEAM_FORM_VERSION, Side
from fastmap.model.choices import ImportState, ResponseState, TeamRole
from fastmap.model.ids import TeamFormId
from fastmap.model.messages import Term
from fastmap.model.responses import FileOutcome, Problem
from fastmap.model.snapshot import Snapshot
from fastmap.model.team import TeamQuestionnaire

CODE_LETTER: Final[Mapping[Side, str]] = {"staff": "T", "stakeholder": "S"}
"""Codes given to those who chose none: T001 … for the team, S001 … for stakeholders."""


@dataclass(slots=True)
class TeamReception:
    """Takes one questionnaire after the other, and knows those that came before."""

    snapshot: Snapshot
    received_at: datetime
    known: list[TeamQuestionnaire] = field(init=False)
    by_sha: dict[str, TeamQuestionnaire] = field(init=False)

    def __post_init__(self) -> None:
        self.known, self.by_sha = [], {}
        for one in self.snapshot.team:
            self._remember(one)

    def duplicate(self, file: FoundFile) -> FileOutcome | None:
        """Return the outcome of a file of exactly these bytes that came in before, or ``None``."""
        known = self.by_sha.get(file.sha256)
        return None if known is None else _same(file, "same_file", known)

    def receive(self, file: FoundFile, reading: Reading, definition: FormDefinition) -> FileOutcome:
        """Return the outcome of one questionnaire and remember it for the next ones."""
        forms = find_forms(reading, definition)
        if not forms:
            return refused(file, "not_a_form", ImportState.NOT_A_FORM)
        first, *others = (_understood(ways) for ways in forms)
        filled = [other for other in others if not other.is_blank and other.raw != first.raw]
        answers = first if not first.is_blank or not filled else filled.pop(0)
        strays = stray_texts(way for ways in forms for way in ways)
        if answers.is_blank and not strays.raw:
            return FileOutcome(
                path=str(file.path), state=ImportState.BLANK, problems=(finding("team_form_empty", "not_taken"),)
            )
        answers = replace(answers, raw={**answers.raw, **strays.raw})
        for known in self.known:
            if known.raw and answers_only(known.raw) == answers_only(answers.raw) and _is_telling(answers):
                return _same(file, "same_answers", known)
        doubts = list(doubts_about_form(answers.identity, self.snapshot.info.id, TEAM_FORM_VERSION))
        problems = (*doubts, *self._notes(file, reading, answers, filled), *answers.problems, *strays.problems)
        questionnaire = self._questionnaire(file, answers, problems, waits=bool(doubts))
        self._remember(questionnaire)
        return FileOutcome(path=str(file.path), state=state_of(doubts, problems), problems=problems, team=questionnaire)

    def _notes(
        self, file: FoundFile, reading: Reading, answers: TeamAnswers, others: list[TeamAnswers]
    ) -> Iterator[Problem]:
        if reading.repaired:
            yield finding("repaired", "taken", name=file.name)
        if reading.macros:
            yield finding("macros_ignored", "ignored")
        for other in others:
            yield finding("other_form_inside", "not_taken", sheet=other.sheet, found=other.values.get("respondent"))
        code = _code(answers)
        if same := [one for one in self.known if _is_by(one, answers.side, code)]:
            at_once = any(one.received_at == self.received_at for one in same)
            yield finding("team_same_code_at_once" if at_once else "team_same_code", "taken", found=code)
        if len(code.split()) > 1 or "@" in code:
            yield finding("team_code_like_name", "taken", found=code)
        team = load_catalogue().team
        if answers.side == "staff" and 0 < len(answers.answers) < len(team.items):
            yield finding("team_half_filled", "taken", count=len(answers.answers), items=len(team.items))
        if answers.side == "stakeholder":
            for block in team.blocks:
                picks = len(set(answers.picks) & set(block.items))
                if picks and not block.picks_low <= picks <= block.picks_high:
                    yield finding(
                        "team_picks_otherwise",
                        "taken",
                        count=picks,
                        block=Term(f"team_form.block.{block.key}"),
                        low=block.picks_low,
                        high=block.picks_high,
                    )

    def _questionnaire(
        self, file: FoundFile, answers: TeamAnswers, problems: tuple[Problem, ...], *, waits: bool
    ) -> TeamQuestionnaire:
        values, is_staff = answers.values, answers.side == "staff"
        role = TeamRole.MANAGER if values.get("manages") else TeamRole.STAFF
        return TeamQuestionnaire(
            id=TeamFormId(f"team-{file.sha256[:24]}"),
            respondent=_code(answers) or free_code(self.known, answers.side),
            role=role if is_staff else TeamRole.STAKEHOLDER,
            language=values.get("language") or self.snapshot.info.language,
            received_at=self.received_at,
            state=ResponseState.TO_CHECK if waits else ResponseState.ACCEPTED,
            organisation_kind=values.get("organisation_kind"),
            digcomp=values.get("digcomp"),
            answers=answers.answers,
            picks=answers.picks,
            twice=answers.twice,
            other_language=values.get("other_language_name"),
            remarks=values.get("remarks"),
            raw=answers.raw,
            source_name=file.name,
            source_sha256=file.sha256,
            problems=problems,
        )

    def _remember(self, one: TeamQuestionnaire) -> None:
        self.known.append(one)
        if one.source_sha256:
            self.by_sha[one.source_sha256] = one


def free_code(known: list[TeamQuestionnaire] | tuple[TeamQuestionnaire, ...], side: Side) -> str:
    """Return the next code that nobody on this side has."""
    return next(next_ids(CODE_LETTER[side], (one.respondent for one in known)))


def _code(answers: TeamAnswers) -> str:
    return str(answers.values.get("respondent") or "").strip()


def _is_by(one: TeamQuestionnaire, side: Side, code: str) -> bool:
    """Whether a questionnaire is of the person with ``code`` on ``side``; nobody has a blank one."""
    is_same_side = one.is_of_team == (side == "staff")
    return bool(code) and is_same_side and one.respondent.strip().casefold() == code.casefold()


def _is_telling(answers: TeamAnswers) -> bool:
    """Whether two people would hardly give just these answers: a code, or as many answers as the blocks have."""
    return bool(_code(answers)) or len(answers.answers) + len(answers.picks) >= len(load_catalogue().team.blocks)


def _same(file: FoundFile, code: str, known: TeamQuestionnaire) -> FileOutcome:
    told = finding(code, "ignored", name=file.name, other=known.source_name or known.respondent)
    return FileOutcome(path=str(file.path), state=ImportState.DUPLICATE, problems=(told,))


def _understood(ways: Ways) -> TeamAnswers:
    """Return what a questionnaire says, read in the way that makes more sense."""
    first, *others = (understand_team(way) for way in ways)
    best = max((first, *others), key=_sense)
    if best is first:
        return first
    return replace(best, problems=(finding("names_astray", "taken", sheet=best.sheet), *best.problems))


def _sense(answers: TeamAnswers) -> int:
    """Return how much was understood, less what was not."""
    return len(answers.values) - sum(one.code not in NOTES for one in answers.problems)
