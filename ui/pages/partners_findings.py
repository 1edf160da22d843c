"""What was found in files that came in, file by file: said once after an import, and kept beside a partner's forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.needs_file import problem_sentence
from ui.widgets.buttons import PrimaryButton
from ui.widgets.cards import scrolling
from ui.widgets.dialog_room import open_at
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from fastmap.model.responses import Problem
    from fastmap.tasks.partner_files import FileFindings
    from fastmap.texts import Texts


class FindingsDialog(QDialog):
    """Lists the findings of an import under the names of the files."""

    def __init__(self, files: Sequence[FileFindings], texts: Texts, *, parent: QWidget | None = None) -> None:
        """Show ``files``."""
        super().__init__(parent)
        self.setObjectName("importFindings")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        title = self.tr("What was found in the files")
        self.setWindowTitle(title)
        column.addWidget(Label("card", title, wrap=True, parent=self))
        content = QWidget()
        content.setObjectName("findingsContent")
        lines = QVBoxLayout(content)
        lines.setContentsMargins(0, 0, 6, 0)
        lines.setSpacing(6)
        for place, file in enumerate(files):
            if place:
                lines.addSpacing(8)
            lines.addWidget(Label("key", file.name, wrap=True, parent=content))
            for words in finding_lines(file.problems, texts):
                lines.addWidget(Label("secondary", words, wrap=True, parent=content))
        lines.addStretch(1)
        column.addWidget(scrolling(content, name="findingsScroll", parent=self), 1)
        row = QHBoxLayout()
        row.addStretch(1)
        self.closing = PrimaryButton("findingsClose", parent=self)
        self.closing.setText(self.tr("Close"))
        self.closing.clicked.connect(self.accept)
        row.addWidget(self.closing)
        column.addLayout(row)
        open_at(self, 560, 440)


def finding_lines(problems: Iterable[Problem], texts: Texts) -> list[str]:
    """Return one line per finding: where, what, and what was done with it."""
    lines = []
    for problem in problems:
        place = "!".join(part for part in (problem.sheet, problem.cell) if part)
        words = f"{place}: {problem_sentence(problem, texts)}" if place else problem_sentence(problem, texts)
        lines.append(f"• {words} → {texts.term(f'done.{problem.done}')}" if problem.done else f"• {words}")
    return lines
