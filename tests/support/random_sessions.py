"""Sessions of random edits over every kind of change, for the proof that undo and redo lose nothing.

Nothing is listed by hand: the kinds are those `fastmap.changes` offers, and each begins from what
`tests/store/every_change.py` knows of it and is altered field by field, ids by others of their own kind. A change that the
file refuses (about something that is not there, say) is no edit; the session goes on.

    python tests/support/random_sessions.py FILE SEED EDITS      one session; ACK and the content hash after each edit
    python tests/support/random_sessions.py --sessions 100       so many sessions of 200 edits, alone and beside phones, checked
"""

from __future__ import annotations

import itertools
import random
import sqlite3
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, NewType, get_args, get_origin, get_type_hints

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import fastmap.changes
from fastmap.assessment import Assessment
from fastmap.changes import CastBallotPapers, Change, GoBackTo, PlacePhoneTexts, RestoreValues, TakePhoneAnswers
from fastmap.errors import FastmapError
from fastmap.model.choices import Channel, ResponseState
from fastmap.model.ids import ResponseId
from fastmap.model.snapshot import Snapshot
from fastmap.store.outside import FROM_OUTSIDE
from tests.store.every_change import ALL_CHANGES
from tests.store.recorded import CLUSTER, MAPPING, NOON, PAPER, RESPONSE

KINDS: tuple[type[Change], ...] = tuple(
    kind
    for name in sorted(fastmap.changes.__all__)
    if (kind := getattr(fastmap.changes, name)) is not Change and kind.name not in FROM_OUTSIDE
)
"""What a person does. Undo passes by what came from outside."""
_WORDS = ("", "x", "años", "ünd", "a b", "<b>", "=1+1", "\u202e", "長い" * 40)


def new_file(path: Path) -> Assessment:
    """Make a file for a session."""
    return Assessment.create(path, cluster=CLUSTER, round_label="1", backup_folder=path.parent / "backups")


def run_session(assessment: Assessment, seed: int, edits: int) -> Iterator[str]:
    """Make ``edits`` edits, undo and redo among them, and give the name of each kind as it is made.

    It begins with one of each kind in an order in which all of them suit, so that the random ones find something.
    """
    chance = random.Random(seed)
    changes = enumerate(itertools.chain(ALL_CHANGES, _random_changes(assessment, chance)))
    steps = (step for number, change in changes for step in (*_steps(chance, number >= len(ALL_CHANGES)), change))
    yield from itertools.islice(_made(assessment, steps), edits)


def run_session_beside_phones(assessment: Assessment, seed: int, edits: int) -> Iterator[str]:
    """As `run_session`; of three steps one is sent by a phone, and most of what a file begins with is there."""
    chance = random.Random(seed)
    begin = (change for change in ALL_CHANGES if chance.random() < 0.7)
    yield from itertools.islice(_made(assessment, itertools.chain(begin, _beside_phones(assessment, chance))), edits)


def _beside_phones(assessment: Assessment, chance: random.Random) -> Iterator[Change | str]:
    for change in _random_changes(assessment, chance):
        yield from _steps(chance, True)
        yield change
        sent = _sent_by_a_phone(assessment.snapshot(), chance) if chance.random() < 0.6 else None
        if sent is not None:
            yield sent


def _made(assessment: Assessment, steps: Iterable[Change | str]) -> Iterator[str]:
    for step in steps:
        try:
            touched = getattr(assessment, step)() if isinstance(step, str) else assessment.apply(step)
        except (FastmapError, sqlite3.IntegrityError, ValueError):
            continue
        if touched:
            yield step if isinstance(step, str) else type(step).__name__


def _sent_by_a_phone(snapshot: Snapshot, chance: random.Random) -> Change | None:
    """Return an answer, dots or a text placed by itself, whatever fits; often about something that is there already."""
    members, ballots, skills = snapshot.members, snapshot.ballots, snapshot.skills
    match chance.choice(("answer", "answer", "dots", "text")):
        case "answer" if members:
            earlier = [one.id for one in snapshot.responses if one.channel is Channel.PHONE][:3]
            answer = replace(
                RESPONSE,
                id=chance.choice([ResponseId(f"phone-{chance.randint(0, 8)}"), *earlier]),
                member=chance.choice(members).code,
                channel=Channel.PHONE,
                state=chance.choice((ResponseState.ACCEPTED, ResponseState.TO_CHECK)),
                remarks=str(chance.random()),
            )
            return TakePhoneAnswers(responses=(answer,))
        case "dots" if ballots:
            ballot = chance.choice(ballots)
            dots = {chance.choice(ballot.options): chance.randint(1, max(1, ballot.dots))}
            paper = replace(PAPER, id=f"paper-{chance.randint(0, 6)}", ballot=ballot.id, dots=dots)
            return CastBallotPapers(papers=(paper,))
        case "text" if skills:
            skill, text = chance.choice(skills), f"text {chance.randint(0, 4)}"
            return PlacePhoneTexts(skills=(skill,), mappings=(replace(MAPPING, text_key=text, skill=skill.uri),))
    return None


def _steps(chance: random.Random, wanted: bool) -> list[str]:
    if not wanted:
        return []
    return ["undo"] * chance.choice((0, 0, 0, 0, 0, 0, 1, 2)) + ["redo"] * chance.choice((0, 0, 0, 0, 1))


def _random_changes(assessment: Assessment, chance: random.Random) -> Iterator[Change]:
    while True:
        for kind in chance.sample(KINDS, len(KINDS)):
            yield random_change(assessment, kind, chance)


def random_change(assessment: Assessment, kind: type[Change], chance: random.Random) -> Change:
    """Return a change of ``kind`` that may or may not suit what the file holds."""
    if kind is GoBackTo:
        entry = chance.choice([entry for entry in assessment.history() if not entry.undone][-6:] or [None])
        return GoBackTo(sequence=entry.sequence if entry else 0, at=entry.at if entry else NOON)
    if kind is RestoreValues:
        entries = [entry.sequence for entry in assessment.history() if not entry.undone]
        rows = assessment.alterations(chance.choice(entries)) if entries else ()
        chosen = chance.sample(rows, min(len(rows), chance.choice((1, 2))))
        return RestoreValues(values=tuple((row.edit, ()) for row in chosen))
    template = chance.choice([change for change in ALL_CHANGES if type(change) is kind])
    altered: Change = _altered(template, kind, chance)
    return altered


def _altered(value: Any, hint: Any, chance: random.Random) -> Any:
    """Return ``value`` with some of what it is made of replaced by something else of the same type."""
    if is_dataclass(value) and not isinstance(value, type):
        hints = get_type_hints(type(value))
        parts = {
            field.name: _altered(getattr(value, field.name), hints[field.name], chance)
            for field in fields(value)
            if field.init
        }
        return replace(value, **parts)
    if isinstance(value, tuple):
        is_list = Ellipsis in get_args(hint)
        kept = value[: chance.randint(0, len(value))] if is_list and chance.random() < 0.2 else value
        return tuple(_altered(entry, item, chance) for entry, item in zip(kept, _items(hint, kept), strict=True))
    if chance.random() < 0.75 or isinstance(value, Mapping | bytes):
        return value
    return _another(value, hint, chance)


def _another(value: Any, hint: Any, chance: random.Random) -> Any:
    options = [part for part in get_args(hint) if part is not type(None)] if _allows_none(hint) else [hint]
    if _allows_none(hint) and chance.random() < 0.4:
        return None
    if isinstance(options[0], NewType):
        return chance.choice(_ids()[options[0].__name__])
    match value:
        case Enum():
            return chance.choice(list(type(value)))
        case bool():
            return not value
        case int():
            return max(0, value + chance.choice((-1, 1, 7)))
        case float():
            return value * chance.choice((0.5, 1.0, 2.0))
        case date():
            return value + timedelta(days=chance.randint(-40, 40))
        case str():
            return chance.choice((value, *_WORDS))
    return value


def _allows_none(hint: Any) -> bool:
    return get_origin(hint) is not None and type(None) in get_args(hint)


def _items(hint: Any, values: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return the type of each entry of a tuple of type ``hint``."""
    types = get_args(hint) or (Any, Ellipsis)
    return (types[0],) * len(values) if Ellipsis in types else types


@cache
def _ids() -> Mapping[str, list[Any]]:
    """All ids that the known changes hold, by the name of their type."""
    found: dict[str, set[Any]] = {}

    def collect(value: Any, hint: Any) -> None:
        if isinstance(hint, NewType) and isinstance(value, str):
            found.setdefault(hint.__name__, set()).add(value)
        elif is_dataclass(value):
            for name, part in get_type_hints(type(value)).items():
                if hasattr(value, name):
                    collect(getattr(value, name), part)
        elif isinstance(value, tuple) and get_args(hint):
            for entry, item in zip(value, _items(hint, value), strict=True):
                collect(entry, item)
        elif _allows_none(hint) and value is not None:
            collect(value, next(part for part in get_args(hint) if part is not type(None)))

    for change in ALL_CHANGES:
        collect(change, type(change))
    return {name: sorted(values) for name, values in found.items()}


def checked_session(folder: Path, seed: int, edits: int) -> Counter[str]:
    """Run one session, undo and redo all of it, and return how often each kind was made. Raises where a hash differs."""
    path = folder / f"session {seed}.fastmap"
    with new_file(path) as assessment:
        empty = assessment.content_hash()
        made = Counter(run_session(assessment, seed, edits))
    check_undo_and_redo(path, empty)
    return made


def checked_session_beside_phones(folder: Path, seed: int, edits: int) -> Counter[str]:
    """Run one session with phones between and return how often each kind was made. Raises where a hash differs."""
    with new_file(folder / f"session {seed} beside phones.fastmap") as assessment:
        made = Counter(run_session_beside_phones(assessment, seed, edits))
        check_back_and_forth(assessment)
        assessment.check()
    return made


def check_undo_and_redo(path: Path, empty: str) -> int:
    """Undo everything in ``path``, reopen, redo everything; return how many edits. Raises where a hash differs."""
    with Assessment.open(path, backup_folder=path.parent / "backups") as assessment:
        while assessment.redo():
            pass
        final, steps = assessment.content_hash(), 0
        while assessment.undo():
            steps += 1
        if assessment.content_hash() != empty:
            raise AssertionError(f"{path.name}: undoing all {steps} edits does not bring the beginning back")
    with Assessment.open(path, backup_folder=path.parent / "backups") as assessment:
        redone = 0
        while assessment.redo():
            redone += 1
        if (redone, assessment.content_hash()) != (steps, final):
            raise AssertionError(f"{path.name}: redoing {redone} of {steps} edits does not bring the end back")
        assessment.check()
    return steps


def check_back_and_forth(assessment: Assessment) -> int:
    """Go back as far as phones let us, forward and back again; return how many steps. Raises where a hash differs."""
    _walk(assessment, "redo")
    end, steps = assessment.content_hash(), _walk(assessment, "undo")
    beginning = assessment.content_hash()
    for step, expected in (("redo", end), ("undo", beginning), ("redo", end)):
        if (_walk(assessment, step), assessment.content_hash()) != (steps, expected):
            raise AssertionError(f"{step} of {steps} steps beside phones leads elsewhere")
    return steps


def _walk(assessment: Assessment, step: str) -> int:
    made = 0
    with suppress(FastmapError):  # something a phone sent rests on the next one
        while getattr(assessment, step)():
            made += 1
    return made


def main() -> int:
    """Run what the arguments say."""
    if sys.argv[1] == "--sessions":
        made: Counter[str] = Counter()
        with tempfile.TemporaryDirectory() as folder:
            for seed in range(int(sys.argv[2])):
                made += checked_session(Path(folder), seed, 200)
                made += checked_session_beside_phones(Path(folder), seed, 200)
        missing = {kind.__name__ for kind in KINDS} - set(made)
        print(
            f"{sys.argv[2]} sessions, {made.total()} edits, {len(made)} kinds; never made: {sorted(missing) or 'none'}"
        )
        return 1 if missing else 0
    path, seed, edits = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    with new_file(path) as assessment:
        print("ACK", assessment.content_hash(), flush=True)
        for _ in run_session(assessment, seed, edits):
            print("ACK", assessment.content_hash(), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
