"""The feedback sheet of a member as a PDF: its own answers, the anonymous picture beside them, and what happens next.

Tagged for screen readers (PDF/UA-1) as the report is. What came from outside reaches Typst as data, never as part of the
template.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from exports.figures import UNKNOWN
from exports.form_pdf import FORM_COLOURS, fitting, form_folder
from exports.palette import tokens
from exports.pdf_columns import breakable
from exports.plain import one_line, shortened
from exports.typesetting import STANDARDS, typeset
from fastmap.model.choices import Barrier
from fastmap.model.skills import label_in
from fastmap.texts import Texts, sentence_case

if TYPE_CHECKING:
    from fastmap.report.feedback import FeedbackContent, Helper, Labels, NextAction, OwnNeed, PictureNeed, Standing

_MOST_LETTERS: Final = 600
"""Of what a firm wrote in one field; the rest is in its form."""
_GOOD: Final = frozenset({"covered", "introduction"})


class FeedbackPrinter:
    """Sets sheets one after the other; what they share is laid out once."""

    def __init__(self, root: Path) -> None:
        """Work in the prepared folder ``root``; use `feedback_printer`."""
        self._root = root

    def pdf(self, content: FeedbackContent, texts: Texts) -> bytes:
        """Return the sheet of ``content`` in the language of ``texts``: the same bytes for the same content."""
        moment = datetime.combine(content.made_on, time(), tzinfo=UTC)
        output = {"format": "pdf", "pdf_standards": list(STANDARDS), "timestamp": moment}
        made = typeset(self._root, "feedback.typ", _Sheet(content, texts).values(), **output)
        if not isinstance(made, bytes):
            raise TypeError("Typst gave no PDF")
        return made


@contextmanager
def feedback_printer() -> Iterator[FeedbackPrinter]:
    """Prepare what all sheets need, for as long as the block lasts."""
    with form_folder() as root:
        yield FeedbackPrinter(root)


class _Sheet:
    """One sheet in words."""

    def __init__(self, content: FeedbackContent, texts: Texts) -> None:
        self._content, self._texts = content, texts

    def say(self, key: str, **facts: Any) -> str:
        return self._texts.get(f"feedback.{key}", **facts)

    def values(self) -> dict[str, Any]:
        """Return everything that the template prints."""
        content, say, palette = self._content, self.say, tokens()
        name = fitting(content.member.name or content.member.code)
        cluster = fitting(content.cluster)
        kept = say("kept", date=content.keep_until) if content.keep_until else say("kept_round")
        return {
            "language": self._texts.locale.language,
            "colours": {key: getattr(palette, key) for key in FORM_COLOURS},
            "document": one_line(say("document", title=say("title"), organisation=name)),
            "sheet": say("sheet"),
            "title": say("title"),
            "cluster": cluster,
            "organisation": name,
            "received": say(
                "received", round=fitting(content.round_label), date=content.responses[-1].received_at.date()
            ),
            "mark": " · ".join(
                part
                for part in (say("only_you", organisation=name), say("fictional") if content.fictional else "")
                if part
            ),
            "own": {"head": say("own"), "note": say("own_note"), "heads": self._own_heads(), "rows": self._own_rows()},
            "also": {"head": say("also"), "lines": list(self._also())},
            "picture": self._picture(),
            "helpers": {"head": say("helpers"), "note": say("helpers_note", cluster=cluster), **self._helpers()},
            "next": {
                "head": say("next"),
                "rows": [self._action(action) for action in content.actions],
                "empty": say("nothing_next"),
            },
            "end": {"head": say("wrong"), "text": f"{say('wrong_text', cluster=cluster)} {kept}"},
        }

    # --- own answers --------------------------------------------------------------------------------------------------

    def _horizons(self) -> tuple[str, ...]:
        """Return the horizons that have a column: three years only where the firm filled one in."""
        asked = any(one.need.short_36m is not None for one in self._content.needs)
        return ("short_now", "short_12m", "short_36m") if asked else ("short_now", "short_12m")

    def _own_heads(self) -> list[str]:
        return [self.say("need"), *(self.say(key) for key in self._horizons()), self.say("stands")]

    def _own_rows(self) -> list[dict[str, Any]]:
        return [
            {
                "skill": _written(one.need.skill_text),
                "detail": " · ".join(self._detail(one)),
                "figures": [self._number(getattr(one.need, key)) for key in self._horizons()],
                "standing": " ".join(self._standing(one)),
            }
            for one in self._content.needs
        ]

    def _detail(self, one: OwnNeed) -> Iterator[str]:
        """Yield the shared name where it differs from what was written, and what else the firm said."""
        shared = [name for name in map(self._label, one.skills) if name.casefold() != one.need.skill_text.casefold()]
        if shared:
            yield f"→ {self._listed(shared)}"
        if one.need.job:
            yield _written(one.need.job)
        for family, value in (("need_level", one.need.level), ("consequence", one.need.consequence)):
            if value is not None:
                yield self._texts.get(f"{family}.{value}")
        if one.need.joint_people is not None:
            yield self.say("joint", people=self._texts.number(one.need.joint_people))

    def _standing(self, one: OwnNeed) -> Iterator[str]:
        standing: Standing = one.standing
        if not one.skills:
            yield self.say("own_words")
        if standing.others is None:
            if one.skills:
                yield self.say("few")
        elif standing.group is not None:
            yield self.say("others_group", count=standing.others, group=self._label(standing.group))
        else:
            yield self.say("others", count=standing.others)
        if standing.among_first is not None:
            yield self.say("first", count=standing.among_first)

    def _also(self) -> Iterator[str]:
        """Yield what else the firm told, in the words of its form."""
        for response in self._content.responses:
            if response.unused:
                skills = [
                    _written(one.skill_text)
                    if one.people is None
                    else self.say("unused_people", skill=_written(one.skill_text), people=self._number(one.people))
                    for one in response.unused
                ]
                yield self.say("unused", skills=self._listed(skills))
            if response.offers:
                words = [self._texts.get(f"form.label.offer_{key}") for key in response.offers]
                yield self.say("offers", offers=self._listed(words))
            if response.barrier not in (None, Barrier.NONE):
                yield self.say("barrier", barrier=self._texts.get(f"barrier.{response.barrier}"))
            if response.remarks:
                yield _written(response.remarks)

    # --- the cluster --------------------------------------------------------------------------------------------------

    def _picture(self) -> dict[str, Any]:
        content, say = self._content, self.say
        answered = "" if content.answered is None else say("answered", count=content.answered)
        note = f"{answered} {say('picture_note', k=content.k)}".strip()
        return {
            "head": say("picture"),
            "note": note if content.picture else say("nothing_told"),
            "heads": [say("need_cluster"), say("others_head"), say("supply_head")],
            "rows": [self._picture_row(one) for one in content.picture],
        }

    def _picture_row(self, one: PictureNeed) -> dict[str, Any]:
        return {
            "skill": sentence_case(self._label(one.labels)),
            "yours": self.say("yours") if one.is_own else "",
            "others": self._texts.number(one.others),
            "supply": self.say(f"supply.{one.coverage}"),
            "good": str(one.coverage) in _GOOD,
        }

    def _helpers(self) -> dict[str, Any]:
        """Return who could help with which need, and the needs for which nobody is recorded."""
        rows, alone = [], []
        for one in self._content.needs:
            if not one.skills:
                continue
            skill = sentence_case(self._listed(list(map(self._label, one.skills))))
            if one.helpers:
                names = dict.fromkeys(map(self._helper, one.helpers))
                rows.append({"skill": skill, "names": self._listed(names)})
            else:
                alone.append(skill)
        unique = list({row["skill"]: row for row in rows}.values())
        return {
            "rows": unique,
            "nobody": self.say("no_helpers", skills=self._listed(list(dict.fromkeys(alone)))) if alone else "",
        }

    def _helper(self, helper: Helper) -> str:
        if helper.name is None:
            name = self._texts.get("report.partner.member_of_type", type=self._texts.get(f"partner_type.{helper.type}"))
        else:
            name = fitting(helper.name)
        if helper.form is None:
            return name
        return self.say("helper", name=name, form=self._texts.get(f"offer_form.{helper.form}"))

    def _action(self, action: NextAction) -> dict[str, str]:
        if action.is_running:
            when = self.say("running")
        elif action.start is not None:
            when = self.say("planned_from", date=action.start)
        elif action.timing:
            when = f"{self.say('planned')}, {self._texts.get(f'timing.{action.timing[0]}')}"
        else:
            when = self.say("planned")
        serves = [self._label(labels) for labels in action.serves]
        return {
            "title": _written(action.title),
            "when": when,
            "serves": self.say("serves", skills=self._listed(serves)) if serves else "",
        }

    # --- words --------------------------------------------------------------------------------------------------------

    def _label(self, labels: Labels) -> str:
        return breakable(one_line(label_in(labels, self._content.language) or UNKNOWN))

    def _listed(self, items: Iterable[str]) -> str:
        return "; ".join(items)

    def _number(self, value: int | None) -> str:
        return UNKNOWN if value is None else self._texts.number(value)


def _written(text: str) -> str:
    """Return what a person wrote, on one line and so that it stays inside its column."""
    return breakable(shortened(one_line(text), _MOST_LETTERS))
