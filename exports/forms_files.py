"""File names of needs forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.names import safe_file_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fastmap.model.ids import MemberCode
    from fastmap.model.organisations import Member


def form_file_names(members: Iterable[Member], suffix: str = ".xlsx") -> dict[MemberCode, str]:
    """Return code → file name ``<code>_<name><suffix>``: safe on every system and unique among the members."""
    names: dict[MemberCode, str] = {}
    for member in members:
        names[member.code] = safe_file_name(f"{member.code}_{member.name}", suffix, names.values())
    return names
