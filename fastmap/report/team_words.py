"""Words for the team self-assessment, shared by the report and the window."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fastmap.catalogue.team import Band, TeamDefinition
from fastmap.model.choices import TeamAnswer
from fastmap.model.messages import Share
from fastmap.model.team import TeamQuestionnaire
from fastmap.model.team_results import DigComp, TeamBlockResult, TeamResult, TrainingPriority
from fastmap.texts import Texts

FIRST_CHOICES = 3
"""As many items of a block as a stakeholder is asked for."""


def block_words(texts: Texts, block: str) -> str:
    """Return what a block of items is called."""
    return texts.get(f"team_form.block.{block}")


def item_words(texts: Texts, item: str) -> str:
    """Return an item as the questionnaires ask for it."""
    return texts.get(f"team_form.label.{item}")


def band_words(texts: Texts, band: Band) -> str:
    """Return a published result as a sentence that shows it as a bound or a range, with who was asked and how many."""
    items = "; ".join(item_words(texts, item) for item in band.items)
    return texts.get("team_result.band", count=band.count, items=items, **_share_and_who(texts, band))


def _share_and_who(texts: Texts, band: Band) -> dict[str, str]:
    high = None if band.high is None else Share(band.high)
    return {
        "share": texts.get(f"team_result.{band.relation}", low=Share(band.low), high=high),
        "who": texts.get(f"team_result.who.{band.audience}_{band.measure}"),
    }


def short_band_words(texts: Texts, band: Band, here: float | None) -> str:
    """Return a published result without its items, and the team's own share on the same items, if there is one."""
    words = texts.get("team_result.band_short", count=len(band.items), asked=band.count, **_share_and_who(texts, band))
    return words if here is None else f"{words}; {texts.get('team_result.band_here', share=Share(here))}"


def choice_words(texts: Texts, block: TeamBlockResult) -> str:
    """Return the items of a block that most stakeholders chose, in order; empty without any."""
    ranked = sorted(
        (item for item in block.items if item.rank is not None and item.rank <= FIRST_CHOICES),
        key=lambda item: item.rank or 0,
    )
    return "; ".join(
        texts.get("team_result.choice", rank=item.rank, item=item_words(texts, item.key)) for item in ranked
    )


def priority_words(texts: Texts, team: TeamResult, priority: TrainingPriority) -> str:
    """Return the answers that put an item where it stands."""
    block = next(one for one in team.blocks if one.key == priority.block)
    item = next(one for one in block.items if one.key == priority.item)
    parts = [
        texts.get(
            "team_result.why_team",
            lacks=item.counts[TeamAnswer.LACKS],
            partly=item.counts[TeamAnswer.PARTLY],
            relevant=item.relevant,
        )
        if item.relevant
        else texts.get("team_result.why_nobody")
    ]
    if item.picks is not None:
        parts.append(texts.get("team_result.why_stakeholders", picks=item.picks, count=block.stakeholders))
    return "; ".join(parts)


def level_words(texts: Texts, level: int | None) -> str:
    """Return a level of digital competence, or that it is not recorded."""
    if level is None:
        return texts.get("team_result.not_recorded")
    return texts.get("team_result.level", level=level) if level else texts.get("team_result.bought_nothing")


def verdict_words(texts: Texts, digcomp: DigComp | None) -> str:
    """Return whether the digital minimum is met."""
    met = None if digcomp is None else digcomp.met
    return texts.get(f"team_result.digcomp.{'unknown' if met is None else 'met' if met else 'not_met'}")


def digcomp_lines(texts: Texts, digcomp: DigComp) -> tuple[str, str]:
    """Return the two conditions of the digital minimum with what is recorded."""
    manager = texts.get(
        "team_result.digcomp.manager", level=level_words(texts, digcomp.manager), low=digcomp.manager_min
    )
    staff = texts.get(
        "team_result.digcomp.ict" if digcomp.is_ict else "team_result.digcomp.staff",
        level=level_words(texts, digcomp.best_in_team),
        bought=level_words(texts, digcomp.bought_in),
        low=digcomp.staff_min,
    )
    return manager, staff


def flag_lines(texts: Texts, team: TeamResult, definition: TeamDefinition) -> tuple[str, ...]:
    """Return what has to be known about the answers: half filled, answered twice, chosen otherwise, waiting."""
    return tuple(_flags(texts, team, definition))


def remark_lines(texts: Texts, questionnaires: Iterable[TeamQuestionnaire]) -> tuple[str, ...]:
    """Return what people wrote in their own words, each with the code it came with."""
    lines = []
    for one in questionnaires:
        if one.other_language:
            lines.append(
                texts.get("team_result.other_language", respondent=one.respondent, language=one.other_language)
            )
        if one.remarks:
            lines.append(texts.get("team_result.remark", respondent=one.respondent, remark=one.remarks))
    return tuple(lines)


def _flags(texts: Texts, team: TeamResult, definition: TeamDefinition) -> Iterator[str]:
    for half in team.half_filled:
        yield texts.get("team_result.flag_half", respondent=half.respondent, answered=half.answered, items=half.items)
    for respondent, items in team.twice:
        yield texts.get("team_result.flag_twice", respondent=respondent, items=_items(texts, items))
    blocks = {block.key: block for block in definition.blocks}
    for one in team.chosen_otherwise:
        block = blocks[one.block]
        is_exact = block.picks_low == block.picks_high
        yield texts.get(
            "team_result.flag_choice_one" if is_exact else "team_result.flag_choice",
            respondent=one.respondent,
            count=one.picks,
            block=block_words(texts, one.block),
            low=block.picks_low,
            high=block.picks_high,
        )
    if team.waiting:
        yield texts.get("team_result.waiting", count=team.waiting)


def _items(texts: Texts, items: Iterable[str]) -> str:
    return "; ".join(item_words(texts, item) for item in items)
