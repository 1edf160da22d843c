"""Tab goes through a form as the eye does. Left alone, Qt goes in the order in which controls happened to be made."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def follow_layout(root: QWidget) -> None:
    """Let Tab walk the controls of ``root`` in the order of its layouts, from top to bottom and left to right."""
    for before, after in pairwise(_controls(root)):
        QWidget.setTabOrder(before, after)


def _controls(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    elif (layout := widget.layout()) is not None:
        yield from _controls_in(layout)


def _controls_in(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield from _controls(widget)
        elif (inner := item.layout()) is not None:
            yield from _controls_in(inner)
