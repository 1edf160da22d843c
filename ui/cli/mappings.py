"""Decisions about texts: out to a table, in from one or from the previous round's file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from fastmap.model.messages import message
from ui.cli.app import DONE, DONE_WITH_PROBLEMS
from ui.cli.opening import opened
from ui.cli.output import say, screen_texts, show, show_json
from ui.cli.parameters import PATH, dry_run_option, file_argument, json_option

if TYPE_CHECKING:
    from fastmap.assessment import Assessment
    from fastmap.model.ids import LanguageCode
    from fastmap.model.remembered import RememberedText
    from fastmap.model.skills import Skill
    from fastmap.tasks.remembering import Conflict, Recall


@click.command("mappings")
@file_argument
@click.option("--export", "target", type=PATH, metavar="X.csv", help="Write the decisions to this table.")
@click.option("--import", "source", type=PATH, metavar="X", help="Take decisions over: a table, or another assessment.")
@dry_run_option
@json_option
def mappings_command(file: Path, target: Path | None, source: Path | None, dry_run: bool, as_json: bool) -> int:
    """Pass on what the texts of FILE mean, and take over what was decided elsewhere.

    Decisions that are taken over are marked as remembered and can be looked through under Needs. Where FILE holds
    another decision about the same text, its own stays and the two are listed. Without an option the decisions of FILE
    are printed.

    \b
    Columns of the table (only the text is required to find it, a decision needs language and uri or label):
      text language decision part uri label kind how
      decision   place split set_aside

    \b
    Examples:
      fastmap mappings round.fastmap --export decisions.csv
      fastmap mappings round.fastmap --import sister-cluster.csv --dry-run
      fastmap mappings round.fastmap --import last-year.fastmap
    """
    from fastmap.tasks.remembering import decisions_of

    status = DONE
    with opened(file, read_only=source is None or dry_run) as assessment:
        if source is not None:
            found = _recalled(assessment, source, dry_run=dry_run)
            _show_recall(found, dry_run=dry_run, as_json=as_json)
            status = DONE_WITH_PROBLEMS if found.conflicts or found.problems else DONE
        decisions = decisions_of(assessment.snapshot())
        where = assessment.path
    if target is not None:
        from exports.decisions import write_decisions
        from exports.saving import check_together

        check_together([target], assessment=where)
        count = write_decisions(decisions, target)
        say(message("cli.decisions_written", count=count, file=str(target)))
    elif source is None:
        _show_decisions(decisions, as_json=as_json)
    return status


def _recalled(assessment: Assessment, source: Path, *, dry_run: bool) -> Recall:
    from fastmap.tasks.remembering import recall_from_file, recall_from_table

    take = recall_from_file if source.suffix.lower() == ".fastmap" else recall_from_table
    return take(assessment, source, dry_run=dry_run)


def _show_recall(found: Recall, *, dry_run: bool, as_json: bool) -> None:
    from ui.cli.outcomes import place_of, problem_as_json, problem_sentence

    if as_json:
        show_json(
            {
                "taken": found.taken,
                "known": found.known,
                "conflicts": [_conflict_as_json(conflict) for conflict in found.conflicts],
                "other_columns": found.other_columns,
                "problems": [problem_as_json(problem) for problem in found.problems],
            }
        )
        return
    texts = screen_texts()
    for problem in found.problems:
        show(f"{place_of(problem)}{problem_sentence(problem)}")
    for conflict in found.conflicts:
        show(
            texts.get(
                "cli.decision_conflict",
                text=conflict.text,
                language=conflict.language,
                here=_names(conflict.here, conflict.language),
                there=_names(conflict.there, conflict.language),
            )
        )
    counts = {"count": found.taken, "known": found.known, "conflicts": len(found.conflicts)}
    say(message("cli.would_recall" if dry_run else "cli.recalled", **counts, problems=len(found.problems)))
    if found.other_columns:
        say(message("cli.other_columns", count=len(found.other_columns), columns=found.other_columns))


def _show_decisions(decisions: tuple[RememberedText, ...], *, as_json: bool) -> None:
    if as_json:
        show_json(
            [
                {
                    "text": text.text,
                    "language": text.language,
                    "skills": [_skill_as_json(part.skill, text.language) for part in text.parts],
                    "how": str(text.how),
                }
                for text in decisions
            ]
        )
        return
    for text in decisions:
        names = _names(tuple(part.skill for part in text.parts), text.language)
        show(f"{text.language}  {text.text}  →  {names}")


def _names(skills: tuple[Skill, ...], language: LanguageCode) -> str:
    """Return the labels of skills; none: the word for a text set aside."""
    return "; ".join(skill.label(language) for skill in skills) or screen_texts().term("decision_kind.set_aside")


def _skill_as_json(skill: Skill, language: LanguageCode) -> dict[str, str]:
    return {"uri": skill.uri, "label": skill.label(language)}


def _conflict_as_json(conflict: Conflict) -> dict[str, object]:
    return {
        "text": conflict.text,
        "language": conflict.language,
        "here": [_skill_as_json(skill, conflict.language) for skill in conflict.here],
        "there": [_skill_as_json(skill, conflict.language) for skill in conflict.there],
    }
