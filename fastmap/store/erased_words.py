"""Names and addresses that must go: found in texts and in the bytes of files.

Texts are searched for whole words, whatever their case and accents, in every order of a name; bytes are searched for the
letters themselves, in every form in which programs write them, with blanks, hyphens, dots or commas between the words. So
bytes may report a name that is part of another word. They miss one that has letters with accents partly in capitals and
partly not, and one with marks that nobody sees, or blanks of unusual width.
"""

from __future__ import annotations

import gzip
import io
import json
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cached_property

from fastmap.model.meanings import key_of
from fastmap.model.skill_ids import slug_of
from fastmap.store.folded import folded, spans_in

SHORTEST = 4
"""Shorter words are taken out only where they are the whole text: "Li" is part of too many others."""
_LARGEST_PART = 50_000_000  # bytes that a packed part may have unpacked; the program itself writes none so large
_OLDER = ("latin-1", "cp1250")
"""Encodings of one byte a letter, of western and of central Europe."""
_PLACEHOLDER = re.compile(r"\[[^\[\]]*\]")
"""What stands for somebody who was erased, in every language (text ``erasure.placeholder``)."""
_BETWEEN = r"(?:[\s_-]+|\.)"
"""What may stand between the words of a name: in names of files and in addresses no blank does.

A dot with a blank behind it ends a sentence.
"""
_BLANKS = r"[\s_-]*"
"""What may stand around a comma, and behind a dot that belongs to the name."""
_REST_OF_ADDRESS = r"(?:(?:[.+%_-][\w.+%-]{0,63})?@[\w-]{1,63}\.[\w.-]{0,250}\w)?"
"""What goes with a name that an address begins with: what is left would read like one that can be written to."""
_NO_WIDTH = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"), " ")
"""Marks without width: they may stand inside a word, where they count as nothing, or in place of a blank."""
_MOST_TURNED = 5
"""Words; longer ones are firms, of which only the last word is put first."""
_INSTEAD = (
    str.maketrans("'-", "’\u2011"),
    str.maketrans("’\u2011", "'-"),
    str.maketrans("șțȘȚ", "şţŞŢ"),
    str.maketrans("şţŞŢ", "șțȘȚ"),
    str.maketrans("ß", "ẞ"),
    str.maketrans("ẞ", "ß"),
    str.maketrans("'’", "``"),
)
"""Marks and letters of which programs write either: apostrophes, hyphens, Romanian letters with comma or cedilla, ß."""
_SEPARATORS = b"\t\n\v\f\r,-._"
_AS_SOUGHT = bytes.maketrans(
    bytes(range(ord("A"), ord("Z") + 1)) + _SEPARATORS, bytes(range(ord("a"), ord("z") + 1)) + b" " * len(_SEPARATORS)
)
"""Of bytes only the letters from A to Z are the same in any case; whatever stands between words counts as a blank."""
_ADDRESS = re.compile(r"[\w.+%-]+@[\w-]+\.[\w.-]*\w")


class ErasedWords:
    """The words of one erasure."""

    def __init__(self, words: Iterable[str], placeholder: str) -> None:
        """Look for ``words``; ``placeholder`` is what stands in their place afterwards."""
        self.words = tuple(dict.fromkeys(_plain(word) for word in words if _plain(word)))
        self.placeholder = placeholder

    def __bool__(self) -> bool:
        """True if there is anything to look for."""
        return bool(self.words)

    @cached_property
    def _forms(self) -> tuple[str, ...]:
        """The words, the other orders of a name ("Ruiz García, José"), and the keys that decisions about texts go by."""
        found = dict.fromkeys(self.words)
        for word in self.words:
            if "@" not in word:
                found |= dict.fromkeys(_turned(word))
        found |= dict.fromkeys(key_of(word) for word in tuple(found))
        return tuple(sorted((form for form in found if form), key=len, reverse=True))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        forms = sorted({folded(form) for form in self._forms}, key=len, reverse=True)
        parts = [_pattern_of(form) for form in forms if len(form) >= SHORTEST]
        return re.compile(rf"(?<![^\W_])(?:{'|'.join(parts) or '(?!)'})(?![^\W_]){_REST_OF_ADDRESS}(?![^\W_])")

    @cached_property
    def _short(self) -> frozenset[str]:
        return frozenset(form for form in map(folded, self._forms) if len(form) < SHORTEST)

    def out_of(self, text: str) -> str:
        """Return a text that somebody wrote without the words."""
        if folded(text).strip() in self._short:
            return self.placeholder
        swept = self._swept(text, text)
        if swept.isascii():
            return swept
        blanks = swept.translate(_NO_WIDTH)
        return swept if blanks == swept else self._swept(swept, blanks)

    def _swept(self, text: str, read: str) -> str:
        """Return ``text`` without the words that stand in ``read``, the same text letter by letter."""
        swept: list[str] = []
        done = 0
        for start, end in spans_in(read, (found.span() for found in self._pattern.finditer(folded(read)))):
            swept += (text[done:start], self.placeholder)
            done = end
        return "".join((*swept, text[done:])) if swept else text

    def are_in(self, text: str | None) -> bool:
        """Return whether one of the words stands in ``text``."""
        if text is None:
            return False
        plain = folded(text)
        if plain.strip() in self._short or self._pattern.search(plain) is not None:
            return True
        blanks = text if text.isascii() else text.translate(_NO_WIDTH)
        return blanks != text and self._pattern.search(folded(blanks)) is not None

    # --- ids ----------------------------------------------------------------------------------------------------------

    @cached_property
    def _slugs(self) -> frozenset[str]:
        return frozenset(slug_of(form) for form in self._forms) - {""}

    def are_in_slug(self, said: str, *, cut_at: int) -> bool:
        """Return whether one of the words stands in words joined by hyphens, of which no more than ``cut_at`` letters are left.

        There a name may have lost its end: its beginning alone counts at the end of such an id.
        """
        if said in self._slugs:
            return True
        longer = tuple(slug for slug in self._slugs if len(slug) >= SHORTEST)
        if any(f"-{slug}-" in f"-{said}-" for slug in longer):
            return True
        if len(said) < cut_at - 1:  # a hyphen at the end is not kept
            return False
        return any(f"-{said}".endswith(f"-{slug[:length]}") for slug in longer for length in range(SHORTEST, len(slug)))

    # --- bytes --------------------------------------------------------------------------------------------------------

    @cached_property
    def _byte_forms(self) -> tuple[bytes, ...]:
        forms = {
            form
            for word in self._forms
            if len(word) >= SHORTEST
            for one in _as_programs_write(word)
            for form in (one, one.casefold(), one.upper(), one.title())
        }
        return tuple(sorted({sought for form in _written(forms) if len(sought := _as_sought(form)) >= SHORTEST}))

    def are_in_bytes(self, content: bytes) -> bool:
        """Return whether the letters of one of the words occur in ``content``, or in what is packed inside it."""
        # One pass over lowered bytes for each form: one pattern of all forms takes fifty times as long, and there are
        # hundreds of backups to go through.
        return any(
            form in sought for part in _parts_of(content) for sought in (_as_sought(part),) for form in self._byte_forms
        )


def names_nobody(text: str) -> bool:
    """Say whether nothing is left of a text but what earlier erasures put there, in whatever language.

    >>> names_nobody("[erased]"), names_nobody("[gelöscht] <[gelöscht]>"), names_nobody("[erased], 944 000")
    (True, True, False)
    """
    return re.search(r"\w", _PLACEHOLDER.sub("", text)) is None


def addresses_in(text: str) -> tuple[str, ...]:
    """Return the e-mail addresses in a text.

    >>> addresses_in("Ana Ruiz <ana@vet.example>, 944 000")
    ('ana@vet.example',)
    """
    return tuple(dict.fromkeys(_ADDRESS.findall(text)))


def _plain(word: str) -> str:
    return " ".join(unicodedata.normalize("NFC", word).split())


def _pattern_of(form: str) -> str:
    """Return what finds a form of a name whatever stands between its words: "Ruiz García,José", "Jose.Ruiz.Garcia"."""
    pattern, before = "", ""
    for token in re.findall(r",|[^\s,]+", form):
        if before:
            pattern += _BLANKS if "," in (before, token) or before.endswith(".") else _BETWEEN
        pattern += re.escape(token)
        before = token
    return pattern


def _turned(name: str) -> Iterator[str]:
    """Yield the other orders of a name: nobody can tell how many of its words are the surname."""
    before, _, behind = name.partition(",")
    words = [*behind.split(), *before.split()] if behind.strip() else before.split()
    if behind.strip():
        yield " ".join(words)
    for split in range(1, len(words)) if len(words) <= _MOST_TURNED else (len(words) - 1,):
        first, last = " ".join(words[:split]), " ".join(words[split:])
        yield from (f"{last}, {first}", f"{last} {first}")


def _as_programs_write(word: str) -> Iterator[str]:
    """Yield a word with the marks and letters that programs put for one another, and as part of an address."""
    yield word
    for letters in _INSTEAD:
        yield word.translate(letters)
    for comma in (",", " , "):  # two bytes a letter: blanks are not seen there
        yield word.replace(", ", comma)
    if "@" not in word and len(key_of(word).split()) > 1:
        yield slug_of(word)


def _written(forms: Iterable[str]) -> set[bytes]:
    found = set()
    for form in forms:
        for shape in ("NFC", "NFD"):
            text = unicodedata.normalize(shape, form)
            found |= {text.encode("utf-8"), text.encode("utf-16-le"), text.encode("utf-16-be")}
            once = json.dumps(text)[1:-1]  # rows of the history hold JSON in JSON
            found |= {once.encode(), json.dumps(once)[1:-1].encode()}
            for older in _OLDER:
                with suppress(UnicodeEncodeError):  # without the letters it lacks, half a name would be looked for
                    found.add(text.encode(older))
    return {form for form in found if len(form) >= SHORTEST}


def _as_sought(content: bytes) -> bytes:
    """Return bytes in small letters, with one blank wherever one or several separators stand.

    Names and what is looked through go the same way, so that nothing is missed by it that stands there letter by letter.
    """
    plain = content.translate(_AS_SOUGHT).replace("\u00a0".encode(), b" ")
    while b"  " in plain:  # halves them each time, with no more memory than a second copy
        plain = plain.replace(b"  ", b" ")
    return plain


def _parts_of(content: bytes) -> Iterator[bytes]:
    yield content
    yield from _unpacked(content)


def _unpacked(content: bytes) -> Iterator[bytes]:
    if content[:2] == b"PK":
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as package:
                for entry in package.infolist():
                    with package.open(entry) as part:
                        yield entry.filename.encode() + b"\n" + part.read(_LARGEST_PART)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error, OSError, ValueError):
            return
    elif content[:2] == b"\x1f\x8b":
        try:
            with gzip.open(io.BytesIO(content)) as part:
                yield part.read(_LARGEST_PART)
        except (OSError, EOFError, zlib.error):
            return
