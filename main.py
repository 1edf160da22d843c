"""The program's start: decides between the window and the command line.

    fastmap                  the window with its start page
    fastmap FILE             the window with that assessment
    fastmap --sample         the window with the sample
    fastmap COMMAND …        the command line; so do --help and --version

The command line must run where there is no display and start fast, so nothing here imports Qt, and everything else is
imported only once it is known to be needed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run fastmap with the given arguments (those of the process where there are none) and return the exit status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if wants_window(arguments):
        from ui import app

        return app.run(arguments)
    from ui import cli

    return cli.main(arguments)


def wants_window(arguments: Sequence[str]) -> bool:
    """Say whether the arguments ask for the window; anything else is for the command line to do or to refuse."""
    if not arguments or arguments == ["--sample"]:
        return True
    if len(arguments) > 1 or arguments[0].startswith("-"):
        return False
    if arguments[0].endswith(".fastmap"):
        return True
    # A file of any other name, unless a command has that name.
    from ui.cli.app import COMMANDS

    return arguments[0] not in COMMANDS and os.path.exists(arguments[0])  # noqa: PTH110 - pathlib costs 3 ms here


if __name__ == "__main__":
    sys.exit(main())
