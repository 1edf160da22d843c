"""Names and addresses that must go: found in texts and in the bytes of files.

Texts are searched for whole words, whatever their case; bytes are searched for the letters themselves, in every form in
which programs write them. Bytes may therefore report a name that is part of another word, and never miss one.
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

SHORTEST = 4
"""Shorter words are taken out only where they are the whole text: "Li" is part of too many others."""
_LARGEST_PART = 50_000_000  # bytes that a packed part may have unpacked; the program itself writes none so large
_OLDER = ("latin-1", "cp1250")
"""Encodings of one byte a letter, of western and of central Europe."""
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
        """The words, the other order of a name ("Ruiz, Ana"), and the keys that decisions about texts go by."""
        found = dict.fromkeys(self.words)
        for word in self.words:
            first, _, last = word.rpartition(" ")
            if first and "@" not in word:
                found |= dict.fromkeys((f"{last}, {first}", f"{last} {first}"))
        found |= dict.fromkeys(key_of(word) for word in tuple(found))
        return tuple(sorted((form for form in found if form), key=len, reverse=True))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        parts = [r"\s+".join(map(re.escape, form.split())) for form in self._forms if len(form) >= SHORTEST]
        return re.compile(rf"(?<!\w)(?:{'|'.join(parts) or '(?!)'})(?!\w)", re.IGNORECASE)

    @cached_property
    def _short(self) -> frozenset[str]:
        return frozenset(form.casefold() for form in self._forms if len(form) < SHORTEST)

    def out_of(self, text: str) -> str:
        """Return a text that somebody wrote without the words."""
        composed = unicodedata.normalize("NFC", text)
        if composed.strip().casefold() in self._short:
            return self.placeholder
        swept, count = self._pattern.subn(lambda _: self.placeholder, composed)
        return swept if count else text

    def are_in(self, text: str | None) -> bool:
        """Return whether one of the words stands in ``text``."""
        if text is None:
            return False
        composed = unicodedata.normalize("NFC", text)
        return composed.strip().casefold() in self._short or self._pattern.search(composed) is not None

    # --- bytes --------------------------------------------------------------------------------------------------------

    @cached_property
    def _byte_forms(self) -> tuple[bytes, ...]:
        forms = {
            form
            for word in self._forms
            if len(word) >= SHORTEST
            for form in (word, word.casefold(), word.upper(), word.title())
        }
        return tuple(sorted({form.lower() for form in _written(forms)}))

    def are_in_bytes(self, content: bytes) -> bool:
        """Return whether the letters of one of the words occur in ``content``, or in what is packed inside it."""
        # One pass over lowered bytes for each form: one pattern of all forms takes fifty times as long, and there are
        # hundreds of backups to go through. Of bytes both take the letters from A to Z alone for the same in any case.
        return any(form in lowered for lowered in _lowered(content) for form in self._byte_forms)


def addresses_in(text: str) -> tuple[str, ...]:
    """Return the e-mail addresses in a text.

    >>> addresses_in("Ana Ruiz <ana@vet.example>, 944 000")
    ('ana@vet.example',)
    """
    return tuple(dict.fromkeys(_ADDRESS.findall(text)))


def _plain(word: str) -> str:
    return " ".join(unicodedata.normalize("NFC", word).split())


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


def _lowered(content: bytes) -> Iterator[bytes]:
    yield content.lower()
    for part in _unpacked(content):
        yield part.lower()


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
