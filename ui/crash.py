"""Mistakes of ours: written to a log without anyone's data, and admitted to the person."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication

from ui.plain_text import isolated

_LARGEST_LOG = 500_000


def log_file() -> Path:
    """Return where mistakes are written down."""
    from fastmap.places import user_data_folder

    return user_data_folder() / "logs" / "fastmap.log"


def install() -> None:
    """From now on an unforeseen exception is logged and shown; the program goes on."""
    sys.excepthook = _take


def describe(kind: type[BaseException], error: BaseException) -> str:
    """Return kind and places of an exception and its causes, without its words: those may hold names of people."""
    import traceback

    import fastmap

    lines = [f"{datetime.now(UTC).isoformat(timespec='seconds')} fastmap {fastmap.__version__} {kind.__name__}"]
    cause: BaseException | None = error
    while cause is not None:
        lines.append(f"  {type(cause).__name__}")
        frames = traceback.extract_tb(cause.__traceback__)
        lines += [f"    {_place(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
        cause = cause.__cause__
    return "\n".join(lines) + "\n"


def _place(filename: str) -> str:
    """Return a source file without the folders above it, which may hold a person's name."""
    parts = Path(filename).parts
    return "/".join(parts[-3:])


def _take(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        QCoreApplication.quit()
        return
    sys.__excepthook__(kind, error, trace)
    file = log_file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.exists() and file.stat().st_size > _LARGEST_LOG:
            file.replace(file.with_suffix(".old.log"))
        with file.open("a", encoding="utf-8") as log:
            log.write(describe(kind, error))
    except OSError:
        file = Path()  # a log that cannot be written must not hide the message below
    _admit(file)


def _admit(file: Path) -> None:
    from PySide6.QtWidgets import QApplication, QMessageBox

    app = QApplication.instance()
    if not isinstance(app, QApplication) or any(
        widget.objectName() == "crash" and widget.isVisible() for widget in app.topLevelWidgets()
    ):
        return
    translate = QCoreApplication.translate
    box = QMessageBox(QMessageBox.Icon.Warning, "fastmap", translate("Crash", "fastmap made a mistake."))
    box.setObjectName("crash")
    box.setParent(app.activeWindow(), box.windowFlags())
    box.setInformativeText(
        translate(
            "Crash",
            "Everything you entered before is saved. You can go on; if it happens again, close fastmap and start it anew.",
        )
        + (
            "\n\n"
            + translate("Crash", "What went wrong was noted, without any of your data, in {file}").replace(
                "{file}", isolated(str(file))
            )
            if file.name
            else ""
        )
    )
    box.open()
