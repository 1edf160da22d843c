"""What the diagnosis page shows of each skill and group, and what happens when somebody judges one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from fastmap.model.choices import SecondOpinion, SkillKind, Verdict
from fastmap.model.ids import SkillUri
from fastmap.model.skills import SecondSource, Skill, VerdictOverride, label_in
from fastmap.texts import sentence_case
from ui.pages.diagnosis_map import MOST_BUBBLES, Bubble
from ui.pages.diagnosis_words import DiagnosisWords
from ui.pages.page import StepFact, StepState

if TYPE_CHECKING:
    from fastmap.model.results import Results, SkillResult
    from fastmap.model.snapshot import Snapshot
    from fastmap.tasks.skill_words import SkillWords
    from fastmap.texts import Texts
    from ui.pages.diagnosis_looking import Looking
    from ui.session import Session, SessionState

UNKNOWN = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedRow:
    """One line of the ranking."""

    uri: SkillUri
    label: str
    kind: SkillKind | None
    rank: int | None
    interval: str
    """Where the rank would lie if others had answered, such as "1–5"; "" without a rank."""
    rank_range: tuple[int, int, int] | None
    """Best and worst rank of the interval, and how many are ranked: what the bar beside the rank shows."""
    priority: float | None
    priority_text: str
    firms: int
    people: int | None
    people_text: str
    verdict: Verdict
    verdict_words: str
    verdict_tone: str
    evidence: str
    coverage: str
    coverage_tone: str
    marks: str
    """What else the list says below the label: set by hand, strategic, not placed yet."""

    @property
    def rank_text(self) -> str:
        """The rank as a figure."""
        return "" if self.rank is None else str(self.rank)


def diagnosis_fact(results: Results | None) -> StepFact:
    """Return what the step list says of the diagnosis."""
    from fastmap.report.context import at_least_indicative
    from fastmap.tasks.top_skills import out_of_balance, ranked

    if results is None or not results.quality.answered:
        words = QCoreApplication.translate("DiagnosisPage", "Begins with the first answer")
        return StepFact(state=StepState.NOT_STARTED, sentence=words)
    first = ranked(results.skills)
    if not first:
        words = DiagnosisWords().named(len(results.skills))
        return StepFact(state=StepState.BEGUN, sentence=words, share_0_1=0.1)
    words = DiagnosisWords().ranked(len(first))
    return StepFact(
        state=StepState.COMPLETE,
        sentence=words.replace("{open}", str(out_of_balance(at_least_indicative(results.skills)))),
    )


def label_of(item: SkillResult, texts: Texts) -> str:
    """Return what people call a skill or group."""
    return label_in(item.labels, texts.language) or item.uri


def need_row(item: SkillResult, texts: Texts, *, ranked: int = 0) -> NeedRow:
    """Return the line of one skill or group among ``ranked`` that have a rank."""
    from fastmap.report.context import COVERAGE_TONES, VERDICT_TONES

    ranking, quantities, imbalance = item.ranking, item.quantities, item.imbalance
    interval = "" if ranking.rank_low is None else f"{ranking.rank_low}–{ranking.rank_high}"
    marks = []
    if imbalance.override_reason is not None:
        marks.append(QCoreApplication.translate("DiagnosisPage", "set by hand"))
    if item.strategic:
        marks.append(QCoreApplication.translate("DiagnosisPage", "strategic"))
    if item.provisional:
        marks.append(texts.term("skill_source.provisional"))
    return NeedRow(
        uri=item.uri,
        label=label_of(item, texts),
        kind=item.kind,
        rank=ranking.rank,
        interval=interval,
        rank_range=(
            None
            if ranking.rank_low is None or ranking.rank_high is None
            else (ranking.rank_low, ranking.rank_high, max(ranked, ranking.rank_high))
        ),
        priority=ranking.priority,
        priority_text="" if ranking.priority is None else texts.number(ranking.priority, decimals=0),
        firms=quantities.users,
        people=quantities.short_12m,
        people_text=UNKNOWN if quantities.short_12m is None else texts.number(quantities.short_12m),
        verdict=imbalance.verdict,
        verdict_words=sentence_case(texts.term(f"verdict.{imbalance.verdict}")),
        verdict_tone=VERDICT_TONES[imbalance.verdict],
        evidence=sentence_case(texts.term(f"evidence.{imbalance.evidence}")),
        coverage=sentence_case(texts.term(f"coverage_status.{item.coverage.status}")),
        coverage_tone=COVERAGE_TONES[item.coverage.status],
        marks=" · ".join(marks),
    )


def _filled(words: str, facts: Mapping[str, str]) -> str:
    """Return ``words`` with its places filled, each once: what a person typed is never taken for a place."""
    return re.sub(r"\{(\w+)\}", lambda place: facts[place[1]], words)


class DiagnosisPresenter:
    """Takes intentions of the page and makes one named change of each."""

    def __init__(self, session: Session, looking: Looking) -> None:
        """Work on whatever ``session`` has open, and show the members that ``looking`` looks at."""
        self._session = session
        self._looking = looking
        self._snapshot: Snapshot | None = None
        self._words: Mapping[SkillUri, tuple[SkillWords, ...]] = {}
        self._results: Results | None = None
        self._items: dict[SkillUri, SkillResult] = {}

    # --- what to show -------------------------------------------------------------------------------------------------

    def rows(self, results: Results, level: str, texts: Texts) -> tuple[NeedRow, ...]:
        """Return the lines of a level (``skills`` or ``groups``), ranked ones first."""
        items = results.groups if level == "groups" else results.skills
        ranked = sum(item.ranking.rank is not None for item in items)
        return tuple(need_row(item, texts, ranked=ranked) for item in items)

    def bubbles(self, results: Results, level: str, texts: Texts) -> tuple[Bubble, ...]:
        """Return the circles of the map, those of the ranking first."""
        from fastmap.analysis.quadrants import is_on_map, map_place

        items = results.groups if level == "groups" else results.skills
        drawn = [item for item in items if is_on_map(item)][:MOST_BUBBLES]
        bubbles = []
        for item in drawn:
            place, row = map_place(item), need_row(item, texts)
            words = QCoreApplication.translate(
                "DiagnosisPage", "{label}: {verdict}, {evidence}; firms: {firms}; people in 12 months: {people}"
            )
            facts = {
                "label": f"\u2068{row.label}\u2069",
                "verdict": row.verdict_words,
                "evidence": row.evidence,
                "firms": str(row.firms),
                "people": row.people_text,
            }
            bubbles.append(
                Bubble(
                    uri=item.uri,
                    label=row.label,
                    sentence=_filled(words, facts),
                    demand=place.demand,
                    supply=place.supply,
                    people=place.people,
                    evidence=item.imbalance.evidence,
                    tone=row.verdict_tone,
                )
            )
        return tuple(bubbles)

    def warnings(self, results: Results) -> list[str]:
        """Return how far the answers carry, in words; first that the cluster changed the weights."""
        from fastmap.analysis.weights import changed_weights

        state = self.state
        # Of members looked at of whom nobody answered, the band says all there is to say.
        heard = results.quality.warnings if results.quality.answered else ()
        sentences = [state.texts.say(warning) for warning in heard]
        changed = changed_weights(state.snapshot, state.catalogue.rules)
        return [state.texts.say(changed), *sentences] if changed else sentences

    def nothing_words(self, *, is_asking: bool) -> str:
        """Return why the ranking is empty; ``is_asking``: kind, verdict or words leave rows out."""
        results, is_look = self.results, self._looking.is_filtered
        if is_look and results is not None and not results.quality.answered:
            return QCoreApplication.translate(
                "DiagnosisPage",
                "None of the members looked at has answered, so there is nothing to rank. Look at others.",
            )
        if is_asking:
            return QCoreApplication.translate("DiagnosisPage", "Nothing in the ranking passes this filter.")
        if is_look:
            return QCoreApplication.translate(
                "DiagnosisPage",
                "Nothing was named by enough of the firms looked at to be ranked. Three firms make a rank: look at more "
                "members.",
            )
        return QCoreApplication.translate(
            "DiagnosisPage", "Nothing was named by enough firms to be ranked yet. Three firms make a rank."
        )

    def item(self, uri: SkillUri) -> SkillResult | None:
        """Return what was worked out about a skill or group, or ``None``."""
        results = self.results
        if results is not self._results:
            self._results = results
            known = () if results is None else (*results.groups, *results.skills)
            self._items = {item.uri: item for item in known}
        return self._items.get(uri)

    def words(self, item: SkillResult) -> tuple[SkillWords, ...]:
        """Return what firms wrote about ``item``."""
        from fastmap.tasks.skill_words import words_about, words_by_skill

        results = self.results
        snapshot = self._session.state.snapshot if results is None else results.snapshot
        if snapshot is not self._snapshot:
            self._snapshot, self._words = snapshot, words_by_skill(snapshot)
        return words_about(item, self._words)

    @property
    def results(self) -> Results | None:
        """What is shown: the results of everybody, or of the members looked at."""
        return self._looking.results

    # --- what people do -----------------------------------------------------------------------------------------------

    def set_verdict(self, uri: SkillUri, verdict: Verdict, reason: str) -> bool:
        """Let a person's verdict hold instead of the computed one; says whether it went well."""
        from fastmap.changes import OverrideVerdict

        override = VerdictOverride(skill=uri, verdict=verdict, reason=reason.strip())
        return self._session.apply(OverrideVerdict(override=override)) is not None

    def clear_verdict(self, uri: SkillUri) -> bool:
        """Let the computed verdict hold again; says whether it went well."""
        from fastmap.changes import ClearOverride

        return self._session.apply(ClearOverride(skill=uri)) is not None

    def note_source(self, uri: SkillUri, source: str, opinion: SecondOpinion) -> bool:
        """Note a second source; says whether it went well. A blank one is none."""
        from fastmap.changes import NoteSecondSource
        from fastmap.intake.numbering import next_ids

        words = " ".join(source.split())
        if not words:
            return False
        taken = [known.id for known in self._session.state.snapshot.second_sources]
        noted = SecondSource(id=next(next_ids("Q", taken)), skill=uri, source=words, opinion=opinion)
        return self._session.apply(NoteSecondSource(source=noted)) is not None

    def remove_source(self, source: str) -> bool:
        """Remove a second source by its id; says whether it went well."""
        from fastmap.changes import RemoveSecondSource

        return self._session.apply(RemoveSecondSource(source=source)) is not None

    def mark_strategic(self, uri: SkillUri, strategic: bool, reason: str) -> bool:  # noqa: FBT001 - a setter
        """Mark a skill as strategic with a reason, or take the mark away; says whether anything was changed."""
        from fastmap.changes import MarkStrategic

        skill = self.skill(uri)
        words = " ".join(reason.split()) or None
        if skill is None or (skill.strategic, skill.strategic_reason) == (strategic, words if strategic else None):
            return False
        return self._session.apply(MarkStrategic(skill=skill, strategic=strategic, reason=words)) is not None

    def set_weights(self, points: Mapping[str, float]) -> bool:
        """Weigh the parts of the priority by their share of ``points``; says whether anything was changed."""
        from fastmap.changes import SetPriorityWeights
        from fastmap.model.weights import PriorityWeights

        weights = PriorityWeights.normalised(points)
        return bool(self._session.apply(SetPriorityWeights(weights=weights)))

    def reset_weights(self) -> bool:
        """Let the weights of the catalogue hold again; says whether anything was changed."""
        from fastmap.changes import ResetPriorityWeights

        return bool(self._session.apply(ResetPriorityWeights()))

    def skill(self, uri: SkillUri) -> Skill | None:
        """Return a skill of the file; ``None`` for groups and for texts that nobody has placed."""
        return next((skill for skill in self._session.state.snapshot.skills if skill.uri == uri), None)

    def sources(self, uri: SkillUri) -> tuple[SecondSource, ...]:
        """Return the second sources noted for a skill or group."""
        return tuple(source for source in self._session.state.snapshot.second_sources if source.skill == uri)

    @property
    def state(self) -> SessionState:
        """What is open."""
        return self._session.state
