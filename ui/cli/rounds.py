"""Commands about rounds: start the next one, compare with the last one."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fastmap.model.messages import message
from ui.cli.opening import opened, results_in
from ui.cli.output import progress_bar, say, screen_texts, show, show_json
from ui.cli.parameters import PATH, file_argument, json_option

if TYPE_CHECKING:
    from fastmap.tasks.new_round import RoundStarted


@click.command("new-round")
@click.argument("old", type=PATH, metavar="OLD")
@file_argument
@click.option("--round", "round_label", required=True, metavar="LABEL", help="Name of the new round, for example 2027.")
@click.option(
    "--forms", "forms", type=PATH, metavar="DIR", help="Write the forms too, filled in with last round's needs."
)
def new_round_command(old: Path, file: Path, round_label: str, forms: Path | None) -> None:
    """Make FILE for the round after the one in OLD. OLD is only read; an existing FILE is never overwritten.

    Carried over are the cluster, members with their codes, partners, offers, ties, commitments, actions with their
    plans and milestones, funder figures, the cluster's own practices, skills, decisions about texts, weights, the
    checklist, and contact persons whose consent has not expired. Everybody counts as not asked. FILE keeps what it needs of OLD to be compared with it, also when OLD is gone.

    \b
    Example:
      fastmap new-round round.fastmap round2.fastmap --round 2027
      fastmap new-round round.fastmap round2.fastmap --round 2027 --forms forms2/

    Next: fastmap forms FILE --out DIR --previous OLD
    """
    from fastmap.tasks.new_round import start_round_from_file

    today = datetime.now().astimezone().date()
    with progress_bar():
        started = start_round_from_file(old, file, round_label=round_label, today=today)
    _say_started(file, started)
    if forms is not None:
        _write_forms(old, file, forms)


def _say_started(file: Path, started: RoundStarted) -> None:
    say(message("cli.rounds.made", file=str(file), round=started.round_label, count=started.members))
    say(
        message(
            "cli.rounds.carried",
            members=started.members,
            partners=started.partners,
            actions=started.actions,
            milestones=started.milestones,
            practices=started.practices,
            figures=started.figures,
            texts=started.texts,
            contacts=started.contacts,
        )
    )
    if started.contacts_expired:
        say(message("cli.rounds.expired", count=started.contacts_expired))


def _write_forms(old: Path, file: Path, out: Path) -> None:
    from exports.forms_sending import write_forms
    from fastmap.tasks.previous_round import previous_round
    from fastmap.tasks.sending import form_contents, mark_asked

    with opened(file) as assessment, progress_bar() as progress:
        earlier = previous_round(old, assessment)
        contents = form_contents(assessment, previous=earlier)
        written = write_forms(contents, out, progress=progress)
        asked = mark_asked(assessment, contents, previous=earlier)
    say(message("cli.forms_written", count=len(written), folder=str(out), asked=asked))


@click.command("compare")
@file_argument
@click.argument("earlier", type=PATH, metavar="[EARLIER]", required=False)
@click.option("--other-cluster", is_flag=True, help="Take EARLIER also where it seems to be another cluster's.")
@json_option
def compare_command(file: Path, earlier: Path | None, other_cluster: bool, as_json: bool) -> None:
    """Say what is different since the last round: needs of the same firms, verdicts, ranks, actions, members.

    A file begun with new-round knows its last round. For any other, EARLIER is read once and what the comparison
    needs of it is kept in FILE; EARLIER itself is not changed. If it seems to be another cluster's, nothing happens
    unless --other-cluster says that it is meant.

    \b
    Examples:
      fastmap compare round2.fastmap
      fastmap compare round2.fastmap round.fastmap
    """
    if earlier is not None:
        _take(file, earlier, other_cluster=other_cluster)
    from fastmap.errors import FastmapError

    with progress_bar() as progress:
        results = results_in(file, progress)
    found = results.since_last_round
    if as_json:
        from fastmap.catalogue.texts import load_texts
        from fastmap.report.contract_rounds import comparison_as_json

        show_json(comparison_as_json(found, load_texts(results.snapshot.info.language)))
        return
    if found is None:
        raise FastmapError("no_earlier_round", file=str(file))
    from ui.cli.comparison import comparison_lines

    for line in comparison_lines(found, screen_texts()):
        show(line)


def _take(file: Path, earlier: Path, *, other_cluster: bool) -> None:
    from fastmap.tasks.earlier_round import take_earlier_round

    with opened(file) as assessment:
        taken = take_earlier_round(assessment, earlier, other_cluster=other_cluster)
    say(
        message(
            "cli.rounds.taken",
            file=str(earlier),
            round=taken.summary.round_label,
            known=taken.known,
            count=len(taken.summary.members),
        )
    )
