"""The reason for `PySide6-Essentials<6.12`: that version loses a reference to None at every void call."""

import sys

from PySide6.QtCore import QObject


def test_void_calls_keep_the_references_to_none():
    thing = QObject()
    before = sys.getrefcount(None)

    for _ in range(10_000):
        thing.setObjectName("name")

    # On Python 3.12 and newer None is immortal, and the count never changes.
    assert abs(sys.getrefcount(None) - before) < 100
