"""What the entries of the menus do. Imported with them, after the first paint.

There is no workspace before a file is opened: entries that need one look for it when they are chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

from ui.frame.menus import Menus
from ui.widgets.fields import SearchField

if TYPE_CHECKING:
    from ui.frame.window import MainWindow


def connect_menus(menus: Menus, window: MainWindow) -> None:
    """Let every entry do in ``window`` what it says."""
    for acts in (_of_files(window), _of_edits(window), _of_the_view(window), _of_steps(window), _of_workshops(window)):
        for name, act in acts.items():
            menus[name].triggered.connect(act)
    menus["full_screen"].toggled.connect(lambda is_full: _fill_screen(window, is_full=is_full))
    menus.step_wanted.connect(lambda key: window.workspace.show_page(key).focus_first())
    menus.recent_wanted.connect(lambda path: window.open_file(Path(path)))
    menus.theme_wanted.connect(window.look.switch_theme)
    menus.language_wanted.connect(window.look.switch_language)
    QShortcut(QKeySequence("Ctrl+S"), window, window.files.say_saved)


def _of_files(window: MainWindow) -> Mapping[str, Callable[[], object]]:
    return {
        "new": window.files.ask_for_new,
        "new_round": window.files.ask_for_round,
        "open": window.files.ask_for_file,
        "open_protected": window.files.ask_for_protected,
        "sample": window.files.open_sample,
        "copy_file": window.files.ask_where_to_copy,
        "back_up": window.files.back_up_now,
        "backups": window.files.show_backups,
        "import": lambda: window.workspace.show_page("needs").ask_for_files(),
        "import_folder": window.files.ask_for_forms_folder,
        "compare": lambda: window.workspace.show_page("diagnosis").ask_for_files(),
        "personal": lambda: _show_personal(window),
        "report": lambda: window.workspace.show_page("report").focus_first(),
        "close": window.session.close,
        "quit": window.close,
    }


def _of_edits(window: MainWindow) -> Mapping[str, Callable[[], object]]:
    return {
        "undo": window.session.undo,
        "redo": window.session.redo,
        "history": window.files.show_history,
        "find": lambda: _find_on_page(window),
    }


def _of_the_view(window: MainWindow) -> Mapping[str, Callable[[], object]]:
    return {
        "larger": lambda: window.look.zoom_by(1),
        "smaller": lambda: window.look.zoom_by(-1),
        "normal": lambda: window.look.zoom_by(0),
        "help": window.toggle_help,
        "about": lambda: _show_about(window),
    }


def _of_steps(window: MainWindow) -> Mapping[str, Callable[[], object]]:
    return {
        "back": lambda: window.workspace.step_beside(-1),
        "forward": lambda: window.workspace.step_beside(1),
        "start": window.session.close,
    }


def _of_workshops(window: MainWindow) -> Mapping[str, Callable[[], object]]:
    return {
        "present": lambda: _present(window),
        "meeting": window.workshop.show_meeting,
        "votes": window.workshop.show_votes,
        "phones": window.workshop.show_phones,
        "kiosk": window.workshop.begin_kiosk,
        "cards": window.workshop.print_cards,
        "new_cards": window.workshop.make_new_cards,
    }


def _show_personal(window: MainWindow) -> None:
    from ui.pages.members import MembersPage

    page = window.workspace.show_page("members")
    if isinstance(page, MembersPage):
        page.personal.open()


def _find_on_page(window: MainWindow) -> None:
    """Put the keyboard into the search field in sight, if there is one."""
    page = window.workspace.page
    fields = page.findChildren(SearchField) if page is not None else []
    if (field := next((field for field in fields if field.isVisible()), None)) is not None:
        field.setFocus()
        field.selectAll()


def _fill_screen(window: MainWindow, *, is_full: bool) -> None:
    if is_full:
        window.showFullScreen()
    else:
        window.showNormal()


def _show_about(window: MainWindow) -> None:
    from ui.frame.about import AboutBox

    box = AboutBox(window.session.texts, parent=window)
    box.finished.connect(box.deleteLater)
    box.open()


def _present(window: MainWindow) -> None:
    window.finish_typing()
    window.workshop.present()
