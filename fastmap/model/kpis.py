"""The ledger of a funder's indicators: what was achieved, in which period, who stands behind it, and where it can be seen."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from fastmap.model.ids import KpiEntryId, KpiKey, MemberCode, PartnerId

OWN_PREFIX: Final = "own:"
"""How the keys of the cluster's own indicators begin."""
_PERIOD: Final = re.compile(
    r"(\d{4})(?:[-/ ]?(?:(H)([12])|([QT])([1-4])|(S)([12])|()(0[1-9]|1[0-2])))?$", re.IGNORECASE
)


class KpiObjective(StrEnum):
    """What an indicator is reported under; text ``kpi_objective.<value>``."""

    CLUSTERS = "euroclusters_4a"
    WORKFORCE = "euroclusters_4b"
    PACT = "pact_for_skills"
    OWN = "own"


class KpiUnit(StrEnum):
    """What an indicator counts; text ``kpi_unit.<value>``."""

    PEOPLE = "people"
    ORGANISATIONS = "organisations"
    EXCHANGES = "exchanges"
    PLANS = "plans"
    PACTS = "pacts"
    PROGRAMMES = "programmes"
    EURO = "euro"
    PERCENT = "percent"
    NUMBER = "number"


@dataclass(frozen=True, slots=True, kw_only=True)
class KpiEntry:
    """One line of the ledger. Organisations are those it counts or that stand behind it, each once."""

    id: KpiEntryId
    indicator: KpiKey
    value: float | None = None
    """In the indicator's unit, 0 or more; ``None``: not told yet, which is not zero."""
    period: str | None = None
    """``2026``, ``2026-H1``, ``2026-Q2`` or ``2026-05``; other words are kept but have no place in time (`span_of`)."""
    members: tuple[MemberCode, ...] = ()
    partners: tuple[PartnerId, ...] = ()
    others: tuple[str, ...] = ()
    """Names of organisations that are neither members nor partners of the file."""
    evidence: str | None = None
    """Where it can be seen: an attendance list, a signed plan, an invoice."""
    note: str | None = None
    hours: float | None = None
    """Hours that people took part in what the value counts, added over all of them: 12 people for 8 hours are 96.

    For the confidential annex alone. ``None``: not recorded.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class KpiGoal:
    """Where an indicator stood at the beginning and what was promised to the funder, as a person recorded it."""

    indicator: KpiKey
    baseline: float | None = None
    target: float | None = None
    """``None``: the catalogue's threshold, where there is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnKpi:
    """An indicator that the cluster reports beside those of the funder."""

    key: KpiKey
    name: str
    unit: KpiUnit = KpiUnit.NUMBER
    adds_up: bool = True
    """True: entries of several periods are added; false: each tells the level reached, and the last one holds."""


def usually_adds_up(unit: KpiUnit) -> bool:
    """Say whether values of several periods usually add up: everything but percentages, of which the last holds."""
    return unit is not KpiUnit.PERCENT


def canonical_period(text: str) -> str:
    """Return a period as the ledger keeps it; words that are no period stay as they are.

    >>> canonical_period("2026 h1"), canonical_period("2026/05"), canonical_period("2026T3"), canonical_period("M1-M12")
    ('2026-H1', '2026-05', '2026-Q3', 'M1-M12')
    """
    match = _PERIOD.match(text.strip())
    if match is None:
        return text.strip()
    year, half, quarter, semester, month = match[1], match[3], match[5], match[7], match[9]
    if half or semester:
        return f"{year}-H{half or semester}"
    if quarter:
        return f"{year}-Q{quarter}"
    return f"{year}-{month}" if month else year


def span_of(period: str | None) -> tuple[date, date] | None:
    """Return the first and the last day of a canonical period, or ``None`` for words that have no place in time.

    >>> span_of("2026-Q2")
    (datetime.date(2026, 4, 1), datetime.date(2026, 6, 30))
    """
    match = _PERIOD.match(period or "")
    if match is None or int(match[1]) < 1:
        return None
    year, half, quarter, month = int(match[1]), match[3] or match[7], match[5], match[9]
    if half:
        first, last = (1, 6) if half == "1" else (7, 12)
    elif quarter:
        last = 3 * int(quarter)
        first = last - 2
    else:
        first, last = (int(month), int(month)) if month else (1, 12)
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def is_own(key: KpiKey) -> bool:
    """Say whether an indicator is one of the cluster's own."""
    return key.startswith(OWN_PREFIX)
