"""New codes for all cards from the window: asked first, since every card that was handed out stops working."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.widgets.question import Question

if TYPE_CHECKING:
    from ui.frame.window import MainWindow


class NewCardsQuestion(Question):
    """Says what stops working, what stays, and that undo does not bring the old codes back."""

    def __init__(self, *, is_room_open: bool, parent: QWidget) -> None:
        """Ask; with a room open its code becomes another one, too."""
        super().__init__("newCardsBox", parent=parent)
        lines = [
            self.tr("No card that was handed out works any more: print new ones and give them to the firms."),
            self.tr("Codes worked out from an older copy of this file, or from a backup, do not work here any more."),
            self.tr("Answers that came in with the old cards stay as they are."),
        ]
        if is_room_open:
            lines.append(self.tr("The code of the open room changes, too: people scan it again, and lose nothing."))
        told = "\n".join(f"• {line}" for line in lines)
        final = self.tr("Undo does not bring the old codes back. The history says when they were replaced.")
        self.set_words(
            self.tr("New codes for all cards"),
            self.tr("Make new codes for the cards of all firms?"),
            f"{told}\n\n{final}",
            yes=self.tr("Make new codes"),
            no=self.tr("Keep the cards"),
        )


def make_new_cards(window: MainWindow, print_cards: Callable[[], None], *, is_room_open: bool) -> None:
    """Ask, make the new codes, and offer to ``print_cards``: until they are printed no firm has a card."""
    if not NewCardsQuestion(is_room_open=is_room_open, parent=window).is_meant():
        return
    if window.session.renew_cards() is not None:
        window.message_bar.show_message(
            QCoreApplication.translate(
                "NewCardsQuestion", "The old cards no longer work. Print the new ones and give them to the firms."
            ),
            "good",
            action=QCoreApplication.translate("NewCardsQuestion", "Print code cards…"),
            on_action=print_cards,
        )
