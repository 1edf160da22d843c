"""The command that tells what changed in a file, and when."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from fastmap.errors import FastmapError
from fastmap.local_time import local_time
from ui.cli.opening import opened
from ui.cli.output import screen_texts, show, show_json
from ui.cli.parameters import file_argument, json_option

if TYPE_CHECKING:
    from fastmap.assessment import Assessment
    from fastmap.tasks.history import HistoryLine


@click.command("history")
@file_argument
@click.option("--member", metavar="CODE", help="Only changes about this member, its answers and its contact person.")
@click.option("--text", "words", metavar="WORDS", help="Only changes whose line or values have all these words.")
@click.option("--last", type=click.IntRange(min=1), metavar="N", help="Only the newest N of them.")
@click.option("--values", "with_values", is_flag=True, help="Say of each change which value was what before.")
@json_option
def history_command(
    file: Path, member: str | None, words: str | None, last: int | None, with_values: bool, as_json: bool
) -> None:
    """Say what changed in FILE and when, newest first. Values of contact persons are never printed.

    \b
    Examples:
      fastmap history round.fastmap --last 20
      fastmap history round.fastmap --member M007 --values
      fastmap history round.fastmap --json
    """
    from fastmap.tasks.history import history_lines

    with opened(file, read_only=True) as assessment:
        if member is not None and member not in {known.code for known in assessment.snapshot().members}:
            raise FastmapError("member_not_in_file", member=member)
        values = assessment.words_in_history() if words else {}
        lines = [
            line
            for line in history_lines(assessment)
            if (member is None or member in line.members) and _has_words(line, words, values.get(line.sequence, ""))
        ][:last]
        if as_json:
            show_json([_as_json(line, assessment, with_values=with_values) for line in lines])
            return
        if not lines:
            everything = member is None and words is None
            show(screen_texts().term("history.empty" if everything else "history.no_match"))
        for line in lines:
            _show(line, assessment, with_values=with_values)


def _has_words(line: HistoryLine, words: str | None, values: str) -> bool:
    text = f"{_words_of(line)}\n{values}".casefold()
    return all(word in text for word in (words or "").casefold().split())


def _words_of(line: HistoryLine) -> str:
    from fastmap.tasks.history import about_words

    texts = screen_texts()
    state = f" ({texts.term('history.undone')})" if line.undone else ""
    about = about_words(line, texts)
    return f"{texts.say(line.what)}{' – ' if about else ''}{about}{state}"


def _show(line: HistoryLine, assessment: Assessment, *, with_values: bool) -> None:
    from fastmap.tasks.history import value_changes

    texts = screen_texts()
    show(f"{line.sequence}  {texts.date(local_time(line.at))}  {_one_line(_words_of(line))}")
    if with_values:
        for value in value_changes(assessment, line.sequence, texts):
            now = f" ({texts.get('history.now', value=value.now)})" if value.now else ""
            show(_one_line(f"    {value.about} · {value.field}: {value.before} → {value.after}{now}"))


def _one_line(words: str) -> str:
    return " ".join(words.split("\n"))


def _as_json(line: HistoryLine, assessment: Assessment, *, with_values: bool) -> dict[str, Any]:
    from fastmap.tasks.history import about_words, value_changes

    texts = screen_texts()
    told: dict[str, Any] = {
        "sequence": line.sequence,
        "at": line.at.isoformat(),
        "what": texts.say(line.what),
        "change": line.what.key.removeprefix("change."),
        "undone": line.undone,
        "about": about_words(line, texts),
        "things": [{"kind": subject.kind, "id": subject.id} for subject in line.about],
    }
    if with_values:
        told["values"] = [
            {
                "about": value.about,
                "field": value.field,
                "before": value.before,
                "after": value.after,
                "now": value.now or value.after,
            }
            for value in value_changes(assessment, line.sequence, texts)
        ]
    return told
