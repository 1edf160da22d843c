"""The command that shows workshops."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fastmap.model.messages import message
from ui.cli.output import progress_bar, say, screen_texts, show, show_json
from ui.cli.parameters import file_argument, json_option

if TYPE_CHECKING:
    from fastmap.model.vote_results import BallotResult
    from fastmap.model.workshop import Workshop
    from fastmap.report.context import ReportContext


@click.command("workshop")
@file_argument
@json_option
def workshop_command(file: Path, *, as_json: bool) -> None:
    """Show the workshops of FILE: agenda, what was said and decided, and votes with dots beside the survey.

    Dots of a vote that is still open are not shown. With --json they are what `analyse --json` has under "workshops".

    \b
    Example:
      fastmap workshop round.fastmap
    """
    from fastmap.catalogue.reading import load_catalogue
    from fastmap.catalogue.texts import load_texts
    from fastmap.report.context import ReportContext
    from fastmap.report.contract_workshop import workshops_json
    from ui.cli.opening import results_in

    with progress_bar() as progress:
        results = results_in(file, progress)
    if as_json:
        show_json(workshops_json(results, load_texts(results.snapshot.info.language)))
        return
    if not results.snapshot.workshops:
        say(message("cli.workshop.none", file=str(file)))
        return
    today = datetime.now().astimezone().date()
    context = ReportContext(results, load_catalogue(), screen_texts(), today)
    for workshop in results.snapshot.workshops:
        for line in _lines(context, workshop):
            show(line)


def _lines(context: ReportContext, workshop: Workshop) -> Iterator[str]:
    from fastmap.report.sections.workshop import item_name, meeting_facts, meeting_name, vote_sentence

    yield meeting_name(context, workshop)
    yield from (f"  {fact}" for fact in meeting_facts(context, workshop))
    for number, item in enumerate(workshop.agenda, start=1):
        name = item_name(context, item)
        yield f"  {context.texts.get('cli.workshop.item', number=number, item=name, minutes=item.minutes)}"
        yield from (f"     {line}" for text in (item.notes, item.decisions) for line in (text or "").splitlines())
    for found in context.results.ballots:
        if found.ballot.workshop == workshop.id:
            yield f"  {vote_sentence(context, workshop, found)}"
            yield from (f"     {line}" for line in _options(context, found))


def _options(context: ReportContext, found: BallotResult) -> Iterator[str]:
    from fastmap.model.choices import BallotState
    from fastmap.report.sections.workshop import option_labels

    if found.ballot.state is BallotState.OPEN:
        return
    labels = option_labels(context, found)
    for one in found.options:
        label = labels[one.option]
        if one.place is None or one.survey_place is None:
            yield context.texts.get("cli.workshop.option", dots=one.dots, option=label)
        else:
            yield context.texts.get(
                "cli.workshop.option_placed", dots=one.dots, option=label, place=one.place, survey=one.survey_place
            )
