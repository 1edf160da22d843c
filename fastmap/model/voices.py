"""Who wrote which text in the forms, and how."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from fastmap.model.choices import ResponseState
from fastmap.model.ids import MemberCode, ResponseId
from fastmap.model.meanings import TextId, key_of
from fastmap.model.normalise import text_key
from fastmap.model.responses import Response
from fastmap.model.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Who wrote a text, and how."""

    text: str
    member: MemberCode | None
    response: ResponseId
    row: int | None
    """Row of the need; ``None``: named among the skills that go unused."""


def voices(snapshot: Snapshot) -> Mapping[TextId, tuple[Voice, ...]]:
    """Return who wrote each text, over accepted answers and those to check, needs and unused skills."""
    found: dict[TextId, list[Voice]] = {}
    for response in snapshot.responses:
        if response.state not in (ResponseState.ACCEPTED, ResponseState.TO_CHECK):
            continue
        for text, row in _written(response):
            if text_key(text):  # mere signs ("–", "…") say nothing: there is nothing to decide
                key = key_of(text)
                voice = Voice(text=text, member=response.member, response=response.id, row=row)
                found.setdefault((key, response.language), []).append(voice)
    return {text_id: tuple(said) for text_id, said in found.items()}


def members_of(said: Iterable[Voice]) -> int:
    """Return how many members are behind ``said``; answers of unknown members count one each."""
    return len({voice.member or voice.response for voice in said})


def most_written(said: Iterable[Voice]) -> str:
    """Return the spelling that most people used."""
    texts = [voice.text for voice in said]
    return min(texts, key=lambda text: (-texts.count(text), text))


def _written(response: Response) -> Iterator[tuple[str, int | None]]:
    yield from ((need.skill_text, need.row) for need in response.needs)
    yield from ((unused.skill_text, None) for unused in response.unused)
