"""Showing a kept scan or photo: a copy in a folder of this run alone, opened by whatever the computer shows such files with."""

from __future__ import annotations

import hashlib
import tempfile
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
def _folder() -> tempfile.TemporaryDirectory[str]:
    """Return the folder of this run: readable for its owner only, gone when the program ends."""
    return tempfile.TemporaryDirectory(prefix="fastmap-scans-", ignore_cleanup_errors=True)


def write_scan(scan: Attachment) -> Path | None:
    """Write a copy to look at and return its path; ``None`` if it cannot be written.

    The suffix says what the bytes are, whatever the file was called when it came in: "invoice.exe" stays a picture.
    """
    from exports.names import safe_file_name

    suffix = _SUFFIXES.get(scan.media_type)
    if suffix is None:
        return None
    folder = Path(_folder().name) / hashlib.sha256(scan.content).hexdigest()[:16]  # what a file calls it is anything
    target = folder / safe_file_name(Path(scan.name).stem, suffix)
    try:
        folder.mkdir(exist_ok=True)
        target.write_bytes(scan.content)
    except OSError:
        return None
    return target


def open_scan(scan: Attachment) -> bool:
    """Let the system show a scan; says whether it did."""
    target = write_scan(scan)
    return target is not None and QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))
