"""Printing what became of a table of members, partners or actions."""

from __future__ import annotations

from fastmap.model.messages import message
from fastmap.tasks.tables import TableOutcome
from ui.cli.app import DONE, DONE_WITH_PROBLEMS
from ui.cli.outcomes import place_of, problem_as_json, problem_sentence
from ui.cli.output import say, screen_texts, show, show_json


def show_table_outcome(outcome: TableOutcome, *, as_json: bool) -> int:
    """Print the counts and every problem with its place; return the exit status."""
    if as_json:
        show_json(
            {
                "added": outcome.added,
                "updated": outcome.updated,
                "unchanged": outcome.unchanged,
                "other_columns": outcome.other_columns,
                "problems": [problem_as_json(problem) for problem in outcome.problems],
                "flags": [
                    {"partner": flag.partner, "code": flag.code, "message": screen_texts().say(flag.facts)}
                    for flag in outcome.flags
                ],
                "names_waiting": outcome.names_waiting,
            }
        )
    else:
        for problem in outcome.problems:
            show(f"{place_of(problem)}{problem_sentence(problem)}")
        say(
            message(
                "cli.table_taken",
                added=outcome.added,
                updated=outcome.updated,
                unchanged=outcome.unchanged,
                problems=len(outcome.problems),
            )
        )
        for flag in outcome.flags:
            show(screen_texts().get("cli.look_at", what=flag.facts))
        if outcome.names_waiting:
            say(message("cli.names_waiting", count=outcome.names_waiting))
        if outcome.other_columns:
            say(message("cli.other_columns", count=len(outcome.other_columns), columns=outcome.other_columns))
    return DONE_WITH_PROBLEMS if outcome.problems else DONE
