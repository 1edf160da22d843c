"""Facts of the grant and the logo: the box on the cover, and their part of the contract."""

from __future__ import annotations

import base64
from dataclasses import asdict
from typing import Any

from fastmap.model.grant import Grant, Logo
from fastmap.report.context import ReportContext
from fastmap.report.finished import CoverLogo, GrantBox

_FACTS = ("funder", "call", "agreement", "project", "period", "work_package", "deliverable")


def grant_box(context: ReportContext) -> GrantBox | None:
    """Return what the cover says about the grant; ``None`` where nothing is recorded."""
    grant = context.results.snapshot.grant
    if grant.is_blank:
        return None
    known = {**asdict(grant), "period": _period(context, grant)}
    return GrantBox(
        title=context.say("grant.title"),
        facts=tuple((context.say(f"grant.{key}"), known[key]) for key in _FACTS if known[key]),
        disclaimer=grant.disclaimer,
    )


def _period(context: ReportContext, grant: Grant) -> str | None:
    match grant.period_start, grant.period_end:
        case None, None:
            return None
        case start, None:
            return context.say("grant.period_from", start=start)
        case None, end:
            return context.say("grant.period_until", end=end)
        case start, end:
            return context.say("cover.dates_value", start=start, end=end)


def cover_logo(logo: Logo | None) -> CoverLogo | None:
    """Return the logo as a picture for writers; ``None`` too where a file brought a picture that cannot be used."""
    if logo is None:
        return None
    from fastmap.intake.logo import sound_logo  # late: reads pictures

    sound = sound_logo(logo)
    if sound is None:
        return None
    return CoverLogo(
        png=base64.b64decode(sound.png_base64),
        width_px=sound.width_px,
        height_px=sound.height_px,
        alternative=sound.alternative,
    )


def grant_as_json(grant: Grant) -> dict[str, str | None] | None:
    """Return the facts of the grant, days as ISO 8601; ``None`` where nothing is recorded."""
    if grant.is_blank:
        return None
    days: dict[str, Any] = {
        key: day.isoformat() if day else None
        for key, day in (("period_start", grant.period_start), ("period_end", grant.period_end))
    }
    return {**asdict(grant), **days}


def logo_as_json(logo: Logo | None) -> dict[str, str | int] | None:
    """Return what the logo shows and how large it is, without its pixels."""
    if logo is None:
        return None
    return {"alternative": logo.alternative, "width_px": logo.width_px, "height_px": logo.height_px}
