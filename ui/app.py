"""Starting the window: as little as possible until it is painted, everything heavy afterwards."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

NO_DISPLAY = 2


def run(arguments: Sequence[str]) -> int:
    """Show the window, with a file or the sample where ``arguments`` ask for it; return the exit status."""
    if not has_display():
        sys.stderr.write(
            "fastmap: there is no screen to show a window on. Start it from a desktop, or see `fastmap --help` "
            "for what it does without one.\n"
        )
        return NO_DISPLAY
    # Nothing made before the first paint becomes garbage; later `ui.garbage` looks for some.
    gc.disable()
    from ui.starting import start

    app, window = start(arguments)
    window.show()
    return app.exec()


def has_display() -> bool:
    """Say whether Qt will find a screen: always outside Linux, there if the desktop says so or the caller chose."""
    if not sys.platform.startswith(("linux", "freebsd")):
        return True
    return any(os.environ.get(name) for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"))


def file_in(arguments: Sequence[str]) -> Path | None:
    """Return the file named on the command line, if any."""
    names = [argument for argument in arguments if not argument.startswith("-")]
    return Path(names[0]) if names else None
