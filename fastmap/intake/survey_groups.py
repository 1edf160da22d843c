"""Questions that a tool exports as one column per option: ``question [option]``, ``group/option``, ``question.option``."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from fastmap.intake.survey_table import ColumnFacts
from fastmap.model.normalise import text_key

_MOST_ANSWERS: Final = 8
"""Different answers of one option at most: more are words of the respondents' own."""
_LONGEST_ANSWER: Final = 60
_AGAIN: Final = 5
_SHORTEST_STEM: Final = 6
_BRACKETS: Final = re.compile(r"^(.*?)\s*\[([^\[\]]+)\]$", re.DOTALL)
_CODED: Final = re.compile(r"^([\w-]+)\[([^\[\]]+)\][.:]\s*(.*)$", re.DOTALL)
_BREAKS: Final = ".:?!\n–—-|>]/)"
_OPTION_CODE: Final = re.compile(r"(?:SQ|Q|A|L)?\d{1,4}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionGroup:
    """The columns of one question with their options."""

    stem: str
    """The question."""
    options: tuple[tuple[ColumnFacts, str], ...]

    @property
    def has_only_codes(self) -> bool:
        """Whether the options are named by codes alone (``SQ001``), which tell nobody a skill."""
        return all(_OPTION_CODE.match(option) for _, option in self.options)

    @property
    def answers(self) -> tuple[str, ...]:
        """Every answer in these columns, each once."""
        return tuple(dict.fromkeys(answer for facts, _ in self.options for answer in facts.counts))

    @property
    def is_scale(self) -> bool:
        """Whether the options share a few answers that come again and again."""
        return sum(facts.filled for facts, _ in self.options) >= _AGAIN * len(self.answers)


def option_groups(columns: Sequence[ColumnFacts]) -> tuple[OptionGroup, ...]:
    """Return the questions that stand in several columns, at least two each, in the columns' order."""
    named = tuple(_named_groups(columns))
    taken = {facts.number for group in named for facts, _ in group.options}
    return (*named, *_grown_groups([facts for facts in columns if facts.number not in taken]))


def _named_groups(columns: Sequence[ColumnFacts]) -> Iterator[OptionGroup]:
    found: dict[str, list[tuple[ColumnFacts, str]]] = {}
    stems: dict[str, str] = {}
    headers = frozenset(facts.header for facts in columns)
    for facts in columns:
        parts = _parts(facts.header, headers)
        if parts is not None and _is_option(facts):
            key = text_key(parts[0])
            stems.setdefault(key, parts[0])
            found.setdefault(key, []).append((facts, parts[1]))
    for key, options in found.items():
        if len(options) > 1:
            yield OptionGroup(stem=stems[key], options=tuple(options))


def _parts(header: str, headers: Collection[str] = ()) -> tuple[str, str] | None:
    """Return question and option of a header that says which is which.

    Where a question has a column of its own besides (Kobo), that tells which slash is the border.

    >>> _parts("skills[SQ002]. Which do you lack? [Welding]")
    ('skills. Which do you lack?', 'Welding')
    >>> _parts("skills/TIG/MIG", {"skills"})
    ('skills', 'TIG/MIG')
    """
    if match := _CODED.match(header):
        rest = _BRACKETS.match(match[3].strip())
        return (f"{match[1]}. {rest[1]}", rest[2].strip()) if rest else (match[1], match[3].strip() or match[2])
    if match := _BRACKETS.match(header):
        return match[1], match[2].strip()
    places = [place for place, char in enumerate(header) if char == "/"]
    border = next((place for place in places if header[:place] in headers), places[-1] if places else 0)
    stem, option = header[:border].strip(), header[border + 1 :].strip()
    return (stem, option) if stem and option and not stem.endswith((":", "/")) else None


def _grown_groups(columns: Sequence[ColumnFacts]) -> Iterator[OptionGroup]:
    """Yield runs of neighbours whose headers begin alike, as tools write question and option without a border."""
    place = 0
    while place < len(columns):
        run, stem = [columns[place]], ""
        for following in columns[place + 1 :]:
            common = _common_beginning([*(facts.header for facts in run), following.header])
            if len(common) < _SHORTEST_STEM or following.number != run[-1].number + 1 or not _is_option(following):
                break
            # A group that ends leaves its stem behind: another question that begins alike is no option of it.
            if stem and len(common) < 0.6 * len(stem):
                break
            run.append(following)
            stem = common
        if len(run) > 1 and _is_option(run[0]):
            yield OptionGroup(stem=stem.strip(), options=tuple((f, _option(f.header, stem)) for f in run))
        place += len(run)


def _common_beginning(headers: Sequence[str]) -> str:
    first, last = min(headers), max(headers)
    same = next((place for place, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), len(first))
    common = first[:same]
    return common[: max((common.rfind(mark) for mark in _BREAKS), default=-1) + 1]


def _option(header: str, stem: str) -> str:
    return header[len(stem) :].strip(" .:-–") or header


def _is_option(facts: ColumnFacts) -> bool:
    """Say whether the cells of a column are those of an option: few different, short answers."""
    return facts.distinct <= _MOST_ANSWERS and all(len(answer) <= _LONGEST_ANSWER for answer in facts.counts)
