"""The program's start: decides between the window and the command line.

The command line must run where there is no display and start fast, so nothing here imports Qt, and everything else is
imported only once it is known to be needed.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run fastmap with the given arguments (those of the process where there are none) and return the exit status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    # There is no window yet: the command line answers for everything.
    from ui import cli

    return cli.main(arguments)


if __name__ == "__main__":
    sys.exit(main())
