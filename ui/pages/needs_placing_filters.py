"""Which of the firms' texts are in sight: to decide, decided or set aside, how sure, in which language."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.pages.needs_cluster_words import ClusterWords, language_name
from ui.pages.needs_entry import NarrowBox
from ui.plain_text import literal
from ui.theme.theme import current
from ui.translating import locale
from ui.widgets.buttons import Button
from ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from fastmap.tasks.consolidating import Cluster
    from fastmap.texts import Texts

STATES = ("open", "decided", "set_aside")
_CHIP_NAMES = ("textsOpen", "textsPlaced", "textsAside")
_REMEMBERED, _DISPUTED = "remembered", "disputed"


class PlacingFilters(QWidget):
    """The bar above the list; `predicate` tells the clusters that are wanted."""

    changed = Signal()
    """Others are wanted now."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin with the texts to decide."""
        super().__init__(parent)
        self._disputed: Collection[str] = ()
        """Keys of the texts that are decided otherwise elsewhere."""
        flow = FlowLayout(self, spacing=8)
        self.chips = {key: Button(name, parent=self) for key, name in zip(STATES, _CHIP_NAMES, strict=True)}
        for key, chip in self.chips.items():
            chip.setCheckable(True)
            chip.clicked.connect(lambda _=False, key=key: self.show_only(key))
            flow.addWidget(chip)
        self.chips["open"].setChecked(True)
        self.by_doubt = NarrowBox("textsByDoubt", parent=self)
        self.by_language = NarrowBox("textsByLanguage", parent=self)
        self.accepting_exact = Button("placeCertain", "check", parent=self)
        for widget in (self.by_doubt, self.by_language, self.accepting_exact):
            flow.addWidget(widget)
        for box in (self.by_doubt, self.by_language):
            box.currentIndexChanged.connect(self.changed)
        current().changed.connect(self._fit)
        self._fit()

    @property
    def state(self) -> str:
        """One of `STATES`."""
        return next(key for key, chip in self.chips.items() if chip.isChecked())

    @property
    def is_narrowed(self) -> bool:
        """Whether less than all of a state is wanted."""
        return self.by_doubt.currentData() is not None or self.by_language.currentData() is not None

    def show_only(self, state: str) -> None:
        """Want the texts of another state."""
        for key, chip in self.chips.items():
            chip.setChecked(key == state)
        self.changed.emit()

    def want_all(self) -> None:
        """Want everything of the state."""
        for box in (self.by_doubt, self.by_language):
            box.choose(None)
        self.changed.emit()

    def want_disputed(self) -> None:
        """Want what is decided otherwise elsewhere."""
        self.by_doubt.choose(_DISPUTED)
        self.changed.emit()

    def predicate(self) -> Callable[[Cluster], bool]:
        """Return what says of a cluster whether it is wanted now."""
        state, doubt, language = self.state, self.by_doubt.currentData(), self.by_language.currentData()
        disputed = self._disputed

        def is_wanted(cluster: Cluster) -> bool:
            if cluster.state.value != state or (language is not None and language not in cluster.languages):
                return False
            if doubt == _REMEMBERED:
                return cluster.is_remembered
            if doubt == _DISPUTED:
                return any(text.key in disputed for text in cluster.texts)
            return doubt is None or (cluster.doubt is not None and cluster.doubt.value == doubt)

        return is_wanted

    def offer(self, found: Sequence[Cluster], disputed: Collection[str], texts: Texts) -> None:
        """Offer what tells the clusters apart; what was chosen stays where it still is there."""
        self._disputed = disputed
        there = {cluster.doubt.value for cluster in found if cluster.doubt is not None}
        kinds: list[tuple[object, str]] = [
            (key, words) for key, words in ClusterWords().doubts().items() if key in there
        ]
        if any(cluster.is_remembered for cluster in found):
            kinds.append((_REMEMBERED, self.tr("remembered")))
        if disputed:
            kinds.append((_DISPUTED, self.tr("decided otherwise elsewhere")))
        codes = sorted({code for cluster in found for code in cluster.languages})
        languages: list[tuple[object, str]] = [(code, language_name(code, texts)) for code in codes]
        for box, every, choices in (
            (self.by_doubt, self.tr("However sure"), kinds),
            (self.by_language, self.tr("All languages"), languages),
        ):
            chosen = box.currentData()
            known = [value for value, _ in choices]
            box.set_choices([(None, every), *choices], chosen if chosen in known else None)

    def show_counts(self, texts: dict[str, int], exact: int, *, can_edit: bool) -> None:
        """Say how many texts there are in each state, and how many of those to decide equal a name."""
        words = {
            "open": self.tr("To decide: {count}"),
            "decided": self.tr("Decided: {count}"),
            "set_aside": self.tr("Set aside: {count}"),
        }
        for key, chip in self.chips.items():
            chip.setText(literal(words[key].format(count=locale().toString(texts[key]))))
        self.accepting_exact.setText(self.tr("Accept %n equal text(s) (A)", "", exact))
        self.accepting_exact.setVisible(bool(exact) and can_edit and self.state == "open")
        self.by_doubt.setVisible(self.by_doubt.count() > 1)
        self.by_language.setVisible(self.by_language.count() > 2)

    def retranslate(self) -> None:
        """Name the boxes; their choices come with the clusters."""
        self.by_doubt.setAccessibleName(self.tr("Only texts as sure as this"))
        self.by_language.setAccessibleName(self.tr("Only texts of this language"))

    def _fit(self) -> None:
        for box in (self.by_doubt, self.by_language):
            box.setFixedWidth(current().px(142))
