"""Asking for files: where the table of funder figures goes, and where one comes from."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget


def place_for_kpi_table(parent: QWidget, folder: Path) -> Path | None:
    """Ask where the table should go; ``None`` if nobody chose."""
    title = QCoreApplication.translate("ReportPage", "Save the table of funder figures")
    kinds = QCoreApplication.translate("ReportPage", "Table for spreadsheets")
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(folder / "funder-figures.csv"), f"{kinds} (*.csv)")
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == ".csv" else path.with_name(f"{path.name}.csv")


def kpi_table_to_read(parent: QWidget, folder: Path) -> Path | None:
    """Ask for a spreadsheet with figures; ``None`` if nobody chose."""
    title = QCoreApplication.translate("ReportPage", "Read funder figures from a spreadsheet")
    kinds = QCoreApplication.translate("ReportPage", "Spreadsheets")
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(folder), f"{kinds} (*.xlsx *.ods *.xls *.csv)")
    return Path(chosen) if chosen else None
