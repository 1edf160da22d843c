"""The commands by name, and what happens when one of them cannot go on."""

from __future__ import annotations

import importlib
import os
import sys
from typing import TYPE_CHECKING

import click

import fastmap
from fastmap.errors import Cancelled, FastmapError

if TYPE_CHECKING:
    from fastmap.model.messages import Message

DONE, DONE_WITH_PROBLEMS, NOTHING_DONE = 0, 1, 2

COMMANDS = {
    "new": ("ui.cli.assessment", "Make a new, empty assessment."),
    "new-round": ("ui.cli.rounds", "Start the next round from the file of the last one."),
    "sample": ("ui.cli.assessment", "Write the fictional sample assessment."),
    "members": ("ui.cli.collect", "Add or update members from a spreadsheet."),
    "forms": ("ui.cli.collect", "Write one Excel form per member."),
    "cards": ("ui.cli.cards", "Write code cards for a workshop's phones."),
    "new-cards": ("ui.cli.cards", "Make all code cards void; the next ones have new codes."),
    "questionnaire": ("ui.cli.questionnaire", "Write the questionnaire for LimeSurvey or Kobo."),
    "import": ("ui.cli.collect", "Take returned forms, files or folders."),
    "import-survey": ("ui.cli.collect", "Take the export of another survey tool."),
    "vocabulary": ("ui.cli.vocabulary", "Load ESCO on this computer; look up texts."),
    "rematch": ("ui.cli.vocabulary", "Propose skills for texts that have none."),
    "mappings": ("ui.cli.mappings", "Pass decisions about texts on; take others over."),
    "partners": ("ui.cli.ecosystem", "Add or update partners and offers from a spreadsheet."),
    "demand": ("ui.cli.ecosystem", "Write a demand sheet with offer form per provider."),
    "team-forms": ("ui.cli.team", "Write the questionnaires of the team self-assessment."),
    "actions": ("ui.cli.ecosystem", "Add or update actions from a spreadsheet."),
    "kpis": ("ui.cli.kpis", "Add or update funder figures from a spreadsheet."),
    "grant": ("ui.cli.grant", "Say what the cover tells of the grant; put on a logo."),
    "sources": ("ui.cli.second_sources", "Add or update second sources from a spreadsheet."),
    "workshop": ("ui.cli.workshop", "Show workshops: agenda, decisions, votes."),
    "analyse": ("ui.cli.results", "Work everything out and print it."),
    "compare": ("ui.cli.rounds", "Say what is different since the last round."),
    "report": ("ui.cli.report", "Write the reports."),
    "feedback": ("ui.cli.feedback", "Write a feedback sheet per member that answered."),
    "history": ("ui.cli.history", "Say what changed, and when."),
    "backups": ("ui.cli.backups", "List backups, make one, restore one to a new file."),
    "consents": ("ui.cli.personal", "List consents that are due."),
    "personal-record": ("ui.cli.personal", "Write everything held about a member."),
    "erase": ("ui.cli.personal", "Erase somebody for good."),
    "pseudonymise": ("ui.cli.personal", "Write a copy without names."),
    "protect": ("ui.cli.personal", "Write a copy under a password."),
    "unprotect": ("ui.cli.personal", "Open a copy under a password."),
    "salvage": ("ui.cli.salvage", "Save what is left of a damaged file to a new one."),
    "check": ("ui.cli.assessment", "Check a file and say what is inside."),
    "edit-loop": ("ui.cli.assessment", "Exercise durability: one saved edit after another."),
}
"""Command name → module that holds it, and what the list of commands says; in the order of the journey."""

INTRODUCTION = """\
Map the skills needs of a cluster's members, offline, on this computer.

\b
A round, from an empty file to the funder's report:
  fastmap new round.fastmap --name "My cluster" --country ES
  fastmap members round.fastmap members.xlsx
  fastmap forms round.fastmap --out forms/          send them, collect the answers
  fastmap import round.fastmap returned/
  fastmap rematch round.fastmap                     texts that still lack a skill
  fastmap partners round.fastmap partners.xlsx
  fastmap demand round.fastmap --out providers/      ask providers; import their answers too
  fastmap actions round.fastmap actions.xlsx
  fastmap kpis round.fastmap figures.xlsx            what the funder wants to know
  fastmap sources round.fastmap vacancies.xlsx       what else confirms the needs, or not
  fastmap report round.fastmap --excel report.xlsx --pdf report.pdf
  fastmap feedback round.fastmap --out feedback/     to each firm: its answers beside the whole

The next round, a year later:
  fastmap new-round round.fastmap round2.fastmap --round 2027 --forms forms2/

To look around first:  fastmap sample sample.fastmap

Without a command the window opens: fastmap, fastmap FILE, fastmap --sample.

Results go to standard output, messages to standard error, in the language of this computer or the one that
FASTMAP_LANGUAGE names (en, es). Vocabulary and backups are kept in this user's data folder, or in FASTMAP_DATA.

Exit status: 0 done, 1 done with problems listed, 2 nothing done.
"""


class Commands(click.Group):
    """A group that imports a command's module only when that command is wanted, so that help stays quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click calls it so
        """Return the names in the order of the journey."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        """Import and return one command, or ``None`` for an unknown name."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(COMMANDS[cmd_name][0])
        command: click.Command = getattr(module, cmd_name.replace("-", "_") + "_command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - as above
        """Write the list of commands without importing any of them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, help_line) for name, (_, help_line) in COMMANDS.items()])


@click.group(cls=Commands, help=INTRODUCTION, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(fastmap.__version__, prog_name="fastmap")
def commands() -> None:
    """Hold the commands together."""


def _ways_out(error: FastmapError) -> list[Message]:
    """Name the command that helps, where there is one; the window has buttons for the same."""
    from fastmap.model.messages import message
    from ui.cli.output import screen_texts

    key = f"cli.way_out_{error.code}"
    return [message(key)] if key in screen_texts() else []


def run(argv: list[str]) -> int:
    """Run one command; every error that a user can mend becomes one line on standard error and status 2."""
    from ui.cli.output import prepare_streams, say

    prepare_streams()
    if argv and argv[0] in COMMANDS:
        from fastmap.leftovers import remove_leftovers

        remove_leftovers()
    try:
        status = commands.main(args=argv, prog_name="fastmap", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return NOTHING_DONE
    except click.ClickException as error:
        from ui.cli.usage import usage_message

        say(usage_message(error))
        return NOTHING_DONE
    except FastmapError as error:
        say(error.message, *_ways_out(error))
        return NOTHING_DONE
    except (Cancelled, click.Abort, KeyboardInterrupt):
        from fastmap.model.messages import message

        say(message("cli.cancelled"))
        return NOTHING_DONE
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115, PTH123 - stays open for the interpreter's last flush
        return DONE
    return status if isinstance(status, int) else DONE
