"""What fastmap is, and whose work it stands on."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QMessageBox, QWidget

import fastmap

if TYPE_CHECKING:
    from fastmap.texts import Texts


class AboutBox(QMessageBox):
    """Name, version, licences and sources."""

    def __init__(self, texts: Texts, *, parent: QWidget) -> None:
        """Give the vocabulary's source in the words of ``texts``."""
        super().__init__(parent)
        self.setObjectName("about")
        self.setWindowTitle(self.tr("About fastmap"))
        self.setText(f"fastmap {fastmap.__version__}")
        paragraphs = (
            self.tr("Maps the skills needs of a cluster's members, offline, on one's own computer."),
            self.tr("Free software under the EUPL 1.2. Letters: Inter (SIL OFL). Icons: Phosphor (MIT)."),
            self.tr(
                "Window: Qt {qt} (LGPL 3). Reports: Typst (Apache 2.0). Regions: NUTS of Eurostat. Python {python}."
            ),
            texts.term("vocabulary.attribution"),
        )
        words = "\n\n".join(paragraphs)
        self.setInformativeText(words.replace("{qt}", qVersion()).replace("{python}", platform.python_version()))
