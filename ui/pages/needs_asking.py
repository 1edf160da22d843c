"""Asking for forms and vocabulary packages: the system's dialogs, in one place so that tests can answer instead."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget


def forms_to_import(parent: QWidget, folder: Path) -> list[Path]:
    """Ask which files to import; empty if nobody chose. Whole folders are dropped on the window."""
    title = QCoreApplication.translate(
        "NeedsPage", "Import forms (a whole folder: File menu, or drop it on the window)"
    )
    forms = QCoreApplication.translate("NeedsPage", "Forms, scans and photos")
    every = QCoreApplication.translate("NeedsPage", "All files")
    kinds = f"{forms} (*.xlsx *.xlsm *.xls *.ods *.csv *.pdf *.jpg *.jpeg *.png *.tif *.tiff);;{every} (*)"
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, str(folder), kinds)
    return [Path(path) for path in chosen]


def packages_to_load(parent: QWidget, folder: Path) -> list[Path]:
    """Ask for ESCO packages; empty if nobody chose."""
    title = QCoreApplication.translate("NeedsPage", "Load ESCO packages")
    kinds = QCoreApplication.translate("NeedsPage", "ESCO packages")
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, str(folder), f"{kinds} (*.zip *.csv)")
    return [Path(path) for path in chosen]


def survey_to_import(parent: QWidget, folder: Path) -> Path | None:
    """Ask for the export of another survey tool; ``None`` if nobody chose."""
    title = QCoreApplication.translate("NeedsPage", "Answers from another survey tool")
    kinds = QCoreApplication.translate("NeedsPage", "Spreadsheets and text files")
    every = QCoreApplication.translate("NeedsPage", "All files")
    shown = f"{kinds} (*.xlsx *.xlsm *.xls *.ods *.csv *.tsv *.txt);;{every} (*)"
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(folder), shown)
    return Path(chosen) if chosen else None


def place_for_mapping(parent: QWidget, proposal: Path) -> Path | None:
    """Ask where a mapping should go; ``None`` if nobody chose."""
    title = QCoreApplication.translate("NeedsPage", "Save the mapping")
    kinds = QCoreApplication.translate("NeedsPage", "Mappings (*.toml)")
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(proposal), kinds)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix == ".toml" else path.with_name(f"{path.name}.toml")


def place_for_questionnaire(parent: QWidget, proposal: Path, kinds: str) -> Path | None:
    """Ask where a questionnaire for another tool should go; ``None`` if nobody chose."""
    title = QCoreApplication.translate("NeedsPage", "Save the questionnaire")
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(proposal), kinds)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix == proposal.suffix else path.with_name(path.name + proposal.suffix)


def decisions_to_take(parent: QWidget, folder: Path) -> Path | None:
    """Ask for a table of decisions or another assessment; ``None`` if nobody chose."""
    title = QCoreApplication.translate("NeedsPage", "Take decisions over")
    kinds = QCoreApplication.translate("NeedsPage", "Tables of decisions, earlier rounds")
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(folder), f"{kinds} (*.csv *.xlsx *.ods *.fastmap)")
    return Path(chosen) if chosen else None


def table_of_decisions(parent: QWidget, folder: Path) -> Path | None:
    """Ask where to write the decisions; ``None`` if nobody chose."""
    title = QCoreApplication.translate("NeedsPage", "Save decisions as table")
    kinds = QCoreApplication.translate("NeedsPage", "Table")
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(folder / "decisions.csv"), f"{kinds} (*.csv)")
    return Path(chosen) if chosen else None
