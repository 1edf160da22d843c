"""The fixtures of `tests.support.ui` for every test of the window."""

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
