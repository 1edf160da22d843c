"""Showing a kept scan or photo: a copy in a folder of this run alone, opened by whatever the computer shows such files with.

The copy lies in the data folder, where an erasure finds it, and is noted there: what a kill leaves goes at the next start.
"""

from __future__ import annotations

import atexit
import hashlib
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

if TYPE_CHECKING:
    from fastmap.model.responses import Attachment

_SUFFIXES: Final = {
    "application/pdf": ".pdf",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/gif": ".gif",
    "image/tiff": ".tif",
    "image/bmp": ".bmp",
    "image/webp": ".webp",
    "image/heic": ".heic",
}


@cache
def _folder(scans: Path) -> Path:
    """Return the folder of this run in the one of all ``scans``, gone when the program ends."""
    from fastmap.leftovers import shown_scans

    kept = ExitStack()
    folder = kept.enter_context(shown_scans())
    assert folder.parent == scans
    atexit.register(kept.close)
    return folder


def write_scan(scan: Attachment) -> Path | None:
    """Write a copy to look at and return its path; ``None`` if it cannot be written.

    The suffix says what the bytes are, whatever the file was called when it came in: "invoice.exe" stays a picture. Its
    name says nothing, for what it was called may be somebody's name: other programs list what they showed lately.
    """
    from fastmap import places

    suffix = _SUFFIXES.get(scan.media_type)
    if suffix is None:
        return None
    scans = places.shown_scans_folder()
    try:
        folder = _folder(scans)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # an erasure takes it away
        target = folder / f"scan-{hashlib.sha256(scan.content).hexdigest()[:16]}{suffix}"
        target.write_bytes(scan.content)
    except OSError:
        return None
    return target


def open_scan(scan: Attachment) -> bool:
    """Let the system show a scan; says whether it did."""
    target = write_scan(scan)
    return target is not None and QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))
