"""Where the shipped catalogue lies."""

from __future__ import annotations

import importlib.resources
from importlib.resources.abc import Traversable


def catalogue_folder() -> Traversable:
    """Return where the shipped catalogue lies: beside the program, or inside the installed package."""
    return importlib.resources.files("resources").joinpath("catalogue")
