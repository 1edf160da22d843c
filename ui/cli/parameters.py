"""Arguments and options that several commands share, and values checked before anything is opened."""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path

import click

from fastmap.errors import FastmapError
from fastmap.store.long_names import name_too_long


class _Named(click.Path):
    """A path whose names the disk can hold: everything behind may then ask whether it is there."""

    def convert(self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Return the path. Raises `FastmapError` where a name in it is too long."""
        path = Path(os.fsdecode(super().convert(value, param, ctx)))
        try:
            path.lstat()
        except OSError as error:
            if error.errno == errno.ENAMETOOLONG:
                raise name_too_long(path) from error
        return path


FILE = _Named()
"""An assessment; whether it is one, the file room says."""
PATH = _Named()


def _table(_ctx: click.Context, _parameter: click.Parameter, path: Path) -> Path:
    """Refuse a folder where a table belongs; the reader below only knows files."""
    if path.is_dir():
        raise FastmapError("table_is_folder", folder=str(path))
    return path


file_argument = click.argument("file", type=FILE)
table_argument = click.argument("table", type=PATH, callback=_table)
json_option = click.option("--json", "as_json", is_flag=True, help="Print the outcome as JSON.")
dry_run_option = click.option("--dry-run", is_flag=True, help="Read and report everything, but change nothing.")

_LANGUAGE_CODE = re.compile(r"[a-z]{2,3}")


def language_code(found: str) -> str:
    """Return a language code as written in files. Raises `FastmapError` ``language_unclear`` for anything else."""
    code = found.strip().lower()
    if not _LANGUAGE_CODE.fullmatch(code):
        raise FastmapError("language_unclear", found=found)
    return code
