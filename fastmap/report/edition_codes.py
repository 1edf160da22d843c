"""Codes of one anonymous edition: they differ from edition to edition, and nothing can be worked out from them.

The same content, day and language give the same codes, so that the same report has the same bytes. They come from a hash
of all that is recorded: nobody outside has that, and so nobody can make them again (decision record 0275).
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from itertools import count

from fastmap.model.ids import PartnerId
from fastmap.model.snapshot import Snapshot

_DIGITS = 8


def edition_codes(snapshot: Snapshot, *, made_on: date, language: str) -> Callable[[], str]:
    """Return what gives a new code at each call."""
    # Writing a report notes the catalogue in the file; the next one is the same edition all the same.
    content = repr(replace(snapshot, info=replace(snapshot.info, catalogue=None)))
    secret = hashlib.sha256(content.encode("utf-8", "surrogatepass")).digest()
    numbers = count()

    def code() -> str:
        words = f"{made_on.isoformat()} {language} {next(numbers)}"
        return hmac.new(secret, words.encode(), hashlib.sha256).hexdigest()[:_DIGITS]

    return code


def codes_of_partners(
    snapshot: Snapshot, named: frozenset[PartnerId], codes: Callable[[], str]
) -> Mapping[PartnerId, PartnerId]:
    """Return the code of each partner; those that are not ``named`` share one by their type.

    A code of its own would tell which offers, promises and actions belong to the same member.
    """
    by_type: dict[str, PartnerId] = {}
    found: dict[PartnerId, PartnerId] = {}
    for partner in snapshot.partners:
        if partner.id in named:
            found[partner.id] = PartnerId(codes())
        else:
            found[partner.id] = by_type.get(partner.type) or by_type.setdefault(partner.type, PartnerId(codes()))
    return found
