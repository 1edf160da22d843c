"""Text from outside, made fit for printing: nothing of it may steer a writer, a reader or the reading direction."""

from __future__ import annotations

import re
import unicodedata

# C0 and C1 controls except tab and line feed, lone surrogates, non-characters, marks that turn the reading direction
# of what follows, and the byte order mark.
_UNFIT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)
_BREAKS = str.maketrans({"\r": "\n", "\x0b": "\n", "\x0c": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n"})
_REPLACEMENT = "\ufffd"


def clean(text: str) -> str:
    r"""Return ``text`` without control characters and direction overrides; line breaks become ``\n``.

    Lone surrogates become the replacement character; all else stays as it was, in the composed form (NFC).

    >>> clean("Steel\x00 \u202eWorks\r\n")
    'Steel Works\n'
    """
    if text.isascii() and text.isprintable():
        return text
    if _UNFIT.search(text):
        text = text.replace("\r\n", "\n").translate(_BREAKS)
        text = _UNFIT.sub(lambda bad: _REPLACEMENT if "\ud800" <= bad[0] <= "\udfff" else "", text)
    return unicodedata.normalize("NFC", text)


def one_line(text: str) -> str:
    r"""Return ``text`` cleaned and on one line, for headings, labels and names.

    >>> one_line(" two\nlines ")
    'two lines'
    """
    return " ".join(clean(text).split())


def shortened(text: str, limit: int) -> str:
    """Return at most ``limit`` characters of ``text``; a cut text ends in "…".

    >>> shortened("welding", 5)
    'weld…'
    """
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
