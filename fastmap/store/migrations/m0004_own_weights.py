"""Makes the table for the weights of the priority that a cluster chose in place of the catalogue's."""

from collections.abc import Callable
from typing import Any

# One row or none: none means the catalogue's weights, whatever they will be in its next version.
STATEMENT = """
    CREATE TABLE priority_weights (
        only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
        reach REAL NOT NULL CHECK (reach > 0 AND reach <= 1),
        size REAL NOT NULL CHECK (size BETWEEN 0 AND 1),
        severity REAL NOT NULL CHECK (severity BETWEEN 0 AND 1),
        urgency REAL NOT NULL CHECK (urgency BETWEEN 0 AND 1),
        scarcity REAL NOT NULL CHECK (scarcity BETWEEN 0 AND 1),
        CHECK (abs(reach + size + severity + urgency + scarcity - 1) < 0.000001)
    ) STRICT
"""


def migrate(execute: Callable[[str], Any]) -> None:
    """Create the table."""
    execute(STATEMENT)
