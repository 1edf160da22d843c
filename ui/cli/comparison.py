"""What is different since the last round, on a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from fastmap.model.choices import Verdict
from fastmap.model.comparison import Comparison, RankMove, VerdictChange
from fastmap.model.ids import LanguageCode
from fastmap.model.skills import label_in
from fastmap.report.sections.since_last_round import move_key
from fastmap.texts import Texts

TOP = 8
"""Lines of verdicts, and of ranks."""


def comparison_lines(found: Comparison, texts: Texts) -> Iterator[str]:
    """Yield one screen: needs of the same firms, verdicts, ranks, actions, members."""
    yield texts.get("cli.rounds.head", before=found.before.label)
    for flag in found.flags:
        yield f"  ! {texts.say(flag)}"
    yield f"  {texts.get('cli.rounds.same', count=found.same)}"
    totals = ((texts.term(f"need_change.{change}"), count) for change, count in found.totals.items())
    if found.same:
        yield f"  {texts.get('cli.rounds.totals', parts=_parts(totals, texts))}"
    for change in [change for change in found.verdicts if _tells(change)][:TOP]:
        yield f"  {_verdict(change, texts)}"
    for move in [move for move in found.ranks if move.places and not move.is_group][:TOP]:
        yield f"  {_rank(move, texts)}"
    counts = Counter(story.change for story in found.actions)
    if counts:
        parts = _parts(((texts.term(f"action_change.{change}"), count) for change, count in counts.items()), texts)
        yield f"  {texts.get('cli.rounds.actions', parts=parts)}"
    late = sum(story.is_late for story in found.actions)
    if late:
        yield f"  {texts.get('cli.rounds.late', count=late)}"
    turnover = found.turnover
    words = texts.get(
        "cli.rounds.members",
        came=turnover.came.count,
        went=turnover.went.count,
        before=turnover.answered_before.count,
        now=turnover.answered_now.count,
    )
    yield f"  {words}"


def _tells(change: VerdictChange) -> bool:
    """Say whether a verdict gave way to another, and not only to "not enough evidence" or from it."""
    return not change.is_group and Verdict.NOT_ENOUGH_EVIDENCE not in (change.before.verdict, change.now.verdict)


def _verdict(change: VerdictChange, texts: Texts) -> str:
    line = texts.get(
        "cli.rounds.verdict",
        skill=_label(change.labels, change.uri, texts),
        before=texts.term(f"verdict.{change.before.verdict}"),
        before_evidence=texts.term(f"evidence.{change.before.evidence}"),
        now=texts.term(f"verdict.{change.now.verdict}"),
        now_evidence=texts.term(f"evidence.{change.now.evidence}"),
    )
    return f"{line}; {texts.term('cli.rounds.doubtful')}" if change.is_doubtful else line


def _rank(move: RankMove, texts: Texts) -> str:
    return texts.get(
        "cli.rounds.rank",
        skill=_label(move.labels, move.uri, texts),
        before=move.before.rank,
        now=move.now.rank,
        move=texts.get(f"report.rounds.move.{move_key(move)}", count=abs(move.places or 0)),
    )


def _label(labels: Mapping[LanguageCode, str], uri: str, texts: Texts) -> str:
    return label_in(labels, texts.language) or uri


def _parts(counts: Iterable[tuple[str, int | None]], texts: Texts) -> str:
    return "; ".join(texts.get("cli.rounds.part", change=word, count=count) for word, count in counts)
