"""Commands about the assessment file itself: make one, make the sample, look inside, exercise durability."""

from __future__ import annotations

import itertools
from pathlib import Path

import click

from fastmap.model.messages import message
from ui.cli.output import say, screen_texts, show

FILE = click.Path(dir_okay=False, path_type=Path)


@click.command("new", short_help="Make a new, empty assessment.")
@click.argument("file", type=FILE)
@click.option("--name", required=True, help="Name of the cluster.")
@click.option("--country", required=True, metavar="CC", help="Country code, for example ES.")
@click.option("--nuts", metavar="CODE", help="NUTS code of the region, for example ES22.")
@click.option("--sector", "sectors", multiple=True, metavar="KEY", help="S3 priority; up to three.")
@click.option("--language", default="en", show_default=True, help="Working language of the assessment.")
@click.option("--round", "round_label", metavar="LABEL", help="Name of the round [default: this year].")
def new_command(
    file: Path,
    name: str,
    country: str,
    nuts: str | None,
    sectors: tuple[str, ...],
    language: str,
    round_label: str | None,
) -> None:
    """Make FILE, a new and empty assessment. An existing file is never overwritten.

    \b
    Example:
      fastmap new ferrana.fastmap --name "Ferrana cluster" --country ES --nuts ES22
    """
    from fastmap.tasks.starting import start_assessment

    start_assessment(
        file, name=name, country=country, nuts=nuts, sectors=sectors, language=language, round_label=round_label
    )
    say(message("cli.made", file=str(file)))


@click.command("sample", short_help="Write the fictional sample assessment.")
@click.argument("file", type=FILE)
def sample_command(file: Path) -> None:
    """Write the sample assessment to FILE: one fictional cluster with 40 members and 25 answers.

    \b
    Then try:
      fastmap analyse FILE
      fastmap report FILE --excel sample.xlsx --pdf sample.pdf
    """
    from fastmap.tasks.sample import write_sample

    write_sample(file)
    say(message("cli.sample_made", file=str(file)))


@click.command("check", short_help="Check a file and say what is inside.")
@click.argument("file", type=FILE)
def check_command(file: Path) -> None:
    """Check FILE's integrity and say its version and what it holds. Nothing is changed."""
    from fastmap.assessment import Assessment

    with Assessment.open(file, read_only=True) as assessment:
        facts = assessment.check()
    texts = screen_texts()
    show(texts.get("cli.check_head", file=str(file), schema=facts.schema, cluster=facts.cluster))
    for name, count in facts.counts.items():
        show(f"  {texts.get(f'cli.count.{name}')}: {texts.number(count)}")
    show(texts.get("cli.check_ok"))


@click.command("edit-loop", short_help="Exercise durability: one saved edit after another.")
@click.argument("file", type=FILE)
@click.option("--list", "only_list", is_flag=True, help="Print HAVE n for each edit that FILE holds, and stop.")
def edit_loop_command(file: Path, only_list: bool) -> None:
    """Make one durable edit after another in FILE and print ACK n once each is saved, until stopped.

    FILE is made if there is none; n goes on from what FILE holds. For torture tests of the file format.
    """
    from fastmap.assessment import Assessment
    from fastmap.tasks.starting import start_assessment

    if not file.exists() and not only_list:
        start_assessment(file, name="Edit loop", country="ES")
    with Assessment.open(file, read_only=only_list) as assessment:
        held = assessment.edits()
        if only_list:
            for number in held:
                show(f"HAVE {number}")
            return
        for number in itertools.count(max(held, default=0) + 1):
            assessment.record_edit(number)
            print(f"ACK {number}", flush=True)
