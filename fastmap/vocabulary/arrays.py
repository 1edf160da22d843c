"""Many short texts in two arrays: they load in no time, and only what is asked for is read from disk."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class TextArray:
    """A sequence of texts, kept as UTF-8."""

    data: NDArray[np.uint8]
    """All texts, each followed by a line feed."""
    ends: NDArray[np.uint32]
    """Where each text ends, its line feed not counted."""

    @classmethod
    def of(cls, texts: Sequence[str]) -> TextArray:
        """Return ``texts`` (without line feeds) packed."""
        encoded = [text.encode("utf-8") for text in texts]
        lengths = np.fromiter(map(len, encoded), dtype=np.int64, count=len(encoded))
        ends = np.cumsum(lengths + 1) - 1
        data = np.frombuffer(b"".join(text + b"\n" for text in encoded), dtype=np.uint8)
        return cls(data, ends.astype(np.uint32))

    def __len__(self) -> int:
        """Return how many texts there are."""
        return int(self.ends.size)

    def raw(self, number: int) -> bytes:
        """Return text ``number`` as it is stored."""
        start = int(self.ends[number - 1]) + 1 if number else 0
        return self.data[start : int(self.ends[number])].tobytes()

    def __getitem__(self, number: int) -> str:
        """Return text ``number``."""
        return self.raw(number).decode("utf-8")

    def find(self, text: str) -> int | None:
        """Return the number of ``text`` if the texts are sorted (by code point) and hold it."""
        wanted = text.encode("utf-8", "replace")
        place = bisect_left(range(len(self)), wanted, key=self.raw)
        return place if place < len(self) and self.raw(place) == wanted else None


def hash_text(text: str) -> int:
    """Return a 64-bit number for ``text``, the same on every computer."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def hash_texts(texts: Sequence[str]) -> NDArray[np.uint64]:
    """Return `hash_text` of each."""
    return np.fromiter(map(hash_text, texts), dtype=np.uint64, count=len(texts))
