"""Printing code cards from the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from fastmap.errors import FastmapError
from ui.plain_text import isolated

if TYPE_CHECKING:
    from fastmap.progress import ProgressListener
    from ui.frame.window import MainWindow
    from ui.work import Job


def print_cards(window: MainWindow, *, address: str | None) -> Job | None:
    """Ask where the cards of all members go, and write them there in a thread; ``None``: nobody chose a place.

    ``address``: of the room, if it is open; it is on the cards then.
    """
    from PySide6.QtWidgets import QFileDialog

    from fastmap.tasks.code_cards import code_cards

    session = window.session
    try:
        cards = code_cards(session.assessment, address=address)
    except FastmapError as error:
        window.show_error(error)
        return None
    title = QCoreApplication.translate("CodeCards", "Code cards to print")
    name = QCoreApplication.translate("CodeCards", "code cards")
    proposed = session.state.path.with_name(f"{session.state.path.stem} – {name}.pdf")
    chosen, _ = QFileDialog.getSaveFileName(window, title, str(proposed), "PDF (*.pdf)")
    if not chosen:
        return None
    target = Path(chosen) if Path(chosen).suffix.lower() == ".pdf" else Path(f"{chosen}.pdf")

    def write(_: ProgressListener) -> Path:
        from datetime import datetime

        from exports.cards_pdf import cards_pdf
        from exports.saving import check_target, save_bytes

        check_target(target)
        save_bytes(target, cards_pdf(cards, made_on=datetime.now().astimezone().date()))
        return target

    def say(path: Path) -> None:
        words = QCoreApplication.translate(
            "CodeCards", "Code cards written: {file}. Give each to its firm only: whoever has it answers for the firm."
        ).replace("{file}", isolated(path.name))
        if address is not None:
            today = QCoreApplication.translate(
                "CodeCards", "The room's address on them holds for today only: its code is another one each day."
            )
            words = f"{words} {today}"
        window.say("good", words)

    job = session.pool.start(write)
    job.done.connect(say)
    job.failed.connect(window.show_error)
    return job
