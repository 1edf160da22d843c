"""What the comparison with the last round shows, as rows with words in the language of the screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from fastmap.model.choices import Verdict
from fastmap.model.comparison import Comparison, NeedChange, PeopleShort, Place, SkillStory
from fastmap.model.ids import LanguageCode, MemberCode, SkillUri
from fastmap.model.messages import Share
from fastmap.model.skills import label_in
from fastmap.texts import Texts, sentence_case


@dataclass(frozen=True, slots=True, kw_only=True)
class SinceNeed:
    """One skill over the same firms."""

    uri: str
    label: str
    counts: Mapping[NeedChange, int]
    people: str
    """In 12 months, then and now."""
    firms: tuple[tuple[str, tuple[str, ...]], ...]
    """What became of the need → the firms."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SinceVerdict:
    """One skill or group whose verdict differs."""

    uri: str
    label: str
    before: str
    before_tone: str
    before_evidence: str
    before_firms: str
    now: str
    now_tone: str
    now_evidence: str
    now_firms: str
    doubt: str
    """"Yes" where one firm more or less could undo the change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SinceRank:
    """One skill or group ranked then or now."""

    uri: str
    label: str
    before: int | None
    before_words: str
    now: int | None
    now_words: str
    move: str
    move_tone: str | None
    places: int | None
    is_group: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SinceAction:
    """One action then and now."""

    id: str
    title: str
    change: str
    change_tone: str
    before: str
    now: str
    end: str
    late: str
    """"Yes", or nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SinceMember:
    """One member that is in one of the rounds only."""

    code: str
    name: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SinceRows:
    """Everything that is shown of one comparison."""

    opening: str
    rates: str
    flags: tuple[str, ...]
    totals: Mapping[NeedChange, int] = field(default_factory=dict)
    needs: tuple[SinceNeed, ...] = ()
    verdicts: tuple[SinceVerdict, ...] = ()
    ranks: tuple[SinceRank, ...] = ()
    actions: tuple[SinceAction, ...] = ()
    members: tuple[SinceMember, ...] = ()
    moves: tuple[str, ...] = ()


def since_rows(found: Comparison, names: Mapping[MemberCode, str], texts: Texts) -> SinceRows:
    """Return the rows of ``found``; ``names``: the members' names by code."""
    return _Writing(found, names, texts).rows()


class _Writing:
    def __init__(self, found: Comparison, names: Mapping[MemberCode, str], texts: Texts) -> None:
        self._found = found
        self._texts = texts
        self._firms: dict[SkillUri, dict[NeedChange, list[str]]] = {}
        for story in found.stories:
            told = self._firms.setdefault(story.skill, {})
            told.setdefault(story.change, []).append(names.get(story.member, story.member))

    def rows(self) -> SinceRows:
        found, texts = self._found, self._texts
        facts = {"before": found.before.label, "now": found.now.label}
        return SinceRows(
            opening=texts.get("report.rounds.opening", count=found.same, **facts),
            rates=texts.get("report.rounds.rates", before=self._rate(before=True), now=self._rate(before=False)),
            flags=tuple(texts.say(flag) for flag in found.flags),
            totals={change: count or 0 for change, count in found.totals.items()},
            needs=tuple(map(self._need, found.skills)),
            verdicts=tuple(self._verdicts()),
            ranks=tuple(self._ranks()),
            actions=tuple(self._actions()),
            members=tuple(self._members()),
            moves=tuple(self._moves()),
        )

    def _rate(self, *, before: bool) -> str:
        facts = self._found.before if before else self._found.now
        if facts.response_rate is None:
            return self._texts.get("report.rounds.rate_unknown", round=facts.label)
        return self._texts.get("report.rounds.rate", round=facts.label, rate=Share(facts.response_rate))

    def _label(self, labels: Mapping[LanguageCode, str], uri: SkillUri) -> str:
        return sentence_case(label_in(labels, self._texts.language) or uri)

    def _need(self, story: SkillStory) -> SinceNeed:
        firms = self._firms.get(story.uri, {})
        return SinceNeed(
            uri=story.uri,
            label=self._label(story.labels, story.uri),
            counts={change: count or 0 for change, count in story.changes.items()},
            people=self._people(story.short_12m),
            firms=tuple(
                (sentence_case(self._texts.term(f"need_change.{change}")), tuple(sorted(firms[change])))
                for change in NeedChange
                if change in firms
            ),
        )

    def _people(self, people: PeopleShort) -> str:
        """Return people short then and now, and over how many firms: only those that told how many."""
        arrow = self._arrow(people.before, people.now)
        return f"{arrow} ({self._texts.get('cli.firms', count=people.firms)})" if people.firms else arrow

    def _arrow(self, before: int | None, now: int | None) -> str:
        return f"{self._texts.fact(before)} → {self._texts.fact(now)}"

    def _verdicts(self) -> Iterator[SinceVerdict]:
        from fastmap.report.context import VERDICT_TONES

        for change in self._found.verdicts:
            before, now = change.before, change.now
            yield SinceVerdict(
                uri=change.uri,
                label=self._label(change.labels, change.uri),
                before=self._verdict(before.verdict),
                before_tone=VERDICT_TONES[before.verdict],
                before_evidence=self._evidence(before.evidence, before.users),
                before_firms=self._texts.get("cli.firms", count=before.users),
                now=self._verdict(now.verdict),
                now_tone=VERDICT_TONES[now.verdict],
                now_evidence=self._evidence(now.evidence, now.users),
                now_firms=self._texts.get("cli.firms", count=now.users),
                doubt=self._yes(change.is_doubtful),
            )

    def _yes(self, answer: bool) -> str:  # noqa: FBT001 - the answer is what is said
        return sentence_case(self._texts.fact(answer)) if answer else ""

    def _verdict(self, verdict: Verdict) -> str:
        return sentence_case(self._texts.term(f"verdict.{verdict}"))

    def _evidence(self, evidence: str, users: int | None) -> str:
        return f"{sentence_case(self._texts.term(f'evidence.{evidence}'))} · {self._texts.fact(users)}"

    def _ranks(self) -> Iterator[SinceRank]:
        from fastmap.report.sections.since_last_round import move_key

        for move in self._found.ranks:
            key = move_key(move)
            yield SinceRank(
                uri=move.uri,
                label=self._label(move.labels, move.uri),
                before=move.before.rank,
                before_words=self._place(move.before),
                now=move.now.rank,
                now_words=self._place(move.now),
                move=self._texts.get(f"report.rounds.move.{key}", count=abs(move.places or 0)),
                move_tone={"up": "warn", "down": "good"}.get(key),
                places=move.places,
                is_group=move.is_group,
            )

    def _place(self, place: Place) -> str:
        if place.rank is None:
            return ""
        if place.low is None or place.high is None:
            return str(place.rank)
        interval = self._texts.get("report.rounds.interval", low=place.low, high=place.high)
        return f"{place.rank} ({interval})"

    def _actions(self) -> Iterator[SinceAction]:
        from fastmap.report.sections.since_last_round import ACTION_TONES

        for story in self._found.actions:
            yield SinceAction(
                id=f"{story.id}/{story.change}",
                title=story.title,
                change=sentence_case(self._texts.term(f"action_change.{story.change}")),
                change_tone=ACTION_TONES[story.change],
                before=self._texts.term(f"action_status.{story.before}") if story.before else "",
                now=self._texts.term(f"action_status.{story.now}") if story.now else "",
                end="" if story.end is None else self._texts.date(story.end),
                late=self._yes(story.is_late),
            )

    def _members(self) -> Iterator[SinceMember]:
        turnover = self._found.turnover
        for key in ("came", "went", "answered_before", "answered_now"):
            what = sentence_case(self._texts.term(f"report.rounds.turnover.{key}"))
            for code, name in getattr(turnover, key).names:
                yield SinceMember(code=code, name=name, what=what)

    def _moves(self) -> Iterator[str]:
        for move in self._found.moves:
            before, into = (label_in(labels, self._texts.language) or "–" for labels in (move.labels, move.into))
            yield self._texts.get(
                "report.rounds.merged" if move.merged else "report.rounds.renamed", before=before, into=into
            )
