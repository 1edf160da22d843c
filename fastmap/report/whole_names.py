"""Names of organisations found letter by letter, just as they are written: beside `MemberNames`, which knows words of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

HIDDEN: Final = "[…]"
"""Stands where a name stood."""
_LEAST: Final = 3
"""A shorter name is not looked for letter by letter: it would stand in half the words."""


class WholeNames:
    """Hides names that stand in a text as they are, whatever their case."""

    def __init__(self, names: Iterable[str]) -> None:
        """Look for ``names``, the longest first: one may be part of another."""
        lines = {line for name in names if len(line := " ".join(name.split())) >= _LEAST}
        parts = map(re.escape, sorted(lines, key=lambda line: (-len(line), line)))
        self._pattern = re.compile("|".join(parts), re.IGNORECASE) if lines else None

    def hidden_in(self, line: str) -> str:
        """Return a text of one line with the names in it hidden.

        >>> WholeNames(["Forja Uno", "AB"]).hidden_in("ask FORJA UNO or AB")
        'ask […] or AB'
        """
        return line if self._pattern is None else self._pattern.sub(HIDDEN, line)
