"""What the profile form does with entries: understands them, records them, and says what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from fastmap.model.choices import ChainRole, Label
from fastmap.model.normalise import clean_text, text_key
from fastmap.texts import sentence_case
from ui.pages.page import StepFact, StepState
from ui.widgets.completion import Suggestion

if TYPE_CHECKING:
    from fastmap.model.results import Results
    from fastmap.model.snapshot import Snapshot
    from fastmap.tasks.regions import Region
    from ui.session import Session, SessionState

translate = QCoreApplication.translate
MOST_SECTORS = 3
_INFO_FIELDS = frozenset({"title", "round_label", "round_start", "round_end", "language"})
_COUNTS = ("staff", "member_count")
_CHOICES = {"label": Label, "chain_role": ChainRole}
_DAYS = ("round_start", "round_end")
_FIELD_OF = {
    "profile.no_name": "name",
    "profile.unknown_country": "country",
    "profile.unknown_nuts": "nuts",
    "profile.nuts_elsewhere": "nuts",
    "profile.unknown_sector": "sectors",
    "profile.too_many_sectors": "sectors",
    "profile.unknown_language": "language",
    "round.no_title": "title",
    "round.ends_before_start": "round_end",
}
_NEEDED = frozenset({"name", "title"})
"""Fields that are not recorded empty."""


class ClusterPresenter:
    """Takes entries by field name; the names are those of `Cluster` and `AssessmentInfo`."""

    def __init__(self, session: Session) -> None:
        """Work on what ``session`` has open."""
        self._session = session
        self.regions: tuple[Region, ...] = ()
        """Empty until they were read in the background."""
        self.unclear: dict[str, str] = {}
        """Field → why what stands in it was not recorded."""
        self._countries: dict[str, list[tuple[str, str]]] = {}

    # --- intentions ---------------------------------------------------------------------------------------------------

    def enter(self, field: str, text: str) -> None:
        """Record what was typed into ``field``, or note in `unclear` why not."""
        self.unclear.pop(field, None)
        value, complaint = self._understood(field, clean_text(text))
        if not complaint and field in _NEEDED:
            complaint = dict(self._problems(self._session.state, {field: value})).get(field, "")
        if complaint:
            self.unclear[field] = complaint
            return
        self.choose(field, value)

    def choose(self, field: str, value: Any) -> None:
        """Record a value of ``field``; ``None``: not known."""
        from fastmap.changes import EditCluster, EditInfo

        self.unclear.pop(field, None)
        if field in _CHOICES and value is not None:
            value = _CHOICES[field](value)  # Qt hands a plain text back
        snapshot = self._session.state.snapshot
        if field in _INFO_FIELDS:
            info = replace(snapshot.info, **{field: value})
            if info != snapshot.info:
                self._session.apply(EditInfo(info=info))
            return
        cluster = replace(snapshot.cluster, **{field: value})
        if cluster != snapshot.cluster:
            self._session.apply(EditCluster(cluster=cluster))

    def add_sector(self, key: str) -> None:
        """Add an S3 priority, up to three."""
        sectors = self._session.state.snapshot.cluster.sectors
        if key not in sectors and len(sectors) < MOST_SECTORS:
            self.choose("sectors", (*sectors, key))

    def remove_sector(self, key: str) -> None:
        """Take an S3 priority out."""
        sectors = self._session.state.snapshot.cluster.sectors
        self.choose("sectors", tuple(sector for sector in sectors if sector != key))

    def leave_country(self, text: str) -> None:
        """Take a typed country if its name or code is exact."""
        found = [code for code, name in self.countries() if text_key(text) in (text_key(name), code.casefold())]
        if found:
            self.choose("country", found[0])
        else:
            self.unclear["country"] = translate("ClusterPage", "Choose a country from the list.")

    def leave_region(self, text: str) -> None:
        """Take a typed region if its name or code is exact; nothing clears the field."""
        from fastmap.tasks.regions import region_named

        region = region_named(self.regions, text)
        if region is not None or not text:
            self.choose("nuts", region.code if region is not None else None)
        elif self.regions:
            self.unclear["nuts"] = translate(
                "ClusterPage", "Choose a region from the list: type a part of its name or code."
            )
        else:
            self.unclear["nuts"] = translate(
                "ClusterPage", "The list of regions is still being read. Try again in a moment."
            )

    # --- what can be chosen -------------------------------------------------------------------------------------------

    def countries(self) -> list[tuple[str, str]]:
        """Return code and name of every country in the language of the screen."""
        from ui.frame.new_dialog import countries_in

        language = self._session.language
        if language not in self._countries:
            self._countries[language] = countries_in(language)
        return self._countries[language]

    def find_countries(self, text: str) -> list[Suggestion]:
        """Return the countries whose name or code fits, beginnings first."""
        key = text_key(text)
        found = [(code, name) for code, name in self.countries() if key in text_key(name) or code.casefold() == key]
        found.sort(key=lambda entry: (entry[0].casefold() != key, not text_key(entry[1]).startswith(key)))
        return [Suggestion(value=code, title=name, detail=code) for code, name in found]

    def find_regions(self, text: str) -> list[Suggestion]:
        """Return the regions whose code or name fits, those of the country first."""
        from fastmap.tasks.regions import find_regions

        country = self._session.state.snapshot.cluster.country
        found = find_regions(self.regions, text, country)
        return [
            Suggestion(value=region.code, title=self._region_words(region), detail=_level_words(region.level))
            for region in found
        ]

    def find_sectors(self, text: str) -> list[Suggestion]:
        """Return the S3 priorities not yet chosen whose words fit."""
        state = self._session.state
        words = {key: state.texts.term(f"sector.{key}") for key in state.catalogue.sectors}
        wanted = text_key(text).split()
        return [
            Suggestion(value=key, title=title)
            for key, title in sorted(words.items(), key=lambda entry: text_key(entry[1]))
            if key not in state.snapshot.cluster.sectors and all(word in text_key(title) for word in wanted)
        ]

    # --- what is shown ------------------------------------------------------------------------------------------------

    def country_words(self, code: str) -> str:
        """Return the name of a country."""
        return next((name for known, name in self.countries() if known == code), code)

    def region_words(self, code: str | None) -> str:
        """Return code and name of a region; the code alone until the names were read."""
        region = next((region for region in self.regions if region.code == code), None)
        return self._region_words(region) if region is not None else code or ""

    def complaints(self) -> Mapping[str, str]:
        """Return field → what is wrong with what is recorded or was typed."""
        return dict(self._problems(self._session.state, {})) | self.unclear

    @staticmethod
    def _region_words(region: Region) -> str:
        return f"{region.code} · {region.name}"

    def _problems(self, state: SessionState, changed: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        from fastmap.tasks.profile import round_problems
        from fastmap.tasks.starting import profile_problems

        cluster, info = state.snapshot.cluster, state.snapshot.info
        if "name" in changed:
            cluster = replace(cluster, **changed)
        elif changed:
            info = replace(info, **changed)
        if not self.regions:  # checking a code would read them, and that takes seconds
            cluster = replace(cluster, nuts=None)
        for problem in (*profile_problems(cluster, info.language), *round_problems(info)):
            words = state.texts.say(problem)
            yield _FIELD_OF[problem.key], f"{words[:1].upper()}{words[1:]}."

    def _understood(self, field: str, text: str) -> tuple[Any, str]:
        """Return the value that ``text`` says, and a complaint if it is not clear."""
        from fastmap.intake.table_values import understand_day
        from fastmap.tasks.profile import understand_people, understand_year

        value: Any = None
        if field in (*_COUNTS, "founded_year", *_DAYS) and not text:
            return None, ""
        if field in _COUNTS:
            value = understand_people(text)
            return value, "" if value is not None else translate("ClusterPage", "Write a whole number, for example 12.")
        if field == "founded_year":
            value = understand_year(text, newest=datetime.now().astimezone().year)
            return value, "" if value is not None else translate("ClusterPage", "Write a year, for example 1998.")
        if field in _DAYS:
            value = understand_day(text, last=field == "round_end")
            return value, "" if value is not None else translate(
                "ClusterPage", "Write a day as 2026-03-31 or 31/3/2026."
            )
        return text, ""


def cluster_fact(snapshot: Snapshot, results: Results | None) -> StepFact:  # noqa: ARG001 - the page's signature
    """Return what the step list says: region and priorities, as the name stands above every page already.

    Complete with all four of the report's first lines.
    """
    cluster = snapshot.cluster
    priorities = translate("ClusterPage", "{count} of {most} priorities").format(
        count=len(cluster.sectors), most=MOST_SECTORS
    )
    place = cluster.nuts or cluster.country
    done = sum((bool(cluster.name), bool(cluster.country), cluster.nuts is not None, bool(cluster.sectors)))
    return StepFact(
        state=StepState.COMPLETE if done == 4 else StepState.BEGUN,
        sentence=f"{place} · {priorities}",
        share_0_1=done / 4,
    )


def label_choices(state: SessionState) -> list[tuple[object, str]]:
    """Return the excellence labels, and "not recorded"."""
    words = [(label, sentence_case(state.texts.term(f"label.{label}"))) for label in Label]
    return [(None, translate("ClusterPage", "Not recorded")), *words]


def role_choices(state: SessionState) -> list[tuple[object, str]]:
    """Return the roles in the value chain, and "not recorded"."""
    words = [(role, sentence_case(state.texts.term(f"chain_role.{role}"))) for role in ChainRole]
    return [(None, translate("ClusterPage", "Not recorded")), *words]


def _level_words(level: int) -> str:
    words = {
        1: translate("ClusterPage", "Level 1: group of regions"),
        2: translate("ClusterPage", "Level 2: region"),
        3: translate("ClusterPage", "Level 3: province, county or district"),
    }
    return words[level]
