"""Where the Inter font file lies: in the package ``fontpkg-inter``, found without importing it."""

from __future__ import annotations

import importlib.util
from functools import cache
from pathlib import Path


@cache
def inter_folder() -> Path:
    """Return the folder with Inter's font files."""
    spec = importlib.util.find_spec("fontpkg_inter")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("fontpkg-inter is not installed: run `python3 dev.py setup`")
    return Path(spec.origin).parent / "files"


@cache
def inter_file() -> Path:
    """Return the upright variable font file."""
    return next(path for path in sorted(inter_folder().glob("Inter*.ttf")) if "Italic" not in path.name)
