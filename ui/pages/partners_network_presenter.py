"""What a person has chosen in the network view, and its work: the map and its pictures are made in threads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from fastmap.analysis.network_choice import Highlight, NetworkChoice
from fastmap.model.choices import PartnerType
from fastmap.model.ids import SkillUri
from ui.pages.partners_network_reading import NetworkReading

if TYPE_CHECKING:
    from fastmap.analysis.network_choice import Emphasis
    from fastmap.analysis.network_map import NetworkMap
    from fastmap.model.results import Results
    from fastmap.model.snapshot import Snapshot
    from fastmap.progress import ProgressListener
    from fastmap.report.network_figure import NetworkFigure
    from fastmap.texts import Texts
    from ui.session import Session, SessionState
    from ui.work import Job


class NetworkPresenter(QObject):
    """Keeps what was chosen, and has the map worked out."""

    map_ready = Signal()
    """Another map can be shown."""
    written = Signal(str)
    """A picture lies at this path."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Work on whatever ``session`` has open, with nothing chosen."""
        super().__init__(parent)
        self._session = session
        self.choice = NetworkChoice()
        self.reading: NetworkReading | None = None
        """The map, once it is there."""
        self._wanted: Results | None = None
        self._job: Job | None = None

    @property
    def state(self) -> SessionState:
        """What is open."""
        return self._session.state

    @property
    def texts(self) -> Texts:
        """Catalogue words in the language of the screen, also while no file is open."""
        return self._session.texts

    # --- the map ------------------------------------------------------------------------------------------------------

    def work_out(self) -> None:
        """Have the map of the present results made, if it is not there or under way; answers by `map_ready`."""
        results = self.state.results
        if results is None or results is self._wanted:
            return
        self._wanted = results
        if self._job is not None:
            self._job.abandon()  # it draws what is out of date
            self._job = None
        if self.reading is not None and _parts(self.reading.results.snapshot) == _parts(results.snapshot):
            self._take(results, self.reading.network)
            return

        def make(progress: ProgressListener) -> NetworkMap:
            from fastmap.analysis.network_map import network_map

            return network_map(results.snapshot, progress=progress)

        self._job = self._session.pool.start(make)
        self._job.done.connect(lambda network: self._take(results, network))
        self._job.failed.connect(self._session.failed)

    def _take(self, results: Results, network: NetworkMap) -> None:
        if results is not self._wanted:
            return  # newer results are being drawn already
        self._job = None
        self.reading = NetworkReading(results, network, self.texts)
        if self.choice.focus not in self.reading:
            self.choice = replace(self.choice, focus=None)
        self.map_ready.emit()

    def read_anew(self) -> None:
        """Say everything in the language the screen has now."""
        if self.reading is not None:
            self.reading = NetworkReading(self.reading.results, self.reading.network, self.texts)

    def choose(
        self,
        *,
        type_: PartnerType | None,
        stage: int | None,
        skill: SkillUri | None,
        highlight: Highlight,
    ) -> None:
        """Filter and point out from now on; nobody is looked at alone any more."""
        self.choice = NetworkChoice(type=type_, stage=stage, skill=skill, highlight=highlight)

    def focus(self, node: str | None) -> None:
        """Look at one organisation alone, or at all again."""
        is_there = self.reading is not None and node in self.reading
        self.choice = replace(self.choice, focus=node if is_there else None)

    def emphasis(self) -> Emphasis | None:
        """Return what stands out; ``None``: everything."""
        from fastmap.analysis.network_choice import emphasis_of

        if self.reading is None or self.choice == NetworkChoice():
            return None
        return emphasis_of(self.reading.network, self.reading.results, self.choice)

    # --- pictures -----------------------------------------------------------------------------------------------------

    def proposed_file(self, *, anonymous: bool) -> Path:
        """Return where a picture may go: beside the file, as PNG."""
        from exports.names import safe_file_name

        snapshot = self.state.snapshot
        key = "network.picture.file_anonymous" if anonymous else "network.picture.file_named"
        words = self._texts_of_file().get(key, cluster=snapshot.cluster.name, round=snapshot.info.round_label)
        return self.state.path.parent / safe_file_name(words, ".png")

    def write_picture(self, target: Path, *, anonymous: bool) -> Job | None:
        """Write the map to ``target`` in a thread, as PNG or SVG by its name; ends with `written`."""
        if self.reading is None:
            return None
        make = self._making(self.reading.results, self.reading.network, anonymous=anonymous)

        def work(_: ProgressListener) -> Path:
            from exports.network_picture import write_network_picture

            return write_network_picture(make(), target)

        job = self._session.pool.start(work)
        job.done.connect(lambda path: self.written.emit(str(path)))
        job.failed.connect(self._session.failed)
        return job

    def _making(self, results: Results, network: NetworkMap, *, anonymous: bool) -> Callable[[], NetworkFigure]:
        from datetime import datetime

        texts, catalogue = self._texts_of_file(), self.state.catalogue
        emphasis, day = self.emphasis(), datetime.now().astimezone().date()

        def make() -> NetworkFigure:
            from fastmap.report.network_figure import anonymous_figure, named_figure

            if anonymous:
                return anonymous_figure(results, catalogue, texts, made_on=day)
            return named_figure(results, network, emphasis, texts, made_on=day)

        return make

    def _texts_of_file(self) -> Texts:
        from fastmap.catalogue.texts import load_texts

        return load_texts(self.state.snapshot.info.language)


def _parts(snapshot: Snapshot) -> tuple[object, ...]:
    """Return what a map is made of."""
    return snapshot.members, snapshot.partners, snapshot.ties, snapshot.responses
