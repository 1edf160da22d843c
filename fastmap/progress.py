"""Telling how far a longer piece of work is, and letting the user stop it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """``done`` of ``total`` units; ``stage`` is a text key such as ``progress.reading_forms``."""

    stage: str
    done: int
    total: int | None = None


ProgressListener: TypeAlias = Callable[[Progress], None]
"""Called often, from the working thread. It raises `fastmap.errors.Cancelled` to stop the work."""


def silent(_: Progress) -> None:
    """Listen to nobody: the progress callable of tests and pipes."""
