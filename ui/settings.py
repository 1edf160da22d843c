"""What this computer remembers between starts: theme, zoom, language, window place and recent files. No content."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from fastmap.places import settings_file

MOST_RECENT = 8


class Settings:
    """Typed access to the settings file; a damaged or unknown value counts as not set."""

    def __init__(self, file: Path | None = None) -> None:
        """Read and write ``file``, by default the person's own."""
        self._store = QSettings(str(file or settings_file()), QSettings.Format.IniFormat)

    @property
    def theme(self) -> str:
        """``system``, ``light`` or ``dark``."""
        found = self._text("look/theme")
        return found if found in ("system", "light", "dark") else "system"

    @theme.setter
    def theme(self, mode: str) -> None:
        self._store.setValue("look/theme", mode)

    @property
    def zoom(self) -> float:
        """1 to 2."""
        try:
            return min(max(float(self._text("look/zoom") or 1), 1.0), 2.0)
        except ValueError:
            return 1.0

    @zoom.setter
    def zoom(self, factor: float) -> None:
        self._store.setValue("look/zoom", f"{factor:g}")

    @property
    def language(self) -> str | None:
        """The language chosen for the screen, or ``None`` as long as nobody chose."""
        return self._text("look/language") or None

    @language.setter
    def language(self, code: str) -> None:
        self._store.setValue("look/language", code)

    def room_turn(self, assessment: str, day: date) -> int:
        """How often somebody asked on ``day`` for another code of an assessment's room."""
        kept_day, _, turn = self._text(f"room/{assessment}").partition(" ")
        return int(turn) if kept_day == day.isoformat() and turn.isascii() and turn.isdecimal() else 0

    def set_room_turn(self, assessment: str, day: date, turn: int) -> None:
        """Keep it until the room is opened again, also after the program was stopped by force."""
        self._store.setValue(f"room/{assessment}", f"{day.isoformat()} {turn}")
        self._store.sync()

    @property
    def geometry(self) -> QByteArray | None:
        """Place and size of the window when it was last closed."""
        found = self._store.value("window/geometry")
        return found if isinstance(found, QByteArray) else None

    @geometry.setter
    def geometry(self, place: QByteArray) -> None:
        self._store.setValue("window/geometry", place)

    @property
    def recent(self) -> tuple[Path, ...]:
        """The files opened last, newest first; some may be gone."""
        found = self._store.value("files/recent")
        names = [found] if isinstance(found, str) else found if isinstance(found, list) else []
        return tuple(Path(name) for name in names if isinstance(name, str) and name)[:MOST_RECENT]

    def remember(self, path: Path) -> None:
        """Put ``path`` first among the recent files."""
        others = [str(other) for other in self.recent if other != path]
        self._store.setValue("files/recent", [str(path), *others][:MOST_RECENT])

    def forget(self, path: Path) -> None:
        """Take ``path`` out of the recent files."""
        self._store.setValue("files/recent", [str(other) for other in self.recent if other != path])

    def take_out(self, is_named: Callable[[str], bool], recent: Sequence[Path] = ()) -> None:
        """Forget recent files whose path ``is_named``, and whatever was taken out of the settings file meanwhile.

        The file is read again: what is kept in memory of it would be written back. ``recent`` are the recent files of
        before: their line goes from the file as a whole.
        """
        kept = [str(path) for path in recent or self.recent if not is_named(str(path))]
        self._store.sync()
        self._store.setValue("files/recent", kept)
        self._store.sync()

    def choice(self, name: str) -> str:
        """What was last chosen on a page, by a name such as ``report/edition``; "" if nothing was."""
        return self._text(name)

    def set_choice(self, name: str, value: str) -> None:
        """Remember a choice for the next time."""
        self._store.setValue(name, value)

    def save(self) -> None:
        """Write what was set to the disk now."""
        self._store.sync()

    def _text(self, name: str) -> str:
        found = self._store.value(name)
        return found if isinstance(found, str) else ""
