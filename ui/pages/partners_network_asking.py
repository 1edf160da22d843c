"""What the network view asks by the system's own dialog, apart so that tests can answer in its stead."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget


def picture_to_write(parent: QWidget, proposed: Path) -> Path | None:
    """Ask where a picture goes and as what; ``None`` if nobody chose."""
    title = QCoreApplication.translate("NetworkView", "Save the picture")
    png = QCoreApplication.translate("NetworkView", "Picture for slides (*.png)")
    svg = QCoreApplication.translate("NetworkView", "Drawing for print (*.svg)")
    chosen, kind = QFileDialog.getSaveFileName(parent, title, str(proposed), f"{png};;{svg}")
    if not chosen:
        return None
    path = Path(chosen)
    if path.suffix.lower() in (".png", ".svg") and kind != svg:
        return path
    return path.with_suffix(".svg") if kind == svg else path.with_name(f"{path.name}.png")
