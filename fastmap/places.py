"""Folders of this computer that fastmap keeps things in, outside the assessment file."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def user_data_folder() -> Path:
    """Return the folder for vocabulary and backups; ``FASTMAP_DATA`` moves it (tests, portable use). Not created."""
    if chosen := os.environ.get("FASTMAP_DATA"):
        return Path(chosen)
    from platformdirs import user_data_path

    return user_data_path("fastmap", appauthor=False)


def vocabulary_folder() -> Path:
    """Return the folder of this computer's skill index."""
    return user_data_folder() / "vocabulary"


def backup_folder() -> Path:
    """Return the folder that backups of assessment files go to."""
    return user_data_folder() / "backups"


def shown_scans_folder() -> Path:
    """Return the folder of copies of scans that somebody looks at in another program."""
    return user_data_folder() / "scans"


def survey_mappings_folder() -> Path:
    """Return the folder of what this computer remembers about other tools' surveys."""
    return user_data_folder() / "survey-mappings"


def settings_file() -> Path:
    """Return where the window keeps what it remembers; ``FASTMAP_SETTINGS`` moves it (tests, portable use)."""
    if chosen := os.environ.get("FASTMAP_SETTINGS"):
        return Path(chosen)
    if sys.platform == "win32":
        folder = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        folder = Path.home() / "Library" / "Preferences"
    else:
        folder = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    return folder / "fastmap" / "window.ini"  # Qt's GenericConfigLocation, for the command line knows no Qt
