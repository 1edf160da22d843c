"""Commands about the backups of this computer: list them with what differs, restore one to a new file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from fastmap import places
from fastmap.errors import FastmapError
from fastmap.local_time import local_time
from fastmap.model.messages import message
from fastmap.texts import sentence_case
from ui.cli.opening import opened
from ui.cli.output import say, screen_texts, show, show_json
from ui.cli.parameters import FILE, json_option

if TYPE_CHECKING:
    from fastmap.tasks.backups import BackupLine


class _ListUnlessNamed(click.Group):
    """A group in which `fastmap backups FILE` lists, without a word for it."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put ``list`` before anything that is no command of ours."""
        if not args or (args[0] not in self.commands and args[0] not in ("-h", "--help")):
            args = ["list", *args]
        return super().parse_args(ctx, args)


@click.group("backups", cls=_ListUnlessNamed)
def backups_command() -> None:
    """List the backups that this computer keeps of FILE, make one now, or restore one to a new file.

    Backups are made at opening and before every import, merge and migration, checked, and thinned: the newest five stay,
    then the last of an hour, a day, a week. Without FILE the backups of all assessments are listed.

    \b
    Examples:
      fastmap backups round.fastmap
      fastmap backups now round.fastmap
      fastmap backups restore round.fastmap before-import.fastmap --number 12
    """


@backups_command.command("now")
@click.argument("file", type=FILE)
def now_command(file: Path) -> None:
    """Back FILE up as it is now, checked, unless its present state is backed up already. FILE is only read.

    \b
    Example:
      fastmap backups now round.fastmap
    """
    from fastmap.tasks.backups import back_up_now

    with opened(file, read_only=True) as assessment:
        done = back_up_now(assessment)
    moment = local_time(done.backup.made_at)
    say(message("backups.made" if done.is_new else "backups.made_before", file=file.name, at=moment))
    show(str(done.backup.path))


@backups_command.command("list")
@click.argument("file", type=FILE, required=False)
@json_option
def list_command(file: Path | None, as_json: bool) -> None:
    """List backups, newest first, with what differs from FILE as it is now."""
    from fastmap.tasks.backups import backups_on_this_computer, lines_of

    if file is None:
        lines = backups_on_this_computer(places.backup_folder())
    else:
        with opened(file, read_only=True) as assessment:
            lines = lines_of(assessment)
    if as_json:
        show_json([_as_json(line) for line in lines])
        return
    if not lines:
        show(screen_texts().term("backups.none"))
    shown = None
    for line in lines:
        if file is None and (head := _head(line)) != shown:
            shown = head
            show(head)
        _show(line)


@backups_command.command("restore")
@click.argument("file", type=FILE)
@click.argument("new", type=FILE)
@click.option("--number", type=int, metavar="N", help="Which backup of FILE, by its number in the list.")
def restore_command(file: Path, new: Path, number: int | None) -> None:
    """Write a backup to NEW, which must not exist. FILE is the assessment with --number, or the backup itself."""
    from fastmap.tasks.backups import restore_backup

    restore_backup(_chosen(file, number), new)
    say(message("backups.restored", file=str(new)))


def _chosen(file: Path, number: int | None) -> Path:
    """Return which backup is meant. Raises `FastmapError` if there is none of that number."""
    if number is None:
        if places.backup_folder().resolve() not in file.resolve().parents:
            raise FastmapError("backup_not_chosen", file=file.name)
        return file
    with opened(file, read_only=True) as assessment:
        found = [backup.path for backup in assessment.backups() if backup.number == number]
    if not found:
        raise FastmapError("backup_unknown", number=number, file=file.name)
    return found[0]


def _head(line: BackupLine) -> str:
    if line.content is None:
        return f"{sentence_case(screen_texts().term('backups.unreadable'))}:"
    return f"{line.content.cluster} – {line.content.round_label}:"


def _show(line: BackupLine) -> None:
    texts = screen_texts()
    moment = texts.date(local_time(line.backup.made_at))
    show(f"{line.backup.number}  {moment}  {' · '.join(_words(line))}")
    show(f"    {line.backup.path}")


def _words(line: BackupLine) -> list[str]:
    texts = screen_texts()
    if line.problem is not None:
        return [texts.say(line.problem.message)]
    words = [texts.say(difference) for difference in line.differences]
    if not words and line.content is not None:
        words = [
            texts.get(f"backups.count.{name}", count=count) for name, count in line.content.counts.items() if count
        ]
    if line.content is not None and line.content.last is not None:
        words.append(texts.get("backups.last", what=line.content.last.what))
    return words


def _as_json(line: BackupLine) -> dict[str, Any]:
    texts, content = screen_texts(), line.content
    last = content.last if content is not None else None
    return {
        "number": line.backup.number,
        "path": str(line.backup.path),
        "made_at": line.backup.made_at.isoformat(),
        "size_bytes": line.size_bytes,
        "cluster": content.cluster if content else None,
        "round": content.round_label if content else None,
        "counts": dict(content.counts) if content else None,
        "changes": content.changes if content else None,
        "last_change": {"at": last.at.isoformat(), "what": texts.say(last.what)} if last else None,
        "differences": [texts.say(difference) for difference in line.differences],
        "problem": texts.say(line.problem.message) if line.problem else None,
    }
