"""What a person typed into one field, and could not be understood there."""

from __future__ import annotations


class NotUnderstoodError(Exception):
    """The text means nothing in its field: no mistake of the program, and told to the person at the field."""
