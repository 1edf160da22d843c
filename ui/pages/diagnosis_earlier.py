"""Taking an earlier round's file in to be compared with, after asking where it seems to be another cluster's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from ui.plain_text import isolated

if TYPE_CHECKING:
    from fastmap.progress import ProgressListener
    from fastmap.tasks.earlier_round import Earlier
    from ui.session import Session


def earlier_file(parent: QWidget, folder: Path) -> Path | None:
    """Ask for the file of the earlier round; ``None`` if nobody chose."""
    title = QCoreApplication.translate("DiagnosisPage", "File of the earlier round")
    kinds = QCoreApplication.translate("DiagnosisPage", "Assessments (*.fastmap)")
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(folder), kinds)
    return Path(chosen) if chosen else None


def means_other_cluster(parent: QWidget, question: str, consequence: str) -> bool:
    """Ask whether the round of what seems another cluster is meant."""
    taking = QCoreApplication.translate("DiagnosisPage", "Compare all the same")
    return asked_about_other_cluster(parent, question, consequence, taking)


def asked_about_other_cluster(parent: QWidget, question: str, consequence: str, taking: str) -> bool:
    """Ask whether something of what seems another cluster is meant; ``taking``: words of the button that says so."""
    box = QMessageBox(parent)
    box.setObjectName("otherClusterBox")
    box.setWindowTitle(QCoreApplication.translate("DiagnosisPage", "Another cluster?"))
    box.setText(question)
    box.setInformativeText(consequence)
    meant = box.addButton(taking, QMessageBox.ButtonRole.AcceptRole)
    leaving = box.addButton(QCoreApplication.translate("DiagnosisPage", "Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(leaving)
    box.setEscapeButton(leaving)
    box.exec()
    return box.clickedButton() is meant


class EarlierDesk(QObject):
    """Takes an earlier round in, and forgets it again; both can be undone."""

    say = Signal(str, str)

    def __init__(self, session: Session, page: QWidget) -> None:
        """Work on whatever ``session`` has open; dialogs open over ``page``."""
        super().__init__(page)
        self._session = session
        self._page = page

    def ask(self) -> None:
        """Ask for a file and take it in."""
        path = earlier_file(self._page, self._session.state.path.parent)
        if path is not None:
            self.take(path)

    def take(self, path: Path) -> None:
        """Read ``path`` in the background and keep what the comparison needs of it."""
        snapshot, open_files = self._session.state.snapshot, self._session.assessment.open_files

        def work(_: ProgressListener) -> Earlier:
            from fastmap.tasks.earlier_round import earlier_round_in

            return earlier_round_in(path, snapshot, open_files=open_files)

        job = self._session.pool.start(work)
        job.failed.connect(self._session.failed)
        job.done.connect(lambda found: self._keep(snapshot.info.id, found))

    def forget(self) -> None:
        """Compare with no earlier round any more."""
        from fastmap.changes.rounds import ForgetEarlierRound

        self._session.apply(ForgetEarlierRound())

    def _keep(self, assessment: str, found: Earlier) -> None:
        if not self._session.is_open or self._session.state.snapshot.info.id != assessment:
            return  # another file was opened meanwhile
        summary = found.summary
        if found.is_other_cluster and not self._is_meant(found):
            return
        if self._session.apply(found.change):
            words = self.tr(
                "Round {round} of {file} is kept for the comparison: %n of its members on your list.", "", found.known
            )
            words = words.replace("{round}", isolated(summary.round_label)).replace("{file}", isolated(summary.file))
            self.say.emit("good", words)

    def _is_meant(self, found: Earlier) -> bool:
        summary = found.summary
        question = self.tr("{file} is about {cluster}. Is it the round you mean?").format(
            file=isolated(summary.file), cluster=isolated(summary.cluster)
        )
        known = self.tr("%n of its members is/are on your list.", "", found.known)
        consequence = self.tr("The comparison will say that it seems to be another cluster's.")
        return means_other_cluster(self._page, question, f"{known} {consequence}")
