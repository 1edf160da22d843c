"""Adds to partners whether they have a seat in a body that decides for the cluster."""

from collections.abc import Callable
from typing import Any


def migrate(execute: Callable[[str], Any]) -> None:
    """Add the column; what nobody said is unknown."""
    execute("ALTER TABLE partners ADD COLUMN governance INTEGER CHECK (governance IN (0, 1))")
