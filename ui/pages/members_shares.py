"""Who answered and who is missing, by size or activity, in words for the strip above the table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from fastmap.analysis.quality import UNKNOWN_STRATUM
from fastmap.tasks.membership import (
    OTHERS,
    Standing,
    answers_by_activity,
    answers_by_size,
    overdue_by_activity,
    overdue_by_size,
)

if TYPE_CHECKING:
    from fastmap.model.ids import MemberCode
    from fastmap.model.results import Stratum
    from ui.pages.members_presenter import MemberWords
    from ui.session import SessionState

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class SizeShare:
    """How many of one kind of member have answered."""

    key: str
    words: str
    asked: int
    answered: int
    count: str
    """"8 of 12"."""
    sentence: str
    """For screen readers and tooltip."""


def answer_shares(
    state: SessionState, where: Mapping[MemberCode, Standing], words: MemberWords, *, by_activity: bool
) -> list[SizeShare]:
    """Return one share per class that somebody was asked in; none before there are results."""
    if state.results is None:
        return []
    if by_activity:
        strata = answers_by_activity(state.results.quality)
        late = overdue_by_activity(state.snapshot, where, strata)
    else:
        strata = answers_by_size(state.results.quality)
        late = overdue_by_size(state.snapshot, where)
    return [_share(stratum, _name(stratum.key, words), late.get(stratum.key, 0)) for stratum in strata if stratum.asked]


def _name(key: str, words: MemberWords) -> str:
    if key == OTHERS:
        return translate("MembersPage", "Others")
    if key == UNKNOWN_STRATUM:
        return translate("MembersPage", "Not recorded")
    return next((name for kind, name in words.kinds.items() if kind == key), key)


def _share(stratum: Stratum, name: str, late: int) -> SizeShare:
    facts = {"size": name, "answered": stratum.answered, "asked": stratum.asked, "late": late}
    count = translate("MembersPage", "{answered} of {asked}")
    sentence = translate("MembersPage", "{size}: {answered} of {asked} asked have answered")
    if late:
        sentence = translate("MembersPage", "{size}: {answered} of {asked} asked have answered, {late} overdue")
    return SizeShare(
        key=stratum.key,
        words=name,
        asked=stratum.asked,
        answered=stratum.answered,
        count=_filled(count, facts),
        sentence=_filled(sentence, facts),
    )


def _filled(template: str, facts: Mapping[str, object]) -> str:
    return template.format(**facts)
