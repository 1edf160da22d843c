"""Facts of the grant as people type them, and the logo: one entry, one change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from fastmap.assessment import Assessment
from fastmap.changes.base import Change
from fastmap.changes.grant import SetGrant, SetLogo
from fastmap.errors import FastmapError
from fastmap.intake.logo import read_logo
from fastmap.intake.table_values import understand_day
from fastmap.model.grant import Grant
from fastmap.model.normalise import clean_text

TEXT_FACTS: Final = ("funder", "call", "agreement", "project", "work_package", "deliverable")
DAYS: Final = ("period_start", "period_end")
LONGEST: Final = {"disclaimer": 1000}
"""Characters; the other facts have `LONGEST_FACT`."""
LONGEST_FACT: Final = 300


def fact_from(field: str, typed: str) -> str | date | None:
    """Return the value of one fact as typed; nothing typed: not known.

    Raises `FastmapError` ``grant_day_unclear``.
    """
    text = " ".join(clean_text(typed).split())
    if not text:
        return None
    if field not in DAYS:
        return text[: LONGEST.get(field, LONGEST_FACT)]
    day = understand_day(text, last=field == "period_end")
    if day is None:
        raise FastmapError("grant_day_unclear", found=text)
    return day


def with_facts(grant: Grant, typed: Mapping[str, str]) -> Grant:
    """Return ``grant`` with the facts typed; those that are not in ``typed`` stay.

    Raises `FastmapError` ``grant_day_unclear`` and ``grant_ends_before_start``.
    """
    known: dict[str, Any] = {field: fact_from(field, text) for field, text in typed.items()}
    now = replace(grant, **known)
    if not now.is_sound:
        raise FastmapError("grant_ends_before_start", start=now.period_start, end=now.period_end)
    return now


def record(
    assessment: Assessment,
    typed: Mapping[str, str],
    *,
    logo: Path | None = None,
    alternative: str = "",
    takes_logo_off: bool = False,
) -> bool:
    """Record facts as typed, and the picture ``logo``, described by ``alternative`` (the cluster's name where empty).

    Everything is understood before anything is changed. Says whether anything was changed. Raises `FastmapError` as
    `with_facts`, `fastmap.intake.logo.read_logo` and `SetGrant` do.
    """
    snapshot = assessment.snapshot()
    changes: list[Change] = []
    if typed:
        changes.append(SetGrant(grant=with_facts(snapshot.grant, typed)))
    if logo is not None:
        words = alternative or snapshot.cluster.name
        changes.append(SetLogo(logo=read_logo(logo, alternative=words, open_files=assessment.open_files)))
    elif takes_logo_off:
        changes.append(SetLogo(logo=None))
    touched = [assessment.apply(change) for change in changes]
    return any(touched)
