"""Cut-off, bit-flipped and overwritten files: refused or whole, never a crash, never fewer rows without a word."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from fastmap.assessment import Assessment
from fastmap.errors import FastmapError
from tests.torture.figures import NONE, SOME, Figure
from tests.torture.forked import forked
from tests.torture.material import row_counts, sample

PART = "damaged files"
_BATCH = 50


def damaged_files(folder: Path, count: int, seed: int = 1) -> Iterator[Figure]:
    """Damage the sample ``count`` times; open each for reading, and a refused one also for writing."""
    whole = sample(folder)
    with Assessment.open(whole) as assessment:
        content = assessment.content_hash()
    counts, good, dice = row_counts(whole), whole.read_bytes(), random.Random(seed)
    seen: Counter[str] = Counter()
    for first in range(0, count, _BATCH):
        batch = [_damaged(good, number, dice) for number in range(first, min(first + _BATCH, count))]

        def look(tell: Callable[[object], None], batch: list[bytes] = batch) -> None:
            for broken in batch:
                for line in _outcomes(folder / "damaged.fastmap", broken, counts, content):
                    tell(line)

        ended = forked(look)
        seen.update(ended.told)
        seen["crash"] += ended.crashed
    yield Figure(PART, "files cut off, bit-flipped or overwritten", seen["opened"] + seen["refused"], SOME)
    yield Figure(PART, "crashes", seen["crash"], NONE)
    yield Figure(PART, "refused with a sentence", seen["refused"], SOME)
    yield Figure(PART, "opened although rows are missing", seen["rows missing"], NONE)
    yield Figure(PART, "originals that changed", seen["changed"], NONE)
    yield Figure(PART, "opened with every row", seen["opened"])
    yield Figure(PART, "of these with a letter changed inside a cell", seen["other content"])
    yield Figure(PART, "refused files that could be salvaged", seen["salvaged"], SOME)
    yield Figure(PART, "salvaged files that do not open", seen["salvage unsound"], NONE)


def _damaged(good: bytes, number: int, dice: random.Random) -> bytes:
    """Return the bytes with one of three kinds of damage, in turn."""
    broken = bytearray(good)
    match number % 3:
        case 0:
            return bytes(broken[: dice.randrange(len(broken))])
        case 1:
            for _ in range(dice.choice((1, 1, 3, 20))):
                broken[dice.randrange(len(broken))] ^= 1 << dice.randrange(8)
        case _:
            size = dice.choice((512, 4096))
            place = dice.randrange(len(broken) // size) * size
            broken[place : place + size] = dice.choice((bytes(size), dice.randbytes(size)))
    return bytes(broken)


def _outcomes(path: Path, broken: bytes, counts: dict[str, int], content: str) -> Iterator[str]:
    path.write_bytes(broken)
    try:
        with Assessment.open(path, read_only=True) as assessment:
            assessment.snapshot()
            held = assessment.content_hash()
        yield "opened"
        if row_counts(path) != counts:
            yield "rows missing"
        if held != content:
            yield "other content"
    except FastmapError:
        yield "refused"
        # Opened for writing it must be as safe: nothing may be rolled back into it, or noted in it.
        with suppress(FastmapError):
            Assessment.open(path).close()
        yield from _salvage(path)
    if path.read_bytes() != broken:
        yield "changed"


def _salvage(path: Path) -> Iterator[str]:
    target = path.with_name("salvaged.fastmap")
    try:
        Assessment.salvage(path, target)
    except FastmapError:
        return
    yield "salvaged"
    try:
        with Assessment.open(target) as assessment:
            assessment.check()
    except FastmapError:
        yield "salvage unsound"
    target.unlink()
