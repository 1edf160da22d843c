"""Comparing texts people typed: one normal form for skills, names and table headers.

Used wherever "the same text" must mean the same thing: mapping decisions, exact matches, column names, choices.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from fastmap.model.direction import DIRECTIONS

_NOT_WORD = re.compile(r"[^\w+#]+", re.UNICODE)
_CONTROL = dict.fromkeys((*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0)))
_UNSEEN = _CONTROL | DIRECTIONS
_NOT_FIT = re.compile("[\\ud800-\\udfff" + "".join(f"\\u{code:04x}" for code in _UNSEEN) + "]")
_INVISIBLE = dict.fromkeys([0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x00AD])
_MOST_REMEMBERED: Final = 1 << 16
"""Keys of texts: every look at the needs asks for those of all texts, of a large cluster some 5,000."""


def clean_text(raw: str) -> str:
    """Return ``raw`` fit to be stored and shown: NFC, without control characters, lone surrogates and stray blanks.

    Marks that change the direction of text go too. Line breaks inside stay. Nothing visible is lost.

    >>> clean_text("  weld\\x07ing\\ud800 ")
    'welding'
    >>> clean_text("weld\\u202eing")
    'welding'
    """
    if raw.isascii() and raw.isprintable():  # most texts; nothing in them is cleaned or composed
        return raw.strip()
    text = raw.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
    text = unicodedata.normalize("NFC", text.translate(_UNSEEN))
    return text.replace("\u00a0", " ").strip()


def fit_to_show(raw: str) -> str:
    """Return ``raw`` without what hides or turns round what it says; all else stays as it is.

    For texts that did not come through `clean_text`: of a file that somebody prepared, of a file's name. Line breaks, joiners
    and the marks that Arabic and Hebrew texts are typed with stay.

    >>> fit_to_show("weld\\u202eing\\x07 ")
    'welding '
    """
    if raw.isprintable():  # nearly all texts
        return raw
    return _NOT_FIT.sub("", raw)


@lru_cache(maxsize=_MOST_REMEMBERED)
def text_key(raw: str) -> str:
    """Return the form under which two texts count as the same: case, accents, punctuation and blanks folded.

    ``+`` and ``#`` stay, because "C", "C++" and "C#" are different skills.

    >>> text_key("  Soldadura  TIG/MIG. ") == text_key("soldadura tig mig")
    True
    >>> text_key("C++") == text_key("C#")
    False
    """
    text = clean_text(raw).translate(_INVISIBLE).casefold()
    if not text.isascii():
        text = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return _NOT_WORD.sub(" ", text.replace("_", " ")).strip()
