"""The command line of fastmap: `main` runs one command and returns its exit status.

Start reading at `app`, which lists the commands; each module beside it holds the commands of one part of the journey.
No Qt is imported here, and heavy packages only once a command really needs them.
"""

from __future__ import annotations

from collections.abc import Sequence


def main(argv: Sequence[str]) -> int:
    """Run the command line and return its exit status: 0 done, 1 done with problems listed, 2 nothing done."""
    from ui.cli.app import run

    return run(list(argv))
