"""Makes the tables for the facts of the grant and for the logo on the cover."""

from collections.abc import Callable
from typing import Any

# One row or none in each. Apart, so that the history of a fact does not repeat the picture.
STATEMENTS = (
    """
    CREATE TABLE grant_facts (
        only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
        funder TEXT,
        call TEXT,
        agreement TEXT,
        project TEXT,
        period_start TEXT CHECK (period_start GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        period_end TEXT CHECK (period_end GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        work_package TEXT,
        deliverable TEXT,
        disclaimer TEXT
    ) STRICT
    """,
    """
    CREATE TABLE logo (
        only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
        png_base64 TEXT NOT NULL CHECK (png_base64 <> ''),
        width_px INTEGER NOT NULL CHECK (width_px > 0),
        height_px INTEGER NOT NULL CHECK (height_px > 0),
        alternative TEXT NOT NULL CHECK (alternative <> '')
    ) STRICT
    """,
)


def migrate(execute: Callable[[str], Any]) -> None:
    """Create both."""
    for statement in STATEMENTS:
        execute(statement)
