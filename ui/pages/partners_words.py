"""Counted words of the step: plural forms are found only where an object asks."""

from __future__ import annotations

from PySide6.QtCore import QObject


class PartnersWords(QObject):
    """Says how many of what, in the language of the screen; places in braces are filled by whoever asks."""

    def partners(self, count: int) -> str:
        """Return words such as "2 partner(s)"."""
        return self.tr("%n partner(s)", "", count)

    def offers(self, count: int) -> str:
        """Return words such as "2 offer(s)"."""
        return self.tr("%n offer(s)", "", count)

    def not_covered(self, count: int) -> str:
        """Return words such as "{counted}; 2 of the top {top} skills not covered"."""
        return self.tr("{counted}; %n of the top {top} skills not covered", "", count)

    def and_waiting(self, count: int) -> str:
        """Return words such as "{counted}; 2 offer form(s) wait for a decision"."""
        return self.tr("{counted}; %n offer form(s) wait for a decision", "", count)

    def findings(self, count: int) -> str:
        """Return words such as "2 remark(s), listed by file under “What was found”."."""
        return self.tr("%n remark(s), listed by file under “What was found”.", "", count)

    def places(self, count: int) -> str:
        """Return words such as "2 place(s) a year"."""
        return self.tr("%n place(s) a year", "", count)

    def people_short(self, count: int) -> str:
        """Return words such as "2 people short"."""
        return self.tr("%n people short", "", count)

    def firms_need(self, count: int) -> str:
        """Return words such as "2 firm(s) need it"."""
        return self.tr("%n firm(s) need it", "", count)

    def will_be_short(self, count: int) -> str:
        """Return words such as "{firms} and will be short of 2 people in 12 months."."""
        return self.tr("{firms} and will be short of %n people in 12 months.", "", count)

    def forms_taken(self, count: int) -> str:
        """Return words such as "2 offer form(s) taken."."""
        return self.tr("%n offer form(s) taken.", "", count)

    def forms_wait(self, count: int) -> str:
        """Return words such as "2 offer form(s) wait for a decision."."""
        return self.tr("%n offer form(s) wait for a decision.", "", count)

    def answers_taken(self, count: int) -> str:
        """Return words such as "2 answer(s) of members taken; you find them under Needs."."""
        return self.tr("%n answer(s) of members taken; you find them under Needs.", "", count)

    def questionnaires_taken(self, count: int) -> str:
        """Return words such as "2 questionnaire(s) of the team taken; you find them under Cluster, Team."."""
        return self.tr("%n questionnaire(s) of the team taken; you find them under Cluster, Team.", "", count)

    def sheets_written(self, count: int) -> str:
        """Return words such as "2 sheet(s) written to {folder}."."""
        return self.tr("%n demand sheet(s) written to {folder}, each in Excel and PDF.", "", count)

    def without_sheet(self, count: int) -> str:
        """Return words such as "2 provider(s) have no sheet, because there is no skill to ask them about: {names}."."""
        return self.tr("%n provider(s) have no sheet, because there is no skill to ask them about: {names}.", "", count)
