"""A yardstick for tests with a limit in seconds: how slow the computer is at this moment.

The limits of the window hold on an idle two-core laptop. The suite itself keeps both cores busy, so a limit is
stretched by what a fixed piece of work takes longer than there; a slow window still fails.
"""

import time

IDLE_S = 0.06
"""Seconds that `_work` takes on the idle computer on which the limits were measured."""


def slowness() -> float:
    """Return by how much work takes longer now than on an idle computer; at least 1."""
    begun = time.perf_counter()
    _work()
    return max(1.0, (time.perf_counter() - begun) / IDLE_S)


def _work() -> int:
    return sum(number * number % 7 for number in range(500_000))
