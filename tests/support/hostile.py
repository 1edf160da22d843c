"""Words that try to be more than words, put into every free text of a value of the model.

Free texts are found by their type: a field is one if it holds ``str`` itself (members' codes, skills' URIs and the like
are types of their own). So a field that is added later is attacked, too, unless it stands in `NOT_FREE`.
"""

from __future__ import annotations

import types
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeAlias, Union, get_args, get_origin, get_type_hints

from fastmap.model.meanings import key_of
from fastmap.model.messages import Message

PAYLOADS: Mapping[str, str] = {
    "formula": "=1+1",
    "plus": "+1+1",
    "minus": "-2+3+cmd|' /C calc'!A0",
    "at": "@SUM(1+1)*cmd|' /C calc'!A0",
    "dde": "=cmd|'/C calc'!A0",
    "link": '=HYPERLINK("http://evil.example","click")',
    "tab": "\t=1+1",
    "full width": "\uff1d1+1",
    "markup": "<b>bold</b> &amp; ]]> </t></w:t><w:p/> <?x y?>",
    "typst": '#read("/etc/passwd") $x^2$ *b* _i_ `c` @ref <label> \\ // #link("http://evil.example")[y] $\\frac{x$',
    "svg": '"><svg onload="alert(1)"><script>alert(1)</script><a href="javascript:alert(1)">x</a></svg>',
    "bidi and controls": "\u202egnp.exe \u2066x\u2069 a\x00b\x07c\x1b[31m\r\n=1+1 \ud800",
}
"""Name → what somebody may have typed, pasted or sent."""

Words: TypeAlias = Callable[[str], str]
"""What is put in place of a text; the same for texts of the same key, so that what belongs together still does."""

_SEED = 2
"""So that names of organisations and titles alone have all twelve (a test holds it to that)."""

NOT_FREE = frozenset(
    {
        "AssessmentInfo.catalogue",
        "AssessmentInfo.id",
        "BasisCondition.key",
        "Basis.missed",
        "ChecklistAnswer.item",
        "ClearedText.key",
        "ClearedText.sha256",
        "Cluster.country",
        "Cluster.nuts",
        "Cluster.sectors",
        "DecisionPlan.recommendation",
        "EarlierRound.assessment",
        "EarlierRound.catalogue",
        "EarlierRound.country",
        "IndicatorAnswer.key",
        "IndicatorTarget.key",
        "Logo.png_base64",
        "Member.nuts",
        "Problem.code",
        "Problem.done",
        "ProviderReply.source_sha256",
        "RecommendationDecision.recommendation",
        "Response.offers",
        "Response.source_sha256",
        "SecondSource.id",
        "TeamQuestionnaire.picks",
        "TeamQuestionnaire.source_sha256",
        "TeamQuestionnaire.twice",
        "Tie.source",
    }
)
"""``Class.field`` of texts that no person types: keys of the catalogue, ids, hashes, codes of places."""
_KEYS = frozenset({"Mapping.text_key", "NameDecision.name_key", "NeedText.key", "SetAside.text_key", "Split.text_key"})
"""What the program derives from a text; it has to go on fitting it."""
_APART = frozenset(
    {"Need.skill_text", "OfferedSkill.skill_text", "RoundSkill.labels", "Skill.group_labels", "Skill.labels"}
    | {"NamedLink.name", "NameDecision.name", "UnusedSkill.skill_text"}
)
"""Texts by which things are told apart: there the old words stay behind the new ones."""


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _leaves(hint: Any) -> Iterator[Any]:
    """Yield the types that a field may hold: of ``tuple[str, ...] | None`` this is ``str``; of mappings, their values."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        for part in get_args(hint):
            yield from _leaves(part)
    elif origin is tuple:
        yield from _leaves(get_args(hint)[0])
    elif origin is not None and issubclass(origin, Mapping):
        yield from _leaves(get_args(hint)[1])
    else:
        yield hint


def free_texts_of(kind: type) -> frozenset[str]:
    """Return ``Class.field`` of every free text that a value of ``kind`` can hold, however deep."""
    found: set[str] = set()
    waiting, seen = [kind], set()
    while waiting:
        one = waiting.pop()
        if one in seen or one is Message:
            continue
        seen.add(one)
        for field in fields(one):
            for leaf in _leaves(_hints(one)[field.name]):
                if leaf is str:
                    found.add(f"{one.__name__}.{field.name}")
                elif is_dataclass(leaf):
                    waiting.append(leaf)
    return frozenset(found - NOT_FREE)


def always(payload: str) -> Words:
    """Return words that are ``payload`` whatever stood there."""
    return lambda _held: payload


def mixed(held: str) -> str:
    """Return one of the twelve, chosen by what stood there."""
    every = tuple(PAYLOADS.values())
    return every[zlib.crc32(key_of(held).encode(errors="replace"), _SEED) % len(every)]


def attacked(value: Any, words: Words, hit: set[str] | None = None) -> Any:
    """Return a value of the model with every free text replaced that is filled; ``hit`` collects their names."""
    changes = {}
    for field in fields(value):
        name = f"{type(value).__name__}.{field.name}"
        held = getattr(value, field.name)
        is_free = str in _leaves(_hints(type(value))[field.name]) and name not in NOT_FREE
        changed = _changed(held, words, name if is_free else None, hit)
        if changed is not held:
            changes[field.name] = changed
    return replace(value, **changes) if changes else value


def _changed(held: Any, words: Words, name: str | None, hit: set[str] | None) -> Any:
    """Return what is put in place of ``held``; ``name``: its field, if texts in it are free."""
    if isinstance(held, str):
        if name is None or type(held) is not str:
            return held
        if hit is not None:
            hit.add(name)
        together = f"{words(held)} {held}"
        return key_of(together) if name in _KEYS else together if name in _APART else words(held)
    if isinstance(held, tuple):
        return tuple(_changed(one, words, name, hit) for one in held)
    if isinstance(held, Mapping):
        return {key: _changed(one, words, name, hit) for key, one in held.items()}
    if is_dataclass(held) and not isinstance(held, Message):
        return attacked(held, words, hit)
    return held
