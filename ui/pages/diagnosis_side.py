"""The right side of the page: the chosen skill, or one of three tools in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from fastmap.model.messages import Share
from fastmap.texts import sentence_case
from ui.pages.diagnosis_details import DiagnosisDetails
from ui.pages.diagnosis_details_view import Bar
from ui.pages.diagnosis_presenter import DiagnosisPresenter, label_of
from ui.pages.diagnosis_tools import PARTS, Answered, AnsweredTool, ThresholdsTool, WeightsTool
from ui.pages.diagnosis_words import DiagnosisWords

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fastmap.model.choices import Verdict
    from fastmap.model.ids import SkillUri
    from fastmap.model.results import Results, Stratum
    from ui.pages.diagnosis_looking import Looking
    from ui.session import SessionState

_NO_DIFFERENCE = 1e-6
TOOLS = ("answered", "weights", "thresholds")


class DiagnosisSide(QStackedWidget):
    """Shows the details of what is chosen, unless a tool was asked for."""

    tool_left = Signal()

    def __init__(self, presenter: DiagnosisPresenter, looking: Looking, *, parent: QWidget) -> None:
        """Begin with the details."""
        super().__init__(parent)
        self.setObjectName("diagnosisSide")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._presenter, self._looking = presenter, looking
        self._level = "skills"
        self._verdicts: dict[Verdict, str] = {}
        self.details = DiagnosisDetails(parent=self)
        self.answered = AnsweredTool(parent=self)
        self.weights = WeightsTool(parent=self)
        self.thresholds = ThresholdsTool(parent=self)
        self._nothing = QWidget(self)
        self._tools: dict[str, AnsweredTool | WeightsTool | ThresholdsTool] = {
            "answered": self.answered,
            "weights": self.weights,
            "thresholds": self.thresholds,
        }
        for widget in (self._nothing, self.details, *self._tools.values()):
            self.addWidget(widget)
        for tool in self._tools.values():
            tool.left.connect(self.tool_left)
        self.weights.tried.connect(self._try_weights)
        self.weights.set_wanted.connect(presenter.set_weights)
        self.weights.reset_wanted.connect(presenter.reset_weights)
        self.thresholds.tried.connect(self._try_thresholds)
        looking.discussion_ready.connect(self._try_thresholds)
        self.tool = ""
        self._has_details = False
        self._known_weights: object = None

    def retranslate(self) -> None:
        """Set every text that does not come with the state."""
        for part in (self.details, *self._tools.values()):
            part.retranslate()

    def show_tool(self, key: str) -> None:
        """Show a tool, or with "" the details again."""
        self.tool = key
        self._show()
        if key:
            self._fill_tool()
            self._tools[key].area.setFocus()

    def show_details_of(self, uri: SkillUri | None, *, can_edit: bool) -> None:
        """Fill the details with ``uri``, or show nothing."""
        from ui.pages.diagnosis_details_view import details_of

        item = self._presenter.item(uri) if uri else None
        self._has_details = item is not None
        if item is not None:
            self.details.show_details(details_of(item, self._presenter), can_edit=can_edit)
        self._show()

    def show_state(self, state: SessionState, level: str, verdicts: dict[Verdict, str]) -> None:
        """Follow other results, another level or another language."""
        self._level, self._verdicts = level, verdicts
        self.details.judgement.set_verdict_words(verdicts)
        part_words = {part: sentence_case(state.texts.term(f"report.part.{part}")) for part in PARTS}
        self.weights.set_part_words(part_words)
        weights = state.snapshot.weights
        if self._known_weights != (state.path, weights):
            # Points that somebody is trying stay until other weights hold.
            self._known_weights = (state.path, weights)
            usual = state.catalogue.rules.priority_weights
            held = dict(usual) if weights is None else weights.by_part()
            if _differ(self._tried(), held):  # else the points that came to these weights stay as they are
                self.weights.show_points({part: 100 * share for part, share in held.items()})
        self._fill_tool()

    def _show(self) -> None:
        shown = self._tools.get(self.tool) or (self.details if self._has_details else self._nothing)
        self.setCurrentWidget(shown)

    def _fill_tool(self) -> None:
        results = self._presenter.results
        if results is None:
            return
        match self.tool:
            case "answered":
                self.answered.show_answered(self._answered(results))
            case "weights":
                self._try_weights(self.weights.tried_points)
            case "thresholds":
                self._looking.discuss()
                self._try_thresholds()

    # --- who answered -------------------------------------------------------------------------------------------------

    def _answered(self, results: Results) -> Answered:
        from fastmap.tasks.membership import answers_by_activity, answers_by_size

        quality, texts = results.quality, self._presenter.state.texts
        words = [self.tr("{answered} of {asked} members asked have answered.")]
        words[0] = words[0].replace("{answered}", str(quality.answered)).replace("{asked}", str(quality.asked))
        if quality.employment_covered is not None:
            covered = self.tr("They employ {share} of the people known to work at members.")
            words.append(covered.replace("{share}", texts.fact(Share(quality.employment_covered))))
        return Answered(
            summary=" ".join(words),
            by_size=tuple(self._bar(item, "member_kind") for item in answers_by_size(quality) if item.asked),
            by_activity=tuple(self._bar(item, "") for item in answers_by_activity(quality, most=10)),
            warnings=tuple(texts.say(warning) for warning in quality.warnings),
        )

    def _bar(self, item: Stratum, family: str) -> Bar:
        from fastmap.analysis.quality import UNKNOWN_STRATUM
        from fastmap.tasks.membership import OTHERS

        if item.key in (OTHERS, UNKNOWN_STRATUM):
            label = self.tr("Others") if item.key == OTHERS else self.tr("Not recorded")
        elif family:
            label = sentence_case(self._presenter.state.texts.term(f"{family}.{item.key}"))
        else:
            label = item.key
        number = self.tr("{answered} of {asked}")
        return Bar(
            label=label,
            value_0_1=item.answered / item.asked if item.asked else None,
            number=number.replace("{answered}", str(item.answered)).replace("{asked}", str(item.asked)),
        )

    # --- weights ------------------------------------------------------------------------------------------------------

    def _tried(self) -> Mapping[str, float]:
        from fastmap.model.weights import PriorityWeights

        return PriorityWeights.normalised(self.weights.tried_points).by_part()

    def _try_weights(self, points: Mapping[str, float]) -> None:
        from fastmap.analysis.weights import rank_changes, weights_in_force
        from fastmap.model.weights import PriorityWeights

        state, results = self._presenter.state, self._presenter.results
        if results is None:
            return
        tried, rules = PriorityWeights.normalised(points), state.catalogue.rules
        for part, share in tried.by_part().items():
            self.weights.shares[part].setText(state.texts.percent(share))
        items = results.groups if self._level == "groups" else results.skills
        changes = rank_changes(items, tried, rules)
        line = self.tr("{label}: rank {before} → {after}")
        lines = [
            line.replace("{before}", str(change.before))
            .replace("{after}", str(change.after))
            .replace("{label}", self._label(change.uri))
            for change in changes
        ]
        count = DiagnosisWords().ranks_change(len(changes)) if changes else self.tr("No rank would change")
        self.weights.effect.show_effect(count, lines)
        held = weights_in_force(state.snapshot, rules).by_part()
        self.weights.setting.setEnabled(state.can_edit and _differ(tried.by_part(), held))
        is_own = state.snapshot.weights is not None
        self.weights.resetting.setEnabled(is_own and state.can_edit)
        self.weights.now.setText(
            self.tr("Now the cluster's own weights hold; reports say so.")
            if is_own
            else self.tr("Now the usual weights hold.")
        )

    # --- thresholds ---------------------------------------------------------------------------------------------------

    def _try_thresholds(self, *_: object) -> None:
        from fastmap.analysis.what_if import Thresholds

        state, discussion = self._presenter.state, self._looking.discussion
        rules, (balanced, suffices) = state.catalogue.rules, self.thresholds.moved()
        tried = Thresholds(
            balanced_share=rules.balanced_share + balanced, suffices_share=rules.suffices_share + suffices
        )
        percent = state.texts.percent
        self.thresholds.show_shares(percent(tried.balanced_share), percent(tried.suffices_share))
        self.thresholds.resetting.setEnabled(bool(balanced or suffices))
        if discussion is None:
            self.thresholds.effect.show_effect(self.tr("The verdicts are being worked out…"), ())
            return
        changes = discussion.changes(tried)
        line, of_group = self.tr("{label}: {before} → {after}"), self.tr("{label} (group): {before} → {after}")
        lines = [
            (of_group if change.is_group else line)
            .replace("{before}", self._verdicts[change.before])
            .replace("{after}", self._verdicts[change.after])
            .replace("{label}", self._label(change.uri))
            for change in changes
        ]
        count = DiagnosisWords().verdicts_change(len(changes)) if changes else self.tr("No verdict would change")
        self.thresholds.effect.show_effect(count, lines)

    def _label(self, uri: SkillUri) -> str:
        item = self._presenter.item(uri)
        return "" if item is None else f"\u2068{label_of(item, self._presenter.state.texts)}\u2069"


def _differ(shares: Mapping[str, float], others: Mapping[str, float]) -> bool:
    return any(abs(share - others[part]) > _NO_DIFFERENCE for part, share in shares.items())
