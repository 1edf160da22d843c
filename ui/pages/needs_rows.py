"""The needs as the table shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ui.pages.needs_overview import overview

if TYPE_CHECKING:
    from fastmap.model.choices import Verdict
    from fastmap.model.results import Results, SkillResult
    from fastmap.tasks.placing import PlacedNeed
    from fastmap.texts import Texts
    from ui.session import SessionState

_THEME_TONES = {
    "technical": "lt",
    "digital": "primary",
    "green": "good",
    "transversal": "international",
    "management": "warn",
    "language": "st",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedRow:
    """One row of the table, in the language of the screen."""

    key: str
    member: str
    text: str
    """In the firm's own words."""
    label: str
    """The placed skill where it reads otherwise than the text, else ""."""
    is_placed: bool
    theme: str
    theme_tone: str
    now: int | None
    later: int | None
    consequence: str
    hiring: str
    provision: str
    verdict: Verdict | None
    source: PlacedNeed

    @property
    def words(self) -> str:
        """Everything the filter looks through."""
        return f"{self.member}\n{self.text}\n{self.label}\n{self.theme}".casefold()


def need_rows(state: SessionState) -> tuple[NeedRow, ...]:
    """Return the rows of the table."""
    texts = state.texts
    verdicts = _verdicts(state.results)
    words: dict[Any, str] = {}

    def word(family: str, value: Any) -> str:
        if value is None:
            return ""
        if value not in words:
            words[value] = texts.term(f"{family}.{value.value}")
        return words[value]

    labels: dict[tuple[str, str], str] = {}
    rows = []
    for entry in overview(state.snapshot).needs:
        need, skill = entry.need, entry.skill
        kind = skill.kind if skill is not None else None
        theme = word("skill_kind", kind)
        rows.append(
            NeedRow(
                key=key_of(entry),
                member=entry.member.name,
                text=" ".join(need.skill_text.split()),
                label=_label_beside(entry, texts, labels),
                is_placed=skill is not None or entry.is_set_aside,
                theme=theme[:1].upper() + theme[1:],
                theme_tone=_THEME_TONES.get(kind.value, "neutral") if kind is not None else "neutral",
                now=need.short_now,
                later=need.short_12m,
                consequence=word("consequence", need.consequence),
                hiring=word("hiring", need.hiring),
                provision=word("provision", need.provision),
                verdict=verdicts(entry),
                source=entry,
            )
        )
    return tuple(rows)


def key_of(row: PlacedNeed) -> str:
    """Return what tells the row of a need from all others."""
    return f"{row.response.id}/{row.need.row}"


def result_of(row: NeedRow, results: Results | None) -> SkillResult | None:
    """Return what was worked out about the skill of a row."""
    if results is None:
        return None
    from fastmap.analysis.consolidation import provisional_uri

    skill = row.source.skill
    uri = skill.uri if skill is not None else provisional_uri(row.source.text_id[0])
    return next((result for result in results.skills if result.uri == uri), None)


def _label_beside(entry: PlacedNeed, texts: Texts, known: dict[tuple[str, str], str]) -> str:
    """Return the skill's label (of a split text all of them), or "" where it says the same as the text."""
    from fastmap.model.normalise import text_key

    if entry.skill is None:
        return texts.term("decision_kind.set_aside") if entry.is_set_aside else ""
    if entry.further:
        return "; ".join(skill.label(texts.language) for skill in entry.skills)
    place = (entry.skill.uri, entry.text_id[0])
    if place not in known:
        label = entry.skill.label(texts.language)
        known[place] = "" if text_key(label) == entry.text_id[0] else label
    return known[place]


def _verdicts(results: Results | None) -> Any:
    """Return a function from a need to the verdict of its skill, ``None`` while there is none."""
    if results is None:
        return lambda _: None
    # pandas is loaded already, by whoever made the results.
    from fastmap.analysis.consolidation import provisional_uri

    by_uri = {result.uri: result for result in results.skills}

    def verdict(entry: PlacedNeed) -> Verdict | None:
        result = by_uri.get(entry.skill.uri if entry.skill is not None else provisional_uri(entry.text_id[0]))
        return result.imbalance.verdict if result is not None else None

    return verdict
