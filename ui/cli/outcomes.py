"""Printing what became of imported files: for people, and as the JSON of the contract."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from fastmap.intake.offer_content import DemandContent
from fastmap.intake.survey import SurveyOutcome
from fastmap.model.choices import ImportState
from fastmap.model.messages import message
from fastmap.model.responses import FileOutcome, Problem
from fastmap.model.skills import label_in
from ui.cli.output import say, screen_texts, show, show_json


def problem_sentence(problem: Problem) -> str:
    """Return the problem as one sentence of the screen's language."""
    texts = screen_texts()
    if problem.facts is not None:
        return texts.say_kept(problem.facts)
    return texts.say_kept(message(f"problem.{problem.code}", found=problem.found or "", field=problem.field or ""))


def problem_as_json(problem: Problem) -> dict[str, Any]:
    """Return one problem with the keys of the contract."""
    return {
        "code": problem.code,
        "sheet": problem.sheet,
        "cell": problem.cell,
        "field": problem.field,
        "found": problem.found,
        "done": problem.done,
        "message": problem_sentence(problem),
    }


def outcomes_as_json(outcomes: Sequence[FileOutcome]) -> dict[str, Any]:
    """Return the JSON of ``import --json``: one entry per file, and totals per state."""
    states = Counter(outcome.state for outcome in outcomes)
    return {
        "files": [
            {
                "path": outcome.path,
                "state": str(outcome.state),
                "member": outcome.member,
                "needs": outcome.needs,
                "partner": outcome.partner,
                "offers": len(outcome.reply.offers) if outcome.reply is not None else 0,
                "team": _team_as_json(outcome),
                "problems": [problem_as_json(problem) for problem in outcome.problems],
            }
            for outcome in outcomes
        ],
        "totals": {
            "files": len(outcomes),
            "needs": sum(outcome.needs for outcome in outcomes if outcome.state in COUNTED),
            "offers": sum(
                len(outcome.reply.offers) for outcome in outcomes if outcome.reply and outcome.state in COUNTED
            ),
            "problems": sum(len(outcome.problems) for outcome in outcomes),
            **{str(state): states[state] for state in ImportState},
        },
    }


def _team_as_json(outcome: FileOutcome) -> dict[str, Any] | None:
    one = outcome.team
    return None if one is None else {"respondent": one.respondent, "role": str(one.role), "answered": one.answered}


def demand_as_json(contents: Sequence[DemandContent], written: Sequence[tuple[Path, Path]]) -> dict[str, Any]:
    """Return the JSON of ``demand --json``: one entry per sheet, with exactly the figures that stand on it."""
    return {
        "sheets": [
            {
                "partner": content.partner.id,
                "name": content.partner.name,
                "language": content.language,
                "excel": str(workbook),
                "pdf": str(print_),
                "skills": [
                    {
                        "skill": {"uri": one.uri, "label": label_in(one.labels, content.language)},
                        "short_now": one.short_now,
                        "short_12m": one.short_12m,
                        "joint_people": one.joint_people,
                        "levels": one.levels,
                        "on_record": one.on_record is not None,
                    }
                    for one in content.skills
                ],
            }
            for content, (workbook, print_) in zip(contents, written, strict=True)
        ],
        "least_members": contents[0].least_members if contents else None,
    }


COUNTED = frozenset({ImportState.ACCEPTED, ImportState.PARTIAL})
"""States whose answers count at once."""


def show_outcomes(outcomes: Sequence[FileOutcome], *, dry_run: bool, as_json: bool) -> None:
    """Print a line per file with its problems below, then the totals; or everything as JSON."""
    if as_json:
        show_json(outcomes_as_json(outcomes))
        return
    if not outcomes:
        say(message("cli.no_files"))
        return
    texts = screen_texts()
    for outcome in outcomes:
        show(f"{texts.term(f'import_state.{outcome.state}')}: {outcome.path}" + _of_member(outcome))
        for problem in outcome.problems:
            show(f"    {place_of(problem)}{problem_sentence(problem)}")
    states = Counter(outcome.state for outcome in outcomes)
    say(
        message(
            "cli.would_import" if dry_run else "cli.imported",
            count=len(outcomes),
            taken=states[ImportState.ACCEPTED] + states[ImportState.PARTIAL],
            needs=sum(outcome.needs for outcome in outcomes if outcome.state in COUNTED),
            waiting=states[ImportState.TO_CHECK],
            problems=sum(len(outcome.problems) for outcome in outcomes),
        )
    )


def show_survey(outcome: SurveyOutcome, *, dry_run: bool, as_json: bool) -> None:
    """Print what a survey export gave, with every problem."""
    if as_json:
        show_json(
            {
                "rows": outcome.rows,
                "members": len(outcome.members),
                "responses": len(outcome.responses),
                "needs": outcome.needs,
                "unchanged": outcome.unchanged,
                "problems": [problem_as_json(problem) for problem in outcome.problems],
            }
        )
        return
    for problem in outcome.problems:
        show(f"{place_of(problem)}{problem_sentence(problem)}")
    say(
        message(
            "cli.would_take_survey" if dry_run else "cli.survey_taken",
            count=outcome.rows,
            responses=len(outcome.responses),
            needs=outcome.needs,
            unchanged=outcome.unchanged,
            problems=len(outcome.problems),
        )
    )


def place_of(problem: Problem) -> str:
    """Return "Sheet!B7: " or as much of it as is known; a row without a cell in question is told as one."""
    if problem.cell is not None and problem.cell.isdecimal():
        row = screen_texts().get("cli.row", row=problem.cell)
        return f"{problem.sheet}, {row}: " if problem.sheet else f"{row}: "
    place = "!".join(part for part in (problem.sheet, problem.cell) if part)
    return f"{place}: " if place else ""


def _of_member(outcome: FileOutcome) -> str:
    if outcome.team is not None:
        of_team = screen_texts().get(
            "cli.of_respondent", respondent=outcome.team.respondent, count=outcome.team.answered
        )
        return f"  {of_team}"
    if outcome.member is None:
        return ""
    return "  " + screen_texts().get("cli.of_member", member=outcome.member, count=outcome.needs)
