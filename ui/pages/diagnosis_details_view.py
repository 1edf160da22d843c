"""Everything the diagnosis page says about one skill, as words: verdict, votes, figures, firmness, sources, firms."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from fastmap.model.choices import Verdict
from fastmap.model.ids import SkillUri
from fastmap.texts import sentence_case
from ui.pages.diagnosis_presenter import UNKNOWN, DiagnosisPresenter, label_of, need_row
from ui.pages.diagnosis_words import DiagnosisWords

if TYPE_CHECKING:
    from fastmap.model.results import Imbalance, Quantities, SkillResult
    from fastmap.model.snapshot import Snapshot
    from fastmap.tasks.skill_words import SkillWords
    from fastmap.texts import Texts

_NAMES_SHOWN = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A labelled bar with its number."""

    label: str
    value_0_1: float | None
    """``None``: not known, no bar."""
    number: str
    tone: str = "primary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A label and what is known."""

    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """One second source."""

    id: str
    words: str
    opinion: str
    tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FirmLine:
    """A firm and what it wrote."""

    name: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """The detail panel of one skill or group."""

    uri: SkillUri
    title: str
    badges: tuple[tuple[str, str, str], ...]
    """Words, tone, and longer words for tooltip and screen readers."""
    meaning: str
    rule: str
    votes: tuple[Bar, ...]
    votes_note: str
    strip: tuple[Fact, ...]
    """The few figures that matter most: what is counted, and the number."""
    figures: tuple[Fact, ...]
    parts: tuple[Bar, ...]
    is_firm: bool
    firmness: tuple[str, ...]
    flipping: str
    """Whose single answers decide, by name; "" if nobody's."""
    settle: tuple[str, ...]
    sources: tuple[SourceLine, ...]
    can_mark: bool
    """Skills of the file can be marked as strategic; groups and unplaced texts cannot."""
    strategic: bool
    strategic_reason: str
    computed: Verdict
    override: Verdict | None
    override_reason: str
    firms: tuple[FirmLine, ...]
    is_group: bool


def details_of(item: SkillResult, presenter: DiagnosisPresenter) -> Details:
    """Return what the panel shows of ``item``."""
    state = presenter.state
    texts, snapshot = state.texts, state.snapshot
    row, imbalance = need_row(item, texts), item.imbalance
    skill = presenter.skill(item.uri)
    override = next((one for one in snapshot.overrides if one.skill == item.uri), None)
    badges = [
        (row.verdict_words, row.verdict_tone, ""),
        (row.evidence, "neutral", ""),
        (
            row.coverage,
            row.coverage_tone,
            QCoreApplication.translate("DiagnosisPage", "Offers: {words}").replace("{words}", row.coverage),
        ),
    ]
    if imbalance.override_reason is not None:
        badges.insert(1, (QCoreApplication.translate("DiagnosisPage", "Set by hand"), "neutral", ""))
    if item.strategic:
        badges.append((QCoreApplication.translate("DiagnosisPage", "Strategic"), "primary", ""))
    return Details(
        uri=item.uri,
        title=label_of(item, texts),
        badges=tuple(badges),
        meaning=texts.term(f"verdict_meaning.{imbalance.verdict}"),
        rule=_why(imbalance, texts),
        votes=_votes(imbalance),
        votes_note=_from_offers(imbalance),
        strip=_strip(item, texts),
        figures=tuple(_figures(item, texts)),
        parts=tuple(_parts(item, texts)),
        is_firm=not imbalance.sensitive,
        firmness=tuple(_firmness(item, texts)),
        flipping=_flipping(item, snapshot, texts),
        settle=tuple(texts.say(sentence) for sentence in imbalance.settle),
        sources=tuple(
            SourceLine(
                id=source.id,
                words=source.source,
                opinion=sentence_case(texts.term(f"second_opinion.{source.opinion}")),
                tone="good" if source.opinion == "confirms" else "bad",
            )
            for source in presenter.sources(item.uri)
        ),
        can_mark=skill is not None,
        # What a person has just said stands in the snapshot; the results follow a moment later.
        strategic=skill.strategic if skill is not None else item.strategic,
        strategic_reason=(skill.strategic_reason or "") if skill is not None else "",
        computed=imbalance.computed,
        override=None if override is None else override.verdict,
        override_reason="" if override is None else override.reason,
        firms=tuple(_firm(said, texts) for said in presenter.words(item)),
        is_group=item.is_group,
    )


def _why(imbalance: Imbalance, texts: Texts) -> str:
    """Return the rule that fired; where a person decided otherwise, first what was decided and why."""
    rule = texts.term(imbalance.rule)
    if imbalance.override_reason is None:
        return rule
    words = QCoreApplication.translate(
        "DiagnosisPage", "Set by hand, because: “{reason}” – the answers themselves say {verdict}. {rule}"
    )
    facts = {"{verdict}": texts.term(f"verdict.{imbalance.computed}"), "{rule}": rule}
    for gap, fact in (*facts.items(), ("{reason}", imbalance.override_reason)):  # typed words last: they hold no gaps
        words = words.replace(gap, fact)
    return words


def _votes(imbalance: Imbalance) -> tuple[Bar, ...]:
    votes = imbalance.votes
    most = max(votes.S, votes.M, votes.U, 1)
    labels = (
        (QCoreApplication.translate("DiagnosisPage", "Too few people or courses"), votes.S, "warn"),
        (QCoreApplication.translate("DiagnosisPage", "Content does not fit"), votes.M, "lt"),
        (QCoreApplication.translate("DiagnosisPage", "Suitable, not used"), votes.U, "regional"),
    )
    return tuple(
        Bar(label=label, value_0_1=count / most, number=str(count), tone=tone) for label, count, tone in labels
    )


def _from_offers(imbalance: Imbalance) -> str:
    votes = imbalance.votes
    count = votes.S_offers + votes.M_offers + votes.U_offers
    return DiagnosisWords().from_offers(count) if count else ""


def _figures(item: SkillResult, texts: Texts) -> Iterator[Fact]:
    quantities, figures = item.quantities, item.imbalance.figures
    reach = "" if quantities.reach is None else texts.percent(quantities.reach)
    firms = QCoreApplication.translate("DiagnosisPage", "{n} ({share} of those that answered)")
    yield Fact(
        label=QCoreApplication.translate("DiagnosisPage", "Firms that need it"),
        value=firms.replace("{n}", str(quantities.users)).replace("{share}", reach) if reach else str(quantities.users),
    )
    yield from _people(quantities, texts)
    share, known = figures.get("short_share"), figures.get("short_known")
    if share is not None and known:
        words = DiagnosisWords().gave_figure(int(known))
        yield Fact(
            label=QCoreApplication.translate("DiagnosisPage", "Firms short of people"),
            value=words.replace("{share}", texts.percent(share)),
        )
    tried, hard = figures.get("tried"), figures.get("hard_share")
    label = QCoreApplication.translate("DiagnosisPage", "Hiring")
    if tried and hard is not None:
        words = DiagnosisWords().tried(int(tried))
        yield Fact(label=label, value=words.replace("{share}", texts.percent(hard)))
    else:
        yield Fact(label=label, value=QCoreApplication.translate("DiagnosisPage", "nobody tried"))
    yield Fact(label=QCoreApplication.translate("DiagnosisPage", "Places on offer a year"), value=_places(item, texts))
    if quantities.joint_people is not None:
        yield Fact(
            label=QCoreApplication.translate("DiagnosisPage", "Released for joint training"),
            value=DiagnosisWords().persons(quantities.joint_people),
        )
    if unused := figures.get("unused"):
        yield Fact(
            label=QCoreApplication.translate("DiagnosisPage", "Goes unused at"),
            value=DiagnosisWords().members(int(unused)),
        )


def _people(quantities: Quantities, texts: Texts) -> Iterator[Fact]:
    unknown = quantities.unknown
    for label, people, blank in (
        (QCoreApplication.translate("DiagnosisPage", "People short today"), quantities.short_now, unknown.short_now),
        (QCoreApplication.translate("DiagnosisPage", "… in 12 months"), quantities.short_12m, unknown.short_12m),
        (QCoreApplication.translate("DiagnosisPage", "… in three years"), quantities.short_36m, unknown.short_36m),
    ):
        value = QCoreApplication.translate("DiagnosisPage", "not known") if people is None else texts.number(people)
        if people is not None and blank:
            words = DiagnosisWords().no_figure(blank)
            value = words.replace("{people}", value)
        yield Fact(label=label, value=value)


def _places(item: SkillResult, texts: Texts) -> str:
    figures, coverage = item.imbalance.figures, item.coverage
    offers = int(figures.get("offers") or 0)
    if not offers:
        return QCoreApplication.translate("DiagnosisPage", "no offer recorded")
    if coverage.places_unknown and not coverage.places_known:
        return DiagnosisWords().places_unknown(offers)
    words = DiagnosisWords().places_in(offers)
    words = words.replace("{places}", texts.number(coverage.places_known))
    if coverage.places_unknown:
        more = DiagnosisWords().places_missing(coverage.places_unknown)
        words = f"{words}; {more}"
    if misfits := int(figures.get("offers_not_fitting") or 0):
        more = DiagnosisWords().misfits(misfits)
        words = f"{words}; {more}"
    return words


def _parts(item: SkillResult, texts: Texts) -> Iterator[Bar]:
    for part in item.ranking.parts:
        label = sentence_case(texts.term(f"report.part.{part.key}"))
        if part.value is None:
            yield Bar(label=label, value_0_1=None, number=QCoreApplication.translate("DiagnosisPage", "not known"))
            continue
        words = QCoreApplication.translate("DiagnosisPage", "{value} × weight {weight}")
        value, weight = texts.number(part.value, decimals=2), texts.percent(part.weight)
        yield Bar(label=label, value_0_1=part.value, number=words.replace("{value}", value).replace("{weight}", weight))


def _firmness(item: SkillResult, texts: Texts) -> Iterator[str]:
    imbalance, ranking = item.imbalance, item.ranking
    if imbalance.sensitive:
        yield DiagnosisWords().hangs_on(len(imbalance.flipping_members))
    elif imbalance.override_reason is not None:
        yield QCoreApplication.translate(
            "DiagnosisPage", "No single answer, left out, would change what the answers say."
        )
    elif imbalance.computed is not Verdict.NOT_ENOUGH_EVIDENCE and item.quantities.users:
        yield QCoreApplication.translate("DiagnosisPage", "Firm: no single answer, left out, would change the verdict.")
    if ranking.rank_low is not None and ranking.rank_high is not None:
        words = QCoreApplication.translate(
            "DiagnosisPage",
            "Had other members answered, its rank would lie between {low} and {high}, nine times in ten.",
        )
        yield words.replace("{low}", str(ranking.rank_low)).replace("{high}", str(ranking.rank_high))
    for note in imbalance.notes:
        yield texts.say(note)


def _flipping(item: SkillResult, snapshot: Snapshot, texts: Texts) -> str:
    names = {member.code: member.name for member in snapshot.members}
    who = [f"\u2068{names.get(code, code)}\u2069" for code in item.imbalance.flipping_members]
    if len(who) > _NAMES_SHOWN:
        who = [*who[:_NAMES_SHOWN], DiagnosisWords().more(len(who) - _NAMES_SHOWN)]
    return texts.listing(who) if who else ""


def _strip(item: SkillResult, texts: Texts) -> tuple[Fact, ...]:
    quantities, coverage = item.quantities, item.coverage
    offers = int(item.imbalance.figures.get("offers") or 0)
    is_known = offers and (coverage.places_known or not coverage.places_unknown)
    places = coverage.places_known if is_known else None
    words = DiagnosisWords()
    return (
        Fact(label=words.firms_need_it(quantities.users), value=str(quantities.users)),
        _counted(words.short_today, quantities.short_now, texts),
        _counted(words.short_in_a_year, quantities.short_12m, texts),
        _counted(words.places_a_year, places, texts),
    )


def _counted(words: Callable[[int], str], count: int | None, texts: Texts) -> Fact:
    return Fact(label=words(2 if count is None else count), value=UNKNOWN if count is None else texts.number(count))


def _firm(said: SkillWords, texts: Texts) -> FirmLine:
    words = [f"“\u2068{said.text}\u2069”"]
    need = said.need
    if need is None:
        words.append(QCoreApplication.translate("DiagnosisPage", "goes unused"))
    else:
        if need.short_now is not None:
            text = QCoreApplication.translate("DiagnosisPage", "{n} short today")
            words.append(text.replace("{n}", texts.number(need.short_now)))
        if need.short_12m is not None:
            text = QCoreApplication.translate("DiagnosisPage", "{n} in 12 months")
            words.append(text.replace("{n}", texts.number(need.short_12m)))
        if need.consequence is not None:
            words.append(texts.term(f"consequence.{need.consequence}"))
    return FirmLine(name=said.name, words=" · ".join(words))
