"""Interests of partners for an anonymous edition."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from fastmap.model.ids import PartnerId
from fastmap.model.interests import ProviderInterest
from fastmap.model.results import Introduction


def protected_interests(
    interests: Iterable[ProviderInterest],
    introductions: Iterable[Introduction],
    *,
    codes: Mapping[PartnerId, PartnerId],
    named: Collection[PartnerId],
) -> Iterator[ProviderInterest]:
    """Yield the interests that may be told.

    ``introductions`` are those that the edition shows: a partner that stands in none of them and in no recommendation is
    left out, because an introduction that is withheld would tell of a withheld skill. ``named`` are the partners whose
    names are shown; the others are members, and a row of its own would join a member's decisions, actions and money.
    """
    introduced = {item.partner for item in introductions}
    for item in interests:
        code = codes[item.partner]
        shown = replace(item, partner=code, introduction=code in introduced)
        if not (shown.introduction or shown.decisions):
            continue
        if item.partner in named:
            yield shown
