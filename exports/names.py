"""File names that every system accepts, made from keys, titles and names."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection
from typing import Final

from pathvalidate import sanitize_filename

from exports.plain import one_line

MOST_BYTES: Final = 120
"""Well under the 255 bytes of a name, because old Windows programs count the whole path (260 characters)."""


def safe_file_name(stem: str, suffix: str, taken: Collection[str] = ()) -> str:
    """Return a name made of ``stem`` for any folder on any system; never one that ``taken`` holds in any case.

    >>> safe_file_name("../CON: a/b?", ".csv")
    'CON ab.csv'
    >>> safe_file_name("aux", ".svg", {"AUX_.svg"})
    'aux_-2.svg'
    """
    words = unicodedata.normalize("NFC", one_line(stem))
    base = sanitize_filename(words, platform="universal").strip(" ") or "_"
    base = _shorter(base, MOST_BYTES - len(suffix.encode()))
    # "." at the end of a stem is fine before a suffix, but not one that turns the whole name into a hidden file.
    if base.startswith("."):
        base = base.lstrip(".") or "_"
    used = {name.casefold() for name in taken}
    name, number = base + suffix, 2
    while name.casefold() in used:
        name = f"{_shorter(base, MOST_BYTES - len(suffix.encode()) - 8)}-{number}{suffix}"
        number += 1
    return name


def name_with_end(named: Callable[[str], str], subject: str, suffix: str, most_bytes: int = MOST_BYTES) -> str:
    """Return ``named(subject)`` as a file name; where it is too long, ``subject`` loses words, not those behind it.

    They tell editions apart, which must never take each other's place.

    >>> name_with_end(lambda cluster: f"{cluster} 2026, anonymous", "Cluster of many firms", ".pdf", 40)
    'Cluster of many 2026, anonymous.pdf'
    """
    room = most_bytes - len(suffix.encode())
    subject = one_line(subject)
    name = one_line(named(subject))  # what else is in it, such as the round, was typed as well
    while subject and len(name.encode()) > room:
        words, _, _ = subject.rpartition(" ")
        subject = (words or subject[:-1]).rstrip(" .,–-(")
        name = one_line(named(subject))
    return safe_file_name(name, suffix)


def _shorter(text: str, most_bytes: int) -> str:
    return text.encode()[:most_bytes].decode(errors="ignore").rstrip(" .") or "_"
