"""The sample assessment for tests that begin with it: written once by each process, then copied."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from fastmap.tasks.sample import write_sample


def put_sample(path: Path) -> Path:
    """Put the sample at ``path``, as `write_sample` does, and return the path."""
    path.write_bytes(_bytes())
    return path


@cache
def _bytes() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "sample.fastmap")
        write_sample(path)
        return path.read_bytes()
