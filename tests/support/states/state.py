"""A state of a page that a visit alone does not show, and what brings most of them up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.support.ui import find

Settle = Callable[[float], None]


@dataclass(frozen=True, kw_only=True)
class State:
    """Something on a page that a visit alone does not show."""

    page: str
    name: str
    bring_up: Callable[[Any, Settle], None]
    """Takes the window and a function that lets it work for some seconds."""
    dialog: str = ""
    """Object name of the dialog that is taken instead of the window."""


def click(name: str) -> Callable[[Any, Settle], None]:
    return lambda window, _settle: find(window, name).click()


def first(window: Any, prefix: str) -> Any:
    from PySide6.QtWidgets import QWidget

    return next(child for child in window.workspace.page.findChildren(QWidget) if child.objectName().startswith(prefix))


def scroll_to_end(name: str) -> Callable[[Any, Settle], None]:
    def scroll(window: Any, settle: Settle) -> None:
        settle(0.2)
        bar = find(window, name).verticalScrollBar()
        bar.setValue(bar.maximum())

    return scroll


def open_first(table: str) -> Callable[[Any, Settle], None]:
    def open_it(window: Any, _settle: Settle) -> None:
        rows = find(window, table)
        key = rows.rows.row_key(rows.rows.shown[0])
        rows.choose(key)
        rows.row_opened.emit(key)

    return open_it
