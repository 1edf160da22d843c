"""Keeping what a later round needs of an earlier one: the frozen summary, and taking it in from another file.

What is kept and what is not is decision 0240. The summary is worked out when it is taken, with the catalogue of that
day; a later catalogue does not change it, and the comparison says where the two differ.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from fastmap.analysis.answers import answer_dates
from fastmap.analysis.comparison import thresholds_of
from fastmap.analysis.consolidation import consolidate
from fastmap.analysis.member_needs import member_needs, need_texts
from fastmap.analysis.weights import with_weights_of
from fastmap.assessment import Assessment
from fastmap.catalogue.definitions import Catalogue
from fastmap.catalogue.reading import load_catalogue
from fastmap.changes.rounds import KeepEarlierRound
from fastmap.errors import FastmapError
from fastmap.model.earlier import EarlierRound, RoundAction, RoundMember, RoundNeed, RoundSkill
from fastmap.model.ids import MemberCode, SkillUri
from fastmap.model.meanings import meanings
from fastmap.model.results import Ranking, Results, SkillResult
from fastmap.model.snapshot import Snapshot
from fastmap.pipeline import run
from fastmap.report.privacy import anonymise
from fastmap.store.handles import identity_of
from fastmap.tasks.same_cluster import known_members, seems_other_cluster


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """An earlier round found in a file, and how well it fits the present one."""

    summary: EarlierRound
    known: int
    """Its members that are found on the present list."""

    @property
    def is_other_cluster(self) -> bool:
        """Whether it seems to be another cluster's: a person has to say that it may be compared all the same."""
        return self.summary.is_other_cluster

    @property
    def change(self) -> KeepEarlierRound:
        """What takes it into the present file."""
        return KeepEarlierRound(earlier=self.summary)


def summary_of(
    snapshot: Snapshot, *, file: str, carried_over: bool = False, catalogue: Catalogue | None = None
) -> EarlierRound:
    """Return what a later round keeps of the one in ``snapshot``; ``file`` is the name of its file.

    ``carried_over``: the later file is begun from this one, so that codes and ids mean the same in both.
    """
    catalogue = catalogue or load_catalogue()
    snapshot = replace(snapshot, earlier=None)  # a round is compared with the one before it, not with a chain
    results = run(snapshot, catalogue)
    answers, info = consolidate(snapshot), snapshot.info
    first, last = answer_dates(answers.responses)
    return EarlierRound(
        assessment=info.id,
        file=file,
        cluster=snapshot.cluster.name,
        country=snapshot.cluster.country,
        round_label=info.round_label,
        round_start=info.round_start,
        round_end=info.round_end,
        first_answer=first,
        last_answer=last,
        fictional=info.fictional,
        carried_over=carried_over,
        catalogue=results.catalogue.text,
        thresholds=thresholds_of(with_weights_of(snapshot, catalogue).rules),
        asked=results.quality.asked,
        answered=results.quality.answered,
        response_rate=results.quality.response_rate,
        members=_members(snapshot, catalogue),
        skills=_skills(results, anonymise(results, catalogue)),
        actions=tuple(
            RoundAction(
                id=action.id, title=action.title, status=action.status, reference=action.reference, end=action.end
            )
            for action in snapshot.actions
        ),
    )


def earlier_round_in(path: Path, now: Snapshot, *, open_files: frozenset[tuple[int, int]]) -> Earlier:
    """Return the round in the file ``path``, to be compared with ``now``; the file is only read.

    ``open_files``: those that the assessment of ``now`` holds open (`Assessment.open_files`). Raises `FastmapError`
    ``previous_is_this_file`` for one of them, ``earlier_is_this_round`` for a copy, or what opening a file raises.
    """
    if path.exists() and identity_of(path) in open_files:
        raise FastmapError("previous_is_this_file", file=path.name)
    with Assessment.look_into(path) as other:
        then = other.snapshot()
    if then.info.id == now.info.id:
        raise FastmapError("earlier_is_this_round", file=path.name)
    summary = replace(summary_of(then, file=path.name), is_other_cluster=seems_other_cluster(now, then))
    return Earlier(summary=summary, known=known_members(now, then))


def take_earlier_round(assessment: Assessment, path: Path, *, other_cluster: bool = False) -> Earlier:
    """Keep the round of another file to compare with.

    Raises `FastmapError` ``earlier_of_other_cluster`` where it seems to be another cluster's and nobody said with
    ``other_cluster`` that this is meant.
    """
    found = earlier_round_in(path, assessment.snapshot(), open_files=assessment.open_files)
    if found.is_other_cluster and not other_cluster:
        raise FastmapError(
            "earlier_of_other_cluster",
            file=path.name,
            cluster=found.summary.cluster,
            known=found.known,
            count=len(found.summary.members),
        )
    assessment.apply(found.change)
    return found


def _members(snapshot: Snapshot, catalogue: Catalogue) -> tuple[RoundMember, ...]:
    answers = consolidate(snapshot)
    texts = need_texts(answers, meanings(snapshot))
    needs: dict[MemberCode, list[RoundNeed]] = {}
    for (member, skill), said in sorted(member_needs(answers, catalogue.rules).items()):
        needs.setdefault(member, []).append(
            RoundNeed(
                skill=skill,
                texts=texts.get((member, skill), ()),
                short_now=said.short_now,
                short_12m=said.short_12m,
                consequence=said.consequence,
            )
        )
    answered = set(answers.answered)
    return tuple(
        RoundMember(
            code=member.code,
            name=member.name,
            answered=member.code in answered,
            needs=tuple(needs.get(member.code, ())),
        )
        for member in snapshot.members
    )


def _skills(results: Results, shown: Results) -> tuple[RoundSkill, ...]:
    open_ranks = {item.uri: item.ranking for item in (*shown.skills, *shown.groups)}
    items = sorted((*results.skills, *results.groups), key=lambda item: item.uri)
    return tuple(_skill(item, open_ranks) for item in items)


def _skill(item: SkillResult, open_ranks: dict[SkillUri, Ranking]) -> RoundSkill:
    imbalance, ranking = item.imbalance, item.ranking
    shown = open_ranks.get(item.uri, Ranking())
    return RoundSkill(
        uri=item.uri,
        labels=item.labels,
        is_group=item.is_group,
        users=item.quantities.users,
        verdict=imbalance.verdict,
        evidence=imbalance.evidence,
        votes_s=imbalance.votes.S,
        votes_m=imbalance.votes.M,
        votes_u=imbalance.votes.U,
        short_share=imbalance.figures.get("short_share"),
        hard_share=imbalance.figures.get("hard_share"),
        sensitive=imbalance.sensitive,
        overridden=imbalance.override_reason is not None,
        rank=ranking.rank,
        rank_low=ranking.rank_low,
        rank_high=ranking.rank_high,
        is_open=item.uri in open_ranks,
        open_rank=shown.rank,
        open_low=shown.rank_low,
        open_high=shown.rank_high,
    )
