"""Introductions: which to make, in what order, and the mail and action that follow from one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ui.pages.partners_reading import PartnersReading

if TYPE_CHECKING:
    from fastmap.model.results import Introduction
    from ui.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class IntroductionRow:
    """One line of the list of introductions."""

    key: str
    rank: int
    title: str
    skills: str
    firms: int
    priority: float
    priority_text: str
    is_planned: bool


class IntroductionsPresenter:
    """Takes introductions from the results, and plans one as an action."""

    def __init__(self, session: Session) -> None:
        """Work on whatever ``session`` has open."""
        self._session = session
        self._reading = PartnersReading(session)

    @property
    def can_edit(self) -> bool:
        """Whether an introduction can be planned."""
        return self._session.state.can_edit

    def rows(self) -> tuple[IntroductionRow, ...]:
        """Return the introductions to make, best first."""
        from fastmap.report.introducing import introduction_heading
        from fastmap.tasks.introducing import is_planned

        results, texts = self._session.state.results, self._session.state.texts
        if results is None:
            return ()
        return tuple(
            IntroductionRow(
                key=entry.partner,
                rank=place,
                title=texts.say(introduction_heading(entry, results)),
                skills=", ".join(self._reading.skill_label(uri) for uri in entry.skills),
                firms=len(entry.members),
                priority=entry.priority_covered,
                priority_text=texts.number(entry.priority_covered, decimals=0),
                is_planned=is_planned(entry, results),
            )
            for place, entry in enumerate(results.ecosystem.introductions, start=1)
        )

    def introduction(self, partner: str) -> Introduction | None:
        """Return the introduction to a partner, or ``None``."""
        results = self._session.state.results
        entries = () if results is None else results.ecosystem.introductions
        return next((entry for entry in entries if entry.partner == partner), None)

    def mail(self, partner: str) -> str:
        """Return a short mail to a partner, in the language the assessment is kept in."""
        from fastmap.report.protection import k_in_force
        from fastmap.tasks.introducing import introduction_mail

        entry, results = self.introduction(partner), self._session.state.results
        if entry is None or results is None:
            return ""
        least = k_in_force(results.snapshot, self._session.state.catalogue.rules)
        return introduction_mail(entry, results, self._reading.texts_of_file(), least)

    def plan(self, partner: str) -> bool:
        """Plan an introduction as an action; says whether it went well."""
        from fastmap.errors import FastmapError
        from fastmap.tasks.introducing import planned_introduction

        entry, results = self.introduction(partner), self._session.state.results
        if entry is None or results is None:
            return False
        if self._reading.partner(partner) is None:  # removed since the results were worked out
            known = {str(one.id): one.name for one in results.snapshot.partners}
            self._session.failed.emit(FastmapError("partner_not_in_file", partner=known.get(partner, partner)))
            return False
        # Ids of actions added since the results were worked out are taken, too.
        current = replace(results, snapshot=self._session.state.snapshot)
        change = planned_introduction(entry, current, self._reading.texts_of_file())
        return self._session.apply(change) is not None

    def member_names(self, codes: Sequence[str]) -> list[str]:
        """Return members' names in the order of ``codes``."""
        names = {str(member.code): member.name for member in self._session.state.snapshot.members}
        return [names.get(code, code) for code in codes]
