"""How the JSON of the contract names things: skills and partners by id and name, sentences in one language, ISO days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, TypeAlias

from fastmap.model.ids import PartnerId, SkillUri
from fastmap.model.messages import Message
from fastmap.model.results import Results, SkillResult
from fastmap.model.skills import Skill, label_in
from fastmap.texts import Texts

Json: TypeAlias = dict[str, Any]


class Names:
    """Names what one result speaks of, in the language of the texts."""

    def __init__(self, results: Results, texts: Texts) -> None:
        self.texts = texts
        known: Iterable[Skill | SkillResult] = (*results.snapshot.skills, *results.groups, *results.skills)
        self._labels = {item.uri: self._label(item) for item in known}
        self._partners = {partner.id: partner for partner in results.snapshot.partners}

    def skill(self, uri: SkillUri) -> Json:
        """Return a skill that the results hold."""
        return {"uri": uri, "label": self._labels[uri]}

    def skills(self, uris: Iterable[SkillUri]) -> list[Json]:
        """Return those of the skills that anything is known of."""
        return [self.skill(uri) for uri in uris if uri in self._labels]

    def partner(self, partner: PartnerId) -> Json:
        """Return a partner; without name and type where the file has none of this id, as in an anonymous edition."""
        found = self._partners.get(partner)
        return {"id": partner, "name": (found.name or None) if found else None, "type": found.type if found else None}

    def partners(self, partners: Iterable[PartnerId]) -> list[Json]:
        """Return partners in the order given."""
        return [self.partner(partner) for partner in partners]

    def title(self, title: str, reference: str | None) -> str:
        """Return an action's own title, else that of what it refers to, else that it is withheld."""
        if title:
            return title
        return self.texts.term(f"action.{reference}.title" if reference else "report.action.withheld")

    def sentences(self, messages: Iterable[Message]) -> list[str]:
        """Return every message as a sentence."""
        return [self.texts.say(item) for item in messages]

    def _label(self, item: Skill | SkillResult) -> str:
        return label_in(item.labels, self.texts.language) or item.uri


def iso(day: date | None) -> str | None:
    """Return a day as the contract writes it; ``None`` stays unknown."""
    return day.isoformat() if day else None
