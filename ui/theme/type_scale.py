"""The type scale: sizes in points at 100 % zoom and weights of Inter's variable font."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

SCALE: dict[str, tuple[float, int]] = {
    "title": (18.0, 650),
    "card": (12.5, 600),
    "heading": (10.5, 600),
    "body": (10.0, 450),
    "key": (10.0, 550),
    "action": (9.75, 550),
    "secondary": (9.0, 400),
    "badge": (8.5, 600),
}
"""Role → (points, weight). Nothing under 8.5."""

_family: list[str] = []


def load_inter() -> str:
    """Load Inter once from the package ``fontpkg-inter`` without importing it; return the family, or the system's."""
    if not _family:
        _family.append(_load())
    return _family[0]


def _load() -> str:
    spec = importlib.util.find_spec("fontpkg_inter")
    if spec is not None and spec.origin is not None:
        for file in sorted(Path(spec.origin).parent.joinpath("files").glob("Inter*.ttf")):
            if "Italic" not in file.name:
                number = QFontDatabase.addApplicationFont(str(file))
                if families := QFontDatabase.applicationFontFamilies(number):
                    return families[0]
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()


def font_of(role: str, zoom: float) -> QFont:
    """Return the font of a role at a zoom factor of 1 to 2."""
    points, weight = SCALE[role]
    font = QFont(load_inter())
    font.setPointSizeF(points * zoom)
    font.setWeight(QFont.Weight(weight))
    # Not every platform picks a variable font's weight by itself, and no style sheet can name an axis: that is why
    # fonts are set in code.
    font.setVariableAxis(QFont.Tag("wght"), weight)
    font.setVariableAxis(QFont.Tag("opsz"), min(max(points * zoom * 4 / 3, 14.0), 32.0))
    return font
