"""One sentence for each way a command line can be mistyped, in the screen's language, ending with where to look."""

from __future__ import annotations

import re
from difflib import get_close_matches

import click
from click.exceptions import BadParameter, MissingParameter, NoSuchCommand, NoSuchOption

from fastmap.model.messages import Message, message
from ui.cli.app import COMMANDS


def usage_message(error: click.ClickException) -> Message:
    """Return what was wrong with the command line and which help page says more."""
    context = getattr(error, "ctx", None)
    help_page = f"{context.command_path if context else 'fastmap'} --help"
    match error:
        case NoSuchCommand():
            near = get_close_matches(error.command_name, COMMANDS, n=1)
            return _unknown("cli.usage.no_command", error.command_name, near, help_page)
        case NoSuchOption():
            return _unknown("cli.usage.no_option", error.option_name, error.possibilities, help_page)
        case MissingParameter():
            return message("cli.usage.missing", name=_name(error), help=help_page)
        case BadParameter():
            return message("cli.usage.bad_value", name=_name(error), reason=_reason(error), help=help_page)
        case _:
            return message("cli.usage.other", reason=_reason(error), help=help_page)


def _unknown(key: str, found: str, near: object, help_page: str) -> Message:
    names = tuple(str(name) for name in near) if isinstance(near, list | tuple) else ()
    if names:
        return message(f"{key}_but_near", found=found, near=names[0], help=help_page)
    return message(key, found=found, help=help_page)


def _name(error: BadParameter) -> str:
    """Return how the help page calls the parameter: FILE, --country."""
    if error.param is None:
        return str(error.param_hint or "")
    if isinstance(error.param, click.Option):
        return error.param.opts[0]
    return error.param.make_metavar(error.ctx).strip("[].") if error.ctx else str(error.param.name)


_REASONS = (
    (re.compile(r"Got unexpected extra arguments? \((?P<found>.*)\)"), "extra_argument"),
    (re.compile(r"Option '(?P<found>.*)' requires an argument"), "needs_value"),
    (re.compile(r"Option '(?P<found>.*)' does not take a value"), "takes_no_value"),
    (re.compile(r"'(?P<found>.*)' is not a valid integer"), "not_whole"),
    (re.compile(r"(?P<found>\S+) is not in the range (?P<range>.*?)\.?$"), "out_of_range"),
)
"""What click says only in English → key of ours; what it says rarely stays as it is."""


def _reason(error: click.ClickException) -> Message | str:
    for pattern, key in _REASONS:
        said = pattern.match(error.message)
        if said is not None:
            facts = {name: text.replace("<=x<=", "–") for name, text in said.groupdict().items()}
            return Message(f"cli.usage_reason.{key}", facts)
    return _ended(error.message)


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."
