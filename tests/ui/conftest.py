"""The fixtures of `tests.support.ui` for every test of the window."""

import gc

import pytest

from tests.support.ui import (  # noqa: F401 - fixtures are found by name
    long_language,
    own_folder,
    pause_before_results_ms,
    qapp_cls,
    sample_bytes,
    steps,
    window,
    with_empty,
    with_sample,
)


@pytest.fixture(autouse=True)
def garbage_stays_in_this_thread():
    """As in the program (see `ui.garbage`): a worker that collected Qt objects would crash the tests."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(scope="module")
def quiet_moment_ms():
    """How long a window waits before it prepares the next page; a module may override it."""
    return 24 * 60 * 60 * 1000


@pytest.fixture(scope="module", autouse=True)
def no_pages_nobody_visits(quiet_moment_ms):
    """Let windows make the pages that a test visits, not all others beside it; the journeys go with the usual pause."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ui.frame.preparing.PAUSE_MS", quiet_moment_ms)
        yield
