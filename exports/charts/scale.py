"""Round steps for an axis."""

from __future__ import annotations

import math


def round_steps(low: float, high: float, about: int = 6, *, whole: bool = False) -> list[float]:
    """Return round values from at or below ``low`` to at or above ``high``, roughly ``about`` of them; ``whole``: whole ones only.

    >>> round_steps(0, 31)
    [0, 5, 10, 15, 20, 25, 30, 35]
    """
    span = high - low or abs(high) or 1.0
    rough = span / max(about, 1)
    magnitude = 10 ** math.floor(math.log10(rough))
    steps = (factor * magnitude for factor in (1, 2, 2.5, 5, 10, 20, 50, 100))
    step = next(step for step in steps if step >= rough * 0.8 and (not whole or float(step).is_integer()))
    first, last = math.floor(low / step), math.ceil(high / step)
    return [round(number * step, 10) for number in range(first, last + 1)]
