"""Counted words of the step: plural forms are found only where an object asks."""

from __future__ import annotations

from PySide6.QtCore import QObject


class DiagnosisWords(QObject):
    """Says how many of what, in the language of the screen; places in braces are filled by whoever asks."""

    def ranked(self, count: int) -> str:
        """Return words such as "2 skill(s) ranked; {open} out of balance"."""
        return self.tr("%n skill(s) ranked; {open} out of balance", "", count)

    def named(self, count: int) -> str:
        """Return words such as "2 skill(s) named, none by three firms yet"."""
        return self.tr("%n skill(s) named, none by three firms yet", "", count)

    def from_offers(self, count: int) -> str:
        """Return words such as "2 of them come(s) from recorded offers."."""
        return self.tr("%n of them come(s) from recorded offers.", "", count)

    def gave_figure(self, count: int) -> str:
        """Return words such as "{share} of the 2 firm(s) that gave a figure"."""
        return self.tr("{share} of the %n firm(s) that gave a figure", "", count)

    def tried(self, count: int) -> str:
        """Return words such as "2 firm(s) tried; {share} found it hard or failed"."""
        return self.tr("%n firm(s) tried; {share} found it hard or failed", "", count)

    def persons(self, count: int) -> str:
        """Return words such as "2 person(s)"."""
        return self.tr("%n person(s)", "", count)

    def members(self, count: int) -> str:
        """Return words such as "2 member(s)"."""
        return self.tr("%n member(s)", "", count)

    def no_figure(self, count: int) -> str:
        """Return words such as "{people}; 2 firm(s) gave no figure"."""
        return self.tr("{people}; %n firm(s) gave no figure", "", count)

    def places_unknown(self, count: int) -> str:
        """Return words such as "not known yet (2 offer(s))"."""
        return self.tr("not known yet (%n offer(s))", "", count)

    def places_in(self, count: int) -> str:
        """Return words such as "{places} in 2 offer(s)"."""
        return self.tr("{places} in %n offer(s)", "", count)

    def places_missing(self, count: int) -> str:
        """Return words such as "places not known for 2"."""
        return self.tr("places not known for %n", "", count)

    def misfits(self, count: int) -> str:
        """Return words such as "2 does/do not fit"."""
        return self.tr("%n does/do not fit", "", count)

    def more(self, count: int) -> str:
        """Return words such as "2 more"."""
        return self.tr("%n more", "", count)

    def hangs_on(self, count: int) -> str:
        """Return words such as "Hangs on single answers: leaving out any one of 3 firm(s) would change the verdict."."""
        return self.tr(
            "Hangs on single answers: leaving out any one of %n firm(s) would change the verdict.", "", count
        )

    def filtered(self, count: int) -> str:
        """Return words such as "Filtered: {which}. {members} of {all} members, 5 answer(s). …"."""
        return self.tr(
            "Filtered: {which}. {members} of {all} members, %n answer(s); offers are compared with these alone. Nothing is stored; reports show everybody.",
            "",
            count,
        )

    def ranks_change(self, count: int) -> str:
        """Return words such as "2 rank(s) would change"."""
        return self.tr("%n rank(s) would change", "", count)

    def verdicts_change(self, count: int) -> str:
        """Return words such as "2 verdict(s) would change"."""
        return self.tr("%n verdict(s) would change", "", count)

    def not_drawn(self, count: int) -> str:
        """Return words such as "2 more are in the list only."."""
        return self.tr("%n more is/are in the list only: named by too few, or further down the ranking.", "", count)

    def firms_need_it(self, count: int) -> str:
        """Return what the figure counts: "firm(s) need(s) it"."""
        return self.tr("firm(s) need(s) it", "", count)

    def short_today(self, count: int) -> str:
        """Return what the figure counts: "person(s) short today"."""
        return self.tr("person(s) short today", "", count)

    def short_in_a_year(self, count: int) -> str:
        """Return what the figure counts: "in 12 months"."""
        return self.tr("in 12 months", "", count)

    def places_a_year(self, count: int) -> str:
        """Return what the figure counts: "place(s) a year"."""
        return self.tr("place(s) a year", "", count)
