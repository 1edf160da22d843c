"""What clusters are called on screen: how sure a proposal is, why, and how many stand behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.translating import locale

if TYPE_CHECKING:
    from fastmap.model.choices import SkillKind
    from fastmap.tasks.consolidating import Cluster, Doubt, Option
    from fastmap.texts import Texts

_TONES = {"exact": "good", "likely": "primary", "several": "lt", "doubtful": "warn", "nothing": "neutral"}


class ClusterWords(QObject):
    """Says things about clusters, in the language of the screen."""

    def doubts(self) -> dict[str, str]:
        """Return the word for each degree of doubt."""
        return {
            "exact": self.tr("same text"),
            "likely": self.tr("likely"),
            "several": self.tr("several skills"),
            "doubtful": self.tr("doubtful"),
            "nothing": self.tr("nothing found"),
        }

    def sure(self, cluster: Cluster, doubt: Doubt | None, texts: Texts) -> str:
        """Return how sure a proposal is, or how it was decided."""
        match cluster.state.value:
            case "set_aside":
                return texts.term("decision_kind.set_aside")
            case "decided":
                return self.tr("remembered") if cluster.is_remembered else self.tr("decided")
        return self.doubts()[doubt.value] if doubt is not None else "…"

    def about(self, cluster: Cluster) -> str:
        """Return "3 firms · short of 5 people now, 7 in 12 months"."""
        firms = self.tr("%n firm(s)", "", cluster.members)
        number = locale().toString
        now, later = cluster.short_now, cluster.short_12m
        if now is None and later is None:
            return f"{firms} · " + self.tr("people short not known")
        if now is None:
            assert later is not None  # see above
            return f"{firms} · " + self.tr("people short: {later} in 12 months").format(later=number(later))
        if later is None:
            return f"{firms} · " + self.tr("people short: {now} now").format(now=number(now))
        people = self.tr("people short: {now} now, {later} in 12 months")
        return f"{firms} · " + people.format(now=number(now), later=number(later))

    def reason(self, option: Option, label: str, texts: Texts) -> str:
        """Return why a skill is offered."""
        match option.how.value:
            case "exact":
                return self.tr("has this name")
            case "other_language":
                return self.tr("has this name in another language")
        alike = self.tr("{share} alike").replace("{share}", texts.percent(option.score))
        return f"{alike}: {option.name}" if option.name and option.name != label else alike

    def row(self, row: int) -> str:
        """Return where in a form an answer stands."""
        return self.tr("need {row}").format(row=locale().toString(row))

    def unused(self) -> str:
        """Return where in a form a skill that goes unused stands."""
        return self.tr("unused skill")


def doubt_tone(cluster: Cluster, doubt: Doubt | None) -> str:
    """Return the tone of the badge that says how sure a proposal is."""
    if cluster.state.value != "open":
        return "neutral"
    return _TONES[doubt.value] if doubt is not None else "neutral"


def theme(kind: SkillKind | None, texts: Texts) -> str:
    """Return the theme of a skill with a capital letter, "" for none."""
    word = texts.term(f"skill_kind.{kind}") if kind is not None else ""
    return word[:1].upper() + word[1:]


def language_name(code: str, texts: Texts) -> str:
    """Return the name of a language, its code where there is none."""
    key = f"form.language.{code}"
    return texts.term(key) if key in texts else code.upper()
