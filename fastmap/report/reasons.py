"""Facts of a recommendation as lines for a board: what is known about one skill stands in one line under its name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from fastmap.model.messages import Labels, Message
from fastmap.report.context import ReportContext

_COLON = re.compile(r"[ \u00a0\u202f]?: ")
"""What stands between a skill's name and what is said of it: French has a blank before a colon."""


def joined(context: ReportContext, messages: Iterable[Message]) -> tuple[str, ...]:
    """Return one line per skill and one per other fact, each once, in the order in which they first come.

    The data stay one message per fact; only their words are put together: "Welding: 8 firms need it (shortage); the
    places recorded are fewer than the people short." A sentence that does not begin with its skill's name stays whole.
    """
    lines: dict[str, list[str]] = {}
    for item in messages:
        sentence = context.sentence(item)
        skill = item.facts.get("skill")
        name = context.texts.fact(skill) if isinstance(skill, Labels) else ""
        colon = _COLON.match(sentence, len(name)) if name and sentence.startswith(name) else None
        if colon is not None:
            facts = lines.setdefault(sentence[: colon.end()], [])
            fact = sentence[colon.end() :].removesuffix(".")
        else:
            facts, fact = lines.setdefault(sentence, []), ""
        if fact not in facts:
            facts.append(fact)
    return tuple(_line(begin, facts) for begin, facts in lines.items())


def _line(begin: str, facts: list[str]) -> str:
    text = f"{begin}{'; '.join(facts)}." if any(facts) else begin
    return text[:1].upper() + text[1:]
