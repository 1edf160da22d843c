"""The fixtures of `tests.support.ui` for the journeys through the window."""

import gc

import pytest

from tests.support.ui import (  # noqa: F401 - fixtures are found by name
    long_language,
    own_folder,
    qapp_cls,
    sample_bytes,
    steps,
    window,
    with_empty,
    with_sample,
)
from ui.session import RECOMPUTE_AFTER_MS


@pytest.fixture(scope="module")
def pause_before_results_ms():
    """As long as in the program: a journey goes as a person goes."""
    return RECOMPUTE_AFTER_MS


@pytest.fixture(autouse=True)
def garbage_stays_in_this_thread():
    """As in the program (see `ui.garbage`): a worker that collected Qt objects would crash the tests."""
    gc.disable()
    yield
    gc.enable()
