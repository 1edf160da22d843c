"""Finding a name in the forms that people give it when they speak: inflected, written together, without its dots.

For the projector alone, where hiding too much costs a word and hiding too little costs a firm. Reports look for names as
`fastmap.report.members_named` does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

from fastmap.model.normalise import text_key
from fastmap.report.members_named import PASSED_OVER

Span: TypeAlias = tuple[int, int]

_WORD: Final = re.compile(r"[^\W_]+")
_CODE: Final = re.compile(r"([^\W\d_]+)(\d+)")
_LEAST: Final = 4
"""A word of a name with fewer letters begins too many others."""
_SHORT: Final = 5
_LONGEST_ENDING: Final = 3
"""So much may follow a short one: "Form" is not meant by "formation"."""
_ACRONYM: Final = 3
_GERMAN: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "å": "aa", "ø": "oe"})


class NameForms:
    """Finds words that begin with a name's own word, its letters written together, its capitals, and codes with gaps."""

    def __init__(self, names: Iterable[str], codes: Iterable[str], *, vocabulary: Iterable[str]) -> None:
        """``vocabulary``: words of skills and the like, which point at nobody."""
        self._common = {form for text in vocabulary for word in _WORD.findall(text) for form in _folded(word)}
        cores = [[word for word in _WORD.findall(name) if text_key(word) not in PASSED_OVER] for name in names]
        bearers = Counter(form for core in cores for form in {form for word in core for form in _folded(word)})
        own = [[word for word in core if all(bearers[form] == 1 for form in _folded(word))] for core in cores]
        stems = {form for words in own for word in words for form in _folded(word)}
        stems |= {form for core in cores if len(core) > 1 for form in _folded("".join(core))}
        self._stems = frozenset(stem for stem in stems - self._common if len(stem) >= _LEAST)
        self._capitals = {
            word for words in own for word in words if len(word) == _ACRONYM and word.isupper() and word.isalpha()
        } - {word.upper() for word in self._common}
        parted = [(one[1], one[2]) for code in codes if (one := _CODE.fullmatch(code)) is not None]
        found = "|".join(rf"{re.escape(letters)}[\W_]{{1,2}}{digits}" for letters, digits in sorted(set(parted)))
        self._codes = re.compile(rf"(?<!\w)(?:{found})(?!\w)", re.IGNORECASE) if found else None

    def spans(self, text: str) -> tuple[Span, ...]:
        """Return where ``text`` names somebody.

        >>> forms = NameForms(["Müller Präzision GmbH", "UPV/EHU"], ["M002"], vocabulary=["Training"])
        >>> [text[slice(*span)] for text in ("Müllers Halle", "EHU lab", "ask M 002") for span in forms.spans(text)]
        ['Müllers', 'EHU', 'M 002']
        """
        found = [match.span() for match in _WORD.finditer(text) if self._names(match[0])]
        if self._codes is not None:
            found += [match.span() for match in self._codes.finditer(text)]
        return tuple(sorted(found))

    def _names(self, word: str) -> bool:
        if word in self._capitals:
            return True
        forms = _folded(word)
        if not forms.isdisjoint(self._common):
            return False
        return any(beginning in self._stems for form in forms for beginning in _beginnings(form))


def _beginnings(word: str) -> Iterator[str]:
    for length in range(_LEAST, len(word) + 1):
        if length > _SHORT or len(word) - length <= _LONGEST_ENDING:
            yield word[:length]


def _folded(word: str) -> set[str]:
    """Return a word without its accents, and as it is written where there are no keys for them."""
    return {text_key(word).replace(" ", ""), text_key(word.translate(_GERMAN)).replace(" ", "")} - {""}
