"""An answer that waits beside those it would replace: only what differs, need by need and question by question."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from fastmap.intake.form_definition import FIELDS, Field, Part, fields_of
from fastmap.intake.merging import same_text
from fastmap.model.ids import LanguageCode
from fastmap.model.normalise import text_key
from fastmap.model.responses import NamedLink, Need, Response, UnusedSkill
from fastmap.model.snapshot import Snapshot
from fastmap.tasks.originals import value_words
from fastmap.texts import Texts

_ATTRIBUTES: Final = {"skill": "skill_text", "hiring_reason": "hiring_reasons"}
"""Keys of questions whose answer has another name in the model."""
_SAYS_WHOSE: Final = frozenset({"member_code", "organisation", "form_id", "form_version"})
_FROM_SEVERAL: Final = " / "


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferingLine:
    """One question that is answered differently."""

    question: str
    """Key of the question's text."""
    before: str
    """In words, as it counts now; several earlier answers that differ stand one after the other. Empty: nothing."""
    after: str
    """In words, as the waiting answer says it. Empty: nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that both or one of the answers are about, with what differs of it."""

    about: str
    """Skill or organisation, in the words of the waiting answer where it has any; empty: the firm as a whole."""
    lines: tuple[DifferingLine, ...]

    @property
    def is_new(self) -> bool:
        """Whether only the waiting answer names it."""
        return bool(self.about) and not any(line.before for line in self.lines)

    @property
    def is_gone(self) -> bool:
        """Whether only earlier answers name it."""
        return bool(self.about) and not any(line.after for line in self.lines)


@dataclass(frozen=True, slots=True)
class _Said:
    """Something said in a list, and in the language of which answer."""

    language: LanguageCode
    value: Any


_Same = Callable[[_Said, _Said], bool]


def compared(
    snapshot: Snapshot, earlier: Sequence[Response], waiting: Response, texts: Texts
) -> tuple[Difference, ...]:
    """Return what differs between the ``earlier`` answers that count and the ``waiting`` one; nothing where nothing does.

    Needs are the same where their texts are placed on the same skill or read the same, whatever line they stand on.
    """
    lists = (
        (Part.NEED, lambda one: one.needs, _means_same(snapshot)),
        (Part.UNUSED, lambda one: one.unused, _reads_same),
        (Part.LINK, lambda one: one.links, _reads_same),
    )
    found = [
        difference
        for part, listed, same in lists
        for difference in _in_list(
            part, [_said_in(one, listed) for one in earlier], _said_in(waiting, listed), same, texts
        )
    ]
    single = _lines(
        _single_fields(), [_Said(one.language, one) for one in earlier], _Said(waiting.language, waiting), texts
    )
    return (*found, *([Difference(about="", lines=single)] if single else ()))


def _said_in(response: Response, listed: Callable[[Response], Iterable[Any]]) -> list[_Said]:
    return [_Said(response.language, value) for value in listed(response)]


def _in_list(
    part: Part, before: Sequence[Sequence[_Said]], after: Sequence[_Said], same: _Same, texts: Texts
) -> Iterator[Difference]:
    """Yield what differs line by line: first what the waiting answer names, in its order, then what only others name."""
    fields = tuple(field for field in fields_of(part) if field.row == 1)
    matches: list[list[_Said]] = [[] for _ in after]
    left: list[_Said] = []
    for listed in before:
        places = _paired(listed, after, same, lambda one, said: not _lines(fields, [one], said, texts))
        for one, place in zip(listed, places, strict=True):
            (left if place is None else matches[place]).append(one)
    for said, matching in zip(after, matches, strict=True):
        if lines := _lines(fields, matching, said, texts):  # of what is new or gone the first is its name
            yield Difference(about=_name(said.value), lines=lines)
    while left:
        together = [one for one in left if same(one, left[0])]
        left = [one for one in left if one not in together]
        yield Difference(about=_name(together[0].value), lines=_lines(fields, together, None, texts))


def _paired(before: Sequence[_Said], after: Sequence[_Said], same: _Same, equal: _Same) -> list[int | None]:
    """Return for each line of one earlier answer which line of ``after`` speaks of the same thing; ``None``: none does.

    A firm may name a skill on two lines, for a welder and a fitter, so each line first takes one of the other answer: that
    which equals it, then that for the same job, then the next in order. What is left over stands beside the last of its kind.
    """
    places: list[int | None] = [None] * len(before)
    free = dict.fromkeys(range(len(after)))
    for alike in (equal, _both(same, _same_job), _both(same, _reads_same), same):
        for number, one in enumerate(before):
            place = next((each for each in free if alike(one, after[each])), None) if places[number] is None else None
            if place is not None:
                places[number] = place
                del free[place]
    for number, one in enumerate(before):
        if places[number] is None:
            places[number] = next((each for each in reversed(range(len(after))) if same(one, after[each])), None)
    return places


def _lines(
    fields: Iterable[Field], before: Sequence[_Said], after: _Said | None, texts: Texts
) -> tuple[DifferingLine, ...]:
    lines = []
    for field in fields:
        words = dict.fromkeys(filter(None, (_words(one, field, texts) for one in before)))
        was, becomes = _FROM_SEVERAL.join(words), "" if after is None else _words(after, field, texts)
        if was != becomes:
            lines.append(DifferingLine(question=field.label_key, before=was, after=becomes))
    return tuple(lines)


def _words(said: _Said, field: Field, texts: Texts) -> str:
    value = said.value
    if field.part is Part.OFFER:
        answer: Any = True if field.name.removeprefix("offer_") in value.offers else None
    else:
        key = field.key.removeprefix(f"{field.part}_") if field.part in (Part.UNUSED, Part.LINK) else field.key
        answer = getattr(value, _ATTRIBUTES.get(key, key), None)
    return value_words(answer, field, texts)


def _single_fields() -> Iterator[Field]:
    lists = (Part.NEED, Part.UNUSED, Part.LINK)
    return (field for field in FIELDS if field.part not in lists and field.name not in _SAYS_WHOSE)


def _name(value: Need | UnusedSkill | NamedLink) -> str:
    return value.name if isinstance(value, NamedLink) else value.skill_text


def _reads_same(first: _Said, second: _Said) -> bool:
    return same_text(_name(first.value), _name(second.value))


def _same_job(first: _Said, second: _Said) -> bool:
    jobs = [text_key(getattr(one.value, "job", None) or "") for one in (first, second)]
    return bool(jobs[0]) and jobs[0] == jobs[1]


def _both(first: _Same, second: _Same) -> _Same:
    return lambda one, other: first(one, other) and second(one, other)


def _means_same(snapshot: Snapshot) -> _Same:
    placed = {(one.text_key, one.language): one.skill for one in snapshot.mappings}

    def means_same(first: _Said, second: _Said) -> bool:
        if _reads_same(first, second):
            return True
        skills = [placed.get((text_key(one.value.skill_text), one.language)) for one in (first, second)]
        return skills[0] is not None and skills[0] == skills[1]

    return means_same
