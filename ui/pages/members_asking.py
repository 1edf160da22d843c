"""What the member page asks by the system's own dialogs, in one place so that tests can answer in their stead."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from ui.pages.diagnosis_earlier import asked_about_other_cluster

LISTS = frozenset({".xlsx", ".xlsm", ".ods", ".xls", ".csv"})


def list_to_read(parent: QWidget, folder: Path) -> Path | None:
    """Ask for a list of members; ``None`` if nobody chose."""
    title = QCoreApplication.translate("MembersPage", "Import a list of members")
    kinds = QCoreApplication.translate("MembersPage", "Spreadsheets (*.xlsx *.xlsm *.ods *.xls *.csv)")
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(folder), kinds)
    return Path(chosen) if chosen else None


def folder_for_forms(parent: QWidget, folder: Path) -> Path | None:
    """Ask for the folder that forms go to; ``None`` if nobody chose."""
    title = QCoreApplication.translate("MembersPage", "Folder for the forms")
    chosen = QFileDialog.getExistingDirectory(parent, title, str(folder))
    return Path(chosen) if chosen else None


def folder_for_feedback(parent: QWidget, folder: Path) -> Path | None:
    """Ask for the folder that feedback sheets go to; ``None`` if nobody chose."""
    title = QCoreApplication.translate("MembersPage", "Folder for the feedback sheets")
    chosen = QFileDialog.getExistingDirectory(parent, title, str(folder))
    return Path(chosen) if chosen else None


def may_give_feedback(parent: QWidget, warnings: Sequence[str]) -> bool:
    """Say before sheets are written what their readers could work out, and ask whether to write them all the same."""
    box = QMessageBox(parent)
    box.setObjectName("giveFeedbackBox")
    box.setWindowTitle(QCoreApplication.translate("MembersPage", "Feedback sheets"))
    box.setText(
        QCoreApplication.translate("MembersPage", "These sheets can be compared with what was handed out before.")
    )
    box.setInformativeText("\n\n".join(warnings))
    writing = box.addButton(
        QCoreApplication.translate("MembersPage", "Write all the same"), QMessageBox.ButtonRole.AcceptRole
    )
    leaving = box.addButton(
        QCoreApplication.translate("MembersPage", "Write nothing"), QMessageBox.ButtonRole.RejectRole
    )
    box.setDefaultButton(leaving)
    box.setEscapeButton(leaving)
    box.exec()
    return box.clickedButton() is writing


def previous_round(parent: QWidget, folder: Path) -> Path | None:
    """Ask for the file of the round before; ``None`` if nobody chose."""
    title = QCoreApplication.translate("MembersPage", "File of the round before")
    kinds = QCoreApplication.translate("MembersPage", "Assessments (*.fastmap)")
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(folder), kinds)
    return Path(chosen) if chosen else None


def table_to_write(parent: QWidget, proposed: Path) -> Path | None:
    """Ask where a table goes; ``None`` if nobody chose."""
    title = QCoreApplication.translate("MembersPage", "Save the reminders")
    kinds = QCoreApplication.translate("MembersPage", "Tables (*.csv)")
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(proposed), kinds)
    return Path(chosen) if chosen else None


def place_for(parent: QWidget, title: str, proposed: Path, ending: str) -> Path | None:
    """Ask where a file with this ending goes; ``None`` if nobody chose."""
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(proposed), f"*.{ending}")
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix == f".{ending}" else path.with_name(f"{path.name}.{ending}")


def may_remove(parent: QWidget, question: str, consequence: str) -> bool:
    """Ask before answers go with their members."""
    box = QMessageBox(parent)
    box.setObjectName("removeMembersBox")
    box.setWindowTitle(QCoreApplication.translate("MembersPage", "Remove members"))
    box.setText(question)
    box.setInformativeText(consequence)
    removing = box.addButton(
        QCoreApplication.translate("MembersPage", "Remove"), QMessageBox.ButtonRole.DestructiveRole
    )
    keeping = box.addButton(QCoreApplication.translate("MembersPage", "Keep"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keeping)
    box.setEscapeButton(keeping)
    box.exec()
    return box.clickedButton() is removing


def means_other_cluster(parent: QWidget, question: str, consequence: str) -> bool:
    """Ask whether forms are to be filled in with the round of what seems another cluster."""
    taking = QCoreApplication.translate("MembersPage", "Fill in all the same")
    return asked_about_other_cluster(parent, question, consequence, taking)
