"""The grid as a picture: PNG for slides or SVG for print, with names or for others."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from ui.widgets.buttons import IconButton

if TYPE_CHECKING:
    from fastmap.progress import ProgressListener
    from fastmap.texts import Texts
    from ui.session import Session
    from ui.work import Job


class GridPictureButton(IconButton):
    """Asks for whom the picture is."""

    def __init__(self, *, parent: QWidget) -> None:
        """Offer both in a menu."""
        super().__init__("saveGridPicture", "image", parent=parent)
        self.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        self.named = menu.addAction("")
        self.named.setObjectName("gridPictureNamed")
        self.anonymous = menu.addAction("")
        self.anonymous.setObjectName("gridPictureAnonymous")
        self.setMenu(menu)

    def retranslate(self) -> None:
        """Set every text."""
        self.set_words(self.tr("Save picture of the grid"))
        self.named.setText(self.tr("For the cluster team, with names"))
        self.anonymous.setText(self.tr("For others: no member is named"))


class GridPictures(QObject):
    """Writes pictures of the whole grid, whatever a filter shows."""

    written = Signal(str)
    """The path of a picture."""

    def __init__(self, session: Session, *, parent: QObject) -> None:
        """Work on whatever ``session`` has open."""
        super().__init__(parent)
        self._session = session

    def proposed_file(self, *, anonymous: bool) -> Path:
        """Return where a picture may go: beside the file, as PNG."""
        from exports.names import safe_file_name

        state = self._session.state
        key = "report.picture.grid_anonymous" if anonymous else "report.picture.grid_named"
        cluster, label = state.snapshot.cluster.name, state.snapshot.info.round_label
        words = self._texts_of_file().get(key, cluster=cluster, round=label)
        return state.path.parent / safe_file_name(words, ".png")

    def write(self, target: Path, *, anonymous: bool) -> Job | None:
        """Write the grid to ``target`` in a thread, as PNG or SVG by its name; ends with `written`."""
        state = self._session.state
        if state.results is None:
            return None
        results, catalogue, texts = state.results, state.catalogue, self._texts_of_file()
        day = datetime.now().astimezone().date()

        def work(_: ProgressListener) -> Path:
            from exports.pictures import write_picture
            from fastmap.report.build import build_report

            report = build_report(results, catalogue, texts, anonymous=anonymous, made_on=day)
            return write_picture(report, "grid", target)

        job = self._session.pool.start(work)
        job.done.connect(lambda path: self.written.emit(str(path)))
        job.failed.connect(self._session.failed)
        return job

    def _texts_of_file(self) -> Texts:
        from fastmap.catalogue.texts import load_texts

        return load_texts(self._session.state.snapshot.info.language)
