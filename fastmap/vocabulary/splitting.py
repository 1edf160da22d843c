"""Several skills in one answer: "welding, CAD and English" are three, "research and development" is one.

`proposed_split` says which parts it sees and why; `proposed_parts` gives the parts alone. Both only propose: what a
firm wrote stays as it is, and a person decides. Nothing is split where the whole is a label or reads as one skill.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from fastmap.model.ids import LanguageCode
from fastmap.model.normalise import clean_text, text_key
from fastmap.vocabulary.folding import fold_words, is_only_filler, meaningful_words, says_nothing, shipped_words
from fastmap.vocabulary.index import SkillIndex
from fastmap.vocabulary.results import MatchVerdict, TextMatch

MAX_PARTS = 12
"""An answer with more is a text to be read, not a list."""


class SplitWhy(StrEnum):
    """Why a text was split, or why not."""

    LIST = "list"
    """Its parts stand in a list: line breaks, semicolons, commas, slashes, plus signs."""
    JOINED = "joined"
    """Two skills are joined by a word such as "and"."""
    ONE = "one"
    """There is nothing to split at."""
    LABEL = "label"
    """The whole is the name of a skill."""
    READS_AS_ONE = "reads_as_one"
    """A skill's name holds the words on both sides, or one side alone is no skill."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """What a text would become."""

    parts: tuple[str, ...]
    """Two or more in the order of the text; empty where it should stay whole."""
    why: SplitWhy


def proposed_parts(text: str, language: LanguageCode, index: SkillIndex) -> tuple[str, ...]:
    """Return the skills that ``text`` seems to name, two or more in its order; nothing where it is better left whole.

    The parts are words of the text; a word that several share is given to each ("MIG and TIG welding" → "MIG welding",
    "TIG welding"). Pure: the same text, language and index give the same parts.
    """
    return proposed_split(text, language, index).parts


def proposed_split(text: str, language: LanguageCode, index: SkillIndex) -> Split:
    """Return the parts of ``text`` and why it is split there or left whole; see `proposed_parts`."""
    return _Splitter(language, index).split(clean_text(text))


class _Splitter:
    """Splits texts of one language."""

    def __init__(self, language: LanguageCode, index: SkillIndex) -> None:
        self._language = language
        self._index = index
        self._known: dict[str, TextMatch] = {}

    def split(self, text: str) -> Split:
        if self._is_a_name(text):
            return Split(parts=(), why=SplitWhy.LABEL)
        lines = self._with_company(_pieces(_FIRM, text))
        listed = [piece for line in lines for piece in self._list(line)]
        pieces = [piece for item in listed for piece in self._joined(item)]
        whole = len(listed) < 2 and self._list(text) == [text] and len(_pieces(_SOFT[self._code], text)) < 2
        if whole:
            return Split(parts=(), why=SplitWhy.ONE)
        parts = tuple(dict.fromkeys(_tidy(piece) for piece in self._completed(pieces)))
        if not 2 <= len(parts) <= MAX_PARTS:
            return Split(parts=(), why=SplitWhy.READS_AS_ONE)
        return Split(parts=parts, why=SplitWhy.LIST if len(listed) > 1 else SplitWhy.JOINED)

    @property
    def _code(self) -> str:
        return self._language if self._language in _SOFT else "en"

    def _list(self, line: str) -> list[str]:
        """Return the items of a list in one line; the line itself if too few of them are like a skill."""
        pieces = self._with_company(_pieces(_LISTED, line))
        if len(pieces) < 2 or self._is_a_name(line) or self._reads_as_one(line, pieces):
            return [line]
        return pieces if sum(self._is_like_a_skill(piece) for piece in pieces) >= 2 else [line]

    def _joined(self, item: str) -> list[str]:
        """Return the two or more skills that "and" joins in ``item``; the item itself if it reads as one."""
        pieces = _pieces(_SOFT[self._code], item)
        if len(pieces) < 2 or self._is_a_name(item) or self._reads_as_one(item, pieces):
            return [item]
        whole = self._completed(pieces)
        return pieces if all(map(self._is_like_a_skill, whole)) else [item]

    def _with_company(self, pieces: Sequence[str]) -> list[str]:
        """Return ``pieces`` with those that name nothing ("etc.", "3 years") put back behind their neighbour."""
        kept: list[str] = []
        for piece in pieces:
            key = text_key(piece)
            if says_nothing(key) or is_only_filler(key, self._language):
                if kept:
                    kept[-1] = f"{kept[-1]}, {piece}"
            else:
                kept.append(piece)
        return kept

    def _completed(self, pieces: Sequence[str]) -> list[str]:
        """Return ``pieces`` with the word that they share given to each: "CNC- und SPS-Programmierung"."""
        done = list(pieces)
        for place, piece in enumerate(pieces):
            if piece.endswith("-") and place + 1 < len(pieces):
                head = pieces[-1].rpartition("-")[2] if "-" in pieces[-1] else ""
                done[place] = f"{piece}{head}" if head else piece.rstrip("-")
            elif len(piece.split()) == 1 and (longer := self._with_head(pieces, place)):
                done[place] = longer
        return done

    def _with_head(self, pieces: Sequence[str], place: int) -> str | None:
        """Return the one-word piece with the head of its neighbour, if that says more than the word alone."""
        if self._language in _HEAD_FIRST:
            first = pieces[0].split()
            longer = f"{first[0]} {pieces[place]}" if place > 0 and len(first) == 2 else None
        else:
            last = pieces[-1].split()
            longer = f"{pieces[place]} {last[-1]}" if place + 1 < len(pieces) and len(last) == 2 else None
        if longer is None or self._is_exact(pieces[place]):
            return None
        return longer if self._is_exact(longer) or not self._is_like_a_skill(pieces[place]) else None

    def _reads_as_one(self, whole: str, pieces: Sequence[str]) -> bool:
        """Say whether some skill that is like the whole has words of every piece in its name."""
        match = self._match(whole)
        if match.verdict is MatchVerdict.NONE:
            return False
        wanted = [self._stems(piece) for piece in pieces]
        names = (self._stems(f"{candidate.name} {candidate.label}") for candidate in match.candidates)
        return any(all(_shares_all(piece, name) for piece in wanted) for name in names)

    def _stems(self, text: str) -> frozenset[str]:
        key = fold_words(text_key(text), self._language)
        return frozenset(word[:_STEM] for word in meaningful_words(key, self._language))

    def _is_like_a_skill(self, text: str) -> bool:
        return self._match(text).verdict is not MatchVerdict.NONE

    def _is_a_name(self, text: str) -> bool:
        """Say whether ``text`` is a label, or one of the phrases with "and" in them that are one thing."""
        return text_key(text) in shipped_words().whole.get(self._language, ()) or self._is_exact(text)

    def _is_exact(self, text: str) -> bool:
        return self._match(text).verdict is MatchVerdict.EXACT

    def _match(self, text: str) -> TextMatch:
        if text not in self._known:
            (self._known[text],) = self._index.match([text], self._language, 5)
        return self._known[text]


_STEM = 6
"""Words count as the same in a name if they begin alike: "welding", "welder"."""
_HEAD_FIRST = frozenset({"es", "fr", "it", "ro", "pt"})
"""Languages in which the head stands before what narrows it: "soldadura TIG y MIG"."""
_BULLET = r"(?:[-–•*·▪]|\(?\d{1,2}[.)])"
_FIRM = re.compile(rf"[\n\r;•▪·|]+(?:\s*{_BULLET}\s+)?|^\s*{_BULLET}\s+")
"""Nobody writes these inside the name of a skill."""
_LISTED = re.compile(r",(?!\d)|\s/\s?|(?<=\w\w)/(?=\w\w)|\s\+\s|\s[-–]\s")
"""A comma inside a number, "C++" and "n/a" are none; a slash between single letters is none either."""


def _soft(words: str) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{words})\s|\s?&\s", re.IGNORECASE)


_SOFT: Mapping[str, re.Pattern[str]] = {
    "en": _soft("and/or|and|or|as well as|plus"),
    "es": _soft("y/o|y|e|o|u|así como|además de"),
    "fr": _soft("et/ou|et|ou|ainsi que"),
    "de": _soft("und/oder|und|oder|sowie|bzw\\.?"),
    "it": _soft("e/o|e|ed|o|oppure|nonché"),
    "ro": _soft("și/sau|și|şi|si|sau|precum și"),
    "hu": _soft("és/vagy|és|vagy|valamint"),
}


def _pieces(separator: re.Pattern[str], text: str) -> list[str]:
    """Return what stands between separators, those inside brackets not counted."""
    depth = 0
    depths = [depth := depth + (char in "([") - (char in ")]" and depth > 0) for char in text]
    pieces, begin = [], 0
    for found in separator.finditer(text):
        if depths[found.start()] == 0 or "\n" in found[0]:
            pieces.append(text[begin : found.start()])
            begin = found.end()
    return [piece.strip() for piece in (*pieces, text[begin:]) if text_key(piece)]


def _tidy(piece: str) -> str:
    return " ".join(piece.split()).strip(" ,.;:")


def _shares_all(piece: frozenset[str], name: frozenset[str]) -> bool:
    return bool(piece) and piece <= name
