"""Counted words of the step Needs for functions without a widget: plural forms are found only where an object asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fastmap.model.ids import LanguageCode, SkillUri
    from fastmap.vocabulary.versions import Withdrawn
    from ui.session import SessionState


class NeedWords(QObject):
    """Says how many of what, in the language of the screen."""

    def forms(self, count: int) -> str:
        """Return "25 forms"."""
        return self.tr("%n form(s)", "", count)

    def needs(self, count: int) -> str:
        """Return "86 needs"."""
        return self.tr("%n need(s)", "", count)

    def open_texts(self, count: int) -> str:
        """Return "4 texts without a skill"."""
        return self.tr("%n text(s) without a skill", "", count)

    def to_check(self, count: int) -> str:
        """Return "2 to check"."""
        return self.tr("%n to check", "", count)

    def named_by_others(self, count: int) -> str:
        """Return "3 other members named it"."""
        return self.tr("%n other member(s) named it", "", count)

    def candidates(self, count: int) -> str:
        """Return "5 candidates"."""
        return self.tr("%n candidate(s)", "", count)


def stays_words(state: SessionState, text: str, language: LanguageCode, picked: SkillUri | None) -> str:
    """Return the sentence for a text that stays where it was placed before, whatever was picked for it; else ""."""
    from fastmap.tasks.placing import placed_before

    before = placed_before(state.snapshot, text, language, picked)
    if not before:
        return ""
    labels = {skill.uri: skill.label(state.texts.language) for skill in state.snapshot.skills}
    words = QCoreApplication.translate(
        "NeedsPage", "“{text}” was placed in {skills} before and stays there. Change that under Texts."
    )
    names = state.texts.listing([labels.get(uri, uri) for uri in before])
    return words.replace("{skills}", names).replace("{text}", text)


def withdrawn_words(withdrawn: Sequence[Withdrawn], most: int) -> str:
    """Return the names of up to ``most`` skills, and of each whether another one has its name now."""
    another = QCoreApplication.translate("NeedsPage", "{label} (there is another of this name)")
    names = [gone.label if gone.successor is None else another.replace("{label}", gone.label) for gone in withdrawn]
    return ", ".join(names[:most]) + (" …" if len(names) > most else "")
