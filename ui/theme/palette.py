"""The Qt palette of a theme: what Fusion draws where the style sheet says nothing."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from ui.theme.tokens import Tokens


def palette_of(tokens: Tokens) -> QPalette:
    """Return the palette made of ``tokens``."""
    role = QPalette.ColorRole
    palette = QPalette()
    for target, name in {
        role.Window: "bg",
        role.WindowText: "text",
        role.Base: "surface",
        role.AlternateBase: "surface",
        role.Text: "text",
        role.PlaceholderText: "text2",
        role.Button: "surface",
        role.ButtonText: "text",
        role.BrightText: "on_primary",
        role.Highlight: "primary",
        role.Accent: "primary",
        role.HighlightedText: "on_primary",
        role.Link: "primary",
        role.LinkVisited: "primary",
        role.ToolTipBase: "raised",
        role.ToolTipText: "text",
        role.Light: "surface",
        role.Midlight: "line",
        role.Mid: "line",
        role.Dark: "line_strong",
        role.Shadow: "line_strong",
    }.items():
        palette.setColor(target, QColor(tokens.colour(name)))
    for target in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, QColor(tokens.line_strong))
    return palette
