"""Anonymous editions of one file: how many members a figure rests on, which editions were made, and how two compare.

Whoever holds two editions can subtract one from the other. Where answers came in between, the difference is those
answers; no rule inside one edition can prevent that, so a person is told before (decision record 0274).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Final

from fastmap.analysis.answers import accepted_responses
from fastmap.assessment import Assessment
from fastmap.catalogue.definitions import Rules
from fastmap.changes.privacy import SetPrivacyK
from fastmap.errors import FastmapError
from fastmap.model.messages import Message, message
from fastmap.model.privacy import MOST_MEMBERS, AnonymousEdition
from fastmap.model.snapshot import Snapshot
from fastmap.report.protection import k_in_force

_HASHED: Final = ("members", "skills", "mappings", "splits", "set_aside", "ties", "kpi_entries", "own_kpis", "team")
"""What decides the figures about members, beside the answers themselves."""


def choices_of_k(rules: Rules) -> tuple[int, ...]:
    """Return what may be chosen: from the catalogue's k upwards."""
    return tuple(range(rules.privacy_k, max(rules.privacy_k, MOST_MEMBERS) + 1))


def choose_k(k: int, rules: Rules) -> SetPrivacyK:
    """Return the change that makes figures rest on at least ``k`` members.

    Raises `FastmapError` ``privacy_k_out_of_range`` for a number that the catalogue does not allow.
    """
    allowed = choices_of_k(rules)
    if k not in allowed:
        raise FastmapError("privacy_k_out_of_range", found=k, least=allowed[0], most=allowed[-1])
    return SetPrivacyK(k=None if k == rules.privacy_k else k)


def keep_k(path: Path, k: int, rules: Rules) -> None:
    """Keep ``k`` in the file, as `choose_k` does; raises its errors and those of opening and writing."""
    change = choose_k(k, rules)
    with Assessment.open(path) as assessment:
        if k_in_force(assessment.snapshot(), rules) != k:
            assessment.apply(change)


def answers_digest(snapshot: Snapshot) -> str:
    """Return a SHA-256 that differs wherever figures about members could: the answers, and what their words mean."""
    parts = (accepted_responses(snapshot), *(getattr(snapshot, name) for name in _HASHED))
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()


def edition_of(snapshot: Snapshot, rules: Rules, made_on: date) -> AnonymousEdition:
    """Return what is noted of an anonymous edition of ``snapshot`` made on that day."""
    return AnonymousEdition(
        answers=answers_digest(snapshot),
        k=k_in_force(snapshot, rules),
        answered=len({response.member for response in accepted_responses(snapshot)}),
        made_on=made_on,
    )


def warnings_about(edition: AnonymousEdition, made: Iterable[AnonymousEdition]) -> tuple[Message, ...]:
    """Return what readers of ``edition`` and of those already ``made`` could work out, at most a sentence of each kind.

    The latest edition over other answers is named, and over the same answers the one whose k differs most: lower or higher,
    two editions with another k show other figures.
    """
    known = tuple(made)
    others = [one for one in known if one.answers != edition.answers]
    with_another_k = [one for one in known if one.answers == edition.answers and one.k != edition.k]
    found = []
    if others:
        last = others[-1]
        key = "edition_warning.answers" if last.answered != edition.answered else "edition_warning.changed"
        found.append(message(key, date=last.made_on, before=last.answered, now=edition.answered))
    if with_another_k:
        farthest = max(with_another_k, key=lambda one: abs(one.k - edition.k))
        key = "edition_warning.lower" if farthest.k > edition.k else "edition_warning.higher"
        found.append(message(key, date=farthest.made_on, before=farthest.k, now=edition.k))
    return tuple(found)
