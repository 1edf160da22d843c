"""Sentences of the analysis and the advice for an anonymous edition: no names, no figures from few members.

A sentence comes as a `Message` whose facts are known one by one. Names become words for the kind of organisation,
hidden skills "a skill that few firms named". A number stays only if `TOLD` says which figure it is and this edition
prints that figure; every other number becomes a bound, or the sentence is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from fastmap.model.choices import PartnerType
from fastmap.model.ids import PartnerId, SkillUri
from fastmap.model.messages import Fact, Labels, Message, Name, Share, Term
from fastmap.report.members_named import MemberNames

ALWAYS: Final = "always"
"""The number counts no members and no people of theirs: places, offers, partners, actions, skills."""
ROUND: Final = "answered"
"""The number is how many answered, or a share of them."""
ASKED: Final = "asked"
"""The number is how many were asked, or the share of them who answered: both tell how many did not."""
LEFT_OUT: Final = "left_out"
"""The number is never told, and without it the sentence says nothing."""

TOLD: Final[Mapping[str, Mapping[str, str]]] = {
    "advice.why.firms": {"count": "users"},
    "advice.why.strategic": {"count": "users"},
    "advice.why.unused": {"count": "unused"},
    "advice.why.people_12m": {"count": "short_12m"},
    "advice.why.people_now": {"count": "short_now"},
    "advice.why.hires": {"count": LEFT_OUT, "tried": LEFT_OUT},
    "advice.said": {"count": "consequence"},
    "advice.unknown.short_12m": {"count": "unknown_short_12m"},
    "advice.unknown.places": {"count": ALWAYS},
    "advice.unknown.response": {"answered": ROUND, "count": ASKED},
    "advice.near.stage": {"stage": ALWAYS, "needed": ALWAYS},
    "advice.near.stage_unknown": {"needed": ALWAYS},
    "advice.near.impact": {"share": LEFT_OUT},
    "settle.ask_cause": {"count": "users"},
    "settle.ask_figures": {"count": "users"},
    "settle.ask_use": {"count": "unused"},
    "settle.ask_places": {"count": ALWAYS},
    "settle.ask_fit": {"count": ALWAYS},
    "quality_warning.few_answers": {"count": ROUND},
    "quality_warning.low_response": {"answered": ROUND, "asked": ASKED, "rate": ASKED},
    "quality_warning.one_size": {"share": ROUND},
    "quality_warning.larger_firms": {"count": LEFT_OUT},
    "quality_warning.smaller_firms": {"count": LEFT_OUT},
    "quality_warning.size_missing": {"count": ALWAYS},
}
"""Message → fact → the figure that it quotes (names as in `Protection.figures`)."""
_COUNTED_ELSEWHERE: Final = ("indicator_facts.", "indicator.", "grid_warning.", "grid_balance.")
"""Families whose numbers count partners, actions and skills; those about members are withheld before they come here."""
_HIDDEN_SKILL: Final = Term("report.withheld.skill")
FREE_WORDS: Final = Message("report.withheld.sentence")
"""Stands where a sentence is left out and something has to be said."""


class _UntellableError(Exception):
    """A fact for which nothing can stand: the whole sentence is left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mask:
    """What sentences may say."""

    k: int
    names: MemberNames
    shown: Mapping[frozenset[tuple[str, str]], SkillUri]
    """Labels (as items) of the skills and groups that are shown → which they are."""
    hidden_words: frozenset[str]
    """Labels of those that are not."""
    partners: Mapping[PartnerId, PartnerId]
    """Partners that are named → their id in this edition."""
    partner_types: Mapping[PartnerId, PartnerType]
    hides: Callable[[SkillUri, str], bool]
    """Whether this edition withholds a figure of a skill or group."""
    answers_told: bool
    """Whether it tells how many answered."""
    asked_told: bool
    """Whether it tells how many were asked."""
    left_out: list[Message] = field(default_factory=list)
    """Sentences left out, as they come."""

    def sentences(
        self, messages: Iterable[Message], about: SkillUri | None = None, *, bounds: bool = True
    ) -> tuple[Message, ...]:
        """Return the sentences that may be told.

        ``about``: the skill or group that they are about, if they do not name it. ``bounds``: whether "fewer than 5"
        may stand for a number; if not, such a sentence is left out.
        """
        told = (self.sentence(item, about, bounds=bounds) for item in messages)
        return tuple(item for item in told if item is not None)

    def sentence(self, item: Message, about: SkillUri | None = None, *, bounds: bool = True) -> Message | None:
        """Return one sentence as it may be told, or ``None``."""
        try:
            return _Telling(self, bounds=bounds).message(item, about)
        except _UntellableError:
            self.left_out.append(item)
            return None


class _Telling:
    """One sentence on its way through the mask."""

    def __init__(self, mask: Mask, *, bounds: bool) -> None:
        self._mask = mask
        self._bounds = bounds

    def message(self, item: Message, about: SkillUri | None) -> Message:
        skill = item.facts.get("skill")
        if isinstance(skill, Labels):
            about = self._mask.shown.get(frozenset(skill.labels.items()))
            if about is None:
                raise _UntellableError
        return Message(item.key, {name: self._fact(item, name, fact, about) for name, fact in item.facts.items()})

    def _fact(self, item: Message, name: str, fact: Fact, about: SkillUri | None) -> Fact:
        match fact:
            case Name():
                return self._name(fact)
            case Labels(labels=labels):
                return fact if frozenset(labels.items()) in self._mask.shown else _HIDDEN_SKILL
            case Message():
                return self.message(fact, about)
            case tuple():
                return self._listed(item, name, fact, about)
            case str():
                return self._text(fact)
            case bool():
                return fact
            case int() | float():
                return fact if self._may_tell(item, name, fact, about) else self._bound(fact)
            case Share():
                if self._may_tell(item, name, fact.value_0_1, about):
                    return fact
                raise _UntellableError
        return fact  # nothing, a word of the catalogue, a date

    def _listed(self, item: Message, name: str, facts: tuple[Fact, ...], about: SkillUri | None) -> tuple[Fact, ...]:
        masked = [self._fact(item, name, fact, about) for fact in facts]
        shown = [fact for fact in masked if fact != _HIDDEN_SKILL] or masked[:1]
        return tuple(fact for number, fact in enumerate(shown) if fact not in shown[:number])

    def _name(self, name: Name) -> Fact:
        if name.kind == "member":
            return Term("report.withheld.member")
        partner = PartnerId(name.id)
        if partner in self._mask.partners:
            return Name("partner", self._mask.partners[partner], name.name)
        kind = self._mask.partner_types.get(partner)
        if kind is None:
            return Term("report.partner.unknown")
        return Message("report.partner.member_of_type", {"type": Term(f"partner_type.{kind}")})

    def _text(self, text: str) -> Fact:
        if text in self._mask.hidden_words:
            return _HIDDEN_SKILL
        return Term("report.withheld.text") if self._mask.names.mentioned_in(text) else text

    def _may_tell(self, item: Message, name: str, number: float, about: SkillUri | None) -> bool:
        if number == 0 or item.key.startswith(_COUNTED_ELSEWHERE):
            return True
        match TOLD.get(item.key, {}).get(name):
            case "always":
                return True
            case "left_out":
                raise _UntellableError
            case "answered":
                return self._mask.answers_told
            case "asked":
                return self._mask.asked_told
            case "consequence":
                # Not even a bound: beside the mean severity and the number of users it could be the number itself.
                if about is None or self._mask.hides(about, f"consequence_{_consequence(item)}"):
                    raise _UntellableError
                return True
            case None:
                return False
            case figure:
                return about is not None and not self._mask.hides(about, figure)

    def _bound(self, number: float) -> Message:
        if not self._bounds:
            raise _UntellableError
        bound = "report.withheld.fewer_than" if number < self._mask.k else "report.withheld.at_least"
        return Message(bound, {"k": self._mask.k})


def _consequence(item: Message) -> str:
    word = item.facts.get("consequence")
    return word.key.removeprefix("consequence.") if isinstance(word, Term) else ""
