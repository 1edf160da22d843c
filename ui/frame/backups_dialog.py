"""The list of backups: when each was made, how it differs from the file of today, and restoring one to a new file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from fastmap.local_time import local_time
from fastmap.texts import sentence_case
from ui.plain_text import isolated
from ui.theme.theme import restyle
from ui.translating import clock_time, locale
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.dialog_room import open_at
from ui.widgets.labels import Label
from ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fastmap.errors import FastmapError
    from fastmap.tasks.backups import BackupLine
    from fastmap.texts import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupRow:
    """One backup, in words."""

    line: BackupLine
    when: str
    cluster: str
    """With the round; empty where the backup cannot be read."""
    differs: str
    whole: str
    """The same with nothing left out: why it cannot be read, if so."""
    last: str
    size: str

    @property
    def key(self) -> str:
        """Tells backups apart."""
        return str(self.line.backup.path)


def backup_rows(lines: Sequence[BackupLine], texts: Texts) -> list[BackupRow]:
    """Return backups in words."""
    return [_row(line, texts) for line in lines]


class BackupsDialog(QDialog):
    """Shows the list; the window restores, and comes back with `show_restored` or `show_error`."""

    restore_wanted = Signal(object)
    """The `BackupRow` to write to a new file, wherever that goes by itself."""
    place_wanted = Signal(object)
    """The `BackupRow` to write to a file that the person names."""
    open_wanted = Signal(object)
    """The path of a restored file, to go on in it."""

    def __init__(self, texts: Texts, *, is_open: bool, parent: QWidget | None = None) -> None:
        """Begin while the list is read; ``is_open``: it is that of one file, to be compared with it."""
        super().__init__(parent)
        self.setObjectName("backupsDialog")
        self._texts = texts
        self._is_open = is_open
        self._rows: dict[str, BackupRow] = {}
        self._target: Path | None = None
        """Where a backup is being written."""
        self._restored: Path | None = None
        """Where one was written."""
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        self._title = Label("card", wrap=True, parent=self)
        self._about = Label("body", wrap=True, parent=self)
        self._about.set_muted(True)
        self.table: DataTable = DataTable(
            "backupTable", _columns(is_open=is_open), lambda row: row.key, select_rows=True, parent=self
        )
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.chosen = Label("secondary", wrap=True, parent=self)
        self.chosen.setObjectName("backupChosen")
        self.outcome = Label("body", wrap=True, parent=self)
        self.outcome.setObjectName("backupOutcome")
        column.addWidget(self._title)
        column.addWidget(self._about)
        column.addWidget(self.table, 1)
        column.addWidget(self.chosen)
        column.addWidget(self.outcome)
        column.addLayout(self._buttons())
        self._retranslate()
        self._fit_buttons()
        open_at(self, 1120, 560)
        self.closing.setFocus()

    @property
    def place_words(self) -> str:
        """Title of the question where a restored backup goes."""
        return self.tr("Where should the restored file go?")

    def show_lines(self, lines: Sequence[BackupLine]) -> None:
        """Fill the list."""
        rows = backup_rows(lines, self._texts)
        self._rows = {row.key: row for row in rows}
        self.table.set_rows(rows)
        if rows:
            self.table.choose(rows[0].key)
            self.table.setFocus()
            self._say("")
        else:
            self._say(self._texts.term("backups.none"))
        self._fit_buttons()

    def begin_restoring(self, path: Path) -> None:
        """Take nothing else while a backup is written to ``path``."""
        self._target = path
        self.restoring.setEnabled(False)
        self.placing.setEnabled(False)

    def show_restored(self) -> None:
        """Say where the backup was written, and offer to go on there."""
        path = self._restored = self._target
        assert path is not None  # one was begun
        words = self.tr("The backup was written to {file}. The present file is as it was.")
        if not self._is_open:
            words = self.tr("The backup was written to {file}, in {folder}.").replace(
                "{folder}", isolated(str(path.parent))
            )
        self._say(words.replace("{file}", isolated(path.name)))
        self._fit_buttons()
        self.opening.setFocus()

    def show_error(self, error: FastmapError) -> None:
        """Say why it did not go."""
        self._fit_buttons()
        self._say(self._texts.say(error.message), complaint="true")

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.opening = Button("backupOpen", "folder-open", parent=self)
        self.closing = Button("backupsClose", parent=self)
        self.placing = Button("backupPlace", "folder", parent=self)
        self.restoring = PrimaryButton("backupRestore", "clock-counter-clockwise", parent=self)
        row.addWidget(self.opening)
        row.addStretch(1)
        for button in (self.closing, self.placing, self.restoring):
            row.addWidget(button)
        self.closing.clicked.connect(self.reject)
        self.placing.clicked.connect(lambda: self.place_wanted.emit(self._rows[self.table.chosen_row]))
        self.restoring.clicked.connect(lambda: self.restore_wanted.emit(self._rows[self.table.chosen_row]))
        self.opening.clicked.connect(lambda: self.open_wanted.emit(self._restored))
        self.table.row_chosen.connect(self._fit_buttons)
        return row

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Backups"))
        if self._is_open:
            self._title.setText(self.tr("Earlier states of this file"))
        else:
            self._title.setText(self.tr("Earlier states of files of this computer"))
        self._about.setText(
            self.tr(
                "Backups are made at opening, before every import and merge, and before an older file is brought up to "
                "date, and kept on this computer: the newest "
                "ones, then one an hour, a day, a week. A restored backup becomes a new file; nothing is overwritten."
            )
        )
        self.table.set_words(self.tr("Backups, newest first"))
        self.table.set_titles(
            {
                "when": self.tr("Made"),
                "cluster": self.tr("Cluster and round"),
                "differs": self.tr("Beside the file now") if self._is_open else self.tr("Holds"),
                "last": self.tr("Last change in it"),
                "size": self.tr("Size"),
            }
        )
        self.outcome.setText(self.tr("Reading the backups…"))
        self.opening.setText(self.tr("Open the restored file"))
        self.closing.setText(self.tr("Close"))
        self.placing.setText(self.tr("Restore elsewhere…"))
        self.restoring.setText(self.tr("Restore to a new file"))

    def _fit_buttons(self) -> None:
        row = self._rows.get(self.table.chosen_row)
        self.chosen.setText(self._told_whole(row) if row is not None else "")
        self.chosen.setVisible(row is not None)
        can_restore = row is not None and row.line.problem is None
        self.restoring.setEnabled(can_restore)
        self.placing.setEnabled(can_restore)
        self.opening.setVisible(self._restored is not None)

    def _told_whole(self, row: BackupRow) -> str:
        """Say everything of one backup that its line may have to cut."""
        whole = row.whole if self._is_open or not row.cluster else f"{row.cluster} · {row.whole}"
        if not row.last:
            return whole
        words = self.tr("{differs} · Last change in it: {last}")
        return words.replace("{differs}", whole).replace("{last}", row.last)

    def _say(self, words: str, *, complaint: str = "false") -> None:
        restyle(self.outcome, complaint=complaint)
        self.outcome.setText(words)
        self.outcome.setVisible(bool(words))


def _row(line: BackupLine, texts: Texts) -> BackupRow:
    content, moment = line.content, local_time(line.backup.made_at)
    if line.problem is not None:
        differs = sentence_case(texts.term("backups.unreadable"))
    elif line.differences:
        differs = sentence_case(" · ".join(texts.say(difference) for difference in line.differences))
    else:
        counts = content.counts.items() if content is not None else ()
        differs = " · ".join(texts.get(f"backups.count.{name}", count=count) for name, count in counts if count)
    last = content.last if content is not None else None
    return BackupRow(
        line=line,
        when=f"{texts.date(moment.date())}, {clock_time(moment)}",
        cluster=f"{content.cluster} – {content.round_label}" if content is not None else "",
        differs=differs,
        whole=texts.say(line.problem.message) if line.problem is not None else differs,
        last=sentence_case(texts.say(last.what)) if last is not None else "",
        size=locale().formattedDataSize(line.size_bytes, 0, QLocale.DataSizeFormat.DataSizeSIFormat),
    )


def _columns(*, is_open: bool) -> list[Column[BackupRow]]:
    cluster = Column[BackupRow](key="cluster", text=lambda row: row.cluster, role="key", width=190)
    return [
        Column[BackupRow](
            key="when",
            text=lambda row: row.when,
            sort=lambda row: row.line.backup.made_at,
            role="key" if is_open else "secondary",
            width=160,
        ),
        *(() if is_open else (cluster,)),
        Column[BackupRow](
            key="differs",
            text=lambda row: row.differs,
            tone=lambda row: "bad" if row.line.problem is not None else None,
            tooltip=lambda row: row.whole,
            stretch=True,
        ),
        Column[BackupRow](key="last", text=lambda row: row.last, tooltip=lambda row: row.last, width=190),
        Column[BackupRow](
            key="size", text=lambda row: row.size, sort=lambda row: row.line.size_bytes, numeric=True, width=100
        ),
    ]
