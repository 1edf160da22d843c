"""What stands in the menus: what people expect from an office program, with the keys they know. Owns the actions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu

from fastmap.model.direction import without_turns
from ui.frame.menu_bar import MenuBar
from ui.pages.registry import Step
from ui.plain_text import literal
from ui.theme.theme import Mode
from ui.translating import LANGUAGES

_KEYS = QKeySequence.StandardKey
_WORKSHOP = {
    "present": "F5",
    "meeting": "F6",
    "votes": "F7",
    "phones": "F8",
    "kiosk": "F9",
    "cards": "Ctrl+Shift+P",
    "new_cards": "",
}
"""What the workshop menu holds, with its keys; what nobody shall do by a key has none."""


class Menus(QObject):
    """All actions by name; `retranslate` gives them their words. The window connects them."""

    step_wanted = Signal(str)
    recent_wanted = Signal(str)
    theme_wanted = Signal(str)
    language_wanted = Signal(str)

    def __init__(self, bar: MenuBar, steps: tuple[Step, ...]) -> None:
        """Put all actions into the menus of ``bar``."""
        super().__init__(bar)
        self._bar = bar
        self._steps = steps
        self._actions: dict[str, QAction] = {}
        self._menus: dict[str, QMenu] = dict(bar.menus)
        self._file_menu()
        self._edit_menu()
        self._view_menu()
        self._go_menu()
        self._workshop_menu()
        self._help_menu()
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        """Return an action, for example ``menus["undo"]``."""
        return self._actions[name]

    def show_open(self, is_open: bool) -> None:  # noqa: FBT001 - a setter
        """Allow what needs an open assessment."""
        for name in (
            "copy_file",
            "back_up",
            "close",
            "start",
            "back",
            "forward",
            "undo",
            "redo",
            "history",
            "find",
            *_WORKSHOP,
        ):
            self._actions[name].setEnabled(is_open)
        keys = {step.key for step in self._steps}
        for name in ("import", "import_folder"):
            self._actions[name].setEnabled(is_open and "needs" in keys)
        self._actions["report"].setEnabled(is_open and "report" in keys)
        self._actions["personal"].setEnabled(is_open and "members" in keys)
        self._actions["compare"].setEnabled(is_open and "diagnosis" in keys)
        for step in self._steps:
            self._actions[f"step_{step.key}"].setEnabled(is_open)

    def show_workshop(self, *, can_edit: bool, has_workshop: bool, has_members: bool) -> None:
        """Allow of the workshop's entries those that lead somewhere: nobody can answer into a file that is only read."""
        for name, is_there in (
            ("votes", has_workshop),
            ("phones", can_edit),
            ("kiosk", can_edit),
            ("cards", has_members and can_edit),
            ("new_cards", has_members and can_edit),
        ):
            self._actions[name].setEnabled(is_there)

    def show_undo(self, undo: str | None, redo: str | None) -> None:
        """Name what would be taken back and made again; ``None``: nothing."""
        self._actions["undo"].setEnabled(undo is not None)
        self._actions["redo"].setEnabled(redo is not None)
        self._actions["undo"].setText(literal(self.tr("Undo: {what}").format(what=undo)) if undo else self.tr("&Undo"))
        self._actions["redo"].setText(literal(self.tr("Redo: {what}").format(what=redo)) if redo else self.tr("&Redo"))

    def show_recent(self, files: tuple[tuple[Path, bool], ...]) -> None:
        """List recent files; those that are gone are grey."""
        menu = self._menus["recent"]
        menu.clear()
        menu.setEnabled(bool(files))
        for path, exists in files:
            action = menu.addAction(literal(without_turns(path.stem)))
            action.setEnabled(exists)
            action.setStatusTip(without_turns(str(path)))
            action.setData(str(path))
            action.triggered.connect(self._open_recent)

    def show_look(self, mode: Mode, language: str) -> None:
        """Tick the theme and the language in force."""
        self._actions[f"theme_{mode}"].setChecked(True)
        self._actions[f"language_{language}"].setChecked(True)

    def retranslate(self) -> None:
        """Set every text."""
        self._bar.retranslate()
        self._menus["recent"].setTitle(self.tr("Open &recent"))
        self._menus["theme"].setTitle(self.tr("&Colours"))
        self._menus["language"].setTitle(self.tr("&Language"))
        words = {
            "new": self.tr("&New assessment…"),
            "new_round": self.tr("New roun&d from an earlier file…"),
            "open": self.tr("&Open…"),
            "sample": self.tr("Open the s&ample"),
            "copy_file": self.tr("&Save a copy…"),
            "backups": self.tr("&Backups…"),
            "back_up": self.tr("Back up no&w"),
            "import": self.tr("&Import forms…"),
            "import_folder": self.tr("Import a &folder of forms…"),
            "compare": self.tr("Co&mpare with an earlier file…"),
            "personal": self.tr("P&ersonal data…"),
            "open_protected": self.tr("Open a copy &under a password…"),
            "report": self.tr("Re&ports…"),
            "close": self.tr("&Close"),
            "quit": self.tr("&Quit"),
            "undo": self.tr("&Undo"),
            "redo": self.tr("&Redo"),
            "history": self.tr("&History…"),
            "cut": self.tr("Cu&t"),
            "copy": self.tr("&Copy"),
            "paste": self.tr("&Paste"),
            "select_all": self.tr("Select &all"),
            "find": self.tr("&Find on this page"),
            "larger": self.tr("&Larger"),
            "smaller": self.tr("&Smaller"),
            "normal": self.tr("&Normal size"),
            "full_screen": self.tr("&Full screen"),
            "theme_light": self.tr("&Light"),
            "theme_dark": self.tr("&Dark"),
            "theme_system": self.tr("Like the &system"),
            "back": self.tr("&Previous step"),
            "forward": self.tr("&Next step"),
            "start": self.tr("&Start page (close the file)"),
            "present": self.tr("P&resent"),
            "meeting": self.tr("&Agenda…"),
            "votes": self.tr("&Votes…"),
            "phones": self.tr("Collect by &phone…"),
            "kiosk": self.tr("&Kiosk: fill in on this computer…"),
            "cards": self.tr("Print &code cards…"),
            "new_cards": self.tr("&New codes for all cards…"),
            "help": self.tr("&Help"),
            "about": self.tr("&About fastmap"),
        }
        for name, text in words.items():
            self._actions[name].setText(text)
        for number, step in enumerate(self._steps, start=1):
            self._actions[f"step_{step.key}"].setText(f"&{number}  {literal(step.title)}")

    # --- making -------------------------------------------------------------------------------------------------------

    def _menu(self, name: str, *, inside: str) -> None:
        menu = self._menus[inside].addMenu("")
        menu.setObjectName(f"menu_{name}")
        self._menus[name] = menu

    def _add(self, menu: str, name: str, *keys: QKeySequence | QKeySequence.StandardKey | str) -> QAction:
        action = QAction(self)
        action.setObjectName(f"action_{name}")
        sequences: list[QKeySequence] = []
        for key in keys:
            if isinstance(key, QKeySequence.StandardKey):
                sequences += [known for known in QKeySequence.keyBindings(key) if known not in sequences]
            else:
                sequences.append(QKeySequence(key))
        action.setShortcuts(sequences)
        self._menus[menu].addAction(action)
        self._actions[name] = action
        return action

    def _file_menu(self) -> None:
        self._add("file", "new", _KEYS.New)
        self._add("file", "new_round")
        self._add("file", "open", _KEYS.Open)
        self._menu("recent", inside="file")
        self._add("file", "sample")
        self._menus["file"].addSeparator()
        # People press Ctrl+S out of habit; it is answered too, see the window.
        self._add("file", "copy_file", "Ctrl+Shift+S")
        self._add("file", "back_up")
        self._add("file", "backups")
        self._add("file", "open_protected")
        self._menus["file"].addSeparator()
        self._add("file", "import", "Ctrl+I")
        self._add("file", "import_folder", "Ctrl+Shift+I")
        self._add("file", "compare")
        self._add("file", "personal")
        # Where office programs print, this one writes reports.
        self._add("file", "report", "Ctrl+P")
        self._menus["file"].addSeparator()
        self._add("file", "close", "Ctrl+W")
        quitting = self._add("file", "quit", "Ctrl+Q")
        quitting.setMenuRole(QAction.MenuRole.QuitRole)

    def _edit_menu(self) -> None:
        self._add("edit", "undo", "Ctrl+Z")
        self._add("edit", "redo", "Ctrl+Y", "Ctrl+Shift+Z")
        self._add("edit", "history", "Ctrl+H")
        self._menus["edit"].addSeparator()
        for name, key in (("cut", _KEYS.Cut), ("copy", _KEYS.Copy), ("paste", _KEYS.Paste)):
            self._add("edit", name, key).triggered.connect(_in_focus(name))
        self._menus["edit"].addSeparator()
        self._add("edit", "select_all", _KEYS.SelectAll).triggered.connect(_in_focus("selectAll"))
        self._menus["edit"].addSeparator()
        self._add("edit", "find", _KEYS.Find)

    def _view_menu(self) -> None:
        menu = self._menus["view"]
        self._menu("theme", inside="view")
        group = QActionGroup(self)
        for mode in Mode:
            action = self._add("theme", f"theme_{mode}")
            action.setCheckable(True)
            action.setData(mode.value)
            group.addAction(action)
        group.triggered.connect(lambda action: self.theme_wanted.emit(str(action.data())))
        self._menu("language", inside="view")
        languages = QActionGroup(self)
        for code, name in LANGUAGES.items():
            action = self._add("language", f"language_{code}")
            action.setText(name)
            action.setCheckable(True)
            action.setData(code)
            languages.addAction(action)
        languages.triggered.connect(lambda action: self.language_wanted.emit(str(action.data())))
        menu.addSeparator()
        self._add("view", "larger", "Ctrl++", "Ctrl+=")
        self._add("view", "smaller", "Ctrl+-")
        self._add("view", "normal", "Ctrl+0")
        menu.addSeparator()
        self._add("view", "full_screen", "F11").setCheckable(True)

    def _go_menu(self) -> None:
        for number, step in enumerate(self._steps, start=1):
            action = self._add("go", f"step_{step.key}", f"Ctrl+{number}")
            action.setData(step.key)
            action.triggered.connect(self._go_to_step)
        self._menus["go"].addSeparator()
        self._add("go", "back", "Ctrl+PgUp")
        self._add("go", "forward", "Ctrl+PgDown")
        self._menus["go"].addSeparator()
        self._add("go", "start")

    def _workshop_menu(self) -> None:
        for name, key in _WORKSHOP.items():
            if name == "phones":
                self._menus["workshop"].addSeparator()
            self._add("workshop", name, *((key,) if key else ()))

    def _help_menu(self) -> None:
        self._add("help", "help", "F1")
        self._add("help", "about").setMenuRole(QAction.MenuRole.AboutRole)

    def _go_to_step(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.step_wanted.emit(str(action.data()))

    def _open_recent(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.recent_wanted.emit(str(action.data()))


def _in_focus(what: str) -> Callable[[], None]:
    """Return a call of ``copy``, ``paste`` … on whatever has the keyboard, where it knows that."""

    def act() -> None:
        method = getattr(QApplication.focusWidget(), what, None)
        if callable(method):
            method()

    return act
